// A script and everything it imports with `dùng`. In: where the main script comes from. Out: untyped
// trees, the main one first, each file once whatever it is called; findings of reading and parsing.
// Invariant: no file outside the main script's folder is opened. Used by the engine only.

import ThiDuaSyntax
import ThiDuaText

/// The scripts of one program.
struct ScriptLoader {
  private(set) var scripts: [Script] = []
  private(set) var sources = SourceMap()
  private(set) var diagnostics = Diagnostics()
  /// Every file read, so that no output replaces one.
  private(set) var files: [String] = []
  private var identities: Set<FileIdentity> = []

  /// A script before names of the others are known, and the folder its imports stand in.
  private struct Draft {
    var source: Source
    var script: Script
    var findings: Diagnostics
    var folder: String
  }

  init(_ main: ScriptSource) {
    var drafts: [Draft] = []
    do throws(FileAccess.Failure) {
      if case .file = main.origin { _ = isNew(main.name) }
      add(try main.read(), path: main.name, folder: main.folder, to: &drafts)
    } catch {
      diagnostics.add(CommandMessages.unreadableScript(main.name, error.refusal))
    }
    var next = 0
    while next < drafts.count {
      loadImports(of: drafts[next], root: main.folder, into: &drafts)
      next += 1
    }
    finish(drafts)
  }

  private mutating func add(
    _ raw: [UInt8], path: String, folder: String, to drafts: inout [Draft]
  ) {
    guard let source = sources.load(path: path, raw: raw, into: &diagnostics) else { return }
    var findings = Diagnostics()
    let script = parse(source, into: &findings)
    drafts.append(Draft(source: source, script: script, findings: findings, folder: folder))
  }

  private mutating func loadImports(
    of draft: Draft, root: String, into drafts: inout [Draft]
  ) {
    for item in draft.script.items {
      guard case .importing(let importing) = item else { continue }
      let written = importing.path
      guard FilePath.staysInside(written) else {
        diagnostics.add(CommandMessages.outsideFolder(written, span: importing.span))
        continue
      }
      let name = written.hasSuffix(".thidua") ? written : written + ".thidua"
      let path = FilePath.join(draft.folder, name)
      guard isNew(path) else { continue }
      do throws(FileAccess.Failure) {
        add(
          try FileAccess.read(path), path: path, folder: FilePath.folder(of: path), to: &drafts)
      } catch {
        diagnostics.add(
          CommandMessages.unreadableImport(written, error.refusal, span: importing.span))
      }
    }
  }

  /// Notes a file; false when it was read before, under whatever name.
  private mutating func isNew(_ path: String) -> Bool {
    files.append(path)
    return FileAccess.identity(path).map { identities.insert($0).inserted } ?? true
  }

  /// Names declared in one script guide the reading of all others, so with imports each is read again.
  private mutating func finish(_ drafts: [Draft]) {
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
      scripts.append(parse(draft.source, knownNames: known, into: &diagnostics))
    }
  }
}
