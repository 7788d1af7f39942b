// Wording of `mẫu-nhập` (TL070…TL072). In: paths and names. Out: finished diagnostics. Used by the façade.

/// Constructors and catalogue entries of `mẫu-nhập`.
public enum FormMessages {
  /// A file of that name is there, filled in perhaps.
  public static func formExists(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "TL070", message: "đã có tệp \(Wording.quotedPath(path))",
      why: "Mẫu cũ có thể đã được nhập số liệu nên không bao giờ bị ghi đè.",
      advice: "Ghi vào thư mục khác bằng --ra, hoặc đổi tên tệp cũ rồi tạo lại.")
  }

  /// A script without anything that a person enters.
  public static func nothingToFill(_ script: String) -> Diagnostic {
    Diagnostic(
      code: "TL071",
      message: "kịch bản \(Wording.quotedPath(script)) không có số liệu nào để nhập",
      why: "Mẫu nhập được tạo từ các trường của đối tượng.",
      advice: "Khai báo đối tượng với các trường cần nhập, xem thidua giải-thích \"đối tượng\".")
  }

  /// Names could not be put in because the data there is cannot be read.
  public static func namesUnknown(_ file: String, kind: String) -> Diagnostic {
    Diagnostic(
      .note, code: "TL072",
      message: "chưa ghi sẵn được tên \(kind) từ tệp \(Wording.quotedPath(file))",
      why: "Tệp ấy chưa có hoặc đọc còn lỗi; mẫu để trống chỗ này.",
      advice: "Muốn ghi sẵn tên thì sửa tệp cho thidua chạy đọc được, rồi tạo lại mẫu.")
  }

  /// Explanations of the codes above.
  public static let entries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "TL070", title: "tệp mẫu nhập đã có",
      explanation: "Lệnh mẫu-nhập chỉ tạo tệp chưa có: tệp cũ có thể đã được nhập số liệu.",
      wrongExample: "thidua mẫu-nhập phong-trao.thidua   # lần thứ hai",
      rightExample: "thidua mẫu-nhập phong-trao.thidua --ra mau-nhap-dot-2"),
    CatalogueEntry(
      code: "TL071", title: "không có gì để nhập",
      explanation: "Mẫu nhập được tạo từ các trường của đối tượng; kịch bản chưa khai báo trường "
        + "nào.",
      wrongExample: "in \"Xin chào\"",
      rightExample: "đối tượng tập thể\n  tên: chữ, khóa\n  điểm: số, từ 0 đến 10\nhết"),
    CatalogueEntry(
      code: "TL072", title: "chưa ghi sẵn được tên",
      explanation: "Mẫu nhập ghi sẵn mã và tên lấy từ số liệu đã có. Tệp chưa có hoặc còn lỗi "
        + "thì để trống, đơn vị tự ghi.",
      wrongExample: "dữ liệu tập thể từ \"tap-the.csv\"   # chưa có tệp này",
      rightExample: "dữ liệu tập thể\n  | tên |\n  | A   |"),
  ]
}
