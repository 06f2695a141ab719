import StudyCore

/// A guide as JSON.
struct GuideData: Encodable {
    struct ItemData: Encodable {
        let kind: String
        let text: String
        let answer: String?
        let line: Int
    }

    struct SectionData: Encodable {
        let title: String
        let text: String
        let line: Int
    }

    let id: String
    let term: String
    let `class`: String
    let unit: String?
    let path: String
    let aliases: [String]
    let confusedWith: [String]
    let sources: [String]
    let items: [ItemData]
    let sections: [SectionData]

    init(_ guide: Guide) {
        id = guide.id.description
        term = guide.term
        `class` = guide.className
        unit = guide.unit
        path = guide.path
        aliases = guide.aliases
        confusedWith = guide.confusedWith
        sources = guide.sources
        items = guide.items.map {
            ItemData(
                kind: $0.kind.rawValue, text: $0.text.markdown, answer: $0.answer?.markdown,
                line: $0.line)
        }
        sections = guide.sections.map {
            SectionData(title: $0.title, text: $0.body.markdown, line: $0.line)
        }
    }
}
