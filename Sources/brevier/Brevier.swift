import ArgumentParser

/// Reads arguments, clock and environment; prints; exits. Everything else is done by the libraries.
@main
struct Brevier: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brevier", abstract: "Builds sites of curated briefs.")
}
