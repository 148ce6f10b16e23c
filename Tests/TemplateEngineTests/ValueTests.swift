import TemplateEngine
import Testing

@Suite("Values and records")
struct ValueTests {
  @Test("a value is sixteen bytes")
  func size() {
    #expect(MemoryLayout<Value>.size == 16)
    #expect(MemoryLayout<Value>.stride == 16)
  }

  @Test("records that refer to each other in a circle are read through their fields")
  func cycles() throws {
    let brief = RecordShape("brief", ["title", "company"])
    let company = RecordShape("company", ["name", "briefs"])
    let text = try Rendering.text("{{ b.company.briefs[0].title }} {{ b.company.name }}") { arena in
      let b = arena.newRecord(brief)
      let c = arena.newRecord(company)
      arena.setFields(of: b, to: [arena.string("A & B"), c])
      arena.setFields(of: c, to: [arena.string("Acme"), arena.list([b])])
      return arena.map([("b", b)])
    }
    #expect(text == "A &amp; B Acme")
  }

  @Test("a field without a value counts as missing")
  func missingField() throws {
    let shape = RecordShape("brief", ["title", "subtitle"])
    let text = try Rendering.text(
      "{{ b.subtitle is defined }} {{ b|length }} {{ b }} {{ b.subtitle|default('-') }}"
    ) { arena in
      arena.map([("b", arena.record(shape, [arena.string("T"), .undefined]))])
    }
    #expect(text == "False 1 {&#39;title&#39;: &#39;T&#39;} -")
  }

  @Test(
    "nothing repeated without end is nothing, at once",
    arguments: ["[]", "()", "''"])
  func repeatedNothing(empty: String) throws {
    #expect(try Rendering.text("{{ (9007199254740993 * \(empty)) | length }}") == "0")
    #expect(try Rendering.text("{{ (\(empty) * 9007199254740993) | length }}") == "0")
  }

  @Test("a frozen arena is read by several renderers at once")
  func sharedData() async throws {
    let arena = ValueArena()
    let shape = RecordShape("post", ["title", "n"])
    let posts = (0..<200).map { n in
      arena.record(shape, [arena.string("<\(n)>"), .int(n)])
    }
    let context = arena.map([("posts", arena.list(posts))])
    arena.freeze()
    let library = Rendering.library([
      ("main.html", "{% for p in posts %}{{ p.title }}{{ p.n }};{% endfor %}")
    ])
    let template = try #require(library.template(named: "main.html"))
    let pages = await withTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<4 {
        group.addTask {
          let renderer = TemplateRenderer(library)
          for _ in 0..<50 {
            renderer.beginPage()
            try? renderer.render(template, context: context)
          }
          return renderer.output
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(pages.count == 4)
    #expect(Set(pages).count == 1)
    #expect(pages[0].starts(with: Array("&lt;0&gt;0;&lt;1&gt;1;".utf8)))
  }

  @Test("a borrowed text is printed without being escaped when it is safe")
  func borrowed() throws {
    let body = SharedText(Array("<p>one</p>".utf8))
    let text = try Rendering.text("{{ safe }}{{ plain }}") { arena in
      arena.map([("safe", arena.borrowSafe(body)), ("plain", arena.borrow(body))])
    }
    #expect(text == "<p>one</p>&lt;p&gt;one&lt;/p&gt;")
  }

  @Test(
    "JSON keeps the order of keys and tells 2 from 2.0",
    arguments: [
      (
        #"{"b": 2, "a": 2.0, "c": [true, null, "é\u00e9\ud83c\udf89"]}"#,
        "{'b': 2, 'a': 2.0, 'c': [True, None, 'éé🎉']}"
      ),
      ("[1e2, -0.5, 9223372036854775807]", "[100.0, -0.5, 9223372036854775807]"),
    ])
  func json(text: String, shown: String) throws {
    let printed = try Rendering.text("{{ v|safe }}{{ v|string|safe }}") { arena in
      let value = (try? JSONReader.read(Array(text.utf8), into: arena)) ?? .undefined
      return arena.map([("v", value)])
    }
    #expect(printed == shown + shown)
  }

  @Test(
    "JSON that is not JSON is refused with its place",
    arguments: [
      ("{\"a\" 1}", 5), ("[1, ]", 4), ("nul", 0), ("[1] x", 4), ("\"open", 5),
    ])
  func badJSON(text: String, offset: Int) {
    #expect {
      _ = try JSONReader.read(Array(text.utf8), into: ValueArena())
    } throws: { error in
      (error as? JSONReader.Mistake)?.offset == offset
    }
  }

  @Test("JSON nested a hundred thousand levels deep neither crashes nor is refused")
  func deepJSON() throws {
    let depth = 100_000
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let value = try JSONReader.read(Array(text.utf8), into: ValueArena())
    #expect(value.kind == .list)
  }
}
