import SiteModel
import SourceDiagnostics

/// A brief as a `NewsArticle`: what it is about, what it cites, where its story comes from, and how
/// it was corrected.
extension StructuredData {
  func article(_ place: Int, _ page: Page, _ json: inout JSONWriter) {
    let brief = site.briefs[place]
    guard let edition = brief.edition(in: page.language) else { return }
    page.notes?.note(
      .brief(place), RecordShapes.Facet.card, RecordShapes.Facet.text, RecordShapes.Facet.sources,
      RecordShapes.Facet.corrections,
      RecordShapes.Facet.relations)
    for topic in brief.topics { page.notes?.note(.topic(topic), RecordShapes.Facet.card) }
    if let storyline = brief.storyline {
      page.notes?.note(.storyline(storyline), RecordShapes.Facet.card)
    }
    json.object { json in
      json.member("@type", "NewsArticle")
      json.member("@id", page.url + "#article")
      json.object("mainEntityOfPage") { json in
        json.member("@type", "WebPage")
        json.member("@id", page.url)
      }
      json.member("url", page.url)
      json.member("headline", edition.title)
      if !edition.summary.isEmpty { json.member("description", edition.summary) }
      json.member("datePublished", ContentDate(edition.date)?.text)
      json.member("dateModified", changes.changed(place, in: page.language)?.text)
      json.member("inLanguage", page.language.text)
      json.member("articleSection", brief.topics.map { site.topics[$0].name(in: page.language) })
      json.array("author") { authors(edition, page, &$0) }
      json.key("publisher")
      publisher(page, &json)
      references("about", brief.about, page, &json)
      references("mentions", brief.mentions, page, &json)
      citations(brief, brief.source.sources, page, &json)
      corrections(edition, &json)
      storyline(brief, page, &json)
      translations(place, edition, page, &json)
    }
  }

  private func authors(_ edition: BriefEdition, _ page: Page, _ json: inout JSONWriter) {
    if edition.authors.isEmpty { publisher(page, &json) }
    for author in edition.authors {
      if let place = site.author(author) {
        reference(place, page, &json)
      } else {
        json.object { json in
          json.member("@type", "Person")
          json.member("name", author)
        }
      }
    }
  }

  // MARK: - Sources

  /// Every source with an address is cited; those that are origins are what the brief is based on.
  private func citations(
    _ brief: Brief, _ sources: [Source], _ page: Page, _ json: inout JSONWriter
  ) {
    let located = sources.indices.filter { sources[$0].url != nil }
    if !located.isEmpty {
      json.array("citation") { json in
        for place in located {
          let record = brief.publishers.indices.contains(place) ? brief.publishers[place] : nil
          json.object { work(sources[place], record, page, &$0) }
        }
      }
    }
    let origins = brief.origins.origins.filter(\.isLocated).compactMap {
      sources[$0.source].url?.value.percentEncoded
    }
    json.member("isBasedOn", origins)
  }

  private func work(
    _ source: Source, _ record: Int?, _ page: Page, _ json: inout JSONWriter
  ) {
    json.member("@type", "CreativeWork")
    json.member("url", source.url?.value.percentEncoded)
    json.member("name", source.title)
    json.member("inLanguage", source.language)
    json.member("datePublished", source.published.flatMap(Self.exactDate))
    if let record {
      json.key("publisher")
      reference(record, page, &json)
    } else if let name = source.publisher?.text {
      json.object("publisher") { json in
        json.member("@type", "Organization")
        json.member("name", name)
      }
    }
  }

  // MARK: - Changes and relations

  private func corrections(_ edition: BriefEdition, _ json: inout JSONWriter) {
    guard !edition.corrections.isEmpty else { return }
    json.array("correction") { json in
      for correction in edition.corrections {
        json.object { json in
          json.member("@type", "CorrectionComment")
          json.member("datePublished", ContentDate(correction.date)?.text)
          let parts = [correction.why, correction.was, correction.now].compactMap { $0 }
          json.member(
            "text", parts.isEmpty ? correction.kind.rawValue : parts.joined(separator: " → "))
        }
      }
    }
  }

  private func storyline(_ brief: Brief, _ page: Page, _ json: inout JSONWriter) {
    guard let place = brief.storyline else { return }
    json.object("isPartOf") { json in
      json.member("@type", "CreativeWorkSeries")
      json.member("name", site.storylines[place].title(in: page.language))
      json.member("url", url(.storyline(place), page.language))
    }
  }

  private func translations(
    _ place: Int, _ edition: BriefEdition, _ page: Page, _ json: inout JSONWriter
  ) {
    let editions = site.briefs[place].editions
    func work(_ other: BriefEdition, _ json: inout JSONWriter) {
      json.member("@type", "NewsArticle")
      json.member("@id", url(.brief(place), other.language) + "#article")
      json.member("headline", other.title)
      json.member("inLanguage", other.language.text)
    }
    if !edition.isOriginal {
      json.object("translationOfWork") { work(editions[0], &$0) }
    } else if editions.count > 1 {
      json.array("workTranslation") { json in
        for other in editions.dropFirst() { json.object { work(other, &$0) } }
      }
    }
  }

  /// A date as Schema.org takes it, exactly as precise as it is given: an instant, a day, a month
  /// or a year. Nothing for what is vaguer or doubtful.
  static func exactDate(_ date: UncertainDate) -> String? { date.htmlDateTime }
}
