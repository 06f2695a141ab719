/// What a device's ledger tells of its items: which stood when, and with which texts.
struct DeviceHistory {
    /// Where each item stands by the newest line.
    private(set) var standing: [Item.ID: LedgerLine] = [:]
    /// From which line to which each item stood; the last stretch may still go on.
    private var stretches: [Item.ID: [Range<Int>]] = [:]
    private var texts: [Item.ID: Set<TextPlace>] = [:]

    /// The histories of all devices that wrote lines.
    ///
    /// - Parameter lines: In any order; a line may come twice.
    /// - Returns: In the order of the devices' names.
    static func histories(of lines: [LedgerLine]) -> [DeviceHistory] {
        Dictionary(grouping: Set(lines), by: \.event.device).sorted { $0.key < $1.key }.map {
            var history = DeviceHistory()
            for line in $0.value.sorted(by: { $0.event < $1.event }) { history.add(line) }
            return history
        }
    }

    private mutating func add(_ line: LedgerLine) {
        let (item, number) = (line.id, line.event.sequence)
        if let text = line.text {
            if standing.updateValue(line, forKey: item) == nil {
                stretches[item, default: []].append(number..<Int.max)
            }
            texts[item, default: []].insert(text)
        } else if standing.removeValue(forKey: item) != nil, let begun = stretches[item]?.popLast()
        {
            stretches[item]?.append(begun.lowerBound..<max(begun.lowerBound, number))
        }
    }

    /// Whether the device holds two identities for two items: they stood at the same time, or the
    /// same text was first one and then the other.
    func tellsApart(_ left: Item.ID, _ right: Item.ID) -> Bool {
        guard let ours = stretches[left], let theirs = stretches[right] else { return false }
        return ours.contains { stretch in theirs.contains { $0.overlaps(stretch) } }
            || texts[left]?.isDisjoint(with: texts[right] ?? []) == false
    }
}
