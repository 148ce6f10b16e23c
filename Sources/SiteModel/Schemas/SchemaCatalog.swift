package import FrontMatter

/// The kinds of file that have a JSON Schema, by the names under which `brevier schema` prints them.
package struct SchemaCatalog: Sendable {
  /// The name, such as `brief`; also that of the file, with `.schema.json` behind it.
  package let name: String
  /// What such a file is, and where it stands.
  package let title: String
  /// The schemas of which a file must fit one.
  package let schemas: [Schema]

  /// The schema as JSON.
  package var json: String { JSONSchema.text(of: schemas, title: title) }

  /// Every kind of file, in the order in which they are listed.
  package static let all: [SchemaCatalog] =
    [
      entry("brief", "content/briefs/**/NAME.md", .brief),
      entry("brief-translation", "content/briefs/**/NAME.LANG.md", .briefTranslation),
      SchemaCatalog(
        name: "entity", title: "an entity of any kind (content/entities/KIND/NAME.md)",
        schemas: EntityKind.allCases.map { .entity($0) }),
    ]
    + EntityKind.allCases.map { kind in
      entry(kind.rawValue, "content/entities/\(kind.rawValue)/NAME.md", .entity(kind))
    } + [
      entry("topic", "content/topics/**/NAME.md", .topic),
      entry("storyline", "content/storylines/NAME.md", .storyline),
      entry("event", "content/events/NAME.md", .eventText),
      entry("page", "content/pages/**/NAME.md", .page),
      entry("translation", "NAME.LANG.md beside a record that is no brief", .recordTranslation),
      entry("settings", "brevier.yml", .settings),
    ]

  /// The kind of file with this name.
  package static func named(_ name: String) -> SchemaCatalog? { all.first { $0.name == name } }

  private static func entry(_ name: String, _ place: String, _ schema: Schema) -> SchemaCatalog {
    SchemaCatalog(name: name, title: "\(schema.name) (\(place))", schemas: [schema])
  }
}
