// Workbooks to fill in: `mẫu-nhập`. What a person fills in with Excel is tested by Tests/mau-nhap.sh.

import Testing
import ThiDua

@testable import ThiDuaConsole

@Suite struct FormTests {
  private static let fields = """
    đối tượng tập thể
      mã: chữ, khóa
      tên: chữ
      điểm: số, từ 0 đến 10, được để trống
    hết

    """

  private func folder(_ script: String) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write("a.thidua", script)
    return folder
  }

  @Test func whatIsMadeReadsBack() throws {
    let rows = "dữ liệu tập thể\n  | mã  | tên |\n  | 007 | Tổ một |\n  | 010 | \"Tổ\" hai |\n"
    let folder = try folder(Self.fields + rows)
    let call = Call("mau-nhap", folder.file("a.thidua"), "--ra", folder.path)
    #expect(call.status == 0, "\(call.error)")
    #expect(call.output.contains("trang \"Tập thể\", đã ghi sẵn 2 dòng\n"))
    let line = try #require(call.output.split(separator: "\n").last { $0.hasPrefix("  dữ liệu") })
    try folder.write(
      "b.thidua",
      Self.fields + line.dropFirst(2) + "\nin mã của tập thể; tên của tập thể; điểm của tập thể\n")
    let back = Call("chạy", folder.file("b.thidua"))
    #expect(back.error == "")
    #expect(back.output == "007; 010 Tổ một; \"Tổ\" hai trống; trống\n")
  }

  /// What a ranking parts the subjects by is known of them, be it text.
  @Test func theTextARankingPartsByIsFilledIn() throws {
    let fields = """
      đối tượng tập thể
        mã: chữ, khóa
        khối: chữ
        ghi chú: chữ, được để trống
        điểm: số, được để trống
      hết
      xếp hạng hạng của tập thể trong mỗi khối
        theo điểm giảm dần

      """
    let rows = "  | mã | khối | ghi chú | điểm |\n  | A | Khối xã | gửi chậm | 5 |\n"
    let folder = try folder(fields + "dữ liệu tập thể\n" + rows)
    let call = Call("mẫu-nhập", folder.file("a.thidua"), "--ra", folder.path)
    #expect(call.status == 0, "\(call.error)")
    let line = try #require(call.output.split(separator: "\n").last { $0.hasPrefix("  dữ liệu") })
    try folder.write(
      "b.thidua",
      fields + line.dropFirst(2)
        + "\nin khối của tập thể; ghi chú của tập thể; điểm của tập thể\n")
    let back = Call("chạy", folder.file("b.thidua"))
    #expect(back.error == "")
    #expect(back.output == "Khối xã trống trống\n")
  }

  @Test func sameBytesAndNothingWrittenOver() throws {
    let folder = try folder(Self.fields)
    for place in ["một", "hai"] {
      #expect(Call("mẫu-nhập", folder.file("a.thidua"), "--ra", folder.file(place)).status == 0)
    }
    let first = try folder.bytes("một/mau-nhap.xlsx")
    #expect(try folder.bytes("hai/mau-nhap.xlsx") == first)
    let again = Call("mẫu-nhập", folder.file("a.thidua"), "--ra", folder.file("một"))
    #expect(again.status != 0)
    #expect(again.error.hasPrefix("Lỗi TL070"))
    #expect(again.output == "")
    #expect(try folder.bytes("một/mau-nhap.xlsx") == first)
  }

  /// A filled form would take the place of the data that is there, and nobody would notice.
  @Test func aFileInThePlaceOfTheFormIsTold() throws {
    let line = "dữ liệu tập thể từ \"nhap.xlsx\", trang \"Tập thể\"\n"
    let folder = try folder(Self.fields + line)
    let first = Call("mẫu-nhập", folder.file("a.thidua"), "--ra", folder.path)
    #expect(first.status == 0, "\(first.error)")
    #expect(!first.output.contains("thay tệp ấy"))
    let second = Call("mẫu-nhập", folder.file("a.thidua"))
    #expect(second.status == 0, "\(second.error)")
    #expect(
      second.output.hasSuffix(
        "đã có \"\(folder.file("nhap.xlsx"))\": cất đi chỗ khác trước, vì mẫu cùng tên sẽ thay tệp ấy.\n"
      ))
  }

  @Test func nothingToFill() throws {
    let folder = try folder("in \"Xin chào\"\n")
    let call = Call("mẫu-nhập", folder.file("a.thidua"))
    #expect(call.status != 0)
    #expect(call.error.hasPrefix("Lỗi TL071"))
    #expect(folder.names() == ["a.thidua"])
  }

  @Test func namesOfOneFileAreMissing() throws {
    let script =
      Self.fields + "đối tượng cá nhân\n  họ tên: chữ, khóa\nhết\n"
      + "dữ liệu tập thể từ \"khong-co.csv\"\ndữ liệu cá nhân\n  | họ tên |\n  | Hoa |\n"
    let folder = try folder(script)
    let call = Call("mẫu-nhập", folder.file("a.thidua"))
    #expect(call.status == 0)
    #expect(call.error.hasPrefix("Lưu ý TL072"))
    #expect(call.output.contains("trang \"Cá nhân\", đã ghi sẵn 1 dòng\n"))
  }

  @Test func aWorkbookTheScriptReadsAlreadyNeedsNoNewLine() throws {
    let script =
      Self.fields
      + "dữ liệu tập thể từ \"so-lieu/nhap.xlsx\", trang \"Đơn vị\", dòng tiêu đề 1\n"
    let folder = try folder(script)
    let call = Call("mẫu-nhập", folder.file("a.thidua"), "--ra", folder.path)
    #expect(call.status == 0)
    #expect(call.output.hasSuffix("không phải sửa kịch bản.\n"))
    let run = Call("chạy", folder.file("a.thidua"))
    #expect(run.status == 0, "\(run.error)")
  }
}
