// Why a store cannot be used. Made by the store, worded by StoreMessages in the catalogue.

/// A store that cannot be read or written.
public enum StoreProblem: Error, Sendable, Equatable {
  /// The file, as any database.
  case file(Database.Problem)
  /// A database, but of something else.
  case notStore
  /// Made by a newer program: its version and ours.
  case newer(found: Int, known: Int)
  /// There is no such run; the newest there is, 0 when there is none.
  case noRun(Int, newest: Int)
  /// What was stored of a run cannot be read again.
  case damagedContent(run: Int, file: String)
  /// A file too large to be kept.
  case contentTooLarge(file: String)
}
