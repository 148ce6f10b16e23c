/// What was found of names in all texts of a site, for the next time it is resolved: then only texts
/// are searched that are new or to which a change of names may matter.
///
/// A site is the same with it and without it. Texts are known by their content, not by their files.
/// What is kept from one run to the next must be thrown away when the program is another one.
package struct MentionMemory: Sendable {
  /// The names that were looked for, by language.
  private var names: [LanguageTag: [[UInt8]]] = [:]
  private var texts: [Key: FoundNames] = [:]

  private struct Key: Hashable {
    var digest: UInt64
    var language: LanguageTag
  }

  /// Nothing.
  package init() {}

  /// What was found in the texts of a site.
  package init(_ site: Site) {
    names = site.linkableNames
    texts.reserveCapacity(site.briefs.count + site.entities.count)
    for brief in site.briefs { for edition in brief.editions { add(edition.text) } }
    for entity in site.entities { add(entity.profile, entity.translations) }
    for topic in site.topics { add(topic.text, topic.translations) }
    for storyline in site.storylines { add(storyline.text, storyline.translations) }
    for page in site.pages { for edition in page.editions { add(edition.text) } }
    for event in site.events {
      if let text = event.linkedText { add(text, event.translations) }
    }
  }

  private mutating func add(_ text: LinkedText, _ translations: [RecordTranslation] = []) {
    for text in [text] + translations.map(\.text) where text.found != .none {
      texts[Key(digest: text.body.outline.textDigest, language: text.language)] = text.found
    }
  }

  /// How the names of a language differ from those that were looked for; nil when none were.
  func change(in language: LanguageTag, to names: [[UInt8]]) -> NameChange? {
    self.names[language].map { NameChange(from: $0, to: names) }
  }

  /// What was found in a text.
  func found(in body: TextBody, _ language: LanguageTag) -> FoundNames? {
    texts[Key(digest: body.outline.textDigest, language: language)]
  }
}

// MARK: - Storing

extension MentionMemory {
  /// All of it as bytes, the same for the same memory.
  package var encoded: [UInt8] {
    var writer = StoredWriter()
    let languages = names.keys.sorted()
    writer.write(count: languages.count)
    for language in languages {
      writer.write(language)
      let list = names[language] ?? []
      writer.write(count: list.count)
      for name in list { writer.write(name) }
      let own = texts.filter { $0.key.language == language }.sorted {
        $0.key.digest < $1.key.digest
      }
      writer.write(count: own.count)
      for (key, found) in own {
        writer.write(word: key.digest)
        writer.write(found.numbers)
      }
    }
    var digest = TextDigest()
    digest.add(writer.bytes)
    writer.write(word: digest.value)
    return writer.bytes
  }

  /// What `encoded` gave.
  package init(encoded bytes: UnsafeRawBufferPointer) throws(StoredDamage) {
    guard bytes.count >= 8 else { throw StoredDamage() }
    let content = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count - 8)])
    var digest = TextDigest()
    digest.add(content)
    var end = StoredReader(UnsafeRawBufferPointer(rebasing: bytes[(bytes.count - 8)...]))
    guard try end.word() == digest.value else { throw StoredDamage() }
    var reader = StoredReader(content)
    for _ in 0..<(try reader.count()) {
      let language = try reader.value(LanguageTag.self)
      var list: [[UInt8]] = []
      for _ in 0..<(try reader.count()) { list.append(try reader.content()) }
      names[language] = list
      for _ in 0..<(try reader.count()) {
        let key = Key(digest: try reader.word(), language: language)
        guard let found = FoundNames(try reader.numbers(), names: list.count) else {
          throw StoredDamage()
        }
        texts[key] = found
      }
    }
    try reader.finish()
  }
}
