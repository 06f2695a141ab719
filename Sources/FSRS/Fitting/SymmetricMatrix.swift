/// A small symmetric matrix.
struct SymmetricMatrix {
    let size: Int
    /// The lower triangle, row by row.
    private var entries: [Double]

    init(size: Int) {
        self.size = size
        entries = Array(repeating: 0, count: size * (size + 1) / 2)
    }

    subscript(row: Int, column: Int) -> Double {
        get { entries[Self.place(row, column)] }
        set { entries[Self.place(row, column)] = newValue }
    }

    private static func place(_ row: Int, _ column: Int) -> Int {
        row >= column ? row * (row + 1) / 2 + column : column * (column + 1) / 2 + row
    }

    static func * (matrix: SymmetricMatrix, vector: [Double]) -> [Double] {
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
    func solve(_ right: [Double], isFree: [Bool]) -> [Double]? {
        let rows = (0..<size).filter { isFree[$0] }
        var lower = SymmetricMatrix(size: rows.count)
        var solution = rows.map { right[$0] }
        for row in rows.indices {
            for column in 0...row {
                var sum = self[rows[row], rows[column]]
                for inner in 0..<column { sum -= lower[row, inner] * lower[column, inner] }
                if row == column {
                    guard sum > 0 else { return nil }
                    lower[row, row] = sum.squareRoot()
                } else {
                    lower[row, column] = sum / lower[column, column]
                }
            }
        }
        for row in rows.indices {
            for inner in 0..<row { solution[row] -= lower[row, inner] * solution[inner] }
            solution[row] /= lower[row, row]
        }
        for row in rows.indices.reversed() {
            for inner in rows.indices where inner > row {
                solution[row] -= lower[inner, row] * solution[inner]
            }
            solution[row] /= lower[row, row]
        }
        var all = Array(repeating: 0.0, count: size)
        for (place, row) in rows.enumerated() { all[row] = solution[place] }
        return all
    }
}
