/// Identities that are one item, as disjoint sets; no two that a device tells apart are in one.
struct IdentitySets {
    /// The identity that stands for each set of several, by member.
    private var roots: [Item.ID: Item.ID] = [:]
    /// Each such set, by the identity that stands for it.
    private var members: [Item.ID: [Item.ID]] = [:]
    private var firstTimes: [Item.ID: Timestamp] = [:]
    private let histories: [DeviceHistory]

    /// - Parameters:
    ///   - lines: The lines that speak of the identities, linked ones under those they are read as.
    ///   - histories: What the devices that wrote them know.
    init(_ lines: [LedgerLine], _ histories: [DeviceHistory]) {
        self.histories = histories
        for line in lines {
            firstTimes[line.id] = min(firstTimes[line.id] ?? line.time, line.time)
        }
    }

    /// The identity that stands for the set of another: the one seen first.
    func root(of id: Item.ID) -> Item.ID { roots[id] ?? id }

    /// Whether any line speaks of an identity.
    func isKnown(_ id: Item.ID) -> Bool { firstTimes[id] != nil }

    /// Whether an identity was seen before another; of two seen at the same time, the lesser was.
    func isEarlier(_ left: Item.ID, _ right: Item.ID) -> Bool {
        guard let leftTime = firstTimes[left], let rightTime = firstTimes[right],
            leftTime != rightTime
        else { return left < right }
        return leftTime < rightTime
    }

    /// Makes two sets one, unless a device tells any of their members apart.
    mutating func unite(_ left: Item.ID, _ right: Item.ID) {
        let (first, second) = (root(of: left), root(of: right))
        if first == second { return }
        let (kept, merged) = isEarlier(first, second) ? (first, second) : (second, first)
        if histories.contains(where: { areApart(kept, merged, by: $0) }) { return }
        let (ours, theirs) = (members[kept] ?? [kept], members[merged] ?? [merged])
        for id in theirs { roots[id] = kept }
        members[merged] = nil
        members[kept] = ours + theirs
    }

    /// Whether a device tells any two members of two sets apart.
    ///
    /// - Parameters:
    ///   - left: The identity that stands for one set.
    ///   - right: The identity that stands for the other.
    ///   - history: What the device knows.
    /// - Returns: True when it does.
    func areApart(_ left: Item.ID, _ right: Item.ID, by history: DeviceHistory) -> Bool {
        (members[left] ?? [left]).contains { one in
            (members[right] ?? [right]).contains { history.tellsApart(one, $0) }
        }
    }

    /// Each identity that is one with an earlier one, with that.
    var aliases: [Item.ID: Item.ID] { roots }
}
