import FrontMatter
import GFMarkdown
import SourceDiagnostics

/// Reads an entity's header as the model's types.
struct EntityReader {
  let id: EntityID
  let kind: EntityKind
  let fields: MappingReader
  let body: TextBody
  var values: ValueReader

  /// The entity, unless its header lacks a name, which has been reported.
  mutating func entity() -> EntityFile? {
    guard let name = values.placed(fields, "name") else { return nil }
    var entity = EntityFile(id: id, kind: kind, file: values.file, name: name, body: body)
    entity.aliases = values.aliases(fields, "aliases")
    entity.weakAliases = values.aliases(fields, "weak_aliases")
    entity.previousNames = previousNames()
    entity.summary = values.localised(fields, "description")
    entity.mergedInto = values.reference(fields, "merged_into")
    entity.website = values.sourced(fields, "website") { values, node in
      node.kind == .scalar ? Self.website(node, &values) : nil
    }
    entity.sameAs = fields.entries("same_as").filter { $0.value.kind == .scalar }
      .map { ($0.key.text, $0.value.text) }
    entity.sources = SourceReader.sources(fields, &values)
    entity.slug = values.slug(fields)
    entity.redirects = values.redirects(fields)
    values.readWaivers(fields, scope: nil)
    if has("parent") { entity.parent = sourcedReference("parent") }
    if has("maker") { entity.maker = sourcedReference("maker") }
    if has("founders") { entity.founders = founders() }
    if has("roles") { entity.roles = roles() }
    for fact in Self.facts where has(fact.key) {
      if let value = value(of: fact) { entity.facts.append(value) }
    }
    if let country = fact("country", .text) { entity.facts.append(country) }
    entity.waivers = values.waivers
    return entity
  }

  private func has(_ field: String) -> Bool { fields.schema.field(named: field) != nil }

  /// The facts that are only shown, in the order of pages.
  private static let facts: [(key: String, form: EventField.Shape)] = [
    ("founded", .date), ("dissolved", .date), ("born", .date), ("hq", .text), ("ticker", .text),
    ("family", .text), ("released", .date), ("licence", .text), ("open_weights", .flag),
    ("params", .quantity), ("context", .quantity),
  ]

  private mutating func value(
    of fact: (key: String, form: EventField.Shape)
  ) -> EntityFile.Fact? {
    self.fact(fact.key, fact.form)
  }

  private mutating func fact(_ key: String, _ form: EventField.Shape) -> EntityFile.Fact? {
    let read = values.sourced(fields, key) { values, node -> EventValue? in
      switch form {
      case .date: return values.date(node).map { .date($0.value) }
      case .quantity: return values.quantity(node).map { .quantity($0.value) }
      case .flag: return node.kind == .scalar ? .flag(node.text == "true") : nil
      default: return node.kind == .scalar ? .text(node.text) : nil
      }
    }
    return read.map { EntityFile.Fact(key: key, value: $0.value, source: $0.source) }
  }

  /// An address, or a bare host as people write it.
  private static func website(_ node: Node, _ values: inout ValueReader) -> String? {
    let text = node.text
    if !text.contains(":"), text.contains("."), !text.contains(" ") { return "https://" + text }
    return values.url(node)
  }

  private mutating func sourcedReference(_ field: String) -> Sourced<Reference>? {
    values.sourced(fields, field) { values, node in values.reference(node) }
  }

  private func founders() -> [Reference] {
    guard let node = fields.node("founders") else { return [] }
    let list = node.kind == .mapping ? node["value"] : node
    return list?.items.compactMap { values.reference($0) } ?? []
  }

  private mutating func roles() -> [EntityFile.Role] {
    fields.mappings("roles").compactMap { item in
      guard let organisation = values.reference(item, "organisation") else { return nil }
      return EntityFile.Role(
        organisation: organisation, title: item.string("title"),
        from: values.calendarDate(item, "from"), until: values.calendarDate(item, "until"),
        source: item.string("source"))
    }
  }

  private mutating func previousNames() -> [EntityFile.PreviousName] {
    fields.list("previous_names").compactMap { node in
      if node.kind == .scalar {
        return EntityFile.PreviousName(name: Placed(node.text, node.range))
      }
      guard let item = fields.mapping(node, in: "previous_names"),
        let name = values.placed(item, "name")
      else { return nil }
      return EntityFile.PreviousName(
        name: name, from: values.calendarDate(item, "from"),
        until: values.calendarDate(item, "until"), source: item.string("source"))
    }
  }
}
