/// Says diagnostics to a person: code frame, label, notes, help.
///
/// The shape, one blank line after each:
///
///     error[F004]: unknown field 'sumary'; did you mean 'summary'?
///       --> content/briefs/meta.md:4:1
///        |
///      4 | sumary: Three words
///        | ^^^^^^ not a field of a brief
///        = help: replace with 'summary'
public struct TextReport {
  private let colours: Bool
  private let source: (String) -> SourceText?

  /// A report that finds the text of a file by its path; `colours` uses ANSI escapes.
  public init(colours: Bool = false, source: @escaping (String) -> SourceText?) {
    self.colours = colours
    self.source = SourceMemory(source).text
  }

  /// One diagnostic as lines, ending in a newline.
  public func text(_ diagnostic: Diagnostic) -> String {
    var out = paint(heading(diagnostic), style(diagnostic.severity))
    out += ": " + printable(diagnostic.summary) + "\n"
    let gutter = gutterWidth(diagnostic)
    let pad = String(repeating: " ", count: gutter)
    if let span = diagnostic.span {
      out += frame(span, label: diagnostic.label, arrow: "-->", pad: pad, mark: "^")
    }
    for related in diagnostic.related {
      out += frame(related.span, label: related.label, arrow: ":::", pad: pad, mark: "-")
    }
    for note in diagnostic.notes { out += "\(pad) = note: \(printable(note))\n" }
    if let help = diagnostic.help { out += "\(pad) = help: \(printable(help))\n" }
    return out
  }

  /// All diagnostics in report order, a blank line after each.
  public func text(_ diagnostics: some Sequence<Diagnostic>) -> String {
    diagnostics.sortedForReport().map { text($0) + "\n" }.joined()
  }

  private func heading(_ diagnostic: Diagnostic) -> String {
    "\(diagnostic.severity.rawValue)[\(diagnostic.rule.code)]"
  }

  private func gutterWidth(_ diagnostic: Diagnostic) -> Int {
    let spans = [diagnostic.span].compactMap { $0 } + diagnostic.related.map(\.span)
    let lines = spans.map { span -> Int in
      guard let range = span.range, let text = source(span.file) else { return 1 }
      return text.position(of: range.lowerBound).line
    }
    return max(2, String(lines.max() ?? 1).count)
  }

  private func frame(
    _ span: SourceSpan, label: String, arrow: String, pad: String, mark: Character
  ) -> String {
    guard let range = span.range, let text = source(span.file) else {
      let tail = label.isEmpty ? "" : " (\(printable(label)))"
      return "\(pad)\(arrow) \(printable(span.file))\(tail)\n"
    }
    let start = text.position(of: range.lowerBound)
    let shown = ShownLine(text: text, line: start.line, range: range)
    let number = String(start.line)
    let gutter = String(repeating: " ", count: pad.count - number.count) + number
    let marks = String(repeating: mark, count: max(1, shown.markWidth))
    let under = String(repeating: " ", count: shown.indent) + marks
    var out = "\(pad)\(arrow) \(printable(span.file)):\(start.line):\(start.column)\n"
    out += "\(pad) |\n\(gutter) | \(shown.text)\n"
    out += "\(pad) | \(paint(under, .accent))\(label.isEmpty ? "" : " " + printable(label))\n"
    return out
  }

  private enum Style: String {
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case accent = "1;35"
  }

  private func style(_ severity: Severity) -> Style {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }

  private func paint(_ text: String, _ style: Style) -> String {
    colours ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  private func printable(_ text: String) -> String { ShownLine.printable(text) }
}

/// One source line made fit for a terminal: tabs as spaces, control characters made visible, and
/// long lines cut around the marked place.
struct ShownLine {
  let text: String
  let indent: Int
  let markWidth: Int

  private static let limit = 120

  init(text source: SourceText, line: Int, range: Range<Int>) {
    let lineRange = source.lineRange(line)
    let start = min(max(range.lowerBound, lineRange.lowerBound), lineRange.upperBound)
    let end = min(max(range.upperBound, start), lineRange.upperBound)
    let before = Self.scalars(before: start, from: lineRange.lowerBound, in: source)
    let marked = Self.scalars(after: start, to: end, in: source)
    let after = Self.scalars(after: end, to: lineRange.upperBound, in: source)
    let total = before.count + marked.count + after.count
    let cut = total > Self.limit && before.count > Self.limit / 2
    let head = cut ? [Unicode.Scalar("…")] + before.suffix(Self.limit / 3) : before
    let room = max(Self.limit - head.count, 20)
    let middle = marked.prefix(room)
    let tail = after.prefix(max(0, room - middle.count))
    let lost = middle.count < marked.count || tail.count < after.count
    var shown = String.UnicodeScalarView()
    shown.append(contentsOf: head)
    shown.append(contentsOf: middle)
    shown.append(contentsOf: tail)
    if lost { shown.append("…") }
    text = String(shown)
    indent = head.reduce(0) { $0 + Self.width($1) }
    markWidth = middle.reduce(0) { $0 + Self.width($1) }
  }

  /// The scalars of at most a few hundred bytes: a line may be megabytes long, and what is further
  /// away than the limit is never shown.
  private static func scalars(
    after start: Int, to end: Int, in source: SourceText
  ) -> [Unicode.Scalar] {
    scalars(start..<min(end, start + limit * 4 + 4), in: source)
  }

  private static func scalars(
    before end: Int, from start: Int, in source: SourceText
  ) -> [Unicode.Scalar] {
    scalars(max(start, end - limit * 4 - 4)..<end, in: source)
  }

  private static func scalars(_ range: Range<Int>, in source: SourceText) -> [Unicode.Scalar] {
    Array(printable(String(decoding: source.bytes[range], as: UTF8.self)).unicodeScalars)
  }

  /// `text` with tabs as single spaces and what moves the cursor or reorders a line made visible, so
  /// that a file cannot write to the terminal of the person who builds it.
  static func printable(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate:
        out.append(scalar == "\t" ? " " : "\u{FFFD}")
      case .format where scalar != "\u{200D}" && scalar != "\u{200C}":
        out.append("\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// How many terminal cells a scalar takes: none for combining marks, two for wide scripts.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    switch scalar.value {
    case 0x1160...0x11FF: return 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
