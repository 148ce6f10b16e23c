/// What sources or briefs disagree about, and who says what.
package struct Dispute: Sendable {
  /// The field: a typed one, or `certainty`, `date`, `type` …
  package var field: String
  /// What is said, each once.
  package var versions: [Version]
  /// What the editors note about it, each note once.
  package var notes: [String] = []
  /// How it was settled, in the editors' words.
  package var resolution: String?

  /// One of the things said.
  package struct Version: Sendable {
    package var content: Content
    /// Who says so, in order of time.
    package var holders: [Holder]
  }

  /// What is said.
  package enum Content: Sendable, Hashable {
    case value(EventContent)
    case certainty(Certainty)
  }

  /// A brief that gives a version, and on what it rests there.
  package struct Holder: Sendable, Hashable {
    /// The brief.
    package var brief: Int
    /// The claims that say so, as places in the brief's list.
    package var claims: [Int]
    /// The source that says so, as a place in the brief's list.
    package var source: Int?
  }
}

extension Site {
  /// The disputes about an event that are open: fields of which several values stand, conflicts that
  /// nobody has settled, and a certainty that is itself disputed.
  package func disputes(of event: Event) -> [Dispute] {
    var found: [Dispute] = []
    if event.folded.certainty == .disputed { found.append(certainties(of: event)) }
    for field in event.folded.fields where field.isDisputed {
      var dispute = Dispute(field: field.name, versions: [])
      for held in field.values {
        for at in held.assertions {
          dispute.add(.value(held.value), by: holder(event.assertions[at], of: held.value))
        }
      }
      // One amount in several words is one amount.
      if dispute.versions.count > 1 { found.append(dispute) }
    }
    for at in event.assertions { addConflicts(of: at, to: &found) }
    return found.filter { dispute in
      let stands = event.folded[dispute.field]?.isDisputed ?? false
      return dispute.resolution == nil || stands
    }
  }

  /// Adds the declared conflicts of one assertion; those about one field are one dispute.
  private func addConflicts(of at: AssertionPlace, to found: inout [Dispute]) {
    let brief = briefs[at.brief].source
    for conflict in brief.events[at.index].conflicts {
      let place =
        found.firstIndex { $0.field == conflict.field.value }
        ?? {
          found.append(Dispute(field: conflict.field.value, versions: []))
          return found.count - 1
        }()
      for value in conflict.values {
        let holder = Dispute.Holder(
          brief: at.brief, claims: claims(value.claims, of: brief),
          source: value.source.flatMap { source in
            brief.sources.firstIndex { $0.id == source.text }
          })
        found[place].add(.value(.value(value.value)), by: holder)
        if let note = value.note { found[place].add(note: note) }
      }
      if let note = conflict.note { found[place].add(note: note) }
      found[place].resolution = conflict.resolved ?? found[place].resolution
    }
  }

  /// For each certainty that somebody states, the last brief to do so.
  private func certainties(of event: Event) -> Dispute {
    var versions: [Dispute.Version] = []
    for (entry, at) in zip(event.folded.history, event.assertions)
    where entry.assertion.rank != .deprecated {
      guard let certainty = entry.assertion.certainty else { continue }
      versions.removeAll { $0.content == .certainty(certainty) }
      versions.append(.init(content: .certainty(certainty), holders: [holder(at, of: nil)]))
    }
    return Dispute(field: "certainty", versions: versions)
  }

  /// An assertion as one who says so: with those of its claims that carry the very amount, where
  /// some do, else with all.
  private func holder(_ at: AssertionPlace, of value: EventContent?) -> Dispute.Holder {
    let brief = briefs[at.brief].source
    var places = claims(brief.events[at.index].claims, of: brief)
    if case .value(.quantity(let quantity)) = value {
      let exact = places.filter { place in
        brief.claims[place].quantities.contains {
          $0.value.amount == quantity.amount && $0.value.measure == quantity.measure
        }
      }
      if !exact.isEmpty { places = exact }
    }
    return Dispute.Holder(brief: at.brief, claims: places)
  }

  private func claims(_ references: [Reference], of brief: BriefFile) -> [Int] {
    references.compactMap { reference in
      brief.claims.firstIndex { $0.id == reference.text }
    }
  }
}

extension Dispute {
  fileprivate mutating func add(note: String) {
    if !notes.contains(note) { notes.append(note) }
  }

  /// Adds one who says so, to the version that is the same but for the words used.
  fileprivate mutating func add(_ content: Content, by holder: Holder) {
    guard let known = versions.firstIndex(where: { $0.content.isSame(as: content) }) else {
      versions.append(Version(content: content, holders: [holder]))
      return
    }
    if !versions[known].holders.contains(holder) { versions[known].holders.append(holder) }
  }
}

extension Dispute.Content {
  fileprivate func isSame(as other: Self) -> Bool {
    if case .value(.value(.quantity(let one))) = self,
      case .value(.value(.quantity(let another))) = other
    {
      return one.amount == another.amount && one.measure == another.measure
        && one.qualifier == another.qualifier
    }
    return self == other
  }
}
