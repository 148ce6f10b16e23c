/// A unit in which a quantity is counted, of the table below.
package struct MeasureUnit: Sendable, Hashable {
  /// The canonical name: `W`, `tokens`, `%`.
  package let symbol: String
  /// Other names that are read as this one.
  package let aliases: [String]
  /// The names that an SI prefix may stand before (`GW`, `TFLOPS`); empty when none may.
  package let prefixable: [String]

  private init(_ symbol: String, _ aliases: [String] = [], prefixes: [String] = []) {
    self.symbol = symbol
    self.aliases = aliases
    self.prefixable = prefixes
  }

  package static func == (a: MeasureUnit, b: MeasureUnit) -> Bool { a.symbol == b.symbol }

  package func hash(into hasher: inout Hasher) { hasher.combine(symbol) }

  /// The unit with that canonical name.
  package init?(symbol: String) {
    guard let unit = MeasureUnit.all.first(where: { $0.symbol == symbol }) else { return nil }
    self = unit
  }

  /// Whether an SI prefix may stand before it.
  package var takesPrefixes: Bool { !prefixable.isEmpty }

  /// Whether a thousand W is printed as a kW. Counts of operations are read with prefixes, but
  /// their great numbers are known as powers of ten: 2e25 FLOP, not 20 YFLOP.
  package var printsPrefixes: Bool { takesPrefixes && symbol != "FLOP" }

  /// Whether the sign stands right behind the number: `49%`, `3x`.
  package var isAttached: Bool { symbol == "%" || symbol == "x" }

  /// The name in canonical text where no prefix stands before it. Bytes are spelled out, because
  /// `5 B` would also read as five billion.
  var plainName: String { symbol == "B" ? "bytes" : symbol }

  /// The unit that `name` means, and the power of ten of its prefix; nil when it means none.
  package static func named(_ name: String) -> (unit: MeasureUnit, power: Int)? { byName[name] }

  /// The SI prefixes with their powers of ten.
  static let prefixes: KeyValuePairs<String, Int> = [
    "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18, "Z": 21, "Y": 24,
  ]

  /// Every name that can be written without a prefix, for suggestions.
  static let names: [String] = all.flatMap { [$0.symbol] + $0.aliases }

  private static let byName: [String: (unit: MeasureUnit, power: Int)] = {
    var table: [String: (unit: MeasureUnit, power: Int)] = [:]
    for unit in all {
      for name in unit.prefixable {
        for prefix in prefixes { table[prefix.key + name] = (unit, prefix.value) }
      }
    }
    // A name of its own wins over a prefix and a name.
    for unit in all {
      for name in [unit.symbol] + unit.aliases { table[name] = (unit, 0) }
    }
    return table
  }()

  /// The units, in no order that matters.
  package static let all: [MeasureUnit] = [
    MeasureUnit("%", ["percent"]),
    MeasureUnit("pp", ["points"]),
    MeasureUnit("bp"),
    MeasureUnit("x", ["times"]),
    MeasureUnit("people", ["person", "persons"]),
    MeasureUnit("users", ["user"]),
    MeasureUnit("customers", ["customer"]),
    MeasureUnit("tokens", ["token"]),
    MeasureUnit("params", ["param", "parameters"]),
    MeasureUnit("downloads", ["download"]),
    MeasureUnit("requests", ["request"]),
    MeasureUnit("queries", ["query"]),
    MeasureUnit("documents", ["document"]),
    MeasureUnit("images", ["image"]),
    MeasureUnit("vehicles", ["vehicle"]),
    MeasureUnit("shares", ["share"]),
    MeasureUnit("GPUs", ["GPU"]),
    MeasureUnit("GPU-hours", ["GPU-hour"]),
    MeasureUnit("TPUs", ["TPU"]),
    MeasureUnit("chips", ["chip"]),
    MeasureUnit("servers", ["server"]),
    MeasureUnit("sites", ["site"]),
    MeasureUnit("jobs", ["job"]),
    MeasureUnit("votes", ["vote"]),
    MeasureUnit("books", ["book"]),
    MeasureUnit("articles", ["article"]),
    MeasureUnit("pages", ["page"]),
    MeasureUnit("conversations", ["conversation"]),
    MeasureUnit("proposals", ["proposal"]),
    MeasureUnit("companies", ["company"]),
    MeasureUnit("countries", ["country"]),
    MeasureUnit("states", ["state"]),
    MeasureUnit("models", ["model"]),
    MeasureUnit("factories", ["factory"]),
    MeasureUnit("proteins", ["protein"]),
    MeasureUnit("posts", ["post"]),
    MeasureUnit("cases", ["case"]),
    MeasureUnit("seconds", ["second", "s"]),
    MeasureUnit("minutes", ["minute", "min"]),
    MeasureUnit("hours", ["hour", "h"]),
    MeasureUnit("days", ["day"]),
    MeasureUnit("weeks", ["week"]),
    MeasureUnit("months", ["month"]),
    MeasureUnit("years", ["year"]),
    MeasureUnit("W", ["watts"], prefixes: ["W"]),
    MeasureUnit("Wh", prefixes: ["Wh"]),
    MeasureUnit("FLOP", ["FLOPs"], prefixes: ["FLOP", "FLOPs"]),
    MeasureUnit("FLOPS", ["FLOP/s"], prefixes: ["FLOPS", "FLOP/s"]),
    MeasureUnit("B", ["bytes", "byte", "octets"], prefixes: ["B", "o"]),
    MeasureUnit("B/s", ["bytes/s"], prefixes: ["B/s", "o/s"]),
    MeasureUnit("bit/s", prefixes: ["bit/s"]),
    MeasureUnit("Hz", prefixes: ["Hz"]),
    MeasureUnit("tCO2e", prefixes: ["tCO2e"]),
    MeasureUnit("t", ["tonnes"], prefixes: ["t"]),
    MeasureUnit("L", ["litres"], prefixes: ["L"]),
    MeasureUnit("m2", ["m²"]),
    MeasureUnit("ha", ["hectares"]),
    MeasureUnit("km"),
  ]
}
