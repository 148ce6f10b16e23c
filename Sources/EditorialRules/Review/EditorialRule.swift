package import SourceDiagnostics

/// A rule of judgement: what a careful editor would not let through.
///
/// A rule is a type without values: its id and its explanation stand beside the code that applies
/// it, one rule a file. It is given what was resolved and adds what it finds; it never changes a
/// site, and never reads a file.
package protocol EditorialRule: SendableMetatype {
  /// Its id, severity and explanation. All rules of judgement are adjustable in the settings.
  static var rule: DiagnosticRule { get }
}

/// A rule about one brief; briefs are reviewed on many threads.
protocol BriefRule: EditorialRule {
  /// Adds what is wrong with the brief.
  static func review(_ brief: ReviewedBrief, _ findings: inout [Diagnostic])
}

/// A rule about the text of a brief in one language.
protocol EditionRule: EditorialRule {
  /// Adds what is wrong with the text.
  static func review(_ edition: ReviewedEdition, _ findings: inout [Diagnostic])
}

/// A rule about one event, folded over all its briefs.
protocol EventRule: EditorialRule {
  /// Adds what is wrong with the event.
  static func review(_ event: ReviewedEvent, _ findings: inout [Diagnostic])
}

/// A rule about the records or the site as a whole, run once.
protocol SiteRule: EditorialRule {
  /// Adds what is wrong with the site.
  static func review(_ site: ReviewedSite, _ findings: inout [Diagnostic])
}
