import SiteBuild
import SourceDiagnostics
import Testing

/// The house as it stands.
@Suite("The rules of the house")
struct HouseRulesTests {
  private static let arrows = PackageArrows(Repository.file("Package.swift")?.text ?? "")
  private static let all = Repository.swiftFiles
  private static let sources = all.filter { $0.path.hasPrefix("Sources/") }

  /// Which room may import which; a new arrow is drawn here and in Package.swift, and explained in
  /// ARCHITECTURE.md.
  private static let plan: [String: [String]] = [
    "CMarkGFM": [],
    "WorkerThreads": [],
    "Digests": [],
    "SourceDiagnostics": [],
    "FrontMatter": ["SourceDiagnostics", "Yams", "CYaml"],
    "GFMarkdown": ["CMarkGFM", "SourceDiagnostics"],
    "TemplateEngine": ["Digests", "SourceDiagnostics"],
    "SearchIndex": ["SourceDiagnostics"],
    "SiteModel": ["SourceDiagnostics", "FrontMatter", "GFMarkdown", "WorkerThreads"],
    "EditorialRules": ["SiteModel", "FrontMatter", "GFMarkdown", "SourceDiagnostics"],
    "SitePlan": ["SiteModel", "SourceDiagnostics"],
    "SiteRender": [
      "SitePlan", "SiteModel", "SearchIndex", "TemplateEngine", "GFMarkdown", "FrontMatter",
      "Digests", "SourceDiagnostics", "WorkerThreads",
    ],
    "SiteFiles": ["Digests", "SourceDiagnostics", "WorkerThreads"],
    "DefaultTheme": [],
    "SiteBuild": [
      "SiteFiles", "SiteModel", "EditorialRules", "SitePlan", "SiteRender", "SearchIndex",
      "TemplateEngine", "GFMarkdown", "FrontMatter", "Digests", "SourceDiagnostics", "DefaultTheme",
      "WorkerThreads",
    ],
    "CZlib": [],
    "PreviewServer": [
      "CZlib", "SourceDiagnostics", "HummingbirdCore", "HTTPTypes", "Logging", "NIOCore",
      "NIOHTTP1", "NIOPosix", "NIOHTTPTypes", "NIOHTTPTypesHTTP1",
    ],
    "Publishing": ["SiteFiles"],
    "brevier": [
      "ArgumentParser", "SiteBuild", "SiteFiles", "SiteModel", "SourceDiagnostics", "DefaultTheme",
      "PreviewServer", "Publishing", "WorkerThreads",
    ],
    // Tools that are run while building or testing, and are no part of the program.
    "TemplateExample": ["TemplateEngine", "SourceDiagnostics"],
    "DocumentedExamples": [],
    "IndexReading": [],
    "EditFuzzer": ["SiteBuild", "SiteFiles", "SiteModel", "DefaultTheme", "SourceDiagnostics"],
    "EmbedFilesPlugin": ["embed-files"],
    "embed-files": [],
    "template-conformance": ["TemplateEngine", "WorkerThreads", "SourceDiagnostics"],
  ]

  /// Tools of the build may use Foundation; the program does without.
  private static let foundationTargets: Set<String> = ["EmbedFilesPlugin", "embed-files"]

  /// Long files that are lists: nothing in them has to be held in mind for the next entry.
  private static let lists: Set<String> = [
    "Sources/SiteModel/ContentRules.swift",  // one rule after the other, with its explanation
    "Sources/FrontMatter/FrontMatterRules.swift",  // likewise
    "Sources/TemplateEngine/Filters/NormalizationData.swift",  // a table of Unicode
    "Sources/TemplateEngine/Run/Machine+Operators.swift",  // one operator after the other
    // One kind of expression after the other, each by a function of its own.
    "Sources/TemplateEngine/Compile/TemplateCompiler+Values.swift",
    "Sources/TemplateEngine/Syntax/Parser+Expressions.swift",
  ]

  /// Long functions that are one table.
  private static let tables: Set<String> = [
    // One case for each instruction of the template machine.
    "Sources/TemplateEngine/Run/Machine.swift: mutating func run",
    "Sources/TemplateEngine/Run/Machine.swift: private mutating func simple",
    // One line for each step from parsed files to a site.
    "Sources/SiteModel/Resolve/Resolver.swift: package init(asOf",
  ]

  /// Files that are named after what they extend others with.
  private static let namedAfterContent: Set<String> = Set(
    all.map(\.path).filter { path in
      // `…Rules.swift` lists rules in an extension of DiagnosticRule, `…Schema(s).swift` describes
      // files in one of Schema, `…Fixtures.swift` holds what tests compare with.
      ["Rules", "Schema", "Schemas", "Fixtures", "Samples"].contains {
        path.hasSuffix($0 + ".swift") && !path.hasSuffix("/\($0)Tests.swift")
      }
    }
  ).union([
    "Sources/SiteBuild/Stages.swift",  // the stages of Pipeline
    "Sources/SiteModel/Model/Identifiers.swift",  // the ids, none of them the main one
    "Sources/SiteModel/Model/RecordFiles.swift",  // the records as files say them
    "Sources/template-conformance/main.swift",  // a script
    // Extensions and functions without a type of their own.
    "Sources/GFMarkdown/HTMLEscaping.swift",
    "Sources/SiteRender/Feeds/MarkupBytes.swift", "Sources/SiteRender/Feeds/RecordWords.swift",
    "Sources/SiteRender/Words/LocaleWords.swift",
    "Sources/TemplateEngine/Filters/PercentFormat.swift",
    "Sources/TemplateEngine/Run/Objects.swift",
  ])

  @Test("Package.swift is read whole: every target has its folder, and every folder its target")
  func targets() {
    #expect(Self.arrows.targets.count > 10)
    let folders = Set(Self.all.compactMap { $0.path.split(separator: "/").dropFirst().first })
    let declared = Self.arrows.targets.filter { $0 != "CMarkGFM" && $0 != "CZlib" }
    #expect(Set(declared.map { Substring($0) }).isSuperset(of: folders))
    #expect(Self.arrows.dependencies["FrontMatter"] == ["SourceDiagnostics", "Yams", "CYaml"])
    #expect(Self.arrows.dependencies["brevier"]?.contains("ArgumentParser") == true)
  }

  /// Where the template engine may use pointers; ARCHITECTURE names the same places.
  private static let enginePointers = [
    "Values/", "Run/", "Compile/Program.swift", "Filters/Machine+Filters.swift",
    "Library/CallContext.swift", "Library/TemplateRenderer.swift",
  ]

  @Test("the template engine's pointers stay in the places that ARCHITECTURE names")
  func pointers() {
    let engine = "Sources/TemplateEngine/"
    let users = Self.all.filter { file in
      file.path.hasPrefix(engine) && file.code.lines.contains { $0.contains("Unsafe") }
    }.map { String($0.path.dropFirst(engine.count)) }
    #expect(users.count > 10)
    for user in users {
      #expect(Self.enginePointers.contains { user.hasPrefix($0) }, "\(user) uses pointers")
    }
  }

  @Test("every import is drawn in Package.swift")
  func imports() {
    let found = Self.all.flatMap { file -> [String] in
      let target = String(file.path.split(separator: "/")[1])
      let allowed = Self.arrows.dependencies[target] ?? []
      return HouseRules.undrawnImports(
        file, target: target, allowed: allowed,
        foundation: file.path.hasPrefix("Tests/") || Self.foundationTargets.contains(target))
    }
    #expect(found == [])
  }

  @Test("arrows go one way, as the plan has them")
  func plannedArrows() {
    #expect(HouseRules.unplannedArrows(Self.arrows, plan: Self.plan) == [])
    #expect(HouseRules.circles(Self.arrows) == [])
  }

  @Test("files have at most 400 lines, unless they are lists")
  func lengths() {
    #expect(Self.all.flatMap { HouseRules.length($0, lists: Self.lists) } == [])
  }

  @Test("functions have at most 60 lines, unless they are tables")
  func functions() {
    #expect(Self.all.flatMap { HouseRules.longFunctions($0, lists: Self.tables) } == [])
  }

  @Test("no name says nothing")
  func names() {
    #expect(Self.all.flatMap { HouseRules.emptyNames($0) } == [])
  }

  @Test("a file is named after its main type")
  func fileNames() {
    let found = Self.all.flatMap { HouseRules.misnamedFile($0, exceptions: Self.namedAfterContent) }
    #expect(found == [])
  }

  @Test("texts say what is, not how it came about")
  func words() {
    let words = Self.forbiddenWords
    let texts = Repository.houseTexts
    #expect(texts.count > 100)
    #expect(texts.flatMap { HouseRules.forbiddenWords($0, words: words) } == [])
    #expect(texts.flatMap { HouseRules.ticketNumbers($0) } == [])
  }

  /// Written in two parts, so that this file does not break its own rule.
  private static let forbiddenWords: [String] = [
    "sess" + "ion", "/wo" + "rk/", "/t" + "mp/", "shared/" + "design",
    "regis" + "try.np", "py" + "pi.", "artifac" + "tory", "proxy.go" + "lang",
  ]

  @Test("nothing stops the program by force")
  func traps() {
    #expect(Self.sources.flatMap { HouseRules.traps($0) } == [])
  }

  @Test("every promise to the compiler is proved in a comment")
  func promises() {
    #expect(Self.all.flatMap { HouseRules.unprovenPromises($0) } == [])
  }

  @Test("README names only commands that exist")
  func commands() {
    guard let readme = Repository.file("README.md") else { return }
    let subcommands = HouseRules.subcommands(Self.sources)
    let makeTargets = HouseRules.makeTargets(Repository.file("Makefile")?.text ?? "")
    #expect(subcommands.contains("build") && makeTargets.contains("test"))
    #expect(
      HouseRules.unknownCommands(readme, makeTargets: makeTargets, subcommands: subcommands) == [])
  }

  // MARK: - Rules of diagnostics

  @Test("every rule has a code of its own, a title and an explanation")
  func diagnosticRules() {
    let rules = RuleCatalog.all
    #expect(rules.count > 60)
    #expect(RuleFaults.doubleCodes(rules) == [])
    #expect(rules.flatMap { RuleFaults.missingWords($0) } == [])
  }

  @Test("every rule that is written down is in the catalogue")
  func catalogue() {
    let declared = Self.sources.flatMap { file in
      file.text.matches(of: #/DiagnosticRule\(\s*"([A-Z][0-9]{3})"/#).map { String($0.1) }
    }
    #expect(declared.count > 60)
    #expect(Set(declared).subtracting(RuleCatalog.all.map(\.code)).sorted() == [])
  }
}
