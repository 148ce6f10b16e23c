/// Makes room for the preview in a page's Content-Security-Policy, and for nothing else.
///
/// The policy stays in force, so that what it forbids fails here as it will on the host. Only the
/// preview's own script and its own addresses are added, by their full path; its styles need no
/// permission.
enum ContentPolicy {
  /// A policy that also admits scripts from, and connections to, the addresses below `origin`.
  static func admitting(_ origin: String, in policies: String) -> String {
    policies.split(separator: ",", omittingEmptySubsequences: false)
      .map { admitting(origin, inOne: $0) }.joined(separator: ",")
  }

  private static func admitting(_ origin: String, inOne policy: Substring) -> String {
    var directives = policy.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
      // Everything would be asked for by https, which a preview does not speak.
      .filter { name(of: $0) != "upgrade-insecure-requests" }
      .map(String.init)
    let fallback = directives.first { name(of: $0[...]) == "default-src" }
      .map { $0.split(separator: " ").dropFirst().joined(separator: " ") }
    for name in ["script-src", "script-src-elem", "connect-src"] {
      if let index = directives.firstIndex(where: { self.name(of: $0[...]) == name }) {
        directives[index] = adding(origin, to: directives[index])
      } else if let fallback, name != "script-src-elem" {
        directives.append(adding(origin, to: "\(name) \(fallback)"))
      }
    }
    return directives.joined(separator: "; ")
  }

  private static func name(of directive: Substring) -> String {
    directive.prefix { $0 != " " }.lowercased()
  }

  private static func adding(_ source: String, to directive: String) -> String {
    let words = directive.split(separator: " ").filter { $0.lowercased() != "'none'" }
    return words.joined(separator: " ") + " " + source
  }
}
