/// The loss of FSRS-6 over a packed log, and its slopes.
struct Objective6: Sendable {
    /// A sum over reviews: the loss and its slope against each parameter.
    struct Sum {
        var loss = 0.0
        var gradient = Array(repeating: 0.0, count: Kernel6.count)
    }

    let packed: PackedReviews
    let concurrently: ConcurrentMap?

    /// Blocks are summed in parts that do not depend on the number of threads, so that neither does the result.
    private static let blocksPerPart = 32

    /// The results of some work on all parts of the blocks, in order; at the same time where it can be.
    func overParts(_ work: @escaping @Sendable (Range<Int>) -> [Double]) -> [[Double]] {
        let (count, size) = (packed.blockCount, Self.blocksPerPart)
        let parts = (count + size - 1) / size
        let part: @Sendable (Int) -> [Double] = { part in
            work(part * size..<min((part + 1) * size, count))
        }
        guard let concurrently, parts > 1 else { return (0..<parts).map(part) }
        return concurrently(parts, part)
    }

    /// The sum over the blocks that are wanted.
    func sum(at parameters: [Double], where isWanted: @escaping @Sendable (Int) -> Bool) -> Sum {
        let packed = packed
        let sums = overParts { blocks in
            var kernel = Kernel6(parameters)
            var gradient = Array(repeating: Lanes.zero, count: Kernel6.count)
            var loss = Lanes.zero
            for block in blocks where isWanted(block) {
                loss += kernel.loss(of: packed.steps(of: block), gradient: &gradient)
            }
            return [Double(loss.sum())] + gradient.map { Double($0.sum()) }
        }
        var total = Sum()
        for sum in sums {
            total.loss += sum[0]
            for index in total.gradient.indices { total.gradient[index] += sum[index + 1] }
        }
        return total
    }

    /// The information that cards carry about the parameters: the covariance of their slopes, summed over all cards.
    ///
    /// A review of weight v adds v² to the sum but v to the curvature, which is set right on average.
    ///
    /// It stands in for the curvature of the loss, which it equals where the model is true. On a large log it is
    /// taken from a part of the cards.
    func information(at parameters: [Double], atMost limit: Int = 256) -> SymmetricMatrix {
        let size = Kernel6.count
        var kernel = Kernel6(parameters)
        var products = Array(repeating: Lanes.zero, count: size * (size + 1) / 2)
        var sums = Array(repeating: Lanes.zero, count: size)
        let stride = max(1, (packed.blockCount + limit - 1) / limit)
        var used = 0
        for block in Swift.stride(from: 0, to: packed.blockCount, by: stride) {
            var gradient = Array(repeating: Lanes.zero, count: size)
            _ = kernel.loss(of: packed.steps(of: block), gradient: &gradient)
            var place = 0
            for row in 0..<size {
                sums[row] += gradient[row]
                for column in 0...row {
                    products[place] += gradient[row] * gradient[column]
                    place += 1
                }
            }
            used += 1
        }
        var matrix = SymmetricMatrix(size: size)
        guard used > 0 else { return matrix }
        let scale = Double(packed.blockCount) / Double(used) * packed.weightPerSquare
        let cards = Double(used * PackedReviews.lanes)
        var place = 0
        for row in 0..<size {
            for column in 0...row {
                let mean = Double(sums[row].sum()) * Double(sums[column].sum()) / cards
                matrix[row, column] = scale * (Double(products[place].sum()) - mean)
                place += 1
            }
        }
        return matrix
    }
}
