// The cold half of the instructions: the same switch, one call an instruction.
//
// `cold` does what the fast path left undone and leaves the result in the register; `coldTest` answers a
// comparison or asks an iterator. Both note where they stand, so that an error finds its line.

import ThiDuaNumber

extension Machine {
  @inline(never)
  mutating func cold(
    _ pc: UnsafePointer<Instruction>, _ r: UnsafeMutablePointer<Int64>
  ) throws(Trap) {
    trapAddress = pc
    let i = pc.pointee
    func read(_ register: UInt16) -> Word { Word(bits: r[Int(register)]) }
    let (a, b, c) = (Int(i.a), Int(i.b), Int(i.c))
    let k = image.constants
    switch i.op {
    case .requirePresent:
      throw Trap(.blankUsed)

    case .add:
      r[a] = try addition(read(i.b), read(i.c)).bits
    case .addConstant:
      r[a] = try addition(read(i.b), Word(bits: k[c])).bits
    case .subtract:
      r[a] = try subtraction(read(i.b), read(i.c)).bits
    case .subtractFromConstant:
      if read(i.b).isBlank { throw Trap(.blankUsed) }
      r[a] = try subtraction(Word(bits: k[c]), read(i.b)).bits
    case .multiply:
      r[a] = try multiplication(read(i.b), read(i.c)).bits
    case .multiplyConstant:
      r[a] = try multiplication(read(i.b), Word(bits: k[c])).bits
    case .multiplyWhole:
      let factor = Word(immediate: Int64(Int16(bitPattern: i.c)) * 1_000_000)
      r[a] = try multiplication(read(i.b), factor).bits
    case .divide:
      r[a] = try division(read(i.b), read(i.c)).bits
    case .multiplyDivide:
      r[a] = try multiplicationDivision(read(i.b), read(i.c), read(pc[1].a)).bits
    case .remainder:
      r[a] = try remainder(read(i.b), read(i.c)).bits
    case .multiplyRemainder:
      r[a] = try multiplyRemainder(read(i.b), read(i.c), read(pc[1].a)).bits
    case .floor:
      r[a] = try rounding(read(i.b), places: 0, .down).bits
    case .negate:
      let x = read(i.b)
      if x.isBlank { throw Trap(.blankUsed) }
      r[a] = x.isNotApplicable ? x.bits : try keep(-heap.number(x)).bits
    case .round:
      r[a] = try rounding(read(i.b), places: c, .halfAwayFromZero).bits
    case .roundByRule:
      r[a] = try roundByRule(read(i.b), read(i.c), i.x).bits
    case .multiplyRound:
      r[a] = try multiplyRound(read(i.b), read(i.c), places: Int(i.x)).bits
    case .multiplyConstantRound:
      r[a] = try multiplyRound(read(i.b), Word(bits: k[c]), places: Int(i.x)).bits
    case .divideRound:
      let (x, y) = (read(i.b), read(i.c))
      if x.isImmediate, y.isImmediate,
        let micros = Micros.divideRounded(x.immediate, y.immediate, places: Int(i.x))
      {
        r[a] = Word(immediate: micros).bits
      } else {
        r[a] = try rounding(try division(x, y), places: Int(i.x), .halfAwayFromZero).bits
      }
    case .multiplyDivideRound:
      let (x, y, z) = (read(i.b), read(i.c), read(pc[1].a))
      if x.isImmediate, y.isImmediate, z.isImmediate,
        let micros = Micros.multiplyDivideRounded(
          x.immediate, y.immediate, z.immediate, places: Int(i.x))
      {
        r[a] = Word(immediate: micros).bits
      } else {
        let value = try multiplicationDivision(x, y, z)
        r[a] = try rounding(value, places: Int(i.x), .halfAwayFromZero).bits
      }
    case .smaller:
      r[a] = try extreme(read(i.b), read(i.c), wantsLarger: false).bits
    case .smallerConstant:
      r[a] = try extreme(read(i.b), Word(bits: k[c]), wantsLarger: false).bits
    case .larger:
      r[a] = try extreme(read(i.b), read(i.c), wantsLarger: true).bits
    case .largerConstant:
      r[a] = try extreme(read(i.b), Word(bits: k[c]), wantsLarger: true).bits

    case .less:
      r[a] = Word(truth: try order(read(i.b), read(i.c)) < 0).bits
    case .lessEqual:
      r[a] = Word(truth: try order(read(i.b), read(i.c)) <= 0).bits
    case .equal:
      r[a] = Word(truth: try order(read(i.b), read(i.c)) == 0).bits
    case .notEqual:
      r[a] = Word(truth: try order(read(i.b), read(i.c)) != 0).bits
    case .equalContent:
      try requireValues(read(i.b), read(i.c))
      r[a] = Word(truth: heap.isEqual(read(i.b), read(i.c))).bits
    case .textLess:
      r[a] = Word(truth: try textOrder(read(i.b), read(i.c)) < 0).bits
    case .textLessEqual:
      r[a] = Word(truth: try textOrder(read(i.b), read(i.c)) <= 0).bits
    case .not:
      throw Trap(read(i.b).isBlank ? .blankUsed : .notApplicableUsed)
    case .jumpIfTrue, .jumpIfFalse:
      throw Trap(read(i.a).isBlank ? .blankUsed : .notApplicableUsed)

    case .loadColumn, .loadWord, .loadScaled, .loadText, .loadCode, .loadGroup:
      r[a] = try load(input: c, of: read(i.b)).bits
    case .loadList:
      r[a] = try loadList(input: c, of: read(i.b)).bits
    case .storeColumn, .storeWord, .storeText:
      try store(read(i.a), output: c)
    case .allSubjects:
      r[a] = try allSubjects(c).bits
    case .find:
      r[a] = try find(kind: c, key: read(i.b)).bits
    case .findIfAny:
      r[a] = try find(kind: c, key: read(i.b), mayLack: image.mayLackSubjects).bits

    case .rangeStart:
      let (low, high) = try rangeBounds(read(i.b), read(i.c))
      r[a] = Word(immediate: Int64(low - 1) * 1_000_000).bits
      r[a + 1] = Word(immediate: Int64(high) * 1_000_000).bits
    case .rowsStart:
      r[a] = -2
      r[a + 1] = Word(immediate: Int64(image.tables[c].rowCount) - 1).bits
    case .listStart:
      let list = read(i.b)
      try requireValues(list, list)
      r[a] = list.bits
      r[a + 1] = 0
    case .inverseStart:
      try startInverse(r + a, input: c, subject: read(i.b))

    case .newList:
      r[a] = try heap.makeList(capacity: 0).bits
    case .appendElement:
      try appendElement(r + a, read(i.b))
    case .rangeList:
      r[a] = try rangeList(read(i.b), read(i.c)).bits
    case .newDictionary:
      r[a] = try heap.makeDictionary().bits
    case .element:
      r[a] = try element(of: read(i.b), at: read(i.c)).bits
    case .setElement:
      try setElement(r + a, at: read(i.b), to: read(i.c))
    case .member:
      r[a] = Word(truth: try isMember(read(i.b), of: read(i.c))).bits
    case .sort:
      try sort(read(i.a), keys: r + b, order: image.program.sortOrders[c])
    case .median:
      r[a] = try median(read(i.b)).bits

    case .toText:
      try textOf(read(i.b), image.program.valueKinds[c], decimals: Int(i.x) - 1)
      r[a] = try makeScratchText().bits
    case .concatenate:
      r[a] = try concatenation(r + b, count: c).bits
    case .appendText:
      try appendText(r + a, r + b, count: c)
    case .native:
      guard let function = NativeFunction(rawValue: i.c) else { return }
      r[a] = try native(function, r + b).bits
    case .fail:
      if i.x == 1 { trapValues = [heap.value(read(i.a))] }
      throw Trap(.ruleFailed)
    case .print:
      let line = String(decoding: heap.textBytes(read(i.a)), as: UTF8.self)
      try ask { host throws(HostFailure) in try host.print(line) }
    case .output:
      try output(read(i.a), captures: r + b, index: c, hasFile: i.x == 1)
    case .ask:
      try answer(read(i.a), captures: r + b, index: c)
    case .loop, .nextRow, .rangeNext, .rowsNext, .listNext:
      if steps < 0 { try refuel() }

    case .move, .loadConstant, .loadGlobal, .storeGlobal, .share, .isBlank, .isNotApplicable,
      .jump, .jumpIfBlank, .jumpIfNotBlank, .jumpIfNotApplicable, .jumpIfApplicable,
      .jumpLess, .jumpLessEqual, .jumpEqual, .jumpNotEqual, .jumpLessConstant,
      .jumpLessEqualConstant, .jumpGreaterConstant, .jumpGreaterEqualConstant,
      .jumpEqualConstant, .jumpNotEqualConstant, .storeCode, .inverseNext, .call, .giveBack, .halt,
      .extra:
      assertionFailure("\(i.op) has no cold half")
    }
    safePoint(pc, r)
  }

  /// Whether a comparing jump is taken, or an iterator over listed subjects goes on.
  @inline(never)
  mutating func coldTest(
    _ pc: UnsafePointer<Instruction>, _ r: UnsafeMutablePointer<Int64>
  ) throws(Trap) -> Bool {
    trapAddress = pc
    let i = pc.pointee
    let x = Word(bits: r[Int(i.a)])
    func constant() -> Word { Word(bits: image.constants[Int(i.b)]) }
    func register() -> Word { Word(bits: r[Int(i.b)]) }
    switch i.op {
    case .jumpLess: return try order(x, register()) < 0
    case .jumpLessEqual: return try order(x, register()) <= 0
    case .jumpEqual: return try order(x, register()) == 0
    case .jumpNotEqual: return try order(x, register()) != 0
    case .jumpLessConstant: return try order(x, constant()) < 0
    case .jumpLessEqualConstant: return try order(x, constant()) <= 0
    case .jumpGreaterConstant: return try order(x, constant()) > 0
    case .jumpGreaterEqualConstant: return try order(x, constant()) >= 0
    case .jumpEqualConstant: return try order(x, constant()) == 0
    case .jumpNotEqualConstant: return try order(x, constant()) != 0
    case .inverseNext:
      let iterator = r + Int(i.a)
      let position = iterator[0] &>> 1
      guard position < iterator[1] &>> 1 else { return false }
      if steps < 0 { try refuel() }
      guard let storage = image.storage(Int(iterator[2] &>> 1)) else {
        throw Trap(.notComputed)
      }
      iterator[0] += 2
      r[Int(i.b)] = Word(immediate: Int64(storage.listRows[Int(position)])).bits
      return true
    default:
      assertionFailure("\(i.op) is no test")
      return false
    }
  }

  private mutating func multiplyRound(
    _ x: Word, _ y: Word, places: Int
  ) throws(Trap) -> Word {
    if x.isImmediate, y.isImmediate,
      let micros = Micros.multiplyRounded(x.immediate, y.immediate, places: places)
    {
      return Word(immediate: micros)
    }
    return try rounding(try multiplication(x, y), places: places, .halfAwayFromZero)
  }

  /// Both are values, not absences.
  func requireValues(_ x: Word, _ y: Word) throws(Trap) {
    try requireNoBlank(x, y)
    if x.isNotApplicable { throw Trap(.notApplicableUsed) }
    if y.isNotApplicable { throw Trap(.notApplicableUsed, operand: 1) }
  }

  /// Lets the host act; its refusal ends the run.
  mutating func ask(
    _ action: (any MachineHost) throws(HostFailure) -> Void
  ) throws(Trap) {
    guard let host else { return }
    do {
      try action(host)
    } catch {
      hostDiagnostic = error
      throw Trap(.hostFailed)
    }
  }

  private mutating func output(
    _ list: Word, captures: UnsafeMutablePointer<Int64>, index: Int, hasFile: Bool
  ) throws(Trap) {
    try requireValues(list, list)
    var rows: [Int32] = []
    for bits in heap.elements(list) {
      let element = Word(bits: bits)
      try requireValues(element, element)
      rows.append(Int32(truncatingIfNeeded: element.immediate))
    }
    let file = try fileName(captures, hasFile)
    let count = image.program.outputs[index].captureCount
    let values = (0..<count).map {
      heap.value(Word(bits: captures[(hasFile ? 1 : 0) + $0]))
    }
    let globals = exportGlobals()
    try ask { host throws(HostFailure) in
      try host.output(index, rows: rows, captures: values, file: file, globals: globals)
    }
  }

  private mutating func answer(
    _ value: Word, captures: UnsafeMutablePointer<Int64>, index: Int
  ) throws(Trap) {
    let question = image.program.questions[index]
    let file = try fileName(captures, question.hasFile)
    let values = (0..<question.captureCount).map {
      heap.value(Word(bits: captures[(question.hasFile ? 1 : 0) + $0]))
    }
    let asked = heap.value(value)
    let globals = exportGlobals()
    try ask { host throws(HostFailure) in
      try host.answer(index, value: asked, captures: values, file: file, globals: globals)
    }
  }

  private func fileName(
    _ window: UnsafeMutablePointer<Int64>, _ hasFile: Bool
  ) throws(Trap) -> String? {
    guard hasFile else { return nil }
    let name = Word(bits: window[0])
    if name.isBlank { throw Trap(.blankUsed, operand: 1) }
    if name.isNotApplicable { throw Trap(.notApplicableUsed, operand: 1) }
    return String(decoding: heap.textBytes(name), as: UTF8.self)
  }
}
