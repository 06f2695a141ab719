import StudyCore
import Testing

@testable import studyline

@Suite("What is examined, and when")
struct ExamWordsTests {
    private let parts = ["media business", "law", "works", "may flowers", "friday"]
    private let dates = ["friday", "friday 9am", "9am", "4 may", "may 4", "in 10 days", "10 days"]

    private func parted(_ words: [String]) -> [String] {
        let words = ExamWords(
            words, isPart: { parts.contains($0.lowercased()) },
            isMoment: { dates.contains($0.lowercased()) })
        return [words.scope, words.date]
    }

    @Test(
        "Words are parted where the name ends",
        arguments: [
            (["Media", "Business", "friday", "9am"], ["Media Business", "friday 9am"]),
            (["Media Business", "friday 9am"], ["Media Business", "friday 9am"]),
            (["law", "in", "10", "days"], ["law", "in 10 days"]),
            (["may", "flowers", "4", "may"], ["may flowers", "4 may"]),
            (["friday", "9am"], ["", "friday 9am"]),
            (["friday", "friday"], ["friday", "friday"]),
            (["law"], ["law", ""]),
            ([], ["", ""]),
            // An unknown name is told as one, and so is a date that is none.
            (["lawe", "friday"], ["lawe", "friday"]),
            (["law", "frday"], ["law", "frday"]),
            (["media", "frday"], ["media frday", ""]),
        ])
    func table(words: [String], expected: [String]) {
        #expect(parted(words) == expected)
    }
}
