/// One column of a table of events: what its cells show. Headings come from the interface strings.
package struct EventColumn: Sendable {
  /// The word of its heading, and its name for themes.
  package let key: String
  /// What its cells show.
  package let content: Content

  /// What a cell can show.
  package enum Content: Sendable {
    /// The event itself, linked, called by those who play these roles, or by its whole title.
    case event(roles: [String])
    /// How well it is known and how far it has got.
    case standing
    /// When it happens.
    case date
    /// When it should happen.
    case expected
    /// How long it is late, or how long until then, on the site's day.
    case wait
    /// Its type.
    case type
    /// Who plays these roles, and the field that says with which title.
    case roles([String], title: String?)
    /// The value of a typed field: the first of these that the event's type has.
    case field([String])
    /// The amount in such a field in millions of the base currency.
    case inBase([String])
    /// How many origins all its briefs have together.
    case origins
  }

  init(_ key: String, _ content: Content) {
    self.key = key
    self.content = content
  }

  /// The event by its whole title.
  static let event = EventColumn("event", .event(roles: []))
  /// When it happens.
  static let date = EventColumn("date", .date)
  /// How many origins it has.
  static let origins = EventColumn("origins", .origins)

  /// The event, called by those who play the roles.
  static func event(_ roles: String...) -> EventColumn {
    EventColumn("event", .event(roles: roles))
  }

  /// Those who play the roles.
  static func roles(_ key: String, _ roles: String..., title: String? = nil) -> EventColumn {
    EventColumn(key, .roles(roles, title: title))
  }

  /// A typed field, of which types may have different ones; the first gives the heading.
  static func field(_ keys: String...) -> EventColumn { EventColumn(keys[0], .field(keys)) }

  /// The columns of the list of all events.
  package static let ofAll: [EventColumn] = [
    .event, EventColumn("standing", .standing), .date, EventColumn("type", .type), .origins,
  ]

  /// The columns of the list of one type: all its fields.
  package static func columns(of type: EventType) -> [EventColumn] {
    [.event, .date] + type.fields.map { .field($0.key) } + [.origins]
  }
}
