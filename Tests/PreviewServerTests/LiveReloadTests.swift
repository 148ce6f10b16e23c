import Foundation
import PreviewServer
import Testing

/// How pages hear of changes, and what they are told.
@Suite("Pages hear of changes, and of theirs alone", .timeLimit(.minutes(1)))
struct LiveReloadTests {
  private static func own(_ preview: Preview) -> String {
    "Origin: http://localhost:\(preview.port)"
  }

  @Test("the preview's script stands before the end of the body, by address and not inline")
  func injection() async throws {
    try await Preview.run { preview in
      let html = await preview.get("/").text
      #expect(html.contains("<script src=\"/.preview/client.js\" defer data-token=\""))
      let script = try #require(html.range(of: "<script src=\"/.preview"))
      let end = try #require(html.range(of: "</body>"))
      #expect(script.upperBound < end.lowerBound)
      #expect(await preview.get("/.preview/client.js").text.contains("EventSource"))
      #expect(!(await preview.get("/eight.txt").text.contains("script")))
      #expect(preview.source["index.html"]?.contains(".preview") == false)
    }
  }

  @Test("the script stands before the last end of a body, not before one in a comment or a text")
  func insertionPlace() async throws {
    var files = Preview.site
    files["index.html"] = """
      <title></body></title><body><!-- </body> --><script>"</body>"</script><p>x</p></BODY></html>
      """
    files["bare.html"] = "<p>no body at all"
    try await Preview.run(files: files) { preview in
      let html = await preview.get("/").text
      #expect(html.contains("<p>x</p><script src=\"/.preview/client.js\""))
      #expect(html.components(separatedBy: "/.preview/client.js").count == 2)
      #expect(await preview.get("/bare.html").text.hasPrefix("<p>no body at all<script"))
    }
  }

  @Test("only a page of this server that has the token may listen or ask")
  func handshake() async throws {
    try await Preview.run { preview in
      let token = await preview.token()
      #expect(token.count > 16)
      let port = preview.port
      let refused = [
        (token, "Origin: http://evil.example"), (token, "Origin: null"), (token, "X-None: 1"),
        (token, "Origin: http://127.0.0.1:\(port)"), (token, "Origin: http://10.0.0.1:\(port)"),
        (token, "Origin: https://localhost:\(port)"), (token, "Sec-Fetch-Site: same-site"),
        (token, "Sec-Fetch-Site: none"), (token, "Referer: http://evil.example/"),
        ("", Self.own(preview)), ("wrong", Self.own(preview)), (token + "0", Self.own(preview)),
      ]
      for path in ["events", "state"] {
        for (token, header) in refused {
          let answer = await preview.get("/.preview/\(path)?token=\(token)", header)
          #expect(answer.status == 403, "\(path) \(header)")
        }
      }
      for header in [
        Self.own(preview), "Sec-Fetch-Site: same-origin", "Referer: http://localhost:\(port)/x/",
      ] {
        #expect(await preview.get("/.preview/state?token=\(token)&path=/", header).status == 200)
      }
    }
  }

  @Test("a listener hears of each change by its number alone, and is forgotten when it goes")
  func events() async throws {
    try await Preview.run { preview in
      let token = await preview.token()
      let port = preview.port
      let request =
        "GET /.preview/events?token=\(token) HTTP/1.1\r\nHost: localhost:\(port)\r\n"
        + "Origin: http://localhost:\(port)\r\n\r\n"
      let socket = await RawClient.onThread { Socket(port) }
      let first = await RawClient.onThread { () -> String in
        socket.send(Array(request.utf8))
        return socket.read(to: "data: 1\n\n")
      }
      #expect(first.contains("text/event-stream"))
      #expect(preview.server.listenerCount == 1)
      await preview.server.announce(
        PreviewStatus(
          hasSite: true, findings: [PreviewFinding(isError: true, title: "secret", text: "secret")])
      )
      let second = await RawClient.onThread { socket.read(to: "data: 2\n\n") }
      #expect(second.contains("event: change\ndata: 2\n\n"))
      #expect(!second.contains("secret"))
      #expect(!(first + second).contains("Access-Control"))
    }
  }

  @Test("a listener that went away is forgotten")
  func departure() async throws {
    try await Preview.run { preview in
      let token = await preview.token()
      let port = preview.port
      _ = await RawClient.onThread { () -> String in
        let socket = Socket(port)
        socket.send(
          Array(
            ("GET /.preview/events?token=\(token) HTTP/1.1\r\nHost: localhost:\(port)\r\n"
              + "Origin: http://localhost:\(port)\r\n\r\n").utf8))
        return socket.read(to: "data: 1\n\n")
      }
      for _ in 0..<500 where preview.server.listenerCount > 0 {
        try await Task.sleep(for: .milliseconds(10))
      }
      #expect(preview.server.listenerCount == 0)
    }
  }

  /// What a page is told of itself.
  private static func state(_ preview: Preview, _ path: String) async throws -> [String: Any] {
    let token = await preview.token()
    let answer = await preview.get("/.preview/state?token=\(token)&path=\(path)", own(preview))
    let object = try JSONSerialization.jsonObject(with: Data(answer.body))
    return try #require(object as? [String: Any])
  }

  @Test(
    "a page's digests change with its own bytes, its styles, its scripts, its pictures, no others")
  func looks() async throws {
    var files = Preview.site
    files["assets/style.css"] = "@import 'more.css'; p { background: url(back.png) }"
    files["assets/more.css"] = "p { color: red }"
    files["assets/back.png"] = "png"
    try await Preview.run(files: files) { preview in
      let names = ["page", "styles", "scripts", "images"]
      func look(_ path: String) async throws -> [String] {
        let state = try await Self.state(preview, path)
        return names.map { state[$0] as? String ?? "" }
      }
      let html = await preview.get("/").text
      let first = try await look("/")
      // The page itself knows the same words, so that it can compare.
      #expect(names.map { Preview.attribute($0, in: html) } == first)
      let topic = try await look("/topics/ai/")
      var before = first
      let changes: [(String, String, Int)] = [
        ("index.html", files["index.html", default: ""] + "<p>more</p>", 0),
        ("assets/style.css", "@import 'more.css'; p { background: url('back.png') }", 1),
        ("assets/more.css", "p { color: blue }", 1), ("assets/back.png", "other", 1),
        ("assets/site.js", "let a = 2\n", 2), ("assets/map.svg", "<svg></svg>", 3),
      ]
      for (path, text, part) in changes {
        preview.source[path] = text
        await preview.server.announce(PreviewStatus(hasSite: true))
        let now = try await look("/")
        for index in names.indices {
          #expect((now[index] != before[index]) == (index == part), "\(path) \(names[index])")
        }
        before = now
      }
      #expect(try await look("/topics/ai/") == topic)
    }
  }

  @Test("a stylesheet under another name changes the look and not the page")
  func renamedStyles() async throws {
    try await Preview.run { preview in
      let before = try await Self.state(preview, "/")
      preview.source["assets/style.2.css"] = "p { color: red }"
      preview.source["index.html"] = Preview.site["index.html", default: ""]
        .replacingOccurrences(of: "style.css", with: "style.2.css")
      await preview.server.announce(PreviewStatus(hasSite: true))
      let after = try await Self.state(preview, "/")
      #expect(before["page"] as? String == after["page"] as? String)
      #expect(before["styles"] as? String != after["styles"] as? String)
      #expect(after["styleAddresses"] as? [String] == ["/assets/style.2.css"])
    }
  }

  @Test("what is wrong is told whole, and what is to be known of a page")
  func findings() async throws {
    let finding = PreviewFinding(
      isError: true, title: "error[F004]: x", text: "error[F004]: <script>\"x\"</script>\n  | ^\n")
    try await Preview.run(findings: [finding]) { preview in
      let state = try await Self.state(preview, "/")
      let found = try #require((state["findings"] as? [[String: Any]])?.first)
      #expect(found["text"] as? String == finding.text)
      #expect(found["isError"] as? Bool == true)
      let facts = try #require(state["facts"] as? [String: Any])
      #expect(facts["source"] as? String == "content/index.html.md")
      #expect(facts["marks"] as? [String] == ["draft"])
    }
  }

  @Test("before there is a site, a page says what is wrong, escaped, and hears when it is mended")
  func waiting() async throws {
    let finding = PreviewFinding(isError: true, title: "t", text: "bad <b>&</b>")
    try await Preview.run(hasSite: false, findings: [finding]) { preview in
      let answer = await preview.get("/topics/ai/")
      #expect(answer.status == 503)
      #expect(answer.text.contains("<pre>bad &lt;b&gt;&amp;&lt;/b&gt;</pre>"))
      let before = Preview.attribute("page", in: answer.text)
      #expect(before == "waiting")
      await preview.server.announce(PreviewStatus(hasSite: true))
      let state = try await Self.state(preview, "/topics/ai/")
      #expect(state["page"] as? String != before)
      #expect(await preview.get("/topics/ai/").status == 200)
    }
  }

  @Test("a page that cannot be made says so, and the others stay")
  func failing() async throws {
    try await Preview.run { preview in
      preview.source.fail("topics/ai/index.html")
      let answer = await preview.get("/topics/ai/")
      #expect(answer.status == 500 && answer.text.contains("cannot be made"))
      #expect(await preview.get("/").status == 200)
      preview.source.fail("topics/ai/index.html", false)
      #expect(await preview.get("/topics/ai/").status == 200)
    }
  }

  @Test("a strict policy admits the preview's script and stream, and nothing more")
  func contentPolicy() async throws {
    let cases = [
      ("default-src 'none'", "default-src 'none'; script-src OWN; connect-src OWN"),
      (
        "default-src 'self'; script-src 'self'; connect-src 'none'",
        "default-src 'self'; script-src 'self' OWN; connect-src OWN"
      ),
      ("img-src *", "img-src *"),
      (
        "default-src 'self'; upgrade-insecure-requests",
        "default-src 'self'; script-src 'self' OWN; connect-src 'self' OWN"
      ),
    ]
    for (policy, expected) in cases {
      var files = Preview.site
      files["_headers"] = "/*\n  Content-Security-Policy: \(policy)\n"
      try await Preview.run(files: files) { preview in
        let own = "http://localhost:\(preview.port)/.preview/"
        let answer = await preview.get("/")
        #expect(
          answer["Content-Security-Policy"] == expected.replacingOccurrences(of: "OWN", with: own))
      }
    }
  }
}
