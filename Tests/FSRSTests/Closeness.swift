/// Whether two numbers differ by at most a share of the wanted one; NaN is close to nothing.
func isClose(_ value: Double, _ wanted: Double, relative: Double) -> Bool {
    abs(value - wanted) <= relative * max(abs(wanted), .leastNormalMagnitude)
}
