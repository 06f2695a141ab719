/// Finds where each page begins in a paste of several.
struct PageSplitter {
    /// Indexes of first lines, the first one 0.
    private(set) var starts = [0]

    private let lines: [PlainLines.Line]
    private let kinds: [PageLine]

    init(_ lines: [PlainLines.Line], _ kinds: [PageLine]) {
        self.lines = lines
        self.kinds = kinds
        var hasBody = false
        var hasDefinition = false
        for index in lines.indices {
            let isHead: Bool
            switch kinds[index] {
            case .tag, .fromClass, .keyTerm: isHead = hasBody
            case .heading(.definition), .definition: isHead = hasDefinition && isBelowTerm(index)
            default: isHead = false
            }
            if isHead {
                starts.append(headStart(index))
                (hasBody, hasDefinition) = (false, false)
            }
            if kinds[index].isHeading { hasBody = true }
            switch kinds[index] {
            case .heading(.definition), .definition: hasDefinition = true
            default: break
            }
        }
    }

    /// Whether the line above could be a term: short, no sentence, no list item.
    private func isBelowTerm(_ index: Int) -> Bool {
        guard let above = textAbove(index) else { return false }
        let text = lines[above].text
        return kinds[above] == .text && text.count <= 80 && !text.endsSentence
            && ListMark.split(text).mark == nil
    }

    private func textAbove(_ index: Int) -> Int? {
        lines[..<index].lastIndex { !$0.isBlank }
    }

    /// Where the head begins in which a line stands that only a head holds.
    ///
    /// Behind the footer of the page above everything belongs to the head; else only what is known to:
    /// the term above `from class:` or *Definition*, and the course, when it is named again below.
    private func headStart(_ anchor: Int) -> Int {
        var start = anchor
        if case .tag = kinds[anchor] {
        } else if let above = textAbove(start), isTermLike(above) {
            start = above
        }
        while let above = textAbove(start), isCourse(above, of: anchor) { start = above }
        return start
    }

    private func isTermLike(_ index: Int) -> Bool {
        if case .courseReview = kinds[index] { return true }
        return kinds[index] == .text && lines[index].text.count <= 100
            && !lines[index].text.endsSentence
    }

    private func isCourse(_ index: Int, of anchor: Int) -> Bool {
        if case .courseReview = kinds[index] { return true }
        guard kinds[index] == .text else { return false }
        let text = lines[index].text
        if let course = courseBelow(anchor) {
            return PageHead.courseName(text).lowercased() == course.lowercased()
        }
        // The line above a footer's end that could be a name.
        return isTermLike(index)
            && textAbove(index).map { kinds[$0] == .noise || kinds[$0] == .copyright } ?? false
    }

    /// The class that the head names below `from class:`.
    private func courseBelow(_ anchor: Int) -> String? {
        for index in anchor..<min(anchor + 12, lines.count) {
            guard case .fromClass(let name) = kinds[index] else { continue }
            if !name.isEmpty { return PageHead.courseName(name) }
            return lines[(index + 1)...].first { !$0.isBlank }.map { PageHead.courseName($0.text) }
        }
        return nil
    }
}
