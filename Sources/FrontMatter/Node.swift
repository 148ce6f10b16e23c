public import SourceDiagnostics

/// One value of a header or YAML file, seen through its document: what it is, what it says, and
/// which bytes of the file it stands on.
///
/// A node is a number and a reference, so copying one is cheap; no `String` is made until `text` is
/// asked for. Every scalar is text: `no`, `012`, `1.10` and `2025-06` come back as they were
/// written.
public struct Node: Sendable {
  let storage: NodeStorage
  let index: Int

  /// The three shapes of a value.
  public enum Kind: Sendable {
    /// Text, quoted or not.
    case scalar
    /// A list.
    case sequence
    /// Keys with values.
    case mapping
  }

  /// How a value is written.
  public enum Style: UInt8, Sendable {
    /// Text without quotes.
    case plain
    /// Text in single quotes.
    case singleQuoted
    /// Text in double quotes.
    case doubleQuoted
    /// Text after `|`, line breaks kept.
    case literal
    /// Text after `>`, line breaks folded.
    case folded
    /// A list or mapping by indentation.
    case block
    /// A list or mapping in brackets.
    case flow
  }

  /// Whether this is text, a list, or a mapping.
  public var kind: Kind { record.kind }

  /// How it is written.
  public var style: Style { record.style }

  /// The bytes of the file it stands on: quotes and brackets included, comments and the line break
  /// after it not. A value that was left out has an empty range where it would begin.
  public var range: Range<Int> {
    storage.base + Int(record.start)..<storage.base + Int(record.end)
  }

  /// The same place with the file's name, for diagnostics.
  public var span: SourceSpan { SourceSpan(file: storage.file, range: range) }

  /// The text of a scalar after quotes, escapes and folding are undone; empty for lists and
  /// mappings.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The bytes of `text`, without making a `String`.
  public var bytes: ArraySlice<UInt8> { storage.text[storage.textRange(record)] }

  /// Whether the text stands in quotes.
  public var isQuoted: Bool { style == .singleQuoted || style == .doubleQuoted }

  /// Whether this is nothing: an unquoted `null` or `~`, or no text at all.
  public var isNull: Bool {
    guard kind == .scalar, style == .plain else { return false }
    let bytes = bytes
    return bytes.isEmpty || bytes.elementsEqual([0x7E])
      || bytes.elementsEqual([0x6E, 0x75, 0x6C, 0x6C])
  }

  /// How many items a list has, or keys a mapping; zero for text.
  public var count: Int { kind == .scalar ? 0 : Int(record.count) }

  /// The items of a list in order; empty for anything else.
  public var items: [Node] {
    guard kind == .sequence else { return [] }
    return childIndexes.map { Node(storage: storage, index: $0) }
  }

  /// The keys and values of a mapping in the order of the file; empty for anything else.
  public var entries: [(key: Node, value: Node)] {
    guard kind == .mapping else { return [] }
    var children = childIndexes.makeIterator()
    var found: [(key: Node, value: Node)] = []
    found.reserveCapacity(count)
    while let key = children.next(), let value = children.next() {
      found.append((Node(storage: storage, index: key), Node(storage: storage, index: value)))
    }
    return found
  }

  /// The value of a key; `nil` when there is no such key or this is no mapping. Of two equal keys,
  /// which are a mistake already reported, the first counts.
  public subscript(key: String) -> Node? { entry(key)?.value }

  /// A key and its value, by the key's text.
  public func entry(_ key: String) -> (key: Node, value: Node)? {
    guard kind == .mapping else { return nil }
    var children = childIndexes.makeIterator()
    while let candidate = children.next(), let value = children.next() {
      if storage.hasText(candidate, key) {
        return (Node(storage: storage, index: candidate), Node(storage: storage, index: value))
      }
    }
    return nil
  }

  /// Whether this node was itself refused (an alias, a merge key) and the mistake reported, so that
  /// nothing more should be said about it.
  var isRefused: Bool { record.isRefused }

  private var record: NodeRecord { storage.records[index] }

  private var childIndexes: ChildIndexes { ChildIndexes(storage: storage, parent: index) }
}

/// The indexes of a node's children in order.
private struct ChildIndexes: Sequence, IteratorProtocol {
  let storage: NodeStorage
  var index: Int
  let end: Int

  init(storage: NodeStorage, parent: Int) {
    self.storage = storage
    index = parent + 1
    end = Int(storage.records[parent].next)
  }

  mutating func next() -> Int? {
    guard index < end else { return nil }
    defer { index = Int(storage.records[index].next) }
    return index
  }
}
