// Questions of a script or of typed lines, carried out. In: parts of the main program in order. Out: what
// actions and answers print, files that appear when all is done. Invariant: between two parts the
// campaign is bare; what is assumed is laid on for each part that needs it, so a part that fails leaves
// nothing behind. Used by the engine and the workbench.

import ThiDuaMachine
import ThiDuaOffice
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

extension Campaign {
  /// Carries out parts with outputs of their own.
  func run(_ parts: [MainPart], listener: any RunListener, into report: inout Report) {
    let outputs = SessionOutputs(session, folder: outputFolder)
    let former = assumed
    var status: Status?
    for part in parts {
      switch part {
      case .actions(let statements):
        status = act(statements, outputs, listener, into: &report.diagnostics)
      case .request(let request):
        carryOut(request, outputs, listener, into: &report.diagnostics)
      }
      if report.diagnostics.hasErrors { break }
    }
    outputs.session = session
    if report.diagnostics.hasErrors {
      assumed = former
      if let status { report.status = status }
      return
    }
    do throws(SessionStopped) { try outputs.commit() } catch { report.status = .stopped }
    if !outputs.written.isEmpty { listener.wrote(outputs.written, in: outputFolder) }
    for note in outputs.notes { listener.printed(note + "\n") }
    report.diagnostics.add(contentsOf: session.diagnostics)
    session.diagnostics = Diagnostics()
  }

  /// Actions see what is assumed.
  private func act(
    _ statements: [Statement], _ outputs: SessionOutputs, _ listener: any RunListener,
    into diagnostics: inout Diagnostics
  ) -> Status? {
    showing(into: &diagnostics) { campaign, diagnostics in
      if campaign !== self { campaign.takeVariables(of: self) }
      let status = campaign.run(
        statements, outputs: outputs, listener: listener, into: &diagnostics)
      if campaign !== self { takeVariables(of: campaign) }
      return status
    } ?? nil
  }

  /// Variables of the same name have the same value in a campaign with other rules.
  private func takeVariables(of other: Campaign) {
    for (index, global) in checked.globals.enumerated() where global.parameter == nil {
      let twin = other.checked.globals.firstIndex { $0.parameter == nil && $0.name == global.name }
      if let twin { globals[index] = other.globals[twin] }
    }
  }

  // MARK: Requests

  private func carryOut(
    _ request: CampaignRequest, _ outputs: SessionOutputs, _ listener: any RunListener,
    into diagnostics: inout Diagnostics
  ) {
    guard open.check(request, into: &diagnostics) else { return }
    var answer: AnswerTable?
    switch request.node {
    case .assume(let lines): assume(.lines(lines), into: &diagnostics)
    case .assumeScenarios(let names):
      for name in names where !diagnostics.hasErrors {
        assume(.scenario(name.text), into: &diagnostics)
      }
    case .lift(let name): lift(name?.text)
    case .list: listener.printed(assumptionList)
    case .compare(let first, let second):
      answer = comparison(first, second, into: &diagnostics)
    case .table(let values, let axes):
      answer = inAssumed(&diagnostics) { $0.table(values, along: axes, into: &$1) }
    case .howMuch(let field, let goal):
      answer = inAssumed(&diagnostics) { $0.howMuch(field, to: goal, into: &$1) }
    case .whatFor(let goal):
      answer = inAssumed(&diagnostics) { $0.whatFor(goal, into: &$1) }
    case .robustness(let name, let list, let group):
      answer = inAssumed(&diagnostics) {
        $0.robustness(of: name, list, within: group, into: &$1)
      }
    case .deliver(let delivery):
      let lines = assumptionLines
      standing(in: assumed, into: &diagnostics) { campaign, diagnostics in
        campaign.deliver(delivery, request, under: lines, outputs, into: &diagnostics)
      }
    }
    guard let answer, !diagnostics.hasErrors else { return }
    guard let file = request.file else {
      return listener.printed(answer.text(limit: options.screenWidth?()))
    }
    do throws(HostFailure) {
      try outputs.write(answer, to: file.text, span: file.span)
    } catch {
      diagnostics.add(error.diagnostic)
    }
  }

  private func inAssumed(
    _ diagnostics: inout Diagnostics,
    _ body: (Campaign, inout Diagnostics) -> AnswerTable?
  ) -> AnswerTable? {
    standing(in: assumed, into: &diagnostics, body) ?? nil
  }

  // MARK: What is assumed

  /// Adds to what is assumed, if all of it can be.
  private func assume(_ part: AssumedState.Part, into diagnostics: inout Diagnostics) {
    var state = assumed
    state.parts.append(part)
    if enter(state, into: &diagnostics) != nil { assumed = state }
    leaveAll()
  }

  private func lift(_ name: String?) {
    guard let name else {
      assumed = AssumedState()
      return
    }
    let key = VietnameseText.lookupKey(name)
    assumed.parts.removeAll { part in
      if case .scenario(let other) = part { VietnameseText.lookupKey(other) == key } else { false }
    }
  }

  private func leaveAll() {
    leave()
    for variant in variants.values { variant.leave() }
  }

  /// What is assumed at the moment, one assumption a line.
  private var assumptionLines: [String] {
    assumed.parts.flatMap { part in
      switch part {
      case .scenario(let name): ["đang giả sử \(Wording.quoted(name))"]
      case .lines(let assumptions): assumptions.map { "đang giả sử \(words(at: $0.span))" }
      }
    }
  }

  private var assumptionList: String {
    var lines = assumptionLines
    if lines.isEmpty { lines.append("không giả sử gì") }
    for scenario in checked.scenarios {
      let basis = scenario.basis.map { Wording.quoted($0.text) }.joined(separator: "; ")
      var parts: [String] = []
      let parameters = scenario.assumptions.filter {
        if case .parameter = $0.target { true } else { false }
      }.count
      let inputs = scenario.assumptions.count - parameters
      if inputs > 0 { parts.append("\(Wording.count(inputs)) số liệu") }
      if parameters > 0 { parts.append("\(Wording.count(parameters)) tham số") }
      if !scenario.rules.isEmpty {
        parts.append("\(Wording.count(scenario.rules.count)) quy tắc viết lại")
      }
      let what = parts.isEmpty ? "không đổi gì" : parts.joined(separator: ", ")
      lines.append(
        "có giả sử \(Wording.quoted(scenario.name))"
          + (basis.isEmpty ? "" : ", trên cơ sở \(basis)") + ": \(what)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  func words(at span: Span) -> String {
    (sources[span.file]?.text(span) ?? "").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  // MARK: Comparing

  private func comparison(
    _ first: StateReference, _ second: StateReference, into diagnostics: inout Diagnostics
  ) -> AnswerTable? {
    guard let old = captured(first, into: &diagnostics),
      let new = captured(second, into: &diagnostics)
    else { return nil }
    var comparison = Comparison(old.state, new.state, sharesRows: old.isOwn && new.isOwn)
    for (name, span) in old.rewritten.merging(new.rewritten, uniquingKeysWith: { $1 }) {
      comparison.replacedRules[name] = span
    }
    return comparison.table(heading: "So sánh \(title(first)) với \(title(second))")
  }

  private func title(_ reference: StateReference) -> String {
    switch reference {
    case .current: "hiện hành"
    case .assumed: "giả sử đang dùng"
    case .scenario(let name, _): Wording.quoted(name)
    case .script(let path, _): "kịch bản \(Wording.quoted(path))"
    }
  }

  /// What a state reads; `isOwn`: over the rows of this campaign.
  private func captured(
    _ reference: StateReference, into diagnostics: inout Diagnostics
  ) -> (state: CapturedState, isOwn: Bool, rewritten: [String: Span])? {
    let state: AssumedState
    switch reference {
    case .current: state = AssumedState()
    case .assumed: state = assumed
    case .scenario(let name, _): state = AssumedState(parts: [.scenario(name)])
    case .script(let path, let span):
      return loaded(path, span, into: &diagnostics).map { (CapturedState($0), false, [:]) }
    }
    return standing(in: state, into: &diagnostics) { campaign, _ in
      (CapturedState(campaign), true, rewrittenRules(state))
    }
  }

  /// Another script beside this one, with its own data.
  private func loaded(
    _ path: String, _ span: Span, into diagnostics: inout Diagnostics
  ) -> Campaign? {
    guard FilePath.staysInside(path) else {
      diagnostics.add(CommandMessages.outsideFolder(path, span: span))
      return nil
    }
    let (campaign, report) = Campaign.load(
      .file(FilePath.join(script.folder, path)), options: options)
    guard let campaign else {
      diagnostics.add(
        WhatIfMessages.otherScriptFails(
          path, first: report.diagnostics.all.first { $0.severity == .error }?.message ?? "",
          total: report.diagnostics.errorCount, span: span))
      return nil
    }
    return campaign
  }
}

extension SessionOutputs {
  /// Writes an answer into a file: JSON when its name says so, else as a list.
  func write(_ answer: AnswerTable, to name: String, span: Span) throws(HostFailure) {
    if name.lowercased().hasSuffix(".json") {
      try open(name, span).write(Array(answer.json.utf8))
      return
    }
    let findings = try write(answer.document(session.texts), called: "Trả lời", to: name, span)
    if let last = findings.all.last { throw HostFailure(last) }
  }
}
