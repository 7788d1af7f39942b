// From one year to the next: scripts that inherit, `năm-mới`, `khác-biệt`.

import Testing
import ThiDua

@testable import ThiDuaConsole

/// A tree with a script of 2026 and its data.
private struct Years {
  let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try FileAccess.makeFolder(folder.file("2026"))
    try folder.write("2026/phong-trao.thidua", Years.script)
    try folder.write(
      "2026/tap-the.csv", "\u{FEFF}tên;báo cáo chậm;số hóa\r\nA;1;90%\r\nB;0;80%\r\n")
  }

  static let script = """
    phong trào "Phong trào thi đua năm 2026"
      năm: 2026
      chủ đề: "Đoàn kết"
      thời gian: từ 1/1/2026 đến 31/12/2026
    hết

    văn bản HD10 "Hướng dẫn số 10, ngày 14/5/2026"
    tham số mức thưởng = 100

    đối tượng tập thể
      tên: chữ, khóa
      báo cáo chậm: số lượng
      số hóa: tỷ lệ
    hết
    dữ liệu tập thể từ "tap-the.csv"

    nhóm 4 "Chuyển đổi số" của tập thể, tối đa 15 điểm
      tiêu chí 4.1 "Số hóa", tối đa 10 điểm
        được tính số hóa * điểm tối đa
        căn cứ HD10
      tiêu chí 4.2 "Kỷ cương", tối đa 5 điểm
        được tính điểm tối đa
        trừ 1 điểm cho mỗi báo cáo chậm
    hết

    xếp loại mức của tập thể, xét từ trên xuống
      "Tốt" khi nhóm 4 từ 13 trở lên
      "Khá" còn lại

    xếp hạng hạng của tập thể
      theo nhóm 4 giảm dần

    yêu cầu của tập thể: báo cáo chậm từ 0 đến 9
    in tên của tập thể; nhóm 4 của tập thể

    """

  /// Runs the script of 2027 with these lines after `kế thừa`.
  func run(_ lines: String, data: String = "2026") throws -> Call {
    if !FileAccess.isFolder(folder.file("2027")) {
      try FileAccess.makeFolder(folder.file("2027"))
    }
    let text = "kế thừa \"../2026/phong-trao.thidua\"\n" + lines
    let path = try folder.write("2027/phong-trao.thidua", text)
    return Call("chạy", path, "--dữ-liệu", folder.file(data), "--ra", folder.file("ra"))
  }
}

@Suite struct InheritanceTests {
  @Test(arguments: [
    // Nothing of its own: last year's rules and actions.
    ("", "A; B 13; 13\n"),
    ("in 1\n", "1\n"),
    ("sửa đổi tiêu chí 4.1, tối đa 8 điểm\n", "A; B 11,2; 11,4\n"),
    ("sửa đổi tiêu chí 4.2\n  trừ 2 điểm cho mỗi báo cáo chậm\n", "A; B 12; 13\n"),
    ("sửa đổi tiêu chí 4.2\n  bãi bỏ trừ 1 điểm cho mỗi báo cáo chậm\n", "A; B 14; 13\n"),
    (
      "sửa đổi tiêu chí 4.2\n  bổ sung trừ 2 điểm khi số hóa dưới 85%\n", "A; B 13; 11\n"
    ),
    ("sửa đổi nhóm 4 của tập thể, tối đa 12,5 điểm\n", "A; B 12,5; 12,5\n"),
    (
      "sửa đổi nhóm 4 của tập thể\n  tiêu chí 4.2, tối đa 4 điểm\nhết\n",
      "A; B 12; 12\n"
    ),
    ("bãi bỏ tiêu chí 4.2\n", "A; B 9; 8\n"),
    (
      "bổ sung nhóm 4 của tập thể\n  tiêu chí 4.3 \"Mới\", tối đa 1 điểm: được tính 1 điểm\nhết\n",
      "A; B 14; 14\n"
    ),
    (
      "thay thế tiêu chí 4.2 \"Nền nếp\", tối đa 3 điểm: được tính 3 điểm\n", "A; B 12; 11\n"
    ),
    ("sửa đổi tham số mức thưởng = 200\nin mức thưởng\n", "200\n"),
    (
      "bãi bỏ báo cáo chậm của tập thể\nbãi bỏ tiêu chí 4.2\n"
        + "bãi bỏ yêu cầu của tập thể: báo cáo chậm từ 0 đến 9\n", "A; B 9; 8\n"
    ),
    (
      "sửa đổi xếp loại mức của tập thể\n  \"Tốt\" khi nhóm 4 từ 14 trở lên\nin mức của tập thể\n",
      "Khá; Khá\n"
    ),
    (
      "sửa đổi phong trào\n  năm: 2027\nhết\nin năm của phong trào; chủ đề của phong trào\n",
      "2027 Đoàn kết\n"
    ),
    ("phong trào \"Mới\"\n  năm: 2027\nhết\nin tên của phong trào\n", "Mới\n"),
    ("dữ liệu tập thể\n  | tên | báo cáo chậm | số hóa |\n  | C | 0 | 50% |\n", "C 10\n"),
  ])
  func wordsOfAmendment(lines: String, output: String) throws {
    let call = try Years().run(lines)
    #expect(call.output == output, "\(call.error)")
    #expect(call.status == 0)
  }

  @Test func findingsPointIntoTheScriptThatSaysSo() throws {
    let call = try Years().run("bãi bỏ tiêu chí 4.1\ntổng của tập thể = tiêu chí 4.1\n")
    #expect(call.error.contains("2027/phong-trao.thidua:3:"))
    #expect(call.error.contains("đã bãi bỏ ở đây"))
  }

  @Test func threeYearsInARow() throws {
    let years = try Years()
    _ = try years.run("sửa đổi tiêu chí 4.1, tối đa 8 điểm\n")
    try FileAccess.makeFolder(years.folder.file("2028"))
    let path = try years.folder.write(
      "2028/phong-trao.thidua",
      "kế thừa \"../2027/phong-trao.thidua\"\nsửa đổi tiêu chí 4.1, tối đa 6 điểm\n")
    let call = Call("chạy", path, "--dữ-liệu", years.folder.file("2026"))
    #expect(call.output == "A; B 9,4; 9,8\n", "\(call.error)")
  }

  @Test func aTestScriptMayUseAScriptThatInherits() throws {
    let years = try Years()
    _ = try years.run("sửa đổi tiêu chí 4.1, tối đa 8 điểm\n")
    let path = try years.folder.write(
      "2027/kiem-thu.thidua",
      """
      dùng "phong-trao.thidua"
      ví dụ "mức mới"
        dữ liệu tập thể
          | tên | báo cáo chậm | số hóa |
          | A   | 0            | 50%    |
        kết quả tiêu chí 4.1 của tập thể "A" = 4
      hết

      """)
    #expect(Call("kiểm-thử", path).status == 0)
    #expect(Call("chạy", path, "--dữ-liệu", years.folder.file("2026")).output == "")
  }

  @Test func aTransitionEndsWhenALaterYearAmendsTheRule() throws {
    let years = try Years()
    let dated = """
      sửa đổi tiêu chí 4.1 từ 1/9/2027, áp dụng theo ngày nhận, tối đa 20 điểm
      sửa đổi nhóm 4 của tập thể, tối đa 100 điểm
      bổ sung đối tượng tập thể
        ngày nhận: ngày
      hết
      dữ liệu tập thể
        | tên | báo cáo chậm | số hóa | ngày nhận |
        | A   | 0            | 50%    | 1/8/2027  |
        | B   | 0            | 50%    | 1/9/2027  |

      """
    #expect(try years.run(dated).output == "A; B 10; 15\n")
    try FileAccess.makeFolder(years.folder.file("2028"))
    let path = try years.folder.write(
      "2028/phong-trao.thidua",
      "kế thừa \"../2027/phong-trao.thidua\"\nsửa đổi tiêu chí 4.1, tối đa 30 điểm\n")
    #expect(Call("chạy", path).output == "A; B 20; 20\n")
  }
}

@Suite struct TypedAmendmentTests {
  private func conversation(_ lines: String...) -> Call {
    Call(
      "hỏi",
      input: ([
        "đối tượng tập thể", "  tên: chữ, khóa", "  chậm: số lượng", "hết",
        "dữ liệu tập thể", "  | tên | chậm |", "  | A | 2 |", "",
        "tiêu chí 1 của tập thể, tối đa 5 điểm", "  được tính điểm tối đa",
        "  trừ 1 điểm cho mỗi chậm", "",
      ] + lines).joined(separator: "\n") + "\n")
  }

  @Test func anAmendmentChangesWhatWasDeclared() {
    let call = conversation(
      "tiêu chí 1 của tập thể \"A\"", "sửa đổi tiêu chí 1, tối đa 8 điểm", "",
      "tiêu chí 1 của tập thể \"A\"", "hoàn tác", "sửa đổi tiêu chí 1, tối đa 9 điểm", "",
      "tiêu chí 1 của tập thể \"A\"")
    #expect(call.output.hasPrefix("3\n6\n"), "\(call.error)")
    #expect(call.output.hasSuffix("7\n"), "\(call.output)\(call.error)")
  }

  @Test func twoAmendmentsOfOneThingAreRefusedAsInAFile() {
    let call = conversation(
      "sửa đổi tiêu chí 1, tối đa 8 điểm", "", "sửa đổi tiêu chí 1, tối đa 9 điểm", "",
      "tiêu chí 1 của tập thể \"A\"")
    #expect(call.error.contains("Lỗi KT322"))
    #expect(call.output == "6\n")
  }

  @Test func aBaseIsNotTyped() {
    let call = conversation("kế thừa \"../x\"", "tiêu chí 1 của tập thể \"A\"")
    #expect(call.error.contains("Lỗi TL037"))
    #expect(call.output == "3\n")
  }
}

@Suite struct DatedExplanationTests {
  private func why(_ question: String) -> Call {
    Call("vì-sao", Repository.path("Tests/Scripts/quy-tac/52-sua-doi-giua-nam.thidua"), question)
  }

  @Test func theDayIsTold() {
    let new = why("tiêu chí 4.1 của tập thể \"B\"").output
    #expect(
      new.contains("✓ từ 1/9/2026, áp dụng theo ngày nhận hồ sơ (ngày nhận hồ sơ là 01/09/2026)"))
    #expect(new.contains("trừ 2 điểm cho mỗi báo cáo chậm: 2 × 2 = 4"))
    #expect(new.contains("căn cứ: từ 01/09/2026: Quyết định số 5, Điều 1"))
    let old = why("tiêu chí 4.1 của tập thể \"A\"").output
    #expect(old.contains("✗ từ 1/9/2026"))
    #expect(old.contains("trừ 1 điểm cho mỗi báo cáo chậm: 1 × 2 = 2"))
  }

  @Test func anAwardFollowsItsVersion() {
    let old = why("vì sao không giấy khen của tập thể \"A\"").output
    #expect(old.contains("không đạt (1 điều vướng)"))
    #expect(old.contains("✗ điều kiện tiêu chí 4.1 từ 9 trở lên"))
    #expect(
      why("giấy khen của tập thể \"B\"").output.contains(
        "✓ điều kiện tiêu chí 4.1 từ 7 trở lên"))
  }
}

@Suite struct NewYearTests {
  @Test func theNewFolderChecksAndListsWhatBelongsToTheYear() throws {
    let years = try Years()
    let call = Call("nam-moi", "2027", years.folder.file("2026"))
    #expect(call.status == 0, "\(call.error)")
    #expect(call.error.isEmpty)
    let names = try FileAccess.names(in: years.folder.file("2027"))
    #expect(names == ["phong-trao.thidua", "tap-the.csv", "viec-can-lam.txt"])
    #expect(try years.folder.text("2027/tap-the.csv") == "\u{FEFF}tên;báo cáo chậm;số hóa\r\n")
    let script = try years.folder.text("2027/phong-trao.thidua")
    #expect(script.contains("kế thừa \"../2026/phong-trao.thidua\"\n"))
    #expect(script.contains("sửa đổi phong trào \"Phong trào thi đua năm 2027\"\n  năm: 2027\n"))
    let path = years.folder.file("2027/phong-trao.thidua")
    #expect(Call("kiểm-tra", path).status == 0)
    #expect(Call("định-dạng", "--kiểm", path).status == 0)
    let list = try years.folder.text("2027/viec-can-lam.txt")
    #expect(call.output.hasSuffix(list))
    for place in [":7: văn bản HD10", ":8: tham số mức thưởng", ":4: thời gian", ":2: năm: 2026"] {
      #expect(list.contains("2026/phong-trao.thidua\(place)"), "\(place)")
    }
    #expect(!list.contains(":11:"))
  }

  @Test func nothingIsWrittenOver() throws {
    let years = try Years()
    try FileAccess.makeFolder(years.folder.file("2027"))
    let call = Call("năm-mới", "2027", years.folder.file("2026"))
    #expect(call.status == 2)
    #expect(call.error.hasPrefix("Lỗi TL034"))
    #expect(try FileAccess.names(in: years.folder.file("2027")).isEmpty)
    #expect(years.folder.names() == ["2026", "2027"])
  }

  @Test(arguments: [
    (["27"], "TL036"), (["hai nghìn"], "TL036"), (["2026", "2026"], "TL036"),
    (["1999"], "TL035"), (["2027", "."], "TL035"), (["2027", "khong-co"], "TL005"),
  ])
  func wrongCalls(arguments: [String], code: String) throws {
    let years = try Years()
    var arguments = arguments
    if arguments.count == 2 { arguments[1] = years.folder.file(arguments[1]) }
    let call = Call(["năm-mới"] + arguments)
    #expect(call.status == 2)
    #expect(call.error.hasPrefix("Lỗi \(code)"), "\(call.error)")
    #expect(years.folder.names() == ["2026"])
  }

  /// Rows inside the script go on into the new year, so the list, the new script and the run say so.
  @Test func rowsInsideTheScriptAreToldOf() throws {
    let years = try Years()
    let inline = """
      dữ liệu tập thể
        | tên | báo cáo chậm | số hóa |
        | A   | 1            | 90%    |
      """
    try years.folder.write(
      "2026/phong-trao.thidua",
      Years.script.replacing("dữ liệu tập thể từ \"tap-the.csv\"", with: inline))
    #expect(Call("năm-mới", "2027", years.folder.file("2026")).status == 0)
    let list = try years.folder.text("2027/viec-can-lam.txt")
    #expect(list.contains("2026/phong-trao.thidua:15: dữ liệu tập thể viết ngay trong kịch bản"))
    let path = years.folder.file("2027/phong-trao.thidua")
    let old = Call("chạy", path)
    #expect(old.output == "A 13\n")
    #expect(old.error.contains("Cảnh báo KT333"), "\(old.error)")
    var script = try years.folder.text("2027/phong-trao.thidua")
    let head = "# dữ liệu tập thể\n#   | tên | báo cáo chậm | số hóa |\n"
    #expect(script.contains(head))
    script = script.replacing(
      head,
      with: "dữ liệu tập thể\n  | tên | báo cáo chậm | số hóa |\n  | B | 0 | 50% |\n")
    try years.folder.write("2027/phong-trao.thidua", script)
    let new = Call("chạy", path)
    #expect(new.output == "B 10\n")
    #expect(new.error.isEmpty, "\(new.error)")
  }

  @Test func theScriptOfTheTree() throws {
    let folder = try ScratchFolder()
    try FileAccess.makeFolder(folder.file("2026"))
    let names = try FileAccess.names(in: Repository.path("scripts/2026"))
    for name in names where name.hasSuffix(".thidua") || name.hasSuffix(".csv") {
      try folder.write(
        "2026/" + name, bytes: try FileAccess.read(Repository.path("scripts/2026/" + name)))
    }
    #expect(Call("năm-mới", "2027", folder.file("2026")).status == 0)
    let path = folder.file("2027/phong-trao.thidua")
    // The old year's days are warned of until they are written anew.
    #expect(Call("kiểm-tra", path).status == 0)
    let old = folder.file("2026/phong-trao.thidua")
    let same = Call("chạy", path, "--dữ-liệu", folder.file("2026"), "--ra", folder.file("ra"))
    #expect(same.status == 0)
    let difference = Call("khác-biệt", old, path, "--dữ-liệu", folder.file("2026"))
    #expect(difference.status == 0)
    #expect(difference.output.hasPrefix("Quy định: 2 điểm khác\n"))
    #expect(difference.output.contains("cá nhân: 289 đối tượng, không ai thay đổi."))
  }
}

@Suite struct DifferenceTests {
  private func compare(_ lines: String, data: Bool = false) throws -> Call {
    let years = try Years()
    _ = try years.run(lines)
    let paths = ["2026", "2027"].map { years.folder.file("\($0)/phong-trao.thidua") }
    return Call(["khac-biet"] + paths + (data ? ["--du-lieu", years.folder.file("2026")] : []))
  }

  @Test(arguments: [
    ("", "Quy định: không có gì khác.\n"),
    ("# ghi chú\n", "Quy định: không có gì khác.\n"),
    (
      "sửa đổi tiêu chí 4.1, tối đa 12 điểm\n",
      "Tiêu chí 4.1 của tập thể: mức tối đa đổi từ \"10 điểm\" thành \"12 điểm\"."
    ),
    (
      "sửa đổi tiêu chí 4.2\n  trừ 2 điểm cho mỗi báo cáo chậm\n",
      "Tiêu chí 4.2 của tập thể: dòng đổi từ \"trừ 1 điểm cho mỗi báo cáo chậm\" thành "
        + "\"trừ 2 điểm cho mỗi báo cáo chậm\"."
    ),
    ("bãi bỏ tiêu chí 4.2\n", "Bỏ tiêu chí 4.2 của tập thể: \"Kỷ cương\", tối đa 5 điểm."),
    (
      "sửa đổi xếp loại mức của tập thể\n  \"Tốt\" khi nhóm 4 từ 14 trở lên\n",
      "Xếp loại mức của tập thể: mức \"Tốt\" đổi từ \"khi nhóm 4 từ 13 trở lên\" thành "
        + "\"khi nhóm 4 từ 14 trở lên\"."
    ),
    (
      "sửa đổi tham số mức thưởng = 200\n",
      "Tham số mức thưởng: giá trị đổi từ \"100\" thành \"200\"."
    ),
    (
      "văn bản QĐ1 \"Quyết định 1\"\nsửa đổi tiêu chí 4.2, căn cứ QĐ1\n",
      "Tiêu chí 4.2 của tập thể: thêm căn cứ \"QĐ1\"."
    ),
    (
      "bãi bỏ yêu cầu của tập thể: báo cáo chậm từ 0 đến 9\n",
      "Bỏ yêu cầu của tập thể: báo cáo chậm từ 0 đến 9."
    ),
  ])
  func rules(lines: String, sentence: String) throws {
    let call = try compare(lines)
    #expect(call.status == 0, "\(call.error)")
    #expect(call.output.contains(sentence), "\(call.output)")
  }

  @Test func resultsOnTheSameData() throws {
    let call = try compare("sửa đổi tiêu chí 4.2\n  trừ 3 điểm cho mỗi báo cáo chậm\n", data: true)
    #expect(
      call.output.hasSuffix(
        """
        Kết quả trên cùng số liệu:
          tập thể: 1 trong 2 thay đổi (tiêu chí 4.2: 1, nhóm 4: 1, mức: 1, hạng: 1)
            tập thể "A": tiêu chí 4.2 4 → 2; nhóm 4 13 → 11; mức Tốt → Khá; hạng 1 → 2

        """), "\(call.output)\(call.error)")
  }

  @Test func aWrongScriptIsToldOnce() throws {
    let call = try compare("sửa đổi tiêu chí 9.9, tối đa 1 điểm\n")
    #expect(call.status == 2)
    #expect(call.output.isEmpty)
    #expect(call.error.hasPrefix("Lỗi KT320"))
  }
}

@Suite struct YardTests {
  @Test(arguments: [
    ("a/b", "a"), ("a", "."), (".", ".."), ("..", "../.."), ("/a", "/"), ("a/b/", "a"),
    ("../a", ".."),
  ])
  func parents(folder: String, parent: String) {
    #expect(FilePath.parent(of: folder) == parent)
  }

  @Test(arguments: [
    ("a/../b", "b"), ("./a", "a"), ("../a", "../a"), ("a/..", "."), ("/a/../b", "/b"),
  ])
  func resolved(path: String, plain: String) {
    #expect(FilePath.resolved(path) == plain)
    #expect(FilePath.resolved("/..") == nil)
  }

  @Test(arguments: [
    ("2026/a", ".", true), ("../a", ".", false), ("../2026/a", "..", true),
    ("../../a", "..", false), ("/x/2026/a", "/x", true), ("/y/a", "/x", false),
    ("/xy/a", "/x", false), ("a", "..", true), ("a/b", "../..", true), ("../a", "../..", true),
    (".", ".", false), ("..", "..", false), ("/a", "..", false),
  ])
  func below(path: String, folder: String, stands: Bool) {
    #expect(FilePath.stands(path, below: folder) == stands)
  }
}
