/// Which form a value is held against, and how a form is named in messages.
extension Form {
  /// The form itself, or the one of several, that is written in the way the node is; `nil` when the
  /// node is of another kind.
  func fitting(_ node: Node) -> Form? {
    switch self {
    case .oneOf(let forms):
      for form in forms {
        if let fitting = form.fitting(node) { return fitting }
      }
      return nil
    case .anything: return self
    case .text, .integer, .boolean, .word:
      return node.kind == .scalar && !node.isNull ? self : nil
    case .list: return node.kind == .sequence ? self : nil
    case .mapping, .map: return node.kind == .mapping ? self : nil
    }
  }

  /// The schema of the mappings that this form allows, directly or as items.
  var mappingSchema: Schema? {
    switch self {
    case .mapping(let schema): schema
    case .list(let form, _), .map(let form): form.mappingSchema
    case .oneOf(let forms): forms.lazy.compactMap(\.mappingSchema).first
    case .text, .integer, .boolean, .word, .anything: nil
    }
  }

  /// Whether a list of text is among what is allowed.
  var takesListOfText: Bool {
    switch self {
    case .list(let item, _): item.takesScalars
    case .oneOf(let forms): forms.contains(where: \.takesListOfText)
    default: false
    }
  }

  /// Whether only text of some sort is allowed.
  var takesOnlyScalars: Bool {
    switch self {
    case .text, .integer, .boolean, .word: true
    default: false
    }
  }

  private var takesScalars: Bool {
    if case .oneOf(let forms) = self { return forms.contains(where: \.takesScalars) }
    return takesOnlyScalars
  }

  /// What a field of this form takes, for messages.
  var phrase: String {
    switch self {
    case .text: "text"
    case .integer: "a whole number"
    case .boolean: "true or false"
    case .word: "a word"
    case .list: "a list"
    case .mapping(let schema): "\(schema.name) as 'key: value' lines"
    case .map: "a mapping"
    case .oneOf(let forms): forms.map(\.phrase).joined(separator: " or ")
    case .anything: "anything"
    }
  }
}

extension Schema {
  /// The variant that a mapping's selector names; `nil` when it names none.
  func variant(of node: Node) -> Schema? {
    guard let variants, let selector = node[variants.selector], selector.kind == .scalar
    else { return nil }
    return variants.cases.first { selector.reads($0.word) }?.schema
  }

  /// The field of a name in the common fields, then in the selected variant; when none is selected,
  /// in any variant, so that one wrong selector does not make every field unknown.
  func field(named name: String, variant: Schema?) -> Field? {
    if let field = field(named: name) { return field }
    if let variant { return variant.field(named: name) }
    return variants?.cases.lazy.compactMap { $0.schema.field(named: name) }.first
  }
}

extension Node {
  /// Whether a scalar's text is `word`, byte for byte.
  func reads(_ word: String) -> Bool { storage.hasText(index, word) }

  /// A scalar's text as a whole number: decimal digits, perhaps behind a minus.
  var integer: Int? {
    guard kind == .scalar else { return nil }
    let digits = bytes.first == 0x2D ? bytes.dropFirst() : bytes
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  /// A scalar's text as `true` or `false`.
  var boolean: Bool? { reads("true") ? true : reads("false") ? false : nil }
}
