import SiteModel
import SitePlan

/// Makes the files that need no template: feeds, sitemaps, robots.txt.
struct DataFiles {
  let pages: PageRenderer

  func bytes(of file: PlannedFile) -> [UInt8] {
    let site = pages.site
    let plan = pages.plan
    switch file.content {
    case .feed(let subject, let format):
      let document = FeedDocument(subject, in: file.language, site, plan, changes: pages.changes)
      return format == .atom ? AtomFeed.make(document) : JSONFeed.make(document)
    case .sitemapIndex: return Sitemap.index(site, plan, pages.lastModified)
    case .sitemap(let part): return Sitemap.part(part, site, plan, pages.lastModified)
    case .robots: return RobotsFile.bytes(site, plan)
    default: return []
    }
  }
}
