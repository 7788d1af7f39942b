// Why a run stops. Inside the machine an error is two bytes; the words and values around it are gathered
// afterwards (RunFailure), so that the dispatch loop carries nothing for them.

/// The rule of the language that was broken.
public enum TrapCode: UInt8, Sendable, CaseIterable {
  case divisionByZero, blankUsed, notApplicableUsed
  case notWhole, outOfRange, missingKey
  case unknownSubject, ambiguousSubject
  case badPlaces, badStep, badPower, negativeRoot
  case notANumber, endlessNumber, badDate, emptyText
  case ruleFailed, notComputed
  case interrupted
  case tooManySteps, tooDeep, outOfMemory, listTooLong, numberTooLong
  case hostFailed
}

/// A stop inside the machine; `operand` counts the operands of the expression from 0.
struct Trap: Error {
  var code: TrapCode
  var operand: UInt8 = 0

  init(_ code: TrapCode, operand: UInt8 = 0) {
    self.code = code
    self.operand = operand
  }
}
