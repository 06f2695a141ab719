import FSRS
import Testing

@Suite("Metrics")
struct EvaluationTests {
    /// A log and what fsrs-rs says of it.
    struct Reference: Decodable, Sendable {
        struct Result: Decodable, Sendable {
            let parameters: [Double]
            let logLoss, rmseBins: Double
        }

        let cards, ratings: [Int]
        let days: [Double]
        let evaluations: [Result]

        static let shared: Reference = loadVectors("evaluation")

        var log: ReviewLog {
            var log = ReviewLog()
            for index in cards.indices {
                log.append(
                    card: cards[index], rating: Rating(rawValue: ratings[index]) ?? .good,
                    days: days[index])
            }
            return log
        }
    }

    @Test("log loss and binned error are the reference's")
    func reference() throws {
        for result in Reference.shared.evaluations {
            let model = MemoryModel(parameters: try Parameters(result.parameters))
            let predictions = Predictions(of: Reference.shared.log, by: model)
            let last = Double(predictions.all.count - 1)
            let evaluation = Evaluation(of: predictions) { index in
                let x = Double(index) / last
                return 0.25 + 0.75 * x * x * x
            }
            #expect(abs(evaluation.logLoss - result.logLoss) < 1e-5)
            #expect(abs(evaluation.binnedError - result.rmseBins) < 1e-5)
        }
        #expect(Reference.shared.evaluations.count == 2)
    }

    private func prediction(
        _ probability: Double, _ isRecalled: Bool, days: Double = 1, number: Int = 1
    ) -> Predictions.Prediction {
        Predictions.Prediction(
            place: 0, probability: probability, isRecalled: isRecalled, days: days,
            number: number, lapses: 0)
    }

    @Test("worked by hand")
    func byHand() {
        let evaluation = Evaluation(
            of: Predictions([
                prediction(0.9, true), prediction(0.9, false), prediction(0.6, true),
                prediction(0.2, false, days: 30),
            ]))
        #expect(evaluation.reviews == 4)
        // −(ln 0.9 + ln 0.1 + ln 0.6 + ln 0.8) / 4
        #expect(abs(evaluation.logLoss - 0.785479) < 1e-6)
        // One bin of three, predicted 0.8 and recalled 2/3; one of one, 0.2 and 0.
        let wanted = ((3 * (2.4 / 3 - 2.0 / 3) * (2.4 / 3 - 2.0 / 3) + 0.04) / 4).squareRoot()
        #expect(abs(evaluation.binnedError - wanted) < 1e-12)
        // Of four pairs recalled over forgotten: a tie, one above, one below, one above.
        #expect(evaluation.discrimination == 0.625)
        #expect(
            evaluation.calibration.map(\.reviews) == [1, 1, 2]
                && evaluation.calibration.map(\.recalled) == [0, 1, 0.5])
        #expect(evaluation.calibration[2].predicted == 0.9)
    }

    @Test("logs without anything to tell have harmless figures")
    func empty() {
        let none = Evaluation(of: ReviewLog(), by: MemoryModel())
        #expect(
            [none.logLoss, none.binnedError, none.discrimination] == [0, 0, 0.5]
                && none.reviews == 0 && none.calibration.isEmpty)
        let all = Evaluation(of: Predictions([prediction(0.7, true), prediction(0.8, true)]))
        #expect(all.discrimination == 0.5)
    }

    @Test("predictions use the past alone, and count reviews and lapses before them")
    func predictions() {
        var log = ReviewLog()
        for (rating, days) in [
            (Rating.good, 0.0), (.good, 0), (.again, 3), (.again, 0), (.good, 1), (.easy, 5),
        ] { log.append(card: 0, rating: rating, days: days) }
        let model = MemoryModel()
        let predictions = Predictions(of: log, by: model).all
        #expect(predictions.map(\.place) == [2, 4, 5])
        #expect(predictions.map(\.isRecalled) == [false, true, true])
        #expect(predictions.map(\.number) == [1, 2, 3])
        #expect(predictions.map(\.lapses) == [0, 1, 1])
        let first = model.state(after: nil, rating: .good, days: 0)
        let second = model.state(after: first, rating: .good, days: 0)
        #expect(predictions[0].probability == model.retrievability(of: second, after: 3))
        let sameDay = Predictions(of: log, by: model, countingSameDay: true).all
        #expect(sameDay.map(\.place) == [1, 2, 3, 4, 5])
    }

    @Test("over time, each part is predicted from the parts before it")
    func overTime() {
        let log = Reference.shared.log
        var lengths: [Int] = []
        let evaluation = Evaluation.overTime(of: log) { past in
            lengths.append(past.count)
            return .standard
        }
        let places = Predictions(of: log, by: MemoryModel()).all.map(\.place)
        let part = places.count / 6
        #expect(lengths == (1...5).map { places[$0 * part] })
        #expect(evaluation.reviews == places.count - part)
        let all = Predictions(of: log, by: MemoryModel()).all
        #expect(
            evaluation == Evaluation(of: Predictions(Array(all.dropFirst(part)))))
        #expect(Evaluation.overTime(of: ReviewLog()) { _ in .standard }.reviews == 0)
    }
}
