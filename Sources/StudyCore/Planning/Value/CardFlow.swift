/// How many cards are where, when all of a kind act as their values say: the reverse of `CardValues`.
struct CardFlow: Sendable {
    /// By session: seconds spent.
    var seconds: [Double]
    /// By session: cards reviewed, repeats on the same day not counted.
    var reviews: [Double]
    /// By session: new cards.
    var new: [Double]
    /// By session and cell: cards that come to rest there at the session's end.
    private var settled: [Float]
    /// By session and cell: cards that have just lapsed.
    private var lapsed: [Float]

    init(_ kind: CardKind) {
        seconds = Array(repeating: 0, count: kind.sessions)
        (reviews, new) = (seconds, seconds)
        settled = Array(repeating: 0, count: kind.sessions * StateGrid.cells)
        lapsed = settled
    }

    /// Adds cards that a session leaves between the four cells around a state.
    @inline(__always)
    mutating func settle(
        _ mass: Float, session: Int, cell: Int, column: Float, row: Float, lapsed isLapsed: Bool
    ) {
        let at = session * StateGrid.cells + cell
        let next = at + StateGrid.columns
        let low = mass * (1 - row)
        let high = mass * row
        if isLapsed {
            lapsed[at] += low * (1 - column)
            lapsed[at + 1] += low * column
            lapsed[next] += high * (1 - column)
            lapsed[next + 1] += high * column
        } else {
            settled[at] += low * (1 - column)
            settled[at + 1] += low * column
            settled[next] += high * (1 - column)
            settled[next + 1] += high * column
        }
    }

    /// Sends the cards that have been put in on their way, session by session.
    mutating func run(_ values: CardValues, _ kind: CardKind, in frame: PlanFrame) {
        let (cells, columns) = (StateGrid.cells, StateGrid.columns)
        var arrived = Array(
            repeating: Float(0), count: kind.sessions * Landing.places)
        for session in 0..<kind.sessions {
            let base = session * cells
            let start = session * Landing.places
            Landing.gather(
                arrived, at: start, rating: 0, into: &lapsed, at: base, moves: frame.moves)
            repeatLapsed(session, values, frame: frame, arrived: &arrived)
            for rating in 1..<4 {
                Landing.gather(
                    arrived, at: start, rating: rating, into: &settled, at: base,
                    moves: frame.moves)
            }
            for (number, step) in frame.steps[session].enumerated() where step.to < kind.sessions {
                let table = frame.tables[step.table]
                let chances = frame.chances[step.table]
                let share = (frame.firstStep[session] + number) * cells
                let landing = step.to * Landing.places
                var (spent, count): (Float, Float) = (0, 0)
                for cell in 0..<cells {
                    let mass = settled[base + cell] * values.shares[share + cell]
                    guard mass > Self.least else { continue }
                    spent += mass * frame.seconds[step.table][cell % columns]
                    count += mass
                    Self.land(
                        mass * chances[cell % columns], table.lowers[cell], table.shares[cell],
                        in: &arrived, at: landing)
                }
                seconds[step.to] += Double(spent)
                reviews[step.to] += Double(count)
            }
        }
    }

    /// Fewer cards than this are not followed.
    private static let least: Float = 1e-7

    private mutating func repeatLapsed(
        _ session: Int, _ values: CardValues, frame: PlanFrame, arrived: inout [Float]
    ) {
        let cells = StateGrid.cells
        let base = session * cells
        let start = session * Landing.places
        let table = frame.sameDay
        for depth in (0..<CardValues.lapseDepth).reversed() {
            for place in start..<(start + cells) { arrived[place] = 0 }
            let share = (session * CardValues.lapseDepth + depth) * cells
            var repeated: Float = 0
            for cell in 0..<cells {
                let mass = lapsed[base + cell]
                guard mass > Self.least else {
                    lapsed[base + cell] = 0
                    continue
                }
                let again = mass * values.repeats[share + cell]
                settled[base + cell] += mass - again
                lapsed[base + cell] = 0
                guard again > Self.least else { continue }
                repeated += again
                Self.land(
                    again * frame.repeatChances, table.lowers[cell], table.shares[cell],
                    in: &arrived, at: start)
            }
            seconds[session] += Double(repeated * frame.repeatSeconds)
            Landing.gather(
                arrived, at: start, rating: 0, into: &lapsed, at: base, moves: frame.moves)
        }
        for cell in 0..<cells where lapsed[base + cell] != 0 {
            settled[base + cell] += lapsed[base + cell]
            lapsed[base + cell] = 0
        }
    }

    @inline(__always)
    private static func land(
        _ mass: SIMD4<Float>, _ lowers: SIMD4<Int32>, _ shares: SIMD4<Float>,
        in arrived: inout [Float], at start: Int
    ) {
        let high = mass * shares
        let low = mass - high
        for rating in 0..<4 {
            let place = start + Int(lowers[rating])
            arrived[place] += low[rating]
            arrived[place + 1] += high[rating]
        }
    }
}
