// `mẫu-nhập`: the workbooks that units fill in, made from what a script reads. In: a script, a folder. Out: one
// workbook or several there, and the lines by which the script reads them back. Invariant: nothing that
// exists is written over, all workbooks appear or none; same script and data, same bytes. Used by the
// console and embedding programs.

import ThiDuaOffice
import ThiDuaSemantics
import ThiDuaText

/// What `Engine.inputForms` made.
public struct InputForms: Sendable {
  public struct Sheet: Sendable {
    public var name: String
    /// Rows with names or criteria in them already.
    public var givenRows: Int
    /// The line that reads the sheet back; nil: the script has it already.
    public var line: String?
    /// Lines under it have to stay as they are.
    public var keepsLinesBelow: Bool
  }
  public struct File: Sendable {
    public var path: String
    public var sheets: [Sheet]
    /// A file that stands where the script will read the filled form: it has to go first.
    public var replaced: String?
  }
  public var files: [File]
}

/// The forms, or what is wrong.
public struct MadeForms: Sendable {
  /// nil after errors.
  public var forms: InputForms?
  public var report: Report
}

extension Engine {
  /// Makes the workbooks to fill in for a script; `folder` nil: `mau-nhap` beside the script.
  public func inputForms(
    for script: ScriptSource, in folder: String? = nil, options: RunOptions = RunOptions()
  ) -> MadeForms {
    var loaded = LoadedProgram(script)
    guard let compiled = loaded.compiled() else {
      return MadeForms(forms: nil, report: loaded.finishedReport())
    }
    let known = KnownSubjects(
      compiled, options: options, folder: options.dataFolder ?? script.folder,
      into: &loaded.report.diagnostics)
    let plan = FormPlan(compiled.checked, known, script: FilePath.name(of: script.name))
    var forms: InputForms?
    if plan.files.isEmpty {
      loaded.report.diagnostics.add(FormMessages.nothingToFill(script.name))
    } else {
      forms = write(
        plan, to: folder ?? FilePath.join(script.folder, "mau-nhap"),
        readFrom: options.dataFolder ?? script.folder,
        into: &loaded.report.diagnostics)
    }
    return MadeForms(forms: forms, report: loaded.finishedReport())
  }

  private func write(
    _ plan: FormPlan, to folder: String, readFrom dataFolder: String,
    into diagnostics: inout Diagnostics
  ) -> InputForms? {
    let paths = plan.files.map { FilePath.join(folder, $0.name) }
    let taken = paths.filter { FileAccess.identity($0) != nil }
    for path in taken { diagnostics.add(FormMessages.formExists(path)) }
    guard taken.isEmpty else { return nil }
    // Asked before the forms appear: one made right where it is read replaces nothing.
    let replaced = plan.files.map { file -> String? in
      let place = FilePath.join(dataFolder, file.name)
      return FileAccess.identity(place) == nil ? nil : place
    }
    let outputs = OutputTransaction()
    defer { for finding in outputs.takeFindings() { diagnostics.add(finding) } }
    do {
      for (path, file) in zip(paths, plan.files) {
        try InputFormWriter.write(file.form, to: outputs.open(path, name: path))
      }
      try outputs.commit()
    } catch let failure as WorkbookWriter.Failure {
      diagnostics.add(failure.diagnostic)
      return nil
    } catch let failure as OutputTransaction.Failure {
      diagnostics.add(failure.diagnostic)
      return nil
    } catch {
      return nil
    }
    return InputForms(
      files: plan.files.indices.map {
        InputForms.File(
          path: paths[$0], sheets: plan.files[$0].sheets, replaced: replaced[$0])
      })
  }
}
