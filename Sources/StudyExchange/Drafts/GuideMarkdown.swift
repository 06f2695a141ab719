/// Writes drafts as a file that the loader of guides reads back to the same.
package struct GuideMarkdown {
    /// The heading under which questions that came without an answer are kept and not asked.
    package static let unansweredTitle = "Questions without answers"

    private var text = ""

    /// One file of one class and unit.
    ///
    /// - Parameters:
    ///   - guides: In their order. Class, unit and sources are the first one's; aliases can only be
    ///     given to a file's only guide.
    ///   - className: The class as it is shown.
    /// - Returns: The text.
    package static func file(_ guides: [DraftGuide], className: String) -> String {
        var writer = GuideMarkdown()
        writer.writeFrontMatter(guides, className: className)
        if guides.count > 1, guides.allSatisfy(\.isRow) {
            writer.writeTable(guides)
        } else {
            for guide in guides { writer.write(guide) }
        }
        return writer.text
    }

    private mutating func writeFrontMatter(_ guides: [DraftGuide], className: String) {
        text += "---\nclass: \(YAMLText.value(className))\n"
        guard let first = guides.first else { return }
        if let unit = first.unit { text += "unit: \(YAMLText.value(unit))\n" }
        if guides.count == 1, !first.aliases.isEmpty {
            text += "aliases: [\(first.aliases.map(YAMLText.value).joined(separator: ", "))]\n"
        }
        if first.sources.count == 1 {
            text += "source: \(YAMLText.value(first.sources[0]))\n"
        } else if !first.sources.isEmpty {
            text += "sources:\n"
            for source in first.sources { text += "  - \(YAMLText.value(source))\n" }
        }
        text += "---\n"
    }

    private mutating func write(_ guide: DraftGuide) {
        if !text.hasSuffix("---\n") { text += "\n" }
        text += "# \(Markdown.heading(guide.term))\n"
        if let definition = guide.definition {
            writeHeading("Definition")
            text += definition + "\n"
        }
        if !guide.facts.isEmpty {
            writeHeading("Key facts")
            for (index, fact) in guide.facts.enumerated() {
                writeItem(fact, mark: "\(index + 1). ")
            }
        }
        let answered = guide.questions.filter { $0.answer != nil }
        if !answered.isEmpty {
            writeHeading("Review questions")
            for question in answered {
                writeItem(question.text, mark: "- ")
                if let answer = question.answer { writeItem(answer, mark: "  - ") }
            }
        }
        for section in guide.sections {
            writeHeading(section.title)
            text += section.body + "\n"
        }
        let unanswered = guide.questions.filter { $0.answer == nil }
        if !unanswered.isEmpty {
            writeHeading(Self.unansweredTitle)
            for question in unanswered { writeItem(question.text, mark: "- ") }
        }
        if !guide.clozes.isEmpty {
            text += "\n"
            for cloze in guide.clozes { text += "C: \(cloze)\n\n---\n\n" }
            text.removeLast()
        }
    }

    private mutating func writeHeading(_ title: String) {
        text += "\n## \(Markdown.heading(title))\n\n"
    }

    /// A list item; further lines stand below its text.
    private mutating func writeItem(_ body: String, mark: String) {
        text += body.indented(
            first: mark, rest: String(repeating: " ", count: mark.utf8.count))
        text += "\n"
    }

    private mutating func writeTable(_ guides: [DraftGuide]) {
        text += "| Term | Definition |\n|---|---|\n"
        for guide in guides {
            text += "| \(Markdown.heading(guide.term)) | \(guide.definition ?? "") |\n"
        }
    }
}

extension DraftGuide {
    /// Whether a row of a table says it all.
    fileprivate var isRow: Bool {
        guard let definition, !definition.contains("\n"),
            !definition.replacing("\\|", with: "").contains("|")
        else { return false }
        return facts.isEmpty && questions.isEmpty && clozes.isEmpty && sections.isEmpty
            && aliases.isEmpty
    }
}
