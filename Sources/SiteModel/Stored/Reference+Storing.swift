import FrontMatter

// What an author wrote, with its place. The file is that of the reader or writer.

extension Reference: Stored {
  func store(in writer: inout StoredWriter) {
    assert(file == writer.file, "a reference stands in the file that it was read from")
    writer.write(text)
    writer.write(range)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(try reader.text(), file: reader.file, range: try reader.range())
  }
}

extension Placed: Stored where Value: Stored {
  func store(in writer: inout StoredWriter) {
    value.store(in: &writer)
    writer.write(range)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(try reader.value(), try reader.range())
  }
}

extension Sourced: Stored where Value: Stored {
  func store(in writer: inout StoredWriter) {
    value.store(in: &writer)
    writer.write(source)
    writer.write(from)
    writer.write(until)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(
      try reader.value(), source: try reader.optional(), from: try reader.optional(),
      until: try reader.optional())
  }
}

extension LanguageTag: Stored {
  func store(in writer: inout StoredWriter) { writer.write(text) }
  init(from reader: inout StoredReader) throws(StoredDamage) { self.init(try reader.text()) }
}

extension Waiver: Stored {
  func store(in writer: inout StoredWriter) {
    assert(file == writer.file, "a waiver stands in the file that it was read from")
    writer.write(rule)
    writer.write(why)
    writer.write(until)
    writer.write(scope)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(
      rule: try reader.value(), why: try reader.text(), until: try reader.optional(),
      file: reader.file, scope: try reader.optional())
  }
}

extension Node: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(detached)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    guard let node = Node(try reader.list(DetachedNode.self), file: reader.file) else {
      throw StoredDamage()
    }
    self = node
  }
}

extension DetachedNode: Stored {
  func store(in writer: inout StoredWriter) {
    let number: UInt8 =
      switch kind {
      case .scalar: 0
      case .sequence: 1
      case .mapping: 2
      }
    writer.write(number)
    writer.write(style.rawValue)
    writer.write(range)
    writer.write(text)
    writer.write(count: innerCount)
    writer.write(isRefused)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    let kinds: [Node.Kind] = [.scalar, .sequence, .mapping]
    let (kind, style) = (Int(try reader.byte()), Node.Style(rawValue: try reader.byte()))
    guard kinds.indices.contains(kind), let style else { throw StoredDamage() }
    self.init(
      kind: kinds[kind], style: style, range: try reader.range(), text: try reader.text(),
      innerCount: try reader.place(), isRefused: try reader.flag())
  }
}
