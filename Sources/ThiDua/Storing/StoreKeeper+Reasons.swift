// Why a stored result is what it is. In: a store, a run, a question. Out: the reasons as they were stored; for
// questions the store has no text for, and for runs of older programs, reasons reckoned again, which says so.
// Used by the command line and embedding programs.

import ThiDuaDomain
import ThiDuaStore
import ThiDuaText

extension StoreKeeper {
  /// Answers `tổng điểm của tập thể "A"` for a run; needs no script where the reasons are stored.
  public func explain(_ question: String, of number: Int) -> Answer {
    var isReckoned = false
    var hasReasons = false
    let stored = answer { (store, answer) throws(StoreProblem) in
      _ = try store.run(number)
      hasReasons = try store.hasReasons(number)
      guard hasReasons, let asked = try Self.asked(question, of: number, store) else {
        isReckoned = true
        return
      }
      if asked.subjects.count > 1 {
        answer.report.diagnostics.add(
          StoreMessages.severalSubjects(
            asked.subjects[0].name, kind: asked.kind.name, keys: asked.subjects.map(\.key)))
        return
      }
      answer.text = try Self.reasons(of: asked, number, store)
    }
    guard isReckoned, !stored.report.diagnostics.hasErrors else { return stored }
    var answer = reckoned(question, of: number)
    if !answer.text.isEmpty {
      answer.text +=
        hasReasons
        ? "(kho không cất sẵn lý do cho câu hỏi này; đã tính lại từ kịch bản và số liệu của lượt "
          + "\(number))\n"
        : "(lượt \(number) do bản ThiDua cũ lưu nên kho chưa có lý do; đã tính lại từ kịch bản và số "
          + "liệu của lượt ấy)\n"
    }
    return answer
  }

  private func reckoned(_ question: String, of number: Int) -> Answer {
    var sources: SourceMap?
    var answer = answer { (store, answer) throws(StoreProblem) in
      let loaded = try RunLayout(try store.files(of: number), run: number).load()
      answer.report = loaded.report
      guard let campaign = loaded.campaign else { return }
      if let reasons = campaign.explain(question, into: &answer.report.diagnostics) {
        answer.text = reasons.text()
      }
      sources = campaign.sources
    }
    var findings = Diagnostics()
    for finding in Self.errors(of: answer.report.diagnostics).all {
      findings.add(StoreMessages.inStoredRun(finding, run: number))
    }
    answer.report.diagnostics = findings
    if let sources { answer.report.sources = sources }
    answer.report.status = Report.status(of: answer.report.diagnostics)
    return answer
  }

  // MARK: What is stored

  /// What a question asks about, found without the script.
  private struct Asked {
    var kind: Store.Kind
    var column: Int
    /// Those called so; never none.
    var subjects: [Store.Subject]
  }

  private static func asked(
    _ question: String, of number: Int, _ store: Store
  ) throws(StoreProblem) -> Asked? {
    var words = question.map { $0 == "“" || $0 == "”" ? "\"" : String($0) }.joined()
    let head = "vì sao "
    if VietnameseText.lookupKey(words).hasPrefix(head) {
      words = String(words.dropFirst(head.count))
    }
    let parts = words.split(separator: "\"", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let end = parts[1].lastIndex(of: "\""),
      parts[1][parts[1].index(after: end)...].allSatisfy(\.isWhitespace)
    else { return nil }
    let asked = VietnameseText.lookupKey(String(parts[0]))
    for kind in try store.kinds(of: number) {
      for (index, column) in kind.columns.enumerated() {
        let key = VietnameseText.lookupKey("\(column.name) của \(kind.name)")
        guard asked == key else { continue }
        let subjects = try store.subjects(of: kind, called: String(parts[1][..<end]))
        return subjects.isEmpty ? nil : Asked(kind: kind, column: index, subjects: subjects)
      }
    }
    return nil
  }

  private static func reasons(
    of asked: Asked, _ number: Int, _ store: Store
  ) throws(StoreProblem) -> String {
    let columns = asked.kind.columns
    let subject = asked.subjects[0]
    let labels = columns.map { StoredReason.label($0.name, title: $0.title) }
    var reason = UnfoldedReason(
      column: { text in
        // The longest name counts: `nhóm 1` is no reason of `nhóm 10`.
        labels.indices.filter { text.hasPrefix(labels[$0] + ": ") && columns[$0].role != .input }
          .max { labels[$0].utf8.count < labels[$1].utf8.count }
      },
      own: { (column) throws(StoreProblem) in
        StoredReason.lines(try store.reason(of: subject, columns[column]) ?? "")
      })
    try reason.add(asked.column)
    let owner = "\(asked.kind.name) \(Wording.quoted(subject.name))"
    let label = labels[asked.column]
    var lines = reason.lines
    if lines.isEmpty {
      lines = [try value(of: subject, columns[asked.column], label, store)]
    }
    if lines[0].text.hasPrefix(label) {
      lines[0].text = "\(label) của \(owner)\(lines[0].text.dropFirst(label.count))"
    }
    var text = ExplanationText.layout(lines)
    if let hidden = reason.hidden {
      let name = subject.key.isEmpty ? subject.name : subject.key
      text +=
        "(… còn lý do bên trong; hỏi tiếp: thidua kho vì-sao \(number) '\(columns[hidden].name) của "
        + "\(asked.kind.name) \"\(name)\"')\n"
    }
    return text
  }

  /// What data gave has no reason but its place.
  private static func value(
    of subject: Store.Subject, _ column: Store.Column, _ label: String, _ store: Store
  ) throws(StoreProblem) -> StoredReason.Line {
    let cell = try store.cell(of: subject, column)
    let value = StoredValue.text(cell, column.kind)
    var place = ""
    if let stored = cell.place {
      place =
        DataPlace(
          file: stored.file, sheet: stored.sheet, line: cell.line, column: stored.column
        ).brief
    }
    let shown = value.isEmpty ? "trống" : value
    return StoredReason.Line(indent: 0, text: "\(label): \(shown)", place: place)
  }

  // MARK: Adding them

  /// Stores the reasons of a run that an older program stored, if this one comes to the same results.
  public func addReasons(to number: Int) -> Answer {
    var campaign: Campaign?
    var answer = answer { (store, answer) throws(StoreProblem) in
      _ = try store.run(number)
      if try store.hasReasons(number) { return }
      let loaded = try RunLayout(try store.files(of: number), run: number).load()
      answer.report = loaded.report
      campaign = loaded.campaign
    }
    answer.report.diagnostics = Self.errors(of: answer.report.diagnostics)
    if let campaign { answer.report.sources = campaign.sources }
    guard !answer.report.diagnostics.hasErrors else { return answer }
    do throws(StoreProblem) {
      var outcome = StoreWriter.ReasonsOutcome.alreadyThere
      if let campaign {
        let writer = try StoreWriter(path: path)
        outcome = try writer.addReasons(RunRecorder(campaign).kinds, to: number)
        if outcome == .added { try writer.commit() }
      }
      switch outcome {
      case .added: answer.text = "Đã cất lý do của lượt \(number) vào kho.\n"
      case .alreadyThere: answer.text = "Lượt \(number) đã có lý do.\n"
      case .otherResults: answer.report.diagnostics.add(StoreMessages.otherResults(number))
      }
    } catch {
      answer.report.diagnostics.add(error.writing(path, span: .none))
    }
    answer.report.status = Report.status(of: answer.report.diagnostics)
    return answer
  }
}
