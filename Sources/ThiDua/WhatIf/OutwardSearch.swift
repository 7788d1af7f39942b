// Values further out than a search tries one by one. In: the values of a grid by distance, those up to
// `tried` known to fail. Out: the nearest value found that passes. The distance doubles, then the gap
// between the last value that fails and the first that passes is halved: exact where a further value is
// never worse, which holds for nearly every rule; a search that relies on it says so.
// Used by searches.

import ThiDuaMachine

enum OutwardSearch {
  /// Steps: more than any amount of money or number of people.
  static let furthest = 1 << 40

  /// The value and its distance; nil when none was found.
  static func nearest<Failure: Error>(
    after tried: Int, _ value: (Int) -> Value?, passes: (Value) throws(Failure) -> Bool
  ) throws(Failure) -> (value: Value, distance: Int)? {
    var failing = tried
    var distance = max(1, tried * 2)
    while distance <= furthest {
      if let candidate = value(distance) {
        if try passes(candidate) { return try between(failing, distance, value, passes) }
        failing = distance
        distance *= 2
        continue
      }
      // The last value before the bound, which doubling has jumped over.
      let last = last(value, failing, distance)
      guard last > failing, let bound = value(last), try passes(bound) else { return nil }
      return try between(failing, last, value, passes)
    }
    return nil
  }

  private static func between<Failure: Error>(
    _ failing: Int, _ passing: Int, _ value: (Int) -> Value?,
    _ passes: (Value) throws(Failure) -> Bool
  ) throws(Failure) -> (value: Value, distance: Int)? {
    var (low, high) = (failing, passing)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      guard let candidate = value(middle) else { return nil }
      if try passes(candidate) { high = middle } else { low = middle }
    }
    return value(high).map { ($0, high) }
  }

  /// The furthest distance the values still go to.
  static func last<Value>(_ value: (Int) -> Value?, _ inside: Int, _ outside: Int) -> Int {
    var (low, high) = (inside, outside)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if value(middle) == nil { high = middle } else { low = middle }
    }
    return low
  }
}
