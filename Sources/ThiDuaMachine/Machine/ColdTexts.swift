// Texts: printing values by kind, joining, and the functions over texts.
//
// Everything is bytes of NFC UTF-8. `scratch` holds the text being built and is empty between instructions.

import ThiDuaNumber
import ThiDuaText

extension Machine {
  /// Adds the text of a value to `scratch`; `decimals` below zero: as many as the number has.
  mutating func textOf(_ word: Word, _ kind: ValueKind, decimals: Int) throws(Trap) {
    if word.isBlank { return scratch.append(contentsOf: "trống".utf8) }
    if word.isNotApplicable { return scratch.append(contentsOf: "không áp dụng".utf8) }
    switch kind {
    case .number:
      let number = heap.number(word)
      try charge(number.bitWidth * number.bitWidth / 4096)
      NumberText.append(number, to: &scratch, decimals: decimals < 0 ? nil : decimals)
    case .ratio:
      let percent = NumberText.formatPercent(
        heap.number(word), decimals: decimals < 0 ? nil : decimals)
      scratch.append(contentsOf: percent.utf8)
    case .text:
      scratch.append(contentsOf: heap.textBytes(word))
    case .date:
      CalendarDate(days: Int32(truncatingIfNeeded: word.immediate))?.append(to: &scratch)
    case .truth:
      scratch.append(contentsOf: (word.immediate == 0 ? "không" : "có").utf8)
    case .level(let scale):
      appendName(image.program.scales[scale], word)
    case .award:
      appendName(image.program.awardTexts, word)
    case .subject(let kind):
      try subjectName(kind, row: Int(word.immediate))
    case .list(let element):
      try charge(heap.elements(word).count)
      for (index, bits) in heap.elements(word).enumerated() {
        if index > 0 { scratch.append(contentsOf: "; ".utf8) }
        try textOf(Word(bits: bits), element, decimals: decimals)
      }
    case .dictionary(let key, let value):
      try charge(heap.entries(word).count)
      for (index, entry) in heap.entries(word).enumerated() {
        if index > 0 { scratch.append(contentsOf: "; ".utf8) }
        try textOf(Word(bits: entry.key), key, decimals: -1)
        scratch.append(contentsOf: ": ".utf8)
        try textOf(Word(bits: entry.value), value, decimals: decimals)
      }
    case .nothing:
      break
    }
    if scratch.count > limits.memory / 4 { throw Trap(.outOfMemory) }
  }

  private mutating func appendName(_ names: [String], _ word: Word) {
    let index = Int(word.immediate)
    if names.indices.contains(index) { scratch.append(contentsOf: names[index].utf8) }
  }

  /// What a subject is called: its name, else its key, else its place in the data.
  mutating func subjectName(_ kind: Int, row: Int) throws(Trap) {
    let description = image.program.subjectKinds[kind]
    let columns = description.nameColumn.map { [$0] } ?? description.key
    var isFirst = true
    for column in columns {
      let address = ColumnAddress(kind: kind, column: column)
      guard let storage = image.column(address), row < storage.rowCount else { continue }
      if !isFirst { scratch.append(contentsOf: " / ".utf8) }
      isFirst = false
      var word = storage.word(row)
      if word.isException { word = try heap.makeNumber(storage.exceptions[word.index]) }
      try textOf(word, description.columnKinds[column], decimals: -1)
    }
    if isFirst { scratch.append(contentsOf: "\(description.name) số \(row + 1)".utf8) }
  }

  /// A text object of what `scratch` holds, which is emptied.
  mutating func makeScratchText() throws(Trap) -> Word {
    try charge(scratch.count / 64)
    defer { scratch.removeAll(keepingCapacity: true) }
    return try scratch.withUnsafeBufferPointer { bytes throws(Trap) in try heap.makeText(bytes) }
  }

  /// One text of `count` texts in consecutive registers.
  mutating func concatenation(
    _ registers: UnsafeMutablePointer<Int64>, count: Int
  ) throws(Trap) -> Word {
    var size = 0
    for index in 0..<count {
      let word = Word(bits: registers[index])
      let operand = UInt8(truncatingIfNeeded: index)
      if word.isBlank { throw Trap(.blankUsed, operand: operand) }
      if word.isNotApplicable { throw Trap(.notApplicableUsed, operand: operand) }
      size += heap.textBytes(word).count
    }
    guard size <= limits.memory / 4 else { throw Trap(.outOfMemory) }
    try charge(size / 64)
    let text = try heap.makeText(count: size)
    guard var next = heap.slot(text).pointee.base else { return text }
    for index in 0..<count {
      let bytes = heap.textBytes(Word(bits: registers[index]))
      guard let from = bytes.baseAddress else { continue }
      next.copyMemory(from: from, byteCount: bytes.count)
      next += bytes.count
    }
    return text
  }

  /// Adds texts at the end of the one in `register`, in place when nothing else owns it.
  mutating func appendText(
    _ register: UnsafeMutablePointer<Int64>, _ pieces: UnsafeMutablePointer<Int64>, count: Int
  ) throws(Trap) {
    let old = Word(bits: register.pointee)
    let text: Word
    if heap.isText(old) {
      text = try heap.unique(old)
      if text.bits != old.bits { try charge(heap.textBytes(text).count / 64) }
    } else {
      // As in any other text, an absence is written out.
      try textOf(old, .text, decimals: -1)
      text = try makeScratchText()
    }
    register.pointee = text.bits
    // A piece may be this very text, as it was.
    let before = heap.slot(text).pointee.count
    var size = 0
    for index in 0..<count {
      let piece = Word(bits: pieces[index])
      let operand = UInt8(truncatingIfNeeded: index)
      if piece.isBlank { throw Trap(.blankUsed, operand: operand) }
      if piece.isNotApplicable { throw Trap(.notApplicableUsed, operand: operand) }
      size += heap.textBytes(piece).count
    }
    guard before + size <= limits.memory / 4 else { throw Trap(.outOfMemory) }
    try charge(size / 64)
    try heap.reserveText(text.index, more: size)
    for index in 0..<count {
      let piece = Word(bits: pieces[index])
      var bytes = heap.textBytes(piece)
      if piece.bits == text.bits { bytes = UnsafeBufferPointer(rebasing: bytes[..<before]) }
      heap.appendText(text.index, bytes)
    }
  }

  /// -1, 0 or 1 as x stands before, with or after y in Vietnamese order.
  func textOrder(_ x: Word, _ y: Word) throws(Trap) -> Int {
    try requireValues(x, y)
    return VietnameseText.compareKeys(
      VietnameseText.collationKey(heap.textBytes(x)),
      VietnameseText.collationKey(heap.textBytes(y)))
  }

  func string(_ word: Word) -> String { String(decoding: heap.textBytes(word), as: UTF8.self) }

  /// A text object of a string.
  mutating func makeText(_ text: String) throws(Trap) -> Word {
    scratch.append(contentsOf: text.utf8)
    return try makeScratchText()
  }

  /// Letters of a text, as a reader counts them.
  func letterCount(_ word: Word) -> Int {
    let bytes = heap.textBytes(word)
    var count = 0
    var index = 0
    // Vietnamese letters of NFC text are one scalar each, so counting lead bytes is enough; anything
    // from U+0300 on that is not of the Vietnamese block, and CR LF, is left to the library.
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == 0x0D { return string(word).count }
        index += 1
      } else if byte < 0xCC {
        index += 2
      } else if byte == 0xE1, index + 1 < bytes.count, bytes[index + 1] >= 0xB8,
        bytes[index + 1] <= 0xBB
      {
        index += 3
      } else {
        return string(word).count
      }
      count += 1
    }
    return count
  }

  /// Where `pattern` occurs in `text` first, from byte `start`.
  func firstOccurrence(
    of pattern: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard let first = pattern.first else { return start }
    var index = start
    while index + pattern.count <= text.count {
      if text[index] == first {
        var length = 1
        while length < pattern.count && text[index + length] == pattern[length] { length += 1 }
        if length == pattern.count { return index }
      }
      index += 1
    }
    return nil
  }

  /// Calls `piece` with each part between the places where `separator` stands.
  private func forEachPart(
    of text: UnsafeBufferPointer<UInt8>, between separator: UnsafeBufferPointer<UInt8>,
    _ piece: (Slice<UnsafeBufferPointer<UInt8>>) -> Void
  ) {
    var start = 0
    while let next = firstOccurrence(of: separator, in: text, from: start) {
      piece(text[start..<next])
      start = next + separator.count
    }
    piece(text[start..<text.count])
  }

  mutating func replace(_ text: Word, _ pattern: Word, by new: Word) throws(Trap) -> Word {
    let (source, old, replacement) = (
      heap.textBytes(text), heap.textBytes(pattern), heap.textBytes(new)
    )
    guard !old.isEmpty else { throw Trap(.emptyText, operand: 1) }
    var count = -1
    forEachPart(of: source, between: old) { _ in count += 1 }
    let size = source.count + count * (replacement.count - old.count)
    guard size <= limits.memory / 4 else { throw Trap(.outOfMemory) }
    try charge(source.count * old.count / 64)
    var result: [UInt8] = []
    result.reserveCapacity(size)
    var isFirst = true
    forEachPart(of: source, between: old) { part in
      if !isFirst { result.append(contentsOf: replacement) }
      isFirst = false
      result.append(contentsOf: part)
    }
    scratch = result
    return try makeScratchText()
  }

  mutating func split(_ text: Word, _ separator: Word) throws(Trap) -> Word {
    let (source, mark) = (heap.textBytes(text), heap.textBytes(separator))
    guard !mark.isEmpty else { throw Trap(.emptyText, operand: 1) }
    try charge(source.count * mark.count / 64)
    var parts: [Range<Int>] = []
    forEachPart(of: source, between: mark) { parts.append($0.startIndex..<$0.endIndex) }
    guard parts.count <= limits.listLength else {
      trapValues = [.number(Exact(parts.count))]
      throw Trap(.listTooLong)
    }
    let list = try heap.makeList(capacity: parts.count)
    for part in parts {
      try heap.append(
        try heap.makeText(UnsafeBufferPointer(rebasing: source[part])), to: list)
    }
    return list
  }

  mutating func join(_ list: Word, _ separator: Word) throws(Trap) -> Word {
    let elements = heap.elements(list)
    for (index, bits) in elements.enumerated() {
      let word = Word(bits: bits)
      try requireValues(word, word)
      if index > 0 { scratch.append(contentsOf: heap.textBytes(separator)) }
      scratch.append(contentsOf: heap.textBytes(word))
      if scratch.count > limits.memory / 4 { throw Trap(.outOfMemory) }
    }
    return try makeScratchText()
  }
}
