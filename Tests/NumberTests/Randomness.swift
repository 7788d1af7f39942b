// Repeatable random operands for the property tests of this folder: edges as often as plain values.

/// SplitMix64 with a fixed seed: a failure repeats on every machine.
struct Randomness: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Any Int64, of any length, with the edges of 2^62 and 2^63 and round decimals among them.
  mutating func word() -> Int64 {
    switch next() % 8 {
    case 0: return edges[Int(next() % UInt64(edges.count))]
    case 1: return Int64.random(in: -100...100, using: &self) * 1_000_000
    case 2: return Int64.random(in: -100_000...100_000, using: &self) * 5_000
    default: return Int64(bitPattern: next()) >> Int64(next() % 63)
    }
  }

  /// ASCII digits of a whole number of any length up to about `bits` bits.
  mutating func integer(bits: Int) -> [UInt8] {
    (0...Int(next() % UInt64(max(1, bits / 3)))).map { _ in 48 + UInt8(next() % 10) }
  }

  private let edges: [Int64] = [
    0, 1, -1, 5, -5, 999_999, 1_000_000, -1_000_000, 5_000, -5_000, 1 << 62, (1 << 62) - 1,
    -(1 << 62), 1 - (1 << 62), .max, .min, .max - 1, .min + 1, 1_005_000, -1_005_000,
  ]
}
