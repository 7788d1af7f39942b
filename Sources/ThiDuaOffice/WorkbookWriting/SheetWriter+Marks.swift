// What stands over the cells of a sheet: bars, charts, rules for typing. See SheetWriter.

import CXlsxWriter
import ThiDuaNumber
import ThiDuaText

extension SheetWriter {
  /// Cells of a sheet.
  public struct Area: Sendable {
    public var rows: ClosedRange<Int>
    public var columns: ClosedRange<Int>
    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
      self.rows = rows
      self.columns = columns
    }
    /// Cells below each other.
    public init(rows: ClosedRange<Int>, column: Int) {
      self.init(rows: rows, columns: column...column)
    }
  }

  // MARK: Bars

  /// A bar in every cell, as long as its number is large, from 0 to the largest or to `maximum`.
  public func bars(_ area: Area, color: UInt32, maximum: Double? = nil) {
    var format = lxw_conditional_format()
    format.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
    format.bar_color = color
    format.bar_solid = 1
    format.data_bar_2010 = 1
    format.bar_no_border = 1
    format.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    if let maximum {
      format.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
      format.max_value = maximum
    }
    _ = library.worksheet_conditional_format_range(
      sheet, UInt32(area.rows.lowerBound), UInt16(area.columns.lowerBound),
      UInt32(area.rows.upperBound), UInt16(area.columns.upperBound), &format)
  }

  // MARK: Rules for typing

  /// What may be typed into cells.
  public enum Rule {
    /// Anything; only the hint shows.
    case anything
    /// One of a few short texts, together at most 255 letters.
    case oneOf([String])
    /// One of the cells of a range: `='Danh mục'!$A$1:$A$9`, or of a defined name.
    case oneOfCells(String)
    case number(from: Double, to: Double)
    case wholeNumber(from: Double, to: Double)
    case date(from: CalendarDate, to: CalendarDate)
  }

  /// Lets only such values be typed; `hint` shows when a cell is chosen, `refusal` when it is not
  /// one. Titles hold 32 letters, texts 255.
  public func allow(
    _ rule: Rule, in area: Area, hint: (title: String, text: String)?,
    refusal: (title: String, text: String)
  ) {
    var record = lxw_data_validation()
    record.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    record.show_input = UInt8((hint == nil ? LXW_VALIDATION_OFF : LXW_VALIDATION_ON).rawValue)
    record.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
    record.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
    record.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
    record.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    var choices: [String] = []
    var formula: String?
    switch rule {
    case .anything: record.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    case .oneOf(let texts):
      record.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      choices = texts
    case .oneOfCells(let cells):
      record.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      formula = cells
    case .number(let low, let high):
      record.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      (record.minimum_number, record.maximum_number) = (low, high)
    case .wholeNumber(let low, let high):
      record.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      (record.minimum_number, record.maximum_number) = (low, high)
    case .date(let low, let high):
      record.validate = UInt8(LXW_VALIDATION_TYPE_DATE_NUMBER.rawValue)
      record.minimum_number = CellNumber.serial(low) ?? 1
      record.maximum_number = CellNumber.serial(high) ?? 1
    }
    let texts = [
      hint.map { Self.clipped($0.title, 32) }, hint.map { Self.clipped($0.text, 255) },
      Self.clipped(refusal.title, 32), Self.clipped(refusal.text, 255), formula,
    ]
    CStrings.with(texts + choices) { strings in
      record.input_title = strings[0]
      record.input_message = strings[1]
      record.error_title = strings[2]
      record.error_message = strings[3]
      record.value_formula = strings[4]
      var list = Array(strings.dropFirst(texts.count)) + [nil]
      list.withUnsafeMutableBufferPointer { list in
        record.value_list = choices.isEmpty ? nil : list.baseAddress
        _ = library.worksheet_data_validation_range(
          sheet, UInt32(area.rows.lowerBound), UInt16(area.columns.lowerBound),
          UInt32(area.rows.upperBound), UInt16(area.columns.upperBound), &record)
      }
    }
  }

  private static func clipped(_ text: String, _ limit: Int) -> String {
    text.unicodeScalars.count <= limit
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit - 1))) + "…"
  }

  // MARK: Charts

  /// Columns for numbers of this sheet.
  public struct Chart {
    public struct Series {
      /// Empty: not told, when there is one series only.
      public var name: String
      public var values: Area
      public var color: UInt32
      public init(name: String, values: Area, color: UInt32) {
        self.name = name
        self.values = values
        self.color = color
      }
    }
    public var title: String
    public var categories: Area
    public var series: [Series]
    /// The series stand on each other.
    public var isStacked = false
    public var showsValues = false
    /// What the categories are, where they do not tell it themselves; empty: they do.
    public var categoryTitle = ""
    /// As `CellStyle.numberFormat`.
    public var numberFormat: String?
    /// In pixels.
    public var width = 480.0
    public var height = 288.0
    public init(title: String, categories: Area, series: [Series]) {
      self.title = title
      self.categories = categories
      self.series = series
    }
  }

  /// Points of a pixel.
  private static let pointsPerPixel = 0.75

  /// Lays a chart over the empty rows from `row` on, further down when a printed page would end inside it. Comes
  /// back with the row below it.
  public func chart(_ chart: Chart, fromRow row: Int, column: Int) -> Int {
    var row = row
    let height = chart.height * Self.pointsPerPixel
    // A high row would go to the next page as a whole.
    var gap = paper.gap(before: row, height: height) ?? 0
    while gap > 0 {
      setRow(row, height: PaperMeasure.commonHeight)
      gap -= PaperMeasure.commonHeight
      row += 1
    }
    self.chart(chart, atRow: row, column: column)
    let covered = Int((height / PaperMeasure.commonHeight).rounded(.up)) + 1
    for below in row..<row + covered { setRow(below, height: PaperMeasure.commonHeight) }
    return row + covered
  }

  /// Lays a chart over the sheet, its upper left corner at a cell.
  private func chart(_ chart: Chart, atRow row: Int, column: Int) {
    let type = chart.isStacked ? LXW_CHART_COLUMN_STACKED : LXW_CHART_COLUMN
    guard let book = workbook.workbook,
      let made = library.workbook_add_chart(book, UInt8(type.rawValue))
    else { return }
    CStrings.with([WorkbookWriter.font, chart.title]) { texts in
      var font = lxw_chart_font()
      font.name = texts[0]
      font.size = 10
      for series in chart.series { add(series, chart, to: made, &font) }
      label(made, chart, &font)
      var options = lxw_chart_options()
      options.x_scale = chart.width / 480
      options.y_scale = chart.height / 288
      options.description = texts[1]
      _ = library.worksheet_insert_chart_opt(sheet, UInt32(row), UInt16(column), made, &options)
    }
  }

  private func add(
    _ series: Chart.Series, _ chart: Chart, to made: UnsafeMutablePointer<lxw_chart>,
    _ font: inout lxw_chart_font
  ) {
    guard let added = library.chart_add_series(made, nil, nil) else { return }
    func range(_ area: Area) -> (UInt32, UInt16, UInt32, UInt16) {
      (
        UInt32(area.rows.lowerBound), UInt16(area.columns.lowerBound),
        UInt32(area.rows.upperBound), UInt16(area.columns.upperBound)
      )
    }
    let (categories, values) = (range(chart.categories), range(series.values))
    library.chart_series_set_categories(
      added, name, categories.0, categories.1, categories.2, categories.3)
    library.chart_series_set_values(added, name, values.0, values.1, values.2, values.3)
    if !series.name.isEmpty { library.chart_series_set_name(added, CellText.safe(series.name)) }
    var fill = lxw_chart_fill(color: series.color, none: 0, transparency: 0)
    library.chart_series_set_fill(added, &fill)
    guard chart.showsValues else { return }
    library.chart_series_set_labels(added)
    library.chart_series_set_labels_font(added, &font)
    if let code = chart.numberFormat { library.chart_series_set_labels_num_format(added, code) }
  }

  private func label(
    _ made: UnsafeMutablePointer<lxw_chart>, _ chart: Chart, _ font: inout lxw_chart_font
  ) {
    library.chart_title_set_name(made, CellText.safe(chart.title))
    var heading = font
    heading.size = 13
    heading.bold = 1
    library.chart_title_set_name_font(made, &heading)
    for type in [LXW_CHART_AXIS_TYPE_X, LXW_CHART_AXIS_TYPE_Y] {
      guard let axis = library.chart_axis_get(made, type) else { continue }
      library.chart_axis_set_num_font(axis, &font)
      if type == LXW_CHART_AXIS_TYPE_X, !chart.categoryTitle.isEmpty {
        library.chart_axis_set_name(axis, CellText.safe(chart.categoryTitle))
        library.chart_axis_set_name_font(axis, &font)
      }
      if type == LXW_CHART_AXIS_TYPE_Y {
        library.chart_axis_set_min(axis, 0)
        if let code = chart.numberFormat { library.chart_axis_set_num_format(axis, code) }
      }
    }
    let isNamed = chart.series.contains { !$0.name.isEmpty }
    let legend = isNamed ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE
    library.chart_legend_set_position(made, UInt8(legend.rawValue))
    if isNamed { _ = library.chart_legend_set_font(made, &font) }
  }
}
