/// The fewest typing slips between two texts: a letter added, left out, changed, or two swapped.
///
/// Optimal string alignment (Damerau 1964, restricted: no stretch is edited twice).
///
/// - Parameters:
///   - left: One text.
///   - right: The other.
///   - limit: The most that matters.
/// - Returns: The distance; nil when it is above the limit.
package func editDistance(_ left: String, _ right: String, limit: Int) -> Int? {
    let left = Array(left)
    let right = Array(right)
    guard abs(left.count - right.count) <= limit else { return nil }
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
        var current = [row]
        current.reserveCapacity(right.count + 1)
        for column in 1...right.count {
            let isSame = left[row - 1] == right[column - 1]
            var cost = min(
                last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
            if row > 1, column > 1, left[row - 1] == right[column - 2],
                left[row - 2] == right[column - 1]
            {
                cost = min(cost, beforeLast[column - 2] + 1)
            }
            current.append(cost)
        }
        guard current.min() ?? 0 <= limit else { return nil }
        beforeLast = last
        last = current
    }
    return last[right.count] <= limit ? last[right.count] : nil
}
