import Digests
import SiteModel
import SitePlan

extension RecordDigests {
  /// Adds all that an event is: nothing of it is said in a file of its own but its text.
  func addFace(of event: Event, _ place: Int, to found: inout Fingerprint) {
    found.add(event.type.key)
    found.add(event.title)
    addFiles(event.text.map { [$0.file] } ?? [], event.translations, to: &found)
    found.add(event.date.description)
    found.add(event.badge.kind.rawValue)
    found.add(event.badge.stage?.rawValue)
    for participant in event.participants { add(participant, to: &found) }
    if let place = event.place { add(.place(place), to: &found) }
    for assertion in event.assertions {
      found.add(name(.brief, assertion.brief))
      found.add(assertion.index)
    }
    add(event.folded, to: &found)
    for conflict in event.conflicts { add(conflict, to: &found) }
    for places in [
      event.dependsOn, event.enables, event.supersedes, event.supersededBy, event.parts,
      [event.partOf].compactMap { $0 },
    ] { add(.event, places, to: &found) }
    addIndexed(event.briefs, to: &found)
    for origin in event.origins {
      found.add(origin.sources.count)
      for source in origin.sources {
        found.add(name(.brief, source.brief))
        found.add(source.source)
      }
    }
    addPaths(.event(place), to: &found)
  }

  private func add(_ participant: EventParticipant, to found: inout Fingerprint) {
    found.add(participant.role)
    found.add(name(.entity, participant.entity))
  }

  private func add(_ content: EventContent, to found: inout Fingerprint) {
    switch content {
    case .value(let value): found.add(value.foldText)
    case .participants(let list):
      found.add(list.count)
      for participant in list { add(participant, to: &found) }
    case .place(.entity(let place)): found.add(name(.entity, place))
    case .place(.words(let words)): found.add(words)
    }
  }

  private func add(_ folded: FoldedEvent<EventContent>, to found: inout Fingerprint) {
    found.add(folded.certainty?.rawValue)
    found.add(folded.stage?.rawValue)
    for field in folded.fields {
      found.add(field.name)
      found.add(field.isDisputed)
      for held in field.values {
        add(held.value, to: &found)
        for assertion in held.assertions { found.add(assertion) }
      }
    }
    for entry in folded.history {
      found.add(entry.assertion.rank.rawValue)
      found.add(entry.certainty.rawValue)
      found.add(entry.assertion.stage?.rawValue)
      found.add(entry.moves.count)
      for name in entry.overtaken + entry.changes { found.add(name) }
      for field in entry.assertion.fields {
        found.add(field.name)
        add(field.value, to: &found)
      }
    }
  }

  private func add(_ conflict: EventConflict, to found: inout Fingerprint) {
    found.add(conflict.field)
    for value in conflict.values {
      found.add(value.value.foldText)
      for claim in value.claims { found.add(claim.text) }
    }
    for note in conflict.notes { found.add(note) }
    found.add(conflict.resolved)
  }
}
