import FSRS
import Foundation
import TerminalTesting
import Testing

/// Programs that are killed, and programs beside each other.
@Suite("No answer is lost", .serialized)
struct DurabilityTests {
    private static let cards = 18

    /// The lines that answer every card of the guides once, each answer with a name of its own.
    private func lines(_ name: String) -> String {
        (1...Self.cards).map { "\(name) \($0)\n4\n" }.joined()
    }

    /// A quiz over every card that reads the file `<name>.in` and writes `<name>.out`.
    private func start(_ name: String, in workplace: Workplace) throws -> Process {
        try workplace.write(lines(name), to: "\(name).in")
        try workplace.write("", to: "\(name).out")
        let process = Process()
        process.executableURL = URL(filePath: Workplace.program)
        process.arguments = ["quiz", "--all", "--form", "flashcard"]
        process.environment = workplace.environment()
        process.standardInput = try FileHandle(forReadingFrom: workplace.file("\(name).in"))
        process.standardOutput = try FileHandle(forWritingTo: workplace.file("\(name).out"))
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// The answers whose next question a run has shown.
    private func shown(_ name: String, in workplace: Workplace) throws -> [String] {
        let output = try String(contentsOf: workplace.file("\(name).out"), encoding: .utf8)
        return (1..<Self.cards).filter { output.contains("\nQuestion \($0 + 1),") }
            .map { "\(name) \($0)" }
    }

    @Test("Killed at a hundred moments, each answer whose next question was shown is there")
    func killed() throws {
        let workplace = try Workplace()
        let clock = ContinuousClock()
        let begin = clock.now
        try start("whole", in: workplace).waitUntilExit()
        let whole = clock.now - begin
        var generator = SeededGenerator(seed: 2026)
        var expected = Set(try shown("whole", in: workplace))
        #expect(expected.count == Self.cards - 1)
        var cutShort = 0
        for run in 1...100 {
            let process = try start("run \(run)", in: workplace)
            let part = Double(generator.next() % 1000) / 1000
            Thread.sleep(forTimeInterval: (whole * part).seconds)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let shown = try shown("run \(run)", in: workplace)
            if !shown.isEmpty, shown.count < Self.cards - 1 { cutShort += 1 }
            expected.formUnion(shown)
        }
        #expect(cutShort > 10, "most moments should lie between the answers")
        let saved = try workplace.answers().map(\.answer)
        #expect(expected.subtracting(saved) == [])
        #expect(Set(saved).count == saved.count, "no answer is there twice")
        #expect(try workplace.diagnosis() == Workplace.healthy)
    }

    @Test("Of a damaged file every answer that can be read is saved, and the damaged one is kept")
    func damaged() throws {
        let workplace = try Workplace()
        for round in 1...20 { try start("round \(round)", in: workplace).waitUntilExit() }
        let before = try workplace.answers().map(\.answer)
        #expect(before.count == 20 * Self.cards)
        // The page that holds one of the answers, in the middle of them all.
        let file = workplace.file("data/studyline.sqlite")
        var bytes = try Data(contentsOf: file)
        let place = try #require(bytes.range(of: Data("round 10 9".utf8))).lowerBound
        let page = place / 4096 * 4096
        bytes.replaceSubrange(page..<page + 4096, with: Data(repeating: 0x55, count: 4096))
        try bytes.write(to: file)

        let found = try workplace.run(["doctor"])
        #expect(found.status == 1)
        #expect(found.output.replacing("\n", with: " ").contains("'doctor --repair' saves"))
        let repaired = try workplace.run(["doctor", "--repair"])
        #expect(repaired.status == 0)
        #expect(repaired.errors.contains("the damaged file is kept as"))
        let after = try workplace.answers().map(\.answer)
        #expect(after.count > before.count / 2 && after.count < before.count)
        #expect(Set(after).isSubset(of: before))
        #expect(try workplace.diagnosis() == Workplace.healthy)
    }

    @Test("Two programs on one data folder: both answer, and all answers are there")
    func two() throws {
        let workplace = try Workplace()
        let processes = try ["left", "right"].map { try start($0, in: workplace) }
        for process in processes { process.waitUntilExit() }
        #expect(processes.map(\.terminationStatus) == [0, 0])
        let expected = ["left", "right"].flatMap { name in
            (1...Self.cards).map { "\(name) \($0)" }
        }
        #expect(try workplace.answers().map(\.answer).sorted() == expected.sorted())
        #expect(try workplace.diagnosis() == Workplace.healthy)
    }

    @Test("A program that waits in a question sees what another one answered meanwhile")
    func beside() throws {
        let workplace = try Workplace()
        let waiting = try workplace.start(["quiz", "--form", "flashcard"])
        try waiting.expect("Question 1,")
        try waiting.expect("> ")
        let other = try workplace.run(
            ["quiz", "--all", "--form", "flashcard"], input: lines("other"))
        #expect(other.status == 0)
        try waiting.send("mine\r")
        try waiting.expect(rating)
        try waiting.send("4")
        try waiting.expect("Question 2,")
        try waiting.expect("> ")
        try waiting.send("\u{4}")
        #expect(try waiting.waitForEnd() == .exited(0))
        #expect(try workplace.answers().count == Self.cards + 1)
        #expect(try workplace.diagnosis() == Workplace.healthy)
    }
}

extension Duration {
    fileprivate var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}
