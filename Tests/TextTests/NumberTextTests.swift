import Testing
import ThiDuaNumber
import ThiDuaText

/// Printing and reading of numbers, and numbers in words.
@Suite struct NumberTextTests {
  private func read(_ text: String, _ style: NumberStyle = .vietnamese) -> Exact? {
    try? NumberText.parse(text.utf8, style: style).get()
  }

  private func problem(_ text: String, _ style: NumberStyle = .vietnamese) -> NumberProblem? {
    if case .failure(let problem) = NumberText.parse(text.utf8, style: style) { return problem }
    return nil
  }

  private func micros(_ value: Int64) -> Exact { Exact(micros: value) }

  @Test(arguments: [
    ("0", 0), ("8,5", 8_500_000), ("-8,5", -8_500_000), ("\u{2212}0,25", -250_000),
    ("+3", 3_000_000), ("1.250.000", 1_250_000_000_000), ("1.250.000,5", 1_250_000_500_000),
    (" 97,25\u{A0}", 97_250_000), ("05", 5_000_000), ("0,000001", 1), ("1250", 1_250_000_000),
  ])
  func reads(_ pair: (String, Int64)) {
    #expect(read(pair.0) == micros(pair.1))
  }

  @Test func readsInternational() {
    #expect(read("1,250,000.5", .international) == micros(1_250_000_500_000))
    #expect(read("8.5", .international) == micros(8_500_000))
    #expect(
      problem("8,5", .international)
        == .wrongDecimalMark(suggestion: "8.5", style: .international))
  }

  @Test func readsNumbersOfAnyLength() {
    let text = String(repeating: "7", count: 40) + "," + String(repeating: "3", count: 20)
    #expect(read(text).map { NumberText.format($0) } == text)
    #expect(problem(String(repeating: "1", count: 1001)) == .tooLong)
  }

  @Test(arguments: [
    ("", NumberProblem.empty), ("  ", .empty), ("abc", .notANumber), ("-", .notANumber),
    ("--5", .notANumber), (".5", .notANumber), ("đ5", .notANumber),
    ("8.5", .wrongDecimalMark(suggestion: "8,5", style: .vietnamese)),
    ("-0.125", .wrongDecimalMark(suggestion: "-0,125", style: .vietnamese)),
    ("1.2.3", .badGroups(style: .vietnamese)), ("1.2345.678", .badGroups(style: .vietnamese)),
    ("1,234.567", .badGroups(style: .vietnamese)), ("1.", .badGroups(style: .vietnamese)),
    ("1,2,3", .twoDecimalMarks(style: .vietnamese)), ("8,", .missingDigits(style: .vietnamese)),
    (",5", .missingDigits(style: .vietnamese)),
    ("1 000", .spaceInside(suggestion: "1000", style: .vietnamese)),
    ("8 điểm", .trailing("điểm")), ("1e5", .trailing("e5")), ("85%", .percentSign),
    ("85 %", .percentSign), ("5-3", .trailing("-3")),
  ])
  func refuses(_ pair: (String, NumberProblem)) {
    #expect(problem(pair.0) == pair.1)
    #expect(pair.1.message.hasSuffix(".") && pair.1.advice.hasSuffix("."))
  }

  @Test func percentages() {
    let ratio = Exact(17).divided(by: Exact(20))
    #expect(NumberText.formatPercent(ratio) == "85%")
    #expect(NumberText.formatPercent(Exact(1).divided(by: Exact(3))) == "33,333333…%")
    #expect(NumberText.formatPercent(Exact(1).divided(by: Exact(3)), decimals: 1) == "33,3%")
    #expect((try? NumberText.parsePercent("85 %".utf8).get()) == ratio)
    #expect((try? NumberText.parsePercent("85%".utf8).get()) == ratio)
    #expect(NumberText.parsePercent("85".utf8) == .failure(.missingPercent))
    #expect(NumberText.parsePercent("%".utf8) == .failure(.empty))
  }

  @Test(arguments: [
    (0, "0"), (97_250_000, "97,25"), (-500_000, "-0,5"), (1, "0,000001"), (100_000_000, "100"),
    (9_223_372_036_854_775_807, "9223372036854,775807"),
    (-9_223_372_036_854_775_808, "-9223372036854,775808"),
  ])
  func printsMicros(_ pair: (Int64, String)) {
    #expect(NumberText.format(micros(pair.0)) == pair.1)
    var bytes: [UInt8] = []
    NumberText.append(micros: pair.0, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == pair.1)
  }

  @Test(arguments: [
    (1_005_000, 2, "1,01"), (-1_005_000, 2, "-1,01"), (2_000_000, 2, "2,00"), (-4_000, 2, "0,00"),
    (999_999, 0, "1"), (499_999, 0, "0"), (1_500_000, 8, "1,50000000"), (14_625_000, 2, "14,63"),
  ])
  func printsFixedDecimals(_ triple: (Int64, Int, String)) {
    let exact = micros(triple.0)
    #expect(NumberText.format(exact, decimals: triple.1) == triple.2)
    // The slow path must agree with the fast one; grouping of small numbers adds nothing.
    #expect(NumberText.format(exact, decimals: triple.1, grouping: true) == triple.2)
  }

  @Test func printsTheRest() {
    let third = Exact(1).divided(by: Exact(3))
    #expect(NumberText.format(third) == "0,333333…")
    #expect(NumberText.format(-third) == "-0,333333…")
    #expect(NumberText.format(third, decimals: 2) == "0,33")
    #expect(NumberText.format(third, style: .international) == "0.333333…")
    #expect(!NumberText.isPrintableExactly(third))
    let tiny = Exact(1).divided(by: Exact(1 << 30))
    #expect(NumberText.isPrintableExactly(tiny))
    #expect(NumberText.format(tiny) == "0,000000000931322574615478515625")
    #expect(NumberText.format(Exact(1_250_000), grouping: true) == "1.250.000")
    #expect(NumberText.format(Exact(-999), grouping: true) == "-999")
    let international = NumberText.format(
      micros(1_234_500_000), decimals: 2, style: .international, grouping: true)
    #expect(international == "1,234.50")
  }

  @Test func fastReadingAgreesWithTheStrictOne() {
    let samples = [
      "0", "5", "-5", "8,5", "8.5", "1.250", "-0,000001", "123456789012", "1234567890123", "1,",
      ",1", "-", "", "1,1234567", "12a", "1 2", "+1", "999999999999,999999", "--1",
    ]
    for text in samples {
      for style in [NumberStyle.vietnamese, .international] {
        let fast = Array(text.utf8).withUnsafeBufferPointer {
          NumberText.parseMicros($0, style: style)
        }
        if let fast { #expect(read(text, style)?.micros == fast, "\(text)") }
      }
    }
    #expect(
      Array("-97,25".utf8).withUnsafeBufferPointer {
        NumberText.parseMicros($0, style: .vietnamese)
      } == -97_250_000)
  }

  @Test(arguments: [
    ("0", "không"), ("4", "bốn"), ("10", "mười"), ("11", "mười một"), ("14", "mười bốn"),
    ("15", "mười lăm"), ("20", "hai mươi"), ("21", "hai mươi mốt"), ("24", "hai mươi tư"),
    ("25", "hai mươi lăm"), ("91", "chín mươi mốt"), ("101", "một trăm linh một"),
    ("105", "một trăm linh năm"), ("110", "một trăm mười"), ("115", "một trăm mười lăm"),
    ("1.000", "một nghìn"), ("1.005", "một nghìn không trăm linh năm"),
    ("1.250.000", "một triệu hai trăm năm mươi nghìn"),
    ("1.000.005", "một triệu không trăm linh năm"), ("1.000.000.000", "một tỷ"),
    ("2.340.000", "hai triệu ba trăm bốn mươi nghìn"),
    ("12.000.000.021", "mười hai tỷ không trăm hai mươi mốt"),
    ("1.000.000.000.000", "một nghìn tỷ"),
    ("5.000.000.000.000.000.000", "năm tỷ tỷ"),
    ("1.500.000.000.000", "một nghìn năm trăm tỷ"),
    ("-8,5", "âm tám phẩy năm"), ("8,25", "tám phẩy hai mươi lăm"),
    ("97,05", "chín mươi bảy phẩy không năm"), ("0,1234", "không phẩy một hai ba bốn"),
  ])
  func words(_ pair: (String, String)) {
    #expect(read(pair.0).flatMap { VietnameseText.wordsInVietnamese($0) } == pair.1)
  }

  @Test func wordsOfThirdsDoNotExist() {
    #expect(VietnameseText.wordsInVietnamese(Exact(1).divided(by: Exact(3))) == nil)
    #expect(VietnameseText.wordsInVietnamese(Exact(105), zeroTens: "lẻ") == "một trăm lẻ năm")
  }
}
