// The law of explanations on generated scripts: whatever the rules and the data, every node follows from its
// operands and the root is the value that the run gives. Then flips: each told change is run for real.

import Testing
import ThiDua

@testable import ThiDuaConsole

/// A generator that gives the same numbers on every machine.
private struct Dice {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

  mutating func roll(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }

  mutating func pick<T>(_ values: [T]) -> T { values[roll(values.count)] }
  mutating func chance(_ percent: Int) -> Bool { roll(100) < percent }
}

/// A script with its own rows.
private struct GeneratedScript {
  var text = ""
  private var dice: Dice

  init(_ seed: UInt64) {
    dice = Dice(seed)
    text = """
      văn bản HD "Hướng dẫn số \(seed)"
      tham số hệ số = \(dice.pick(["1,25", "2", "0,5"]))
      thang bậc mức, từ thấp lên cao: "Thấp"; "Vừa"; "Cao"
      đối tượng tập thể
        mã: chữ, khóa
        cụm: chữ
        a; b: số lượng
        x: số, được ghi không áp dụng
        y: số, mặc định 3
        t: tỷ lệ
        c: có/không
        m: mức
      hết
      dữ liệu tập thể
        | mã | cụm | a | b | x | y | t | c | m |

      """
    for row in 0..<6 {
      let cells = [
        "D\(row)", "C\(dice.roll(2))", "\(dice.roll(12))", "\(dice.roll(9) + 1)",
        dice.pick(["7", "2,5", "0,333", "không áp dụng", "11"]),
        dice.pick(["", "4,75", "0", "12"]),
        dice.pick(["33,3%", "85%", "100%"]), dice.pick(["có", "không"]),
        dice.pick(["Thấp", "Vừa", "Cao"]),
      ]
      text += "  | \(cells.joined(separator: " | ")) |\n"
    }
    let treatment = dice.pick([
      "", ", không áp dụng thì quy đổi", ", không áp dụng thì chia đều",
      ", không áp dụng thì tính tối đa",
    ])
    text += "nhóm 1 \"Nhóm\" của tập thể, tối đa \(dice.pick(["12", "25"])) điểm\(treatment)\n"
    for criterion in 1...3 { addCriterion("1.\(criterion)") }
    text += """
      hết
      điểm thưởng "Thưởng" của tập thể, tối đa 4 điểm
        cộng 0,75 điểm cho mỗi a, không quá 3 điểm
        cộng 2 điểm khi c
      điểm trừ "Trừ" của tập thể, tối đa 5 điểm
        trừ \(dice.pick(["0,5 điểm", "hệ số"])) cho mỗi b

      """
    let formula = dice.pick([
      "nhóm 1 + thưởng - trừ", "(nhóm 1 + y) * hệ số / 3 - trừ",
      "làm tròn(nhóm 1 * t + a / b; 2)", "nếu c thì nhóm 1 + y ngược lại nhóm 1 - trừ * 0,3",
      "cao nhất([nhóm 1; y]) + a / b",
    ])
    text += """
      tổng điểm của tập thể = \(formula)
        riêng trường hợp m là "Thấp" và a trên 8 thì \(dice.pick(["0 điểm", "a / b"]))
      bình quân của tập thể = trung bình(tổng điểm trong cùng cụm mà c hoặc a từ 1 trở lên)
      hơn kém của tập thể = tổng điểm - (bình quân nếu trống thì 0)
      tổng chung của tập thể = tổng(tổng điểm của tập thể mà b từ 2 trở lên)
      xếp loại loại của tập thể
        "Tốt" khi tổng điểm từ 9 trở lên
        "Khá" khi tổng điểm từ 4 đến dưới 9
        "Yếu" còn lại
        riêng trường hợp m là "Thấp" thì cao nhất là "Khá"
        riêng trường hợp c thì hạ một mức
      xếp hạng hạng của tập thể trong mỗi cụm
        không xếp hạng khi \(dice.pick(["c và a dưới 3", "a là 0"]))
        theo tổng điểm giảm dần; b tăng dần
        vẫn bằng nhau thì đồng hạng
      danh hiệu "Giấy khen" của tập thể
        điều kiện loại từ "Khá" trở lên
        điều kiện a từ \(dice.roll(6)) trở lên
        điều kiện được xếp hạng
        không xét khi m là "Thấp"
        đề nghị không quá 50% số tập thể đủ điều kiện, trong mỗi cụm, số lẻ từ 0,5 trở lên tính là 1
        theo thứ tự hạng

      """
  }

  private mutating func addCriterion(_ code: String) {
    text += "  tiêu chí \(code), tối đa \(dice.pick(["5", "8", "10"])) điểm\n"
    if dice.chance(20) {
      text +=
        "    không áp dụng khi a = \(dice.roll(4)), \(dice.pick(["bỏ ra", "quy đổi", "chia đều"]))\n"
    }
    switch dice.roll(5) {
    case 0:
      text += "    được tính điểm tối đa\n    trừ 0,5 điểm cho mỗi a, không quá 3 điểm\n"
      if dice.chance(50) { text += "    trừ 1 điểm khi c\n" }
    case 1:
      text += "    được tính 5 điểm khi a từ 8 trở lên\n"
      text += "    được tính 3 điểm khi a từ 3 đến dưới 8\n    còn lại a / b, làm tròn 1 chữ số\n"
    case 2: text += "    được tính t * điểm tối đa, làm tròn 2 chữ số\n"
    case 3:
      text += "    cộng 1,5 điểm\n    cộng 0,4 điểm cho mỗi 2 a, phần lẻ không tính\n"
      text += "    riêng trường hợp m là \"Cao\" thì thấp nhất là 4 điểm\n"
    default: text += "    được tính (x nếu trống thì 0) * hệ số / 7, không quá 4 điểm\n"
    }
    if dice.chance(30) { text += "    riêng trường hợp c và a từ 6 trở lên thì 1 điểm\n" }
    if dice.chance(30) { text += "    làm tròn đến 0,25 điểm\n" }
    if dice.chance(50) { text += "    căn cứ HD \"mục \(code)\"\n" }
  }

  /// The rows with one cell written anew.
  func changing(_ subject: String, _ column: String, to value: String) -> String {
    let names = ["mã", "cụm", "a", "b", "x", "y", "t", "c", "m"]
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      guard line.hasPrefix("  | \(subject) |"), let place = names.firstIndex(of: column) else {
        return String(line)
      }
      var cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      cells[place + 1] = " \(value) "
      return cells.joined(separator: "|")
    }.joined(separator: "\n")
  }
}

@Suite struct WhyLawTests {
  private static func load(_ text: String) -> Campaign? {
    let (campaign, report) = Campaign.load(.text(text))
    // A generated rule may have no value for a row; nothing else may be wrong.
    let isRun = report.diagnostics.all.allSatisfy {
      $0.severity != .error || $0.code.hasPrefix("CH") || $0.code.hasPrefix("DL")
    }
    #expect(isRun, "\(report.diagnostics.all.map { "\($0.code): \($0.message)" }) \(text)")
    return campaign
  }

  @Test func everyGeneratedValueRecombines() throws {
    var loaded = 0
    var nodes = 0
    for seed in 1...30 as ClosedRange<UInt64> {
      let script = GeneratedScript(seed)
      guard let campaign = Self.load(script.text) else { continue }
      loaded += 1
      for column in campaign.columns(of: 0) {
        for subject in campaign.subjects(of: 0) {
          let explanation = try #require(campaign.explain(column.name, of: subject))
          let value = campaign.value(of: column.name, of: subject)?.value
          #expect(explanation.value == value, "\(seed): \(column.name) \(subject.row)")
          #expect(WhyTests.broken(explanation) == [], "\(seed): \(column.name) \(subject.row)")
          nodes += WhyTests.count(explanation)
        }
      }
    }
    #expect(loaded > 20)
    #expect(nodes > 20_000)
  }

  @Test func everyFlipToldIsTrue() throws {
    var flips = 0
    for seed in 1...10 as ClosedRange<UInt64> {
      let script = GeneratedScript(seed)
      guard let campaign = Self.load(script.text) else { continue }
      for subject in campaign.subjects(of: 0) {
        let explanation = try #require(campaign.explainWhyNot("Giấy khen", of: subject))
        for part in explanation.parts where part.label.hasPrefix("nếu ") {
          let words = part.label.split(separator: " ").map(String.init)
          let changed = script.changing(
            "D\(subject.row)", words[1], to: words[3...].joined(separator: " "))
          let other = try #require(Self.load(changed), "\(seed): \(part.label)")
          #expect(
            other.value(of: "Giấy khen", of: subject)?.text == "đạt", "\(seed): \(part.label)")
          flips += 1
        }
      }
    }
    #expect(flips > 12)
  }

  /// The nearest value, against trying them all.
  @Test func theNearestValueIsTold() throws {
    let rows = [("A", 12, 95), ("B", 3, 92), ("C", 5, 70), ("D", 4, 60)]
    func script(_ tin: Int) -> String {
      var text = """
        đối tượng tập thể
          mã: chữ, khóa
          tin: số lượng, từ 0 đến 30
          điểm: số, từ 0 đến 100, bước 0,5
        hết
        dữ liệu tập thể
          | mã | tin | điểm |

        """
      for (name, own, points) in rows {
        text += "  | \(name) | \(name == "C" ? tin : own) | \(points) |\n"
      }
      return text + """
        tổng điểm của tập thể = điểm + tin * tin / 4
        xếp hạng hạng của tập thể
          theo tổng điểm giảm dần
          vẫn bằng nhau thì đồng hạng
        danh hiệu "Giấy khen" của tập thể
          điều kiện tổng điểm từ 80 trở lên
          đề nghị tối đa 2 tập thể
          theo thứ tự hạng
        """
    }
    let campaign = try #require(Self.load(script(5)))
    let c = try #require(campaign.subject(of: "tập thể", key: "C"))
    let told = try #require(campaign.explainWhyNot("Giấy khen", of: c)).parts.map(\.label)
    let nearest = try #require(
      (6...30).first { tin in
        Self.load(script(tin)).flatMap { $0.value(of: "Giấy khen", of: c)?.text } == "đạt"
      })
    #expect(told.contains("nếu tin là \(nearest)"), "\(told)")
  }
}
