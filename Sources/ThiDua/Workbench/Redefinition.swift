// A declaration typed again takes the place of the older one. In: scripts and which were typed. Out: the
// same with `thay thế` where something is declared again; of what was typed twice only the last. Invariant:
// only typed declarations replace anything: a file that declares twice stays an error. Rows typed
// in the session add to the data and change it; they replace nothing. Used by the script loader.

import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

struct Redefinition {
  private(set) var scripts: [Script]
  /// Where typed declarations begin that replace one of a file.
  private(set) var replacing: [Span] = []

  /// `typed`: which scripts were typed, in order.
  init(_ scripts: [Script], typed: Range<Int>) {
    self.scripts = scripts
    var declared: [DeclarationIdentity] = []
    for (index, script) in scripts.enumerated() where !typed.contains(index) {
      declared += script.items.flatMap(Redefinition.identities)
    }
    var later: [DeclarationIdentity] = []
    for index in typed.reversed() {
      var items: [Item] = []
      for item in scripts[index].items.reversed() {
        switch item {
        case .action, .request: continue
        default: break
        }
        guard let identity = DeclarationIdentity(item), identity.category != .data else {
          items.append(item)
          continue
        }
        if later.contains(where: { $0.isSame(as: identity) }) { continue }
        later.append(identity)
        if declared.contains(where: { $0.isSame(as: identity) }) {
          replacing.append(identity.span)
          items.append(
            .amendment(Amendment(change: .replace, declaration: [item], span: identity.span)))
        } else {
          items.append(item)
        }
      }
      self.scripts[index].items = items.reversed()
    }
  }

  /// Scripts with rules in the place of their namesakes.
  static func scripts(
    _ scripts: [Script], with rules: [Item], into findings: inout Diagnostics
  ) -> [Script] {
    guard let main = scripts.first else { return scripts }
    let again = Redefinition(
      scripts + [Script(items: rules, source: main.source)],
      typed: scripts.count..<scripts.count + 1)
    return ThiDuaSemantics.merged([ScriptLayer(scripts: again.scripts)], into: &findings).scripts
  }

  /// Whether some script declares what a rule would replace.
  static func replacesSomething(_ rule: Item, in scripts: [Script]) -> Bool {
    guard let identity = DeclarationIdentity(rule) else { return false }
    return scripts.contains { script in
      script.items.contains { item in
        Redefinition.identities(item).contains { $0.isSame(as: identity) }
      }
    }
  }

  /// What an item declares, with the criteria of a group.
  private static func identities(_ item: Item) -> [DeclarationIdentity] {
    var found = DeclarationIdentity(item).map { [$0] } ?? []
    if case .group(let group) = item {
      found += group.criteria.compactMap { criterion in
        var identity = DeclarationIdentity(Item.criterion(criterion))
        identity?.kind = group.header.kind?.key
        return identity
      }
    }
    return found
  }
}
