import SiteModel
import SourceDiagnostics

/// P9: a text that rests on unnamed people says so.
enum UnnamedSaid: EditionRule {
  static let rule = DiagnosticRule(
    "P9", .warning, "a story that rests on unnamed people says so",
    explanation: """
      When every origin of a brief relies on people who are not named, or every claim is theirs, the
      reader must hear it in the text, not only in the list of sources.

      Wrong:

          sources: [{id: wire, publisher: North Wire, url: https://example.org/a, unnamed: two people}]
          …
          [[Acme]] is about to buy [[Globex]].

      Right:

          According to people who are not named, [[Acme]] is about to buy [[Globex]].
      """)

  static func review(_ edition: ReviewedEdition, _ findings: inout [Diagnostic]) {
    let brief = edition.brief.source
    guard edition.lexicon.hasWords else { return }
    let origins = edition.brief.brief.origins.origins.map { brief.sources[$0.source] }
    let areOrigins = !origins.isEmpty && origins.allSatisfy { $0.unnamed != nil }
    let areClaims = !brief.claims.isEmpty && brief.claims.allSatisfy { $0.by?.text == "unnamed" }
    guard areOrigins || areClaims, !edition.prose.says(.unnamed) else { return }
    var finding = Diagnostic(
      rule, "the text does not say that its sources are unnamed", at: edition.titleSpan,
      label: areOrigins
        ? "every origin relies on unnamed people" : "every claim is by unnamed people",
      help: "say it, for example: "
        + (edition.prose.lexicon.language == "fr"
          ? "« selon des personnes proches du dossier »"
          : "“according to people close to the matter”"))
    if areOrigins, let origin = origins.first {
      finding.related.append(.init(edition.brief.span(of: origin), "relies on unnamed people"))
    }
    findings.append(finding)
  }
}

extension ReviewedEdition {
  /// Where the title stands; of a translation without one, its file.
  var titleSpan: SourceSpan {
    if edition.isOriginal { return brief.span(brief.source.title.range) }
    return site.span(of: "title", near: 0..<0, in: edition.file) ?? SourceSpan(file: edition.file)
  }
}
