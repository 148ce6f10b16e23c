import HTTPTypes
import NIOCore

/// What is sent back for a request.
struct PreviewAnswer: Sendable {
  var head: HTTPResponse
  var body = Body.none

  enum Body: Sendable {
    case none
    case bytes(ByteBuffer)
    /// Numbers of announcements, for as long as the browser listens.
    case events(AsyncStream<Int>)
  }

  /// An answer of a status without a body, with what every answer says.
  init(_ status: HTTPResponse.Status) {
    head = HTTPResponse(status: status)
    head.headerFields[.cacheControl] = "no-cache"
    protect()
  }

  /// An answer of a few words.
  static func words(_ status: HTTPResponse.Status, _ text: String) -> PreviewAnswer {
    var answer = PreviewAnswer(status)
    answer.head.headerFields[.contentType] = "text/plain; charset=utf-8"
    answer.set(ByteBuffer(string: text))
    return answer
  }

  /// Sets the body and its length.
  mutating func set(_ bytes: ByteBuffer) {
    head.headerFields[.contentLength] = String(bytes.readableBytes)
    body = .bytes(bytes)
  }

  /// What keeps other sites from reading or framing what is served, whatever the site's own rules.
  mutating func protect() {
    head.headerFields[.known("Cross-Origin-Resource-Policy")] = "same-origin"
    head.headerFields[.known("X-Content-Type-Options")] = "nosniff"
    if head.headerFields[.known("X-Frame-Options")] == nil {
      head.headerFields[.known("X-Frame-Options")] = "SAMEORIGIN"
    }
  }

  /// The same answer without its body, as a HEAD request wants it.
  func withoutBody() -> PreviewAnswer {
    var answer = self
    answer.body = .none
    return answer
  }
}
