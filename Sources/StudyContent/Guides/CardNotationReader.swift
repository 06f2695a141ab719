internal import StudyCore

/// Makes items of the cards that are written as `Q:`, `A:` and `C:` lines.
struct CardNotationReader {
    let source: SourceText
    let limits: ContentLimits
    private(set) var items: [Item] = []
    private(set) var log: ProblemLog

    init(source: SourceText, file: String, limits: ContentLimits) {
        self.source = source
        self.limits = limits
        log = ProblemLog(file: file)
    }

    mutating func read(_ parts: [CardNotation.Part]) {
        var question: CardNotation.Part?
        for part in parts {
            switch part.mark {
            case .question:
                reportUnanswered(question)
                question = part
            case .answer:
                if let asked = question {
                    readPair(asked, part)
                } else {
                    report(
                        .missingQuestion, .warning, part,
                        "this answer has no question; put a 'Q:' line above it")
                }
                question = nil
            case .cloze:
                reportUnanswered(question)
                question = nil
                readCloze(part)
            }
            if part.isLast {
                reportUnanswered(question)
                question = nil
            }
        }
        reportUnanswered(question)
    }

    private mutating func readPair(_ asked: CardNotation.Part, _ answered: CardNotation.Part) {
        guard isShort(asked), isShort(answered) else { return }
        var question = Prose(markdown: text(of: asked))
        var answer = Prose(markdown: text(of: answered))
        var id = explicitID(of: &question, asked)
        if id == nil { id = explicitID(of: &answer, answered) }
        if question.plain.isEmpty {
            report(.emptyQuestion, .warning, asked, "the question is empty; write it behind 'Q:'")
        } else if answer.plain.isEmpty {
            reportUnanswered(asked)
        } else {
            items.append(
                Item(
                    kind: .question, text: question, answer: answer, explicitID: id,
                    line: asked.lines.lowerBound))
        }
    }

    private mutating func readCloze(_ part: CardNotation.Part) {
        guard isShort(part) else { return }
        var text = String(decoding: text(of: part), as: UTF8.self)
        let ending = ExplicitID.strip(&text)
        if ending == .malformed { reportMalformedID(part) }
        let cloze: Cloze
        do {
            cloze = try Cloze(text)
        } catch {
            report(error.code, .warning, part, error.message)
            return
        }
        var id: String?
        if case .id(let name) = ending { id = name }
        items.append(
            Item(
                kind: .cloze, text: cloze.text, holes: cloze.holes, explicitID: id,
                line: part.lines.lowerBound))
    }

    /// The Markdown behind the mark.
    private func text(of part: CardNotation.Part) -> [UInt8] {
        let start = source.range(ofLine: part.lines.lowerBound).lowerBound + 2
        let end = source.range(ofLine: part.lines.upperBound).upperBound
        var bytes = Array(source.bytes[start..<end])
        bytes.removeFirst(bytes.prefix { $0.isBlank }.count)
        return bytes.trimmingBlankLines()
    }

    private mutating func explicitID(of prose: inout Prose, _ part: CardNotation.Part) -> String? {
        switch ExplicitID.strip(&prose) {
        case .id(let id): return id
        case .none: return nil
        case .malformed:
            reportMalformedID(part)
            return nil
        }
    }

    private mutating func isShort(_ part: CardNotation.Part) -> Bool {
        if text(of: part).count <= limits.itemLength { return true }
        report(.itemTooLong, .error, part, ItemReading.tooLong(limit: limits.itemLength))
        return false
    }

    private mutating func reportUnanswered(_ question: CardNotation.Part?) {
        guard let question else { return }
        report(
            .missingAnswer, .warning, question,
            "the question has no answer and is not asked; put an 'A:' line below it")
    }

    private mutating func reportMalformedID(_ part: CardNotation.Part) {
        report(.malformedID, .warning, part, ItemReading.malformedID)
    }

    private mutating func report(
        _ code: ProblemCode, _ severity: ContentProblem.Severity, _ part: CardNotation.Part,
        _ message: String
    ) {
        log.add(
            code, severity, line: part.lines.lowerBound, lastLine: part.lines.upperBound, message)
    }
}
