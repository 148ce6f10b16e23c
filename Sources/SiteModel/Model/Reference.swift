package import SourceDiagnostics

/// A mention of another record as an author wrote it, not yet looked up, with its place.
package struct Reference: Sendable, Hashable {
  /// An id, a name or an alias.
  package var text: String
  /// The file it stands in.
  package var file: String
  /// Its bytes in that file.
  package var range: Range<Int>

  package init(_ text: String, file: String, range: Range<Int>) {
    self.text = text
    self.file = file
    self.range = range
  }

  /// The place, for diagnostics.
  package var span: SourceSpan { SourceSpan(file: file, range: range) }
}

/// A value that an author wrote, with its place.
package struct Placed<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The value.
  package var value: Value
  /// Its bytes in its file.
  package var range: Range<Int>

  package init(_ value: Value, _ range: Range<Int>) {
    self.value = value
    self.range = range
  }
}

/// A fact of a record with what it rests on.
package struct Sourced<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The fact.
  package var value: Value
  /// A source's id in the same file, or an address; empty when none is given.
  package var source: String?
  /// Since when and until when it holds.
  package var from: UncertainDate?
  package var until: UncertainDate?

  package init(
    _ value: Value, source: String? = nil, from: UncertainDate? = nil, until: UncertainDate? = nil
  ) {
    self.value = value
    self.source = source
    self.from = from
    self.until = until
  }
}
