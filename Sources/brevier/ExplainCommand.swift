import ArgumentParser
import SiteBuild
import SourceDiagnostics

/// `brevier explain`: what a rule says, or what stands at an address of the site.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Explain a rule by its code, or a page by its address; without either list all rules.",
    discussion: """
      Of an address it says which file stands there, what it is made from and with which templates, \
      what of the site it reads, and what making it costs: 'brevier explain /companies/meta/'.
      """)

  @Argument(
    help: ArgumentHelp(
      "The code in brackets of a finding, such as F004, or an address of the site.",
      valueName: "code|address"))
  var subject: String?

  @OptionGroup var options: SiteOptions

  mutating func validate() throws {
    if options.format == .sarif || options.format == .github {
      throw ValidationError("'explain' writes text or JSON; '\(options.format)' is for findings.")
    }
  }

  func run() throws {
    guard let subject else { return RuleExplanation.list(options.format) }
    if let rule = RuleCatalog.rule(subject) { return RuleExplanation.print(rule, options.format) }
    if let form = RuleCatalog.enforcedInForm(subject), options.format == .text {
      return Console.out("\(subject.uppercased())\n\n\(form)\n")
    }
    guard !Self.isCode(subject) else {
      let known = RuleCatalog.all.map(\.code) + RuleCatalog.formIDs
      let found = Spelling.question(for: subject.uppercased(), among: known)
      let near = found.isEmpty ? "." : found
      throw ValidationError(
        "There is no rule '\(subject)'\(near) 'brevier explain' lists them all.")
    }
    try explain(address: subject)
  }

  /// Whether a word looks like the code of a rule: a letter and digits.
  private static func isCode(_ word: String) -> Bool {
    guard let first = word.utf8.first, (first | 0x20) &- UInt8(ascii: "a") < 26 else {
      return false
    }
    let rest = word.utf8.dropFirst()
    return !rest.isEmpty && rest.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
  }

  private func explain(address: String) throws {
    var request = try options.request(output: SitePaths.site(in: options.source))
    request.stopwatch = Clock.stopwatch
    let (checked, answer) = try Console.running { try Pipeline.explain(address, request) }
    switch answer {
    case .page(let page):
      if checked.diagnostics.hasErrors {
        Console(options: options).reportAside(checked.diagnostics, checked)
      }
      AddressExplanation(checked).print(page, options.format)
      if checked.diagnostics.hasErrors { throw ExitCode(1) }
    case .heldBack(let held): AddressExplanation(checked).print(held, options.format)
    case .unknown(let suggestions):
      if checked.diagnostics.hasErrors {
        Console(options: options).reportAside(checked.diagnostics, checked)
      }
      let near = suggestions.map { "'\($0)'" }.joined(separator: " or ")
      throw ValidationError(
        "There is nothing at '\(address)'"
          + (near.isEmpty ? "." : "; did you mean \(near)?"))
    case .elsewhere(let base): throw ValidationError("'\(address)' is not below \(base).")
    }
  }
}

/// Prints rules.
enum RuleExplanation {
  static func list(_ format: ReportFormat) {
    guard format == .text else {
      var json = JSONWriter(pretty: true)
      json.array { json in
        for rule in RuleCatalog.all { json.object { write(rule, to: &$0) } }
      }
      return Console.out(json.text + "\n")
    }
    for rule in RuleCatalog.all {
      Console.out("\(rule.code)  \(rule.severity.rawValue.padded(to: 7))  \(rule.title)\n")
    }
  }

  static func print(_ rule: DiagnosticRule, _ format: ReportFormat) {
    guard format == .text else {
      var json = JSONWriter(pretty: true)
      json.object { json in
        write(rule, to: &json)
        json.member("explanation", rule.explanation)
      }
      return Console.out(json.text + "\n")
    }
    Console.out("\(rule.severity.rawValue)[\(rule.code)]: \(rule.title)\n\n\(rule.explanation)\n")
    if let form = RuleCatalog.enforcedInForm(rule.code) { Console.out("\n\(form)\n") }
  }

  private static func write(_ rule: DiagnosticRule, to json: inout JSONWriter) {
    json.member("code", rule.code)
    json.member("severity", rule.severity.rawValue)
    json.member("title", rule.title)
  }
}

extension String {
  /// The text with spaces after it up to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - unicodeScalars.count))
  }

  /// The text with spaces before it up to a width.
  func indented(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - unicodeScalars.count)) + self
  }
}
