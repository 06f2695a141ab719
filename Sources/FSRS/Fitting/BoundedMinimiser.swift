/// Finds where a smooth function is least, inside bounds.
///
/// The BFGS method, on the curvature instead of its inverse, so that coordinates held at a bound can be left out
/// (Nocedal and Wright, "Numerical Optimization", chapters 6, 16 and 18).
package struct BoundedMinimiser {
    /// A point, the function there and its slopes.
    package struct Point {
        package var x: [Double]
        package var value: Double
        package var gradient: [Double]

        package init(x: [Double], value: Double, gradient: [Double]) {
            (self.x, self.value, self.gradient) = (x, value, gradient)
        }
    }

    package let bounds: [ClosedRange<Double>]
    /// The method ends when a step promises less than this.
    package var tolerance = 0.01
    package var mostSteps = 60

    package init(bounds: [ClosedRange<Double>], tolerance: Double = 0.01, mostSteps: Int = 60) {
        (self.bounds, self.tolerance, self.mostSteps) = (bounds, tolerance, mostSteps)
    }

    /// Follows the function down.
    ///
    /// - Parameters:
    ///   - start: Where to begin, inside the bounds.
    ///   - curvature: An estimate of the second derivatives at the start, bettered on the way.
    ///   - evaluate: The function and its slopes at a point.
    /// - Returns: The lowest point found, never higher than the start.
    package func minimum(
        from start: Point, curvature: inout SymmetricMatrix, evaluate: ([Double]) -> Point
    ) -> Point {
        var point = start
        for _ in 0..<mostSteps {
            guard let step = step(at: point, curvature: &curvature) else { break }
            guard let next = descend(from: point, along: step, evaluate: evaluate) else { break }
            update(&curvature, from: point, to: next)
            let gain = point.value - next.value
            point = next
            if gain < tolerance / 10 { break }
        }
        return point
    }

    /// Which coordinates are not held at a bound.
    func isFree(at point: Point) -> [Bool] {
        point.x.indices.map { index in
            !(point.x[index] <= bounds[index].lowerBound && point.gradient[index] > 0)
                && !(point.x[index] >= bounds[index].upperBound && point.gradient[index] < 0)
        }
    }

    /// The step to the least value of the quadratic model on the free coordinates, or nil when it is not worth it.
    private func step(at point: Point, curvature: inout SymmetricMatrix) -> [Double]? {
        let isFree = isFree(at: point)
        let down = point.gradient.map { -$0 }
        while true {
            if let step = curvature.solve(down, isFree: isFree) {
                let promise = dot(step, down) / 2
                return promise < tolerance ? nil : step
            }
            for index in 0..<curvature.size {
                curvature[index, index] += max(1, abs(curvature[index, index]))
            }
        }
    }

    /// Goes along a step, less far until the function falls; nil when it does not.
    private func descend(
        from point: Point, along step: [Double], evaluate: ([Double]) -> Point
    ) -> Point? {
        var share = 1.0
        for _ in 0..<12 {
            let x = point.x.indices.map { index in
                (point.x[index] + share * step[index]).clamped(to: bounds[index])
            }
            let moved = x.indices.map { x[$0] - point.x[$0] }
            let slope = dot(moved, point.gradient)
            let next = evaluate(x)
            if next.value <= point.value + 1e-4 * slope { return next }
            // The least value of the parabola through what is known.
            let curve = 2 * (next.value - point.value - slope)
            let best = curve > 0 ? -slope / curve : 0.5
            share *= best.clamped(to: 0.1...0.6)
        }
        return nil
    }

    /// Betters the curvature by what a step has shown, damped where the function bends the other way.
    private func update(
        _ curvature: inout SymmetricMatrix, from point: Point, to next: Point
    ) {
        let moved = point.x.indices.map { next.x[$0] - point.x[$0] }
        var change = point.x.indices.map { next.gradient[$0] - point.gradient[$0] }
        let expected = curvature * moved
        let bend = dot(moved, expected)
        guard bend > 0 else { return }
        let seen = dot(moved, change)
        if seen < 0.2 * bend {
            let share = 0.8 * bend / (bend - seen)
            change = change.indices.map { share * change[$0] + (1 - share) * expected[$0] }
        }
        let scale = dot(moved, change)
        for row in 0..<curvature.size {
            for column in 0...row {
                curvature[row, column] +=
                    change[row] * change[column] / scale - expected[row] * expected[column] / bend
            }
        }
    }

    private func dot(_ left: [Double], _ right: [Double]) -> Double {
        zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
