import ArgumentParser
import DefaultTheme
import SiteFiles

/// `brevier new site`: a small, complete site that builds without a finding.
struct NewSiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site", abstract: "Make a small, complete site in a new folder.",
    discussion: """
      The site has its own copy of the default theme, to be changed; --without-theme leaves it out, \
      and the theme inside the program is used.
      """)

  @Argument(help: ArgumentHelp("The new folder; it may exist if it is empty.", valueName: "dir"))
  var folder: String

  @Option(name: .long, help: "What the site is called; the folder's name unless given.")
  var title: String?

  @Flag(name: .long, help: "Leave out the copy of the default theme.")
  var withoutTheme = false

  mutating func validate() throws {
    if folder.isEmpty { throw ValidationError("The folder has no name.") }
  }

  func run() throws {
    let files = StarterSite.files(title: title ?? name) + (withoutTheme ? [] : EmbeddedTheme.files)
    try Console.running {
      guard try NewFile.isFree(folder) else {
        throw FileFailure(
          .usage, "make a site in", path: folder, reason: "it is not empty",
          hint: "name a new folder")
      }
      for file in files {
        let path = SitePath.joined(folder, file.path)
        try NewFile.create(path, file.bytes)
        Console.out(path + "\n")
      }
    }
    Console.error("\nNext: brevier build --source \(folder)\n")
  }

  /// The last part of the folder's path, or a plain word where that says nothing.
  private var name: String {
    let last = folder.split(separator: "/").last.map(String.init) ?? ""
    return last.isEmpty || last == "." || last == ".." ? "Briefs" : last
  }
}
