import StudyCore
import Testing

@Suite("Names of a term")
struct TermNamesTests {
    struct Row: CustomTestStringConvertible {
        let term: String
        let aliases: [String]
        let names: [String]
        var testDescription: String { term }

        init(_ term: String, _ aliases: [String] = [], names: [String]) {
            self.term = term
            self.aliases = aliases
            self.names = names
        }
    }

    @Test(
        "are the term, its aliases, their sides and their abbreviations",
        arguments: [
            Row("Micro-influencer", names: ["Micro-influencer"]),
            Row(
                "Micro-influencer", ["micro influencer", "MICRO-INFLUENCER", " "],
                names: ["Micro-influencer", "micro influencer"]),
            Row(
                "Cost per mille (CPM)",
                names: ["Cost per mille (CPM)", "Cost per mille", "CPM"]),
            Row(
                "FAST (free ad-supported streaming television)",
                names: [
                    "FAST (free ad-supported streaming television)", "FAST",
                    "free ad-supported streaming television",
                ]),
            Row("Streaming (OTT)", names: ["Streaming (OTT)", "Streaming", "OTT"]),
            Row("Pilot (television)", names: ["Pilot (television)", "Pilot"]),
            Row("CPM (per 1,000 impressions)", names: ["CPM (per 1,000 impressions)", "CPM"]),
            Row("fin-syn / finsyn", names: ["fin-syn / finsyn", "fin-syn", "finsyn"]),
            Row("TCP/IP", names: ["TCP/IP", "TCP", "IP"]),
            Row("A/B", names: ["A/B"]), Row("24/7", names: ["24/7"]),
            Row("A/B testing", names: ["A/B testing"]),
            Row("Broken (bracket", names: ["Broken (bracket", "Broken"]),
            Row("", names: []),
        ])
    func names(row: Row) {
        #expect(TermNames(term: row.term, aliases: row.aliases).names == row.names)
    }
}
