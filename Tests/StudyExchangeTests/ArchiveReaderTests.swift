import FSRS
import StudyCore
import StudyExchange
import Testing

@Suite("Records of archives")
struct ArchiveReaderTests {
    private static let card = Card.ID(item: Item.ID("abc-2"), facet: .hole(3))
    private static let id = EventID(device: "device", sequence: 4)

    private static func action(_ deed: Action.Deed) -> ArchiveRecord {
        .action(
            Action(
                id: EventID(device: "other", sequence: 9), deed: deed,
                time: Timestamp(milliseconds: -5), utcOffset: -300))
    }

    /// An exam of parts of every sort.
    private static let exam = Exam(
        name: "Finals",
        parts: [
            Exam.Part(.all, weight: 0.5), Exam.Part(.class(slug: "c")),
            Exam.Part(.unit(classSlug: "c", name: "Unit \"one\""), weight: 2),
            Exam.Part(.guide(Guide.ID(classSlug: "c", termSlug: "t")), weight: 0),
        ], moment: Timestamp(milliseconds: 1_764_921_600_000), utcOffset: 60, minutesPerDay: 12.5,
        daysOff: [.saturday, .sunday], target: 0.9)

    private static let bareExam = Exam(
        name: "Test", parts: [Exam.Part(.all)], moment: Timestamp(milliseconds: 0), utcOffset: -300,
        minutesPerDay: 0)

    static let records: [ArchiveRecord] =
        [
            .setting(.init(name: "retention", value: "0.9", className: "A \"class\"")),
            .setting(.init(name: "rollover", value: "04:00")),
            .file(.init(library: 1, path: "a/b.md", text: "# {[\"\\ \u{1B}\u{202E}\n}]")),
            .text(
                .init(
                    device: "device", time: Timestamp(milliseconds: 1), item: Item.ID("abc"),
                    itemKind: .cloze, guide: Guide.ID(classSlug: "c", termSlug: "t"),
                    guideExplicitID: "g", path: "a/b.md", ordinal: 2,
                    fingerprint: Fingerprint(value: .max), text: "text", answer: "answer",
                    holes: [0..<2, 3..<4], likeness: 0.1 + 0.2, changed: 5, adopts: Item.ID("old"))),
            .review(
                Review(
                    id: id, card: card, form: .freeResponse, rating: .hard,
                    time: Timestamp(milliseconds: 1_764_176_400_123), utcOffset: 60, seconds: 4.125,
                    answer: "line\none", score: 1.0 / 3, hints: 2,
                    fingerprint: Fingerprint(value: 0),
                    assessment: Assessment(
                        proposed: .again, score: 0.25, confidence: 2.0 / 3,
                        marks: AnswerGrade.Point.State.allCases.flatMap { state in
                            [true, false].map { Assessment.Mark(found: state, isTurned: $0) }
                        }, accepted: "line\none"))),
            .review(
                Review(
                    id: id, card: Card.ID(item: Item.ID("x"), facet: .meaning), form: .flashcard,
                    rating: .again, time: Timestamp(milliseconds: 0), utcOffset: 0, seconds: 0,
                    fingerprint: Fingerprint(value: 1))),
            .forecast(
                NotedForecast(
                    device: "device", exam: id,
                    forecast: SaidForecast(
                        time: Timestamp(milliseconds: 8), mean: 0.1 + 0.2, low: 0.25, high: 1,
                        idle: 0))),
            .practice(
                .init(start: 9, scope: "Tides", questions: 3, points: 2.5, expected: 1.0 / 3)),
            .practice(.init(start: 9, scope: nil, questions: 0, points: 0, expected: 0)),
            .state(
                card,
                CardState(
                    memory: MemoryState(stability: 3.25, difficulty: 5.5, fastStability: nil),
                    phase: .review, step: 0, due: .day(StudyDay(number: 20_000)),
                    lastTime: Timestamp(milliseconds: 7), lastDay: StudyDay(number: 19_000),
                    interval: 12, reviews: 3, lapses: 1)),
        ]
        + [
            .undo(id), .redo(id), .suspend(card), .resume(card),
            .bury(card, until: StudyDay(number: 20_001)), .flag(card), .unflag(card),
            .link(Item.ID("a"), to: Item.ID("b")), .unlink(Item.ID("a")),
            .part(Item.ID("a"), text: Fingerprint(value: 77), as: Item.ID("b")),
            .forget(Item.ID("a")), .adopt(.standard(.fsrs6)), .adopt(.standard(.fsrs7)),
            .setExam(exam, changing: nil), .setExam(bareExam, changing: id),
            .enterResult(0.85, of: id), .removeExam(id),
        ].map(action)

    private static func archive() throws -> [UInt8] {
        var writer = ArchiveText()
        var text = ArchiveText.opening(exported: "2026-11-26T09:00:00Z")
        for record in records { text += try writer.text(of: record) }
        return Array((text + ArchiveText.closing).utf8)
    }

    private static func read(_ bytes: [UInt8], pieces size: Int) throws -> [ArchiveRecord] {
        var reader = ArchiveReader()
        var found: [ArchiveRecord] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            try reader.read(bytes[start..<min(start + size, bytes.count)]) { record, _ in
                found.append(record)
            }
        }
        try reader.finish()
        return found
    }

    @Test(
        "Every record reads back as it was, however the file is cut into pieces",
        arguments: [1, 7, 64, 1 << 20])
    func roundTrip(size: Int) throws {
        #expect(try Self.read(Self.archive(), pieces: size) == Self.records)
    }

    @Test("White space between records and fields makes no difference")
    func layout() throws {
        let text = String(decoding: try Self.archive(), as: UTF8.self)
        let pretty = text.replacing(",\n{", with: " ,\n\n  {\n ").replacing(
            "\n]}", with: "  ]\n}\n")
        #expect(try Self.read(Array(pretty.utf8), pieces: 100) == Self.records)
    }

    @Test("An archive that ends early is refused, wherever it ends")
    func truncated() throws {
        let bytes = try Self.archive()
        for length in stride(from: 0, to: bytes.count - 3, by: 5) {
            #expect(throws: (any Error).self) {
                try Self.read(Array(bytes[..<length]), pieces: 4096)
            }
        }
    }

    @Test("Damaged bytes are refused or read, and never more")
    func damaged() throws {
        var generator = Lehmer(seed: 1)
        let bytes = try Self.archive()
        for _ in 0..<500 {
            var bad = bytes
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bad[Int.random(in: bad.indices, using: &generator)] = UInt8.random(
                    in: 0...255, using: &generator)
            }
            _ = try? Self.read(bad, pieces: 4096)
        }
    }

    @Test("The line of a bad record is said")
    func line() {
        let text =
            "{\"studyline\":1,\"records\":[\n{\"kind\":\"file\",\"library\":0,\"path\":\"a.md\",\"text\":\"\"},\n{\"kind\":\"spell\"}\n]}"
        #expect(throws: ArchiveError.malformed(line: 3, reason: "the kind 'spell' is not known")) {
            try Self.read(Array(text.utf8), pieces: 10)
        }
    }
}
