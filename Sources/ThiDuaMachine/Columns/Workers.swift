// Threads for work over rows: plain pthreads, fixed shares. In: a number of workers or rows and a
// body. Out: every share done once, all of them when the call returns.
// Invariant: which rows a share holds depends only on the counts given, never on timing; a caller
// that keeps its findings per share and joins them in share order gives the same result on any
// machine. Anyone above ThiDuaNumber may import it.

import Glibc

/// Runs shares of work on several threads.
public enum Workers {
  /// Cores of this machine, at most 16: more share one memory bus without gain.
  public static let available = max(1, min(16, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// Calls `body` with 0 ..< count, each on a thread of its own; the last one on the caller's.
  ///
  /// The bodies must write to disjoint memory. Nothing is ordered but the return.
  public static func run(_ count: Int, _ body: (_ worker: Int) -> Void) {
    guard count > 1 else {
      if count == 1 { body(0) }
      return
    }
    withoutActuallyEscaping(body) { body in
      var threads: [pthread_t] = []
      for index in 0..<(count - 1) {
        let share = Unmanaged.passRetained(Share(index, body))
        var thread = pthread_t()
        let failure = pthread_create(
          &thread, nil,
          { argument in
            let share = Unmanaged<Share>.fromOpaque(argument!).takeRetainedValue()
            share.body(share.index)
            return nil
          }, share.toOpaque())
        if failure == 0 {
          threads.append(thread)
        } else {
          // No more threads to be had: the work is done here instead.
          share.release()
          body(index)
        }
      }
      body(count - 1)
      for thread in threads { pthread_join(thread, nil) }
    }
  }

  /// Splits `0 ..< count` into equal ranges of at least `minimumChunk` rows, one a worker, and
  /// calls `body(range, worker)` for each; ranges ascend with the worker's number. Gives the
  /// number of ranges.
  @discardableResult
  public static func parallelRows(
    count: Int, minimumChunk: Int, workers: Int = Workers.available,
    _ body: (_ range: Range<Int>, _ worker: Int) -> Void
  ) -> Int {
    let shares = max(1, min(workers, count / max(1, minimumChunk)))
    run(shares) { worker in
      body(count * worker / shares..<count * (worker + 1) / shares, worker)
    }
    return shares
  }

  /// As `parallelRows`, with cuts only before rows for which `startsRun` holds (asked before any
  /// body runs): the rows of a run are in one range. A range may be empty.
  @discardableResult
  public static func parallelRuns(
    count: Int, minimumChunk: Int, workers: Int = Workers.available, startsRun: (Int) -> Bool,
    _ body: (_ range: Range<Int>, _ worker: Int) -> Void
  ) -> Int {
    let shares = max(1, min(workers, count / max(1, minimumChunk)))
    var cuts = [0]
    for share in 1..<shares {
      var cut = max(cuts[share - 1], count * share / shares)
      while cut < count, !startsRun(cut) { cut += 1 }
      cuts.append(cut)
    }
    cuts.append(count)
    run(shares) { worker in body(cuts[worker]..<cuts[worker + 1], worker) }
    return shares
  }

  private final class Share {
    let index: Int
    let body: (Int) -> Void
    init(_ index: Int, _ body: @escaping (Int) -> Void) {
      self.index = index
      self.body = body
    }
  }
}
