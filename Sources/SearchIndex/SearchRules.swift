package import SourceDiagnostics

/// How the words of a language are read: which are left out, and what endings are taken off.
///
/// The same rules are written into the index, and the script that answers questions reads them there;
/// so texts and questions are always read alike.
package struct SearchRules: Sendable {
  /// Words too frequent to be looked for, folded.
  package var stopWords: [String]
  /// The endings, in steps: in each step the first rule that fits is applied.
  package var steps: [[Ending]]

  /// An ending and what takes its place.
  package struct Ending: Sendable, Hashable {
    /// The letters at the end of a word.
    package var suffix: String
    /// What stands there afterwards.
    package var replacement: String
    /// How many letters must be left before it.
    package var minimum: Int

    init(_ suffix: String, _ replacement: String, _ minimum: Int) {
      self.suffix = suffix
      self.replacement = replacement
      self.minimum = minimum
    }
  }

  /// The rules of a language by its tag; a language without rules keeps its words as they are.
  package static func rules(for language: String) -> SearchRules {
    switch language.prefix(while: { $0 != "-" }).lowercased() {
    case "en": english
    case "fr": french
    default: SearchRules(stopWords: [], steps: [])
    }
  }

  /// Scripts written without spaces, whose texts are read as pairs of characters: kana, Han, and the
  /// forms of both beyond them.
  package static let pairedRanges: [ClosedRange<UInt32>] = [
    0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF,
  ]

  /// The most characters of a term; longer words are left out.
  package static let longestTerm = 40

  /// Writes the rules as members of an object.
  package func write(to json: inout JSONWriter) {
    json.object("letters") { json in
      for group in FoldedLetters.groups { json.member(group.plain, group.letters) }
    }
    json.member("stop", stopWords.joined(separator: " "))
    json.array("steps") { json in
      for step in steps {
        json.array { json in
          for ending in step {
            json.array { json in
              json.string(ending.suffix)
              json.string(ending.replacement)
              json.int(ending.minimum)
            }
          }
        }
      }
    }
    json.array("pairs") { json in
      for range in Self.pairedRanges {
        json.array { json in
          json.int(Int(range.lowerBound))
          json.int(Int(range.upperBound))
        }
      }
    }
    json.member("longest", Self.longestTerm)
  }
}
