/// One thing that an author does to a site: changes the files and says what it was, or finds nothing
/// to do it to.
struct Edit: Sendable {
  /// What it is, for reports.
  let name: String
  /// How often it is tried, against others.
  let weight: Int
  /// Does it. The result says to what.
  let apply: @Sendable (inout SiteText, inout SeededRandom) -> String?

  init(
    _ name: String, weight: Int = 2,
    _ apply: @escaping @Sendable (inout SiteText, inout SeededRandom) -> String?
  ) {
    self.name = name
    self.weight = weight
    self.apply = apply
  }

  /// All edits.
  static let all = bodyEdits + headerEdits + recordEdits + fileEdits + themeEdits + settingsEdits

  /// One of them, by weight.
  static func pick(_ random: inout SeededRandom) -> Edit {
    var rest = random.below(all.reduce(0) { $0 + $1.weight })
    for edit in all {
      rest -= edit.weight
      if rest < 0 { return edit }
    }
    return all[0]
  }
}

// MARK: - Texts

extension Edit {
  private static func addParagraph(
    _ name: String, weight: Int = 2,
    _ paragraph: @escaping @Sendable (inout SiteText, inout SeededRandom) -> String?
  ) -> Edit {
    Edit(name, weight: weight) { site, random in
      guard let path = random.pick(site.texts), let words = paragraph(&site, &random) else {
        return nil
      }
      site.set(path, site.text(path) + "\n" + words + "\n")
      return path
    }
  }

  fileprivate static let bodyEdits: [Edit] = [
    Edit("change a word of a text", weight: 8) { site, random in
      guard let path = random.pick(site.texts), let (header, body) = site.parts(path) else {
        return nil
      }
      var words = body.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      let plain = words.indices.filter { place in
        words[place].count > 3 && words[place].allSatisfy { $0.isLetter && $0.isASCII }
      }
      guard let place = random.pick(plain) else { return nil }
      words[place] = "word\(site.fresh())"
      site.set(path, header: header, body: words.joined(separator: " "))
      return path
    },
    addParagraph("name an entity in a text", weight: 4) { site, random in
      guard let path = random.pick(site.paths("content/entities/")),
        let (header, _) = site.parts(path),
        let name = header.first(where: { $0.hasPrefix("name: ") })
      else { return nil }
      return "It also concerns \(name.dropFirst(6)), as was said."
    },
    addParagraph("link a brief from a text", weight: 3) { site, random in
      random.pick(site.briefs).map { "See [[brief:\(SiteText.slug($0))]] too." }
    },
    addParagraph("link an entity from a text") { site, random in
      guard let path = random.pick(site.paths("content/entities/")) else { return nil }
      return "See [[\(path.dropFirst("content/entities/".count).dropLast(3))]] too."
    },
    addParagraph("add a heading and a table") { site, _ in
      let n = site.fresh()
      return "## Part \(n)\n\n| a | b |\n| --- | --- |\n| \(n) | x |"
    },
    addParagraph("add a footnote") { site, _ in
      let n = site.fresh()
      return "A remark.[^n\(n)]\n\n[^n\(n)]: The note \(n)."
    },
    addParagraph("add a link to nowhere", weight: 1) { site, _ in
      "See [[brief:none-\(site.fresh())]]."
    },
    Edit("empty a text", weight: 1) { site, random in
      guard let path = random.pick(site.texts), let (header, _) = site.parts(path) else {
        return nil
      }
      site.set(path, header: header, body: "\n")
      return path
    },
  ]
}

// MARK: - Headers

extension Edit {
  /// Changes the value of a plain key in one of the files that have it.
  private static func setLine(
    _ name: String, _ key: String, in folder: String, weight: Int = 2,
    _ change: @escaping @Sendable (String, Int, inout SeededRandom) -> String
  ) -> Edit {
    Edit(name, weight: weight) { site, random in
      let able = site.paths(folder).filter { path in
        var copy = site
        return copy.setLine(path, key) { $0 }
      }
      guard let path = random.pick(able) else { return nil }
      let serial = site.fresh()
      _ = site.setLine(path, key) { change($0, serial, &random) }
      return path
    }
  }

  /// Changes one of some words in the header of a brief to another of them.
  private static func swapWord(_ name: String, _ words: [String], weight: Int = 3) -> Edit {
    Edit(name, weight: weight) { site, random in
      guard let path = random.pick(site.paths("content/briefs/")),
        let (old, body) = site.parts(path)
      else { return nil }
      var header = old
      let places = header.indices.filter { place in
        words.contains { header[place].contains(": " + $0) }
      }
      guard let place = random.pick(places),
        let was = words.first(where: { header[place].contains(": " + $0) }),
        let new = random.pick(words)
      else { return nil }
      header[place] = header[place].replacing(": " + was, with: ": " + new)
      site.set(path, header: header, body: body)
      return "\(path): \(was) to \(new)"
    }
  }

  fileprivate static let headerEdits: [Edit] = [
    setLine("change a title", "title", in: "content/", weight: 5) { _, n, _ in "Title number \(n)"
    },
    setLine("change a summary", "summary", in: "content/", weight: 3) { _, n, _ in "Summary \(n)."
    },
    setLine("move a date", "date", in: "content/briefs/", weight: 4) { old, _, random in
      let day = 1 + random.below(28)
      return String(old.prefix(8)) + (day < 10 ? "0" : "") + "\(day)"
    },
    swapWord(
      "change how sure something is", ["rumoured", "reported", "confirmed", "denied", "disputed"]),
    swapWord(
      "change how far something is",
      ["considered", "planned", "announced", "agreed", "done", "cancelled"]),
    swapWord("change the kind of a brief", ["news", "analysis", "explainer"], weight: 1),
    Edit("change a digit of a header", weight: 3) { site, random in
      guard let path = random.pick(site.paths("content/briefs/")),
        let (old, body) = site.parts(path)
      else { return nil }
      var header = old
      let places = header.indices.filter { header[$0].contains(where: \.isNumber) }
      guard let place = random.pick(places) else { return nil }
      var letters = Array(header[place])
      guard
        let digit = random.pick(
          letters.indices.filter { letters[$0].isASCII && letters[$0].isNumber })
      else { return nil }
      letters[digit] = Character(String(1 + random.below(9)))
      header[place] = String(letters)
      site.set(path, header: header, body: body)
      return path + ": " + header[place]
    },
    Edit("add a line to a header", weight: 3) { site, random in
      guard let path = random.pick(site.briefs), let (old, body) = site.parts(path) else {
        return nil
      }
      var header = old
      let n = site.fresh()
      let lines = [
        "draft: true", "importance: \(1 + random.below(5))", "why: Because of \(n).",
        "redirects: [old/\(n)/]", "embargo: 2026-01-\(10 + random.below(19))",
        "corrections: [{date: 2026-01-02, kind: correction, was: \(n), now: more, why: misread}]",
        "questions: ['What of \(n)?']",
      ]
      guard let line = random.pick(lines),
        !header.contains(where: { $0.hasPrefix(String(line.prefix { $0 != ":" }) + ":") })
      else { return nil }
      header.append(line)
      site.set(path, header: header, body: body)
      return "\(path): \(line)"
    },
    Edit("remove a line of a header", weight: 2) { site, random in
      guard let path = random.pick(site.texts), let (old, body) = site.parts(path),
        old.count > 2
      else { return nil }
      var header = old
      let line = header.remove(at: random.below(header.count))
      site.set(path, header: header, body: body)
      return "\(path): \(line)"
    },
  ]
}

// MARK: - Records

extension Edit {
  fileprivate static let recordEdits: [Edit] = [
    setLine("rename an entity", "name", in: "content/entities/", weight: 3) { old, n, _ in
      "\(old.split(separator: " ").first ?? "Name") N\(n)"
    },
    setLine("rename a topic", "name", in: "content/topics/", weight: 3) { _, n, _ in "Topic \(n)" },
    Edit("give an entity another name", weight: 5) { site, random in
      guard
        let path = random.pick(
          site.paths("content/entities/").filter { !SiteText.isTranslation($0) }),
        let (old, body) = site.parts(path), let text = random.pick(site.texts),
        let (_, other) = site.parts(text)
      else { return nil }
      var header = old
      let words = other.split(whereSeparator: { !$0.isLetter }).filter { $0.count > 5 }
      guard let word = random.pick(words) else { return nil }
      header.removeAll { $0.hasPrefix("aliases: ") }
      header.append("aliases: [\(word)]")
      site.set(path, header: header, body: body)
      return "\(path): \(word)"
    },
    Edit("add an entity", weight: 2) { site, random in
      let n = site.fresh()
      let kind = random.pick(["company", "person", "model"]) ?? "company"
      let path = "content/entities/\(kind)/new-\(n).md"
      site.set(path, "---\nname: Newcomer \(n)\nsummary: Came later.\n---\nA text about \(n).\n")
      return path
    },
    Edit("add a topic", weight: 1) { site, random in
      let n = site.fresh()
      let above = random.pick(site.paths("content/topics/").filter { !SiteText.isTranslation($0) })
      let folder = random.once(in: 2) ? above.map { String($0.dropLast(3)) } : nil
      let path = "\(folder ?? "content/topics")/new-\(n).md"
      site.set(path, "---\nname: New topic \(n)\nsummary: Came later.\n---\n")
      return path
    },
    Edit("add a standing page", weight: 1) { site, _ in
      let path = "content/pages/page-\(site.fresh()).md"
      site.set(path, "---\ntitle: A page \(path.count)\n---\nIts text.\n")
      return path
    },
    Edit("write the text of an event", weight: 2) { site, random in
      var ids: [String] = []
      for path in site.briefs {
        for line in site.parts(path)?.header ?? [] {
          guard let start = line.firstRange(of: "event: ") ?? line.firstRange(of: "id: ") else {
            continue
          }
          let id = line[start.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "-" }
          if !id.isEmpty { ids.append(String(id)) }
        }
      }
      guard let id = random.pick(ids) else { return nil }
      let n = site.fresh()
      site.set("content/events/\(id).md", "---\ntitle: The event \(n)\n---\nWhat is known.\n")
      return id
    },
  ]
}
