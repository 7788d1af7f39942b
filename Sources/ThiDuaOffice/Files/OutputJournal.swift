// What a run is about to put where, kept on the disk while it happens. In: the files of a transaction before the
// first takes its place. Out: a hidden file beside them that is gone once all are there; and, at the next run that
// writes into the folder, everything as it was before a run that was killed in between.
//
// Whatever a killed run leaves is one of these, and harmless:
//   before the journal      hidden `.tmp` files: removed
//   with the journal        some or all files in place, what stood there under `.cu`: the old files come back,
//                           unless the run's results are in the store already (`seal`): then the new ones stay
//   after the journal       all files in place, some `.cu` left: removed
// A file somebody changed since is never touched. Nothing of a run that may still live is touched either: names carry
// the machine and the process. Used by `OutputTransaction` only.

import Glibc
import ThiDuaText

/// A file of a run that was placed, or was to be.
struct PlacedFile: Equatable {
  /// Absolute.
  var target: String
  var temporary: String
  var backup: String
  /// Whether a file stood at the target before.
  var hadOld: Bool
  /// What tells the new file from every other.
  var mark: String
}

enum OutputJournal {
  private static let prefix = ".thidua."
  private static let suffix = ".nhat-ky"
  private static let end = "hết"

  /// `MACHINE-PID`, as hidden names carry it.
  static let owner: String = {
    var name = [CChar](repeating: 0, count: 65)
    gethostname(&name, name.count - 1)
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let machine = bytes.map { byte -> Character in
      let isPlain = byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
      let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      return isPlain || isDigit ? Character(Unicode.Scalar(byte)) : "_"
    }
    return String(machine) + "-" + String(getpid())
  }()

  // MARK: Writing

  /// Writes the journal of a run into the folder of its first file; gives its path or the system's error.
  static func write(
    _ files: [PlacedFile], seal: String, in folder: String
  ) -> Result<String, SystemError> {
    var text = seal + "\0"
    for file in files {
      text +=
        [file.target, file.temporary, file.backup, file.hadOld ? "cũ" : "", file.mark]
        .joined(separator: "\0") + "\0"
    }
    text += end
    let path = folder + "/" + prefix + owner + suffix
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return .failure(SystemError(number: errno)) }
    let bytes = Array(text.utf8)
    let written = Glibc.write(descriptor, bytes, bytes.count)
    let number = written == bytes.count ? 0 : written < 0 ? errno : ENOSPC
    guard close(descriptor) == 0, number == 0 else {
      unlink(path)
      return .failure(SystemError(number: number == 0 ? EIO : number))
    }
    return .success(path)
  }

  struct SystemError: Error { var number: Int32 }

  /// What tells a file from another that takes its name later.
  static func mark(_ path: String) -> String {
    var status = stat()
    guard lstat(path, &status) == 0 else { return "" }
    return "\(status.st_dev) \(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec)"
      + " \(status.st_mtim.tv_nsec)"
  }

  /// The path with its folder's place on the disk, whatever folder the next run stands in.
  static func absolute(_ path: String) -> String {
    let (folder, last) = OutputTransaction.split(path)
    guard let real = realpath(folder, nil) else { return path }
    defer { free(real) }
    let place = String(cString: real)
    return place == "/" ? "/" + last : place + "/" + last
  }

  // MARK: Taking up

  /// Undoes, or ends, what runs that were killed left in a folder. `isFinal`: whether the store has what a seal
  /// stands for; nil: not to be known now, so a later run will see to it. Gives how many files are again as they
  /// were before such a run.
  static func recover(_ folder: String, isFinal: (_ seal: String) -> Bool?) -> Int {
    let names = hiddenNames(in: folder)
    var restored = 0
    var waiting: Set<String> = []
    for name in names where name.hasPrefix(prefix) && name.hasSuffix(suffix) {
      let owner = String(name.dropFirst(prefix.count).dropLast(suffix.count))
      guard isDead(owner) else { continue }
      let path = folder + "/" + name
      if let (seal, files) = read(path) {
        guard let stays = seal.isEmpty ? false : isFinal(seal) else {
          waiting.insert(owner)
          continue
        }
        for file in files where takeUp(file, stays: stays) { restored += 1 }
      }
      unlink(path)
    }
    for name in names {
      guard let owner = ownerOfTemporary(name), isDead(owner), !waiting.contains(owner) else {
        continue
      }
      let path = folder + "/" + name
      if name.hasSuffix(workFolderSuffix) { _ = removeWorkFolder(path) } else { unlink(path) }
    }
    return restored
  }

  /// True when an old file, or its absence, came back.
  private static func takeUp(_ file: PlacedFile, stays: Bool) -> Bool {
    defer { unlink(file.backup) }
    if access(file.temporary, F_OK) == 0 {
      if stays {
        rename(file.temporary, file.target)
        return false
      }
      // Not placed yet; on disks without second names the old file was moved away already.
      unlink(file.temporary)
      return access(file.target, F_OK) != 0 && rename(file.backup, file.target) == 0
    }
    guard !stays, !file.mark.isEmpty, mark(file.target) == file.mark else { return false }
    return (file.hadOld ? rename(file.backup, file.target) : unlink(file.target)) == 0
  }

  /// Nil for a journal that was not finished: then nothing was placed.
  private static func read(_ path: String) -> (seal: String, files: [PlacedFile])? {
    guard let stream = fopen(path, "re") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, stream), count > 0 {
      bytes += chunk[..<count]
    }
    let parts = bytes.split(separator: 0, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard parts.count >= 2, parts.last == end, (parts.count - 2) % 5 == 0 else { return nil }
    let files = stride(from: 1, to: parts.count - 1, by: 5).map { start in
      PlacedFile(
        target: parts[start], temporary: parts[start + 1], backup: parts[start + 2],
        hadOld: !parts[start + 3].isEmpty, mark: parts[start + 4])
    }
    return (parts[0], files)
  }

  // MARK: Names

  /// `.ket-qua.csv.may-1234.0-0.tmp`.
  static func temporary(_ name: String, _ file: Int, _ attempt: Int) -> String {
    ".\(name).\(owner).\(file)-\(attempt).tmp"
  }

  static let backupSuffix = ".cu"
  /// What a library needs while it writes the file stands in a folder of this name.
  static let workFolderSuffix = ".d"

  /// Takes away the folder and the files that a killed run left in it.
  private static func removeWorkFolder(_ path: String) -> Bool {
    for name in names(in: path) where name != "." && name != ".." { unlink(path + "/" + name) }
    return rmdir(path) == 0
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

  /// Whether a process of this machine is no more; of other machines nobody knows.
  private static func isDead(_ name: String) -> Bool {
    guard let hyphen = name.lastIndex(of: "-"), let own = owner.lastIndex(of: "-"),
      name[..<hyphen] == owner[..<own],
      let number = Int32(name[name.index(after: hyphen)...]), number > 0, number != getpid()
    else { return false }
    return kill(number, 0) != 0 && errno == ESRCH
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
