/// The ids that cross borders: what a record is called for ever, whatever its title or address.
///
/// All are plain ASCII as it stands in a file's name, so that comparing and sorting them is the same
/// on every machine.
package protocol RecordIdentifier: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The id as an author writes it.
  var text: String { get }
  /// An id from its text.
  init(_ text: String)
}

extension RecordIdentifier {
  package var description: String { text }
  package static func < (a: Self, b: Self) -> Bool {
    utf8Less(a.text, b.text)
  }
}

/// A brief's id: its file's name without language and ending.
package struct BriefID: RecordIdentifier {
  package let text: String
  package init(_ text: String) { self.text = text }
}

/// An entity's id: kind and name, `company/meta`.
package struct EntityID: RecordIdentifier {
  package let text: String
  package init(_ text: String) { self.text = text }
}

/// A topic's id: its path, `business/funding`.
package struct TopicID: RecordIdentifier {
  package let text: String
  package init(_ text: String) { self.text = text }

  /// The topic above, if this one is not at the top.
  package var parent: TopicID? {
    text.lastIndex(of: "/").map { TopicID(String(text[..<$0])) }
  }

  /// How deep it stands; one at the top.
  package var depth: Int { text.utf8.reduce(1) { $1 == 0x2F ? $0 + 1 : $0 } }
}

/// An event's id, given by its first brief and repeated by later ones.
package struct EventID: RecordIdentifier {
  package let text: String
  package init(_ text: String) { self.text = text }
}

/// A storyline's id: its file's name.
package struct StorylineID: RecordIdentifier {
  package let text: String
  package init(_ text: String) { self.text = text }
}

/// A standing page's id: its path below `content/pages`, without language and ending.
package struct PageID: RecordIdentifier {
  package let text: String
  package init(_ text: String) { self.text = text }

  /// Whether it is the page about the method, to which the rules and the exceptions are added.
  package var isMethod: Bool { text == "method" }
}

/// A language by its BCP 47 tag, such as `en` or `pt-BR`.
package struct LanguageTag: RecordIdentifier {
  package let text: String
  package init(_ text: String) { self.text = text }

  /// Whether a text looks like a tag: two or three small letters, then parts of 2–8 letters or digits.
  package static func isTag(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count),
      first.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
    else { return false }
    return parts.dropFirst().allSatisfy { part in
      (2...8).contains(part.utf8.count)
        && part.utf8.allSatisfy {
          (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        }
    }
  }
}
