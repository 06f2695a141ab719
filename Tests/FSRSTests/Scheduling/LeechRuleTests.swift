import FSRS
import Testing

@Suite("Leeches")
struct LeechRuleTests {
    @Test("the warnings are the reference's")
    func lapses() {
        for row in Vectors.fsrs6.leech {
            let rule = LeechRule(threshold: row.threshold)
            #expect(
                (0..<40).filter { rule.isLeech(atLapses: $0) } == row.lapses, "\(row.threshold)")
        }
    }

    @Test("eight lapses, then every four")
    func standard() {
        #expect((0..<20).filter { LeechRule().isLeech(atLapses: $0) } == [8, 12, 16])
        #expect((-3..<99).allSatisfy { !LeechRule(threshold: -1).isLeech(atLapses: $0) })
        #expect(LeechRule(threshold: .max).isLeech(atLapses: .max))
    }
}
