/// A table of values over the cells as a review finds it: by rating, the row's change already made.
///
/// Each place holds the value at its column and the rise to the next one, so that a transition reads one place.
enum Landing {
    /// Places of one table: ratings, rows, columns.
    static let places = 4 * StateGrid.cells

    /// Writes the rows of one rating (0 to 3) from values by cell.
    static func write(
        _ values: ArraySlice<Float>, rating: Int, into landing: inout [SIMD2<Float>], at start: Int,
        moves: DifficultyMoves
    ) {
        let columns = StateGrid.columns
        let base = values.startIndex
        for row in 0..<StateGrid.rows {
            let move = moves.moves[rating * StateGrid.rows + row]
            let from = base + move.lower * columns
            let to = start + (rating * StateGrid.rows + row) * columns
            var before: Float = 0
            for column in 0..<columns {
                let low = values[from + column]
                let value = low + move.share * (values[from + columns + column] - low)
                landing[to + column] = SIMD2(value, 0)
                if column > 0 { landing[to + column - 1].y = value - before }
                before = value
            }
        }
    }

    /// Takes what has arrived at the places of one rating back to the cells: the reverse of `write`.
    static func gather(
        _ arrived: [Float], at start: Int, rating: Int, into cells: inout [Float],
        at base: Int, moves: DifficultyMoves
    ) {
        let columns = StateGrid.columns
        for row in 0..<StateGrid.rows {
            let move = moves.moves[rating * StateGrid.rows + row]
            let from = start + (rating * StateGrid.rows + row) * columns
            let to = base + move.lower * columns
            for column in 0..<columns {
                let mass = arrived[from + column]
                guard mass != 0 else { continue }
                cells[to + column] += mass * (1 - move.share)
                cells[to + columns + column] += mass * move.share
            }
        }
    }
}
