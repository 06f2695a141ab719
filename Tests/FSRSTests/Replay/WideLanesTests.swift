import Testing

@testable import FSRS

@Suite("Functions of eight numbers at once")
struct WideLanesTests {
    @Test("exponentials keep what the 1 would swallow")
    func exponentials() {
        var random = RandomModels(seed: 7)
        for round in 0..<2000 {
            // From numbers too small to matter up to the largest.
            let size = exponential(random.number(in: -30...6))
            let x = WideLanes(repeating: round.isMultiple(of: 2) ? size : -size)
            let exact = minusOne(x[3])
            let error = abs(exponentialMinusOne(x)[3] - exact)
            #expect(
                error <= (4e-16 + 2e-16 * size) * max(abs(exact), 1) || error < 1e-15 * abs(exact))
            if size < 0.3 { #expect(isClose(exponentialMinusOne(x)[3], exact, relative: 1e-15)) }
        }
        #expect(exponentialMinusOne(.zero) == .zero)
    }

    @Test("logarithms are as good as one by one")
    func logarithms() {
        var random = RandomModels(seed: 8)
        for _ in 0..<2000 {
            var x = WideLanes.zero
            for lane in x.indices { x[lane] = exponential(random.number(in: -300...300)) }
            let logarithms: WideLanes = logarithm(x)
            for lane in x.indices {
                #expect(isClose(logarithms[lane], logarithm(x[lane]), relative: 8e-16))
            }
            // Near 1, where the logarithm is small.
            let near = 1 + exponential(random.number(in: -30 ... -1))
            let small: WideLanes = logarithm(WideLanes(repeating: near))
            #expect(isClose(small[0], logarithm(near), relative: 8e-16))
        }
        let one: WideLanes = logarithm(WideLanes(repeating: 1))
        #expect(one == .zero)
    }

    /// eˣ − 1, near 0 by its series.
    private func minusOne(_ x: Double) -> Double {
        guard abs(x) < 0.3 else { return exponential(x) - 1 }
        return x * (1...20).reversed().reduce(1) { 1 + x / Double($1 + 1) * $0 }
    }
}
