import SiteModel
import SitePlan
import TemplateEngine

/// Makes the fields of the record `page`: what every page says of itself.
final class PageView: FieldSource {
  private let context: ViewContext
  private let make: ValueMaker
  private let file: PlannedFile
  private let facts: Facts
  private let data: () -> [UInt8]?

  /// - Parameter structuredData: makes the page's data for machines.
  init(
    _ file: PlannedFile, _ facts: Facts, make: ValueMaker,
    structuredData: @escaping () -> [UInt8]?
  ) {
    context = make.context
    self.make = make
    self.file = file
    self.facts = facts
    data = structuredData
  }

  /// What a page of some kind adds.
  struct Facts {
    var title: String
    var description: String
    /// The pages above it, from the top; the home page is added.
    var trail: [(title: String, url: String)] = []
    /// The key of its entry in the navigation.
    var section: String?
    /// The record whose translations are its alternates.
    var target: LinkTarget?
    /// The records whose names stand in the trail, besides its own.
    var above: [SiteRecord] = []
    /// How many entries its list has, and how many a page shows.
    var listed: (count: Int, size: Int)?
    var hasFeeds = false
    var isHidden = false
  }

  private var addresses: SiteAddresses { context.addresses }
  private var arena: ValueArena { make.arena }

  /// The record.
  func record() -> Value { arena.record(Self.fields.shape, from: self) }

  override func value(ofField field: Int, of subject: Int) -> Value {
    Self.fields.value(field, self, subject)
  }

  static let fields = FieldTable<PageView>(
    "page",
    [
      .init("kind") { page, _ in
        page.make.text(
          (page.file.template ?? "").split(separator: ".").first.map(String.init) ?? "")
      },
      .init("url") { page, _ in page.make.text(page.addresses.url(page.file.address)) },
      .init("canonical") { page, _ in
        page.make.text(page.addresses.absolute(page.file.address))
      },
      .init("title") { page, _ in page.make.text(page.facts.title) },
      .init("description") { page, _ in page.make.text(page.facts.description) },
      .init("language") { page, _ in page.make.text(page.context.language.text) },
      .init("alternates") { page, _ in page.alternates() },
      .init("breadcrumbs") { page, _ in page.breadcrumbs() },
      .init("feeds") { page, _ in
        page.facts.hasFeeds
          ? FeedLinks(context: page.context, make: page.make).value(
            at: page.addresses.page(1, of: page.baseAddress), title: page.facts.title)
          : page.make.list([])
      },
      .init("json_ld") { page, _ in
        page.data().map { page.arena.safeString(utf8: $0) } ?? .none
      },
      .init("pagination") { page, _ in page.pagination() },
      .init("section") { page, _ in page.make.text(page.facts.section) },
      .init("noindex") { page, _ in .bool(page.facts.isHidden) },
    ])

  /// The address of the first page of the list.
  private var baseAddress: String {
    guard file.number > 1, let end = file.address.range(ofLast: "page/\(file.number)/") else {
      return file.address
    }
    return String(file.address[..<end])
  }

  // MARK: - Parts

  private func breadcrumbs() -> Value {
    guard file.content != .home || file.number > 1 else { return make.list([]) }
    let home = make.link(
      context.site.settings.title.text(for: context.language.text),
      addresses.url(addresses.prefix(context.language)))
    return make.list([home] + facts.trail.map { make.link($0.title, $0.url) })
  }

  /// The same page in all languages, this one included; empty when there is but one.
  private func alternates() -> Value {
    var found: [(language: LanguageTag, title: String, path: String)] = []
    for language in context.site.settings.languages {
      guard let path = path(in: language) else { continue }
      found.append((language, title(in: language), path))
    }
    guard found.count > 1 else { return make.list([]) }
    return make.list(
      found.map { language, title, path in
        arena.record(
          RecordShapes.alternate,
          [
            make.text(language.text), make.text(context.words.vocabulary.ownName(of: language)),
            make.text(title), make.text(addresses.url(path)), make.text(addresses.absolute(path)),
            .bool(language == context.language),
          ])
      })
  }

  private func path(in language: LanguageTag) -> String? {
    if let target = facts.target {
      guard addresses.has(target, in: language), file.number == 1 else { return nil }
      return addresses.path(target, for: language)
    }
    guard file.number == 1 else { return nil }
    let bare = file.address.dropFirst(addresses.prefix(context.language).count)
    let path = addresses.prefix(language) + bare
    return context.plan.has(address: path) ? path : nil
  }

  private func title(in language: LanguageTag) -> String {
    if case .brief(let place) = facts.target {
      return context.site.briefs[place].edition(in: language)?.title ?? facts.title
    }
    return facts.title
  }

  private func pagination() -> Value {
    guard file.total > 1, let listed = facts.listed else { return .none }
    func url(_ number: Int) -> Value {
      make.text(addresses.url(addresses.page(number, of: baseAddress)))
    }
    let first = (file.number - 1) * listed.size + 1
    return arena.record(
      RecordShapes.pagination,
      [
        .int(file.number), .int(file.total), .int(listed.count), .int(first),
        .int(min(first + listed.size - 1, listed.count)),
        file.number > 1 ? url(file.number - 1) : .none,
        file.number < file.total ? url(file.number + 1) : .none,
        make.list(
          shownNumbers.map { number in
            arena.record(
              RecordShapes.paginationPage,
              [
                number.map { .int($0) } ?? .none, number.map { url($0) } ?? .none,
                .bool(number == file.number),
              ])
          }),
      ])
  }

  /// The page numbers to show: the ends, the neighbours, and `nil` for what is left out between.
  private var shownNumbers: [Int?] {
    let near = Set([
      1, 2, file.number - 1, file.number, file.number + 1, file.total - 1, file.total,
    ])
    var shown: [Int?] = []
    var last = 0
    for number in near.sorted() where (1...file.total).contains(number) {
      if number > last + 1 { shown.append(nil) }
      shown.append(number)
      last = number
    }
    return shown
  }
}

extension String {
  /// Where the last occurrence of `needle` begins, if the text ends with it.
  fileprivate func range(ofLast needle: String) -> String.Index? {
    hasSuffix(needle) ? utf8.index(endIndex, offsetBy: -needle.utf8.count) : nil
  }
}
