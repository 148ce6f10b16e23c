import SourceDiagnostics
import Testing

@Suite("The order of reports")
struct ReportOrderTests {
  private func finding(
    _ file: String?, _ start: Int?, _ rule: DiagnosticRule = .sample, _ summary: String = "s"
  ) -> Diagnostic {
    let range = start.map { $0..<$0 + 1 }
    return Diagnostic(rule, summary, at: file.map { SourceSpan(file: $0, range: range) })
  }

  @Test("by file, then place, then code, then words; what has no place first")
  func order() {
    let sorted = [
      finding(nil, nil), finding("a", nil), finding("a", 0), finding("a", 3, .sample, "a"),
      finding("a", 3, .sample, "b"), finding("a", 3, .mild, "a"), finding("a", 20),
      finding("b", 1),
    ]
    #expect(sorted.reversed().sortedForReport() == sorted)
  }

  @Test("whatever order they come in, the report is the same", arguments: 0..<20)
  func anyOrder(_ seed: UInt64) {
    var random = SeededRandom(seed)
    let all = (0..<30).map { _ in
      finding(
        random.pick(["a", "b", nil]), random.pick([nil, 1, 2, 10]),
        random.pick([.sample, .mild, .remark]), random.pick(["x", "y"]))
    }
    var shuffled = all
    shuffled.shuffle(using: &random)
    #expect(all.sortedForReport() == shuffled.sortedForReport())
  }

  @Test("equal findings are one; those that differ in anything are not")
  func merged() {
    var other = finding("a", 1)
    other.notes = ["more"]
    #expect([finding("a", 1), finding("a", 1), other].sortedForReport().count == 2)
  }

  @Test("only errors stop a build")
  func errors() {
    #expect([finding("a", 1)].hasErrors)
    #expect(![finding("a", 1, .mild), finding("a", 1, .remark)].hasErrors)
    #expect(![Diagnostic]().hasErrors)
    #expect(Severity.allCases.sorted() == [.note, .warning, .error])
  }

  @Test("a rule is known by its code alone")
  func rules() {
    let same = DiagnosticRule("X001", .note, "another title", explanation: "")
    #expect(same == .sample)
    #expect(Set([same, .sample, .mild]).count == 2)
  }
}
