// Wording of the checking stage, part 8: decision tables and shares (KT300…KT309). See CheckMessages.swift.

extension CheckMessages {
  /// Where a cell stands, as a remark under any finding about it.
  public static func cellPlace(row: Int, title: String, table: String) -> String {
    "Ô này ở dòng \(row), cột \(Wording.quoted(title)) của bảng \(Wording.quoted(table))."
  }

  /// `kết quả X` where no column of the table is called X.
  public static func resultColumnMissing(
    _ name: String, titles: [String], suggestions: [String], span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "KT300", message: "bảng không có cột \(Wording.quoted(name))", span: span,
      why:
        "Cột kết quả phải có trong dòng tiêu đề: "
        + titles.map(Wording.quoted).joined(separator: ", ") + ".",
      advice: suggestions.isEmpty
        ? "Viết lại tên cột cho khớp với tiêu đề."
        : "Có phải ý anh/chị là \(Wording.alternatives(suggestions))?")
  }

  /// A table all of whose columns are results.
  public static func tableWithoutConditions(_ table: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT301", message: "bảng \(Wording.quoted(table)) không có cột điều kiện nào",
      span: span,
      why: "Không biết dựa vào đâu để chọn dòng.",
      advice:
        "Thêm cột điều kiện bên trái, tiêu đề là tên một trường hay một công thức của đối tượng.")
  }

  /// A cell that cannot be read as the kind of its column.
  public static func cellOfOtherKind(
    _ cell: String, expected: String, row: Int, title: String, table: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "KT302",
      message: "ô \(Wording.quotedSource(cell)) không hợp với cột \(Wording.quoted(title))",
      span: span,
      why: "Cột này là \(expected), ô điều kiện phải là giá trị hoặc khoảng giá trị loại ấy.",
      advice: "Viết giá trị, khoảng (từ 70 đến dưới 90; dưới 4; từ 90 trở lên), nhiều giá trị cách "
        + "nhau dấu chấm phẩy, hoặc dấu - nếu giá trị nào cũng được.",
      notes: [cellPlace(row: row, title: title, table: table)])
  }

  /// `70-90` in a cell, which would be a subtraction.
  public static func cellIsDifference(
    _ low: String, _ high: String, row: Int, title: String, table: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "KT303", message: "\(low)-\(high) là phép trừ, không phải khoảng giá trị", span: span,
      why: "Dấu gạch ngang không nói mốc cuối có tính hay không.",
      advice:
        "Viết \"từ \(low) đến \(high)\" (tính cả hai mốc) hoặc \"từ \(low) đến dưới \(high)\".",
      fix: Diagnostic.Fix(span, "từ \(low) đến \(high)"),
      notes: [cellPlace(row: row, title: title, table: table)])
  }

  /// An empty cell.
  public static func cellEmpty(
    isResult: Bool, row: Int, title: String, table: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "KT304",
      message: "ô ở cột \(Wording.quoted(title)) để trống", span: span,
      why: isResult
        ? "Dòng nào của bảng cũng phải có kết quả."
        : "Ô trống có thể hiểu là giá trị nào cũng được, là giống dòng trên, hay là số liệu trống.",
      advice: isResult
        ? "Ghi kết quả; nếu kết quả là không có gì thì ghi: trống."
        : "Giá trị nào cũng được thì ghi dấu -; giống dòng trên thì chép lại; số liệu để trống "
          + "thì ghi: "
          + "trống.",
      notes: [cellPlace(row: row, title: title, table: table)])
  }

  /// Results of one column of two kinds.
  public static func resultsDiffer(
    _ found: String, _ expected: String, row: Int, title: String, table: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "KT305",
      message: "ô này là \(found), các ô ở trên của cột \(Wording.quoted(title)) là \(expected)",
      span: span,
      why: "Một cột kết quả chỉ có một loại giá trị.",
      advice: "Sửa ô này cho cùng loại với các ô khác; chữ có thể đặt trong ngoặc kép.",
      notes: [cellPlace(row: row, title: title, table: table)])
  }

  /// `cộng dồn` over results that are no numbers.
  public static func accumulatedNotNumber(_ title: String, kind: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT306",
      message: "cột kết quả \(Wording.quoted(title)) là \(kind), không cộng dồn được",
      span: span,
      why: "Bảng cộng dồn cộng kết quả của mọi dòng đúng, nên kết quả phải là số.",
      advice: "Bỏ \", cộng dồn\", hoặc đổi kết quả thành số.")
  }

  /// `còn lại` above other rows, or twice.
  public static func restRowNotLast(_ table: String, span: Span, last: Span) -> Diagnostic {
    Diagnostic(
      code: "KT307", message: "dòng \"còn lại\" của bảng \(Wording.quoted(table)) phải đứng cuối",
      span: span, labels: [.init(last, "dòng này đứng sau")],
      why: "\"còn lại\" là mọi trường hợp các dòng khác chưa nêu.",
      advice: "Chuyển dòng này xuống cuối bảng.")
  }

  /// `đề nghị tối đa 20%`: of whom is not said.
  public static func quotaShareOfNothing(_ kind: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT308", message: "chưa nói tỷ lệ này tính trên số nào", span: span,
      why: "\"đề nghị tối đa\" nhận một số lượng; tỷ lệ thì phải nói là của số \(kind) nào.",
      advice: "Viết \"đề nghị không quá 20% số \(kind) đủ điều kiện\", hoặc \"… số \(kind) mà ĐIỀU "
        + "KIỆN\".")
  }

  static let tableEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "KT308", title: "tỷ lệ của hạn mức không có mẫu số",
      explanation:
        "Hạn mức theo tỷ lệ phải nói rõ tính trên số nào: số đủ điều kiện, số đã xếp hạng, "
        + "hay tổng số. \"đề nghị tối đa\" thì đi với một số lượng.",
      wrongExample: "đề nghị tối đa 20%",
      rightExample: "đề nghị không quá 20% số tập thể đủ điều kiện, bỏ số lẻ"),
    CatalogueEntry(
      code: "KT300", title: "không có cột kết quả",
      explanation:
        "Sau \"kết quả\" ở dòng đầu là tên các cột kết quả, viết đúng như trong dòng tiêu "
        + "đề. Không viết \"kết quả\" thì cột cuối cùng là kết quả.",
      wrongExample: """
        bảng quyết định "Phạt" của tập thể, kết quả điểm trừ chậm
          | số ngày chậm | điểm phạt |
        """,
      rightExample: """
        bảng quyết định "Phạt" của tập thể, kết quả điểm phạt
          | số ngày chậm | điểm phạt |
        """),
    CatalogueEntry(
      code: "KT301", title: "bảng không có cột điều kiện",
      explanation:
        "Bảng quyết định chọn dòng theo các cột điều kiện. Tiêu đề của cột điều kiện là tên "
        + "một trường hay một công thức của loại đối tượng.",
      wrongExample: """
        bảng quyết định "Phạt" của tập thể
          | điểm phạt |
          | 2         |
        """,
      rightExample: """
        bảng quyết định "Phạt" của tập thể
          | số ngày chậm | điểm phạt |
          | từ 1 trở lên | 2         |
          | còn lại      | 0         |
        """),
    CatalogueEntry(
      code: "KT302", title: "ô không hợp với cột",
      explanation:
        "Ô điều kiện chỉ ghi giá trị của chính cột đó: một số, một khoảng, một ngày, một "
        + "mức, một chữ. Chữ và mức không cần ngoặc kép.",
      wrongExample: """
        | số ngày chậm | điểm phạt |
        | nhiều        | 2         |
        """,
      rightExample: """
        | số ngày chậm | điểm phạt |
        | từ 4 trở lên | 2         |
        """),
    CatalogueEntry(
      code: "KT303", title: "khoảng viết bằng dấu gạch ngang",
      explanation: "Trong máy, 70-90 là phép trừ. Khoảng giá trị phải nói rõ mốc cuối có tính hay "
        + "không.",
      wrongExample: "| 70-90 | Khá |", rightExample: "| từ 70 đến dưới 90 | Khá |"),
    CatalogueEntry(
      code: "KT304", title: "ô của bảng để trống",
      explanation:
        "Ô điều kiện trống có nhiều cách hiểu nên máy không đoán; ô kết quả thì phải có kết "
        + "quả.",
      wrongExample: """
        | loại việc | số ngày chậm | hệ số |
        | Tham mưu  |              | 80%   |
        """,
      rightExample: """
        | loại việc | số ngày chậm | hệ số |
        | Tham mưu  | -            | 80%   |
        """),
    CatalogueEntry(
      code: "KT305", title: "cột kết quả có hai loại giá trị",
      explanation:
        "Các ô của một cột kết quả phải cùng là số, cùng là chữ, cùng là ngày… thì nơi khác "
        + "mới dùng được cột ấy.",
      wrongExample: """
        | số ngày chậm | hệ số |
        | 0            | 100%  |
        | từ 1 trở lên | 5/11/2026 |
        """,
      rightExample: """
        | số ngày chậm | hệ số |
        | 0            | 100%  |
        | từ 1 trở lên | 80%   |
        """),
    CatalogueEntry(
      code: "KT306", title: "kết quả không cộng dồn được",
      explanation: "\"cộng dồn\" cộng kết quả của mọi dòng đúng; chỉ số mới cộng được.",
      wrongExample: """
        bảng quyết định "Thưởng" của tập thể, cộng dồn
          | có sáng kiến | mức  |
          | có           | Cao  |
        """,
      rightExample: """
        bảng quyết định "Thưởng" của tập thể, cộng dồn
          | có sáng kiến | điểm cộng |
          | có           | 2         |
        """),
    CatalogueEntry(
      code: "KT307", title: "dòng còn lại không ở cuối bảng",
      explanation:
        "Dòng \"còn lại\" nhận mọi trường hợp chưa nêu ở các dòng khác, nên chỉ có một và "
        + "đứng cuối.",
      wrongExample: """
        | còn lại      | 0 |
        | từ 4 trở lên | 2 |
        """,
      rightExample: """
        | từ 4 trở lên | 2 |
        | còn lại      | 0 |
        """),
  ]
}
