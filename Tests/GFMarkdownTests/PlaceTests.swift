import Testing

@testable import GFMarkdown

@Suite("Places in the source")
struct PlaceTests {
  private let front = "---\ntitle: Été\n---\n"
  private let text = """
    Début é [[Meta]] et [lien é](../a.md "t") puis ![i](x.png).
    Ligne [^claim-1] fin \\[[non]] `[[code]]` [[deux
    mots|mots liés]] ok.

    > Citation é [[Dans]]
    > - liste [q](q.md) et [^c2]
    >   suite\t[[Tab]]

    1. un

       deux é [z](z.md)[[Z]][^c3]

    | a [[T\\|cible]] | [t](t.md) |
    |---|---|
    | é é [u](u.md) | [[V]] [^c4] |

    [ref]: ref.md
    [long
    label]: long.md
    Texte [ref] et [long label][long label] et [*x*](y.md
    "titre") [[Fin]]

    # Titre [[H]] [h](h.md)

    Note[^n] [[Après]].

    [^n]: La note [n](n.md) [[Note]] [^c5]
    """

  /// The places that the text itself shows: those of each needle, in order.
  private func expected(_ needles: [String], in parsed: Parsed) -> [String] {
    var found: [String] = []
    for needle in needles {
      let bytes = Array(needle.utf8)
      let start = parsed.source.indices.first {
        parsed.source[$0...].starts(with: bytes)
      }
      found.append("\(parsed.position(start ?? -1)) \(needle)")
    }
    return found
  }

  @Test(
    "each wiki link knows its bytes, in lists, quotes, tables, headings, after letters with accents"
  )
  func wikiLinks() {
    let parsed = Parsed(text, after: front)
    let found = parsed.body.wikiLinks.map {
      "\(parsed.position($0.source.lowerBound)) \(parsed.source($0.source))"
    }
    let needles = [
      "[[Meta]]", "[[deux\nmots|mots liés]]", "[[Dans]]", "[[Tab]]", "[[Z]]", "[[T\\|cible]]",
      "[[V]]", "[[Fin]]", "[[H]]", "[[Après]]", "[[Note]]",
    ]
    #expect(found == expected(needles, in: parsed))
    #expect(
      parsed.body.wikiLinks.map(\.target) == [
        "Meta", "mots liés", "Dans", "Tab", "Z", "cible", "V", "Fin", "H", "Après", "Note",
      ])
    #expect(
      parsed.body.wikiLinks.map { parsed.html($0.html) } == [
        "Meta", "deux\nmots", "Dans", "Tab", "Z", "T", "V", "Fin", "H", "Après", "Note",
      ])
    #expect(parsed.body.wikiLinks[1].label == "deux mots")
  }

  @Test("each citation knows its bytes and where its mark belongs")
  func citations() {
    let parsed = Parsed(text, after: front)
    let found = parsed.body.citations.map {
      "\(parsed.position($0.source.lowerBound)) \(parsed.source($0.source))"
    }
    #expect(found == expected(["[^claim-1]", "[^c2]", "[^c3]", "[^c4]", "[^c5]"], in: parsed))
    #expect(parsed.body.citations.map(\.id) == ["claim-1", "c2", "c3", "c4", "c5"])
    let marked = parsed.body.spliced(
      parsed.body.citations.map { .init($0.html..<$0.html, Array("<\($0.id)>".utf8)) })
    let html = String(decoding: marked, as: UTF8.self)
    #expect(html.contains("Ligne <claim-1> fin"))
    #expect(html.contains("Z<c3></p>"))
    #expect(html.contains("V <c4></td>"))
  }

  @Test("each link and image knows its bytes and its attribute's value")
  func links() {
    let parsed = Parsed(text, after: front)
    let found = parsed.body.links.map {
      "\(parsed.position($0.source.lowerBound)) \(parsed.source($0.source))"
    }
    let needles = [
      "[lien é](../a.md \"t\")", "![i](x.png)", "[q](q.md)", "[z](z.md)", "[t](t.md)",
      "[u](u.md)", "[ref] et", "[long label][long label]", "[*x*](y.md\n\"titre\")", "[h](h.md)",
      "[n](n.md)",
    ]
    var wanted = expected(needles, in: parsed)
    wanted[6].removeLast(3)
    #expect(found == wanted)
    for link in parsed.body.links {
      #expect(parsed.html(link.html) == link.destination)
      let attribute = link.kind == .image ? "src=\"" : "href=\""
      let before = link.html.lowerBound - attribute.utf8.count..<link.html.lowerBound
      #expect(parsed.html(before) == attribute)
    }
  }

  @Test("links without brackets are found too, each one once")
  func bareLinks() {
    let parsed = Parsed("é http://a.b and http://a.b,\n> <https://c.d> or e@f.gh\n")
    let found = parsed.body.links.map {
      "\(parsed.position($0.source.lowerBound)) \(parsed.source($0.source))"
    }
    #expect(
      found == ["1:3 http://a.b", "1:18 http://a.b", "2:4 https://c.d", "2:20 e@f.gh"])
    #expect(parsed.body.links.map(\.destination).last == "mailto:e@f.gh")
    #expect(parsed.body.links.allSatisfy { $0.isExternal })
  }

  @Test("diagnostics point at the line and the column")
  func diagnostics() {
    let parsed = Parsed(
      """
      Été [x](javascript:a) et ![y](data:b)

      > - é [[open *a*]] <b>c</b>

      ```é é
      ```
      """, after: front)
    // The end of an element is no second mistake.
    #expect(parsed.places == ["M005 4:5", "M005 4:26", "M009 6:7", "M007 6:20", "M006 8:1"])
  }

  @Test("text for names knows its line and leaves out links, headings, code and marks")
  func linkableText() {
    let parsed = Parsed(
      "# Head\n\nOne [two](2.md) three `four`\nfive [[six]] *seven*[^8] ![nine](9.png)\n",
      after: front)
    let found = parsed.body.linkableText.map {
      "\(parsed.position($0.lineStart)) \(parsed.html($0.html))"
    }
    #expect(
      found == [
        "6:1 One ", "6:1  three ", "6:1 \nfive ", "7:1  ", "7:1 seven", "7:1  ",
      ])
  }

  @Test("a text that uses every marking character still parses")
  func markingCharactersUsed() {
    let parsed = Parsed("\u{12470}\u{12471}\u{12472}\u{12473}\u{12474} [a](b) [[c]]")
    #expect(parsed.html.contains("\u{12474} <a href=\"b\">a</a> [[c]]"))
    let some = Parsed("\u{12470}0000[a](b) [[c]] \u{12471}")
    #expect(some.html == "<p>\u{12470}0000<a href=\"b\">a</a> c \u{12471}</p>\n")
    #expect(some.body.wikiLinks.count == 1)
  }
}
