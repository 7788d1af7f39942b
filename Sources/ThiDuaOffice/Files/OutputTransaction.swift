// Output files that appear together or not at all. In: paths and bytes. Out: files in place after
// `commit`.
// Invariant: before `commit` nothing at the target names changes; after a failure, or when the
// object goes away uncommitted, every target is as it was and no folder made for it is left; a
// file that was read is never replaced. Used by the façade; one thread at a time.
//
// A file is written beside its target, in the same folder, so that taking its place is one rename. The file
// that stood there keeps a second name meanwhile: a run that is killed at any moment leaves the old file or
// the new one under the target's name, and hidden files beside it, from which the next run puts things in
// order (`OutputJournal`). On disks without second names (FAT, some shares) the old file moves away first: killed
// between the two moves, a run leaves nothing under the name, and the next run brings the old file back.
// That a program is killed is provided for, not that the machine loses power: nothing waits for the disk.

import Glibc
import ThiDuaText

/// All outputs of one run.
public final class OutputTransaction {
  public typealias Problem = DataMessages.OutputProblem

  /// Which file of which disk.
  private struct Identity: Hashable {
    var device: UInt64
    var number: UInt64
  }

  private struct Pending {
    var file: OutputFile
    var target: String
    /// Where the file that stood there went.
    var backup: String?
    var isInPlace = false
  }

  private var pending: [Pending] = []
  private var inputs: Set<Identity> = []
  private var madeFolders: [String] = []
  private var journals: [String] = []
  private lazy var owner = OutputOwner.make()
  private var lookedAt: Set<String> = []
  private let isFinal: (_ seal: String) -> Bool?
  private var recovered = OutputJournal.Recovered()

  /// A failed output and why.
  public struct Failure: Error {
    public var name: String
    public var span: Span
    public var problem: Problem
    /// The finding in the catalogue's words.
    public var diagnostic: Diagnostic { DataMessages.unwritable(name, problem, span: span) }
  }

  /// `isFinal`: whether what a seal given to `commit` stands for did happen, asked about runs that were killed;
  /// nil, as without one: nobody can say now, so such a run is left for others to judge.
  public init(isFinal: @escaping (_ seal: String) -> Bool? = { _ in nil }) {
    self.isFinal = isFinal
  }

  deinit { cancel() }

  /// Paths waiting to appear.
  public var targets: [String] { pending.map(\.target) }

  /// What they are called in messages.
  public var names: [String] { pending.map(\.file.name) }

  /// Declares a file as read: no output may take its place.
  public func protect(_ path: String) {
    if let identity = Self.identity(path) { inputs.insert(identity) }
  }

  /// Opens an output that will appear at `path`, called `name` in messages; missing folders are
  /// made.
  public func open(_ path: String, name: String, span: Span = .none) throws(Failure) -> OutputFile {
    func fail(_ problem: Problem) -> Failure { Failure(name: name, span: span, problem: problem) }
    if pending.contains(where: { $0.target == path }) { throw fail(.writtenTwice) }
    if let identity = Self.identity(path), inputs.contains(identity) { throw fail(.isInput) }
    let (folder, last) = Self.split(path)
    recover(folder)
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { throw fail(.isFolder) }
    if let problem = makeFolder(folder) { throw fail(problem) }
    for attempt in 0..<1000 {
      let temporary = folder + "/" + OutputJournal.temporary(last, owner, pending.count, attempt)
      let descriptor = Glibc.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor < 0, errno == EEXIST { continue }
      guard descriptor >= 0 else { throw fail(Self.problem(errno)) }
      let file = OutputFile(descriptor: descriptor, path: temporary, name: name, span: span)
      pending.append(Pending(file: file, target: path, backup: nil))
      return file
    }
    throw fail(.forbidden)
  }

  /// Puts in order what a killed run left in a folder; `open` does it for the folder it writes into.
  public func recover(_ folder: String) {
    guard lookedAt.insert(folder).inserted else { return }
    let found = OutputJournal.recover(folder, isFinal: isFinal)
    recovered.restored += found.restored
    recovered.setAside += found.setAside
  }

  /// What was put in order since it was last asked.
  public func takeFindings() -> [Diagnostic] {
    defer { recovered = OutputJournal.Recovered() }
    var findings: [Diagnostic] = []
    if recovered.restored > 0 { findings.append(StoreMessages.restored(recovered.restored)) }
    if !recovered.setAside.isEmpty {
      findings.append(StoreMessages.setAside(recovered.setAside))
    }
    return findings
  }

  /// Makes the folders of a file that somebody else writes; they go again when the run is given up.
  public func makeRoom(for path: String, name: String, span: Span = .none) throws(Failure) {
    if pending.contains(where: { $0.target == path }) {
      throw Failure(name: name, span: span, problem: .writtenTwice)
    }
    if let problem = makeFolder(Self.split(path).folder) {
      throw Failure(name: name, span: span, problem: problem)
    }
  }

  /// Puts every file in its place; on failure none. `last` makes what else belongs to the run final; when it
  /// says that it could not, no file stays either. `seal`: what `isFinal` will know it by.
  public func commit(seal: String = "", last: () -> Bool = { true }) throws(Failure) {
    for item in pending {
      if let number = item.file.finish() {
        cancel()
        throw Failure(name: item.file.name, span: item.file.span, problem: Self.problem(number))
      }
    }
    try writeJournals(seal)
    for index in pending.indices {
      if let number = place(index) {
        let file = pending[index].file
        cancel()
        throw Failure(name: file.name, span: file.span, problem: Self.problem(number))
      }
    }
    guard last() else {
      cancel()
      return
    }
    // From here on the new files stay, whatever happens.
    journals.first.map { _ = unlink($0) }
    for item in pending { item.backup.map { _ = unlink($0) } }
    for path in journals.dropFirst() { unlink(path) }
    journals = []
    pending = []
    madeFolders = []
  }

  private func writeJournals(_ seal: String) throws(Failure) {
    guard let first = pending.first else { return }
    var places: [String: String] = [:]
    let files = pending.map { item in
      var status = stat()
      let (folder, last) = Self.split(item.target)
      let place = places[folder] ?? OutputJournal.place(ofFolder: folder)
      places[folder] = place
      return PlacedFile(
        folder: place, target: last, temporary: Self.split(item.file.path).last,
        hadOld: lstat(item.target, &status) == 0, mark: OutputJournal.mark(item.file.path))
    }
    switch OutputJournal.write(files, owner: owner, seal: seal) {
    case .success(let paths): journals = paths
    case .failure(let error):
      cancel()
      throw Failure(
        name: first.file.name, span: first.file.span, problem: Self.problem(error.number))
    }
  }

  /// Forgets all outputs and leaves nothing behind.
  public func cancel() {
    for item in pending.reversed() {
      _ = item.file.finish()
      if let backup = item.backup {
        rename(backup, item.target)
        // Still there when both were names of the same file.
        unlink(backup)
      } else if item.isInPlace {
        unlink(item.target)
      }
      unlink(item.file.path)
    }
    for path in journals.reversed() { unlink(path) }
    journals = []
    pending = []
    for folder in madeFolders.reversed() { rmdir(folder) }
    madeFolders = []
  }

  /// Moves one file to its target; the system's error number when that fails.
  private func place(_ index: Int) -> Int32? {
    let item = pending[index]
    var status = stat()
    if lstat(item.target, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { return EISDIR }
      let backup = item.file.path + OutputJournal.backupSuffix
      // Some disks know no second names.
      guard link(item.target, backup) == 0 || rename(item.target, backup) == 0 else { return errno }
      pending[index].backup = backup
    }
    guard rename(item.file.path, item.target) == 0 else { return errno }
    pending[index].isInPlace = true
    return nil
  }

  private func makeFolder(_ path: String) -> Problem? {
    var status = stat()
    if stat(path, &status) == 0 { return status.st_mode & S_IFMT == S_IFDIR ? nil : .noFolder }
    let parent = Self.split(path).folder
    if parent != path, let problem = makeFolder(parent) { return problem }
    guard mkdir(path, 0o777) == 0 else {
      return errno == EEXIST ? nil : Self.problem(errno)
    }
    madeFolders.append(path)
    return nil
  }

  /// The path with its folder's place on the disk.
  public static func absolute(_ path: String) -> String { OutputJournal.absolute(path) }

  static func split(_ path: String) -> (folder: String, last: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    let folder = slash == path.utf8.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.utf8.index(after: slash)...]))
  }

  private static func identity(_ path: String) -> Identity? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
  }

  static func problem(_ number: Int32) -> Problem {
    switch number {
    case ENOENT, ENOTDIR: .noFolder
    case EACCES, EPERM, EROFS: .forbidden
    case ENOSPC, EDQUOT, EFBIG: .diskFull
    case EISDIR: .isFolder
    default: .system(number)
    }
  }
}

/// One output being written; the first failure is kept and told at `commit`.
public final class OutputFile {
  public let name: String
  public let span: Span
  let path: String
  private var descriptor: Int32
  private var failure: Int32?

  init(descriptor: Int32, path: String, name: String, span: Span) {
    self.descriptor = descriptor
    self.path = path
    self.name = name
    self.span = span
  }

  /// Appends the bytes.
  public func write(_ bytes: UnsafeRawBufferPointer) {
    guard failure == nil, var start = bytes.baseAddress else { return }
    var left = bytes.count
    while left > 0 {
      let written = Glibc.write(descriptor, start, left)
      if written < 0 {
        if errno == EINTR { continue }
        failure = errno
        return
      }
      start += written
      left -= written
    }
  }

  /// Where a library writes the content instead of `write`; its failures come through `fail`.
  public var pathForLibrary: String { path }

  /// Keeps a failure of a library, as the system's error number.
  public func fail(_ number: Int32) {
    if failure == nil { failure = number }
  }

  /// Appends the bytes.
  public func write(_ bytes: [UInt8]) { bytes.withUnsafeBytes { write($0) } }

  /// Nothing more is written: hands the system's handle back before `commit`, for runs of many files.
  public func close() { _ = finish() }

  /// True after a failure: more work is wasted.
  public var hasFailed: Bool { failure != nil }

  /// Closes the file; the system's number of the first failure.
  func finish() -> Int32? {
    if descriptor >= 0 {
      if Glibc.close(descriptor) != 0, failure == nil { failure = errno }
      descriptor = -1
    }
    return failure
  }
}
