/// The targets of Package.swift and what each depends on, read from its text.
struct PackageArrows {
  /// What each target may import, by the target's name; products stand for their modules.
  private(set) var dependencies: [String: [String]] = [:]
  /// The targets in the order of the file.
  private(set) var targets: [String] = []

  private static let openings = [
    "room(", "tests(", ".target(", ".executableTarget(", ".systemLibrary(", ".plugin(",
    ".testTarget(",
  ]

  init(_ manifest: String) {
    // What stands before the list of targets declares the words that the list is written in.
    guard let start = manifest.firstRange(of: "\n  targets: [") else { return }
    var rest = manifest[start.upperBound...]
    while let opening = Self.next(in: rest) {
      let call = Self.balanced(rest[opening.upperBound...])
      rest = rest[call.endIndex...]
      guard let name = Self.literals(in: call).first else { continue }
      targets.append(name)
      dependencies[name] = Self.dependencies(in: call)
    }
  }

  private static func next(in text: Substring) -> Range<String.Index>? {
    openings.compactMap { text.firstRange(of: $0) }.min { $0.lowerBound < $1.lowerBound }
  }

  /// The text up to the bracket that closes what was opened before it.
  private static func balanced(_ text: Substring) -> Substring {
    var depth = 1
    var index = text.startIndex
    while index < text.endIndex {
      if "([".contains(text[index]) { depth += 1 }
      if ")]".contains(text[index]) { depth -= 1 }
      if depth == 0 { break }
      index = text.index(after: index)
    }
    return text[..<index]
  }

  /// The names in the first list of a call, or in that of `dependencies`; none of what follows it.
  private static func dependencies(in call: Substring) -> [String] {
    let labelled = call.firstRange(of: "dependencies: [")
    let hasOtherLabel = call.contains("exclude:") || call.contains("providers:")
    guard let start = labelled?.upperBound
      ?? (hasOtherLabel && !call.contains("fixtures:") ? nil : call.firstRange(of: "[")?.upperBound)
    else { return [] }
    let list = balanced(call[start...])
    var names: [String] = []
    var rest = list
    while let product = rest.firstRange(of: ".product(") {
      let inner = balanced(rest[product.upperBound...])
      names += literals(in: rest[..<product.lowerBound])
      names += modules(of: literals(in: inner).first ?? "")
      rest = rest[inner.endIndex...]
    }
    return names + literals(in: rest)
  }

  /// The modules that a product of another package brings.
  private static func modules(of product: String) -> [String] {
    product == "Yams" ? ["Yams", "CYaml"] : [product]
  }

  private static func literals(in text: Substring) -> [String] {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
