/// One line of a ledger: an item was given this identity with this text.
package struct LedgerLine: Hashable, Sendable {
    package var id: Item.ID
    package var kind: Item.Kind
    package var guide: Guide.ID
    package var fingerprint: Fingerprint
    package var time: Timestamp
    /// The device that wrote the line, and its running number there.
    package var event: EventID

    package init(
        id: Item.ID, kind: Item.Kind, guide: Guide.ID, fingerprint: Fingerprint, time: Timestamp,
        event: EventID
    ) {
        self.id = id
        self.kind = kind
        self.guide = guide
        self.fingerprint = fingerprint
        self.time = time
        self.event = event
    }

    /// The id that this text is minted to, whatever it was given.
    fileprivate var stem: Item.ID { mintID(kind: kind, guide: guide, fingerprint: fingerprint) }
}

/// Unites the ledgers of several devices.
///
/// Identities that had the same text under the same term are one item. An exception is one minted
/// by a device that had written a line of the other before: it saw both stand side by side.
///
/// - Parameter lines: All lines of all devices, in any order; a line may come twice.
/// - Returns: Where each merged identity went: to the one with the earliest line, of two with the
///   same time to the lesser. Targets are never keys. Devices with the same lines agree.
package func mergeLedgers(_ lines: [LedgerLine]) -> [Item.ID: Item.ID] {
    var texts: [TextPlace: [LedgerLine]] = [:]
    for line in lines {
        texts[TextPlace(guide: line.guide, fingerprint: line.fingerprint), default: []].append(line)
    }
    let shared = texts.values.filter { group in group.contains { $0.id != group[0].id } }
    if shared.isEmpty { return [:] }

    let knowledge = Knowledge(lines)
    var sets = IdentitySets(lines)
    let ordered = shared.map { group in Set(group.map(\.id)).sorted() }
        .sorted { $0.lexicographicallyPrecedes($1) }
    for ids in ordered {
        for (position, id) in ids.enumerated() {
            for other in ids[..<position] where !knowledge.tellsApart(id, other) {
                sets.unite(id, other)
            }
        }
    }
    return sets.aliases()
}

private struct TextPlace: Hashable {
    let guide: Guide.ID
    let fingerprint: Fingerprint
}

/// Which identities a device knew when it minted another.
private struct Knowledge {
    /// Where each identity was minted: device and running number.
    private var mintings: [Item.ID: [EventID]] = [:]
    /// The first line of an identity on each device.
    private var firstLines: [Item.ID: [String: Int]] = [:]

    init(_ lines: [LedgerLine]) {
        for line in lines {
            let first = firstLines[line.id]?[line.event.device] ?? .max
            firstLines[line.id, default: [:]][line.event.device] = min(first, line.event.sequence)
            if line.id.stem == line.stem { mintings[line.id, default: []].append(line.event) }
        }
    }

    func tellsApart(_ left: Item.ID, _ right: Item.ID) -> Bool {
        left.stem == right.stem || isMinted(left, knowing: right) || isMinted(right, knowing: left)
    }

    private func isMinted(_ id: Item.ID, knowing other: Item.ID) -> Bool {
        (mintings[id] ?? []).contains { minting in
            (firstLines[other]?[minting.device]).map { $0 < minting.sequence } ?? false
        }
    }
}

/// Identities that are one, as disjoint sets.
private struct IdentitySets {
    private var parents: [Item.ID: Item.ID] = [:]
    private var firstTimes: [Item.ID: Timestamp] = [:]

    init(_ lines: [LedgerLine]) {
        for line in lines {
            firstTimes[line.id] = min(firstTimes[line.id] ?? line.time, line.time)
        }
    }

    private func root(of id: Item.ID) -> Item.ID {
        var id = id
        while let parent = parents[id] { id = parent }
        return id
    }

    mutating func unite(_ left: Item.ID, _ right: Item.ID) {
        let (left, right) = (root(of: left), root(of: right))
        if left == right { return }
        if isEarlier(left, right) { parents[right] = left } else { parents[left] = right }
    }

    private func isEarlier(_ left: Item.ID, _ right: Item.ID) -> Bool {
        guard let leftTime = firstTimes[left], let rightTime = firstTimes[right],
            leftTime != rightTime
        else { return left < right }
        return leftTime < rightTime
    }

    func aliases() -> [Item.ID: Item.ID] {
        var aliases: [Item.ID: Item.ID] = [:]
        for id in parents.keys { aliases[id] = root(of: id) }
        return aliases
    }
}
