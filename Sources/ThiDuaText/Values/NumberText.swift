/// Numbers as text.
public enum NumberText {
  public static let maximumDigits = 1000
}
