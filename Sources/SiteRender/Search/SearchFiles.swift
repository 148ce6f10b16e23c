import SearchIndex
import SiteModel
package import SitePlan

/// The finished files of search indexes, by their paths in the output.
package struct SearchFiles: Sendable {
  /// Files that no plan can know, since they are named by their content.
  package private(set) var planned: [PlannedFile] = []
  private var bytes: [String: [UInt8]] = [:]

  /// No index.
  package init() {}

  init(
    _ index: IndexFiles, _ language: LanguageTag, _ addresses: SiteAddresses, source: String
  ) {
    bytes[addresses.searchManifest(language)] = index.manifest
    for file in index.files {
      let path = addresses.searchFile(file.name, language)
      bytes[path] = file.bytes
      planned.append(
        PlannedFile(address: path, language: language, content: .searchFile, source: source))
    }
  }

  /// Adds the files of another language.
  package mutating func add(_ other: SearchFiles) {
    planned += other.planned
    bytes.merge(other.bytes) { first, _ in first }
  }

  /// The content of a file.
  func bytes(of file: PlannedFile) -> [UInt8] { bytes[file.path] ?? [] }
}
