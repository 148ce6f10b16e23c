package import SourceDiagnostics

/// The rules of content, each with the text that `brevier explain CODE` prints.
extension DiagnosticRule {
  static let missingHeader = DiagnosticRule(
    "C001", .error, "a content file begins with front matter",
    explanation: """
      Every file under `content/` begins with a header: a line `---`, the fields, a line `---`.

      Wrong:

          Meta raised money today …

      Right:

          ---
          title: Meta raises money
          date: 2026-01-15
          ---
          Meta raised money today …
      """)
  static let misplacedFile = DiagnosticRule(
    "C002", .error, "a content file stands in the folder of its kind",
    explanation: """
      The folder says what a file is: `content/briefs/`, `content/entities/KIND/`,
      `content/topics/`, `content/storylines/`, `content/events/`, `content/pages/`. A file
      anywhere else would be left out in silence, so it is an error.

      Wrong:

          content/brief/meta.md

      Right:

          content/briefs/2026/01/meta.md
      """)
  static let unknownLanguage = DiagnosticRule(
    "C003", .error, "a file's language is one of the site's",
    explanation: """
      A tag before `.md` makes a file a translation; `lang` names the language of an original.
      Both must be in `languages` of `brevier.yml`.

      Wrong:

          languages: [en, fr]     with a file  meta.de.md

      Right:

          languages: [en, fr, de]
      """)
  static let orphanTranslation = DiagnosticRule(
    "C004", .error, "a translation has an original",
    explanation: """
      `meta.fr.md` translates `meta.md` in the same folder. Without it there would be no date, no
      topics, no sources.

      Wrong:

          content/briefs/meta.fr.md  alone

      Right:

          content/briefs/meta.md  and  content/briefs/meta.fr.md
      """)
  static let duplicateID = DiagnosticRule(
    "C005", .error, "an id is given once",
    explanation: """
      A file's name is its id, whatever its folder: links, feeds and events refer to it. Two
      briefs of one name would overwrite each other.

      Wrong:

          content/briefs/2025/meta.md  and  content/briefs/2026/meta.md

      Right:

          content/briefs/2025/meta-2025.md  and  content/briefs/2026/meta-2026.md
      """)
  static let duplicateLocalID = DiagnosticRule(
    "C006", .error, "an id inside a brief is given once",
    explanation: """
      Claims, sources and events of a brief are referred to by their ids.

      Wrong:

          claims: [{id: c1, says: one}, {id: c1, says: two}]

      Right:

          claims: [{id: c1, says: one}, {id: c2, says: two}]
      """)
  static let badDate = DiagnosticRule(
    "C007", .error, "a date is written as year, month, day, as precisely as its source",
    explanation: """
      Dates are a subset of EDTF (ISO 8601-2): `2025-06-12`, `2025-06`, `2025-Q3`, `2025-H2`,
      `2025`, `2025-06~` (about), `2025-06/2025-09`, `2025-06/..`, an instant
      `2025-06-12T14:00+02:00`. Relative ones are `{relative: last-month, anchor: s1}`. Never
      write a day that the source does not give.

      Wrong:

          date: 12/06/2025

      Right:

          date: 2025-06-12
      """)
  static let badQuantity = DiagnosticRule(
    "C008", .error, "a quantity is a figure with its unit, qualified as its source does",
    explanation: """
      Short form: `13.5B USD`, `49%`, `5 GW`. Long form: `{value: 50, q: about, unit: people,
      verbatim: about fifty}`. “Several billion” has no figure: `{q: several, magnitude: 9,
      currency: USD, verbatim: several billion}`.

      Wrong:

          amount: $13,5

      Right:

          amount: 13.5B USD
      """)
  static let badURL = DiagnosticRule(
    "C009", .error, "an address begins with https:// or http://",
    explanation: """
      Sources and websites are addresses of the web. A report that was never linked is a source
      with `located: false`.

      Wrong:

          url: example.org/article

      Right:

          url: https://example.org/article
      """)
  static let badSlug = DiagnosticRule(
    "C010", .error, "a slug has small letters, digits and hyphens",
    explanation: """
      It becomes a part of an address and the name of a folder on every kind of system.

      Wrong:

          slug: Meta & Scale AI

      Right:

          slug: meta-and-scale-ai
      """)
  static let badRedirect = DiagnosticRule(
    "C011", .error, "an old address is a path of this site",
    explanation: """
      `redirects` lists where a page used to be, so that old links keep working. A path begins
      with one `/`.

      Wrong:

          redirects: [https://example.org/old]

      Right:

          redirects: [/2024/old/]
      """)
  static let badBaseURL = DiagnosticRule(
    "C012", .error, "the base URL is scheme, host and path",
    explanation: """
      It is put in feeds, sitemaps and canonical links, and its path before every link, so that a
      site can stand in a sub-folder.

      Wrong:

          base_url: example.org

      Right:

          base_url: https://example.org/
      """)
  static let badPermalink = DiagnosticRule(
    "C013", .error, "a permalink pattern names the brief",
    explanation: """
      It joins fixed words and `:slug :id :year :month :day` with `/`; without `:slug` or `:id`
      all briefs would have one address.

      Wrong:

          permalinks: {brief: "news/:year"}

      Right:

          permalinks: {brief: "news/:year/:slug"}
      """)
  static let badLanguage = DiagnosticRule(
    "C014", .error, "a language is given by its tag",
    explanation: """
      Tags are those of BCP 47: `en`, `fr`, `pt-BR`.

      Wrong:

          language: English

      Right:

          language: en
      """)
  static let unknownRule = DiagnosticRule(
    "C015", .error, "a rule in the settings exists",
    explanation: """
      `rules` changes the severity of a rule by its code.

      Wrong:

          rules: {C9: off}

      Right:

          rules: {M007: off}
      """)
  static let fixedRule = DiagnosticRule(
    "C016", .error, "only warnings and notes can be changed",
    explanation: """
      An error means that the site would be wrong; it is mended, not switched off.

      Wrong:

          rules: {C020: off}

      Right:

          rules: {M007: off}
      """)
  static let unknownEntity = DiagnosticRule(
    "C020", .error, "a name in [[…]] or in front matter is that of a record",
    explanation: """
      A reference is an id (`company/meta`), a name or an alias. An unknown one is an error, never
      a guess: a free tag would split what is one.

      Wrong:

          [[Mata]] raised money.

      Right:

          [[Meta]] raised money.
      """)
  static let ambiguousName = DiagnosticRule(
    "C021", .error, "a name means one record",
    explanation: """
      Several records share the name or alias; only an id says which is meant.

      Wrong:

          [[Gemini]]

      Right:

          [[Gemini|model/gemini]]
      """)
  static let weakName = DiagnosticRule(
    "C022", .error, "a weak alias is not used as a reference",
    explanation: """
      Weak aliases help a search; as links they would often be wrong.

      Wrong:

          [[X]]

      Right:

          [[X|product/x-platform]]
      """)
  static let wrongKind = DiagnosticRule(
    "C023", .error, "a reference means a record of the right kind",
    explanation: """
      Some fields take only some kinds: a person's role is in an organisation.

      Wrong:

          participants: [{entity: company/meta, role: person}]

      Right:

          participants: [{entity: person/mark-zuckerberg, role: person}]
      """)
  static let unknownTopic = DiagnosticRule(
    "C024", .error, "a topic has a file",
    explanation: """
      Topics are a tree of files under `content/topics/`. A brief names a topic by its path, or by
      its name where that is unambiguous.

      Wrong:

          topics: [busines/funding]

      Right:

          topics: [business/funding]
      """)
  static let unknownBrief = DiagnosticRule(
    "C025", .error, "a brief that is linked exists",
    explanation: """
      `[[brief:NAME]]` names a brief by its file's name.

      Wrong:

          [[brief:scale-deal]]

      Right:

          [[brief:meta-scale-ai-deal]]
      """)
  static let unknownEvent = DiagnosticRule(
    "C026", .error, "an event that is referred to is asserted by some brief",
    explanation: """
      `depends_on`, `supersedes`, `part_of` and `[[event:ID]]` name an event by its id.

      Wrong:

          depends_on: [meta-scale]

      Right:

          depends_on: [meta-scale-ai]
      """)
  static let unknownStoryline = DiagnosticRule(
    "C027", .error, "a storyline has a file",
    explanation: """
      `storyline` names a file under `content/storylines/`.

      Wrong:

          storyline: openai-bord

      Right:

          storyline: openai-board-2023
      """)
  static let unknownSource = DiagnosticRule(
    "C028", .error, "a source that is referred to is in the same file",
    explanation: """
      `via` and `source` name a source by its `id`.

      Wrong:

          via: bloomberg   (no source has this id)

      Right:

          via: bbg   with   {id: bbg, publisher: publication/bloomberg, located: false}
      """)
  static let unknownClaim = DiagnosticRule(
    "C029", .error, "a claim that is referred to is in the same file",
    explanation: """
      Events and questions rest on claims by their ids.

      Wrong:

          claims: [c9]   (the brief has c1 to c3)

      Right:

          claims: [c3]
      """)
  static let unknownCitation = DiagnosticRule(
    "C030", .error, "[^…] is a claim or a footnote",
    explanation: """
      `[^c3]` cites claim `c3` of the front matter; `[^1]` needs a footnote `[^1]: …` in the text.

      Wrong:

          about fifty people[^c33]

      Right:

          about fifty people[^c3]
      """)
  static let hiddenTarget = DiagnosticRule(
    "C031", .error, "a link leads to what is published",
    explanation: """
      A published text may not link to a draft, an embargoed, future or expired brief: readers
      would find nothing.

      Wrong:

          [[brief:secret-draft]]

      Right:

          publish the other brief first, or leave the link out
      """)
  static let brokenLink = DiagnosticRule(
    "C032", .error, "a link inside the content leads to a file",
    explanation: """
      Relative links are checked: `../other.md` must be a text, anything else a file beside it.

      Wrong:

          [before](../2025/12/metta.md)

      Right:

          [before](../2025/12/meta.md)
      """)
  static let brokenAnchor = DiagnosticRule(
    "C033", .error, "an anchor is that of a heading",
    explanation: """
      `#heading` must be the id of a heading: its text in small letters with hyphens.

      Wrong:

          [see](#the-monney)

      Right:

          [see](#the-money)
      """)
  static let linkLeavesSite = DiagnosticRule(
    "C034", .error, "a relative link stays inside the content",
    explanation: """
      Links are made from the file that they stand in, and may not go above `content/`.

      Wrong:

          [readme](../../../README.md)

      Right:

          [method](../../pages/method.md)
      """)
  static let circularSources = DiagnosticRule(
    "C035", .error, "sources do not credit themselves in a circle",
    explanation: """
      `via` says who got the story from whom. A circle has no origin: somebody's credit is wrong.

      Wrong:

          {id: a, via: b}   {id: b, via: a}

      Right:

          {id: a, via: b}   {id: b}
      """)
  static let circularParents = DiagnosticRule(
    "C036", .error, "nothing is a part of itself",
    explanation: """
      `parent` and `merged_into` lead upwards and must end somewhere.

      Wrong:

          company/a: parent: company/b   company/b: parent: company/a

      Right:

          company/a: parent: company/b
      """)
  static let topicTooDeep = DiagnosticRule(
    "C037", .error, "topics are at most three levels deep",
    explanation: """
      Deeper trees scatter briefs over topics that nobody visits.

      Wrong:

          content/topics/a/b/c/d.md

      Right:

          content/topics/a/b/d.md
      """)
  static let missingParentTopic = DiagnosticRule(
    "C038", .error, "a topic's parent has a file",
    explanation: """
      Counts, lists and feeds of a topic roll up to its parent, which needs a name.

      Wrong:

          content/topics/business/funding.md  alone

      Right:

          content/topics/business.md  and  content/topics/business/funding.md
      """)
  static let sourceWithoutURL = DiagnosticRule(
    "C039", .error, "a source has an address, or says that it has none",
    explanation: """
      A reader must be able to go and look. A report that is cited but was never linked says
      `located: false`.

      Wrong:

          {id: bbg, publisher: Bloomberg}

      Right:

          {id: bbg, publisher: Bloomberg, located: false}
      """)
  static let unknownRole = DiagnosticRule(
    "C040", .error, "a role belongs to the type of event",
    explanation: """
      Each type of event has its roles; totals and tables rest on them.

      Wrong:

          type: funding … role: buyer

      Right:

          type: funding … role: investor
      """)
  static let missingRole = DiagnosticRule(
    "C041", .error, "an event names its principal",
    explanation: """
      One of the type's first two roles must be filled: a funding round has an investee or a lead.

      Wrong:

          type: acquisition … participants: [{entity: company/a, role: regulator}]

      Right:

          type: acquisition … participants: [{entity: company/b, role: target}]
      """)
  static let unknownConflictField = DiagnosticRule(
    "C042", .error, "a conflict is about a field of the event",
    explanation: """
      `conflicts` names the field on which sources differ.

      Wrong:

          conflicts: [{field: amout, values: [1B USD, 2B USD]}]

      Right:

          conflicts: [{field: amount, values: [1B USD, 2B USD]}]
      """)
  static let eventWithoutType = DiagnosticRule(
    "C043", .error, "the first assertion of an event gives its type",
    explanation: """
      Later briefs repeat an event's id with just what changes; one of them must say what kind of
      event it is.

      Wrong:

          events: [{id: meta-scale-ai, certainty: confirmed}]   alone

      Right:

          events: [{id: meta-scale-ai, type: funding, certainty: rumoured}]
      """)
  static let changedType = DiagnosticRule(
    "C044", .error, "an event keeps its type",
    explanation: """
      The type decides which fields and roles an event has. Where sources differ on it, say so
      under `conflicts`.

      Wrong:

          one brief: type: funding   another: type: acquisition

      Right:

          conflicts: [{field: type, values: [funding, acquisition]}]
      """)
  static let eventWithoutCertainty = DiagnosticRule(
    "C045", .error, "an event says how well it is known",
    explanation: """
      Without `certainty` a rumour could pass for a fact. At least the first assertion gives it.

      Wrong:

          events: [{id: meta-scale-ai, type: funding}]

      Right:

          events: [{id: meta-scale-ai, type: funding, certainty: rumoured}]
      """)
  static let circularEvents = DiagnosticRule(
    "C046", .error, "an event does not depend on itself",
    explanation: """
      `depends_on` and `part_of` must end somewhere.

      Wrong:

          a: depends_on: [b]   b: depends_on: [a]

      Right:

          a: depends_on: [b]
      """)
  static let unknownEventField = DiagnosticRule(
    "C047", .error, "a later assertion's fields are those of the event's type",
    explanation: """
      A brief that repeats an event's id need not repeat its type. Its other fields are then read as
      those of the type that another brief gives.

      Wrong:

          {id: meta-scale-ai, price: 14.3B USD}   where the event is of type funding

      Right:

          {id: meta-scale-ai, amount: 14.3B USD}
      """)
  static let unknownAnchor = DiagnosticRule(
    "C048", .error, "a relative date counts from a source of its file, or from an event",
    explanation: """
      “Last month” is a date only for those who know from which day it counts. `anchor` names it: the
      id of a source of the same file, or that of an event. Days on which sources were published count
      from sources alone. A brief with one source may leave it out.

      Wrong:

          sources: [{id: wire, url: https://example.org/a}]
          events: [{id: deal, …, date: {relative: last-month, anchor: wires}}]

      Right:

          events: [{id: deal, …, date: {relative: last-month, anchor: wire}}]
          events: [{id: hire, …, date: {relative: after, anchor: deal}}]
      """)
  static let emptyConflict = DiagnosticRule(
    "C049", .error, "a conflict says what differs, or how it was settled",
    explanation: """
      A conflict lists the `values` that sources give. A later brief that settles it may leave them
      out and give the reason under `resolved`; then an earlier one has listed them.

      Wrong:

          conflicts: [{field: type}]

      Right:

          conflicts: [{field: type, values: [funding, acquisition]}]
          conflicts: [{field: type, resolved: the parties announced an investment}]
      """)

  /// All rules of content, by code.
  package static let contentRules: [DiagnosticRule] = [
    .missingHeader, .misplacedFile, .unknownLanguage, .orphanTranslation, .duplicateID,
    .duplicateLocalID, .badDate, .badQuantity, .badURL, .badSlug, .badRedirect, .badBaseURL,
    .badPermalink, .badLanguage, .unknownRule, .fixedRule, .unknownEntity, .ambiguousName,
    .weakName, .wrongKind, .unknownTopic, .unknownBrief, .unknownEvent, .unknownStoryline,
    .unknownSource, .unknownClaim, .unknownCitation, .hiddenTarget, .brokenLink, .brokenAnchor,
    .linkLeavesSite, .circularSources, .circularParents, .topicTooDeep, .missingParentTopic,
    .sourceWithoutURL, .unknownRole, .missingRole, .unknownConflictField, .eventWithoutType,
    .changedType, .eventWithoutCertainty, .circularEvents, .unknownEventField, .unknownAnchor,
    .emptyConflict,
  ]
}
