/// What is looked for in one document: its texts, each with the field that it stands in.
package struct SearchDocument: Sendable {
  /// Where a word stands; the weightiest comes first, and a word counts where it weighs most.
  package enum Field: UInt8, Sendable, Hashable, CaseIterable, Comparable {
    /// The title; of a subject, a name of one word.
    case title
    /// Names of people and things in it, topics, events; of a subject, its names of several words.
    case name
    /// The summary.
    case summary
    /// The text itself.
    case body

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// The texts as valid UTF-8 without markup.
  package var texts: [(field: Field, text: [UInt8])]

  package init(texts: [(field: Field, text: [UInt8])] = []) { self.texts = texts }

  /// Adds a text.
  package mutating func add(_ field: Field, _ text: String) {
    texts.append((field, Array(text.utf8)))
  }
}

/// The terms of one document, each once with its weightiest field: a pure function of the document
/// and of the rules of its language.
package struct DocumentTerms: Sendable, Hashable {
  /// The terms in order of appearance, one after the other.
  package private(set) var bytes: [UInt8] = []
  /// Where each ends.
  package private(set) var ends: [UInt32] = []
  /// The field of each.
  package private(set) var fields: [SearchDocument.Field] = []

  package init() {}

  /// How many there are.
  package var count: Int { ends.count }

  /// The bytes of a term.
  package func range(_ place: Int) -> Range<Int> {
    (place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])
  }

  /// The terms as texts.
  package var texts: [String] {
    (0..<count).map { String(decoding: bytes[range($0)], as: UTF8.self) }
  }

  mutating func reserve(terms: Int, bytes count: Int) {
    bytes.reserveCapacity(count)
    ends.reserveCapacity(terms)
    fields.reserveCapacity(terms)
  }

  mutating func append(_ term: UnsafeBufferPointer<UInt8>, _ field: SearchDocument.Field) {
    bytes.append(contentsOf: term)
    ends.append(UInt32(bytes.count))
    fields.append(field)
  }

  mutating func raise(_ place: Int, to field: SearchDocument.Field) {
    if field < fields[place] { fields[place] = field }
  }
}
