/// Numbers of eight cards at once in double precision.
typealias WideLanes = SIMD8<Double>

extension WideLanes {
    /// The bits of each number.
    ///
    /// Safe: both vectors have the same size, and every pattern of bits is a number of either.
    @inline(__always)
    fileprivate var bits: SIMD8<UInt64> { unsafe unsafeBitCast(self, to: SIMD8<UInt64>.self) }

    /// The numbers with these bits.
    @inline(__always)
    init(bits: SIMD8<UInt64>) {
        self = unsafe unsafeBitCast(bits, to: WideLanes.self)
    }

    /// Adding it rounds to a whole number, which then stands in the lowest bits: 1.5 · 2⁵².
    @inline(__always)
    static var rounder: Double { 6_755_399_441_055_744 }

    @inline(__always)
    fileprivate static var ln2: Double { 0.693_147_180_559_945_3 }

    /// These numbers moved into `range`; none of them may be NaN.
    @inline(__always)
    func clamped(to range: ClosedRange<Double>) -> WideLanes {
        let raised = replacing(with: range.lowerBound, where: self .< range.lowerBound)
        return raised.replacing(with: range.upperBound, where: raised .> range.upperBound)
    }
}

/// e to the power of each number between −700 and 700, less 1.
///
/// Near 0 nothing is lost by the 1. The error is at most 4 · 10⁻¹⁶ of the result or of the power, whichever is less,
/// and 2 · 10⁻¹⁶ more for each unit of the exponent. The quotient of polynomials is that of the Cephes library's `exp`.
@inline(__always)
func exponentialMinusOne(_ x: WideLanes) -> WideLanes {
    let shifted = x * 1.4426950408889634 + WideLanes.rounder
    let whole = shifted - WideLanes.rounder
    let r = x - whole * WideLanes.ln2
    let square = r * r
    var p = 1.26177193074810590878e-4 * square + 3.02994407707441961300e-2
    p = (p * square + 9.99999999999999999910e-1) * r
    var q = 3.00198505138664455042e-6 * square + 2.52448340349684104192e-3
    q = q * square + 2.27265548208155028766e-1
    q = q * square + 2
    let tail = 2 * p / (q - p)
    let power = WideLanes(bits: (shifted.bits &<< 52) &+ 0x3FF0_0000_0000_0000)
    return tail * power + (power - 1)
}

/// The natural logarithm of each number, which must be above 0 and not subnormal, to 8 · 10⁻¹⁶ of it.
///
/// The polynomial is that of the FreeBSD library's `log`.
@inline(__always)
func logarithm(_ x: WideLanes) -> WideLanes {
    // The exponent that leaves a mantissa between √½ and √2.
    let offset = x.bits &- 0x3FE6_A09E_667F_3BCD
    let mantissa = WideLanes(bits: x.bits &- (offset & 0xFFF0_0000_0000_0000))
    let exponent =
        WideLanes(
            bits: ((offset &+ 0x8000_0000_0000_0000) &>> 52) &+ WideLanes.rounder.bitPattern)
        - (WideLanes.rounder + 2048)
    let f = mantissa - 1
    let s = f / (f + 2)
    let square = s * s
    let fourth = square * square
    var even = 1.531383769920937332e-01 * fourth + 2.222219843214978396e-01
    even = (even * fourth + 3.999999999940941908e-01) * fourth
    var odd = 1.479819860511658591e-01 * fourth + 1.818357216161805012e-01
    odd = odd * fourth + 2.857142874366239149e-01
    odd = (odd * fourth + 6.666666666666735130e-01) * square
    return exponent * WideLanes.ln2 + s * (2 + (odd + even))
}
