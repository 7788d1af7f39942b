// One instruction: eight bytes, trivially copied. A wide operand takes b and c together.

public struct Instruction: Equatable, Sendable {
  public var op: Opcode
  public var x: UInt8
  public var a: UInt16
  public var b: UInt16
  public var c: UInt16

  @inlinable
  public init(_ op: Opcode, x: UInt8 = 0, a: UInt16 = 0, b: UInt16 = 0, c: UInt16 = 0) {
    self.op = op
    self.x = x
    self.a = a
    self.b = b
    self.c = c
  }

  @inlinable
  public init(_ op: Opcode, x: UInt8 = 0, a: UInt16 = 0, wide: Int32) {
    self.op = op
    self.x = x
    self.a = a
    b = UInt16(truncatingIfNeeded: wide)
    c = UInt16(truncatingIfNeeded: wide &>> 16)
  }

  /// b and c as one signed number.
  @inlinable public var wide: Int {
    Int(Int32(truncatingIfNeeded: UInt32(c) &<< 16 | UInt32(b)))
  }

  /// c as a signed jump.
  @inlinable public var offset: Int { Int(Int16(bitPattern: c)) }
}
