import SourceDiagnostics

// Mistakes. A rule is stored as its code, and found again by the reader's table.

extension Severity: StoredWord {}

extension SourceSpan: Stored {
  func store(in writer: inout StoredWriter) {
    let isElsewhere = file != writer.file
    writer.write(isElsewhere)
    if isElsewhere { writer.write(file) }
    writer.write(range)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(
      file: try reader.flag() ? reader.text() : reader.file, range: try reader.optional())
  }
}

extension Diagnostic: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(rule.code)
    writer.write(severity)
    writer.write(summary)
    writer.write(span)
    writer.write(label)
    writer.write(related)
    writer.write(notes)
    writer.write(help)
    writer.write(fix)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    guard let rule = reader.rules(try reader.text()) else { throw StoredDamage() }
    let severity = try reader.value(Severity.self)
    self.init(
      rule, try reader.text(), at: try reader.optional(), label: try reader.text(),
      related: try reader.list(), notes: try reader.list(), help: try reader.optional(),
      fix: try reader.optional())
    self.severity = severity
  }
}

extension Diagnostic.Related: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(span)
    writer.write(label)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(try reader.value(), try reader.text())
  }
}

extension Diagnostic.Fix: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(span)
    writer.write(replacement)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(try reader.value(), replacement: try reader.text())
  }
}
