/// The code of one chunk while it is made, with its slots and the depth of its operand stack.
final class FunctionBuilder {
  let parent: FunctionBuilder?
  /// How many functions this one is inside of.
  let level: Int
  /// Set when a function inside reads a variable of this one.
  @exclusivity(unchecked) var keepsLocals = false
  @exclusivity(unchecked) private(set) var code: [Instruction] = []
  @exclusivity(unchecked) private(set) var marks: [Mark] = []
  /// Slot 0 links to the variables of the function around.
  @exclusivity(unchecked) private(set) var slots = 1
  @exclusivity(unchecked) private(set) var depth = 0
  @exclusivity(unchecked) private(set) var deepest = 0
  /// The names of its variables, for suggestions.
  @exclusivity(unchecked) var variableNames: [Symbol] = []

  init(parent: FunctionBuilder?) {
    self.parent = parent
    code.reserveCapacity(32)
    marks.reserveCapacity(32)
    level = (parent?.level ?? -1) + 1
  }

  func newSlot() -> Int {
    slots += 1
    return slots - 1
  }

  func newSlots(_ count: Int) -> Int {
    slots += count
    return slots - count
  }

  /// Appends a step that changes the operand stack's depth by `effect`; returns its place.
  @discardableResult
  func emit(
    _ code: Instruction.Code, a: UInt8 = 0, b: Int = 0, c: Int32 = 0, effect: Int = 0,
    at span: Span? = nil
  ) -> Int {
    self.code.append(Instruction(code: code, a: a, b: UInt16(truncatingIfNeeded: b), c: c))
    depth += effect
    deepest = max(deepest, depth)
    if let span { mark(Mark.own, span) }
    return self.code.count - 1
  }

  /// Notes the place of an operand of the last step.
  func mark(_ role: UInt8, _ span: Span) {
    marks.append(Mark(pc: UInt32(code.count - 1), role: role, span: span))
  }

  /// The names of its variables and of those of the functions around it.
  var visibleNames: [Symbol] { variableNames + (parent?.visibleNames ?? []) }

  func setDepth(_ depth: Int) { self.depth = depth }

  /// Makes the jump at `place` go to what comes next.
  func land(_ place: Int) { code[place].c = Int32(code.count - place) }

  /// Makes the jump at `place` go to `target`.
  func land(_ place: Int, at target: Int) { code[place].c = Int32(target - place) }

  var next: Int { code.count }
}
