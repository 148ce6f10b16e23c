import Testing

/// A smallest site with one mistake: the folder `Tests/InvalidSites/CODE-what-is-wrong`.
///
/// It holds only what differs from `Tests/InvalidSites/_base`, a site without mistakes, and
/// `diagnostics.txt`, the report. `without.txt` lists files of the base to leave out. What cannot
/// be kept in a repository (odd bytes, links, large files) is made by a step of `preparations`.
struct InvalidSite: CustomTestStringConvertible {
  let name: String

  static let root = Golden.tests + "/InvalidSites"

  /// All of them, by name.
  static let all = Disk.folders(in: root).filter { !$0.hasPrefix("_") }.map(InvalidSite.init)

  /// The code of the rule that is broken.
  var code: String { String(name.prefix { $0 != "-" }) }

  var testDescription: String { name }

  var goldenPath: String { Self.root + "/" + name + "/diagnostics.txt" }

  /// Puts the site together.
  func make() throws -> SiteFolder {
    let folder = SiteFolder()
    let own = Self.root + "/" + name
    let left = (Disk.text(own + "/without.txt") ?? "").split(separator: "\n").map(String.init)
    let without = Set(left)
    folder.lay(Self.root + "/_base") { !without.contains($0) }
    folder.lay(own) { !["diagnostics.txt", "without.txt"].contains($0) }
    try Self.preparations[name]?(folder)
    return folder
  }
}
