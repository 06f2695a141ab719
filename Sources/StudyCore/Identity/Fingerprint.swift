/// A 64-bit digest of an item's normalised text: equal texts, equal fingerprints, on every machine.
package struct Fingerprint: Hashable, Sendable {
    package let value: UInt64

    package init(value: UInt64) {
        self.value = value
    }

    /// The fingerprint of a text as it stands in a guide.
    ///
    /// White space, case, quotes, emphasis and punctuation make no difference; see `NormalisedText`.
    ///
    /// - Parameters:
    ///   - kind: What sort of item it is: the same words as a fact and as a definition are two items.
    ///   - text: The item's plain text.
    ///   - answer: The plain model answer of a question; nil when there is none.
    package init(kind: Item.Kind, text: String, answer: String?) {
        var bytes = [kind.digit, separator]
        bytes.reserveCapacity(text.utf8.count + (answer?.utf8.count ?? 0) + 8)
        bytes.append(contentsOf: NormalisedText(text).bytes)
        if let answer {
            bytes.append(separator)
            bytes.append(contentsOf: NormalisedText(answer).bytes)
        }
        self.init(value: xxh64(bytes))
    }

    /// The fingerprint of an item.
    package init(_ item: Item) {
        self.init(kind: item.kind, text: item.text.plain, answer: item.answer?.plain)
    }
}

/// Stands between the parts of a digested text; no normalised text holds it.
private let separator: UInt8 = 0x1F

extension Item.Kind {
    /// Stored fingerprints rest on these: never change one.
    fileprivate var digit: UInt8 {
        switch self {
        case .definition: 1
        case .fact: 2
        case .question: 3
        case .cloze: 4
        }
    }
}
