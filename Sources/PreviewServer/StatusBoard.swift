import Synchronization

/// What holds for the whole site at this moment, and who wants to hear when it changes.
final class StatusBoard: Sendable {
  /// Known only to pages that this server made, so that no other page can listen.
  let token: String
  private let state: Mutex<State>
  private let streamLimit: Int

  /// What holds at one moment.
  struct Moment: Sendable {
    /// Counts the announcements.
    var number = 0
    var status = PreviewStatus(hasSite: false)
    var headers = HeaderRules()
    var redirects = RedirectRules()

    /// Where the site stands on the server.
    var address: SiteAddress { SiteAddress(mount: status.mount) }
  }

  private struct State {
    var moment = Moment()
    var listeners: [Int: AsyncStream<Int>.Continuation] = [:]
    var nextListener = 0
    var isClosed = false
  }

  /// A board that nobody has written on.
  init(streamLimit: Int) {
    self.streamLimit = streamLimit
    var random = SystemRandomNumberGenerator()
    token = (0..<2).map { _ in String(random.next(), radix: 36) }.joined()
    state = Mutex(State())
  }

  /// What holds now.
  var moment: Moment { state.withLock { $0.moment } }

  /// Changes what holds, and tells all who listen.
  func announce(_ status: PreviewStatus, _ headers: HeaderRules, _ redirects: RedirectRules) {
    state.withLock { state in
      let number = state.moment.number + 1
      state.moment = Moment(
        number: number, status: status, headers: headers, redirects: redirects)
      for listener in state.listeners.values { listener.yield(number) }
    }
  }

  /// The numbers of announcements from now on, the present one first; only the last is kept for a
  /// listener who is slow. `nil` when too many listen already.
  func listen() -> AsyncStream<Int>? {
    state.withLock { state in
      guard state.listeners.count < streamLimit, !state.isClosed else { return nil }
      let (stream, continuation) = AsyncStream.makeStream(
        of: Int.self, bufferingPolicy: .bufferingNewest(1))
      let listener = state.nextListener
      state.nextListener += 1
      state.listeners[listener] = continuation
      continuation.onTermination = { [weak self] _ in self?.forget(listener) }
      continuation.yield(state.moment.number)
      return stream
    }
  }

  /// How many listen.
  var listenerCount: Int { state.withLock { $0.listeners.count } }

  /// Ends all streams, for good.
  func close() {
    let listeners = state.withLock { state in
      state.isClosed = true
      return state.listeners.values.map(\.self)
    }
    // Outside of the lock, since ending a stream comes back to `forget`.
    for listener in listeners { listener.finish() }
  }

  private func forget(_ listener: Int) {
    _ = state.withLock { $0.listeners.removeValue(forKey: listener) }
  }
}
