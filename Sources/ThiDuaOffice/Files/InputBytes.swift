// The bytes of one input, ready for a parser that never asks where the end is. In: a path, or
// bytes. Out: memory that ends in a line feed of our own behind the last byte, with a page of
// zeros after it.
// Invariant: `start[count]` is a line feed and 16 more bytes may be read; the bytes never change,
// so texts may point into them as long as the object lives (TextTable.keep). Used by the readers
// of this module.

import Glibc

/// A file in memory, mapped rather than copied.
public final class InputBytes: @unchecked Sendable {
  /// Why a file could not be read; the wording is in DataMessages.
  public enum Problem: Error, Sendable, Equatable {
    case missing
    case folder
    case forbidden
    case notRegular
    case empty
    case tooLarge
    /// The system's own number.
    case system(Int32)
  }

  public let start: UnsafePointer<UInt8>
  public let count: Int
  /// nil: the bytes lie in memory that `free` takes back.
  private let mapped: (base: UnsafeMutableRawPointer, length: Int)?
  /// Whether the system can bring the pages back from a file.
  private let isFile: Bool

  deinit {
    if let mapped {
      munmap(mapped.base, mapped.length)
    } else {
      free(UnsafeMutablePointer(mutating: start))
    }
  }

  private init(mapped base: UnsafeMutableRawPointer, length: Int, count: Int) {
    self.mapped = (base, length)
    isFile = true
    self.count = count
    let bytes = base.assumingMemoryBound(to: UInt8.self)
    bytes[count] = UInt8(ascii: "\n")
    start = UnsafePointer(bytes)
  }

  /// Takes over pages of no file with room for 64 bytes more.
  init(pages bytes: UnsafeMutablePointer<UInt8>, length: Int, count: Int) {
    (bytes + count).update(repeating: 0, count: 64)
    bytes[count] = UInt8(ascii: "\n")
    self.count = count
    mapped = (UnsafeMutableRawPointer(bytes), length)
    isFile = false
    start = UnsafePointer(bytes)
  }

  /// Memory for `count` bytes that `fill` writes.
  public convenience init(count: Int, fill: (UnsafeMutablePointer<UInt8>) -> Void) {
    guard let memory = malloc(count + 64) else { fatalError("out of memory") }
    let bytes = memory.assumingMemoryBound(to: UInt8.self)
    fill(bytes)
    (bytes + count).initialize(repeating: 0, count: 64)
    bytes[count] = UInt8(ascii: "\n")
    self.init(allocated: bytes, count: count)
  }

  private init(allocated bytes: UnsafeMutablePointer<UInt8>, count: Int) {
    self.count = count
    mapped = nil
    isFile = false
    start = UnsafePointer(bytes)
  }

  /// Gives the pages of a mapped file back to the system, which brings back the ones that are read again.
  func release() {
    guard isFile, let mapped else { return }
    // The last page holds the line feed of our own.
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    madvise(mapped.base, count / page * page, Int32(MADV_DONTNEED))
  }

  /// A copy of the bytes.
  public convenience init(_ bytes: [UInt8]) {
    self.init(count: bytes.count) { target in
      bytes.withUnsafeBufferPointer { source in
        if let base = source.baseAddress { target.initialize(from: base, count: source.count) }
      }
    }
  }

  /// Maps the file at `path`; a file of no bytes is a problem too.
  public static func open(_ path: String) -> Result<InputBytes, Problem> {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return .failure(Problem(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(Problem(errno)) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: return .failure(.folder)
    default: return .failure(.notRegular)
    }
    let count = Int(status.st_size)
    guard count > 0 else { return .failure(.empty) }
    // Rows are numbered in 31 bits and every row has two bytes.
    guard count < 1 << 32 else { return .failure(.tooLarge) }
    return map(descriptor, count)
  }

  /// Anonymous pages first, the file over them: one spare page of zeros stays behind its last byte.
  private static func map(_ descriptor: Int32, _ count: Int) -> Result<InputBytes, Problem> {
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let length = (count + page - 1) / page * page + page
    guard
      let base = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      base != MAP_FAILED
    else { return .failure(Problem(errno)) }
    let file = mmap(base, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_FIXED, descriptor, 0)
    guard file == base else {
      let failure = Problem(errno)
      munmap(base, length)
      return .failure(failure)
    }
    madvise(base, length, Int32(MADV_SEQUENTIAL))
    return .success(InputBytes(mapped: base, length: length, count: count))
  }
}

extension InputBytes.Problem {
  init(_ number: Int32) {
    switch number {
    case ENOENT, ENOTDIR: self = .missing
    case EISDIR: self = .folder
    case EACCES, EPERM: self = .forbidden
    default: self = .system(number)
    }
  }
}
