// Tables of the documentation that are written from the tables of the language. In: a page with markers
//
//   <!-- máy viết: hàm Số -->
//   <!-- hết -->
//
// Out: the page with what belongs between them. Used by DocumentationTests, which compares it with the
// committed page or writes that anew.

import Testing
import ThiDua
import ThiDuaSemantics
import ThiDuaSyntax

enum GeneratedTables {
  private static let opening = "<!-- máy viết: "
  private static let closing = "<!-- hết -->"

  /// The page with every table anew.
  static func renewed(_ page: String) throws -> String {
    var result: [Substring] = []
    var skips = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == closing { skips = false }
      if !skips { result.append(line) }
      guard line.hasPrefix(opening) else { continue }
      skips = true
      let name = line.dropFirst(opening.count).prefix { $0 != ">" }.dropLast(3)
      let table = try #require(Self.written(String(name)), "không có bảng \(name)")
      result += table.split(separator: "\n", omittingEmptySubsequences: false)
    }
    #expect(!skips, "bảng máy viết chưa đóng bằng \(closing)")
    return result.joined(separator: "\n")
  }

  private static func written(_ name: String) -> String? {
    for part in FunctionHelp.parts where name == "hàm \(part.title)" {
      return rows(
        ["hàm", "nghĩa", "ví dụ"],
        part.functions.map { function in
          let result = function.result.map { " → \(cell($0))" } ?? ""
          return ["`\(function.form)`", function.meaning, "`\(function.example)`\(result)"]
        })
    }
    guard let role = Keyword.Role(rawValue: name) else { return nil }
    if role == .unit { return Keyword.all(role).map { "`\($0.text)`" }.joined(separator: " ") }
    let hasPlaces = role == .head || role == .line
    return rows(
      hasPlaces ? ["từ", "viết ở", "nghĩa", "ví dụ"] : ["từ", "nghĩa", "ví dụ"],
      Keyword.all(role).map { word in
        let places = hasPlaces ? [word.places.map(\.rawValue).joined(separator: "; ")] : []
        return ["`\(word.text)`"] + places + [word.meaning, "`\(line(of: word))`"]
      })
  }

  /// The line of the example that has the word.
  private static func line(of word: Keyword) -> String {
    let lines = word.example.split(separator: "\n").map { $0.drop { $0 == " " } }
    let first = lines.first { $0.hasPrefix(word.text) } ?? lines.first { $0.contains(word.text) }
    return String(first ?? "")
  }

  private static func rows(_ titles: [String], _ rows: [[String]]) -> String {
    let head =
      "| " + titles.joined(separator: " | ") + " |\n|" + titles.map { _ in "---|" }.joined()
    let lines = rows.map { "| " + $0.map(cell).joined(separator: " | ") + " |" }
    return head + "\n" + lines.joined(separator: "\n")
  }

  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
