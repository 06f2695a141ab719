/// A random number generator whose numbers depend on its seed alone, on every machine.
///
/// SplitMix64 of Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
public struct SeededGenerator: RandomNumberGenerator, Hashable, Sendable {
    private var state: UInt64

    /// Starts the sequence of `seed`.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// A random number of at least 0 and below 1.
    public mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }
}

extension SeededGenerator {
    /// A random number of the standard normal distribution, as the sum of twelve even ones: never beyond ±6.
    package mutating func normal() -> Double {
        (0..<12).reduce(-6) { sum, _ in sum + unit() }
    }
}
