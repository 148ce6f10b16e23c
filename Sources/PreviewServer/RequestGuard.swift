import NIOCore
import NIOHTTP1

/// Refuses what is no proper request before anything else sees it, and keeps the register informed.
///
/// Requests with a body are refused without reading it, since nothing here takes one. So are requests
/// without a `Host` or with several, whatever HTTP/1.0 allows: the host is what tells a browser that
/// was led here from one that was asked to come.
final class RequestGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private let connection: Connection
  private let lineLimit: Int
  private var inWork = 0
  private var isRefused = false
  private var closesAfterAnswer = false

  init(_ connection: Connection, lineLimit: Int) {
    self.connection = connection
    self.lineLimit = lineLimit
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if isRefused { return }
    if case .head(let head) = unwrapInboundIn(data) {
      if let refusal = refusal(head) { return refuse(refusal, head, context) }
      inWork += 1
      connection.enter(.answering)
      if !head.isKeepAlive { closesAfterAnswer = true }
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
    context.write(data, promise: promise)
    inWork -= 1
    guard inWork <= 0 else { return }
    connection.enter(.idle)
    if closesAfterAnswer { finish(context) }
  }

  private struct Refusal {
    let status: HTTPResponseStatus
    let words: String
  }

  private func refusal(_ head: HTTPRequestHead) -> Refusal? {
    guard head.method == .GET || head.method == .HEAD else {
      return Refusal(status: .methodNotAllowed, words: "only GET and HEAD are answered here\n")
    }
    if head.headers["Host"].count != 1 {
      return Refusal(status: .badRequest, words: "a request names its host once\n")
    }
    if head.uri.utf8.first != UInt8(ascii: "/") || head.uri.utf8.count > lineLimit {
      return Refusal(status: .badRequest, words: "a request names a path, and no endless one\n")
    }
    let length = head.headers["Content-Length"]
    if !head.headers["Transfer-Encoding"].isEmpty || !length.allSatisfy({ $0 == "0" }) {
      return Refusal(status: .payloadTooLarge, words: "nothing is taken here\n")
    }
    return nil
  }

  private func refuse(_ refusal: Refusal, _ head: HTTPRequestHead, _ context: ChannelHandlerContext)
  {
    isRefused = true
    // An answer in the midst of another one would be taken for a part of it.
    guard inWork == 0 else { return context.close(promise: nil) }
    var headers = HTTPHeaders([
      ("Content-Type", "text/plain; charset=utf-8"),
      ("Content-Length", String(refusal.words.utf8.count)), ("Connection", "close"),
      ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Content-Type-Options", "nosniff"),
    ])
    if refusal.status == .methodNotAllowed { headers.add(name: "Allow", value: "GET, HEAD") }
    let answer = HTTPResponseHead(version: .http1_1, status: refusal.status, headers: headers)
    context.write(wrapOutboundOut(.head(answer)), promise: nil)
    if head.method != .HEAD {
      let body = context.channel.allocator.buffer(string: refusal.words)
      context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    finish(context)
  }

  /// Says that nothing more will come, and leaves it to the other side to close: whoever closes with
  /// bytes unread makes the system throw away what was sent.
  private func finish(_ context: ChannelHandlerContext) {
    connection.enter(.closing)
    context.flush()
    context.close(mode: .output, promise: nil)
  }
}

/// Notes that bytes have come, before anybody reads what they say.
final class ByteListener: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    connection.hear()
    context.fireChannelRead(data)
  }
}
