internal import StudyCore

extension ItemReader {
    /// Questions as list items, headings or paragraphs, each with the answer below or behind it.
    mutating func readQuestions(_ blocks: [SourceBlock]) {
        var index = blocks.startIndex
        while index < blocks.endIndex {
            let block = blocks[index]
            index += 1
            if block.isSilent { continue }
            if case .heading = block.kind {
                let end = blocks[index...].firstIndex { $0.isHeading } ?? blocks.endIndex
                readQuestion(block, answer: blocks[index..<end])
                index = end
            } else if asks(block) {
                let end =
                    blocks[index...].firstIndex {
                        $0.isHeading || asks($0) || isListOfQuestions($0)
                    }
                    ?? blocks.endIndex
                readQuestion(block, answer: blocks[index..<end])
                index = end
            } else if block.kind == .list {
                for item in block.children { readQuestion(item: item) }
            } else {
                reportStray(block, "make it a list item with its answer below, or end it with '?'")
            }
        }
    }

    /// A paragraph that is a question, or begins with one and goes on with its answer.
    private func asks(_ block: SourceBlock) -> Bool {
        guard block.kind == .paragraph else { return false }
        let text = block.ownText
        return text.endsAsQuestion
            || QuestionSplit.split(text).map { $0.question.endsAsQuestion } ?? false
    }

    private func isListOfQuestions(_ block: SourceBlock) -> Bool {
        block.kind == .list
            && block.children.contains { item in
                item.children.first.map(asks) ?? false
            }
    }

    private mutating func readQuestion(item: SourceBlock) {
        guard !item.isSilent, let first = item.children.first,
            let container = Container(item: item, in: [], of: source)
        else {
            reportEmpty(item)
            return
        }
        guard first.kind == .paragraph || first.isHeading else {
            reportStray(item, "begin the item with its question")
            return
        }
        readQuestion(
            first, answer: item.children.dropFirst(), in: [container], at: item)
    }

    private mutating func readQuestion(
        _ asked: SourceBlock, answer: ArraySlice<SourceBlock>, in containers: [Container] = [],
        at place: SourceBlock? = nil
    ) {
        let place = place ?? asked
        var answer = answer
        answer.removeAll { $0.isSilent && $0.kind != .code }
        var question = question(of: asked, in: containers)
        var id = explicitID(of: &question, at: place)
        if !answer.isEmpty {
            var reply = self.answer(of: answer, in: containers)
            if id == nil { id = explicitID(of: &reply, at: place) }
            add(
                question: question, answer: reply, id: id, at: place,
                lastLine: answer.last?.lastLine ?? place.lastLine)
        } else if asked.kind == .paragraph, let parts = QuestionSplit.split(question.markdown) {
            var shorter = Prose(markdown: Array(parts.question.utf8))
            if id == nil { id = explicitID(of: &shorter, at: place) }
            add(
                question: shorter, answer: Prose(markdown: Array(parts.answer.utf8)), id: id,
                at: place, lastLine: place.lastLine)
        } else {
            let advice =
                containers.isEmpty ? "write it below" : "write it as a nested list item below"
            log.add(
                .missingAnswer, .warning, at: place,
                "the question has no answer and is not asked; \(advice)")
        }
    }

    private func question(of block: SourceBlock, in containers: [Container]) -> Prose {
        guard block.isHeading else { return source.prose(of: [block], in: containers) }
        return headingProse(block, in: containers)
    }

    /// A heading's text without its signs.
    func headingProse(_ block: SourceBlock, in containers: [Container]) -> Prose {
        let bytes = source.markdown(lines: block.line...block.line, in: containers)
        var text = bytes[...]
        text = text.drop { $0 == UInt8(ascii: "#") || $0.isBlank }
        while let last = text.last, last == UInt8(ascii: "#") || last.isBlank { text.removeLast() }
        return Prose(markdown: text, plain: block.ownText)
    }

    /// The answer; a lone quote or a list of one item is taken out of its marks.
    private func answer(of blocks: ArraySlice<SourceBlock>, in containers: [Container]) -> Prose {
        if blocks.count == 1, let only = blocks.first {
            if only.kind == .quote {
                return answer(of: only.children[...], in: containers + [.quote])
            }
            if only.kind == .list, only.children.count == 1, let item = only.children.first,
                let container = Container(item: item, in: containers, of: source)
            {
                return source.prose(of: item.children[...], in: containers + [container])
            }
        }
        return source.prose(of: blocks, in: containers)
    }
}

extension SourceBlock {
    fileprivate var isHeading: Bool { headingLevel != nil }
}

extension String {
    fileprivate var endsAsQuestion: Bool {
        var text = self[...]
        if text.last == "}", let open = text.lastIndex(of: "{") { text = text[..<open] }
        let signs = text.reversed().drop { " \"')]”’».…*".contains($0) }
        return signs.first.map { "?？؟".contains($0) } ?? false
    }
}
