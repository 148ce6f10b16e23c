import Digests
import SiteModel
import SitePlan

extension RecordDigests {
  func addFace(of brief: Brief, _ place: Int, to found: inout Fingerprint) {
    for edition in brief.editions {
      found.add(edition.file)
      found.add(texts.header(edition.file))
      found.add(edition.language.text)
      found.add(edition.title)
      found.add(edition.summary)
      found.add(pages.changes.changed(place, in: edition.language)?.text)
      for author in edition.authors { add(entityNamed: site.author(author), to: &found) }
    }
    add(.topic, brief.topics, to: &found)
    add(.entity, brief.about, to: &found)
    add(.entity, brief.mentions, to: &found)
    add(.event, brief.events, to: &found)
    found.add(brief.storyline.map { name(.storyline, $0) } ?? 0)
    for publisher in brief.publishers { add(entityNamed: publisher, to: &found) }
    for origin in brief.origins.origins {
      found.add(origin.source)
      for source in origin.sources { found.add(source) }
    }
    // Whom names stand for that are looked up while a page is made.
    let language = brief.source.language
    for claim in brief.source.claims {
      guard let by = claim.by else { continue }
      add(meaning: site.names.meaning(of: by.text, in: language), to: &found)
    }
    for event in brief.source.events {
      for participant in event.participants {
        add(meaning: site.names.meaning(of: participant.entity.text, in: language), to: &found)
      }
    }
    addPaths(.brief(place), to: &found)
  }

  func add(entityNamed place: Int?, to found: inout Fingerprint) {
    found.add(place.map { name(.entity, $0) } ?? 0)
  }

  func add(meaning: NameTable.Meaning, to found: inout Fingerprint) {
    if case .entity(let place) = meaning { found.add(name(.entity, place)) } else { found.add(0) }
  }

  func addRelations(of brief: Brief, _ place: Int, to found: inout Fingerprint) {
    for language in site.settings.languages where brief.edition(in: language) != nil {
      let (newer, older) = plan.neighbours(of: place, in: language)
      found.add(newer.map { name(.brief, $0) } ?? 0)
      found.add(older.map { name(.brief, $0) } ?? 0)
      for relation in pages.related?.related(to: place, in: language) ?? [] {
        found.add(name(.brief, relation.brief))
        for reason in relation.reasons { add(reason, to: &found) }
      }
    }
  }

  func add(_ reason: RelatedBriefs.Reason, to found: inout Fingerprint) {
    switch reason {
    case .storyline(let place): found.add(name(.storyline, place))
    case .entity(let place): found.add(name(.entity, place))
    case .topic(let place): found.add(name(.topic, place))
    case .event(let place): found.add(name(.event, place))
    }
  }

  func addFace(of entity: Entity, _ place: Int, to found: inout Fingerprint) {
    addFiles([entity.source.file], entity.translations, to: &found)
    found.add(entity.source.name.value)
    add(.entity, entity.founders, to: &found)
    for other in [entity.parent, entity.maker, entity.mergedInto] + entity.roleOrganisations {
      add(entityNamed: other, to: &found)
    }
    addPaths(.entity(place), to: &found)
  }

  func addRelations(of entity: Entity, to found: inout Fingerprint) {
    for places in [entity.children, entity.products, entity.founded] {
      add(.entity, places, to: &found)
    }
    for (person, role) in entity.people {
      found.add(name(.entity, person))
      found.add(role)
    }
    add(.event, entity.events, to: &found)
    addIndexed(entity.briefs, to: &found)
  }
}
