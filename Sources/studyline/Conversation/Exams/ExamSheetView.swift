import StudyCore
import StudyTerminal

/// The night-before sheet, on the screen or as Markdown to be printed.
struct ExamSheetView {
    let desk: Desk

    private struct Data: Encodable {
        struct Entry: Encodable {
            let term: String
            let kind: String
            let text: String
            let answer: String?
            let recall: Double?
        }
        let exam: String
        let moment: String
        let entries: [Entry]
        let others: Int
    }

    func show(_ sheet: ExamSheet, _ format: SheetFormat) throws {
        switch format {
        case .json: print(try JSON.text(data(sheet)))
        case .markdown: print(markdown(sheet))
        case .text: desk.page(lines(sheet))
        }
    }

    private func title(_ sheet: ExamSheet) -> String {
        let exam = sheet.record.exam
        return "\(exam.name), \(Phrases.moment(exam.moment, utcOffset: exam.utcOffset))"
    }

    /// `12 %` to be recalled; what was never answered is new.
    private func chance(_ entry: ExamSheet.Entry) -> String {
        entry.recall.map(Phrases.percent) ?? "new"
    }

    private func rest(_ sheet: ExamSheet) -> String? {
        sheet.others > 0
            ? "\(Phrases.count(sheet.others, "other thing")) to know are surer, or were left for their number ('--limit')."
            : nil
    }

    private static let preface =
        "What is most likely to be lost at the exam; the figure is the chance that it is recalled without another look."

    private func lines(_ sheet: ExamSheet) -> [StyledText] {
        let width = min(desk.terminal.width, 80)
        var lines = StyledText(title(sheet), .heading).wrapped(to: width)
        lines += StyledText(Self.preface, .faint).wrapped(to: width)
        for topic in sheet.topics {
            lines.append("")
            lines += StyledText(topic.term, .term).wrapped(to: width)
            for entry in topic.entries {
                let mark = StyledText(chance(entry), .faint).padded(to: 5, .trailing) + "  "
                lines += StyledText(entry.item.text.plain).wrapped(to: width, first: mark)
                if let answer = entry.item.answer {
                    lines += StyledText(answer.plain, .emphasis)
                        .wrapped(to: width, first: "       ")
                }
            }
        }
        if let rest = rest(sheet) {
            lines.append("")
            lines += StyledText(rest, .faint).wrapped(to: width)
        }
        return lines
    }

    private func markdown(_ sheet: ExamSheet) -> String {
        var blocks = ["# \(title(sheet))", Self.preface]
        for topic in sheet.topics {
            blocks.append("## \(topic.term)")
            blocks.append(
                topic.entries.map { entry in
                    let answer = entry.item.answer.map { "\n  " + $0.markdown.indented } ?? ""
                    return "- \(entry.item.text.markdown.indented) (\(chance(entry)))\(answer)"
                }.joined(separator: "\n"))
        }
        if let rest = rest(sheet) { blocks.append(rest) }
        return StyledText(blocks.joined(separator: "\n\n")).plain
    }

    private func data(_ sheet: ExamSheet) -> Data {
        Data(
            exam: sheet.record.exam.name, moment: ISO8601.text(sheet.record.exam.moment),
            entries: sheet.topics.flatMap { topic in
                topic.entries.map { entry in
                    Data.Entry(
                        term: topic.term, kind: entry.item.kind.rawValue,
                        text: entry.item.text.plain, answer: entry.item.answer?.plain,
                        recall: entry.recall)
                }
            }, others: sheet.others)
    }
}

extension String {
    /// Lines after the first moved in, so that they stay in a list's item.
    fileprivate var indented: String { replacing("\n", with: "\n  ") }
}
