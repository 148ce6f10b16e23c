package import SourceDiagnostics

/// Which rules there are. A new rule is a file with its type and a line here.
enum RuleList {
  static let briefs: [any BriefRule.Type] = [
    OneOrigin.self,
    // Records: sources, amounts, dates, topics.
    UnlocatedOrigin.self,
    UnopenedSource.self,
    ClaimWithoutSource.self,
    DistantQuotation.self,
    OneParty.self,
    UnstatedMeasure.self,
    ArithmeticMismatch.self,
    UndatedAnchor.self,
    ImpossibleOrder.self,
    MisplacedTopic.self,
    SmallImage.self,
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

  static let events: [any EventRule.Type] = [
    // Records: status, amounts, dates, conflicts.
    UnsupportedConfirmation.self,
    UnexplainedRegression.self,
    ArithmeticMismatch.self,
    ExpiredExpectation.self,
    StaleRumour.self,
    UnsettledConflict.self,
    LostCondition.self,
  ]

  static let site: [any SiteRule.Type] = [
    // Records: sources, amounts, conflicts, events, entities, topics, the site.
    CircularReporting.self,
    OutlyingValue.self,
    ContradictedRecord.self,
    DuplicateEvent.self,
    SharedName.self,
    NearDuplicate.self,
    OrphanRecord.self,
    ImpossibleRole.self,
    MisplacedTopic.self,
    TwinBriefs.self,
    SilentSite.self,
  ]

  /// All rules that are applied, each once though it may look at several kinds of thing.
  static let all: [any EditorialRule.Type] = {
    let every: [any EditorialRule.Type] = briefs + editions + events + site
    var codes = Set<String>()
    return every.filter { codes.insert($0.rule.code).inserted }
  }()
}

extension DiagnosticRule {
  /// All rules of judgement, and those about exceptions from them.
  package static let editorialRules: [DiagnosticRule] =
    RuleList.all.map { $0.rule } + [.waiverOfNothing, .waiverExpired]
}
