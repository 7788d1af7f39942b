// A script and everything it imports with `dùng`. In: where the main script comes from. Out: untyped
// trees, the main one first, each file and module once whatever it is called; findings of reading and
// parsing. Invariant: no file outside the main script's folder is opened; imports make no circle.
// Used by the engine only.
//
//   dùng "chung.thidua"      always the file
//   dùng "tiền thưởng"       the library's module, or the file "tiền thưởng.thidua"; both is an error
//   dùng "thư viện/tiền thưởng"   always the module

import ThiDuaSyntax
import ThiDuaText

/// The scripts of one program.
struct ScriptLoader {
  private(set) var scripts: [Script] = []
  private(set) var sources = SourceMap()
  private(set) var diagnostics = Diagnostics()
  /// Every file read, so that no output replaces one.
  private(set) var files: [String] = []
  private var drafts: [Draft] = []
  private var draftOfFile: [FileIdentity: Int] = [:]
  private var draftOfModule: [String: Int] = [:]

  /// A script before names of the others are known.
  private struct Draft {
    var source: Source
    var script: Script
    var findings: Diagnostics
    /// Where its imports stand; nil: in the library.
    var folder: String?
    /// What it imports, each with the line that says so.
    var imports: [(draft: Int, span: Span)] = []
  }

  /// `typed` stands behind the files, as scripts of their own, and replaces what it declares again.
  init(_ main: ScriptSource, typed: [TypedEntry] = []) {
    do throws(FileAccess.Failure) {
      let added = add(try main.read(), path: main.name, folder: main.folder)
      if case .file = main.origin { note(file: main.name, as: added) }
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
    let typedStart = drafts.count
    for entry in typed {
      _ = add(Array(entry.text.utf8), path: entry.name, folder: main.folder)
    }
    let typedEnd = drafts.count
    loadAllImports(&self)
    reportCircles()
    finish()
    if typedStart < typedEnd {
      scripts = Redefinition.resolve(scripts, typed: typedStart..<typedEnd)
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
  private mutating func finish() {
    guard drafts.count > 1 else {
      for draft in drafts {
        diagnostics.add(contentsOf: draft.findings)
        scripts.append(draft.script)
      }
      return
    }
    let known = drafts.reduce(into: Set<String>()) {
      $0.formUnion(declaredNames(in: $1.source))
    }
    for draft in drafts {
      var script = parse(draft.source, knownNames: known, into: &diagnostics)
      script.isLibrary = draft.script.isLibrary
      scripts.append(script)
    }
  }
}
