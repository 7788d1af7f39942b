// Wording of findings about workbooks: sheets, cells Excel could not compute, what is hidden or merged. In: names
// and cells. Out: finished diagnostics. Part of DataMessages; see there.

extension DataMessages {
  /// Why a workbook could not be read.
  public enum WorkbookProblem: Sendable, Equatable {
    /// An .xls file.
    case oldFormat
    /// An .xlsb file.
    case binary
    /// An .ods file.
    case openDocument
    /// HTML under Excel's ending.
    case webPage
    /// XML of Excel 2003.
    case oldXML
    /// A document of Word.
    case document
    case encrypted
    case damaged
    case tooLarge
    case notWorkbook
  }

  private static let saveAsWorkbook =
    "Mở bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx)."

  private static let cellsListed = 12

  private static func listed(_ cells: [String]) -> String {
    let shown = cells.prefix(cellsListed).joined(separator: ", ")
    guard cells.count > cellsListed else { return shown }
    return shown + " và \(Wording.count(cells.count - cellsListed)) chỗ khác"
  }

  private static func sheetNames(_ names: [String]) -> String {
    listed(names.map(Wording.quoted))
  }

  /// A workbook without the sheet the script names.
  public static func noSheet(
    _ sheet: String, file: String, sheets: [String], suggestions: [String], span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "DL080",
      message: "tệp \(Wording.quotedPath(file)) không có trang \(Wording.quoted(sheet))",
      span: span,
      why: sheets.isEmpty ? "Tệp không có trang nào." : "Tệp có các trang: \(sheetNames(sheets)).",
      advice: suggestions.isEmpty
        ? "Ghi đúng tên một trang, như ở các thẻ dưới cùng của cửa sổ Excel."
        : "Có phải là \(Wording.alternatives(suggestions))?")
  }

  /// A workbook of several sheets when the script names none.
  public static func sheetNotNamed(_ file: String, sheets: [String], span: Span) -> Diagnostic {
    let example = sheets.first ?? "Cụm 1"
    return Diagnostic(
      code: "DL081", message: "chưa ghi lấy trang nào của tệp \(Wording.quotedPath(file))",
      span: span, why: "Tệp có \(Wording.count(sheets.count)) trang: \(sheetNames(sheets)).",
      advice: "Viết thêm tên trang, ví dụ: từ \(Wording.quotedPath(file)), "
        + "trang \(Wording.quoted(example)).")
  }

  /// A workbook that cannot be read.
  public static func workbookUnreadable(
    _ file: String, _ problem: WorkbookProblem, span: Span
  ) -> Diagnostic {
    let name = Wording.quotedPath(file)
    let (message, why, advice): (String, String, String) =
      switch problem {
      case .oldFormat:
        (
          "\(name) là tệp Excel kiểu cũ (.xls)",
          "Kiểu tệp này của Excel 97–2003; đọc nó dễ mất số liệu của các ô có công thức.",
          saveAsWorkbook
        )
      case .binary:
        (
          "\(name) là tệp Excel nhị phân (.xlsb)",
          "Số liệu trong tệp ghi theo lối riêng của Excel, chương trình khác không đọc được.",
          saveAsWorkbook
        )
      case .openDocument:
        (
          "\(name) là bảng tính của LibreOffice (.ods)",
          "Trong tệp không có sổ Excel, dù Excel mở được.",
          "Mở bằng LibreOffice hoặc Excel, chọn Lưu thành (Save As), kiểu Excel (.xlsx)."
        )
      case .webPage:
        (
          "\(name) là trang web mang đuôi của Excel",
          "Nhiều phần mềm xuất \"ra Excel\" như vậy: Excel mở được, nhưng bên trong là HTML.",
          saveAsWorkbook
        )
      case .oldXML:
        (
          "\(name) là tệp XML của Excel 2003", "Kiểu tệp này có trước .xlsx.", saveAsWorkbook
        )
      case .document:
        (
          "\(name) là tệp Word, không phải sổ Excel",
          "Bảng trong tệp Word không phải là bảng tính.",
          "Chép bảng ấy sang một trang Excel mới rồi lưu thành .xlsx."
        )
      case .encrypted:
        (
          "tệp \(name) có mật khẩu", "Nội dung tệp đã được mã hóa.",
          "Mở bằng Excel, bỏ mật khẩu mở tệp rồi lưu lại."
        )
      case .damaged:
        (
          "tệp Excel \(name) bị hỏng", "Tệp không còn nguyên vẹn, hoặc chép chưa xong.",
          "Mở thử bằng Excel rồi lưu lại, hoặc xin lại tệp."
        )
      case .tooLarge:
        (
          "tệp Excel \(name) quá lớn", "Nội dung khi mở ra lớn bất thường.",
          "Xóa các dòng, cột thừa ở cuối trang rồi lưu lại, hoặc chia thành nhiều tệp."
        )
      case .notWorkbook:
        (
          "\(name) không phải là tệp Excel", "Tên có đuôi của Excel nhưng nội dung thì không.",
          "Tệp CSV thì đổi đuôi thành .csv; tệp khác mà Excel mở được thì mở rồi lưu thành .xlsx."
        )
      }
    return Diagnostic(code: "DL082", message: message, span: span, why: why, advice: advice)
  }

  /// A cell such as `#N/A`.
  public static func errorCell(place: DataPlace) -> Diagnostic {
    Diagnostic(
      code: "DL083", message: "ô này đang báo lỗi của Excel", place: place,
      why:
        "Công thức của ô không tính được (#N/A: không tìm thấy; #DIV/0!: chia cho 0; #REF!: ô được "
        + "nhắc tới đã bị xóa).",
      advice: "Sửa công thức trong Excel, hoặc gõ giá trị vào ô, rồi lưu lại.")
  }

  /// More such cells than are shown.
  public static func moreErrorCells(_ count: Int, place: DataPlace) -> Diagnostic {
    Diagnostic(
      code: "DL083", message: "còn \(Wording.count(count)) ô nữa báo lỗi của Excel", place: place,
      why: "Chỉ nêu những ô đầu tiên.", advice: "Sửa các ô đã nêu rồi chạy lại.")
  }

  /// Formulas whose value no program has stored.
  public static func uncomputedCells(_ cells: [String], place: DataPlace) -> Diagnostic {
    Diagnostic(
      .warning, code: "DL084",
      message: "\(Wording.count(cells.count)) ô có công thức nhưng chưa có giá trị", place: place,
      why: "Tệp do một phần mềm tạo ra mà chưa tính: \(listed(cells)). Các ô ấy được coi là trống.",
      advice: "Mở tệp bằng Excel (Excel sẽ tính), lưu lại rồi chạy lại.")
  }

  /// Hidden rows and columns, which are read all the same.
  public static func hiddenParts(
    rows: [String], columns: [String], place: DataPlace
  ) -> Diagnostic {
    var parts: [String] = []
    if !rows.isEmpty { parts.append("\(Wording.count(rows.count)) dòng") }
    if !columns.isEmpty { parts.append("\(Wording.count(columns.count)) cột") }
    var places: [String] = []
    if !rows.isEmpty { places.append("dòng \(listed(rows))") }
    if !columns.isEmpty { places.append("cột \(listed(columns))") }
    return Diagnostic(
      .note, code: "DL085", message: "đã đọc cả \(parts.joined(separator: " và ")) đang ẩn",
      place: place,
      why:
        "Trang có \(places.joined(separator: "; ")) bị ẩn hoặc bị lọc; số liệu ở đó vẫn được tính.",
      advice: "Nếu đó là số liệu bỏ đi, hãy xóa hẳn trong Excel rồi lưu lại.")
  }

  /// Blocks merged over several rows, read as they stand.
  public static func mergedBlocks(_ blocks: [String], place: DataPlace) -> Diagnostic {
    Diagnostic(
      .warning, code: "DL086",
      message: "\(Wording.count(blocks.count)) ô gộp nhiều dòng, chỉ dòng đầu có giá trị",
      place: place,
      why:
        "Excel chỉ giữ giá trị ở dòng đầu của ô gộp: \(listed(blocks)). Các dòng sau là ô trống.",
      advice: "Nếu mọi dòng đều mang giá trị ấy, ghi thêm: , điền ô gộp.")
  }

  /// A sheet without titles where they were looked for.
  public static func noSheetHeader(place: DataPlace, rows: ClosedRange<Int>?) -> Diagnostic {
    Diagnostic(
      code: "DL087",
      message: rows == nil ? "trang này không có gì" : "dòng tiêu đề đã ghi không có gì",
      place: place, why: "Không có tiêu đề thì không biết cột nào là trường nào.",
      advice: rows == nil
        ? "Kiểm tra lại tên trang." : "Xem lại số của dòng tiêu đề ở lề trái của trang trong Excel."
    )
  }

  /// The row below the header that only numbers the columns.
  public static func numberingRow(place: DataPlace) -> Diagnostic {
    Diagnostic(
      .note, code: "DL088", message: "dòng đánh số cột được bỏ qua", place: place,
      why: "Dòng ngay dưới tiêu đề chỉ ghi số thứ tự của các cột: (1), (2), (3)….",
      advice: "Nếu đó là số liệu, hãy tách nó khỏi tiêu đề bằng một dòng trống.")
  }

  /// A last row that looks like the sum of the others.
  public static func totalsRow(place: DataPlace, above: Int) -> Diagnostic {
    Diagnostic(
      .warning, code: "DL089", message: "dòng cuối giống dòng tổng cộng", place: place,
      why: "Dòng này vẫn được đọc như một đối tượng.",
      advice: "Nếu đúng là dòng tổng cộng, ghi thêm sau tên tệp \", đến dòng \(above)\".")
  }

  /// Rows below the header that say the titles again.
  public static func repeatedHeaders(_ rows: [Int], place: DataPlace) -> Diagnostic {
    Diagnostic(
      .warning, code: "DL121",
      message: "\(Wording.count(rows.count)) dòng lặp lại tiêu đề được bỏ qua", place: place,
      why:
        "Dòng \(listed(rows.map(String.init))) ghi lại tên các cột; các dòng bên dưới vẫn được đọc tiếp.",
      advice: "Nếu bên dưới là một bảng khác, ghi thêm sau tên tệp \", đến dòng "
        + "\((rows.first ?? 1) - 1)\".")
  }

  /// Rows in which hardly anything stands: names of groups, signatures, notes. `cells` are those of the first.
  public static func sparseRows(_ rows: [Int], cells: [String], place: DataPlace) -> Diagnostic {
    Diagnostic(
      code: "DL122", message: "\(Wording.count(rows.count)) dòng có lẽ không phải số liệu",
      place: place,
      why: "Dòng \(listed(rows.map(String.init))) bỏ trống quá nửa số cột cần dùng; dòng "
        + "\(rows.first ?? 0) chỉ ghi \(cells.map(Wording.quoted).joined(separator: ", ")).",
      advice: "Tên nhóm, dòng cộng, chữ ký, ghi chú thì xóa khỏi trang, hoặc ghi sau tên tệp "
        + "\", đến dòng N\" (N là dòng cuối của bảng). Là số liệu thì điền cho đủ.")
  }

  private static let named = "dữ liệu tập thể từ \"tap-the.xlsx\", trang \"Cụm 1\""

  /// Explanations of the codes above.
  static let workbookEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "DL121", title: "dòng lặp lại tiêu đề",
      explanation:
        "Dưới tiêu đề có dòng ghi lại tên các cột (biểu mẫu in nhiều trang, hoặc trang có hai bảng). Dòng ấy không "
        + "phải số liệu nên được bỏ qua.",
      wrongExample: "(trong Excel) dòng 30: Mã | Tên | Điểm", rightExample: named + ", đến dòng 29"),
    CatalogueEntry(
      code: "DL122", title: "dòng có lẽ không phải số liệu",
      explanation:
        "Dòng gần như trống mà thiếu những ô bắt buộc: thường là tên nhóm xen giữa bảng, dòng cộng của nhóm, chữ "
        + "ký hay ghi chú dưới bảng. Máy không đoán, mà nêu các dòng ấy một lần.",
      wrongExample: "(trong Excel) dòng 12: Người lập biểu | | | Thủ trưởng đơn vị",
      rightExample: named + ", đến dòng 11"),
    CatalogueEntry(
      code: "DL080", title: "tệp Excel không có trang này",
      explanation:
        "Tên trang là tên ở các thẻ dưới cùng của cửa sổ Excel; không phân biệt hoa thường "
        + "và khoảng trắng thừa, nhưng phải đủ dấu.",
      wrongExample: "dữ liệu tập thể từ \"tap-the.xlsx\", trang \"Cum I\"",
      rightExample: named),
    CatalogueEntry(
      code: "DL081", title: "chưa ghi lấy trang nào",
      explanation: "Tệp Excel có nhiều trang không ẩn thì phải ghi lấy trang nào.",
      wrongExample: "dữ liệu tập thể từ \"tap-the.xlsx\"", rightExample: named),
    CatalogueEntry(
      code: "DL082", title: "không đọc được tệp Excel",
      explanation:
        "Đọc được tệp .xlsx, .xlsm, .xltx, .xltm không có mật khẩu. Tệp .xls, .xlsb, .ods, trang web "
        + "mang đuôi .xls, tệp có mật khẩu, tệp hỏng thì mở bằng Excel rồi lưu lại thành .xlsx.",
      wrongExample: "dữ liệu tập thể từ \"tap-the.xls\"",
      rightExample: "dữ liệu tập thể từ \"tap-the.xlsx\""),
    CatalogueEntry(
      code: "DL083", title: "ô báo lỗi của Excel",
      explanation:
        "Ô của một cột cần dùng đang ghi #N/A, #DIV/0!, #REF!… nên không có giá trị. Máy "
        + "không đoán và cũng không coi là trống.",
      wrongExample: "(trong Excel) B7: =VLOOKUP(A7;DM!A:B;2;0)   → #N/A",
      rightExample: "(trong Excel) B7: 8,5"),
    CatalogueEntry(
      code: "DL084", title: "công thức chưa được tính",
      explanation:
        "Tệp Excel do phần mềm khác tạo ra có thể chỉ chứa công thức mà chưa có kết quả. "
        + "Các ô ấy là ô trống cho đến khi mở và lưu bằng Excel hoặc LibreOffice.",
      wrongExample: "(tệp do phần mềm xuất) B7: =B5+B6, chưa có giá trị",
      rightExample: "(sau khi mở và lưu bằng Excel) B7: =B5+B6, giá trị 17"),
    CatalogueEntry(
      code: "DL085", title: "số liệu trong dòng hay cột ẩn",
      explanation:
        "Dòng, cột đang ẩn (kể cả do lọc) vẫn được đọc. Máy nêu ra để không ai bị tính mà "
        + "không thấy.",
      wrongExample: "(trong Excel) dòng 9 ẩn vì đơn vị đã giải thể",
      rightExample: "(trong Excel) xóa hẳn dòng 9"),
    CatalogueEntry(
      code: "DL086", title: "ô gộp nhiều dòng",
      explanation:
        "Ô gộp chỉ có giá trị ở dòng đầu, các dòng sau là ô trống. Ghi \"điền ô gộp\" thì "
        + "mọi dòng của ô gộp đều có giá trị ấy.",
      wrongExample: named, rightExample: named + ", điền ô gộp"),
    CatalogueEntry(
      code: "DL087", title: "trang Excel không có tiêu đề",
      explanation:
        "Trang trống, hoặc dòng ghi sau \"dòng tiêu đề\" không có chữ nào. Không ghi thì máy "
        + "tìm dòng có nhiều tên trường nhất.",
      wrongExample: named + ", dòng tiêu đề 40", rightExample: named + ", dòng tiêu đề 4 đến 5"),
    CatalogueEntry(
      code: "DL088", title: "bỏ qua dòng đánh số cột",
      explanation:
        "Nhiều biểu mẫu có một dòng (1), (2), (3)… ngay dưới tiêu đề. Dòng ấy không phải "
        + "số liệu nên được bỏ qua.",
      wrongExample: "(trong Excel) dòng 6: (1) | (2) | (3)",
      rightExample: "(trong Excel) dòng 6: P01 | Phường Hoa Sim | 8,5"),
    CatalogueEntry(
      code: "DL089", title: "dòng cuối giống dòng tổng cộng",
      explanation:
        "Dòng cuối của bảng bắt đầu bằng \"Tổng cộng\", \"Cộng\"… Nếu để nguyên, nó thành thêm "
        + "một đối tượng. Ghi \"đến dòng\" để bảng dừng ở trên nó.",
      wrongExample: named, rightExample: named + ", đến dòng 25"),
  ]
}
