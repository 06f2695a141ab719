/// Random numbers that repeat: the same seed gives the same numbers on every machine.
///
/// SplitMix64, of Steele, Lea and Flood, *Fast splittable pseudorandom number generators* (2014).
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    /// Seeds the generator with a text and a number, so that each card has numbers of its own.
    package init(text: String, number: Int) {
        // FNV-1a; the finishing steps of `next` spread its bits.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        self.init(seed: hash ^ UInt64(bitPattern: Int64(number)) &* 0x9e37_79b9_7f4a_7c15)
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A number of at least 0 and below 1.
    package mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }
}
