import FrontMatter
import GFMarkdown
import SourceDiagnostics

/// Reads values of one file as the model's types, each mistake reported at its exact bytes.
struct ValueReader {
  let file: String
  /// The site's default language, for texts given by language.
  let language: LanguageTag
  /// Whether texts for readers get the quotes and spaces of their language.
  let setsTypography: Bool
  var diagnostics: [Diagnostic] = []
  /// The exceptions from editorial rules that were read.
  var waivers: [Waiver] = []
  /// What the relative dates read so far count from, where they say so.
  private(set) var anchors: [Reference] = []
  /// What a relative date counts from that does not say so; empty when that is not clear.
  var onlySource = ""

  init(file: String, language: LanguageTag, setsTypography: Bool = true) {
    self.setsTypography = setsTypography
    self.file = file
    self.language = language
  }

  // MARK: - Text

  /// Text for readers, set in the typography of its language where the site wants that.
  func words(_ text: String?, _ language: LanguageTag) -> String? {
    guard setsTypography, let text else { return text }
    return Markdown.typeset(text, language: language.text)
  }

  mutating func placed(_ reader: MappingReader, _ field: String) -> Placed<String>? {
    guard let node = reader.node(field), node.kind == .scalar else { return nil }
    return Placed(node.text, node.range)
  }

  func reference(_ node: Node) -> Reference? {
    guard node.kind == .scalar, !node.isNull else { return nil }
    return Reference(node.text, file: file, range: node.range)
  }

  func reference(_ reader: MappingReader, _ field: String) -> Reference? {
    reader.node(field).flatMap { reference($0) }
  }

  /// A list of references; a single one may stand without brackets where the schema allows it.
  func references(_ reader: MappingReader, _ field: String) -> [Reference] {
    guard let node = reader.node(field) else { return [] }
    return node.kind == .sequence
      ? node.items.compactMap { reference($0) } : [reference(node)].compactMap { $0 }
  }

  func localised(_ reader: MappingReader, _ field: String) -> LocalisedText? {
    guard let node = reader.node(field) else { return nil }
    switch node.kind {
    case .scalar: return LocalisedText(words(node.text, language) ?? node.text)
    case .mapping:
      return LocalisedText(
        node.entries.filter { $0.value.kind == .scalar }.map { key, value in
          (key.text, words(value.text, LanguageTag(key.text)) ?? value.text)
        },
        standardLanguage: language.text)
    case .sequence: return nil
    }
  }

  /// Names as a list, or as lists by language.
  func aliases(_ reader: MappingReader, _ field: String) -> [EntityFile.Alias] {
    guard let node = reader.node(field) else { return [] }
    func read(_ list: Node, _ language: LanguageTag?) -> [EntityFile.Alias] {
      list.items.filter { $0.kind == .scalar && !$0.isNull }.map {
        EntityFile.Alias(text: $0.text, language: language, range: $0.range)
      }
    }
    if node.kind == .sequence { return read(node, nil) }
    return node.entries.flatMap { read($0.value, LanguageTag($0.key.text)) }
  }

  mutating func redirects(_ reader: MappingReader) -> [Placed<String>] {
    reader.list("redirects").compactMap { node in
      guard node.kind == .scalar, !node.isNull else { return nil }
      let text = node.text
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      let isPath =
        text.hasPrefix("/") && !text.hasPrefix("//")
        && !parts.contains { $0 == ".." || $0 == "." }
        && text.utf8.allSatisfy { isAddressByte($0) }
      guard isPath else {
        diagnostics.append(
          Diagnostic(
            .badRedirect, "'\(text)' is not a path of this site", at: node.span,
            label: "an old address begins with one '/'",
            help: "write the path alone, such as '/2024/old-name/'"))
        return nil
      }
      return Placed(text, node.range)
    }
  }

  private func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E, 0x2B, 0x40: true
    default: false
    }
  }

  /// A slug that an author chose: it must be what the slugger would make of it.
  mutating func slug(_ reader: MappingReader) -> Placed<String>? {
    guard let slug = placed(reader, "slug") else { return nil }
    let made = Slug.make(slug.value).text
    guard made != slug.value else { return slug }
    let span = SourceSpan(file: file, range: slug.range)
    diagnostics.append(
      Diagnostic(
        .badSlug, "'\(slug.value)' cannot stand in an address", at: span,
        label: "small letters, digits and hyphens only", help: "write '\(made)'",
        fix: .init(span, replacement: made)))
    return nil
  }

  /// An `http` or `https` address.
  mutating func url(_ node: Node) -> String? {
    let text = node.text
    let isAddress =
      (text.hasPrefix("https://") || text.hasPrefix("http://")) && text.utf8.count > 8
      && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E }
    if isAddress { return text }
    diagnostics.append(
      Diagnostic(
        .badURL, "'\(text)' is not a web address", at: node.span,
        label: "an address begins with https:// or http:// and has no spaces"))
    return nil
  }

  // MARK: - Dates

  mutating func date(_ reader: MappingReader, _ field: String) -> Placed<UncertainDate>? {
    if reader.isNull(field), let key = reader.key(field) { return Placed(.unknown, key.range) }
    return reader.node(field).flatMap { date($0) }
  }

  /// A date that says which day at least roughly; relative and unknown ones are refused.
  mutating func calendarDate(_ reader: MappingReader, _ field: String) -> UncertainDate? {
    guard let node = reader.node(field), let date = date(node) else { return nil }
    return date.value
  }

  /// A date with its precision: EDTF text, or a mapping `{relative, anchor}`.
  mutating func date(_ node: Node) -> Placed<UncertainDate>? {
    switch node.kind {
    case .scalar:
      do throws(ParseProblem) {
        return Placed(try UncertainDate(parsing: node.text), node.range)
      } catch {
        report(error, .badDate, in: node)
        return nil
      }
    case .mapping:
      guard let word = node["relative"] else { return nil }
      guard let known = RelativeDate.Word(rawValue: word.text) else {
        let words = RelativeDate.Word.allCases.map(\.rawValue)
        diagnostics.append(
          Diagnostic(
            .badDate,
            "'\(word.text)' is not a relative date that is known"
              + Spelling.question(for: word.text, among: words),
            at: word.span, label: "unknown word",
            help: "the words are: " + words.joined(separator: ", ")))
        return nil
      }
      guard let anchor = anchor(of: node) else { return nil }
      return Placed(.relative(RelativeDate(known, anchor: anchor)), node.range)
    case .sequence: return nil
    }
  }

  /// What a relative date counts from: what it names, else the only source there is.
  private mutating func anchor(of node: Node) -> String? {
    if let anchor = node["anchor"].flatMap({ reference($0) }), !anchor.text.isEmpty {
      anchors.append(anchor)
      return anchor.text
    }
    if !onlySource.isEmpty { return onlySource }
    diagnostics.append(
      Diagnostic(
        .badDate, "a relative date names the source or event that it counts from", at: node.span,
        label: "no 'anchor'",
        help: "add 'anchor: ID', where ID is that of a source of this file or of an event"))
    return nil
  }

  // MARK: - Waivers

  /// Adds the exceptions stated in a mapping, for all that stands between the bytes of `scope`.
  mutating func readWaivers(_ reader: MappingReader, scope: Range<Int>?) {
    guard reader.node("waive") != nil else { return }
    for item in reader.mappings("waive") {
      guard let rule = placed(item, "rule"), let why = item.string("why") else { continue }
      waivers.append(
        Waiver(
          rule: rule, why: words(why, language) ?? why, until: date(item, "until"), file: file,
          scope: scope))
    }
  }

  // MARK: - Quantities

  mutating func quantity(_ node: Node) -> Placed<Quantity>? {
    switch node.kind {
    case .scalar:
      do throws(ParseProblem) {
        return Placed(try Quantity(parsing: node.text), node.range)
      } catch {
        report(error, .badQuantity, in: node)
        return nil
      }
    case .mapping:
      var fields = QuantityFields()
      for (key, value) in node.entries where value.kind == .scalar && !value.isNull {
        set(key.text, value.text, in: &fields)
      }
      if let inferred = node["inferred"] { fields.inferred = inferred.items.map(\.text) }
      if refusedBySchema(fields) { return nil }
      do throws(FieldProblem) {
        return Placed(try fields.quantity(), node.range)
      } catch {
        report(error.problem, .badQuantity, in: node[error.field] ?? node)
        return nil
      }
    case .sequence: return nil
    }
  }

  /// Whether the check of the file against its schema has said already what is wrong: a word that
  /// is none, a magnitude that is no number.
  private func refusedBySchema(_ fields: QuantityFields) -> Bool {
    fields.q.map { Quantity.Qualifier(rawValue: $0) == nil } ?? false
      || fields.nature.map { Quantity.Nature(rawValue: $0) == nil } ?? false
      || fields.magnitude.map { Int($0).map(Quantity.magnitudes.contains) != true } ?? false
      || fields.inferred.contains { Quantity.Inferred(rawValue: $0) == nil }
  }

  private func set(_ key: String, _ text: String, in fields: inout QuantityFields) {
    switch key {
    case "value": fields.value = text
    case "min": fields.min = text
    case "max": fields.max = text
    case "magnitude": fields.magnitude = text
    case "q": fields.q = text
    case "currency": fields.currency = text
    case "unit": fields.unit = text
    case "verbatim": fields.verbatim = text
    case "nature": fields.nature = text
    default: break
    }
  }

  /// Reports a parser's problem at the bytes of the node that it means.
  mutating func report(_ problem: ParseProblem, _ rule: DiagnosticRule, in node: Node) {
    let isVerbatim =
      node.kind == .scalar && node.style == .plain
      && node.range.count == node.bytes.count
    let isQuoted = node.isQuoted && node.range.count == node.bytes.count + 2
    var range = node.range
    if isVerbatim || isQuoted {
      let start = node.range.lowerBound + (isQuoted ? 1 : 0)
      let lower = min(start + problem.range.lowerBound, node.range.upperBound)
      range = lower..<min(max(start + problem.range.upperBound, lower), node.range.upperBound)
    }
    diagnostics.append(
      Diagnostic(
        rule, "\(problem.message): '\(node.kind == .scalar ? node.text : "…")'",
        at: SourceSpan(file: file, range: range), help: problem.help))
  }

  // MARK: - Typed fields of events

  /// The value of a typed field.
  mutating func eventValue(_ node: Node, _ form: EventField.Shape) -> EventValue? {
    switch form {
    case .text: node.kind == .scalar ? .text(node.text) : nil
    case .texts: .texts(node.items.filter { $0.kind == .scalar }.map(\.text))
    case .word: node.kind == .scalar ? .word(node.text) : nil
    case .quantity: quantity(node).map { .quantity($0.value) }
    case .date: date(node).map { .date($0.value) }
    case .flag: .flag(node.text == "true")
    }
  }

  // MARK: - Values with a source

  /// A value that may be written long, `{value, source}`; `read` makes the value of its node.
  mutating func sourced<Value>(
    _ reader: MappingReader, _ field: String,
    _ read: (inout ValueReader, Node) -> Value?
  ) -> Sourced<Value>? {
    guard let node = reader.node(field) else { return nil }
    guard node.kind == .mapping, let inner = node["value"] else {
      return read(&self, node).map { Sourced($0) }
    }
    guard let value = read(&self, inner) else { return nil }
    return Sourced(
      value, source: node["source"]?.text, from: node["from"].flatMap { date($0)?.value },
      until: node["until"].flatMap { date($0)?.value })
  }
}
