/// A test at a known hour, and what the learner gives for it.
package struct Exam: Hashable, Sendable {
    /// What stands for guides, and how much they count.
    package struct Part: Hashable, Sendable {
        package var scope: Scope
        /// How much a card counts beside those of weight 1; 0 leaves it out.
        package var weight: Double

        package init(_ scope: Scope, weight: Double = 1) {
            self.scope = scope
            self.weight = weight
        }
    }

    /// Guides by their names, which hold when files are moved and texts edited.
    package enum Scope: Hashable, Sendable {
        case all
        case `class`(slug: String)
        /// A unit by its shown name, of a class.
        case unit(classSlug: String, name: String)
        case guide(Guide.ID)
    }

    /// What the learner calls it.
    package var name: String
    /// What is examined; where several hold a guide, the narrowest decides.
    package var parts: [Part]
    /// When it begins.
    package var moment: Timestamp
    /// Minutes that local time will be ahead of UTC there and then.
    package var utcOffset: Int
    /// Minutes a day that the learner wants to study for it, at least 0.
    package var minutesPerDay: Double
    /// Days of the week without study.
    package var daysOff: Set<Weekday>
    /// The share of points that is wanted, 0–1; nil when none was named.
    package var target: Double?

    /// Minutes a day where none are named.
    package static let standardMinutes = 20.0

    package init(
        name: String, parts: [Part], moment: Timestamp, utcOffset: Int,
        minutesPerDay: Double = Exam.standardMinutes, daysOff: Set<Weekday> = [],
        target: Double? = nil
    ) {
        self.name = name
        self.parts = parts
        self.moment = moment
        self.utcOffset = utcOffset
        self.minutesPerDay = minutesPerDay
        self.daysOff = daysOff
        self.target = target
    }

    /// How much a card of a guide counts; 0 when it is not examined.
    package func weight(of guide: Guide.ID, unit: String?) -> Double {
        let holding = parts.filter { $0.scope.holds(guide, unit: unit) }
        // Of two that are as narrow, the later one was said later.
        return holding.enumerated().max {
            ($0.element.scope.narrowness, $0.offset) < ($1.element.scope.narrowness, $1.offset)
        }?.element.weight ?? 0
    }
}

extension Exam.Scope {
    /// Whether a guide of a unit belongs to it.
    package func holds(_ guide: Guide.ID, unit: String?) -> Bool {
        switch self {
        case .all: true
        case .class(let slug): guide.classSlug == slug
        case .unit(let slug, let name): guide.classSlug == slug && unit == name
        case .guide(let id): guide == id
        }
    }

    fileprivate var narrowness: Int {
        switch self {
        case .all: 0
        case .class: 1
        case .unit: 2
        case .guide: 3
        }
    }
}
