import SiteModel
import SitePlan
import TemplateEngine

/// Says how many origins a brief has and how far they are.
struct OriginView {
  let context: ViewContext
  let make: ValueMaker
  let entities: CardShelf

  func record(_ item: BriefItem) -> Value {
    let origins = item.brief.origins
    let roots = origins.origins.map { origin -> Value in
      let address = origin.sources.lazy.map { item.source.sources[$0] }
        .first { $0.isLocated && $0.url != nil }?.url?.value
      return make.arena.record(
        RecordShapes.originRoot,
        [
          make.text(name(of: origin.source, item)), make.text(address),
          item.brief.publishers[origin.source].map { entities[$0] } ?? .none,
          .bool(origin.isLocated),
        ])
    }
    return make.arena.record(
      RecordShapes.origins,
      [
        .int(origins.origins.count), make.text(text(item)), make.list(roots), .int(origins.hops),
        .bool(origins.isSingle),
      ])
  }

  /// What a source is called: its publisher, its title, its host, or its place.
  func name(of place: Int, _ item: BriefItem) -> String {
    let source = item.source.sources[place]
    if let publication = item.brief.publishers[place] {
      return context.words.name(of: context.site.entities[publication])
    }
    if let publisher = source.publisher { return publisher.text }
    if let host = source.host { return host }
    return source.title ?? context.words.strings.text("origins.unnamed")
  }

  /// What a source is called where little room is: one that has no name of its own is called by its
  /// kind, “Translation”.
  func shortName(of place: Int, _ item: BriefItem) -> String {
    let source = item.source.sources[place]
    let isNamed = source.publisher != nil || source.title != nil || source.url != nil
    guard !isNamed, let kind = source.kind else { return name(of: place, item) }
    return context.words.vocabulary.sourceKind(kind)
  }

  /// The host of an address, without `www.`.
  static func host(_ url: String) -> String? { Source.host(ofAddress: url) }

  /// “one origin: Bloomberg, not located, two hops from what we read”, in the page's language.
  private func text(_ item: BriefItem) -> String {
    let strings = context.words.strings
    let origins = item.brief.origins
    let names = origins.origins.map { origin -> String in
      let name = name(of: origin.source, item)
      return origin.isLocated
        ? name : strings.text("origins.not_located", arguments: [("name", name)])
    }
    var text = strings.text(
      "origins.count", n: names.count,
      arguments: [
        ("n", context.words.spelled(names.count)),
        ("names", names.joined(separator: strings.text("origins.separator"))),
      ])
    if origins.hops > 0 {
      text += strings.text(
        "origins.hops", n: origins.hops, arguments: [("n", context.words.spelled(origins.hops))])
    }
    return text
  }
}
