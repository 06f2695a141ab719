/// The part of a file that makes one guide: its title's section and those that follow.
struct GuideDraft: Equatable {
    /// The term; nil when the file begins with a known heading and so without one.
    var term: String?
    /// What stands above the sections: the title's own text, and in the first guide what is above the title.
    var intro: [SourceBlock]
    var sections: [Section]
    /// The line of the title, or where the draft begins when it has none.
    var line: Int
    /// All lines of the file that are part of the draft.
    var lines: ClosedRange<Int>
    var id = ExplicitID.Ending.none

    /// A file without any heading.
    init(untitled section: Section, term: String) {
        self.term = term
        intro = section.blocks
        sections = []
        line = 1
        lines = 1...section.lastLine
    }

    private init(_ sections: ArraySlice<Section>, above: [SourceBlock], firstLine: Int) {
        let first = sections.first
        line = first?.heading?.line ?? firstLine
        intro = above
        self.sections = Array(sections)
        if let first, first.kind == nil {
            term = first.title
            id = first.id
            intro += first.blocks
            self.sections.removeFirst()
        }
        lines = firstLine...max(firstLine, sections.last?.lastLine ?? line)
    }

    /// Whether the front matter speaks of this guide.
    var isFirst: Bool { lines.lowerBound == 1 }

    /// Parts a document's sections into guides.
    ///
    /// The first heading is a title. Another one of its level is a title too when a known section follows it
    /// below; else it is a kept section of the guide above.
    static func drafts(of sections: [Section]) -> [GuideDraft] {
        guard sections.count > 1 else { return [] }
        let titleLevel = sections[1].level
        var starts = [1]
        for index in sections.indices.dropFirst(2)
        where sections[index].kind == nil && sections[index].level == titleLevel {
            let below = sections[(index + 1)...].prefix { $0.level > titleLevel }
            if below.contains(where: { $0.kind != nil }) { starts.append(index) }
        }
        return starts.indices.map { number in
            let start = starts[number]
            let end = number + 1 < starts.count ? starts[number + 1] : sections.count
            let isFirst = number == 0
            return GuideDraft(
                sections[start..<end], above: isFirst ? sections[0].blocks : [],
                firstLine: isFirst ? 1 : sections[start].heading?.line ?? 1)
        }
    }
}
