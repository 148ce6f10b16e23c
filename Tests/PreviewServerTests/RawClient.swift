import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Sends bytes as they are given and reads what comes back, so that no library mends a request.
///
/// Sockets block, so each exchange has a thread of its own: the server's tasks need the others.
enum RawClient {
  /// What came back.
  struct Answer: Sendable {
    /// All bytes.
    let bytes: [UInt8]

    private var parts: (head: String, body: [UInt8]) {
      guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else {
        return (String(decoding: bytes, as: UTF8.self), [])
      }
      return (
        String(decoding: bytes[..<end.lowerBound], as: UTF8.self), Array(bytes[end.upperBound...])
      )
    }

    /// The status; 0 when there was no answer.
    var status: Int {
      let words = parts.head.split(separator: " ", maxSplits: 2)
      return words.count > 1 ? Int(words[1]) ?? 0 : 0
    }
    /// The body's bytes.
    var body: [UInt8] { parts.body }
    /// The body as text.
    var text: String { String(decoding: parts.body, as: UTF8.self) }

    /// A header's value.
    subscript(name: String) -> String? {
      for line in parts.head.components(separatedBy: "\r\n").dropFirst() {
        let pair = line.split(separator: ":", maxSplits: 1)
        if pair.count == 2, pair[0].lowercased() == name.lowercased() {
          return pair[1].trimmingCharacters(in: .whitespaces)
        }
      }
      return nil
    }
  }

  /// The answer to a request line's method and target, with headers.
  static func request(
    _ port: Int, _ target: String, method: String = "GET", host: String? = nil,
    _ headers: [String] = []
  ) async -> Answer {
    var lines = ["\(method) \(target) HTTP/1.1", "Host: \(host ?? "localhost:\(port)")"]
    lines += headers + ["Connection: close", "", ""]
    return await exchange(port, lines.joined(separator: "\r\n"))
  }

  /// What comes back for a text, up to the end of the connection.
  static func exchange(_ port: Int, _ text: String, address: String = "127.0.0.1") async -> Answer {
    await onThread {
      let socket = Socket(port, address: address)
      socket.send(Array(text.utf8))
      return Answer(bytes: socket.readAll())
    }
  }

  /// Runs what blocks on a thread of its own.
  static func onThread<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: work()) }
    }
  }
}

/// A connected TCP socket that blocks, at most for fifteen seconds.
final class Socket: Sendable {
  private let descriptor: Int32

  init(_ port: Int, address: String = "127.0.0.1") {
    let isV6 = address.contains(":")
    descriptor = socket(isV6 ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var limit = timeval(tv_sec: 15, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    if isV6 {
      var name = sockaddr_in6()
      name.sin6_family = sa_family_t(AF_INET6)
      name.sin6_port = in_port_t(port).bigEndian
      inet_pton(AF_INET6, address, &name.sin6_addr)
      open(&name)
    } else {
      var name = sockaddr_in()
      name.sin_family = sa_family_t(AF_INET)
      name.sin_port = in_port_t(port).bigEndian
      inet_pton(AF_INET, address, &name.sin_addr)
      open(&name)
    }
  }

  deinit { close(descriptor) }

  private func open<Name>(_ name: inout Name) {
    withUnsafeBytes(of: &name) { bytes in
      guard let start = bytes.bindMemory(to: sockaddr.self).baseAddress else { return }
      _ = connect(descriptor, start, socklen_t(bytes.count))
    }
  }

  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  /// What comes next; empty at the end of the connection.
  func read() -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
    return count > 0 ? Array(buffer[..<count]) : []
  }

  /// Everything up to the end of the connection.
  func readAll() -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let piece = read()
      if piece.isEmpty { return all }
      all += piece
    }
  }

  /// Everything up to and with a text.
  func read(to end: String) -> String {
    var all: [UInt8] = []
    while all.firstRange(of: Array(end.utf8)) == nil {
      let piece = read()
      if piece.isEmpty { break }
      all += piece
    }
    return String(decoding: all, as: UTF8.self)
  }
}
