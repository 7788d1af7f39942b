// Strict reading of numbers. In: the bytes of one cell or literal. Out: the exact number or the
// reason it is none. Invariant: one text has one meaning in one style; nothing is guessed, nothing
// after the number is ignored (Foundation reads `8,5` as 8). Anyone may import it.

import ThiDuaNumber

extension NumberText {
  /// Reads a number: an optional sign (`+`, `-`, U+2212), digits with or without groups of three,
  /// and decimals after the mark of `style`. Spaces around are passed over.
  public static func parse(
    _ bytes: some Collection<UInt8>, style: NumberStyle = .vietnamese
  ) -> Result<Exact, NumberProblem> {
    withBytes(bytes) { buffer in
      if let micros = parseMicros(buffer, style: style) { return .success(Exact(micros: micros)) }
      return NumberReader(buffer, style).number()
    }
  }

  /// Reads a number in millionths where it fits; the fast path of cells by the million. Nil sends
  /// the caller to `parse`, which also tells what is wrong.
  public static func parseMicros(
    _ bytes: UnsafeBufferPointer<UInt8>, style: NumberStyle
  ) -> Int64? {
    var index = 0
    let count = bytes.count
    guard count > 0, count <= 19 else { return nil }
    let isNegative = bytes[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    let start = index
    var value: Int64 = 0
    while index < count, bytes[index] &- 0x30 < 10 {
      value = value * 10 + Int64(bytes[index] - 0x30)
      index += 1
    }
    guard index > start, index - start <= 12 else { return nil }
    var missing = 6
    if index < count {
      guard bytes[index] == style.decimalMark, index + 1 < count else { return nil }
      index += 1
      while index < count {
        guard bytes[index] &- 0x30 < 10, missing > 0 else { return nil }
        value = value * 10 + Int64(bytes[index] - 0x30)
        missing -= 1
        index += 1
      }
    }
    for _ in 0..<missing { value *= 10 }
    return isNegative ? -value : value
  }

  /// Reads a ratio written as a percentage, `85%` or `85 %`: 17/20. A number without `%` is the
  /// problem `missingPercent`.
  public static func parsePercent(
    _ bytes: some Collection<UInt8>, style: NumberStyle = .vietnamese
  ) -> Result<Exact, NumberProblem> {
    withBytes(bytes) { buffer in
      let trimmed = NumberReader.trimmed(buffer)
      guard trimmed.last == UInt8(ascii: "%") else {
        return NumberReader(buffer, style).number().flatMap { _ in .failure(.missingPercent) }
      }
      let number = UnsafeBufferPointer(rebasing: trimmed.dropLast())
      return NumberReader(number, style).number().map { $0.divided(by: Exact(100)) }
    }
  }
}

/// One strict reading of one text.
private struct NumberReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let style: NumberStyle

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ style: NumberStyle) {
    self.bytes = UnsafeBufferPointer(rebasing: NumberReader.trimmed(bytes))
    self.style = style
  }

  /// The bytes without spaces (ASCII, NBSP and the other Unicode ones) around them.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
    var start = 0
    var index = 0
    while index < bytes.count {
      guard isSpace(readScalar(bytes, &index)) else { break }
      start = index
    }
    var end = bytes.count
    while end > start {
      var head = end - 1
      while head > start, bytes[head] & 0xC0 == 0x80 { head -= 1 }
      var next = head
      guard isSpace(readScalar(bytes, &next)), next == end else { break }
      end = head
    }
    return bytes[start..<end]
  }

  func number() -> Result<Exact, NumberProblem> {
    if bytes.isEmpty { return .failure(.empty) }
    let (isNegative, start) = sign()
    var end = start
    while end < bytes.count, isDigit(end) || isMark(end) { end += 1 }
    if end < bytes.count { return .failure(problem(after: end, from: start)) }
    guard start < end, isDigit(start) || bytes[start] == style.decimalMark else {
      return .failure(.notANumber)
    }
    if end - start > NumberText.maximumDigits { return .failure(.tooLong) }
    let parts = bytes[start..<end].split(
      separator: style.decimalMark, omittingEmptySubsequences: false)
    if parts.count > 2 { return .failure(.twoDecimalMarks(style: style)) }
    let hasFraction = parts.count == 2
    if parts[0].isEmpty || (hasFraction && parts[1].isEmpty) {
      return .failure(.missingDigits(style: style))
    }
    if hasFraction, parts[1].contains(style.groupMark) {
      return .failure(.badGroups(style: style))
    }
    let groups = parts[0].split(separator: style.groupMark, omittingEmptySubsequences: false)
    if groups.count > 1, let problem = groupProblem(groups, hasFraction) {
      return .failure(problem)
    }
    let fraction = hasFraction ? Array(parts[1]) : []
    let whole = Array(groups.joined())
    guard let value = Exact(digits: whole, fraction: fraction, isNegative: isNegative) else {
      return .failure(.notANumber)
    }
    return .success(value)
  }

  private func sign() -> (isNegative: Bool, end: Int) {
    switch bytes[0] {
    case UInt8(ascii: "-"): return (true, 1)
    case UInt8(ascii: "+"): return (false, 1)
    default: return bytes.starts(with: [0xE2, 0x88, 0x92]) ? (true, 3) : (false, 0)
    }
  }

  /// Groups are right when the first has one to three digits and is not 0, all others three.
  private func groupProblem(
    _ groups: [Slice<UnsafeBufferPointer<UInt8>>], _ hasFraction: Bool
  ) -> NumberProblem? {
    let isRight =
      (1...3).contains(groups[0].count) && groups[0].first != UInt8(ascii: "0")
      && groups.dropFirst().allSatisfy { $0.count == 3 }
    if isRight { return nil }
    guard groups.count == 2, !hasFraction, !groups[0].isEmpty, !groups[1].isEmpty else {
      return .badGroups(style: style)
    }
    let repaired = bytes.map { $0 == style.groupMark ? style.decimalMark : $0 }
    return .wrongDecimalMark(
      suggestion: String(decoding: repaired, as: UTF8.self), style: style)
  }

  /// What the first byte that belongs to no number tells.
  private func problem(after end: Int, from start: Int) -> NumberProblem {
    let rest = UnsafeBufferPointer(rebasing: bytes[end...])
    if end == start { return .notANumber }
    if NumberReader.trimmed(rest).elementsEqual([UInt8(ascii: "%")]) { return .percentSign }
    var index = 0
    if isSpace(readScalar(rest, &index)) {
      let joined = NumberReader.withoutSpaces(bytes)
      let isNumber = joined.withUnsafeBufferPointer { buffer in
        if case .success = NumberReader(buffer, style).number() { return true }
        return false
      }
      if isNumber {
        return .spaceInside(suggestion: String(decoding: joined, as: UTF8.self), style: style)
      }
    }
    return .trailing(String(decoding: NumberReader.trimmed(rest), as: UTF8.self))
  }

  private static func withoutSpaces(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let start = index
      if !isSpace(readScalar(bytes, &index)) { result.append(contentsOf: bytes[start..<index]) }
    }
    return result
  }

  private func isDigit(_ index: Int) -> Bool { bytes[index] &- 0x30 < 10 }

  private func isMark(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: ".")
  }
}
