// Finding the phrases of the table in a row of words.
//
// In: the enums of Heads.swift and Words.swift. Out: the longest phrase that begins at a word.
// Words are compared by small ids: the lexer looks each word up once, every later question is a
// comparison of integers. Internal to ThiDuaSyntax.

import ThiDuaText

/// Ids of the words that occur in keywords; 0 is every other word.
enum Vocabulary {
  /// Words the parser asks for that stand in no keyword of their own.
  private static let extra = [
    "có", "không", "mọi", "một", "trong", "này", "chữ", "số", "thập", "phân", "đến", "lên",
    "xuống", "nửa", "chẵn", "chính", "thức", "cao", "nhất", "thấp", "hạ", "mức", "tính", "bắt",
    "buộc", "đề", "nghị", "hai", "ba", "dưới", "do", "xác", "nhận",
    "báo", "lỗi", "chỉ", "nhắc", "theo", "quy", "định", "cũ", "mới", "điểm", "kho", "vào",
  ]

  /// Ids by spelling in the table, and by lookup key: several spellings of one key share an id.
  private static let tables: (spellings: WordTable, keys: WordTable) = {
    var spellings = WordTable()
    var keys = WordTable()
    func add(_ phrase: String) {
      for word in phrase.utf8.split(separator: UInt8(ascii: " ")) where spellings[word] == 0 {
        let key = VietnameseText.lookupKeyBytes(word)
        if keys[key] == 0 { keys.insert(key, UInt16(keys.count + 1)) }
        spellings.insert(word, keys[key])
      }
    }
    for head in Head.allCases { add(head.rawValue) }
    for line in LineHead.allCases { add(line.rawValue) }
    for clause in ClauseHead.allCases { add(clause.rawValue) }
    for reserved in Reserved.allCases { add(reserved.rawValue) }
    for connector in Connector.allCases { add(connector.rawValue) }
    for comparison in Comparison.allCases { add(comparison.rawValue) }
    for literal in LiteralWord.allCases { add(literal.rawValue) }
    for text in UnitWord.texts + extra { add(text) }
    for multiplier in UnitWord.multipliers { add(multiplier.text) }
    return (spellings, keys)
  }()

  /// The id of a word by its lookup key; 0 when no keyword holds it.
  static func id(ofKey key: String) -> UInt16 { tables.keys[key.utf8] }

  /// The ids of a phrase; all its words must be known.
  static func phrase(_ text: String) -> [UInt16] {
    text.utf8.split(separator: UInt8(ascii: " ")).map {
      let id = tables.spellings[$0]
      return id == 0 ? .max : id
    }
  }
}

/// Phrases by first word, longest first.
struct PhraseTable<ID: Sendable>: Sendable {
  private var byFirst: [UInt16: [(words: [UInt16], id: ID)]] = [:]

  init(_ entries: [(String, ID)]) {
    for (text, id) in entries {
      let words = Vocabulary.phrase(text)
      byFirst[words[0], default: []].append((words, id))
    }
    for first in byFirst.keys {
      byFirst[first]?.sort { $0.words.count > $1.words.count }
    }
  }

  /// The longest phrase at `index` for which `isWanted` holds, with its number of words.
  func match(
    _ tokens: [Token], at index: Int, limit: Int, where isWanted: (ID) -> Bool = { _ in true }
  ) -> (id: ID, count: Int)? {
    guard index < limit, tokens[index].word != 0, let entries = byFirst[tokens[index].word] else {
      return nil
    }
    for entry in entries where index + entry.words.count <= limit && isWanted(entry.id) {
      var isSame = true
      for offset in 1..<entry.words.count where tokens[index + offset].word != entry.words[offset] {
        isSame = false
        break
      }
      if isSame { return (entry.id, entry.words.count) }
    }
    return nil
  }
}

/// The tables the parser asks.
enum Phrases {
  static let heads = PhraseTable(Head.allCases.map { ($0.rawValue, $0) })
  static let lineHeads = PhraseTable(LineHead.allCases.map { ($0.rawValue, $0) })
  static let clauses = PhraseTable(ClauseHead.allCases.map { ($0.rawValue, $0) })
  static let reserved = PhraseTable(Reserved.allCases.map { ($0.rawValue, $0) })
  static let connectors = PhraseTable(Connector.allCases.map { ($0.rawValue, $0) })
  static let comparisons = PhraseTable(Comparison.allCases.map { ($0.rawValue, $0) })
  static let literals = PhraseTable(LiteralWord.allCases.map { ($0.rawValue, $0) })
  static let multipliers = PhraseTable(UnitWord.multipliers.map { ($0.text, $0.factor) })

  static let headPlaces: [Head: Set<Keyword.Place>] = Dictionary(
    uniqueKeysWithValues: Head.allCases.map { ($0, Set($0.keyword.places)) })
  static let linePlaces: [LineHead: Set<Keyword.Place>] = Dictionary(
    uniqueKeysWithValues: LineHead.allCases.map { ($0, Set($0.keyword.places)) })
  static let units: Set<String> = Set(UnitWord.texts.map { VietnameseText.lookupKey($0) })

  /// Phrases that open a line, by their spelling without accents.
  static let bareForms: [String: [String]] = Dictionary(
    grouping: Head.allCases.map(\.rawValue) + LineHead.allCases.map(\.rawValue)
      + [Reserved.otherwise.rawValue]
  ) { VietnameseText.unaccented($0, lowercased: true) }

  /// Words of the longest phrase that opens a line.
  static let longestHead =
    bareForms.keys.map { $0.split(separator: " ").count }.max() ?? 0
}
