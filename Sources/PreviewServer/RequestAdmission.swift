import HTTPTypes

/// Who may ask: pages that this server served, and people who type its address.
///
/// A site elsewhere can have a browser on this machine send requests here, also under a name of its
/// own that points at 127.0.0.1. The name in `Host`, the `Origin` and the Fetch-Metadata headers tell
/// such requests apart; what proxies add (`Forwarded`, `X-Forwarded-Host`) is not looked at.
struct RequestAdmission: Sendable {
  private let names: Set<String>

  /// Admits requests to this machine's own names, and to those given.
  init(allowedHosts: [String]) {
    names = Set(["localhost", "127.0.0.1", "[::1]"] + allowedHosts.map { $0.lowercased() })
  }

  /// Why a request is turned away.
  enum Refusal: Equatable {
    /// The name in `Host` is not ours.
    case unknownHost(String)
    /// The page that asks was served by somebody else.
    case otherSite
  }

  /// The refusal of a request, if it is refused.
  func refusal(_ request: HTTPRequest) -> Refusal? {
    let authority = request.authority ?? ""
    guard isOurs(authority) else { return .unknownHost(authority) }
    let fields = request.headerFields
    if fields[.secFetchSite] == "cross-site", fields[.secFetchMode] != "navigate" {
      return .otherSite
    }
    if let origin = fields[.origin], origin != "http://\(authority)" { return .otherSite }
    return nil
  }

  /// Whether a request surely comes from a page of this server: what the stream of events demands.
  ///
  /// Browsers send no `Origin` with a request to a page's own origin, but then they send
  /// `Sec-Fetch-Site`, or, where the address is no loopback one, at least the `Referer`.
  func isFromOwnPage(_ request: HTTPRequest) -> Bool {
    let own = "http://\(request.authority ?? "")"
    let fields = request.headerFields
    if let origin = fields[.origin] { return origin == own }
    if let site = fields[.secFetchSite] { return site == "same-origin" }
    return fields[.referer]?.hasPrefix(own + "/") == true
  }

  private func isOurs(_ authority: String) -> Bool {
    let name = Self.name(of: authority).lowercased()
    return names.contains(name) || (name.hasSuffix(".localhost") && name.utf8.count > 10)
  }

  /// The name without the port.
  static func name(of authority: String) -> Substring {
    if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
      return authority[...end]
    }
    return authority.prefix { $0 != ":" }
  }
}

extension HTTPField.Name {
  static let secFetchSite = HTTPField.Name.known("Sec-Fetch-Site")
  static let secFetchMode = HTTPField.Name.known("Sec-Fetch-Mode")

  /// A name that is surely valid.
  static func known(_ text: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(text) else { preconditionFailure("'\(text)' is no field name") }
    return name
  }
}
