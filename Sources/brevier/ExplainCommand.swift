import ArgumentParser
import SiteBuild
import SourceDiagnostics

/// `brevier explain CODE`: what a rule says, why, and how to do it right.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule by its code; without a code list all.")

  @Argument(
    help: ArgumentHelp("The code in brackets of a finding, such as F004.", valueName: "code"))
  var code: String?

  func run() throws {
    guard let code else {
      for rule in RuleCatalog.all {
        Console.out("\(rule.code)  \(rule.severity.rawValue.padded(to: 7))  \(rule.title)\n")
      }
      return
    }
    guard let rule = RuleCatalog.rule(code) else {
      let found = Spelling.question(for: code.uppercased(), among: RuleCatalog.all.map(\.code))
      let near = found.isEmpty ? "." : found
      throw ValidationError("There is no rule '\(code)'\(near) 'brevier explain' lists them all.")
    }
    Console.out("\(rule.severity.rawValue)[\(rule.code)]: \(rule.title)\n\n\(rule.explanation)\n")
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
