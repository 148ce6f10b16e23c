import HTTPTypes
import NIOCore
import SourceDiagnostics

/// The addresses of the preview itself: its script, the stream of changes, and how a page stands.
extension PreviewResponder {
  func own(_ target: RequestTarget, _ request: HTTPRequest) async -> PreviewAnswer {
    switch target.path {
    case OwnPath.script:
      var answer = PreviewAnswer(.ok)
      answer.head.headerFields[.contentType] = "text/javascript; charset=utf-8"
      answer.head.headerFields[.eTag] = ClientScript.tag.text
      if let condition = request.headerFields[.ifNoneMatch],
        ClientScript.tag.matches(ifNoneMatch: condition)
      {
        answer.head.status = .notModified
        return answer
      }
      answer.set(ByteBuffer(bytes: ClientScript.bytes))
      return answer
    case OwnPath.events, OwnPath.state:
      guard target.value(of: "token") == board.token, admission.isFromOwnPage(request) else {
        return .words(.forbidden, "only pages of this preview may ask for that\n")
      }
      if target.path == OwnPath.state { return await state(target.value(of: "path") ?? "/") }
      guard request.method == .get else { return PreviewAnswer(.ok) }
      return events()
    default: return .words(.notFound, "there is nothing here\n")
    }
  }

  private func events() -> PreviewAnswer {
    guard let stream = board.listen() else {
      return .words(.serviceUnavailable, "too many pages are listening\n")
    }
    var answer = PreviewAnswer(.ok)
    answer.head.headerFields[.contentType] = "text/event-stream; charset=utf-8"
    answer.head.headerFields[.cacheControl] = "no-store"
    answer.body = .events(stream)
    return answer
  }

  /// How the page at a path stands, for a page that heard of a change.
  private func state(_ path: String) async -> PreviewAnswer {
    let moment = board.moment
    let (key, look) = await look(at: path, moment)
    let facts: PageFacts =
      if let key { await source.facts(about: key) } else { PageFacts() }
    var json = JSONWriter()
    json.object { json in
      json.key("moment")
      json.int(moment.number)
      json.key("hasSite")
      json.bool(moment.status.hasSite)
      Self.write(look, to: &json)
      json.key("findings")
      Self.write(moment.status.findings, to: &json)
      json.key("findingCount")
      json.int(moment.status.findingCount)
      json.key("facts")
      Self.write(facts, to: &json)
    }
    var answer = PreviewAnswer(.ok)
    answer.head.headerFields[.contentType] = "application/json; charset=utf-8"
    answer.head.headerFields[.cacheControl] = "no-store"
    answer.set(ByteBuffer(bytes: json.bytes))
    return answer
  }

  private func look(
    at path: String, _ moment: StatusBoard.Moment
  ) async -> (key: String?, look: PageLook) {
    // The path comes as the browser's address has it, so it is decoded once more.
    guard let target = RequestTarget(path) else { return (nil, OwnPage.notFound.look) }
    switch await resolve(target.path, query: nil, moment) {
    case .file(let key, let file, _):
      return (key, await pages.page(at: key, file, moment).look)
    case .notFound:
      guard let (key, file) = await notFoundPage(for: target.path, moment) else {
        return (nil, OwnPage.notFound.look)
      }
      return (nil, await pages.page(at: key, file, moment).look)
    case .redirect: return (nil, PageLook(word: "redirect"))
    case .failed: return (nil, OwnPage.failed.look)
    case .waiting: return (nil, OwnPage.waiting.look)
    }
  }

  private static func write(_ look: PageLook, to json: inout JSONWriter) {
    json.member("page", look.page)
    json.member("styles", look.styles)
    json.member("scripts", look.scripts)
    json.member("images", look.images)
    json.key("styleAddresses")
    json.array { json in
      for address in look.styleAddresses { json.string(address) }
    }
  }

  private static func write(_ facts: PageFacts, to json: inout JSONWriter) {
    json.object { json in
      json.member("source", facts.source)
      for (name, words) in [("marks", facts.marks), ("notes", facts.notes)] {
        json.key(name)
        json.array { json in
          for word in words { json.string(word) }
        }
      }
      json.key("links")
      json.array { json in
        for link in facts.links {
          json.object { json in
            json.member("text", link.text)
            json.member("address", link.address)
          }
        }
      }
      json.key("findings")
      write(facts.findings, to: &json)
    }
  }

  private static func write(_ findings: [PreviewFinding], to json: inout JSONWriter) {
    json.array { json in
      for finding in findings {
        json.object { json in
          json.key("isError")
          json.bool(finding.isError)
          json.member("title", finding.title)
          json.member("text", finding.text)
        }
      }
    }
  }
}

/// The script that the server puts into pages.
enum ClientScript {
  static let bytes = EmbeddedFiles.client.first { $0.path == "client.js" }?.bytes ?? []
  static let tag: EntityTag = {
    var digest = Digest()
    digest.add(bytes)
    return EntityTag(digest.text)
  }()
}
