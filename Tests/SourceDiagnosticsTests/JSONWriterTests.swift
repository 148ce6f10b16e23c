import Foundation
import SourceDiagnostics
import Testing

@Suite("JSON")
struct JSONWriterTests {
  private func written(
    pretty: Bool = false, inHTML: Bool = false, _ content: (inout JSONWriter) -> Void
  ) -> String {
    var json = JSONWriter(pretty: pretty, inHTML: inHTML)
    content(&json)
    return json.text
  }

  private func parsed(_ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8), options: [.fragmentsAllowed])
  }

  @Test("commas and colons are the writer's business")
  func structure() {
    let text = written { json in
      json.object { json in
        json.member("a", 1)
        json.array("b") { json in
          json.null()
          json.bool(true)
          json.bool(false)
          json.number("1.50")
          json.object { _ in }
          json.array { _ in }
        }
        json.object("c") { $0.member("d", "e") }
        json.member("left out", Optional<String>.none)
        json.member("none", [String]())
        json.member("some", ["x", "y"])
      }
    }
    #expect(
      text == #"{"a":1,"b":[null,true,false,1.50,{},[]],"c":{"d":"e"},"some":["x","y"]}"#)
  }

  @Test("pretty text has a line for each member, and none in what is empty")
  func pretty() {
    let text = written(pretty: true) { json in
      json.object { json in
        json.member("a", 1)
        json.array("b") { json in
          json.int(-2)
          json.array { $0.string("x") }
        }
        json.object("c") { _ in }
        json.array("d") { _ in }
      }
    }
    #expect(
      text == """
        {
          "a": 1,
          "b": [
            -2,
            [
              "x"
            ]
          ],
          "c": {},
          "d": []
        }
        """)
  }

  @Test("what JSON cannot hold as it is, is escaped")
  func escapes() {
    #expect(
      written { $0.string("a\"\\/\n\r\t\u{0}\u{8}\u{1F}\u{7F}é中👍") }
        == #""a\"\\/\n\r\t\u0000\u0008\u001f\u007fé中👍""#)
    #expect(written { json in json.object { $0.member("k\"\n", "v") } } == #"{"k\"\n":"v"}"#)
    #expect(written { $0.string("") } == "\"\"")
    #expect(written { $0.string("<a>&\u{2028}") } == "\"<a>&\u{2028}\"")
  }

  @Test("within HTML nothing can end a script or break its text")
  func inHTML() throws {
    let text = "</script><!-- & \u{2028}\u{2029}\u{2027}\u{202A} é"
    let json = written(inHTML: true) { $0.string(text) }
    #expect(!json.contains { "<>&\u{2028}\u{2029}".contains($0) })
    #expect(json.contains("\\u003c/script\\u003e"))
    #expect(json.contains("\\u2028\\u2029\u{2027}\u{202A}"))
    #expect(try parsed(json) as? String == text)
  }

  @Test("text given as UTF-8 reads like the same text given as a string")
  func utf8() {
    let text = "a\"é\u{2029}中\n"
    for inHTML in [false, true] {
      let one = written(inHTML: inHTML) { $0.string(text) }
      let other = written(inHTML: inHTML) { $0.string(utf8: Array(text.utf8)) }
      #expect(one == other)
    }
    #expect(written(inHTML: true) { $0.string(utf8: [0xE2, 0x80]) }.utf8.count > 2)
  }

  @Test("what is written is read back the same, by a parser that is not ours", arguments: 0..<80)
  func roundTrip(_ seed: UInt64) throws {
    var random = SeededRandom(seed)
    let parts = ["a", "\"", "\\", "\u{1}", "\u{7F}", "é", "\u{2028}", "👍", "<", "&", "\r\n", "/"]
    let texts = (0..<5).map { _ in
      (0..<random.int(0...12)).map { _ in random.pick(parts) }.joined()
    }
    let flags = (seed % 2 == 0, seed % 3 == 0)
    let json = written(pretty: flags.0, inHTML: flags.1) { json in
      json.object { json in
        for (index, text) in texts.enumerated() { json.member("k\(index)", text) }
        json.member("all", texts)
      }
    }
    let object = try #require(try parsed(json) as? [String: Any])
    #expect(object.count == texts.count + 1)
    #expect(object["all"] as? [String] == texts)
    for (index, text) in texts.enumerated() { #expect(object["k\(index)"] as? String == text) }
  }
}
