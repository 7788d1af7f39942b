import Testing
import ThiDuaText

/// The door: bytes in, normalised text or one diagnostic out.
@Suite struct SourceTests {
  private func load(_ raw: [UInt8]) -> (Source?, [Diagnostic]) {
    var diagnostics = Diagnostics()
    let source = Source.load(id: 0, path: "a.thidua", raw: raw, into: &diagnostics)
    return (source, diagnostics.all)
  }

  @Test func normalisesAtTheDoor() {
    let raw = [0xEF, 0xBB, 0xBF] + Array("a\r\nie\u{302}\u{323}\rb\n".utf8)
    let (source, found) = load(raw)
    #expect(found.isEmpty)
    #expect(source?.bytes == Array("a\niệ\nb\n".utf8))
    #expect(source?.lineCount == 4)
    #expect(source?.lineText(2) == "iệ")
    #expect(source?.lineText(4) == "")
    #expect(source?.lineText(9) == "")
    let place = source?.lineAndColumn(6)
    #expect(place?.line == 2 && place?.column == 3)
    let end = source?.lineAndColumn(9_999)
    #expect(end?.line == 4 && end?.column == 1)
  }

  @Test func namesTheBadByte() {
    let (source, found) = load(Array("dòng 1\r\nab".utf8) + [0xC3, 0x28])
    #expect(source == nil)
    #expect(found.map { $0.code } == ["CP001"])
    #expect(
      found[0].message
        == "tệp không phải là văn bản UTF-8: sai ở dòng 2, byte thứ 3 của dòng")
    #expect(load([0xFF, 0xFE, 0x61, 0]).1[0].why?.contains("UTF-16") == true)
    let zero = load(Array("ab\nc".utf8) + [0]).1
    #expect(zero.map { $0.code } == ["CP002"])
    #expect(zero[0].message == "tệp có byte 0 ở dòng 2, byte thứ 2 của dòng")
  }

  @Test(
    arguments: [
      ([0xC0, 0x80], 0), ([0x61, 0xE0, 0x80, 0x80], 1), ([0xED, 0xA0, 0x80], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0), ([0xE1, 0xBB], 0), ([0x80], 0), ([0xF0, 0x80, 0x80, 0x80], 0),
      ([0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0xFF], 9), ([0xC3], 0),
      ([0xE1, 0xBB, 0x41], 0),
    ] as [([UInt8], Int)])
  func refusesWhatIsNotUTF8(_ pair: ([UInt8], Int)) {
    #expect(UTF8Check.firstInvalidOffset(in: pair.0) == pair.1)
  }

  @Test func acceptsAllOfUTF8() {
    let text = "tổng điểm — 日本 👍 \u{10FFFF} \u{FFFD} abcdefghijklmnop"
    #expect(UTF8Check.firstInvalidOffset(in: Array(text.utf8)) == nil)
    #expect(UTF8Check.firstInvalidOffset(in: [UInt8]()) == nil)
  }

  @Test func spansJoin() {
    let a = Span(file: 1, start: 3, end: 5)
    let b = Span(file: 1, start: 9, end: 12)
    #expect(a.joined(b) == Span(file: 1, start: 3, end: 12))
    #expect(Span.none.joined(a) == a && a.joined(.none) == a)
    #expect(a.joined(Span(file: 2, start: 0, end: 1)) == a)
    #expect(Span.none.isNone && !a.isNone)
  }

  @Test func mapGivesFreshIDs() {
    var map = SourceMap()
    var diagnostics = Diagnostics()
    let first = map.add(path: "a", text: "x")
    let second = map.load(path: "b", raw: Array("y".utf8), into: &diagnostics)
    #expect(first.id == 0 && second?.id == 1 && map.count == 2)
    #expect(map[1]?.path == "b" && map[7] == nil && map[-1] == nil)
    #expect(second?.text(Span(file: 1, start: 0, end: 9)) == "y")
  }
}
