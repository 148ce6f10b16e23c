import GFMarkdown
import SiteModel
import SitePlan
import SourceDiagnostics
import TemplateEngine

/// The functions and filters that templates of a site have besides the language's own.
enum SiteFunctions {
  /// What the functions need to know about the page that is being rendered.
  final class PageInfo: Sendable {
    let words: PageWords
    let addresses: SiteAddresses
    let assets: Set<String>
    /// How the filter `markdown` reads its texts.
    let markdown: MarkdownOptions

    init(
      words: PageWords, addresses: SiteAddresses, assets: Set<String>, markdown: MarkdownOptions
    ) {
      self.words = words
      self.addresses = addresses
      self.assets = assets
      self.markdown = markdown
    }

    /// What the pages of a language share.
    /// The same with words whose reads are noted.
    func noting(_ words: PageWords) -> PageInfo {
      PageInfo(words: words, addresses: addresses, assets: assets, markdown: markdown)
    }

    convenience init(
      _ words: PageWords, _ theme: Theme, _ settings: SiteSettings, _ addresses: SiteAddresses
    ) {
      var markdown = MarkdownOptions(
        rawHTML: settings.allowsRawHTML ? .allowed : .escaped, language: words.language.text,
        typography: settings.allowsTypography, headingIDs: false, wikiLinks: false)
      if let labels = theme.markdownLabels[words.language] { markdown.labels = labels }
      self.init(words: words, addresses: addresses, assets: theme.assets, markdown: markdown)
    }
  }

  /// The functions `t`, `asset`, `url`; the filters `markdown`, `excerpt`, and `date`, `number`,
  /// `plural` in the page's language.
  static let extensions: Extensions = {
    var extensions = Extensions()
    extensions.addFilter("markdown", SiteFilters.markdown)
    extensions.addFilter("excerpt", SiteFilters.excerpt)
    extensions.addFilter("date", SiteFilters.date)
    extensions.addFilter("number", SiteFilters.number)
    extensions.addFilter("plural", SiteFilters.plural)
    extensions.addFunction("t", interfaceString)
    extensions.addFunction("asset", asset)
    extensions.addFunction("url", url)
    return extensions
  }()

  /// What is known of the page that is being rendered.
  static func info(_ context: CallContext) throws(TemplateFault) -> PageInfo {
    guard let info = context.userInfo as? PageInfo else {
      throw TemplateFault(.runtime, "this function works only while a page of a site is rendered")
    }
    return info
  }

  /// `t(key, n=…, name=…)`: an interface string of the page's language.
  private static func interfaceString(
    _ context: inout CallContext, _ arguments: Arguments
  ) throws(TemplateFault) -> Value {
    let info = try info(context)
    guard arguments.count == 1, let key = arguments[0].asString else {
      throw TemplateFault(.type, "t takes the key of an interface string: t('brief.sources')")
    }
    var number: Int?
    var filled: [(String, String)] = []
    for (name, value) in arguments.named {
      if name == "n" {
        guard let n = value.asInt else {
          throw TemplateFault(.type, "the argument 'n' of t is a whole number")
        }
        number = n
      } else {
        filled.append((name, try context.text(of: value)))
      }
    }
    // Most are words alone, and known: found with one look-up.
    if number == nil, filled.isEmpty, let text = info.words.strings.ownText(key) {
      return context.arena.string(text)
    }
    guard info.words.strings.has(key) else {
      throw TemplateFault(
        .value, "there is no interface string '\(key)'",
        suggestions: info.words.strings.suggestions(for: key))
    }
    return context.arena.string(info.words.strings.text(key, n: number, arguments: filled))
  }

  /// `asset(path)`: the address of a file of `templates/assets`.
  private static func asset(
    _ context: inout CallContext, _ arguments: Arguments
  ) throws(TemplateFault) -> Value {
    let info = try info(context)
    guard arguments.count == 1, let path = arguments[0].asString else {
      throw TemplateFault(.type, "asset takes the path of a file: asset('site.css')")
    }
    guard info.assets.contains(path) else {
      throw TemplateFault(
        .value, "there is no file 'templates/assets/\(path)'",
        suggestions: Spelling.suggestions(for: path, among: info.assets.sorted()))
    }
    return context.arena.string(info.addresses.url("assets/" + path))
  }

  /// `url(path)`: a path of the site with the base path before it.
  private static func url(
    _ context: inout CallContext, _ arguments: Arguments
  ) throws(TemplateFault) -> Value {
    let info = try info(context)
    guard arguments.count == 1, let path = arguments[0].asString else {
      throw TemplateFault(.type, "url takes a path of the site: url('topics/')")
    }
    return context.arena.string(info.addresses.url(String(path.drop { $0 == "/" })))
  }
}
