package import FSRS

extension SeededGenerator {
    /// One of the elements; the collection must not be empty.
    package mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }

    /// True once in `odds` times.
    package mutating func once(in odds: Int) -> Bool {
        Int.random(in: 0..<odds, using: &self) == 0
    }
}
