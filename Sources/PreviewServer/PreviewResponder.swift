import HTTPTypes
import NIOCore
import SourceDiagnostics

/// Answers requests: who may ask, what was named, what the site has there, and how it is sent.
struct PreviewResponder: Sendable {
  let source: any SiteSource
  let admission: RequestAdmission
  let board: StatusBoard
  let pages: PageBook

  init(source: any SiteSource, configuration: PreviewConfiguration) {
    self.source = source
    admission = RequestAdmission(allowedHosts: configuration.allowedHosts)
    board = StatusBoard(streamLimit: configuration.limits.streams)
    pages = PageBook(source: source, token: board.token)
  }

  /// The answer to a request.
  func answer(_ request: HTTPRequest) async -> PreviewAnswer {
    guard request.method == .get || request.method == .head else {
      var answer = PreviewAnswer.words(.methodNotAllowed, "only GET and HEAD are answered here\n")
      answer.head.headerFields[.allow] = "GET, HEAD"
      return answer
    }
    let answer: PreviewAnswer
    if let refusal = admission.refusal(request) {
      answer = Self.refused(refusal)
    } else if let target = request.path.flatMap(RequestTarget.init) {
      answer =
        target.path.hasPrefix(OwnPath.folder)
        ? await own(target, request) : await site(target, request)
    } else {
      answer = await page(.notFound, request, moment: board.moment)
    }
    return request.method == .head ? answer.withoutBody() : answer
  }

  private static func refused(_ refusal: RequestAdmission.Refusal) -> PreviewAnswer {
    switch refusal {
    case .unknownHost(let authority):
      // Cut, so that nobody has a long text of theirs said by us.
      let name = RequestAdmission.name(of: String(authority.prefix(80)))
      return .words(
        .forbidden,
        "'\(name)' is not a name of this server; '--allowed-host \(name)' would admit it\n")
    case .otherSite:
      return .words(.forbidden, "this preview answers only its own pages\n")
    }
  }
}

// MARK: - What is named

extension PreviewResponder {
  /// What stands at a path of the site.
  enum Resolution: Sendable {
    case file(key: String, SiteFile, HTTPResponse.Status)
    case redirect(to: String, HTTPResponse.Status)
    case failed
    case notFound
    /// There is no site yet.
    case waiting
  }

  /// Finds what a path names, by the site's files and the rules of its `_redirects`.
  func resolve(_ path: String, query: Substring?, _ moment: StatusBoard.Moment) async -> Resolution
  {
    guard moment.status.hasSite else { return .waiting }
    let address = moment.address
    guard let key = address.key(of: path) else {
      return path == "/" ? .redirect(to: address.mount, .found) : .notFound
    }
    let found = await file(at: key)
    var isTaken = true
    if case .notFound = found { isTaken = false }
    // The rules see paths as the site's own links write them.
    switch moment.redirects.outcome(for: path, isTaken: isTaken) {
    case .redirect(let target, let status):
      return .redirect(to: target, HTTPResponse.Status(code: status))
    case .rewrite(let target, let status):
      if let key = address.key(of: target),
        case .file(let key, let file, _) = await self.file(at: key)
      {
        return .file(key: key, file, HTTPResponse.Status(code: status))
      }
    case nil: break
    }
    if !isTaken, !key.isEmpty, !key.hasSuffix("/"), await source.holds(key + "/index.html") {
      let target = RequestTarget.escaped(path + "/") + (query.map { "?" + $0 } ?? "")
      return .redirect(to: target, .movedPermanently)
    }
    return found
  }

  private func file(at key: String) async -> Resolution {
    let key = SiteAddress.file(at: key)
    // Hosts read these two, and serve neither.
    if key == "_headers" || key == "_redirects" { return .notFound }
    switch await source.answer(at: key) {
    case .file(let file): return .file(key: key, file, .ok)
    case .failed: return .failed
    case .missing: return .notFound
    }
  }

  /// The nearest page for addresses without a page: of the folder, or of one above it.
  func notFoundPage(
    for path: String, _ moment: StatusBoard.Moment
  ) async -> (key: String, SiteFile)? {
    var folder = moment.address.key(of: path)?[...] ?? ""
    while true {
      folder = folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)]
      let key = folder.isEmpty ? "404.html" : folder + "/404.html"
      if case .file(let file) = await source.answer(at: String(key)) { return (String(key), file) }
      if folder.isEmpty { return nil }
    }
  }
}

// MARK: - How it is sent

extension PreviewResponder {
  private func site(_ target: RequestTarget, _ request: HTTPRequest) async -> PreviewAnswer {
    let moment = board.moment
    switch await resolve(target.path, query: target.query, moment) {
    case .redirect(let location, let status):
      var answer = PreviewAnswer(status)
      answer.head.headerFields[.location] = location
      answer.set(ByteBuffer())
      return answer
    case .file(let key, let file, let status):
      return await send(key, file, status, target.path, request, moment)
    case .notFound:
      if let (key, file) = await notFoundPage(for: target.path, moment) {
        return await send(key, file, .notFound, target.path, request, moment)
      }
      return await page(.notFound, request, moment: moment)
    case .failed: return await page(.failed, request, moment: moment)
    case .waiting: return await page(.waiting, request, moment: moment)
    }
  }

  private func send(
    _ key: String, _ file: SiteFile, _ status: HTTPResponse.Status, _ path: String,
    _ request: HTTPRequest, _ moment: StatusBoard.Moment
  ) async -> PreviewAnswer {
    let type = file.mediaType ?? MediaType.of(key)
    var answer = PreviewAnswer(status)
    let body: ByteBuffer
    let tag: EntityTag
    if MediaType.isPage(type) {
      let page = await pages.page(at: key, file, moment)
      (body, tag) = (page.body, page.tag)
    } else {
      (body, tag) = (ByteBuffer(bytes: file.bytes), EntityTag(file.tag))
    }
    answer.head.headerFields[.contentType] = type
    moment.headers.apply(to: &answer.head.headerFields, path: path)
    answer.protect()
    admitClient(&answer.head.headerFields, request)
    deliver(body, tag, type, &answer, request)
    return answer
  }

  private func admitClient(_ fields: inout HTTPFields, _ request: HTTPRequest) {
    let own = "http://\(request.authority ?? "")\(OwnPath.folder)"
    let name = HTTPField.Name.contentSecurityPolicy
    if let policy = fields[name] { fields[name] = ContentPolicy.admitting(own, in: policy) }
  }

  /// The body in the encoding and the part that the request asks for, or word that it has it already.
  private func deliver(
    _ body: ByteBuffer, _ tag: EntityTag, _ type: String, _ answer: inout PreviewAnswer,
    _ request: HTTPRequest
  ) {
    let asked = request.headerFields
    var fields = answer.head.headerFields
    defer { answer.head.headerFields = fields }
    func send(_ bytes: ByteBuffer) {
      fields[.contentLength] = String(bytes.readableBytes)
      answer.body = .bytes(bytes)
    }
    let isSuccess = answer.head.status == .ok
    var tag = tag
    var body = body
    let range = isSuccess && request.method == .get ? asked[.range] : nil
    if MediaType.isCompressible(type) {
      fields[.vary] = "Accept-Encoding"
      if range == nil, Gzip.isAccepted(asked[.acceptEncoding]),
        let smaller = pages.compressed(body, tag: tag)
      {
        body = smaller
        tag = EntityTag(tag.text + "-gzip")
        fields[.contentEncoding] = "gzip"
      }
    }
    guard isSuccess else { return send(body) }
    fields[.eTag] = tag.text
    fields[.acceptRanges] = "bytes"
    if let condition = asked[.ifNoneMatch], tag.matches(ifNoneMatch: condition) {
      answer.head.status = .notModified
      fields[.contentType] = nil
      fields[.contentEncoding] = nil
      return
    }
    let isFresh = asked[.ifRange].map { tag.matches(ifRange: $0) } ?? true
    switch ByteRange(isFresh ? range : nil, length: body.readableBytes) {
    case .whole: send(body)
    case .part(let part):
      answer.head.status = .partialContent
      fields[.contentRange] =
        "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(body.readableBytes)"
      send(
        body.getSlice(at: body.readerIndex + part.lowerBound, length: part.count) ?? ByteBuffer())
    case .unsatisfiable:
      answer.head.status = .rangeNotSatisfiable
      fields[.contentRange] = "bytes */\(body.readableBytes)"
      fields[.contentType] = nil
      send(ByteBuffer())
    }
  }

  /// A page of our own, where the site has none.
  private func page(
    _ kind: OwnPage, _ request: HTTPRequest, moment: StatusBoard.Moment
  ) async -> PreviewAnswer {
    var answer = PreviewAnswer(kind.status)
    answer.head.headerFields[.contentType] = "text/html; charset=utf-8"
    answer.set(ByteBuffer(string: kind.html(moment.status, token: board.token)))
    return answer
  }
}
