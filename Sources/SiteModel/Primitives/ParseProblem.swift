/// What is wrong with a text that a primitive's parser was given, and where in it.
///
/// The parsers of this folder know nothing of files. Whoever calls one knows where the text
/// stands, adds that place to `range`, and has the exact bytes to underline.
package struct ParseProblem: Error, Sendable, Hashable {
  /// One sentence: the most specific word first, the rule rather than a complaint.
  package var message: String
  /// The bytes meant, counted from the beginning of the parsed text (UTF-8). Empty at a place
  /// where something is missing.
  package var range: Range<Int>
  /// How to write it instead, when that can be said.
  package var help: String?

  /// A problem at `range`, with the way out of it if there is one.
  package init(_ message: String, at range: Range<Int>, help: String? = nil) {
    self.message = message
    self.range = range
    self.help = help
  }

  /// The same problem in a longer text that has the parsed one at byte `offset`.
  package func moved(by offset: Int) -> ParseProblem {
    ParseProblem(
      message, at: range.lowerBound + offset..<range.upperBound + offset, help: help)
  }
}

/// A problem in one named field of a value that is written as a map.
package struct FieldProblem: Error, Sendable, Hashable {
  /// The key whose value is wrong (or which is missing, when the map has no such key).
  package var field: String
  /// What is wrong; its range counts in the bytes of that field's text.
  package var problem: ParseProblem

  /// A problem of the field named `field`.
  package init(_ field: String, _ problem: ParseProblem) {
    self.field = field
    self.problem = problem
  }
}
