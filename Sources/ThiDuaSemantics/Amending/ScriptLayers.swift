// Between Syntax and Semantics: scripts that inherit from one another, and amendments, become plain
// scripts.
//
// In: the layers of a program, newest first (this year's script, then the one it inherits from, …); each
// layer is a script and what it imports. Out: scripts without `kế thừa`, `sửa đổi`, `bổ sung`, `thay thế`,
// `bãi bỏ`, the newest main script first. Invariant: every node keeps the span it was written at, so a
// finding points into the file of whoever wrote the rule; without layers and amendments the scripts
// come out as they went in. Used by the façade.

import ThiDuaSyntax
import ThiDuaText

/// A script and the scripts it imports; the script itself first.
public struct ScriptLayer: Sendable {
  public var scripts: [Script]
  public init(scripts: [Script]) { self.scripts = scripts }
}

/// Plain scripts, and what was removed on the way.
public struct MergedScripts: Sendable {
  public var scripts: [Script]
  /// Where a name was removed by `bãi bỏ`, by lookup key.
  public var removed: [String: Span] = [:]
}

/// Merges layers, newest first, and applies their amendments.
public func merged(
  _ layers: [ScriptLayer], into diagnostics: inout Diagnostics
) -> MergedScripts {
  let isPlain = layers.allSatisfy { layer in
    layer.scripts.allSatisfy { script in !script.items.contains(where: isAmendment) }
  }
  if layers.count < 2, isPlain { return MergedScripts(scripts: layers.first?.scripts ?? []) }
  var merger = Merger(layers)
  merger.run()
  diagnostics.add(contentsOf: merger.diagnostics)
  return MergedScripts(scripts: merger.scripts(), removed: merger.removed)
}

private func isAmendment(_ item: Item) -> Bool {
  if case .amendment = item { true } else { false }
}

/// The state of one merge.
struct Merger {
  /// A declaration and where it came from.
  struct Entry {
    var item: Item
    /// 0 is the oldest.
    var layer: Int
    /// Index of its script among all, newest layer first.
    var script: Int
  }

  let layers: [ScriptLayer]
  let sources: SourceMap
  var diagnostics = Diagnostics()
  var entries: [Entry] = []
  var removed: [String: Span] = [:]
  /// What the layer's amendments have changed so far, and where.
  var touched: [String: Span] = [:]
  /// The layer being read.
  var layer = 0
  /// Actions of the newest layer that has any.
  private var actions: [Item] = []
  private var examples: [Item] = []

  init(_ layers: [ScriptLayer]) {
    self.layers = layers
    sources = SourceMap(layers.flatMap { $0.scripts.map(\.source) })
  }

  mutating func run() {
    var firstScript = layers.reduce(0) { $0 + $1.scripts.count }
    for (index, layer) in layers.reversed().enumerated() {
      self.layer = index
      firstScript -= layer.scripts.count
      read(layer, firstScript: firstScript)
    }
    reportRowsOfOldYear()
  }

  /// Rows written inside an older script than the one that says the year: last year's results would come
  /// out under this year's name. A data file has no such trouble, each year's folder has its own.
  private mutating func reportRowsOfOldYear() {
    var layerOfFile: [Int32: Int] = [:]
    for (index, layer) in layers.reversed().enumerated() {
      for script in layer.scripts { layerOfFile[script.source.id] = index }
    }
    let key = VietnameseText.lookupKey("năm")
    let year = entries.lazy.compactMap { entry -> Attribute? in
      guard case .campaign(let campaign) = entry.item else { return nil }
      return campaign.attributes.first { $0.names.contains { $0.key == key } }
    }.first
    guard let year, case .number(let number, _)? = year.values.first?.node, let whole = number.int,
      let newest = layerOfFile[year.span.file]
    else { return }
    let all = layers.flatMap(\.scripts)
    for entry in entries where entry.layer < newest && !all[entry.script].isLibrary {
      guard case .data(let data) = entry.item, !data.rows.isPast, let table = data.table,
        !table.rows.isEmpty
      else { continue }
      diagnostics.add(
        AmendmentMessages.rowsOfOldYear(
          data.kind.text, count: table.rows.count, year: whole, span: data.kind.span))
    }
  }

  /// The scripts as they are after all layers.
  func scripts() -> [Script] {
    var all = layers.flatMap(\.scripts)
    for index in all.indices { all[index].items = [] }
    for entry in entries { all[entry.script].items.append(entry.item) }
    if !all.isEmpty { all[0].items += examples + actions }
    return all
  }

  // MARK: One layer

  private mutating func read(_ layer: ScriptLayer, firstScript: Int) {
    var amendments: [Amendment] = []
    let olderCount = entries.count
    replaced = []
    var ownActions: [Item] = []
    examples = []
    entries.removeAll { if case .cancellation = $0.item { true } else { false } }
    let older = entries.prefix(min(olderCount, entries.count)).count
    for (index, script) in layer.scripts.enumerated() {
      for item in script.items {
        switch item {
        case .amendment(let amendment): amendments.append(amendment)
        case .inheriting: break
        case .action, .request: if index == 0 { ownActions.append(item) }
        case .example: if index == 0 { examples.append(item) }
        default: add(item, older: older, script: firstScript + index)
        }
      }
    }
    // A script that only imports another year's script does not act for it.
    let inherits = layer.scripts.first?.items.contains {
      if case .inheriting = $0 { true } else { false }
    }
    if !ownActions.isEmpty || inherits != true { actions = ownActions }
    touched = [:]
    let undated = amendments.filter { $0.dating == nil }
    let dated = amendments.filter { $0.dating != nil }.enumerated().sorted {
      let (a, b) = ($0.element.dating!.from, $1.element.dating!.from)
      return a == b ? $0.offset < $1.offset : a < b
    }.map(\.element)
    for amendment in undated + dated { apply(amendment) }
  }

  /// What this layer has of its own in place of everything alike that it inherits: the rows of a kind,
  /// the processes, the closing days.
  private var replaced: Set<String> = []

  /// Adds a declaration of the layer. What an older layer declares already needs a word of amendment,
  /// but each year has its own campaign, rows, processes and closing days.
  private mutating func add(_ item: Item, older: Int, script: Int) {
    let entry = Entry(item: item, layer: layer, script: script)
    guard let identity = DeclarationIdentity(item) else {
      entries.append(entry)
      return
    }
    switch identity.category {
    case .data, .process, .closing:
      let isData = identity.category == .data
      if replaced.insert(identity.category.rawValue + (isData ? identity.key : "")).inserted {
        entries.removeAll {
          guard $0.layer < layer, let other = DeclarationIdentity($0.item) else { return false }
          return other.category == identity.category && (!isData || other.key == identity.key)
        }
      }
      entries.append(entry)
      return
    default: break
    }
    let inherited = places(identity.category, identity.key, kind: identity.kind).first {
      entries[$0.entry].layer < layer
    }
    guard let inherited else {
      if case .group(let group) = item { checkMembers(of: group) }
      entries.append(entry)
      return
    }
    if identity.category == .campaign {
      entries[inherited.entry] = entry
      return
    }
    if case .parameter(let new) = item, new.effectiveFrom != nil {
      // A further dated value of an inherited parameter.
      entries.append(entry)
      return
    }
    diagnostics.add(
      AmendmentMessages.declaredAgain(
        identity.display, span: identity.span, first: span(at: inherited)))
  }

  /// A new group may not bring criteria that another group has.
  private mutating func checkMembers(of group: GroupDeclaration) {
    for criterion in group.criteria {
      let identity = DeclarationIdentity(
        .criterion, criterion.header, kind: group.header.kind)
      for place in places(.criterion, identity.key, kind: identity.kind)
      where entries[place.entry].layer < layer {
        diagnostics.add(
          AmendmentMessages.declaredAgain(
            identity.display, span: identity.span, first: span(at: place)))
      }
    }
  }

  private func span(at place: Place) -> Span {
    if let criterion = place.criterion, case .group(let group) = entries[place.entry].item {
      return group.criteria[criterion].header.span
    }
    return DeclarationIdentity(entries[place.entry].item)?.span ?? .none
  }

  // MARK: Texts

  /// What is written at a place, white space folded.
  func words(at span: Span) -> String {
    (sources[span.file]?.text(span) ?? "").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// The same for comparing: without case.
  func key(_ expression: Expression) -> String {
    VietnameseText.lookupKey(words(at: expression.span))
  }
}
