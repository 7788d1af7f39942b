// What a caller may decide about a run, and what it hears while the run goes on. Used by whoever
// calls the engine.

import ThiDuaMachine
import ThiDuaText

/// Folders and limits of a run.
public struct RunOptions: Sendable {
  /// Where data files are looked for; nil: the script's folder.
  public var dataFolder: String?
  /// Data files in memory, by the name the script uses; they stand before those of the folder.
  public var dataFiles: [String: [UInt8]] = [:]
  /// Where outputs go; nil: `ket-qua` in the script's folder. Made when missing.
  public var outputFolder: String?
  /// The store of past runs, whatever the script calls it; nil: in the output folder.
  public var storeFile: String?
  /// Tables of databases and stores as they were when a run was stored.
  var storedTables: [StoredTable: [UInt8]] = [:]
  /// How wide the screen is on which tables appear; nil: as wide as they are.
  public var screenWidth: (@Sendable () -> Int)?
  /// Steps, memory, recursion, cores; the result does not depend on the cores.
  public var limits = Limits()

  public init() {}
}

/// Hears what a run prints and how far it is; called on the thread that runs the script.
public protocol RunListener: AnyObject {
  /// Text the script prints, with its newlines.
  func printed(_ text: String)
  /// The run begins a piece of work on so many rows.
  func began(_ work: String, rowCount: Int)
  /// Files stand complete in the output folder, by the names the script gives them; without this, nothing
  /// is done.
  func wrote(_ files: [String], in folder: String)
}

extension RunListener {
  public func wrote(_ files: [String], in folder: String) {}
}
