import SiteModel

/// Plans the desks: lists made from what briefs assert.
extension Planner {
  /// One list for each desk that has something to show in the language; none stands empty.
  mutating func planDesks(_ language: LanguageTag) {
    guard let lists = lists[language] else { return }
    for desk in site.settings.desks {
      let count = lists.desks.entries(of: desk).count
      guard count > 0 else { continue }
      addList(
        .desk(desk.key), at: addresses.prefix(language) + desk.path, language, count: count,
        size: site.settings.deskPageSize, site.settings.file)
    }
  }
}
