// Wording of the commands about years: `năm-mới`, `khác-biệt` (TL034…TL039). In: paths and numbers. Out:
// finished diagnostics. Used by the façade and the command line.

/// Constructors and catalogue entries of `năm-mới` and `khác-biệt`.
public enum YearMessages {
  /// The new folder is there already.
  public static func folderExists(_ folder: String) -> Diagnostic {
    Diagnostic(
      code: "TL034", message: "đã có \(Wording.quotedPath(folder))",
      why: "Lệnh này chỉ tạo thư mục mới, không bao giờ ghi đè lên việc đã làm.",
      advice: "Làm tiếp trong thư mục ấy; muốn tạo lại từ đầu thì đổi tên nó trước.")
  }

  /// Nobody said which folder to start from, and the usual one is not there.
  public static func noOldYear(_ usual: [String]) -> Diagnostic {
    Diagnostic(
      code: "TL035",
      message: "không thấy thư mục năm trước: \(Wording.alternatives(usual))",
      advice: "Ghi thư mục hay kịch bản của năm trước, ví dụ: thidua năm-mới 2027 scripts/2026.")
  }

  /// A folder without a script, or with several and none by the usual name.
  public static func whichScript(_ folder: String, names: [String]) -> Diagnostic {
    Diagnostic(
      code: "TL035",
      message: names.isEmpty
        ? "thư mục \(Wording.quotedPath(folder)) không có kịch bản nào"
        : "thư mục \(Wording.quotedPath(folder)) có nhiều kịch bản, chưa rõ kịch bản nào là chính",
      why: names.isEmpty ? nil : "Có: \(names.prefix(12).joined(separator: ", ")).",
      advice: "Ghi rõ tệp, ví dụ: thidua năm-mới 2027 scripts/2026/phong-trao.thidua.")
  }

  /// A word that is no year.
  public static func badYear(_ word: String) -> Diagnostic {
    Diagnostic(
      code: "TL036", message: "\(Wording.quoted(word)) không phải là một năm",
      advice: "Viết năm đủ bốn chữ số, ví dụ: thidua năm-mới 2027.")
  }

  /// A year that is not after the one to start from.
  public static func notLater(_ year: Int, than old: Int) -> Diagnostic {
    Diagnostic(
      code: "TL036", message: "năm \(year) không sau năm \(old) của kịch bản trước",
      advice: "Ghi năm sau năm \(old), ví dụ: thidua năm-mới \(old + 1).")
  }

  /// Explanations of the codes above.
  public static let entries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "TL034", title: "thư mục năm mới đã có",
      explanation: "Lệnh năm-mới tạo một thư mục chưa có; việc đã làm không bao giờ bị ghi đè.",
      wrongExample: "thidua năm-mới 2027   # thư mục scripts/2027 đã có",
      rightExample: "thidua năm-mới 2028 scripts/2027"),
    CatalogueEntry(
      code: "TL035", title: "chưa rõ bắt đầu từ kịch bản nào",
      explanation: "Không ghi gì thì lệnh năm-mới tìm thư mục scripts/NĂM_TRƯỚC, rồi NĂM_TRƯỚC, "
        + "và lấy "
        + "phong-trao.thidua hoặc kịch bản duy nhất ở đó.",
      wrongExample: "thidua năm-mới 2027",
      rightExample: "thidua năm-mới 2027 quy-che/2026/phong-trao.thidua"),
    CatalogueEntry(
      code: "TL036", title: "năm không đúng",
      explanation: "Năm mới viết đủ bốn chữ số và phải sau năm của kịch bản trước.",
      wrongExample: "thidua năm-mới 27",
      rightExample: "thidua năm-mới 2027"),
  ]
}
