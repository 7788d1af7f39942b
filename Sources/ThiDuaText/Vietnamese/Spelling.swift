// Guessing what was meant. In: a word or phrase and the names that exist. Out: the closest names.
// Invariant: deterministic (ties keep the order of the candidates); a missing or wrong accent, tone
// or bar of đ costs nearly nothing, so `tong diem` finds `tổng điểm` first. Anyone may import it.

/// Suggestions for words nobody declared.
public enum Spelling {
  /// A whole wrong letter; an accent costs a tenth, two letters swapped a little less than two.
  private static let letterCost = 10
  private static let accentCost = 1
  private static let swapCost = 9

  /// At most `limit` candidates close to `word`, the closest first, as they were given.
  public static func closest(
    to word: String, in candidates: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let wanted = Letters(word)
    if wanted.isEmpty { return [] }
    var found: [(cost: Int, order: Int, name: String)] = []
    for (order, candidate) in candidates.enumerated() {
      let letters = Letters(candidate)
      if let cost = cost(wanted, letters), !found.contains(where: { $0.name == candidate }) {
        found.append((cost, order, candidate))
      }
    }
    found.sort { ($0.cost, $0.order) < ($1.cost, $1.order) }
    // When the accents alone explain the word, names with wrong letters are noise.
    let best = found.first?.cost ?? 0
    let ceiling = best < letterCost ? max(letterCost - 1, best) : Int.max
    return found.filter { $0.cost <= ceiling }.prefix(limit).map(\.name)
  }

  /// The candidate equal to `word` but for accents, when there is exactly one.
  public static func accented(
    _ word: String, in candidates: some Sequence<String>
  ) -> String? {
    let bare = VietnameseText.unaccented(VietnameseText.lookupKey(word), lowercased: true)
    var found: String?
    for candidate in candidates {
      let key = VietnameseText.lookupKey(candidate)
      guard VietnameseText.unaccented(key, lowercased: true) == bare else { continue }
      if let found, VietnameseText.lookupKey(found) != key { return nil }
      found = candidate
    }
    return found
  }

  /// Cost of turning one into the other; nil when they are too far apart to be meant.
  private static func cost(_ a: Letters, _ b: Letters) -> Int? {
    let threshold = self.threshold(min(a.count, b.count))
    if abs(a.count - b.count) * letterCost <= threshold {
      let cost = distance(a, b, threshold: threshold)
      if cost <= threshold { return cost }
    }
    // `tổng điểm` for `tổng điểm thi đua`: whole words left out at one end.
    return a.sharesWholeWords(with: b) ? threshold + letterCost : nil
  }

  /// Up to two letters: accents only; then about one wrong letter in four.
  private static func threshold(_ count: Int) -> Int {
    switch count {
    case ...2: return accentCost * count
    case ...4: return letterCost + accentCost * count
    default: return letterCost * (count / 4) + accentCost * count
    }
  }

  /// Edit distance with swaps of neighbours, three rows at a time; gives up, with a cost above
  /// `threshold`, once two rows in succession are dearer.
  private static func distance(_ a: Letters, _ b: Letters, threshold: Int) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = (0...b.count).map { $0 * letterCost }
    var row = beforeLast
    var lastMinimum = 0
    for i in 1...a.count {
      row[0] = i * letterCost
      var minimum = row[0]
      for j in stride(from: 1, through: b.count, by: 1) {
        var cost = last[j - 1] + substitution(a, i - 1, b, j - 1)
        cost = min(cost, last[j] + letterCost, row[j - 1] + letterCost)
        if i > 1, j > 1, a.bare[i - 1] == b.bare[j - 2], a.bare[i - 2] == b.bare[j - 1] {
          let accents = substitution(a, i - 1, b, j - 2) + substitution(a, i - 2, b, j - 1)
          cost = min(cost, beforeLast[j - 2] + swapCost + accents)
        }
        row[j] = cost
        minimum = min(minimum, cost)
      }
      if minimum > threshold, lastMinimum > threshold { return minimum }
      lastMinimum = minimum
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count]
  }

  private static func substitution(_ a: Letters, _ i: Int, _ b: Letters, _ j: Int) -> Int {
    if a.full[i] == b.full[j] { return 0 }
    return a.bare[i] == b.bare[j] ? accentCost : letterCost
  }
}

/// A key as scalars, with and without accents, side by side.
private struct Letters {
  var full: [UInt32] = []
  var bare: [UInt32] = []

  init(_ text: String) {
    VietnameseText.lookupKeyBytes(text.utf8).withUnsafeBufferPointer { key in
      full.reserveCapacity(key.count)
      bare.reserveCapacity(key.count)
      var index = 0
      while index < key.count {
        let scalar = readScalar(key, &index)
        full.append(scalar)
        bare.append(LetterTable.info(scalar).map { UInt32(LetterTable.bare[$0.letter]) } ?? scalar)
      }
    }
  }

  var count: Int { full.count }
  var isEmpty: Bool { full.isEmpty }

  /// True when the shorter, of two words or more, begins or ends the longer at a word's edge.
  func sharesWholeWords(with other: Letters) -> Bool {
    let (short, long) = count < other.count ? (bare, other.bare) : (other.bare, bare)
    guard short.count < long.count, short.contains(0x20) else { return false }
    let begins = long.starts(with: short) && long[short.count] == 0x20
    let ends =
      long[(long.count - short.count)...].elementsEqual(short)
      && long[long.count - short.count - 1] == 0x20
    return begins || ends
  }
}
