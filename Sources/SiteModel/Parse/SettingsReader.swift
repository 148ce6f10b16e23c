import FrontMatter
package import SourceDiagnostics

/// Reads `brevier.yml`.
package enum SettingsReader {
  /// The settings in `bytes`; what cannot be used is reported and stays at its default.
  package static func read(
    _ bytes: [UInt8], file: String, knownRules: [DiagnosticRule],
    diagnostics: inout [Diagnostic]
  ) -> SiteSettings {
    var settings = SiteSettings()
    settings.file = file
    guard
      let document = FrontMatterDocument.parse(
        bytes, range: 0..<bytes.count, file: file, limits: .file, diagnostics: &diagnostics),
      let fields = MappingReader(document, .settings, diagnostics: &diagnostics)
    else { return settings }
    let standard = fields.string("language").map { LanguageTag($0) } ?? settings.language
    var values = ValueReader(file: file, language: standard)
    if let title = values.localised(fields, "title") { settings.title = title }
    settings.description = values.localised(fields, "description")
    readAddress(fields, &settings, &values)
    readLanguages(fields, &settings, &values)
    settings.authors = fields.strings("authors")
    if let pages = fields.mapping("pagination") {
      settings.listPageSize = pages.integer("lists") ?? settings.listPageSize
      settings.entityPageSize = pages.integer("entities") ?? settings.entityPageSize
    }
    if let feeds = fields.mapping("feeds") {
      settings.feedSize = feeds.integer("size") ?? settings.feedSize
      settings.feedContent = feeds.word("content") ?? settings.feedContent
    }
    if let outputs = fields.mapping("outputs") { settings.outputs = read(outputs) }
    if fields.node("desks") != nil {
      settings.desks = distinct(fields.strings("desks")).compactMap { Desk.named($0) }
    }
    settings.autolink = fields.word("autolink") ?? .first
    settings.strictness = fields.word("strictness") ?? .light
    settings.allowsRawHTML = fields.boolean("raw_html") ?? false
    settings.allowsTypography = fields.boolean("typography") ?? true
    if let templates = fields.mapping("templates") {
      settings.trimBlocks = templates.boolean("trim_blocks") ?? false
      settings.lstripBlocks = templates.boolean("lstrip_blocks") ?? false
    }
    readRules(fields, knownRules, &settings, &values)
    readCurrency(fields, &settings, &values)
    diagnostics += values.diagnostics
    return settings
  }

  private static func distinct(_ words: [String]) -> [String] {
    var seen = Set<String>()
    return words.filter { seen.insert($0).inserted }
  }

  private static func read(_ fields: MappingReader) -> SiteSettings.Outputs {
    var outputs = SiteSettings.Outputs()
    outputs.atom = fields.boolean("atom") ?? outputs.atom
    outputs.jsonFeed = fields.boolean("json_feed") ?? outputs.jsonFeed
    outputs.recordFeeds = fields.boolean("record_feeds") ?? outputs.recordFeeds
    outputs.sitemap = fields.boolean("sitemap") ?? outputs.sitemap
    outputs.robots = fields.boolean("robots") ?? outputs.robots
    outputs.jsonLD = fields.boolean("json_ld") ?? outputs.jsonLD
    outputs.redirects = fields.boolean("redirects") ?? outputs.redirects
    outputs.archive = fields.boolean("archive") ?? outputs.archive
    outputs.events = fields.boolean("events") ?? outputs.events
    outputs.desks = fields.boolean("desks") ?? outputs.desks
    outputs.related = fields.boolean("related") ?? outputs.related
    outputs.search = fields.boolean("search") ?? outputs.search
    return outputs
  }

  private static func readAddress(
    _ fields: MappingReader, _ settings: inout SiteSettings, _ values: inout ValueReader
  ) {
    if let node = fields.node("base_url") {
      if let url = BaseURL(node.text) {
        settings.baseURL = url
      } else {
        values.diagnostics.append(
          Diagnostic(
            .badBaseURL, "'\(node.text)' is not an address that a site can have", at: node.span,
            label: "scheme, host and perhaps a path",
            help: "write it as https://example.org/ or https://example.org/sub/"))
      }
    }
    guard let links = fields.mapping("permalinks"), let node = links.node("brief") else { return }
    if let pattern = PermalinkPattern(node.text) {
      settings.briefPermalink = pattern
    } else {
      values.diagnostics.append(
        Diagnostic(
          .badPermalink, "'\(node.text)' is not a pattern for the address of a brief",
          at: node.span, label: "must hold ':slug' or ':id'",
          help: "join parts with '/': fixed words, "
            + PermalinkPattern.words.joined(separator: " ")))
    }
  }

  private static func readLanguages(
    _ fields: MappingReader, _ settings: inout SiteSettings, _ values: inout ValueReader
  ) {
    func tag(_ node: Node, _ values: inout ValueReader) -> LanguageTag? {
      if LanguageTag.isTag(node.text) { return LanguageTag(node.text) }
      values.diagnostics.append(
        Diagnostic(
          .badLanguage, "'\(node.text)' is not a language tag", at: node.span,
          label: "such as en, fr or pt-BR"))
      return nil
    }
    if let node = fields.node("language"), let language = tag(node, &values) {
      settings.language = language
    }
    var languages: [LanguageTag] = []
    for node in fields.list("languages") {
      if let language = tag(node, &values), !languages.contains(language) {
        languages.append(language)
      }
    }
    settings.languages = [settings.language] + languages.filter { $0 != settings.language }
  }

  private static func readRules(
    _ fields: MappingReader, _ rules: [DiagnosticRule], _ settings: inout SiteSettings,
    _ values: inout ValueReader
  ) {
    for (key, value) in fields.entries("rules") {
      guard let rule = rules.first(where: { $0.code == key.text }) else {
        values.diagnostics.append(
          Diagnostic(
            .unknownRule,
            "there is no rule '\(key.text)'"
              + Spelling.question(for: key.text, among: rules.map(\.code)),
            at: key.span, label: "unknown code", help: "'brevier explain' lists the rules"))
        continue
      }
      guard rule.isAdjustable else {
        values.diagnostics.append(
          Diagnostic(
            .fixedRule, "rule '\(rule.code)' cannot be changed: without it the site would be wrong",
            at: key.span, label: rule.title))
        continue
      }
      settings.severities[rule.code] = .some(Severity(rawValue: value.text))
    }
  }

  private static func readCurrency(
    _ fields: MappingReader, _ settings: inout SiteSettings, _ values: inout ValueReader
  ) {
    guard let currency = fields.mapping("currency") else { return }
    let base = currency.node("base").flatMap { self.currency($0, &values) }
    var rates: [ExchangeRates.Rate] = []
    for item in currency.mappings("rates") {
      guard let from = item.node("from").flatMap({ self.currency($0, &values) }),
        let rate = item.node("rate"), let day = values.date(item, "date")?.value.lowerBound
      else { continue }
      do throws(ParseProblem) {
        let number = try DecimalNumber(parsing: rate.text)
        rates.append(ExchangeRates.Rate(from: from, rate: number, date: day))
      } catch {
        values.report(error, .badQuantity, in: rate)
      }
    }
    if let base = base ?? settings.rates?.base { settings.rates = ExchangeRates(base: base, rates) }
  }

  private static func currency(_ node: Node, _ values: inout ValueReader) -> Currency? {
    if let currency = Currency(code: node.text) { return currency }
    values.diagnostics.append(
      Diagnostic(
        .badQuantity, "'\(node.text)' is not a currency", at: node.span,
        label: "an ISO 4217 code, such as USD or EUR"))
    return nil
  }
}
