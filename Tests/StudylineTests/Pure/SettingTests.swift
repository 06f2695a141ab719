import FSRS
import Testing

@testable import studyline

@Suite("Settings")
struct SettingTests {
    @Test(
        "Times of day",
        arguments: [
            ("04:00", 240), ("4:00", 240), ("4", 240), ("0:00", 0), ("23:59", 1439), ("24:00", nil),
            ("12:60", nil), ("", nil), (":", nil), ("4:", nil), ("-1:00", nil), ("4:00:00", nil),
            ("four", nil),
        ] as [(String, Int?)])
    func timeOfDay(text: String, minutes: Int?) {
        #expect(TimeOfDay.minutes(text) == minutes)
    }

    @Test("Every minute of the day is read as it is written")
    func timesRoundTrip() {
        #expect((0..<1440).filter { TimeOfDay.minutes(TimeOfDay.text(minutes: $0)) != $0 } == [])
        #expect(TimeOfDay.text(minutes: 65) == "01:05")
    }

    @Test(
        "Learning steps",
        arguments: [
            ("1m 10m", [60, 600], "1m 10m"), ("30s,1h", [30, 3600], "30s 1h"),
            ("1d", [86_400], "1d"), ("1.5m", [90], "90s"), ("90m", [5400], "90m"),
            ("none", [], "none"), ("", [], "none"), (" none ", [], "none"),
        ] as [(String, [Double], String)])
    func steps(text: String, seconds: [Double], written: String) throws {
        let steps = try #require(StepText.steps(text))
        #expect(steps.seconds == seconds)
        #expect(StepText.text(steps) == written)
        #expect(StepText.steps(written)?.seconds == seconds)
    }

    @Test(
        "What is no learning step",
        arguments: ["soon", "10", "m", "-1m", "0m", "1m 2x", "1e9d", "nanm", "infd", "400d"])
    func noSteps(text: String) {
        #expect(StepText.steps(text) == nil)
    }

    @Test("A fraction of a second is kept when steps are written")
    func fractions() throws {
        let steps = try #require(StepText.steps("1.5s"))
        #expect(StepText.steps(StepText.text(steps))?.seconds == [1.5])
    }

    @Test("Each standard setting is read as it is shown", arguments: SettingKey.allCases)
    func roundTrip(key: SettingKey) throws {
        var settings = Settings()
        try key.set(key.text(in: settings), in: &settings)
        #expect(settings == Settings())
        #expect(!key.meaning.isEmpty)
    }

    @Test(
        "A value is set, and shown as it was understood",
        arguments: [
            (SettingKey.content, " a , ~/b ,, ", "a, ~/b"), (.rollover, "5", "05:00"),
            (.newPerDay, "0", "0"), (.reviewsPerDay, "9999", "9999"), (.retention, "85%", "0.85"),
            (.retention, "85 %", "0.85"), (.retention, "0.7", "0.7"),
            (.learningSteps, "none", "none"), (.relearningSteps, "1h 2h", "1h 2h"),
            (.maximumInterval, "36500", "36500"), (.spread, "FALSE", "false"),
            (.model, "FSRS-7", "fsrs-7"),
        ])
    func set(key: SettingKey, text: String, shown: String) throws {
        var settings = Settings()
        try key.set(text, in: &settings)
        #expect(key.text(in: settings) == shown)
    }

    @Test(
        "A value that cannot be says what can",
        arguments: [
            (SettingKey.rollover, "25:00", "a time of day such as 04:00"),
            (.newPerDay, "-1", "a whole number from 0 to 9999"),
            (.newPerDay, "3.5", "a whole number from 0 to 9999"),
            (.reviewsPerDay, "10000", "a whole number from 0 to 9999"),
            (.retention, "0.69", "between 0.70 and 0.99, or 70% and 99%"),
            (.retention, "nan", "between 0.70 and 0.99, or 70% and 99%"),
            (.retention, "", "between 0.70 and 0.99, or 70% and 99%"),
            (.learningSteps, "soon", "waits such as 1m 10m, or none"),
            (.maximumInterval, "0", "a whole number from 1 to 36500"),
            (.spread, "perhaps", "true or false"), (.model, "fsrs-5", "fsrs-6 or fsrs-7"),
        ])
    func invalid(key: SettingKey, text: String, wanted: String) {
        var settings = Settings()
        #expect(
            throws: SettingsError.invalid(key: key.rawValue, value: text, wanted: wanted)
        ) { try key.set(text, in: &settings) }
        #expect(settings == Settings())
    }

    @Test("Whatever due dates rest on changes the version of the schedule")
    func version() {
        func version(_ change: (inout Settings) -> Void) -> String {
            var settings = Settings()
            change(&settings)
            return settings.schedulingVersion()
        }
        let changed = [
            version { $0.retention = 0.8 }, version { $0.classRetention = ["a": 0.8] },
            version { $0.learningSteps = LearningSteps(seconds: []) },
            version { $0.relearningSteps = LearningSteps(seconds: []) },
            version { $0.maximumInterval = 10 }, version { $0.spread = false },
            version { $0.rollover = 0 }, version { $0.model = .fsrs7 },
        ]
        #expect(Set(changed + [version { _ in }]).count == changed.count + 1)
        #expect(version { $0.newPerDay = 1 } == version { _ in })
    }
}
