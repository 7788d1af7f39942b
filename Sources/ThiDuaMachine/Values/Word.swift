// One value in a register or a column cell: 64 bits, trivially copied.
//
//   …xxx0   an immediate, shifted left by one: a number in micros (1/1,000,000), a truth (0, 1), a date
//           (days since 1/1/1970), the index of a level, an award state, the row of a subject
//   …0001   blank (`trống`)             …1001   not applicable (`không áp dụng`)
//   …  011  a permanent text: index in the campaign's TextTable, shifted by three
//   …  101  an object on the machine's heap (rational, text, list, dictionary), shifted by three
//   …  111  a number kept beside its column (`ColumnStorage.exceptions`), shifted by three: never in a register
//
// The kind of a register is known to the compiler; the tag only tells the absences and the heap from
// immediates, so arithmetic needs one test, `(a | b) & 1 == 0`, before its fast path.

public struct Word: Equatable, Sendable {
  public var bits: Int64

  @inlinable public init(bits: Int64) { self.bits = bits }
  @inlinable public init(immediate: Int64) { bits = immediate &<< 1 }
  @inlinable public init(truth: Bool) { bits = truth ? 2 : 0 }
  @inlinable public init(text: Int) { bits = Int64(text) &<< 3 | 3 }
  @inlinable public init(object: Int) { bits = Int64(object) &<< 3 | 5 }
  @inlinable public init(exception: Int) { bits = Int64(exception) &<< 3 | 7 }

  public static let blank = Word(bits: 1)
  public static let notApplicable = Word(bits: 9)

  @inlinable public var isImmediate: Bool { bits & 1 == 0 }
  @inlinable public var immediate: Int64 { bits &>> 1 }
  @inlinable public var isBlank: Bool { bits == 1 }
  @inlinable public var isNotApplicable: Bool { bits == 9 }
  @inlinable public var isText: Bool { bits & 7 == 3 }
  @inlinable public var isObject: Bool { bits & 7 == 5 }
  @inlinable public var isException: Bool { bits & 7 == 7 }
  /// The index of a permanent text, an object or an exception.
  @inlinable public var index: Int { Int(bits &>> 3) }
}
