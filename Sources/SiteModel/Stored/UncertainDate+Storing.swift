// Dates, amounts and other pure values.

extension Certainty: StoredWord {}
extension Stage: StoredWord {}
extension RelativeDate.Word: StoredWord {}
extension DatePoint.Approximation: StoredWord {}
extension Quantity.Qualifier: StoredWord {}
extension Quantity.Nature: StoredWord {}
extension Quantity.Inferred: StoredWord {}

extension Assertion.Rank: Stored where Value == EventContent {}
extension Assertion.Rank: StoredWord where Value == EventContent {}

extension CalendarDate: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(count: year)
    writer.write(UInt8(month))
    writer.write(UInt8(day))
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    let (year, month, day) = (try reader.place(), try reader.byte(), try reader.byte())
    guard let date = CalendarDate(year: year, month: Int(month), day: Int(day)) else {
      throw StoredDamage()
    }
    self = date
  }
}

extension DatePoint.Moment: Stored {
  func store(in writer: inout StoredWriter) {
    switch self {
    case .instant(let instant):
      writer.write(UInt8(0))
      writer.write(signed: instant.seconds)
      writer.write(signed: Int64(instant.offsetMinutes))
    case .day(let date):
      writer.write(UInt8(1))
      writer.write(date)
    case .month(let year, let month): write(2, year, month, to: &writer)
    case .quarter(let year, let quarter): write(3, year, quarter, to: &writer)
    case .half(let year, let half): write(4, year, half, to: &writer)
    case .year(let year): write(5, year, 1, to: &writer)
    }
  }

  private func write(_ tag: UInt8, _ year: Int, _ part: Int, to writer: inout StoredWriter) {
    writer.write(tag)
    writer.write(count: year)
    writer.write(UInt8(part))
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    switch try reader.byte() {
    case 0:
      let (seconds, offset) = (try reader.signed(), try reader.signed())
      self = .instant(Instant(seconds: seconds, offsetMinutes: Int(offset)))
    case 1: self = .day(try reader.value())
    case 2:
      let (year, month) = try Self.part(&reader, 12)
      self = .month(year: year, month: month)
    case 3:
      let (year, quarter) = try Self.part(&reader, 4)
      self = .quarter(year: year, quarter: quarter)
    case 4:
      let (year, half) = try Self.part(&reader, 2)
      self = .half(year: year, half: half)
    case 5: self = .year(try Self.part(&reader, 1).year)
    default: throw StoredDamage()
    }
  }

  private static func part(
    _ reader: inout StoredReader, _ last: Int
  ) throws(StoredDamage) -> (year: Int, part: Int) {
    let (year, part) = (try reader.place(), Int(try reader.byte()))
    guard CalendarDate.years.contains(year), (1...last).contains(part) else {
      throw StoredDamage()
    }
    return (year, part)
  }
}

extension DatePoint: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(moment)
    writer.write(approximation)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(try reader.value(), try reader.value())
  }
}

extension UncertainDate: Stored {
  func store(in writer: inout StoredWriter) {
    switch self {
    case .point(let point):
      writer.write(UInt8(0))
      writer.write(point)
    case .interval(let from, let until):
      writer.write(UInt8(1))
      writer.write(from)
      writer.write(until)
    case .relative(let date):
      writer.write(UInt8(2))
      writer.write(date.word)
      writer.write(date.anchor)
    case .unknown: writer.write(UInt8(3))
    }
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    switch try reader.byte() {
    case 0: self = .point(try reader.value())
    case 1: self = .interval(from: try reader.optional(), until: try reader.optional())
    case 2: self = .relative(RelativeDate(try reader.value(), anchor: try reader.text()))
    case 3: self = .unknown
    default: throw StoredDamage()
    }
  }
}

extension DecimalNumber: Stored {
  func store(in writer: inout StoredWriter) {
    let magnitude = coefficient.magnitude
    writer.write(isNegative)
    writer.write(unsigned: UInt64(truncatingIfNeeded: magnitude))
    writer.write(unsigned: UInt64(truncatingIfNeeded: magnitude >> 64))
    writer.write(signed: Int64(exponent))
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    let isNegative = try reader.flag()
    let (low, high) = (try reader.unsigned(), try reader.unsigned())
    let exponent = Int(try reader.signed())
    guard let magnitude = Int128(exactly: UInt128(high) << 64 | UInt128(low)),
      let number = DecimalNumber(
        coefficient: isNegative ? -magnitude : magnitude, exponent: exponent)
    else { throw StoredDamage() }
    self = number
  }
}

extension Quantity.Amount: Stored {
  func store(in writer: inout StoredWriter) {
    switch self {
    case .value(let value):
      writer.write(UInt8(0))
      writer.write(value)
    case .range(let min, let max):
      writer.write(UInt8(1))
      writer.write(min)
      writer.write(max)
    case .atLeast(let value):
      writer.write(UInt8(2))
      writer.write(value)
    case .magnitude(let power):
      writer.write(UInt8(3))
      writer.write(power)
    }
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    switch try reader.byte() {
    case 0: self = .value(try reader.value())
    case 1: self = .range(min: try reader.value(), max: try reader.value())
    case 2: self = .atLeast(try reader.value())
    case 3:
      let power = try reader.value(Int.self)
      guard Quantity.magnitudes.contains(power) else { throw StoredDamage() }
      self = .magnitude(power)
    default: throw StoredDamage()
    }
  }
}

extension Quantity.Measure: Stored {
  func store(in writer: inout StoredWriter) {
    switch self {
    case .currency(let currency):
      writer.write(UInt8(0))
      writer.write(currency.code)
    case .unit(let unit):
      writer.write(UInt8(1))
      writer.write(unit.symbol)
    }
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    switch try reader.byte() {
    case 0:
      guard let currency = Currency(code: try reader.text()) else { throw StoredDamage() }
      self = .currency(currency)
    case 1:
      guard let unit = MeasureUnit(symbol: try reader.text()) else { throw StoredDamage() }
      self = .unit(unit)
    default: throw StoredDamage()
    }
  }
}

extension Quantity: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(amount)
    writer.write(qualifier)
    writer.write(measure)
    writer.write(verbatim)
    writer.write(nature)
    writer.write(inferred)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(
      try reader.value(), try reader.value(), of: try reader.optional(),
      verbatim: try reader.optional(), nature: try reader.optional(), inferred: try reader.list())
  }
}

extension LocalisedText: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(standard)
    writer.write(byLanguage)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(standard: try reader.text(), byLanguage: try reader.list())
  }
}

extension LocalisedText.Entry: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(language)
    writer.write(text)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(try reader.text(), try reader.text())
  }
}
