import Digests
import SiteModel
package import SitePlan
import SourceDiagnostics
import TemplateEngine

/// What a page rests on besides the pieces of the site that it reads, as digests: as long as they and
/// the pieces stay, the page does.
package struct PageBasis: Sendable, Hashable {
  /// The settings, and the forms in which the page's language writes dates, numbers and notes.
  package var settings: UInt64
  /// The templates that it may use.
  package var templates: UInt64
  /// Where it stands: its address, its number among the pages of a list, its translations.
  package var place: UInt64

  package init(settings: UInt64, templates: UInt64, place: UInt64) {
    self.settings = settings
    self.templates = templates
    self.place = place
  }
}

/// Works out what pages rest on.
package struct BasisMaker: Sendable {
  private let pages: PageRenderer
  private let settings: [LanguageTag: UInt64]
  private let templates: [String: UInt64]
  private let standings: UInt64

  /// - Parameter settings: a digest of the site's settings as they are written.
  package init(_ pages: PageRenderer, settings: UInt64) {
    self.pages = pages
    let assets = pages.theme.assets.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var byLanguage: [LanguageTag: UInt64] = [:]
    for (language, shared) in pages.languages {
      var found = Fingerprint()
      found.add(settings)
      for asset in assets { found.add(asset) }
      // Whatever the forms of dates and numbers and the labels of Markdown are taken from.
      let notes = PageNotes()
      let strings = shared.context.words.strings.noting(notes)
      _ = PageWords(strings, language: language)
      _ = Theme.labels(strings)
      let texts = strings.numbered
      for number in notes.strings.members.sorted() {
        found.add(texts[number].key)
        found.add(texts[number].language.text)
        found.add(texts[number].text.other.text)
        for form in texts[number].text.forms.values.map(\.text).sorted() { found.add(form) }
      }
      byLanguage[language] = found.value
    }
    self.settings = byLanguage
    var templates: [String: UInt64] = [:]
    for name in Set(pages.plan.files.compactMap(\.template)) {
      guard let template = pages.theme.library.template(named: name) else { continue }
      let digest = pages.theme.library.digest(of: template)
      var found = Fingerprint()
      found.add(digest.high)
      found.add(digest.low)
      templates[name] = found.value
    }
    self.templates = templates
    var found = Fingerprint()
    for standing in pages.standings?.rules ?? [] {
      found.add("\(standing.rule.code) \(standing.severity?.rawValue ?? "off") \(standing.count)")
    }
    for waiver in pages.standings?.waivers ?? [] {
      found.add("\(waiver.rule.value) \(waiver.file) \(waiver.why)")
      found.add(waiver.until?.value.description)
    }
    self.standings = found.value
  }

  /// What a file rests on; `nil` for files that are copied, or made anew by every build.
  package func base(of file: PlannedFile) -> PageBasis? {
    switch file.content {
    case .asset, .sitemap, .sitemapIndex, .robots, .searchManifest, .searchFile: return nil
    default: break
    }
    return PageBasis(
      settings: settings[file.language] ?? 0,
      templates: file.template.flatMap { templates[$0] } ?? 0,
      place: place(of: file))
  }

  private func place(of file: PlannedFile) -> UInt64 {
    var found = Fingerprint()
    found.add(file.address)
    found.add(file.template)
    found.add(file.number)
    found.add(file.total)
    switch file.content {
    case .redirect(let target): found.add(target)
    case .method: found.add(standings)
    case .feed(_, let format): found.add(format.rawValue)
    default: break
    }
    // Pages that show no record are translated where the same address is there in other languages.
    let addresses = pages.plan.addresses
    let bare = file.address.dropFirst(addresses.prefix(file.language).count)
    for language in pages.site.settings.languages where language != file.language {
      found.add(pages.plan.has(address: addresses.prefix(language) + bare))
    }
    return found.value
  }
}
