// The one table of commands and options: parsing, help and suggestions all read it. In: nothing.
// Out: rows with Vietnamese names; the unaccented twin of every word is derived, never listed.
// Invariant: names are unique with and without accents (tested). Used by the console only.

import ThiDua

/// One command.
struct Command: Sendable {
  /// The word after `thidua`: `kiểm-tra`.
  var name: String
  /// What stands after it, as help prints it: `TỆP`; empty when nothing does.
  var operand: String
  var operandCount: ClosedRange<Int>
  var options: [Option]
  /// One line for the list of commands.
  var summary: String
  /// What help adds for this command alone.
  var details: String
  var run: @Sendable (Invocation, Streams) -> Int32

  var usage: String {
    (["thidua", name] + (operand.isEmpty ? [] : [operand])).joined(separator: " ")
  }
}

/// One option of a command.
struct Option: Sendable {
  enum Identity: Hashable, Sendable {
    case dataFolder, outputFolder, format, answerFormat, write, check, stepLimit, day, reportFormat,
      formFolder, storeFile
  }
  var identity: Identity
  /// With its two dashes: `--dữ-liệu`.
  var name: String
  /// Name of the value as help prints it; nil for a switch.
  var value: String?
  /// The values it takes; empty when any text will do.
  var choices: [String] = []
  var summary: String

  var usage: String { value.map { "\(name) \($0)" } ?? name }

  static let dataFolder = Option(
    identity: .dataFolder, name: "--dữ-liệu", value: "THƯ_MỤC",
    summary: "tìm các tệp dữ liệu ở đây (bình thường: cạnh kịch bản)")
  static let outputFolder = Option(
    identity: .outputFolder, name: "--ra", value: "THƯ_MỤC",
    summary: "ghi tệp kết quả vào đây (bình thường: ket-qua/ cạnh kịch bản)")
  static let formFolder = Option(
    identity: .formFolder, name: "--ra", value: "THƯ_MỤC",
    summary: "ghi mẫu nhập vào đây (bình thường: mau-nhap/ cạnh kịch bản)")
  static let storeFile = Option(
    identity: .storeFile, name: "--kho", value: "TỆP",
    summary: "dùng kho này (bình thường: kho.sqlite trong thư mục kết quả)")
  static let stepLimit = Option(
    identity: .stepLimit, name: "--số-bước", value: "SỐ",
    summary: "cho phép chạy nhiều bước hơn giới hạn sẵn có")
  static let format = Option(
    identity: .format, name: "--khuôn", value: "chữ|junit", choices: ["chữ", "junit"],
    summary: "in kết quả cho người đọc (chữ) hoặc cho máy CI (junit)")
  static let reportFormat = Option(
    identity: .reportFormat, name: "--khuôn", value: "chữ|csv", choices: ["chữ", "csv"],
    summary: "in cho người đọc (chữ) hoặc để mở bằng Excel (csv)")
  static let day = Option(
    identity: .day, name: "--ngày", value: "NGÀY/THÁNG/NĂM",
    summary: "ngày tính, ví dụ 20/11/2026; máy không xem đồng hồ")
  static let answerFormat = Option(
    identity: .answerFormat, name: "--khuôn", value: "chữ|json|csv",
    choices: ["chữ", "json", "csv"],
    summary: "in câu trả lời cho người đọc (chữ), cho chương trình khác (json) hay Excel (csv)")
  static let write = Option(
    identity: .write, name: "--ghi", value: nil, summary: "sửa ngay trong tệp thay vì in ra")
  static let check = Option(
    identity: .check, name: "--kiểm", value: nil,
    summary: "chỉ kiểm tra tệp đã đúng định dạng chưa, không sửa")
}

extension Command {
  /// All commands, in the order help lists them.
  static let all: [Command] = [
    Command(
      name: "chạy", operand: "TỆP", operandCount: 1...1,
      options: [.dataFolder, .outputFolder, .storeFile, .stepLimit],
      summary: "chạy kịch bản: chấm điểm, xếp loại, xếp hạng, in và xuất kết quả",
      details: """
        Kịch bản được kiểm tra toàn bộ trước khi chạy. Các tệp kết quả chỉ xuất hiện
        cùng nhau khi mọi việc đã xong; có lỗi thì không ghi tệp nào.
        """,
      run: RunCommand.run),
    Command(
      name: "hỏi", operand: "[TỆP]", operandCount: 0...1,
      options: [.dataFolder, .outputFolder, .storeFile],
      summary: "hỏi và thử phương án trên kịch bản: gõ từng dòng, xem ngay kết quả",
      details: """
        Chỉ gõ thidua cũng vào đây. Gõ trợ giúp để xem các việc làm được; Tab gõ nốt
        tên, Ctrl-D để dừng. Đầu vào không phải bàn phím thì được đọc như một kịch bản.
        """,
      run: AskCommand.run),
    Command(
      name: "kiểm-tra", operand: "TỆP", operandCount: 1...1, options: [],
      summary: "kiểm tra kịch bản, không đọc dữ liệu và không chạy",
      details: "In mọi lỗi tìm thấy trong một lần.",
      run: CheckCommand.run),
    Command(
      name: "kiểm-thử", operand: "[TỆP|THƯ_MỤC]", operandCount: 0...1, options: [.format],
      summary: "chạy các khối \"ví dụ\" và so với kết quả mong đợi",
      details: "Không ghi tên gì thì tìm mọi kịch bản trong thư mục đang đứng.",
      run: TestCommand.run),
    Command(
      name: "căn-cứ", operand: "TỆP", operandCount: 1...1, options: [.reportFormat],
      summary: "xem quy tắc nào căn cứ điều khoản nào, quy tắc nào chưa ghi căn cứ",
      details: "Chỉ đọc kịch bản, không cần số liệu.",
      run: BasesCommand.run),
    Command(
      name: "tiến-độ", operand: "TỆP", operandCount: 1...1, options: [.day, .dataFolder],
      summary: "xem các bước của quy trình: ai đã xong, chậm, quá hạn, còn hạn",
      details: """
        Chỉ đọc số liệu tiến độ và tên đơn vị, nên dùng được khi chưa có điểm. Ngày tính phải
        ghi ra, để ai chạy, chạy lúc nào cũng ra cùng một kết quả.
        """,
      run: ProgressCommand.run),
    Command(
      name: "năm-mới", operand: "NĂM [TỪ]", operandCount: 1...2, options: [],
      summary: "tạo thư mục năm sau kế thừa năm nay, kèm danh sách những điều phải soát",
      details: """
        TỪ là thư mục hoặc kịch bản của năm trước; không ghi thì lấy scripts/NĂM_TRƯỚC. Thư mục
        mới nằm cạnh thư mục cũ: kịch bản kế thừa, các tệp số liệu chỉ có dòng tiêu đề, và
        viec-can-lam.txt. Không bao giờ ghi đè.
        """,
      run: NewYearCommand.run),
    Command(
      name: "mẫu-nhập", operand: "TỆP", operandCount: 1...1,
      options: [.dataFolder, .formFolder],
      summary: "tạo tệp Excel để các đơn vị nhập số liệu, đúng các cột kịch bản đọc",
      details: """
        Mỗi loại số liệu một trang: tiêu đề cột, cách ghi, danh sách chọn, giới hạn đều lấy từ kịch
        bản; mã, tên đã biết thì ghi sẵn. Lệnh in ra dòng dữ liệu để đọc lại. Không bao giờ ghi đè.
        """,
      run: InputFormCommand.run),
    Command(
      name: "khác-biệt", operand: "TỆP_CŨ TỆP_MỚI", operandCount: 2...2, options: [.dataFolder],
      summary: "hai kịch bản khác nhau ở quy định nào; có số liệu thì ai đổi kết quả",
      details: """
        So theo từng quy định, không kể cách trình bày và ghi chú. Có --dữ-liệu thì chạy cả hai trên
        cùng số liệu ấy rồi nêu ai đổi điểm, hạng, mức xếp loại, danh hiệu.
        """,
      run: DifferenceCommand.run),
    Command(
      name: "mẫu-văn-bản", operand: "[TÊN]", operandCount: 0...1, options: [.outputFolder],
      summary: "liệt kê các mẫu văn bản, hoặc chép một mẫu ra tệp để cơ quan sửa",
      details: """
        Ví dụ: thidua mẫu-văn-bản
               thidua mẫu-văn-bản "tờ trình" --ra mau
        Sửa xong thì dùng trong kịch bản: lập "mau/to-trinh.mau" ra "to-trinh.docx".
        Không bao giờ ghi đè.
        """,
      run: PaperTextCommand.run),
    Command(
      name: "định-dạng", operand: "TỆP", operandCount: 1...1, options: [.write, .check],
      summary: "trình bày lại kịch bản cho ngay ngắn, không đổi ý nghĩa",
      details: "Không có tùy chọn nào thì in bản đã trình bày ra màn hình.",
      run: FormatCommand.run),
    Command(
      name: "vì-sao", operand: "TỆP CÂU_HỎI", operandCount: 2...2,
      options: [.dataFolder, .storeFile, .answerFormat],
      summary: "giải thích một kết quả: dòng quy tắc nào, căn cứ nào, ô số liệu nào",
      details: """
        Ví dụ: thidua vì-sao cum-1.thidua 'tổng điểm của tập thể "A"'
               thidua vì-sao cum-1.thidua 'vì sao không giấy khen của tập thể "C"'
        Các lệnh in, xuất của kịch bản không chạy.
        """,
      run: WhyCommand.run),
    Command(
      name: "kho", operand: "[VIỆC] [N]", operandCount: 0...9,
      options: [.storeFile, .outputFolder],
      summary: "xem kho kết quả các năm: liệt kê, xem, chạy lại, so sánh, chốt, lấy ra",
      details: """
        Kho do câu lưu kết quả của kịch bản tạo ra. Chỉ gõ thidua kho để xem các việc.
        Ví dụ: thidua kho liệt-kê
               thidua kho chạy-lại 2 --kho 2026/ket-qua/kho.sqlite
        """,
      run: StoreCommand.run),
    Command(
      name: "giải-thích", operand: "MÃ|TỪ|TÊN", operandCount: 1...1, options: [],
      summary: "giải thích một mã lỗi, một từ, một hàm, hoặc một tên của thư viện, kèm ví dụ",
      details: """
        Ví dụ: thidua giải-thích CP001
               thidua giải-thích "được tính"
               thidua giải-thích "làm tròn"
               thidua giải-thích "tiền thưởng theo hệ số"
               thidua giải-thích "danh hiệu"   (cả một mô-đun)
               thidua giải-thích "thư viện"    (các mô-đun)
        """,
      run: ExplainCommand.run),
    Command(
      name: "xem-mã", operand: "TỆP", operandCount: 1...1, options: [],
      summary: "xem mã máy mà kịch bản được dịch thành",
      details: "Dành cho người phát triển ngôn ngữ.",
      run: DisassembleCommand.run),
    Command(
      name: "trợ-giúp", operand: "[LỆNH]", operandCount: 0...1, options: [],
      summary: "xem hướng dẫn này, hoặc hướng dẫn của một lệnh",
      details: "",
      run: HelpCommand.run),
    Command(
      name: "phiên-bản", operand: "", operandCount: 0...0, options: [],
      summary: "xem phiên bản của chương trình",
      details: "",
      run: VersionCommand.run),
  ]

  /// The command of a word, with all accents or with none.
  static func named(_ word: String) -> Command? {
    all.first { Spelled(word).names($0.name) }
  }
}
