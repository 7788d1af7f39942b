// The instruction table: one line an opcode, operands and meaning.
//
// R[n] is a register of the current frame, K[n] a constant of the program, J a jump of c instructions
// counted from the next one. A number fast path is taken when both words are immediates; everything
// else (rationals, absences, errors) is in the cold half of the machine.
// `shape` says how operands are read: the verifier and the disassembler switch over it, not over opcodes.

public enum Opcode: UInt8, Sendable, CaseIterable {
  // MARK: Moving values

  /// R[a] = R[b]
  case move
  /// R[a] = K[bc]
  case loadConstant
  /// R[a] = global bc
  case loadGlobal
  /// global bc = R[a]
  case storeGlobal
  /// The list, dictionary or text in R[a] now has two owners: who changes it copies it first.
  case share
  /// Error if R[a] is blank.
  case requirePresent

  // MARK: Numbers

  /// R[a] = R[b] + R[c]
  case add
  /// R[a] = R[b] + K[c]
  case addConstant
  /// R[a] = R[b] - R[c]
  case subtract
  /// R[a] = K[c] - R[b]
  case subtractFromConstant
  /// R[a] = R[b] × R[c]
  case multiply
  /// R[a] = R[b] × K[c]
  case multiplyConstant
  /// R[a] = R[b] × c, a small whole number
  case multiplyWhole
  /// R[a] = R[b] / R[c]
  case divide
  /// R[a] = R[b] × R[c] / R[a of the next word]
  case multiplyDivide
  /// R[a] = what R[b] / R[c] leaves, with the sign of R[c]
  case remainder
  /// R[a] = what R[b] × R[c] / R[a of the next word] leaves, with the sign of the divisor
  case multiplyRemainder
  /// R[a] = the largest whole number not above R[b]
  case floor
  /// R[a] = -R[b]
  case negate
  /// R[a] = R[b] rounded to c places, halves away from zero
  case round
  /// R[a] = R[b] rounded to R[c] places by rule x
  case roundByRule
  /// R[a] = R[b] × R[c] rounded to x places, halves away from zero
  case multiplyRound
  /// R[a] = R[b] × K[c] rounded to x places, halves away from zero
  case multiplyConstantRound
  /// R[a] = R[b] / R[c] rounded to x places, halves away from zero
  case divideRound
  /// R[a] = R[b] × R[c] / R[a of the next word] rounded to x places, halves away from zero
  case multiplyDivideRound
  /// R[a] = the smaller of R[b] and R[c]
  case smaller
  /// R[a] = the smaller of R[b] and K[c]
  case smallerConstant
  /// R[a] = the larger of R[b] and R[c]
  case larger
  /// R[a] = the larger of R[b] and K[c]
  case largerConstant

  // MARK: Truth

  /// R[a] = R[b] < R[c], numbers, dates or levels
  case less
  /// R[a] = R[b] ≤ R[c]
  case lessEqual
  /// R[a] = R[b] = R[c], one-word kinds and numbers
  case equal
  /// R[a] = R[b] ≠ R[c]
  case notEqual
  /// R[a] = R[b] = R[c] by content: texts, lists, dictionaries
  case equalContent
  /// R[a] = text R[b] stands before text R[c] in Vietnamese order
  case textLess
  /// R[a] = text R[b] does not stand after text R[c]
  case textLessEqual
  /// R[a] = not R[b]
  case not
  /// R[a] = R[b] is blank
  case isBlank
  /// R[a] = R[b] is not applicable
  case isNotApplicable

  // MARK: Jumps

  /// J(bc)
  case jump
  /// J(bc) backwards: counts a step
  case loop
  /// if R[a] then J
  case jumpIfTrue
  /// if not R[a] then J
  case jumpIfFalse
  /// if R[a] is blank then J
  case jumpIfBlank
  /// if R[a] is not blank then J
  case jumpIfNotBlank
  /// if R[a] is not applicable then J
  case jumpIfNotApplicable
  /// if R[a] is anything else (also blank) then J
  case jumpIfApplicable
  /// if R[a] < R[b] then J
  case jumpLess
  /// if R[a] ≤ R[b] then J
  case jumpLessEqual
  /// if R[a] = R[b] then J
  case jumpEqual
  /// if R[a] ≠ R[b] then J
  case jumpNotEqual
  /// if R[a] < K[b] then J
  case jumpLessConstant
  /// if R[a] ≤ K[b] then J
  case jumpLessEqualConstant
  /// if R[a] > K[b] then J
  case jumpGreaterConstant
  /// if R[a] ≥ K[b] then J
  case jumpGreaterEqualConstant
  /// if R[a] = K[b] then J
  case jumpEqualConstant
  /// if R[a] ≠ K[b] then J
  case jumpNotEqualConstant

  // MARK: Columns and rows

  /// R[a] = column c of the subject R[b]; replaced by one of the next five once its layout is known
  case loadColumn
  /// the same, column of words
  case loadWord
  /// the same, column of scaled 32-bit numbers
  case loadScaled
  /// the same, column of text indexes
  case loadText
  /// the same, column of one-byte codes
  case loadCode
  /// the same, column of group indexes
  case loadGroup
  /// R[a] = a new list of the subjects that column c lists for the subject R[b]
  case loadList
  /// output c of this row = R[a], a list
  case storeColumn
  /// the same, output of words
  case storeWord
  /// the same, output of text indexes
  case storeText
  /// the same, output of one-byte codes
  case storeCode
  /// The next row from the start of the code, or the end of the run
  case nextRow
  /// R[a] = a new list of all subjects of kind c
  case allSubjects
  /// R[a] = the subject of kind c with key or name R[b]
  case find
  /// the same; blank when there is none and the data may lack subjects
  case findIfAny

  // MARK: Loops: an iterator is registers a, a + 1 (and a + 2)

  /// iterator a over the whole numbers R[b] … R[c]
  case rangeStart
  /// if iterator a has a next number then R[b] = it, J
  case rangeNext
  /// iterator a over all subjects of kind c
  case rowsStart
  /// if iterator a has a next subject then R[b] = it, J
  case rowsNext
  /// iterator a over the list R[b]
  case listStart
  /// if iterator a has a next element then R[b] = it, J
  case listNext
  /// iterator a over the subjects that column c lists for the subject R[b]
  case inverseStart
  /// if iterator a has a next listed subject then R[b] = it, J
  case inverseNext

  // MARK: Lists and dictionaries

  /// R[a] = a new empty list
  case newList
  /// The list R[a], copied first if it has two owners, gets R[b] at its end
  case appendElement
  /// R[a] = the list of the whole numbers R[b] … R[c]
  case rangeList
  /// R[a] = a new empty dictionary
  case newDictionary
  /// R[a] = element R[c] of the list or dictionary R[b]
  case element
  /// Element R[b] of the list or dictionary R[a], copied first if it has two owners, = R[c]
  case setElement
  /// R[a] = R[b] is an element of the list R[c]
  case member
  /// The list R[a], this frame's own, is sorted by the lists of keys R[b]…, order c of the program
  case sort
  /// R[a] = the median of the list of numbers R[b], this frame's own; blank if empty
  case median

  // MARK: Texts

  /// R[a] = text of R[b], a value of kind c of the program, with x - 1 decimals (x = 0: as it is)
  case toText
  /// R[a] = the c texts R[b]… joined
  case concatenate
  /// The text R[a], copied first if it has two owners, gets the c texts R[b]… at its end
  case appendText

  // MARK: Calls and effects

  /// R[a] = function c (see NativeFunction) of R[b]…
  case native
  /// R[a] = function bc of R[a]…: the callee's R[0] is this frame's R[a]
  case call
  /// Back to the caller with R[a]
  case giveBack
  /// Run error: failure bc of the program, with the value R[a] if x is 1
  case fail
  /// The host prints the text R[a]
  case print
  /// The host writes output c: list R[a], file name R[b] if x is 1, captured values after it
  case output
  /// The host answers question c about R[a]: file name R[b] if it has one, captured values after it
  case ask
  /// End of the run
  case halt
  /// Operands of the instruction before; never executed
  case extra
}

extension Opcode {
  /// What an operand field holds.
  public enum Role: Sendable {
    case none
    /// A register that is read.
    case read
    /// A register that is written.
    case write
    /// A register that is read and written.
    case change
    /// The first of a run of registers; how many, the instruction knows.
    case window
    /// The first of `n` registers of an iterator.
    case iterator
    case constant
    case jump
    case column
    case output
    case subjectKind
    case valueKind
    case sortOrder
    case function
    case global
    case failure
    case native
    /// A plain number.
    case number
  }

  /// Roles of a, b, c; with `isWide`, b and c together are one operand, whose role stands at b.
  public struct Shape: Sendable {
    public let a: Role
    public let b: Role
    public let c: Role
    public let isWide: Bool
    /// Whether the next word holds a fourth register, read.
    public let hasExtra: Bool

    init(_ a: Role = .none, _ b: Role = .none, _ c: Role = .none, extra: Bool = false) {
      (self.a, self.b, self.c, isWide, hasExtra) = (a, b, c, false, extra)
    }

    init(_ a: Role = .none, wide: Role) {
      (self.a, b, c, isWide, hasExtra) = (a, wide, .none, true, false)
    }
  }

  public var shape: Shape {
    switch self {
    case .move, .negate, .floor, .not, .isBlank, .isNotApplicable: Shape(.write, .read)
    case .loadConstant: Shape(.write, wide: .constant)
    case .loadGlobal: Shape(.write, wide: .global)
    case .storeGlobal: Shape(.read, wide: .global)
    case .share, .requirePresent, .giveBack, .print: Shape(.read)
    case .add, .subtract, .multiply, .divide, .multiplyRound, .divideRound, .smaller, .larger,
      .remainder, .roundByRule, .less, .lessEqual, .equal, .notEqual, .equalContent, .textLess,
      .textLessEqual, .rangeList, .element, .member:
      Shape(.write, .read, .read)
    case .addConstant, .subtractFromConstant, .multiplyConstant, .multiplyConstantRound,
      .smallerConstant, .largerConstant:
      Shape(.write, .read, .constant)
    case .multiplyWhole, .round: Shape(.write, .read, .number)
    case .multiplyDivide, .multiplyDivideRound, .multiplyRemainder:
      Shape(.write, .read, .read, extra: true)
    case .jump, .loop: Shape(.none, wide: .jump)
    case .jumpIfTrue, .jumpIfFalse, .jumpIfBlank, .jumpIfNotBlank, .jumpIfNotApplicable,
      .jumpIfApplicable:
      Shape(.read, .none, .jump)
    case .jumpLess, .jumpLessEqual, .jumpEqual, .jumpNotEqual: Shape(.read, .read, .jump)
    case .jumpLessConstant, .jumpLessEqualConstant, .jumpGreaterConstant,
      .jumpGreaterEqualConstant, .jumpEqualConstant, .jumpNotEqualConstant:
      Shape(.read, .constant, .jump)
    case .loadColumn, .loadWord, .loadScaled, .loadText, .loadCode, .loadGroup, .loadList:
      Shape(.write, .read, .column)
    case .storeColumn, .storeWord, .storeText, .storeCode: Shape(.read, .none, .output)
    case .nextRow, .halt: Shape()
    case .allSubjects: Shape(.write, .none, .subjectKind)
    case .find, .findIfAny: Shape(.write, .read, .subjectKind)
    case .rangeStart: Shape(.iterator, .read, .read)
    case .rowsStart: Shape(.iterator, .none, .subjectKind)
    case .listStart: Shape(.iterator, .read)
    case .inverseStart: Shape(.iterator, .read, .column)
    case .rangeNext, .rowsNext, .listNext, .inverseNext: Shape(.iterator, .write, .jump)
    case .newList, .newDictionary: Shape(.write)
    case .appendElement: Shape(.change, .read)
    case .setElement: Shape(.change, .read, .read)
    case .sort: Shape(.change, .window, .sortOrder)
    case .median: Shape(.write, .read)
    case .toText: Shape(.write, .read, .valueKind)
    case .concatenate: Shape(.write, .window, .number)
    case .appendText: Shape(.change, .window, .number)
    case .native: Shape(.write, .window, .native)
    case .call: Shape(.change, wide: .function)
    case .fail: Shape(.read, wide: .failure)
    case .output, .ask: Shape(.read, .window, .number)
    case .extra: Shape(.read)
    }
  }
}
