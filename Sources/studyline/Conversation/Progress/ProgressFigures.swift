import StudyCore
import StudyStore

/// The figures of `progress` with the names that they are told by: what every way of showing them reads.
struct ProgressFigures {
    /// Two terms of which the first was asked and the second named.
    struct MixUp {
        let asked: String
        let named: String
        let count: Int
    }

    /// The part of the library; nil for everything.
    let scope: String?
    let report: ProgressReport
    /// Pairs not told apart since, the most often mixed up first.
    let mixUps: [MixUp]
    /// The desired retention of what is shown.
    let desired: Double

    /// Weeks before this one that are looked at where nothing else is said.
    static let weeks = 52
    /// How many of a list are shown, where it may be long.
    static let most = 5

    init(scope: String?, report: ProgressReport, mixUps: [MixUp], desired: Double) {
        self.scope = scope
        self.report = report
        self.mixUps = mixUps
        self.desired = desired
    }

    init(desk: Desk, scope: Store.Scope, name: String?, since: StudyDay?) throws {
        let store = try desk.store
        let now = desk.now()
        let clock = desk.clock(at: now)
        let today = clock.day(of: now)
        let scheduler = try desk.scheduler
        let since = since ?? today + -7 * Self.weeks
        let source = try store.progress(in: scope, since: since, at: now, clock) {
            scheduler.retrievability(of: $0, answeredAt: $1, on: $2, at: now, on: today)
        }
        self.scope = name
        report = ProgressReport(source, since: since, today: today)
        let classes = Set(report.classes.map(\.classSlug))
        desired = desk.settings.retention(ofClass: classes.count == 1 ? classes.first : nil)
        var terms: [Guide.ID: String] = [:]
        mixUps = try Self.confusions(among: report, in: store).map { pair in
            for id in [pair.asked, pair.named] where terms[id] == nil {
                terms[id] = try store.guide(id)?.head.term ?? id.termSlug
            }
            return MixUp(
                asked: terms[pair.asked] ?? "", named: terms[pair.named] ?? "", count: pair.count)
        }
    }

    private static func confusions(
        among report: ProgressReport, in store: Store
    ) throws -> [Confusion] {
        guard report.streak.days > 0 else { return [] }
        let pairs = try store.confusions()
        guard !pairs.isEmpty else { return [] }
        let guides = Set(report.guides.map(\.guide))
        return Array(pairs.lazy.filter { guides.contains($0.asked) }.prefix(most))
    }

    var weakest: [ProgressReport.GuideStanding] { report.weakest(Self.most) }
}
