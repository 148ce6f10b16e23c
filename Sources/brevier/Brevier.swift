import ArgumentParser
import SiteFiles

/// Reads arguments, clock and environment; prints; exits. Everything else is done by the libraries.
@main
struct Brevier: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brevier",
    abstract: "Builds fast static sites of curated briefs, and checks what they say.",
    discussion: """
      A site is a folder with brevier.yml, content/ and templates/. 'brevier new site' makes one.

      Exit codes: 0 all is well, 1 the content has errors, 64 wrong usage, 74 the machine failed, \
      75 another build is running.
      """,
    version: Version.text,
    subcommands: [
      BuildCommand.self, ServeCommand.self, CheckCommand.self, NewCommand.self,
      ExplainCommand.self, SchemaCommand.self,
    ])

  static func main() {
    ProcessSignals.ignoreForFiles()
    main(nil)
  }
}

/// The version of this program.
enum Version {
  static let text = "0.1.0"
}
