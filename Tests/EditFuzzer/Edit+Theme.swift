import DefaultTheme

// Edits of templates, words and settings.

extension Edit {
  static let themeEdits: [Edit] = [
    Edit("change a template", weight: 4) { site, random in
      let brought = EmbeddedTheme.files.filter { $0.path.hasSuffix(".html") }
      guard let file = random.pick(brought) else { return nil }
      var text =
        site.files[file.path].map { String(decoding: $0, as: UTF8.self) }
        ?? String(decoding: file.bytes, as: UTF8.self)
      // In a page's template what stands outside blocks is not shown: then only its trace changes.
      if random.once(in: 2), let start = text.firstRange(of: "<p") {
        text.replaceSubrange(start, with: "<!-- \(site.fresh()) --><p")
      } else {
        text += "{# \(site.fresh()) #}"
      }
      site.set(file.path, text)
      return file.path
    },
    Edit("break a template", weight: 1) { site, random in
      guard let file = random.pick(EmbeddedTheme.files.filter { $0.path.hasSuffix(".html") }) else {
        return nil
      }
      let text = String(decoding: file.bytes, as: UTF8.self)
      site.set(
        file.path,
        text + ["{{ nothing.there }}", "{% if %}", "{{ page.none_such.x }}"][random.below(3)])
      return file.path
    },
    Edit("go back to the brought template", weight: 2) { site, random in
      guard let path = random.pick(site.paths("templates/", ending: ".html")) else { return nil }
      site.files[path] = nil
      return path
    },
    Edit("change a word of the interface", weight: 4) { site, random in
      let language = random.once(in: 3) ? "fr" : "en"
      let path = "templates/locales/\(language).yml"
      guard let brought = EmbeddedTheme.files.first(where: { $0.path == path }) else { return nil }
      var keys: [(group: String, key: String)] = []
      var group = ""
      for line in String(decoding: brought.bytes, as: UTF8.self).split(separator: "\n") {
        if line.hasSuffix(":"), line.first?.isLetter == true { group = String(line.dropLast()) }
        guard line.hasPrefix("  "), line.dropFirst(2).first?.isLetter == true,
          let colon = line.firstIndex(of: ":"), line.index(after: colon) < line.endIndex
        else { continue }
        keys.append((group, String(line[..<colon].dropFirst(2))))
      }
      guard let (group, key) = random.pick(keys) else { return nil }
      site.set(path, "\(group):\n  \(key): Word \(site.fresh())\n")
      return "\(group).\(key)"
    },
    Edit("take back changed words", weight: 1) { site, random in
      guard let path = random.pick(site.paths("templates/locales/", ending: ".yml")) else {
        return nil
      }
      site.files[path] = nil
      return path
    },
    Edit("add a file of the theme", weight: 1) { site, _ in
      let path = "templates/assets/more-\(site.fresh()).css"
      site.set(path, "p { color: red }\n")
      return path
    },
    Edit("change the style", weight: 1) { site, random in
      guard let file = EmbeddedTheme.files.first(where: { $0.path.hasSuffix(".css") }) else {
        return nil
      }
      site.set(
        file.path,
        String(decoding: file.bytes, as: UTF8.self) + "\np { top: \(random.below(99))px }\n")
      return file.path
    },
  ]

  static let settingsEdits: [Edit] = [
    Edit("change a setting", weight: 4) { site, random in
      let n = site.fresh()
      let choices = [
        "title: {en: Site \(n), fr: Site \(n)}", "title: Site \(n)",
        "pagination: {lists: \(2 + random.below(9)), entities: \(2 + random.below(9))}",
        "feeds: {size: \(1 + random.below(9)), content: \(random.once(in: 2) ? "full" : "summaries")}",
        "outputs: {json_feed: \(random.once(in: 2)), related: \(random.once(in: 2)), archive: \(random.once(in: 2))}",
        "outputs: {events: \(random.once(in: 2)), desks: \(random.once(in: 2)), record_feeds: \(random.once(in: 2))}",
        "languages: [en]", "languages: [en, fr]", "typography: \(random.once(in: 2))",
        "base_url: https://example.org/\(random.once(in: 2) ? "" : "part/")",
        "permalinks: {brief: \(random.once(in: 2) ? "briefs/:slug" : ":year/:month/:slug")}",
        "rules: {P2: \(random.once(in: 2) ? "off" : "warning")}", "authors: [Desk \(n)]",
      ]
      guard let line = random.pick(choices) else { return nil }
      let key = line.prefix { $0 != ":" } + ":"
      var lines = site.text("brevier.yml").split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
      if let start = lines.firstIndex(where: { $0.hasPrefix(key) }) {
        var end = start + 1
        while end < lines.count, lines[end].hasPrefix(" ") { end += 1 }
        lines.removeSubrange(start..<end)
      }
      lines.insert(line, at: 0)
      site.set("brevier.yml", lines.joined(separator: "\n"))
      return line
    }
  ]
}
