import FSRS

/// What can happen to a new card on its first day: the first answer, and repeats after *again* and *hard*.
struct FirstDay: Sendable {
    /// A memory that the day can lead to, with the step that would come next.
    struct Node: Sendable {
        /// The cell at or below the state, and the shares of the way to the next column and row.
        let cell: Int
        let column: Float
        let row: Float
        /// The nodes after a repeat, by rating; nil where there is none.
        let children: Int?
        let chances: SIMD4<Float>
        /// Expected seconds of a repeat.
        let seconds: Float
    }

    /// Nodes, each before its children; the first four are those of the first answer, by rating.
    let nodes: [Node]
    let firstChances: SIMD4<Float>
    let firstSeconds: Float

    init(model: MemoryModel, costs: StudyCosts) {
        var queue: [(memory: MemoryState, rating: Rating, depth: Int)] =
            Rating.allCases.map { (model.state(after: nil, rating: $0, days: 0), $0, 0) }
        var nodes: [Node] = []
        while nodes.count < queue.count {
            let (memory, rating, depth) = queue[nodes.count]
            let column = StateGrid.column(of: memory.stability)
            let row = StateGrid.row(of: memory.difficulty)
            let repeats = rating < .good && depth < min(costs.mostRepeats, Self.depth)
            let chances = SIMD4<Float>(costs.repeatOfNew[rating.rawValue - 1])
            nodes.append(
                Node(
                    cell: row.lower * StateGrid.columns + column.lower, column: column.share,
                    row: row.share, children: repeats ? queue.count : nil, chances: chances,
                    seconds: (chances * costs.answerSeconds).sum()))
            guard repeats else { continue }
            queue += Rating.allCases.map {
                (model.state(after: memory, rating: $0, days: 0), $0, depth + 1)
            }
        }
        self.nodes = nodes
        firstChances = SIMD4(costs.firstRating)
        firstSeconds = Float(costs.expectedFirstSeconds)
    }

    /// Repeats looked ahead.
    static let depth = 3
}
