/// Takes parameters only part of the way from the defaults while reviews are few.
///
/// The most probable parameters of few reviews follow their chances too. What that costs on other reviews grows with the
/// square of the way, what is gained only in proportion.
struct Temper6: Sendable {
    /// The share of the way that is taken, from 0 to 1.
    let share: Double

    /// The parameters on the way to fitted ones; a better first rating never has the lower stability.
    func parameters(_ fitted: [Double]) -> [Double] {
        var parameters = zip(Prior6.centre, fitted).map { $0 + share * ($1 - $0) }
        for index in 1..<4 { parameters[index] = max(parameters[index], parameters[index - 1]) }
        return parameters
    }

    /// The same for eight cards at once.
    func parameters(_ fitted: [Lanes]) -> [Lanes] {
        var parameters = zip(Prior6.centre, fitted).map { centre, fitted in
            Float(centre) + Float(share) * (fitted - Float(centre))
        }
        for index in 1..<4 {
            parameters[index].replace(
                with: parameters[index - 1], where: parameters[index] .< parameters[index - 1])
        }
        return parameters
    }
}
