import FSRS
import StudyCore
import StudyTerminal

/// What was found in an answer, point by point, in words and signs; colour only helps.
struct GradeView {
    let terminal: any Terminal

    /// Shows the points of an answer and, where it was one answer, the model answer.
    ///
    /// - Parameters:
    ///   - answer: The graded answer.
    ///   - model: The model answer as it was compared.
    func show(_ answer: OwnWords, model: String) {
        terminal.writeLine()
        if answer.grade.isEmpty {
            if !answer.isList { return show(model, stressing: []) }
        } else {
            terminal.writeWrapped(
                "The \(answer.isList ? "key facts" : "points of the model answer"); a letter turns its mark:"
            )
        }
        for index in answer.grade.points.indices { show(point: index, of: answer.grade) }
        if answer.isList || answer.grade.isEmpty { return }
        let lacking = answer.grade.points.flatMap(Self.lacking)
        terminal.writeLine()
        terminal.writeWrapped(
            lacking.isEmpty
                ? "The model answer:"
                : "The model answer, \(Self.stressed("what you left out", terminal.style)) stressed:"
        )
        show(model, stressing: lacking)
    }

    /// Shows one point: its letter, its mark, the words that decided it.
    func show(point index: Int, of grade: AnswerGrade) {
        let point = grade.points[index]
        let letter = Self.letter(index).map { "\($0) " } ?? ""
        let rest = StyledText(String(repeating: " ", count: letter.count + 2))
        terminal.writeWrapped(
            "\(Self.mark(of: point)): \(point.text)", first: StyledText(letter, .strong), rest: rest
        )
        for line in Self.reasons(for: point) {
            terminal.writeWrapped(line, first: rest, rest: rest + "  ")
        }
    }

    /// What the whole comes to.
    func showSum(of answer: OwnWords, proposal: Rating?) {
        let grade = answer.grade
        guard !grade.isEmpty, !grade.points.isEmpty else { return }
        let found = grade.points.count { $0.state == .covered }
        let count =
            "\(found) of \(Phrases.count(grade.points.count, answer.isList ? "fact" : "point")) found"
        if answer.isList { return terminal.writeWrapped("\(count).") }
        terminal.writeWrapped(
            proposal.map {
                "\(count), \(Phrases.percent(grade.score)): \(Phrases.name($0), .strong) is proposed."
            }
                ?? "\(count), \(Phrases.percent(grade.score)). \(doubt(grade)) The rating is yours."
        )
    }

    /// Why nothing is proposed.
    private func doubt(_ grade: AnswerGrade) -> String {
        grade.contradicted > 0
            ? "Something may be said the other way round: look at the question above."
            : "Words alone cannot tell here: compare it yourself."
    }

    /// The letter by which a point is turned; nil beyond the alphabet.
    static func letter(_ index: Int) -> Character? {
        index < 26 ? Question.letter(index).first : nil
    }

    // MARK: Words

    /// `+ found`, with the learner's own marks said to be.
    static func mark(of point: AnswerGrade.Point) -> StyledText {
        let mark: StyledText =
            switch point.state {
            case .covered: StyledText("+ found", .correct)
            case .partly: StyledText("~ partly found", .warning)
            case .missing: StyledText("- not found in your answer", .wrong)
            case .contradicted: StyledText("! said the other way", .wrong)
            }
        return point.isTurned ? mark + " (your mark)" : mark
    }

    private static func reasons(for point: AnswerGrade.Point) -> [StyledText] {
        guard !point.isTurned else { return [] }
        var lines = point.conflicts.map(question)
        let found = point.found.joined(separator: ", ")
        var seen: Set<String> = []
        let lacking = point.lacking.map(\.text).filter { seen.insert($0).inserted }
            .joined(separator: ", ")
        switch point.state {
        case .covered where !found.isEmpty: lines.append(StyledText("by: \(found)", .faint))
        case .partly, .missing:
            var parts: [String] = []
            if !found.isEmpty { parts.append("has: \(found)") }
            if point.state == .partly, !lacking.isEmpty { parts.append("lacks: \(lacking)") }
            if !parts.isEmpty { lines.append(StyledText(parts.joined(separator: " · "), .faint)) }
        default: break
        }
        return lines
    }

    /// A contradiction is asked and not told.
    private static func question(_ conflict: AnswerGrade.Conflict) -> StyledText {
        switch conflict.kind {
        case .swap:
            "You put \"\(conflict.typed, .strong)\" where the model answer has \"\(conflict.expected, .strong)\". Did you mean that?"
        case .negation, .opposite, .figure:
            "You wrote \"\(conflict.typed, .strong)\"; the model answer says \"\(conflict.expected, .strong)\". Did you mean that?"
        }
    }

    // MARK: The model answer

    /// Where a point is missing in the model answer: the whole of it, or its words that were left out.
    private static func lacking(in point: AnswerGrade.Point) -> [Range<Int>] {
        switch point.state {
        case .missing: [point.range]
        case .partly: point.lacking.map(\.range)
        case .covered, .contradicted: []
        }
    }

    private static func stressed(_ text: String, _ style: Style) -> StyledText {
        style.hasColors ? StyledText(text, .stressed) : StyledText("*\(text)*")
    }

    /// Shows a text, some stretches of it stressed; line by line as it stands.
    private func show(_ text: String, stressing ranges: [Range<Int>]) {
        let bytes = Array(text.utf8)
        let stretches = Self.joined(ranges, in: bytes)
        var start = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let end = start + line.count
            var shown = StyledText()
            var place = start
            for stretch in stretches where stretch.lowerBound >= start && stretch.upperBound <= end
            {
                shown += StyledText(
                    String(decoding: bytes[place..<stretch.lowerBound], as: UTF8.self))
                shown += Self.stressed(
                    String(decoding: bytes[stretch], as: UTF8.self), terminal.style)
                place = stretch.upperBound
            }
            shown += StyledText(String(decoding: bytes[place..<end], as: UTF8.self))
            terminal.writeWrapped(shown, first: "  ", rest: "  ")
            start = end + 1
        }
    }

    /// Words next to each other are one stretch.
    private static func joined(_ ranges: [Range<Int>], in bytes: [UInt8]) -> [Range<Int>] {
        var joined: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound })
        where range.upperBound <= bytes.count {
            if let last = joined.last,
                range.lowerBound <= last.upperBound
                    || bytes[last.upperBound..<range.lowerBound].allSatisfy({
                        $0 == UInt8(ascii: " ")
                    })
            {
                joined[joined.count - 1] =
                    last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }
}
