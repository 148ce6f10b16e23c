import FrontMatter

/// Schemas as the tables of `docs/reference/`: one row for each field.
enum SchemaTables {
  /// The fields of a schema, without those of variants; those of `hidden` are left out.
  static func table(_ schema: Schema, without hidden: [String] = []) -> String {
    referenceTable(
      ["Field", "", "Value", "Meaning"],
      schema.fields.filter { !hidden.contains($0.name) }.map { field in
        [
          "`\(field.name)`", field.presence == .required ? "required" : "", value(field.form),
          field.description,
        ]
      })
  }

  /// The words of a closed set with their meanings.
  static func words(_ words: [Word]) -> String {
    referenceTable(["Word", "Meaning"], words.map { ["`\($0.text)`", $0.description] })
  }

  /// What a value looks like, in words.
  static func value(_ form: Form) -> String {
    switch form {
    case .text(let limit, let format):
      let noun = format.map { formats[$0] ?? $0 } ?? "text"
      return limit.map { "\(noun), ≤ \($0) characters" } ?? noun
    case .integer(let range):
      return range.map { "whole number, \($0.lowerBound) to \($0.upperBound)" } ?? "whole number"
    case .boolean: return "`true` or `false`"
    case .word(let words): return words.map { "`\($0.text)`" }.joined(separator: ", ")
    case .list(let item, let count):
      let bounds = count.map { range in
        range.upperBound >= 50
          ? "\(range.lowerBound) or more " : "\(range.lowerBound) to \(range.upperBound) "
      }
      return "list of \(bounds ?? "")[\(value(item))]"
    case .mapping(let schema): return name(schema)
    case .map(let item): return "\(value(item)), each under a key (such as a language tag)"
    case .oneOf(let forms): return distinct(forms.map(value)).joined(separator: "; or ")
    case .anything: return "anything"
    }
  }

  /// A shape by its name, which is the heading under which its fields are listed.
  private static func name(_ schema: Schema) -> String {
    schema.field(named: "value") != nil && schema.field(named: "from") != nil
      ? "the long form `{value, source, …}`" : "*\(schema.name)*"
  }

  private static func distinct(_ texts: [String]) -> [String] {
    texts.enumerated().filter { !texts[..<$0].contains($1) }.map(\.element)
  }

  /// What the named formats are called here.
  private static let formats = [
    "base-url": "address", "currency": "currency code", "date": "date", "decimal": "number",
    "language": "language tag", "number": "number", "path": "path from `/`", "quantity": "quantity",
    "reference": "reference", "relative-date": "word of a relative date", "slug": "slug",
    "uri": "address", "unit": "unit", "website": "address", "boolean": "`true` or `false`",
  ]
}
