// Where the pages of a printed sheet end. In: widths of columns and heights of rows as they are set. Out: how far
// something that must not be torn, such as a chart, has to be moved down. All columns stand on the pages
// across, so the wider the sheet, the more rows a page takes. Measures in points, of A4 across with the
// margins of `setPrinting`. Invariant: a block that was moved is whole for every program whose pages
// are as long as one of `opinions` says. Used by SheetWriter.

final class PaperMeasure {
  private var widths: [Int: Double] = [:]
  private var heights: [Float] = []
  /// The rows on top of every page.
  var repeatedRows: ClosedRange<Int>?

  var pagesAcross = 1

  /// Rows nobody gave a height.
  static let commonHeight = 15.75
  /// A letter of the common size, and the edges of a cell.
  private static let letter = 6.0, edges = 0.71
  private static let pageWidth = 762.0, pageHeight = 502.0
  /// How much of a page so reckoned programs take for one: Excel a little less, LibreOffice more.
  private static let opinions = [0.97, 1.02, 1.08]
  private static let step = 6.0

  func setColumns(_ columns: ClosedRange<Int>, width: Double, isHidden: Bool) {
    for column in columns { widths[column] = isHidden ? 0 : width }
  }

  func setRow(_ row: Int, height: Double, isHidden: Bool) {
    while heights.count <= row { heights.append(Float(Self.commonHeight)) }
    heights[row] = Float(isHidden ? 0 : height)
  }

  /// How far down a block of such a height has to go so that no page ends inside it, if it began at the row;
  /// nil: it fits where it is, or there is no such place on the pages at hand.
  func gap(before row: Int, height: Double) -> Double? {
    let width = widths.values.filter { $0 > 0 }.reduce(0) {
      $0 + ($1 + Self.edges) * Self.letter
    }
    let page = Self.pageHeight * max(1, width / (Self.pageWidth * Double(pagesAcross)))
    let repeated = repeatedRows.map { rows in rows.reduce(0) { $0 + self.height($1) } } ?? 0
    let top = (0..<row).reduce(0) { $0 + self.height($1) }
    let pages = Self.opinions.map { page * $0 }
    return stride(from: 0, through: 2 * page, by: Self.step).first { gap in
      pages.allSatisfy {
        Self.isWhole(from: top + gap, height: height, page: $0, repeated: repeated)
      }
    }.flatMap { $0 > 0 ? $0 : nil }
  }

  /// Whether no page ends inside; the first page has the repeated rows where they stand.
  private static func isWhole(
    from top: Double, height: Double, page: Double, repeated: Double
  ) -> Bool {
    guard page > repeated + height else { return false }
    var end = page
    while end <= top { end += page - repeated }
    return top + height <= end
  }

  private func height(_ row: Int) -> Double {
    heights.indices.contains(row) ? Double(heights[row]) : Self.commonHeight
  }
}
