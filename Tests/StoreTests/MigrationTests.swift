// Stores of other versions: Tests/Fixtures/kho/dang-1.sql is a store as the program before reasons left it.

import CSQLite
import Glibc
import Testing
import ThiDua
import ThiDuaStore

@Suite struct MigrationTests {
  private static let question = "tổng điểm của tập thể \"Đ-3\""
  private static let cells = "SELECT * FROM o ORDER BY 1, 2"
  private static let past = "SELECT * FROM luot JOIN phong_trao ON phong_trao.id = phong_trao"

  private func layOut() throws -> (StoreFolder, StoreKeeper) {
    let folder = try StoreFolder()
    try folder.layOutVersion1()
    return (folder, StoreKeeper(path: folder.path))
  }

  @Test func anOldStoreIsReadWithoutBeingChanged() throws {
    let (folder, keeper) = try layOut()
    let before = try folder.bytes()
    #expect(keeper.list().text.contains("Thi đua chuyên đề"))
    #expect(keeper.show(1).text.contains("chưa có lý do"))
    #expect(keeper.replay(1).text.contains("giống hệt, 21 kết quả.\n"))
    let reasons = keeper.explain(Self.question, of: 1).text
    #expect(reasons.hasPrefix("tổng điểm của tập thể \"Ban Tổ chức Đảng ủy xã Thuỷ Tiên\""))
    #expect(reasons.contains("tính lại từ kịch bản và số liệu"))
    #expect(try folder.bytes() == before)
  }

  @Test func writingBringsItForwardAndKeepsWhatWasThere() throws {
    let (folder, keeper) = try layOut()
    let cells = try folder.rows(Self.cells)
    #expect(keeper.confirm(1).report.diagnostics.isEmpty)
    #expect(try folder.rows("PRAGMA user_version") == ["2"])
    #expect(try folder.rows("PRAGMA integrity_check") == ["ok"])
    #expect(try folder.rows(Self.cells) == cells)
    #expect(try folder.rows("SELECT co_ly_do FROM luot") == ["0"])
    #expect(keeper.show(1).text.contains("chưa có lý do"))
  }

  @Test func reasonsAreAddedWhereTheResultsAreTheSame() throws {
    let (folder, keeper) = try layOut()
    let (cells, runs) = (try folder.rows(Self.cells), try folder.rows(Self.past))
    #expect(keeper.addReasons(to: 1).text == "Đã cất lý do của lượt 1 vào kho.\n")
    #expect(keeper.addReasons(to: 1).text == "Lượt 1 đã có lý do.\n")
    #expect(try folder.rows(Self.cells) == cells)
    #expect(
      try folder.rows(Self.past).map { $0.split(separator: "|").count }
        == runs.map {
          $0.split(separator: "|").count + 1
        })
    #expect(keeper.replay(1).text.contains("giống hệt, 21 kết quả và 21 lý do.\n"))
    // From the stored text alone: the script is gone.
    try folder.run("DELETE FROM tep")
    let reasons = keeper.explain(Self.question, of: 1)
    #expect(reasons.report.diagnostics.isEmpty)
    #expect(reasons.text.contains("cộng 3 điểm cho mỗi số tin bài: 3 × 4 = 12"))
    #expect(!reasons.text.contains("tính lại"))
  }

  @Test func otherResultsGetNoReasons() throws {
    let (folder, keeper) = try layOut()
    try folder.run("UPDATE luot SET bam_ra = 'khác'")
    let before = try folder.bytes()
    let answer = keeper.addReasons(to: 1)
    #expect(answer.report.diagnostics.all.map(\.code) == ["TL086"])
    #expect(try folder.bytes() == before)
  }

  @Test func changedReasonsAreTold() throws {
    let (folder, keeper) = try layOut()
    _ = keeper.addReasons(to: 1)
    try folder.run(
      "UPDATE ly_do SET loi = replace(loi, 'từ 15 trở lên', 'từ 14 trở lên') WHERE doi_tuong = 3")
    let text = keeper.replay(1).text
    #expect(text.contains("giống hệt, 21 kết quả.\n"))
    #expect(text.contains("Kết quả như nhau mà lý do kể khác: 1 trong 21.\n"))
    #expect(text.contains("tổng điểm từ 14 trở lên"))
  }

  /// A step that fails half way leaves the old store: what a killed program leaves is in Tests/kho.py.
  @Test func aFailedStepChangesNothing() throws {
    let (folder, keeper) = try layOut()
    // The name is taken: the step fails in its middle, after the column was added.
    try folder.run("CREATE TABLE ly_do_nen (x)")
    let before = try folder.bytes()
    #expect(keeper.confirm(1).report.diagnostics.all.map(\.code) == ["DL171"])
    #expect(try folder.bytes() == before)
    #expect(keeper.list().text.contains("Thi đua chuyên đề"))
  }

  @Test func aNewerStoreIsLeftAlone() throws {
    let (folder, keeper) = try layOut()
    try folder.run("PRAGMA user_version = 3")
    let before = try folder.bytes()
    for answer in [
      keeper.list(), keeper.show(1), keeper.confirm(1), keeper.addReasons(to: 1),
      keeper.explain(Self.question, of: 1),
    ] {
      #expect(answer.report.diagnostics.all.map(\.code) == ["DL173"])
    }
    #expect(throws: StoreProblem.newer(found: 3, known: 2)) { try StoreWriter(path: folder.path) }
    #expect(try folder.bytes() == before)
  }

  @Test func otherDatabasesAreLeftAlone() throws {
    let folder = try StoreFolder()
    try folder.run("CREATE TABLE a(x)")
    let before = try folder.bytes()
    #expect(throws: StoreProblem.notStore) { try Store(path: folder.path) }
    #expect(throws: StoreProblem.notStore) { try StoreWriter(path: folder.path) }
    #expect(try folder.bytes() == before)
  }
}
