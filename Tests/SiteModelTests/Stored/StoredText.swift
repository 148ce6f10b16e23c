import SiteModel
import SourceDiagnostics
import Testing

/// A content file for the tests of storing: its path and its text.
struct StoredText: CustomTestStringConvertible {
  let path: String
  let text: String

  var testDescription: String { path }

  static let settings: SiteSettings = {
    var settings = SiteSettings()
    settings.languages = [LanguageTag("en"), LanguageTag("fr")]
    return settings
  }()

  /// What parsing makes of it.
  var parsed: (file: ParsedFile?, diagnostics: [Diagnostic]) {
    var found: [Diagnostic] = []
    let file = ContentParser(settings: Self.settings).parse(
      path: path, bytes: Array(text.utf8), diagnostics: &found)
    return (file, found)
  }

  /// What is stored of it.
  var stretches: ParsedFileStore.Stretches {
    let (file, diagnostics) = parsed
    return ParsedFileStore.encode(file, diagnostics: diagnostics, path: path)
  }

  /// The rules that texts of the tests break, by code.
  static let rules: [String: DiagnosticRule] = {
    let broken = all.flatMap { $0.parsed.diagnostics.map(\.rule) }
    return Dictionary(broken.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }()

  /// Texts of every kind of file, and with every field.
  static let all: [StoredText] = [
    brief, untypedBrief, mistaken, headless, company, person, model, topic, storyline, event, page,
    translation, recordTranslation,
  ]

  private static let brief = StoredText(
    path: "content/briefs/2026/01/rich.md",
    text: """
      ---
      title: Acme "buys" Globex
      date: 2026-01-10T09:30:15+02:00
      summary: It is signed, says the desk's friend.
      topics: [news, business/deals]
      kind: update
      authors: [Ann, Bob]
      entities: {about: [company/acme], mentions: [Globex, "Zoë"]}
      sources:
        - id: fr
          url: https://example.org/a
          publisher: Le Journal
          title: "L'accord"
          authors: [Zoë]
          lang: fr
          published: 2026-01
          accessed: 2026-01-09
          kind: original
          archive: {url: "https://archive.example/a", taken: 2026-01-09}
        - {id: en, url: "https://example.org/b", kind: relay, via: fr, published: {relative: yesterday, anchor: fr}}
        - {id: man, located: false, unnamed: "two who know the matter", credit: AFP}
      claims:
        - id: c1
          source: fr
          says: About two billion.
          quote: "environ deux milliards"
          by: Ann
          at: "paragraph 2"
          certainty: reported
          lang: fr
          quantities: ["2.1B USD", {min: 1.5, max: 2.5, currency: EUR, verbatim: "entre 1,5 et 2,5", nature: target, inferred: [currency]}, "several billion", "49%"]
          waive: [{rule: P2, why: "the court's record", until: 2026-06}]
      events:
        - id: acme-globex
          type: acquisition
          title: Acme and Globex
          certainty: rumoured
          stage: in_talks
          date: 2026-02/2026-03
          as_of: 2026-01-10
          reason: "they say so"
          rank: preferred
          place: Paris
          price: {value: 2000000000, q: about, currency: USD, verbatim: about 2 billion dollars}
          closed: {relative: last-month, anchor: fr}
          participants: [{entity: Acme, role: acquirer}, {entity: Globex, role: target}]
          claims: [c1]
          depends_on: [other]
          supersedes: [older]
          part_of: whole
          conflicts:
            - field: price
              values:
                - {value: "2.1B USD", claims: [c1], source: fr, note: "rounded"}
                - "nobody knows"
              note: They differ.
              resolved: The filing says so.
      storyline: deal
      importance: 2
      open_questions: ["Who pays?", {text: "When?", claims: [c1]}]
      why: It is large.
      image: {file: a.png, alt: A, credit: C, licence: CC0}
      corrections:
        - {date: 2026-01-11, kind: correction, was: one, now: two, why: typed}
      embargo: 2026-01-10
      expires: 2027
      slug: acme-buys
      redirects: [/old/, /older/]
      autolink: all
      waive: [{rule: P5, why: "read on paper"}]
      ---
      Acme[^c1] and [[Globex]] meet [[the desk|topic:news]]: see [another](other.md#top) and
      [a site](https://example.org/).[^1] ![A picture](b.png)

      ## A heading

      ```swift
      let a = 1
      ```

      ## A heading

      [^1]: A note.
      """)

  private static let untypedBrief = StoredText(
    path: "content/briefs/untyped.md",
    text: """
      ---
      title: More
      date: 2026-Q1
      topics: [news]
      sources: [https://example.org/a]
      events:
        - id: acme-globex
          certainty: confirmed
          price: {value: 5, currency: USD}
          regulators: [one, 'two', {three: [4, "5"]}]
          date:
      ---
      Plain.
      """)

  private static let mistaken = StoredText(
    path: "content/briefs/mistaken.md",
    text: """
      ---
      titel: Wrong
      title: Right
      date: 2026-13-01
      topics: [news]
      sources: [nowhere, {id: a, via: b}, {id: a, url: "https://example.org"}]
      slug: Not A Slug
      slug: again
      claims: [{id: x, quantities: ["5 quux"]}]
      events: [{id: Not Good, type: acquisition}, {id: e, type: acquisition, participants: [{entity: A, role: cook}]}]
      ---
      A <b>raw</b> text[^unknown] with \u{1} in it.
      """)

  private static let headless = StoredText(
    path: "content/briefs/headless.md", text: "No header at all.\n")

  private static let company = StoredText(
    path: "content/entities/company/acme.md",
    text: """
      ---
      name: Acme
      aliases: {en: [Acme Inc], fr: ["Acmé"]}
      weak_aliases: [AC]
      previous_names: [Old Acme, {name: Older Acme, from: 1990, until: 1999, source: s1}]
      description: {en: Makes things, fr: Fait des choses}
      parent: {value: company/globex, source: s1, from: 2001, until: 2020}
      founders: [person/ann]
      website: {value: acme.example, source: s1}
      founded: {value: 1990-05, source: s1}
      hq: Paris
      ticker: ACM
      same_as: {wikidata: Q1, isin: X}
      sources: [{id: s1, url: "https://example.org/a"}]
      slug: acme-company
      redirects: [/acme/]
      waive: [{rule: P5, why: "known"}]
      ---
      A company.
      """)

  private static let person = StoredText(
    path: "content/entities/person/ann.md",
    text: """
      ---
      name: Ann
      roles: [{organisation: company/acme, title: Chief, from: 2001, until: 2002-03, source: s1}]
      born: 1970~
      merged_into: person/bob
      sources: [https://example.org/a]
      ---
      """)

  private static let model = StoredText(
    path: "content/entities/model/big.md",
    text: """
      ---
      name: Big
      maker: company/acme
      released: {value: 2025, source: "https://example.org/a"}
      params: "70B params"
      open_weights: true
      ---
      A model.
      """)

  private static let topic = StoredText(
    path: "content/topics/business/deals.md",
    text: """
      ---
      name: {en: Deals, fr: Accords}
      description: Who buys whom
      aliases: [M&A]
      related: [news]
      redirects: [/deals/]
      waive: [{rule: P5, why: "known"}]
      ---
      All deals.
      """)

  private static let storyline = StoredText(
    path: "content/storylines/deal.md",
    text: """
      ---
      title: The deal
      summary: How it went
      state: dormant
      redirects: [/the-deal/]
      ---
      It went on.
      """)

  private static let event = StoredText(
    path: "content/events/acme-globex.md",
    text: "---\ntitle: Acme and Globex\nredirects: [/e/]\n---\nText.\n")

  private static let page = StoredText(
    path: "content/pages/about.md",
    text: """
      ---
      title: About
      summary: Who we are
      nav: true
      draft: true
      redirects: [/us/]
      ---
      <div id="x">We</div>
      """)

  private static let translation = StoredText(
    path: "content/briefs/2026/01/rich.fr.md",
    text: """
      ---
      title: "Acme achète Globex : c'est signé"
      date: 2026-01-11
      summary: C'est signé.
      authors: [Zoë]
      open_questions: ["Qui paie ?"]
      why: C'est grand.
      image: {file: a.png, alt: A, licence: CC0}
      corrections: [{date: 2026-01-12, kind: typo}]
      draft: true
      slug: acme-achete
      redirects: [/vieux/]
      autolink: off
      ---
      Voilà.
      """)

  private static let recordTranslation = StoredText(
    path: "content/entities/company/acme.fr.md",
    text: "---\nname: Acmé\ndescription: Une société\n---\nTexte.\n")
}

extension StoredText {
  /// Briefs of one seed, each with whatever fields and values chance gives it.
  static func generated(_ seed: UInt64, count: Int) -> [StoredText] {
    var random = SeededRandom(seed)
    return (0..<count).map { number in
      var lines = [
        "title: Brief \(number) of \"Zoë\"", "date: \(random.pick(days))",
        "topics: [\(random.pick(["news", "business/deals"]))]", "sources:",
      ]
      for source in 0..<random.int(1...4) {
        var fields = ["id: s\(source)", "url: \"https://example.org/\(random.int(1...9))\""]
        if random.int(0...1) == 0 { fields.append("publisher: \(random.pick(names))") }
        if random.int(0...1) == 0 { fields.append("published: \(random.pick(days))") }
        if source > 0 { fields.append("via: s\(random.int(0...source - 1))") }
        lines.append("  - {\(fields.joined(separator: ", "))}")
      }
      let amounts = (0..<random.int(0...3)).map { _ in "\"\(random.pick(quantities))\"" }
      lines.append("claims: [{id: c1, says: So, quantities: [\(amounts.joined(separator: ", "))]}]")
      lines.append("events:")
      lines.append("  - id: event-\(random.int(1...9))")
      if random.int(0...2) > 0 { lines.append("    type: acquisition") }
      lines.append("    price: \"\(random.pick(quantities))\"")
      lines.append("    date: \(random.pick(days))")
      lines.append("    participants: [{entity: \(random.pick(names)), role: target}]")
      let words = (0..<random.int(0...80)).map { _ in
        random.pick(names + ["and", "[[Acme]]", "[x](y.md)", "[^c1]", "**so**", "\n\n## Then\n\n"])
      }
      return StoredText(
        path: "content/briefs/generated-\(number).md",
        text: "---\n" + lines.joined(separator: "\n") + "\n---\n"
          + words.joined(separator: " ") + "\n")
    }
  }

  private static let names = ["Acme", "Globex", "\"L'Été\"", "person/ann"]
  private static let days = [
    "2026-01-10", "2025-06", "2025-Q3", "2025-H1~", "2024?", "2025-06-10T14:00+02:00",
    "2025-06/2025-09", "2025-06/..", "2025%",
  ]
  private static let quantities = [
    "2.1B USD", "several billion USD", "49%", "5 GW", "70B params", "about 3M EUR", "-0.05%",
    "1-2M users", "over 100 tokens", "up to 9 days",
  ]
}
