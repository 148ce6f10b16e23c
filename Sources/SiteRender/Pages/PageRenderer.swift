package import SiteModel
package import SitePlan
package import SourceDiagnostics
package import TemplateEngine
import WorkerThreads

/// Renders the planned files of a site: pages through templates, feeds and data files without.
///
/// Made once for a site; holds what all pages share (words, weights, orders), all of it immutable, so
/// that any number of threads may render, each with a `PageWorker` of its own.
package final class PageRenderer: Sendable {
  let site: Site
  /// The site for those who read it page by page.
  let reader: SiteReader
  let plan: SitePlan
  let theme: Theme
  let languages: [LanguageTag: LanguagePages]

  /// What the pages of one language share.
  struct LanguagePages: Sendable {
    let context: ViewContext
    let orders: ListOrders
    let siteRecord: Value
    /// What the functions of templates need to know.
    let info: SiteFunctions.PageInfo
    /// Owns `siteRecord`.
    let arena: ValueArena
  }

  /// Which briefs are near to which; nil when the site does not show it.
  let related: RelatedTable?
  let changes: BriefChanges
  let structuredData: StructuredData
  let sitemap: Sitemap
  /// How the site stands against the rules of judgement; nil when they are not asked.
  let standings: RuleStandings?

  /// Prepares everything that pages share.
  package init(
    _ site: Site, _ plan: SitePlan, _ theme: Theme, standings: RuleStandings? = nil,
    workers: Int = Concurrency.processorCount
  ) {
    self.site = site
    reader = SiteReader(site)
    self.standings = standings
    self.plan = plan
    self.theme = theme
    let related =
      site.settings.outputs.related ? RelatedTable(site, workers: workers) : nil
    self.related = related
    let uses = SourceUses(site)
    var languages: [LanguageTag: LanguagePages] = [:]
    for language in site.settings.languages {
      guard let words = theme.words[language] else { continue }
      let context = ViewContext(
        site: reader, plan: plan, words: words, related: related, uses: uses)
      let arena = ValueArena()
      let make = ValueMaker(arena: arena, context: context)
      let record = SiteView(context: context, make: make).record()
      arena.freeze()
      languages[language] = LanguagePages(
        context: context, orders: ListOrders(context), siteRecord: record,
        info: SiteFunctions.PageInfo(words, theme, site.settings, plan.addresses), arena: arena)
    }
    self.languages = languages
    changes = BriefChanges(site)
    structuredData = StructuredData(site, plan, changes: changes)
    sitemap = Sitemap(site, plan, LastModified(site, plan, changes))
  }
}

extension PageRenderer {
  /// Files that only rendering can call for: parts of a sitemap beyond what the plan counted.
  package var furtherFiles: [PlannedFile] {
    guard site.settings.outputs.sitemap else { return [] }
    return sitemap.unplanned(plan, source: site.settings.file)
  }

  /// An empty profile of the theme's templates, timed by `clock` in nanoseconds.
  package func profile(clock: @escaping @Sendable () -> Int) -> RenderProfile {
    RenderProfile(theme.library, clock: clock)
  }

  /// Notes again that a page which is not made anew shows strings that its language lacks.
  package func note(missingStrings keys: [String], in language: LanguageTag) {
    for key in keys { theme.words[language]?.strings.noteIfMissing(key) }
  }

  /// What came up while rendering and does not stop it: interface strings that a language lacks.
  package var findings: [Diagnostic] {
    let strings = site.settings.languages.compactMap { theme.words[$0]?.strings }
    guard let missing = strings.first?.missing else { return [] }
    return missing.diagnostics(for: strings)
  }
}

/// Renders one file after the other on one thread; keeps its memory from file to file.
package final class PageWorker {
  private let pages: PageRenderer
  private let templates: TemplateRenderer
  private let mentions = StructuredData.Mentions()
  /// The cards of each language of which a page was made.
  private var cards: [LanguageTag: CardBook] = [:]
  /// What pages of each language are made with while the same one takes notes.
  private var desks: [LanguageTag: Desk] = [:]
  private let search: SearchFiles

  /// A worker for a thread; `search` holds the files of the search indexes.
  package init(_ pages: PageRenderer, search: SearchFiles = SearchFiles()) {
    self.pages = pages
    self.search = search
    templates = TemplateRenderer(pages.theme.library)
  }

  /// The bytes of a planned file that is not a copied asset.
  ///
  /// - Parameters:
  ///   - notes: told what the file reads of the site, when given.
  ///   - profile: told what its templates cost, when given.
  /// - Throws: a finding that names the template at fault and the page.
  package func render(
    _ file: PlannedFile, notes: PageNotes? = nil, profile: RenderProfile? = nil
  ) throws(RenderFailure) -> [UInt8] {
    if let name = file.template { return try page(file, template: name, notes, profile) }
    return DataFiles(pages: pages, search: search).bytes(of: file, notes)
  }

  private func page(
    _ file: PlannedFile, template name: String, _ notes: PageNotes?, _ profile: RenderProfile?
  ) throws(RenderFailure) -> [UInt8] {
    guard let language = pages.languages[file.language],
      let template = pages.theme.library.template(named: name)
    else { return [] }
    templates.beginPage()
    let desk = desk(language, notes)
    templates.userInfo = desk.info
    // What the page's values are made from refers to the arena in which they live.
    defer { templates.endPage() }
    let views = PageData(
      pages: pages, language: language, context: desk.context, cards: cards(language),
      arena: templates.arena, file: file, mentions: mentions, notes: notes)
    let context = templates.arena.map(views.data())
    do throws(TemplateFault) {
      try templates.render(template, context: context, reads: notes?.log, profile: profile)
    } catch {
      throw RenderFailure(diagnostic: error.diagnostic(rendering: file.path))
    }
    return templates.output
  }

  /// What a page of a language is made with, by somebody who notes what it reads.
  private struct Desk {
    let context: ViewContext
    let info: SiteFunctions.PageInfo
    let notes: PageNotes
  }

  private func desk(
    _ language: PageRenderer.LanguagePages, _ notes: PageNotes?
  ) -> (context: ViewContext, info: SiteFunctions.PageInfo) {
    guard let notes else { return (language.context, language.info) }
    let tag = language.context.language
    if let known = desks[tag], known.notes === notes { return (known.context, known.info) }
    let context = language.context.noting(notes)
    let desk = Desk(context: context, info: language.info.noting(context.words), notes: notes)
    desks[tag] = desk
    return (desk.context, desk.info)
  }

  private func cards(_ language: PageRenderer.LanguagePages) -> CardBook {
    if let known = cards[language.context.language] { return known }
    let book = CardBook(language.context, orders: language.orders)
    cards[language.context.language] = book
    return book
  }
}

/// A page that could not be rendered.
package struct RenderFailure: Error, Sendable {
  /// What to tell about it.
  package var diagnostic: Diagnostic
}
