/// So many of so many.
package struct Proportion: Hashable, Sendable {
    package let right: Int
    package let all: Int

    package init(right: Int, of all: Int) {
        self.right = right
        self.all = all
    }

    /// From 0 to 1; nil of none.
    package var share: Double? { all > 0 ? Double(right) / Double(all) : nil }

    /// Where the true share lies, 95 times of 100: Wilson's interval; from 0 to 1 of none.
    ///
    /// Wilson, E. B. (1927), *Probable inference, the law of succession, and statistical inference*.
    /// It stays inside 0 to 1 and makes sense for few answers, and for none or all right.
    package var interval: ClosedRange<Double> {
        guard all > 0 else { return 0...1 }
        let (count, share) = (Double(all), Double(right) / Double(all))
        let squared = Self.deviations * Self.deviations
        let middle = (share + squared / (2 * count)) / (1 + squared / count)
        let spread =
            Self.deviations / (1 + squared / count)
            * (share * (1 - share) / count + squared / (4 * count * count)).squareRoot()
        let low = right == 0 ? 0 : max(0, middle - spread)
        return low...(right == all ? 1 : max(low, min(1, middle + spread)))
    }

    /// Standard deviations of a normal distribution that hold 95 % between them.
    private static let deviations = 1.959964
}
