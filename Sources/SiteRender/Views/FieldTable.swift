import TemplateEngine

/// The fields of one kind of record: their names, and how each is made when a template reads it.
///
/// The maker knows the site and holds what several fields share; the number tells which of its records
/// is meant, where it serves more than one. Whatever no template looks at is never made.
struct FieldTable<Maker: AnyObject>: Sendable {
  /// Makes one field of one record.
  typealias Make = @Sendable (Maker, Int) -> Value

  /// One field.
  struct Field: Sendable {
    let name: String
    let facet: UInt8
    let make: Make

    init(_ name: String, _ facet: UInt8 = RecordShapes.Facet.card, _ make: @escaping Make) {
      self.name = name
      self.facet = facet
      self.make = make
    }
  }

  /// The names, as templates find them.
  let shape: RecordShape
  private let fields: [Slot]

  /// The function of a field, in a type of its own: an array of bare functions would hand its
  /// elements' arguments over by address, at twice the cost of most fields.
  private struct Slot: Sendable {
    let make: Make
  }

  /// The fields of records that messages call `name`.
  init(_ name: String, _ fields: [Field]) {
    shape = RecordShape(name, fields.map { RecordShape.Field($0.name, facet: $0.facet) })
    self.fields = fields.map { Slot(make: $0.make) }
  }

  /// A field by its number.
  func value(_ field: Int, _ maker: Maker, _ subject: Int) -> Value {
    fields[field].make(maker, subject)
  }
}

extension FieldTable where Maker == CardBook {
  /// The fields of a card as the first fields of a record that has more: read from the card, so
  /// that they are made once.
  func fields<Page: AnyObject>(
    from card: @escaping @Sendable (Page, Int) -> Value
  ) -> [FieldTable<Page>.Field] {
    shape.fields.enumerated().map { index, field in
      .init(field.name, field.facet) { page, place in
        card(page, place)[field: index] ?? .undefined
      }
    }
  }
}
