import SiteBuild
import SiteModel
import SourceDiagnostics

/// Prints what stands at an address of the site.
struct AddressExplanation {
  private let checked: CheckedSite

  init(_ checked: CheckedSite) { self.checked = checked }

  func print(_ page: PageExplanation, _ format: ReportFormat) {
    Console.out(format == .json ? json(page) : text(page))
  }

  func print(_ held: AddressAnswer.HeldBack, _ format: ReportFormat) {
    Console.out(format == .json ? json(held) : text(held))
  }

  // MARK: - Text

  private func text(_ page: PageExplanation) -> String {
    var out = page.url + "\n"
    func line(_ name: String, _ value: String) {
      out += "  " + name.padded(to: 10) + value + "\n"
    }
    line("file", page.path)
    line("kind", kind(page))
    line("source", page.source + (page.line.map { ":\($0)" } ?? ""))
    if let target = page.target { line("leads to", target) }
    lines("templates", templates(page), into: &out)
    if let reads = page.reads {
      lines(
        "reads",
        reads.records.map { record, facets in
          record + ": " + facets.joined(separator: ", ")
        }, into: &out)
      lines("lists", reads.lists, into: &out)
    }
    if let cost = page.cost {
      let share =
        page.templates.isEmpty
        ? "" : ", \(Nanoseconds.text(cost.timeInTemplates)) of it in templates"
      line("cost", "\(Console.count(cost.bytes, "byte")) in \(Nanoseconds.text(cost.time))\(share)")
    } else {
      line("cost", "not made, since there are errors")
    }
    return out
  }

  private func kind(_ page: PageExplanation) -> String {
    page.kind
      + (page.total > 1 ? ", page \(page.number) of \(page.total)" : "")
      + (checked.site.settings.languages.count > 1 ? ", \(page.language)" : "")
  }

  /// Lines under one name, which stands before the first.
  private func lines(_ name: String, _ values: [String], into out: inout String) {
    for (index, value) in values.enumerated() {
      out += "  " + (index == 0 ? name : "").padded(to: 10) + value + "\n"
    }
  }

  private func templates(_ page: PageExplanation) -> [String] {
    let names = page.templates.map { template in
      template.user.isEmpty
        ? template.name : "\(template.user) \(template.relation) \(template.name)"
    }
    let width = names.map(\.unicodeScalars.count).max() ?? 0
    return zip(names, page.templates).map { name, template in
      let origin = template.isOwn ? template.path : "default theme"
      let cost =
        page.cost == nil
        ? "" : "; \(Console.count(template.bytes, "byte")), \(Nanoseconds.text(template.time))"
      return "\(name.padded(to: width))  \(origin)\(cost)"
    }
  }

  private func text(_ held: AddressAnswer.HeldBack) -> String {
    var out = held.url + "\n"
    out += "  kind      \(held.kind)\n"
    if let source = held.source { out += "  source    \(source)\n" }
    return out + "  held back \(why(held))\n"
  }

  private func why(_ held: AddressAnswer.HeldBack) -> String {
    switch held.reason {
    case .draft: "it is a draft; '--drafts' treats drafts as published"
    case .future(let day): "it is due on \(day); '--future' or '--as-of \(day)' shows it"
    case .expired: "it has expired"
    case nil: "every brief that calls for it is held back on \(checked.site.asOf)"
    }
  }

  // MARK: - JSON

  private func json(_ page: PageExplanation) -> String {
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.member("url", page.url)
      json.member("path", page.path)
      json.member("kind", page.kind)
      json.member("language", page.language.text)
      json.member("number", page.number)
      json.member("total", page.total)
      json.member("source", page.source)
      if let line = page.line { json.member("line", line) }
      if let target = page.target { json.member("target", target) }
      json.array("templates") { json in
        for template in page.templates { json.object { write(template, to: &$0) } }
      }
      if let reads = page.reads { json.object("reads") { write(reads, to: &$0) } }
      if let cost = page.cost {
        json.object("cost") { json in
          json.member("bytes", cost.bytes)
          json.member("nanoseconds", cost.time)
          json.member("nanoseconds_in_templates", cost.timeInTemplates)
        }
      }
    }
    return json.text + "\n"
  }

  private func write(_ template: PageExplanation.Template, to json: inout JSONWriter) {
    json.member("relation", template.relation)
    json.member("name", template.name)
    json.member("path", template.path)
    json.member("origin", template.isOwn ? "site" : "default theme")
    if !template.user.isEmpty { json.member("used_by", template.user) }
    json.member("bytes", template.bytes)
    json.member("nanoseconds", template.time)
  }

  private func write(_ reads: PageExplanation.Reads, to json: inout JSONWriter) {
    json.array("records") { json in
      for record in reads.records {
        json.object { json in
          json.member("record", record.name)
          json.member("facets", record.facets)
        }
      }
    }
    json.member("lists", reads.lists)
  }

  private func json(_ held: AddressAnswer.HeldBack) -> String {
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.member("url", held.url)
      json.member("path", held.path)
      json.member("kind", held.kind)
      if let source = held.source { json.member("source", source) }
      json.member("held_back", why(held))
    }
    return json.text + "\n"
  }
}

/// Prints times of nanoseconds to a sensible precision.
enum Nanoseconds {
  static func text(_ value: Int) -> String {
    if value < 10_000 { return "\(value / 1000).\(value % 1000 / 100) µs" }
    if value < 1_000_000 { return "\(value / 1000) µs" }
    if value < 10_000_000 { return "\(value / 1_000_000).\(value / 100_000 % 10) ms" }
    if value < 1_000_000_000 { return "\(value / 1_000_000) ms" }
    return "\(value / 1_000_000_000).\(value / 100_000_000 % 10) s"
  }
}
