/// The site that `brevier new site` makes: small, complete, about invented companies, and without a
/// finding.
package enum StarterSite {
  /// Every file by its path from the site's root, in the order of the paths' bytes. `title` is what
  /// the site is called; it must fit into a double-quoted text of YAML.
  package static func files(title: String) -> [(path: String, bytes: [UInt8])] {
    EmbeddedFiles.starter.map { file in
      guard file.path == "brevier.yml" else { return (file.path, file.bytes) }
      let text = String(decoding: file.bytes, as: UTF8.self)
      let line = "title: \"" + escaped(title) + "\"\n"
      return (file.path, Array((line + text).utf8))
    }
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { out += "\\" }
      if scalar.properties.generalCategory != .control { out.unicodeScalars.append(scalar) }
    }
    return out
  }
}
