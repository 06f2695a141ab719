import Foundation
import StudyCore

/// A practice test as it is kept between two questions, so that none is lost when the program ends.
struct PracticeTest: Codable, Equatable {
    /// One question with what became of it.
    struct Slot: Codable, Equatable {
        let card: String
        let form: String
        /// The share of points that the memory model expected; 0–1.
        let expected: Double
        /// What was answered; nil while it has not been asked.
        var answer: Answer?
    }

    struct Answer: Codable, Equatable {
        /// As it is shown again; empty when the question was left out.
        let said: String
        /// The share of points; 0–1.
        var score: Double
        /// Whether words alone could not tell what it is worth.
        var isDoubtful: Bool?
        /// The review it was saved as; nil when the question was left out.
        var review: ReviewName?
    }

    /// The identity of a review.
    struct ReviewName: Codable, Equatable {
        let device: String
        let sequence: Int
    }

    /// Milliseconds since 1970.
    let start: Int64
    /// The part of the library in words; nil for everything.
    let scope: String?
    let seed: UInt64
    let minutes: Double?
    let feedback: Bool
    /// Seconds spent on it so far.
    var seconds: Double
    var slots: [Slot]
}

/// What came of a practice test.
struct PracticeResult: Codable, Equatable {
    let start: Int64
    let scope: String?
    let questions: Int
    /// Points; whole questions right and shares of those partly right.
    let points: Double
    /// The points that the memory model expected.
    let expected: Double

    var share: Double { questions == 0 ? 0 : points / Double(questions) }
    var expectedShare: Double { questions == 0 ? 0 : expected / Double(questions) }
}

extension PracticeTest {
    /// What has come of it so far.
    var result: PracticeResult {
        PracticeResult(
            start: start, scope: scope, questions: slots.count,
            points: slots.reduce(0) { $0 + ($1.answer?.score ?? 0) },
            expected: slots.reduce(0) { $0 + $1.expected })
    }
}

/// The files of practice tests in the data folder: the one that is going on, and the results.
struct PracticeFiles {
    let folder: String

    private var current: URL { URL(fileURLWithPath: folder + "/test.json") }
    private var results: URL { URL(fileURLWithPath: folder + "/tests.json") }

    /// The test that is not finished; nil when there is none.
    func unfinished() throws(PracticeFileError) -> PracticeTest? { try read(current) }

    func save(_ test: PracticeTest) throws(PracticeFileError) { try write(test, to: current) }

    /// Takes the unfinished test away.
    func discard() throws(PracticeFileError) {
        guard FileManager.default.fileExists(atPath: current.path) else { return }
        do {
            try FileManager.default.removeItem(at: current)
        } catch {
            throw .unwritable(path: current.path)
        }
    }

    /// The results, oldest first.
    func past() throws(PracticeFileError) -> [PracticeResult] { try read(results) ?? [] }

    /// Adds results, each after those of tests that began before.
    func add(_ new: [PracticeResult]) throws(PracticeFileError) {
        let all = try past() + new
        // In the order in which they came where they began at the same moment.
        let sorted = all.enumerated().sorted {
            ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
        }
        try write(sorted.map(\.element), to: results)
    }

    /// Adds a result, and takes the test it came from away.
    func finish(_ result: PracticeResult) throws(PracticeFileError) {
        try add([result])
        try discard()
    }

    private func read<Value: Decodable>(_ url: URL) throws(PracticeFileError) -> Value? {
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        do {
            return try JSONDecoder().decode(Value.self, from: Data(contentsOf: url))
        } catch {
            throw .unreadable(path: url.path)
        }
    }

    private func write(_ value: some Encodable, to url: URL) throws(PracticeFileError) {
        do {
            try makePrivateFolder(containing: url.path)
            try Data(JSON.text(value).utf8).write(to: url, options: .atomic)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o600], ofItemAtPath: url.path)
        } catch {
            throw .unwritable(path: url.path)
        }
    }
}

/// A file of practice tests that cannot be used.
enum PracticeFileError: Error, Equatable, CustomStringConvertible {
    case unreadable(path: String)
    case unwritable(path: String)
    case exists(path: String)

    var description: String {
        switch self {
        case .unreadable(let path):
            "\(path) cannot be read; move it away, and the next test begins anew"
        case .unwritable(let path):
            "\(path) cannot be written; look at the permissions of its folder and the space on the disk"
        case .exists(let path): "\(path) is there already; name another file"
        }
    }
}
