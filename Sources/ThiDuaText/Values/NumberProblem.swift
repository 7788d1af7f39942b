// Why bytes are not a number. In: the strict reader's finding. Out: words for the user.
// Invariant: every case says what was found and what to write. Anyone may import it.

/// How numbers are written: `vietnamese` is `1.250.000,5`, `international` is `1,250,000.5`.
public enum NumberStyle: Sendable, Hashable {
  case vietnamese
  case international

  /// The ASCII byte before the decimals.
  public var decimalMark: UInt8 { self == .vietnamese ? UInt8(ascii: ",") : UInt8(ascii: ".") }
  /// The ASCII byte between groups of three digits.
  public var groupMark: UInt8 { self == .vietnamese ? UInt8(ascii: ".") : UInt8(ascii: ",") }
  var decimalName: String { self == .vietnamese ? "dấu phẩy" : "dấu chấm" }
  var groupName: String { self == .vietnamese ? "dấu chấm" : "dấu phẩy" }
  var decimalExample: String { self == .vietnamese ? "8,5" : "8.5" }
  var groupExample: String { self == .vietnamese ? "1.250.000" : "1,250,000" }
}

/// The reason a text cannot be read as a number.
public enum NumberProblem: Error, Sendable, Equatable {
  /// Nothing but spaces.
  case empty
  /// Does not begin like a number.
  case notANumber
  /// The mark of groups stands where a decimal mark is meant; `suggestion` is the repaired text.
  case wrongDecimalMark(suggestion: String, style: NumberStyle)
  /// Groups that are not of three digits.
  case badGroups(style: NumberStyle)
  /// More than one decimal mark.
  case twoDecimalMarks(style: NumberStyle)
  /// Spaces between digits; `suggestion` is the text without them.
  case spaceInside(suggestion: String, style: NumberStyle)
  /// A decimal mark without digits on both sides.
  case missingDigits(style: NumberStyle)
  /// Letters or signs after the digits.
  case trailing(String)
  /// A `%` where a plain number is wanted.
  case percentSign
  /// A plain number where a percentage is wanted.
  case missingPercent
  /// More digits than any real figure has.
  case tooLong

  /// Why the text is not a number, one sentence.
  public var message: String {
    switch self {
    case .empty: return "Ô trống."
    case .notANumber: return "Nội dung này không bắt đầu bằng chữ số."
    case .wrongDecimalMark(_, let style):
      return "Phần thập phân phải viết sau \(style.decimalName); \(style.groupName) chỉ để ngăn "
        + "nhóm ba chữ số."
    case .badGroups(let style):
      return "Các nhóm ngăn bằng \(style.groupName) phải có đúng ba chữ số."
    case .twoDecimalMarks(let style):
      return "Một số chỉ có một \(style.decimalName) thập phân."
    case .spaceInside: return "Trong một số không được có dấu cách."
    case .missingDigits(let style):
      return "Phải có chữ số ở cả hai bên \(style.decimalName) thập phân."
    case .trailing(let text): return "Sau chữ số còn có \(Wording.quoted(text))."
    case .percentSign: return "Ở đây cần một số, không phải tỷ lệ phần trăm."
    case .missingPercent: return "Tỷ lệ phần trăm phải có dấu %."
    case .tooLong: return "Số dài quá \(Wording.count(NumberText.maximumDigits)) chữ số."
    }
  }

  /// What to write instead, one sentence.
  public var advice: String {
    switch self {
    case .empty: return "Nhập một số."
    case .notANumber: return "Nhập một số, ví dụ 8,5."
    case .wrongDecimalMark(let suggestion, _), .spaceInside(let suggestion, _):
      return "Viết \(suggestion)."
    case .badGroups(let style):
      return "Viết như \(style.groupExample), hoặc viết liền không ngăn nhóm."
    case .twoDecimalMarks(let style), .missingDigits(let style):
      return "Viết như \(style.decimalExample)."
    case .trailing: return "Chỉ để lại số trong ô."
    case .percentSign: return "Bỏ dấu %, hoặc khai báo trường này có loại tỷ lệ."
    case .missingPercent: return "Viết như 85%."
    case .tooLong: return "Kiểm tra lại số này."
    }
  }
}
