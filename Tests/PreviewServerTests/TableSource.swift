import Foundation
import PreviewServer
import Synchronization

/// A site that is a table of texts.
final class TableSource: SiteSource {
  private let files: Mutex<[String: String]>
  private let failing = Mutex<Set<String>>([])

  init(_ files: [String: String]) { self.files = Mutex(files) }

  /// Changes a file; `nil` removes it.
  subscript(path: String) -> String? {
    get { files.withLock { $0[path] } }
    set { files.withLock { $0[path] = newValue } }
  }

  /// Has a page fail, or not.
  func fail(_ path: String, _ isFailing: Bool = true) {
    failing.withLock { if isFailing { $0.insert(path) } else { $0.remove(path) } }
  }

  func answer(at path: String) async -> SourceAnswer {
    if failing.withLock({ $0.contains(path) }) { return .failed }
    guard let text = self[path] else { return .missing }
    return .file(SiteFile(bytes: Array(text.utf8), tag: Self.tag(text)))
  }

  func holds(_ path: String) async -> Bool { self[path] != nil }

  func facts(about path: String) async -> PageFacts {
    PageFacts(
      source: "content/\(path).md", marks: ["draft"], notes: ["it was saved"],
      links: [PageFacts.Link(text: "A draft", address: "/drafts/a/")])
  }

  private static func tag(_ text: String) -> String {
    var value: UInt64 = 5381
    for byte in text.utf8 { value = value &* 33 &+ UInt64(byte) }
    return String(value, radix: 36)
  }
}

/// A small site and a server that shows it, for one test.
struct Preview {
  let source: TableSource
  let server: PreviewServer
  let port: Int

  static let style = String(repeating: "p { color: teal }\n", count: 200)

  static let site: [String: String] = [
    "index.html": """
    <!doctype html><html><head><title>Home</title>
    <link rel="stylesheet" href="/assets/style.css"><script src="/assets/site.js"></script>
    </head><body><p>Home</p><img src="/assets/map.svg" alt=""></body></html>
    """,
    "topics/ai/index.html": "<!doctype html><title>AI</title><body><p>AI</p></body>",
    "404.html": "<!doctype html><title>Nothing</title><body><p>No such page</p></body>",
    "fr/404.html": "<!doctype html><title>Rien</title><body><p>Rien ici</p></body>",
    "assets/style.css": style, "assets/site.js": "let a = 1\n", "assets/map.svg": "<svg/>",
    "eight.txt": "01234567", "a..b.txt": "two points", "caf\u{E9}.txt": "coffee",
    "feed.json": "{}", "events.ics": "BEGIN:VCALENDAR", "site.webmanifest": "{}",
  ]

  /// Runs `body` with a server that listens at any free port.
  static func run(
    _ configuration: PreviewConfiguration = PreviewConfiguration(port: 0),
    hasSite: Bool = true, findings: [PreviewFinding] = [], mount: String = "/",
    files: [String: String] = site,
    _ body: (Preview) async throws -> Void
  ) async throws {
    let source = TableSource(files)
    let server = PreviewServer(configuration, source: source)
    let port = try await server.start()
    await server.announce(PreviewStatus(hasSite: hasSite, findings: findings, mount: mount))
    do {
      try await body(Preview(source: source, server: server, port: port))
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  func get(_ target: String, method: String = "GET", host: String? = nil, _ headers: String...)
    async -> RawClient.Answer
  {
    await RawClient.request(port, target, method: method, host: host, headers)
  }

  /// The word that a page got so that it may listen.
  func token() async -> String { Self.attribute("token", in: await get("/").text) }

  /// A `data-` attribute of the preview's script in a page.
  static func attribute(_ name: String, in html: String) -> String {
    let parts = html.components(separatedBy: "data-\(name)=\"")
    return parts.count > 1 ? String(parts[1].prefix { $0 != "\"" }) : ""
  }
}
