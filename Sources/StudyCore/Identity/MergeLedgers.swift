/// What the ledgers of several devices say together.
package struct MergedLedgers: Hashable, Sendable {
    /// Where each identity went that is one with another: to the one seen first.
    ///
    /// Targets are never keys.
    package let aliases: [Item.ID: Item.ID]
    /// The items of the texts that stand now and about which the devices do not agree, or which stand
    /// more than once in a guide: those in reading order are these in order.
    package let seats: [TextPlace: [Item.ID]]

    /// Which item a text is.
    ///
    /// - Parameters:
    ///   - id: What the device that reads it took it for.
    ///   - text: Where it stands.
    ///   - copy: How often the same text stood before in the same guide.
    /// - Returns: The same on every device.
    package func id(of id: Item.ID, at text: TextPlace, copy: Int = 0) -> Item.ID {
        if let seats = seats[text], copy < seats.count { return seats[copy] }
        return aliases[id] ?? id
    }
}

/// Unites the ledgers of several devices.
///
/// Identities that had the same text under the same term are one item, unless a device told them
/// apart: they stood side by side there, or it gave that text first to one and then to the other. A text
/// that still is one item here and another there goes to the one that was seen first and is not
/// another text's beside it.
///
/// The result depends on the set of lines and on nothing else, so that devices with the same lines
/// agree about every text, however they came by them.
///
/// - Parameters:
///   - lines: All lines of all devices, in any order; a line may come twice.
///   - links: What is read as another already, by earlier merges or by hand.
/// - Returns: Which identities are one, and which text is which item.
package func mergeLedgers(
    _ lines: [LedgerLine], linked links: IdentityLinks = IdentityLinks()
) -> MergedLedgers {
    let lines = lines.map { line in
        var line = line
        line.id = links.canonical(line.id)
        return line
    }
    let histories = DeviceHistory.histories(of: lines)
    var sets = IdentitySets(lines, histories)
    for ids in sharedTexts(lines) {
        for (position, id) in ids.enumerated() {
            for other in ids[..<position] { sets.unite(id, other) }
        }
    }
    var aliases = sets.aliases
    for linked in links.targets.keys { aliases[linked] = sets.root(of: links.canonical(linked)) }
    var seating = Seating(histories, sets)
    return MergedLedgers(aliases: aliases, seats: seating.seats())
}

/// The identities of each text that had more than one, in an order that the lines alone decide.
private func sharedTexts(_ lines: [LedgerLine]) -> [[Item.ID]] {
    var texts: [TextPlace: Set<Item.ID>] = [:]
    for line in lines {
        if let text = line.text { texts[text, default: []].insert(line.id) }
    }
    return texts.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { $0.value.sorted() }
}
