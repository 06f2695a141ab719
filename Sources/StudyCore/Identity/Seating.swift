/// Finds for each text that stands now the one item that it is on every device.
struct Seating {
    /// A text, and which of its copies in the guide.
    private struct Seat: Hashable, Comparable {
        let text: TextPlace
        let copy: Int

        static func < (left: Seat, right: Seat) -> Bool {
            (left.text, left.copy) < (right.text, right.copy)
        }
    }

    /// What the devices say of a seat.
    private struct Claims {
        let kind: Item.Kind
        /// Which item it is on each device that holds the text.
        var items: [(device: Int, item: Item.ID)] = []
        /// When an item was first said to be it.
        var times: [Item.ID: Timestamp] = [:]
    }

    private struct Tenancy: Hashable {
        let device: Int
        let item: Item.ID
    }

    private let histories: [DeviceHistory]
    private let sets: IdentitySets
    private var claims: [Seat: Claims] = [:]
    private var tenants: [Seat: Item.ID] = [:]
    private var tenancies: Set<Tenancy> = []

    init(_ histories: [DeviceHistory], _ sets: IdentitySets) {
        self.histories = histories
        self.sets = sets
        var counts: [TextPlace: [Item.ID: Int]] = [:]
        let devices = histories.map { history in
            var texts: [TextPlace: [LedgerLine]] = [:]
            for (item, line) in history.standing {
                guard let text = line.text else { continue }
                var line = line
                line.id = sets.root(of: item)
                texts[text, default: []].append(line)
                counts[text, default: [:]][line.id, default: 0] += 1
            }
            return texts
        }
        for (device, texts) in devices.enumerated() {
            for (text, lines) in texts {
                // Copies about which more devices agree come first, so that all count them alike.
                let ordered = lines.sorted { left, right in
                    let (ours, theirs) = (counts[text]?[left.id] ?? 0, counts[text]?[right.id] ?? 0)
                    return ours == theirs ? sets.isEarlier(left.id, right.id) : ours > theirs
                }
                for (copy, line) in ordered.enumerated() {
                    add(line, at: Seat(text: text, copy: copy), on: device)
                }
            }
        }
    }

    private mutating func add(_ line: LedgerLine, at seat: Seat, on device: Int) {
        var known = claims[seat] ?? Claims(kind: line.kind)
        known.items.append((device, line.id))
        known.times[line.id] = min(known.times[line.id] ?? line.time, line.time)
        claims[seat] = known
    }

    /// The items of all texts about which the devices do not agree or that stand more than once.
    mutating func seats() -> [TextPlace: [Item.ID]] {
        for (seat, claims) in claims where claims.times.count == 1 {
            if let item = claims.times.keys.first { give(seat, to: item) }
        }
        for (seat, item) in contested { give(seat, to: item) }
        for seat in claims.keys.filter({ tenants[$0] == nil }).sorted() {
            give(seat, to: freshItem(for: seat))
        }
        let isListed = { [claims] (seat: Seat) in
            seat.copy > 0 || (claims[seat]?.times.count ?? 0) > 1
        }
        let listed = Set(claims.keys.filter(isListed).map(\.text))
        return tenants.filter { listed.contains($0.key.text) }.sorted { $0.key < $1.key }
            .reduce(into: [:]) { $0[$1.key.text, default: []].append($1.value) }
    }

    /// The claims to seats that are claimed by several: what another claimant knows to be wrong comes
    /// last, then the item seen first is heard first, and where it was first said to be.
    private var contested: [(seat: Seat, item: Item.ID)] {
        claims.filter { $0.value.times.count > 1 }.flatMap { seat, claims in
            claims.times.map { item, time in
                (seat: seat, item: item, time: time, isRefuted: isRefuted(item, at: seat))
            }
        }.sorted { left, right in
            if left.isRefuted != right.isRefuted { return right.isRefuted }
            if left.item != right.item { return sets.isEarlier(left.item, right.item) }
            return left.time == right.time ? left.seat < right.seat : left.time < right.time
        }.map { ($0.seat, $0.item) }
    }

    /// Whether a device that takes a text for another item knew the claimed one beside it.
    private func isRefuted(_ item: Item.ID, at seat: Seat) -> Bool {
        (claims[seat]?.items ?? []).contains {
            $0.item != item && sets.areApart(item, $0.item, by: histories[$0.device])
        }
    }

    /// Seats an item unless another sits there, or it sits at another text beside it.
    private mutating func give(_ seat: Seat, to item: Item.ID) {
        guard tenants[seat] == nil, let claimants = claims[seat]?.items else { return }
        let wanted = claimants.map { Tenancy(device: $0.device, item: item) }
        guard wanted.allSatisfy({ !tenancies.contains($0) }) else { return }
        tenants[seat] = item
        tenancies.formUnion(wanted)
    }

    /// The identity that a device gives to a text that is none of those it knows.
    private func freshItem(for seat: Seat) -> Item.ID {
        let stem = mintID(
            kind: claims[seat]?.kind ?? .fact, guide: seat.text.guide,
            fingerprint: seat.text.fingerprint)
        return (1...).lazy.map { stem.numbered($0) }.first {
            !sets.isKnown($0) && !tenants.values.contains($0)
        } ?? stem
    }
}
