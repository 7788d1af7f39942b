// A declaration typed again takes the place of the older one. In: scripts and which were typed. Out: the same
// without what was replaced; a criterion that stands in a group is replaced in its group. Invariant:
// only typed declarations replace anything: a file that declares twice stays an error. Used by the workbench.

import ThiDuaSemantics
import ThiDuaSyntax

enum Redefinition {
  /// `typed`: which scripts were typed, in order.
  static func resolve(_ scripts: [Script], typed: Range<Int>) -> [Script] {
    var result = Array(scripts[..<typed.lowerBound])
    for script in scripts[typed] {
      var kept = script
      kept.items = []
      for item in script.items {
        if case .action = item { continue }
        guard let identity = item.identity else {
          kept.items.append(item)
          continue
        }
        if case .criterion(let criterion) = item, replace(criterion, identity, in: &result) {
          continue
        }
        for index in result.indices { result[index].items.removeAll { $0.identity == identity } }
        kept.items.removeAll { $0.identity == identity }
        kept.items.append(item)
      }
      result.append(kept)
    }
    return result + scripts[typed.upperBound...]
  }

  /// Puts a criterion in the place of its namesake in a group.
  private static func replace(
    _ criterion: CriterionDeclaration, _ identity: String, in scripts: inout [Script]
  ) -> Bool {
    guard criterion.header.kind == nil else { return false }
    for script in scripts.indices {
      for item in scripts[script].items.indices {
        guard case .group(var group) = scripts[script].items[item],
          let place = group.criteria.firstIndex(where: {
            Item.criterion($0).identity == identity
          })
        else { continue }
        group.criteria[place] = criterion
        scripts[script].items[item] = .group(group)
        return true
      }
    }
    return false
  }
}

extension Item {
  /// What makes two declarations the same one; nil: each stands for itself.
  fileprivate var identity: String? {
    switch self {
    case .campaign: "phong trào"
    case .document(let document): key("văn bản", document.label)
    case .subjectKind(let kind): key("đối tượng", kind.header.name)
    case .cluster(let cluster): key("cụm", cluster.header.name)
    case .parameter(let parameter):
      key("tham số", parameter.name)
        + (parameter.effectiveFrom.map { "|\($0.days)" } ?? "")
    case .scale(let scale): key("thang bậc", scale.name)
    case .group(let group): key("cột", group.header.name, group.header.kind)
    case .criterion(let criterion): key("tiêu chí", criterion.header.name)
    case .adjustment(let adjustment): key("cột", adjustment.header.name, adjustment.header.kind)
    case .column(let column): key("cột", column.header.name, column.header.kind)
    case .decisionTable(let table): key("bảng quyết định", table.header.name, table.header.kind)
    case .classification(let levels): key("cột", levels.header.name, levels.header.kind)
    case .ranking(let ranking): key("cột", ranking.header.name, ranking.header.kind)
    case .award(let award): key("cột", award.header.name, award.header.kind)
    case .scoringMethod(let method): key("cách chấm", method.name)
    case .judgingMethod(let method): key("cách xét", method.name)
    case .scoreColumns(let columns): key("cột điểm", columns.kind)
    case .council(let council): key("hội đồng", council.header.name)
    case .function(let function): key("hàm", function.name)
    case .example(let example): "ví dụ|" + example.title
    case .process(let process): key("quy trình", process.header.name)
    case .amendment(let amendment):
      amendment.declaration.first.flatMap(DeclarationIdentity.init).map { "sửa|" + $0.display }
    case .holidays, .requirement, .cancellation, .closing, .data, .importing, .inheriting, .unit,
      .action:
      nil
    }
  }

  private func key(_ head: String, _ name: Name, _ kind: Name? = nil) -> String {
    [head, name.key, kind?.key ?? ""].joined(separator: "|")
  }
}
