import SiteModel
import SitePlan
import TemplateEngine

/// Says an event's state in words: its title, its fields, whether it is open or overdue.
struct EventFacts {
  let context: ViewContext
  let make: ValueMaker

  private var site: SiteReader { context.site }
  private var vocabulary: Vocabulary { context.words.vocabulary }

  /// The event's own title, or what it is and who takes part: “Funding round: Scale AI, Meta”.
  func title(_ event: Event) -> String {
    if let own = ownTitle(event) { return own }
    let names = event.participants.prefix(3).map {
      context.words.name(of: site.entities[$0.entity])
    }
    let type = vocabulary.type(event.type)
    return names.isEmpty
      ? type
      : context.words.strings.text(
        "event.title", arguments: [("type", type), ("names", names.joined(separator: ", "))])
  }

  /// The title that an author gave it, in the language where there is one.
  func ownTitle(_ event: Event) -> String? {
    let language = context.language
    if let own = event.translations.first(where: { $0.language == language })?.title { return own }
    if let text = event.text?.title {
      return text.text(for: language.text, fallback: [context.addresses.defaultLanguage.text])
    }
    return event.title
  }

  /// The typed fields that have a value, in the order of the vocabulary, disputed ones with all.
  func fields(_ event: Event) -> [(key: String, label: String, text: String)] {
    event.type.fields.compactMap { field in
      guard let text = cell(event, field.key), !text.isEmpty else { return nil }
      return (field.key, vocabulary.field(field), text)
    }
  }

  /// A typed field's current value or values as text.
  func cell(_ event: Event, _ key: String) -> String? {
    guard let field = event.folded[key] else { return nil }
    let texts = field.values.compactMap { text($0.value, key) }
    return texts.joined(separator: context.words.strings.text("event.or"))
  }

  /// A folded value as text.
  func text(_ content: EventContent, _ key: String) -> String? {
    switch content {
    case .value(let value): make.text(of: value, field: key)
    case .participants(let list):
      list.map { context.words.name(of: site.entities[$0.entity]) }.joined(separator: ", ")
    case .place(.entity(let entity)): context.words.name(of: site.entities[entity])
    case .place(.words(let words)): words
    }
  }

  /// Whether more is to come: neither done nor given up nor denied.
  func isOpen(_ event: Event) -> Bool { event.isOpen }

  /// Whether it is open although the last day on which it was expected has passed.
  func isOverdue(_ event: Event) -> Bool { event.isOverdue(on: site.asOf) }

  /// When it should happen: the date it is due, or its own.
  func expected(_ event: Event) -> UncertainDate? { event.expectedDate }
}
