import FSRS
import StudyCore
import Testing

@testable import StudyStore

@Suite("Figures of progress, twice computed")
struct ReportTests {
    @Test(
        "agree with a naive computation over all events", arguments: 1...200 as ClosedRange<UInt64>)
    func agree(seed: UInt64) throws {
        // Some on the disk, where a second connection reads along.
        let folder = try seed.isMultiple(of: 10) ? TemporaryFolder() : nil
        let history = try SimulatedHistory(seed: seed, events: 50, in: folder?.data)
        let naive = NaiveFigures(
            history.places, history.reviews, history.actions, rules: history.rules)
        let now = Timestamp.minute(history.minute + Int(seed % 5) * 700)
        try compare(history, naive, .all, at: now) { _ in true }
        try compare(history, naive, .all, at: now, inPartsFrom: 1) { _ in true }
        try compare(history, naive, .class(slug: "media-business"), at: now) {
            $0.classSlug == "media-business"
        }
        let reach = Guide.ID(classSlug: "media-business", termSlug: "reach")
        try compare(history, naive, .guide(reach), at: now) { $0.guide == reach }
        let mixUps = try compareMixUps(history, naive)
        if seed == 4 {
            let leeches = naive.states.values.filter { $0.lapses >= 8 }
            #expect(leeches.count > 0, "one of the lives in which a card is always forgotten")
            #expect(mixUps > 0, "and terms are taken for each other")
        }
        // What was added step by step is what a rebuild makes of the same events.
        if seed.isMultiple(of: 10) { #expect(try history.store.check(at: now).staleTables == []) }
    }

    private func compare(
        _ history: SimulatedHistory, _ naive: NaiveFigures, _ scope: Store.Scope,
        at now: Timestamp, inPartsFrom part: Int = .max, where isMeant: (NaiveFigures.Place) -> Bool
    ) throws {
        let (store, clock) = (history.store, history.clock)
        let today = clock.day(of: now)
        let scheduler = Scheduler(isSpread: false)
        func recall(_ state: CardState) -> Double? {
            state.memory.map {
                scheduler.model.retrievability(of: $0, after: Double(today - state.lastDay))
            }
        }
        let since = today + -100
        let report = ProgressReport(
            try store.progress(
                in: scope, since: since, at: now, clock, inPartsFrom: part
            ) { memory, _, lastDay in
                scheduler.model.retrievability(of: memory, after: Double(today - lastDay))
            },
            since: since, today: today)

        // The past.
        let monday = since.number - (since.number + 3) % 7
        let inGuides = Set(
            try store.guideHeads(in: .all).flatMap { head in
                try (store.guide(head.id)?.items ?? []).flatMap(\.cards).map(\.card)
            })
        // A class keeps the figures of items that left it; a guide knows only those it has.
        let isGuide = if case .guide = scope { true } else { false }
        let all = naive.answers.filter {
            isMeant($0.place) && (!isGuide || inGuides.contains($0.place.card))
        }
        // Far in the east it may have been tomorrow already: days end today, weeks with today's.
        let answers = all.filter { $0.day >= monday && $0.day <= today.number }
        let weekly = all.filter { $0.week >= monday && $0.week <= today.number }
        let tests = weekly.filter(\.isTest)
        #expect(report.past.reviews == answers.count)
        #expect(report.past.introduced == answers.count { $0.before == nil })
        #expect(
            report.past.milliseconds
                == answers.reduce(0) { $0 + Int((min($1.review.seconds, 300) * 1000).rounded()) })
        for (day, total) in report.days {
            #expect(total.reviews == answers.count { $0.day == day.number })
        }
        #expect(Set(report.days.keys.map(\.number)) == Set(answers.map(\.day)))
        #expect(
            report.trueRetention == Proportion(right: tests.count { $0.isRight }, of: tests.count))
        #expect(report.weeks.count == (today.number - monday) / 7 + 1)
        for week in report.weeks {
            let mine = tests.filter { $0.week == week.monday.number }
            #expect(week.total.answers == mine.count)
            #expect(week.total.right == mine.count { $0.isRight })
            expectNear(
                week.total.predicted,
                mine.isEmpty ? nil : mine.reduce(0) { $0 + $1.recall } / Double(mine.count), 1e-6)
        }
        for (trial, isMature) in [(Trial.young, false), (.mature, true)] {
            let mine = tests.filter { (($0.before?.interval ?? 0) >= 21) == isMature }
            #expect(report.maturities[trial]?.answers == mine.count)
            #expect(report.maturities[trial]?.right == mine.count { $0.isRight })
        }
        #expect(Set(report.forms.map(\.form)) == Set(weekly.map(\.review.form)))
        for form in report.forms {
            let mine = weekly.filter { $0.review.form == form.form }
            #expect(form.all.answers == mine.count)
            #expect(form.all.right == mine.count { $0.isRight })
            #expect(form.tested.answers == mine.count { $0.isTest })
            expectNear(
                form.all.seconds,
                mine.reduce(0) { $0 + min($1.review.seconds, 300) } / Double(mine.count), 1e-3)
        }
        for tenth in 0..<10 {
            let mine = tests.filter {
                $0.recall >= Double(tenth) / 10 - 5e-7
                    && ($0.recall < Double(tenth + 1) / 10 - 5e-7 || tenth == 9)
            }
            let bin = report.calibration.bins.first { $0.tenth == tenth }?.total ?? RecallTotal()
            #expect(bin.answers == mine.count)
            #expect(bin.right == mine.count { $0.isRight })
        }
        let days = Set(naive.answers.map(\.day).filter { $0 <= today.number })
        var run = 0
        var day = days.contains(today.number) ? today.number : today.number - 1
        while days.contains(day) {
            run += 1
            day -= 1
        }
        #expect(report.streak.current == run)
        #expect(report.streak.days == days.count)

        // The present.
        let marks = NaiveMarks(history.actions)
        let places = history.places.filter { isMeant($0) && inGuides.contains($0.card) }
        let shown = places.filter { !marks.isSuspended($0.card) }
        let values = shown.map { place in
            naive.states[place.card].flatMap(recall)
                ?? ([.answer].contains(place.card.facet) ? 0 : 0.25)
        }
        #expect(report.total.cards == places.count)
        #expect(report.total.suspended == places.count - shown.count)
        expectNear(
            report.total.predicted,
            values.isEmpty ? nil : values.reduce(0, +) / Double(values.count), 1e-9)
        #expect(report.total.new == shown.count { naive.states[$0.card] == nil })
        #expect(
            report.total.learning
                == shown.count { naive.states[$0.card].map { $0.phase != .review } ?? false })
        #expect(
            report.total.mature
                == shown.count {
                    naive.states[$0.card].map { $0.phase == .review && $0.interval >= 21 } ?? false
                })
        #expect(
            report.total.lapses == places.reduce(0) { $0 + (naive.states[$1.card]?.lapses ?? 0) })
        var due = 0
        var ahead = Array(repeating: 0, count: 30)
        for place in shown {
            guard let state = naive.states[place.card] else { continue }
            let hidden = marks.hiddenUntil(place.card) ?? today
            switch state.due {
            case .moment(let moment):
                let day = max(clock.day(of: moment), hidden)
                if day <= today, moment <= now { due += 1 }
                if day > today, day - today <= 30 { ahead[day - today - 1] += 1 }
            case .day(let dueDay):
                let day = max(dueDay, hidden)
                if day <= today { due += 1 }
                if day > today, day - today <= 30 { ahead[day - today - 1] += 1 }
            }
        }
        #expect(report.due.now == due)
        #expect(report.total.due == due)
        #expect(report.due.days == ahead)
        for guide in report.guides {
            #expect(guide.mastery.cards == places.count { $0.guide == guide.guide })
        }
        #expect(report.classes.reduce(0) { $0 + $1.mastery.cards } == places.count)
        let leeches = places.filter { (naive.states[$0.card]?.lapses ?? 0) >= 8 }
        #expect(Set(report.leeches.map(\.card)) == Set(leeches.map(\.card)))
        for leech in report.leeches {
            #expect(leech.lapses == naive.states[leech.card]?.lapses)
            #expect(leech.guide == leeches.first { $0.card == leech.card }?.guide)
        }
    }

    /// Compares which terms are mixed up; says how many pairs were.
    private func compareMixUps(_ history: SimulatedHistory, _ naive: NaiveFigures) throws -> Int {
        let terms = try history.store.guideHeads(in: .all).map { ($0.term, $0.id) }
        let standing = Set(
            try terms.flatMap { _, id in
                try (history.store.guide(id)?.items ?? []).map(\.id)
            })
        var counts: [[Guide.ID]: Int] = [:]
        for answer in naive.answers {
            guard !answer.isRight, [.term, .meaning].contains(answer.place.card.facet),
                standing.contains(answer.place.card.item),
                let named = terms.first(where: { $0.0 == answer.review.answer })?.1,
                named != answer.place.guide,
                !naive.answers.contains(where: { later in
                    later.place.card.item == answer.place.card.item && later.isRight
                        && later.review.form == .contrast
                        && later.review.time >= answer.review.time
                })
            else { continue }
            counts[[answer.place.guide, named], default: 0] += 1
        }
        let found = try history.store.confusions()
        #expect(found.map(\.count) == found.map(\.count).sorted(by: >))
        #expect(
            Dictionary(uniqueKeysWithValues: found.map { ([$0.asked, $0.named], $0.count) })
                == counts)
        return counts.count
    }

    private func expectNear(
        _ value: Double?, _ other: Double?, _ tolerance: Double,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard let value, let other else {
            #expect((value == nil) == (other == nil), sourceLocation: sourceLocation)
            return
        }
        #expect(abs(value - other) <= tolerance, sourceLocation: sourceLocation)
    }
}

/// What was said of cards, from the plain list.
private struct NaiveMarks {
    private let valid: [Action.Deed]

    init(_ actions: [Action]) {
        let redone = actions.compactMap { if case .redo(let id) = $0.deed { id } else { nil } }
        let undone = actions.filter { !redone.contains($0.id) }
            .compactMap { if case .undo(let id) = $0.deed { id } else { nil } }
        valid = actions.filter { !undone.contains($0.id) }.map(\.deed)
    }

    func isSuspended(_ card: Card.ID) -> Bool {
        var isSuspended = false
        for deed in valid {
            if deed == .suspend(card) { isSuspended = true }
            if deed == .resume(card) { isSuspended = false }
        }
        return isSuspended
    }

    func hiddenUntil(_ card: Card.ID) -> StudyDay? {
        var hidden: StudyDay?
        for deed in valid {
            if case .bury(card, let day) = deed { hidden = day }
            if deed == .resume(card) { hidden = nil }
        }
        return hidden
    }
}
