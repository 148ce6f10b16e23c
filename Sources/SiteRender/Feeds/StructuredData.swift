package import SiteModel
package import SitePlan
import SourceDiagnostics

/// Writes what a page shows as JSON-LD in the terms of Schema.org, safe inside a `<script>`
/// element.
///
/// Only what a record states of itself becomes a statement here. What briefs assert of events does
/// not: machines would read a rumour as a fact.
package struct StructuredData: Sendable {
  private(set) var site: SiteReader
  let plan: SitePlan
  let changes: BriefChanges

  /// A page above another: its title and its address with the base path, as links of pages have it.
  package typealias Crumb = (title: String, url: String)

  /// The writer for a site; costs nothing to make.
  package init(_ site: Site, _ plan: SitePlan, changes: BriefChanges) {
    self.site = SiteReader(site)
    self.plan = plan
    self.changes = changes
  }

  /// The data of a page: a graph of the page, what it is about, and the way to it. `nil` for pages
  /// that need none and where the settings switch it off.
  ///
  /// - Parameters:
  ///   - title: the page's title.
  ///   - description: a sentence about the page.
  ///   - trail: the pages above it and the page itself, without the home page.
  ///   - notes: told which records are read, when given.
  ///   - mentions: what earlier pages of the thread wrote, when given.
  package func json(
    for file: PlannedFile, title: String, description: String = "", trail: [Crumb] = [],
    notes: PageNotes? = nil, mentions: Mentions = Mentions()
  ) -> [UInt8]? {
    guard site.settings.outputs.jsonLD, Self.has(file.content) else { return nil }
    if let notes, site.notes == nil {
      var noting = self
      noting.site = site.noting(notes)
      return noting.json(
        for: file, title: title, description: description, trail: trail, notes: notes,
        mentions: mentions)
    }
    let page = Page(
      file: file, title: title, description: description, url: absolute(file.address),
      notes: notes, mentions: mentions)
    var json = JSONWriter(inHTML: true, capacity: 8 << 10)
    json.object { json in
      json.member("@context", "https://schema.org")
      json.array("@graph") { json in
        main(page, &json)
        breadcrumbs(page, trail, &json)
      }
    }
    return json.bytes
  }

  /// A page while it is written.
  struct Page {
    let file: PlannedFile
    let title: String
    let description: String
    let url: String
    let notes: PageNotes?
    let mentions: Mentions
    var language: LanguageTag { file.language }
  }

  /// The objects that many pages repeat, as they are written: entities in short, and the publisher.
  /// One for each thread.
  package final class Mentions {
    fileprivate var entities: [LanguageTag: [Int: [UInt8]]] = [:]
    fileprivate var publishers: [LanguageTag: [UInt8]] = [:]

    /// Nothing written yet.
    package init() {}
  }

  private static func has(_ content: PlannedFile.Content) -> Bool {
    switch content {
    case .notFound, .search, .searchManifest, .searchFile, .redirect, .feed, .sitemapIndex,
      .sitemap, .robots, .asset:
      false
    default: true
    }
  }

  private func main(_ page: Page, _ json: inout JSONWriter) {
    switch page.file.content {
    case .home:
      if page.file.number == 1 { website(page, &json) }
      list(page, ListItems(self).items(of: page.file), &json)
    case .brief(let brief): article(brief, page, &json)
    case .entity(let entity):
      webPage("ProfilePage", page, &json) { json in
        json.object("mainEntity") { $0.member("@id", id(ofEntity: entity)) }
      }
      self.entity(entity, page, &json)
    case .event(let event):
      // Whom the event concerns, and nothing of what is said to have happened.
      page.notes?.note(.event(event), RecordShapes.Facet.events)
      let participants = site.events[event].participants.map(\.entity)
      webPage("WebPage", page, &json) { references("about", participants, page, &$0) }
    case .page, .method: webPage("WebPage", page, &json) { _ in }
    default: list(page, ListItems(self).items(of: page.file), &json)
    }
  }

  // MARK: - Pages

  private func website(_ page: Page, _ json: inout JSONWriter) {
    json.object { json in
      json.member("@type", "WebSite")
      json.member("@id", page.url + "#website")
      json.member("name", page.title)
      if !page.description.isEmpty { json.member("description", page.description) }
      json.member("url", page.url)
      json.member("inLanguage", page.language.text)
      json.key("publisher")
      publisher(page, &json)
    }
  }

  func webPage(
    _ type: String, _ page: Page, _ json: inout JSONWriter,
    _ more: (inout JSONWriter) -> Void
  ) {
    json.object { json in
      json.member("@type", type)
      json.member("@id", page.url)
      json.member("url", page.url)
      json.member("name", page.title)
      if !page.description.isEmpty { json.member("description", page.description) }
      json.member("inLanguage", page.language.text)
      more(&json)
    }
  }

  private func list(_ page: Page, _ items: ListItems.Items, _ json: inout JSONWriter) {
    page.notes?.note(query: "items")
    webPage("CollectionPage", page, &json) { json in
      json.object("mainEntity") { json in
        json.member("@type", "ItemList")
        json.member("numberOfItems", items.total)
        json.array("itemListElement") { json in
          for (offset, item) in items.shown.enumerated() {
            if let record = SiteRecord(item.target) {
              page.notes?.note(record, RecordShapes.Facet.card)
            }
            json.object { json in
              json.member("@type", "ListItem")
              json.member("position", items.first + offset)
              json.member("url", url(item.target, page.language))
              json.member("name", item.name)
            }
          }
        }
      }
    }
  }

  private func breadcrumbs(_ page: Page, _ trail: [Crumb], _ json: inout JSONWriter) {
    guard !trail.isEmpty else { return }
    let home = site.settings.title.text(for: page.language.text)
    let top = plan.addresses.url(plan.addresses.prefix(page.language))
    json.object { json in
      json.member("@type", "BreadcrumbList")
      json.array("itemListElement") { json in
        for (offset, crumb) in ([(title: home, url: top)] + trail).enumerated() {
          json.object { json in
            json.member("@type", "ListItem")
            json.member("position", offset + 1)
            json.member("name", crumb.title)
            json.member("item", (site.settings.baseURL.origin + crumb.url).percentEncoded)
          }
        }
      }
    }
  }

  // MARK: - Parts

  /// The site as a publisher.
  func publisher(_ page: Page, _ json: inout JSONWriter) {
    if let known = page.mentions.publishers[page.language] { return json.written(known) }
    let home = absolute(plan.addresses.prefix(site.settings.language))
    var own = JSONWriter(inHTML: true)
    own.object { json in
      json.member("@type", "Organization")
      json.member("@id", home + "#publisher")
      json.member("name", site.settings.title.text(for: page.language.text))
      json.member("url", home)
    }
    page.mentions.publishers[page.language] = own.bytes
    json.written(own.bytes)
  }

  /// A short mention of an entity: its type, id, name and page.
  func reference(_ place: Int, _ page: Page, _ json: inout JSONWriter) {
    page.notes?.note(.entity(place), RecordShapes.Facet.card)
    if let known = page.mentions.entities[page.language]?[place] { return json.written(known) }
    let entity = site.entities[place]
    var own = JSONWriter(inHTML: true)
    own.object { json in
      json.member("@type", entity.kind.schemaOrgType)
      json.member("@id", id(ofEntity: place))
      json.member("name", entity.name(in: page.language))
      json.member("url", url(.entity(place), page.language))
    }
    page.mentions.entities[page.language, default: [:]][place] = own.bytes
    json.written(own.bytes)
  }

  /// A member with mentions of entities; left out when there are none. At most a hundred are named.
  func references(
    _ name: String, _ places: [Int], _ page: Page, _ json: inout JSONWriter
  ) {
    var seen = Set<Int>()
    let distinct = places.filter { seen.insert($0).inserted }.prefix(Self.most)
    guard !distinct.isEmpty else { return }
    json.array(name) { json in
      for place in distinct { reference(place, page, &json) }
    }
  }

  /// The most things that are named in one list.
  static let most = 100

  /// An entity's id is its page in the default language, whatever the language of the page.
  func id(ofEntity place: Int) -> String {
    url(.entity(place), site.settings.language) + "#it"
  }

  func url(_ target: LinkTarget, _ language: LanguageTag) -> String {
    if let record = SiteRecord(target) { site.notes?.noteFace(record.kind, record.place) }
    return absolute(plan.addresses.path(target, for: language))
  }

  func absolute(_ path: String) -> String { plan.addresses.absolute(path).percentEncoded }
}
