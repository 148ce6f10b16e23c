import FrontMatter
import Testing

@testable import SiteModel

@Suite("Reference of content")
struct ContentReferenceTests {
  @Test("content.md lists each field of each kind of file as the schemas do")
  func content() throws {
    try ReferencePage("content").check(Self.part)
  }

  @Test("content.md has every kind of file and of event")
  func complete() throws {
    let parts = try ReferencePage("content").partNames
    for name in Self.schemas.map(\.name) + ["event types", "kinds", "kind facts"] {
      #expect(parts.contains(name), "\(name)")
    }
  }

  private static func part(_ name: String) -> String? {
    switch name {
    case "kinds": kinds
    case "common": SchemaTables.table(common)
    case "kind facts": kindFacts
    case "event types": eventTypes
    case "certainties": SchemaTables.words(Word.certainties)
    case "stages": SchemaTables.words(Word.stages)
    case "source kinds": words(of: "kind", in: .ownSource)
    case "brief kinds": words(of: "kind", in: .brief)
    default: schemas.first { $0.name == name }.map { SchemaTables.table($0.schema) }
    }
  }

  /// The shapes that have a table of their own, by the names of the made parts.
  private static let schemas: [(name: String, schema: Schema)] = [
    ("brief", .brief), ("brief translation", .briefTranslation), ("entities", .briefEntities),
    ("source", .ownSource), ("archive", .archive), ("waiver", .waiver), ("claim", .claim),
    ("image", .image),
    ("question", .openQuestion), ("correction", .correction), ("event", .eventAssertion),
    ("participant", .participant), ("conflict", .conflict), ("conflict value", .conflictValue),
    ("previous name", .previousName), ("role", .personRole), ("topic", .topic),
    ("storyline", .storyline), ("event text", .eventText), ("page", .page),
    ("translation", .recordTranslation),
  ]

  private static func words(of field: String, in schema: Schema) -> String? {
    guard case .word(let words)? = schema.field(named: field)?.form else { return nil }
    return SchemaTables.words(words)
  }

  // MARK: - Entities

  private static var kinds: String {
    referenceTable(
      ["Kind", "File", "Pages under", "Schema.org type"],
      EntityKind.allCases.map { kind in
        [
          "`\(kind.rawValue)`", "`content/entities/\(kind.rawValue)/NAME.md`", "`/\(kind.folder)/`",
          kind.schemaOrgType,
        ]
      })
  }

  /// The fields that all kinds of entity have.
  private static var common: Schema {
    let first = Schema.entity(EntityKind.allCases[0])
    return Schema(
      "an entity",
      first.fields.filter { field in
        EntityKind.allCases.allSatisfy { Schema.entity($0).field(named: field.name) != nil }
      })
  }

  /// The other fields, each group of kinds that has the same ones together.
  private static var kindFacts: String {
    var groups: [(fields: [String], kinds: [EntityKind])] = []
    for kind in EntityKind.allCases {
      let own = Schema.entity(kind).fields.map(\.name).filter { common.field(named: $0) == nil }
      if let place = groups.firstIndex(where: { $0.fields == own }) {
        groups[place].kinds.append(kind)
      } else {
        groups.append((own, [kind]))
      }
    }
    return groups.map { group in
      let shared = common.fields.map(\.name)
      return group.kinds.map { "`\($0.rawValue)`" }.joined(separator: ", ") + "\n\n"
        + SchemaTables.table(Schema.entity(group.kinds[0]), without: shared)
    }.joined(separator: "\n")
  }

  // MARK: - Events

  private static var eventTypes: String {
    EventVocabulary.types.map { type in
      let schema = Schema.eventAssertion.variants?.cases.first { $0.word == type.key }?.schema
      let roles = type.roles.enumerated().map { index, role in
        let word = index < type.principalCount ? "**`\(role.key)`**" : "`\(role.key)`"
        let kinds = role.kinds.map(\.rawValue).joined(separator: ", ")
        return "- \(word)\(kinds.isEmpty ? "" : ": \(kinds)")\n"
      }
      return "### `\(type.key)`\n\nRoles:\n\n\(roles.joined())\n"
        + (schema.map { SchemaTables.table($0) } ?? "")
    }.joined(separator: "\n")
  }
}
