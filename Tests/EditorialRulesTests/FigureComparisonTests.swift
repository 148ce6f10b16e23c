import SiteModel
import Testing

@testable import EditorialRules

@Suite("Figures against quantities")
struct FigureComparisonTests {
  @Test(
    "a figure agrees with a quantity that is the same, or of which it is a rounding",
    arguments: [
      ("13.5 billion dollars", "13.5B USD"), ("13.5 billion dollars", "13.46B USD"),
      ("13 billion dollars", "12.5B USD"), ("$13bn", "13B CAD"), ("9%", "-9%"),
      ("several billion dollars", "4B USD"), ("4 billion dollars", "several billion USD"),
      ("tens of billions of dollars", "tens of billions USD"), ("3 billion dollars", "3-5B USD"),
      ("4 billion dollars", "3-5B USD"), ("5 GW", "5 GW"), ("5,000 MW", "5 GW"),
      ("7.15 billion", "7.15B USD"),
    ])
  func agreeing(_ text: String, _ quantity: String) throws {
    let comparison = try Self.comparison(text)
    let known = try Quantity(parsing: quantity)
    #expect(comparison.isOfOneKind(known) && comparison.agrees(with: known))
  }

  @Test(
    "a figure of the same kind with another value or scale does not agree",
    arguments: [
      ("13.5 billion dollars", "13.5M USD"), ("13.5 billion dollars", "13.6B USD"),
      ("13.5 billion dollars", "13B USD"), ("100 million dollars", "100B USD"),
      ("several billion dollars", "40B USD"), ("tens of billions of dollars", "4B USD"),
      ("6 billion dollars", "3-5B USD"), ("5 GW", "5 MW"), ("12%", "21%"),
      ("1 million euros", "9 EUR"),
    ])
  func disagreeing(_ text: String, _ quantity: String) throws {
    let known = try Quantity(parsing: quantity)
    let comparison = try Self.comparison(text)
    #expect(comparison.isOfOneKind(known) && !comparison.agrees(with: known))
    var limited = comparison
    limited.isLimited = true
    if !text.hasPrefix("13.5") { #expect(!limited.agrees(with: known)) }
  }

  @Test(
    "figures of another kind are not compared",
    arguments: [
      ("5 GW", "5 GWh"), ("3%", "3 points"), ("5 euros", "5 USD"), ("5 people", "5 users"),
      ("5", "5 USD"),
    ])
  func otherKinds(_ text: String, _ quantity: String) throws {
    #expect(try !Self.comparison(text).isOfOneKind(try Quantity(parsing: quantity)))
  }

  @Test("after words such as “more than” a figure may be cut instead of rounded")
  func limited() throws {
    let known = try Quantity(parsing: "38M EUR")
    var comparison = try Self.comparison("30 million euros")
    #expect(!comparison.agrees(with: known))
    comparison.isLimited = true
    #expect(comparison.agrees(with: known))
  }

  private static func comparison(_ text: String) throws -> FigureComparison {
    FigureComparison(figure: try #require(ProseTests.prose(text, "en").figures.first))
  }
}
