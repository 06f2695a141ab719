/// Numbers of eight cards at once; single precision is ample for a gradient.
typealias Lanes = SIMD8<Float>

extension Lanes {
    /// The bits of each number.
    ///
    /// Safe: both vectors have the same size, and every pattern of bits is a number of either.
    @inline(__always)
    fileprivate var bits: SIMD8<UInt32> { unsafe unsafeBitCast(self, to: SIMD8<UInt32>.self) }

    @inline(__always)
    fileprivate init(bits: SIMD8<UInt32>) {
        self = unsafe unsafeBitCast(bits, to: Lanes.self)
    }

    /// Adding it rounds to a whole number, which then stands in the lowest bits.
    @inline(__always)
    fileprivate static var rounder: Float { 12_582_912 }

    /// ln 2 in two parts, the first one exact in few bits.
    @inline(__always)
    fileprivate static var ln2: (high: Float, low: Float) { (0.693359375, -2.12194440e-4) }

    /// The values at or above `bound`, and `bound` for the others.
    @inline(__always)
    func atLeast(_ bound: Float) -> Lanes { replacing(with: bound, where: self .< bound) }

    /// The values at or below `bound`, and `bound` for the others.
    @inline(__always)
    func atMost(_ bound: Float) -> Lanes { replacing(with: bound, where: self .> bound) }
}

/// e to the power of each number between −87 and 87, to 2 units in the last place.
///
/// The polynomial is that of the Cephes library's `expf`.
@inline(__always)
func exponential(_ x: Lanes) -> Lanes {
    let shifted = x * 1.442695041 + Lanes.rounder
    let whole = shifted - Lanes.rounder
    let r = x - whole * Lanes.ln2.high - whole * Lanes.ln2.low
    var p = 1.9875691500e-4 * r + 1.3981999507e-3
    p = p * r + 8.3334519073e-3
    p = p * r + 4.1665795894e-2
    p = p * r + 1.6666665459e-1
    p = p * r + 5.0000001201e-1
    let power = Lanes(bits: (shifted.bits &<< 23) &+ 0x3F80_0000)
    return (p * (r * r) + r + 1) * power
}

/// The natural logarithm of each number, which must be above 0 and not subnormal, to 2 units in the last place.
///
/// The polynomial is that of the Cephes library's `logf`.
@inline(__always)
func logarithm(_ x: Lanes) -> Lanes {
    // The exponent that leaves a mantissa between √½ and √2.
    let offset = x.bits &- 0x3F35_04F3
    let mantissa = Lanes(bits: x.bits &- (offset & 0xFF80_0000))
    let signedExponent = ((offset &+ 0x8000_0000) &>> 23) &- 256
    let exponent = Lanes(bits: signedExponent &+ Lanes.rounder.bitPattern) - Lanes.rounder
    let f = mantissa - 1
    let square = f * f
    var p = 7.0376836292e-2 * f - 1.1514610310e-1
    p = p * f + 1.1676998740e-1
    p = p * f - 1.2420140846e-1
    p = p * f + 1.4249322787e-1
    p = p * f - 1.6668057665e-1
    p = p * f + 2.0000714765e-1
    p = p * f - 2.4999993993e-1
    p = p * f + 3.3333331174e-1
    let tail = p * f * square + exponent * Lanes.ln2.low - 0.5 * square
    return f + tail + exponent * Lanes.ln2.high
}
