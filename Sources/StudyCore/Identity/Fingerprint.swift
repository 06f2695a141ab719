/// A 64-bit digest of an item's normalised text: equal texts, equal fingerprints, on every machine.
package struct Fingerprint: Hashable, Sendable {
    package let value: UInt64

    package init(value: UInt64) {
        self.value = value
    }
}
