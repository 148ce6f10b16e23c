import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// How one connection speaks HTTP: SwiftNIO's parser with our limits, our guard, and Hummingbird's
/// loop over requests.
struct PreviewChannel: HTTPChannelHandler {
  typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

  let responder: HTTPChannelHandler.Responder
  private let register: ConnectionRegister
  private let limits: PreviewConfiguration.Limits

  init(
    _ answers: PreviewResponder, register: ConnectionRegister, limits: PreviewConfiguration.Limits
  ) {
    self.register = register
    self.limits = limits
    responder = { request, writer, channel in
      let answer = await answers.answer(request.head)
      switch answer.body {
      case .none: try await writer.writeResponse(answer.head)
      case .bytes(let bytes):
        try await writer.write(response: answer.head, body: ResponseBody(byteBuffer: bytes))
      case .events(let events):
        let stream = EventStream(events, channel: channel)
        try await writer.write(
          response: answer.head, body: ResponseBody { try await stream.write(to: &$0) })
      }
    }
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    channel.eventLoop.makeCompletedFuture {
      let connection = register.add(channel)
      let pipeline = channel.pipeline.syncOperations
      try pipeline.addHandler(ByteListener(connection))
      var decoder = NIOHTTPDecoderLimitConfiguration()
      decoder.maxHeaderFieldSize = limits.fieldSize
      decoder.maxHeaderListSize = limits.headerSize
      try pipeline.configureHTTPServerPipeline(
        withPipeliningAssistance: false, withErrorHandling: false,
        withOutboundHeaderValidation: true, withEncoderConfiguration: .init(),
        withDecoderLimitConfiguration: decoder)
      try pipeline.addHandler(RequestGuard(connection, lineLimit: limits.fieldSize))
      try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: false))
      try pipeline.addHandler(StreamWatch(connection))
      return try NIOAsyncChannel(
        wrappingChannelSynchronously: channel,
        configuration: .init(isOutboundHalfClosureEnabled: true))
    }
  }

  func handle(value: Value, logger: Logger) async {
    await handleHTTP(asyncChannel: value, logger: logger)
  }
}

/// Knows when an answer is a stream without end: tells the register, and ends the connection when the
/// browser closes its side, which for an ordinary request only means that it has no more to ask.
private final class StreamWatch: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let connection: Connection
  private var isStreaming = false

  init(_ connection: Connection) { self.connection = connection }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .head(let head) = unwrapOutboundIn(data),
      head.headerFields[.contentType]?.hasPrefix("text/event-stream") == true
    {
      isStreaming = true
      connection.enter(.streaming)
    }
    context.write(data, promise: promise)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if isStreaming, case ChannelEvent.inputClosed = event { context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }
}

/// The stream of changes to one browser, as server-sent events.
private struct EventStream: Sendable {
  private let events: AsyncStream<Word>

  private enum Word: Sendable {
    case change(Int)
    case beat
  }

  /// - Parameter channel: the connection; when it closes, the stream ends.
  init(_ numbers: AsyncStream<Int>, channel: any Channel) {
    let (events, continuation) = AsyncStream.makeStream(of: Word.self)
    self.events = events
    let reading = Task {
      for await number in numbers { continuation.yield(.change(number)) }
      continuation.finish()
    }
    // A browser that is gone without a word is found out when a beat cannot be sent.
    let beats = channel.eventLoop.scheduleRepeatedTask(
      initialDelay: .seconds(15), delay: .seconds(15)
    ) { _ in continuation.yield(.beat) }
    channel.closeFuture.whenComplete { _ in
      beats.cancel()
      reading.cancel()
      continuation.finish()
    }
  }

  func write(to writer: inout any ResponseBodyWriter) async throws {
    try await writer.write(ByteBuffer(string: "retry: 500\n\n"))
    for await word in events {
      switch word {
      case .change(let number):
        try await writer.write(ByteBuffer(string: "event: change\ndata: \(number)\n\n"))
      case .beat: try await writer.write(ByteBuffer(string: ": still here\n\n"))
      }
    }
    try await writer.finish(nil)
  }
}
