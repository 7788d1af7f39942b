// Fonts from before Unicode, by name. In: the name of a font. Out: the encoding its text has, and whether it draws
// every letter as a capital. Invariant: the mark of a font is a byte that no UTF-8 has, so that it can stand in the
// text of a cell until OldSheet takes it away; workbooks without such fonts have none. Used by the parsers of
// workbooks and by OldSheet.

import ThiDuaText

enum OldFont: UInt8 {
  /// Any other font, behind text in an old one.
  case modern = 0xF8
  /// `.VnTime`
  case abc = 0xF9
  /// `.VnTimeH`, the only way ABC text has to capitals with a tone.
  case abcCapitals = 0xFA
  /// `VNI-Times`
  case vni = 0xFB
  /// The cell's, behind a run in an old one; the sheet parser, which knows the cell, puts that in its place.
  case own = 0xFC

  /// nil: a font of Unicode.
  init?(old name: some StringProtocol) {
    let small = name.lowercased()
    if small.hasPrefix(".vn") {
      self = name.hasSuffix("H") ? .abcCapitals : .abc
    } else if small.hasPrefix("vni-") {
      self = .vni
    } else {
      return nil
    }
  }

  var encoding: OldEncoding? {
    switch self {
    case .modern, .own: nil
    case .abc, .abcCapitals: .tcvn3
    case .vni: .vni
    }
  }

  /// Whether a byte of a text may be a mark.
  static func isMark(_ byte: UInt8) -> Bool { byte >= OldFont.modern.rawValue }
}

/// The text of an item that may consist of runs in different fonts. Invariant: a run that names no font has the
/// cell's; the reading aids of East Asian scripts (`rPh`) are no text.
struct RunText {
  private(set) var bytes: [UInt8] = []
  private(set) var hasFontMarks = false
  private var isReading = false
  private var phoneticDepth = 0
  private var font: OldFont?

  mutating func began(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "t" || name == "v" {
      isReading = phoneticDepth == 0
      guard isReading, let font, font.encoding != nil || hasFontMarks else { return }
      bytes.append(font.rawValue)
      hasFontMarks = true
    } else if name == "rPh" {
      phoneticDepth += 1
    } else if name == "r" {
      font = .own
    } else if name == "rFont" {
      font = attributes.text("val").flatMap { OldFont(old: $0) } ?? .modern
    }
  }

  mutating func ended(_ name: XMLName) {
    if name == "t" || name == "v" {
      isReading = false
    } else if name == "rPh" {
      phoneticDepth -= 1
    }
  }

  @inline(__always)
  mutating func add(_ piece: UnsafeBufferPointer<UInt8>) {
    if isReading { bytes.append(contentsOf: piece) }
  }

  /// Ready for the next item.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    hasFontMarks = false
    font = nil
  }
}
