// Past rows after reading. In: tables whose references are rows. Out: findings; names of awards in the
// spelling rules compare with. Invariant: a subject has one row a year; nothing is found where a script has
// no `lịch sử`. Used by the session only.

import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaText

struct HistoryCheck {
  let checked: CheckedProgram
  let texts: TextTable
  let data: [KindData]
  private(set) var diagnostics = Diagnostics()

  init(checked: CheckedProgram, texts: TextTable, data: [KindData]) {
    self.checked = checked
    self.texts = texts
    self.data = data
  }

  /// Looks at every kind of past rows; `strangers` are the texts that named nobody.
  mutating func check(strangers: [Int: [Int]]) {
    for kind in checked.subjectKinds.indices {
      guard let history = checked.subjectKinds[kind].history, data[kind].table.rowCount > 0 else {
        continue
      }
      tellStrangers(strangers[kind] ?? [], kind, history)
      tellPresentYear(kind, history)
      if history.award == nil {
        checkRepeatedYears(kind, history)
      } else {
        setAwardNames(kind, history)
      }
    }
  }

  private static let meantListed = 20

  private func ownerKind(_ kind: Int, _ history: HistoryRows) -> Kind {
    checked.subjectKinds[kind].columns[history.owner].kind
  }

  private func subjectName(_ kind: Int, _ history: HistoryRows) -> String {
    guard case .subject(let subject) = ownerKind(kind, history) else { return "" }
    return checked.subjectKinds[subject].name
  }

  /// People leave: their past is of no use this year, but a wrong code looks the same.
  private mutating func tellStrangers(_ words: [Int], _ kind: Int, _ history: HistoryRows) {
    let names = distinct(words)
    guard !names.isEmpty, case .subject(let owner) = ownerKind(kind, history) else { return }
    let probable = ProbableSubjects(
      of: checked.subjectKinds[owner], in: data[owner].table, texts: texts)
    let meant = names.lazy.compactMap { name in
      probable.names(alike: name).first.map { (name: name, probable: $0) }
    }
    diagnostics.add(
      DataMessages.pastStrangers(
        names, meant: Array(meant.prefix(Self.meantListed)), kind: subjectName(kind, history),
        span: checked.subjectKinds[kind].columns[history.owner].rule.span))
  }

  private func distinct(_ words: [Int]) -> [String] {
    var seen: Set<Int> = []
    return words.filter { seen.insert($0).inserted }.map { texts.string($0) }
  }

  private func year(_ row: Int, _ kind: Int, _ history: HistoryRows) -> Int? {
    data[kind].table.columns[history.year]?.number(row)?.int
  }

  /// Rows of the year that the script itself reckons are not used.
  private mutating func tellPresentYear(_ kind: Int, _ history: HistoryRows) {
    let table = data[kind].table
    let rows = (0..<table.rowCount).filter { year($0, kind, history) == history.currentYear }
    guard let first = rows.first else { return }
    var diagnostic = DataMessages.pastRowsOfPresent(
      rows.count, year: history.currentYear, kind: subjectName(kind, history),
      span: checked.subjectKinds[kind].columns[history.year].rule.span)
    data[kind].locate(row: first, column: history.year, in: &diagnostic)
    diagnostics.add(diagnostic)
  }

  private struct SubjectYear: Hashable {
    var subject: Int64
    var year: Int
  }

  private mutating func checkRepeatedYears(_ kind: Int, _ history: HistoryRows) {
    let table = data[kind].table
    guard let owners = table.columns[history.owner] else { return }
    var first: [SubjectYear: Int] = [:]
    for row in 0..<table.rowCount {
      let owner = owners.word(row)
      guard owner.isImmediate, let year = year(row, kind, history) else { continue }
      let key = SubjectYear(subject: owner.immediate, year: year)
      guard let earlier = first[key] else {
        first[key] = row
        continue
      }
      var place = Diagnostic(code: "", message: "")
      data[kind].locate(row: earlier, column: history.year, in: &place)
      var diagnostic = DataMessages.repeatedYear(
        year, subject: subject(owner, kind, history), kind: subjectName(kind, history),
        firstLine: place.place?.line, first: place.span)
      data[kind].locate(row: row, column: history.year, in: &diagnostic)
      diagnostics.add(diagnostic)
      if diagnostics.count > 200 { return }
    }
  }

  /// The subject as its key is written.
  private func subject(_ owner: Word, _ kind: Int, _ history: HistoryRows) -> String {
    guard case .subject(let subject) = checked.subjectKinds[kind].columns[history.owner].kind,
      owner.isImmediate
    else { return "" }
    return PastOwners(checked: checked, texts: texts, data: data).key(
      of: Int(owner.immediate), subject)
  }

  // MARK: Names of awards

  private mutating func setAwardNames(_ kind: Int, _ history: HistoryRows) {
    guard let award = history.award, let names = data[kind].table.columns[award] else { return }
    var known: [String: String] = [:]
    for entry in history.awardNames { known[entry.key] = entry.name }
    var meant: [Int: Int] = [:]
    var unknown: [Int] = []
    for row in 0..<names.rowCount {
      let word = names.word(row)
      guard word.isText else { continue }
      if let text = meant[word.index] {
        names.store(Word(text: text), at: row)
        continue
      }
      let written = texts.string(word.index)
      guard let name = known[VietnameseText.lookupKey(written)] else {
        meant[word.index] = word.index
        unknown.append(word.index)
        continue
      }
      let text = name == written ? word.index : texts.intern(name)
      meant[word.index] = text
      names.store(Word(text: text), at: row)
    }
    let strange = distinct(unknown)
    guard !strange.isEmpty else { return }
    let choices = history.awardNames.map(\.name)
    let close = strange.prefix(20).compactMap { name -> (String, String)? in
      Spelling.closest(to: name, in: choices, limit: 1).first.map { (name, $0) }
    }
    diagnostics.add(
      DataMessages.pastAwardsUnknown(
        strange, close: close, kind: subjectName(kind, history),
        span: checked.subjectKinds[kind].columns[award].rule.span))
  }
}
