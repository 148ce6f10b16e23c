import Foundation

/// `EditFuzzer STEPS SEED FOLDER…`: steps of one seed on the site that the folders make together.
@main
enum FuzzCommand {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 3, let steps = Int(arguments[1]), let seed = UInt64(arguments[2]) else {
      print("usage: EditFuzzer STEPS SEED FOLDER…")
      exit(64)
    }
    let scratch = FileManager.default.temporaryDirectory.appending(
      path: "edit-fuzzer-\(getpid())")
    defer { try? FileManager.default.removeItem(at: scratch) }
    var fuzzer = try EditFuzzer(
      start: arguments.dropFirst(3).map { URL(filePath: $0) }, folder: scratch, seed: seed)
    for step in 0..<steps {
      if let difference = try fuzzer.step() {
        print(difference)
        try? FileManager.default.removeItem(at: scratch)
        exit(1)
      }
      if step % 100 == 99 { print("seed \(seed): \(step + 1) steps", fuzzer.tally) }
    }
    print("seed \(seed): \(fuzzer.tally)")
  }
}
