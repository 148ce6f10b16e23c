import SiteModel
import SitePlan
import SourceDiagnostics

@testable import SiteRender

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// A site made from texts, through the real parser, resolver and planner.
struct FeedsSite {
  let site: Site
  let plan: SitePlan
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - settings: the text of `brevier.yml`.
  ///   - files: path and text of each content file.
  init(settings: String, _ files: [(String, String)]) {
    var found: [Diagnostic] = []
    let settings = SettingsReader.read(
      Array(settings.utf8), file: "brevier.yml", knownRules: [], diagnostics: &found)
    let parser = ContentParser(settings: settings)
    let parsed = files.compactMap { path, text in
      parser.parse(path: path, bytes: Array(text.utf8), diagnostics: &found)
    }
    let day = CalendarDate(year: 2026, month: 1, day: 15) ?? .first
    site = resolve(
      parsed, settings: settings, options: ResolveOptions(asOf: day), diagnostics: &found)
    plan = planned(site, &found)
    diagnostics = found
  }

  var changes: BriefChanges { BriefChanges(site) }

  func feed(_ subject: FeedSubject, _ language: String = "en") -> FeedDocument {
    FeedDocument(subject, in: LanguageTag(language), site, plan, changes: changes)
  }

  func brief(_ id: String) -> Int { site.briefs.firstIndex { $0.id.text == id } ?? -1 }
  func entity(_ id: String) -> Int { site.entities.firstIndex { $0.id.text == id } ?? -1 }
  func topic(_ id: String) -> Int { site.topics.firstIndex { $0.id.text == id } ?? -1 }

  /// The planned file with an address.
  func file(_ address: String) -> PlannedFile? { plan.files.first { $0.address == address } }

  /// The body of a brief as HTML.
  func body(
    _ id: String, _ language: String = "en", in place: BodyHTML.Place = .page
  ) -> BodyHTML.Result? {
    let tag = LanguageTag(language)
    guard let brief = site.briefs.first(where: { $0.id.text == id }),
      let edition = brief.edition(in: tag)
    else { return nil }
    return BodyHTML(plan.addresses, for: tag, in: place, titles: site)
      .make(edition.text, claims: brief.source.claims)
  }
}

/// The planner's function.
private func planned(_ site: Site, _ found: inout [Diagnostic]) -> SitePlan {
  plan(site, themeAssets: [], diagnostics: &found)
}

// MARK: - The tiny site

extension FeedsSite {
  /// Two languages, two topics, four entities, a storyline, an event that three briefs move.
  static let tiny = FeedsSite(settings: tinySettings, tinyFiles)

  static let tinySettings = """
    title: {en: Tiny & Co, fr: Petit & Cie}
    description: {en: A tiny site., fr: Un petit site.}
    base_url: https://example.org/sub/
    languages: [en, fr]
    authors: [The desk]
    feeds: {size: 3}
    """

  static let tinyFiles: [(String, String)] = [
    ("content/topics/business.md", "---\nname: {en: Business, fr: Affaires}\n---\n"),
    (
      "content/topics/business/funding.md",
      "---\nname: {en: Funding, fr: Financement}\ndescription: Who pays whom.\n---\n"
    ),
    (
      "content/entities/company/meta.md",
      """
      ---
      name: Meta
      aliases: [Meta Platforms]
      previous_names: [Facebook]
      description: {en: A company., fr: Une entreprise.}
      founded: 2004-02
      website: https://about.meta.com
      same_as: {wikidata: Q380, nowhere: x1}
      ---
      Owner of [[Scale AI|company/scale-ai]] in part.
      """
    ),
    (
      "content/entities/company/scale-ai.md",
      "---\nname: Scale AI\nfounded: 2016~\nparent: {value: company/meta}\n---\n"
    ),
    (
      "content/entities/person/alexandr-wang.md",
      """
      ---
      name: Alexandr Wang
      born: 1997
      roles:
        - {organisation: company/scale-ai, title: Chief executive, from: 2016, until: 2025-06}
        - {organisation: company/meta, title: Chief AI officer, from: 2025-06}
      ---
      """
    ),
    (
      "content/entities/publication/bloomberg.md",
      "---\nname: Bloomberg\nwebsite: https://www.bloomberg.com\n---\n"
    ),
    (
      "content/entities/model/llama.md",
      "---\nname: Llama\nmaker: company/meta\nreleased: 2023-02-24\nlicence: Llama licence\n---\n"
    ),
    (
      "content/storylines/meta-scale.md",
      "---\ntitle: {en: Meta and Scale, fr: Meta et Scale}\n---\n"
    ),
    ("content/briefs/2025/06/deal.md", deal), ("content/briefs/2025/06/deal.fr.md", dealInFrench),
    ("content/briefs/2025/06/closed.md", closed), ("content/briefs/2025/07/after.md", after),
    ("content/briefs/2025/05/before.md", before),
    ("content/pages/about.md", "---\ntitle: About\n---\nWho we are.\n"),
  ]

  private static let deal = """
    ---
    title: Meta in talks to invest in Scale AI
    date: 2025-06-08T14:00+02:00
    topics: [business/funding]
    summary: Meta talks about a “large” investment.
    entities: {about: [company/meta, company/scale-ai]}
    storyline: meta-scale
    sources:
      - {id: bbg, publisher: publication/bloomberg, located: false}
      - id: relay
        url: https://relay.example/a?b=1&c=2
        publisher: A relay
        via: bbg
        published: 2025-06
    claims:
      - {id: c1, source: bbg, says: talks}
      - {id: c2, source: relay, says: several billion}
      - {id: c3, source: relay, says: never cited}
    events:
      - id: meta-scale-ai
        type: funding
        certainty: rumoured
        stage: in_talks
        participants:
          - {entity: company/scale-ai, role: investee}
          - {entity: company/meta, role: investor}
    ---
    ## The money

    [[Meta]] may pay several billion[^c2], says [[Bloomberg]][^c1] & others.[^c2] See
    [the end](closed.md#end), [above](#the-money), [[brief:before]] and [[topic:business]].

    A footnote.[^1] A [path](/topics/business/) and [elsewhere](https://other.example/?a=1&b=2).

    [^1]: Here.
    """

  private static let dealInFrench = """
    ---
    title: Meta discute d’un investissement dans Scale AI
    date: 2025-06-09
    summary: Meta discute.
    ---
    [[Meta]] pourrait payer[^c2]. Voir [la suite](closed.md) et [[Scale AI]].
    """

  private static let closed = """
    ---
    title: Meta closes the deal with Scale AI
    date: 2025-06-13
    topics: [business/funding]
    sources: [https://meta.example/news]
    entities: {about: [company/meta]}
    storyline: meta-scale
    authors: [person/alexandr-wang]
    events: [{id: meta-scale-ai, certainty: confirmed, stage: completed}]
    corrections:
      - {date: 2025-06-20, kind: correction, was: 48 per cent, now: 49 per cent, why: misread}
    ---
    ## End

    Done.
    """

  private static let after = """
    ---
    title: Llama after the deal
    date: 2025-07-01
    topics: [business]
    sources: [https://meta.example/llama]
    events: [{id: meta-scale-ai, certainty: confirmed, stage: completed}]
    ---
    [[Llama]] goes on.
    """

  private static let before = """
    ---
    title: Before
    date: 2025-05-02
    topics: [business]
    sources: [https://a.example/]
    ---
    [[company/scale-ai]] had customers, see [[storyline:meta-scale]], [[so|event:meta-scale-ai]].
    """
}

// MARK: - Goldens

/// Compares bytes with `Fixtures/feeds/NAME`; `UPDATE_GOLDEN=1` rewrites the file.
func matchesFeedsGolden(_ name: String, _ bytes: [UInt8]) -> Bool {
  let path = String(#filePath).replacing("FeedsSite.swift", with: "Fixtures/feeds/" + name)
  if getenv("UPDATE_GOLDEN") != nil {
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }
  guard let file = fopen(path, "r") else { return false }
  defer { fclose(file) }
  var found: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { break }
    found += buffer[..<count]
  }
  return found == bytes
}
