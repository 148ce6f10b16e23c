import Foundation
import FrontMatter
import SourceDiagnostics
import Testing

@testable import SiteModel

@Suite("JSON Schema")
struct JSONSchemaTests {
  private func object(_ name: String) throws -> [String: Any] {
    let entry = try #require(SchemaCatalog.named(name))
    let json = try JSONSerialization.jsonObject(with: Data(entry.json.utf8))
    return try #require(json as? [String: Any])
  }

  @Test(
    "each kind of file has one, and every reference in it leads somewhere",
    arguments: SchemaCatalog.all.map(\.name))
  func references(_ name: String) throws {
    let root = try object(name)
    #expect(root["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect((root["title"] as? String)?.isEmpty == false)
    let definitions = root["$defs"] as? [String: Any] ?? [:]
    var used = Set<String>()
    var rest: [Any] = [root]
    while let next = rest.popLast() {
      if let object = next as? [String: Any] {
        if let target = object["$ref"] as? String { used.insert(String(target.dropFirst(8))) }
        rest += object.values
      } else if let list = next as? [Any] {
        rest += list
      }
    }
    #expect(used == Set(definitions.keys))
  }

  @Test("every mapping is closed", arguments: SchemaCatalog.all.map(\.name))
  func closed(_ name: String) throws {
    let root = try object(name)
    let definitions = root["$defs"] as? [String: [String: Any]] ?? [:]
    let mappings = ([root] + definitions.values).filter { $0["type"] as? String == "object" }
    for mapping in mappings {
      let closing = mapping["allOf"] == nil ? "additionalProperties" : "unevaluatedProperties"
      #expect(mapping[closing] as? Bool == false)
    }
  }

  @Test("two schemas of one name are one schema")
  func names() {
    var seen: [String: [String]] = [:]
    var rest = SchemaCatalog.all.flatMap(\.schemas)
    var count = 0
    while let schema = rest.popLast(), count < 10_000 {
      count += 1
      let fields = schema.fields.map { "\($0.name) \($0.form.isShort) \($0.description)" }
      let key = JSONSchema.key(of: schema)
      if let known = seen[key] { #expect(known == fields, "\(key)") } else { seen[key] = fields }
      rest += schema.fields.flatMap(\.form.schemas)
      rest += schema.variants?.cases.flatMap { $0.schema.fields.flatMap(\.form.schemas) } ?? []
    }
    #expect(seen.count > 30 && count < 10_000)
  }

  @Test("every format that a field names is known")
  func formats() {
    var rest = SchemaCatalog.all.flatMap(\.schemas)
    var named = Set<String>()
    while let schema = rest.popLast() {
      rest += schema.fields.flatMap(\.form.schemas)
      named.formUnion(schema.fields.flatMap(\.form.formats))
    }
    #expect(named.subtracting(TextFormat.allCases.map(\.rawValue)) == [])
    #expect(named.contains("date") && named.contains("slug"))
  }

  @Test("a brief's fields have their meanings, words and bounds")
  func brief() throws {
    let root = try object("brief")
    #expect(root["required"] as? [String] == ["title", "date", "topics", "sources"])
    let fields = try #require(root["properties"] as? [String: [String: Any]])
    #expect(fields.values.allSatisfy { ($0["description"] as? String)?.isEmpty == false })
    #expect(fields["title"]?["maxLength"] as? Int == 110)
    #expect(fields["topics"]?["maxItems"] as? Int == 4)
    let kinds = try #require(fields["kind"]?["oneOf"] as? [[String: String]])
    #expect(kinds.first == ["const": "brief", "description": "one story"])
    #expect(kinds.last == ["type": "null"])
  }

  @Test(
    "every field says what it means, and every word whose meaning is known says it too",
    arguments: SchemaCatalog.all.map(\.name))
  func descriptions(_ name: String) throws {
    var rest: [(path: String, value: Any)] = [(name, try object(name))]
    var (fields, words) = (0, 0)
    while let (path, next) = rest.popLast() {
      if let list = next as? [Any] {
        rest += list.enumerated().map { ("\(path)[\($0)]", $1) }
      }
      guard let object = next as? [String: Any] else { continue }
      rest += object.map { ("\(path).\($0)", $1) }
      // Conditions name the field that they ask for, and say nothing of it.
      let isCondition = path.hasSuffix(".if")
      for (field, value) in object["properties"] as? [String: Any] ?? [:] where !isCondition {
        let description = (value as? [String: Any])?["description"] as? String
        #expect(description?.isEmpty == false, "\(path): \(field)")
        fields += 1
      }
      if object["const"] is String, !path.contains(".if.") {
        #expect((object["description"] as? String)?.isEmpty == false, "\(path)")
        words += 1
      }
    }
    #expect(fields > 1)
    if name == "brief" { #expect(fields > 200 && words > 150, "\(fields) \(words)") }
  }

  @Test("every word of every schema has a meaning, and the schema writes it")
  func words() throws {
    var rest = SchemaCatalog.all.flatMap(\.schemas)
    var found = Set<String>()
    while let schema = rest.popLast() {
      let all = schema.fields + (schema.variants?.cases.flatMap(\.schema.fields) ?? [])
      for field in all {
        rest += field.form.schemas
        for word in field.form.words {
          #expect(!word.description.isEmpty, "\(schema.name): \(field.name): \(word.text)")
          found.insert(word.text)
        }
      }
    }
    #expect(found.count > 80)
    let root = try object("brief")
    let definitions = try #require(root["$defs"] as? [String: [String: Any]])
    let fields = try #require(definitions["event"]?["properties"] as? [String: [String: Any]])
    let text = try #require(fields["certainty"]?["markdownDescription"] as? String)
    #expect(text.hasPrefix("how well it is known\n\n- `rumoured`: unnamed people say so\n"))
    #expect(fields["place"]?["markdownDescription"] == nil)
  }

  @Test("every format shows an example that it takes")
  func examples() throws {
    for format in TextFormat.allCases {
      var json = JSONWriter(pretty: false)
      json.object { format.write(to: &$0) }
      let data = Data(json.text.utf8)
      let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
      let examples = try #require(object["examples"] as? [String])
      #expect(!examples.isEmpty, "\(format)")
      for example in examples {
        if let words = format.words { #expect(words.contains(example), "\(format): \(example)") }
        guard let pattern = object["pattern"] as? String else { continue }
        #expect(try Regex(pattern).wholeMatch(in: example) != nil, "\(format): \(example)")
      }
    }
  }

  @Test("the roles of an event depend on its type")
  func roles() throws {
    let definitions = try #require(try object("brief")["$defs"] as? [String: [String: Any]])
    let branches = try #require(definitions["event"]?["allOf"] as? [[String: Any]])
    for (type, branch) in zip(EventVocabulary.types, branches) {
      let then = try #require(branch["then"] as? [String: Any])
      let fields = try #require(then["properties"] as? [String: [String: Any]])
      let items = try #require(fields["participants"]?["items"] as? [String: String])
      let target = try #require(items["$ref"]?.dropFirst("#/$defs/".count))
      let participant = try #require(definitions[String(target)])
      let inner = try #require(participant["properties"] as? [String: [String: Any]])
      let words = try #require(inner["role"]?["oneOf"] as? [[String: String]])
      #expect(words.compactMap { $0["const"] } == type.roles.map(\.key))
      #expect(
        words.filter { $0["description"]?.hasSuffix("the event needs one") == true }.count
          == type.principalCount)
    }
  }

  @Test("an event's fields depend on its type")
  func event() throws {
    let definitions = try #require(try object("brief")["$defs"] as? [String: [String: Any]])
    let branches = try #require(definitions["event"]?["allOf"] as? [[String: Any]])
    #expect(branches.count == EventVocabulary.types.count + 1)
    let first = try #require(branches[0]["then"] as? [String: Any])
    let fields = try #require(first["properties"] as? [String: Any])
    #expect(
      Set(fields.keys) == Set(EventVocabulary.types[0].fields.map(\.key) + ["participants"]))
    let other = try #require(branches.last?["else"] as? [String: Any])
    #expect((other["properties"] as? [String: Any])?.count ?? 0 > 40)
  }

  @Test("an entity of any kind fits one of the kinds")
  func entity() throws {
    #expect((try object("entity")["anyOf"] as? [Any])?.count == EntityKind.allCases.count)
    #expect(SchemaCatalog.named("entities") == nil)
    #expect(Set(SchemaCatalog.all.map(\.name)).count == SchemaCatalog.all.count)
  }
}

extension Form {
  /// The schemas of mappings within.
  fileprivate var schemas: [Schema] {
    switch self {
    case .mapping(let schema): [schema]
    case .list(let form, _), .map(let form): form.schemas
    case .oneOf(let forms): forms.flatMap(\.schemas)
    default: []
    }
  }

  /// The words of closed sets within, without those of mappings.
  fileprivate var words: [Word] {
    switch self {
    case .word(let words): words
    case .list(let form, _), .map(let form): form.words
    case .oneOf(let forms): forms.flatMap(\.words)
    default: []
    }
  }

  /// The formats of text within, without those of mappings.
  fileprivate var formats: [String] {
    switch self {
    case .text(_, let format): [format].compactMap { $0 }
    case .list(let form, _), .map(let form): form.formats
    case .oneOf(let forms): forms.flatMap(\.formats)
    default: []
    }
  }

  /// The form without the insides of mappings, to compare by.
  fileprivate var isShort: String {
    switch self {
    case .mapping(let schema): "mapping \(schema.name)"
    case .list(let form, let count): "list \(form.isShort) \(String(describing: count))"
    case .map(let form): "map \(form.isShort)"
    case .oneOf(let forms): "one of \(forms.map(\.isShort))"
    case .word(let words): "word \(words.map(\.text))"
    default: "\(self)"
    }
  }
}
