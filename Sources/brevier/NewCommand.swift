import ArgumentParser
import SiteBuild
import SiteFiles
import SiteModel

/// `brevier new`: a first file of each kind, at its right place, with what an author must know.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a new brief, entity, topic, storyline or site.",
    discussion: "Prints the path of each file that is made. Nothing is ever overwritten.",
    subcommands: [
      NewBriefCommand.self, NewEntityCommand.self, NewTopicCommand.self,
      NewStorylineCommand.self, NewSiteCommand.self,
    ])

  /// Writes a scaffold's file below the site's folder, and prints its path and its warnings.
  static func make(source: String, _ scaffold: (SiteSurvey) throws -> Scaffold.File) throws {
    try Console.running {
      let survey = try SiteSurvey(source: source)
      let file: Scaffold.File
      do {
        file = try scaffold(survey)
      } catch let refusal as Scaffold.Refusal {
        let help = refusal.help.map { "  help: \($0)\n" } ?? ""
        Console.error("brevier: \(refusal.reason)\n\(help)")
        throw ExitCode(64)
      }
      let path = SitePath.joined(source, file.path)
      try NewFile.create(path, Array(file.text.utf8))
      Console.out(path + "\n")
      for warning in file.warnings { Console.error("note: \(warning)\n") }
    }
  }
}

/// Joins a folder and a path below it.
enum SitePath {
  static func joined(_ folder: String, _ path: String) -> String {
    folder == "." ? path : folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }
}

/// The options of all commands that make a file in a site.
struct NewOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The site's folder.", valueName: "dir"))
  var source = "."
}

/// `brevier new brief`: a brief, or the translation of one.
struct NewBriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief", abstract: "Make a brief, or the translation of one.",
    discussion: """
      brevier new brief "Meta buys a lab" --topic business/deals --url https://example.org/a
      brevier new brief meta-buys-a-lab --lang fr
      """)

  @Argument(help: "The title; with --lang the id of the brief to translate.")
  var title: String

  @Option(name: .long, help: ArgumentHelp("A topic's id; may be repeated.", valueName: "id"))
  var topic: [String] = []

  @Option(name: .long, help: ArgumentHelp("A source's address; may be repeated.", valueName: "url"))
  var url: [String] = []

  @Option(name: .long, help: ArgumentHelp("Translate a brief to this language.", valueName: "tag"))
  var lang: String?

  @Option(
    name: .long, help: ArgumentHelp("The brief's day; today unless given.", valueName: "date"))
  var asOf: String?

  @OptionGroup var options: NewOptions

  mutating func validate() throws {
    if lang != nil, !topic.isEmpty || !url.isEmpty {
      throw ValidationError("A translation has the topics and sources of its original.")
    }
    if let asOf, (try? CalendarDate(parsing: asOf)) == nil {
      throw ValidationError("'--as-of \(asOf)' is not a day; write it as 2026-01-15.")
    }
  }

  func run() throws {
    let day = try asOf.map { try CalendarDate(parsing: $0) } ?? Clock.today
    try NewCommand.make(source: options.source) { site in
      guard let lang else {
        return try Scaffold.brief(
          title: title, date: day, topics: topic, addresses: url, in: site)
      }
      return try Scaffold.translation(of: title, to: lang, in: site)
    }
  }
}

/// `brevier new entity`: a record of an entity.
struct NewEntityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entity", abstract: "Make the record of an entity.",
    discussion: "brevier new entity company \"Mistral AI\"")

  @Argument(
    help: ArgumentHelp(
      "What it is: \(EntityKind.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "kind"))
  var kind: EntityKind

  @Argument(help: "Its name.")
  var name: String

  @OptionGroup var options: NewOptions

  func run() throws {
    try NewCommand.make(source: options.source) { site in
      try Scaffold.entity(kind: kind, name: name, in: site)
    }
  }
}

/// `brevier new topic`: a topic.
struct NewTopicCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topic", abstract: "Make a topic.",
    discussion: "brevier new topic Funding --parent business")

  @Argument(help: "Its name.")
  var name: String

  @Option(name: .long, help: ArgumentHelp("The id of the topic above it.", valueName: "id"))
  var parent: String?

  @OptionGroup var options: NewOptions

  func run() throws {
    try NewCommand.make(source: options.source) { site in
      try Scaffold.topic(name: name, parent: parent, in: site)
    }
  }
}

/// `brevier new storyline`: a storyline.
struct NewStorylineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "storyline", abstract: "Make a storyline.")

  @Argument(help: "Its title.")
  var title: String

  @OptionGroup var options: NewOptions

  func run() throws {
    try NewCommand.make(source: options.source) { site in
      try Scaffold.storyline(title: title, in: site)
    }
  }
}

extension EntityKind: ExpressibleByArgument {}
