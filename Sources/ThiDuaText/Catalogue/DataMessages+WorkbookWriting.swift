// Wording of what keeps a workbook from being written. In: names of files, sheets and cells. Out: finished
// diagnostics. Part of DataMessages; see there.

extension DataMessages {
  /// The library that writes workbooks is not on the machine.
  public static func noWorkbookLibrary(_ file: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "DL150",
      message: "chưa ghi được tệp Excel \(Wording.quotedPath(file)): máy thiếu libxlsxwriter",
      span: span,
      why: "Tệp .xlsx được ghi bằng thư viện libxlsxwriter của hệ thống.",
      advice: "Cài một lần: sudo apt-get install -y libxlsxwriter4. "
        + "Khi chưa cài được, xuất ra tệp .csv rồi mở bằng Excel.")
  }

  /// A text that is longer than a cell of Excel.
  public static func cellTextTooLong(
    _ file: String, sheet: String, cell: String, length: Int, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "DL151",
      message: "nội dung ghi vào ô \(cell) của trang \(Wording.quoted(sheet)) dài "
        + "\(Wording.count(length)) ký tự, quá một ô của Excel",
      span: span,
      why: "Một ô của Excel chứa nhiều nhất 32.767 ký tự; tệp \(Wording.quotedPath(file)) "
        + "không được ghi để không mất phần cuối.",
      advice: "Rút gọn nội dung, hoặc xuất ra tệp .csv.")
  }

  /// More rows or columns than a sheet of Excel has.
  public static func sheetTooLarge(
    _ file: String, sheet: String, rows: Bool, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "DL152",
      message: "trang \(Wording.quoted(sheet)) của tệp \(Wording.quotedPath(file)) quá nhiều "
        + (rows ? "dòng" : "cột"),
      span: span,
      why: "Một trang của Excel có nhiều nhất 1.048.576 dòng và 16.384 cột; không ghi tệp để "
        + "không bỏ sót.",
      advice: rows
        ? "Lọc bớt, chia thành nhiều tệp, hoặc xuất ra tệp .csv." : "Chọn bớt cột.")
  }

  /// `xuất tập thể ra "diem.xls"`.
  public static func listFormUnknown(_ file: String, endings: [String], span: Span) -> Diagnostic {
    Diagnostic(
      code: "DL153", message: "không biết ghi tệp \(Wording.quotedPath(file)) ở dạng nào",
      span: span,
      why: "Đuôi tên tệp cho biết dạng của danh sách: .xlsx là tệp Excel, .csv hay .txt là tệp "
        + "văn bản có dấu ngăn.",
      advice: "Đặt tên tệp có đuôi \(Wording.joined(endings, last: " hoặc ")).")
  }

  /// `xuất tập thể ra "diem.xlsx", kiểu quốc tế`.
  public static func styleOfWorkbook(_ file: String, span: Span) -> Diagnostic {
    Diagnostic(
      .warning, code: "DL154",
      message: "kiểu viết số không có tác dụng với tệp Excel \(Wording.quotedPath(file))",
      span: span,
      why: "Ô của Excel giữ con số và ngày; Excel hiện chúng theo cài đặt của máy người đọc.",
      advice: "Bỏ phần kiểu; phần này chỉ dùng cho tệp .csv.")
  }

  static let workbookWritingEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "DL150", title: "máy thiếu thư viện ghi tệp Excel",
      explanation:
        "Ghi tệp .xlsx cần gói libxlsxwriter4 của hệ thống; chỉ phải cài một lần. Mọi việc "
        + "khác không cần đến thư viện này.",
      wrongExample: "xuất tập thể ra \"diem.xlsx\": tên; tổng điểm",
      rightExample: "xuất tập thể ra \"diem.csv\": tên; tổng điểm"),
    CatalogueEntry(
      code: "DL151", title: "nội dung dài quá một ô của Excel",
      explanation:
        "Một ô của Excel chứa nhiều nhất 32.767 ký tự. Nội dung dài hơn không bị cắt lặng lẽ: "
        + "tệp không được ghi.",
      wrongExample: "xuất tập thể ra \"ghi-chu.xlsx\": tên; ghi chú",
      rightExample: "xuất tập thể ra \"ghi-chu.csv\": tên; ghi chú"),
    CatalogueEntry(
      code: "DL152", title: "quá nhiều dòng cho một trang của Excel",
      explanation:
        "Một trang của Excel có nhiều nhất 1.048.576 dòng và 16.384 cột. Danh sách dài hơn phải "
        + "lọc bớt hoặc xuất ra tệp .csv.",
      wrongExample: "xuất bài dự thi ra \"bai.xlsx\": mã; điểm",
      rightExample: "xuất bài dự thi ra \"bai.csv\": mã; điểm"),
    CatalogueEntry(
      code: "DL153", title: "đuôi tệp kết quả không rõ",
      explanation:
        "Danh sách xuất ra là tệp Excel (.xlsx) hoặc tệp văn bản có dấu ngăn (.csv, .txt); đuôi "
        + "tên tệp cho biết dạng nào.",
      wrongExample: "xuất tập thể ra \"diem.xls\": tên; tổng điểm",
      rightExample: "xuất tập thể ra \"diem.xlsx\": tên; tổng điểm"),
    CatalogueEntry(
      code: "DL154", title: "kiểu viết số không dùng cho tệp Excel",
      explanation:
        "Kiểu Việt Nam, kiểu quốc tế nói cách viết số và ngày trong tệp .csv. Tệp Excel giữ con "
        + "số và ngày như chúng có.",
      wrongExample: "xuất tập thể ra \"diem.xlsx\", kiểu quốc tế: tên; tổng điểm",
      rightExample: "xuất tập thể ra \"diem.xlsx\": tên; tổng điểm"),
  ]
}
