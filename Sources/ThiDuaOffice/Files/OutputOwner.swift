// Whose a hidden file is. In: nothing but the machine. Out: a name for every transaction, and whether the process
// behind such a name is no more. Invariant: a number of a process is given again, so a process is its number, the
// moment it started and the room its number counts in; of other machines and rooms nobody knows, so they live.
// Used by `OutputTransaction` and `OutputJournal`.

import Glibc
import Synchronization

/// `MACHINE-BOOT-ROOM-PROCESS-START-COUNT`.
enum OutputOwner {
  private static let count = Mutex(0)

  /// A name no other transaction of any process has.
  static func make() -> String {
    let number = count.withLock { count in
      count += 1
      return count
    }
    return process + "-" + String(number)
  }

  /// This process, as the names of its transactions begin.
  static let process: String = {
    var name = [CChar](repeating: 0, count: 65)
    gethostname(&name, name.count - 1)
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let machine = String(bytes.map { isPlain($0) ? Character(Unicode.Scalar($0)) : "_" })
    let boot = text(of: "/proc/sys/kernel/random/boot_id").prefix(8).filter(\.isLetterOrDigit)
    let number = String(getpid())
    return [
      machine, boot.isEmpty ? "0" : String(boot), room, number, start(of: number) ?? "0",
    ].joined(separator: "-")
  }()

  /// Whether the process is no more; of other machines, and of containers beside this one, nobody knows.
  static func isDead(_ owner: String) -> Bool {
    let parts = owner.split(separator: "-", omittingEmptySubsequences: false)
    let own = process.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 6, own.count == 5, parts[0] == own[0],
      let number = Int32(parts[3]), number > 0
    else { return false }
    if parts[1] != own[1] { return true }
    guard parts[2] == own[2] else { return false }
    if kill(number, 0) != 0, errno == ESRCH { return true }
    return start(of: String(number)).map { $0 != parts[4] } ?? false
  }

  /// The room that numbers of processes count in.
  private static let room: String = {
    var bytes = [CChar](repeating: 0, count: 64)
    let count = readlink("/proc/self/ns/pid", &bytes, bytes.count)
    let digits = bytes.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }
      .filter { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    return UInt64(String(decoding: digits, as: UTF8.self)).map { String($0, radix: 36) } ?? "0"
  }()

  /// When a process started, in ticks since the machine did; nil when that is not to be seen.
  private static func start(of number: String) -> String? {
    let status = text(of: "/proc/\(number)/stat")
    // The second field is the program's name, which may hold anything.
    guard let close = status.lastIndex(of: ")") else { return nil }
    let fields = status[status.index(after: close)...].split(separator: " ")
    guard fields.count > 19, let ticks = UInt64(fields[19]) else { return nil }
    return String(ticks, radix: 36)
  }

  private static func text(of path: String) -> String {
    guard let stream = fopen(path, "re") else { return "" }
    defer { fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = fread(&bytes, 1, bytes.count, stream)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}

extension Character {
  fileprivate var isLetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
