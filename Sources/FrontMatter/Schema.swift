/// What a mapping may hold, as data: the one description that the check of a file, the reading code
/// and a JSON Schema for editors all stand on.
///
///     static let image = Schema("an image", [
///       Field("file", .text(), .required, "the picture's file, beside the text"),
///       Field("alt", .text(limit: 300), .required, "what it shows, for those who cannot see it"),
///     ])
public struct Schema: Sendable {
  /// What such a mapping is called in messages, with its article: `a brief`, `an image`.
  public let name: String
  /// The fields in the order in which documentation lists them.
  public let fields: [Field]
  /// Further fields that depend on the word in one of `fields`.
  public let variants: Variants?
  private let indexes: [String: Int]

  /// A description of a mapping; two fields of one name are a bug of the program.
  public init(_ name: String, _ fields: [Field], variants: Variants? = nil) {
    self.name = name
    self.fields = fields
    self.variants = variants
    precondition(
      variants.map { variants in fields.contains { $0.name == variants.selector } } ?? true,
      "the selector of variants must be a field")
    indexes = Dictionary(
      uniqueKeysWithValues: fields.enumerated().map { ($0.element.name, $0.offset) })
  }

  /// Fields that a mapping has only when a field of it, the selector, says a certain word: an event
  /// of type `funding` has a `round`, one of type `launch` a `version`.
  public struct Variants: Sendable {
    /// The name of the field whose word selects; it must be among the schema's own fields.
    public let selector: String
    /// The words with what each adds, in the order in which documentation lists them. Each schema's
    /// name says what the variant is called: `a funding event`.
    public let cases: [(word: String, schema: Schema)]
    /// Fields of the mapping itself of which a variant takes less, by its word: an editor offers
    /// just that. The check of a file does not look at them; the code that reads it says more.
    public let narrowed: [(word: String, fields: [Field])]

    /// Variants by the word in `selector`.
    public init(
      by selector: String, _ cases: [(word: String, schema: Schema)],
      narrowing narrowed: [(word: String, fields: [Field])] = []
    ) {
      self.selector = selector
      self.cases = cases
      self.narrowed = narrowed
    }
  }

  /// The field of this name among `fields`, without those of variants.
  public func field(named name: String) -> Field? { indexes[name].map { fields[$0] } }

  /// The same fields with only those named required: a translation needs less than its original.
  public func requiring(only names: Set<String>) -> Schema {
    Schema(
      name,
      fields.map { field in
        Field(
          field.name, field.form, names.contains(field.name) ? .required : .optional,
          field.description)
      }, variants: variants)
  }
}

/// One field of a mapping.
public struct Field: Sendable {
  /// The key as an author writes it.
  public let name: String
  /// What its value looks like.
  public let form: Form
  /// Whether it must be there.
  public let presence: Presence
  /// What it means, as a phrase for documentation and for an editor's tooltip.
  public let description: String

  /// Whether a field must be there. A value that is null counts as left out.
  public enum Presence: Sendable {
    /// It may be left out.
    case optional
    /// Leaving it out is a mistake (F012).
    case required
  }

  /// A field from its key, form, presence and meaning.
  public init(_ name: String, _ form: Form, _ presence: Presence, _ description: String) {
    self.name = name
    self.form = form
    self.presence = presence
    self.description = description
  }

  /// A field that may be left out.
  public init(_ name: String, _ form: Form, _ description: String) {
    self.init(name, form, .optional, description)
  }
}

/// What a value may look like.
public indirect enum Form: Sendable {
  /// Text of at most `limit` characters, of a named format that documentation speaks of (`date`,
  /// `uri`) and that the reading code checks.
  case text(limit: Int? = nil, format: String? = nil)
  /// A whole number within a range.
  case integer(in: ClosedRange<Int>? = nil)
  /// `true` or `false`.
  case boolean
  /// One of a closed set of words.
  case word([Word])
  /// A list with a number of items within a range.
  case list(of: Form, count: ClosedRange<Int>? = nil)
  /// A mapping with known fields.
  case mapping(Schema)
  /// A mapping with keys of the author's choice, such as language tags, and values of one form.
  case map(of: Form)
  /// Text, list or mapping, whichever the author writes: at most one form of each of these kinds.
  case oneOf([Form])
  /// Whatever is there.
  case anything
}

/// A word of a closed set with its meaning.
public struct Word: Sendable, ExpressibleByStringLiteral {
  /// The word as an author writes it.
  public let text: String
  /// What it means, for documentation; may be empty.
  public let description: String

  /// A word and its meaning.
  public init(_ text: String, _ description: String = "") {
    self.text = text
    self.description = description
  }

  /// A word that explains itself.
  public init(stringLiteral text: String) { self.init(text) }
}
