// The two charts of a board as SVG, each with a table that says the same. In: a layout. Out: figures; nothing for a board
// without what a chart shows. Invariant: coordinates are whole tenths reckoned from exact numbers; a
// chart is one picture to a screen reader, named and described, its numbers are in the table.

import ThiDuaNumber
import ThiDuaText

extension PageComposer {
  private static let width = 640
  private static let rowHeight = 46
  /// Letters that fit beside each other on a telephone too.
  private static let longestLabel = 60

  // MARK: Totals

  /// Every subject a dot on the line of its cluster, from the lowest total to the highest.
  mutating func totalsChart(_ layout: BoardLayout) {
    guard let total = layout.total else { return }
    let column = layout.board.columns[total]
    let groups = layout.board.groups.compactMap { group -> TotalsRow? in
      TotalsRow(group, total)
    }
    guard let axis = TotalsAxis(groups.flatMap { [$0.lowest.value, $0.highest.value] }) else {
      return
    }
    let height = groups.count * Self.rowHeight + 34
    let kind = layout.board.kind
    figure(
      groups.count > 1 ? "\(column.title) theo cụm" : column.title,
      "Mỗi chấm là một \(kind); hai đầu là \(column.title.lowercased()) thấp nhất và cao nhất, "
        + "vạch đứng là bình quân.", height)
    for tick in axis.ticks {
      out.markup("<path class=grid d=\"M")
      out.tenths(axis.position(Exact(tick)))
      out.markup(" 4V")
      out.number(height - 26)
      out.markup("\"/><text class=tick x=")
      out.tenths(axis.position(Exact(tick)))
      out.markup(" y=")
      out.number(height - 8)
      out.markup(">")
      out.text(NumberText.format(Exact(tick)))
      out.markup("</text>\n")
    }
    for (index, row) in groups.enumerated() { totals(row, index, axis) }
    endFigure()
    out.markup("<th scope=col>Cụm<th scope=col class=n>Số ")
    out.text(kind)
    out.markup("<th scope=col class=n>Cao nhất<th scope=col class=n>Bình quân")
    out.markup("<th scope=col class=n>Thấp nhất</thead><tbody>\n")
    for row in groups {
      out.markup("<tr><th scope=row>")
      out.text(row.name)
      for text in [Wording.count(row.values.count), row.highest.text, row.mean, row.lowest.text] {
        out.markup("<td>")
        out.text(text)
      }
      out.markup("\n")
    }
    out.markup("</tbody></table><p class=count>Bình quân làm tròn 2 chữ số.</p>")
    out.markup("</details></figure>\n")
  }

  private mutating func totals(_ row: TotalsRow, _ index: Int, _ axis: TotalsAxis) {
    let y = index * Self.rowHeight + 32
    label(row.name, y - 14)
    let low = axis.position(row.lowest.value)
    let high = axis.position(row.highest.value)
    out.markup("<path class=range d=\"M")
    out.tenths(low)
    out.markup(" ")
    out.number(y)
    out.markup("H")
    out.tenths(high)
    out.markup("\"/><path class=dots d=\"")
    for value in row.values {
      out.markup("M")
      out.tenths(axis.position(value))
      out.markup(" ")
      out.number(y)
      out.markup("h0")
    }
    out.markup("\"/><path class=mean d=\"M")
    out.tenths(axis.position(row.average))
    out.markup(" ")
    out.number(y - 8)
    out.markup("v16\"/>")
    if row.lowest.value != row.highest.value {
      out.markup("<text class=low x=")
      out.tenths(low - 90)
      out.markup(" y=")
      out.number(y + 4)
      out.markup(">")
      out.text(row.lowest.text)
      out.markup("</text>")
    }
    out.markup("<text x=")
    out.tenths(high + 90)
    out.markup(" y=")
    out.number(y + 4)
    out.markup(">")
    out.text(row.highest.text)
    out.markup("</text>\n")
  }

  // MARK: Levels

  /// One bar a cluster, parted by levels from the best, and one for all.
  mutating func levelsChart(_ layout: BoardLayout) {
    guard let level = layout.level, !layout.levels.isEmpty else { return }
    let board = layout.board
    var rows = board.groups.filter { !$0.rows.isEmpty }.map { group in
      LevelsRow(group.title, group.rows, level, layout.levels)
    }
    if rows.count > 1 {
      rows.insert(LevelsRow("Tất cả", board.rows, level, layout.levels), at: 0)
    }
    let title = board.columns[level].title
    figure(
      rows.count > 1 ? "\(title) theo cụm" : title,
      "Mỗi thanh là một cụm, chia theo số \(board.kind) ở từng mức, mức tốt nhất ở bên trái.",
      rows.count * Self.rowHeight + 4)
    for (index, row) in rows.enumerated() { levels(row, index) }
    endFigure(legend: layout.levels)
    out.markup("<th scope=col>Cụm")
    for name in layout.levels {
      out.markup("<th scope=col class=n>")
      out.text(name)
    }
    out.markup("<th scope=col class=n>Chưa có</thead><tbody>\n")
    for row in rows {
      out.markup("<tr><th scope=row>")
      out.text(row.name)
      for count in row.counts + [row.total - row.counts.reduce(0, +)] {
        out.markup("<td>")
        out.number(count)
      }
      out.markup("\n")
    }
    out.markup("</tbody></table></details></figure>\n")
  }

  private mutating func levels(_ row: LevelsRow, _ index: Int) {
    let y = index * Self.rowHeight
    label(row.name, y + 16)
    let whole = max(1, row.total)
    var before = 0
    for (level, count) in row.counts.enumerated() where count > 0 {
      let start = before * Self.width * 10 / whole
      before += count
      let end = before * Self.width * 10 / whole
      out.markup("<path class=l")
      out.number(level)
      out.markup(" d=\"M")
      out.tenths(start)
      out.markup(" ")
      out.number(y + 23)
      out.markup("H")
      out.tenths(end)
      out.markup("v18H")
      out.tenths(start)
      out.markup("z\"/>")
      // Room for the digits.
      guard end - start >= 90 * String(count).utf8.count + 60 else { continue }
      out.markup("<text class=in x=")
      out.tenths((start + end) / 2)
      out.markup(" y=")
      out.number(y + 37)
      out.markup(">")
      out.number(count)
      out.markup("</text>")
    }
    out.markup("\n")
  }

  // MARK: Frames

  /// Begins a figure with its picture; `endFigure` ends the picture and begins the table's head.
  private mutating func figure(_ title: String, _ description: String, _ height: Int) {
    charts += 1
    out.markup("<figure><figcaption>")
    out.text(title)
    out.markup("</figcaption>\n<svg role=img viewBox=\"0 0 ")
    out.number(Self.width)
    out.markup(" ")
    out.number(height)
    out.markup("\" aria-labelledby=\"t")
    out.number(charts)
    out.markup(" d")
    out.number(charts)
    out.markup("\"><title id=t")
    out.number(charts)
    out.markup(">")
    out.text(title)
    out.markup("</title><desc id=d")
    out.number(charts)
    out.markup(">")
    out.text("\(description) Số liệu ở bảng ngay dưới.")
    out.markup("</desc>\n")
    pendingCaption = title
  }

  private mutating func endFigure(legend: [String] = []) {
    out.markup("</svg>\n")
    if !legend.isEmpty {
      out.markup("<ul class=legend>")
      for (index, name) in legend.enumerated() {
        out.markup("<li><i class=l")
        out.number(index)
        out.markup("></i>")
        out.text(name)
      }
      out.markup("</ul>\n")
    }
    out.markup("<details><summary>Bảng số liệu</summary><table><caption>")
    out.text(pendingCaption)
    out.markup("</caption><thead><tr>")
  }

  /// A name too long for the picture is cut; the table has it whole.
  private mutating func label(_ name: String, _ y: Int) {
    out.markup("<text class=label x=0 y=")
    out.number(y)
    out.markup(">")
    out.text(Wording.visible(name, limit: Self.longestLabel))
    out.markup("</text>")
  }
}

/// One cluster's totals.
private struct TotalsRow {
  var name: String
  var values: [Exact] = []
  var lowest: (value: Exact, text: String)
  var highest: (value: Exact, text: String)
  var average: Exact
  /// The average as text, to two places; a percentage where totals are.
  var mean: String

  /// nil: nobody has a total.
  init?(_ group: ResultReport.Group, _ total: Int) {
    var lowest: (Exact, String)?
    var highest: (Exact, String)?
    var sum = Exact.zero
    for row in group.rows {
      guard let value = row.cells[total].number else { continue }
      values.append(value)
      sum = sum + value
      if lowest.map({ value < $0.0 }) ?? true { lowest = (value, row.cells[total].text) }
      if highest.map({ $0.0 < value }) ?? true { highest = (value, row.cells[total].text) }
    }
    guard let lowest, let highest else { return nil }
    name = group.title
    self.lowest = lowest
    self.highest = highest
    average = sum.divided(by: Exact(values.count))
    let isRatio = lowest.1.hasSuffix("%")
    let places = isRatio ? 4 : 2
    let rounded = average.rounded(places: places, .halfAwayFromZero)
    mean = isRatio ? NumberText.formatPercent(rounded) : NumberText.format(rounded)
  }
}

/// Where totals stand from left to right.
private struct TotalsAxis {
  private static let left = 620
  private static let right = 5780

  private let low: Int
  private let high: Int
  let ticks: [Int]

  /// nil: no values, or values too far apart for whole ticks.
  init?(_ values: [Exact]) {
    guard let least = values.min()?.floor.int, let most = values.max()?.ceiling.int,
      case let (span, overflow) = most.subtractingReportingOverflow(least), !overflow,
      span < 1_000_000_000_000
    else { return nil }
    var step = 1
    while span > step * 6 { step *= String(step).first == "2" ? 5 : 2 }
    // 1, 2, 10, 20, 100 …; halves of tens read well too.
    if step % 10 == 0, span <= step / 2 * 6 { step /= 2 }
    func down(_ value: Int) -> Int {
      value / step * step - (value < 0 && value % step != 0 ? step : 0)
    }
    low = down(least)
    let top = -down(-most)
    high = top == low ? low + step : top
    ticks = Array(stride(from: low, through: high, by: step))
  }

  /// In tenths.
  func position(_ value: Exact) -> Int {
    Self.left
      + (value - Exact(low)).share(of: Exact(high - low), steps: Self.right - Self.left)
  }
}

/// How many of a cluster are on each level.
private struct LevelsRow {
  var name: String
  var counts: [Int]
  var total: Int

  init(_ name: String, _ rows: [ResultReport.Row], _ level: Int, _ levels: [String]) {
    self.name = name
    total = rows.count
    counts = levels.map { name in rows.count { $0.cells[level].text == name } }
  }
}
