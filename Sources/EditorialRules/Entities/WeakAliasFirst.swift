import SiteModel
import SourceDiagnostics

/// X5: the first mention of an entity uses a name that can be linked.
enum WeakAliasFirst: EditionRule {
  static let rule = DiagnosticRule(
    "X5", .warning, "the first mention of an entity uses a name that can be linked",
    explanation: """
      A weak alias is too common to resolve: it links nothing by itself. When a text uses one before
      it has named the entity, readers and indexes are left to guess.

      Wrong, with `weak_aliases: [Hart]` in the record of Ada Hart:

          Acme has a new chief: Hart joins next month.

      Right:

          Acme has a new chief: [[Ada Hart]] joins next month. Hart …

      or:

          Acme has a new chief: [[Hart|person/ada-hart]] joins next month.
      """)

  static func review(_ edition: ReviewedEdition, _ findings: inout [Diagnostic]) {
    guard edition.site.names.hasWeakAliases else { return }
    let prose = edition.prose
    guard prose.names.contains(where: \.isWeak) else { return }
    var named = Set<Int>()
    for use in prose.names {
      guard use.isWeak else {
        named.formUnion(use.entities)
        continue
      }
      guard named.isDisjoint(with: use.entities), let sentence = prose.sentence(at: use.range),
        sentence.kind != .title, sentence.kind != .summary, sentence.kind != .heading,
        isAlone(use, in: sentence, edition),
        !prose.links.contains(where: { $0.overlaps(use.range) })
      else { continue }
      // Once is enough.
      named.formUnion(use.entities)
      findings.append(finding(use, edition))
    }
  }

  /// Whether the alias stands by itself as a name: not as a part of a longer one, and not as a
  /// common word that has its capital from the begin of the sentence.
  private static func isAlone(
    _ use: Prose.NameUse, in sentence: Prose.Sentence, _ edition: ReviewedEdition
  ) -> Bool {
    let prose = edition.prose
    let tokens = prose.tokens[sentence.tokens]
    let first = prose.token(at: use.range.lowerBound, in: sentence)
    let next = prose.token(at: use.range.upperBound, in: sentence)
    guard first < tokens.endIndex, tokens[first].isCapital else { return false }
    if first > tokens.startIndex {
      let before = tokens[first - 1]
      if before.kind == .sign, before.range.upperBound == use.range.lowerBound,
        prose.text[before.range.lowerBound] == 0x2D
      {
        return false
      }
      if before.kind == .word, before.isCapital, first - 1 > tokens.startIndex { return false }
      // "University of Washington"
      if before.kind == .word, before.range.count <= 3, first - 2 > tokens.startIndex,
        tokens[first - 2].kind == .word, tokens[first - 2].isCapital
      {
        return false
      }
    } else if !use.entities.contains(where: { edition.site.site.entities[$0].kind == .person }) {
      return false
    }
    guard next < tokens.endIndex else { return true }
    let after = tokens[next]
    if after.kind == .sign, after.range.lowerBound == use.range.upperBound {
      return prose.text[after.range.lowerBound] != 0x2D
    }
    return after.kind != .number && !(after.kind == .word && after.isCapital)
  }

  private static func finding(_ use: Prose.NameUse, _ edition: ReviewedEdition) -> Diagnostic {
    let entities = use.entities.map { edition.site.site.entities[$0] }
    let words = edition.prose.string(use.range)
    let help =
      entities.count == 1
      ? "write [[\(entities[0].source.name.value)]], or [[\(words)|\(entities[0].id)]]"
      : "write which is meant: "
        + entities.prefix(4).map { "[[\($0.source.name.value)]]" }.joined(separator: ", ")
    return Diagnostic(
      rule, "'\(words)' is a weak alias, and nothing before says who is meant",
      at: edition.span(use.range), label: "cannot be linked", help: help)
  }
}

extension Prose {
  /// The sentence in which a stretch of the text stands.
  func sentence(at range: Range<Int>) -> Sentence? {
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].range.upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < sentences.count && sentences[low].range.overlaps(range) ? sentences[low] : nil
  }
}
