@testable import StudyCore
import Testing

@Suite("Meaning guard")
struct MeaningChangeTests {
    @Test(
        "sees what may say something else",
        arguments: [
            ("Patreon was founded in 2013.", "Patreon was founded in 2014.", [.numbers]),
            ("The share is 39 %.", "The share is 39 $.", [.numbers]),
            ("It has two parts.", "It has three parts.", [.numbers]),
            ("Here a ≤ b.", "Here a ≥ b.", [.numbers]),
            ("It has two parts.", "It has 2 parts.", nil),
            ("The index falls below -5 degrees.", "The index falls below 5 degrees.", [.numbers]),
            ("Prices rise.", "Prices do not rise.", [.negation]),
            ("It cannot grow without capital.", "It grows with capital.", [.negation, .wording]),
            ("It isn’t taxed.", "It is taxed.", [.negation]),
            (
                "A levy on imported goods protects domestic producers.",
                "A levy upon imported goods protects the domestic producers.", nil
            ),
            (
                "A levy on imported goods protects domestic producers.",
                "A subsidy for exported goods harms domestic consumers.", [.wording]
            ),
        ] as [(String, String, MeaningChange?)])
    func change(old: String, new: String, expected: MeaningChange?) {
        #expect(MeaningChange(from: normalisedWords(old), to: normalisedWords(new)) == expected)
    }
}
