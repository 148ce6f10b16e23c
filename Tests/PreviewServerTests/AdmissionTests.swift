import PreviewServer
import Testing

/// Who is answered, and what can be named.
@Suite("The preview server answers its own pages and nothing but the site", .timeLimit(.minutes(1)))
struct AdmissionTests {
  @Test(
    "a target that is no path of the table is not found, however it is spelt",
    arguments: [
      "/../x", "/../../etc/passwd", "/%2e%2e/x", "/%2e%2e/%2e%2e/etc/passwd", "/a/..%2f..%2fx",
      "/%2e%2e%2fx", "/..%5cx", "/..\\x", "//etc/passwd", "/./index.html", "/topics/../eight.txt",
      "/topics/%2e%2e/eight.txt", "/eight.txt%00.html", "/eight.txt%00", "/eight.txt/",
      "/link.txt", "/.git/config", "/.env", "/%", "/%zz", "/%c3%28", "/caf%e9.txt", "/EIGHT.TXT",
      "/topics//ai/", "/_headers", "/_redirects", "/topics%2fai/", "/eight.txt%20",
    ])
  func traversal(target: String) async throws {
    try await Preview.run { preview in
      let answer = await preview.get(target)
      #expect(answer.status == 404, "\(target)")
      #expect(!answer.text.contains("01234567") && !answer.text.contains("root:"))
    }
  }

  @Test("a query changes nothing of what is named, and a name with two points is a name")
  func harmlessNames() async throws {
    try await Preview.run { preview in
      #expect(await preview.get("/eight.txt?raw").text == "01234567")
      #expect(await preview.get("/eight.txt?../../x").text == "01234567")
      #expect(await preview.get("/a..b.txt").text == "two points")
      #expect(await preview.get("/caf%C3%A9.txt").text == "coffee")
    }
  }

  @Test("a target that is no path, or an endless one, is a bad request")
  func badTargets() async throws {
    try await Preview.run { preview in
      for target in [
        "http://evil.example/", "*", "eight.txt", "/" + String(repeating: "a", count: 20_000),
      ] {
        #expect(await preview.get(target).status == 400, "\(target.prefix(40))")
      }
    }
  }

  @Test("headers beyond the limits are a bad request")
  func longHeaders() async throws {
    try await Preview.run { preview in
      let long = "X-Long: " + String(repeating: "a", count: 9_000)
      #expect(await preview.get("/", long).status == 400)
      let many = (0..<40).map { "X-Many-\($0): " + String(repeating: "a", count: 500) }
      let answer = await RawClient.request(preview.port, "/", many)
      #expect(answer.status == 400)
    }
  }

  @Test("only names of this machine and names that were allowed are answered")
  func hosts() async throws {
    let configuration = PreviewConfiguration(port: 0, allowedHosts: ["desk.example"])
    try await Preview.run(configuration) { preview in
      let port = preview.port
      for host in [
        "localhost", "localhost:\(port)", "LOCALHOST:1", "127.0.0.1:\(port)", "[::1]:\(port)",
        "news.localhost:\(port)", "desk.example",
      ] {
        #expect(await preview.get("/", host: host).status == 200, "\(host)")
      }
      for host in [
        "evil.example", "evil.example:\(port)", "127.0.0.1.evil.example", "localhost.evil.example",
        "10.0.0.1", "evillocalhost", ".localhost",
      ] {
        let answer = await preview.get("/", host: host, "X-Forwarded-Host: localhost")
        #expect(answer.status == 403, "\(host)")
        #expect(answer.text.contains("--allowed-host"))
      }
    }
  }

  @Test("a request names its host once, in HTTP/1.0 too")
  func hostCount() async throws {
    try await Preview.run { preview in
      for text in [
        "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", "GET / HTTP/1.0\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
      ] {
        #expect(await RawClient.exchange(preview.port, text).status == 400)
      }
    }
  }

  @Test("pages of other sites read nothing, but a link from them may be followed")
  func fetchMetadata() async throws {
    try await Preview.run { preview in
      let cases: [(String, String, Int)] = [
        ("cross-site", "no-cors", 403), ("cross-site", "cors", 403),
        ("cross-site", "navigate", 200),
        ("same-origin", "cors", 200), ("same-origin", "no-cors", 200), ("none", "navigate", 200),
      ]
      for (site, mode, status) in cases {
        let answer = await preview.get("/", "Sec-Fetch-Site: \(site)", "Sec-Fetch-Mode: \(mode)")
        #expect(answer.status == status, "\(site) \(mode)")
      }
      #expect(await preview.get("/", "Origin: http://evil.example").status == 403)
      #expect(await preview.get("/", "Origin: null").status == 403)
      #expect(await preview.get("/", "Origin: http://localhost:\(preview.port)").status == 200)
    }
  }

  @Test("no answer opens itself to other origins, whatever the site's own headers say")
  func protection() async throws {
    var files = Preview.site
    files["_headers"] =
      "/*\n  Access-Control-Allow-Origin: *\n  X-Frame-Options: DENY\n  X-Own: yes\n"
    try await Preview.run(files: files) { preview in
      for target in ["/", "/eight.txt", "/nothing", "/topics/ai", "/.preview/client.js"] {
        let answer = await preview.get(target)
        #expect(answer["Access-Control-Allow-Origin"] == nil)
        #expect(answer["Cross-Origin-Resource-Policy"] == "same-origin")
        #expect(answer["X-Content-Type-Options"] == "nosniff")
        #expect(answer["X-Frame-Options"] != nil)
      }
      #expect(await preview.get("/")["X-Own"] == "yes")
      #expect(await preview.get("/")["X-Frame-Options"] == "DENY")
    }
  }

  @Test(
    "only GET and HEAD are answered",
    arguments: ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"])
  func methods(method: String) async throws {
    try await Preview.run { preview in
      let answer = await preview.get("/", method: method)
      #expect(answer.status == 405)
      #expect(answer["Allow"] == "GET, HEAD")
    }
  }

  @Test("a request with a body is refused unread, and its lengths are not guessed at")
  func bodies() async throws {
    try await Preview.run { preview in
      let host = "Host: localhost\r\nConnection: close\r\n"
      let cases = [
        ("Content-Length: 4\r\n\r\nbody", 413),
        ("Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 413),
        ("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        ("Content-Length: 4\r\nContent-Length: 5\r\n\r\nbody", 400),
      ]
      for (rest, status) in cases {
        let answer = await RawClient.exchange(preview.port, "GET / HTTP/1.1\r\n" + host + rest)
        #expect([status, 413].contains(answer.status), "\(rest)")
      }
    }
  }
}
