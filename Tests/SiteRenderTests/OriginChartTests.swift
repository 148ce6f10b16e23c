import SiteModel
import SitePlan
import SourceDiagnostics
import Testing

@testable import SiteRender

@Suite("The picture of a story's origins")
struct OriginChartTests {
  /// The chart of a brief with these sources, in the theme's words of a language.
  private func chart(_ sources: [String], _ language: String = "en") throws -> OriginChart? {
    let brief = """
      ---
      title: A story
      date: 2026-01-05
      topics: [business]
      sources:
      \(sources.map { "  - \($0)\n" }.joined())---
      Text.
      """
    let made = FeedsSite(
      settings: "title: Test\nbase_url: https://example.org/\nlanguage: \(language)\n",
      [
        ("content/topics/business.md", "---\nname: Business\n---\n"),
        ("content/entities/publication/bloomberg.md", "---\nname: Bloomberg\n---\n"),
        ("content/briefs/story.md", brief),
      ])
    #expect(made.diagnostics.map(\.summary) == [])
    var found: [Diagnostic] = []
    var catalog = LocaleCatalog(defaultLanguage: LanguageTag(language))
    let table = try #require(Fixture.bytes("templates/locales/\(language).yml"))
    catalog.add(table, file: "templates/locales/\(language).yml", diagnostics: &found)
    let tag = LanguageTag(language)
    let context = ViewContext(
      site: SiteReader(made.site), plan: made.plan,
      words: PageWords(catalog.strings(for: tag), language: tag),
      related: nil, uses: SourceUses(made.site))
    let item = try #require(made.site.briefs.first)
    return OriginChart(item, in: context) { place in
      let source = item.source.sources[place]
      if let publisher = item.publishers[place] {
        return made.site.entities[publisher].source.name.value
      }
      return source.publisher?.text ?? source.id
    }
  }

  private static let cases: [(name: String, language: String, sources: [String])] = [
    (
      "hop", "en",
      [
        "{id: page, url: 'https://a.example/', lang: en, publisher: The Page, via: bbg}",
        "{id: bbg, publisher: publication/bloomberg, located: false}",
      ]
    ),
    (
      "chain", "en",
      [
        "{id: fr, kind: translation, located: false, lang: fr, publisher: Le Relais, via: vnn}",
        "{id: vnn, kind: relay, url: 'https://v.example/', lang: vi, publisher: VietnamNet, via: bbg}",
        "{id: bbg, publisher: publication/bloomberg, located: false, unnamed: people close to the matter}",
      ]
    ),
    (
      "chain-fr", "fr",
      [
        "{id: fr, kind: translation, located: false, lang: fr, publisher: Le Relais, via: vnn}",
        "{id: vnn, kind: relay, url: 'https://v.example/', lang: vi, publisher: VietnamNet, via: bbg}",
        "{id: bbg, publisher: publication/bloomberg, located: false, unnamed: des proches du dossier}",
      ]
    ),
    (
      "diamond", "en",
      [
        "{id: top, url: 'https://a.example/', publisher: Top, via: [left, right, root]}",
        "{id: left, url: 'https://b.example/', publisher: Left, via: root}",
        "{id: right, url: 'https://c.example/', publisher: Right, via: root}",
        "{id: root, url: 'https://d.example/', publisher: Root}",
      ]
    ),
    (
      "merged", "en",
      [
        "{id: a, url: 'https://a.example/', publisher: A, via: one}",
        "{id: b, url: 'https://b.example/', publisher: B, via: [one, two]}",
        "{id: one, publisher: publication/bloomberg, located: false}",
        "{id: two, publisher: Bloomberg, url: 'https://bbg.example/two', lang: en}",
      ]
    ),
    (
      "twelve", "en",
      (1...9).map {
        "{id: s\($0), url: 'https://s\($0).example/', publisher: Paper \($0), lang: en, via: r\($0 % 3 + 1)}"
      } + (1...3).map { "{id: r\($0), publisher: Agency \($0), located: false}" }
    ),
    (
      "long-names", "en",
      [
        "{id: a, url: 'https://a.example/', lang: de, publisher: Donaudampfschifffahrtsgesellschaftszeitung für Stadt & Land, via: b}",
        "{id: b, located: false, publisher: The International Federation of Rather Long Newspaper Names <Evening Edition>, via: c}",
        "{id: c, located: false, publisher: 日本経済新聞社編集局国際部, unnamed: several people who were told of the plan and of the doubts of those who made it but not of its price}",
      ]
    ),
  ]

  @Test("is drawn as its golden says", arguments: cases.indices)
  func golden(_ index: Int) throws {
    let (name, language, sources) = Self.cases[index]
    let chart = try #require(try self.chart(sources, language))
    #expect(Fixture.matches("charts/\(name).svg", chart.svg + "\n"), "\(name)")
    #expect(!chart.caption.isEmpty)
  }

  @Test("says the same in words, for those who do not see it")
  func description() throws {
    let svg = try #require(try chart(Self.cases[1].sources)).svg
    #expect(svg.contains("<title id=\"origin-chart-title\">How the story reached us</title>"))
    #expect(
      svg.contains(
        "Le Relais (French, not located) has it from VietnamNet (Vietnamese). "
          + "VietnamNet (Vietnamese) has it from Bloomberg (not located). "
          + "Bloomberg (not located) relies on unnamed people: people close to the matter."))
  }

  @Test("is left out where no source credits another, and where there are too many for a picture")
  func absent() throws {
    #expect(try chart(["'https://a.example/'"]) == nil)
    #expect(
      try chart([
        "'https://a.example/'", "{url: 'https://b.example/', unnamed: an official}",
      ]) == nil)
    let many = (0...OriginChart.mostNodes).map {
      "{id: s\($0), url: 'https://s\($0).example/'\($0 > 0 ? ", via: s0" : "")}"
    }
    #expect(try chart(many) == nil)
    #expect(try chart(Array(many.dropLast())) != nil)
  }

  @Test("has no colour, script or style of its own")
  func plain() throws {
    for (_, language, sources) in Self.cases {
      let svg = try #require(try chart(sources, language)).svg
      for word in ["style=", "<script", "#", "rgb(", "fill=", "href"] {
        #expect(!svg.contains(word), "\(word)")
      }
      #expect(
        svg.utf8.count(where: { $0 == UInt8(ascii: "<") })
          == svg.utf8.count(where: { $0 == UInt8(ascii: ">") }))
    }
  }
}

@Suite("A publication's record in words")
struct PublicationWordsTests {
  /// The sentence for stories with these outcomes, as certainties then and now.
  private func sentence(_ pairs: [(Certainty, Certainty)], _ language: String) throws -> String? {
    var found: [Diagnostic] = []
    var catalog = LocaleCatalog(defaultLanguage: LanguageTag(language))
    let table = try #require(Fixture.bytes("templates/locales/\(language).yml"))
    catalog.add(table, file: "templates/locales/\(language).yml", diagnostics: &found)
    let tag = LanguageTag(language)
    let stories = pairs.enumerated().map { place, pair in
      PublicationRecord.Story(
        event: place, told: AssertionPlace(brief: 0, index: 0), then: pair.0, now: pair.1,
        isSole: false)
    }
    return PublicationView.outcome(
      PublicationRecord(originated: [], relayed: [], stories: stories),
      PageWords(catalog.strings(for: tag), language: tag))
  }

  private static let four: [(Certainty, Certainty)] = [
    (.rumoured, .confirmed), (.reported, .confirmed), (.rumoured, .confirmed),
    (.reported, .reported), (.confirmed, .confirmed),
  ]

  @Test("few stories are counted in words, without a percentage")
  func few() throws {
    #expect(
      try sentence(Self.four, "en")
        == "Told before it was sure: three of four later confirmed, none denied, one still open.")
    #expect(
      try sentence(Self.four, "fr")
        == "Annoncé avant d’être sûr : trois sur quatre confirmées depuis, aucune démentie, une encore ouverte."
    )
  }

  @Test("from ten on digits and percentages are given")
  func many() throws {
    let stories =
      Array(repeating: (Certainty.rumoured, Certainty.confirmed), count: 7)
      + Array(repeating: (Certainty.reported, Certainty.denied), count: 2)
      + [(.reported, .disputed)]
    #expect(
      try sentence(stories, "en")
        == "Told before it was sure: 7 of 10 later confirmed (70%), 2 denied (20%), 1 disputed (10%)."
    )
    #expect(try sentence(Array(stories.dropLast()), "en")?.contains("%") == false)
  }

  @Test("nothing is said where all was sure from the start")
  func certain() throws {
    #expect(try sentence([(.confirmed, .confirmed)], "en") == nil)
  }
}
