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
      return format == .atom ? AtomFeed.bytes(document) : JSONFeed.bytes(document)
    case .sitemapIndex: return pages.sitemap.index
    case .sitemap(let part):
      return pages.sitemap.parts.indices.contains(part - 1) ? pages.sitemap.parts[part - 1] : []
    case .robots: return RobotsFile.bytes(site, plan)
    default: return []
    }
  }
}
