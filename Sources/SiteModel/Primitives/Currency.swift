/// A currency of ISO 4217, with what is needed to print its amounts.
package struct Currency: Sendable, Hashable {
  /// Three capital letters.
  package let code: String
  /// How many digits of a smaller coin stand behind the decimal point.
  package let minorDigits: Int
  /// Its usual sign, for people who know which country is meant; nil where none is common.
  package let symbol: String?

  /// The currency with that code, or nil when ISO 4217 has none.
  package init?(code: String) {
    guard let known = Currency.byCode[code] else { return nil }
    self = known
  }

  private init(_ code: Substring, _ minorDigits: Int) {
    self.code = String(code)
    self.minorDigits = minorDigits
    symbol = Currency.symbols.first { $0.key == code }?.value
  }

  package static func == (a: Currency, b: Currency) -> Bool { a.code == b.code }

  package func hash(into hasher: inout Hasher) { hasher.combine(code) }

  /// Every currency, by code.
  package static let all: [Currency] =
    digits.flatMap { count, codes in codes.split(separator: " ").map { Currency($0, count) } }
    .sorted { $0.code < $1.code }

  /// The codes whose sign is `symbol`, for teaching; empty when it is no currency's.
  package static func codes(forSymbol symbol: String) -> [String] {
    symbols.filter { $0.value == symbol }.map(\.key)
  }

  private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

  /// The list of ISO 4217 (funds, metals and test codes left out), by the digits of the minor unit.
  private static let digits: KeyValuePairs<Int, String> = [
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    2: """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD \
    CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD \
    GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD \
    MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP \
    PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS \
    TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
    """,
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
  ]

  private static let symbols: KeyValuePairs<String, String> = [
    "USD": "$", "CAD": "$", "AUD": "$", "NZD": "$", "HKD": "$", "SGD": "$", "TWD": "$",
    "MXN": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "¥", "INR": "₹", "KRW": "₩",
    "ILS": "₪", "VND": "₫", "UAH": "₴", "TRY": "₺", "RUB": "₽", "PHP": "₱", "NGN": "₦",
    "KZT": "₸", "GEL": "₾", "THB": "฿", "BRL": "R$", "PLN": "zł", "CZK": "Kč",
  ]
}
