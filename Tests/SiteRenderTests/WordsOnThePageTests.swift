import Foundation
import SiteModel
import SourceDiagnostics
import Testing

@testable import SiteRender

/// Dates and quantities as a reader sees them, in the words of the default theme.
///
/// Each table of `Fixtures/words` has one input on a line, `⇒`, and what it is in English and in
/// French; `UPDATE_GOLDEN=1` rewrites what stands behind the arrow.
@Suite("Words on the page")
struct WordsOnThePageTests {
  private static let here = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent()

  private let english: InterfaceStrings
  private let french: InterfaceStrings

  init() throws {
    var catalog = LocaleCatalog(defaultLanguage: LanguageTag("en"))
    var found: [Diagnostic] = []
    for name in ["en.yml", "fr.yml"] {
      let file = Self.here.appending(path: "../../templates/locales/" + name)
      catalog.add(
        [UInt8](try Data(contentsOf: file)), file: "templates/locales/" + name, diagnostics: &found)
    }
    #expect(found.isEmpty)
    english = catalog.strings(for: LanguageTag("en"))
    french = catalog.strings(for: LanguageTag("fr"))
  }

  @Test("quantities are said as firmly as their sources say them")
  func quantities() throws {
    let words = [NumberWords(english), NumberWords(french)]
    try check("quantities.txt") { text in
      let quantity = try Quantity(parsing: text)
      return words.map { quantity.text(in: $0) }
    }
  }

  @Test("dates are said as finely as their sources say them")
  func dates() throws {
    let words = [DateWords(english), DateWords(french)]
    try check("dates.txt") { text in
      let date: UncertainDate =
        text == "null"
        ? .unknown
        : try RelativeDate.Word(rawValue: text)
          .map { .relative(RelativeDate($0, anchor: "s1")) } ?? UncertainDate(parsing: text)
      return words.map { date.text(in: $0) }
    }
  }

  @Test("every word for a relative date and every unit that is a word has its own in each language")
  func complete() {
    for strings in [english, french] {
      for word in RelativeDate.Word.allCases {
        #expect(strings.ownText("date.relative." + word.rawValue) != nil, "\(word.rawValue)")
      }
      // Signs such as GW or % are the same everywhere; the words of the table are long.
      for unit in MeasureUnit.all where !unit.takesPrefixes && unit.symbol.utf8.count > 2 {
        for form in ["one", "many"] {
          #expect(strings.ownText("number.name.\(unit.symbol)_\(form)") != nil, "\(unit.symbol)")
        }
      }
    }
    // Behind a scale word French needs « de » or « d’ ».
    for unit in MeasureUnit.all where french.ownText("number.name.\(unit.symbol)_many") != nil {
      let behind = french.ownText("number.name.\(unit.symbol)_of") ?? ""
      #expect(behind.hasPrefix("de ") || behind.hasPrefix("d’"), "\(unit.symbol)")
    }
  }

  private func check(_ name: String, _ output: (String) throws -> [String]) throws {
    let file = Self.here.appending(path: "Fixtures/words/" + name)
    let lines = try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    var written: [String] = []
    for line in lines {
      guard !line.isEmpty, !line.hasPrefix("#") else {
        written.append(String(line))
        continue
      }
      let input = String(line.split(separator: " ⇒", maxSplits: 1)[0])
      // Spaces that do not break are shown, since they are a part of the typography.
      let actual = try output(input).joined(separator: " | ")
        .replacing("\u{A0}", with: "·").replacing("\u{202F}", with: "·")
      written.append(input + " ⇒ " + actual)
    }
    let text = written.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    } else {
      let expected = lines.map(String.init)
      #expect(expected.count > 20)
      for (line, actual) in zip(expected, written) { #expect(actual == line) }
    }
  }
}
