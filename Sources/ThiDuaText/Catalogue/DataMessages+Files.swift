// Wording of what is wrong with whole files: reading, headers, writing. In: names and reasons. Out:
// finished diagnostics. Part of DataMessages; see there.

extension DataMessages {
  /// Why a data file could not be opened.
  public enum FileProblem: Sendable, Equatable {
    case missing
    case folder
    case forbidden
    case notRegular
    case empty
    case tooLarge
    case workbook
    case oldWorkbook
    case damagedUTF16
    /// The system's own number.
    case system(Int32)
  }

  /// A data file that cannot be read at all.
  public static func unreadable(_ file: String, _ problem: FileProblem, span: Span) -> Diagnostic {
    let name = Wording.quotedPath(file)
    let (message, why, advice): (String, String, String) =
      switch problem {
      case .missing:
        (
          "không có tệp \(name)", "Tệp được tìm cạnh kịch bản, hoặc trong thư mục --dữ-liệu.",
          "Kiểm tra tên tệp (cả dấu và phần đuôi) và nơi để tệp."
        )
      case .folder:
        ("\(name) là thư mục, không phải tệp", "Dữ liệu phải là một tệp.", "Ghi tên tệp.")
      case .forbidden:
        (
          "không được phép đọc tệp \(name)", "Hệ thống từ chối mở tệp.",
          "Xin quyền đọc tệp, hoặc chép tệp sang thư mục của mình."
        )
      case .notRegular:
        ("\(name) không phải là tệp thường", "Chỉ đọc dữ liệu từ tệp.", "Ghi tên một tệp.")
      case .empty:
        (
          "tệp \(name) không có gì", "Tệp phải có ít nhất một dòng tiêu đề.",
          "Kiểm tra xem tệp đã được lưu chưa."
        )
      case .tooLarge:
        ("tệp \(name) quá lớn", "Máy không đọc tệp lớn như vậy.", "Chia tệp thành nhiều phần.")
      case .workbook:
        (
          "\(name) là tệp Excel, không phải CSV", "Nội dung tệp là một bảng tính.",
          "Đổi đuôi tệp thành .xlsx, hoặc lưu lại thành CSV UTF-8."
        )
      case .oldWorkbook:
        (
          "\(name) là tệp Excel kiểu cũ hoặc có mật khẩu", "Nội dung tệp không phải văn bản.",
          "Mở bằng Excel rồi lưu thành CSV UTF-8."
        )
      case .damagedUTF16:
        (
          "tệp \(name) bị hỏng", "Tệp ghi theo UTF-16 nhưng có ký tự không trọn vẹn.",
          "Xuất lại tệp, loại CSV UTF-8."
        )
      case .system(let number):
        (
          "không đọc được tệp \(name)", "Hệ thống báo lỗi số \(number).",
          "Kiểm tra ổ đĩa hoặc kết nối mạng."
        )
      }
    return Diagnostic(
      code: "DL018", message: message, span: span, why: why, advice: advice)
  }

  /// A file or table without a header line.
  public static func noHeader(_ file: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "DL018", message: "\(Wording.quotedPath(file)) không có dòng tiêu đề", span: span,
      why: "Dòng đầu phải ghi tên các cột.", advice: "Thêm dòng tiêu đề.")
  }

  /// Two columns of one title.
  public static func duplicateTitle(_ title: String, place: DataPlace) -> Diagnostic {
    Diagnostic(
      code: "DL019", message: "hai cột cùng tên \(Wording.quoted(title))", place: place,
      why: "Không biết lấy số liệu ở cột nào.", advice: "Đổi tên hoặc bỏ một cột.")
  }

  /// Two columns that both answer to one field.
  public static func twoColumnsForField(
    _ field: String, titles: [String], place: DataPlace
  ) -> Diagnostic {
    Diagnostic(
      code: "DL019",
      message: "các cột \(Wording.enumeration(titles)) cùng ứng với trường "
        + Wording.quoted(field), place: place,
      why: "Không biết lấy số liệu ở cột nào.", advice: "Đổi tên hoặc bỏ một cột.")
  }

  /// A column nobody uses; `suggestions` are fields it may have been meant for.
  public static func unusedColumn(
    _ title: String, place: DataPlace, suggestions: [String]
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: "DL020", message: "cột \(Wording.quoted(title)) không được dùng",
      place: place, why: "Không trường nào của kịch bản có tên này.",
      advice: suggestions.isEmpty
        ? "Nếu đúng là không dùng, ghi: bỏ qua cột \(Wording.quoted(title))."
        : "Có phải là trường \(Wording.alternatives(suggestions))? Nếu đúng, viết: "
          + "cột \(Wording.quoted(title)) là \(suggestions[0]).")
  }

  /// `Kinh phí (nghìn đồng)` for a field of `triệu đồng`.
  public static func otherUnitInTitle(
    _ unit: String, field: String, wanted: String, place: DataPlace
  ) -> Diagnostic {
    Diagnostic(
      code: "DL155",
      message: "cột này ghi theo \(Wording.quoted(unit)), còn trường \(Wording.quoted(field)) có "
        + "đơn vị tính là \(Wording.quoted(wanted))",
      place: place, why: "Đọc nguyên các con số thì kết quả sai mà không ai biết.",
      advice: "Đổi các số về \(wanted) rồi sửa tiêu đề. Nếu cùng một đơn vị mà ghi cách khác, "
        + "viết dưới dòng dữ liệu: cột \(Wording.quoted(place.column ?? field)) là \(field).")
  }

  /// A column without a title that holds something.
  public static func untitledColumn(number: Int, place: DataPlace) -> Diagnostic {
    Diagnostic(
      .warning, code: "DL020", message: "cột thứ \(number) không có tiêu đề nên không được dùng",
      place: place, why: "Không biết số liệu của cột này thuộc trường nào.",
      advice: "Ghi tiêu đề cho cột, hoặc xóa cột.")
  }

  /// Why an output could not be written.
  public enum OutputProblem: Sendable, Equatable {
    case noFolder
    case forbidden
    case diskFull
    case isFolder
    case isInput
    case writtenTwice
    case system(Int32)
  }

  /// An output file that cannot be written; no output of the run appears.
  public static func unwritable(
    _ file: String, _ problem: OutputProblem, span: Span
  ) -> Diagnostic {
    let name = Wording.quotedPath(file)
    let (message, advice): (String, String) =
      switch problem {
      case .noFolder:
        ("không có thư mục để ghi tệp \(name)", "Tạo thư mục trước, hoặc đổi --ra.")
      case .forbidden:
        (
          "không được phép ghi tệp \(name)",
          "Đóng tệp nếu đang mở ở nơi khác, hoặc chọn thư mục khác bằng --ra."
        )
      case .diskFull: ("ổ đĩa hết chỗ khi ghi tệp \(name)", "Xóa bớt tệp, hoặc đổi --ra.")
      case .isFolder: ("\(name) là thư mục, không ghi đè được", "Đặt tên khác cho tệp kết quả.")
      case .isInput:
        ("tệp kết quả \(name) trùng với một tệp dữ liệu", "Đặt tên khác cho tệp kết quả.")
      case .writtenTwice:
        ("tệp \(name) được xuất hai lần trong một lần chạy", "Đặt hai tên khác nhau.")
      case .system(let number):
        ("không ghi được tệp \(name) (lỗi hệ thống số \(number))", "Kiểm tra ổ đĩa.")
      }
    return Diagnostic(
      code: "DL021", message: message, span: span,
      why: "Các tệp kết quả chỉ xuất hiện khi mọi tệp đều ghi được; lần này không ghi tệp nào.",
      advice: advice)
  }

  /// A number without a finite decimal expansion in a file column.
  public static func endlessDecimal(
    _ number: String, title: String, subject: String, file: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "DL022",
      message: "số \(number) ở cột \(Wording.quoted(title)) của \(subject) không viết hết được",
      span: span,
      why: "Phần thập phân của số này vô hạn; ghi cụt vào tệp \(Wording.quotedPath(file)) là làm "
        + "tròn mà không ai biết.",
      advice: "Ghi số chữ số ở cột này, ví dụ: tổng điểm: 2; hoặc làm tròn từ trước, ở từng tiêu "
        + "chí (thêm dòng: làm tròn 2 chữ số). Hai chỗ làm tròn có thể cho tổng khác nhau, nên theo "
        + "đúng văn bản.")
  }
}
