import SiteModel
import SourceDiagnostics

/// P1: figures, dates and quoted words rest on something that is cited.
enum FiguresCited: EditionRule {
  static let rule = DiagnosticRule(
    "P1", .error, "a sentence with a figure, a date or quoted words cites what it rests on",
    isAdjustable: true,
    explanation: """
      A number, an amount, a percentage, a date and words in quotation marks come from somewhere: the
      sentence carries the mark of a claim, `[^c1]`, a footnote, or a link to another brief, where the
      sources are. In a table one mark in the row is enough; in a list or table, one in the sentence
      that introduces it. Exempt are numbers inside the name of an entity (Llama 4), in headings, of
      sections and articles, counts in words below ten, and the brief's own date. Under
      `strictness: light` this concerns briefs that have claims.

      Wrong:

          [[Mistral AI]] raised 385 million euros.

      Right:

          [[Mistral AI]] raised 385 million euros[^c1].
      """)

  static func review(_ edition: ReviewedEdition, _ findings: inout [Diagnostic]) {
    let brief = edition.brief.source
    guard edition.site.site.settings.strictness == .newsroom || !brief.claims.isEmpty else {
      return
    }
    let prose = edition.prose
    var left = ReviewedEdition.mostFindings
    for sentence in prose.sentences
    where sentence.kind.canCite && left > 0 && !prose.isCited(sentence) {
      guard let (range, label) = figure(in: sentence, edition) else { continue }
      findings.append(
        Diagnostic(
          rule, "'\(prose.shortened(range))' is not cited", at: edition.span(range), label: label,
          help: brief.claims.isEmpty
            ? "add a claim with its source, and its mark '[^c1]' to the sentence"
            : "add the mark of the claim to the sentence"))
      left -= 1
    }
  }

  /// The first thing in a sentence that needs a source, and what it is.
  private static func figure(
    in sentence: Prose.Sentence, _ edition: ReviewedEdition
  ) -> (Range<Int>, String)? {
    let prose = edition.prose
    var found: [(Range<Int>, String)] = []
    if let figure = prose.part(prose.figures, in: sentence.range).first(where: {
      $0.isStated && !edition.isInName($0.range)
    }) {
      found.append((figure.range, "a figure"))
    }
    if let date = prose.part(prose.dates, in: sentence.range).first(where: {
      !edition.isInName($0.range) && !edition.isOwnDate($0)
    }) {
      found.append((date.range, "a date"))
    }
    if let quote = prose.part(prose.quotes, in: sentence.range).first(where: {
      !edition.isName($0.inside)
    }) {
      found.append((quote.range, "quoted words"))
    }
    return found.min { $0.0.lowerBound < $1.0.lowerBound }
  }
}

extension ReviewedEdition {
  /// How many findings of one rule a text is told at once.
  static let mostFindings = 20

  /// Whether a stretch of the prose belongs to a name.
  func isInName(_ range: Range<Int>) -> Bool {
    let names = prose.names
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle].range.upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < names.count && names[low].range.overlaps(range)
  }

  /// Whether a stretch is a name and nothing else.
  func isName(_ range: Range<Int>) -> Bool {
    prose.part(prose.names, in: range).contains { $0.range == range }
  }

  /// Whether a date is the day of the brief itself.
  func isOwnDate(_ date: ProseDate) -> Bool {
    guard let own = brief.source.date.value.lowerBound, date.day == own.day else { return false }
    return date.month == own.month && (date.year ?? own.year) == own.year
  }
}

extension Prose {
  /// A stretch for a message, at most forty characters of it.
  func shortened(_ range: Range<Int>) -> String {
    let text = string(range)
    return text.count <= 40 ? text : text.prefix(38) + "…"
  }

  /// The first token of a sentence at or behind a place; the end when there is none.
  func token(at place: Int, in sentence: Sentence) -> Int {
    var (low, high) = (sentence.tokens.lowerBound, sentence.tokens.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether words such as "about" stand right before a stretch of a sentence.
  func isLimited(_ range: Range<Int>, in sentence: Sentence) -> Bool {
    let end = token(at: range.lowerBound, in: sentence)
    let start = max(sentence.tokens.lowerBound, end - 4)
    return phrase(in: start..<end) { $0 == .limit } != nil
  }
}
