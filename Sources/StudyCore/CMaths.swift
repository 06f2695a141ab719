// The platform's C mathematics, for this module alone.

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

/// e to the power of `value`, in single precision.
@inline(__always)
func exponential(_ value: Float) -> Float { expf(value) }

/// The natural logarithm of `value`.
@inline(__always)
func logarithm(_ value: Double) -> Double { log(value) }

/// The natural logarithm of `value`, in single precision.
@inline(__always)
func logarithm(_ value: Float) -> Float { logf(value) }
