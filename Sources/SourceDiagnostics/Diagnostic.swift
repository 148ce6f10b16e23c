/// A mistake as data: which rule, where, what to do about it.
///
/// No room prints; each returns diagnostics, and one place turns them into text for a person
/// (`TextReport`) or for a machine (`MachineReport`).
public struct Diagnostic: Sendable, Hashable {
  /// The rule that was broken.
  public var rule: DiagnosticRule
  /// How bad it is; the rule's own severity unless the settings say otherwise.
  public var severity: Severity
  /// One sentence without a full stop: the most specific thing first.
  public var summary: String
  /// Where it is; `nil` when no file is at fault (a missing folder, a setting on the command line).
  public var span: SourceSpan?
  /// A few words that stand under the marked place.
  public var label: String
  /// Further places that explain the mistake, such as the first of two equal names.
  public var related: [Related]
  /// Sentences that give context.
  public var notes: [String]
  /// What to do, as an imperative.
  public var help: String?
  /// The replacement to make, only where it is surely right.
  public var fix: Fix?

  /// A diagnostic of a rule; severity is the rule's own.
  public init(
    _ rule: DiagnosticRule, _ summary: String, at span: SourceSpan?, label: String = "",
    related: [Related] = [], notes: [String] = [], help: String? = nil, fix: Fix? = nil
  ) {
    self.rule = rule
    self.severity = rule.severity
    self.summary = summary
    self.span = span
    self.label = label
    self.related = related
    self.notes = notes
    self.help = help
    self.fix = fix
  }

  /// A further place with its explanation.
  public struct Related: Sendable, Hashable {
    /// The place.
    public var span: SourceSpan
    /// What is there.
    public var label: String

    /// A further place and what is there.
    public init(_ span: SourceSpan, _ label: String) {
      self.span = span
      self.label = label
    }
  }

  /// A replacement of one stretch of text.
  public struct Fix: Sendable, Hashable {
    /// What is replaced; an empty range inserts.
    public var span: SourceSpan
    /// The text to put there.
    public var replacement: String

    /// Replaces the bytes of a span.
    public init(_ span: SourceSpan, replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }
}

/// How bad a finding is.
public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
  /// Worth knowing.
  case note
  /// Should be looked at; the site is built all the same.
  case warning
  /// Must be mended; nothing is written.
  case error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// Notes before warnings before errors.
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

/// A rule that a diagnostic can report: its code, its usual severity, and its long explanation.
///
/// A code is the letter of a room and a number: S source, F front matter, M Markdown, T template,
/// C content, P plan, R render, W write, H host. Editorial rules keep their own ids.
public struct DiagnosticRule: Sendable, Hashable {
  /// The code, such as `F004`; unique in the program and never given to another rule.
  public let code: String
  /// The severity unless the settings say otherwise.
  public let severity: Severity
  /// The rule as a short sentence.
  public let title: String
  /// The long text of `brevier explain CODE`: Markdown, with a bad and a good example.
  public let explanation: String
  /// Whether a site's settings may choose another severity. Rules of form are fixed where they are
  /// errors, since without them the site would be wrong; rules of judgement never are.
  public let isAdjustable: Bool

  /// A rule; make it a `static let` in the room that reports it, and list it in that room's rules.
  ///
  /// - Parameter isAdjustable: unless said otherwise, whether it is less than an error.
  public init(
    _ code: String, _ severity: Severity, _ title: String, isAdjustable: Bool? = nil,
    explanation: String
  ) {
    self.code = code
    self.severity = severity
    self.title = title
    self.explanation = explanation
    self.isAdjustable = isAdjustable ?? (severity != .error)
  }

  /// Two rules are one when their codes are.
  public static func == (a: DiagnosticRule, b: DiagnosticRule) -> Bool { a.code == b.code }

  /// Hashes the code alone.
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension Sequence where Element == Diagnostic {
  /// Sorted by file, place, code and summary, with equal ones merged: the order of every report.
  public func sortedForReport() -> [Diagnostic] {
    var seen = Set<Diagnostic>()
    return filter { seen.insert($0).inserted }.sorted { a, b in
      let first = (a.span?.file ?? "", a.span?.range?.lowerBound ?? -1, a.rule.code, a.summary)
      let second = (b.span?.file ?? "", b.span?.range?.lowerBound ?? -1, b.rule.code, b.summary)
      return first < second
    }
  }

  /// Whether any of them stops the build.
  public var hasErrors: Bool { contains { $0.severity == .error } }
}
