import Testing

/// A line for the shell and what comes of it: the folder `Tests/CommandScripts/NAME`.
///
/// `command.sh` is run in a site: the base of the invalid sites, or the invalid site that `site.txt`
/// names, or an empty folder where it says `none`. `result.txt` holds exit code and outputs.
struct CommandScript: CustomTestStringConvertible {
  let name: String

  static let root = Golden.tests + "/CommandScripts"
  static let all = Disk.folders(in: root).map(CommandScript.init)

  var testDescription: String { name }
  var path: String { Self.root + "/" + name }

  /// Runs the script and says what came of it.
  func result() throws -> String {
    let folder: SiteFolder
    switch Disk.text(path + "/site.txt")?.split(separator: "\n").first.map(String.init) {
    case "none"?: folder = SiteFolder()
    case let site?: folder = try InvalidSite(name: site).make()
    case nil:
      folder = SiteFolder()
      folder.lay(InvalidSite.root + "/_base")
    }
    let run = CommandRun(Disk.text(path + "/command.sh") ?? "exit 99", in: folder)
    return "exit \(run.exitCode)\n--- stdout\n\(run.standardOutput)--- stderr\n\(run.errorOutput)"
  }
}

@Suite("Commands")
struct CommandScriptTests {
  @Test("a command prints and exits as its golden says", arguments: CommandScript.all)
  func golden(_ script: CommandScript) throws {
    Golden.check(try script.result(), at: script.path + "/result.txt")
  }

  @Test("the program was built beside the tests, and each script has its result")
  func complete() {
    #expect(!CommandRun.programFolder.isEmpty)
    #expect(CommandScript.all.count >= 12)
    for script in CommandScript.all {
      #expect(Disk.read(script.path + "/command.sh") != nil, "\(script.name)")
      #expect(Golden.isUpdating || Disk.read(script.path + "/result.txt") != nil, "\(script.name)")
    }
  }
}
