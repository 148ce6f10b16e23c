package import SourceDiagnostics

/// Which rules there are. A new rule is a file with its type and a line here.
enum RuleList {
  static let briefs: [any BriefRule.Type] = [
    OneOrigin.self,
    QualifiedInWords.self,
    DatePrecision.self,
  ]

  static let editions: [any EditionRule.Type] = [
    FiguresCited.self,
    UnnamedSaid.self,
    VerbMood.self,
    HeadlineAttributed.self,
    AllegationWords.self,
    NumberAgrees.self,
    EventInProse.self,
    WeakAliasFirst.self,
    TranslationClean.self,
    QuoteLength.self,
    CorrectedValue.self,
  ]

  static let events: [any EventRule.Type] = []

  static let site: [any SiteRule.Type] = []

  /// All rules that are applied, by kind.
  static let all: [any EditorialRule.Type] = briefs + editions + events + site
}

extension DiagnosticRule {
  /// All rules of judgement, and those about exceptions from them.
  package static let editorialRules: [DiagnosticRule] =
    RuleList.all.map { $0.rule } + [.waiverOfNothing, .waiverExpired]
}
