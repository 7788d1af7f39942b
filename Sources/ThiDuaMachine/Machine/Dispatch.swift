// The dispatch loop: one exhaustive switch over verified code, fast paths only.
//
// A word with the low bit clear is an immediate, so `(x | y) & 1 == 0` is the whole kind check of an
// operation on two numbers. What is not fast goes to `cold` with the address of the instruction, one call
// of one shape, so that the loop stays small and its variables stay in registers.
// Invariant: the verifier has passed the code; registers, constants and jumps are in range.

import ThiDuaNumber

extension Machine {
  /// Runs from `start` with the outermost window at the bottom of the stack, until that frame gives
  /// back or the rows end.
  mutating func run(_ start: UnsafePointer<Instruction>) throws(Trap) {
    let k = image.constants
    let views = image.views
    let codes = image.codes
    let lastFrame = frames + (frameCapacity - 1)
    var pc = start
    var r = stack
    var frame = frames
    frame.initialize(to: Frame(returnAddress: UnsafePointer(image.halt), delta: 0))

    while true {
      let i = pc.pointee
      pc += 1
      switch i.op {
      case .move:
        r[Int(i.a)] = r[Int(i.b)]
      case .loadConstant:
        r[Int(i.a)] = k[i.wide]
      case .loadGlobal:
        r[Int(i.a)] = globals[i.wide]
      case .storeGlobal:
        globals[i.wide] = r[Int(i.a)]
      case .share:
        let x = r[Int(i.a)]
        if x & 7 == 5 { heap.slots[Int(x &>> 3)].isShared = true }
      case .requirePresent:
        if r[Int(i.a)] == 1 { try cold(pc - 1, r) }

      case .add:
        let x = r[Int(i.b)]
        let y = r[Int(i.c)]
        let (sum, overflow) = x.addingReportingOverflow(y)
        if (x | y) & 1 == 0 && !overflow {
          r[Int(i.a)] = sum
        } else {
          try cold(pc - 1, r)
        }
      case .addConstant:
        let x = r[Int(i.b)]
        let y = k[Int(i.c)]
        let (sum, overflow) = x.addingReportingOverflow(y)
        if (x | y) & 1 == 0 && !overflow {
          r[Int(i.a)] = sum
        } else {
          try cold(pc - 1, r)
        }
      case .subtract:
        let x = r[Int(i.b)]
        let y = r[Int(i.c)]
        let (difference, overflow) = x.subtractingReportingOverflow(y)
        if (x | y) & 1 == 0 && !overflow {
          r[Int(i.a)] = difference
        } else {
          try cold(pc - 1, r)
        }
      case .subtractFromConstant:
        let x = k[Int(i.c)]
        let y = r[Int(i.b)]
        let (difference, overflow) = x.subtractingReportingOverflow(y)
        if (x | y) & 1 == 0 && !overflow {
          r[Int(i.a)] = difference
        } else {
          try cold(pc - 1, r)
        }
      case .multiply:
        let x = r[Int(i.b)]
        let y = r[Int(i.c)]
        if (x | y) & 1 == 0, let product = Micros.multiply(x &>> 1, y &>> 1) {
          r[Int(i.a)] = product &<< 1
        } else {
          try cold(pc - 1, r)
        }
      case .multiplyConstant:
        let x = r[Int(i.b)]
        let y = k[Int(i.c)]
        if (x | y) & 1 == 0, let product = Micros.multiply(x &>> 1, y &>> 1) {
          r[Int(i.a)] = product &<< 1
        } else {
          try cold(pc - 1, r)
        }
      case .multiplyWhole:
        let x = r[Int(i.b)]
        let (product, overflow) = x.multipliedReportingOverflow(
          by: Int64(Int16(bitPattern: i.c)))
        if x & 1 == 0 && !overflow {
          r[Int(i.a)] = product
        } else {
          try cold(pc - 1, r)
        }
      case .divide:
        let x = r[Int(i.b)]
        let y = r[Int(i.c)]
        if (x | y) & 1 == 0, let quotient = Micros.divide(x &>> 1, y &>> 1) {
          r[Int(i.a)] = quotient &<< 1
        } else {
          try cold(pc - 1, r)
        }
      case .multiplyDivide:
        let x = r[Int(i.b)]
        let y = r[Int(i.c)]
        let z = r[Int(pc.pointee.a)]
        if (x | y | z) & 1 == 0,
          let value = Micros.multiplyDivide(x &>> 1, y &>> 1, z &>> 1)
        {
          r[Int(i.a)] = value &<< 1
        } else {
          try cold(pc - 1, r)
        }
        pc += 1
      case .remainder:
        let x = r[Int(i.b)]
        let y = r[Int(i.c)]
        // Both are doubled, and so is what is left; an even divisor is never the -1 that overflows.
        if (x | y) & 1 == 0 && y != 0 {
          let rest = x % y
          r[Int(i.a)] = rest != 0 && (rest ^ y) < 0 ? rest &+ y : rest
        } else {
          try cold(pc - 1, r)
        }
      case .multiplyRemainder:
        try cold(pc - 1, r)
        pc += 1
      case .floor:
        let x = r[Int(i.b)]
        // Truncation is below zero at most one unit too high; the subtraction cannot leave the word.
        let mark = x / 2_000_000 &* 2_000_000
        if x & 1 == 0 && x > -0x4000_0000_0000_0000 {
          r[Int(i.a)] = x < mark ? mark &- 2_000_000 : mark
        } else {
          try cold(pc - 1, r)
        }
      case .negate:
        let x = r[Int(i.b)]
        let (negated, overflow) = Int64(0).subtractingReportingOverflow(x)
        if x & 1 == 0 && !overflow {
          r[Int(i.a)] = negated
        } else {
          try cold(pc - 1, r)
        }
      case .round:
        let x = r[Int(i.b)]
        if x & 1 == 0, i.c == 2,
          let rounded = Micros.round(x &>> 1, places: 2, .halfAwayFromZero)
        {
          r[Int(i.a)] = rounded &<< 1
        } else {
          try cold(pc - 1, r)
        }
      case .roundByRule:
        try cold(pc - 1, r)
      case .multiplyRound:
        let x = r[Int(i.b)]
        let y = r[Int(i.c)]
        if (x | y) & 1 == 0, i.x == 2,
          let value = Micros.multiplyRounded(x &>> 1, y &>> 1, places: 2)
        {
          r[Int(i.a)] = value &<< 1
        } else {
          try cold(pc - 1, r)
        }
      case .multiplyConstantRound:
        let x = r[Int(i.b)]
        let y = k[Int(i.c)]
        if (x | y) & 1 == 0, i.x == 2,
          let value = Micros.multiplyRounded(x &>> 1, y &>> 1, places: 2)
        {
          r[Int(i.a)] = value &<< 1
        } else {
          try cold(pc - 1, r)
        }
      case .divideRound:
        let x = r[Int(i.b)]
        let y = r[Int(i.c)]
        if (x | y) & 1 == 0, i.x == 2,
          let value = Micros.divideRounded(x &>> 1, y &>> 1, places: 2)
        {
          r[Int(i.a)] = value &<< 1
        } else {
          try cold(pc - 1, r)
        }
      case .multiplyDivideRound:
        let x = r[Int(i.b)]
        let y = r[Int(i.c)]
        let z = r[Int(pc.pointee.a)]
        if (x | y | z) & 1 == 0, i.x == 2,
          let value = Micros.multiplyDivideRounded(x &>> 1, y &>> 1, z &>> 1, places: 2)
        {
          r[Int(i.a)] = value &<< 1
        } else {
          try cold(pc - 1, r)
        }
        pc += 1
      case .smaller:
        let x = r[Int(i.b)]
        let y = r[Int(i.c)]
        if (x | y) & 1 == 0 { r[Int(i.a)] = min(x, y) } else { try cold(pc - 1, r) }
      case .smallerConstant:
        let x = r[Int(i.b)]
        let y = k[Int(i.c)]
        if (x | y) & 1 == 0 { r[Int(i.a)] = min(x, y) } else { try cold(pc - 1, r) }
      case .larger:
        let x = r[Int(i.b)]
        let y = r[Int(i.c)]
        if (x | y) & 1 == 0 { r[Int(i.a)] = max(x, y) } else { try cold(pc - 1, r) }
      case .largerConstant:
        let x = r[Int(i.b)]
        let y = k[Int(i.c)]
        if (x | y) & 1 == 0 { r[Int(i.a)] = max(x, y) } else { try cold(pc - 1, r) }

      case .less:
        let x = r[Int(i.b)]
        let y = r[Int(i.c)]
        if (x | y) & 1 == 0 { r[Int(i.a)] = x < y ? 2 : 0 } else { try cold(pc - 1, r) }
      case .lessEqual:
        let x = r[Int(i.b)]
        let y = r[Int(i.c)]
        if (x | y) & 1 == 0 { r[Int(i.a)] = x <= y ? 2 : 0 } else { try cold(pc - 1, r) }
      case .equal:
        let x = r[Int(i.b)]
        let y = r[Int(i.c)]
        if (x | y) & 1 == 0 { r[Int(i.a)] = x == y ? 2 : 0 } else { try cold(pc - 1, r) }
      case .notEqual:
        let x = r[Int(i.b)]
        let y = r[Int(i.c)]
        if (x | y) & 1 == 0 { r[Int(i.a)] = x != y ? 2 : 0 } else { try cold(pc - 1, r) }
      case .equalContent:
        let x = r[Int(i.b)]
        if x == r[Int(i.c)] && x & 7 != 1 {
          r[Int(i.a)] = 2
        } else {
          try cold(pc - 1, r)
        }
      case .textLess, .textLessEqual:
        try cold(pc - 1, r)
      case .not:
        let x = r[Int(i.b)]
        if x & 1 == 0 { r[Int(i.a)] = 2 &- x } else { try cold(pc - 1, r) }
      case .isBlank:
        r[Int(i.a)] = r[Int(i.b)] == 1 ? 2 : 0
      case .isNotApplicable:
        r[Int(i.a)] = r[Int(i.b)] == 9 ? 2 : 0

      case .jump:
        pc += i.wide
      case .loop:
        steps &-= 1
        if steps < 0 { try cold(pc - 1, r) }
        pc += i.wide
      case .jumpIfTrue:
        let x = r[Int(i.a)]
        if x & 1 != 0 { try cold(pc - 1, r) }
        if x != 0 { pc += i.offset }
      case .jumpIfFalse:
        let x = r[Int(i.a)]
        if x & 1 != 0 { try cold(pc - 1, r) }
        if x == 0 { pc += i.offset }
      case .jumpIfBlank:
        if r[Int(i.a)] == 1 { pc += i.offset }
      case .jumpIfNotBlank:
        if r[Int(i.a)] != 1 { pc += i.offset }
      case .jumpIfNotApplicable:
        if r[Int(i.a)] == 9 { pc += i.offset }
      case .jumpIfApplicable:
        if r[Int(i.a)] != 9 { pc += i.offset }
      case .jumpLess:
        let x = r[Int(i.a)]
        let y = r[Int(i.b)]
        let holds = try (x | y) & 1 == 0 ? x < y : coldTest(pc - 1, r)
        if holds { pc += i.offset }
      case .jumpLessEqual:
        let x = r[Int(i.a)]
        let y = r[Int(i.b)]
        let holds = try (x | y) & 1 == 0 ? x <= y : coldTest(pc - 1, r)
        if holds { pc += i.offset }
      case .jumpEqual:
        let x = r[Int(i.a)]
        let y = r[Int(i.b)]
        let holds = try (x | y) & 1 == 0 ? x == y : coldTest(pc - 1, r)
        if holds { pc += i.offset }
      case .jumpNotEqual:
        let x = r[Int(i.a)]
        let y = r[Int(i.b)]
        let holds = try (x | y) & 1 == 0 ? x != y : coldTest(pc - 1, r)
        if holds { pc += i.offset }
      case .jumpLessConstant:
        let x = r[Int(i.a)]
        let y = k[Int(i.b)]
        let holds = try (x | y) & 1 == 0 ? x < y : coldTest(pc - 1, r)
        if holds { pc += i.offset }
      case .jumpLessEqualConstant:
        let x = r[Int(i.a)]
        let y = k[Int(i.b)]
        let holds = try (x | y) & 1 == 0 ? x <= y : coldTest(pc - 1, r)
        if holds { pc += i.offset }
      case .jumpGreaterConstant:
        let x = r[Int(i.a)]
        let y = k[Int(i.b)]
        let holds = try (x | y) & 1 == 0 ? x > y : coldTest(pc - 1, r)
        if holds { pc += i.offset }
      case .jumpGreaterEqualConstant:
        let x = r[Int(i.a)]
        let y = k[Int(i.b)]
        let holds = try (x | y) & 1 == 0 ? x >= y : coldTest(pc - 1, r)
        if holds { pc += i.offset }
      case .jumpEqualConstant:
        let x = r[Int(i.a)]
        let y = k[Int(i.b)]
        let holds = try (x | y) & 1 == 0 ? x == y : coldTest(pc - 1, r)
        if holds { pc += i.offset }
      case .jumpNotEqualConstant:
        let x = r[Int(i.a)]
        let y = k[Int(i.b)]
        let holds = try (x | y) & 1 == 0 ? x != y : coldTest(pc - 1, r)
        if holds { pc += i.offset }

      case .loadWord:
        let view = views + Int(i.c)
        let row = Int(r[Int(i.b)] &>> 1)
        // An absent subject shifts to a row far outside, or to row 0 or 4 with its low bit set.
        if r[Int(i.b)] & 1 == 0 && UInt(bitPattern: row) < UInt(bitPattern: view.pointee.rowCount) {
          let x = view.pointee.base.load(fromByteOffset: row &* 8, as: Int64.self)
          if x & 7 != 7 {
            r[Int(i.a)] = x
          } else {
            try cold(pc - 1, r)
          }
        } else {
          try cold(pc - 1, r)
        }
      case .loadScaled:
        let view = views + Int(i.c)
        let row = Int(r[Int(i.b)] &>> 1)
        if r[Int(i.b)] & 1 == 0 && UInt(bitPattern: row) < UInt(bitPattern: view.pointee.rowCount) {
          let x = view.pointee.base.load(fromByteOffset: row &* 4, as: Int32.self)
          if x > ColumnStorage.scaledNotApplicable {
            r[Int(i.a)] = Int64(x) &* view.pointee.multiplier
          } else {
            r[Int(i.a)] = x == ColumnStorage.scaledBlank ? 1 : 9
          }
        } else {
          try cold(pc - 1, r)
        }
      case .loadText:
        let view = views + Int(i.c)
        let row = Int(r[Int(i.b)] &>> 1)
        if r[Int(i.b)] & 1 == 0 && UInt(bitPattern: row) < UInt(bitPattern: view.pointee.rowCount) {
          let x = view.pointee.base.load(fromByteOffset: row &* 4, as: UInt32.self)
          if x < ColumnStorage.textNotApplicable {
            r[Int(i.a)] = Int64(x) &<< 3 | 3
          } else {
            r[Int(i.a)] = x == ColumnStorage.textBlank ? 1 : 9
          }
        } else {
          try cold(pc - 1, r)
        }
      case .loadCode:
        let view = views + Int(i.c)
        let row = Int(r[Int(i.b)] &>> 1)
        if r[Int(i.b)] & 1 == 0 && UInt(bitPattern: row) < UInt(bitPattern: view.pointee.rowCount) {
          let x = view.pointee.base.load(fromByteOffset: row, as: UInt8.self)
          if x < ColumnStorage.codeNotApplicable {
            r[Int(i.a)] = Int64(x) &<< 1
          } else {
            r[Int(i.a)] = x == ColumnStorage.codeBlank ? 1 : 9
          }
        } else {
          try cold(pc - 1, r)
        }
      case .loadGroup:
        let view = views + Int(i.c)
        let row = Int(r[Int(i.b)] &>> 1)
        if r[Int(i.b)] & 1 == 0 && UInt(bitPattern: row) < UInt(bitPattern: view.pointee.rowCount) {
          let group = view.pointee.base.load(fromByteOffset: row &* 4, as: Int32.self)
          let x = group < 0 ? 1 : view.pointee.groups.unsafelyUnwrapped[Int(group)]
          if x & 7 != 7 {
            r[Int(i.a)] = x
          } else {
            try cold(pc - 1, r)
          }
        } else {
          try cold(pc - 1, r)
        }
      case .loadColumn, .loadList, .allSubjects, .find, .findIfAny:
        try cold(pc - 1, r)
      case .storeWord:
        let x = r[Int(i.a)]
        if x & 7 != 5 {
          outputs.unsafelyUnwrapped[Int(i.c)].base.storeBytes(
            of: x, toByteOffset: position &* 8, as: Int64.self)
        } else {
          try cold(pc - 1, r)
        }
      case .storeText:
        let x = r[Int(i.a)]
        if x & 7 == 3 {
          outputs.unsafelyUnwrapped[Int(i.c)].base.storeBytes(
            of: UInt32(truncatingIfNeeded: x &>> 3), toByteOffset: position &* 4, as: UInt32.self)
        } else {
          try cold(pc - 1, r)
        }
      case .storeCode:
        let x = r[Int(i.a)]
        let code: UInt8 =
          x & 1 == 0
          ? UInt8(truncatingIfNeeded: x &>> 1)
          : x == 1 ? ColumnStorage.codeBlank : ColumnStorage.codeNotApplicable
        outputs.unsafelyUnwrapped[Int(i.c)].base.storeBytes(
          of: code, toByteOffset: position, as: UInt8.self)
      case .storeColumn:
        try cold(pc - 1, r)
      case .nextRow:
        position &+= 1
        steps &-= 1
        if position == endPosition { return }
        if steps < 0 || heap.needsCollection { try cold(pc - 1, r) }
        let row = rows.map { Int64($0[position]) } ?? Int64(position)
        r[0] = row &<< 1
        pc = rowStart

      case .rangeStart, .rowsStart, .listStart, .inverseStart:
        try cold(pc - 1, r)
      case .rangeNext:
        let x = r[Int(i.a)] &+ 2_000_000
        steps &-= 1
        if x <= r[Int(i.a) &+ 1] {
          if steps < 0 { try cold(pc - 1, r) }
          r[Int(i.a)] = x
          r[Int(i.b)] = x
          pc += i.offset
        }
      case .rowsNext:
        let x = r[Int(i.a)] &+ 2
        steps &-= 1
        if x <= r[Int(i.a) &+ 1] {
          if steps < 0 { try cold(pc - 1, r) }
          r[Int(i.a)] = x
          r[Int(i.b)] = x
          pc += i.offset
        }
      case .listNext:
        let slot = heap.slots + Int(r[Int(i.a)] &>> 3)
        let index = Int(r[Int(i.a) &+ 1] &>> 1)
        steps &-= 1
        if index < slot.pointee.count {
          if steps < 0 { try cold(pc - 1, r) }
          r[Int(i.a) &+ 1] &+= 2
          r[Int(i.b)] = slot.pointee.base.unsafelyUnwrapped.load(
            fromByteOffset: index &* 8, as: Int64.self)
          pc += i.offset
        }
      case .inverseNext:
        steps &-= 1
        if try coldTest(pc - 1, r) { pc += i.offset }

      case .newList, .appendElement, .rangeList, .newDictionary, .setElement, .member, .sort,
        .median, .concatenate, .appendText, .native, .print, .output, .ask, .fail:
        try cold(pc - 1, r)
      case .toText:
        let x = r[Int(i.b)]
        if x & 7 == 3 || (x & 7 == 5 && heap.slots[Int(x &>> 3)].kind == .text) {
          r[Int(i.a)] = x
        } else {
          try cold(pc - 1, r)
        }
      case .element:
        let x = r[Int(i.b)]
        let y = r[Int(i.c)]
        if x & 7 == 5, y & 1 == 0, let x = listElement(x, y) {
          r[Int(i.a)] = x
        } else {
          try cold(pc - 1, r)
        }

      case .call:
        let entry = codes[i.wide]
        steps &-= 1
        if frame == lastFrame || steps < 0
          || r + (Int(i.a) &+ entry.registerCount) > stackEnd
        {
          let depth = frame - frames
          let bottom = r - stack
          try enter(pc - 1, depth: depth, top: bottom + Int(i.a) + entry.registerCount)
          r = stack + bottom
        }
        frame += 1
        frame.initialize(to: Frame(returnAddress: pc, delta: Int(i.a)))
        r += Int(i.a)
        pc = UnsafePointer(entry.start)
      case .giveBack:
        r[0] = r[Int(i.a)]
        pc = frame.pointee.returnAddress
        r -= frame.pointee.delta
        frame -= 1
      case .halt:
        return
      case .extra:
        break
      }
    }
  }

  /// A list's element by an immediate whole number in range.
  @inline(__always)
  private func listElement(_ list: Int64, _ index: Int64) -> Int64? {
    let slot = heap.slots + Int(list &>> 3)
    let (quotient, rest) = index.quotientAndRemainder(dividingBy: 2_000_000)
    guard slot.pointee.kind == .list, rest == 0, quotient >= 1,
      quotient <= Int64(slot.pointee.count)
    else { return nil }
    return slot.pointee.base.unsafelyUnwrapped.load(
      fromByteOffset: Int(quotient &- 1) &* 8, as: Int64.self)
  }

  /// Room for a call that does not find it, or an error.
  @inline(never)
  private mutating func enter(
    _ pc: UnsafePointer<Instruction>, depth: Int, top: Int
  ) throws(Trap) {
    trapAddress = pc
    if steps < 0 { try refuel() }
    if depth >= frameCapacity - 1 { throw Trap(.tooDeep) }
    try growStack(to: top)
  }
}
