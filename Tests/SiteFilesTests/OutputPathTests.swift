import SiteFiles
import Testing

@Suite("An output path")
struct OutputPathTests {
  @Test(
    "may be any plain relative path",
    arguments: [
      "index.html", "briefs/meta-tpu/index.html", ".nojekyll", ".well-known/security.txt",
      "_headers", "a/@me/x+y~z.json", "console.html", "com10.txt", "lpt.txt", "con-1",
      "page/2/index.html", "..a", "gitignore", ".gitattributes",
    ])
  func allowed(text: String) throws {
    #expect(try OutputPath(text).text == text)
  }

  @Test(
    "says which rule a text breaks",
    arguments: [
      ("", .empty), ("/etc/passwd", .absolute), ("../x", .dots("..")), ("a/../b", .dots("..")),
      ("./a", .dots(".")), ("a//b", .emptyPart), ("a/", .emptyPart),
      ("a\\b", .character("\\")), ("é", .character("é")), ("a b", .character(" ")),
      ("a\0b", .character("\0")), ("a:b", .character(":")), ("a%2e", .character("%")),
      ("a\nb", .character("\n")), ("x.", .trailingDot("x.")), ("a./b", .trailingDot("a.")),
      ("CON", .device("CON")), ("a/nul.html", .device("nul.html")), ("Com1", .device("Com1")),
      ("lpt9.tar.gz", .device("lpt9.tar.gz")), ("aux/x", .device("aux")), ("prn", .device("prn")),
      (".git/config", .kept(".git")), ("a/.GIT/x", .kept(".GIT")),
      (".brevier-manifest", .kept(".brevier-manifest")), (".Brevier/x", .kept(".Brevier")),
    ] as [(String, OutputPathProblem)])
  func refused(text: String, problem: OutputPathProblem) {
    #expect(throws: problem) { try OutputPath(text) }
  }

  @Test("is refused when a part has more than 255 bytes or the whole more than 900")
  func lengths() throws {
    let part = String(repeating: "a", count: 255)
    #expect(try OutputPath(part).text == part)
    #expect(throws: OutputPathProblem.partTooLong(256)) { try OutputPath(part + "a") }
    let whole = [part, part, part, String(repeating: "b", count: 132)].joined(separator: "/")
    #expect(try OutputPath(whole).text.utf8.count == 900)
    #expect(throws: OutputPathProblem.tooLong(901)) { try OutputPath(whole + "b") }
  }

  @Test("has the collision key of every path that differs from it in case only")
  func collisions() throws {
    #expect(
      try OutputPath("OpenAI/A.html").collisionKey == OutputPath("openai/a.HTML").collisionKey)
    #expect(try OutputPath("a-b").collisionKey != OutputPath("a_b").collisionKey)
  }

  @Test("stands in the order of its bytes")
  func order() throws {
    let sorted = try ["a/b", "a-b", "B", "a", "a.b"].map { try OutputPath($0) }.sorted()
    #expect(sorted.map(\.text) == ["B", "a", "a-b", "a.b", "a/b"])
  }

  @Test("names the character that is not allowed, by its number when it cannot be shown")
  func messages() {
    #expect(OutputPathProblem.character("\\").description.hasPrefix("holds '\\';"))
    #expect(OutputPathProblem.character("\u{7}").description.hasPrefix("holds U+0007;"))
    #expect(OutputPathProblem.character("\u{202E}").description.hasPrefix("holds U+202E;"))
  }
}
