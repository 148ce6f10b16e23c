import HTTPTypes

/// The pages that the server makes itself, where the site has none to show.
enum OwnPage: String {
  case notFound, failed, waiting

  var status: HTTPResponse.Status {
    switch self {
    case .notFound: .notFound
    case .failed: .internalServerError
    case .waiting: .serviceUnavailable
    }
  }

  var look: PageLook { PageLook(word: rawValue) }

  private var heading: String {
    switch self {
    case .notFound: "There is no page here"
    case .failed: "This page cannot be made"
    case .waiting: "The site cannot be shown yet"
    }
  }

  private func words(_ status: PreviewStatus) -> String {
    switch self {
    case .notFound: "The site has nothing at this address, and no page of its own that says so."
    case .failed, .waiting:
      status.findings.isEmpty
        ? "It is being made; the page appears by itself."
        : "Mend what is reported below; the page appears by itself."
    }
  }

  /// The page, which also says what is wrong to a browser without scripts.
  func html(_ status: PreviewStatus, token: String) -> String {
    let reports = self == .notFound ? [] : status.findings.filter(\.isError)
    return """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(heading)</title>
      <h1>\(heading)</h1>
      <p>\(words(status))</p>
      \(reports.map { "<pre>" + Self.escaped($0.text) + "</pre>" }.joined(separator: "\n"))
      \(PageBook.script(look, token: token))
      </html>

      """
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      default: out.unicodeScalars.append(character)
      }
    }
    return out
  }
}
