package import SiteModel

/// Plans the search page of a language and the manifest of its index.
///
/// The other files of an index are named by their content, so only rendering knows them.
extension Planner {
  mutating func planSearch(_ language: LanguageTag) {
    let page = addresses.search(language)
    for (content, address) in [
      (PlannedFile.Content.search, page),
      (.searchManifest, addresses.searchManifest(language)),
    ] {
      files.append(
        PlannedFile(
          address: address, language: language, content: content, source: site.settings.file))
    }
  }

  /// Whether a file of the theme's assets serves the search alone.
  static func isOfSearch(_ asset: String) -> Bool {
    asset.hasPrefix("templates/assets/search/")
  }
}

extension SiteAddresses {
  /// The path of the search page of a language.
  package func search(_ language: LanguageTag) -> String { prefix(language) + "search/" }

  /// The path of what names the files of a language's index; they stand in a folder of that name.
  package func searchManifest(_ language: LanguageTag) -> String {
    "search/" + language.text.lowercased() + ".json"
  }

  /// The path of a file of a language's index.
  package func searchFile(_ name: String, _ language: LanguageTag) -> String {
    "search/" + language.text.lowercased() + "/" + name
  }
}
