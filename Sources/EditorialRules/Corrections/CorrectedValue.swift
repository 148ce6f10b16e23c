import SiteModel
import SourceDiagnostics

/// E3: no text goes on stating what was corrected elsewhere.
enum CorrectedValue: EditionRule {
  static let rule = DiagnosticRule(
    "E3", .warning, "a text does not state a figure that was corrected elsewhere",
    explanation: """
      A brief that was corrected says in `corrections` what it said (`was`) and what it says (`now`).
      A text about the same event that still states the old figure and not the new one must be
      looked at: this brief, its translations, and others. Figures of an `update` were right when
      they were written, and are left alone.

      Wrong, where another brief about the same event has
      `corrections: [{date: 2026-01-12, kind: correction, was: 40 million dollars, now: 44 million dollars}]`:

          The round brought 40 million dollars[^c1].

      Right:

          The round brought 44 million dollars[^c1].
      """)

  static func review(_ edition: ReviewedEdition, _ findings: inout [Diagnostic]) {
    let site = edition.site.site
    let brief = edition.brief
    var seen: Set<Int> = []
    // The brief itself, and all that tell of one of its events.
    let others = [brief.place] + brief.brief.events.flatMap { site.events[$0].briefs }
    for other in others where seen.insert(other).inserted {
      let corrections = site.briefs[other].source.corrections
      guard corrections.contains(where: { $0.kind == .correction && $0.was != nil }),
        !edition.prose.figures.isEmpty
      else { continue }
      let source = site.briefs[other].source
      for correction in source.corrections where correction.kind == .correction {
        check(correction, of: source, edition, &findings)
      }
    }
  }

  private static func check(
    _ correction: Correction, of source: BriefFile, _ edition: ReviewedEdition,
    _ findings: inout [Diagnostic]
  ) {
    guard let was = correction.was, let now = correction.now else { return }
    let prose = edition.prose
    let lexicon = edition.site.words.lexicon(for: source.language)
    let old = Prose(plain: was, lexicon: lexicon).figures
    let new = Prose(plain: now, lexicon: lexicon).figures
    let gone = old.filter { figure in
      (figure.measure != nil || figure.power > 0)
        && !new.contains { $0.amount == figure.amount && $0.measure == figure.measure }
    }
    guard !gone.isEmpty,
      !prose.figures.contains(where: { figure in
        new.contains { $0.amount == figure.amount && $0.measure == figure.measure }
      })
    else { return }
    for figure in prose.figures
    where gone.contains(where: { $0.amount == figure.amount && $0.measure == figure.measure }) {
      let file = source.file
      let span = edition.site.span(of: "corrections", near: source.title.range, in: file)
      findings.append(
        Diagnostic(
          rule, "'\(prose.string(figure.range))' was corrected to '\(now)'",
          at: edition.span(figure.range), label: "the old figure",
          related: [.init(span ?? SourceSpan(file: file), "the correction")],
          help: "look at the text, and add a correction of its own"))
      return
    }
  }
}
