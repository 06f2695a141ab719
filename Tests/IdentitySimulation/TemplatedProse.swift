import FSRS

/// Writes facts that differ from each other in a name and a few numbers and in nothing else.
struct TemplatedProse {
    let term: String
    private let noun: String
    private let place: String

    init(term: String, using random: inout SeededGenerator) {
        self.term = term
        noun = random.pick([
            "listeners", "subscribers", "copies", "screens", "visitors", "households",
        ])
        place = random.pick(NaturalProse.names)
    }

    func definition(using random: inout SeededGenerator) -> String {
        "The \(term.lowercased()) is the yearly count of \(noun) in \(place), first held in "
            + "\(year(using: &random))."
    }

    func fact(using random: inout SeededGenerator) -> String {
        "In \(year(using: &random)) the \(term.lowercased()) of \(random.pick(NaturalProse.names)) "
            + "reached \(number(using: &random)) \(noun), a share of "
            + "\(Int.random(in: 2...98, using: &random)) percent."
    }

    func question(using random: inout SeededGenerator) -> (String, String) {
        let (name, year) = (random.pick(NaturalProse.names), year(using: &random))
        return (
            "How many \(noun) did the \(term.lowercased()) of \(name) count in \(year)?",
            "It counted \(number(using: &random)) \(noun), of whom "
                + "\(Int.random(in: 2...98, using: &random)) percent lived in "
                + "\(random.pick(NaturalProse.names))."
        )
    }

    private func year(using random: inout SeededGenerator) -> Int {
        Int.random(in: 1950...2025, using: &random)
    }

    private func number(using random: inout SeededGenerator) -> Int {
        Int.random(in: 100...9999, using: &random)
    }
}
