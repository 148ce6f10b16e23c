import Foundation
import PackagePlugin

/// Has files written as Swift, in the folder of what is built, whenever one of them changes: those of
/// the default theme and the starter site, the word lists of the editorial rules, and the script that
/// the preview puts into pages.
///
/// docs/decisions/0001-embedded-theme.md says why this is a plugin.
@main
struct EmbedFilesPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    // `Theme` is a link to the repository's `templates/`: the build looks for new and removed files
    // only in the folders of targets.
    let names =
      switch target.name {
      case "EditorialRules": [("words", "Words")]
      case "PreviewServer": [("client", "Client")]
      default: [("theme", "Theme"), ("starter", "StarterSite")]
      }
    let folders = names.map { name, folder in
      (name, target.directoryURL.appending(path: folder).resolvingSymlinksInPath())
    }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embed the files of \(target.name)",
        executable: try context.tool(named: "embed-files").url,
        arguments: [output.path()] + folders.flatMap { [$0.0, $0.1.path()] },
        inputFiles: folders.flatMap { files(in: $0.1) },
        outputFiles: [output])
    ]
  }

  private func files(in folder: URL) -> [URL] {
    let paths = FileManager.default.enumerator(atPath: folder.path())
    return (paths?.allObjects as? [String] ?? []).sorted().map { folder.appending(path: $0) }
  }
}
