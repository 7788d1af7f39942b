// Row programs: a group of columns, or the columns and sort keys of a table, computed row by row.

import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaText

extension ProgramBuilder {
  /// The row program of a group of columns; those in `stored` are its outputs.
  func compileRows(
    kind: Int, columns: [Int], stored: Set<ColumnReference>
  ) throws(CodeTooLarge) -> RowProgram {
    let subject = checked.subjectKinds[kind]
    var outputs: [RowOutput] = []
    let code = try makeCode(
      name: "cột của \(subject.name)", parameterCount: 1, reserved: 1 + columns.count,
      span: columns.first.map { subject.columns[$0].rule.span } ?? .none
    ) { compiler in
      outputs = []
      for (place, column) in columns.enumerated() {
        guard case .computed(let computation) = subject.columns[column].source else { continue }
        let reference = ColumnReference(kind: kind, column: column)
        let address = ColumnAddress(kind: kind, column: column)
        let result = 1 + place
        compiler.code.beginSection(address)
        compiler.scoped {
          compiler.slotBase = compiler.code.takeRegisters(computation.localCount)
          compiler.compile(computation.expression, to: result)
        }
        compiler.computed[reference] = result
        if stored.contains(reference) {
          let kind = ValueKind(subject.columns[column].kind)
          compiler.code.setSite(computation.expression.span)
          compiler.emitStore(result, kind, output: outputs.count)
          outputs.append(RowOutput(address: address, kind: kind))
        }
      }
      compiler.code.emit(.nextRow)
    }
    return RowProgram(kind: kind, code: add(code), outputs: outputs, columns: columns)
  }

  /// The program of a table: what is not stored is computed over the rows listed.
  func compile(_ output: Output) throws(CodeTooLarge) -> OutputProgram {
    var outputs: [RowOutput] = []
    var sort: [(column: OutputColumn, isDescending: Bool)] = []
    var columns: [OutputColumn] = []
    let captureCount = output.captures.count
    let code = try makeCode(
      name: "cột của bảng", parameterCount: 1 + captureCount,
      reserved: max(output.localCount, 1 + captureCount), span: output.span
    ) { compiler in
      outputs = []
      func column(_ value: Expr, title: String, decimals: Int?) -> OutputColumn {
        var kind = ValueKind(value.kind)
        let source: OutputColumn.Source
        if let address = self.storedColumn(value, kind: output.kind) {
          source = .stored(address)
        } else {
          compiler.scoped {
            let result = compiler.code.takeRegisters()
            if kind.isComposite {
              compiler.emitText(value, decimals: decimals, to: result)
              kind = .text
            } else {
              compiler.compile(value, to: result)
            }
            compiler.code.setSite(value.span, [compiler.operand(value)])
            compiler.emitStore(result, kind, output: outputs.count)
          }
          source = .computed(outputs.count)
          outputs.append(RowOutput(address: nil, kind: kind))
        }
        return OutputColumn(
          title: title, source: source, kind: kind, decimals: decimals, span: value.span)
      }
      sort = output.sort.map {
        (column($0.value, title: "", decimals: nil), $0.isDescending)
      }
      columns = output.columns.map { column($0.value, title: $0.title, decimals: $0.decimals) }
      compiler.code.emit(.nextRow)
    }
    var rowProgram: Int?
    if !outputs.isEmpty {
      program.rowPrograms.append(
        RowProgram(
          kind: output.kind, code: add(code), outputs: outputs, captureCount: captureCount))
      rowProgram = program.rowPrograms.count - 1
    }
    return OutputProgram(
      kind: output.kind, sort: sort, columns: columns, rowProgram: rowProgram,
      captureCount: captureCount, hasFile: output.file != nil, style: output.style,
      span: output.span)
  }

  private func storedColumn(_ value: Expr, kind: Int) -> ColumnAddress? {
    guard case .column(kind, let column, let of) = value.node, case .local(0) = of.node,
      inlinedColumn(kind, column) == nil, !ValueKind(value.kind).isComposite
    else { return nil }
    return ColumnAddress(kind: kind, column: column)
  }
}

extension ExpressionCompiler {
  /// Stores a result by the layout its kind has in memory.
  func emitStore(_ register: Register, _ kind: ValueKind, output: Int) {
    let op: Opcode
    switch kind {
    case .number, .ratio, .date, .subject, .nothing: op = .storeWord
    case .truth, .award: op = .storeCode
    case .level(let scale):
      op = program.checked.scales[scale].levels.count < 254 ? .storeCode : .storeWord
    case .text: op = .storeText
    case .list, .dictionary: op = .storeColumn
    }
    code.emit(op, register, 0, output)
  }
}

extension ValueKind {
  var isComposite: Bool {
    switch self {
    case .list, .dictionary: true
    case .number, .ratio, .text, .date, .truth, .level, .award, .subject, .nothing: false
    }
  }
}
