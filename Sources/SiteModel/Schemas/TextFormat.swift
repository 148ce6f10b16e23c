import SourceDiagnostics

/// The formats of text that fields name, each as a pattern that takes what its parser takes, as far
/// as a pattern can.
///
/// Patterns are in the part of ECMA-262 that other dialects share: no look-behind, no names, no
/// classes that depend on Unicode's version.
enum TextFormat: String, CaseIterable {
  case date, quantity, decimal, number, uri, website, path, language, slug, currency, unit
  case reference, boolean
  case baseURL = "base-url"
  case relativeDate = "relative-date"

  /// Writes the members of the format's definition.
  func write(to json: inout JSONWriter) {
    json.member("description", meaning)
    if types.count == 1 { json.member("type", types[0]) } else { json.member("type", types) }
    if self == .date {
      json.member("minimum", 1000)
      json.member("maximum", 9999)
    }
    if self == .reference { json.member("minLength", 1) }
    if self == .slug { json.member("maxLength", Slug.maximumLength) }
    if let words { json.member("enum", words) }
    if let pattern { json.member("pattern", "^(?:\(pattern))$") }
    json.member("examples", examples)
  }

  /// The regular expression that a whole text must match; nil where there is none.
  var pattern: String? {
    switch self {
    case .date: DatePattern.date
    case .quantity: QuantityPattern.quantity
    case .decimal: QuantityPattern.scaledNumber
    case .number: QuantityPattern.number
    case .uri: Self.address
    case .website: Self.address + #"|[^: ]*\.[^: ]*"#
    case .path: #"/|/(?!/)(?!(?:.*/)?\.\.?(?:/|$))[0-9A-Za-z._~+@/-]+"#
    case .language: "[a-z]{2,3}(?:-[0-9A-Za-z]{2,8})*"
    case .slug: "(?!(?:con|prn|aux|nul|com[1-9]|lpt[1-9])$)[0-9a-z]+(?:-[0-9a-z]+)*"
    case .baseURL:
      #"https?://[0-9A-Za-z.:\[\]-]+(?:/(?!\.\.?(?:/|$))[0-9A-Za-z._~-]*)*"#
    case .currency, .unit, .relativeDate, .reference, .boolean: nil
    }
  }

  /// The closed set of texts; nil where it is open.
  var words: [String]? {
    switch self {
    case .currency: Currency.all.map(\.code)
    case .unit: QuantityPattern.units
    case .relativeDate: RelativeDate.Word.allCases.map(\.rawValue)
    default: nil
    }
  }

  /// The types that YAML may give to such text where it stands without quotes.
  private var types: [String] {
    switch self {
    case .date, .slug: ["string", "integer"]
    case .quantity, .decimal, .number, .reference: ["string", "number"]
    case .boolean: ["boolean"]
    default: ["string"]
    }
  }

  /// What reads an address: `http` or `https`, at least nine bytes, no blanks, quotes or brackets.
  private static let address =
    "https://[^\(unfit)]+|http://(?:[^\(unfit)]{2,}|[^\\u0000-\\u007F])"
  private static let unfit = #"\u0000-\u0020\u007F"<>"#

  private var meaning: String {
    switch self {
    case .date: DatePoint.forms + "; ~ ? or % behind it where the source is not sure"
    case .quantity: "an amount: 13.5B USD, ~50 people, >100M EUR, 2-3 GW, several billion USD"
    case .decimal: "a decimal number, perhaps with a scale: 14300000000 or 14.3B"
    case .number: "a decimal number: 1.08"
    case .uri: "a web address, with https:// or http://"
    case .website: "a web address; https:// may be left out"
    case .path: "a path of this site, beginning with one slash: /2024/old-name/"
    case .language: "a language tag: en, fr, pt-BR"
    case .slug: "small letters, digits and single hyphens"
    case .currency: "a currency's code of ISO 4217"
    case .unit: "a unit, with an SI prefix where it takes one"
    case .reference: "an id such as company/meta, or a name that is not ambiguous"
    case .boolean: "true or false"
    case .baseURL: "where the site will be found, without query or fragment"
    case .relativeDate: "a date in relation to its anchor's"
    }
  }

  private var examples: [String] {
    switch self {
    case .date: ["2026-01-15", "2026-01-15T09:30+01:00", "2026-01", "2026-Q1", "2025-06/2025-09"]
    case .quantity: ["13.5B USD", "~50 people", "several billion USD", "5 GW", "49%"]
    case .language: ["en", "fr"]
    case .uri, .website: ["https://example.org/article"]
    case .path: ["/2024/old-name/"]
    case .baseURL: ["https://example.org/", "https://example.org/sub/"]
    case .decimal: ["14300000000", "14.3B", "49"]
    case .number: ["1.08"]
    case .slug: ["halden-raises"]
    case .currency: ["USD", "EUR"]
    case .unit: ["people", "%", "GW", "tokens"]
    case .reference: ["company/meta", "Meta"]
    case .boolean: ["true"]
    case .relativeDate: ["last-month", "end-of-year", "after"]
    }
  }
}

/// The pattern of the dates that `UncertainDate` reads; the days that a month has included.
enum DatePattern {
  /// A point or an interval.
  static let date = "(?:\(point))(?:/(?:(?:\(point))|\\.\\.))?|\\.\\./(?:\(point))"

  private static let point =
    "(?:\(year)(?:-(?:\(month)|[Qq][1-4]|[Hh][12]))?|(?:\(day))(?:\(time))?)[~?%]?"
  private static let year = "[0-9]{4}"
  private static let month = "(?:0[1-9]|1[0-2])"
  private static let leapYear =
    "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
  private static let day = [
    year + "-(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])",
    year + "-(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)",
    year + "-02-(?:0[1-9]|1[0-9]|2[0-8])",
    leapYear + "-02-29",
  ].joined(separator: "|")
  private static let time =
    "[Tt ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]+)?)?"
    + "(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
}
