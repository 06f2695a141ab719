/// A maximum that is smooth in its arguments: temperature · ln Σ e^(value / temperature).
///
/// It is above the true maximum by at most temperature · ln(number of options).
enum SoftMaximum {
    /// Options worse than the best by more than this many temperatures have no share.
    static let reach: Float = 16

    /// The part of an option in the sum of the soft maximum; 1 for the best.
    @inline(__always)
    static func part(_ value: Float, best: Float, temperature: Float) -> Float {
        let distance = (value - best) / temperature
        return distance < -reach ? 0 : distance == 0 ? 1 : exponential(distance)
    }

    /// The soft maximum, once the parts are summed.
    @inline(__always)
    static func value(best: Float, sum: Float, temperature: Float) -> Float {
        sum <= 1 ? best : best + temperature * logarithm(sum)
    }
}
