// The store as a clerk meets it: saving, asking, running again, next year's history; and everything that can be
// wrong with the file.

import Glibc
import Testing
import ThiDua

@testable import ThiDuaConsole

@Suite struct StoreCommandTests {
  /// A script of a year over `a.csv`; `more` stands at its end.
  private static func script(_ year: Int, _ more: String) -> String {
    """
    phong trào "Phong trào thử"
      năm: \(year)
    hết
    đối tượng tập thể
      mã: chữ, khóa
      tên: chữ
      số tin bài: số lượng
      tỷ lệ: tỷ lệ, được để trống
      điểm thẩm tra: số, được ghi không áp dụng
    hết
    dữ liệu tập thể từ "a.csv"
    tổng điểm của tập thể = số tin bài * 3
    phần bảy của tập thể = tổng điểm / 7
    xếp hạng hạng của tập thể
      theo tổng điểm giảm dần
    danh hiệu "Lao động tiên tiến" của tập thể
      điều kiện tổng điểm từ 15 trở lên
    \(more)

    """
  }

  private static let data = """
    mã;tên;số tin bài;tỷ lệ;điểm thẩm tra
    A;Ban A;12;85,5%;9,5
    B;Ban B;5;;không áp dụng
    C;Ban C;0;0%;0

    """

  private func folder() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write("a.csv", Self.data)
    return folder
  }

  private func saved(_ folder: ScratchFolder, year: Int = 2025) throws -> Call {
    Call("chạy", try folder.write("p\(year).thidua", Self.script(year, "lưu kết quả")))
  }

  private func store(_ folder: ScratchFolder, _ words: String...) -> Call {
    Call(["kho"] + words + ["--kho", folder.file("ket-qua/kho.sqlite")])
  }

  @Test func theSameRunIsStoredOnce() throws {
    let folder = try folder()
    #expect(try saved(folder).output.contains("lượt 1"))
    let second = try saved(folder)
    #expect(second.output.contains("lượt 1, giống hệt"))
    try folder.write("a.csv", Self.data.replacing("A;Ban A;12", with: "A;Ban A;13"))
    #expect(try saved(folder).output.contains("lượt 2"))
    let compared = store(folder, "so-sánh", "1", "2")
    #expect(compared.output.contains("tổng điểm: 36 → 39"))
    #expect(compared.output.contains("phần bảy: 36/7 → 39/7"))
    #expect(compared.output.contains("2 chỗ khác"))
  }

  @Test func aRunIsReckonedAgainFromTheStoreAlone() throws {
    let folder = try folder()
    _ = try saved(folder)
    try folder.write("a.csv", "mã\n")
    try folder.write("p2025.thidua", "hỏng")
    let replayed = store(folder, "chạy-lại", "1")
    #expect(replayed.status == 0, "\(replayed.error)")
    #expect(replayed.output.contains("giống hệt, 12 kết quả"))
    let why = store(folder, "vì-sao", "1", "tổng điểm của tập thể \"A\"")
    #expect(why.output.contains("12 × 3 = 36"))
  }

  @Test func aStoredRunIsTakenOutWhole() throws {
    let folder = try folder()
    let (script, data) = (Self.script(2025, "lưu kết quả"), Self.data)
    _ = try saved(folder)
    let target = folder.file("lay-ra")
    let taken = store(folder, "xuat", "1", "--ra", target)
    #expect(taken.status == 0, "\(taken.error)")
    #expect(try folder.text("lay-ra/p2025.thidua") == script)
    #expect(try folder.text("lay-ra/a.csv") == data)
    let results = try folder.text("lay-ra/da-luu/tap-the.csv")
    #expect(results.contains("B;Ban B;5;;không áp dụng;15;"))
    #expect(results.contains("C;Ban C;0;0;0;0;"))
    #expect(store(folder, "xuất", "1", "--ra", target).error.contains("TL082"))
    #expect(Call("chạy", target + "/p2025.thidua").output.contains("lượt 1"))
  }

  /// What a run took out of databases and past years is laid out with it: the folder runs by itself.
  @Test func aRunOverDatabasesIsTakenOutToRunAgain() throws {
    let folder = try folder()
    _ = try saved(folder)
    try SQLiteFile.make(
      folder.file("he-thong.sqlite"),
      sql: """
        CREATE TABLE "đơn ""vị"(ma, diem, "ghi chú", la); INSERT INTO "đơn ""vị" VALUES
        ('A', 90.5, 'x;"y"', 1), ('B', 7, '', NULL), ('C', -0.1, NULL, 2), ('007', 1e20, '8,5', 3);
        CREATE TABLE khac(ma); INSERT INTO khac VALUES (NULL), ('Z');
        """)
    let script = Self.script(
      2026,
      """
      đối tượng đơn vị
        mã: chữ, khóa, tên khác "ma"
        điểm: số, tên khác "diem"
        ghi chú: chữ, được để trống
      hết
      dữ liệu đơn vị từ "he-thong.sqlite", bảng "đơn ""vị"
      đối tượng khác
        ma: chữ, được để trống
      hết
      dữ liệu khác từ "he-thong.sqlite", bảng "khac"
      lịch sử tập thể từ kho "kho.sqlite"
      liền của tập thể = số năm liên tục(phần bảy từ 2 trở lên)
      gấp của đơn vị = điểm * 3
      lưu kết quả
      """)
    let run = Call("chạy", try folder.write("p2026.thidua", script))
    #expect(run.status == 0, "\(run.error)")
    let taken = store(folder, "xuất", "2", "--ra", folder.file("lay-ra"))
    #expect(taken.status == 0, "\(taken.error)")
    let again = Call("chạy", folder.file("lay-ra/p2026.thidua"))
    #expect(again.status == 0, "\(again.error)")
    func hashes(_ call: Call) -> [Substring] {
      call.output.split(separator: "\n").filter { $0.contains("SHA-256") }
    }
    let first = store(folder, "xem", "2")
    let second = Call("kho", "xem", "1", "--kho", folder.file("lay-ra/ket-qua/kho.sqlite"))
    // Not only the same results: byte for byte the same things were read.
    #expect(hashes(first).count == 6 && hashes(first) == hashes(second), "\(second.output)")
    let reasons = try folder.text("lay-ra/da-luu/tap-the-ly-do.csv")
    #expect(reasons.contains("A;Ban A;tổng điểm;0;tổng điểm: 12 × 3 = 36;p2026.thidua, dòng 12"))
    // The laid-out years are those before 2026 and no others.
    let other = Call(
      "chạy",
      try folder.write(
        "lay-ra/p2027.thidua", script.replacing("năm: 2026", with: "năm: 2027")))
    #expect(other.error.contains("DL181"), "\(other.error)")
  }

  @Test func nextYearReadsTheOfficialRun() throws {
    let folder = try folder()
    _ = try saved(folder)
    #expect(store(folder, "chính-thức", "1").status == 0)
    try folder.write("a.csv", Self.data.replacing("B;Ban B;5", with: "B;Ban B;1"))
    #expect(try saved(folder).output.contains("vẫn là lượt 1"))
    try folder.write("a.csv", Self.data)
    let asks = """
      lịch sử tập thể từ kho "kho.sqlite"
      in số năm liên tục(tổng điểm từ 15 trở lên) của tập thể
      in số năm liên tục(đạt Lao động tiên tiến) của tập thể
      in số năm liên tục((tỷ lệ nếu trống thì 0%) từ 85% trở lên) của tập thể
      lưu kết quả
      """
    let next = Call("chạy", try folder.write("p2026.thidua", Self.script(2026, asks)))
    #expect(next.output.hasPrefix("2; 2; 0\n2; 2; 0\n2; 0; 0\n"), "\(next.output)\(next.error)")
    // The history that was read is kept with the run.
    let replayed = store(folder, "chạy-lại", "3")
    #expect(replayed.output.contains("giống hệt"), "\(replayed.output)\(replayed.error)")
  }

  @Test func awardsGivenAreReadFromTheStore() throws {
    let folder = try folder()
    _ = try saved(folder)
    let asks = """
      lịch sử tập thể từ kho "kho.sqlite", mỗi dòng một danh hiệu
      in số năm liên tục(đạt Lao động tiên tiến) của tập thể
      """
    let next = Call("chạy", try folder.write("p2026.thidua", Self.script(2026, asks)))
    #expect(next.output == "2; 2; 0\n", "\(next.output)\(next.error)")
  }

  @Test func whatThePastCannotTellIsSaid() throws {
    let folder = try folder()
    _ = try saved(folder, year: 2026)
    func run(_ asks: String, year: Int) throws -> Call {
      Call("chạy", try folder.write("hoi.thidua", Self.script(year, asks)))
    }
    let none = try run(
      "lịch sử tập thể từ kho \"kho.sqlite\"\nin số năm liên tục(hạng = 1) của tập thể", year: 2026)
    #expect(none.error.contains("DL176"), "\(none.error)")
  }

  /// 36/7 is neither 5,142857 nor anything else a decimal can say.
  @Test func pastValuesAreExact() throws {
    let folder = try folder()
    try folder.write("a.csv", "mã;tên;số tin bài;tỷ lệ;điểm thẩm tra\nA;Ban A;1;50%;1\n")
    let script = """
      phong trào "Phong trào thử"
        năm: YEAR
      hết
      đối tượng tập thể
        mã: chữ, khóa
        tên: chữ
        số tin bài: số lượng
        tỷ lệ: tỷ lệ
        điểm thẩm tra: số
      hết
      dữ liệu tập thể từ "a.csv"
      phần ba của tập thể = số tin bài / -3
      tỷ lệ bảy của tập thể = tỷ lệ * số tin bài / 3,5

      """
    let old = Call(
      "chạy",
      try folder.write(
        "p2025.thidua", script.replacing("YEAR", with: "2025") + "lưu kết quả\n"))
    #expect(old.status == 0, "\(old.error)")
    let asks = """
      lịch sử tập thể từ kho "kho.sqlite"
      in số năm liên tục(phần ba * 3 = -1) của tập thể
      in số năm liên tục(tỷ lệ bảy * 7 = 100%) của tập thể
      in số năm liên tục(phần ba = -0,333333) của tập thể
      lưu kết quả
      """
    let next = Call(
      "chạy",
      try folder.write("p2026.thidua", script.replacing("YEAR", with: "2026") + asks))
    #expect(next.output.hasPrefix("2\n2\n0\n"), "\(next.output)\(next.error)")
    #expect(store(folder, "chạy-lại", "2").output.contains("giống hệt"))
    // Nobody else may write so.
    let typed = try folder.write(
      "go.thidua", "đối tượng a\n  x: số\nhết\ndữ liệu a\n  | x |\n  | 1/3 |\nin x của a\n")
    #expect(Call("chạy", typed).error.contains("DL"))
  }

  // MARK: What can be wrong with the file

  @Test func anotherDatabaseIsNeverTouched() throws {
    let folder = try folder()
    try FileAccess.makeFolder(folder.file("ket-qua"))
    try SQLiteFile.make(
      folder.file("ket-qua/kho.sqlite"), sql: "CREATE TABLE t(a); INSERT INTO t VALUES (1);")
    let before = try FileAccess.read(folder.file("ket-qua/kho.sqlite"))
    let refused = try saved(folder)
    #expect(refused.error.contains("DL172"), "\(refused.error)")
    #expect(try FileAccess.read(folder.file("ket-qua/kho.sqlite")) == before)
    try folder.write("ket-qua/kho.sqlite", "không phải cơ sở dữ liệu, chỉ là chữ")
    #expect(try saved(folder).error.contains("DL171"))
  }

  @Test func aNewerStoreIsLeftAlone() throws {
    let folder = try folder()
    try FileAccess.makeFolder(folder.file("ket-qua"))
    try SQLiteFile.make(
      folder.file("ket-qua/kho.sqlite"),
      sql: "CREATE TABLE t(a); PRAGMA application_id = 1413772641; PRAGMA user_version = 99;")
    #expect(try saved(folder).error.contains("DL173"))
    #expect(store(folder, "liệt-kê").error.contains("DL173"))
  }

  @Test func whatWasChangedInTheStoreIsNoticed() throws {
    let folder = try folder()
    _ = try saved(folder)
    try SQLiteFile.make(
      folder.file("ket-qua/kho.sqlite"), sql: "UPDATE noi_dung SET nen = x'789c030000000001';")
    #expect(store(folder, "chạy-lại", "1").error.contains("DL174"))
    // Reasons are not reckoned again: they need neither script nor data.
    let why = store(folder, "vì-sao", "1", "tổng điểm của tập thể \"A\"")
    #expect(why.output.contains("12 × 3 = 36") && why.error.isEmpty)
  }

  @Test func reasonsAreThoseOfTheStore() throws {
    let folder = try folder()
    let script = try folder.write("p2025.thidua", Self.script(2025, "lưu kết quả"))
    _ = try saved(folder)
    let questions = [
      "tổng điểm của tập thể \"A\"", "hạng của tập thể \"Ban B\"",
      "Vì sao lao động tiên tiến của tập thể “C”", "phần bảy của tập thể \"a\"",
    ]
    for question in questions {
      let stored = store(folder, "vì-sao", "1", question)
      let plain = question.map { $0 == "“" || $0 == "”" ? "\"" : String($0) }.joined()
      // The same words; the store names the file of every line, and its own command to ask on.
      func told(_ text: String) -> [String] {
        text.replacing(" ", with: "").split(separator: "\n").map(String.init)
          .filter { !$0.hasPrefix("(…") }
      }
      let now = Call("vì-sao", script, plain).output
      #expect(
        told(stored.output) == told(now.replacing("← dòng", with: "← p2025.thidua, dòng")))
    }
    let input = store(folder, "vì-sao", "1", "tỷ lệ của tập thể \"A\"")
    #expect(input.output == "tỷ lệ của tập thể \"Ban A\": 85,5%  ← a.csv, dòng 2, cột \"tỷ lệ\"\n")
    let other = store(folder, "vì-sao", "1", "vì sao không lao động tiên tiến của tập thể \"C\"")
    #expect(other.output.contains("kho không cất sẵn lý do cho câu hỏi này"), "\(other.error)")
    #expect(store(folder, "vì-sao", "1", "tổng của tập thể \"A\"").error.contains("KT001"))
    let unknown = store(folder, "vì-sao", "1", "tổng điểm của tập thể \"Z\"").error
    #expect(unknown.contains("Kiểm tra lại mã hoặc tên trong lượt 1"), "\(unknown)")
    let bare = store(folder, "vì-sao", "1", "tổng điểm của A").error
    #expect(bare.contains("tổng điểm của tập thể \"A\""), "\(bare)")
  }

  @Test func aNameOfSeveralIsAskedByKey() throws {
    let folder = try folder()
    try folder.write("a.csv", Self.data.replacing("Ban B", with: "Ban A"))
    _ = try saved(folder)
    let asked = store(folder, "vì-sao", "1", "hạng của tập thể \"ban a\"")
    #expect(asked.error.contains("TL085") && asked.error.contains("A; B"), "\(asked.error)")
    #expect(store(folder, "vì-sao", "1", "hạng của tập thể \"B\"").output.contains(": 2"))
  }

  /// Rows without a key may look alike: each is compared with its own twin, and none can be asked by name.
  @Test func subjectsThatLookAlikeAreToldApartByTheirOrder() throws {
    let folder = try folder()
    try folder.write("s.csv", "tên;điểm\nSố hóa;5\nSố hóa;8\nXanh;1\n")
    let more = """
      đối tượng sáng kiến
        tên: chữ
        điểm: số
      hết
      dữ liệu sáng kiến từ "s.csv"
      gấp của sáng kiến = điểm * 2
      lưu kết quả
      """
    let script = try folder.write("p.thidua", Self.script(2025, more))
    #expect(Call("chạy", script).status == 0)
    let again = store(folder, "chạy-lại", "1")
    #expect(again.output.contains("giống hệt"), "\(again.output)")
    #expect(!again.output.contains("lý do kể khác"), "\(again.output)")
    #expect(store(folder, "so-sánh", "1", "1").output.contains("giống hệt"))
    let asked = store(folder, "vì-sao", "1", "gấp của sáng kiến \"Số hóa\"")
    #expect(asked.error.contains("TL085") && asked.error.contains("không có mã"), "\(asked.error)")
    #expect(asked.error.contains("Thêm khóa") && !asked.error.contains("; ."), "\(asked.error)")
    try folder.write("s.csv", "tên;điểm\nSố hóa;5\nSố hóa;9\nXanh;1\n")
    #expect(Call("chạy", script).status == 0)
    let compared = store(folder, "so-sánh", "1", "2").output
    #expect(compared.contains("1 chỗ khác") && compared.contains("gấp: 16 → 18"), "\(compared)")
  }

  @Test func kindsSpeltAlikeWithoutAccentsAreTakenOutBoth() throws {
    let folder = try folder()
    try folder.write("d.csv", "tên;điểm\nMột;5\n")
    let more = """
      đối tượng đội
        tên: chữ, khóa
        điểm: số
      hết
      dữ liệu đội từ "d.csv"
      gấp của đội = điểm * 2
      đối tượng đồi
        tên: chữ, khóa
        điểm: số
      hết
      dữ liệu đồi từ "d.csv"
      gấp ba của đồi = điểm * 3
      lưu kết quả
      """
    #expect(
      Call("chạy", try folder.write("p.thidua", Self.script(2025, more))).status == 0)
    let taken = store(folder, "xuất", "1", "--ra", folder.file("lay-ra"))
    #expect(taken.status == 0, "\(taken.error)")
    #expect(try folder.text("lay-ra/da-luu/doi.csv").contains("Một;5;10"))
    #expect(try folder.text("lay-ra/da-luu/doi-2.csv").contains("Một;5;15"))
    #expect(try folder.text("lay-ra/da-luu/doi-2-ly-do.csv").contains("gấp ba"))
  }

  /// An apostrophe before a sign is a letter like others on its way through stores and databases.
  @Test func anApostropheBeforeASignIsKept() throws {
    let folder = try folder()
    try SQLiteFile.make(
      folder.file("he-thong.sqlite"),
      sql: "CREATE TABLE t(ma, ten); INSERT INTO t VALUES ('''-01', '''=a'), ('-02', '''b');")
    let script = """
      phong trào "Phong trào thử"
        năm: YEAR
      hết
      đối tượng đội
        ma: chữ, khóa
        ten: chữ
      hết
      dữ liệu đội từ "he-thong.sqlite", bảng "t"
      một của đội = 1
      in ma của đội
      in ten của đội

      """
    let old = Call(
      "chạy",
      try folder.write(
        "p2025.thidua", script.replacing("YEAR", with: "2025") + "lưu kết quả\n"))
    #expect(old.output.hasPrefix("'-01; -02\n'=a; 'b\n"), "\(old.output)\(old.error)")
    let next = Call(
      "chạy",
      try folder.write(
        "p2026.thidua",
        script.replacing("YEAR", with: "2026") + "lịch sử đội từ kho \"kho.sqlite\"\n"
          + "in số năm liên tục(một = 1) của đội\n"))
    #expect(next.output.contains("2; 2\n"), "\(next.output)\(next.error)")
    #expect(store(folder, "xuất", "1", "--ra", folder.file("lay-ra")).status == 0)
    let again = Call("chạy", folder.file("lay-ra/p2025.thidua"))
    #expect(again.output.hasPrefix("'-01; -02\n'=a; 'b\n"), "\(again.output)\(again.error)")
  }

  /// Does something when the script prints.
  private final class Meddler: RunListener {
    let act: () -> Void
    init(_ act: @escaping () -> Void) { self.act = act }
    func printed(_ text: String) { act() }
    func began(_ work: String, rowCount: Int) {}
  }

  @Test func dataThatIsGoneCannotBeKept() throws {
    let folder = try folder()
    let script = try folder.write("p.thidua", Self.script(2025, "in 1\nlưu kết quả"))
    let report = Engine().run(.file(script), listener: Meddler { unlink(folder.file("a.csv")) })
    #expect(report.diagnostics.all.map(\.code).contains("DL175"))
    #expect(FileAccess.identity(folder.file("ket-qua")) == nil)
  }

  /// What is kept and what a report names is what was reckoned with.
  @Test(arguments: ["a.csv", "p.thidua"]) func filesThatChangedCannotBeKept(_ name: String) throws {
    let folder = try folder()
    let script = try folder.write("p.thidua", Self.script(2025, "in 1\nlưu kết quả"))
    let report = Engine().run(
      .file(script),
      listener: Meddler { _ = try? folder.write(name, Self.data + "\n# đã sửa\n") })
    #expect(report.diagnostics.all.map(\.code).contains("DL175"))
    #expect(FileAccess.identity(folder.file("ket-qua")) == nil)
  }

  @Test func wrongCallsAreExplained() throws {
    let folder = try folder()
    _ = try saved(folder)
    #expect(store(folder, "xem", "7").error.contains("TL080"))
    #expect(store(folder, "xem", "bảy").error.contains("TL080"))
    #expect(store(folder, "xóa", "1").error.contains("TL081"))
    #expect(store(folder, "xem").error.contains("TL004"))
    #expect(store(folder, "xem", "1", "kho.sqlite").error.contains("--kho TỆP"))
    #expect(store(folder, "so-sánh", "1", "1", "kho.sqlite").error.contains("--kho TỆP"))
    #expect(Call("kho").output.contains("thidua kho chạy-lại N"))
    #expect(store(folder, "liet-ke").output.contains("Phong trào thử"))
    #expect(store(folder, "xem", "1").output.contains("Lao động tiên tiến: 2 (Ban A; Ban B)"))
  }

  @Test func aRunThatFailsStoresNothing() throws {
    let folder = try folder()
    let script = try folder.write("p.thidua", Self.script(2025, "lưu kết quả\nin 1 / 0"))
    #expect(Call("chạy", script).status != 0)
    #expect(FileAccess.identity(folder.file("ket-qua")) == nil)
  }
}
