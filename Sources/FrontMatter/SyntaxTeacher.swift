import SourceDiagnostics

/// Says libyaml's syntax errors in the words of someone who writes headers, not parsers: what is
/// wrong at the place, what most likely caused it, and the edit when there can be only one.
struct SyntaxTeacher {
  /// The parsed bytes from 0 to `count`; what follows belongs to the tree under construction.
  let text: [UInt8]
  let count: Int
  /// Where in the file the parsed bytes begin.
  let base: Int
  let file: String

  /// The diagnostic for a failure of libyaml.
  func diagnostic(for problem: YAMLProblem) -> Diagnostic {
    switch problem.kind {
    case .encoding: return encoding(problem)
    case .memory:
      return Diagnostic(
        .tooLarge, "not enough memory to read the YAML", at: SourceSpan(file: file))
    case .syntax: break
    }
    var offsets = ScalarOffsets(text)
    let place = offsets.byteOffset(of: problem.place, in: text, limit: count)
    let context = problem.contextPlace.map {
      offsets.byteOffset(of: $0, in: text, limit: count)
    }
    return syntax(problem, at: place, context: context ?? place)
  }

  private func syntax(_ problem: YAMLProblem, at place: Int, context: Int) -> Diagnostic {
    if problem.context.hasSuffix("an anchor") || problem.context.hasSuffix("an alias") {
      return specialStart(at: context, rule: .anchorRefused)
    }
    if problem.context.contains(" tag") || problem.text.contains("tag handle") {
      return specialStart(at: max(context, min(place, count)), rule: .tagRefused)
    }
    switch problem.text {
    case "mapping values are not allowed in this context": return unexpectedColon(at: place)
    case "could not find expected ':'": return missingColon(at: context)
    case "found character that cannot start any token":
      return byte(place) == 0x09 ? tab(at: place) : specialStart(at: place, rule: .needsQuotes)
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return tab(at: place)
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <document start>":
      return misplaced(at: place, problem: problem)
    case "did not find expected ',' or ']'": return bracket("[", "]", at: place, opened: context)
    case "did not find expected ',' or '}'": return bracket("{", "}", at: place, opened: context)
    case "found unexpected end of stream", "found unexpected document indicator":
      return openQuote(at: context)
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return escape(at: place)
    case "did not find expected node content": return missingValue(at: place)
    case "block sequence entries are not allowed in this context":
      return Diagnostic(
        .syntax, "a list item ('- ') stands on a line of its own", at: span(place, place + 1),
        label: "not at this place", help: "put '- ' on the next line, or write the list in [ ]")
    case "Maximum nesting level reached, set with yaml_set_max_nest_level())":
      return Diagnostic(
        .tooLarge, "lists and mappings nest no deeper than 64 levels", at: span(place, place + 1))
    default: return other(problem, at: place)
    }
  }

  // MARK: Colons

  /// `title: Meta: the deal`, or a line that is indented further than the one it continues.
  private func unexpectedColon(at place: Int) -> Diagnostic {
    let line = lineRange(around: place)
    let start = contentStart(of: line)
    if let value = valueStart(in: start..<line.upperBound), value <= place {
      let fix = quotingFix(value..<line.upperBound)
      return Diagnostic(
        .unquotedColon, "a value with ': ' in it needs quotes", at: span(place, place + 1),
        label: "reads as a second key on this line",
        help: fix.map { "write \($0.replacement)" } ?? "put the value in double quotes", fix: fix)
    }
    return Diagnostic(
      .syntax, "this key is indented further than its neighbours",
      at: span(start, max(start + 1, place)), label: "reads as a continuation of the line above",
      help: "indent it like the other keys of the same mapping")
  }

  /// A line without `: ` where a key is due.
  private func missingColon(at place: Int) -> Diagnostic {
    let line = lineRange(around: place)
    let start = contentStart(of: line)
    let end = trimmedEnd(start..<line.upperBound)
    let tight = (start..<end).first { byte($0) == 0x3A && isNameByte(byte($0 - 1)) }
    if let tight, tight + 1 < end, !text[tight + 1..<end].starts(with: "//".utf8) {
      return Diagnostic(
        .syntax, "a space is due after ':'", at: span(tight, tight + 1),
        label: "write ': '", fix: Diagnostic.Fix(span(tight + 1, tight + 1), replacement: " "))
    }
    return Diagnostic(
      .syntax, "a line of a mapping is 'key: value'; this one has no ': '",
      at: span(place, max(place + 1, end)), label: "no key",
      help: "if it continues the line above, indent it; if it is a list item, begin it with '- '")
  }

  /// The value of a one-line `key: value` in double quotes, when nothing in it is ambiguous.
  private func quotingFix(_ range: Range<Int>) -> Diagnostic.Fix? {
    let value = text[range.lowerBound..<trimmedEnd(range)]
    guard let first = value.first, !"\"'[{|>&*!%@`#".utf8.contains(first),
      !value.containsComment
    else { return nil }
    var quoted = "\""
    for scalar in String(decoding: value, as: UTF8.self).unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
      quoted.unicodeScalars.append(scalar)
    }
    return Diagnostic.Fix(span(value.startIndex, value.endIndex), replacement: quoted + "\"")
  }

  // MARK: Indentation, brackets, quotes

  private func tab(at place: Int) -> Diagnostic {
    var end = place
    while byte(end) == 0x09 || byte(end) == 0x20 { end += 1 }
    return Diagnostic(
      .tab, "tabs cannot indent; YAML indents with spaces", at: span(place, max(place + 1, end)),
      label: "a tab", help: "use two spaces for each level")
  }

  /// Something where a key, an item or the end is due: behind a quote, a stray bracket, or a line
  /// whose indentation fits nothing.
  private func misplaced(at place: Int, problem: YAMLProblem) -> Diagnostic {
    let line = lineRange(around: min(place, max(count - 1, 0)))
    let start = contentStart(of: line)
    if start < place, let quote = lastQuote(in: start..<place) {
      return Diagnostic(
        .syntax, "nothing may follow the closing quote of a value",
        at: span(place, max(place + 1, trimmedEnd(place..<max(place, line.upperBound)))),
        label: "after the quote",
        help: byte(quote) == 0x22
          ? "put the whole value in quotes, and write \\\" for a quote inside"
          : "put the whole value in quotes, and write '' for an apostrophe inside")
    }
    if byte(place) == 0x5D || byte(place) == 0x7D || byte(place) == 0x2C {
      return Diagnostic(
        .syntax, "'\(Character(Unicode.Scalar(byte(place))))' has nothing open before it",
        at: span(place, place + 1), help: "remove it, or put the value in quotes")
    }
    if byte(place) == 0x3A {
      return Diagnostic(
        .keyNotText, "a key is missing before ':'", at: span(place, place + 1),
        label: "needs a name")
    }
    return misaligned(start..<max(start, trimmedEnd(line)), problem: problem)
  }

  private func misaligned(_ line: Range<Int>, problem: YAMLProblem) -> Diagnostic {
    let isItem = byte(line.lowerBound) == 0x2D || text[lineRange(around: line.lowerBound)].isItem
    let what =
      if isItem {
        "the items of one list begin at the same column"
      } else if problem.text.contains("'-'") {
        "a list goes on with '- ' at the column of its first item"
      } else { "the keys of one mapping begin at the same column" }
    let before = lineBefore(line.lowerBound)
    return Diagnostic(
      .syntax, what, at: span(line.lowerBound, max(line.lowerBound + 1, line.upperBound)),
      label: "fits neither the line before nor those around it",
      related: before.map {
        [Diagnostic.Related(span($0.lowerBound, $0.upperBound), "the line before")]
      }
        ?? [], help: "check the spaces at the beginning of the line")
  }

  private func bracket(
    _ opening: String, _ closing: String, at place: Int, opened context: Int
  ) -> Diagnostic {
    let isAfterLine = lineRange(around: context) != lineRange(around: min(place, max(count - 1, 0)))
    if place >= count || isAfterLine {
      return Diagnostic(
        .notClosed, "'\(opening)' is never closed", at: span(context, context + 1),
        label: "opened here", related: place < count ? [related(place, "does not fit in it")] : [],
        help: "add '\(closing)', or put the value in quotes if it is text")
    }
    return Diagnostic(
      .syntax, "',' or '\(closing)' is due here", at: span(place, place + 1), label: "not expected",
      related: [related(context, "in what opens here")],
      help: "put text that holds , [ ] { } : or # in quotes")
  }

  private func missingValue(at place: Int) -> Diagnostic {
    let found = place < count ? "'\(Character(Unicode.Scalar(byte(place))))'" : "the end"
    return Diagnostic(
      .syntax, "a value is due here, not \(found)", at: span(place, place + 1),
      help: "put text that holds , [ ] { } : or # in quotes")
  }

  private func openQuote(at place: Int) -> Diagnostic {
    let line = lineRange(around: place)
    return Diagnostic(
      .notClosed, "a quote is never closed",
      at: span(place, max(place + 1, trimmedEnd(place..<line.upperBound))),
      label: "opened here",
      help: byte(place) == 0x27
        ? "close it; an apostrophe inside single quotes is written ''"
        : "close it; a quote inside double quotes is written \\\"")
  }

  private func escape(at place: Int) -> Diagnostic {
    // The mark is on the backslash or behind it, depending on the escape.
    let line = lineRange(around: place)
    let slash = (line.lowerBound...max(place, line.lowerBound)).last { byte($0) == 0x5C } ?? place
    return Diagnostic(
      .syntax, "'\\' in double quotes begins an escape, and this is none",
      at: span(slash, slash + 2),
      label: "unknown escape", help: "write \\\\ for a backslash, or use single quotes")
  }

  /// A value that begins with a character YAML keeps for itself.
  private func specialStart(at place: Int, rule: DiagnosticRule) -> Diagnostic {
    let line = lineRange(around: place)
    let start = min(place, count)
    let first = String(Character(Unicode.Scalar(byte(start))))
    let end = trimmedEnd(start..<max(start, line.upperBound))
    let isPlainValue =
      !text[start..<end].containsComment
      && valueStart(in: contentStart(of: line)..<line.upperBound) == start
    var fix: Diagnostic.Fix?
    if isPlainValue, rule == .needsQuotes {
      let body = String(decoding: text[start..<end], as: UTF8.self)
      if !body.utf8.contains(0x22), !body.utf8.contains(0x5C) {
        fix = Diagnostic.Fix(span(start, end), replacement: "\"\(body)\"")
      }
    }
    let help = fix.map { "write \($0.replacement)" } ?? "put the value in quotes"
    return Diagnostic(
      rule, "a value that begins with '\(first)' needs quotes",
      at: span(start, max(start + 1, end)),
      label: "'\(first)' means something else in YAML", help: help, fix: fix)
  }

  private func other(_ problem: YAMLProblem, at place: Int) -> Diagnostic {
    let context = problem.context.isEmpty ? "" : " (\(problem.context))"
    return Diagnostic(
      .syntax, "the YAML cannot be read here", at: span(place, place + 1),
      notes: ["the YAML reader says: \(problem.text)\(context)"],
      help: "put the value in quotes if it is text with punctuation in it")
  }

  private func encoding(_ problem: YAMLProblem) -> Diagnostic {
    let place = min(max(problem.place, 0), count)
    let isControl = problem.text.hasPrefix("control")
    return Diagnostic(
      .notText,
      isControl
        ? "control characters are not allowed in YAML" : "this is not UTF-8; files are UTF-8 text",
      at: span(place, place + 1), label: isControl ? "a control character" : "an invalid byte",
      help: isControl ? "remove it" : "save the file as UTF-8")
  }
}

// MARK: - Looking at lines

extension SyntaxTeacher {
  private func span(_ start: Int, _ end: Int) -> SourceSpan {
    let start = min(max(start, 0), count)
    return SourceSpan(
      file: file, range: base + start..<base + min(max(end, start), max(count, start)))
  }

  private func related(_ place: Int, _ label: String) -> Diagnostic.Related {
    Diagnostic.Related(span(place, place + 1), label)
  }

  private func byte(_ offset: Int) -> UInt8 {
    offset >= 0 && offset < count ? text[offset] : 0
  }

  private func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte == 0x5F || byte == 0x2D || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte) || byte >= 0x80
  }

  /// The line that holds a place, without what ends it.
  private func lineRange(around place: Int) -> Range<Int> {
    let place = min(max(place, 0), count)
    var start = place
    while start > 0, !isBreak(text[start - 1]) { start -= 1 }
    var end = place
    while end < count, !isBreak(text[end]) { end += 1 }
    return start..<end
  }

  /// Behind the indentation and the list dashes of a line.
  private func contentStart(of line: Range<Int>) -> Int {
    var start = line.lowerBound
    while start < line.upperBound {
      if byte(start) == 0x20 || byte(start) == 0x09 {
        start += 1
      } else if byte(start) == 0x2D, byte(start + 1) == 0x20 {
        start += 2
      } else {
        break
      }
    }
    return min(start, line.upperBound)
  }

  /// Where the value of `key: value` begins; `nil` when the stretch has no `: `.
  private func valueStart(in range: Range<Int>) -> Int? {
    guard let colon = range.first(where: { byte($0) == 0x3A && byte($0 + 1) == 0x20 }) else {
      return nil
    }
    var start = colon + 1
    while start < range.upperBound, byte(start) == 0x20 { start += 1 }
    return start
  }

  private func trimmedEnd(_ range: Range<Int>) -> Int {
    var end = min(range.upperBound, count)
    while end > range.lowerBound, byte(end - 1) == 0x20 || byte(end - 1) == 0x09 { end -= 1 }
    return max(end, range.lowerBound)
  }

  /// The text of the nearest line above that says something.
  private func lineBefore(_ place: Int) -> Range<Int>? {
    var start = lineRange(around: place).lowerBound
    while start > 0 {
      let line = lineRange(around: start - 1)
      let content = text[line].drop { $0 == 0x20 || $0 == 0x09 }
      if let first = content.first, first != 0x23 {
        return content.startIndex..<max(trimmedEnd(line), content.startIndex)
      }
      start = min(line.lowerBound, start - 1)
    }
    return nil
  }

  private func lastQuote(in range: Range<Int>) -> Int? {
    range.last { byte($0) == 0x22 || byte($0) == 0x27 }
  }
}

extension ArraySlice<UInt8> {
  /// Whether a line begins with a list's dash.
  fileprivate var isItem: Bool {
    drop { $0 == 0x20 }.starts(with: "- ".utf8)
  }

  /// Whether a `#` behind a space stands in it.
  fileprivate var containsComment: Bool {
    zip(self, dropFirst()).contains { $0 == 0x20 && $1 == 0x23 }
  }
}
