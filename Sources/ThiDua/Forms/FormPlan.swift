// What the workbooks to fill in hold. In: a checked program, who is known. Out: forms as plain data, with the
// line by which the script reads each sheet back. Invariant: a sheet has exactly the columns the script
// reads, under titles it knows; score sheets have a row for each subject and criterion. Used by
// `mẫu-nhập`.

import ThiDuaNumber
import ThiDuaOffice
import ThiDuaSemantics
import ThiDuaText

struct FormPlan {
  struct File {
    var name: String
    var form: InputForm
    var sheets: [InputForms.Sheet]
  }

  private(set) var files: [File] = []
  private let checked: CheckedProgram
  private let known: KnownSubjects
  private let columnsOfPoints: [Int: Set<Int>]

  /// The workbook for what the script does not read from a workbook yet.
  private static let commonName = "mau-nhap.xlsx"

  init(_ checked: CheckedProgram, _ known: KnownSubjects, script: String) {
    self.checked = checked
    self.known = known
    columnsOfPoints = DataLoader.columnsOfPoints(checked.data)
    for binding in checked.data where binding.databaseTable == nil { add(binding) }
    let bound = Set(checked.data.map(\.kind))
    for (index, kind) in checked.subjectKinds.enumerated()
    where !bound.contains(index) && kind.declaredRows.isEmpty && kind.history == nil {
      add(subjects: index, binding: nil)
    }
    let title = checked.campaign.title ?? script
    for index in files.indices {
      files[index].form.title = "Mẫu nhập số liệu: \(title)"
      files[index].form.instructions = Self.instructions
    }
  }

  private static let instructions = [
    "Mỗi trang là một loại số liệu. Nhập vào các dòng dưới tiêu đề; bấm vào ô nào thì thấy cách ghi của ô ấy.",
    "Giữ nguyên dòng tiêu đề, không gộp ô, không chèn dòng tổng cộng. Ô màu xám đã ghi sẵn, chỉ sửa khi sai.",
    "Tiêu đề và lời hướng dẫn đã khóa để không sửa nhầm, không đặt mật khẩu; cần sửa thì vào Review, Unprotect Sheet (Xem lại, Bỏ bảo vệ trang tính).",
    "Dán từ tệp khác thì chọn Paste Special, Values (dán giá trị), để ô vẫn nhập được và giữ cách ghi đã đặt.",
    "Ô bắt buộc chưa có số liệu thì hỏi lại, không ghi 0 thay; ô được để trống thì bỏ trống, không gạch ngang.",
    "Số liệu được kiểm tra lần nữa khi đọc vào; ô nào sai sẽ được nêu rõ trang và ô.",
  ]

  // MARK: Sheets

  private mutating func add(_ binding: DataBinding) {
    if let points = binding.points {
      add(points, binding)
    } else {
      add(subjects: binding.kind, binding: binding)
    }
  }

  private mutating func add(subjects index: Int, binding: DataBinding?) {
    let kind = checked.subjectKinds[index]
    // As the loader: points entered for a criterion and its evidence have columns of their own.
    let columns = kind.columns.indices.filter { column in
      guard case .input = kind.columns[column].source else { return false }
      return !(columnsOfPoints[index]?.contains(column) ?? false)
    }
    guard !columns.isEmpty else { return }
    let isFirst = !checked.data.prefix { $0.span != binding?.span }.contains {
      $0.kind == index && $0.points == nil
    }
    let rows =
      isFirst && kind.history == nil && !kind.key.isEmpty
      ? known.givenRows(index).map { row in columns.map { known.cell(index, $0, row) } } : []
    let sheet = InputForm.Sheet(
      name: binding?.sheet?.name?.text ?? Wording.capitalised(kind.name),
      title: Wording.capitalised(kind.name), columns: columns.map { column(index, $0, binding) },
      rows: rows)
    add(sheet, binding, line: "dữ liệu \(kind.name)", tail: "")
  }

  private mutating func add(
    _ sheet: InputForm.Sheet, _ binding: DataBinding?, line: String, tail: String
  ) {
    var sheet = sheet
    let file = binding?.file?.path
    let readsWorkbook = file.map(WorkbookReader.reads) ?? false
    let name = readsWorkbook ? Self.workbookName(file!) : Self.commonName
    let place = files.firstIndex { $0.name == name } ?? files.count
    if place == files.count {
      files.append(
        File(name: name, form: InputForm(title: "", instructions: [], sheets: []), sheets: []))
    }
    sheet.name = Self.unused(sheet.name, files[place].sheets.map(\.name))
    let asked = binding?.sheet
    var isReadAlready = readsWorkbook && file == name && asked?.name?.text == sheet.name
    if isReadAlready, let header = asked?.headerRows?.rows {
      sheet.firstHeaderRow = header.lowerBound
      sheet.headerRow = header.upperBound
    }
    if isReadAlready, let last = asked?.lastRow?.row {
      isReadAlready = sheet.headerRow + sheet.rows.count < last
    }
    files[place].form.sheets.append(sheet)
    let hasLinesBelow = binding.map { !$0.mappings.isEmpty || !$0.ignored.isEmpty } ?? false
    files[place].sheets.append(
      InputForms.Sheet(
        name: sheet.name, givenRows: sheet.rows.count,
        line: isReadAlready
          ? nil : "\(line) từ \(Wording.quoted(name)), trang \(Wording.quoted(sheet.name))\(tail)",
        keepsLinesBelow: hasLinesBelow))
  }

  /// A workbook with macros cannot be made, only one without.
  private static func workbookName(_ path: String) -> String {
    path.hasSuffix(".xlsx") ? path : String(path[..<path.lastIndex(of: ".")!]) + ".xlsx"
  }

  /// A name of at most 31 letters that no other sheet has.
  private static func unused(_ name: String, _ others: [String]) -> String {
    let taken = Set((others + [InputFormWriter.instructionSheet]).map(VietnameseText.lookupKey))
    let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]
    let base = String(name.map { forbidden.contains($0) ? " " : $0 }.prefix(26))
    for number in 1... {
      let candidate = number == 1 ? base : "\(base) (\(number))"
      if !taken.contains(VietnameseText.lookupKey(candidate)) { return candidate }
    }
    return base
  }

  // MARK: Columns

  private func column(
    _ kind: Int, _ index: Int, _ binding: DataBinding?
  ) -> InputForm.Column {
    let column = checked.subjectKinds[kind].columns[index]
    guard case .input(let rule) = column.source else {
      preconditionFailure("only input columns are filled in")
    }
    let mapping = binding?.mappings.first { $0.column == index }
    let entry = FormEntry(
      checked, known, column, rule, isKey: checked.subjectKinds[kind].key == [index],
      isPercentNumber: mapping?.isPercentNumber ?? false)
    let title = mapping?.title ?? column.name
    var made = InputForm.Column(
      title: Self.headed(title, rule.unit), hint: entry.hint, note: Self.note(column.rule),
      content: entry.content, rule: entry.rule)
    if column.isHidden, let (scored, maximum) = criterion(behind: column, kind) {
      made.note = Self.note(scored.rule)
      made.hint = Self.bounded(made, maximum)
    }
    return made
  }

  /// The criterion that a column of entered points or of evidence is for: `tiêu chí 1.1 tự chấm`,
  /// `minh chứng tiêu chí 1.1`.
  private func criterion(behind column: Column, _ kind: Int) -> (Column, maximum: Exact?)? {
    let columns = checked.subjectKinds[kind].columns
    let name = column.name + " "
    for item in checked.subjectKinds[kind].scored where item.role != .group {
      let scored = columns[item.column]
      if name.hasPrefix(scored.name + " ") { return (scored, item.maximum) }
      if column.name.hasSuffix(" " + scored.name) { return (scored, nil) }
    }
    return nil
  }

  /// A title that ends in its unit, such as `số sáng kiến`, says it already.
  private static func headed(_ title: String, _ unit: String?) -> String {
    guard let unit,
      !(" " + VietnameseText.lookupKey(title)).hasSuffix(" " + VietnameseText.lookupKey(unit))
    else { return title }
    return UnitTitle.joined(title, unit: unit)
  }

  private static func note(_ rule: RuleInformation) -> String {
    ((rule.title.map { [$0] } ?? []) + rule.basis.map { "Căn cứ: \($0)" })
      .joined(separator: "\n")
  }

  // MARK: Score sheets

  /// Columns of a score sheet that only tell; the reader passes over them.
  static let givenTitles = ["tên tiêu chí", "điểm tối đa", "căn cứ"]

  private mutating func add(_ points: PointRows, _ binding: DataBinding) {
    let kind = checked.subjectKinds[binding.kind]
    let names = known.spellings(binding.kind)
    var columns = [
      InputForm.Column(
        title: points.subjectTitles[0], hint: "Mã hoặc tên \(kind.name); bắt buộc",
        rule: names.isEmpty ? .anything : .oneOf(names)),
      InputForm.Column(
        title: points.criterionTitles[0], hint: "Đã ghi sẵn, không sửa", isGiven: true),
    ]
    columns += Self.givenTitles.map { title in
      let isNumber = title == Self.givenTitles[1]
      return InputForm.Column(
        title: title, hint: "", content: isNumber ? .number : .text, isGiven: true)
    }
    let firstScore = columns.count
    columns += points.columns.map { column(binding.kind, $0.targets[0], nil).titled($0.name) }
    var sheet = InputForm.Sheet(
      name: binding.sheet?.name?.text ?? "Phiếu chấm \(kind.name)",
      title: "Phiếu chấm \(kind.name)", columns: columns, rows: [])
    sheet.isOpen = false
    let criteria = points.criteria.map { self.criterion($0, kind) }
    for name in names.isEmpty ? [""] : names {
      for (index, criterion) in points.criteria.enumerated() {
        for (place, score) in points.columns.enumerated() {
          let entry = column(binding.kind, score.targets[index], nil)
          sheet.rowRules.append(
            InputForm.RowRule(
              row: sheet.rows.count, column: firstScore + place, rule: entry.rule,
              hint: Self.bounded(entry, criteria[index].maximum)))
        }
        sheet.rows.append(
          [name.isEmpty ? .blank : .text(name), .text(criterion)]
            + criteria[index].cells
            + points.columns.map { _ in .blank })
      }
    }
    if sheet.rows.count > Self.mostCheckedRows { sheet.rowRules = [] }
    add(
      sheet, binding, line: "dữ liệu điểm của \(kind.name)", tail: ", mỗi dòng một tiêu chí")
  }

  /// Beyond this, rows are checked only when they are read: the file would open slowly.
  private static let mostCheckedRows = 3000

  /// Title, maximum and basis of a criterion as cells, and the maximum.
  private func criterion(
    _ name: String, _ kind: SubjectKind
  ) -> (cells: [InputForm.Cell], maximum: Exact?) {
    let key = VietnameseText.lookupKey(name)
    guard
      let index = kind.columns.firstIndex(where: { VietnameseText.lookupKey($0.name) == key })
    else { return ([.blank, .blank, .blank], nil) }
    let rule = kind.columns[index].rule
    let maximum = kind.scored.first { $0.column == index }?.maximum
    let cells: [InputForm.Cell] = [
      rule.title.map { .text($0) } ?? .blank, maximum.map { .number($0) } ?? .blank,
      rule.basis.isEmpty ? .blank : .text(rule.basis.joined(separator: "; ")),
    ]
    return (cells, maximum)
  }

  /// The hint of a cell for points, with the most there can be.
  private static func bounded(_ entry: InputForm.Column, _ maximum: Exact?) -> String {
    guard let maximum, entry.content == .number else { return entry.hint }
    return "Tối đa \(NumberText.format(maximum)) điểm. \(entry.hint)"
  }
}

extension InputForm.Column {
  fileprivate func titled(_ title: String) -> InputForm.Column {
    var column = self
    column.title = title
    // What is said of one criterion does not hold for the others.
    column.note = ""
    return column
  }
}
