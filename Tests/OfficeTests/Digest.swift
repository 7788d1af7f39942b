// SHA-256 as content policies write it, for the test that the page admits its own style and script. In: UTF-8. Out:
// `sha256-` and base64. Plain and slow: FIPS 180-4, section 6.2, line by line.

enum Digest {
  /// What stands in a policy for the text.
  static func policy(of text: Substring) -> String { "sha256-" + base64(sha256(Array(text.utf8))) }

  /// The first 32 bits of the fractional parts of the `power`th roots of the first primes.
  private static func fractions(_ count: Int, root power: Int) -> [UInt32] {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < count {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    // The largest r with r^power <= prime * 2^(32 * power), by bits.
    return primes.map { prime in
      var root: UInt128 = 0
      for bit in stride(from: 35, through: 0, by: -1) {
        let trial = root | 1 << UInt128(bit)
        let value = power == 2 ? trial * trial : trial * trial * trial
        if value <= UInt128(prime) << UInt128(32 * power) { root = trial }
      }
      return UInt32(truncatingIfNeeded: root)
    }
  }

  static func sha256(_ message: [UInt8]) -> [UInt8] {
    let constants = fractions(64, root: 3)
    var hash = fractions(8, root: 2)
    var bytes = message + [0x80]
    while bytes.count % 64 != 56 { bytes.append(0) }
    let bits = UInt64(message.count * 8)
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    func turned(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }
    for start in stride(from: 0, to: bytes.count, by: 64) {
      var words = (0..<16).map { index in
        bytes[start + index * 4..<start + index * 4 + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      }
      for index in 16..<64 {
        let (a, b) = (words[index - 15], words[index - 2])
        words.append(
          words[index - 16] &+ (turned(a, 7) ^ turned(a, 18) ^ a >> 3) &+ words[index - 7]
            &+ (turned(b, 17) ^ turned(b, 19) ^ b >> 10))
      }
      var v = hash
      for index in 0..<64 {
        let high = turned(v[4], 6) ^ turned(v[4], 11) ^ turned(v[4], 25)
        let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
        let first = v[7] &+ high &+ choice &+ constants[index] &+ words[index]
        let low = turned(v[0], 2) ^ turned(v[0], 13) ^ turned(v[0], 22)
        let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
        v = [first &+ low &+ majority, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
      }
      for index in 0..<8 { hash[index] = hash[index] &+ v[index] }
    }
    return hash.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = Array(bytes[start..<min(start + 3, bytes.count)])
      let word = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        let letter = letters[Int(word >> UInt32(18 - 6 * place) & 63)]
        text.append(place <= group.count ? letter : "=")
      }
    }
    return text
  }
}
