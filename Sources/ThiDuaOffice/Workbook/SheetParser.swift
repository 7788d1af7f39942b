// Reads a sheet's part into a grid. In: XML events, the workbook's shared texts and number formats. Out: a
// SheetGrid. Invariant: cells without a value make no cell; only what stands in the sheet's data is a row, for
// the anchors of buttons are called rows and columns too. Traps met in files of Excel, LibreOffice and openpyxl:
// `r` may be missing, `rPh` is no text, a formula of a program that does not compute has an empty value. Used
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
  private var isReading = false
  private var phoneticDepth = 0
  private var value: [UInt8] = []

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
      } else if name == "v" || name == "t" {
        isReading = phoneticDepth == 0
        if name == "v" { hasValue = true }
      } else if name == "f" {
        hasFormula = true
      } else if name == "row" {
        beganRow(attributes)
      } else if name == "rPh" {
        phoneticDepth += 1
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
    } else if name == "v" || name == "t" {
      isReading = false
    } else if name == "rPh" {
      phoneticDepth -= 1
    } else if name == "row", !isDamaged {
      grid.endRow(row, isHidden: rowIsHidden)
    } else if name == "sheetData" {
      isInData = false
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isReading { value.append(contentsOf: bytes) }
  }

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
    value.removeAll(keepingCapacity: true)
  }

  private func endedCell() {
    if value.isEmpty {
      if hasFormula, type != .text || !hasValue { add([], .uncomputed) }
      return
    }
    switch type {
    case .shared:
      guard let index = Int(String(decoding: value, as: UTF8.self)),
        let text = sharedTexts[index]
      else {
        isDamaged = true
        return
      }
      if !text.isEmpty, !grid.append(shared: index, column: column) { hasTooMuch = true }
    case .text: add(XMLEscapes.decoded(value))
    case .truth: add(Array((value == [UInt8(ascii: "1")] ? "có" : "không").utf8))
    case .error: add(value, .error)
    case .date: add(texts.text(ofISODate: value, formats[style]))
    case .number:
      if formats[style] == .plain, texts.makePlain(&value) {
        add(value)
      } else {
        add(texts.text(ofNumber: value, formats[style]))
      }
    }
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
