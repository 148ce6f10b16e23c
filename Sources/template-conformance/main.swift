#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Runs a file of conformance cases, one JSON object a line.
///
///     template-conformance FILE            prints failing cases, then `N passed, M failed`
///     template-conformance --results FILE  prints what each case gives, one JSON object a line
///     template-conformance --time FILE     times loading and rendering of each case; with --quick
///                                          nothing else
///     template-conformance --render N FILE renders the first case N times and prints nothing
///
/// `-` reads standard input. The exit status is 0 when every case passed, 1 when not, 64 for a
/// wrong command line, 66 when the file cannot be read.

/// All bytes of a file, or of standard input for `-`; `nil` when it cannot be read.
func contents(of path: String) -> [UInt8]? {
  let descriptor = path == "-" ? 0 : open(path, O_RDONLY)
  guard descriptor >= 0 else { return nil }
  defer { if descriptor != 0 { close(descriptor) } }
  var result: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    guard count >= 0 else { return nil }
    if count == 0 { return result }
    result += buffer[0..<count]
  }
}

func say(_ text: String) {
  var text = text
  text.withUTF8 { bytes in
    var written = 0
    while written < bytes.count, let base = bytes.baseAddress {
      let count = write(1, base + written, bytes.count - written)
      guard count > 0 else { exit(74) }
      written += count
    }
  }
}

var arguments = Array(CommandLine.arguments.dropFirst())
let printsResults = arguments.first == "--results"
let printsTimes = arguments.first == "--time"
var renders: Int?
if printsResults || printsTimes { arguments.removeFirst() }
let isQuick = printsTimes && arguments.first == "--quick"
if isQuick { arguments.removeFirst() }
if arguments.first == "--render", arguments.count > 1 {
  renders = Int(arguments[1])
  arguments.removeFirst(2)
}
guard let path = arguments.first, arguments.count == 1, renders ?? 0 >= 0 else {
  say("usage: template-conformance [--results | --time [--quick] | --render N] FILE\n")
  exit(64)
}
guard let bytes = contents(of: path) else {
  say("\(path) cannot be read\n")
  exit(66)
}
let lines = bytes.split(separator: 0x0A).map(Array.init)
if printsResults {
  for line in lines { say(ResultLine.text(of: line) + "\n") }
  exit(0)
}

if printsTimes {
  for line in lines {
    guard let test = ConformanceCase(line: line) else { continue }
    say(CaseTimer(test).line(quick: isQuick) + "\n")
  }
  exit(0)
}

if let renders {
  if let test = lines.first.flatMap({ ConformanceCase(line: $0) }) {
    CaseTimer(test).render(times: renders)
  }
  exit(0)
}

var passed = 0
var failed = 0
var columns = (right: 0, total: 0)
for (index, line) in lines.enumerated() {
  guard let test = ConformanceCase(line: line) else {
    say("line \(index + 1): not a case\n")
    failed += 1
    continue
  }
  let outcome = test.run()
  if case .fault(let actual) = outcome, case .fault(let expected) = test.expectation,
    let column = expected.column
  {
    columns.total += 1
    if actual.column == column {
      columns.right += 1
    } else if outcome.meets(test.expectation) {
      say("\(test.id): column \(actual.column ?? 0), expected \(column)\n")
    }
  }
  if outcome.meets(test.expectation) {
    passed += 1
  } else {
    failed += 1
    say("\(test.id)\n  expected \(test.expectation.description)\n")
    say("  actual   \(outcome.description)\n")
  }
}
if columns.total > 0 { say("columns: \(columns.right) of \(columns.total) as expected\n") }
say("\(passed) passed, \(failed) failed\n")
exit(failed == 0 ? 0 : 1)
