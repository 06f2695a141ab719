internal import StudyCore

/// An exam, as an action's field of an archive.
struct ArchivedExam: Codable {
    /// A part with neither class nor unit nor term is everything.
    struct Part: Codable {
        var `class`: String?
        var unit: String?
        var term: String?
        let weight: Double
    }

    let name: String
    let parts: [Part]
    let moment: Int64
    let utcOffset: Int
    let minutesPerDay: Double
    /// Monday is 0.
    let daysOff: [Int]
    let target: Double?

    init(_ exam: Exam) {
        name = exam.name
        parts = exam.parts.map { part in
            switch part.scope {
            case .all: Part(weight: part.weight)
            case .class(let slug): Part(class: slug, weight: part.weight)
            case .unit(let slug, let unit): Part(class: slug, unit: unit, weight: part.weight)
            case .guide(let id):
                Part(class: id.classSlug, term: id.termSlug, weight: part.weight)
            }
        }
        moment = exam.moment.milliseconds
        utcOffset = exam.utcOffset
        minutesPerDay = exam.minutesPerDay
        daysOff = exam.daysOff.map(\.rawValue).sorted()
        target = exam.target
    }

    func value() throws -> Exam {
        guard !parts.isEmpty, (-1440...1440).contains(utcOffset), minutesPerDay >= 0,
            parts.allSatisfy({ $0.weight >= 0 }), target.map({ (0...1).contains($0) }) ?? true
        else {
            throw ArchiveRecord.Unreadable(
                "'parts', 'utcOffset', 'minutesPerDay' or 'target' of an exam cannot be so")
        }
        return Exam(
            name: name, parts: try parts.map { try Self.part($0) },
            moment: Timestamp(milliseconds: moment), utcOffset: utcOffset,
            minutesPerDay: minutesPerDay,
            daysOff: Set(try daysOff.map { try known(Weekday(rawValue: $0), "daysOff") }),
            target: target)
    }

    private static func part(_ part: Part) throws -> Exam.Part {
        let scope: Exam.Scope =
            switch (part.class, part.unit, part.term) {
            case (let slug?, let unit?, nil): .unit(classSlug: slug, name: unit)
            case (let slug?, nil, let term?): .guide(Guide.ID(classSlug: slug, termSlug: term))
            case (let slug?, nil, nil): .class(slug: slug)
            case (nil, nil, nil): .all
            default: throw ArchiveRecord.Unreadable("a part of an exam is of no class")
            }
        return Exam.Part(scope, weight: part.weight)
    }
}
