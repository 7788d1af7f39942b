// The state of one register machine and its safe points. The dispatch loop is in Dispatch.swift, the
// cold half of the instructions in Cold*.swift.
//
// A frame is a window of registers; a callee's window starts at the caller's register where its arguments
// lie, so a call copies nothing. A machine belongs to one thread; a struct, because the exclusivity
// checks of a class would cost five times the work (measured).

import ThiDuaNumber

/// Where a call goes back to.
struct Frame {
  var returnAddress: UnsafePointer<Instruction>
  /// Registers between the caller's window and the callee's.
  var delta: Int
}

/// Where an output of a row program goes.
struct OutputView {
  var base: UnsafeMutableRawPointer
  var layout: ColumnStorage.Layout
}

/// A stored value that has no form in a column cell yet; placed when all workers are done.
struct PendingCell {
  var output: Int
  var position: Int
  var value: Value
}

struct Machine: ~Copyable {
  let image: Image
  let limits: Limits
  var heap: Heap
  weak var host: (any MachineHost)?
  var indexes: SubjectIndexes

  /// Registers of all frames; moves when it grows.
  var stack: UnsafeMutablePointer<Int64>
  var stackEnd: UnsafeMutablePointer<Int64>
  var frames: UnsafeMutablePointer<Frame>
  let frameCapacity: Int
  var globals: UnsafeMutablePointer<Int64>

  /// Steps left before the next look whether to go on; see `refuel`.
  var steps: Int
  /// Steps not handed out yet.
  private var reserve = 0

  // Rows of a row program: `rows` nil means all from `position` on.
  var rows: UnsafePointer<Int32>?
  var position = 0
  var endPosition = 0
  var rowStart: UnsafePointer<Instruction>
  var outputs: UnsafeMutablePointer<OutputView>?
  var pending: [PendingCell] = []

  /// The instruction that trapped, the values around it, and what the host said.
  var trapAddress: UnsafePointer<Instruction>?
  var trapValues: [Value] = []
  var hostDiagnostic: HostFailure?

  /// Bytes of a text being built.
  var scratch: [UInt8] = []

  init(
    image: Image, limits: Limits, steps: Int, indexes: SubjectIndexes,
    host: (any MachineHost)?
  ) throws(Trap) {
    self.image = image
    self.limits = limits
    self.host = host
    self.indexes = indexes
    self.steps = limits.isInterrupted == nil ? steps : min(steps, Machine.stepsBetweenLooks)
    reserve = steps - self.steps
    heap = Heap(texts: image.texts, memoryLimit: limits.memory)
    let registerCount = 4096
    stack = .allocate(capacity: registerCount)
    stack.initialize(repeating: 0, count: registerCount)
    stackEnd = stack + registerCount
    frameCapacity = limits.depth + 1
    frames = .allocate(capacity: frameCapacity)
    let globalCount = image.program.globals.count
    globals = .allocate(capacity: max(1, globalCount))
    globals.initialize(repeating: Word.blank.bits, count: globalCount)
    rowStart = UnsafePointer(image.halt)
    for number in image.program.permanentNumbers { _ = try heap.makeNumber(number) }
    heap.sealPermanent()
  }

  deinit {
    stack.deallocate()
    frames.deallocate()
    globals.deallocate()
  }

  // MARK: Entering code

  /// Runs code `index` with `arguments` in its first registers; the result is what it gives back.
  mutating func call(_ index: Int, _ arguments: [Value]) throws(Trap) -> Value {
    try growStack(to: image.codes[index].registerCount)
    for (register, argument) in arguments.enumerated() {
      stack[register] = try heap.word(argument).bits
    }
    try run(UnsafePointer(image.codes[index].start))
    return heap.value(Word(bits: stack[0]))
  }

  /// Runs a row program over positions `range`, with captured values in R[1]…
  mutating func runRows(
    code index: Int, rows: UnsafePointer<Int32>?, range: Range<Int>, captures: [Value],
    outputs: UnsafeMutablePointer<OutputView>
  ) throws(Trap) {
    guard !range.isEmpty else { return }
    let entry = image.codes[index]
    try growStack(to: entry.registerCount)
    self.rows = rows
    self.outputs = outputs
    rowStart = UnsafePointer(entry.start)
    // The heap is emptied after each chunk, so what a row leaves behind never piles up.
    var next = range.lowerBound
    while next < range.upperBound {
      position = next
      endPosition = min(next + 1024, range.upperBound)
      next = endPosition
      for (offset, capture) in captures.enumerated() {
        stack[1 + offset] = try heap.word(capture).bits
      }
      let row = rows.map { Int($0[position]) } ?? position
      stack[0] = Word(immediate: Int64(row)).bits
      try run(rowStart)
      heap.reset()
      if hasGlobalObjects { try restoreGlobals() }
    }
  }

  // MARK: Globals

  private var globalValues: [Value] = []
  private var hasGlobalObjects = false

  /// Sets all globals, and again after each chunk of rows, when the heap is emptied.
  mutating func setGlobals(_ values: [Value]) throws(Trap) {
    globalValues = values
    try restoreGlobals()
    hasGlobalObjects = values.indices.contains { Word(bits: globals[$0]).isObject }
  }

  private mutating func restoreGlobals() throws(Trap) {
    for (index, value) in globalValues.enumerated() {
      globals[index] = try heap.word(value).bits
      heap.shareIfObject(Word(bits: globals[index]))
    }
  }

  func exportGlobals() -> [Value] {
    image.program.globals.indices.map { heap.value(Word(bits: globals[$0])) }
  }

  // MARK: Room and safe points

  mutating func growStack(to count: Int) throws(Trap) {
    let current = stackEnd - stack
    guard count > current else { return }
    let capacity = max(count, current * 2)
    guard capacity * 8 <= limits.memory else { throw Trap(.outOfMemory) }
    let grown = UnsafeMutablePointer<Int64>.allocate(capacity: capacity)
    grown.initialize(repeating: 0, count: capacity)
    grown.update(from: stack, count: current)
    stack.deallocate()
    stack = grown
    stackEnd = grown + capacity
  }

  /// Frees garbage if there may be much; everything alive must be in registers or globals.
  mutating func safePoint(
    _ pc: UnsafePointer<Instruction>, _ r: UnsafeMutablePointer<Int64>
  ) {
    guard heap.needsCollection else { return }
    let registers = image.place(of: pc).map { image.codes[$0.code].registerCount } ?? 0
    let top = min(r + registers, stackEnd)
    var register = stack
    while register < top {
      heap.mark(Word(bits: register.pointee))
      register += 1
    }
    // Leftovers above the top would be read as roots by a deeper call later.
    top.update(repeating: 0, count: stackEnd - top)
    for index in image.program.globals.indices { heap.mark(Word(bits: globals[index])) }
    heap.sweep()
  }

  /// Counts the cost of work whose size is not bounded by the instruction.
  mutating func charge(_ cost: Int) throws(Trap) {
    steps -= cost
    if steps < 0 { try refuel() }
  }

  /// A few milliseconds of work.
  private static let stepsBetweenLooks = 200_000

  /// All steps left; negative when there were too few.
  var stepsLeft: Int { steps + reserve }

  /// Called when `steps` is used up: somebody may want to stop, or there are more.
  mutating func refuel() throws(Trap) {
    if let isInterrupted = limits.isInterrupted, isInterrupted() { throw Trap(.interrupted) }
    let portion = min(reserve, Machine.stepsBetweenLooks - steps)
    steps += portion
    reserve -= portion
    if steps < 0 { throw Trap(.tooManySteps) }
  }
}
