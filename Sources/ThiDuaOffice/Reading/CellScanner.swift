// One cell of a CSV text, whatever it looks like. In: a pointer to its first byte. Out: its content
// and where it ends. Invariant: never reads past `end` but for the line feed that stands there
// (InputBytes); always ends on a separator, a line feed, or the CR of a CRLF.
//
// The row parser reads plain cells by itself; quoted, spaced or odd ones, the header and the sample
// come here.

import ThiDuaText

/// Reads single cells and whole records.
struct CellScanner {
  let end: UnsafePointer<UInt8>
  let separator: UInt8

  enum Problem: Equatable {
    case unclosedQuote
    case textAfterQuote
  }

  struct Cell {
    /// Between the quotes when quoted, with doubled quotes as they stand.
    var content: UnsafeBufferPointer<UInt8>
    var next: UnsafePointer<UInt8>
    var hasDoubledQuotes = false
    var problem: Problem?
  }

  func cell(at start: UnsafePointer<UInt8>) -> Cell {
    if start < end, start.pointee == Byte.quote { return quotedCell(at: start) }
    let next = terminator(from: start)
    return Cell(content: UnsafeBufferPointer(start: start, count: next - start), next: next)
  }

  private func quotedCell(at start: UnsafePointer<UInt8>) -> Cell {
    let first = start + 1
    var place = first
    var isDoubled = false
    while place < end {
      if place.pointee == Byte.quote {
        guard place + 1 < end, place[1] == Byte.quote else { break }
        isDoubled = true
        place += 1
      }
      place += 1
    }
    var cell = Cell(
      content: UnsafeBufferPointer(start: first, count: place - first), next: place,
      hasDoubledQuotes: isDoubled)
    guard place < end else {
      cell.problem = .unclosedQuote
      return cell
    }
    cell.next = terminator(from: place + 1)
    var after = place + 1
    while after < cell.next, after.pointee == Byte.space { after += 1 }
    if after < cell.next { cell.problem = .textAfterQuote }
    return cell
  }

  /// The separator or line end at or behind `start`.
  private func terminator(from start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var place = start
    while !isTerminator(place) { place += 1 }
    return place
  }

  @inline(__always)
  func isTerminator(_ place: UnsafePointer<UInt8>) -> Bool {
    let byte = place.pointee
    if byte == separator || byte == Byte.lineFeed { return true }
    return byte == Byte.carriageReturn && place[1] == Byte.lineFeed
  }

  /// Behind the line end that `place` stands on.
  @inline(__always)
  func afterLineEnd(_ place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    place + (place.pointee == Byte.carriageReturn ? 2 : 1)
  }

  /// All cells of the record at `start` and where the next one begins.
  func record(
    at start: UnsafePointer<UInt8>
  ) -> (cells: [Cell], next: UnsafePointer<UInt8>) {
    var cells: [Cell] = []
    var place = start
    while true {
      let cell = cell(at: place)
      cells.append(cell)
      guard cell.next.pointee == separator, cell.next < end else {
        return (cells, afterLineEnd(cell.next))
      }
      place = cell.next + 1
    }
  }

  /// Behind the record at `start`.
  func skipRecord(at start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var place = start
    while true {
      let next = cell(at: place).next
      guard next.pointee == separator, next < end else { return afterLineEnd(next) }
      place = next + 1
    }
  }

  /// Behind the lines at `start` that hold nothing but separators and spaces: Excel leaves them
  /// below a table.
  func skipBlankLines(at start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var line = start
    var place = start
    while place < end {
      let byte = place.pointee
      if byte == Byte.lineFeed {
        line = place + 1
      } else if byte != separator, byte != Byte.space, byte != Byte.tab,
        byte != Byte.carriageReturn
      {
        return line
      }
      place += 1
    }
    return end
  }

  /// The text of a cell: doubled quotes undone, trimmed, NFC, the guard against formulas undone.
  static func text(of cell: Cell) -> [UInt8] {
    var bytes = Array(cell.content)
    if cell.hasDoubledQuotes {
      var kept = 0
      var index = 0
      while index < bytes.count {
        bytes[kept] = bytes[index]
        kept += 1
        index += bytes[index] == Byte.quote ? 2 : 1
      }
      bytes.removeSubrange(kept...)
    }
    let range = bytes.withUnsafeBufferPointer(trimmed)
    bytes = VietnameseText.normalized(Array(bytes[range]))
    if bytes.withUnsafeBufferPointer(FormulaGuard.isGuarded) { bytes.removeFirst() }
    return bytes
  }

  /// Without spaces of any kind at both ends.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var low = 0
    var high = bytes.count
    while low < high {
      if Byte.isSpace(bytes[low]) {
        low += 1
      } else if low + 1 < high, bytes[low] == 0xC2, bytes[low + 1] == 0xA0 {
        low += 2
      } else {
        break
      }
    }
    while high > low {
      if Byte.isSpace(bytes[high - 1]) {
        high -= 1
      } else if high - 2 >= low, bytes[high - 1] == 0xA0, bytes[high - 2] == 0xC2 {
        high -= 2
      } else {
        break
      }
    }
    return low..<high
  }
}

/// The bytes a table is made of.
enum Byte {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let percent: UInt8 = 0x25
  static let apostrophe: UInt8 = 0x27
  static let plus: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  static let minus: UInt8 = 0x2D
  static let point: UInt8 = 0x2E
  static let slash: UInt8 = 0x2F
  static let zero: UInt8 = 0x30
  static let semicolon: UInt8 = 0x3B
  static let equals: UInt8 = 0x3D
  static let at: UInt8 = 0x40

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == space || (byte >= tab && byte <= carriageReturn)
  }
}
