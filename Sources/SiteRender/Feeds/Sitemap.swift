package import SiteModel
package import SitePlan

/// Writes the sitemap (sitemaps.org, protocol 0.9): an index and its parts, each below both limits
/// of the protocol, with the page in other languages beside each address.
///
/// The dates are those of `LastModified`; a page that carries none has none here.
package struct Sitemap: Sendable {
  /// What a part may hold.
  package struct Limits: Sendable, Hashable {
    /// The most addresses.
    package var addresses: Int
    /// The most bytes.
    package var bytes: Int

    /// The limits of the protocol: 50,000 addresses and 50 MB.
    package static let standard = Limits(addresses: 50_000, bytes: 52_428_800)

    package init(addresses: Int, bytes: Int) {
      self.addresses = addresses
      self.bytes = bytes
    }
  }

  /// The parts' bytes, in order; one at least.
  package let parts: [[UInt8]]
  /// The index's bytes.
  package let index: [UInt8]

  /// The sitemap of all pages that a plan maps.
  package init(
    _ site: Site, _ plan: SitePlan, _ modified: LastModified, limits: Limits = .standard
  ) {
    let alternates = Alternates(plan, site)
    var parts = [Part()]
    for place in plan.mapped {
      let date = modified.dates[place]
      var part = parts.removeLast()
      let end = part.bytes.count
      Self.append(plan.files[place], date, alternates, plan, to: &part.bytes)
      let isFull =
        part.count >= limits.addresses
        || part.bytes.count + Self.foot.utf8CodeUnitCount > limits.bytes
      if part.count > 0, isFull {
        var next = Part()
        next.bytes += part.bytes[end...]
        part.bytes.removeSubrange(end...)
        parts.append(part)
        part = next
      }
      part.count += 1
      part.date = ContentDate.latest(part.date, date)
      parts.append(part)
    }
    self.parts = parts.map { part in
      var bytes = part.bytes
      bytes.append(Self.foot)
      return bytes
    }
    index = Self.index(parts, plan)
  }

  /// The planned files for parts that the plan does not have, which counts addresses and not bytes.
  package func unplanned(_ plan: SitePlan, source: String) -> [PlannedFile] {
    let planned = plan.files.count {
      if case .sitemap = $0.content { return true }
      return false
    }
    guard planned < parts.count else { return [] }
    return (planned + 1...parts.count).map { number in
      PlannedFile(
        address: Self.path(number), language: plan.addresses.defaultLanguage,
        content: .sitemap(part: number), source: source)
    }
  }

  // MARK: - Writing

  private struct Part {
    var bytes: [UInt8] = {
      var bytes: [UInt8] = []
      bytes.append(Sitemap.head)
      return bytes
    }()
    var count = 0
    var date: ContentDate?
  }

  private static let head: StaticString = """
    <?xml version="1.0" encoding="utf-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
    xmlns:xhtml="http://www.w3.org/1999/xhtml">

    """
  private static let foot: StaticString = "</urlset>\n"

  private static func path(_ number: Int) -> String { "sitemap-\(number).xml" }

  private static func append(
    _ file: PlannedFile, _ date: ContentDate?, _ alternates: Alternates, _ plan: SitePlan,
    to out: inout [UInt8]
  ) {
    out.append("<url><loc>")
    out.append(address: plan.addresses.absolute(file.address))
    out.append("</loc>")
    append(date, to: &out)
    for alternate in alternates.of(file) {
      out.append("\n<xhtml:link rel=\"alternate\" hreflang=\"")
      out.append(xml: alternate.language)
      out.append("\" href=\"")
      out.append(address: plan.addresses.absolute(alternate.address))
      out.append("\"/>")
    }
    out.append("</url>\n")
  }

  private static func append(_ date: ContentDate?, to out: inout [UInt8]) {
    guard let date else { return }
    out.append("<lastmod>")
    out.append(xml: date.text)
    out.append("</lastmod>")
  }

  private static func index(_ parts: [Part], _ plan: SitePlan) -> [UInt8] {
    var out: [UInt8] = []
    out.append(
      """
      <?xml version="1.0" encoding="utf-8"?>
      <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

      """)
    for (place, part) in parts.enumerated() {
      out.append("<sitemap><loc>")
      out.append(address: plan.addresses.absolute(path(place + 1)))
      out.append("</loc>")
      append(part.date, to: &out)
      out.append("</sitemap>\n")
    }
    out.append("</sitemapindex>\n")
    return out
  }
}

extension Sitemap {
  /// The pages that show the same in several languages.
  private struct Alternates {
    private var pages: [PlannedFile.Content: [PlannedFile]] = [:]
    private let languages: [LanguageTag]
    private let site: Site

    init(_ plan: SitePlan, _ site: Site) {
      languages = site.settings.languages
      self.site = site
      guard languages.count > 1 else { return }
      for place in plan.mapped {
        pages[plan.files[place].content, default: []].append(plan.files[place])
      }
    }

    /// The page in all its languages, its own included, in the order of the settings, and then the
    /// one for everybody else: the default language's, or the original.
    func of(_ file: PlannedFile) -> [(language: String, address: String)] {
      guard let pages = pages[file.content], pages.count > 1 else { return [] }
      let sorted = languages.compactMap { language in pages.first { $0.language == language } }
      let last =
        sorted.first { $0.language == site.settings.language }
        ?? original(file.content).flatMap { tag in sorted.first { $0.language == tag } }
        ?? sorted[0]
      return sorted.map { ($0.language.text, $0.address) } + [("x-default", last.address)]
    }

    private func original(_ content: PlannedFile.Content) -> LanguageTag? {
      switch content {
      case .brief(let brief): site.briefs[brief].source.language
      case .page(let page): site.pages[page].editions[0].source.language
      default: nil
      }
    }
  }
}
