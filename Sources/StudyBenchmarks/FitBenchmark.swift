import Dispatch
import FSRS
import Foundation

/// Fitting to a learner's reviews: time, memory, and the loss of reviews that were not used.
///
/// With `FSRS_RS_PYTHON`, a Python that has `fsrs-rs-python`, the same files are fitted by fsrs-rs in the same run, and
/// each figure is given as a ratio too: `make compare`.
enum FitBenchmark {
    private static let sizes = [1000, 10_000, 100_000, 1_000_000]

    static func run() throws {
        let workshop = try Workshop()
        reportSameDay()
        let test = log(reviews: 20_000, seed: 2)
        report("fit_loss_default", loss(of: test, .standard), "nats")
        for size in sizes {
            let log = log(reviews: size, seed: 1)
            let path = workshop.path("reviews-\(size).csv")
            try write(log, to: path)
            let name = size >= 1_000_000 ? "fit_1m" : "fit_\(size / 1000)k"
            let runs = max(3, min(200, 200_000 / size))
            let alone = least(runs) { Fit(log) }
            let together = least(runs) { Fit(log, concurrently: onAllCores) }
            let replay = least(runs) { MemoryModel().states(after: log) }
            let replayTogether = least(runs) {
                MemoryModel().states(after: log, concurrently: onAllCores)
            }
            let fitLoss = loss(of: test, alone.result.parameters)
            report("\(name)_cpu", alone.processor, "ms")
            report("\(name)_wall_all_cores", together.wall, "ms")
            report("\(name)_loss", fitLoss, "nats")
            report("\(name)_replay_cpu", replay.processor, "ms")
            report("\(name)_replay_wall_all_cores", replayTogether.wall, "ms")
            let ours = try optimise(path, in: workshop)
            report("\(name)_program_cpu", ours.processorTime, "ms")
            report("\(name)_program_memory", ours.megabytes, "MB")
            let memory = extraMemory { _ = Fit(log, concurrently: onAllCores) }
            if let memory { report("\(name)_memory", memory, "MB") }
            guard let python = ProcessInfo.processInfo.environment["FSRS_RS_PYTHON"] else {
                continue
            }
            let theirs = try FSRSRS(python: python, file: path)
            report("\(name)_cpu_ratio", alone.processor / theirs.fit, "x")
            report("\(name)_wall_ratio", together.wall / theirs.wall, "x")
            let theirLoss = loss(of: test, try Parameters(theirs.parameters))
            report("\(name)_loss_above", max(0, fitLoss - theirLoss), "nats")
            report("\(name)_loss_below", max(0, theirLoss - fitLoss), "nats")
            report("\(name)_replay_rate_ratio", theirs.replay / replay.processor, "x")
            report("\(name)_replay_rate_ratio_all_cores", theirs.replay / replayTogether.wall, "x")
            report("\(name)_memory_fsrs_rs", theirs.megabytes, "MB")
            if let memory { report("\(name)_memory_ratio", memory / theirs.megabytes, "x") }
        }
    }

    private static func optimise(_ log: String, in workshop: Workshop) throws -> Child.Outcome {
        try Child.run(
            Program.path, ["optimize", "--log", log, "--format", "json"],
            environment: Program.environment(workshop.path("data"), content: "."))
    }

    /// How well either version foretells reviews on the same day, by its defaults.
    private static func reportSameDay() {
        let seven = Learner(
            name: "fsrs7", memory: .model(MemoryModel(parameters: .standard(.fsrs7))))
        for learner in [Learner.quick, .hidden, seven] {
            let outcome = outcome(of: learner, reviews: 20_000, seed: 3)
            for version in Version.allCases {
                // FSRS-6 foretells from the time with its fraction too; its memories change by whole days.
                let log = outcome.log(for: .fsrs7).prefix(20_000)
                let model = MemoryModel(parameters: .standard(version))
                let all = Predictions(of: log, by: model, countingSameDay: true).all
                let sameDay = Evaluation(of: Predictions(all.filter { $0.days < 1 }))
                let name = version == .fsrs6 ? "fsrs6" : "fsrs7"
                report("same_day_loss_\(learner.name)_by_\(name)", sameDay.logLoss, "nats")
            }
        }
    }

    /// Reviews of a simulated learner who forgets fast.
    private static func log(reviews: Int, seed: UInt64) -> ReviewLog {
        outcome(of: .quick, reviews: reviews, seed: seed).log().prefix(reviews)
    }

    private static func outcome(
        of learner: Learner, reviews: Int, seed: UInt64
    ) -> StudyOutcome {
        var plan = StudyPlan()
        plan.cards = .max
        plan.days = 5000
        plan.newPerDay = max(20, reviews / 5000)
        plan.secondsPerDay = .infinity
        plan.attendance = 0.9
        plan.measuresMemory = false
        plan.keepsReviews = true
        plan.longestLog = reviews
        return StudySimulation.run(plan: plan, learner: learner, seed: seed)
    }

    private static func loss(of log: ReviewLog, _ parameters: Parameters) -> Double {
        Evaluation(of: log, by: MemoryModel(parameters: parameters)).logLoss
    }

    private static func write(_ log: ReviewLog, to path: String) throws {
        var text = "card_id,review_time,rating,elapsed_days\n"
        for index in 0..<log.count {
            let review = log[index]
            text += "\(review.card),\(index),\(review.rating.rawValue),\(Int(review.days))\n"
        }
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    private static let onAllCores: ConcurrentMap = { count, work in
        var results = Array(repeating: [Double](), count: count)
        results.withUnsafeMutableBufferPointer { buffer in
            // Each piece writes to a place of its own.
            nonisolated(unsafe) let places = buffer
            DispatchQueue.concurrentPerform(iterations: count) { places[$0] = work($0) }
        }
        return results
    }

    /// The result of some work, and the least time of several runs in milliseconds: of the processor, and of the wall.
    private static func least<Result>(
        _ runs: Int, _ work: () -> Result
    ) -> (result: Result, processor: Double, wall: Double) {
        var (processor, wall) = (Double.infinity, Double.infinity)
        var result = work()
        for _ in 0..<runs {
            let (start, spent) = (ContinuousClock.now, processorTime())
            result = work()
            processor = min(processor, processorTime() - spent)
            wall = min(wall, (ContinuousClock.now - start) / .milliseconds(1))
        }
        return (result, processor, wall)
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
    }
}

/// What fsrs-rs makes of a file of reviews; see Tests/Comparison/fsrs_rs.py.
private struct FSRSRS: Decodable {
    let parameters: [Double]
    /// Milliseconds: of the processor for a fit, of the wall for it, of the processor for a replay.
    let fit, wall, replay: Double
    /// Memory that fitting takes beyond what the reviews hold; see `extraMemory`.
    let megabytes: Double

    init(python: String, file: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = ["Tests/Comparison/fsrs_rs.py", file]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        self = try JSONDecoder().decode(FSRSRS.self, from: data)
    }
}
