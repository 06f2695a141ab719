/// A small symmetric matrix.
package struct SymmetricMatrix: Sendable {
    package let size: Int
    /// The lower triangle, row by row.
    private var entries: [Double]

    package init(size: Int) {
        self.size = size
        entries = Array(repeating: 0, count: size * (size + 1) / 2)
    }

    package subscript(row: Int, column: Int) -> Double {
        get { entries[Self.place(row, column)] }
        set { entries[Self.place(row, column)] = newValue }
    }

    private static func place(_ row: Int, _ column: Int) -> Int {
        row >= column ? row * (row + 1) / 2 + column : column * (column + 1) / 2 + row
    }

    package static func * (matrix: SymmetricMatrix, vector: [Double]) -> [Double] {
        (0..<matrix.size).map { row in
            var sum = 0.0
            for column in 0..<matrix.size { sum += matrix[row, column] * vector[column] }
            return sum
        }
    }

    /// The vector that the matrix turns into `right`, by Cholesky's method on the rows that are free.
    ///
    /// - Parameters:
    ///   - right: The right-hand side.
    ///   - isFree: Which entries may differ from 0.
    /// - Returns: The solution, 0 in the rows that are not free; nil when the matrix is not positive definite there.
    package func solve(_ right: [Double], isFree: [Bool]) -> [Double]? {
        let rows = (0..<size).filter { isFree[$0] }
        return factor(rows).map { solve(right, in: rows, by: $0) }
    }

    /// The inverse on the rows that are free, 0 in the others; nil when the matrix is not positive definite there.
    func inverse(isFree: [Bool]) -> SymmetricMatrix? {
        let rows = (0..<size).filter { isFree[$0] }
        guard let lower = factor(rows) else { return nil }
        var inverse = SymmetricMatrix(size: size)
        for row in rows {
            var unit = Array(repeating: 0.0, count: size)
            unit[row] = 1
            let solution = solve(unit, in: rows, by: lower)
            for column in 0...row { inverse[row, column] = solution[column] }
        }
        return inverse
    }

    /// The lower triangle that gives some rows when multiplied by its mirror image; nil when there is none.
    private func factor(_ rows: [Int]) -> [Double]? {
        var lower = Array(repeating: 0.0, count: rows.count * (rows.count + 1) / 2)
        for row in rows.indices {
            let start = row * (row + 1) / 2
            for column in 0...row {
                let other = column * (column + 1) / 2
                var sum = self[rows[row], rows[column]]
                for inner in 0..<column { sum -= lower[start + inner] * lower[other + inner] }
                if row == column {
                    guard sum > 0 else { return nil }
                    lower[start + row] = sum.squareRoot()
                } else {
                    lower[start + column] = sum / lower[other + column]
                }
            }
        }
        return lower
    }

    private func solve(_ right: [Double], in rows: [Int], by lower: [Double]) -> [Double] {
        var solution = rows.map { right[$0] }
        for row in rows.indices {
            let start = row * (row + 1) / 2
            for inner in 0..<row { solution[row] -= lower[start + inner] * solution[inner] }
            solution[row] /= lower[start + row]
        }
        for row in rows.indices.reversed() {
            let start = row * (row + 1) / 2
            solution[row] /= lower[start + row]
            for inner in 0..<row { solution[inner] -= lower[start + inner] * solution[row] }
        }
        var all = Array(repeating: 0.0, count: size)
        for (place, row) in rows.enumerated() { all[row] = solution[place] }
        return all
    }
}
