import Foundation
import PreviewServer
import Testing

/// What the server bears, and where it listens.
@Suite("The preview server bears slow and many connections", .serialized, .timeLimit(.minutes(1)))
struct EnduranceTests {
  @Test("a header that does not come is not waited for, and neither is a next request")
  func timeouts() async throws {
    var configuration = PreviewConfiguration(port: 0)
    configuration.limits.headerSeconds = 1
    configuration.limits.idleSeconds = 2
    try await Preview.run(configuration) { preview in
      let port = preview.port
      let request = "GET /eight.txt HTTP/1.1\r\nHost: localhost\r\n\r\n"
      let (slow, idle) = await RawClient.onThread { () -> ([UInt8], String) in
        let (silent, talking) = (Socket(port), Socket(port))
        silent.send(Array("GET / HTTP/1.1\r\nHost: loc".utf8))
        talking.send(Array(request.utf8))
        let first = talking.read(to: "01234567")
        // Both end by themselves; a server that waited for ever would leave us at our own time-out.
        return (silent.readAll(), first + String(decoding: talking.readAll(), as: UTF8.self))
      }
      #expect(slow.isEmpty)
      #expect(idle.hasSuffix("01234567"))
      for _ in 0..<500 where preview.server.connectionCount > 0 {
        try await Task.sleep(for: .milliseconds(10))
      }
      #expect(preview.server.connectionCount == 0)
    }
  }

  @Test("several requests share a connection, one after the other or all at once")
  func pipeline() async throws {
    try await Preview.run { preview in
      let one = "GET /eight.txt HTTP/1.1\r\nHost: localhost\r\n\r\n"
      let last = "GET /a..b.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
      let answer = await RawClient.exchange(preview.port, one + one + last)
      let text = String(decoding: answer.bytes, as: UTF8.self)
      #expect(text.components(separatedBy: "HTTP/1.1 200 OK").count == 4)
      #expect(text.hasSuffix("two points"))
    }
  }

  @Test("300 connections that say nothing do not keep an ordinary request waiting")
  func slowConnections() async throws {
    try await Preview.run { preview in
      let port = preview.port
      let slow = await RawClient.onThread { () -> [Socket] in
        (0..<300).map { _ in
          let socket = Socket(port)
          socket.send(Array("GET / HTTP/1.1\r\nX-Slow: ".utf8))
          return socket
        }
      }
      let clock = ContinuousClock()
      let start = clock.now
      #expect(await preview.get("/eight.txt").text == "01234567")
      #expect(clock.now - start < .seconds(2))
      #expect(preview.server.connectionCount <= 257)
      withExtendedLifetime(slow) {}
    }
  }

  @Test("a stream is not taken for a slow connection, and too many of them are refused")
  func streams() async throws {
    var configuration = PreviewConfiguration(port: 0)
    configuration.limits.headerSeconds = 1
    configuration.limits.idleSeconds = 1
    configuration.limits.answerSeconds = 1
    configuration.limits.streams = 2
    try await Preview.run(configuration) { preview in
      let token = await preview.token()
      let port = preview.port
      let request =
        "GET /.preview/events?token=\(token) HTTP/1.1\r\nHost: localhost:\(port)\r\n"
        + "Origin: http://localhost:\(port)\r\n\r\n"
      let sockets = await RawClient.onThread { () -> [Socket] in
        (0..<2).map { _ in
          let socket = Socket(port)
          socket.send(Array(request.utf8))
          _ = socket.read(to: "data: 1\n\n")
          return socket
        }
      }
      let third = await RawClient.request(
        port, "/.preview/events?token=\(token)", ["Origin: http://localhost:\(port)"])
      #expect(third.status == 503)
      try await Task.sleep(for: .milliseconds(2500))
      await preview.server.announce(PreviewStatus(hasSite: true))
      let late = await RawClient.onThread { sockets.map { $0.read(to: "data: 2\n\n") } }
      #expect(late.allSatisfy { $0.contains("data: 2") })
    }
  }

  @Test("the server listens at the two loopback addresses and at no other")
  func loopback() async throws {
    try await Preview.run { preview in
      let request = "GET /eight.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
      #expect(await RawClient.exchange(preview.port, request).text == "01234567")
      #expect(
        await RawClient.exchange(preview.port, request, address: "::1").text == "01234567")
      #expect(
        await RawClient.exchange(preview.port, request, address: "127.0.0.2").bytes.isEmpty)
    }
  }

  @Test("a port that is in use is an error where it was asked for, and else passed over")
  func ports() async throws {
    try await Preview.run { preview in
      let other = PreviewServer(
        PreviewConfiguration(port: preview.port), source: TableSource([:]))
      await #expect(throws: PreviewFailure.portInUse(preview.port)) { try await other.start() }
      #expect("\(PreviewFailure.portInUse(4000))".hasPrefix("port 4000 is in use"))
    }
    let first = PreviewServer(PreviewConfiguration(), source: TableSource([:]))
    let second = PreviewServer(PreviewConfiguration(), source: TableSource([:]))
    let (one, two) = (try await first.start(), try await second.start())
    #expect(one >= PreviewConfiguration.firstPort && two > one)
    await first.stop()
    await second.stop()
  }

  @Test("a server that was stopped answers no more")
  func stopping() async throws {
    let server = PreviewServer(PreviewConfiguration(port: 0), source: TableSource([:]))
    let port = try await server.start()
    await server.stop()
    #expect(await RawClient.exchange(port, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").bytes == [])
  }
}
