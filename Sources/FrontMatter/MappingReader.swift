public import SourceDiagnostics

/// Reads the fields of a mapping by their names, as the values that its schema promises.
///
/// A reader is made by checking a mapping against its schema, which reports every mistake in it and
/// in the mappings inside it: unknown and missing fields, wrong kinds, unknown words. Reading then
/// never reports and never throws; what is absent, null or mistaken comes back as `nil` (or as an
/// empty list). Asking for a field that the schema does not have is a bug and stops a debug build.
///
///     guard let brief = MappingReader(document, Schema.brief, diagnostics: &diagnostics) else { … }
///     let title = brief.string("title")
///     let images = brief.mappings("images").map { Image(file: $0.string("file")) }
public struct MappingReader: Sendable {
  /// The mapping that is read.
  public let node: Node
  /// What it may hold.
  public let schema: Schema

  /// Checks the root of a document against a schema and reads it; an empty document is an empty
  /// mapping. `nil`, with a diagnostic, when the root is text or a list.
  public init?(
    _ document: FrontMatterDocument, _ schema: Schema, diagnostics: inout [Diagnostic]
  ) {
    nil
  }

  /// The value of a field as it stands, when it is there and not null.
  public func node(_ field: String) -> Node? { nil }

  /// The key of a field, when it is there: the place for a diagnostic about the field as a whole.
  public func key(_ field: String) -> Node? { nil }

  /// Whether the field is there and says null.
  public func isNull(_ field: String) -> Bool { false }

  /// Text.
  public func string(_ field: String) -> String? { nil }

  /// A whole number in decimal digits.
  public func integer(_ field: String) -> Int? { nil }

  /// `true` or `false`.
  public func boolean(_ field: String) -> Bool? { nil }

  /// One of the words of an enumeration whose raw values are the schema's words.
  public func word<Value: RawRepresentable<String>>(
    _ field: String, as type: Value.Type = Value.self
  ) -> Value? { nil }

  /// The items of a list, nulls left out.
  public func list(_ field: String) -> [Node] { [] }

  /// The items of a list that are text.
  public func strings(_ field: String) -> [String] { [] }

  /// A mapping with known fields.
  public func mapping(_ field: String) -> MappingReader? { nil }

  /// The items of a list that are mappings with known fields.
  public func mappings(_ field: String) -> [MappingReader] { [] }

  /// A list item or value that is a mapping where its form (perhaps one of several) allows one.
  public func mapping(_ node: Node, in field: String) -> MappingReader? { nil }

  /// The entries of a mapping whose keys the author chooses.
  public func entries(_ field: String) -> [(key: Node, value: Node)] { [] }
}
