import Foundation
import PreviewServer
import Testing

/// How files are sent.
@Suite("The preview server sends files as a host does", .timeLimit(.minutes(1)))
struct DeliveryTests {
  @Test("a range gives its part, and one that is not there says how long the file is")
  func ranges() async throws {
    let cases: [(String, Int, String, String?)] = [
      ("bytes=0-3", 206, "0123", "bytes 0-3/8"), ("bytes=4-", 206, "4567", "bytes 4-7/8"),
      ("bytes=-2", 206, "67", "bytes 6-7/8"), ("bytes=-20", 206, "01234567", "bytes 0-7/8"),
      ("bytes=6-100", 206, "67", "bytes 6-7/8"), ("bytes=7-7", 206, "7", "bytes 7-7/8"),
      ("bytes=8-", 416, "", "bytes */8"), ("bytes=900-", 416, "", "bytes */8"),
      ("bytes=-0", 416, "", "bytes */8"), ("bytes=5-2", 200, "01234567", nil),
      ("bytes=0-1,4-5", 200, "01234567", nil), ("lines=0-1", 200, "01234567", nil),
      ("bytes=a-b", 200, "01234567", nil), ("bytes=-", 200, "01234567", nil),
      ("bytes=99999999999999999999-", 416, "", "bytes */8"),
      ("bytes=0-99999999999999999999", 206, "01234567", "bytes 0-7/8"),
    ]
    try await Preview.run { preview in
      for (range, status, text, content) in cases {
        let answer = await preview.get("/eight.txt", "Range: \(range)")
        #expect(answer.status == status, "\(range)")
        #expect(answer.text == text, "\(range)")
        #expect(answer["Content-Range"] == content, "\(range)")
        #expect(answer["Content-Length"] == String(text.utf8.count), "\(range)")
      }
      #expect(await preview.get("/eight.txt", method: "HEAD", "Range: bytes=0-3").status == 200)
    }
  }

  @Test("If-Range gives a part only of the very file that was seen")
  func ifRange() async throws {
    try await Preview.run { preview in
      let tag = await preview.get("/eight.txt")["ETag"] ?? ""
      let fresh = await preview.get("/eight.txt", "Range: bytes=0-1", "If-Range: \(tag)")
      #expect(fresh.status == 206)
      for old in ["\"other\"", "W/\(tag)", "Wed, 21 Oct 2015 07:28:00 GMT"] {
        let answer = await preview.get("/eight.txt", "Range: bytes=0-1", "If-Range: \(old)")
        #expect(answer.status == 200 && answer.text == "01234567", "\(old)")
      }
    }
  }

  @Test("what a browser has already is not sent again")
  func conditions() async throws {
    try await Preview.run { preview in
      for target in ["/eight.txt", "/", "/assets/style.css"] {
        let tag = await preview.get(target)["ETag"] ?? ""
        #expect(tag.hasPrefix("\"") && tag.count > 3)
        for condition in [tag, "W/\(tag)", "\"a,b\", \(tag)", "*"] {
          let answer = await preview.get(target, "If-None-Match: \(condition)")
          #expect(answer.status == 304 && answer.body == [], "\(target) \(condition)")
          #expect(answer["ETag"] == tag)
        }
        #expect(await preview.get(target, "If-None-Match: \"x\"").status == 200)
      }
      let before = await preview.get("/eight.txt")["ETag"]
      preview.source["eight.txt"] = "other"
      #expect(await preview.get("/eight.txt")["ETag"] != before)
    }
  }

  @Test("HEAD says what GET says, without the body")
  func head() async throws {
    try await Preview.run { preview in
      for target in ["/", "/eight.txt", "/nothing", "/topics/ai", "/.preview/client.js"] {
        let get = await preview.get(target)
        let head = await preview.get(target, method: "HEAD")
        #expect(head.body == [] && head.status == get.status, "\(target)")
        for name in ["Content-Length", "Content-Type", "ETag", "Location"] {
          #expect(head[name] == get[name], "\(target) \(name)")
        }
      }
    }
  }

  @Test("text says its charset, and known kinds of files their type")
  func mediaTypes() async throws {
    let cases = [
      "/": "text/html; charset=utf-8", "/eight.txt": "text/plain; charset=utf-8",
      "/assets/style.css": "text/css; charset=utf-8",
      "/assets/site.js": "text/javascript; charset=utf-8",
      "/assets/map.svg": "image/svg+xml; charset=utf-8",
      "/events.ics": "text/calendar; charset=utf-8",
      "/site.webmanifest": "application/manifest+json; charset=utf-8",
    ]
    try await Preview.run { preview in
      for (target, type) in cases {
        #expect(await preview.get(target)["Content-Type"] == type, "\(target)")
      }
    }
  }

  @Test("a folder without its slash leads to the one with it, on this host")
  func folders() async throws {
    try await Preview.run { preview in
      let answer = await preview.get("/topics/ai?a=1")
      #expect(answer.status == 301)
      #expect(answer["Location"] == "/topics/ai/?a=1")
      #expect(await preview.get("/topics/ai/").text.contains("<p>AI</p>"))
      #expect(await preview.get("//topics/ai").status == 404)
    }
  }

  @Test("an address without a page gets the nearest page that says so, with status 404")
  func notFound() async throws {
    try await Preview.run { preview in
      let answer = await preview.get("/nothing/here")
      #expect(answer.status == 404 && answer.text.contains("No such page"))
      #expect(answer["Content-Type"] == "text/html; charset=utf-8")
      #expect(await preview.get("/fr/a/b").text.contains("Rien ici"))
      preview.source["404.html"] = nil
      #expect(await preview.get("/nothing").text.contains("There is no page here"))
    }
  }

  @Test("text is compressed for those who take it, under a tag of its own")
  func compression() async throws {
    try await Preview.run { preview in
      let plain = await preview.get("/assets/style.css")
      let small = await preview.get("/assets/style.css", "Accept-Encoding: br, gzip;q=0.5")
      #expect(plain["Content-Encoding"] == nil && plain["Vary"] == "Accept-Encoding")
      #expect(small["Content-Encoding"] == "gzip" && small["Vary"] == "Accept-Encoding")
      #expect(small.body.count * 4 < plain.body.count && small["ETag"] != plain["ETag"])
      #expect(small["Content-Length"] == String(small.body.count))
      let unzipped = try Self.unzipped(small.body)
      #expect(unzipped == plain.body)
      let again = await preview.get(
        "/assets/style.css", "Accept-Encoding: gzip", "If-None-Match: \(small["ETag"] ?? "")")
      #expect(again.status == 304)
      for refusal in ["gzip;q=0", "identity", "gzip; q=0.000"] {
        let answer = await preview.get("/assets/style.css", "Accept-Encoding: \(refusal)")
        #expect(answer["Content-Encoding"] == nil, "\(refusal)")
      }
      #expect(await preview.get("/eight.txt", "Accept-Encoding: gzip").text == "01234567")
    }
  }

  /// What `gzip` makes of the bytes: another reader of the format than ours.
  private static func unzipped(_ bytes: [UInt8]) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data(bytes))
    try input.fileHandleForWriting.close()
    let result = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return [UInt8](result)
  }

  @Test("the rules of _redirects lead where they say, behind files of the site unless forced")
  func redirects() async throws {
    var files = Preview.site
    files["_redirects"] = """
      # old addresses
      /old /topics/ai/
      /moved https://example.org/new 302
      /year/:year/* /archive/:year/:splat 301
      /eight.txt /never
      /assets/site.js /forced 302!
      /look /topics/ai/ 200
      /gone /404.html 410
      /query/* /x/:splat Country=fr
      /evil/* //:splat
      """
    try await Preview.run(files: files) { preview in
      let cases: [(String, Int, String?)] = [
        ("/old", 301, "/topics/ai/"), ("/moved", 302, "https://example.org/new"),
        ("/year/2025/a/b", 301, "/archive/2025/a/b"), ("/eight.txt", 200, nil),
        ("/assets/site.js", 302, "/forced"), ("/look", 200, nil), ("/gone", 410, nil),
        ("/query/a", 404, nil), ("/evil/example.org", 404, nil), ("/year//a", 404, nil),
      ]
      for (target, status, location) in cases {
        let answer = await preview.get(target)
        #expect(answer.status == status, "\(target)")
        #expect(answer["Location"] == location, "\(target)")
      }
      #expect(await preview.get("/look").text.contains("<p>AI</p>"))
    }
  }

  @Test("the rules of _headers reach what they name, but not what only the server knows")
  func headers() async throws {
    var files = Preview.site
    files["_headers"] = """
      /*
        X-All: one
        Content-Length: 3
        Cache-Control: max-age=31536000
      /assets/*
        X-All: two
        X-Map: yes
      /assets/map.svg
        ! X-Map
        Content-Security-Policy: script-src 'none'
      https://elsewhere.example/*
        X-Elsewhere: yes
      """
    try await Preview.run(files: files) { preview in
      let home = await preview.get("/")
      #expect(home["X-All"] == "one" && home["Cache-Control"] == "no-cache")
      #expect(home["Content-Length"] == String(home.body.count))
      #expect(home["X-Elsewhere"] == nil)
      let style = await preview.get("/assets/style.css")
      #expect(style["X-All"] == "one, two" && style["X-Map"] == "yes")
      #expect(await preview.get("/assets/map.svg")["X-Map"] == nil)
    }
  }

  @Test("a site below a path is served there, and the root leads to it")
  func mount() async throws {
    try await Preview.run(mount: "/news/") { preview in
      #expect(await preview.get("/")["Location"] == "/news/")
      #expect(await preview.get("/news/eight.txt").text == "01234567")
      #expect(await preview.get("/news/topics/ai")["Location"] == "/news/topics/ai/")
      #expect(await preview.get("/eight.txt").status == 404)
    }
  }
}
