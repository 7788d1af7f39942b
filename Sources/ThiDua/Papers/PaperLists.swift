// What every campaign has, as lists for templates: `{{ với mỗi d trong các danh hiệu }}`. In: a report, narrowed to
// the group or the subject the document is about. Out: elements with their properties. Invariant: a list
// inside another (`các đề nghị của d`) is of the element bound at the moment; numbers stay numbers, so
// that a template may count and compare.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaOffice
import ThiDuaSemantics
import ThiDuaText

/// The lists, by the words templates call them.
enum PaperList: String, CaseIterable {
  case boards = "các bảng điểm"
  /// Those with a ranking; all where there is none.
  case rankings = "các bảng xếp hạng"
  case groups = "các cụm"
  case rows = "các dòng"
  case awards = "các danh hiệu"
  case proposals = "các đề nghị"
  case documents = "các văn bản căn cứ"
  case levels = "các mức"

  static func named(_ text: String) -> PaperList? {
    let key = VietnameseText.lookupKey(text)
    return allCases.first { VietnameseText.lookupKey($0.rawValue) == key }
  }

  typealias Property = ThiDuaSemantics.TemplateQuestion.Property

  /// What an element tells; the first is meant by the variable alone.
  var properties: [Property] {
    switch self {
    case .boards, .rankings, .groups: [.init("tên", .text), .init("số đối tượng", .number)]
    case .rows:
      [
        .init("tên", .text), .init("mã", .text), .init("số thứ tự", .number), .init("điểm", .text),
        .init("hạng", .text), .init("mức", .text),
      ]
    case .awards:
      [
        .init("tên", .text), .init("loại", .text), .init("số đạt", .number),
        .init("số chờ", .number), .init("căn cứ", .text),
      ]
    case .proposals:
      [
        .init("tên", .text), .init("mã", .text), .init("số thứ tự", .number), .init("cụm", .text),
        .init("kết quả", .text), .init("ghi chú", .text), .init("điểm", .text),
        .init("hạng", .text),
      ]
    case .documents: [.init("tên", .text), .init("ký hiệu", .text)]
    case .levels: [.init("tên", .text), .init("số lượng", .number), .init("loại", .text)]
    }
  }
}

/// Where an element stands in the report.
enum PaperElement {
  case board(Int)
  case group(board: Int, Int)
  case row(board: Int, group: Int, Int)
  case award(Int)
  case proposal(award: Int, Int)
  case document(Int)
  case level(name: String, count: Int, kind: String)
}

extension ResultReport {
  /// Elements of a list; `owner`: the element it is of, nil for all.
  func elements(_ list: PaperList, of owner: PaperElement?) -> [PaperElement] {
    switch (list, owner) {
    case (.boards, _): return boards.indices.map { .board($0) }
    case (.rankings, _):
      let ranked = boards.indices.filter { boards[$0].columns.contains { $0.role == .rank } }
      return (ranked.isEmpty ? Array(boards.indices) : ranked).map { .board($0) }
    case (.groups, .board(let board)?):
      return boards[board].groups.indices.map { .group(board: board, $0) }
    case (.groups, _):
      return boards.indices.flatMap { elements(.groups, of: .board($0)) }
    case (.rows, .group(let board, let group)?):
      return boards[board].groups[group].rows.indices.map {
        .row(board: board, group: group, $0)
      }
    case (.rows, .board(let board)?):
      return elements(.groups, of: .board(board)).flatMap { elements(.rows, of: $0) }
    case (.rows, _): return boards.indices.flatMap { elements(.rows, of: .board($0)) }
    case (.awards, _): return awards.indices.map { .award($0) }
    case (.proposals, .award(let award)?):
      return awards[award].lines.indices.map { .proposal(award: award, $0) }
    case (.proposals, _): return awards.indices.flatMap { elements(.proposals, of: .award($0)) }
    case (.documents, _): return documents.indices.map { .document($0) }
    case (.levels, _): return boards.flatMap(levels)
    }
  }

  /// How many subjects of a board have each level, highest first.
  private func levels(_ board: Board) -> [PaperElement] {
    guard let column = board.columns.firstIndex(where: { $0.role == .level }) else { return [] }
    let texts = board.groups.flatMap(\.rows).map { $0.cells[column].text }
    return board.columns[column].levels.map { level in
      .level(name: level, count: texts.filter { $0 == level }.count, kind: board.kind)
    }
  }

  /// The values of an element's properties, in their order.
  func values(_ element: PaperElement, place: Int) -> [Value] {
    func count(_ number: Int) -> Value { .number(Exact(number)) }
    switch element {
    case .board(let index):
      return [.text(boards[index].kind), count(boards[index].rowCount)]
    case .group(let board, let index):
      let group = boards[board].groups[index]
      return [.text(group.name.isEmpty ? boards[board].kind : group.name), count(group.rows.count)]
    case .row(let board, let group, let index):
      let row = boards[board].groups[group].rows[index]
      func text(_ role: Column.Role) -> Value {
        .text(boards[board].columns.firstIndex { $0.role == role }.map { row.cells[$0].text } ?? "")
      }
      return [
        .text(row.name), .text(row.key), count(place + 1), text(.total), text(.rank), text(.level),
      ]
    case .award(let index):
      let list = awards[index]
      let achieved = list.lines.filter { $0.state == AwardWords.achieved }.count
      return [
        .text(list.title), .text(list.kind), count(achieved), count(list.lines.count - achieved),
        .text(list.basis.joined(separator: "; ")),
      ]
    case .proposal(let award, let index):
      let list = awards[award]
      let line = list.lines[index]
      let row = row(list.kind, line.key, line.name)
      return [
        .text(line.name), .text(line.key), count(place + 1), .text(line.group), .text(line.state),
        .text(line.note), .text(row.map { $0(.total) } ?? ""), .text(row.map { $0(.rank) } ?? ""),
      ]
    case .document(let index): return [.text(documents[index].text), .text(documents[index].label)]
    case .level(let name, let number, let kind):
      return [.text(name), count(number), .text(kind)]
    }
  }

  /// What the first reference of a kind is called: `Đơn vị`.
  func fieldTitle(_ kind: String) -> String {
    boards.first { $0.kind == kind }?.columns.first { $0.role == .field }?.title ?? ""
  }

  /// The texts of a subject's row by role; nil when the report has no such row.
  func row(_ kind: String, _ key: String, _ name: String) -> ((Column.Role) -> String)? {
    guard let board = boards.first(where: { $0.kind == kind }),
      let row = board.groups.lazy.flatMap(\.rows).first(where: {
        $0.key == key && $0.name == name
      })
    else { return nil }
    return { role in
      board.columns.firstIndex { $0.role == role }.map { row.cells[$0].text } ?? ""
    }
  }

  /// `các tập thể, cá nhân`: the kinds some subject of which is rewarded; while nobody is, those that may be.
  var rewardedKinds: String {
    func kinds(_ lists: [AwardList]) -> [String] {
      var seen: Set<String> = []
      return lists.map(\.kind).filter { seen.insert($0).inserted }
    }
    var found = kinds(awards.filter { $0.lines.contains { $0.state == AwardWords.achieved } })
    if found.isEmpty { found = kinds(awards) }
    return "các " + (found.isEmpty ? "tập thể, cá nhân" : found.joined(separator: ", "))
  }

  /// Only one group, or one subject: what a document about it shows.
  func narrowed(toGroup name: String) -> ResultReport {
    var report = self
    report.boards = boards.compactMap { board in
      var board = board
      board.groups = board.groups.filter { $0.name == name }
      return board.groups.isEmpty ? nil : board
    }
    report.awards = awards.map { list in
      var list = list
      list.lines = list.lines.filter { $0.group == name }
      return list
    }
    return report
  }

  func narrowed(toKey key: String, kind: String) -> ResultReport {
    var report = self
    report.boards = boards.compactMap { board in
      guard board.kind == kind else { return nil }
      var board = board
      board.groups = board.groups.compactMap { group in
        var group = group
        group.rows = group.rows.filter { $0.key == key }
        return group.rows.isEmpty ? nil : group
      }
      return board.groups.isEmpty ? nil : board
    }
    report.awards = awards.compactMap { list in
      guard list.kind == kind else { return nil }
      var list = list
      list.lines = list.lines.filter { $0.key == key }
      return list.lines.isEmpty ? nil : list
    }
    return report
  }
}

/// States as reports say them.
enum AwardWords {
  static let achieved = "đạt"
}
