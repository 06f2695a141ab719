import FSRS
import StudyCore
import Testing

@Suite("Seeded random numbers")
struct SeededGeneratorTests {
    @Test("are those of SplitMix64")
    func published() {
        // The reference values for seed 1234567, as other implementations print them.
        var generator = SeededGenerator(seed: 1_234_567)
        #expect(
            (0..<5).map { _ in generator.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test("repeat for one card and answer, and differ for another")
    func seeds() {
        func first(_ text: String, _ number: Int) -> UInt64 {
            var generator = SeededGenerator(text: text, number: number)
            return generator.next()
        }
        #expect(first("a/fact", 3) == first("a/fact", 3))
        #expect(
            Set([first("a/fact", 3), first("a/fact", 4), first("b/fact", 3), first("", -1)]).count
                == 4)
    }

    @Test("lie in [0, 1) and fill it evenly")
    func unit() {
        var generator = SeededGenerator(seed: 7)
        var tenths = Array(repeating: 0, count: 10)
        for _ in 0..<10_000 { tenths[Int(generator.unit() * 10)] += 1 }
        #expect(tenths.allSatisfy { (900...1100).contains($0) }, "\(tenths)")
    }
}
