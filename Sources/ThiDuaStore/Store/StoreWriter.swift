// A store that is written: one transaction from opening to `commit`. In: a path, runs. Out: the runs in the
// file, all of them or none. Invariant: until `commit` nobody sees anything; whatever happens in between, a
// killed program included, the file is what it was; a store this writer made does not stay behind when it
// is given up; of two writers the second waits. Used by the façade.
//
// The rollback journal is SQLite's default and the right one here: a store is written a few times a year and
// carried about by copying one file, which a write-ahead log beside it would spoil.

import CSQLite
import Glibc
import ThiDuaText

/// Adds runs to a store.
public final class StoreWriter {
  /// What became of a run that was to be stored.
  public struct Outcome: Sendable, Equatable {
    public var number: Int
    /// False: the same script, data and results were stored already.
    public var isNew: Bool
    /// The run was there without reasons, as an older program stores it; now it has them.
    public var hasNewReasons = false
    /// History reads this run from now on.
    public var isOfficial: Bool
    /// The confirmed run that stays official instead.
    public var confirmed: Int?
    /// What came out, as SHA-256.
    public var resultHash = ""
    /// An earlier run of the same script and data with other results: the program has changed.
    public var sameInputs: Int?
  }

  private let path: String
  private let connection: Connection
  /// Whether the file had nothing in it.
  private let isFresh: Bool
  private var isOpen = true

  /// A larger file is refused by SQLite itself.
  private static let largestContent = 1_000_000_000

  /// Opens a store, making it when there is none, and locks it against other writers.
  public init(
    path: String, patienceInMilliseconds patience: Int32 = 10_000
  ) throws(StoreProblem) {
    self.path = path
    do throws(Database.Problem) { _ = try Database.lookAt(path) } catch {
      if error != .empty && error != .missing { throw .file(error) }
    }
    (connection, isFresh) = try Store.telling { () throws(Database.Problem) in
      try Self.locked(path, patience)
    }
    do throws(StoreProblem) {
      let version = try Store.version(of: connection)
      try Store.telling { () throws(Database.Problem) in
        try StoreSchema.migrate(connection, from: version)
      }
    } catch {
      cancel()
      throw error
    }
  }

  deinit { cancel() }

  /// The file with its lock. Another program that gave its new store up may remove the file while this one
  /// waits for it: then it is made again.
  private static func locked(
    _ path: String, _ patience: Int32
  ) throws(Database.Problem) -> (Connection, isFresh: Bool) {
    while true {
      let connection = try Connection(
        path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_PRIVATECACHE,
        patience: patience)
      try connection.execute("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL")
      try connection.execute("BEGIN IMMEDIATE")
      if connection.hasMoved { continue }
      return (connection, isEmpty(path))
    }
  }

  // MARK: Ending

  /// Makes all that was added last.
  public func commit() throws(StoreProblem) {
    do throws(StoreProblem) {
      try Store.telling { () throws(Database.Problem) in try connection.execute("COMMIT") }
      isOpen = false
    } catch {
      cancel()
      throw error
    }
  }

  /// Gives everything up.
  public func cancel() {
    guard isOpen else { return }
    isOpen = false
    // A failed statement may have ended the transaction already.
    try? connection.execute("ROLLBACK")
    guard isFresh, (try? connection.execute("BEGIN EXCLUSIVE")) != nil else { return }
    // Under the lock and without a journal, so that nobody can be writing to what goes away.
    if !connection.hasMoved, Self.isEmpty(path) { unlink(path) }
    try? connection.execute("ROLLBACK")
  }

  /// Asked of the disk: within a transaction SQLite counts the first page before it is written.
  private static func isEmpty(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_size == 0
  }

  // MARK: Adding

  /// Stores a run, unless the very same is there.
  public func add(_ run: RunRecord) throws(StoreProblem) -> Outcome {
    for file in run.files where file.bytes.count > Self.largestContent {
      throw .contentTooLarge(file: file.name)
    }
    return try Store.telling { () throws(Database.Problem) in
      let campaign = try campaign(of: run)
      let hashes = run.files.map { SHA256.digest(of: $0.bytes) }
      let inputHash = Self.inputHash(run, hashes)
      let resultHash = Self.resultHash(run.kinds)
      var number: Int?
      var sameInputs: Int?
      try connection.rows(
        of: "SELECT so, bam_ra FROM luot WHERE phong_trao = ? AND bam_vao = ? ORDER BY so",
        [.number(campaign), .text(inputHash)]
      ) { (row) throws(Database.Problem) in
        if SQLCell.text(row, 1) == resultHash {
          number = SQLCell.number(row, 0)
        } else {
          sameInputs = SQLCell.number(row, 0)
        }
        return true
      }
      let isNew = number == nil
      let stored =
        if let number { number } else {
          try insert(run, campaign, inputHash, resultHash, hashes)
        }
      let hasNewReasons = isNew ? false : try addReasons(of: run.kinds, to: stored)
      let confirmed = try confirmedRun(of: campaign)
      if confirmed == nil {
        try connection.prepare("UPDATE phong_trao SET chinh_thuc = ? WHERE id = ?")
          .run([.number(stored), .number(campaign)])
      }
      let other = confirmed.flatMap { $0 == stored ? nil : $0 }
      return Outcome(
        number: stored, isNew: isNew, hasNewReasons: hasNewReasons, isOfficial: other == nil,
        confirmed: other, resultHash: resultHash, sameInputs: isNew ? sameInputs : nil)
    }
  }

  private func confirmedRun(of campaign: Int) throws(Database.Problem) -> Int? {
    try connection.number(
      of: "SELECT chinh_thuc FROM phong_trao WHERE id = ? AND da_chot", [.number(campaign)])
  }

  private func campaign(of run: RunRecord) throws(Database.Problem) -> Int {
    let key = VietnameseText.lookupKey(run.title)
    let identity: [SQLValue] = [.number(run.year), .text(key), .text(run.script)]
    if let known = try connection.number(
      of: "SELECT id FROM phong_trao WHERE nam = ? AND khoa = ? AND kich_ban = ?", identity)
    {
      return known
    }
    try connection.prepare(
      "INSERT INTO phong_trao(nam, khoa, kich_ban, ten) VALUES (?, ?, ?, ?)"
    ).run(identity + [.text(run.title)])
    return connection.lastRow
  }

  private func insert(
    _ run: RunRecord, _ campaign: Int, _ inputHash: String, _ resultHash: String,
    _ hashes: [String]
  ) throws(Database.Problem) -> Int {
    try connection.prepare(
      """
      INSERT INTO luot(phong_trao, ngay_chot, phien_ban, bam_vao, bam_ra, co_ly_do)
      VALUES (?, ?, ?, ?, ?, 1)
      """
    ).run([
      .number(campaign), SQLValue(run.closing), .text(run.program), .text(inputHash),
      .text(resultHash),
    ])
    let number = connection.lastRow
    try insert(run.files, hashes, number)
    let writer = try CellWriter(connection, run: number)
    for kind in run.kinds { try writer.insert(kind) }
    return number
  }

  /// Gives a run that has none its reasons: its subjects and columns are known to be those of the record.
  private func addReasons(
    of kinds: [KindRecord], to number: Int
  ) throws(Database.Problem) -> Bool {
    guard
      try connection.number(of: "SELECT co_ly_do FROM luot WHERE so = ?", [.number(number)]) == 0
    else { return false }
    let writer = try ReasonWriter(connection)
    for kind in kinds {
      guard
        let id = try connection.number(
          of: "SELECT id FROM loai WHERE luot = ? AND ten = ?", [.number(number), .text(kind.name)])
      else { throw .damaged }
      let subjects = try ids("SELECT id FROM doi_tuong WHERE loai = ? ORDER BY id", id)
      let columns = try ids("SELECT id FROM cot WHERE loai = ? ORDER BY id", id)
      guard subjects.count == kind.subjects.count, columns.count == kind.columns.count else {
        throw .damaged
      }
      try writer.insert(kind, subjects: subjects, columns: columns)
    }
    try connection.prepare("UPDATE luot SET co_ly_do = 1 WHERE so = ?").run([.number(number)])
    return true
  }

  private func ids(_ query: String, _ parent: Int) throws(Database.Problem) -> [Int] {
    var ids: [Int] = []
    try connection.rows(of: query, [.number(parent)]) { (row) throws(Database.Problem) in
      ids.append(SQLCell.number(row, 0))
      return true
    }
    return ids
  }

  private func insert(
    _ files: [StoredFile], _ hashes: [String], _ run: Int
  ) throws(Database.Problem) {
    let entry = try connection.prepare(
      "INSERT INTO tep(luot, thu_tu, loai, ten, bang, bam) VALUES (?, ?, ?, ?, ?, ?)")
    for (index, (file, hash)) in zip(files, hashes).enumerated() {
      // Last year's script, the unit list that never changes: stored once, however many runs read them.
      if try connection.number(
        of: "SELECT 1 FROM noi_dung WHERE bam = ?", [.text(hash)]) == nil
      {
        guard let stream = Deflated.stream(of: file.bytes) else { throw .tooLarge }
        try connection.prepare("INSERT INTO noi_dung(bam, do_dai, nen) VALUES (?, ?, ?)")
          .run([.text(hash), .number(file.bytes.count), .bytes(stream)])
      }
      try entry.run([
        .number(run), .number(index + 1), .text(file.kind.rawValue), .text(file.name),
        SQLValue(file.table), .text(hash),
      ])
    }
  }

  /// What became of reasons that were to be added to a run.
  public enum ReasonsOutcome: Sendable { case added, alreadyThere, otherResults }

  /// Gives a run of an older program the reasons of the same results, reckoned again.
  public func addReasons(
    _ kinds: [KindRecord], to run: Int
  ) throws(StoreProblem) -> ReasonsOutcome {
    try Store.telling { () throws(Database.Problem) in
      var isSame = false
      try connection.rows(of: "SELECT bam_ra FROM luot WHERE so = ?", [.number(run)]) {
        (row) throws(Database.Problem) in
        isSame = SQLCell.text(row, 0) == Self.resultHash(kinds)
        return false
      }
      guard isSame else { return .otherResults }
      return try addReasons(of: kinds, to: run) ? .added : .alreadyThere
    }
  }

  // MARK: Hashes

  /// Of everything the run read. Every text ends with a byte no text has, so that parts cannot run together.
  private static func inputHash(_ run: RunRecord, _ hashes: [String]) -> String {
    var hash = TextHash()
    for (file, digest) in zip(run.files, hashes) {
      for part in [file.kind.rawValue, file.name, file.table ?? "", digest] { hash.add(part) }
    }
    return hash.finished()
  }

  /// Of everything that was reckoned.
  private static func resultHash(_ kinds: [KindRecord]) -> String {
    var hash = TextHash()
    for kind in kinds {
      hash.add(kind.name)
      for subject in kind.subjects { hash.add(subject.key) }
      for column in kind.columns where column.role != .input {
        hash.add(column.name)
        for row in kind.subjects.indices {
          let cell = column.cell(row)
          hash.add(cell.value, mark: cell.isNotApplicable ? 1 : 0)
        }
      }
    }
    return hash.finished()
  }

  // MARK: Past rows laid out

  /// Keeps past rows as a script read them, so that the run of that year can be run again beside this store.
  public func keepPast(
    _ table: String, before year: Int, _ text: [UInt8]
  ) throws(StoreProblem) {
    try Store.telling { () throws(Database.Problem) in
      guard let stream = Deflated.stream(of: text) else { throw .tooLarge }
      try connection.prepare("INSERT INTO lich_su(nam, bang, do_dai, nen) VALUES (?, ?, ?, ?)")
        .run([.number(year), .text(table), .number(text.count), .bytes(stream)])
    }
  }

  // MARK: Confirming

  /// Makes a run the official one, whatever is stored later. Gives the run that was official before.
  public func confirm(_ run: Int) throws(StoreProblem) -> Int? {
    let campaign = try Store.telling { () throws(Database.Problem) in
      try connection.number(of: "SELECT phong_trao FROM luot WHERE so = ?", [.number(run)])
    }
    guard let campaign else {
      let newest = try Store.telling { () throws(Database.Problem) in
        try connection.number(of: "SELECT max(so) FROM luot") ?? 0
      }
      throw .noRun(run, newest: newest)
    }
    return try Store.telling { () throws(Database.Problem) in
      let before = try connection.number(
        of: "SELECT chinh_thuc FROM phong_trao WHERE id = ?", [.number(campaign)])
      try connection.prepare("UPDATE phong_trao SET chinh_thuc = ?, da_chot = 1 WHERE id = ?")
        .run([.number(run), .number(campaign)])
      return before
    }
  }
}

/// A digest of texts.
private struct TextHash {
  private var hash = SHA256()
  private var buffer: [UInt8] = []

  mutating func add(_ text: String?, mark: UInt8 = 0) {
    if let text { buffer.append(contentsOf: text.utf8) } else { buffer.append(0xFE) }
    buffer.append(mark)
    buffer.append(0xFF)
    if buffer.count > 1 << 16 {
      hash.add(buffer)
      buffer.removeAll(keepingCapacity: true)
    }
  }

  mutating func finished() -> String {
    hash.add(buffer)
    return hash.finished()
  }
}
