/// A log laid out for fitting: cards of like length side by side, eight in a block.
struct PackedReviews: Sendable {
    /// One review of each of eight cards.
    ///
    /// A card that has no more reviews has ratings of *good* on the same day without weight, which change nothing
    /// that is counted.
    struct Step: Sendable {
        var rating = Lanes(repeating: 3)
        var days = Lanes.zero
        /// How much the review counts; 0 where nothing is to be predicted.
        var weight = Lanes.zero
    }

    private(set) var steps: [Step] = []
    /// Where each block begins in `steps`; one more at the end.
    private(set) var starts: [Int] = [0]
    /// The sum of all weights.
    private(set) var weight = 0.0
    /// The sum of the weights for each unit of the sum of their squares.
    private(set) var weightPerSquare = 1.0
    /// The number of reviews with a weight.
    private(set) var scored = 0

    var blockCount: Int { starts.count - 1 }

    static let lanes = Lanes.scalarCount

    func steps(of block: Int) -> ArraySlice<Step> {
        steps[starts[block]..<starts[block + 1]]
    }

    /// Lays out a log for FSRS-6.
    ///
    /// Reviews of one card beyond `longest` are left out, as in fsrs-rs. Its filter of rare first intervals is not
    /// used: on simulated learners it made fits worse below some 5,000 reviews and no difference above.
    init(_ log: ReviewLog, longest: Int = 256) {
        let index = CardIndex(log)
        let weights = RecencyWeights(log, by: index)
        let cards = index.cardsByLength(longest: longest)
        steps.reserveCapacity(log.count / Self.lanes + cards.count / Self.lanes + longest)
        var (next, squares) = (0, 0.0)
        while next < cards.count {
            let block = cards[next..<min(next + Self.lanes, cards.count)]
            let length = min(index.count(of: block[next]), longest)
            let start = steps.count
            steps += repeatElement(Step(), count: length)
            for (lane, card) in block.enumerated() {
                for (offset, place) in index.reviews(of: card).prefix(longest).enumerated() {
                    let (days, weight) = (log.days[Int(place)], weights[Int(place)])
                    steps[start + offset].rating[lane] = Float(log.ratings[Int(place)])
                    guard weight > 0 else { continue }
                    steps[start + offset].days[lane] = Float(days)
                    steps[start + offset].weight[lane] = weight
                    scored += 1
                    self.weight += Double(weight)
                    squares += Double(weight * weight)
                }
            }
            starts.append(steps.count)
            next += block.count
        }
        if squares > 0 { weightPerSquare = weight / squares }
    }

    /// The same log with the reviews of one card not scored.
    func without(_ lane: Int, of block: Int) -> PackedReviews {
        var rest = self
        for step in starts[block]..<starts[block + 1] { rest.steps[step].weight[lane] = 0 }
        return rest
    }
}
