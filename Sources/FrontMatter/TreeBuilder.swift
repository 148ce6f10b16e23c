import SourceDiagnostics

/// Turns libyaml's events into the flat tree of a document, refusing what headers may not use.
///
/// It keeps its own stack of open lists and mappings, so depth costs no recursion.
struct TreeBuilder {
  private let file: String
  private let base: Int
  private let limits: FrontMatterDocument.Limits
  private let sourceCount: Int
  private var text: [UInt8]
  private var offsets: ScalarOffsets
  private var records: [NodeRecord] = []
  private var open: [Open] = []
  /// Where the last finished node ends, relative to the source; what a block list or mapping ends
  /// at.
  private var lastEnd = 0
  private var mistakes: [Diagnostic] = []

  /// A list or mapping whose end has not come yet.
  private struct Open {
    let index: Int
    let isMapping: Bool
    var keyIsNext: Bool
    let isBracketed: Bool
  }

  init(
    _ bytes: ArraySlice<UInt8>, file: String, limits: FrontMatterDocument.Limits
  ) {
    self.file = file
    self.limits = limits
    base = bytes.startIndex
    sourceCount = bytes.count
    text = Array(bytes)
    offsets = ScalarOffsets(text)
    records.reserveCapacity(min(bytes.count / 10 + 4, limits.nodes + 1))
    open.reserveCapacity(8)
  }

  /// Reads all events; `nil` when there is no tree, with the reason in `diagnostics`.
  mutating func build(
    _ events: inout YAMLEvents, diagnostics: inout [Diagnostic]
  ) -> NodeStorage? {
    let isWhole = readTree(&events)
    diagnostics += mistakes
    guard isWhole else { return nil }
    if records.isEmpty { append(.scalar, .plain, from: 0, to: 0) }
    return NodeStorage(file: file, base: base, records: records, text: text)
  }

  private mutating func readTree(_ events: inout YAMLEvents) -> Bool {
    while true {
      guard let kind = events.next() else {
        let teacher = SyntaxTeacher(text: text, count: sourceCount, base: base, file: file)
        mistakes.append(teacher.diagnostic(for: events.problem))
        return false
      }
      switch kind {
      case .scalar: addScalar(events)
      case .alias: addAlias(events)
      case .sequenceStart, .mappingStart:
        guard begin(events, isMapping: kind == .mappingStart) else { return false }
      case .sequenceEnd, .mappingEnd: finish(events)
      case .documentEnd: return nothingFollows(events)
      case .streamEnd: return true
      case .other: break
      }
      guard records.count <= limits.nodes else { return refuseNodes() }
    }
  }

  // MARK: Nodes

  private mutating func addScalar(_ events: borrowing YAMLEvents) {
    let (start, end) = place(events)
    let style = events.scalarStyle
    refuseMarks(events, start: start)
    let index = append(.scalar, style, from: start, to: end)
    let textStart = start + (style == .plain ? 0 : 1)
    if events.textMatches(text, at: textStart), textStart + events.textCount <= sourceCount {
      records[index].textStart = Int32(truncatingIfNeeded: textStart)
    } else {
      records[index].textStart = Int32(truncatingIfNeeded: text.count)
      events.appendText(to: &text)
    }
    records[index].count = Int32(truncatingIfNeeded: events.textCount)
    if style == .literal || style == .folded { trimBlock(index) }
    finishChild(index)
  }

  /// libyaml ends a block scalar after the blank lines below it; a reader of a report wants the
  /// text.
  private mutating func trimBlock(_ index: Int) {
    let start = Int(records[index].start)
    var end = Int(records[index].end)
    while end > start + 1, [0x20, 0x09, 0x0A, 0x0D].contains(text[end - 1]) { end -= 1 }
    records[index].end = Int32(truncatingIfNeeded: end)
  }

  private mutating func addAlias(_ events: borrowing YAMLEvents) {
    let (start, end) = place(events)
    report(
      .anchorRefused, "aliases such as \(quoted(source(start..<end))) are not part of a header",
      start..<end, label: "an alias",
      help: "write the value out; text that begins with * needs quotes")
    let index = append(.scalar, .plain, from: start, to: end)
    records[index].isRefused = true
    finishChild(index)
  }

  private mutating func begin(_ events: borrowing YAMLEvents, isMapping: Bool) -> Bool {
    let (start, _) = place(events)
    refuseMarks(events, start: start)
    guard open.count < limits.depth else { return refuseDepth(at: start) }
    let isBracketed = start < sourceCount && text[start] == (isMapping ? 0x7B : 0x5B)
    let index = append(
      isMapping ? .mapping : .sequence, isBracketed ? .flow : .block, from: start, to: start)
    open.append(
      Open(index: index, isMapping: isMapping, keyIsNext: isMapping, isBracketed: isBracketed))
    lastEnd = start
    return true
  }

  private mutating func finish(_ events: borrowing YAMLEvents) {
    guard let closed = open.popLast() else { return }
    let end = closed.isBracketed ? place(events).end : lastEnd
    records[closed.index].end = Int32(truncatingIfNeeded: end)
    records[closed.index].next = Int32(truncatingIfNeeded: records.count)
    if closed.isMapping { refuseDuplicates(in: closed.index) }
    finishChild(closed.index)
  }

  /// Tells the parent of a finished node that it has one more child.
  private mutating func finishChild(_ index: Int) {
    lastEnd = max(lastEnd, Int(records[index].end))
    guard let parent = open.last else { return }
    if parent.isMapping {
      if parent.keyIsNext {
        refuseKey(index)
      } else {
        records[parent.index].count += 1
      }
      open[open.count - 1].keyIsNext.toggle()
    } else {
      records[parent.index].count += 1
    }
  }

  @discardableResult
  private mutating func append(
    _ kind: Node.Kind, _ style: Node.Style, from start: Int, to end: Int
  ) -> Int {
    var record = NodeRecord(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), kind: kind,
      style: style)
    record.next = Int32(truncatingIfNeeded: records.count + 1)
    records.append(record)
    return records.count - 1
  }

  private mutating func place(_ events: borrowing YAMLEvents) -> (start: Int, end: Int) {
    let start = offsets.byteOffset(of: events.start, in: text, limit: sourceCount)
    let end = offsets.byteOffset(of: events.end, in: text, limit: sourceCount)
    return (start, max(start, end))
  }
}

// MARK: - What is refused

extension TreeBuilder {
  /// Anchors and tags; libyaml hides the bare tag `!`, so the first byte is looked at as well.
  private mutating func refuseMarks(_ events: borrowing YAMLEvents, start: Int) {
    let first = start < sourceCount ? text[start] : 0
    guard events.hasAnchor || events.hasTag || first == 0x21 else { return }
    let word = wordRange(from: start)
    if events.hasAnchor {
      report(
        .anchorRefused, "anchors such as \(quoted(source(word))) are not part of a header", word,
        label: "an anchor",
        help: "write the value out where it is used; text that begins with & needs quotes")
    } else {
      report(
        .tagRefused, "tags such as \(quoted(source(word))) are not part of a header", word,
        label: "a tag",
        help: "leave it out; every value is text, and text that begins with ! needs quotes")
    }
  }

  private mutating func refuseKey(_ index: Int) {
    let record = records[index]
    let range = Int(record.start)..<Int(record.end)
    guard record.kind == .scalar else {
      records[index].isRefused = true
      // `{{ name }}` is one mistake: nothing more is to be said about the outer braces.
      if let parent = open.last, parent.isBracketed { records[parent.index].isRefused = true }
      report(
        .keyNotText, "a key is text, not a \(record.kind == .mapping ? "mapping" : "list")", range,
        label: "stands where a key is due",
        help: "if this is a value that begins with { or [, put it in quotes")
      return
    }
    guard !record.isRefused, record.style == .plain else { return }
    let key = text[Int(record.textStart)..<Int(record.textStart) + Int(record.count)]
    if key.elementsEqual("<<".utf8) {
      records[index].isRefused = true
      report(
        .anchorRefused, "merge keys ('<<') are not part of a header", range, label: "a merge key",
        help: "write the fields out")
    } else if key.isEmpty || key.elementsEqual("~".utf8) {
      records[index].isRefused = true
      report(
        .keyNotText, "a key is missing before ':'",
        range.lowerBound..<max(range.upperBound, range.lowerBound),
        label: "needs a name")
    }
  }

  private mutating func refuseDuplicates(in mapping: Int) {
    let keys = keyIndexes(of: mapping)
    guard keys.count > 1 else { return }
    if keys.count <= 24 {
      // Small mappings are nearly all there are: comparing pairs makes no allocation.
      for (position, key) in keys.enumerated().dropFirst() {
        if let first = keys[..<position].first(where: { isSameText($0, key) }) {
          reportDuplicate(key, first: first)
        }
      }
    } else {
      var firsts: [ArraySlice<UInt8>: Int] = [:]
      for key in keys {
        let name = text[textRange(key)]
        if let first = firsts[name] {
          reportDuplicate(key, first: first)
        } else {
          firsts[name] = key
        }
      }
    }
  }

  private func keyIndexes(of mapping: Int) -> [Int] {
    var keys: [Int] = []
    keys.reserveCapacity(Int(records[mapping].count))
    var index = mapping + 1
    while index < records.count {
      if records[index].kind == .scalar, !records[index].isRefused { keys.append(index) }
      let value = Int(records[index].next)
      guard value < records.count else { break }
      index = Int(records[value].next)
    }
    return keys
  }

  private func textRange(_ index: Int) -> Range<Int> {
    Int(records[index].textStart)..<Int(records[index].textStart) + Int(records[index].count)
  }

  private func isSameText(_ a: Int, _ b: Int) -> Bool {
    records[a].count == records[b].count
      && text[textRange(a)].elementsEqual(text[textRange(b)])
  }

  private mutating func reportDuplicate(_ key: Int, first: Int) {
    let name = String(decoding: text[textRange(key)], as: UTF8.self)
    let firstRange = Int(records[first].start)..<Int(records[first].end)
    report(
      .duplicateKey, "\(quoted(name)) is given twice; a mapping has each key once",
      Int(records[key].start)..<Int(records[key].end), label: "given again",
      related: [Diagnostic.Related(span(firstRange), "first given here")],
      help: "keep one of them, or make one list of both values")
  }

  private mutating func refuseNodes() -> Bool {
    let start = Int(records.last?.start ?? 0)
    report(
      .tooLarge, "more than \(limits.nodes) values; a file of YAML has no more than that",
      start..<start + 1, label: "this one is over the limit",
      help: "split the file, or move what is generated out of it")
    return false
  }

  private mutating func refuseDepth(at start: Int) -> Bool {
    report(
      .tooLarge, "lists and mappings nest no deeper than \(limits.depth) levels",
      start..<start + 1, label: "one level too deep")
    return false
  }

  /// After the document only blank lines and comments may follow.
  private mutating func nothingFollows(_ events: borrowing YAMLEvents) -> Bool {
    var offset = place(events).start
    while offset < sourceCount {
      let line = lineRange(from: offset)
      let content = source(line).drop { $0 == 0x20 || $0 == 0x09 }
      let isEnd = content.elementsEqual("...".utf8)
      if let first = content.first, first != 0x23, !isEnd {
        report(
          .severalDocuments, "a file holds one YAML document; a second one begins here",
          content.startIndex..<line.upperBound, label: "after the end of the first",
          help: "remove the '---' or '...' line before it, or what follows")
        return false
      }
      offset = line.upperBound
      while offset < sourceCount, text[offset] == 0x0A || text[offset] == 0x0D { offset += 1 }
    }
    return true
  }

  private mutating func report(
    _ rule: DiagnosticRule, _ summary: String, _ range: Range<Int>, label: String,
    related: [Diagnostic.Related] = [], help: String? = nil
  ) {
    guard mistakes.count < Self.mostMistakes else { return }
    let notes = mistakes.count + 1 == Self.mostMistakes ? [Self.moreNote] : []
    mistakes.append(
      Diagnostic(
        rule, summary, at: span(range), label: label, related: related, notes: notes, help: help))
  }

  /// How many mistakes of one document are listed; a file with more is not a header gone wrong.
  static let mostMistakes = 100
  static let moreNote = "there are more mistakes; only the first \(mostMistakes) are listed"

  private func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(file: file, range: base + range.lowerBound..<base + range.upperBound)
  }

  private func source(_ range: Range<Int>) -> ArraySlice<UInt8> { text[range] }

  private func wordRange(from start: Int) -> Range<Int> {
    var end = start
    while end < sourceCount, ![0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x5D, 0x7D].contains(text[end]) {
      end += 1
    }
    return start..<end
  }

  private func lineRange(from start: Int) -> Range<Int> {
    var end = start
    while end < sourceCount, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
    return start..<end
  }
}

/// A name or value in quotation marks for a message, cut when it is long.
func quoted(_ text: String) -> String {
  let shown = text.unicodeScalars.prefix(60)
  return shown.count < text.unicodeScalars.count ? "'\(String(shown))…'" : "'\(text)'"
}

func quoted(_ bytes: ArraySlice<UInt8>) -> String {
  quoted(String(decoding: bytes.prefix(300), as: UTF8.self))
}
