// Names of tables that a run read out of databases and stores. Used by the loader and by what stores runs.

/// A table of a file.
struct StoredTable: Hashable, Sendable {
  /// As the script names it.
  var file: String
  /// The table; of a store the kind of the past rows.
  var table: String
}
