// Old text inside a workbook: the codes of an ABC or VNI font stored as if they were Western letters (`Tiªu chuÈn`).
// In: a sheet's cells with the marks of old fonts, the encoding if the script names one. Out: the same cells in
// Vietnamese without marks, how many changed, what a person should look at. Invariant: without a font or a script
// that says so, cells change only when nearly all such words of the sheet become Vietnamese; what each word
// needs is OldCell's business. A cell that is Vietnamese both ways (`côm`, `cụm`) goes with its column and row, but
// a title the script asks for stays. Text in Unicode and foreign words stay. Used by WorkbookReader.
//
// ABC has no capitals with a tone. A font of capitals tells them; and in a column whose other cells all begin with a
// capital, so does the first letter of a cell. Others stay small and are counted.

import ThiDuaText

struct OldSheet {
  /// The cells to read on; those that were given when none changed.
  private(set) var grid: SheetGrid
  /// The encodings of the cells that changed, that of the first one first.
  private(set) var encodings: [OldEncoding] = []
  private(set) var changedCount = 0
  /// The first cell that changed, as it was and as it reads.
  private(set) var sample: (cell: String, before: String, after: String)?
  /// Words left as they were beside old text, and where the first stands.
  private(set) var kept = Remark()
  /// Words whose first letter may have been a capital.
  private(set) var sizeless = Remark()
  /// Whether some cell is Vietnamese in Unicode.
  private(set) var hasUnicode = false
  /// Whether the changed cells found no room: shared texts stand in each of them. Nothing is read then.
  private(set) var hasTooMuch = false

  struct Remark: Equatable {
    var count = 0
    var cell = ""
    /// The first few, all different.
    var words: [String] = []

    private static let mostWords = 3

    fileprivate mutating func add(_ word: String, _ cell: String) {
      count += 1
      if count == 1 { self.cell = cell }
      if words.count < Remark.mostWords, !words.contains(word) { words.append(word) }
    }
  }

  private struct Column {
    var isOld = false
    var isModern = false
    /// Cells whose words are Vietnamese both ways, in rows with old text less those in rows with none but Unicode.
    var bothInOldRows = 0
    /// Cells that begin with a capital, and whether one below them begins with a small letter.
    var capitals = 0
    var hasSmall = false

    /// So many that it is a habit.
    var isOfNames: Bool { capitals >= 3 && !hasSmall }

    /// `text`: codes of `encoding`, or UTF-8.
    mutating func begins(with text: some Collection<UInt8>, in encoding: OldEncoding?) {
      guard let code = text.first, encoding?.hidesSize(of: code) != true else { return }
      let head = Array(text.prefix(4))
      let letters = code < 0x80 ? head : encoding?.decoded(head).text ?? head
      let letter = String(decoding: letters, as: UTF8.self).unicodeScalars.first
      if letter?.properties.isUppercase == true {
        capitals += 1
      } else if letter?.properties.isLowercase == true, capitals > 0 {
        hasSmall = true
      }
    }
  }

  private let said: OldEncoding?
  private let isTitle: (String) -> Bool
  private var oldRows: Set<Int> = []
  private var modernRows: Set<Int> = []
  private var columns: [Int: Column] = [:]
  /// The encoding of text whose font tells none.
  private var common: OldEncoding?

  /// Different words that prove an encoding nobody names.
  private static let fewestWords = 2
  /// The same for encodings that workbooks seldom have.
  private static let fewestOfOthers = 8

  /// `isTitle` is asked with a text's lookup key.
  init(_ grid: SheetGrid, said: OldEncoding?, isTitle: @escaping (String) -> Bool = { _ in false })
  {
    self.grid = grid
    self.said = said
    self.isTitle = isTitle
    common = findEncoding()
    guard common != nil || grid.hasFontMarks else { return }
    judgeColumns()
    let new = copy()
    if changedCount > 0 || grid.hasFontMarks { self.grid = new }
  }

  // MARK: The encoding

  private mutating func findEncoding() -> OldEncoding? {
    var known: Set<[UInt8]> = []
    var fonts: [OldEncoding] = []
    for row in grid.rows {
      for cell in grid.cells(of: row) where cell.text.contains(where: { $0 >= 0x80 }) {
        for stretch in OldStretch.all(of: cell.text) {
          guard let codes = stretch.codes else {
            if OldSheet.isVietnamese(stretch.text) { hasUnicode = true }
            continue
          }
          if let told = stretch.known {
            if !fonts.contains(told) { fonts.append(told) }
          } else if known.count < OldTextGuess.mostWords, codes.contains(where: { $0 >= 0x80 }),
            !OldSheet.isVietnamese(stretch.text)
          {
            known.formUnion(
              OldTextGuess.strangeWords(in: codes).filter { !OldSheet.isMeasure($0) })
          }
        }
      }
    }
    if known.isEmpty { return said }
    let guess = OldTextGuess(strangeWords: known.sorted { $0.lexicographicallyPrecedes($1) })
    if let said {
      return guess.readings.first { $0.encoding.name == said.name }?.encoding ?? said
    }
    // Text without a font of its own beside text with one.
    let likely = guess.readings.filter { reading in
      reading.score >= OldTextGuess.leastScore
        && fonts.contains { $0.name == reading.encoding.name }
    }
    if let first = likely.first, likely.allSatisfy({ $0.encoding.name == first.encoding.name }) {
      return first.encoding
    }
    let isCommon = [.tcvn3, .tcvn5712, .vni].contains(guess.best)
    let fewest = isCommon ? OldSheet.fewestWords : OldSheet.fewestOfOthers
    return guess.isSure && known.count >= fewest ? guess.best : nil
  }

  /// `m²`, `°C`: signs that every text may have.
  private static func isMeasure(_ word: [UInt8]) -> Bool {
    word.allSatisfy { $0 < 0x80 || (0xB0...0xB3).contains($0) }
  }

  // MARK: Columns

  private mutating func judgeColumns() {
    for row in grid.rows {
      var both: [Int] = []
      for cell in grid.cells(of: row) where cell.state == .value {
        var column = columns[cell.column] ?? Column()
        if cell.text.contains(where: { $0 >= 0x80 }) {
          if judge(cell, row: row.number, &column) { both.append(cell.column) }
        } else {
          column.begins(with: cell.text, in: nil)
        }
        columns[cell.column] = column
      }
      let isOld = oldRows.contains(row.number)
      guard isOld || modernRows.contains(row.number) else { continue }
      for place in both { columns[place]?.bothInOldRows += isOld ? 1 : -1 }
    }
  }

  /// True for a cell whose words tell nothing but are Vietnamese both ways.
  private mutating func judge(_ cell: SheetGrid.Cell, row: Int, _ column: inout Column) -> Bool {
    var isBoth = false
    for (index, stretch) in OldStretch.all(of: cell.text).enumerated() {
      let encoding = stretch.known ?? common
      if index == 0 {
        column.begins(
          with: stretch.codes ?? stretch.text, in: stretch.codes == nil ? nil : encoding)
      }
      guard let codes = stretch.codes else {
        if OldSheet.isVietnamese(stretch.text) {
          // A title typed in Unicode says nothing of the cells below it.
          if !isTitle(VietnameseText.lookupKey(cell.text)) { column.isModern = true }
          modernRows.insert(row)
        }
        continue
      }
      guard let encoding, codes.contains(where: { $0 >= 0x80 }) else { continue }
      for word in OldStretch.words(of: codes, in: encoding) {
        switch word.kind {
        case .old:
          column.isOld = true
          oldRows.insert(row)
        case .modern:
          column.isModern = true
          modernRows.insert(row)
        case .both: isBoth = true
        case .foreign, .open, .sign: break
        }
      }
    }
    return isBoth
  }

  // MARK: Cells

  private mutating func copy() -> SheetGrid {
    let new = SheetGrid(limit: grid.limit)
    new.merges = grid.merges
    new.hiddenColumns = grid.hiddenColumns
    for row in grid.rows {
      for cell in grid.cells(of: row) {
        let text = cell.text.contains { $0 >= 0x80 } ? converted(cell, row: row.number) : nil
        let hasRoom =
          text?.withUnsafeBufferPointer { new.append($0, cell.state, column: cell.column) }
          ?? new.append(cell.text, cell.state, column: cell.column)
        guard hasRoom else {
          hasTooMuch = true
          return new
        }
      }
      new.endRow(row.number, isHidden: row.isHidden)
      if changedCount > 0 || grid.hasFontMarks { grid.release(above: row) }
    }
    return new
  }

  /// What a cell reads as, without marks.
  private mutating func converted(_ cell: SheetGrid.Cell, row: Int) -> [UInt8] {
    let stretches = OldStretch.all(of: cell.text)
    let column = columns[cell.column] ?? Column()
    var text: [UInt8] = []
    var first: OldEncoding?
    var kept: [[UInt8]] = []
    let takesBoth = takesBoth(cell, column, row: row)
    for stretch in stretches {
      let reading = stretch.reading(
        OldStretch.Grounds(encoding: common, isSaid: said != nil, takesBoth: takesBoth))
      if reading.hasChanged, first == nil { first = stretch.known ?? common }
      kept += reading.kept
      text += reading.text
    }
    let place = SheetGrid.columnName(cell.column) + String(row)
    for word in kept { self.kept.add(String(decoding: word, as: UTF8.self), place) }
    guard let first else { return text }
    if let codes = stretches[0].codes, let encoding = stretches[0].known ?? common {
      restoreCapitals(&text, of: codes, in: encoding, column, place)
    }
    changedCount += 1
    if !encodings.contains(where: { $0.name == first.name }) { encodings.append(first) }
    if sample == nil {
      sample = (
        place, String(decoding: stretches.flatMap(\.text), as: UTF8.self),
        String(decoding: text, as: UTF8.self)
      )
    }
    return text
  }

  /// Whether words that are Vietnamese both ways are old in this cell.
  private func takesBoth(_ cell: SheetGrid.Cell, _ column: Column, row: Int) -> Bool {
    guard !column.isModern, !isTitle(VietnameseText.lookupKey(cell.text)) else { return false }
    if column.bothInOldRows > 0 || said != nil && modernRows.isEmpty { return true }
    return column.isOld && (oldRows.contains(row) || !modernRows.contains(row))
  }

  /// Gives a cell the capital its column tells, and counts the letters nothing tells about.
  private mutating func restoreCapitals(
    _ text: inout [UInt8], of codes: [UInt8], in encoding: OldEncoding, _ column: Column,
    _ place: String
  ) {
    guard codes.contains(where: encoding.hidesSize) else { return }
    var words = String(decoding: text, as: UTF8.self).split(
      separator: " ", omittingEmptySubsequences: false
    ).map(String.init)
    let written = codes.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    // Behind the codes there may be stretches of other fonts.
    guard words.count >= written.count else { return }
    func begins(_ index: Int, with isRight: (Unicode.Scalar) -> Bool) -> Bool {
      words.indices.contains(index) && words[index].unicodeScalars.first.map(isRight) ?? false
    }
    for index in written.indices {
      guard let code = written[index].first, encoding.hidesSize(of: code),
        begins(index, with: \.properties.isLowercase)
      else { continue }
      if index == 0, column.isOfNames {
        let letter = words[index].removeFirst()
        words[index] = letter.uppercased() + words[index]
      } else if index == 0 && column.capitals > 0
        || (begins(index - 1, with: \.properties.isUppercase)
          && begins(index + 1, with: \.properties.isUppercase))
      {
        sizeless.add(words[index], place)
      }
    }
    text = Array(words.joined(separator: " ").utf8)
  }

  private static func isVietnamese(_ text: some Collection<UInt8>) -> Bool {
    OldTextGuess.makesVietnamese(text) == true
  }
}
