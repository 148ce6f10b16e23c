/// The one mark that a reader sees of a certainty and a stage.
package struct Badge: Sendable, Hashable {
  /// What the badge says first.
  package var kind: Kind
  /// What it adds, if anything: "Reported · postponed".
  package var stage: Stage?

  /// The first part of a badge; the raw value is its key in tables of words and in style sheets.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case rumoured, reported, confirmed, disputed, denied, retracted, closed
  }

  /// The badge of a certainty and a stage. First match: what is disputed, denied or retracted says
  /// just that; what is confirmed and completed is closed; else the certainty, and the stage where
  /// it adds something.
  package static func derive(_ certainty: Certainty, _ stage: Stage?) -> Badge {
    switch (certainty, stage) {
    case (.retracted, _): Badge(kind: .retracted)
    case (.denied, _): Badge(kind: .denied)
    case (.disputed, _): Badge(kind: .disputed)
    case (.confirmed, .completed): Badge(kind: .closed)
    // What is confirmed has been announced by somebody; the stage would say it twice.
    case (.confirmed, .announced): Badge(kind: .confirmed)
    case (.confirmed, _): Badge(kind: .confirmed, stage: stage)
    case (.reported, _): Badge(kind: .reported, stage: stage)
    case (.rumoured, _): Badge(kind: .rumoured, stage: stage)
    }
  }

  /// The badge's key: `closed`, `rumoured`, `reported-postponed`.
  package var key: String { stage.map { "\(kind.rawValue)-\($0.rawValue)" } ?? kind.rawValue }
}
