// Walking over UTF-8 without String. In: borrowed bytes. Out: one scalar at a time.
// Invariant: never reads past the end; ill-formed bytes come out one by one as U+FFFD, so that
// the functions of this module are total. Used only inside this module.

/// Decodes the scalar at `index` and moves `index` behind it; `index` must be inside `bytes`.
@inline(__always)
func readScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
  let first = bytes[index]
  index += 1
  if first < 0x80 { return UInt32(first) }
  return readLongScalar(bytes, &index, first)
}

private func readLongScalar(
  _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ first: UInt8
) -> UInt32 {
  let extra: Int
  var value: UInt32
  switch first {
  case 0xC2...0xDF: (extra, value) = (1, UInt32(first & 0x1F))
  case 0xE0...0xEF: (extra, value) = (2, UInt32(first & 0x0F))
  case 0xF0...0xF4: (extra, value) = (3, UInt32(first & 0x07))
  default: return 0xFFFD
  }
  guard index + extra <= bytes.count else { return 0xFFFD }
  for offset in 0..<extra {
    let next = bytes[index + offset]
    guard next & 0xC0 == 0x80 else { return 0xFFFD }
    value = value << 6 | UInt32(next & 0x3F)
  }
  index += extra
  return value
}

extension [UInt8] {
  /// Appends a scalar as UTF-8; what is no scalar value becomes U+FFFD.
  @inline(__always)
  mutating func append(scalar: UInt32) {
    if scalar < 0x80 {
      append(UInt8(truncatingIfNeeded: scalar))
    } else {
      appendLong(scalar: scalar)
    }
  }

  private mutating func appendLong(scalar: UInt32) {
    guard let encoded = UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") else { return }
    append(contentsOf: encoded)
  }
}

/// Runs `body` over the bytes of any collection, copying only when they are not contiguous.
@inline(__always)
func withBytes<R>(
  _ bytes: some Collection<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> R
) -> R {
  if let result = bytes.withContiguousStorageIfAvailable(body) { return result }
  return Array(bytes).withUnsafeBufferPointer(body)
}

/// True for every space a document may bring: ASCII white space, NBSP and the Unicode spaces.
@inline(__always)
func isSpace(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x20, 0x09...0x0D: return true
  case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return true
  default: return false
  }
}
