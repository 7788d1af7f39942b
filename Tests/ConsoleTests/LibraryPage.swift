// The page docs/thu-vien.md, made from the modules. In: the embedded library. Out: Markdown. Used by
// LibraryTests, which compares it with the committed page or writes that anew.

import ThiDua

enum LibraryPage {
  static var text: String {
    let rows = LibraryModule.all.map { module in
      "| [`\(module.name)`](#\(anchor(module))) | \(subject(of: module)) |\n"
    }
    return """
      # Thư viện

      Các mô-đun viết sẵn bằng chính ngôn ngữ ThiDua, nằm trong chương trình, không phải tải thêm. Trang này được sinh ra từ các mô-đun;
      mọi ví dụ ở đây được chạy khi kiểm thử. Các mức, các điều kiện là tóm tắt quy định để làm ví dụ, có nêu nguồn; trước khi dùng hãy
      đối chiếu với văn bản đang có hiệu lực và quy chế của đơn vị. Cách dùng: [hướng dẫn, chương 17](huong-dan/17-thu-vien.md).

      | mô-đun | |
      |---|---|
      \(rows.joined())
      Xem ngay ở dòng lệnh: `thidua giải-thích "phiếu bầu"`, `thidua giải-thích "số phiếu cần có"`.

      """ + LibraryModule.all.map(section).joined()
  }

  private static func anchor(_ module: LibraryModule) -> String {
    module.name.split(separator: " ").joined(separator: "-")
  }

  /// What stands after `Mô-đun "…": ` on the first line.
  private static func subject(of module: LibraryModule) -> String {
    String(module.introduction[0].dropFirst("Mô-đun \"\(module.name)\": ".count))
  }

  private static func section(_ module: LibraryModule) -> String {
    var text = "\n## \(module.name)\n\n`dùng \"\(module.name)\"`\n\n"
    text += module.introduction.dropFirst().drop { $0.isEmpty }.joined(separator: "\n") + "\n"
    for (index, entry) in module.entries.enumerated() {
      text += "\n### \(entry.names.joined(separator: "; "))\n\n"
      for line in entry.comment { text += (line.hasPrefix("Nguồn: ") ? "\n" : "") + line + "\n" }
      text += block(entry.declaration)
      let next = module.entries.dropFirst(index + 1).first
      if next?.example != entry.example { text += "\nVí dụ:\n" + block(entry.example) }
    }
    return text
  }

  private static func block(_ lines: [String]) -> String {
    "\n```\n" + lines.joined(separator: "\n") + "\n```\n"
  }
}
