package import SiteModel
import SitePlan
import SiteRender

/// What an address of the site is: where its file comes from, how it is made, what it reads and what
/// it costs.
package struct PageExplanation: Sendable {
  /// The full address.
  package let url: String
  /// The file's path in the output.
  package let path: String
  /// What kind of file it is, in words: `brief`, `Atom feed`, `asset`.
  package let kind: String
  /// The page's language.
  package let language: LanguageTag
  /// Which page of a list it is, from 1, and of how many.
  package let number: Int, total: Int
  /// The source file that calls for it.
  package let source: String
  /// The line of its source that calls for it, from 1; `nil` when the whole file does.
  package let line: Int?
  /// Where a redirect leads to: its full address.
  package let target: String?
  /// The templates, in the order in which the page came to them; empty for files made without.
  package let templates: [Template]
  /// What it read of the site, in words; `nil` when it was not made.
  package let reads: Reads?
  /// What it cost; `nil` when it was not made.
  package let cost: Cost?

  /// A template that the page uses.
  package struct Template: Sendable {
    /// How the page came to it: `page`, `extends`, `includes`, `imports`.
    package let relation: String
    /// Its name: `parts/card.html`.
    package let name: String
    /// Its file's path.
    package let path: String
    /// The template that calls for it; empty for the page's own.
    package let user: String
    /// Whether it is the site's own file; else it is of the theme that the program brings along.
    package let isOwn: Bool
    /// Nanoseconds spent in what is written in it.
    package let time: Int
    /// Bytes printed by what is written in it.
    package let bytes: Int
  }

  /// What was read, in words.
  package struct Reads: Sendable {
    /// Records with the facets read of them, such as `entity company/meta` and `card`.
    package let records: [(name: String, facets: [String])]
    /// Lists, such as `briefs of topic ai/models`.
    package let lists: [String]
  }

  /// What making the file cost.
  package struct Cost: Sendable {
    /// Its length.
    package let bytes: Int
    /// Nanoseconds from its data to its bytes.
    package let time: Int
    /// Nanoseconds of these spent in templates.
    package let timeInTemplates: Int
  }
}

/// What came of a question about an address.
package enum AddressAnswer: Sendable {
  /// There is a file.
  case page(PageExplanation)
  /// There would be a file, if a brief were not held back.
  case heldBack(HeldBack)
  /// There is none; the addresses that were probably meant, nearest first.
  case unknown(suggestions: [String])
  /// It is an address of another site; this one's is `base`.
  case elsewhere(base: String)

  /// A file that is not there today.
  package struct HeldBack: Sendable {
    /// The full address.
    package let url: String
    /// The path of the file that there would be.
    package let path: String
    /// Its kind in words.
    package let kind: String
    /// The brief's file, where it is a brief's own page.
    package let source: String?
    /// Why the brief is held back; `nil` where all briefs that call for the file are.
    package let reason: PublicationRule.Held?
  }
}

extension PlannedFile {
  /// What kind of file it is, in words.
  var kind: String {
    switch content {
    case .feed(_, let format): format == .atom ? "Atom feed" : "JSON feed"
    case .sitemapIndex: "index of sitemaps"
    case .sitemap: "sitemap"
    case .robots: "rules for robots"
    case .asset: "asset"
    case .searchManifest: "manifest of the search index"
    case .searchFile: "file of the search index"
    case .notFound: "page for addresses without a page"
    default: template?.split(separator: ".").first.map(String.init) ?? "file"
    }
  }

  /// What it shows, in words: `entity company/meta`, `home`.
  func subject(in site: Site) -> String {
    switch content {
    case .brief(let place): SiteRecord.brief(place).name(in: site)
    case .event(let place): SiteRecord.event(place).name(in: site)
    case .entity(let place): SiteRecord.entity(place).name(in: site)
    case .topic(let place): SiteRecord.topic(place).name(in: site)
    case .storyline(let place): SiteRecord.storyline(place).name(in: site)
    case .page(let place): SiteRecord.page(place).name(in: site)
    default: path
    }
  }
}
