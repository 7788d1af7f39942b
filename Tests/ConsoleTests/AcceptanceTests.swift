// The scripts that come with the program, run as a user runs them. The expected files of cum-1 come
// from an independent reckoning (Tests/Fixtures/cum-1/doi-chung.py).

import Testing
import ThiDua

@testable import ThiDuaConsole

@Suite struct AcceptanceTests {
  @Test(arguments: ["goc", "nhieu-cum", "dong-hang", "it-don-vi"])
  func clusterOneIsExactToTheByte(data: String) throws {
    let outputs = try ScratchFolder()
    let folder = Repository.path("Tests/Fixtures/cum-1/\(data)")
    let call = Call(
      "chạy", Repository.path("scripts/vi-du/cum-1.thidua"), "--dữ-liệu", folder, "--ra",
      outputs.path)
    #expect(call.status == 0, "\(call.error)")
    #expect(outputs.names() == ["ket-qua.csv"])
    let expected = try FileAccess.read(folder + "/ket-qua.csv")
    let found = try outputs.bytes("ket-qua.csv")
    #expect(found == expected, "\(String(decoding: found, as: UTF8.self))")
  }

  @Test func theYearsScriptRunsAndItsExamplesHold() throws {
    let outputs = try ScratchFolder()
    let script = Repository.path("scripts/2026/phong-trao.thidua")
    let call = Call("chạy", script, "--ra", outputs.path)
    #expect(call.status == 0, "\(call.error)")
    #expect(!call.output.isEmpty)
    #expect(!outputs.names().isEmpty)
    let tested = Call("kiểm-thử", Repository.path("scripts"))
    #expect(tested.status == 0, "\(tested.output)\(tested.error)")
  }

  @Test func scriptsOfTheTreeAreInCanonicalLayout() throws {
    for folder in ["scripts", "Benchmarks"] {
      for path in try Repository.scripts(folder) {
        let call = Call("định-dạng", "--kiểm", Repository.path(path))
        #expect(call.status == 0, "\(path): \(call.error)")
      }
    }
  }
}
