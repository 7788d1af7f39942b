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
      span: span, why: "Các mức viết từ cao xuống thấp; \"còn lại\" là mức của mọi trường hợp chưa nêu.",
      advice: "Chuyển dòng này xuống sau các mức khác, hoặc đổi \"còn lại\" thành \"khi …\".")
  }

  /// A line that cannot stand in `xếp loại`.
  public static func lineNotInClassification(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT062", message: "dòng này không đặt trong xếp loại được", span: span,
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
      advice: "Viết \"\(name) giảm dần\" (cao xếp trước) hoặc \"\(name) tăng dần\" (thấp xếp trước).",
      fix: Diagnostic.Fix(span.pointAfter, " giảm dần"))
  }

  /// `hạng từ 3 trở lên`.
  public static func rankUpwards(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT065",
      message: "với thứ hạng, \"trở lên\", \"trở xuống\" có thể hiểu hai cách", span: span,
      why: "Hạng 1 là cao nhất nhưng số 1 lại nhỏ nhất: \"hạng 3 trở lên\" có người hiểu là 1, 2, 3, "
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
}
