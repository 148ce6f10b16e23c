import SourceDiagnostics

/// Holds a mapping against its schema and collects every mistake in it, those of inner mappings
/// too.
///
/// It follows the schema and the tree downwards together; both are shallow (a tree has at most the
/// depth of its limits), so recursion is bounded.
struct SchemaCheck {
  private(set) var mistakes: [Diagnostic] = []

  /// Checks a mapping; a null counts as an empty one. False when it is text or a list.
  mutating func check(_ node: Node, as schema: Schema) -> Bool {
    guard node.kind == .mapping || node.isNull else {
      report(
        .wrongKind, "\(schema.name) is written as 'key: value' lines, not as \(kindName(node))",
        node.span, label: "no mapping",
        help: node.kind == .scalar ? "is a space missing after ':'?" : nil)
      return false
    }
    checkFields(of: node, schema)
    return true
  }

  private mutating func checkFields(of node: Node, _ schema: Schema) {
    let variant = schema.variant(of: node)
    var absent: [String]?
    for (key, value) in node.entries where key.kind == .scalar && !key.isRefused {
      guard mistakes.count < TreeBuilder.mostMistakes else { return }
      let name = key.text
      if let field = schema.field(named: name, variant: variant) {
        guard !value.isRefused, !value.isNull else { continue }
        check(value, field.form, .field(name))
      } else {
        // Looked up once and only when needed: it reads all keys for each field.
        let candidates = absent ?? absentFields(of: node, schema, variant)
        absent = candidates
        reportUnknown(key, name, schema, variant, absent: candidates)
      }
    }
    let required = schema.fields + (variant?.fields ?? [])
    for field in required where field.presence == .required {
      let entry = node.entry(field.name)
      if entry == nil || entry?.value.isNull == true && entry?.value.isRefused == false {
        reportMissing(field, key: entry?.key, in: node, variant?.name ?? schema.name)
      }
    }
  }

  /// The fields that a mapping might still have had: what an unknown key can have been meant for.
  private func absentFields(
    of node: Node, _ schema: Schema, _ variant: Schema?
  ) -> [String] {
    (schema.fields + (variant?.fields ?? [])).map(\.name).filter { node.entry($0) == nil }
  }

  private mutating func check(_ node: Node, _ form: Form, _ subject: Subject) {
    guard !node.isRefused, mistakes.count < TreeBuilder.mostMistakes else { return }
    guard let form = form.fitting(node) else { return reportKind(node, form, subject) }
    switch form {
    case .text(let limit, _): checkLength(node, limit, subject)
    case .integer(let range): checkInteger(node, range, subject)
    case .boolean: checkBoolean(node, subject)
    case .word(let words): checkWord(node, words, subject)
    case .list(let item, let count):
      if let count, !count.contains(node.count) { reportCount(node, count, subject) }
      for child in node.items { check(child, item, subject.item) }
    case .mapping(let schema): checkFields(of: node, schema)
    case .map(let valueForm):
      for (key, value) in node.entries where !key.isRefused {
        check(value, valueForm, .entry(key.text, of: subject.name))
      }
    case .oneOf, .anything: break
    }
  }

  // MARK: Scalars

  private mutating func checkLength(_ node: Node, _ limit: Int?, _ subject: Subject) {
    // A character is at least a byte, so short text needs no counting.
    guard let limit, node.bytes.count > limit else { return }
    let length = node.text.unicodeScalars.count
    guard length > limit else { return }
    report(
      .outOfBounds, "\(subject) has at most \(limit) characters; this has \(length)", node.span,
      label: "\(length - limit) too many")
  }

  private mutating func checkInteger(_ node: Node, _ range: ClosedRange<Int>?, _ subject: Subject) {
    guard let value = node.integer else {
      return report(
        .notInteger, "\(subject) takes a whole number, not \(quoted(node.text))", node.span,
        label: "digits only",
        notes: range.map { ["it lies between \($0.lowerBound) and \($0.upperBound)"] } ?? [])
    }
    guard let range, !range.contains(value) else { return }
    report(
      .notInteger,
      "\(subject) lies between \(range.lowerBound) and \(range.upperBound), not at \(value)",
      node.span, label: "out of range")
  }

  private mutating func checkBoolean(_ node: Node, _ subject: Subject) {
    guard node.boolean == nil else { return }
    let text = node.text
    let meant = ["yes": "true", "on": "true", "no": "false", "off": "false"]
    let lower = text.lowercased()
    let word = lower == "true" || lower == "false" ? lower : meant[lower]
    report(
      .notBoolean, "\(subject) takes true or false, not \(quoted(text))", node.span,
      label: "true or false", help: word.map { "write \($0)" },
      fix: word.map { Diagnostic.Fix(node.span, replacement: $0) })
  }

  private mutating func checkWord(_ node: Node, _ words: [Word], _ subject: Subject) {
    guard !words.contains(where: { node.reads($0.text) }) else { return }
    let text = node.text
    let found = suggestions(for: text, among: words.map(\.text))
    let question = found.isEmpty ? "" : Spelling.question(for: text, among: found)
    report(
      .unknownWord, "\(subject) takes one of a few words, not \(quoted(text))\(question)",
      node.span, label: "not one of them",
      notes: ["the words are: " + words.map(\.text).joined(separator: ", ")],
      help: found.count == 1 ? "replace with '\(found[0])'" : nil,
      fix: found.count == 1 ? Diagnostic.Fix(node.span, replacement: found[0]) : nil)
  }

  // MARK: Reports

  private mutating func reportUnknown(
    _ key: Node, _ name: String, _ schema: Schema, _ variant: Schema?, absent: [String]
  ) {
    let owner = variant?.name ?? schema.name
    let all = schema.fields + (variant?.fields ?? [])
    let found = suggestions(for: name, among: absent)
    var notes: [String] = []
    if let other = schema.variants?.cases.first(where: { $0.schema.field(named: name) != nil }) {
      notes.append("\(quoted(name)) is a field of \(other.schema.name)")
    } else if found.isEmpty, all.count <= 30 {
      notes.append("\(owner) has: " + all.map(\.name).joined(separator: ", "))
    }
    let question = found.isEmpty ? "" : Spelling.question(for: name, among: found)
    report(
      .unknownField, "unknown field \(quoted(name))\(question)", key.span,
      label: "not a field of \(owner)", notes: notes,
      help: found.count == 1 ? "replace with '\(found[0])'" : nil,
      fix: found.count == 1 ? Diagnostic.Fix(key.span, replacement: found[0]) : nil)
  }

  /// Long words are nobody's misspelling, and measuring them would cost.
  private func suggestions(for word: String, among candidates: [String]) -> [String] {
    word.utf8.count <= 40 ? Spelling.suggestions(for: word, among: candidates) : []
  }

  private mutating func reportMissing(_ field: Field, key: Node?, in node: Node, _ owner: String) {
    let place = key ?? (node.style == .block ? node.entries.first?.key : nil) ?? node
    report(
      .missingField, "'\(field.name)' is required in \(owner)", place.span,
      label: key == nil ? "'\(field.name)' is missing" : "has no value",
      help: "add '\(field.name)'" + (field.description.isEmpty ? "" : ": \(field.description)"))
  }

  private mutating func reportKind(_ node: Node, _ form: Form, _ subject: Subject) {
    var help: String?
    var fix: Diagnostic.Fix?
    if node.kind == .scalar, !node.isNull, form.takesListOfText {
      let isSimple = !node.bytes.contains { ",[]{}#:&*".utf8.contains($0) }
      help = isSimple ? "write [\(node.text)]" : "write the items as [a, b] or as '- ' lines"
      if isSimple, node.style == .plain {
        fix = Diagnostic.Fix(node.span, replacement: "[\(node.text)]")
      }
    } else if node.kind != .scalar, node.style == .flow, form.takesOnlyScalars {
      help = "put the value in quotes if it is text"
    }
    report(
      .wrongKind, "\(subject) takes \(form.phrase), not \(kindName(node))", node.span,
      label: kindName(node), help: help, fix: fix)
  }

  private mutating func reportCount(_ node: Node, _ range: ClosedRange<Int>, _ subject: Subject) {
    let rule =
      if range.lowerBound == range.upperBound {
        "exactly \(range.lowerBound)"
      } else if range.upperBound == .max { "at least \(range.lowerBound)" } else {
        "\(range.lowerBound) to \(range.upperBound)"
      }
    report(
      .outOfBounds, "\(subject) has \(rule) items; this has \(node.count)", node.span,
      label: node.count < range.lowerBound ? "too few" : "too many")
  }

  private mutating func report(
    _ rule: DiagnosticRule, _ summary: String, _ span: SourceSpan, label: String,
    notes: [String] = [], help: String? = nil, fix: Diagnostic.Fix? = nil
  ) {
    guard mistakes.count < TreeBuilder.mostMistakes else { return }
    let isLast = mistakes.count + 1 == TreeBuilder.mostMistakes
    mistakes.append(
      Diagnostic(
        rule, summary, at: span, label: label,
        notes: isLast ? notes + [TreeBuilder.moreNote] : notes, help: help, fix: fix))
  }

  private func kindName(_ node: Node) -> String {
    switch node.kind {
    case .scalar: node.isNull ? "nothing" : "text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// What a message speaks of: a field, an item of its list, an entry of its mapping.
private enum Subject: CustomStringConvertible {
  case field(String)
  case itemOf(String)
  case entry(String, of: String)

  var name: String {
    switch self {
    case .field(let name), .itemOf(let name), .entry(let name, _): name
    }
  }

  var item: Subject { .itemOf(name) }

  var description: String {
    switch self {
    case .field(let name): quoted(name)
    case .itemOf(let name): "an item of \(quoted(name))"
    case .entry(let name, let owner): "\(quoted(name)) in \(quoted(owner))"
    }
  }
}
