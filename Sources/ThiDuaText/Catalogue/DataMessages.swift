// Wording of what is wrong in data files: codes DL001… (dữ liệu). In: the place in the file and the
// rule broken. Out: finished diagnostics. Readers of CSV, xlsx and SQLite never word anything.

/// Constructors and catalogue entries of the data stage.
public enum DataMessages {
  /// A cell that should hold a number and does not; the reason comes from the number reader.
  public static func notANumber(place: DataPlace, problem: NumberProblem) -> Diagnostic {
    Diagnostic(
      code: "DL001", message: "ô này phải là số", place: place, why: problem.message,
      advice: problem.advice)
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
      code: "DL003", message: "tệp \(Wording.quoted(file)) không có cột \(Wording.quoted(column))",
      span: span, why: "Trường này bắt buộc phải có số liệu.",
      advice: suggestions.isEmpty
        ? "Thêm cột vào tệp, hoặc chỉ rõ tên cột: cột \"Tên trong tệp\" là \(column)."
        : "Có phải là cột \(Wording.alternatives(suggestions))? Nếu đúng, viết: "
          + "cột \(Wording.quoted(suggestions[0])) là \(column).")
  }

  /// Explanations of the codes above.
  public static let entries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "DL001", title: "ô không phải là số",
      explanation: "Ô của một trường số chứa nội dung không đọc được thành số. Tệp ngăn bằng dấu "
        + "chấm phẩy hoặc tab dùng dấu phẩy thập phân (8,5); tệp ngăn bằng dấu phẩy dùng dấu chấm.",
      wrongExample: "mã;điểm\nTT01;8.5",
      rightExample: "mã;điểm\nTT01;8,5"),
    CatalogueEntry(
      code: "DL002", title: "trùng khóa",
      explanation: "Hai dòng trong dữ liệu có cùng khóa nên không biết dòng nào đúng.",
      wrongExample: "mã;điểm\nTT01;8\nTT01;9",
      rightExample: "mã;điểm\nTT01;8\nTT02;9"),
    CatalogueEntry(
      code: "DL003", title: "thiếu cột",
      explanation: "Một trường khai báo bắt buộc không có cột tương ứng trong tệp dữ liệu.",
      wrongExample: "mã;tên\nTT01;Phòng Kế toán",
      rightExample: "mã;tên;số văn bản\nTT01;Phòng Kế toán;120"),
  ]
}
