import FSRS
import StudyContent
import StudyCore
import StudyGrading
import StudyStore
import StudyTerminal

/// What every command works on: the opened store, the settings, the clock, the terminal.
///
/// Made once a process. At the prompt all commands share one; each part is opened when it is first used.
final class Desk {
    let surroundings: Surroundings
    let locations: DataLocations
    private(set) var settings: Settings
    var generator: SeededGenerator
    private let fixedNow: ISO8601.Moment?
    /// Whether commands come from the prompt, which reads standard input itself.
    var isAtPrompt = false

    init(_ options: StartOptions) throws {
        surroundings = try Surroundings(options, variable: environment)
        locations = DataLocations(chosen: surroundings.data, variable: environment)
        settings = try SettingsFile(path: locations.settings).read()
        fixedNow = surroundings.now
        generator = SeededGenerator(
            seed: surroundings.seed ?? UInt64.random(in: .min ... .max))
    }

    /// Reads the settings again, after they have been changed.
    func readSettings() throws {
        settings = try SettingsFile(path: locations.settings).read()
        openedStore = nil
    }

    // MARK: Time

    /// Now, or the moment that `STUDYLINE_NOW` says.
    func now() -> Timestamp {
        guard let fixedNow else { return SystemClock.now() }
        let offset = fixedNow.utcOffset == nil ? utcOffset(at: fixedNow.time) : 0
        return fixedNow.time.adding(seconds: Double(-offset * 60))
    }

    /// Seconds of a clock that only runs forward; stands still when the time is fixed.
    func stopwatch() -> Double { fixedNow == nil ? monotonicSeconds() : 0 }

    /// When study days begin, as of a moment.
    func clock(at time: Timestamp) -> StudyClock {
        StudyClock(
            utcOffset: fixedNow?.utcOffset ?? utcOffset(at: time), rollover: settings.rollover)
    }

    var today: StudyDay {
        let now = now()
        return clock(at: now).day(of: now)
    }

    private func utcOffset(at time: Timestamp) -> Int {
        localUTCOffset(atSecondsSince1970: Int64(time.seconds.rounded(.down)))
    }

    // MARK: Rooms

    /// The plan of the exams ahead.
    private(set) lazy var examPlans = ExamPlanKeeper(desk: self)

    private(set) lazy var terminal: any Terminal = openTerminal(
        choice: surroundings.color ?? .auto, history: lineHistory())

    /// Lines of earlier sessions; without them when their file cannot be had, which is said.
    private func lineHistory() -> LineHistory? {
        guard StandardStreams.inputIsTerminal, StandardStreams.outputIsTerminal else { return nil }
        do {
            try makePrivateFolder(containing: locations.lines)
            return try LineHistory(path: locations.lines)
        } catch {
            StandardError.write("studyline: \(error)")
            return nil
        }
    }

    /// The store with an index of the guides as they are now.
    var store: Store {
        get throws {
            if let openedStore { return openedStore }
            return try reindex()
        }
    }

    private var openedStore: Store?
    private var rivalNames: [String: [(name: String, term: String)]] = [:]

    /// The store alone, whatever the guides are.
    func openStore() throws -> Store {
        try Store.open(DataFolder(path: locations.data), rules: rules, now: now())
    }

    /// Saves what can be read of a damaged store into a new one.
    func repairStore() throws -> RepairReport {
        try Store.repair(DataFolder(path: locations.data), rules: rules, now: now())
    }

    /// Makes the backup of the day and closes the store; to be called at the end.
    ///
    /// Not at the start, which it would slow down; the answers are safe without it.
    func close() {
        guard let store = openedStore else { return }
        openedStore = nil
        do {
            _ = try store.backUpDaily(now: now())
            try store.close()
        } catch {
            StandardError.write("studyline: \(error)")
        }
    }

    /// Reads the guides that changed since the last look, as after an edit; opens the store if need be.
    ///
    /// - Parameter known: Files that were read before they were written.
    /// - Returns: The store.
    /// - Throws: Why guides or store cannot be had.
    @discardableResult
    func reindex(knowing known: KnownFiles = KnownFiles()) throws -> Store {
        let sweep = BackgroundSweep(folders: contentFolders)
        let store = try openedStore ?? openStore()
        openedStore = store
        try LibraryIndex(desk: self, written: known).refresh(store, from: sweep)
        rivalNames = [:]
        return store
    }

    // MARK: Grading

    /// Grades answers in the learner's own words; nothing is read before the first one.
    private(set) lazy var grader = AnswerGrader.standard

    /// Answers that were begun and not finished.
    private(set) lazy var drafts = Drafts(folder: locations.data)

    // MARK: Scheduling

    private var rules: Rules {
        let settings = settings
        return Rules { adopted in
            let scheduler = settings.scheduler(with: adopted)
            return Rules(
                version: settings.schedulingVersion(with: adopted), rollover: settings.rollover,
                prediction: { settings.recall(of: $0, before: $1, by: scheduler) ?? 0 },
                replay: { settings.replay($0, $1, ofClass: $2, by: scheduler) })
        }
    }

    /// The scheduler as the learner set it, under the parameters in use.
    var scheduler: Scheduler {
        get throws { settings.scheduler(with: try store.adopted) }
    }

    /// What each rating would make of a card now.
    func outcomes(
        of card: Card.ID, after state: CardState?, evidence: Evidence, at time: Timestamp,
        classSlug: String?
    ) throws -> [Rating: CardState] {
        try scheduler.outcomes(
            after: state,
            Scheduler.Answer(
                card: card, rating: .good, evidence: evidence, time: time,
                clock: clock(at: time), retention: settings.retention(ofClass: classSlug)))
    }

    /// Notes something the learner did.
    @discardableResult
    func append(_ deed: Action.Deed) throws -> Action {
        let now = now()
        return try store.append(deed, at: now, utcOffset: clock(at: now).utcOffset)
    }

    /// The names of all terms of a guide's class but its own, read once a class.
    func rivals(of guide: GuideHead) throws -> [(name: String, term: String)] {
        let slug = guide.id.classSlug
        if rivalNames[slug] == nil {
            rivalNames[slug] = try store.guideHeads(in: .class(slug: slug)).flatMap { head in
                TermNames(term: head.term, aliases: head.aliases).names.map {
                    (name: $0, term: head.term)
                }
            }
        }
        return rivalNames[slug, default: []].filter { $0.term != guide.term }
    }

    /// What was answered on a study day.
    func totals(of day: StudyDay) throws -> DayTotal {
        try store.dayTotals(day...day, in: .all)[day] ?? DayTotal()
    }

    /// What is left of today's limits.
    func limitsLeft() throws -> DailyLimits {
        let spent = try totals(of: today)
        return settings.limits.remaining(
            introduced: spent.introduced, reviewed: spent.young.all + spent.mature.all)
    }
}
