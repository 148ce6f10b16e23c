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
      let document = FeedDocument(
        subject, in: file.language, reading: pages.reader.noting(notes), plan,
        changes: pages.changes)
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
    switch file.content {
    case .feed:
      // What its entries read they note themselves.
      notes.note(query: "entries")
    case .sitemapIndex, .sitemap:
      notes.note(.addresses)
    case .robots: notes.note(.site, RecordShapes.Facet.card)
    // Words of every text and record; made whole before any file is.
    case .searchManifest, .searchFile: notes.note(query: "search")
    default: break
    }
  }
}
