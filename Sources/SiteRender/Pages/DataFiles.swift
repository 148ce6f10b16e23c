import SiteModel
import SitePlan

/// Makes the files that need no template: feeds, sitemaps, robots.txt, search indexes.
struct DataFiles {
  let pages: PageRenderer
  let search: SearchFiles

  func bytes(of file: PlannedFile, _ notes: PageNotes?) -> [UInt8] {
    let site = pages.site
    let plan = pages.plan
    if let notes { note(file, notes) }
    switch file.content {
    case .feed(let subject, let format):
      let document = FeedDocument(subject, in: file.language, site, plan, changes: pages.changes)
      return format == .atom ? AtomFeed.bytes(document) : JSONFeed.bytes(document)
    case .sitemapIndex: return pages.sitemap.index
    case .sitemap(let part):
      return pages.sitemap.parts.indices.contains(part - 1) ? pages.sitemap.parts[part - 1] : []
    case .robots: return RobotsFile.bytes(site, plan)
    case .searchManifest, .searchFile: return search.bytes(of: file)
    default: return []
    }
  }

  /// Notes what a file made without a template is given.
  private func note(_ file: PlannedFile, _ notes: PageNotes) {
    let site = pages.site
    switch file.content {
    case .feed(let subject, _):
      notes.note(query: "entries")
      notes.note(.site, RecordShapes.Facet.card)
      switch subject {
      case .site: break
      case .topic(let place): notes.note(.topic(place), RecordShapes.Facet.card)
      case .entity(let place): notes.note(.entity(place), RecordShapes.Facet.card)
      case .storyline(let place): notes.note(.storyline(place), RecordShapes.Facet.card)
      }
      for place in FeedDocument.briefs(of: subject, site, pages.plan, file.language) {
        let brief = site.briefs[place]
        notes.note(
          .brief(place), RecordShapes.Facet.card, RecordShapes.Facet.text,
          RecordShapes.Facet.corrections)
        for topic in brief.topics { notes.note(.topic(topic), RecordShapes.Facet.card) }
        if let edition = brief.edition(in: file.language) { notes.note(linksOf: edition.text) }
      }
    case .sitemapIndex, .sitemap:
      // Every address, and the day of its last change.
      notes.note(query: "addresses")
    case .robots: notes.note(.site, RecordShapes.Facet.card)
    // Words of every text and record; made whole before any file is.
    case .searchManifest, .searchFile: notes.note(query: "search")
    default: break
    }
  }
}
