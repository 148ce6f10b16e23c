/// One node apart from its document, so that a value can be kept and made again without the file.
///
/// A value is a list of these: first itself, then everything in it in the order of the file.
package struct DetachedNode: Sendable, Hashable {
  /// What it is.
  package var kind: Node.Kind
  /// How it is written.
  package var style: Node.Style
  /// Its bytes in the file.
  package var range: Range<Int>
  /// The text of a scalar; empty for lists and mappings.
  package var text: String
  /// How many nodes stand in it, at any depth; keys count.
  package var innerCount: Int
  /// Whether it was refused and the mistake reported.
  package var isRefused: Bool

  package init(
    kind: Node.Kind, style: Node.Style, range: Range<Int>, text: String, innerCount: Int,
    isRefused: Bool
  ) {
    self.kind = kind
    self.style = style
    self.range = range
    self.text = text
    self.innerCount = innerCount
    self.isRefused = isRefused
  }
}

extension Node {
  /// The node and everything in it, without their document.
  package var detached: [DetachedNode] {
    let end = Int(storage.records[index].next)
    return (index..<end).map { place in
      let node = Node(storage: storage, index: place)
      let record = storage.records[place]
      return DetachedNode(
        kind: node.kind, style: node.style, range: node.range, text: node.text,
        innerCount: Int(record.next) - place - 1, isRefused: record.isRefused)
    }
  }

  /// A value made again from what `detached` gave; `nil` when the list is no value's.
  package init?(_ parts: [DetachedNode], file: String) {
    var records: [NodeRecord] = []
    var text: [UInt8] = []
    // The lists and mappings that are open, each with where it ends and how many children it has.
    var open: [(record: Int, end: Int)] = []
    for (place, part) in parts.enumerated() {
      while let last = open.last, last.end == place { open.removeLast() }
      guard open.last != nil || place == 0, part.innerCount >= 0,
        part.innerCount <= (open.last?.end ?? parts.count) - place - 1,
        part.kind != .scalar || part.innerCount == 0,
        let start = Int32(exactly: part.range.lowerBound),
        let end = Int32(exactly: part.range.upperBound),
        let textStart = Int32(exactly: text.count),
        let next = Int32(exactly: place + part.innerCount + 1)
      else { return nil }
      var record = NodeRecord(start: start, end: end, kind: part.kind, style: part.style)
      record.next = next
      record.isRefused = part.isRefused
      if part.kind == .scalar {
        record.textStart = textStart
        guard let count = Int32(exactly: part.text.utf8.count) else { return nil }
        record.count = count
        text += part.text.utf8
      }
      if let parent = open.last { records[parent.record].count += 1 }
      records.append(record)
      open.append((place, place + part.innerCount + 1))
    }
    guard let first = records.first, Int(first.next) == records.count else { return nil }
    for place in records.indices where records[place].kind == .mapping {
      guard records[place].count % 2 == 0 else { return nil }
      records[place].count /= 2
    }
    self.init(
      storage: NodeStorage(file: file, base: 0, records: records, text: text), index: 0)
  }
}
