// A column of values over the rows of one subject kind, in the narrowest layout its kind allows.
//
//   word      8 bytes   the Word itself; a number that is no micros is an `exception` beside the column
//   scaled    4 bytes   value × multiplier = the Word's bits; the two lowest values are the absences
//   text      4 bytes   index in the TextTable; the two highest values are the absences
//   code      1 byte    truth, level, award state; 255 blank, 254 not applicable
//   grouped   4 bytes   index in `groupValues` (words), shared by the rows of a group
//   lists     –         rows of another kind that refer here: `listStarts`, `listRows`
//
// Rows are written by one worker each (disjoint ranges), read by any number after the step is done.

import ThiDuaNumber

public final class ColumnStorage: @unchecked Sendable {
  public enum Layout: UInt8, Sendable { case word, scaled, text, code, grouped, lists }

  public let layout: Layout
  public let rowCount: Int
  /// Bits of the Word for one unit of a `scaled` cell.
  public let multiplier: Int64
  public let base: UnsafeMutableRawPointer
  /// Numbers that no immediate holds, by the index in their Word.
  public private(set) var exceptions: [Exact] = []
  public var groupValues: [Word] = []
  /// Row r's list is `listRows[listStarts[r] ..< listStarts[r + 1]]`.
  public var listStarts: [Int32] = []
  public var listRows: [Int32] = []

  public init(_ layout: Layout, rowCount: Int, multiplier: Int64 = 2) {
    self.layout = layout
    self.rowCount = rowCount
    self.multiplier = multiplier
    let width =
      switch layout {
      case .word: 8
      case .scaled, .text, .grouped: 4
      case .code: 1
      case .lists: 0
      }
    base = .allocate(byteCount: max(width * rowCount, 16), alignment: 16)
  }

  deinit { base.deallocate() }

  public static let scaledBlank = Int32.min
  public static let scaledNotApplicable = Int32.min + 1
  public static let textBlank = UInt32.max
  public static let textNotApplicable = UInt32.max - 1
  public static let codeBlank: UInt8 = 255
  public static let codeNotApplicable: UInt8 = 254

  /// The cell as a Word; an exception's Word still has its exception tag.
  @inlinable public func word(_ row: Int) -> Word {
    switch layout {
    case .word:
      return Word(bits: base.load(fromByteOffset: row &* 8, as: Int64.self))
    case .scaled:
      let raw = base.load(fromByteOffset: row &* 4, as: Int32.self)
      if raw <= Self.scaledNotApplicable {
        return raw == Self.scaledBlank ? .blank : .notApplicable
      }
      return Word(bits: Int64(raw) &* multiplier)
    case .text:
      let raw = base.load(fromByteOffset: row &* 4, as: UInt32.self)
      if raw >= Self.textNotApplicable { return raw == Self.textBlank ? .blank : .notApplicable }
      return Word(text: Int(raw))
    case .code:
      let raw = base.load(fromByteOffset: row, as: UInt8.self)
      if raw >= Self.codeNotApplicable { return raw == Self.codeBlank ? .blank : .notApplicable }
      return Word(immediate: Int64(raw))
    case .grouped:
      let raw = base.load(fromByteOffset: row &* 4, as: Int32.self)
      return raw < 0 ? .blank : groupValues[Int(raw)]
    case .lists:
      return .blank
    }
  }

  /// Writes a Word into a `word`, `text` or `code` cell; it must fit the layout.
  @inlinable public func store(_ word: Word, at row: Int) {
    switch layout {
    case .word:
      base.storeBytes(of: word.bits, toByteOffset: row &* 8, as: Int64.self)
    case .text:
      let raw =
        word.isText
        ? UInt32(truncatingIfNeeded: word.index)
        : word.isBlank ? Self.textBlank : Self.textNotApplicable
      base.storeBytes(of: raw, toByteOffset: row &* 4, as: UInt32.self)
    case .code:
      let raw =
        word.isImmediate
        ? UInt8(truncatingIfNeeded: word.immediate)
        : word.isBlank ? Self.codeBlank : Self.codeNotApplicable
      base.storeBytes(of: raw, toByteOffset: row, as: UInt8.self)
    case .scaled, .grouped, .lists:
      preconditionFailure("computed columns are stored as words, texts or codes")
    }
  }

  /// Keeps a number that no immediate holds; one thread at a time.
  public func addException(_ value: Exact) -> Word {
    exceptions.append(value)
    return Word(exception: exceptions.count - 1)
  }

  /// Forgets the numbers kept after the first `count`; no cell may refer to them any more.
  public func forgetExceptions(after count: Int) {
    exceptions.removeLast(max(0, exceptions.count - count))
  }

  /// The number in a cell: nil for absences.
  public func number(_ row: Int) -> Exact? {
    let word = word(row)
    if word.isImmediate { return Exact(micros: word.immediate) }
    return word.isException ? exceptions[word.index] : nil
  }

  /// The cell as a value that owns what it holds; a list holds rows.
  public func value(_ row: Int, texts: TextTable) -> Value {
    if layout == .lists {
      let cells = listRows[Int(listStarts[row])..<Int(listStarts[row + 1])]
      return .list(cells.map { .immediate(Int64($0)) })
    }
    let word = word(row)
    if word.isBlank { return .blank }
    if word.isNotApplicable { return .notApplicable }
    if word.isText { return .text(texts.string(word.index)) }
    return word.isException ? .exact(exceptions[word.index]) : .immediate(word.immediate)
  }
}

/// The columns of one subject kind, by the checker's column index; nil until computed.
public final class ColumnTable: @unchecked Sendable {
  public let rowCount: Int
  public var columns: [ColumnStorage?]
  public init(rowCount: Int, columnCount: Int) {
    self.rowCount = rowCount
    columns = Array(repeating: nil, count: columnCount)
  }
}
