import GFMarkdown
import SiteModel
import SitePlan
import SourceDiagnostics
import TemplateEngine

/// The filters that templates of a site have besides the language's own, and those of the language
/// that follow the page's language on a site.
enum SiteFilters {
  // MARK: - Texts

  /// `markdown(inline=false)`: a text in Markdown as HTML.
  static func markdown(
    _ context: inout CallContext, _ arguments: Arguments
  ) throws(TemplateFault) -> Value {
    try arguments.check(atMost: 2, names: ["inline"])
    let text = try context.builtIn("string", arguments[0]).asString ?? ""
    var isInline = false
    if let choice = arguments.value(1, "inline") {
      guard let given = choice.asBool else {
        throw TemplateFault(.type, "the argument 'inline' of markdown is true or false")
      }
      isInline = given
    }
    var found: [Diagnostic] = []
    let body = Markdown.parse(
      ArraySlice(text.utf8), file: "", options: try SiteFunctions.info(context).markdown,
      diagnostics: &found)
    if let finding = found.first(where: { $0.severity == .error }) {
      throw TemplateFault(.value, finding.summary)
    }
    return context.arena.safeString(utf8: isInline ? try paragraph(body.html) : body.html)
  }

  /// The inside of the one paragraph that some HTML is.
  private static func paragraph(_ html: [UInt8]) throws(TemplateFault) -> [UInt8] {
    let open = Array("<p>".utf8)
    let close = Array("</p>\n".utf8)
    if html.isEmpty { return [] }
    let inside = html.dropFirst(open.count).dropLast(close.count)
    guard html.starts(with: open), html.suffix(close.count).elementsEqual(close),
      !inside.contains(UInt8(ascii: "\n"))
        || !String(decoding: inside, as: UTF8.self).contains("</p>")
    else {
      throw TemplateFault(
        .value, "Markdown that is to be inline is one paragraph, without headings, lists or tables")
    }
    return Array(inside)
  }

  /// `excerpt(length=200)`: the beginning of a text, without tags, cut at a word's end.
  static func excerpt(
    _ context: inout CallContext, _ arguments: Arguments
  ) throws(TemplateFault) -> Value {
    try arguments.check(atMost: 2, names: ["length"])
    var length = 200
    if let given = arguments.value(1, "length") {
      guard let number = given.asInt, number > 0 else {
        throw TemplateFault(.type, "the argument 'length' of excerpt is a whole number above 0")
      }
      length = number
    }
    let value = try context.builtIn("string", arguments[0])
    var text = value.asString ?? ""
    if value.isSafeString {
      let first = context.arena.safeString(firstParagraph(text))
      text = try context.builtIn("striptags", first).asString ?? ""
    }
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return context.arena.string(Markdown.cut(line, maximum: length))
  }

  /// The first paragraph of some HTML, or all of it when it has none, without the marks of notes.
  private static func firstParagraph(_ html: String) -> String {
    var part = html[...]
    let starts = [html.firstRange(of: "<p>"), html.firstRange(of: "<p ")].compactMap { $0 }
    if let start = starts.min(by: { $0.lowerBound < $1.lowerBound }) {
      part = html[start.lowerBound...]
      if let end = part.firstRange(of: "</p>") { part = part[..<end.lowerBound] }
    }
    var text = ""
    while let open = part.firstRange(of: "<sup"), let close = part.firstRange(of: "</sup>"),
      open.lowerBound < close.lowerBound
    {
      text += part[..<open.lowerBound]
      part = part[close.upperBound...]
    }
    return text + part
  }

  // MARK: - Words and numbers of the page's language

  /// `number(decimals, lang)`: the language's filter; without `lang`, with the signs of the page's
  /// language.
  static func number(
    _ context: inout CallContext, _ arguments: Arguments
  ) throws(TemplateFault) -> Value {
    try arguments.check(atMost: 3, names: ["decimals", "lang"])
    let decimals = arguments.value(1, "decimals") ?? .none
    if let language = try foreign(arguments.value(2, "lang"), context) {
      return try context.builtIn("number", arguments[0], [decimals, language])
    }
    let plain = try context.builtIn("number", arguments[0], [decimals])
    let signs = try SiteFunctions.info(context).words.numbers
    let text = plain.asString ?? ""
    let digits = text.prefix { $0 != "." }.filter(\.isNumber).count
    let group = digits >= max(4, signs.groupsFrom) ? signs.group : ""
    if group == ",", signs.decimal == "." { return plain }
    var result = ""
    for character in text {
      switch character {
      case ",": result += group
      case ".": result += signs.decimal
      default: result.append(character)
      }
    }
    return context.arena.string(result)
  }

  /// `plural(one, other, zero, lang)`: the language's filter; without `lang`, by the rule of the
  /// page's language for one.
  static func plural(
    _ context: inout CallContext, _ arguments: Arguments
  ) throws(TemplateFault) -> Value {
    try arguments.check(atMost: 5, names: ["one", "other", "zero", "lang"])
    guard let one = arguments.value(1, "one"), let other = arguments.value(2, "other") else {
      throw TemplateFault(.type, "filter 'plural' needs its arguments 'one' and 'other'")
    }
    let zero = arguments.value(3, "zero") ?? .none
    let value = arguments[0]
    if let language = try foreign(arguments.value(4, "lang"), context) {
      return try context.builtIn("plural", value, [one, other, zero, language])
    }
    let page = try SiteFunctions.info(context).words.language
    guard let number = value.asInt else {
      let language = context.arena.string(Self.isFrench(page) ? "fr" : "en")
      return try context.builtIn("plural", value, [one, other, zero, language])
    }
    if number == 0, !zero.isNone { return zero }
    return PluralRules.category(number, in: page) == .one ? one : other
  }

  /// `date(format, lang)`: the language's filter, for ISO 8601 texts and for the records that the
  /// site has for dates; without `lang`, with the months of the page's language.
  static func date(
    _ context: inout CallContext, _ arguments: Arguments
  ) throws(TemplateFault) -> Value {
    try arguments.check(atMost: 3, names: ["format", "lang"])
    let value = try day(of: arguments[0], context)
    let standard = context.arena.string("%Y-%m-%d")
    let format = arguments.value(1, "format").flatMap { $0.isNone ? nil : $0 } ?? standard
    if let language = try foreign(arguments.value(2, "lang"), context) {
      return try context.builtIn("date", value, [format, language])
    }
    let words = try SiteFunctions.info(context).words
    if let known = ["en", "fr"].first(where: { isOf(words.language, $0) }) {
      return try context.builtIn("date", value, [format, context.arena.string(known)])
    }
    // The months of other languages are those of the interface strings.
    let month = try context.builtIn("date", value, [context.arena.string("%-m")]).asString ?? ""
    let name = words.monthName(Int(month) ?? 0).replacing("%", with: "%%")
    let given = format.asString ?? ""
    if let code = ["%A", "%a", "%b"].first(where: { hasCode($0, in: given) }) {
      throw TemplateFault(
        .value, "'\(code)' has words for English and French only, not for '\(words.language)'")
    }
    let filled = replacingCode("%B", in: given, with: name)
    return try context.builtIn(
      "date", value, [format.asString == nil ? format : context.arena.string(filled)])
  }

  /// The day of a record for a date; other values as they are.
  private static func day(
    of value: Value, _ context: CallContext
  ) throws(TemplateFault) -> Value {
    guard value.kind == .map else { return value }
    let day = context.attribute("day", of: value)
    if day.kind == .string { return day }
    guard let text = context.attribute("text", of: value).asString else {
      throw TemplateFault(.type, "a date is needed, not a map")
    }
    throw TemplateFault(.value, "the date '\(text)' has no day; print its 'text'")
  }

  /// Whether a format has a code, `%%` not taken for one.
  private static func hasCode(_ code: String, in format: String) -> Bool {
    replacingCode(code, in: format, with: "") != format
  }

  private static func replacingCode(
    _ code: String, in format: String, with text: String
  ) -> String {
    format.split(separator: "%%", omittingEmptySubsequences: false)
      .map { $0.replacing(code, with: text) }.joined(separator: "%%")
  }

  /// The language asked for, when it is not the page's own.
  private static func foreign(
    _ language: Value?, _ context: CallContext
  ) throws(TemplateFault) -> Value? {
    guard let language, !language.isNone else { return nil }
    let page = try SiteFunctions.info(context).words.language
    return language.asString == page.text ? nil : language
  }

  private static func isFrench(_ language: LanguageTag) -> Bool { isOf(language, "fr") }

  /// Whether a tag is of a language: the language itself, or with a region.
  private static func isOf(_ tag: LanguageTag, _ language: String) -> Bool {
    tag.text == language || LanguageNames.base(tag) == language
  }
}
