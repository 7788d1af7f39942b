// Findings that concern the standard library. In: a finding inside a module. Out: the same finding at
// the place of the script that brought it about, the module's line beside it: nobody can change the
// module, and nobody wrote it. Used by whoever checks what a script takes from the library.

import ThiDuaSyntax
import ThiDuaText

extension Checker {
  /// Reports a name declared twice; `first` is where it stood first.
  func reportDuplicate(_ name: Name, first: Span, isParameter: Bool = false) {
    guard libraryFiles.contains(name.span.file), !libraryFiles.contains(first.file) else {
      report(CheckMessages.duplicateName(name.text, span: name.span, first: first))
      return
    }
    report(
      CheckMessages.nameOfLibrary(
        name.text, span: first, library: name.span, isParameter: isParameter))
  }

  /// Checks something of the library; what is wrong in it is shown at `use`.
  func pointing<Result>(to use: Span, _ check: () -> Result) -> Result {
    let before = diagnostics.count
    let result = check()
    guard diagnostics.count > before, !libraryFiles.contains(use.file),
      diagnostics.all[before...].contains(where: { libraryFiles.contains($0.span.file) })
    else { return result }
    let found = diagnostics.all[before...]
    diagnostics.truncate(to: before)
    for diagnostic in found {
      report(
        libraryFiles.contains(diagnostic.span.file)
          ? CheckMessages.inLibrary(diagnostic, use: use) : diagnostic)
    }
    return result
  }
}
