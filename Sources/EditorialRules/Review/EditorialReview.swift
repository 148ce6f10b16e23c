package import SiteModel
package import SourceDiagnostics

/// Holds a resolved site against the rules of judgement, and lets pass what is waived with a reason.
///
/// The review is a pure function of the site, in parts that can be made on many threads:
///
///     let review = EditorialReview(site, bytes: { tree[$0]?.bytes })
///     let parts = (0..<review.partCount).map(review.findings(part:))
///     let outcome = review.outcome(parts)
package struct EditorialReview: Sendable {
  private let reviewed: ReviewedSite

  /// A review of `site`; `bytes` gives the text of a source file, `pixelWidth` the width of a picture
  /// where it is known.
  package init(
    _ site: Site, bytes: @escaping @Sendable (String) -> [UInt8]?,
    pixelWidth: @escaping @Sendable (String) -> Int? = { _ in nil }
  ) {
    reviewed = ReviewedSite(site, bytes: bytes, pixelWidth: pixelWidth)
  }

  /// How many briefs or events are reviewed at once.
  private static let partSize = 64

  private var briefParts: Int { Self.parts(reviewed.site.briefs.count) }
  private var eventParts: Int { Self.parts(reviewed.site.events.count) }

  private static func parts(_ count: Int) -> Int { (count + partSize - 1) / partSize }

  /// How many parts the review has: one for each rule about the whole site, and some for the
  /// briefs and the events. None when the settings switch the rules off.
  package var partCount: Int {
    guard reviewed.site.settings.strictness != .off else { return 0 }
    return RuleList.site.count + briefParts + eventParts
  }

  /// What one part finds, before waivers.
  package func findings(part: Int) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var part = part
    if part < RuleList.site.count {
      RuleList.site[part].review(reviewed, &findings)
      return findings
    }
    part -= RuleList.site.count
    if part < briefParts {
      for place in range(part, of: reviewed.site.briefs.count) { review(brief: place, &findings) }
      return findings
    }
    part -= briefParts
    for place in range(part, of: reviewed.site.events.count) {
      let event = ReviewedEvent(site: reviewed, place: place)
      for rule in RuleList.events { rule.review(event, &findings) }
    }
    return findings
  }

  private func range(_ part: Int, of count: Int) -> Range<Int> {
    part * Self.partSize..<min(count, (part + 1) * Self.partSize)
  }

  private func review(brief place: Int, _ findings: inout [Diagnostic]) {
    let brief = ReviewedBrief(site: reviewed, place: place)
    for rule in RuleList.briefs { rule.review(brief, &findings) }
    for edition in brief.brief.editions {
      let edition = ReviewedEdition(brief: brief, edition: edition)
      for rule in RuleList.editions { rule.review(edition, &findings) }
    }
  }

  /// What the review came to: the findings of all parts without those that are waived.
  package func outcome(_ parts: [[Diagnostic]]) -> ReviewOutcome {
    guard partCount > 0 else { return ReviewOutcome() }
    var waivers = WaiverBook(reviewed.site)
    let findings = parts.flatMap(\.self).filter { !waivers.covers($0) }
    return ReviewOutcome(findings: findings + waivers.findings, waivers: waivers.used)
  }
}

/// What an editorial review came to.
package struct ReviewOutcome: Sendable {
  /// What was found and is not waived, in no particular order.
  package var findings: [Diagnostic] = []
  /// The exceptions that let something pass, by file and place.
  package var waivers: [Waiver] = []

  package init(findings: [Diagnostic] = [], waivers: [Waiver] = []) {
    self.findings = findings
    self.waivers = waivers
  }
}
