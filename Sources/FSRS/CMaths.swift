// The only file of this module that imports anything: the platform's C mathematics.

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// e to the power of `value`.
@inline(__always)
func exponential(_ value: Double) -> Double { exp(value) }

/// The natural logarithm of `value`.
@inline(__always)
func logarithm(_ value: Double) -> Double { log(value) }

/// `base` to the power of `exponent`.
@inline(__always)
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

/// 2 / √π times the integral of e^(−t²) from `value` to infinity.
func complementaryError(_ value: Double) -> Double { erfc(value) }

extension Double {
    /// This number moved into `range`; NaN becomes the lower bound.
    ///
    /// Comparisons instead of `min` and `max`, because those hand a NaN on.
    @inline(__always)
    func clamped(to range: ClosedRange<Double>) -> Double {
        guard self > range.lowerBound else { return range.lowerBound }
        return self < range.upperBound ? self : range.upperBound
    }
}
