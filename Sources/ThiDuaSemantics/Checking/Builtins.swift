// THE table of built-in functions: what a script may call without declaring it, and what people are told of
// it. In: nothing. Out: one entry for every built-in, aggregate and count of years. Invariant: every example
// gives exactly the result it shows. Used by the checker, by `giải-thích`, `trợ giúp` and the reference page.

import ThiDuaText

/// What people are told of a function.
public struct FunctionHelp: Sendable {
  /// The call: `làm tròn(x; n)`.
  public let form: String
  /// One line, without final period.
  public let meaning: String
  public let example: String
  /// What the example prints; nil when that hangs on the script's data.
  public let result: String?

  init(_ form: String, _ meaning: String, _ example: String, _ result: String?) {
    self.form = form
    self.meaning = meaning
    self.example = example
    self.result = result
  }

  /// The words before the bracket.
  public var name: String {
    String(form[..<(form.utf8.firstIndex(of: UInt8(ascii: "(")) ?? form.endIndex)])
  }

  /// Every function known without being declared, part by part, in the order the reference lists them.
  public static let parts: [(title: String, functions: [FunctionHelp])] = [
    ("Số", BuiltinSignature.numbers.map(\.help)),
    ("Chữ", BuiltinSignature.texts.map(\.help)),
    ("Ngày", BuiltinSignature.dates.map(\.help)),
    ("Danh sách, từ điển", AggregateWord.all.map(\.help) + BuiltinSignature.lists.map(\.help)),
    ("Các năm trước", YearFunction.allCases.map(\.help)),
  ]

  /// The functions of all parts.
  public static let all: [FunctionHelp] = parts.flatMap(\.functions)

  /// The functions of this name, capitals aside.
  public static func named(_ phrase: String) -> [FunctionHelp] {
    let key = VietnameseText.lookupKey(phrase)
    return all.filter { VietnameseText.lookupKey($0.name) == key }
  }
}

/// One built-in as the script calls it.
struct BuiltinSignature: Sendable {
  enum Parameter: Sendable { case number, text, date, list, container, any }
  var name: String { help.name }
  var builtin: Builtin
  var parameters: [Parameter]
  /// How many of the last parameters may be left out.
  var optional: Int
  var result: Kind
  var help: FunctionHelp

  init(
    _ builtin: Builtin, _ parameters: [Parameter], _ result: Kind, optional: Int = 0,
    _ help: FunctionHelp
  ) {
    self.builtin = builtin
    self.parameters = parameters
    self.optional = optional
    self.result = result
    self.help = help
  }

  static let byKey: [String: BuiltinSignature] = Dictionary(
    uniqueKeysWithValues: (numbers + texts + dates + lists).map {
      (VietnameseText.lookupKey($0.name), $0)
    })

  static let numbers: [BuiltinSignature] = [
    .init(
      .round, [.number, .number], .number, optional: 1,
      .init(
        "làm tròn(x; n)",
        "x làm tròn đến n chữ số thập phân, không viết n là 0; đúng nửa thì về phía xa số 0",
        "làm tròn(2,345; 2)", "2,35")),
    .init(
      .roundUp, [.number, .number], .number, optional: 1,
      .init(
        "làm tròn lên(x; n)", "số nhỏ nhất có n chữ số thập phân không nhỏ hơn x",
        "làm tròn lên(2,01; 1)", "2,1")),
    .init(
      .roundDown, [.number, .number], .number, optional: 1,
      .init(
        "làm tròn xuống(x; n)", "số lớn nhất có n chữ số thập phân không lớn hơn x",
        "làm tròn xuống(2,09; 1)", "2")),
    .init(
      .roundHalfEven, [.number, .number], .number, optional: 1,
      .init(
        "làm tròn nửa chẵn(x; n)", "như `làm tròn`, nhưng đúng nửa thì về chữ số chẵn",
        "làm tròn nửa chẵn(2,5)", "2")),
    .init(
      .roundToStep, [.number, .number], .number,
      .init(
        "làm tròn theo bước(x; bước)", "bội số của bước gần x nhất",
        "làm tròn theo bước(7,3; 0,25)", "7,25")),
    .init(
      .roundUpToStep, [.number, .number], .number,
      .init(
        "làm tròn lên theo bước(x; bước)", "bội số nhỏ nhất của bước không nhỏ hơn x",
        "làm tròn lên theo bước(702.000; 10.000)", "710000")),
    .init(
      .roundDownToStep, [.number, .number], .number,
      .init(
        "làm tròn xuống theo bước(x; bước)", "bội số lớn nhất của bước không lớn hơn x",
        "làm tròn xuống theo bước(702.000; 10.000)", "700000")),
    .init(
      .integerPart, [.number], .number,
      .init(
        "phần nguyên(x)", "số nguyên lớn nhất không lớn hơn x",
        "phần nguyên(7,8)", "7")),
    .init(
      .remainder, [.number, .number], .number,
      .init(
        "phần dư(a; b)", "phần dư của a chia cho b, cùng dấu với b",
        "phần dư(7; 3)", "1")),
    .init(
      .absolute, [.number], .number,
      .init(
        "giá trị tuyệt đối(x)", "x bỏ dấu âm",
        "giá trị tuyệt đối(-2,5)", "2,5")),
    .init(
      .power, [.number, .number], .number,
      .init(
        "lũy thừa(x; n)", "x nhân với chính nó n lần; n là số nguyên",
        "lũy thừa(2; 10)", "1024")),
    .init(
      .squareRoot, [.number, .number], .number,
      .init(
        "căn bậc hai(x; n)", "căn bậc hai của x, làm tròn đến n chữ số thập phân",
        "căn bậc hai(2; 4)", "1,4142")),
    .init(
      .inWords, [.number], .text,
      .init(
        "bằng chữ(x)", "số x đọc thành chữ",
        "bằng chữ(1.250.000)", "một triệu hai trăm năm mươi nghìn")),
  ]

  static let texts: [BuiltinSignature] = [
    .init(
      .length, [.text], .count,
      .init(
        "độ dài(t)", "số chữ cái và dấu của t, kể cả dấu cách",
        "độ dài(\"đoàn kết\")", "8")),
    .init(
      .uppercase, [.text], .text,
      .init(
        "chữ hoa(t)", "t viết bằng chữ hoa",
        "chữ hoa(\"đoàn kết\")", "ĐOÀN KẾT")),
    .init(
      .lowercase, [.text], .text,
      .init(
        "chữ thường(t)", "t viết bằng chữ thường",
        "chữ thường(\"CỤM SỐ 1\")", "cụm số 1")),
    .init(
      .contains, [.text, .text], .truth,
      .init(
        "chứa(t; phần)", "trong t có phần ấy hay không",
        "chứa(\"Trường học số 2\"; \"học\")", "có")),
    .init(
      .startsWith, [.text, .text], .truth,
      .init(
        "bắt đầu bằng(t; phần)", "t có mở đầu bằng phần ấy hay không",
        "bắt đầu bằng(\"Phòng Tổ chức\"; \"Phòng\")", "có")),
    .init(
      .endsWith, [.text, .text], .truth,
      .init(
        "kết thúc bằng(t; phần)", "t có kết thúc bằng phần ấy hay không",
        "kết thúc bằng(\"Phòng Tổ chức\"; \"Phòng\")", "không")),
    .init(
      .replace, [.text, .text, .text], .text,
      .init(
        "thay(t; cũ; mới)", "t với mọi chỗ cũ thay bằng mới",
        "thay(\"10/2026\"; \"/\"; \"-\")", "10-2026")),
    .init(
      .split, [.text, .text], .list(.text),
      .init(
        "tách(t; dấu)", "danh sách các phần của t, cắt ở mỗi dấu",
        "tách(\"A, B, C\"; \", \")", "A; B; C")),
    .init(
      .join, [.list, .text], .text,
      .init(
        "nối(L; dấu)", "các phần tử của danh sách L viết liền nhau, giữa có dấu",
        "nối([\"A\"; \"B\"; \"C\"]; \", \")", "A, B, C")),
    .init(
      .unaccented, [.text], .text,
      .init(
        "bỏ dấu(t)", "t viết không dấu",
        "bỏ dấu(\"Đoàn kết\")", "Doan ket")),
    .init(
      .givenName, [.text], .text,
      .init(
        "tên gọi(họ tên)", "tên riêng: tiếng cuối cùng của họ tên",
        "tên gọi(\"Nguyễn Thị Minh Hà\")", "Hà")),
    .init(
      .textOf, [.any], .text,
      .init(
        "thành chữ(x)", "x như khi in ra",
        "thành chữ(85%)", "85%")),
    .init(
      .numberOf, [.text], .number,
      .init(
        "thành số(t)", "số mà t viết ra, kiểu Việt Nam; không phải số là lỗi",
        "thành số(\"1.250,5\")", "1250,5")),
  ]

  static let dates: [BuiltinSignature] = [
    .init(
      .makeDate, [.number, .number, .number], .date,
      .init(
        "ngày(ngày; tháng; năm)", "ngày ghép từ ba con số",
        "ngày(14; 10; 2026)", "14/10/2026")),
    .init(
      .yearOf, [.date], .count,
      .init(
        "năm(x)", "năm của ngày x",
        "năm(14/10/2026)", "2026")),
    .init(
      .monthOf, [.date], .count,
      .init(
        "tháng(x)", "tháng của ngày x",
        "tháng(14/10/2026)", "10")),
    .init(
      .quarterOf, [.date], .count,
      .init(
        "quý(x)", "quý của ngày x",
        "quý(14/10/2026)", "4")),
    .init(
      .weekdayOf, [.date], .count,
      .init(
        "thứ(x)", "thứ của ngày x: thứ hai là 2, chủ nhật là 1",
        "thứ(14/10/2026)", "4")),
    .init(
      .addDays, [.date, .number], .date,
      .init(
        "thêm ngày(x; n)", "n ngày sau ngày x; n âm là trước",
        "thêm ngày(14/10/2026; 30)", "13/11/2026")),
    .init(
      .addMonths, [.date, .number], .date,
      .init(
        "thêm tháng(x; n)", "n tháng sau ngày x; tháng không có ngày ấy thì lấy ngày cuối tháng",
        "thêm tháng(31/1/2026; 1)", "28/02/2026")),
    .init(
      .daysBetween, [.date, .date], .number,
      .init(
        "số ngày giữa(a; b)", "số ngày từ a đến b, không kể ngày a",
        "số ngày giữa(1/12/2026; 5/12/2026)", "4")),
    .init(
      .workingDaysBetween, [.date, .date], .number,
      .init(
        "số ngày làm việc(a; b)",
        "sau ngày a, đến hết ngày b; trừ thứ bảy, chủ nhật, các ngày ở `ngày nghỉ`; tính cả `ngày làm bù`",
        "số ngày làm việc(9/10/2026; 14/10/2026)", "3")),
  ]

  static let lists: [BuiltinSignature] = [
    .init(
      .firstElements, [.list, .number], .unknown,
      .init(
        "đầu(L; n)", "n phần tử đầu của danh sách L",
        "đầu([5; 6; 7]; 2)", "5; 6")),
    .init(
      .append, [.list, .any], .unknown,
      .init(
        "thêm(L; x)", "danh sách L có thêm x ở cuối",
        "thêm([1; 2]; 3)", "1; 2; 3")),
    .init(
      .reversed, [.list], .unknown,
      .init(
        "đảo ngược(L)", "danh sách L theo thứ tự ngược lại",
        "đảo ngược([1; 2; 3])", "3; 2; 1")),
    .init(
      .keys, [.container], .unknown,
      .init(
        "các khóa(D)", "danh sách các khóa của từ điển D",
        "các khóa([\"a\": 1; \"b\": 2])", "a; b")),
    .init(
      .hasKey, [.container, .any], .truth,
      .init(
        "có khóa(D; khóa)", "từ điển D có khóa ấy hay không",
        "có khóa([\"a\": 1; \"b\": 2]; \"b\")", "có")),
  ]
}

/// A function over the elements of a list.
struct AggregateWord: Sendable {
  var fold: Fold
  var help: FunctionHelp

  private init(_ fold: Fold, _ help: FunctionHelp) {
    self.fold = fold
    self.help = help
  }

  static let all: [AggregateWord] = [
    .init(
      .sum,
      .init(
        "tổng(L)", "tổng các số của danh sách L; danh sách rỗng thì 0",
        "tổng([8; 9,5; 10])", "27,5")),
    .init(
      .count, .init("đếm(L)", "số phần tử của danh sách L", "đếm([5; 6; 7])", "3")),
    .init(
      .share,
      .init(
        "tỷ lệ(L mà C)",
        "số phần tử thỏa C chia cho số phần tử của danh sách L; danh sách rỗng thì trống",
        "tỷ lệ([90; 70; 80; 95] mà phần tử từ 80 trở lên)", "75%")),
    .init(
      .average,
      .init(
        "trung bình(L)", "trung bình cộng của danh sách L; danh sách rỗng thì trống",
        "trung bình([8; 9; 10])", "9")),
    .init(
      .median,
      .init(
        "trung vị(L)", "giá trị ở giữa của danh sách L đã xếp; danh sách rỗng thì trống",
        "trung vị([7; 10; 8])", "8")),
    .init(
      .maximum,
      .init(
        "cao nhất(L)", "giá trị lớn nhất của danh sách L; danh sách rỗng thì trống",
        "cao nhất([7; 10; 8])", "10")),
    .init(
      .maximum,
      .init(
        "lớn nhất(a; b; …)", "giá trị lớn nhất trong các giá trị, hoặc của một danh sách",
        "lớn nhất(7; 10; 8)", "10")),
    .init(
      .minimum,
      .init(
        "thấp nhất(L)", "giá trị nhỏ nhất của danh sách L; danh sách rỗng thì trống",
        "thấp nhất([7; 10; 8])", "7")),
    .init(
      .minimum,
      .init(
        "nhỏ nhất(a; b; …)", "giá trị nhỏ nhất trong các giá trị, hoặc của một danh sách",
        "nhỏ nhất(7; 10; 8)", "7")),
  ]
}

extension YearFunction {
  var help: FunctionHelp {
    switch self {
    case .consecutive:
      FunctionHelp(
        "số năm liên tục(C)", "số năm C đúng không đứt quãng, đếm từ năm nay ngược về trước",
        "số năm liên tục(tổng điểm từ 90 trở lên)", nil)
    case .total:
      FunctionHelp(
        "số năm(C)", "số năm C đúng, kể cả năm nay", "số năm(tổng điểm từ 90 trở lên)", nil)
    }
  }
}
