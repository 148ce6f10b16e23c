import ArgumentParser
import SiteFiles
import SiteModel
import SourceDiagnostics

/// `brevier schema`: what files may hold, as JSON Schema, for editors that complete and check.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of a kind of file; without a kind list them.",
    discussion: """
      The schemas are of draft 2020-12. docs/guide/editor-setup.md says how an editor uses them.
      """)

  @Argument(help: ArgumentHelp("The kind of file, such as brief or settings.", valueName: "kind"))
  var kind: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write every schema into this folder, as KIND.schema.json.", valueName: "dir"))
  var output: String?

  mutating func validate() throws {
    if kind != nil, output != nil {
      throw ValidationError("'--output' writes all schemas; leave out the kind.")
    }
    if let kind, SchemaCatalog.named(kind) == nil {
      let found = Spelling.question(for: kind, among: SchemaCatalog.all.map(\.name))
      let near = found.isEmpty ? "." : found
      throw ValidationError("There is no schema '\(kind)'\(near) 'brevier schema' lists them.")
    }
  }

  func run() throws {
    if let kind, let schema = SchemaCatalog.named(kind) {
      Console.out(schema.json)
    } else if let output {
      for schema in SchemaCatalog.all {
        let path = "\(output)/\(schema.name).schema.json"
        try Console.running { () throws in
          try NewFile.replace(path, Array(schema.json.utf8))
        }
        Console.out(path + "\n")
      }
    } else {
      let width = SchemaCatalog.all.map(\.name.utf8.count).max() ?? 0
      for schema in SchemaCatalog.all {
        let pad = String(repeating: " ", count: width - schema.name.utf8.count)
        Console.out("\(schema.name)\(pad)  \(schema.title)\n")
      }
    }
  }
}
