/// `for`, with its tests, its `else` and its recursion.
extension TemplateCompiler {
  func emit(_ loop: Statement.ForLoop) {
    guard loop.isRecursive else {
      value(loop.sequence)
      loopBody(loop, isRecursive: false)
      return
    }
    value(loop.sequence)
    let body = chunk(inside: true, kind: .loop, name: Word.loop.symbol) {
      // Slot 1 holds what is looped over, slot 2 how deep the loop is.
      _ = function.newSlots(2)
      function.emit(.local, b: 1, effect: 1)
      loopBody(loop, isRecursive: true)
      return nil
    }
    function.emit(.recursiveLoop, a: mode.rawValue, c: body, effect: -1, at: loop.sequence.anchor)
  }

  /// The loop over the value on the stack.
  func loopBody(_ loop: Statement.ForLoop, isRecursive: Bool) {
    let isFull = loop.usesLoop || isRecursive
    // What an item in front needs to know of those behind cannot wait for the test.
    let filtersFirst = loop.test != nil && (loop.looksAhead || isRecursive)
    if filtersFirst { filter(loop) }
    let slots = function.newSlots(3)
    let needsFlag = loop.leavesEarly || (loop.test != nil && !filtersFirst)
    let flag = loop.otherwise.isEmpty || !needsFlag ? nil : function.newSlot()
    if let flag {
      function.emit(.constant, c: program.constant(.false), effect: 1)
      function.emit(.storeLocal, b: flag, effect: -1)
    }
    let full: UInt8 = isFull ? (isRecursive ? 2 : 1) : 0
    let begin = function.emit(
      .loopBegin, a: full, b: slots, effect: -1, at: loop.sequence.anchor)
    let top = function.next
    let next = function.emit(.loopNext, a: full, b: slots)
    loops.append(LoopContext(top: top, undoDepth: undo.count))
    if let test = loop.test, !filtersFirst {
      let outside = scope
      scope = Scope(in: function, parent: outside)
      declareTarget(loop.target, slots: slots)
      unpackTarget(loop.target, slots: slots)
      let skip = jumpUnless(test)
      function.land(skip, at: top)
      scope = outside
    }
    inner(
      loop.body,
      declare: { scope in
        let outside = self.scope
        self.scope = scope
        declareTarget(loop.target, slots: slots)
        if isFull { scope.declare(Word.loop.symbol, slot: slots) }
        self.scope = outside
      }
    ) {
      unpackTarget(loop.target, slots: slots)
      emit(loop.body)
      // `else` is for loops none of whose rounds came to its end.
      if let flag {
        function.emit(.constant, c: program.constant(.true), effect: 1)
        function.emit(.storeLocal, b: flag, effect: -1)
      }
    }
    let back = function.emit(.jump)
    function.land(back, at: top)
    let context = loops.removeLast()
    finishLoop(loop, begin: begin, next: next, flag: flag, breaks: context.breaks)
  }

  func finishLoop(
    _ loop: Statement.ForLoop, begin: Int, next: Int, flag: Int?, breaks: [Int]
  ) {
    if loop.otherwise.isEmpty {
      function.land(begin)
      function.land(next)
    } else if let flag {
      function.land(begin)
      function.land(next)
      for jump in breaks { function.land(jump) }
      function.emit(.local, b: flag, effect: 1)
      let done = function.emit(.jumpIfTrue, effect: -1)
      inner(loop.otherwise) { emit(loop.otherwise) }
      function.land(done)
      return
    } else {
      function.land(next)
      let done = function.emit(.jump)
      function.land(begin)
      inner(loop.otherwise) { emit(loop.otherwise) }
      function.land(done)
    }
    for jump in breaks { function.land(jump) }
  }

  /// Declares the target's names; a single name is in the loop's third slot.
  func declareTarget(_ target: Statement.Target, slots: Int) {
    if case .name(let name, _) = target {
      scope.declare(name, slot: slots + 2)
    } else {
      Self.declare(target, in: scope)
    }
  }

  /// Spreads the item in the loop's third slot over a tuple of names.
  func unpackTarget(_ target: Statement.Target, slots: Int) {
    guard case .tuple = target else { return }
    function.emit(.local, b: slots + 2, effect: 1)
    assign(target)
  }

  /// Replaces the sequence on the stack by a list of the items that pass the loop's test.
  func filter(_ loop: Statement.ForLoop) {
    guard let test = loop.test else { return }
    let slots = function.newSlots(3)
    let list = function.newSlot()
    function.emit(.constant, c: program.constant(.none), effect: 1)
    function.emit(.storeLocal, b: list, effect: -1)
    let begin = function.emit(.loopBegin, b: slots, effect: -1, at: loop.sequence.anchor)
    let top = function.emit(.loopNext, b: slots)
    let outside = scope
    scope = Scope(in: function, parent: outside)
    declareTarget(loop.target, slots: slots)
    unpackTarget(loop.target, slots: slots)
    let skip = jumpUnless(test)
    function.land(skip, at: top)
    scope = outside
    function.emit(.local, b: slots + 2, effect: 1)
    function.emit(.appendTo, b: list, effect: -1)
    let back = function.emit(.jump)
    function.land(back, at: top)
    function.land(begin)
    function.land(top)
    // The list is made by the first item; without one an empty list is what is left.
    function.emit(.local, b: list, effect: 1)
    let made = function.emit(.jumpIfTrueOrPop, effect: 0)
    function.setDepth(function.depth - 1)
    function.emit(.list, effect: 1)
    function.land(made)
  }
}
