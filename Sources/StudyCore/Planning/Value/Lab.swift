import FSRS
package enum Lab {
    static func bound(_ exam: ExamCase, model: MemoryModel = MemoryModel()) -> Double {
        var tables = TransitionTables(model: model)
        let sessions = (0..<exam.days).map { PlanFrame.Session(day: $0, time: Double($0), seconds: exam.secondsPerDay) }
        let frame = PlanFrame(sessions: sessions, tables: &tables, costs: StudyCosts())
        let kind = CardKind(rest: Double(exam.days - 1) + 14.0 / 24, weight: 1, sessions: exam.days)
        let search = PriceSearch(frame: frame, groups: [.init(kind: kind, seen: SeenCards([], kind, in: frame), new: [NewCards(count: exam.cards, guess: 0)])])
        let prices = search.prices(from: nil, steps: 60)
        return search.evaluate(prices, temperature: 1e-5).value / Double(exam.cards)
    }
    package static func run(_ arguments: [String]) {
        let clock = ContinuousClock()
        let reps = Int(arguments.first ?? "4") ?? 4
        let kinds = arguments.count > 1 ? arguments[1] : "right"
        for (cards, days, minutes) in [(55, 1, 10), (55, 3, 5), (55, 7, 10), (200, 3, 20), (200, 7, 10), (200, 14, 10), (600, 14, 20), (200, 30, 5), (600, 30, 10)] {
            let exam = ExamCase(cards: cards, days: days, minutes: Double(minutes))
            let bound = kinds == "right" ? bound(exam) : 0
            var rows: [(String, Double, Double, Double)] = []
            var times: [Duration] = []
            func add(_ name: String, _ make: (MemoryModel) -> any StudyPolicy) {
                var (recall, later, minutes) = (0.0, 0.0, 0.0)
                let start = clock.now
                for rep in 0..<reps {
                    let learner: ExamLearner
                    var model = MemoryModel()
                    switch kinds {
                    case "spread":
                        let p = Learner.random(seed: UInt64(rep) + 100).parameters!
                        model = MemoryModel(parameters: p)
                        learner = ExamLearner(memory: .model(model))
                    case "two": learner = ExamLearner(memory: .twoTraces(TwoTraceMemory()))
                    case "actr": learner = ExamLearner(memory: .activation(ActivationMemory()))
                    default: learner = ExamLearner(memory: .model(model))
                    }
                    var policy = make(model)
                    func go(_ policy: inout some StudyPolicy) -> ExamSimulation.Result { ExamSimulation.run(exam, learner: learner, seed: UInt64(rep), policy: &policy) }
                    let r = go(&policy)
                    recall += r.recall / Double(reps); later += r.monthLater / Double(reps); minutes += r.seconds / 60 / Double(reps)
                }
                times.append(clock.now - start)
                rows.append((name, recall, minutes, later))
            }
            add("anki") { _ in DueReviews(cards: cards, retention: 0.9, steps: true) }
            add("fsrs") { _ in DueReviews(cards: cards, retention: 0.9, steps: false) }
            add("robin") { _ in RoundRobin(cards: cards) }
            add("leitner") { _ in Leitner(cards: cards) }
            add("sm2") { _ in SM2(cards: cards) }
            add("dr97") { _ in DueReviews(cards: cards, retention: 0.97, steps: false) }
            add("greedy") { _ in GreedyPolicy(exam) }
            add("plan") { _ in PlanPolicy(exam, knowledge: .fixed, fills: false) }
            add("adapt") { _ in PlanPolicy(exam, knowledge: .adapting, fills: false) }
            add("fill") { _ in PlanPolicy(exam, knowledge: .adapting, fills: true) }
            add("truth") { PlanPolicy(exam, model: $0, knowledge: .fixed, fills: false) }
            print(cards, days, minutes, "bound", (bound * 1000).rounded() / 1000, rows.map { "\($0.0) \(($0.1 * 1000).rounded() / 1000) (\(Int($0.2)))" }.joined(separator: " · "), "| last", times.suffix(4).map { $0 / reps })
        }
    }
}
