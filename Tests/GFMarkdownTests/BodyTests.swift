import Testing

@testable import GFMarkdown

@Suite("Bodies")
struct BodyTests {
  private let plainOptions = MarkdownOptions(typography: false)

  @Test("headings sink by the offset, get GitHub's names, and equal ones are counted")
  func headings() {
    let parsed = Parsed(
      "# A *b* `c`!\n\n## A b c\n\n###### Été à l'IA ?\n\n# A b c\n\n# a-b-c\n\n# !!!\n\n# fn-1\n\nSet\n===\n",
      plainOptions)
    #expect(
      parsed.body.headings.map(\.id) == [
        "a-b-c", "a-b-c-1", "été-à-lia-", "a-b-c-2", "a-b-c-3", "section", "fn-1-1", "set",
      ])
    #expect(parsed.body.headings.map(\.level) == [2, 3, 6, 2, 2, 2, 2, 2])
    #expect(parsed.body.headings[0].text == "A b c!")
    #expect(parsed.html.hasPrefix("<h2 id=\"a-b-c\">A <em>b</em> <code>c</code>!</h2>\n"))
    #expect(parsed.source(parsed.body.headings[7].source) == "Set\n===")
    #expect(Set(parsed.body.anchors).count == parsed.body.anchors.count)
  }

  @Test("twenty thousand equal headings have twenty thousand names")
  func equalHeadings() {
    let parsed = Parsed(String(repeating: "# a\n\n", count: 20_000))
    #expect(Set(parsed.body.headings.map(\.id)).count == 20_000)
    #expect(parsed.body.headings.last?.id == "a-19999")
  }

  @Test("an image alone is a figure with its title as the caption; among words it is not")
  func figures() {
    let parsed = Parsed("![A *b*](c.png \"D & e\")\n\n![f](g.png)\n\nx ![h](i.png \"j\")\n")
    #expect(
      parsed.html == """
        <figure><img src="c.png" alt="A b">
        <figcaption>D &amp; e</figcaption></figure>
        <figure><img src="g.png" alt="f"></figure>
        <p>x <img src="i.png" alt="h" title="j"></p>

        """)
  }

  @Test("tables scroll in a named frame, tasks say their state, code has a class")
  func blocks() {
    let parsed = Parsed(
      "| a | b |\n|:--|--:|\n| c | d |\n\n- [x] e\n- [ ] f\n\n```c++ g\nh\n```\n\n    i\n")
    #expect(
      parsed.html == """
        <div class="table-scroll" tabindex="0" role="region" aria-label="Table 1">
        <table>
        <thead>
        <tr>
        <th scope="col" class="align-left">a</th>
        <th scope="col" class="align-right">b</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="align-left">c</td>
        <td class="align-right">d</td>
        </tr>
        </tbody>
        </table>
        </div>
        <ul>
        <li class="task"><input type="checkbox" disabled checked aria-label="Done"> e</li>
        <li class="task"><input type="checkbox" disabled aria-label="To do"> f</li>
        </ul>
        <pre tabindex="0"><code class="language-c++">h
        </code></pre>
        <pre tabindex="0"><code>i
        </code></pre>

        """)
    #expect(parsed.body.codeLanguages == ["c++"])
  }

  @Test("footnotes are numbered by first use and lead back to every mark, in the site's words")
  func footnotes() {
    var options = MarkdownOptions(language: "fr")
    options.labels.footnotes = "Notes"
    options.labels.backToText = "Retour à l’appel"
    let parsed = Parsed("A[^b] c[^d] e[^b].\n\n[^d]: F[^b]\n[^b]: G\n[^unused]: H\n", options)
    #expect(parsed.body.hasFootnotes)
    #expect(parsed.html.contains("A<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\""))
    #expect(parsed.html.contains("id=\"fnref-1-2\""))
    #expect(parsed.html.contains("<li id=\"fn-1\">\n<p>G <a href=\"#fnref-1\""))
    #expect(parsed.html.contains("href=\"#fnref-1-3\""))
    #expect(parsed.html.contains("aria-label=\"Retour à l’appel 1-3\""))
    #expect(
      parsed.html.contains(
        "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Notes\">"))
    #expect(!parsed.html.contains(">H"))
    #expect(parsed.plain == "A c e.\nG\nF")
    for anchor in parsed.body.anchors { #expect(parsed.html.contains("id=\"\(anchor)\"")) }
  }

  @Test("addresses to other sites get a rel, those on the site none")
  func links() {
    let parsed = Parsed(
      "[a](https://b.c/d?e&f \"g\") [h](i.md#j) [k](//l.m) [n](#o) [p](mailto:q@r.s)")
    #expect(
      parsed.html.contains("<a href=\"https://b.c/d?e&amp;f\" title=\"g\" rel=\"noopener\">a</a>"))
    #expect(parsed.html.contains("<a href=\"i.md#j\">h</a>"))
    #expect(parsed.body.links.map(\.isExternal) == [true, false, true, false, true])
  }

  @Test("the excerpt is the first paragraph, or all before the mark, cut at a word's end")
  func excerpts() {
    let parsed = Parsed(
      "# T\n\nOne two[^1] `three`\nfour ![x](y). Ne\u{301}e 👩‍👩‍👧‍👦👩‍👩‍👧‍👦\n\nNext\n\n[^1]: n\n", plainOptions)
    #expect(parsed.body.excerpt(maximum: 500) == "One two three four . Ne\u{301}e 👩‍👩‍👧‍👦👩‍👩‍👧‍👦")
    #expect(parsed.body.excerpt(maximum: 13) == "One two three…")
    #expect(parsed.body.excerpt(maximum: 12) == "One two…")
    #expect(parsed.body.excerpt(maximum: 2) == "On…")
    #expect(parsed.body.excerpt(maximum: 25) == "One two three four . Ne\u{301}e…")
    let more = Parsed("One\n\nTwo\n\n<!-- more -->\n\nThree\n")
    #expect(more.body.excerpt(maximum: 100) == "One Two")
    #expect(!more.html.contains("more"))
    #expect(Parsed("").body.excerpt(maximum: 10) == "")
    #expect(Parsed("👩‍👩‍👧‍👦👩‍👩‍👧‍👦").body.excerpt(maximum: 1) == "👩‍👩‍👧‍👦…")
  }

  @Test("plain text has a line for each block; words are counted")
  func plainText() {
    let parsed = Parsed(
      "# A\n\n- b *c*\n- d\n\n> e\\\n> f\n\n| g | h |\n|-|-|\n\n```\ncode\n```\n<b>i</b>",
      plainOptions)
    #expect(parsed.plain == "A\nb c\nd\ne f\ng h\ni")
    #expect(parsed.body.wordCount == 9)
  }

  @Test("wiki links: empty, escaped, in code, in links and across markup are text")
  func wikiLinks() {
    let parsed = Parsed("[[ ]] \\[[a]] `[[b]]` [c [[d]]](e) [[*f*]] [[A&amp;B|x|y]] [[[i]]]")
    #expect(parsed.body.wikiLinks.map(\.label) == ["A&B|x", "[i"])
    #expect(parsed.body.wikiLinks.map(\.target) == ["y", "[i"])
    #expect(parsed.codes.filter { $0 == "M009" }.count == 2)
    #expect(parsed.html.contains("<a href=\"e\">c [[d]]</a>"))
    let off = Parsed("[[a]]", MarkdownOptions(wikiLinks: false))
    #expect(off.html == "<p>[[a]]</p>\n")
  }

  @Test("splicing puts each replacement in its place and leaves out those that overlap")
  func splicing() {
    let parsed = Parsed("a [[b]] c [[d]]", MarkdownOptions())
    let parts = parsed.body.wikiLinks.map {
      MarkdownBody.Replacement($0.html, Array("<i>\($0.target)</i>".utf8))
    }
    let html = { String(decoding: parsed.body.spliced($0), as: UTF8.self) }
    #expect(html(parts) == "<p>a <i>b</i> c <i>d</i></p>\n")
    #expect(html([]) == parsed.html)
    #expect(html([parts[0], parts[0], .init(900..<901, [])]) == "<p>a <i>b</i> c d</p>\n")
  }

  @Test("one, two and four threads give the same HTML")
  func threads() async {
    let texts = (0..<300).map { index in
      "www.a\(index).bc ~~x\(index)~~ http://d.e/\(index) *~f~* [[g]] a~b~c ~~*h*~~ w:x i@j.kl\n\n| ~m~ |\n|-|\n| www.n.o |\n"
    }
    let expected = texts.map { Parsed($0).html }
    #expect(expected[7].contains("<del>x7</del>"))
    for threads in [1, 2, 4] {
      let wrong = await withTaskGroup(of: Int.self) { group in
        for thread in 0..<threads {
          group.addTask {
            var wrong = 0
            for round in 0..<4 {
              for index in stride(from: thread, to: texts.count, by: round % 2 == 0 ? threads : 1)
              where Parsed(texts[index]).html != expected[index] { wrong += 1 }
            }
            return wrong
          }
        }
        return await group.reduce(0, +)
      }
      #expect(wrong == 0, "\(threads) threads")
    }
  }

  @Test("a parse leaves nothing in the thread's memory")
  func memory() {
    for text in ["", "a *b* [c](d)\n", String(repeating: "> a `b` [c](d)\n\n", count: 3_000)] {
      _ = Parsed(text)
      #expect(ThreadMemory.use == (0, 0))
    }
  }
}
