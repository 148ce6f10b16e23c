package import SiteModel
package import SourceDiagnostics

/// Every file that the site will have, each exactly once, and the lists that pages show.
package struct SitePlan: Sendable {
  /// The files, by path.
  package var files: [PlannedFile] = []
  /// Where everything stands.
  package let addresses: SiteAddresses
  /// The site's lists in each language.
  package let lists: [LanguageTag: SiteLists]
  /// The planned files that a sitemap lists, in order.
  package var mapped: [Int] = []
  fileprivate var known: Set<String> = []

  /// Whether a page stands at an address.
  package func has(address: String) -> Bool { known.contains(address) }
}

/// Decides every file of a site; two files at one place are reported, naming both.
///
/// - Parameter themeAssets: the files of `templates/assets`, by path in the source.
package func plan(
  _ site: Site, themeAssets: [String], diagnostics: inout [Diagnostic]
) -> SitePlan {
  let addresses = SiteAddresses(site)
  let lists = Dictionary(
    uniqueKeysWithValues: site.settings.languages.map { ($0, SiteLists(site, $0, addresses)) })
  var planner = Planner(site: site, addresses: addresses, lists: lists)
  for language in site.settings.languages { planner.planLanguage(language) }
  planner.planRedirects()
  planner.planAssets(themeAssets)
  planner.planSitemap()
  var result = SitePlan(addresses: addresses, lists: lists)
  result.files = CollisionCheck.unique(planner.files, diagnostics: &diagnostics)
  result.known = Set(result.files.map(\.address))
  result.mapped = result.files.indices.filter { Planner.isMapped(result.files[$0]) }
  InternalPathCheck.check(site, result, diagnostics: &diagnostics)
  return result
}

/// The lists of a site in one language, briefs newest first.
package struct SiteLists: Sendable {
  /// The briefs that can be read in the language.
  package let briefs: [Int]
  /// For each year, newest first, its months, newest first, with their briefs.
  package let years: [Year]
  /// What the desks show.
  package let desks: DeskLists
  private let readable: [Bool]

  /// A year with its months.
  package struct Year: Sendable {
    package var year: Int
    package var months: [Month]
    package var briefs: [Int] { months.flatMap(\.briefs) }
  }

  /// A month with its briefs.
  package struct Month: Sendable {
    package var month: Int
    package var briefs: [Int]
  }

  init(_ site: Site, _ language: LanguageTag, _ addresses: SiteAddresses) {
    readable = site.readableBriefs(in: language)
    let readable = readable
    briefs = site.briefs.indices.filter { readable[$0] }
    var years: [Year] = []
    for brief in briefs {
      guard let day = site.briefs[brief].day else { continue }
      if years.last?.year != day.year { years.append(Year(year: day.year, months: [])) }
      let last = years.count - 1
      if years[last].months.last?.month != day.month {
        years[last].months.append(Month(month: day.month, briefs: []))
      }
      years[last].months[years[last].months.count - 1].briefs.append(brief)
    }
    self.years = years
    desks = DeskLists(site, language, briefs: briefs) {
      addresses.has(.event($0), in: language)
    }
  }

  /// Those of `briefs` that can be read in the language.
  package func only(_ briefs: [Int]) -> [Int] { briefs.filter { readable[$0] } }
}

extension SitePlan {
  /// The briefs before and after one in the order of publication, among those of a language.
  package func neighbours(of brief: Int, in language: LanguageTag) -> (newer: Int?, older: Int?) {
    guard let list = lists[language]?.briefs, let here = list.position(of: brief) else {
      return (nil, nil)
    }
    return (
      here > 0 ? list[here - 1] : nil, here + 1 < list.count ? list[here + 1] : nil
    )
  }
}

extension [Int] {
  /// Where a place stands in a sorted list of places.
  fileprivate func position(of place: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == place ? low : nil
  }
}
