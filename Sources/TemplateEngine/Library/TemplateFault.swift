public import SourceDiagnostics

/// A mistake in a template, found while it was compiled or rendered.
public struct TemplateFault: Error, Sendable {
  /// What kind of mistake it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// The text is not of the language.
    case syntax
    /// A filter or test that does not exist.
    case unknown
    /// A name or attribute that does not exist was used.
    case undefined
    /// A value of the wrong type, or wrong arguments.
    case type
    /// A value of the right type that is impossible: a division by zero, a number too large.
    case value
    /// A template that does not exist.
    case template
    /// A limit or a rule of inheritance was broken while rendering.
    case runtime
  }

  /// One step of the way to the place of the fault.
  public struct Step: Sendable {
    /// What was done: `includes 'part.html'`, `extends 'base.html'`, `calls macro 'card'`,
    /// `block 'body'`.
    public let action: String
    /// The file of the template that did it.
    public let path: String
    /// The bytes of the tag that did it.
    public let range: Range<Int>
  }

  /// What kind of mistake it is.
  public var kind: Kind { details.kind }
  /// The name of the template at fault.
  public var template: String { details.template }
  /// The path of that template's file.
  public var path: String { details.path }
  /// The bytes at fault.
  public var range: Range<Int> { details.range }
  /// One sentence without a full stop.
  public var message: String { details.message }
  /// The includes, inheritance and macro calls that led there, innermost first.
  public var chain: [Step] { details.chain }
  /// Names that were probably meant, nearest first.
  public var suggestions: [String] { details.suggestions }

  /// The fault as a finding with its place; `subject` names the page that was being rendered.
  public func diagnostic(rendering subject: String? = nil) -> Diagnostic {
    var summary = message
    if let last = suggestions.last {
      let others = suggestions.dropLast().map { "'\($0)'" }.joined(separator: ", ")
      summary += "; did you mean \(others.isEmpty ? "" : others + " or ")'\(last)'?"
    }
    let span = SourceSpan(file: path, range: range)
    // Of a long way, as endless inclusion makes it, the two ends say enough.
    let isLong = chain.count > 2 * Self.shownSteps
    let shown = isLong ? chain.prefix(Self.shownSteps) + chain.suffix(Self.shownSteps) : chain[...]
    let related = shown.map { step in
      Diagnostic.Related(SourceSpan(file: step.path, range: step.range), step.action)
    }
    var notes: [String] = []
    if isLong { notes.append("\(chain.count - shown.count) steps between these are left out") }
    if let subject { notes.append("rendering \(subject)") }
    var fix: Diagnostic.Fix?
    if details.isReplaceable, suggestions.count == 1 {
      fix = Diagnostic.Fix(span, replacement: suggestions[0])
    }
    return Diagnostic(
      .template(kind), summary, at: span, related: related, notes: notes,
      help: fix.map { "replace with '\($0.replacement)'" }, fix: fix)
  }

  /// How many steps of a long chain a finding shows at each end.
  private static let shownSteps = 3

  /// A fault of the caller's own: what a site filter or function throws. The engine adds the place.
  public init(_ kind: Kind, _ message: String, suggestions: [String] = []) {
    details = Details(
      kind: kind, template: "", path: "", range: 0..<0, message: message, chain: [],
      suggestions: suggestions, hasPlace: false)
  }

  /// A fault of the operand with this number, whose place the renderer knows.
  init(_ kind: Kind, _ message: String, operand: Int, suggestions: [String] = []) {
    details = Details(
      kind: kind, template: "", path: "", range: 0..<0, message: message, chain: [],
      suggestions: suggestions, hasPlace: false,
      operand: UInt8(truncatingIfNeeded: min(operand, 254)))
  }

  init(
    _ kind: Kind, _ message: String, template: String, path: String, range: Range<Int>,
    chain: [Step] = [], suggestions: [String] = [], isReplaceable: Bool = false
  ) {
    details = Details(
      kind: kind, template: template, path: path, range: range, message: message, chain: chain,
      suggestions: suggestions, hasPlace: true, isReplaceable: isReplaceable)
  }

  /// The same fault, to which these steps led after those that are known.
  func following(_ steps: [Step]) -> TemplateFault {
    TemplateFault(
      kind, message, template: template, path: path, range: range, chain: chain + steps,
      suggestions: suggestions, isReplaceable: details.isReplaceable)
  }

  /// Whether the engine has said where it is.
  var hasPlace: Bool { details.hasPlace }

  /// Which operand is at fault; `Mark.own` for the operation itself.
  var operand: UInt8 { details.operand }

  /// Kept apart so that a fault is one word, cheap to pass on.
  private let details: Details

  private final class Details: Sendable {
    let kind: Kind
    let template: String
    let path: String
    let range: Range<Int>
    let message: String
    let chain: [Step]
    let suggestions: [String]
    let hasPlace: Bool
    let operand: UInt8
    /// Whether the bytes at fault are the misspelt name and nothing else.
    let isReplaceable: Bool

    init(
      kind: Kind, template: String, path: String, range: Range<Int>, message: String,
      chain: [Step], suggestions: [String], hasPlace: Bool, operand: UInt8 = Mark.own,
      isReplaceable: Bool = false
    ) {
      self.kind = kind
      self.template = template
      self.path = path
      self.range = range
      self.message = message
      self.chain = chain
      self.suggestions = suggestions
      self.hasPlace = hasPlace
      self.operand = operand
      self.isReplaceable = isReplaceable
    }
  }
}
