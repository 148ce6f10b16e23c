import SiteModel
import SitePlan
enum Sitemap { static func index(_ s: Site, _ p: SitePlan, _ l: LastModified) -> [UInt8] { [] }
 static func part(_ n: Int, _ s: Site, _ p: SitePlan, _ l: LastModified) -> [UInt8] { [] } }
enum RobotsFile { static func bytes(_ s: Site, _ p: SitePlan) -> [UInt8] { [] } }
struct StructuredData { init(_ s: Site, _ p: SitePlan, words: PageWords) {}
 func json(for f: PlannedFile, title: String) -> [UInt8]? { nil } }
