// Wording of what is wrong with rows of past years and with SQLite files (DL050…DL069). In: names,
// places, values. Out: finished diagnostics. Part of DataMessages; see there.

extension DataMessages {
  /// At most twenty names, then how many more.
  private static func listed(_ names: [String]) -> String {
    guard names.count > 20 else { return names.map(Wording.quoted).joined(separator: ", ") }
    return names.prefix(20).map(Wording.quoted).joined(separator: ", ")
      + " và \(Wording.count(names.count - 20)) tên khác"
  }

  /// Past rows of subjects this year's data does not have.
  /// `meant` tells for some of them which present subject has nearly that key or name.
  public static func pastStrangers(
    _ names: [String], meant: [(name: String, probable: String)], kind: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: "DL050",
      message: "lịch sử có \(Wording.count(names.count)) \(kind) không có trong số liệu năm nay",
      span: span, why: "Không dùng các dòng của: \(listed(names)).",
      advice: "Nếu là người đã chuyển đi, đơn vị đã giải thể thì không cần làm gì; nếu không, xem "
        + "lại mã trong lịch sử.",
      notes: meant.map {
        "\(Wording.quoted($0.name)) có lẽ là \(Wording.quoted($0.probable)) của năm nay."
      })
  }

  /// Two rows of one subject for one year.
  public static func repeatedYear(
    _ year: Int, subject: String, kind: String, firstLine: Int?, first: Span
  ) -> Diagnostic {
    let place = firstLine.map { " (dòng \($0))" } ?? ""
    return Diagnostic(
      code: "DL051",
      message: "năm \(year) của \(kind) \(Wording.quoted(subject)) đã có ở dòng khác\(place)",
      labels: first.isNone ? [] : [.init(first, "dòng trước ở đây")],
      why: "Mỗi \(kind) có một dòng kết quả cho mỗi năm; hai dòng thì không biết dòng nào đúng.",
      advice: "Bỏ một dòng. Nếu tệp ghi từng lần khen thì khai báo: , mỗi dòng một danh hiệu.")
  }

  /// Rows of the year the script is for.
  public static func pastRowsOfPresent(
    _ count: Int, year: Int, kind: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: "DL052",
      message: "lịch sử \(kind) có \(Wording.count(count)) dòng của năm nay (\(year)), không dùng "
        + "đến", span: span,
      why: "Kết quả của năm nay do kịch bản này tính ra.",
      advice: "Không cần làm gì, hoặc bỏ các dòng của năm \(year) khỏi lịch sử.")
  }

  /// Awards given in the past that the script does not declare.
  public static func pastAwardsUnknown(
    _ names: [String], close: [(written: String, known: String)], kind: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: "DL053",
      message: "lịch sử khen thưởng \(kind) có \(Wording.count(names.count)) danh hiệu kịch bản "
        + "không khai báo", span: span, why: "Không dùng các dòng ghi: \(listed(names)).",
      advice: "Không liên quan đến kịch bản thì không cần làm gì; nếu viết sai tên thì sửa lại.",
      notes: close.map {
        "\(Wording.quoted($0.written)) có phải là \(Wording.quoted($0.known))?"
      })
  }

  /// A cell of an award's column that is no state of an award.
  public static func notAnAwardState(place: DataPlace) -> Diagnostic {
    Diagnostic(
      code: "DL054", message: "ô này không phải là kết quả xét danh hiệu", place: place,
      why: "Cột của một danh hiệu ghi đạt hoặc không đạt.",
      advice: "Ghi: đạt, không đạt, chờ hội đồng, chưa xét; hoặc có, không, x. Để trống là không "
        + "đạt.")
  }

  // MARK: SQLite

  /// Why a SQLite file could not be read, beyond what any file may have.
  public enum DatabaseProblem: Sendable, Equatable {
    case notDatabase
    case damaged
    case locked
    /// In SQLite's own words.
    case other(String)
  }

  /// A database file that cannot be read.
  public static func databaseUnreadable(
    _ file: String, _ problem: DatabaseProblem, span: Span
  ) -> Diagnostic {
    let name = Wording.quotedPath(file)
    let (message, why, advice): (String, String, String) =
      switch problem {
      case .notDatabase:
        (
          "\(name) không phải là tệp SQLite",
          "Nội dung tệp không phải của một cơ sở dữ liệu SQLite.",
          "Kiểm tra lại tên tệp; tệp CSV thì dùng đuôi .csv và không ghi bảng."
        )
      case .damaged:
        (
          "tệp SQLite \(name) bị hỏng", "Tệp không còn nguyên vẹn.",
          "Lấy lại tệp từ nơi sao lưu, hoặc xuất lại từ phần mềm đã tạo ra nó."
        )
      case .locked:
        (
          "tệp SQLite \(name) đang bận", "Một chương trình khác đang ghi vào tệp.",
          "Đóng chương trình ấy, hoặc chép tệp ra chỗ khác rồi chạy lại."
        )
      case .other(let words):
        (
          "không đọc được tệp SQLite \(name)", "SQLite báo: \(Wording.visible(words, limit: 200)).",
          "Mở thử tệp bằng phần mềm đã tạo ra nó, rồi chép hoặc xuất lại."
        )
      }
    return Diagnostic(code: "DL055", message: message, span: span, why: why, advice: advice)
  }

  /// A table the database does not have.
  public static func noTable(
    _ table: String, file: String, tables: [String], suggestions: [String], span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "DL056",
      message: "tệp \(Wording.quotedPath(file)) không có bảng \(Wording.quoted(table))", span: span,
      why: tables.isEmpty ? "Tệp chưa có bảng nào." : "Tệp có các bảng: \(listed(tables)).",
      advice: suggestions.isEmpty
        ? "Ghi đúng tên một bảng của tệp." : "Có phải là \(Wording.alternatives(suggestions))?")
  }

  /// A cell that holds bytes.
  public static func binaryCell(place: DataPlace) -> Diagnostic {
    Diagnostic(
      code: "DL057", message: "ô này chứa dữ liệu nhị phân, không phải số hay chữ", place: place,
      why: "Ảnh, tệp đính kèm lưu trong bảng thì không đọc được thành số liệu.",
      advice: "Tạo một khung nhìn (view) chỉ có các cột cần dùng, rồi ghi tên khung nhìn sau "
        + "\"bảng\".")
  }

  /// Explanations of the codes above.
  static let historyEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "DL050", title: "lịch sử của đối tượng không còn",
      explanation: "Lịch sử có dòng của người hay đơn vị không có trong số liệu năm nay. Các dòng "
        + "ấy không dùng đến; máy nêu tên để phát hiện mã viết sai.",
      wrongExample: "mã;năm;mức năm\nCB1O;2025;HTT      # chữ O, đúng ra là CB10",
      rightExample: "mã;năm;mức năm\nCB10;2025;HTT"),
    CatalogueEntry(
      code: "DL051", title: "một năm có hai dòng kết quả",
      explanation: "Mỗi đối tượng chỉ có một dòng kết quả cho mỗi năm. Bảng ghi từng lần khen thì "
        + "khai báo \"mỗi dòng một danh hiệu\".",
      wrongExample: "mã;năm;mức năm\nCB01;2025;HTT\nCB01;2025;HTXS",
      rightExample: "mã;năm;mức năm\nCB01;2024;HTT\nCB01;2025;HTXS"),
    CatalogueEntry(
      code: "DL052", title: "lịch sử có dòng của năm nay",
      explanation: "Kết quả của năm nay do kịch bản tính, nên dòng của năm nay trong lịch sử không "
        + "dùng đến.",
      wrongExample: "mã;năm;mức năm\nCB01;2026;HTT      # phong trào năm 2026",
      rightExample: "mã;năm;mức năm\nCB01;2025;HTT"),
    CatalogueEntry(
      code: "DL053", title: "danh hiệu đã nhận không có trong kịch bản",
      explanation: "Danh sách khen thưởng các năm có thể có nhiều danh hiệu kịch bản không xét; "
        + "các dòng ấy không dùng đến. Máy nêu tên để phát hiện tên viết sai.",
      wrongExample: "mã;năm;danh hiệu\nCB01;2025;Lao đông tiên tiến",
      rightExample: "mã;năm;danh hiệu\nCB01;2025;Lao động tiên tiến"),
    CatalogueEntry(
      code: "DL054", title: "ô không phải là kết quả xét danh hiệu",
      explanation: "Trong bảng kết quả các năm, cột của một danh hiệu ghi đạt hoặc không đạt.",
      wrongExample: "mã;năm;lao động tiên tiến\nCB01;2025;giỏi",
      rightExample: "mã;năm;lao động tiên tiến\nCB01;2025;đạt"),
    CatalogueEntry(
      code: "DL055", title: "không đọc được tệp SQLite",
      explanation:
        "Tệp không phải là cơ sở dữ liệu SQLite, bị hỏng, hoặc đang bị chương trình khác "
        + "ghi vào.",
      wrongExample: "dữ liệu tập thể từ \"bang-tinh.db\", bảng \"don_vi\"   # thật ra là tệp Excel",
      rightExample: "dữ liệu tập thể từ \"he-thong.sqlite\", bảng \"don_vi\""),
    CatalogueEntry(
      code: "DL056", title: "tệp SQLite không có bảng này",
      explanation: "Tên bảng (hoặc khung nhìn) phải có trong tệp; không phân biệt chữ hoa, chữ "
        + "thường.",
      wrongExample: "dữ liệu tập thể từ \"he-thong.sqlite\", bảng \"đơn vị\"",
      rightExample: "dữ liệu tập thể từ \"he-thong.sqlite\", bảng \"don_vi\""),
    CatalogueEntry(
      code: "DL057", title: "ô nhị phân trong tệp SQLite",
      explanation:
        "Cột lưu ảnh hay tệp đính kèm không đọc được thành số liệu. Hãy đọc từ một khung "
        + "nhìn chỉ có các cột cần dùng.",
      wrongExample: "dữ liệu cá nhân từ \"nhan-su.sqlite\", bảng \"can_bo\"   # có cột ảnh",
      rightExample: "dữ liệu cá nhân từ \"nhan-su.sqlite\", bảng \"can_bo_khong_anh\""),
  ]
}
