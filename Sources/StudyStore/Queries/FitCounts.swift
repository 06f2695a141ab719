internal import GRDB

extension Store {
    /// Answers that a fit could learn from, nearly: from memory, to cards that had waited for days.
    package func fittableAnswers() throws(StoreError) -> Int {
        try read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT sum(young_right + young_wrong + mature_right + mature_wrong)
                    FROM day_total
                    """) ?? 0
        }
    }

    /// How many they were when a fit was last made or called to mind; 0 when neither happened yet.
    ///
    /// It belongs to this file and does not travel with the history.
    package func fitConsidered() throws(StoreError) -> Int {
        try read { db in try Setting.number(.fitConsidered, db).map(Int.init) ?? 0 }
    }

    /// Notes how many they are now.
    package func considerFit(at answers: Int) throws(StoreError) {
        try write { db in try Setting.set(.fitConsidered, to: answers, db) }
    }
}
