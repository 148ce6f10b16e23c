import FrontMatter

// What briefs say of events.

extension EventAssertion: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(id)
    writer.write(type)
    writer.write(title)
    writer.write(certainty)
    writer.write(stage)
    writer.write(date)
    writer.write(participants)
    writer.write(namesParticipants)
    writer.write(place)
    writer.write(claims)
    writer.write(dependsOn)
    writer.write(supersedes)
    writer.write(partOf)
    writer.write(conflicts)
    writer.write(anchors)
    writer.write(asOf)
    writer.write(reason)
    writer.write(rank)
    writer.write(count: fields.count)
    for (key, value) in fields {
      writer.write(key)
      writer.write(value)
    }
    writer.write(count: untyped.count)
    for (key, value) in untyped {
      writer.write(key)
      writer.write(value)
    }
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(id: try reader.value())
    type = try reader.optional()
    title = try reader.optional()
    certainty = try reader.optional()
    stage = try reader.optional()
    date = try reader.optional()
    participants = try reader.list()
    namesParticipants = try reader.flag()
    place = try reader.optional()
    claims = try reader.list()
    dependsOn = try reader.list()
    supersedes = try reader.list()
    partOf = try reader.optional()
    conflicts = try reader.list()
    anchors = try reader.list()
    asOf = try reader.optional()
    reason = try reader.optional()
    rank = try reader.value()
    for _ in 0..<(try reader.count()) {
      fields.append((try reader.text(), try reader.value()))
    }
    for _ in 0..<(try reader.count()) {
      untyped.append((try reader.value(), try reader.value()))
    }
  }
}

extension EventAssertion.Participant: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(entity)
    writer.write(role)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(entity: try reader.value(), role: try reader.value())
  }
}

extension EventAssertion.Conflict: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(field)
    writer.write(values)
    writer.write(note)
    writer.write(resolved)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(
      field: try reader.value(), values: try reader.list(), note: try reader.optional(),
      resolved: try reader.optional())
  }
}

extension EventAssertion.Conflict.Value: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(value)
    writer.write(claims)
    writer.write(source)
    writer.write(note)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(
      value: try reader.value(), claims: try reader.list(), source: try reader.optional(),
      note: try reader.optional())
  }
}

extension EventValue: Stored {
  func store(in writer: inout StoredWriter) {
    switch self {
    case .text(let text):
      writer.write(UInt8(0))
      writer.write(text)
    case .texts(let texts):
      writer.write(UInt8(1))
      writer.write(texts)
    case .word(let word):
      writer.write(UInt8(2))
      writer.write(word)
    case .quantity(let quantity):
      writer.write(UInt8(3))
      writer.write(quantity)
    case .date(let date):
      writer.write(UInt8(4))
      writer.write(date)
    case .flag(let flag):
      writer.write(UInt8(5))
      writer.write(flag)
    }
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    switch try reader.byte() {
    case 0: self = .text(try reader.text())
    case 1: self = .texts(try reader.list())
    case 2: self = .word(try reader.text())
    case 3: self = .quantity(try reader.value())
    case 4: self = .date(try reader.value())
    case 5: self = .flag(try reader.flag())
    default: throw StoredDamage()
    }
  }
}
