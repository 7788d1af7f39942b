// `khác-biệt`: two scripts compared, rule by rule and, over the same data, result by result.
//
// In: two scripts, perhaps a data folder. Out: differences as values and as the text the command prints.
// Invariant: rules are compared after amendments were applied, so a script that inherits is compared as a
// whole; nothing is written, actions do not run. Used by the console and embedding programs.

import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaText

/// What differs between two scripts.
public struct ScriptDifferences: Sendable {
  /// Rules, in the order of the declarations.
  public var rules: [RuleDifference] = []
  /// Results by subject; empty when no data was compared.
  public var subjects: [SubjectDifference] = []
  /// Subjects compared, by the name of their kind, in the order of the script; empty without data.
  public var compared: [(kind: String, count: Int)] = []

  /// Results of one subject that differ.
  public struct SubjectDifference: Sendable {
    public var kind: String
    /// As messages call it: `tập thể "A" (mã TT01)`.
    public var subject: String
    public var values: [(column: String, old: String, new: String)]
  }
}

/// What `Engine.differences` gives back.
public struct FoundDifferences: Sendable {
  /// nil after errors.
  public var differences: ScriptDifferences?
  /// Findings about the old and the new script.
  public var reports: [Report]
  public var status: Status { reports.map(\.status).first { $0 != .well } ?? .well }
}

extension Engine {
  /// Compares two scripts; with a data folder among the options both are run on it.
  public func differences(
    from old: ScriptSource, to new: ScriptSource, data options: RunOptions? = nil
  ) -> FoundDifferences {
    var reports: [Report] = []
    var sets: [RuleSet] = []
    for script in [old, new] {
      let report = check(script)
      reports.append(report)
      if report.diagnostics.hasErrors { continue }
      sets.append(RuleSet(ScriptLoader(script).scripts))
    }
    guard sets.count == 2 else { return FoundDifferences(differences: nil, reports: reports) }
    var found = ScriptDifferences()
    found.rules = ThiDuaSemantics.differences(from: sets[0], to: sets[1])
    if let options {
      var campaigns: [Campaign] = []
      for (index, script) in [old, new].enumerated() {
        let (campaign, report) = Campaign.load(script, options: options)
        reports[index] = report
        if let campaign { campaigns.append(campaign) }
      }
      guard campaigns.count == 2 else {
        return FoundDifferences(differences: nil, reports: reports)
      }
      ResultComparison(old: campaigns[0], new: campaigns[1]).add(to: &found)
    }
    return FoundDifferences(differences: found, reports: reports)
  }
}

/// Compares what two campaigns computed.
private struct ResultComparison {
  let old: Campaign
  let new: Campaign

  func add(to found: inout ScriptDifferences) {
    for (oldKind, name) in old.kindNames.enumerated() {
      guard let newKind = new.kind(named: name) else { continue }
      let columns = sharedColumns(oldKind, newKind)
      guard !columns.isEmpty else { continue }
      var newByKey: [String: Campaign.Subject] = [:]
      for subject in new.subjects(of: newKind) { newByKey[key(subject, new)] = subject }
      var count = 0
      for subject in old.subjects(of: oldKind) {
        guard let other = newByKey[key(subject, old)] else { continue }
        count += 1
        let values = columns.compactMap { column -> (column: String, old: String, new: String)? in
          let before = old.value(of: column, of: subject)?.text ?? ""
          let after = new.value(of: column, of: other)?.text ?? ""
          return before == after ? nil : (column, before, after)
        }
        if !values.isEmpty {
          found.subjects.append(
            .init(
              kind: name, subject: old.session.printer.subject(subject.row, kind: subject.kind),
              values: values))
        }
      }
      found.compared.append((name, count))
    }
  }

  /// Computed columns of both: points, ranks, levels, awards; texts only repeat them.
  private func sharedColumns(_ oldKind: Int, _ newKind: Int) -> [String] {
    let others = Set(
      new.columns(of: newKind).map { VietnameseText.lookupKey($0.name) })
    return old.columns(of: oldKind).filter { column in
      switch column.kind {
      case .number, .ratio, .level, .award: break
      default: return false
      }
      return !column.isInput && others.contains(VietnameseText.lookupKey(column.name))
    }.map(\.name)
  }

  private func key(_ subject: Campaign.Subject, _ campaign: Campaign) -> String {
    let columns = campaign.checked.subjectKinds[subject.kind].key
    guard !columns.isEmpty else { return "#\(subject.row)" }
    return columns.map {
      campaign.value(ColumnAddress(kind: subject.kind, column: $0), row: subject.row)?.text ?? ""
    }.joined(separator: "|")
  }
}

extension ScriptDifferences {
  private static let subjectsListed = 200

  /// The text the command prints.
  public var text: String {
    var text = ""
    if rules.isEmpty {
      text += "Quy định: không có gì khác.\n"
    } else {
      text += "Quy định: \(rules.count) điểm khác\n"
      for (index, difference) in rules.enumerated() {
        text += "  \(index + 1). \(difference.sentence)\n"
      }
    }
    guard !compared.isEmpty else { return text }
    text += "\nKết quả trên cùng số liệu:\n"
    for (kind, count) in compared {
      let changed = subjects.filter { $0.kind == kind }
      if changed.isEmpty {
        text += "  \(kind): \(count) đối tượng, không ai thay đổi.\n"
        continue
      }
      text += "  \(kind): \(changed.count) trong \(count) thay đổi\(counts(changed))\n"
      for subject in changed.prefix(Self.subjectsListed) {
        let values = subject.values.map {
          "\($0.column) \(shown($0.old)) → \(shown($0.new))"
        }
        text += "    \(subject.subject): \(values.joined(separator: "; "))\n"
      }
      if changed.count > Self.subjectsListed {
        text += "    … và \(changed.count - Self.subjectsListed) đối tượng nữa\n"
      }
    }
    return text
  }

  /// ` (hạng 12, mức hoàn thành 1)`: how many change in each column.
  private func counts(_ changed: [SubjectDifference]) -> String {
    var order: [String] = []
    var count: [String: Int] = [:]
    for value in changed.flatMap(\.values) {
      if count[value.column] == nil { order.append(value.column) }
      count[value.column, default: 0] += 1
    }
    return " (" + order.map { "\($0): \(count[$0] ?? 0)" }.joined(separator: ", ") + ")"
  }

  private func shown(_ value: String) -> String { value.isEmpty ? "(trống)" : value }
}
