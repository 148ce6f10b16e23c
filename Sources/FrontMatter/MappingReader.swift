public import SourceDiagnostics

/// Reads the fields of a mapping by their names, as the values that its schema promises.
///
/// A reader is made by checking a mapping against its schema, which reports every mistake in it and
/// in the mappings inside it: unknown and missing fields, wrong kinds, unknown words. Reading then
/// never reports and never throws; what is absent, null or mistaken comes back as `nil` (or as an
/// empty list). Asking for a field that the schema does not have is a bug and stops a debug build.
///
///     guard let brief = MappingReader(document, .brief, diagnostics: &found) else { return nil }
///     let title = brief.string("title")
///     let images = brief.mappings("images").map { Image(file: $0.string("file")) }
public struct MappingReader: Sendable {
  /// The mapping that is read.
  public let node: Node
  /// What it may hold.
  public let schema: Schema
  private let variant: Schema?

  /// Checks the root of a document against a schema and reads it; an empty document is an empty
  /// mapping. `nil`, with a diagnostic, when the root is text or a list.
  public init?(
    _ document: FrontMatterDocument, _ schema: Schema, diagnostics: inout [Diagnostic]
  ) {
    var check = SchemaCheck()
    let isMapping = check.check(document.root, as: schema)
    diagnostics += check.mistakes
    guard isMapping else { return nil }
    self.init(checked: document.root, schema)
  }

  private init(checked node: Node, _ schema: Schema) {
    self.node = node
    self.schema = schema
    variant = schema.variant(of: node)
  }

  /// The value of a field as it stands, when it is there, not null, and of a kind the field takes.
  public func node(_ field: String) -> Node? {
    value(field)?.node
  }

  /// The key of a field, when it is there: the place for a diagnostic about the field as a whole.
  public func key(_ field: String) -> Node? { node.entry(field)?.key }

  /// Whether the field is there and says null (an unquoted `null` or `~`, or nothing).
  public func isNull(_ field: String) -> Bool { node[field]?.isNull ?? false }

  /// Text; also that of words, numbers and truth values.
  public func string(_ field: String) -> String? {
    guard let node = node(field), node.kind == .scalar else { return nil }
    return node.text
  }

  /// A whole number in decimal digits, within the range of its form.
  public func integer(_ field: String) -> Int? {
    guard let (node, form) = value(field), let number = node.integer else { return nil }
    if case .integer(let range?) = form, !range.contains(number) { return nil }
    return number
  }

  /// `true` or `false`.
  public func boolean(_ field: String) -> Bool? { node(field)?.boolean }

  /// One of the words of an enumeration whose raw values are the schema's words.
  public func word<Value: RawRepresentable<String>>(
    _ field: String, as type: Value.Type = Value.self
  ) -> Value? {
    string(field).flatMap(Value.init(rawValue:))
  }

  /// The items of a list that are of a kind the list takes.
  public func list(_ field: String) -> [Node] {
    guard let (node, form) = value(field), case .list(let item, _) = form else { return [] }
    return node.items.filter { !$0.isRefused && item.fitting($0) != nil }
  }

  /// The texts of a list's items; items that are not text are left out.
  public func strings(_ field: String) -> [String] {
    list(field).compactMap { $0.kind == .scalar ? $0.text : nil }
  }

  /// A mapping with known fields.
  public func mapping(_ field: String) -> MappingReader? {
    node(field).flatMap { mapping($0, in: field) }
  }

  /// The items of a list that are mappings with known fields; others are left out.
  public func mappings(_ field: String) -> [MappingReader] {
    list(field).compactMap { mapping($0, in: field) }
  }

  /// A value, list item or entry of a field, read as the mapping that the field's form allows
  /// there; `nil` when it is text or a list. For fields that take text or a mapping.
  public func mapping(_ node: Node, in field: String) -> MappingReader? {
    guard node.kind == .mapping, let schema = described(field)?.form.mappingSchema
    else { return nil }
    return MappingReader(checked: node, schema)
  }

  /// The entries of a mapping whose keys the author chooses, in the order of the file.
  public func entries(_ field: String) -> [(key: Node, value: Node)] {
    guard let (node, form) = value(field), case .map(let item) = form else { return [] }
    return node.entries.filter { entry in
      entry.key.kind == .scalar && !entry.key.isRefused && !entry.value.isRefused
        && item.fitting(entry.value) != nil
    }
  }

  /// A field's value with the form it was held against.
  private func value(_ field: String) -> (node: Node, form: Form)? {
    let description = described(field)
    guard let value = node[field], !value.isRefused, !value.isNull,
      let form = description?.form.fitting(value)
    else { return nil }
    return (value, form)
  }

  private func described(_ name: String) -> Field? {
    let field = schema.field(named: name, variant: variant) ?? anyVariantField(name)
    assert(field != nil, "'\(name)' is not a field of \(schema.name)")
    return field
  }

  /// Code may ask for a field of another variant, which is then simply absent.
  private func anyVariantField(_ name: String) -> Field? {
    schema.field(named: name, variant: nil)
  }
}
