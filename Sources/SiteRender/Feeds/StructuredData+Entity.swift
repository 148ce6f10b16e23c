import SiteModel
import SourceDiagnostics

/// An entity in the terms of its Schema.org type: what its own record states, and only as
/// precisely.
extension StructuredData {
  func entity(_ place: Int, _ page: Page, _ json: inout JSONWriter) {
    let entity = site.entities[place]
    let source = entity.source
    page.notes?.note(
      .entity(place), RecordShapes.Facet.card, RecordShapes.Facet.text,
      RecordShapes.Facet.relations)
    json.object { json in
      json.member("@type", entity.kind.schemaOrgType)
      json.member("@id", id(ofEntity: place))
      json.member("name", entity.name(in: page.language))
      json.member("alternateName", alternateNames(source, page.language))
      json.member("description", entity.summary(in: page.language))
      json.member("url", source.website?.value.percentEncoded)
      json.object("mainEntityOfPage") { $0.member("@id", page.url) }
      json.member("sameAs", source.sameAs.compactMap { SameAs.address($0.site, $0.id) })
      switch entity.kind.schemaOrgType {
      case "Organization", "NewsMediaOrganization": organisation(entity, page, &json)
      case "Person": person(entity, page, &json)
      case "SoftwareApplication": software(entity, page, &json)
      default: break
      }
    }
  }

  private func alternateNames(_ source: EntityFile, _ language: LanguageTag) -> [String] {
    let aliases = source.aliases.filter { $0.language == nil || $0.language == language }
    var seen: Set<String> = [source.name.value]
    let names = aliases.map(\.text) + source.previousNames.map(\.name.value)
    return names.filter { seen.insert($0).inserted }
  }

  private func organisation(_ entity: Entity, _ page: Page, _ json: inout JSONWriter) {
    json.member("foundingDate", date("founded", entity))
    json.member("dissolutionDate", date("dissolved", entity))
    if let ticker = text("ticker", entity) { json.member("tickerSymbol", ticker) }
    if let seat = text("hq", entity) {
      json.object("location") { json in
        json.member("@type", "Place")
        json.member("name", seat)
      }
    }
    if let parent = entity.parent, holds(entity.source.parent?.from, entity.source.parent?.until) {
      json.key("parentOrganization")
      reference(parent, page, &json)
    }
    references("founder", entity.founders, page, &json)
  }

  private func person(_ entity: Entity, _ page: Page, _ json: inout JSONWriter) {
    json.member("birthDate", date("born", entity))
    let roles = zip(entity.source.roles, entity.roleOrganisations)
      .filter { holds($0.0.from, $0.0.until) }
    var titles: [String] = []
    for title in roles.compactMap(\.0.title) where !titles.contains(title) { titles.append(title) }
    json.member("jobTitle", titles)
    references("worksFor", roles.compactMap(\.1), page, &json)
  }

  private func software(_ entity: Entity, _ page: Page, _ json: inout JSONWriter) {
    json.member("datePublished", date("released", entity))
    json.member("license", text("licence", entity))
    references("creator", [entity.maker].compactMap { $0 }, page, &json)
  }

  // MARK: - Facts

  /// Whether something with these ends holds on the day of the site: it has begun and not ended.
  private func holds(_ from: UncertainDate?, _ until: UncertainDate?) -> Bool {
    if let from = from?.lowerBound, from > site.asOf { return false }
    if case .unknown = until { return false }
    if let until = until?.lowerBound, until <= site.asOf { return false }
    return true
  }

  private func fact(_ key: String, _ entity: Entity) -> EventValue? {
    entity.source.facts.first { $0.key == key }?.value
  }

  private func date(_ key: String, _ entity: Entity) -> String? {
    guard case .date(let date) = fact(key, entity) else { return nil }
    return Self.exactDate(date)
  }

  private func text(_ key: String, _ entity: Entity) -> String? {
    guard case .text(let text) = fact(key, entity) else { return nil }
    return text
  }
}

/// Turns ids of other catalogues into addresses.
package enum SameAs {
  /// The address of `id` in a catalogue; `nil` for a catalogue that is not known here. An id that
  /// is an address already stays as it is.
  package static func address(_ site: String, _ id: String) -> String? {
    if id.hasPrefix("https://") || id.hasPrefix("http://") { return id.percentEncoded }
    guard let prefix = prefixes[site.lowercased()], !id.isEmpty else { return nil }
    let isHandle = ["x", "twitter", "bluesky", "youtube", "tiktok"].contains(site.lowercased())
    let name = isHandle && id.hasPrefix("@") ? String(id.dropFirst()) : id
    return (prefix + String(name.map { $0 == " " ? "_" : $0 })).percentEncoded
  }

  private static let prefixes: [String: String] = [
    "wikidata": "https://www.wikidata.org/wiki/", "wikipedia": "https://en.wikipedia.org/wiki/",
    "orcid": "https://orcid.org/", "github": "https://github.com/",
    "huggingface": "https://huggingface.co/", "linkedin": "https://www.linkedin.com/",
    "crunchbase": "https://www.crunchbase.com/organization/", "x": "https://x.com/",
    "twitter": "https://twitter.com/", "bluesky": "https://bsky.app/profile/",
    "youtube": "https://www.youtube.com/@", "tiktok": "https://www.tiktok.com/@",
    "isni": "https://isni.org/isni/", "viaf": "https://viaf.org/viaf/", "ror": "https://ror.org/",
    "gnd": "https://d-nb.info/gnd/", "doi": "https://doi.org/", "arxiv": "https://arxiv.org/abs/",
    "imdb": "https://www.imdb.com/name/", "lei": "https://search.gleif.org/#/record/",
    "siren": "https://annuaire-entreprises.data.gouv.fr/entreprise/",
    "cik": "https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=",
    "scholar": "https://scholar.google.com/citations?user=", "dblp": "https://dblp.org/pid/",
    "geonames": "https://www.geonames.org/", "osm": "https://www.openstreetmap.org/",
    "openalex": "https://openalex.org/",
  ]
}
