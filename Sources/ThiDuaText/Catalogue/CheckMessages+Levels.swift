// Wording of the checking stage, part 4: levels and ranks (KT060…KT069). See CheckMessages.swift.

extension CheckMessages {
  /// `xếp loại` without levels.
  public static func noLevels(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT060", message: "xếp loại \(Wording.quoted(name)) chưa có mức nào", span: span,
      why: "Xếp loại phải có các mức, viết từ cao xuống thấp.",
      advice: "Thêm các dòng như: \"Tốt\" khi tổng điểm từ 70 trở lên, rồi: \"Chưa tốt\" còn lại.")
  }

  /// A `còn lại` level above others.
  public static func restNotLast(_ level: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT061", message: "mức \(Wording.quoted(level)) \"còn lại\" phải là dòng mức cuối cùng",
      span: span,
      why: "Các mức viết từ cao xuống thấp; \"còn lại\" là mức của mọi trường hợp "
        + "chưa nêu.",
      advice: "Chuyển dòng này xuống sau các mức khác, hoặc đổi \"còn lại\" thành \"khi …\".")
  }

  /// A line that cannot stand in `xếp loại`.
  public static func lineNotInClassification(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT051", message: "dòng này không đặt trong xếp loại được", span: span,
      why: "Xếp loại chỉ có các dòng mức, không xếp loại khi, riêng trường hợp, hạn mức, căn cứ.",
      advice: "Chuyển dòng tính điểm vào tiêu chí hoặc vào công thức của một cột.")
  }

  /// `xếp hạng` without keys.
  public static func rankingWithoutKeys(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT063", message: "xếp hạng \(Wording.quoted(name)) chưa nói xếp theo gì", span: span,
      why: "Phải có ít nhất một tiêu thức thì mới so được trước sau.",
      advice: "Thêm dòng: theo tổng điểm giảm dần.")
  }

  /// A key of an order without `tăng dần` or `giảm dần`.
  public static func directionMissing(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT064", message: "\(Wording.quoted(name)) chưa ghi tăng dần hay giảm dần", span: span,
      why: "Không biết số cao hay số thấp được xếp trước.",
      advice: "Viết \"\(name) giảm dần\" (cao xếp trước) hoặc \"\(name) tăng dần\" (thấp xếp "
        + "trước).",
      fix: Diagnostic.Fix(span.pointAfter, " giảm dần"))
  }

  /// `hạng từ 3 trở lên`.
  public static func rankUpwards(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT065",
      message: "với thứ hạng, \"trở lên\", \"trở xuống\" có thể hiểu hai cách", span: span,
      why: "Hạng 1 là cao nhất nhưng số 1 lại nhỏ nhất: \"hạng 3 trở lên\" có người hiểu là 1, 2, "
        + "3, "
        + "có người hiểu là 3, 4, 5….",
      advice: "Viết \"hạng từ 1 đến 3\" hoặc \"hạng không quá 3\"; ngược lại thì \"hạng trên 3\".")
  }

  /// A quota as the exception of a classification.
  public static func quotaExceptionMisplaced(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT066", message: "\"không quá …%\" không phải là kết quả xếp loại của một đối tượng",
      span: span, why: "Riêng trường hợp trong xếp loại quyết định mức của từng đối tượng.",
      advice: "Viết thành dòng hạn mức: hạn mức \"A\" không quá 20% số tập thể mà …; "
        + "vượt thì xếp \"B\".")
  }

  /// Explanations of the codes above.
  static let levelEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "KT060", title: "xếp loại không có mức",
      explanation: "Khối xếp loại phải có các dòng mức, viết từ cao xuống thấp, dòng cuối là \"còn "
        + "lại\".",
      wrongExample: """
        xếp loại mức hoàn thành của tập thể
          không xếp loại khi mới thành lập
        """,
      rightExample: """
        xếp loại mức hoàn thành của tập thể
          "Tốt" khi tổng điểm từ 70 trở lên
          "Chưa tốt" còn lại
          không xếp loại khi mới thành lập
        """),
    CatalogueEntry(
      code: "KT061", title: "\"còn lại\" không ở cuối",
      explanation: "Các mức viết từ cao xuống thấp; mức \"còn lại\" là mức thấp nhất nên phải viết "
        + "sau cùng.",
      wrongExample: """
        "Tốt" khi tổng điểm từ 90 trở lên
        "Khá" còn lại
        "Trung bình" khi tổng điểm dưới 50
        """,
      rightExample: """
        "Tốt" khi tổng điểm từ 90 trở lên
        "Khá" khi tổng điểm từ 50 đến dưới 90
        "Trung bình" còn lại
        """),
    CatalogueEntry(
      code: "KT063", title: "xếp hạng không có tiêu thức",
      explanation: "Xếp hạng phải có dòng \"theo\" nêu các tiêu thức, tiêu thức trước bằng nhau "
        + "mới xét tiêu thức sau.",
      wrongExample: """
        xếp hạng hạng của tập thể
          vẫn bằng nhau thì đồng hạng
        """,
      rightExample: """
        xếp hạng hạng của tập thể
          theo tổng điểm giảm dần; nhóm 1 giảm dần
          vẫn bằng nhau thì đồng hạng
        """),
    CatalogueEntry(
      code: "KT064", title: "chưa ghi tăng dần hay giảm dần",
      explanation: "Mỗi tiêu thức sắp thứ tự phải ghi hướng; chỉ thứ hạng mới được bỏ, vì hạng 1 "
        + "luôn xếp trước.",
      wrongExample: "theo tổng điểm; số báo cáo chậm",
      rightExample: "theo tổng điểm giảm dần; số báo cáo chậm tăng dần"),
    CatalogueEntry(
      code: "KT065", title: "\"trở lên\" với thứ hạng",
      explanation: "Hạng cao là số nhỏ, nên \"hạng 3 trở lên\" hiểu được hai cách. Với thứ hạng "
        + "phải viết bằng số từ … đến … hoặc không quá ….",
      wrongExample: "điều kiện hạng từ 3 trở lên",
      rightExample: "điều kiện hạng từ 1 đến 3"),
    CatalogueEntry(
      code: "KT066", title: "hạn mức viết thành ngoại lệ",
      explanation: "Riêng trường hợp quyết định mức của từng đối tượng; giới hạn số đối tượng được "
        + "một mức thì viết bằng dòng \"hạn mức\".",
      wrongExample: "riêng trường hợp có đơn thư thì không quá 20%",
      rightExample: """
        hạn mức "A" không quá 20% số tập thể mà tổng điểm từ 70 trở lên, bỏ số lẻ,
          theo thứ tự tổng điểm giảm dần; vượt thì xếp "B"
        """),
  ]
}
