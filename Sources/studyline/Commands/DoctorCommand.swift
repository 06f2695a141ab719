import ArgumentParser
import StudyStore
import StudyTerminal

/// `doctor`: looks whether everything is in order, and mends what can be mended.
struct DoctorCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Examine the history's file, and mend it.",
        discussion: """
            --rebuild works out all memory states and due dates anew from the answers. --repair saves what can \
            be read of a damaged file into a new one and keeps the damaged one beside it.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption
    @Flag(help: "Work out memory states and due dates anew from the answers.") var rebuild = false
    @Flag(help: "Save what can be read of a damaged file.") var repair = false

    func run(at desk: Desk) throws {
        if repair {
            let report = try desk.repairStore()
            StandardError.write(
                "Saved \(Phrases.count(report.reviews, "answer")) and \(Phrases.count(report.actions, "other event")); the damaged file is kept as \(report.damagedFile). The daily backups are in \(desk.locations.data)/backups."
            )
        }
        let store = try desk.openStore()
        if rebuild { try store.rebuild() }
        let findings = try Findings(store.check(at: desk.now()), store: store, desk: desk)
        if format.format == .json {
            print(try JSON.text(findings))
        } else {
            for line in findings.lines { desk.terminal.writeWrapped(StyledText(line)) }
        }
        if !findings.sound { throw ExitCode.failure }
    }

    private struct Findings: Encodable {
        let data: String
        let settings: String
        let answers: Int
        let events: Int
        let backups: Int
        let sound: Bool
        let problems: [String]
        let remarks: [String]

        init(_ report: IntegrityReport, store: Store, desk: Desk) {
            data = desk.locations.data
            settings = desk.locations.settings
            answers = report.reviews
            events = report.actions
            backups = store.backups().count
            sound = report.isSound
            var problems: [String] = []
            if !report.damage.isEmpty {
                problems.append(
                    "the file is damaged (\(report.damage[0])); 'doctor --repair' saves what can be read"
                )
            }
            for table in report.brokenReferences {
                problems.append(
                    "references of '\(table)' lead nowhere; 'doctor --repair' takes them apart")
            }
            if !report.staleTables.isEmpty {
                problems.append(
                    "\(report.staleTables.joined(separator: ", ")) do not follow from the answers; 'doctor --rebuild' mends them"
                )
            }
            self.problems = problems
            var remarks: [String] = []
            if report.lostEvents > 0 {
                remarks.append(
                    "\(Phrases.count(report.lostEvents, "event")) could not be saved by an earlier repair"
                )
            }
            if report.answersInTheFuture > 0 {
                remarks.append(
                    "\(Phrases.count(report.answersInTheFuture, "answer")) bear a date in the future: the clock is wrong, or was"
                )
            }
            if report.answersOutOfOrder > 0 {
                remarks.append(
                    "\(Phrases.count(report.answersOutOfOrder, "answer")) bear an earlier time than the one before: the clock was set back"
                )
            }
            self.remarks = remarks
        }

        var lines: [String] {
            [
                "Data: \(data)", "Settings: \(settings)",
                "\(Phrases.count(answers, "answer")), \(Phrases.count(events, "other event")), \(Phrases.count(backups, "backup")).",
            ] + problems.map { "Problem: \($0)." } + remarks.map { "Note: \($0)." }
                + (sound ? ["Everything is in order."] : [])
        }
    }
}
