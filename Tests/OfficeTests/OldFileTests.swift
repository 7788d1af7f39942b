import Testing
import ThiDuaOffice
import ThiDuaText

/// Files older than Unicode, as a whole.
struct OldFileTests {
  private let fields = [FieldSpec("mã", .text), FieldSpec("tên", .text)]

  /// `Tiªu` as a font of the time shows it: one byte a letter.
  private func latin(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value) } }

  @Test func recognisedAndSaid() {
    let reading = Reading(latin("m·;tªn\nA;Ph­êng Hoa Sim\nB;Tr­êng §ång Néi\n"), fields)
    #expect(reading.rows == [["A", "Phường Hoa Sim"], ["B", "Trường Đồng Nội"]])
    #expect(reading.codes == ["DL110"])
    #expect(reading.findings.all[0].place?.line == 3)
  }

  @Test func everyLineKeepsItsNumber() {
    let reading = Reading(
      latin("m·;tªn\r\nA;Ph­êng Hoa Sim\r\nB;\"Tr­êng\r\n§ång Néi\"\r\nB;X· Long\r\n"),
      [key, fields[1]])
    #expect(reading.codes == ["DL110", "DL002"])
    #expect(reading.errorLines.last == 5)
  }

  private var key: FieldSpec {
    var field = fields[0]
    field.isKey = true
    return field
  }

  @Test func unicodeLinesOfAMixtureStay() {
    let mixed =
      Array("mã;tên\nA;Đội Một\n".utf8) + latin("B;Ph­êng Hoa Sim\nC;Tr­êng §ång Néi\n")
    let reading = Reading(mixed, fields)
    #expect(reading.rows.map(\.[1]) == ["Đội Một", "Phường Hoa Sim", "Trường Đồng Nội"])
  }

  @Test func unicodeAndASCIIAreNeverTouched() {
    for text in ["mã;tên\nA;Lumière\nB;Tiªu chuÈn\n", "mã;tên\nA;Ph­êng\n"] {
      let reading = Reading(text, fields)
      #expect(reading.codes.isEmpty)
    }
    #expect(Reading("ma;ten\nA;B\n", [FieldSpec("ma", .text)]).codes == ["DL020"])
  }

  @Test func theScriptDecides() {
    let bytes = latin("ma;ten\nA;V¨n\n")
    let fields = [FieldSpec("ma", .text), FieldSpec("ten", .text)]
    #expect(Reading(bytes, fields).codes == ["DL111"])
    let said = Reading(bytes, fields, encoding: .tcvn3)
    #expect(said.codes.isEmpty)
    #expect(said.rows == [["A", "Văn"]])
    #expect(Reading("ma;ten\nA;Văn\n", fields, encoding: .tcvn3).codes == ["DL112"])
    #expect(Reading("ma;ten\nA;Van\n", fields, encoding: .tcvn3).codes.isEmpty)
    #expect(Reading(latin("ma;ten\nA;Ph­êng\u{81}\n"), fields, encoding: .vni).codes == ["DL113"])
  }

  @Test func wideTextWithoutItsMark() {
    let text = "mã;tên\nA;Phường Hoa Sim;\n"
    for isBig in [false, true] {
      let bytes = text.utf16.flatMap { unit -> [UInt8] in
        let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return isBig ? pair : pair.reversed()
      }
      let reading = Reading(bytes, fields)
      #expect(reading.codes == ["DL110"])
      #expect(reading.rows == [["A", "Phường Hoa Sim"]])
    }
  }

  @Test func anyBytesAreReadOrRefused() {
    var state: UInt64 = 11
    for _ in 0..<400 {
      var bytes = Array("mã;tên\n".utf8)
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(UInt8(state >> 56))
      }
      let reading = Reading(bytes, fields)
      #expect(reading.table != nil || reading.findings.hasErrors)
    }
  }
}
