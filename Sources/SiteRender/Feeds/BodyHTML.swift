import GFMarkdown
package import SiteModel
package import SitePlan

/// Makes the final HTML of a text: links become addresses, names become links, citations become the
/// marks of claims.
///
/// The bytes between those places are Markdown's own output and are copied as they are.
package struct BodyHTML: Sendable {
  /// Where the HTML will stand.
  package enum Place: Sendable, Hashable {
    /// On a page of the site: addresses begin with the base path.
    case page
    /// In a feed: addresses are whole, `#…` leads to the page at this full address, and ids are
    /// left out, since many texts stand on one page of a feed reader.
    case feed(page: String)
  }

  /// The HTML of one text.
  package struct Result: Sendable, Hashable {
    /// UTF-8, without illegal or unescaped bytes beyond what Markdown let through.
    package var html: [UInt8]
    /// The records that it links, each once, in order of appearance.
    package var linked: [LinkTarget]
  }

  private let site: SiteReader?
  private let addresses: SiteAddresses
  private let reader: LanguageTag
  private let place: Place

  /// For readers of a language; records that have no page in it are linked as `SiteAddresses` says.
  ///
  /// - Parameter site: where the titles come from that stand for references by id
  ///   (`[[brief:NAME]]`); without it the reference itself is shown.
  package init(
    _ addresses: SiteAddresses, for reader: LanguageTag, in place: Place = .page,
    titles site: Site? = nil
  ) {
    self.init(addresses, for: reader, in: place, reading: site.map { SiteReader($0) })
  }

  /// The same, with what it reads of the site noted.
  init(
    _ addresses: SiteAddresses, for reader: LanguageTag, in place: Place = .page,
    reading site: SiteReader?
  ) {
    self.site = site
    self.addresses = addresses
    self.reader = reader
    self.place = place
  }

  /// The HTML of `text`, whose citations are those of `claims`, numbered by `numbers`.
  package func make(
    _ text: LinkedText, claims: [Claim] = [], numbers: ClaimNumbers? = nil
  ) -> Result {
    let source = text.body.html
    let numbers = numbers ?? ClaimNumbers(text, claims: claims.count)
    var out: [UInt8] = []
    out.reserveCapacity(source.count + text.links.count * 64)
    var result = Result(html: [], linked: [])
    var marks = claims.map { _ in 0 }
    var linked = Set<LinkTarget>()
    var labels = text.body.wikiLinks[...]
    var end = 0
    for link in text.links
    where link.range.lowerBound >= end && link.range.upperBound <= source.count {
      out += source[end..<link.range.lowerBound]
      end = link.range.upperBound
      switch link.kind {
      case .mention(let target):
        labels = labels.drop { $0.html.lowerBound < link.range.lowerBound }
        let isBare = labels.first.map { $0.html == link.range && $0.label == $0.target } ?? false
        append(mention: source[link.range], isBare: isBare, of: target, to: &out)
        if linked.insert(target).inserted { result.linked.append(target) }
      case .address(let target, let fragment):
        append(address: target, fragment: fragment, to: &out)
        if linked.insert(target).inserted { result.linked.append(target) }
      case .citation(let claim):
        guard claims.indices.contains(claim), let number = numbers.known(claim) else { continue }
        marks[claim] += 1
        append(claim: claims[claim].id, number: number, mark: marks[claim], to: &out)
      }
    }
    out += source[end...]
    if case .feed(let page) = place {
      result.html = AnchorRewriter.rewrite(out, page: page)
    } else {
      result.html = out
    }
    return result
  }

  /// - Parameter isBare: whether the author gave a reference and no words for it.
  private func append(
    mention: ArraySlice<UInt8>, isBare: Bool, of target: LinkTarget, to out: inout [UInt8]
  ) {
    out.append("<a class=\"")
    out.append(Self.className(target))
    out.append("\" href=\"")
    append(address: target, fragment: nil, to: &out)
    out.append("\">")
    if isBare, let title = title(of: target, standingAs: mention) {
      out.append(html: title)
    } else {
      out += mention
    }
    out.append("</a>")
  }

  /// What is shown for a reference by id (`[[brief:NAME]]`, `[[company/meta]]`); `nil` where the
  /// reference is a name itself.
  private func title(of target: LinkTarget, standingAs words: ArraySlice<UInt8>) -> String? {
    guard let site else { return nil }
    switch target {
    case .brief(let place):
      let brief = site.briefs[place]
      return (brief.edition(in: reader) ?? brief.editions[0]).title
    case .topic(let place): return site.topics[place].name(in: reader)
    case .storyline(let place): return site.storylines[place].title(in: reader)
    case .event(let place): return site.events[place].title ?? site.events[place].id.text
    case .entity(let place):
      let entity = site.entities[place]
      return words.elementsEqual(entity.id.text.utf8) ? entity.name(in: reader) : nil
    case .page, .asset, .path: return nil
    }
  }

  private func append(address target: LinkTarget, fragment: String?, to out: inout [UInt8]) {
    if let record = SiteRecord(target) { site?.notes?.noteFace(record.kind, record.place) }
    let path = addresses.path(target, for: reader)
    out.append(address: place == .page ? addresses.url(path) : addresses.absolute(path))
    if let fragment {
      out.append(0x23)
      out.append(address: fragment)
    }
  }

  private func append(claim id: String, number: Int, mark: Int, to out: inout [UInt8]) {
    out.append("<sup class=\"claim-ref\"><a href=\"#")
    out.append(address: ClaimNumbers.anchor(id))
    out.append("\" id=\"")
    out.append(html: ClaimNumbers.mark(id, mark))
    out.append("\" role=\"doc-noteref\">")
    out += String(number).utf8
    out.append("</a></sup>")
  }

  private static func className(_ target: LinkTarget) -> StaticString {
    switch target {
    case .entity: "entity-link"
    case .brief: "brief-link"
    case .topic: "topic-link"
    case .event: "event-link"
    case .storyline: "storyline-link"
    case .page: "page-link"
    case .asset, .path: "path-link"
    }
  }
}
