import FrontMatter

// A brief and its parts.

extension BriefKind: StoredWord {}
extension AutolinkMode: StoredWord {}
extension SourceKind: StoredWord {}
extension Correction.Kind: StoredWord {}

extension BriefFile: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(id.text)
    writer.write(language)
    writer.write(title)
    writer.write(summary)
    writer.write(date)
    writer.write(topics)
    writer.write(sources)
    writer.write(authors)
    writer.write(kind)
    writer.write(about)
    writer.write(mentions)
    writer.write(events)
    writer.write(claims)
    writer.write(storyline)
    writer.write(importance)
    writer.write(questions)
    writer.write(why)
    writer.write(image)
    writer.write(corrections)
    writer.write(isDraft)
    writer.write(embargo)
    writer.write(expires)
    writer.write(slug)
    writer.write(redirects)
    writer.write(autolink)
    writer.write(waivers)
    body.storeOutline(in: &writer)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    let id = BriefID(try reader.text())
    let language = try reader.value(LanguageTag.self)
    let title = try reader.value(Placed<String>.self)
    let summary = try reader.optional(String.self)
    let date = try reader.value(Placed<UncertainDate>.self)
    self.init(
      id: id, file: reader.file, language: language, title: title, date: date, body: TextBody())
    self.summary = summary
    topics = try reader.list()
    sources = try reader.list()
    authors = try reader.list()
    kind = try reader.value()
    about = try reader.list()
    mentions = try reader.list()
    events = try reader.list()
    claims = try reader.list()
    storyline = try reader.optional()
    importance = try reader.value()
    questions = try reader.list()
    why = try reader.optional()
    image = try reader.optional()
    corrections = try reader.list()
    isDraft = try reader.flag()
    embargo = try reader.optional()
    expires = try reader.optional()
    slug = try reader.optional()
    redirects = try reader.list()
    autolink = try reader.optional()
    waivers = try reader.list()
    body = try reader.body()
  }
}

extension Source: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(id)
    writer.write(range)
    writer.write(url)
    writer.write(isLocated)
    writer.write(publisher)
    writer.write(title)
    writer.write(authors)
    writer.write(language)
    writer.write(published)
    writer.write(accessed)
    writer.write(kind)
    writer.write(via)
    writer.write(credit)
    writer.write(unnamed)
    writer.write(archive)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(id: try reader.text(), range: try reader.range())
    url = try reader.optional()
    isLocated = try reader.flag()
    publisher = try reader.optional()
    title = try reader.optional()
    authors = try reader.list()
    language = try reader.optional()
    published = try reader.optional()
    accessed = try reader.optional()
    kind = try reader.optional()
    via = try reader.list()
    credit = try reader.optional()
    unnamed = try reader.optional()
    archive = try reader.optional()
  }
}

extension Source.Archive: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(url)
    writer.write(taken)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(url: try reader.text(), taken: try reader.optional())
  }
}

extension Claim: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(id)
    writer.write(range)
    writer.write(source)
    writer.write(says)
    writer.write(quote)
    writer.write(by)
    writer.write(at)
    writer.write(certainty)
    writer.write(quantities)
    writer.write(language)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(id: try reader.text(), range: try reader.range())
    source = try reader.optional()
    says = try reader.optional()
    quote = try reader.optional()
    by = try reader.optional()
    at = try reader.optional()
    certainty = try reader.optional()
    quantities = try reader.list()
    language = try reader.optional()
  }
}

extension OpenQuestion: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(text)
    writer.write(claims)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(text: try reader.text(), claims: try reader.list())
  }
}

extension Correction: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(date)
    writer.write(kind)
    writer.write(was)
    writer.write(now)
    writer.write(why)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(
      date: try reader.value(), kind: try reader.value(), was: try reader.optional(),
      now: try reader.optional(), why: try reader.optional())
  }
}

extension ImageUse: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(file)
    writer.write(alt)
    writer.write(credit)
    writer.write(licence)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(
      file: try reader.value(), alt: try reader.text(), credit: try reader.optional(),
      licence: try reader.text())
  }
}
