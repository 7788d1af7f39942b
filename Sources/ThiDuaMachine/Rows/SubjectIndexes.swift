// Finding subjects by what people call them: the key, or a name that only one of them has.
//
// An index is made when first asked for and serves all machines of a run; texts are compared by lookup key,
// so `TT01`, `tt01` and `Hoà Bình`, `Hòa Bình` find the same subject.

import Synchronization
import ThiDuaText

/// Keys and names of one subject kind.
public final class SubjectIndex: Sendable {
  public enum Found: Sendable {
    case row(Int32)
    case none
    case several
  }

  private let keys: [[UInt8]: Int32]
  private let names: [[UInt8]: Int32]
  private static let several: Int32 = -1

  convenience init(kind: Int, image: Image) {
    let description = image.program.subjectKinds[kind]
    self.init(
      table: image.tables[kind], key: description.key,
      names: (description.nameColumn.map { [$0] } ?? []) + description.aliasColumns,
      texts: image.texts)
  }

  /// An index of a table's rows by its key (when one column is the key) and by columns of names.
  public init(table: ColumnTable, key: [Int], names: [Int], texts: TextTable) {
    keys = Self.collect(key.count == 1 ? key : [], table, texts)
    self.names = Self.collect(names, table, texts)
  }

  private static func collect(
    _ columns: [Int], _ table: ColumnTable, _ texts: TextTable
  ) -> [[UInt8]: Int32] {
    var rows: [[UInt8]: Int32] = [:]
    for storage in columns.compactMap({ table.columns[$0] }) {
      for row in 0..<storage.rowCount {
        let word = storage.word(row)
        var bytes: [UInt8] = []
        if word.isText {
          bytes = VietnameseText.lookupKeyBytes(texts[word.index].bytes)
        } else if let number = storage.number(row) {
          NumberText.append(number, to: &bytes)
        } else {
          continue
        }
        if let other = rows[bytes], other != Int32(row) {
          rows[bytes] = several
        } else {
          rows[bytes] = Int32(row)
        }
      }
    }
    return rows
  }

  /// The subject with this key, else the only one with this name.
  public func find(_ text: some Collection<UInt8>) -> Found {
    let key = VietnameseText.lookupKeyBytes(text)
    guard let row = keys[key] ?? names[key] else { return .none }
    return row == Self.several ? .several : .row(row)
  }
}

/// The indexes of all subject kinds, shared by the machines of a run.
final class SubjectIndexes: Sendable {
  private let made = Mutex<[Int: SubjectIndex]>([:])

  func index(of kind: Int, in image: Image) -> SubjectIndex {
    made.withLock { made in
      if let index = made[kind] { return index }
      let index = SubjectIndex(kind: kind, image: image)
      made[kind] = index
      return index
    }
  }

  /// Forgets what was found in data that has been replaced.
  func clear() { made.withLock { $0.removeAll() } }
}
