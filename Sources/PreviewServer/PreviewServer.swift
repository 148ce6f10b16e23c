import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Serves a site to browsers on this machine, and has them show changes by themselves.
///
/// It knows files by path and nothing of where they come from; see `SiteSource`. After each change
/// the owner calls `announce`; pages that are open then ask how they stand, and reload, change their
/// look, or show what is wrong.
public final class PreviewServer: Sendable {
  private let configuration: PreviewConfiguration
  private let responder: PreviewResponder
  private let register: ConnectionRegister
  private let state = Mutex(State())

  private struct State {
    var listeners: [Listener] = []
    var sweep: RepeatedTask?
  }

  /// A server that does not listen yet.
  public init(_ configuration: PreviewConfiguration, source: any SiteSource) {
    self.configuration = configuration
    responder = PreviewResponder(source: source, configuration: configuration)
    register = ConnectionRegister(limits: configuration.limits)
  }

  /// Begins to listen.
  ///
  /// - Returns: the port.
  public func start() async throws(PreviewFailure) -> Int {
    let port: Int
    switch configuration.port {
    case let wanted?: port = try await listen(at: wanted)
    case nil:
      let ports = PreviewConfiguration.firstPort...PreviewConfiguration.firstPort + 99
      port = try await firstFree(of: ports)
    }
    let register = register
    let sweep = MultiThreadedEventLoopGroup.singleton.next().scheduleRepeatedTask(
      initialDelay: .seconds(1), delay: .seconds(1)
    ) { _ in register.sweep() }
    state.withLock { $0.sweep = sweep }
    return port
  }

  /// The address to open in a browser, given the port and the path that the site stands below.
  public func address(port: Int, mount: String = "/") -> String {
    let host = configuration.host.map { $0.contains(":") ? "[\($0)]" : $0 } ?? "localhost"
    return "http://\(host == "0.0.0.0" || host == "[::]" ? "localhost" : host):\(port)"
      + mount
  }

  /// Says how the site stands now; the source must answer accordingly before.
  public func announce(_ status: PreviewStatus) async {
    let source = responder.source
    func text(_ path: String) async -> String {
      guard case .file(let file) = await source.answer(at: path) else { return "" }
      return String(decoding: file.bytes, as: UTF8.self)
    }
    let headers = HeaderRules(await text("_headers"))
    let redirects = RedirectRules(await text("_redirects"))
    responder.board.announce(status, headers, redirects)
  }

  /// How many pages listen for changes.
  public var listenerCount: Int { responder.board.listenerCount }

  /// How many connections are open.
  public var connectionCount: Int { register.count }

  /// Stops listening and ends all streams.
  public func stop() async {
    let (listeners, sweep) = state.withLock { state in
      defer { state = State() }
      return (state.listeners, state.sweep)
    }
    sweep?.cancel()
    responder.board.close()
    for listener in listeners { await listener.stop() }
  }

  private func firstFree(of ports: ClosedRange<Int>) async throws(PreviewFailure) -> Int {
    for port in ports {
      do {
        return try await listen(at: port)
      } catch PreviewFailure.portInUse {
        continue
      }
    }
    throw .noFreePort(ports)
  }

  private func listen(at port: Int) async throws(PreviewFailure) -> Int {
    let channel = PreviewChannel(responder, register: register, limits: configuration.limits)
    let first = try await Listener(channel, host: configuration.host ?? "127.0.0.1", port: port)
    var listeners = [first]
    if configuration.host == nil {
      do {
        listeners.append(try await Listener(channel, host: "::1", port: first.port))
      } catch {
        // A machine without IPv6 is served by the other address alone.
        if case .portInUse = error {
          await first.stop()
          throw error
        }
      }
    }
    state.withLock { [listeners] in $0.listeners = listeners }
    return first.port
  }
}

/// One address at which the server listens.
private final class Listener: Sendable {
  let port: Int
  private let task: Task<Void, Never>
  private let stopServer: @Sendable () async -> Void

  init(_ channel: PreviewChannel, host: String, port: Int) async throws(PreviewFailure) {
    var logger = Logger(label: "preview", factory: { _ in SwiftLogNoOpLogHandler() })
    logger.logLevel = .critical
    let started = AsyncStream.makeStream(of: Result<Int, PreviewFailure>.self)
    let server = Server(
      childChannelSetup: channel,
      configuration: ServerConfiguration(address: .hostname(host, port: port)),
      onServerRunning: { channel in
        started.continuation.yield(.success(channel.localAddress?.port ?? port))
      }, eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger)
    task = Task {
      do {
        try await server.run()
      } catch {
        started.continuation.yield(.failure(Self.failure(error, host, port)))
      }
      started.continuation.finish()
    }
    stopServer = { try? await server.shutdownGracefully() }
    var outcomes = started.stream.makeAsyncIterator()
    let outcome = await outcomes.next()
    self.port = try (outcome ?? .failure(Self.failure(CancellationError(), host, port))).get()
  }

  func stop() async {
    await stopServer()
    task.cancel()
    await task.value
  }

  private static func failure(_ error: any Error, _ host: String, _ port: Int) -> PreviewFailure {
    guard let error = error as? IOError else {
      return .cannotListen(host: host, port: port, reason: "\(error)")
    }
    if error.errnoCode == EADDRINUSE { return .portInUse(port) }
    return .cannotListen(host: host, port: port, reason: String(cString: strerror(error.errnoCode)))
  }
}
