import SiteBuild

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The steps that make what a repository cannot keep.
extension InvalidSite {
  typealias Preparation = @Sendable (SiteFolder) throws -> Void

  private static let second = "content/briefs/second.md"

  /// By the name of the site.
  static let preparations: [String: Preparation] = [
    "F011-control-character": { $0.write(second, brief(title: "Something\u{7} happens")) },
    "M002-quotes-too-deep": { folder in
      folder.write(second, brief(body: repeated("> ", 9_000) + "deep\n"))
    },
    "M003-table-too-wide": { folder in
      let row = repeated("|a", 3_000) + "|\n"
      folder.write(second, brief(body: row + repeated("|-", 3_000) + "|\n" + row))
    },
    "M004-long-address-used-often": { folder in
      let links = repeated(repeated("[a] ", 100) + "\n\n", 80)
      let address = "[a]: https://example.org/" + repeated("a", 10_000) + "\n"
      folder.write(second, brief(body: links + address))
    },
    "M008-zero-byte": { $0.write(second, brief(body: "Something \u{0}happened.\n")) },
    "R013-missing-word": { folder in
      // All words but the one that is asked for.
      let french = "templates/locales/fr.yml"
      folder.write(french, Disk.read(Golden.tests + "/../" + french) ?? [])
    },
    "S001-latin-1": { folder in
      folder.write(second, Array(brief(body: "The caf").utf8) + [0xE9] + Array(" opened.\n".utf8))
    },
    "S002-link-out-of-the-site": { $0.link(second, to: "/etc/hosts") },
    "S003-link-to-nothing": { $0.link(second, to: "removed.md") },
    "S004-line-end-in-name": { $0.write("content/briefs/sec\nond.md", brief()) },
    "S005-names-differ-in-case": { folder in
      folder.write("content/briefs/Chart.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>\n")
      folder.write("content/briefs/chart.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>\n")
    },
    "S006-text-too-large": { $0.write(second, brief(body: repeated("Text.\n", 200_000))) },
    "S007-pipe": { mkfifo($0.source + "/" + second, 0o644) },
    "S008-not-readable": { folder in
      folder.write(second, brief())
      chmod(folder.source + "/" + second, 0)
    },
    "W001-edited-output": { folder in
      folder.write(second, brief())
      _ = try SiteRun(folder)
      Disk.write(folder.output + "/briefs/second/index.html", Array("edited by hand\n".utf8))
      folder.remove(second)
    },
    "W002-damaged-manifest": { folder in
      _ = try SiteRun(folder)
      Disk.write(folder.output + "/.brevier-manifest", Array("merged by hand\n".utf8))
    },
  ]

  /// Sites that show their mistake only to somebody whom the system can refuse a file.
  static let needsOrdinaryUser: Set<String> = ["S008-not-readable"]

  /// Rules that no site can show.
  static let unshowable: [String: String] = [
    "M001": "a text that is too long for Markdown is refused when it is loaded (S006)",
    "R001": "a template that a site lacks is that of the default theme",
    "R003": "needs a build that remembers, and a folder that cannot be written: see IncrementTests",
    "S009": "needs a file that changes while it is read",
  ]

  private static func brief(
    title: String = "Something happens", body: String = "Something happened.\n"
  ) -> String {
    """
    ---
    title: \(title)
    date: 2026-01-11
    topics: [business]
    sources: [https://example.org/second]
    ---
    \(body)
    """
  }

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }
}

extension SiteFolder {
  /// Makes a symbolic link among the sources.
  func link(_ name: String, to target: String) {
    precondition(symlink(target, source + "/" + name) == 0, "cannot link \(name)")
  }
}
