// Wording of what is wrong in data files: codes DL001… (dữ liệu). In: the place in the file and the
// rule broken. Out: finished diagnostics. Readers of CSV, xlsx and SQLite never word anything.
// Cells and rows are here; files, outputs and awards are in DataMessages+Files.swift and
// DataMessages+Orders.swift, the explanations in DataMessages+Entries.swift.

/// Constructors and catalogue entries of the data stage.
public enum DataMessages {
  /// A cell that should hold a number and does not; the reason comes from the number reader.
  public static func notANumber(place: DataPlace, problem: NumberProblem) -> Diagnostic {
    let isDay = (try? CalendarDate.parse((place.value ?? "").utf8).get()) != nil
    return Diagnostic(
      code: "DL001", message: "ô này phải là số", place: place,
      why: isDay
        ? "Nội dung là ngày; Excel thường đổi 8.5 hoặc 8/5 vừa gõ thành ngày." : problem.message,
      advice: isDay
        ? "Trong Excel, định dạng ô là số (Number) rồi gõ lại, dấu thập phân là dấu phẩy, ví dụ 8,5."
        : problem.advice)
  }

  /// Two rows with the same key; `firstLine` is the 1-based line of the earlier one.
  public static func duplicateKey(_ key: String, place: DataPlace, firstLine: Int) -> Diagnostic {
    Diagnostic(
      code: "DL002", message: "khóa \(Wording.quoted(key)) đã có ở dòng \(firstLine)",
      place: place, why: "Mỗi đối tượng chỉ được có một dòng.",
      advice: "Sửa lại mã, hoặc bỏ một trong hai dòng.")
  }

  /// A column the script needs and the file lacks.
  public static func missingColumn(
    _ column: String, file: String, suggestions: [String], span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "DL003",
      message: "tệp \(Wording.quotedPath(file)) không có cột \(Wording.quoted(column))",
      span: span, why: "Trường này bắt buộc phải có số liệu.",
      advice: suggestions.isEmpty
        ? "Thêm cột vào tệp, hoặc chỉ rõ tên cột: cột \"Tên trong tệp\" là \(column)."
        : "Có phải là cột \(Wording.alternatives(suggestions))? Nếu đúng, viết: "
          + "cột \(Wording.quoted(suggestions[0])) là \(column).")
  }

  /// A blank cell of a field that must be filled in.
  public static func blankCell(place: DataPlace, field: String) -> Diagnostic {
    Diagnostic(
      code: "DL004", message: "ô này còn trống", place: place,
      why: "Trường \(Wording.quoted(field)) bắt buộc phải có số liệu; ô trống không phải là 0.",
      advice: "Điền số liệu, hoặc khai báo trường này: được để trống.")
  }

  /// A blank cell in a key column.
  public static func blankKey(place: DataPlace) -> Diagnostic {
    Diagnostic(
      code: "DL005", message: "ô khóa còn trống", place: place,
      why: "Khóa cho biết dòng này là của ai, nên không thể bỏ trống.",
      advice: "Điền mã vào ô này, hoặc xóa cả dòng nếu là dòng thừa.")
  }

  /// A count with a fraction.
  public static func notWhole(place: DataPlace) -> Diagnostic {
    Diagnostic(
      code: "DL006", message: "ô này phải là số nguyên", place: place,
      why: "Trường này là số lượng, chỉ nhận 0, 1, 2, …",
      advice: "Sửa lại số, hoặc khai báo trường này có loại số.")
  }

  /// A count below zero.
  public static func negativeCount(place: DataPlace) -> Diagnostic {
    Diagnostic(
      code: "DL006", message: "số lượng không được âm", place: place,
      why: "Trường này là số lượng, chỉ nhận 0, 1, 2, …",
      advice: "Sửa lại số, hoặc khai báo trường này có loại số.")
  }

  /// A ratio written without `%`. `readings`: what it may mean, with `%`, the likelier first; `isShare`: at most 1.
  public static func noPercentSign(
    place: DataPlace, readings: [String], isShare: Bool, title: String, field: String
  ) -> Diagnostic {
    let choice =
      readings.count < 2
      ? "\(readings.joined()), hoặc nếu"
      : "\(readings[0]) hay \(readings[1]), tùy số ấy nghĩa là gì. Nếu"
    // A column of shares that is formatted shows 0,85 as 85%; one of percentages would show 8500%.
    let inExcel =
      isShare && place.sheet != nil
      ? " Trong Excel, cột ghi 1 cho 100% thì chọn cả cột, định dạng Percentage (%)." : ""
    return Diagnostic(
      code: "DL007", message: "ô tỷ lệ phải viết kèm dấu %", place: place,
      why: "Không có dấu % thì không biết 0,85 và 85 là mấy phần trăm.",
      advice: "Viết \(choice) cả cột ghi số phần trăm (85 nghĩa là 85%), viết: "
        + "cột \(Wording.quoted(title)) là \(field), tính theo "
        + "phần trăm." + inExcel)
  }

  /// A number outside the bounds its field declares; `allowed` is worded, such as `từ 0 đến 10`.
  public static func outOfBounds(place: DataPlace, allowed: String) -> Diagnostic {
    Diagnostic(
      code: "DL008", message: "giá trị nằm ngoài giới hạn cho phép", place: place,
      why: "Trường này chỉ nhận giá trị \(allowed).",
      advice: "Kiểm tra lại số đã nhập.")
  }

  /// A number between the steps its field declares, counted from `start` (nil: 0).
  public static func offStep(place: DataPlace, step: String, start: String?) -> Diagnostic {
    Diagnostic(
      code: "DL009", message: "giá trị không đúng bước \(step)", place: place,
      why: "Trường này chỉ nhận các giá trị cách nhau \(step), tính từ \(start ?? "0").",
      advice: "Kiểm tra lại số đã nhập.")
  }

  /// A cell that should hold a date.
  public static func notADate(place: DataPlace, problem: DateProblem) -> Diagnostic {
    let value = place.value ?? ""
    if let day = CalendarDate.counted(value) {
      return Diagnostic(
        code: "DL010", message: "ô này phải là ngày", place: place,
        why: "Excel giữ ngày như một con số; \(value) có lẽ là ngày \(day.text).",
        advice: "Trong Excel, định dạng cả cột là ngày (Date) rồi lưu lại, hoặc viết \(day.text).")
    }
    return Diagnostic(
      code: "DL010", message: "ô này phải là ngày", place: place, why: problem.message,
      advice: CalendarDate.meant(by: value).map { "Viết \($0.text)." } ?? problem.advice)
  }

  /// A cell that should say yes or no.
  public static func notATruth(place: DataPlace) -> Diagnostic {
    Diagnostic(
      code: "DL011", message: "ô này phải là có hoặc không", place: place,
      why: "Trường này chỉ nhận: có, không, đúng, sai, x, 1, 0.",
      advice: "Viết có hoặc không.")
  }

  /// A text that is none of the levels of its scale.
  public static func unknownLevel(
    place: DataPlace, levels: [String], suggestions: [String]
  ) -> Diagnostic {
    Diagnostic(
      code: "DL012", message: "giá trị này không có trong thang bậc", place: place,
      why: "Các bậc đã khai báo: \(Wording.enumeration(levels)).",
      advice: suggestions.isEmpty
        ? "Viết đúng tên một bậc."
        : "Có phải là \(Wording.alternatives(suggestions))?")
  }

  /// `không giao` and the like in a field that does not allow it.
  public static func notApplicableForbidden(place: DataPlace, field: String) -> Diagnostic {
    Diagnostic(
      code: "DL013", message: "trường này không nhận giá trị không áp dụng", place: place,
      why: "Trường \(Wording.quoted(field)) chưa khai báo là được ghi không áp dụng.",
      advice: "Nhập số liệu, hoặc khai báo trường này: được ghi không áp dụng.")
  }

  /// A row with fewer cells than the header has.
  public static func raggedRow(place: DataPlace, found: Int, wanted: Int) -> Diagnostic {
    Diagnostic(
      code: "DL014", message: "dòng này có \(found) ô, tiêu đề có \(wanted) cột", place: place,
      why: "Thiếu ô thì không biết số liệu thuộc cột nào.",
      advice: "Bổ sung các ô còn thiếu (ô trống vẫn phải có dấu ngăn).")
  }

  /// A cell behind the last column of the header.
  public static func extraCell(place: DataPlace, wanted: Int) -> Diagnostic {
    Diagnostic(
      code: "DL014", message: "dòng này có nhiều ô hơn \(wanted) cột của tiêu đề", place: place,
      why: "Có thể trong một ô có dấu ngăn mà ô không đặt trong dấu nháy kép.",
      advice: "Đặt ô có dấu ngăn trong dấu nháy kép, hoặc thêm tiêu đề cho cột này.")
  }

  /// A quote that opens a cell and is never closed; the place is where it opens.
  public static func unclosedQuote(place: DataPlace) -> Diagnostic {
    Diagnostic(
      code: "DL015", message: "dấu nháy kép mở ở dòng này không được đóng", place: place,
      why: "Phần còn lại của tệp bị coi là nằm trong một ô.",
      advice: "Thêm dấu \" đóng; dấu \" nằm trong ô viết thành \"\".")
  }

  /// Text behind the closing quote of a cell.
  public static func textAfterQuote(place: DataPlace) -> Diagnostic {
    Diagnostic(
      code: "DL015", message: "sau dấu nháy kép đóng còn có chữ", place: place,
      why: "Ô đặt trong dấu nháy kép phải hết ở dấu đóng.",
      advice: "Dấu \" nằm trong ô viết thành \"\".")
  }

  /// Bytes that are not UTF-8.
  public static func notUTF8(place: DataPlace) -> Diagnostic {
    Diagnostic(
      code: "DL016", message: "tệp không phải UTF-8", place: place,
      why: "Chữ ở dòng này không đọc được; tệp có thể ghi theo bảng mã cũ (TCVN3, VNI, CP1258).",
      advice: "Trong Excel chọn Lưu thành…, loại CSV UTF-8.")
  }

  /// A zero byte in a cell.
  public static func nulByte(place: DataPlace) -> Diagnostic {
    Diagnostic(
      code: "DL016", message: "tệp có ký tự rỗng (NUL)", place: place,
      why: "Tệp văn bản không chứa ký tự này; tệp có thể bị hỏng.",
      advice: "Xuất lại tệp từ Excel, loại CSV UTF-8.")
  }

  /// How many findings of a table are not listed.
  public static func moreFaults(_ count: Int, file: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "DL017",
      message: "tệp \(Wording.quotedPath(file)) còn \(Wording.count(count)) chỗ sai nữa",
      span: span,
      why: "Chỉ liệt kê những chỗ đầu tiên.",
      advice: "Sửa các chỗ đã nêu rồi chạy lại.")
  }
}
