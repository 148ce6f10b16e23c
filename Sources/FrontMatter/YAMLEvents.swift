import CYaml

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// libyaml's stream of events over one stretch of bytes: the only file that touches its pointers.
///
/// Marks are libyaml's: counted in Unicode scalars from the beginning of the stretch.
struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var event = yaml_event_t()
  private let isReady: Bool

  enum Kind {
    case scalar, alias, sequenceStart, sequenceEnd, mappingStart, mappingEnd
    case documentEnd, streamEnd
    case other
  }

  /// Runs `body` with the events of `bytes`, which stay where they are until it returns.
  static func read<Result>(
    _ bytes: ArraySlice<UInt8>, _ body: (inout YAMLEvents) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { buffer in
      var events = YAMLEvents(buffer)
      return body(&events)
    }
  }

  private init(_ buffer: UnsafeBufferPointer<UInt8>) {
    // libyaml keeps the parser's own address for reading, so it must not move.
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    isReady = yaml_parser_initialize(parser) != 0
    guard isReady else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
  }

  deinit {
    var last = event
    yaml_event_delete(&last)
    if isReady { yaml_parser_delete(parser) }
    parser.deallocate()
  }

  /// Goes to the next event; `nil` when the text is broken, and `problem` then says how.
  mutating func next() -> Kind? {
    yaml_event_delete(&event)
    guard isReady, yaml_parser_parse(parser, &event) != 0 else { return nil }
    switch event.type {
    case YAML_SCALAR_EVENT: return .scalar
    case YAML_ALIAS_EVENT: return .alias
    case YAML_SEQUENCE_START_EVENT: return .sequenceStart
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_START_EVENT: return .mappingStart
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_STREAM_END_EVENT: return .streamEnd
    default: return .other
    }
  }

  /// Where the event begins.
  var start: Int { Int(event.start_mark.index) }

  /// Where the event ends.
  var end: Int { Int(event.end_mark.index) }

  /// How a scalar is written.
  var scalarStyle: Node.Style {
    switch event.data.scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  /// Whether the scalar, list or mapping that begins carries an anchor.
  var hasAnchor: Bool {
    switch event.type {
    case YAML_SCALAR_EVENT: event.data.scalar.anchor != nil
    case YAML_SEQUENCE_START_EVENT: event.data.sequence_start.anchor != nil
    case YAML_MAPPING_START_EVENT: event.data.mapping_start.anchor != nil
    default: false
    }
  }

  /// Whether the scalar, list or mapping that begins carries a tag.
  var hasTag: Bool {
    switch event.type {
    case YAML_SCALAR_EVENT: event.data.scalar.tag != nil
    case YAML_SEQUENCE_START_EVENT: event.data.sequence_start.tag != nil
    case YAML_MAPPING_START_EVENT: event.data.mapping_start.tag != nil
    default: false
    }
  }

  /// The length of a scalar's text in bytes.
  var textCount: Int { Int(event.data.scalar.length) }

  /// Whether a scalar's text stands in `text` from `offset` on, byte for byte.
  func textMatches(_ text: [UInt8], at offset: Int) -> Bool {
    let count = textCount
    guard offset >= 0, offset + count <= text.count else { return false }
    guard count > 0, let value = event.data.scalar.value else { return true }
    return text.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return false }
      return memcmp(base + offset, value, count) == 0
    }
  }

  /// Appends a scalar's text.
  func appendText(to text: inout [UInt8]) {
    guard textCount > 0, let value = event.data.scalar.value else { return }
    text.append(contentsOf: UnsafeBufferPointer(start: value, count: textCount))
  }

  /// What libyaml found wrong when `next` gave `nil`.
  var problem: YAMLProblem {
    guard isReady else {
      return YAMLProblem(kind: .memory, text: "", context: "", place: 0, contextPlace: nil)
    }
    let state = parser.pointee
    let kind: YAMLProblem.Kind =
      switch state.error {
      case YAML_READER_ERROR: .encoding
      case YAML_MEMORY_ERROR: .memory
      default: .syntax
      }
    return YAMLProblem(
      kind: kind,
      text: state.problem.map { String(cString: $0) } ?? "",
      context: state.context.map { String(cString: $0) } ?? "",
      place: kind == .encoding ? Int(state.problem_offset) : Int(state.problem_mark.index),
      contextPlace: state.context == nil ? nil : Int(state.context_mark.index))
  }
}

/// A failure of libyaml in its own words.
struct YAMLProblem {
  enum Kind {
    /// The bytes are no UTF-8 text; `place` counts bytes.
    case encoding
    /// The text is no YAML; places count Unicode scalars.
    case syntax
    /// There was no memory to read it.
    case memory
  }

  let kind: Kind
  let text: String
  let context: String
  let place: Int
  let contextPlace: Int?
}
