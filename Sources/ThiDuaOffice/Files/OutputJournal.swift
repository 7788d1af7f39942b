// What a run is about to put where, kept on the disk while it happens. In: the files of a transaction before the
// first takes its place. Out: a hidden file in every folder they stand in, gone once all are there; and, at the next
// run that writes into one of the folders, everything as it was before a run that was killed in between.
//
// The journal of the first folder decides: it is written first and taken away first when the files are final. Those
// of the other folders say where it stands; without it the files there are final. When files go back it goes last.
//
// Whatever a killed run leaves is one of these, and harmless:
//   before the journal      hidden `.tmp` files: removed
//   with the journal        some or all files in place, what stood there under `.cu`: the old files come back,
//                           unless the run's results are in the store already (`seal`): then the new ones stay
//   after the journal       all files in place, some `.cu` left: removed
// A file somebody changed since is never touched; what stood there before the killed run is laid beside it then.
// Nothing of a run that may still live is touched either (`OutputOwner`). A journal names files of its own folder
// only, so a forged one reaches nothing else. Used by `OutputTransaction` only.

import Glibc
import ThiDuaText

/// A file of a run that was placed, or was to be.
struct PlacedFile: Equatable {
  /// Absolute.
  var folder: String
  /// Names in the folder.
  var target: String
  var temporary: String
  /// Whether a file stood at the target before.
  var hadOld: Bool
  /// What tells the new file from every other.
  var mark: String
}

enum OutputJournal {
  private static let prefix = ".thidua."
  private static let suffix = ".nhat-ky"
  private static let end = "hết"

  struct SystemError: Error { var number: Int32 }

  /// What was put in order.
  struct Recovered {
    /// Files that are again as they were before a run that was killed.
    var restored = 0
    /// Where the old files of those went that somebody changed since.
    var setAside: [String] = []
  }

  /// What stands in a journal.
  private struct Content {
    /// The folder of the journal that decides; nil: this one does.
    var deciding: String?
    var seal = ""
    /// The other folders of the run.
    var others: [String] = []
    var files: [PlacedFile] = []

    func text() -> String {
      var parts = [deciding ?? "", seal, String(others.count)] + others
      for file in files {
        parts += [file.target, file.temporary, file.hadOld ? "cũ" : "", file.mark]
      }
      return (parts + [OutputJournal.end]).joined(separator: "\0")
    }

    /// Nil for a journal that was not finished: then nothing was placed.
    init?(_ bytes: [UInt8], folder: String) {
      let parts = bytes.split(separator: 0, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard parts.count >= 4, parts.last == OutputJournal.end, let count = Int(parts[2]),
        count >= 0, count <= parts.count - 4, (parts.count - 4 - count) % 4 == 0
      else { return nil }
      deciding = parts[0].isEmpty ? nil : parts[0]
      seal = parts[1]
      others = Array(parts[3..<3 + count])
      files = stride(from: 3 + count, to: parts.count - 1, by: 4).map { start in
        PlacedFile(
          folder: folder, target: parts[start], temporary: parts[start + 1],
          hadOld: !parts[start + 2].isEmpty, mark: parts[start + 3])
      }
    }

    init(deciding: String?, seal: String, others: [String], files: [PlacedFile]) {
      self.deciding = deciding
      self.seal = seal
      self.others = others
      self.files = files
    }
  }

  // MARK: Writing

  /// Writes the journals of a run, the one that decides first; gives their paths or the system's error.
  static func write(
    _ files: [PlacedFile], owner: String, seal: String
  ) -> Result<[String], SystemError> {
    var folders: [String] = []
    var parts: [String: [PlacedFile]] = [:]
    for file in files {
      if parts[file.folder] == nil { folders.append(file.folder) }
      parts[file.folder, default: []].append(file)
    }
    guard let first = folders.first else { return .success([]) }
    var paths: [String] = []
    for folder in folders {
      let isFirst = folder == first
      let content = Content(
        deciding: isFirst ? nil : first, seal: isFirst ? seal : "",
        others: isFirst ? Array(folders.dropFirst()) : [], files: parts[folder] ?? [])
      let path = folder + "/" + prefix + owner + suffix
      let number = write(Array(content.text().utf8), to: path)
      if number == 0 || number != EEXIST { paths.append(path) }
      guard number == 0 else {
        for path in paths.reversed() { unlink(path) }
        return .failure(SystemError(number: number))
      }
    }
    return .success(paths)
  }

  /// 0 or the system's number of what went wrong.
  private static func write(_ bytes: [UInt8], to path: String) -> Int32 {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return errno }
    let written = Glibc.write(descriptor, bytes, bytes.count)
    let number = written == bytes.count ? 0 : written < 0 ? errno : ENOSPC
    return close(descriptor) == 0 || number != 0 ? number : EIO
  }

  /// What tells a file from another that takes its name later. Disks are numbered anew at every start of the
  /// machine, and not every disk keeps parts of a second.
  static func mark(_ path: String) -> String {
    var status = stat()
    guard lstat(path, &status) == 0 else { return "" }
    return "\(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec)"
  }

  /// The path with its folder's place on the disk, whatever folder the next run stands in.
  static func absolute(_ path: String) -> String {
    let (folder, last) = OutputTransaction.split(path)
    let place = place(ofFolder: folder)
    return place == "/" ? "/" + last : place + "/" + last
  }

  /// The folder's place on the disk.
  static func place(ofFolder folder: String) -> String {
    guard let real = realpath(folder, nil) else { return folder }
    defer { free(real) }
    return String(cString: real)
  }

  // MARK: Taking up

  /// Undoes, or ends, what runs that were killed left in a folder. `isFinal`: whether the store has what a seal
  /// stands for; nil: not to be known now, so a later run will see to it.
  static func recover(_ folder: String, isFinal: (_ seal: String) -> Bool?) -> Recovered {
    var recovered = Recovered()
    let found = hiddenNames(in: folder)
    guard !found.isEmpty else { return recovered }
    let folder = place(ofFolder: folder)
    for name in found {
      guard let owner = ownerOfJournal(name), OutputOwner.isDead(owner) else { continue }
      settle(name, in: folder, isFinal, &recovered)
    }
    let names = hiddenNames(in: folder)
    let waiting = Set(names.compactMap(ownerOfJournal))
    for name in names {
      guard let owner = ownerOfTemporary(name), !waiting.contains(owner), OutputOwner.isDead(owner)
      else { continue }
      let path = folder + "/" + name
      if name.hasSuffix(workFolderSuffix) { _ = removeWorkFolder(path) } else { unlink(path) }
    }
    return recovered
  }

  /// Ends the run a journal is of, or leaves the journal for later.
  private static func settle(
    _ name: String, in folder: String, _ isFinal: (_ seal: String) -> Bool?,
    _ recovered: inout Recovered
  ) {
    guard let own = read(name, in: folder) else {
      unlink(folder + "/" + name)
      return
    }
    let first = own.deciding ?? folder
    var status = stat()
    // Moved away, or on a disk that is not there now.
    guard stat(first, &status) == 0 else { return }
    guard let deciding = read(name, in: first), deciding.deciding == nil else {
      unlink(folder + "/" + name)
      return
    }
    guard let stays = deciding.seal.isEmpty ? false : isFinal(deciding.seal) else { return }
    for other in deciding.others {
      guard let part = read(name, in: other), part.deciding == first else { continue }
      for file in part.files { takeUp(file, of: name, stays: stays, &recovered) }
      unlink(other + "/" + name)
    }
    for file in deciding.files { takeUp(file, of: name, stays: stays, &recovered) }
    unlink(first + "/" + name)
  }

  private static func takeUp(
    _ file: PlacedFile, of journal: String, stays: Bool, _ recovered: inout Recovered
  ) {
    guard !file.target.isEmpty, !file.target.contains("/"), !file.temporary.contains("/"),
      file.temporary.hasSuffix(".tmp"),
      ownerOfTemporary(file.temporary) == ownerOfJournal(journal)
    else { return }
    let target = file.folder + "/" + file.target
    let temporary = file.folder + "/" + file.temporary
    let backup = temporary + backupSuffix
    var status = stat()
    if lstat(temporary, &status) == 0 {
      // Not placed yet.
      if stays { rename(temporary, target) } else { unlink(temporary) }
    } else if !stays, !file.mark.isEmpty, mark(target) == file.mark {
      let number = file.hadOld ? rename(backup, target) : unlink(target)
      if number == 0 { recovered.restored += 1 }
      return
    }
    guard lstat(backup, &status) == 0 else { return }
    if stays || isSame(target, backup) {
      unlink(backup)
    } else if lstat(target, &status) != 0 {
      // On disks without second names the old file was moved away already.
      if rename(backup, target) == 0 { recovered.restored += 1 }
    } else if let place = setAside(backup, beside: file) {
      recovered.setAside.append(place)
    }
  }

  /// Two names of one file.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    return lstat(one, &first) == 0 && lstat(other, &second) == 0
      && first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// Lays an old file where people see it: `ket-qua (bản cũ).csv`.
  private static func setAside(_ backup: String, beside file: PlacedFile) -> String? {
    let dot = file.target.lastIndex(of: ".").flatMap { $0 > file.target.startIndex ? $0 : nil }
    let stem = file.target[..<(dot ?? file.target.endIndex)]
    let ending = file.target[(dot ?? file.target.endIndex)...]
    var status = stat()
    for number in 1..<1000 {
      let place = "\(file.folder)/\(stem) (bản cũ\(number == 1 ? "" : " \(number)"))\(ending)"
      if lstat(place, &status) == 0 { continue }
      return rename(backup, place) == 0 ? place : nil
    }
    return nil
  }

  private static func read(_ name: String, in folder: String) -> Content? {
    guard let stream = fopen(folder + "/" + name, "re") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, stream), count > 0 {
      bytes += chunk[..<count]
    }
    return Content(bytes, folder: folder)
  }

  // MARK: Names

  /// `.ket-qua.csv.OWNER.0-0.tmp`; of a long name only the beginning, so that its hidden name is not too long.
  static func temporary(_ name: String, _ owner: String, _ file: Int, _ attempt: Int) -> String {
    var name = name
    while name.utf8.count > longestName { name.removeLast() }
    return ".\(name).\(owner).\(file)-\(attempt).tmp"
  }

  private static let longestName = 100
  static let backupSuffix = ".cu"
  /// What a library needs while it writes the file stands in a folder of this name.
  static let workFolderSuffix = ".d"

  /// Takes away the folder and the files that a killed run left in it.
  private static func removeWorkFolder(_ path: String) -> Bool {
    for name in names(in: path) where name != "." && name != ".." { unlink(path + "/" + name) }
    return rmdir(path) == 0
  }

  private static func ownerOfJournal(_ name: String) -> String? {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return nil }
    return String(name.dropFirst(prefix.count).dropLast(suffix.count))
  }

  private static func ownerOfTemporary(_ name: String) -> String? {
    var name = name[...]
    for suffix in [backupSuffix, workFolderSuffix] where name.hasSuffix(suffix) {
      name = name.dropLast(suffix.count)
      break
    }
    guard name.hasPrefix("."), name.hasSuffix(".tmp") else { return nil }
    let parts = name.dropLast(4).split(separator: ".")
    guard parts.count >= 3, isCount(parts[parts.count - 1]) else { return nil }
    return String(parts[parts.count - 2])
  }

  /// `0-12`.
  private static func isCount(_ text: Substring) -> Bool {
    let numbers = text.split(separator: "-", omittingEmptySubsequences: false)
    return numbers.count == 2 && numbers.allSatisfy { Int($0) != nil }
  }

  private static func hiddenNames(in folder: String) -> [String] {
    names(in: folder).filter {
      $0.hasPrefix(".")
        && [".tmp", backupSuffix, ".tmp" + workFolderSuffix, suffix].contains(
          where: $0.hasSuffix)
    }
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }
}
