// Reads a sheet's part into a grid. In: XML events, the workbook's shared texts and number formats. Out: a
// SheetGrid. Invariant: cells without a value make no cell; dates follow the workbook's own first day.
// Traps met in files of Excel, LibreOffice and openpyxl: `r` may be missing, `rPh` is no text, a formula of a
// program that does not compute has an empty value. Used by the workbook reader.

import ThiDuaText

final class SheetParser: XMLReceiver {
  private(set) var grid = SheetGrid()
  private(set) var hasTooMuch = false
  /// Rows or cells stand where none can.
  private(set) var isDamaged = false
  private let sharedTexts: SharedTexts
  private let formats: NumberFormats
  private let startsIn1904: Bool
  private let decimalMark: UInt8
  private static let mostMerges = 100_000

  private var row = 0
  private var firstCell = 0
  private var rowIsHidden = false
  private var column = -1
  private var style = 0
  private var type = CellType.number
  private var hasFormula = false
  private var hasValue = false
  private var isReading = false
  private var phoneticDepth = 0
  private var value: [UInt8] = []

  private enum CellType { case number, shared, text, truth, error, date }

  init(sharedTexts: SharedTexts, formats: NumberFormats, startsIn1904: Bool, style: NumberStyle) {
    decimalMark = style.decimalMark
    self.sharedTexts = sharedTexts
    self.formats = formats
    self.startsIn1904 = startsIn1904
  }

  // MARK: Events

  func began(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "c" {
      beganCell(attributes)
    } else if name == "v" || name == "t" {
      isReading = phoneticDepth == 0
      if name == "v" { hasValue = true }
    } else if name == "f" {
      hasFormula = true
    } else if name == "row" {
      let number = attributes.number("r") ?? row + 1
      // Rows out of order are no sheet any program writes.
      if number <= row || number > SheetGrid.maximumRows { isDamaged = true }
      row = min(max(number, row), SheetGrid.maximumRows)
      rowIsHidden = attributes.truth("hidden")
      firstCell = grid.cells.count
      column = -1
    } else if name == "rPh" {
      phoneticDepth += 1
    } else if name == "mergeCell" {
      addMerge(attributes["ref"])
    } else if name == "col", attributes.truth("hidden") {
      let first = attributes.number("min") ?? 1
      let last = attributes.number("max") ?? first
      // A sheet often hides all columns behind the last one in use.
      if first >= 1, last >= first, last - first < 1000, last <= SheetGrid.maximumColumns,
        grid.hiddenColumns.count < SheetGrid.maximumColumns
      {
        grid.hiddenColumns += (first...last).map { $0 - 1 }
      }
    }
  }

  func ended(_ name: XMLName) {
    if name == "c" {
      endedCell()
    } else if name == "v" || name == "t" {
      isReading = false
    } else if name == "rPh" {
      phoneticDepth -= 1
    } else if name == "row", grid.cells.count > firstCell, !isDamaged {
      grid.rows.append(
        SheetGrid.Row(number: row, cells: firstCell..<grid.cells.count, isHidden: rowIsHidden))
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isReading { value.append(contentsOf: bytes) }
  }

  // MARK: Cells

  private func beganCell(_ attributes: XMLAttributes) {
    column = attributes["r"].flatMap { SheetGrid.address($0)?.column } ?? column + 1
    if column >= SheetGrid.maximumColumns {
      isDamaged = true
      column = SheetGrid.maximumColumns - 1
    }
    style = attributes.number("s") ?? 0
    let kind = attributes["t"]
    type =
      kind.map { bytes in
        switch String(decoding: bytes, as: UTF8.self) {
        case "s": .shared
        case "str", "inlineStr": .text
        case "b": .truth
        case "e": .error
        case "d": .date
        default: .number
        }
      } ?? .number
    hasFormula = false
    hasValue = false
    value.removeAll(keepingCapacity: true)
  }

  private func endedCell() {
    if value.isEmpty {
      if hasFormula, type != .text || !hasValue { add([], .uncomputed) }
      return
    }
    switch type {
    case .shared:
      if let index = Int(String(decoding: value, as: UTF8.self)), let text = sharedTexts[index] {
        add(text)
      }
    case .text: add(XMLEscapes.decoded(value))
    case .truth: add(value == [UInt8(ascii: "1")] ? Array("có".utf8) : Array("không".utf8))
    case .error: add(value, .error)
    case .date: add(isoDate(value))
    case .number:
      if formats[style] == .plain, isShortDecimal {
        for index in value.indices where value[index] == UInt8(ascii: ".") {
          value[index] = decimalMark
        }
        add(value)
      } else {
        add(Array(shown(number: value).utf8))
      }
    }
  }

  private func add(_ text: some Collection<UInt8>, _ state: SheetGrid.State = .value) {
    if text.isEmpty && state == .value { return }
    guard grid.texts.count + text.count < Int(Int32.max) else {
      hasTooMuch = true
      return
    }
    grid.cells.append(
      SheetGrid.Cell(
        column: Int32(column), start: Int32(grid.texts.count), count: Int32(text.count),
        state: state))
    grid.texts.append(contentsOf: text)
  }

  // MARK: Numbers

  /// Whether the number is written as a person would, but for its decimal mark.
  private var isShortDecimal: Bool {
    guard value.count <= 15, value[0] != UInt8(ascii: "."), value.last != UInt8(ascii: ".") else {
      return false
    }
    var points = 0
    for byte in value {
      if byte == UInt8(ascii: ".") {
        points += 1
      } else if byte &- UInt8(ascii: "0") > 9 {
        return false
      }
    }
    return points <= 1
  }

  /// A number as its format means it.
  private func shown(number bytes: [UInt8]) -> String {
    guard let number = DecimalText(bytes) else { return String(decoding: bytes, as: UTF8.self) }
    let text = number.text(decimalMark: decimalMark)
    switch formats[style] {
    case .plain: return text
    case .percent: return number.timesHundred.text(decimalMark: decimalMark) + "%"
    case .padded(let count):
      return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    case .date:
      guard let whole = number.whole, let date = date(serial: whole.value) else {
        return text
      }
      return date
    case .time: return text
    }
  }

  /// Days since the workbook's first day; Excel believes that 1900 had a 29 February.
  private func date(serial: Int) -> String? {
    let epoch =
      startsIn1904
      ? CalendarDate(day: 1, month: 1, year: 1904)
      : CalendarDate(day: serial < 60 ? 31 : 30, month: 12, year: 1899)
    guard serial >= 0, let date = epoch?.adding(days: serial) else { return nil }
    var bytes: [UInt8] = []
    date.append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `2026-10-14T00:00:00` as `14/10/2026`.
  private func isoDate(_ bytes: [UInt8]) -> [UInt8] {
    let parts = bytes.prefix(10).split(separator: UInt8(ascii: "-"))
    guard parts.count == 3 else { return bytes }
    let joined = parts.reversed().map { String(decoding: $0, as: UTF8.self) }
    return Array(joined.joined(separator: "/").utf8)
  }

  private func addMerge(_ reference: UnsafeBufferPointer<UInt8>?) {
    guard let parts = reference?.split(separator: UInt8(ascii: ":")), parts.count == 2,
      let first = SheetGrid.address(parts[0]), let last = SheetGrid.address(parts[1]),
      first.column <= last.column, first.row <= last.row
    else { return }
    guard grid.merges.count < SheetParser.mostMerges else {
      hasTooMuch = true
      return
    }
    grid.merges.append(
      SheetGrid.Merge(columns: first.column...last.column, rows: first.row...last.row))
  }
}

/// Texts that cells share.
final class SharedTexts: XMLReceiver {
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  private var current: [UInt8] = []
  private var isReading = false
  private var phoneticDepth = 0

  /// A text by its number; nil when the workbook has none.
  subscript(_ index: Int) -> ArraySlice<UInt8>? {
    index >= 0 && index + 1 < starts.count ? bytes[starts[index]..<starts[index + 1]] : nil
  }

  func began(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "t" {
      isReading = phoneticDepth == 0
    } else if name == "rPh" {
      phoneticDepth += 1
    }
  }

  func ended(_ name: XMLName) {
    if name == "t" {
      isReading = false
    } else if name == "rPh" {
      phoneticDepth -= 1
    } else if name == "si" {
      bytes.append(contentsOf: XMLEscapes.decoded(current))
      starts.append(bytes.count)
      current.removeAll(keepingCapacity: true)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isReading { current.append(contentsOf: bytes) }
  }
}

/// `_x000D_`: letters XML cannot hold, as Excel writes them.
enum XMLEscapes {
  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "_")) else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let scalar = scalar(bytes[index...]) {
        result.append(contentsOf: String(scalar).utf8)
        index += 7
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  private static func scalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let start = bytes.startIndex
    guard bytes.count >= 7, bytes[start] == UInt8(ascii: "_"),
      bytes[start + 1] == UInt8(ascii: "x"), bytes[start + 6] == UInt8(ascii: "_"),
      let value = UInt32(String(decoding: bytes[start + 2..<start + 6], as: UTF8.self), radix: 16)
    else { return nil }
    return Unicode.Scalar(value)
  }
}
