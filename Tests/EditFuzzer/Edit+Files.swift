// Edits of whole files: added, removed, moved.

extension Edit {
  static let fileEdits: [Edit] = [
    Edit("add a brief", weight: 6) { site, random in
      let n = site.fresh()
      let topics = site.paths("content/topics/").filter { !SiteText.isTranslation($0) }
      let entities = site.paths("content/entities/").filter { !SiteText.isTranslation($0) }
      let topic = random.pick(topics).map {
        String($0.dropFirst("content/topics/".count).dropLast(3))
      }
      let about = random.pick(entities).map {
        String($0.dropFirst("content/entities/".count).dropLast(3))
      }
      var header = [
        "title: A new brief \(n)", "date: 2025-\(10 + random.below(3))-\(10 + random.below(18))",
        "sources: [https://new-\(n).example/story]",
      ]
      if let topic { header.append("topics: [\(topic)]") }
      if let about { header.append("about: [\(about)]") }
      let path = "content/briefs/2025/1\(random.below(3))/new-\(n).md"
      site.set(path, header: header, body: "Text of the new brief \(n).\n")
      return path
    },
    Edit("copy a brief", weight: 2) { site, random in
      guard let path = random.pick(site.briefs) else { return nil }
      let copy = path.dropLast(3) + "-copy-\(site.fresh()).md"
      site.files[String(copy)] = site.files[path]
      return String(copy)
    },
    Edit("remove a text", weight: 4) { site, random in
      guard let path = random.pick(site.texts) else { return nil }
      site.files[path] = nil
      return path
    },
    Edit("move a brief to another folder", weight: 3) { site, random in
      guard let path = random.pick(site.briefs) else { return nil }
      let name = path.split(separator: "/").last ?? ""
      let place = "content/briefs/2025/0\(1 + random.below(9))/\(name)"
      guard place != path, site.files[place] == nil else { return nil }
      site.files[place] = site.files.removeValue(forKey: path)
      return "\(path) to \(place)"
    },
    Edit("rename a text", weight: 3) { site, random in
      guard let path = random.pick(site.texts) else { return nil }
      let place = path.dropLast(3) + "-n\(site.fresh()).md"
      site.files[String(place)] = site.files.removeValue(forKey: path)
      return "\(path) to \(place)"
    },
    Edit("translate a brief", weight: 3) { site, random in
      guard let path = random.pick(site.briefs) else { return nil }
      let n = site.fresh()
      site.set(
        String(path.dropLast(3)) + ".fr.md",
        header: ["title: Titre \(n)", "summary: Résumé \(n)."],
        body: "Texte \(n).\n")
      return path
    },
    Edit("put a picture beside a brief", weight: 1) { site, random in
      guard let path = random.pick(site.briefs), let end = path.lastIndex(of: "/") else {
        return nil
      }
      let n = site.fresh()
      site.files[path[..<end] + "/picture-\(n).gif"] =
        Array("GIF89a".utf8) + [UInt8(n % 256), 0, 1, 0, 0, 0, 0, 0x3B]
      site.set(path, site.text(path) + "\n![What it shows](picture-\(n).gif)\n")
      return path
    },
    Edit("change a picture", weight: 1) { site, random in
      guard let path = random.pick(site.paths("content/", ending: ".gif")) else { return nil }
      site.files[path]?.append(UInt8(random.below(256)))
      return path
    },
  ]
}
