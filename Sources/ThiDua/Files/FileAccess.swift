// The few calls of the operating system the façade makes itself. In: paths. Out: whole files, folder
// listings, or the reason of a refusal in the catalogue's terms. Data files go through ThiDuaOffice,
// which maps them. Used by the façade and the console only.

import Glibc
import ThiDuaText

/// Reading and replacing whole small files.
public enum FileAccess {
  /// A refusal of the operating system.
  public struct Failure: Error, Equatable {
    public var refusal: CommandMessages.Refusal

    /// The reason behind an error number of the C library.
    public init(errno number: Int32) {
      refusal =
        switch number {
        case ENOENT, ENOTDIR: .missing
        case EISDIR: .folder
        case EACCES, EPERM, EROFS: .noPermission
        case ENOSPC, EDQUOT, EFBIG: .diskFull
        default: .other(number)
        }
    }
  }

  /// All bytes of a file; a folder is refused.
  public static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(errno: errno) }
    defer { close(descriptor) }
    return try readAll(descriptor)
  }

  /// No script is larger (see `Source.load`, which words it); a device may have no end at all.
  private static let largestRead = (1 << 30) + 1

  /// Everything a descriptor still gives, up to a byte more than any script may have.
  public static func readAll(_ descriptor: Int32) throws(Failure) -> [UInt8] {
    var information = stat()
    var bytes: [UInt8] = []
    if fstat(descriptor, &information) == 0, information.st_size > 0 {
      bytes.reserveCapacity(Int(information.st_size) + 1)
    }
    while true {
      let chunk = 1 << 16
      var count = 0
      var failure: Int32 = 0
      bytes.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: chunk) { buffer, filled in
          count = Glibc.read(descriptor, buffer.baseAddress, chunk)
          if count < 0 { failure = errno }
          filled = max(count, 0)
        })
      if failure == EINTR { continue }
      if failure != 0 { throw Failure(errno: failure) }
      if count == 0 || bytes.count >= largestRead { return bytes }
    }
  }

  /// Replaces a file: the new text stands there whole, or the old one stays.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(Failure) {
    var information = stat()
    let mode = stat(path, &information) == 0 ? information.st_mode & 0o777 : 0o644
    var temporary = ""
    var descriptor: Int32 = -1
    // A name nobody else is writing under; what a killed program left has its name and stays.
    for attempt in 0..<1000 {
      temporary = "\(path).\(getpid())-\(attempt).thidua-tam"
      descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      guard descriptor < 0, errno == EEXIST else { break }
    }
    guard descriptor >= 0 else { throw Failure(errno: errno) }
    var number: Int32 = 0
    var written = 0
    while written < bytes.count && number == 0 {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + written, bytes.count - written)
      }
      if count >= 0 { written += count } else if errno != EINTR { number = errno }
    }
    if close(descriptor) != 0 && number == 0 { number = errno }
    if number == 0 && rename(temporary, path) != 0 { number = errno }
    if number != 0 {
      unlink(temporary)
      throw Failure(errno: number)
    }
  }

  /// Makes a folder that is not there yet.
  public static func makeFolder(_ path: String) throws(Failure) {
    if mkdir(path, 0o755) != 0 { throw Failure(errno: errno) }
  }

  /// Makes the folders a file named inside `folder` stands in.
  static func makeFolders(of name: String, in folder: String) throws(Failure) {
    var path = folder
    for part in name.split(separator: "/").dropLast() {
      path = FilePath.join(path, String(part))
      if !isFolder(path) { try makeFolder(path) }
    }
  }

  /// Gives a folder its name; a folder with something in it is never replaced.
  static func renameFolder(_ path: String, to name: String) throws(Failure) {
    if rename(path, name) != 0 { throw Failure(errno: errno) }
  }

  /// Removes a folder this program has made, with all that is in it.
  static func removeFolder(_ path: String) {
    for name in (try? names(in: path)) ?? [] {
      let entry = FilePath.join(path, name)
      if isFolder(entry) { removeFolder(entry) } else { unlink(entry) }
    }
    rmdir(path)
  }

  /// Whether a folder stands there.
  public static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }

  /// Bytes of a file; 0 when there is none.
  public static func size(_ path: String) -> Int {
    var information = stat()
    return stat(path, &information) == 0 ? Int(information.st_size) : 0
  }

  /// What tells a file from every other on the machine, whatever it is called; nil when missing.
  public static func identity(_ path: String) -> FileIdentity? {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    return FileIdentity(device: UInt64(information.st_dev), node: UInt64(information.st_ino))
  }

  /// What changes when somebody writes a file; nil when missing.
  static func state(_ path: String) -> FileState? {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    return FileState(
      identity: FileIdentity(
        device: UInt64(information.st_dev), node: UInt64(information.st_ino)),
      size: Int(information.st_size), seconds: information.st_mtim.tv_sec,
      nanoseconds: information.st_mtim.tv_nsec)
  }

  /// What stands in a folder, in byte order of the names; hidden entries are left out.
  public static func names(in folder: String) throws(Failure) -> [String] {
    guard let stream = opendir(folder) else { throw Failure(errno: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The `.thidua` files below a folder, in byte order of their paths; links to folders are skipped.
  public static func scripts(below folder: String) throws(Failure) -> [String] {
    var found: [String] = []
    for name in try names(in: folder) {
      let path = FilePath.join(folder, name)
      var information = stat()
      guard lstat(path, &information) == 0 else { continue }
      if information.st_mode & S_IFMT == S_IFDIR {
        found += try scripts(below: path)
      } else if name.hasSuffix(".thidua") {
        found.append(path)
      }
    }
    return found
  }
}

/// A file as it stands: equal before and after, it was not written between.
struct FileState: Equatable, Sendable {
  var identity: FileIdentity
  var size: Int
  var seconds: Int
  var nanoseconds: Int
}

/// A file by device and inode number.
public struct FileIdentity: Hashable, Sendable {
  var device: UInt64
  var node: UInt64
}
