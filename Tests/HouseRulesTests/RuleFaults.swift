import SourceDiagnostics

/// What can be wrong with the rules that diagnostics report.
enum RuleFaults {
  /// Codes that two rules have.
  static func doubleCodes(_ rules: [DiagnosticRule]) -> [String] {
    var seen = Set<String>()
    return rules.map(\.code).filter { !seen.insert($0).inserted }
  }

  /// What a rule's words lack.
  static func missingWords(_ rule: DiagnosticRule) -> [String] {
    var faults: [String] = []
    let code = rule.code
    if code.firstMatch(of: #/^[A-Z]([0-9]{3}|[0-9])$/#) == nil {
      faults.append("\(code) is no code")
    }
    if rule.title.isEmpty || rule.title.hasSuffix(".") { faults.append("\(code) has no title") }
    if rule.explanation.utf8.count < 80 { faults.append("\(code) explains nothing") }
    let pairs = [("Wrong:", "Right:"), ("Not:", "But:"), ("Bad:", "Good:")]
    let hasExamples = pairs.contains { pair in
      guard let wrong = rule.explanation.firstRange(of: pair.0),
        let right = rule.explanation.firstRange(of: pair.1)
      else { return false }
      return wrong.upperBound < right.lowerBound
    }
    if "CPFM".contains(code.prefix(1)), !hasExamples {
      faults.append("\(code) shows no wrong and right example")
    }
    return faults
  }
}
