/// Says whether a record is more than a name.
extension Entity {
  /// Whether it says nothing of what it is: no description, no id elsewhere, no text.
  package var isStub: Bool {
    source.summary == nil && source.sameAs.isEmpty && source.body.outline.isBlank
  }
}
