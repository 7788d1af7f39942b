// A script, everything it imports with `dùng`, and the scripts it inherits from with `kế thừa`. In: where
// the main script comes from. Out: untyped trees without amendments, the main one first, each file and
// module once whatever it is called; findings of reading, parsing and merging. Invariant: imports stay in
// the folder of the script that says so, inherited scripts in the folder that holds the main script's
// folder (the years stand side by side there); imports make no circle. Used by the engine only.
//
//   dùng "chung.thidua"      always the file
//   dùng "tiền thưởng"       the library's module, or the file "tiền thưởng.thidua"; both is an error
//   dùng "thư viện/tiền thưởng"   always the module

import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

/// The scripts of one program.
struct ScriptLoader {
  private(set) var scripts: [Script] = []
  /// What the merge of inherited scripts and amendments found.
  private(set) var mergeFindings = Diagnostics()
  /// Where names were removed by `bãi bỏ`.
  private(set) var removed: [String: Span] = [:]
  private(set) var sources = SourceMap()
  private(set) var diagnostics = Diagnostics()
  /// Every file read, so that no output replaces one.
  private(set) var files: [String] = []
  private var drafts: [Draft] = []
  private var draftOfFile: [FileIdentity: Int] = [:]
  private var draftOfModule: [String: Int] = [:]
  /// The main script, the one it inherits from, and so on.
  private var mains: [Int] = []
  /// The folder that holds the main script's folder.
  private let yard: String

  /// Where typed declarations begin that replace one of a file.
  private(set) var replacing: [Span] = []

  /// A script before names of the others are known.
  private struct Draft {
    var source: Source
    var script: Script
    var findings: Diagnostics
    /// Where its imports stand; nil: in the library.
    var folder: String?
    /// What it imports, each with the line that says so.
    var imports: [(draft: Int, span: Span)] = []
    /// The oldest layer that needs it; 0 is the main script's.
    var layer = 0
  }

  /// `typed` stands behind the files, as scripts of their own, and replaces what it declares again.
  init(_ main: ScriptSource, typed: [TypedEntry] = []) {
    yard = FilePath.parent(of: main.folder)
    do throws(FileAccess.Failure) {
      let added = add(try main.read(), path: main.name, folder: main.folder)
      if case .file = main.origin { note(file: main.name, as: added) }
      if let added { mains.append(added) }
    } catch {
      diagnostics.add(CommandMessages.unreadableScript(main.name, error.refusal))
    }
    var next = 0
    func loadAllImports(_ loader: inout ScriptLoader) {
      while next < loader.drafts.count {
        loader.loadImports(of: next)
        next += 1
      }
    }
    loadAllImports(&self)
    while let main = mains.last, let base = loadBase(of: main) {
      mains.append(base)
      loadAllImports(&self)
    }
    let typedStart = drafts.count
    for entry in typed {
      if let added = add(Array(entry.text.utf8), path: entry.name, folder: main.folder) {
        drafts[added].script.isTyped = true
      }
    }
    for draft in drafts[typedStart...] {
      for case .inheriting(let base) in draft.script.items {
        diagnostics.add(CommandMessages.baseTyped(span: base.span))
      }
    }
    let typedEnd = drafts.count
    loadAllImports(&self)
    reportCircles()
    let parsed = parseAll()
    merge(parsed, typed: typedStart..<typedEnd)
  }

  /// Puts the layers of the files together, then what was typed on top.
  private mutating func merge(_ parsed: [Script], typed: Range<Int>) {
    for (layer, main) in mains.enumerated() {
      for draft in reached(from: main) { drafts[draft].layer = layer }
    }
    let layers = mains.indices.map { layer in
      ScriptLayer(
        scripts: [parsed[mains[layer]]]
          + parsed.indices.filter {
            $0 < typed.lowerBound && $0 != mains[layer] && drafts[$0].layer == layer
          }.map { parsed[$0] })
    }
    let files = ThiDuaSemantics.merged(layers, into: &mergeFindings)
    (scripts, removed) = (files.scripts, files.removed)
    guard !typed.isEmpty else { return }
    let first = scripts.count
    let redefined = Redefinition(
      scripts + parsed[typed.lowerBound...], typed: first..<first + typed.count)
    replacing = redefined.replacing
    let whole = ThiDuaSemantics.merged(
      [ScriptLayer(scripts: redefined.scripts)], into: &mergeFindings)
    scripts = whole.scripts
    removed.merge(whole.removed) { $1 }
  }

  /// A script and all it imports.
  private func reached(from main: Int) -> Set<Int> {
    var seen: Set<Int> = []
    var open = [main]
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      open += drafts[next].imports.map(\.draft)
    }
    return seen
  }

  /// Reads the script that a main script, or one it imports, inherits from.
  private mutating func loadBase(of main: Int) -> Int? {
    var found: (base: ImportDeclaration, folder: String)?
    for draft in reached(from: main).sorted() {
      for case .inheriting(let base) in drafts[draft].script.items {
        if let first = found?.base {
          diagnostics.add(CommandMessages.secondBase(span: base.span, first: first.span))
        } else {
          found = (base, drafts[draft].folder ?? "")
        }
      }
    }
    guard let (base, folder) = found else { return nil }
    let name = base.path.hasSuffix(".thidua") ? base.path : base.path + ".thidua"
    guard !name.hasPrefix("/"), !name.utf8.contains(0),
      let path = FilePath.resolved(FilePath.join(folder, name)),
      FilePath.stands(path, below: FilePath.resolved(yard) ?? yard)
    else {
      diagnostics.add(CommandMessages.baseOutside(base.path, span: base.span))
      return nil
    }
    if let known = FileAccess.identity(path).flatMap({ draftOfFile[$0] }) {
      if !mains.contains(where: { reached(from: $0).contains(known) }) { return known }
      diagnostics.add(CommandMessages.circleOfBases(base.path, span: base.span))
      return nil
    }
    do throws(FileAccess.Failure) {
      let added = add(try FileAccess.read(path), path: path, folder: FilePath.folder(of: path))
      note(file: path, as: added)
      return added
    } catch {
      diagnostics.add(CommandMessages.unreadableBase(base.path, error.refusal, span: base.span))
      return nil
    }
  }

  /// Parses a text; nil when it is no valid text.
  private mutating func add(_ raw: [UInt8], path: String, folder: String?) -> Int? {
    guard let source = sources.load(path: path, raw: raw, into: &diagnostics) else { return nil }
    var findings = Diagnostics()
    var script = parse(source, into: &findings)
    script.isLibrary = folder == nil
    drafts.append(Draft(source: source, script: script, findings: findings, folder: folder))
    return drafts.count - 1
  }

  private mutating func note(file path: String, as draft: Int?) {
    files.append(path)
    if let draft, let identity = FileAccess.identity(path) { draftOfFile[identity] = draft }
  }

  private mutating func loadImports(of index: Int) {
    for item in drafts[index].script.items {
      guard case .importing(let importing) = item,
        let target = target(importing, folder: drafts[index].folder)
      else { continue }
      let imported =
        switch target {
        case .module(let module): load(module)
        case .file(let path): load(path, importing)
        }
      if let imported { drafts[index].imports.append((imported, importing.span)) }
    }
  }

  // MARK: What a name after `dùng` means

  private enum Target {
    case module(LibraryModule)
    case file(String)
  }

  private mutating func target(_ importing: ImportDeclaration, folder: String?) -> Target? {
    let written = importing.path
    guard let folder else { return LibraryModule.named(written).map { .module($0) } }
    guard FilePath.staysInside(written) else {
      diagnostics.add(CommandMessages.outsideFolder(written, span: importing.span))
      return nil
    }
    if written.hasSuffix(".thidua") { return .file(FilePath.join(folder, written)) }
    if written.hasPrefix(LibraryModule.prefix) {
      let name = String(written.dropFirst(LibraryModule.prefix.count))
      if let module = LibraryModule.named(name) { return .module(module) }
      diagnostics.add(unknownModule(name, written, span: importing.span))
      return nil
    }
    let path = FilePath.join(folder, written + ".thidua")
    let isFile = FileAccess.identity(path) != nil
    switch (LibraryModule.named(written), isFile) {
    case (let module?, true):
      diagnostics.add(
        CommandMessages.moduleAndFile(written, module: module.name, span: importing.span))
      return nil
    case (let module?, false): return .module(module)
    case (nil, true): return .file(path)
    case (nil, false):
      diagnostics.add(unknownModule(written, written, span: importing.span))
      return nil
    }
  }

  private func unknownModule(_ name: String, _ written: String, span: Span) -> Diagnostic {
    let names = LibraryModule.all.map(\.name)
    return CommandMessages.unknownModule(
      written, modules: names, suggestions: Spelling.closest(to: name, in: names), span: span)
  }

  private mutating func load(_ module: LibraryModule) -> Int? {
    if let known = draftOfModule[module.file] { return known }
    let added = add(module.bytes, path: module.path, folder: nil)
    draftOfModule[module.file] = added
    return added
  }

  private mutating func load(_ path: String, _ importing: ImportDeclaration) -> Int? {
    if let identity = FileAccess.identity(path), let known = draftOfFile[identity] { return known }
    do throws(FileAccess.Failure) {
      let added = add(
        try FileAccess.read(path), path: path, folder: FilePath.folder(of: path))
      note(file: path, as: added)
      return added
    } catch {
      diagnostics.add(
        CommandMessages.unreadableImport(importing.path, error.refusal, span: importing.span))
      return nil
    }
  }

  // MARK: Circles

  /// Follows the imports from the main script; meeting a script of the way again is a circle.
  private mutating func reportCircles() {
    var isDone = [Bool](repeating: false, count: drafts.count)
    var way: [(draft: Int, next: Int)] = drafts.isEmpty ? [] : [(0, 0)]
    while let (draft, next) = way.last {
      guard next < drafts[draft].imports.count else {
        isDone[draft] = true
        way.removeLast()
        continue
      }
      way[way.count - 1].next += 1
      let target = drafts[draft].imports[next].draft
      if let start = way.firstIndex(where: { $0.draft == target }) {
        let circle = way[start...]
        diagnostics.add(
          CommandMessages.importCircle(
            circle.map { FilePath.name(of: drafts[$0.draft].source.path) },
            spans: circle.map { drafts[$0.draft].imports[$0.next - 1].span }))
      } else if !isDone[target] {
        way.append((target, 0))
      }
    }
  }

  /// Names declared in one script guide the reading of all others, so with imports each is read again.
  private mutating func parseAll() -> [Script] {
    guard drafts.count > 1 else {
      return drafts.map { draft in
        diagnostics.add(contentsOf: draft.findings)
        return draft.script
      }
    }
    let known = drafts.reduce(into: Set<String>()) {
      $0.formUnion(declaredNames(in: $1.source))
    }
    return drafts.map { draft in
      var script = parse(draft.source, knownNames: known, into: &diagnostics)
      script.isLibrary = draft.script.isLibrary
      script.isTyped = draft.script.isTyped
      return script
    }
  }
}
