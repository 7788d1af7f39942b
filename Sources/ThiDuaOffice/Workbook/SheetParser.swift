// Reads a sheet's part into a grid. In: XML events, the workbook's shared texts and number formats. Out: a
// SheetGrid. Invariant: cells without a value make no cell; only what stands in the sheet's data is a row, for
// the anchors of buttons are called rows and columns too. Traps met in files of Excel, LibreOffice and openpyxl:
// `r` may be missing, a formula of a program that does not compute has an empty value. Used
// by the workbook reader.

import ThiDuaText

final class SheetParser: XMLReceiver {
  let grid: SheetGrid
  private(set) var hasTooMuch = false
  /// Rows or cells stand where none can, or name a text the workbook does not have.
  private(set) var isDamaged = false
  private let sharedTexts: SharedTexts
  private let formats: NumberFormats
  private let texts: CellTexts
  private static let mostMerges = 100_000

  private var isInData = false
  private var row = 0
  private var rowIsHidden = false
  private var column = -1
  private var style = 0
  private var type = CellType.number
  private var hasFormula = false
  private var hasValue = false
  private var value = RunText()

  private enum CellType { case number, shared, text, truth, error, date }

  init(sharedTexts: SharedTexts, formats: NumberFormats, startsIn1904: Bool, style: NumberStyle) {
    self.sharedTexts = sharedTexts
    grid = SheetGrid(sharedTexts: sharedTexts)
    self.formats = formats
    texts = CellTexts(startsIn1904: startsIn1904, decimalMark: style.decimalMark)
  }

  // MARK: Events

  func began(_ name: XMLName, _ attributes: XMLAttributes) {
    if isInData {
      if name == "c" {
        beganCell(attributes)
      } else if name == "f" {
        hasFormula = true
      } else if name == "row" {
        beganRow(attributes)
      } else {
        if name == "v" { hasValue = true }
        value.began(name, attributes)
      }
    } else if name == "sheetData" {
      isInData = true
    } else if name == "mergeCell" {
      addMerge(attributes["ref"])
    } else if name == "col", attributes.truth("hidden") {
      hideColumns(attributes)
    }
  }

  func ended(_ name: XMLName) {
    guard isInData else { return }
    if name == "c" {
      endedCell()
    } else if name == "row" {
      if !isDamaged { grid.endRow(row, isHidden: rowIsHidden) }
    } else if name == "sheetData" {
      isInData = false
    } else {
      value.ended(name)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { value.add(bytes) }

  // MARK: Rows and cells

  private func beganRow(_ attributes: XMLAttributes) {
    let number = attributes.number("r") ?? row + 1
    // Rows out of order are no sheet any program writes.
    if number <= row || number > SheetGrid.maximumRows { isDamaged = true }
    row = min(max(number, row), SheetGrid.maximumRows)
    rowIsHidden = attributes.truth("hidden")
    column = -1
  }

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
    value.clear()
  }

  private func endedCell() {
    if value.bytes.isEmpty {
      if hasFormula, type != .text || !hasValue { add([], .uncomputed) }
      return
    }
    let bytes = value.bytes
    switch type {
    case .shared:
      guard let index = Int(String(decoding: bytes, as: UTF8.self)), let text = sharedTexts[index]
      else {
        isDamaged = true
        return
      }
      if text.isEmpty { return }
      if formats.font(style) != nil {
        addText(Array(text))
      } else if !grid.append(shared: index, column: column) {
        hasTooMuch = true
      }
    case .text:
      if value.hasFontMarks { grid.hasFontMarks = true }
      addText(XMLEscapes.decoded(bytes))
    case .truth: add(Array((bytes == [UInt8(ascii: "1")] ? "có" : "không").utf8))
    case .error: add(bytes, .error)
    case .date: add(texts.text(ofISODate: bytes, formats[style]))
    case .number:
      if formats[style] == .plain, let plain = texts.plain(bytes) {
        add(plain)
      } else {
        add(texts.text(ofNumber: bytes, formats[style]))
      }
    }
  }

  /// A text with the mark of the cell's font, when that is an old one and matters.
  private func addText(_ text: [UInt8]) {
    guard let font = formats.font(style),
      font == .abcCapitals || text.contains(where: { $0 >= 0x80 })
    else {
      add(text)
      return
    }
    grid.hasFontMarks = true
    add([font.rawValue] + text.map { $0 == OldFont.own.rawValue ? font.rawValue : $0 })
  }

  private func add(_ text: [UInt8], _ state: SheetGrid.State = .value) {
    text.withUnsafeBufferPointer { add($0, state) }
  }

  private func add(_ text: UnsafeBufferPointer<UInt8>, _ state: SheetGrid.State = .value) {
    if text.isEmpty && state == .value { return }
    if !grid.append(text, state, column: column) { hasTooMuch = true }
  }

  // MARK: Around the rows

  private func hideColumns(_ attributes: XMLAttributes) {
    let first = attributes.number("min") ?? 1
    let last = attributes.number("max") ?? first
    // A sheet often hides all columns behind the last one in use.
    if first >= 1, last >= first, last - first < 1000, last <= SheetGrid.maximumColumns,
      grid.hiddenColumns.count < SheetGrid.maximumColumns
    {
      grid.hiddenColumns += (first...last).map { $0 - 1 }
    }
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
