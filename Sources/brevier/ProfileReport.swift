import SiteBuild
import SourceDiagnostics

/// Prints what a build cost: its costliest templates, their parts, and pages.
struct ProfileReport {
  private let profile: BuildProfile

  /// How many of each kind are listed.
  private static let most = 15

  init(_ profile: BuildProfile) { self.profile = profile }

  private func costliest(_ parts: [BuildProfile.Part]) -> [BuildProfile.Part] {
    let sorted = parts.sorted { a, b in
      a.own != b.own ? a.own > b.own : (a.template, a.name) < (b.template, b.name)
    }
    return Array(sorted.prefix(Self.most))
  }

  private var pages: [BuildProfile.Page] {
    profile.pages.sorted { $0.time != $1.time ? $0.time > $1.time : $0.path < $1.path }
  }

  // MARK: - Text

  /// Three tables. Times are summed over all threads; a share is that of the time of all pages.
  var text: String {
    let whole = profile.time
    var out =
      "\(Console.count(profile.pages.count, "file")) rendered in \(Nanoseconds.text(whole)) "
    out += "of all threads, \(Nanoseconds.text(profile.timeInTemplates)) of it in templates\n"
    out += table(
      ["templates by own time", "runs", "own", "share", "total", "bytes"],
      costliest(profile.templates).map { [$0.name] + cells($0) })
    out += table(
      ["blocks and macros by own time", "runs", "own", "share", "total", "bytes"],
      costliest(profile.parts).map { part in
        ["\(part.kind) \(part.name) in \(part.template)"] + cells(part)
      })
    out += table(
      ["pages by time", "time", "share", "bytes"],
      pages.prefix(Self.most).map { page in
        [page.path, Nanoseconds.text(page.time), share(page.time), "\(page.bytes)"]
      })
    return out
  }

  private func cells(_ part: BuildProfile.Part) -> [String] {
    [
      "\(part.runs)", Nanoseconds.text(part.own), share(part.own), Nanoseconds.text(part.total),
      "\(part.bytes)",
    ]
  }

  private func share(_ time: Int) -> String {
    let tenths = profile.time == 0 ? 0 : time * 1000 / profile.time
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// Columns as wide as they must be: the first to the left, the others to the right.
  private func table(_ head: [String], _ rows: [[String]]) -> String {
    guard !rows.isEmpty else { return "" }
    let widths = head.indices.map { column in
      ([head] + rows).map { $0[column].unicodeScalars.count }.max() ?? 0
    }
    let lines = ([head] + rows).map { row in
      row.enumerated().map { column, cell in
        column == 0 ? cell.padded(to: widths[0]) : cell.indented(to: widths[column])
      }.joined(separator: "  ")
    }
    return "\n" + lines.joined(separator: "\n") + "\n"
  }

  // MARK: - JSON

  /// The same as JSON, times in nanoseconds.
  var json: String {
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.member("files", profile.pages.count)
      json.member("nanoseconds", profile.time)
      json.member("nanoseconds_in_templates", profile.timeInTemplates)
      json.array("templates") { json in
        for part in costliest(profile.templates) {
          json.object { json in
            json.member("template", part.name)
            write(part, to: &json)
          }
        }
      }
      json.array("parts") { json in
        for part in costliest(profile.parts) {
          json.object { json in
            json.member("kind", part.kind)
            json.member("name", part.name)
            json.member("template", part.template)
            write(part, to: &json)
          }
        }
      }
      json.array("pages") { json in
        for page in pages.prefix(Self.most) {
          json.object { json in
            json.member("path", page.path)
            if let template = page.template { json.member("template", template) }
            json.member("nanoseconds", page.time)
            json.member("bytes", page.bytes)
          }
        }
      }
    }
    return json.text + "\n"
  }

  private func write(_ part: BuildProfile.Part, to json: inout JSONWriter) {
    json.member("runs", part.runs)
    json.member("own_nanoseconds", part.own)
    json.member("total_nanoseconds", part.total)
    json.member("bytes", part.bytes)
  }
}
