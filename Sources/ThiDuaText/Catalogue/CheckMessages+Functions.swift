// Wording of the checking stage, part 7: functions, procedures and commands (KT100…KT119). See
// CheckMessages.swift.

extension CheckMessages {
  /// A call with too many or too few values.
  public static func argumentCount(
    _ name: String, expected: Int, found: Int, span: Span
  ) -> Diagnostic {
    let letters = ["a", "b", "c", "d", "e"].prefix(expected).joined(separator: "; ")
    return Diagnostic(
      code: "KT100",
      message: "\(Wording.quoted(name)) cần \(expected) giá trị, ở đây có \(found)", span: span,
      why: "Mỗi giá trị trong ngoặc ứng với một tham số, theo đúng thứ tự.",
      advice: found > expected
        ? "Bỏ bớt giá trị thừa. Số thập phân viết dấu phẩy, các giá trị cách nhau bằng dấu "
          + "chấm phẩy."
        : "Viết thêm giá trị còn thiếu, cách nhau bằng dấu chấm phẩy: \(name)(\(letters)).")
  }

  /// A procedure called where only values are wanted.
  public static func procedureInRule(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT101",
      message: "không gọi thủ tục \(Wording.quoted(name)) trong quy định hoặc "
        + "trong hàm",
      span: span,
      why: "Thủ tục được phép in, ghi tệp, đổi biến; quy định và hàm thì chỉ tính giá "
        + "trị.",
      advice: "Khai báo \"hàm \(name)\" thay cho thủ tục, hoặc gọi thủ tục ở phần lệnh: gọi "
        + "\(name)(…).")
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
      code: "KT106",
      message: "không đặt lại tham số \(Wording.quoted(name)) khi chạy "
        + "được", span: span,
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
      message: "hàm \(Wording.quoted(name)) được gọi với quá nhiều loại giá trị khác "
        + "nhau", span: span,
      why: "Thường là hàm tự gọi lại với danh sách lồng nhau sâu thêm mỗi lần, nên không bao giờ "
        + "xong.",
      advice: "Viết lại hàm để lần gọi nào cũng nhận cùng loại giá trị.")
  }

  /// Explanations of the codes above.
  static let functionEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "KT100", title: "thừa hoặc thiếu giá trị",
      explanation: "Mỗi hàm nhận một số giá trị nhất định, cách nhau bằng dấu chấm phẩy.",
      wrongExample: "in làm tròn(97,256; 2; 1)",
      rightExample: "in làm tròn(97,256; 2)"),
    CatalogueEntry(
      code: "KT101", title: "gọi thủ tục ở chỗ cần giá trị",
      explanation: "Thủ tục được phép in, ghi tệp và đổi biến, nên chỉ gọi được ở phần lệnh; quy "
        + "định và hàm chỉ gọi hàm.",
      wrongExample: """
        thủ tục gấp đôi(x)
          trả về 2 * x
        hết
        điểm đôi của tập thể = gấp đôi(tổng điểm)
        """,
      rightExample: """
        hàm gấp đôi(x)
          trả về 2 * x
        hết
        điểm đôi của tập thể = gấp đôi(tổng điểm)
        """),
    CatalogueEntry(
      code: "KT102", title: "hàm có nhánh không trả về",
      explanation: "Hàm phải cho giá trị trong mọi trường hợp, kể cả khi không điều kiện nào đúng.",
      wrongExample: """
        hàm hệ số(x)
          nếu x > 90 thì
            trả về 1,2
          hết
        hết
        """,
      rightExample: """
        hàm hệ số(x)
          nếu x > 90 thì
            trả về 1,2
          hết
          trả về 1
        hết
        """),
    CatalogueEntry(
      code: "KT103", title: "\"trả về\" ngoài hàm",
      explanation: "\"trả về\" kết thúc hàm hoặc thủ tục đang chạy; ở phần lệnh chính thì không có "
        + "gì để trả về.",
      wrongExample: "trả về 5",
      rightExample: "in 5"),
    CatalogueEntry(
      code: "KT104", title: "lệnh vòng lặp ngoài vòng lặp",
      explanation: "\"thoát vòng lặp\" và \"vòng kế tiếp\" chỉ có nghĩa trong khối \"với mỗi\" "
        + "hoặc \"trong khi\".",
      wrongExample: """
        nếu 1 > 2 thì
          thoát vòng lặp
        hết
        """,
      rightExample: """
        với mỗi x trong 1 .. 10
          nếu x > 2 thì
            thoát vòng lặp
          hết
        hết
        """),
    CatalogueEntry(
      code: "KT105", title: "hàm in hoặc ghi tệp",
      explanation: "Hàm chỉ tính giá trị, để quy định dùng hàm luôn cho cùng kết quả. Việc in và "
        + "ghi tệp dành cho thủ tục.",
      wrongExample: """
        hàm gấp đôi(x)
          in x
          trả về 2 * x
        hết
        """,
      rightExample: """
        hàm gấp đôi(x)
          trả về 2 * x
        hết
        in gấp đôi(3)
        """),
    CatalogueEntry(
      code: "KT106", title: "đặt lại tham số",
      explanation: "Tham số giữ nguyên giá trị trong cả lần chạy; muốn thử giá trị khác thì sửa "
        + "dòng khai báo.",
      wrongExample: """
        tham số lương cơ sở = 2.340.000 đồng
        đặt lương cơ sở = 2.500.000 đồng
        """,
      rightExample: "tham số lương cơ sở = 2.500.000 đồng"),
    CatalogueEntry(
      code: "KT107", title: "sửa phần tử của thứ không phải biến",
      explanation: "Lệnh đặt chỉ sửa phần tử của danh sách hoặc từ điển giữ trong biến; số liệu và "
        + "kết quả tính không sửa được bằng lệnh.",
      wrongExample: "đặt tập thể[1] = tập thể \"TT01\"",
      rightExample: """
        đặt danh sách = [5; 6]
        đặt danh sách[1] = 7
        """),
    CatalogueEntry(
      code: "KT108", title: "hàm có quá nhiều dạng",
      explanation: "Hàm được kiểm tra riêng cho mỗi bộ loại giá trị được gọi; số dạng tăng mãi thì "
        + "thường là hàm tự gọi lại với danh sách lồng sâu thêm.",
      wrongExample: """
        hàm lồng(x)
          trả về lồng([x])
        hết
        in lồng(1)
        """,
      rightExample: """
        hàm lồng(x)
          trả về [x]
        hết
        in lồng(1)
        """),
  ]
}
