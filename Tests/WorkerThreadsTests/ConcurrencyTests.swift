import Synchronization
import Testing
import WorkerThreads

@Suite("Doing things at once")
struct ConcurrencyTests {
  @Test("gives the results in the order of the pieces", arguments: [1, 2, 4, 7])
  func order(workers: Int) {
    for count in [0, 1, 2, 3, 100, 5000] {
      let results = Concurrency.map(count, workers: workers) { "result \($0)" }
      #expect(results == (0..<count).map { "result \($0)" })
    }
  }

  @Test("does each piece once, and gives each thread its own worker")
  func workers() {
    final class Tally: Sendable {
      let made = Atomic(0)
      let alive = Atomic(0)
    }
    final class Worker {
      let tally: Tally
      var done = 0
      init(_ tally: Tally) {
        self.tally = tally
        tally.made.add(1, ordering: .relaxed)
        tally.alive.add(1, ordering: .relaxed)
      }
      deinit { tally.alive.subtract(1, ordering: .relaxed) }
    }
    let tally = Tally()
    let results = Concurrency.map(
      1000, workers: 3, makeWorker: { _ in Worker(tally) },
      body: { worker, index in
        worker.done += 1
        return worker.done
      })
    // Each worker counts from one: as many ones as workers that got something to do.
    #expect(results.filter { $0 == 1 }.count <= 3)
    #expect((1...3).contains(tally.made.load(ordering: .relaxed)))
    #expect(tally.alive.load(ordering: .relaxed) == 0)
  }

  @Test("works inside itself")
  func nested() {
    let sums = Concurrency.map(20, workers: 2) { outer in
      Concurrency.map(50, workers: 2) { outer * $0 }.reduce(0, +)
    }
    #expect(sums == (0..<20).map { $0 * 1225 })
  }
}
