// Scripts in, what the checker says about them out.

import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

struct Checked {
  var program: CheckedProgram?
  var diagnostics: Diagnostics
  var codes: [String] { diagnostics.all.map(\.code) }

  /// The kind of a named column; nil when there is none.
  func kind(_ column: String, of subject: String = "tập thể") -> Kind? {
    self.column(column, of: subject)?.kind
  }

  func column(_ column: String, of subject: String = "tập thể") -> Column? {
    program?.subjectKinds.first { $0.name == subject }?.columns.first { $0.name == column }
  }

  /// The names of the computed columns in the order they are computed, hidden ones left out.
  var order: [String] {
    guard let program else { return [] }
    return program.order.compactMap { step in
      guard case .column(let reference) = step else { return nil }
      let column = program.subjectKinds[reference.kind].columns[reference.column]
      return column.isHidden ? nil : column.name
    }
  }
}

func checked(_ text: String) -> Checked {
  var diagnostics = Diagnostics()
  let script = parse(Source(id: 0, path: "thu.thidua", text: text), into: &diagnostics)
  let program = check([script], into: &diagnostics)
  return Checked(program: program, diagnostics: diagnostics)
}

/// A kind of subject with a few fields, and then the lines of the test.
func withUnits(_ lines: String) -> Checked {
  checked(
    """
    thang bậc kỷ luật, từ thấp lên cao: "Không"; "Khiển trách"; "Cảnh cáo"
    đối tượng tập thể
      mã: chữ, khóa
      tên; cụm: chữ
      số báo cáo chậm; số bài; phiếu: số lượng
      điểm a; điểm b: số, từ 0 đến 10
      ghi chú điểm: số, được để trống
      mức kỷ luật: kỷ luật
      có kế hoạch: có/không
      ngày nộp: ngày
      tỷ lệ số hóa: tỷ lệ
    hết
    """ + "\n" + lines)
}
