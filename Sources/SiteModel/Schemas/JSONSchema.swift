package import FrontMatter
import SourceDiagnostics

/// Writes a schema as JSON Schema, draft 2020-12, so that an editor completes the names of fields
/// and words, shows what they mean, and marks what `brevier check` would refuse.
///
/// Values are described as YAML 1.2 reads them: `2025` is a number there, so a field that takes a
/// date takes a number too. Mappings are closed; those with variants close over the fields of the
/// variant that applies. What no pattern can say (whether an interval ends after it begins, whether
/// a reference exists) is left to the check.
package struct JSONSchema {
  /// Schemas and formats that are referred to, in the order in which they were met first.
  private var definitions: [Definition] = []

  private enum Definition {
    case schema(Schema)
    case format(TextFormat)

    var key: String {
      switch self {
      case .schema(let schema): JSONSchema.key(of: schema)
      case .format(let format): format.rawValue + "-text"
      }
    }
  }

  /// The schema as JSON, ending in a newline. With several, a mapping must fit one of them.
  package static func text(of schemas: [Schema], title: String) -> String {
    var writer = JSONSchema()
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.member("title", title)
      if schemas.count == 1 {
        writer.writeMapping(schemas[0], to: &json)
      } else {
        json.array("anyOf") { json in
          for schema in schemas { writer.writeReference(.schema(schema), to: &json) }
        }
      }
      writer.writeDefinitions(to: &json)
    }
    return json.text + "\n"
  }

  /// The name under which a schema is defined: its own without the article, `event-text`.
  static func key(of schema: Schema) -> String {
    let words = schema.name.split(separator: " ").filter { !["a", "an", "the"].contains($0) }
    return Slug.make(words.joined(separator: " ")).text
  }

  private mutating func writeDefinitions(to json: inout JSONWriter) {
    guard !definitions.isEmpty else { return }
    var next = 0
    json.object("$defs") { json in
      // Writing one definition may add others behind it.
      while next < definitions.count {
        let definition = definitions[next]
        next += 1
        json.object(definition.key) { json in
          switch definition {
          case .schema(let schema): writeMapping(schema, to: &json)
          case .format(let format): format.write(to: &json)
          }
        }
      }
    }
  }

  private mutating func define(_ definition: Definition) -> String {
    let key = definition.key
    if !definitions.contains(where: { $0.key == key }) { definitions.append(definition) }
    return "#/$defs/" + key
  }

  // MARK: - Mappings

  private mutating func writeMapping(_ schema: Schema, to json: inout JSONWriter) {
    json.member("description", schema.name)
    json.member("type", "object")
    writeFields(schema.fields, to: &json)
    guard let variants = schema.variants else {
      json.key("additionalProperties")
      json.bool(false)
      return
    }
    write(variants, to: &json)
    json.key("unevaluatedProperties")
    json.bool(false)
  }

  private mutating func writeFields(_ fields: [Field], to json: inout JSONWriter) {
    json.object("properties") { writeProperties(fields, to: &$0) }
    writeRequired(fields, to: &json)
  }

  private mutating func writeProperties(_ fields: [Field], to json: inout JSONWriter) {
    for field in fields {
      json.object(field.name) { json in
        json.member("description", field.description)
        if let text = markdown(of: field) { json.member("markdownDescription", text) }
        write(field.form, nullable: field.presence == .optional, to: &json)
      }
    }
  }

  private func writeRequired(_ fields: [Field], to json: inout JSONWriter) {
    json.member("required", fields.filter { $0.presence == .required }.map(\.name))
  }

  /// What an editor shows of a field with a closed set of words, each with its meaning; nil for
  /// other fields, which their description says all of.
  private func markdown(of field: Field) -> String? {
    let words = field.form.words.filter { !$0.description.isEmpty }
    if words.isEmpty { return nil }
    let lines = words.map { "- `\($0.text)`: \($0.description)" }
    return field.description + "\n\n" + lines.joined(separator: "\n")
  }

  /// The fields of each variant where its word is given; without a known word, those of any, each
  /// as the first variant that has it describes it. The check of a file does the same.
  private mutating func write(_ variants: Schema.Variants, to json: inout JSONWriter) {
    func condition(_ json: inout JSONWriter, _ content: (inout JSONWriter) -> Void) {
      json.object("if") { json in
        json.object("properties") { json in json.object(variants.selector, content) }
        json.member("required", [variants.selector])
      }
    }
    var seen = Set<String>()
    let anyFields = variants.cases.flatMap(\.schema.fields).filter { seen.insert($0.name).inserted }
      .map { Field($0.name, $0.form, $0.description) }
    json.array("allOf") { json in
      for (word, schema) in variants.cases {
        json.object { json in
          condition(&json) { $0.member("const", word) }
          let narrowed = variants.narrowed.first { $0.word == word }?.fields ?? []
          json.object("then") { json in
            json.object("properties") { writeProperties(schema.fields + narrowed, to: &$0) }
            writeRequired(schema.fields, to: &json)
          }
        }
      }
      json.object { json in
        condition(&json) { $0.member("enum", variants.cases.map(\.word)) }
        json.object("else") { writeFields(anyFields, to: &$0) }
      }
    }
  }

  // MARK: - Values

  private mutating func write(_ form: Form, nullable: Bool, to json: inout JSONWriter) {
    switch form {
    case .text(let limit, let format):
      writeText(limit: limit, format: format, nullable: nullable, to: &json)
    case .integer(let range):
      write(types: ["integer"], nullable: nullable, to: &json)
      if let range {
        json.member("minimum", range.lowerBound)
        json.member("maximum", range.upperBound)
      }
    case .boolean: write(types: ["boolean"], nullable: nullable, to: &json)
    case .word(let words): write(words, nullable: nullable, to: &json)
    case .list(let item, let count):
      write(types: ["array"], nullable: nullable, to: &json)
      json.object("items") { write(item, nullable: false, to: &$0) }
      if let count {
        json.member("minItems", count.lowerBound)
        json.member("maxItems", count.upperBound)
      }
    case .mapping(let schema): writeChoice([.schema(schema)], nullable: nullable, to: &json)
    case .map(let value):
      write(types: ["object"], nullable: nullable, to: &json)
      json.object("additionalProperties") { write(value, nullable: true, to: &$0) }
    case .oneOf(let forms):
      json.array("oneOf") { json in
        for form in forms { json.object { write(form, nullable: false, to: &$0) } }
        if nullable { json.object { $0.member("type", "null") } }
      }
    case .anything: break
    }
  }

  private mutating func writeText(
    limit: Int?, format: String?, nullable: Bool, to json: inout JSONWriter
  ) {
    if let format = format.flatMap({ TextFormat(rawValue: $0) }) {
      writeChoice([.format(format)], nullable: nullable, to: &json)
    } else {
      // What YAML takes for a number or a truth is text here.
      write(types: ["string", "number", "boolean"], nullable: nullable, to: &json)
      if let limit { json.member("maxLength", limit) }
    }
  }

  private func write(types: [String], nullable: Bool, to json: inout JSONWriter) {
    let all = types + (nullable ? ["null"] : [])
    if all.count == 1 { json.member("type", all[0]) } else { json.member("type", all) }
  }

  private func write(_ words: [Word], nullable: Bool, to json: inout JSONWriter) {
    json.array("oneOf") { json in
      for word in words {
        json.object { json in
          json.member("const", word.text)
          if !word.description.isEmpty { json.member("description", word.description) }
        }
      }
      if nullable { json.object { $0.member("type", "null") } }
    }
  }

  private mutating func writeChoice(
    _ choices: [Definition], nullable: Bool, to json: inout JSONWriter
  ) {
    if choices.count == 1, !nullable {
      json.member("$ref", define(choices[0]))
      return
    }
    json.array("oneOf") { json in
      for choice in choices { writeReference(choice, to: &json) }
      if nullable { json.object { $0.member("type", "null") } }
    }
  }

  private mutating func writeReference(_ definition: Definition, to json: inout JSONWriter) {
    let reference = define(definition)
    json.object { $0.member("$ref", reference) }
  }
}

extension Form {
  /// The words of the closed set that a value, or each of a list, is taken from.
  fileprivate var words: [Word] {
    switch self {
    case .word(let words): words
    case .list(let form, _), .map(let form): form.words
    default: []
    }
  }
}
