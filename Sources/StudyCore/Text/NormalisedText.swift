/// A text as it is compared: its words in lower case, with one space between them, in UTF-8.
///
/// White space, case, quotes and punctuation make no difference. What changes the meaning stays:
/// letters and digits of every script, an apostrophe inside a word, a point or comma inside a
/// number, the minus before one, and `$ % # ^ + < = >` with all other currency and maths signs as
/// words of their own. Ideographs and the letters of scripts written without spaces are a word each.
///
/// The standard library has no NFKC. In its place: full-width forms become ASCII, case folding
/// dissolves ligatures, and marks are composed with their letters where one scalar exists for both.
/// Superscripts stay apart from digits on purpose: 10² is not 102.
package struct NormalisedText: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(_ plain: String) {
        bytes = WordFolder.fold(plain)
    }

    /// The words, in order.
    package var words: [String] {
        bytes.split(separator: space).map { String(decoding: $0, as: UTF8.self) }
    }

    /// How many words there are.
    package var wordCount: Int {
        bytes.isEmpty ? 0 : bytes.count { $0 == space } + 1
    }
}

/// The words of a text as they are compared, in order; see `NormalisedText`.
package func normalisedWords(_ plain: String) -> [String] {
    NormalisedText(plain).words
}

private let space = UInt8(ascii: " ")
