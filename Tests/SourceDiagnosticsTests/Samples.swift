import SourceDiagnostics

extension DiagnosticRule {
  static let sample = DiagnosticRule(
    "X001", .error, "a sample has no mistake", explanation: "A *sample* of an explanation.")
  static let mild = DiagnosticRule("X002", .warning, "a sample is fine", explanation: "Mild.")
  static let remark = DiagnosticRule("X003", .note, "a sample is known", explanation: "Remark.")
}

/// A text in which `⟦…⟧` marks the place that a diagnostic speaks of.
struct MarkedText {
  let source: SourceText
  let span: SourceSpan

  init(_ marked: String, path: String = "content/a.md") {
    var bytes: [UInt8] = []
    var (start, end): (Int?, Int?)
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": start = bytes.count
      case "⟧": end = bytes.count
      default: bytes += Array(String(scalar).utf8)
      }
    }
    source = SourceText(path: path, bytes: bytes)
    let lower = start ?? 0
    span = SourceSpan(file: path, range: lower..<(end ?? bytes.count))
  }

  /// A report that knows this text alone.
  func lookUp(_ path: String) -> SourceText? { path == source.path ? source : nil }
}
