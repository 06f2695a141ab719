import FSRS
import StudyCore
import StudyStore

extension ReviewLog {
    /// The learner's answers as the scheduler counts them.
    ///
    /// A right answer by recognition is left out: it proves no memory and changed none.
    ///
    /// - Parameters:
    ///   - answers: The answers, oldest first.
    ///   - version: FSRS-6 gets whole study days between answers, FSRS-7 the time with its fraction.
    ///   - rollover: Minutes after midnight at which a study day begins.
    init(_ answers: [LoggedAnswer], for version: Version, rollover: Int) {
        self.init()
        reserveCapacity(answers.count)
        var last: [LoggedAnswer?] = []
        for answer in answers {
            while last.count <= answer.card { last.append(nil) }
            if answer.evidence == .recognition, answer.rating != .again { continue }
            let days =
                last[answer.card].map { before in
                    switch version {
                    case .fsrs6: Double(answer.day(rollover) - before.day(rollover))
                    case .fsrs7: answer.time.days(since: before.time)
                    }
                } ?? 0
            append(card: answer.card, rating: answer.rating, days: days)
            last[answer.card] = answer
        }
    }
}

extension LoggedAnswer {
    fileprivate func day(_ rollover: Int) -> StudyDay {
        StudyClock(utcOffset: utcOffset, rollover: rollover).day(of: time)
    }
}

extension Desk {
    /// The learner's own reviews, for a version of the model.
    func reviewLog(for version: Version) throws -> ReviewLog {
        ReviewLog(try store.answerLog(), for: version, rollover: settings.rollover)
    }
}
