// The records beside briefs, and translations.

extension EntityKind: StoredWord {}
extension StorylineFile.State: StoredWord {}

extension EntityFile: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(id.text)
    writer.write(kind)
    writer.write(name)
    writer.write(aliases)
    writer.write(weakAliases)
    writer.write(previousNames)
    writer.write(summary)
    writer.write(parent)
    writer.write(maker)
    writer.write(founders)
    writer.write(roles)
    writer.write(mergedInto)
    writer.write(website)
    writer.write(facts)
    writer.write(count: sameAs.count)
    for (site, id) in sameAs {
      writer.write(site)
      writer.write(id)
    }
    writer.write(sources)
    writer.write(slug)
    writer.write(redirects)
    writer.write(waivers)
    body.storeOutline(in: &writer)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(
      id: EntityID(try reader.text()), kind: try reader.value(), file: reader.file,
      name: try reader.value(), body: TextBody())
    aliases = try reader.list()
    weakAliases = try reader.list()
    previousNames = try reader.list()
    summary = try reader.optional()
    parent = try reader.optional()
    maker = try reader.optional()
    founders = try reader.list()
    roles = try reader.list()
    mergedInto = try reader.optional()
    website = try reader.optional()
    facts = try reader.list()
    for _ in 0..<(try reader.count()) { sameAs.append((try reader.text(), try reader.text())) }
    sources = try reader.list()
    slug = try reader.optional()
    redirects = try reader.list()
    waivers = try reader.list()
    body = try reader.body()
  }
}

extension EntityFile.Alias: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(text)
    writer.write(language)
    writer.write(range)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(
      text: try reader.text(), language: try reader.optional(), range: try reader.range())
  }
}

extension EntityFile.PreviousName: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(name)
    writer.write(from)
    writer.write(until)
    writer.write(source)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(
      name: try reader.value(), from: try reader.optional(), until: try reader.optional(),
      source: try reader.optional())
  }
}

extension EntityFile.Role: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(organisation)
    writer.write(title)
    writer.write(from)
    writer.write(until)
    writer.write(source)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(
      organisation: try reader.value(), title: try reader.optional(),
      from: try reader.optional(), until: try reader.optional(), source: try reader.optional())
  }
}

extension EntityFile.Fact: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(key)
    writer.write(value)
    writer.write(source)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(key: try reader.text(), value: try reader.value(), source: try reader.optional())
  }
}

extension TopicFile: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(id.text)
    writer.write(name)
    writer.write(nameRange)
    writer.write(summary)
    writer.write(aliases)
    writer.write(related)
    writer.write(redirects)
    writer.write(waivers)
    body.storeOutline(in: &writer)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(
      id: TopicID(try reader.text()), file: reader.file, name: try reader.value(),
      nameRange: try reader.range(), summary: try reader.optional(), aliases: try reader.list(),
      related: try reader.list(), redirects: try reader.list(), waivers: try reader.list(),
      body: try reader.body())
  }
}

extension StorylineFile: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(id.text)
    writer.write(title)
    writer.write(summary)
    writer.write(state)
    writer.write(redirects)
    body.storeOutline(in: &writer)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(
      id: StorylineID(try reader.text()), file: reader.file, title: try reader.value(),
      summary: try reader.optional(), state: try reader.value(), redirects: try reader.list(),
      body: try reader.body())
  }
}

extension EventFile: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(id.text)
    writer.write(title)
    writer.write(redirects)
    body.storeOutline(in: &writer)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(
      id: EventID(try reader.text()), file: reader.file, title: try reader.optional(),
      redirects: try reader.list(), body: try reader.body())
  }
}

extension PageFile: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(id.text)
    writer.write(language)
    writer.write(title)
    writer.write(summary)
    writer.write(isInNavigation)
    writer.write(isDraft)
    writer.write(redirects)
    body.storeOutline(in: &writer)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(
      id: PageID(try reader.text()), file: reader.file, language: try reader.value(),
      title: try reader.text(), summary: try reader.optional(),
      isInNavigation: try reader.optional(), isDraft: try reader.flag(),
      redirects: try reader.list(), body: try reader.body())
  }
}

extension TranslationFile: Stored {
  func store(in writer: inout StoredWriter) {
    writer.write(original)
    writer.write(language)
    writer.write(title)
    writer.write(summary)
    writer.write(date)
    writer.write(authors)
    writer.write(questions)
    writer.write(why)
    writer.write(image)
    writer.write(corrections)
    writer.write(isDraft)
    writer.write(slug)
    writer.write(redirects)
    writer.write(autolink)
    body.storeOutline(in: &writer)
  }

  init(from reader: inout StoredReader) throws(StoredDamage) {
    self.init(
      original: try reader.text(), file: reader.file, language: try reader.value(),
      title: try reader.optional(), summary: try reader.optional(), date: try reader.optional(),
      authors: try reader.list(), questions: try reader.list(), why: try reader.optional(),
      image: try reader.optional(), corrections: try reader.list(), isDraft: try reader.flag(),
      slug: try reader.optional(), redirects: try reader.list(), autolink: try reader.optional(),
      body: try reader.body())
  }
}
