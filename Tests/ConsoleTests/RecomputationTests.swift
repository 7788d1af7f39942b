// The laws of assumptions: with any of them laid on, every column reads as a full run over the changed
// inputs gives it; taken off, every cell is what it was.

import Testing
import ThiDuaCompiler
import ThiDuaDomain
import ThiDuaMachine

import struct ThiDuaSemantics.Column
import struct ThiDuaSemantics.InputRule

@testable import ThiDua

@Suite struct RecomputationTests {
  /// One script with all that ties rows to other rows: references both ways, group values, ranks in and
  /// without groups, quotas, limited levels, lists, functions, parameters, requirements.
  static func mesh(_ random: inout Chance, people: Int) -> String {
    var script = """
      thang bậc kỷ luật, từ thấp lên cao: "Không"; "Khiển trách"; "Cảnh cáo"
      đối tượng đơn vị
        mã: chữ, khóa
        khối: chữ
        hệ số: số, từ 0 đến 2, bước 0,1
      hết
      đối tượng người
        mã: chữ, khóa
        đơn vị: đơn vị, lập danh sách thành viên
        tổ: chữ
        điểm: số, từ 0 đến 100
        bù: số, được để trống
        thử thách: số, từ 0 đến 10, được ghi không áp dụng
        sáng kiến: số lượng
        mức kỷ luật: kỷ luật
        tham gia: có/không
      hết
      tham số sàn = 50
      tham số trần = sàn + 45
      hàm thưởng(n) = nhỏ nhất([n; 3]) * 2
      yêu cầu của người: sáng kiến <= 12
      yêu cầu: đếm(người mà tham gia) >= 1
      điểm bù của người = bù nếu trống thì 0
      tổng điểm của người = điểm * (hệ số của đơn vị) + thưởng(sáng kiến) + điểm bù, không quá 200
      hơn tổ của người = tổng điểm - trung bình(tổng điểm trong cùng tổ)
      phần ba của người = tổng điểm / 3
      thử của người = nếu thử thách là không áp dụng thì 0 ngược lại thử thách
      xếp loại mức của người, xét từ trên xuống
        "Giỏi" khi tổng điểm từ (trần) trở lên
        "Khá" khi tổng điểm từ (sàn) trở lên
        "Yếu" còn lại
        hạn mức "Giỏi" không quá 30% số người mà mức từ "Khá" trở lên, trong mỗi tổ, bỏ số lẻ,
          theo thứ tự hạng chung; vượt thì xếp "Khá"
      xếp hạng hạng tổ của người trong mỗi tổ
        không xếp hạng khi mức kỷ luật từ "Cảnh cáo" trở lên
        theo tổng điểm giảm dần; thử giảm dần
        vẫn bằng nhau thì lấy hạng trung bình
      xếp hạng hạng chung của người
        theo phần ba giảm dần; mã
        vẫn bằng nhau thì đồng hạng
      danh hiệu "Lao động giỏi" của người
        điều kiện mức từ "Khá" trở lên
        không xét khi mức kỷ luật từ "Khiển trách" trở lên
        đề nghị không quá 25% số người đủ điều kiện, trong mỗi tổ, số lẻ từ 0,5 trở lên tính là 1
        theo thứ tự tổng điểm giảm dần
      danh hiệu "Chiến sĩ" của người
        điều kiện đạt Lao động giỏi
        đề nghị tối đa 3 người
        theo thứ tự hạng chung
      trung bình đơn vị của đơn vị = trung bình(tổng điểm của thành viên) nếu trống thì 0
      số giỏi của đơn vị = đếm(thành viên mà đạt Lao động giỏi)
      hơn đơn vị của người = tổng điểm - trung bình đơn vị của đơn vị
      giỏi nhất của đơn vị = thành viên mà tổng điểm từ 90 trở lên
      xếp hạng hạng của đơn vị trong mỗi khối
        theo trung bình đơn vị giảm dần; số giỏi giảm dần
        vẫn bằng nhau thì đồng hạng
      dữ liệu đơn vị
        | mã | khối | hệ số |

      """
    let units = 6
    for unit in 1...units {
      script += "  | D\(unit) | K\(unit % 2) | 1,\(random.below(5)) |\n"
    }
    script += "dữ liệu người\n  | mã | đơn vị | tổ | điểm | bù | thử thách | sáng kiến |"
    script += " mức kỷ luật | tham gia |\n"
    for person in 1...people {
      script += "  | P\(person) | D\(1 + random.below(units)) | T\(random.below(4)) "
      script += "| \(40 + random.below(60)),\(random.below(10)) "
      script += "| \(random.below(3) == 0 ? "" : "\(random.below(5))") "
      script += "| \(random.below(4) == 0 ? "không giao" : "\(random.below(10))") "
      script += "| \(random.below(5)) "
      script += "| \(["Không", "Không", "Không", "Khiển trách", "Cảnh cáo"][random.below(5)]) "
      script += "| có |\n"
    }
    return script
  }

  /// Every stored column of a campaign computed anew from its inputs; names of the columns that differ.
  private func differences(_ campaign: Campaign) throws -> [String] {
    let base = campaign.session
    let tables = base.runtime.tables.enumerated().map { kind, table in
      let copy = ColumnTable(rowCount: table.rowCount, columnCount: table.columns.count)
      for (index, column) in campaign.checked.subjectKinds[kind].columns.enumerated() {
        if case .input = column.source { copy.columns[index] = table.columns[index] }
      }
      return copy
    }
    let compiled = try Compiled(campaign.checked, texts: base.texts, storesAllColumns: true)
    let fresh = Session(
      asking: compiled, of: base, globals: base.runtime.globals, listener: SilentListener(),
      host: nil)
    fresh.groupings = [:]
    fresh.runtime.replaceTables(tables)
    try fresh.compute(compiled.program.plan)
    var differing: [String] = []
    for (kind, table) in base.runtime.tables.enumerated() {
      for (index, column) in table.columns.enumerated() {
        guard let column, let other = tables[kind].columns[index] else {
          #expect(table.columns[index] == nil && tables[kind].columns[index] == nil)
          continue
        }
        for row in 0..<table.rowCount
        where !column.isSame(row, as: other, row, texts: base.texts) {
          let name = campaign.checked.subjectKinds[kind].columns[index].name
          let (now, full) = (base.printer.text(column, row: row, .number), other.word(row))
          differing.append("\(name)[\(row)]: \(now), đầy đủ \(full)")
        }
      }
    }
    return differing
  }

  /// All cells as they lie in memory.
  private func bits(_ campaign: Campaign) -> [[[Int64]]] {
    campaign.session.runtime.tables.map { table in
      table.columns.map { column in
        guard let column else { return [] }
        if column.layout == .lists { return column.listRows.map(Int64.init) }
        return (0..<table.rowCount).map { column.rawCell($0) }
          + column.groupValues.map(\.bits) + [Int64(column.exceptions.count)]
      }
    }
  }

  /// A value the field may hold.
  private func value(
    _ column: Column, _ rule: InputRule, _ campaign: Campaign, _ dice: inout Chance
  )
    -> Value?
  {
    if rule.mayBeBlank, dice.below(4) == 0 { return .blank }
    if rule.mayBeNotApplicable, dice.below(4) == 0 { return .notApplicable }
    switch column.kind {
    case .count: return .number(Exact(dice.below(9)))
    case .number, .ratio:
      let whole = rule.upper.flatMap { $0.value.int } ?? 40
      let value = Exact(dice.below(whole * 10 + 1)).divided(by: Exact(10))
      return rule.step == nil && dice.below(5) == 0
        ? .number(Exact(dice.below(whole + 1)).divided(by: Exact(3))) : .number(value)
    case .truth: return .truth(dice.below(2) == 0)
    case .level(let scale):
      return .immediate(Int64(dice.below(campaign.checked.scales[scale].levels.count)))
    case .text: return .text("T\(dice.below(5))")
    case .subject(let kind):
      return .immediate(Int64(dice.below(campaign.session.runtime.tables[kind].rowCount)))
    default: return nil
    }
  }

  private func assumption(_ campaign: Campaign, _ dice: inout Chance) -> Campaign.Assumption? {
    let parameters = campaign.checked.globals.indices.filter {
      campaign.checked.globals[$0].parameter != nil
    }
    if !parameters.isEmpty, dice.below(12) == 0 {
      return .init(
        .parameter(parameters[dice.below(parameters.count)]), .number(Exact(dice.below(90))))
    }
    let kind = dice.below(campaign.checked.subjectKinds.count)
    let rows = campaign.session.runtime.tables[kind].rowCount
    let columns = campaign.checked.subjectKinds[kind].columns
    let index = dice.below(columns.count)
    guard rows > 0, case .input(let rule) = columns[index].source,
      let value = value(columns[index], rule, campaign, &dice)
    else { return nil }
    return .init(.input(.init(kind: kind, row: dice.below(rows)), column: index), value)
  }

  private func check(_ campaign: Campaign, seed: UInt64, rounds: Int) throws {
    var dice = Chance(seed: seed)
    let before = bits(campaign)
    #expect(try differences(campaign) == [])
    var laid = 0
    for round in 0..<rounds {
      let depth = 1 + dice.below(3)
      for _ in 0..<depth {
        let wanted = (0...dice.below(3)).compactMap { _ in assumption(campaign, &dice) }
        var findings = Diagnostics()
        let unchanged = bits(campaign)
        if campaign.assume(wanted, into: &findings) {
          laid += wanted.isEmpty ? 0 : 1
          let found = try differences(campaign)
          #expect(found.isEmpty, "lượt \(round), \(wanted): \(found.prefix(5))")
        } else {
          #expect(findings.hasErrors)
          #expect(bits(campaign) == unchanged, "lượt \(round): \(wanted)")
        }
      }
      while campaign.assumptionCount > 0 { campaign.liftAssumptions() }
      #expect(bits(campaign) == before, "lượt \(round)")
    }
    #expect(laid > rounds / 4)
  }

  @Test(arguments: [3, 40, 150])
  func incrementalIsFullOnAMesh(people: Int) throws {
    var dice = Chance(seed: UInt64(people))
    let (campaign, report) = Campaign.load(.text(Self.mesh(&dice, people: people)))
    #expect(report.diagnostics.all.map(\.message) == [])
    try check(try #require(campaign), seed: UInt64(people) + 1, rounds: 60)
  }

  @Test(arguments: ["goc", "dong-hang", "nhieu-cum"])
  func incrementalIsFullOnCumOne(data: String) throws {
    var options = RunOptions()
    options.dataFolder = Repository.path("Tests/Fixtures/cum-1/\(data)")
    let (campaign, _) = Campaign.load(
      .file(Repository.path("scripts/vi-du/cum-1.thidua")), options: options)
    try check(try #require(campaign), seed: 7, rounds: 40)
  }

  @Test func incrementalIsFullOnTheCampaignOf2026() throws {
    let (campaign, report) = Campaign.load(
      .file(Repository.path("scripts/2026/phong-trao.thidua")))
    #expect(report.status == .well)
    try check(try #require(campaign), seed: 3, rounds: 25)
  }
}

/// Repeatable choices.
struct Chance {
  private var state: UInt64
  init(seed: UInt64) { state = seed &+ 1 }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) >> 11) % bound
  }
}
