// The namespace of everything that knows Vietnamese spelling. Each file of this folder adds one
// concept: normalisation, lookup keys, collation, width, casing, words for numbers.

/// Vietnamese text as it is really typed: pure functions, no locale, no Foundation.
public enum VietnameseText {}
