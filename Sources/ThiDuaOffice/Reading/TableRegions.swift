// Where each worker reads. In: the body of a CSV text. Out: regions that begin at rows, with room
// for the rows each can hold. Invariant: a region ends behind a line feed or at the end of the
// text; it holds at most as many rows as it has line feeds (one more when the text ends without
// one), and exactly so many when no line is blank and no cell has a line break.
//
// Whether a line feed lies inside quotes is told by counting quotes before it. A stray quote
// inside a plain cell (`ống 6"`) deceives the count; the reader notices, because then one worker
// does not stop where the next began, and reads again in one piece.

import ThiDuaMachine

struct TableRegions {
  /// Offsets from the start of the bytes, ascending.
  var ranges: [Range<Int>]
  /// First row of each region, and behind the last one the limit.
  var firstRows: [Int]

  /// Rows the table may have at most.
  var rowLimit: Int { firstRows[ranges.count] }

  /// Texts below this are read by one worker: starting a thread costs as much as 100 KB.
  private static let smallest = 256 << 10

  static func split(_ body: Range<Int>, of bytes: InputBytes, workers: Int) -> TableRegions {
    let count = max(1, min(workers, body.count / smallest))
    let targets = (0...count).map { body.lowerBound + body.count * $0 / count }
    let lines = UnsafeMutablePointer<Int>.allocate(capacity: count)
    let quotes = UnsafeMutablePointer<Int>.allocate(capacity: count)
    defer {
      lines.deallocate()
      quotes.deallocate()
    }
    Workers.run(count) { index in
      let slice = UnsafeBufferPointer(
        start: bytes.start + targets[index], count: targets[index + 1] - targets[index])
      lines[index] = ByteCount.lineFeeds(in: slice)
      quotes[index] = count == 1 ? 0 : ByteCount.count(of: Byte.quote, in: slice)
    }
    var regions = TableRegions(ranges: [], firstRows: [])
    var begin = body.lowerBound
    var linesBefore = 0
    var linesCounted = 0
    var quotesCounted = 0
    for index in 0..<count {
      linesCounted += lines[index]
      quotesCounted += quotes[index]
      var stop = body.upperBound
      var linesToStop = linesCounted
      if index + 1 < count {
        stop = rowStart(
          behind: targets[index + 1], of: bytes, isQuoted: quotesCounted % 2 == 1,
          end: body.upperBound)
        linesToStop += ByteCount.lineFeeds(
          in: UnsafeBufferPointer(
            start: bytes.start + targets[index + 1], count: stop - targets[index + 1]))
      }
      guard stop > begin || (index + 1 == count && regions.ranges.isEmpty) else { continue }
      regions.ranges.append(begin..<stop)
      regions.firstRows.append(linesBefore)
      begin = stop
      linesBefore = linesToStop
    }
    let endsInLine = body.isEmpty || bytes.start[body.upperBound - 1] == Byte.lineFeed
    regions.firstRows.append(endsInLine ? linesBefore : linesBefore + 1)
    return regions
  }

  /// The same body as one region.
  static func whole(_ regions: TableRegions) -> TableRegions {
    let last = regions.ranges[regions.ranges.count - 1]
    return TableRegions(
      ranges: [regions.ranges[0].lowerBound..<last.upperBound], firstRows: [0, regions.rowLimit])
  }

  /// Behind the first line feed outside quotes at or behind `offset`; `end` when there is none.
  private static func rowStart(
    behind offset: Int, of bytes: InputBytes, isQuoted: Bool, end: Int
  ) -> Int {
    var isQuoted = isQuoted
    var place = offset
    while place < end {
      let byte = bytes.start[place]
      place += 1
      if byte == Byte.quote {
        isQuoted.toggle()
      } else if byte == Byte.lineFeed, !isQuoted {
        return place
      }
    }
    return end
  }
}
