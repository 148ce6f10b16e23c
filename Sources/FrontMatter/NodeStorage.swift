/// What all nodes of one document share: a flat list of records in the order of the file, each
/// parent before its children, and one array with all text.
///
/// The text begins with a copy of the parsed bytes; scalars that read otherwise than they are
/// written (escapes, folded lines) have their reading appended. So a document is two arrays, and it
/// does not keep the body of its file alive.
final class NodeStorage: Sendable {
  /// The file's path relative to the site's root.
  let file: String
  /// Where in the file the parsed bytes begin.
  let base: Int
  let records: [NodeRecord]
  let text: [UInt8]

  init(file: String, base: Int, records: [NodeRecord], text: [UInt8]) {
    self.file = file
    self.base = base
    self.records = records
    self.text = text
  }

  func textRange(_ record: NodeRecord) -> Range<Int> {
    guard record.kind == .scalar else { return 0..<0 }
    return Int(record.textStart)..<Int(record.textStart) + Int(record.count)
  }

  /// Whether the scalar at `index` reads `key`, byte for byte.
  func hasText(_ index: Int, _ key: String) -> Bool {
    let record = records[index]
    guard record.kind == .scalar, !record.isRefused, Int(record.count) == key.utf8.count
    else { return false }
    return text[textRange(record)].elementsEqual(key.utf8)
  }
}

/// One node in 24 bytes. Offsets are relative to the beginning of the parsed bytes.
struct NodeRecord: Sendable {
  var start: Int32
  var end: Int32
  /// Where a scalar's text begins in the document's text.
  var textStart: Int32 = 0
  /// The length of a scalar's text in bytes, or the number of a list's items or a mapping's keys.
  var count: Int32 = 0
  /// The index of the first record that is not inside this node.
  var next: Int32 = 0
  var kind: Node.Kind
  var style: Node.Style
  var isRefused = false
}
