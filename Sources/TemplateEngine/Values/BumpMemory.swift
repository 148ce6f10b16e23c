/// Memory that is handed out in order and given back all at once.
///
/// The only place of the engine that asks the system for memory while values are made. Blocks are
/// kept over a `reset`, so that a renderer's pages after the first allocate nothing.
struct BumpMemory: ~Copyable {
  private var blocks: [UnsafeMutableRawBufferPointer] = []
  private var current = 0
  private var next: UInt = 0
  private var end: UInt = 0
  private let blockSize: Int
  /// Bytes held from the system.
  private(set) var capacity = 0

  init(blockSize: Int) {
    self.blockSize = blockSize
  }

  deinit {
    for block in blocks { block.deallocate() }
  }

  /// `count` bytes, not initialised; with `aligned` the address is a multiple of sixteen.
  @inline(__always)
  mutating func allocate(_ count: Int, aligned: Bool = true) -> UnsafeMutableRawPointer {
    let start = aligned ? (next &+ 15) & ~15 : next
    if start != 0, start &+ UInt(bitPattern: count) <= end,
      let pointer = UnsafeMutableRawPointer(bitPattern: start)
    {
      next = start &+ UInt(bitPattern: count)
      return pointer
    }
    return allocateSlowly(count)
  }

  /// Gives back the last bytes of an allocation that turned out to be too long.
  @inline(__always)
  mutating func shrink(_ pointer: UnsafeMutableRawPointer, from old: Int, to new: Int) {
    if UInt(bitPattern: pointer) &+ UInt(bitPattern: old) == next {
      next = UInt(bitPattern: pointer) &+ UInt(bitPattern: new)
    }
  }

  @inline(never)
  private mutating func allocateSlowly(_ count: Int) -> UnsafeMutableRawPointer {
    var index = next == 0 ? 0 : current + 1
    while index < blocks.count, blocks[index].count < count + 16 { index += 1 }
    if index >= blocks.count {
      index = blocks.count
      let size = max(blockSize, count + 16)
      blocks.append(.allocate(byteCount: size, alignment: 16))
      capacity += size
    }
    // Blocks passed over stay behind `current` and serve again after the next reset.
    current = index
    let block = blocks[index]
    guard let base = block.baseAddress else { preconditionFailure("an empty block of memory") }
    next = UInt(bitPattern: base) &+ UInt(bitPattern: (count &+ 15) & ~15)
    end = UInt(bitPattern: base) &+ UInt(bitPattern: block.count)
    return base
  }

  /// Takes everything back; blocks are kept for the next use, up to `limit` bytes.
  mutating func reset(keeping limit: Int = 8 << 20) {
    while blocks.count > 1, capacity > limit {
      let last = blocks.removeLast()
      capacity -= last.count
      last.deallocate()
    }
    current = 0
    next = 0
    end = 0
    guard let base = blocks.first?.baseAddress else { return }
    next = UInt(bitPattern: base)
    end = next &+ UInt(bitPattern: blocks[0].count)
  }
}
