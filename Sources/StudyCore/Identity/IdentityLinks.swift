/// Which identities are read as another's: what was reviewed under the old one counts for the new.
package struct IdentityLinks: Hashable, Sendable {
    /// Each old identity with the one it was linked to.
    package private(set) var targets: [Item.ID: Item.ID] = [:]

    package init() {}

    /// The identity under which the history of an item is read.
    package func canonical(_ id: Item.ID) -> Item.ID {
        var id = id
        while let target = targets[id] { id = target }
        return id
    }

    /// Has the history of one item read as another's.
    ///
    /// - Parameters:
    ///   - old: The item whose history goes over, not linked yet.
    ///   - new: The item that takes it.
    /// - Throws: `IdentityLinkError` when `old` is linked already or the link would close a ring.
    package mutating func link(
        _ old: Item.ID, to new: Item.ID
    ) throws(IdentityLinkError) {
        if old == new { throw .toItself(old) }
        if let target = targets[old] { throw .alreadyLinked(old, to: target) }
        if canonical(new) == old { throw .ring(old, to: new) }
        targets[old] = new
    }

    /// Gives an item its history back.
    ///
    /// - Parameter old: The item whose history went over.
    /// - Returns: The item it was linked to.
    /// - Throws: `IdentityLinkError` when `old` is not linked.
    @discardableResult
    package mutating func unlink(_ old: Item.ID) throws(IdentityLinkError) -> Item.ID {
        guard let target = targets.removeValue(forKey: old) else { throw .notLinked(old) }
        return target
    }

    /// The links with what a merging of ledgers found to be one item.
    ///
    /// - Parameter aliases: Merged identities with those they were merged into.
    /// - Returns: Links under which every linked and every merged pair has one canonical identity;
    ///   where both speak, the link made by hand says which.
    package func merging(_ aliases: [Item.ID: Item.ID]) -> IdentityLinks {
        var result = self
        for (merged, kept) in aliases.sorted(by: { $0.key < $1.key }) {
            let (left, right) = (result.canonical(merged), result.canonical(kept))
            if left == right { continue }
            if targets[merged] != nil, targets[kept] == nil {
                result.targets[right] = left
            } else {
                result.targets[left] = right
            }
        }
        return result
    }
}

/// Why two identities cannot be linked, or not be parted.
package enum IdentityLinkError: Error, Hashable, Sendable, CustomStringConvertible {
    case toItself(Item.ID)
    case alreadyLinked(Item.ID, to: Item.ID)
    case ring(Item.ID, to: Item.ID)
    case notLinked(Item.ID)

    package var description: String {
        switch self {
        case .toItself(let id):
            "an item cannot be linked to itself (\(id)); name the old item and the new one"
        case .alreadyLinked(let id, let target):
            "\(id) is already linked to \(target); unlink \(id) first"
        case .ring(let old, let new):
            "\(new) is itself read as \(old); unlink \(new) first, or link the other way round"
        case .notLinked(let id):
            "\(id) is not linked to another item"
        }
    }
}
