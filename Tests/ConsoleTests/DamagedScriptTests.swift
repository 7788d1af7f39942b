// Damaged scripts, by the hundred: whatever a clerk pastes, the engine answers with findings or results,
// never with a trap. Scripts of the tests and the documentation are cut, doubled and shuffled by a
// generator with a fixed seed; THIDUA_HONG sets how many (a soak before a release: 100000).

import Glibc
import Testing
import ThiDua

/// A small generator whose numbers are the same on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}

/// Scripts to damage, and the words they are made of.
struct DamagedScripts {
  private let scripts: [[String]]
  private let words: [String]

  init() throws {
    var texts = try Repository.scripts("Tests/Scripts").map { try Repository.text($0) }
    texts += try Repository.scripts("Tests/Golden/sai").map { try Repository.text($0) }
    texts += try Repository.scripts("scripts").map { try Repository.text($0) }
    for page in FencedBlock.pages() {
      for block in try FencedBlock.blocks(of: page) where block.heading.hasPrefix("thidua") {
        texts.append(block.body)
      }
    }
    scripts = texts.map { text in
      text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.contains("# in ra") }
    }
    let lines = scripts.flatMap { $0 }
    words = Set(lines.flatMap { (line: String) in line.split(separator: " ").map(String.init) })
      .sorted()
  }

  func damaged(seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed)
    var lines = scripts.randomElement(using: &random)!
    for _ in 0..<Int.random(in: 1...4, using: &random) where !lines.isEmpty {
      let line = lines.indices.randomElement(using: &random)!
      switch Int.random(in: 0..<8, using: &random) {
      case 0: lines.remove(at: line)
      case 1: lines.insert(lines.randomElement(using: &random)!, at: line)
      case 2: lines.swapAt(line, lines.indices.randomElement(using: &random)!)
      case 3:
        let other = scripts.randomElement(using: &random)!
        if let stolen = other.randomElement(using: &random) { lines.insert(stolen, at: line) }
      default: lines[line] = damaged(lines[line], &random)
      }
    }
    return lines.joined(separator: "\n")
  }

  private func damaged(_ line: String, _ random: inout SeededGenerator) -> String {
    var parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let index = parts.indices.randomElement(using: &random)!
    switch Int.random(in: 0..<5, using: &random) {
    case 0: parts.remove(at: index)
    case 1: parts[index] = words.randomElement(using: &random)!
    case 2: parts.insert(words.randomElement(using: &random)!, at: index)
    case 3: parts.swapAt(index, parts.indices.randomElement(using: &random)!)
    default:
      var letters = Array(parts[index])
      if let letter = letters.indices.randomElement(using: &random) { letters.remove(at: letter) }
      parts[index] = String(letters)
    }
    return parts.joined(separator: " ")
  }
}

@Suite struct DamagedScriptTests {
  @Test func everyDamagedScriptIsAnswered() throws {
    let scripts = try DamagedScripts()
    let count = getenv("THIDUA_HONG").flatMap { Int(String(cString: $0)) } ?? 400
    let first = getenv("THIDUA_HONG_TU").flatMap { Int(String(cString: $0)) } ?? 1
    let folder = try ScratchFolder()
    var options = RunOptions()
    options.outputFolder = folder.path
    options.limits.steps = 200_000
    options.limits.memory = 1 << 26
    for seed in first..<first + count {
      let text = scripts.damaged(seed: UInt64(seed))
      // What stopped the process, if anything does, stands in this file.
      if getenv("THIDUA_HONG") != nil { try folder.write("dang-thu.thidua", "# \(seed)\n" + text) }
      let report = Engine().run(
        .text(text, folder: folder.path), options: options, listener: Recorder())
      #expect((report.status == .well) != report.diagnostics.hasErrors)
      for diagnostic in report.diagnostics.all {
        #expect(!DiagnosticRenderer.render(diagnostic, sources: report.sources).isEmpty)
      }
      let formatted = Engine().format(.text(text))
      if let layout = formatted.text {
        #expect(Engine().format(.text(layout)).text == layout, "hạt giống \(seed)")
      }
    }
  }
}
