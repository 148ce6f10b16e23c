import SiteModel
import SitePlan
import TemplateEngine

/// Makes the `page` record: what every page says of itself.
struct PageView {
  let context: ViewContext
  let make: ValueMaker
  let file: PlannedFile

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
    var jsonLD: [UInt8]?
  }

  private var addresses: SiteAddresses { context.addresses }
  private var arena: ValueArena { make.arena }

  func record(_ facts: Facts) -> Value {
    let kind = (file.template ?? "").split(separator: ".").first.map(String.init) ?? ""
    let base = addresses.page(1, of: baseAddress)
    return arena.record(
      RecordShapes.page,
      [
        make.text(kind), make.text(addresses.url(file.address)),
        make.text(addresses.absolute(file.address)), make.text(facts.title),
        make.text(facts.description), make.text(context.language.text), alternates(facts),
        breadcrumbs(facts),
        facts.hasFeeds
          ? FeedLinks(context: context, make: make).value(at: base, title: facts.title)
          : make.list([]),
        facts.jsonLD.map { arena.safeString(utf8: $0) } ?? .none, pagination(facts),
        make.text(facts.section), .bool(facts.isHidden),
      ])
  }

  /// The address of the first page of the list.
  private var baseAddress: String {
    guard file.number > 1, let end = file.address.range(ofLast: "page/\(file.number)/") else {
      return file.address
    }
    return String(file.address[..<end])
  }

  // MARK: - Parts

  private func breadcrumbs(_ facts: Facts) -> Value {
    guard file.content != .home || file.number > 1 else { return make.list([]) }
    let home = make.link(
      context.site.settings.title.text(for: context.language.text),
      addresses.url(addresses.prefix(context.language)))
    return make.list([home] + facts.trail.map { make.link($0.title, $0.url) })
  }

  /// The same page in all languages, this one included; empty when there is but one.
  private func alternates(_ facts: Facts) -> Value {
    var found: [(language: LanguageTag, title: String, path: String)] = []
    for language in context.site.settings.languages {
      guard let path = path(in: language, facts) else { continue }
      found.append((language, title(in: language, facts), path))
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

  private func path(in language: LanguageTag, _ facts: Facts) -> String? {
    if let target = facts.target {
      guard addresses.has(target, in: language), file.number == 1 else { return nil }
      return addresses.path(target, for: language)
    }
    guard file.number == 1 else { return nil }
    let bare = file.address.dropFirst(addresses.prefix(context.language).count)
    let path = addresses.prefix(language) + bare
    return context.plan.has(address: path) ? path : nil
  }

  private func title(in language: LanguageTag, _ facts: Facts) -> String {
    if case .brief(let place) = facts.target {
      return context.site.briefs[place].edition(in: language)?.title ?? facts.title
    }
    return facts.title
  }

  private func pagination(_ facts: Facts) -> Value {
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
