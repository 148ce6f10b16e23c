/// The rules of the house, each a function from text to what is wrong with it, so that a test can
/// show that it fails where it should.
enum HouseRules {
  typealias File = Repository.File

  /// Modules that come with the compiler or the system.
  private static let systemModules: Set<String> = [
    "Glibc", "Darwin", "Musl", "Synchronization", "Foundation", "Testing", "PackagePlugin",
  ]

  /// The modules that a file imports, in order.
  static func imports(_ file: File) -> [String] {
    file.code.lines.compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let place = words.firstIndex(of: "import"), place <= 2, place + 1 < words.count,
        words[..<place].allSatisfy({ word in
          word.hasPrefix("@") || ["public", "package", "internal", "private", "fileprivate"].contains(word)
        })
      else { return nil }
      return words[place + 1].split(separator: ".").first.map(String.init)
    }
  }

  /// Imports that Package.swift does not draw; Foundation only where it is allowed.
  static func undrawnImports(
    _ file: File, target: String, allowed: [String], foundation: Bool
  ) -> [String] {
    imports(file).filter { module in
      if module == "Foundation" { return !foundation }
      return !systemModules.contains(module) && !allowed.contains(module)
    }.map { "\(file.path) imports \($0), which Package.swift does not draw for \(target)" }
  }

  /// Arrows that the plan of the house does not have, and targets that it does not know.
  static func unplannedArrows(_ arrows: PackageArrows, plan: [String: [String]]) -> [String] {
    arrows.targets.filter { !$0.hasSuffix("Tests") }.flatMap { target -> [String] in
      guard let planned = plan[target] else { return ["\(target) is not in the plan"] }
      return (arrows.dependencies[target] ?? []).filter { !planned.contains($0) }
        .map { "\(target) → \($0) is not in the plan" }
    }
  }

  /// Targets that reach themselves.
  static func circles(_ arrows: PackageArrows) -> [String] {
    arrows.targets.filter { start in
      var seen = Set<String>()
      var rest = arrows.dependencies[start] ?? []
      while let next = rest.popLast() {
        if seen.insert(next).inserted { rest += arrows.dependencies[next] ?? [] }
      }
      return seen.contains(start)
    }
  }

  /// A file that is longer than 400 lines.
  static func length(_ file: File, lists: Set<String>) -> [String] {
    let count = file.lines.count - (file.text.hasSuffix("\n") ? 1 : 0)
    return count > 400 && !lists.contains(file.path) ? ["\(file.path) has \(count) lines"] : []
  }

  /// Functions that are longer than 60 lines, found by the indentation that the formatter gives.
  static func longFunctions(_ file: File, lists: Set<String>) -> [String] {
    let lines = file.code.lines
    var found: [String] = []
    for (start, line) in lines.enumerated() where isFunction(line) {
      let indent = String(line.prefix { $0 == " " })
      let end = lines[start...].firstIndex { $0 == indent + "}" || $0.hasPrefix(indent + "} ") }
      guard let end, end - start + 1 > 60 else { continue }
      let place = "\(file.path): \(line.drop { $0 == " " }.prefix(50))"
      if !lists.contains(where: { place.hasPrefix($0) }) {
        found.append("\(place) … has \(end - start + 1) lines")
      }
    }
    return found
  }

  private static func isFunction(_ line: String) -> Bool {
    let words = line.split(separator: " ").map { $0.prefix { $0.isLetter || $0 == "_" } }
    let modifiers: Set<Substring> = [
      "public", "package", "private", "fileprivate", "internal", "static", "mutating", "override",
      "required", "convenience", "final", "borrowing", "consuming", "isolated", "nonisolated",
    ]
    guard let first = words.first(where: { !modifiers.contains($0) }) else { return false }
    return first == "func" || first == "init"
  }

  /// Names that say nothing, of a file or a type.
  static func emptyNames(_ file: File) -> [String] {
    let types = file.code.lines.flatMap { declaredTypes($0) }
    return Set([file.name] + types).sorted().filter { isEmpty($0) }
      .map { "\(file.path): '\($0)' says nothing" }
  }

  private static func isEmpty(_ name: String) -> Bool {
    let words = ["Utils", "Util", "Utilities", "Helper", "Helpers", "Common", "Manager", "Misc"]
    return name == "Base" || name.hasSuffix("Base")
      || words.contains { name == $0 || name.hasSuffix($0) || name.hasPrefix($0 + "+") }
  }

  private static func declaredTypes(_ line: String) -> [String] {
    let words = line.split(separator: " ").map(String.init)
    let kinds = ["struct", "class", "enum", "protocol", "actor", "typealias", "extension"]
    return zip(words, words.dropFirst()).filter { kinds.contains($0.0) }
      .map { String($0.1.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }) }
  }

  /// A file without the type that it is named after; `A+B.swift` must extend `A`.
  static func misnamedFile(_ file: File, exceptions: Set<String>) -> [String] {
    let name = String(file.name.prefix { $0 != "+" })
    let types = file.code.lines.flatMap { declaredTypes($0) }
    let isThere = types.contains { $0 == name || $0.hasSuffix("." + name) }
    return isThere || exceptions.contains(file.path) ? [] : ["\(file.path) declares no \(name)"]
  }

  /// Words that speak of how the text came about instead of what it says.
  static func forbiddenWords(_ file: File, words: [String]) -> [String] {
    let whole = file.text.lowercased()
    let found = words.filter { whole.contains($0) }
    if found.isEmpty { return [] }
    return file.lines.enumerated().flatMap { index, line -> [String] in
      let lower = line.lowercased()
      return found.filter { lower.contains($0) }
        .map { "\(file.path):\(index + 1) says '\($0)'" }
    }
  }

  /// Numbers of tickets, in words or as a number sign in brackets.
  static func ticketNumbers(_ file: File) -> [String] {
    let pattern = #/(?i)\b(?:issue|ticket|pr)s? #?[0-9]+\b| \(#[0-9]+\)/#
    return file.lines.enumerated().filter { _, line in
      // Looking for words is quick, matching is not.
      ["ssue", "icket", "PR", " (#"].contains { line.contains($0) }
        && line.firstMatch(of: pattern) != nil
    }.map { "\(file.path):\($0.offset + 1) names a ticket" }
  }

  /// Places where the program would stop instead of saying what is wrong.
  static func traps(_ file: File) -> [String] {
    let unwrap = #/[A-Za-z0-9_\)\]\}]!(?!=)/#
    return file.code.lines.enumerated().flatMap { index, line -> [String] in
      guard line.contains("!") || line.contains("fatalError(") else { return [] }
      let place = "\(file.path):\(index + 1)"
      let hasTry = line.contains("try!") || line.contains(" as!")
      var found = hasTry ? ["\(place) forces"] : []
      if !hasTry, line.firstMatch(of: unwrap) != nil { found.append("\(place) unwraps by force") }
      let raw = file.lines[index]
      if line.contains("fatalError("), raw.contains("fatalError(\"TO" + "DO") {
        found.append("\(place) is not done")
      }
      return found
    }
  }

  /// Promises to the compiler without a comment that proves them.
  static func unprovenPromises(_ file: File) -> [String] {
    let code = file.code.lines
    let words = ["@unchecked Sendable", "nonisolated(unsafe)"]
    return code.indices.filter { index in
      words.contains { code[index].contains($0) }
        && !file.lines[max(0, index - 4)...index].contains { $0.contains("//") }
    }.map { "\(file.path):\($0 + 1) promises without a proof" }
  }

  /// Commands in a text that neither the Makefile nor the program has.
  static func unknownCommands(
    _ file: File, makeTargets: Set<String>, subcommands: Set<String>
  ) -> [String] {
    let make = #/(?:^|[`\s])make ([a-z][a-z-]*)/#
    let brevier = #/(?:^|[`\s/])brevier ([a-z][a-z-]*)/#
    var inCode = false
    return file.lines.enumerated().flatMap { index, line -> [String] in
      if line.hasPrefix("```") { inCode.toggle() }
      let code = inCode ? [line] : inlineCode(line)
      return code.flatMap { text -> [String] in
        text.matches(of: make).map { String($0.1) }.filter { !makeTargets.contains($0) }
          .map { "\(file.path):\(index + 1): there is no 'make \($0)'" }
          + text.matches(of: brevier).map { String($0.1) }.filter { !subcommands.contains($0) }
          .map { "\(file.path):\(index + 1): there is no 'brevier \($0)'" }
      }
    }
  }

  private static func inlineCode(_ line: Substring) -> [Substring] {
    line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map(\.element)
  }

  /// The targets of a Makefile.
  static func makeTargets(_ text: String) -> Set<String> {
    Set(
      text.split(separator: "\n").compactMap { line in
        line.firstMatch(of: #/^([a-z][a-z-]*):(?!=)/#).map { String($0.1) }
      })
  }

  /// The commands that the program's sources declare.
  static func subcommands(_ files: [File]) -> Set<String> {
    Set(
      files.flatMap { file in
        file.text.matches(of: #/commandName: "([a-z-]+)"/#).map { String($0.1) }
      })
  }
}
