// What the campaign hands over as a whole. In: the line of a head. Out: requests to the loaded campaign.

import ThiDuaText

extension Parser {
  /// `xuất báo cáo ra "tệp"`. With columns it is the export of a list that is called `báo cáo`.
  mutating func report(_ count: Int) -> Item? {
    if tokens[position..<limit].contains(where: { $0.isSymbol(.colon) }) {
      return statement(.export, 1).map(Item.action)
    }
    let start = position
    position += count
    defer { endLine() }
    guard at(.intoFile) else {
      failMissing("ra", in: "xuất báo cáo ra \"bao-cao.html\"")
      return nil
    }
    guard let file = outputFile() else { return nil }
    return .request(CampaignRequest(.deliver(.report), file: file, span(from: start)))
  }

  /// `lưu kết quả`, `lưu kết quả vào "kho.sqlite"`.
  mutating func store(_ count: Int) -> Item? {
    let start = position
    position += count
    defer { endLine() }
    var file: (text: String, span: Span)?
    if at(.intoFile), token(at: position + 1).isText {
      let file = source.text(token(at: position + 1).span)
      fail(SyntaxMessages.storedInto(text(position..<position + 1), file: file, span: place))
      return nil
    }
    if accept(words: "vào") {
      guard let name = plainText("tên kho") else { return nil }
      file = name
    }
    return .request(CampaignRequest(.deliver(.store), file: file, span(from: start)))
  }
}
