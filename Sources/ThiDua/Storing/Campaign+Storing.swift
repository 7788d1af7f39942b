// `lưu kết quả`. In: the loaded campaign. Out: a run in the store that appears with the other outputs, and a
// line that says which. Invariant: what is assumed is never stored.

import ThiDuaMachine
import ThiDuaStore
import ThiDuaSyntax
import ThiDuaText

extension Campaign {
  func store(
    _ request: CampaignRequest, under assumptions: [String], _ outputs: SessionOutputs
  ) throws(HostFailure) {
    guard assumptions.isEmpty else {
      throw HostFailure(StoreMessages.assumed(assumptions, span: request.span))
    }
    let name = request.file?.text ?? Delivery.storeName
    let span = request.file?.span ?? request.span
    let record = try RunRecorder(self).record(span)
    try outputs.store(record, in: name, span) { outcome in
      Self.note(outcome, record, name)
    }
  }

  private static func note(
    _ outcome: StoreWriter.Outcome, _ run: RunRecord, _ store: String
  ) -> String {
    var lines: [String] = []
    if outcome.isNew {
      lines.append(
        "Đã lưu vào kho \(store): lượt \(outcome.number), \(Wording.quoted(run.title)) năm "
          + "\(run.year).")
    } else {
      lines.append(
        "Kho \(store) đã có kết quả này: lượt \(outcome.number), giống hệt; không lưu thêm.")
      if outcome.hasNewReasons {
        lines.append("Lượt ấy do bản ThiDua cũ lưu nên chưa có lý do; nay đã cất thêm lý do.")
      }
    }
    if let confirmed = outcome.confirmed {
      lines.append("Lượt chính thức vẫn là lượt \(confirmed), đã chốt.")
    }
    if let same = outcome.sameInputs {
      lines.append(
        "Kịch bản và số liệu giống hệt lượt \(same) mà kết quả khác: chương trình đã đổi. Xem: "
          + "thidua kho so-sánh \(same) \(outcome.number).")
    }
    return lines.joined(separator: "\n")
  }
}
