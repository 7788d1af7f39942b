// Wording of the checking stage, part 7: functions, procedures and commands (KT100…KT119). See
// CheckMessages.swift.

extension CheckMessages {
  /// A call with too many or too few values.
  public static func argumentCount(
    _ name: String, expected: Int, found: Int, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "KT100",
      message: "\(Wording.quoted(name)) cần \(expected) giá trị, ở đây có \(found)", span: span,
      why: "Mỗi giá trị trong ngoặc ứng với một tham số, theo đúng thứ tự.",
      advice: found > expected
        ? "Bỏ bớt giá trị thừa. Số thập phân viết dấu phẩy, các giá trị cách nhau bằng dấu chấm phẩy."
        : "Viết thêm giá trị còn thiếu, cách nhau bằng dấu chấm phẩy: "
          + "\(name)(\((0..<expected).map { ["a", "b", "c", "d", "e"][min($0, 4)] }.joined(separator: "; "))).")
  }

  /// A procedure called where only values are wanted.
  public static func procedureInRule(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT101", message: "không gọi thủ tục \(Wording.quoted(name)) trong quy định hoặc trong hàm",
      span: span, why: "Thủ tục được phép in, ghi tệp, đổi biến; quy định và hàm thì chỉ tính giá trị.",
      advice: "Khai báo \"hàm \(name)\" thay cho thủ tục, hoặc gọi thủ tục ở phần lệnh: gọi \(name)(…).")
  }

  /// A function that may end without a result.
  public static func missingResult(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT102", message: "hàm \(Wording.quoted(name)) có trường hợp không trả về giá trị",
      span: span, why: "Dù theo nhánh nào, hàm cũng phải cho một giá trị.",
      advice: "Thêm \"trả về …\" ở cuối hàm hoặc trong nhánh \"ngược lại\".")
  }

  /// `trả về` outside functions.
  public static func resultOutsideFunction(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT103", message: "\"trả về\" chỉ dùng trong hàm và thủ tục", span: span,
      why: "Ở đây không có lời gọi nào đang chờ giá trị.",
      advice: "Bỏ dòng này; muốn xem giá trị thì viết: in ….")
  }

  /// `dừng lặp` or `vòng tiếp` outside loops.
  public static func loopWordOutsideLoop(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT104", message: "lệnh này chỉ dùng trong vòng lặp", span: span,
      why: "Ở đây không có vòng lặp \"với mỗi\" hay \"trong khi\" nào đang chạy.",
      advice: "Bỏ dòng này, hoặc đặt vào trong vòng lặp.")
  }

  /// Printing or writing inside a function.
  public static func actionInFunction(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT105", message: "hàm không được in hay ghi tệp", span: span,
      why: "Hàm chỉ tính giá trị; gọi bao nhiêu lần cũng không để lại gì khác.",
      advice: "Trả về giá trị rồi in ở nơi gọi, hoặc đổi \"hàm\" thành \"thủ tục\".")
  }

  /// `đặt` on a parameter.
  public static func parameterSet(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT106", message: "không đặt lại tham số \(Wording.quoted(name)) khi chạy được", span: span,
      why: "Tham số là con số của quy định, mọi kết quả đã tính theo giá trị khai báo.",
      advice: "Sửa ở dòng khai báo tham số, hoặc đặt một biến tên khác.")
  }

  /// `đặt x[i]` where x is no variable.
  public static func notAssignable(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT107", message: "không sửa được phần tử của \(Wording.quoted(name))", span: span,
      why: "Chỉ biến đặt bằng \"đặt\" mới sửa được; số liệu và kết quả tính thì không.",
      advice: "Đặt sang biến khác trước, ví dụ: đặt bản sao = \(name), rồi sửa trên biến ấy.")
  }

  /// A function called with kinds that keep growing.
  public static func tooManyInstances(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT108",
      message: "hàm \(Wording.quoted(name)) được gọi với quá nhiều loại giá trị khác nhau", span: span,
      why: "Thường là hàm tự gọi lại với danh sách lồng nhau sâu thêm mỗi lần, nên không bao giờ xong.",
      advice: "Viết lại hàm để lần gọi nào cũng nhận cùng loại giá trị.")
  }
}
