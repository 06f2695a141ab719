/// Makes the identity of an item seen for the first time.
///
/// It rests on what is seen and nothing else, so that two machines that see the same text give it
/// the same identity without talking.
///
/// - Parameters:
///   - kind: What sort of item it is.
///   - guide: The class and term it stands under: the same sentence under another term is another item.
///   - fingerprint: Of the text as first seen.
/// - Returns: Ten signs of Crockford's base 32 in lower case, 50 bits.
package func mintID(kind: Item.Kind, guide: Guide.ID, fingerprint: Fingerprint) -> Item.ID {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64)
    for text in [kind.rawValue, guide.description] {
        bytes += text.utf8
        bytes.append(0x1F)
    }
    for shift in stride(from: 0, to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: fingerprint.value >> UInt64(shift)))
    }
    let digest = xxh64(bytes)
    let signs = stride(from: 59, through: 14, by: -5).map { shift in
        alphabet[Int((digest >> UInt64(shift)) & 31)]
    }
    return Item.ID(String(decoding: signs, as: UTF8.self))
}

/// Makes a fresh identity for an item that was matched wrongly and is to begin anew.
///
/// - Parameters:
///   - sighting: The item as it stands.
///   - isTaken: Whether the ledger holds an identity, in use or not.
/// - Returns: What its text is minted to, numbered when that is taken.
/// - Throws: What `isTaken` throws.
package func mintID(
    for sighting: Sighting, unless isTaken: (Item.ID) throws -> Bool
) rethrows -> Item.ID {
    let stem = mintID(
        kind: sighting.kind, guide: sighting.guide, fingerprint: sighting.fingerprint)
    var number = 1
    while try isTaken(stem.numbered(number)) { number += 1 }
    return stem.numbered(number)
}

/// Digits and lower-case letters without i, l, o and u, which are misread or make words.
private let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

extension Item.ID {
    /// The nth identity of this stem: itself for 1, then with `-2`, `-3`, ….
    ///
    /// - Parameter number: From 1.
    /// - Returns: The numbered identity.
    func numbered(_ number: Int) -> Item.ID {
        number == 1 ? self : Item.ID("\(text)-\(number)")
    }

    /// The identity without the number that told it from others of the same text.
    var stem: Item.ID {
        guard let hyphen = text.lastIndex(of: "-"), Int(text[text.index(after: hyphen)...]) != nil
        else { return self }
        return Item.ID(String(text[..<hyphen]))
    }
}
