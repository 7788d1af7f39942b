// The checked tree, part 4: score sheets with one row a criterion, instead of one row a subject.
//
// Each cell of such a row is a cell of an input column of the subject: `tự chấm` in the row of `tiêu chí
// 1.1` is `tiêu chí 1.1 tự chấm`. The façade turns rows into columns while it loads.

public struct PointRows: Sendable {
  /// Titles of the column that names the subject, and of the one that names the criterion.
  public var subjectTitles: [String]
  public var criterionTitles: [String]
  /// The criteria that points are entered for, as the script calls them.
  public var criteria: [String]
  /// Index in `criteria` by the lookup keys a cell may use: name, code, title.
  public var criterionByKey: [String: Int]
  public var columns: [Column]

  public struct Column: Sendable {
    public var name: String
    /// Further titles in the data.
    public var titles: [String]
    /// The input column of the kind for each criterion.
    public var targets: [Int]
    public init(name: String, titles: [String], targets: [Int]) {
      self.name = name
      self.titles = titles
      self.targets = targets
    }
  }

  public init(
    subjectTitles: [String], criterionTitles: [String], criteria: [String],
    criterionByKey: [String: Int], columns: [Column]
  ) {
    self.subjectTitles = subjectTitles
    self.criterionTitles = criterionTitles
    self.criteria = criteria
    self.criterionByKey = criterionByKey
    self.columns = columns
  }
}
