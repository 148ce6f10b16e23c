import SourceDiagnostics
import Testing

/// Each rule of the house, given a text that breaks it and one that nearly does.
@Suite("The rules of the house can fail")
struct HouseRulesCanFailTests {
  private func file(_ text: String, _ path: String = "Sources/Room/Thing.swift") -> Repository.File
  {
    Repository.File(path: path, text: text)
  }

  @Test("an import that is not drawn")
  func imports() {
    let text = "package import SiteModel\n@testable import Foundation\nimport Glibc\n// import X\n"
    func found(_ allowed: [String], _ foundation: Bool) -> Int {
      HouseRules.undrawnImports(
        file(text), target: "Room", allowed: allowed, foundation: foundation
      ).count
    }
    #expect(found([], false) == 2)
    #expect(found(["SiteModel"], false) == 1)
    #expect(found(["SiteModel"], true) == 0)
    #expect(HouseRules.imports(file("let import_ = 1\nimport struct Foundation.URL")) != [])
  }

  @Test("an arrow that is not planned, and a circle")
  func arrows() {
    let manifest = """
      let package = Package(
        targets: [
          .systemLibrary(name: "S", pkgConfig: "s", providers: [.apt(["x-dev"])]),
          room("A", ["B", .product(name: "Yams", package: "Yams"), "S"]),
          room("B", ["C"]),
          .executableTarget(
            name: "C", dependencies: ["A"], swiftSettings: strict),
          .target(name: "D", exclude: ["Files"], plugins: ["P"]),
          tests("ATests", ["A"], fixtures: ["Fixtures"]),
        ]
      )
      """
    let arrows = PackageArrows("\n" + manifest.replacing("(\n  targets", with: "(\n  targets"))
    #expect(arrows.targets == ["S", "A", "B", "C", "D", "ATests"])
    #expect(arrows.dependencies["A"] == ["B", "Yams", "CYaml", "S"])
    #expect(arrows.dependencies["S"] == [] && arrows.dependencies["D"] == [])
    #expect(arrows.dependencies["ATests"] == ["A"])
    #expect(HouseRules.circles(arrows) == ["A", "B", "C"])
    let plan = ["S": [], "A": ["B", "S", "Yams", "CYaml"], "B": [], "C": ["A"]]
    #expect(
      HouseRules.unplannedArrows(arrows, plan: plan) == [
        "B → C is not in the plan", "D is not in the plan",
      ])
  }

  @Test("a long file, and a long function")
  func lengths() {
    let long = file(String(repeating: "x\n", count: 401))
    #expect(HouseRules.length(long, lists: []).count == 1)
    #expect(HouseRules.length(long, lists: ["Sources/Room/Thing.swift"]) == [])
    #expect(HouseRules.length(file(String(repeating: "x\n", count: 400)), lists: []) == [])
    func function(_ count: Int) -> Repository.File {
      file("  private static func a() {\n" + String(repeating: "    b()\n", count: count) + "  }\n")
    }
    #expect(HouseRules.longFunctions(function(59), lists: []).count == 1)
    #expect(HouseRules.longFunctions(function(58), lists: []) == [])
    let listed: Set = ["Sources/Room/Thing.swift: private static func a"]
    #expect(HouseRules.longFunctions(function(59), lists: listed) == [])
  }

  @Test("a name that says nothing, and a file without its type")
  func names() {
    #expect(HouseRules.emptyNames(file("struct FileManager2 {}\nenum StringHelpers {}")).count == 1)
    #expect(HouseRules.emptyNames(file("", "Sources/Room/Utils.swift")).count == 1)
    #expect(HouseRules.emptyNames(file("struct BaseURL {}\n// class Manager {}")) == [])
    #expect(HouseRules.emptyNames(file("class TestBase {}")).count == 1)
    #expect(HouseRules.misnamedFile(file("struct Other {}"), exceptions: []).count == 1)
    #expect(
      HouseRules.misnamedFile(file("package struct Thing: Sendable {}"), exceptions: []) == [])
    let aspect = file("extension Thing {}", "Sources/Room/Thing+Part.swift")
    #expect(HouseRules.misnamedFile(aspect, exceptions: []) == [])
  }

  @Test("a word that speaks of how a text came about")
  func words() {
    let text = file("fine\nIn this Sess" + "ion we fixed it\nsee iss" + "ue 12, (#" + "4)")
    #expect(HouseRules.forbiddenWords(text, words: ["sess" + "ion"]).count == 1)
    #expect(HouseRules.ticketNumbers(text).count == 1)
    #expect(HouseRules.ticketNumbers(file("an issue of 12 pages, #1f2933, C# 4")) == [])
  }

  @Test("force, in code but not in words about it")
  func traps() {
    let bad = ["let a = b!", "try" + "! c()", "d as" + "! E", "var f: G!", "h()!.i", "j[0]! + 1"]
    for line in bad { #expect(HouseRules.traps(file(line)).count == 1, "\(line)") }
    #expect(HouseRules.traps(file("fatalError(\"TO" + "DO: later\")")).count == 1)
    let good = [
      "if a != b {}", "let a = !b", "let s = \"hey!\"", "// so it is!", "/* a! */ let b = 1",
      "let r = #\"a!\"b\"#", "a(!b)",
    ]
    for line in good { #expect(HouseRules.traps(file(line)) == [], "\(line)") }
    #expect(HouseRules.traps(file("let t = \"\"\"\n  a! \"b\"\n  \"\"\"\nc!")) != [])
  }

  @Test("a promise without a proof")
  func promises() {
    let word = "@unchecked" + " Sendable"
    let bare = file("final class A: \(word) {}")
    #expect(HouseRules.unprovenPromises(bare).count == 1)
    #expect(HouseRules.unprovenPromises(file("// Only one thread writes.\n" + bare.text)) == [])
    #expect(HouseRules.unprovenPromises(file("nonisolated" + "(unsafe) var a = 1")).count == 1)
  }

  @Test("a command that does not exist")
  func commands() {
    let makeTargets = HouseRules.makeTargets("all: site\ntest: deps\n\tx\nA := b\n")
    #expect(makeTargets == ["all", "test"])
    let subcommands = HouseRules.subcommands([file("commandName: \"build\", abstract")])
    let readme = file(
      "Run `make test`, then `make tests`.\n```\nbrevier build\nbrevier biuld --x\n```\nmake do",
      "README.md")
    #expect(
      HouseRules.unknownCommands(readme, makeTargets: makeTargets, subcommands: subcommands) == [
        "README.md:1: there is no 'make tests'", "README.md:4: there is no 'brevier biuld'",
      ])
  }

  @Test("a rule with words missing, and two of one code")
  func diagnosticRules() {
    let text = String(repeating: "Because it is so. ", count: 6)
    let good = DiagnosticRule("C001", .error, "so it is", explanation: text + "Wrong: a Right: b")
    #expect(RuleFaults.missingWords(good) == [])
    #expect(RuleFaults.doubleCodes([good, good]) == ["C001"])
    let bad = DiagnosticRule("C12", .error, "It is so.", explanation: "x")
    #expect(RuleFaults.missingWords(bad).count == 4)
    let reversed = DiagnosticRule("P001", .error, "t", explanation: text + "Right: b Wrong: a")
    #expect(RuleFaults.missingWords(reversed) == ["P001 shows no wrong and right example"])
  }
}
