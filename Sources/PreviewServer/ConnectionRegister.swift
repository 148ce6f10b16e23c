import NIOCore
import Synchronization

/// All open connections, so that none keeps a place for ever and a flood of them does not shut out an
/// ordinary request.
///
/// One sweep a second looks at all of them, instead of a timer for each. When there are too many, the
/// one that has let us wait longest is closed for the new one.
final class ConnectionRegister: Sendable {
  private let limits: PreviewConfiguration.Limits
  private let connections = Mutex<[ObjectIdentifier: Connection]>([:])

  init(limits: PreviewConfiguration.Limits) { self.limits = limits }

  /// How many connections are open.
  var count: Int { connections.withLock { $0.count } }

  /// Takes in a new connection, for which another one may have to go.
  func add(_ channel: any Channel) -> Connection {
    let connection = Connection(channel)
    let key = ObjectIdentifier(connection)
    let loser = connections.withLock { all -> Connection? in
      let loser = all.count < limits.connections ? nil : Self.worst(all.values)
      if let loser { all[ObjectIdentifier(loser)] = nil }
      all[key] = connection
      return loser
    }
    loser?.close()
    channel.closeFuture.whenComplete { [weak self] _ in
      _ = self?.connections.withLock { $0.removeValue(forKey: key) }
    }
    return connection
  }

  /// Closes the connections whose time is over.
  func sweep(now: NIODeadline = .now()) {
    let late = connections.withLock { $0.values.filter { isLate($0, now) } }
    for connection in late { connection.close() }
  }

  private func isLate(_ connection: Connection, _ now: NIODeadline) -> Bool {
    let (phase, since) = connection.standing
    let seconds =
      switch phase {
      case .idle: limits.idleSeconds
      case .reading: limits.headerSeconds
      case .answering: limits.answerSeconds
      case .closing: 2
      case .streaming: Int.max
      }
    return now - since >= .seconds(Int64(min(seconds, 1 << 20)))
  }

  /// The connection that is missed least: those that send no request before those that get an answer,
  /// and among them the one of longest standing.
  private static func worst(_ all: Dictionary<ObjectIdentifier, Connection>.Values) -> Connection? {
    all.min { a, b in
      let (one, other) = (a.standing, b.standing)
      if one.phase.rank != other.phase.rank { return one.phase.rank < other.phase.rank }
      return one.since < other.since
    }
  }
}

/// One open connection and what it is doing.
final class Connection: Sendable {
  enum Phase: Sendable {
    /// Between requests.
    case idle
    /// A request's header has begun.
    case reading
    /// A request is being answered.
    case answering
    /// Something is sent for as long as the browser listens.
    case streaming
    /// All is said, and the other side has not closed yet.
    case closing

    fileprivate var rank: Int {
      switch self {
      case .idle, .reading, .closing: 0
      case .answering: 1
      case .streaming: 2
      }
    }
  }

  private let channel: any Channel
  private let state: Mutex<(phase: Phase, since: NIODeadline)>

  init(_ channel: any Channel) {
    self.channel = channel
    // A connection must say something at once to be worth its place.
    state = Mutex((.reading, .now()))
  }

  var standing: (phase: Phase, since: NIODeadline) { state.withLock { $0 } }

  /// Moves on to another phase.
  func enter(_ phase: Phase) { state.withLock { $0 = (phase, .now()) } }

  /// Bytes have come: the beginning of a header, unless something is in work already.
  func hear() {
    state.withLock { if $0.phase == .idle { $0 = (.reading, .now()) } }
  }

  func close() { channel.close(promise: nil) }
}
