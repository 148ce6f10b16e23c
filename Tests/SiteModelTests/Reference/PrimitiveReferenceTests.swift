import FrontMatter
import Testing

@testable import SiteModel

@Suite("Reference of dates and quantities")
struct PrimitiveReferenceTests {
  @Test("dates-and-quantities.md says what the parsers make of each form")
  func page() throws {
    try ReferencePage("dates-and-quantities").check { name in
      switch name {
      case "dates": try? Self.dates()
      case "relative": Self.relative
      case "quantities": try? Self.quantities()
      case "quantity": SchemaTables.table(.quantity)
      case "units": Self.units
      default: nil
      }
    }
  }

  private static func dates() throws -> String {
    let forms = [
      "2025-06-10T14:00+02:00", "2025-06-10", "2025-06", "2025-Q3", "2025-H2", "2025", "2025-06~",
      "2025?", "2025-Q1%", "2025-06/2025-09", "2025-06/..", "../2025",
    ]
    let rows = try forms.map { form in
      let date = try UncertainDate(parsing: form)
      return [
        "`\(form)`", date.lowerBound?.description ?? "open", date.upperBound?.description ?? "open",
        date.htmlDateTime.map { "`\($0)`" } ?? "none",
      ]
    }
    return referenceTable(["Written", "First day", "Last day", "`datetime` in HTML"], rows)
  }

  /// What each word means, counted from one day.
  private static var relative: String {
    let anchor = UncertainDate.day(CalendarDate(year: 2025, month: 8, day: 20) ?? .first)
    return referenceTable(
      ["Word", "Counted from 2025-08-20"],
      RelativeDate.Word.allCases.map { word in
        let date = RelativeDate(word, anchor: "s1").resolved(against: anchor)
        return ["`\(word.rawValue)`", date.map { "`\($0)`" } ?? "nothing"]
      })
  }

  private static func quantities() throws -> String {
    let forms = [
      "13.5B USD", "13.5 billion USD", "49%", "5 GW", "405B params", "2e25 FLOP", "~50 people",
      "about 50 people", ">100M EUR", "over 100M EUR", ">=100M EUR", "at least 100M EUR",
      "<20%", "<=4B USD", "up to 4B USD", "2-3B USD", "900M-1B USD", "several billion USD",
      "tens of millions EUR", "hundreds of people", "several GW",
    ]
    let rows = try forms.map { form in
      let quantity = try Quantity(parsing: form)
      return [
        "`\(form)`", "`\(quantity)`", "`\(quantity.qualifier.rawValue)`",
        quantity.isExact ? "yes" : "no",
      ]
    }
    return referenceTable(["Written", "Read as", "`q`", "May be summed"], rows)
  }

  private static var units: String {
    referenceTable(
      ["Unit", "Also read", "With SI prefixes"],
      MeasureUnit.all.map { unit in
        [
          "`\(unit.symbol)`", unit.aliases.map { "`\($0)`" }.joined(separator: ", "),
          unit.prefixable.map { "`\($0)`" }.joined(separator: ", "),
        ]
      })
  }
}
