import SiteModel
import SourceDiagnostics

/// The exceptions of a site: lets through the findings they cover, and reports those that name no
/// rule, have run out, or cover nothing.
struct WaiverBook {
  private let asOf: CalendarDate
  private var waivers: [Entry] = []
  /// The entries by file; a brief's whole-file exceptions count for its translations too.
  private var byFile: [String: [Int]] = [:]

  private struct Entry {
    let waiver: Waiver
    var isUsed = false
  }

  init(_ site: Site) {
    asOf = site.asOf
    for brief in site.briefs where !brief.source.waivers.isEmpty {
      add(brief.source.waivers, translations: brief.editions.map(\.file))
    }
    for entity in site.entities where !entity.source.waivers.isEmpty {
      add(entity.source.waivers, translations: entity.translations.map(\.text.file))
    }
    for topic in site.topics where !topic.source.waivers.isEmpty {
      add(topic.source.waivers, translations: topic.translations.map(\.text.file))
    }
  }

  private mutating func add(_ list: [Waiver], translations: [String]) {
    for waiver in list {
      let files = waiver.scope == nil ? Set(translations + [waiver.file]) : [waiver.file]
      for file in files { byFile[file, default: []].append(waivers.count) }
      waivers.append(Entry(waiver: waiver))
    }
  }

  /// Whether an exception that still holds lets a finding pass.
  mutating func covers(_ finding: Diagnostic) -> Bool {
    guard let span = finding.span, let places = byFile[span.file] else { return false }
    var isCovered = false
    for place in places where covers(waivers[place].waiver, finding, span) {
      waivers[place].isUsed = true
      isCovered = isCovered || waivers[place].waiver.holds(on: asOf)
    }
    return isCovered
  }

  private func covers(_ waiver: Waiver, _ finding: Diagnostic, _ span: SourceSpan) -> Bool {
    guard waiver.rule.value == finding.rule.code else { return false }
    guard let scope = waiver.scope else { return true }
    guard let range = span.range else { return false }
    return scope.lowerBound <= range.lowerBound && range.lowerBound < scope.upperBound
  }

  /// The exceptions that let something pass, by file and place.
  var used: [Waiver] {
    waivers.filter { $0.isUsed && $0.waiver.holds(on: asOf) }.map(\.waiver).sorted { a, b in
      (a.file, a.rule.range.lowerBound) < (b.file, b.rule.range.lowerBound)
    }
  }

  /// What is wrong with the exceptions themselves.
  var findings: [Diagnostic] {
    let codes = RuleList.all.map { $0.rule.code }
    return waivers.compactMap { entry in
      let waiver = entry.waiver
      let span = SourceSpan(file: waiver.file, range: waiver.rule.range)
      guard codes.contains(waiver.rule.value) else {
        return Diagnostic(
          .waiverOfNothing,
          "there is no editorial rule '\(waiver.rule.value)'"
            + Spelling.question(for: waiver.rule.value, among: codes),
          at: span, label: "unknown rule", help: "'brevier explain' lists the rules")
      }
      if !waiver.holds(on: asOf), let until = waiver.until {
        return Diagnostic(
          .waiverExpired, "the exception from \(waiver.rule.value) ended with \(until.value)",
          at: SourceSpan(file: waiver.file, range: until.range), label: "before \(asOf)",
          help: "mend what it excused, or give it a new date")
      }
      guard !entry.isUsed else { return nil }
      return Diagnostic(
        .waiverOfNothing, "nothing here breaks rule \(waiver.rule.value)", at: span,
        label: "excuses nothing", help: "remove the exception")
    }
  }
}

extension DiagnosticRule {
  static let waiverOfNothing = DiagnosticRule(
    "Y1", .warning, "an exception excuses a finding",
    explanation: """
      An entry of `waive` names a rule that is broken where it stands: in the brief, or in the source,
      claim or event that it is written beside. One that names no rule, or excuses nothing any more,
      is noise, and hides the ones that matter.

      Wrong:

          waive: [{rule: P22, why: "the agency's report is all there is"}]

      Right:

          waive: [{rule: P2, why: "the agency's report is all there is", until: 2026-03}]
      """)
  static let waiverExpired = DiagnosticRule(
    "Y2", .warning, "an exception that has run out is renewed or removed",
    explanation: """
      `until` is the last day, or the last day of the month or year, on which an exception holds. After
      it the finding that it excused is reported again, and so is the exception.

      Wrong, in April 2026:

          waive: [{rule: P2, why: "a second source is promised", until: 2026-03}]

      Right: the second source, or

          waive: [{rule: P2, why: "the agency stays the only witness", until: 2026-12}]
      """)
}
