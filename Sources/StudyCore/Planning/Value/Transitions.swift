import FSRS

/// Where each cell's memory is after a review with each rating, a number of study days after the review before.
struct Transitions: Sendable {
    /// Study days between the two reviews; 0 for the same day.
    let days: Int
    /// By cell, for each rating: the column at or below the new stability, in the rating's rows of `Landing`.
    let lowers: [SIMD4<Int32>]
    /// By cell, for each rating: the share of the way to the next column.
    let shares: [SIMD4<Float>]

    init(days: Int, model: MemoryModel) {
        var lowers: [SIMD4<Int32>] = []
        var shares: [SIMD4<Float>] = []
        lowers.reserveCapacity(StateGrid.cells)
        shares.reserveCapacity(StateGrid.cells)
        for row in 0..<StateGrid.rows {
            for stability in StateGrid.stabilities {
                let memory = MemoryState(
                    stability: stability, difficulty: StateGrid.difficulty(row))
                var lower = SIMD4<Int32>()
                var share = SIMD4<Float>()
                for rating in Rating.allCases {
                    let next = model.state(after: memory, rating: rating, days: Double(days))
                    let column = StateGrid.column(of: next.stability)
                    let index = rating.rawValue - 1
                    lower[index] = Int32(
                        (index * StateGrid.rows + row) * StateGrid.columns + column.lower)
                    share[index] = column.share
                }
                lowers.append(lower)
                shares.append(share)
            }
        }
        (self.days, self.lowers, self.shares) = (days, lowers, shares)
    }
}

/// Where each row's difficulty is after each rating; neither stability nor time matter to it.
struct DifficultyMoves: Sendable {
    /// By rating, then by row: the row at or below the new difficulty, and the share of the way to the next.
    let moves: [(lower: Int, share: Float)]

    init(model: MemoryModel) {
        moves = Rating.allCases.flatMap { rating in
            (0..<StateGrid.rows).map { row in
                let memory = MemoryState(stability: 1, difficulty: StateGrid.difficulty(row))
                let next = model.state(after: memory, rating: rating, days: 1)
                return StateGrid.row(of: next.difficulty)
            }
        }
    }
}
