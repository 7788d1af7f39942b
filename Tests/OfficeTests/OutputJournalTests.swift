// Runs that are killed between their first file and their last: what the next run makes of the folders.

import Glibc
import Testing
import ThiDuaText

@testable import ThiDuaOffice

@Suite struct OutputJournalTests {
  /// Where a run works, and where what it leaves stands as if it had been killed.
  private let folder = TemporaryFolder()
  private var run: String { folder.path + "/chạy" }
  private var killed: String { folder.path + "/tắt" }

  /// This process of another time: it is no more, whatever its number.
  private let dead: String = {
    var parts = OutputOwner.process.split(separator: "-").map(String.init)
    parts[4] = "0"
    return parts.joined(separator: "-")
  }()

  private func layOut() {
    for folder in [run, run + "/cụm", killed, killed + "/cụm"] { mkdir(folder, 0o755) }
    folder.write("chạy/a.csv", Array("a cũ".utf8))
    folder.write("chạy/cụm/b.csv", Array("b cũ".utf8))
  }

  /// Takes over what stands in a folder under the names of the dead process.
  private func takeOver(_ part: String) throws {
    for name in TemporaryFolder.names(in: run + part) {
      let (from, to) = (run + part + "/" + name, killed + part + "/" + deadly(name))
      if name.hasSuffix(".nhat-ky") {
        let bytes = try #require(folder.read("chạy" + part + "/" + name))
        let text = deadly(String(decoding: bytes, as: UTF8.self))
        folder.write("tắt" + part + "/" + deadly(name), Array(text.utf8))
      } else if name != "cụm" {
        #expect(link(from, to) == 0)
      }
    }
  }

  private func deadly(_ text: String) -> String {
    text.replacing(OutputOwner.process, with: dead).replacing(run, with: killed)
  }

  /// Two files in two folders, killed when both are in place and nothing is final.
  private func kill(seal: String = "") throws {
    layOut()
    let outputs = OutputTransaction()
    for name in ["a.csv", "cụm/b.csv", "cụm/c.csv"] {
      try outputs.open(run + "/" + name, name: name).write(Array("mới".utf8))
    }
    var problem: (any Error)?
    try outputs.commit(seal: seal) {
      do {
        try takeOver("")
        try takeOver("/cụm")
      } catch {
        problem = error
      }
      return true
    }
    #expect(problem == nil)
    #expect(TemporaryFolder.names(in: run) == ["a.csv", "cụm"])
    #expect(TemporaryFolder.names(in: run + "/cụm") == ["b.csv", "c.csv"])
    #expect(text("a.csv") == "mới" && text("cụm/b.csv") == "mới")
    #expect(TemporaryFolder.names(in: killed).contains { $0.hasSuffix(".nhat-ky") })
    #expect(TemporaryFolder.names(in: killed + "/cụm").contains { $0.hasSuffix(".nhat-ky") })
  }

  private func text(_ name: String) -> String? {
    folder.read("tắt/" + name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The folders again as before the killed run; nothing hidden is left.
  private func expectOld() {
    #expect(text("a.csv") == "a cũ" && text("cụm/b.csv") == "b cũ")
    #expect(TemporaryFolder.names(in: killed) == ["a.csv", "cụm"])
    #expect(TemporaryFolder.names(in: killed + "/cụm") == ["b.csv"])
  }

  @Test(arguments: ["", "/cụm"]) func allFoldersComeBackWhicheverIsMetFirst(_ part: String) throws {
    try kill()
    let next = OutputTransaction()
    next.recover(killed + part)
    #expect(next.takeFindings().map(\.code) == ["DL180"])
    #expect(next.takeFindings().isEmpty)
    // The other folder may have waited for its own turn with what the journal does not name.
    next.recover(killed)
    next.recover(killed + "/cụm")
    #expect(next.takeFindings().isEmpty)
    expectOld()
  }

  @Test func aFolderWaitsUntilTheStoreCanBeAsked() throws {
    try kill(seal: "1 băm kho")
    let waiting = OutputTransaction { _ in nil }
    waiting.recover(killed + "/cụm")
    waiting.recover(killed)
    #expect(waiting.takeFindings().isEmpty && text("cụm/b.csv") == "mới")
    let undone = OutputTransaction { _ in false }
    undone.recover(killed + "/cụm")
    undone.recover(killed)
    #expect(undone.takeFindings().count == 1)
    expectOld()
  }

  @Test func filesOfAStoredRunStay() throws {
    try kill(seal: "1 băm kho")
    var asked: [String] = []
    let next = OutputTransaction { seal in
      asked.append(seal)
      return true
    }
    next.recover(killed + "/cụm")
    next.recover(killed)
    #expect(asked == ["1 băm kho"])
    #expect(next.takeFindings().isEmpty)
    #expect(text("a.csv") == "mới" && text("cụm/b.csv") == "mới" && text("cụm/c.csv") == "mới")
    #expect(TemporaryFolder.names(in: killed) == ["a.csv", "cụm"])
    #expect(TemporaryFolder.names(in: killed + "/cụm") == ["b.csv", "c.csv"])
  }

  /// The journal that decides went first: the other folder's files are final.
  @Test func withoutTheDecidingJournalFilesStay() throws {
    try kill()
    for name in TemporaryFolder.names(in: killed) where name.hasSuffix(".nhat-ky") {
      unlink(killed + "/" + name)
    }
    let next = OutputTransaction()
    next.recover(killed + "/cụm")
    #expect(next.takeFindings().isEmpty && text("cụm/b.csv") == "mới")
    #expect(TemporaryFolder.names(in: killed + "/cụm") == ["b.csv", "c.csv"])
  }

  @Test func theOldFileOfAChangedOneIsLaidBesideIt() throws {
    try kill()
    unlink(killed + "/cụm/b.csv")
    folder.write("tắt/cụm/b.csv", Array("b sửa tay".utf8))
    let next = OutputTransaction()
    next.recover(killed + "/cụm")
    let findings = next.takeFindings()
    #expect(findings.map(\.code) == ["DL180", "DL180"])
    #expect(findings.last?.message.contains("b (bản cũ).csv") == true)
    next.recover(killed)
    #expect(text("a.csv") == "a cũ" && text("cụm/b.csv") == "b sửa tay")
    #expect(text("cụm/b (bản cũ).csv") == "b cũ")
    #expect(TemporaryFolder.names(in: killed + "/cụm") == ["b (bản cũ).csv", "b.csv"])
  }

  /// Nothing outside its own folder, and nothing but the files of its own process.
  @Test func aForgedJournalReachesNothing() throws {
    layOut()
    folder.write("tắt/quý.csv", Array("quý".utf8))
    folder.write("tắt/cụm/quý.csv", Array("quý".utf8))
    let name = ".thidua.\(dead)-1.nhat-ky"
    for (target, temporary) in [
      ("../quý.csv", ".x.\(dead)-1.0-0.tmp"), ("x.csv", "../quý.csv"), ("x.csv", "quý.csv"),
      ("quý.csv", ".x.\(dead)-2.0-0.tmp"),
    ] {
      let mark = OutputJournal.mark(killed + "/cụm/quý.csv")
      let parts = ["", "", "0", target, temporary, "", mark, "hết"]
      folder.write("tắt/cụm/" + name, Array(parts.joined(separator: "\0").utf8))
      let next = OutputTransaction()
      next.recover(killed + "/cụm")
      #expect(TemporaryFolder.names(in: killed + "/cụm") == ["quý.csv"])
      #expect(text("quý.csv") == "quý" && next.takeFindings().isEmpty)
    }
  }

  @Test func aProcessIsMoreThanItsNumber() {
    let own = OutputOwner.process
    #expect(OutputOwner.make() != OutputOwner.make())
    #expect(!OutputOwner.isDead(own + "-1"))
    #expect(OutputOwner.isDead(dead + "-1"))
    func changed(_ part: Int, _ text: String) -> String {
      var parts = own.split(separator: "-").map(String.init)
      parts[part] = text
      return parts.joined(separator: "-") + "-1"
    }
    #expect(!OutputOwner.isDead(changed(0, "máykhác")))
    #expect(OutputOwner.isDead(changed(1, "0000000")))
    #expect(!OutputOwner.isDead(changed(2, "khác")))
    #expect(OutputOwner.isDead(changed(3, "2147483647")))
    #expect(!OutputOwner.isDead("may-1234"))
  }

  @Test func longNamesHaveHiddenNamesToo() throws {
    let name = String(repeating: "Đặc", count: 40) + ".csv"
    let outputs = OutputTransaction()
    try outputs.open(folder.path + "/" + name, name: name).write(Array("mới".utf8))
    try outputs.commit()
    #expect(folder.names == [name])
  }
}
