// The texts of a new year's folder: the script that inherits, and the checklist.
//
// In: the old year's scripts. Out: Vietnamese text a clerk edits further. Invariant: the script checks
// as it is; what has to be decided by people stands in comments and in the checklist, never as a
// guessed value. Used by NewYear.swift only.

import ThiDuaSyntax
import ThiDuaText

/// The new year's script.
struct ScriptOutline {
  let year: Int
  let oldYear: Int
  let base: String
  let folder: String
  let name: String
  let items: [Item]
  /// Data written in the old scripts.
  let rows: [DataDeclaration]
  let sources: SourceMap

  var text: String {
    var text = """
      # Phong trào thi đua năm \(year): bắt đầu từ kịch bản năm \(oldYear), ở đây chỉ ghi điều khác.
      #
      #   ./thidua chạy \(FilePath.join(folder, name))
      #
      # Những việc cần làm trước khi dùng: viec-can-lam.txt.

      kế thừa "\(base)"


      """
    text += campaign
    text += processes
    text += data
    text += examples
    return text
  }

  // MARK: phong trào

  private var campaign: String {
    for case .campaign(let declaration) in items {
      let title = declaration.header.title ?? ""
      var text = "sửa đổi phong trào"
      let newTitle = renewed(title)
      if newTitle != title { text += " \"\(escaped(newTitle))\"" }
      var hasYear = false
      var lines = ""
      for attribute in declaration.attributes {
        if attribute.names.contains(where: { $0.key == VietnameseText.lookupKey("năm") }) {
          hasYear = true
          lines += "  năm: \(year)\n"
        } else if belongsToYear(attribute) {
          for line in words(attribute.span) { lines += "  # \(line)\n" }
        }
      }
      if !hasYear && newTitle == title { return lines.isEmpty ? "" : commented(lines) }
      let advice =
        lines.contains("#")
        ? "# Các dòng sau dấu # là của năm \(oldYear): sửa cho đúng năm nay rồi bỏ dấu #, hoặc "
          + "xóa dòng.\n" : ""
      return advice + text + "\n" + lines + "hết\n\n"
    }
    return ""
  }

  private func commented(_ lines: String) -> String {
    "# sửa đổi phong trào\n" + lines.split(separator: "\n").map { "#\($0)\n" }.joined()
      + "# hết\n\n"
  }

  private func belongsToYear(_ attribute: Attribute) -> Bool {
    let text = sources[attribute.span.file]?.text(attribute.span) ?? ""
    return text.firstRange(of: String(oldYear)) != nil
      || text.split(whereSeparator: { $0 == " " || $0 == ";" || $0 == "," }).contains {
        $0.split(separator: "/").count == 3
      }
  }

  // MARK: quy trình

  /// Last year's steps are shown with their old days, to be written anew.
  private var processes: String {
    var text = ""
    for case .process(let process) in items {
      text += "# Quy trình năm \(oldYear); ghi ngày của năm \(year) rồi bỏ dấu #:\n"
      text += "# quy trình \"\(renewed(process.header.title ?? process.header.name.text))\"\n"
      for step in process.steps {
        for line in words(step.span) { text += "#   \(line)\n" }
      }
      for milestone in process.milestones {
        for line in words(milestone.span) { text += "#   \(line)\n" }
      }
      text += "# hết\n\n"
    }
    for case .closing(let closing) in items {
      text += "# Ngày chốt số liệu của năm \(oldYear):\n"
      for line in words(closing.span) { text += "# \(line)\n" }
      text += "\n"
    }
    return text
  }

  // MARK: dữ liệu

  /// The head and the titles of what stood in the old script; the rows are this year's.
  private var data: String {
    var text = ""
    for data in rows {
      guard let source = sources[data.kind.span.file], let table = data.table else { continue }
      let head = source.lineText(source.lineAndColumn(data.kind.span.start).line)
      text += "# Số liệu \(data.kind.text) đang dùng lại \(Wording.count(table.rows.count)) dòng "
      text += "viết trong kịch bản năm \(oldYear). Bỏ dấu # rồi nhập số liệu năm \(year):\n"
      text += "# \(head.split(whereSeparator: \.isWhitespace).joined(separator: " "))\n"
      text += "#   | \(table.header.map(\.text).joined(separator: " | ")) |\n\n"
    }
    return text
  }

  // MARK: Examples

  /// The words of amendment, shown on a criterion the script really has.
  private var examples: String {
    var criterion = "tiêu chí 1.1"
    var kind = "tập thể"
    for case .group(let group) in items {
      if let first = group.criteria.first {
        criterion = first.header.name.text
        kind = group.header.kind?.text ?? kind
        break
      }
    }
    return """
      # Quy định nào đổi thì ghi ở dưới, kèm văn bản làm căn cứ. Cách viết:
      #
      #   văn bản QĐ1 "Quyết định số 1, ngày 5/1/\(year)"
      #   sửa đổi \(criterion) của \(kind), tối đa 10 điểm, căn cứ QĐ1 "Điều 1"
      #   bổ sung đối tượng \(kind) … hết
      #   thay thế xếp hạng … của \(kind) …
      #   bãi bỏ \(criterion) của \(kind), căn cứ QĐ1 "Điều 2"
      #
      # Xem đã khác năm trước những gì: ./thidua khác-biệt \(oldScript) \(FilePath.join(folder, name))

      """
  }

  private var oldScript: String {
    FilePath.resolved(FilePath.join(folder, base)) ?? base
  }

  // MARK: Words

  private func renewed(_ text: String) -> String {
    var rest = Substring(text)
    var result = ""
    while let range = rest.firstRange(of: String(oldYear)) {
      result += rest[..<range.lowerBound] + String(year)
      rest = rest[range.upperBound...]
    }
    return result + rest
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\"": result += "\"\""
      case "{": result += "{{"
      case "}": result += "}}"
      default: result.append(character)
      }
    }
    return result
  }

  /// What is written at a place, line by line, without the white space around.
  private func words(_ span: Span) -> [String] {
    (sources[span.file]?.text(span) ?? "").split(separator: "\n").map { line in
      var line = line
      while line.first == " " { line.removeFirst() }
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }
}

/// What people must look at before the new script is used.
struct Checklist {
  let year: Int
  let oldYear: Int
  let notes: [String]
  let scripts: [Script]

  var text: String {
    var places: [YearBoundPlace.Reason: [(source: Source, span: Span)]] = [:]
    var sources: Set<Int32> = []
    for script in scripts where sources.insert(script.source.id).inserted {
      for place in yearBoundPlaces(in: script.source, year: oldYear) {
        places[place.reason, default: []].append((script.source, place.span))
      }
    }
    var text = "VIỆC CẦN LÀM CHO NĂM \(year)\n\n"
    text +=
      "Kịch bản năm \(year) bắt đầu từ năm \(oldYear). Soát từng dòng dưới đây trong kịch "
      + "bản năm "
    text +=
      "\(oldYear);\nđiều nào đổi thì ghi vào kịch bản năm \(year), xong thì đánh dấu x "
      + "vào [ ].\n"
    var number = 0
    func section(_ title: String, _ lines: [String]) {
      guard !lines.isEmpty else { return }
      number += 1
      text += "\n\(number). \(title)\n" + lines.map { "   [ ] \($0)\n" }.joined()
    }
    section("Số liệu", notes)
    for reason in YearBoundPlace.Reason.allCases {
      section(
        title(of: reason),
        (places[reason] ?? []).map { source, span in
          let line = source.lineAndColumn(span.start).line
          let words = source.text(span).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
          return "\(source.path):\(line): \(Wording.visible(words, limit: 160))"
        })
    }
    return text
  }

  private func title(of reason: YearBoundPlace.Reason) -> String {
    switch reason {
    case .document:
      "Văn bản làm căn cứ: còn hiệu lực không, đã có văn bản sửa đổi, thay thế chưa?"
    case .parameter:
      "Tham số: giá trị còn đúng trong năm \(year) không, có mức mới từ ngày nào "
        + "không?"
    case .holidays: "Ngày nghỉ: thêm ngày nghỉ của năm \(year)."
    case .deadline: "Bước, mốc, ngày chốt: ngày của năm \(year) là ngày nào?"
    case .date: "Ngày ghi trong phong trào và quy định: đổi thành ngày nào?"
    case .year: "Chỗ ghi năm \(oldYear): đổi thành \(year), hay giữ nguyên?"
    }
  }
}
