// What stands behind the rankings: who is proposed, what to heed, legal documents, where all of it comes from. In: a
// report. Out: sections; none for what the report has nothing of.

import ThiDuaText

extension PageComposer {
  mutating func awards() {
    guard !report.awards.isEmpty else { return }
    out.markup("<section id=khen-thuong class=b><h2>Khen thưởng</h2>\n")
    for list in report.awards { awardList(list) }
    out.markup("</section>\n")
  }

  private mutating func awardList(_ list: ResultReport.AwardList) {
    out.markup("<section class=slide><h3>")
    out.text(list.title)
    out.markup("</h3>\n<p class=count>")
    out.text(summary(of: list))
    out.markup("</p>\n")
    if !list.lines.isEmpty {
      let isGrouped = list.lines.contains { !$0.group.isEmpty }
      let isNoted = list.lines.contains { !$0.note.isEmpty }
      out.markup("<div class=x><table><caption>")
      out.text("\(list.title): danh sách")
      out.markup("</caption>\n<thead><tr><th scope=col>Tên")
      if isGrouped { out.markup("<th scope=col>Cụm") }
      out.markup("<th scope=col>Kết quả")
      if isNoted { out.markup("<th scope=col>Ghi chú") }
      out.markup("</thead><tbody>\n")
      for line in list.lines {
        out.markup("<tr class=q><th scope=row>")
        out.text(line.name.isEmpty ? line.key : line.name)
        if isGrouped {
          out.markup("<td class=t>")
          out.text(line.group)
        }
        out.markup("<td class=t>")
        out.text(Wording.capitalised(line.state))
        if isNoted {
          out.markup("<td class=t>")
          out.text(line.note)
        }
        out.markup("\n")
      }
      out.markup("</tbody></table></div>\n")
    }
    out.markup("</section>\n")
  }

  /// `Tập thể: 3 đạt, 1 chờ hội đồng. Căn cứ: …`.
  private func summary(of list: ResultReport.AwardList) -> String {
    var states: [(state: String, count: Int)] = []
    for line in list.lines {
      if let known = states.firstIndex(where: { $0.state == line.state }) {
        states[known].count += 1
      } else {
        states.append((line.state, 1))
      }
    }
    let counts = states.map { "\(Wording.count($0.count)) \($0.state)" }.joined(separator: ", ")
    let basis = list.basis.map(bases.brief).joined(separator: "; ")
    return "\(Wording.capitalised(list.kind)): \(counts.isEmpty ? "không có ai" : counts)."
      + (basis.isEmpty ? "" : " Căn cứ: \(basis).")
  }

  mutating func notices() {
    guard !report.notices.isEmpty else { return }
    out.markup("<section id=luu-y class=b><h2>Lưu ý</h2>\n<ul class=list>\n")
    for notice in report.notices {
      out.markup("<li class=q>")
      out.text(notice)
      out.markup("\n")
    }
    out.markup("</ul></section>\n")
  }

  mutating func documents() {
    guard !report.documents.isEmpty else { return }
    out.markup("<section id=can-cu class=b><h2>Văn bản làm căn cứ</h2>\n<dl>\n")
    for document in report.documents {
      out.markup("<div class=q><dt>")
      out.text(document.label)
      out.markup("<dd>")
      out.text(document.text)
      out.markup("</div>\n")
    }
    out.markup("</dl></section>\n")
  }

  mutating func origin() {
    out.markup("<footer id=nguon-goc><h2>Nguồn gốc</h2>\n")
    facts(report.origin)
    out.markup("</footer>\n")
  }
}
