/// Where a preview listens, who may ask, and how much it bears.
public struct PreviewConfiguration: Sendable {
  /// The address to listen at; `nil` for this machine alone (127.0.0.1 and ::1).
  public var host: String?
  /// The port; `nil` for the first free one from 4000, 0 for any.
  public var port: Int?
  /// Further names that browsers may know the server by. Without a name a browser may be led here by
  /// any site that has its own name point at this machine.
  public var allowedHosts: [String]
  /// What the server bears.
  public var limits = Limits()

  /// A preview's settings.
  public init(host: String? = nil, port: Int? = nil, allowedHosts: [String] = []) {
    self.host = host
    self.port = port
    self.allowedHosts = allowedHosts
  }

  /// What the server bears before it refuses.
  public struct Limits: Sendable {
    /// Bytes of one header field, and of the request's first line.
    public var fieldSize = 8 << 10
    /// Bytes of all header fields.
    public var headerSize = 16 << 10
    /// Connections at once; beyond them the one that has kept us waiting longest is closed.
    public var connections = 256
    /// Open event streams at once.
    public var streams = 128
    /// Seconds from the first byte of a request to the end of its header.
    public var headerSeconds = 10
    /// Seconds without a request.
    public var idleSeconds = 30
    /// Seconds that an answer may take.
    public var answerSeconds = 120

    /// The usual limits.
    public init() {}
  }

  /// The port at which the search for a free one begins.
  public static let firstPort = 4000
}

/// Why a server did not start.
public enum PreviewFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// Another program listens at the port that was asked for.
  case portInUse(Int)
  /// No port near the usual one is free.
  case noFreePort(ClosedRange<Int>)
  /// The system says no.
  case cannotListen(host: String, port: Int, reason: String)

  /// One line for people.
  public var description: String {
    switch self {
    case .portInUse(let port):
      "port \(port) is in use by another program; choose another one, or stop that program"
    case .noFreePort(let ports):
      "no port from \(ports.lowerBound) to \(ports.upperBound) is free"
    case .cannotListen(let host, let port, let reason):
      "cannot listen at \(host), port \(port): \(reason)"
    }
  }
}
