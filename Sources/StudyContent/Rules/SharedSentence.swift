internal import StudyCore

extension ContentRule {
    /// No sentence stands in two guides of a class: it would be right for both when options are offered.
    ///
    /// For definitions, facts, clozes and model answers of every shape; a question may be the same in
    /// each guide. Sentences of under five words (*It depends on the contract.*) are nobody's, and guides
    /// of one name are reported as such. One sentence a card is reported.
    package static let sharedSentence = ContentRule("sentence in two guides") { guides in
        var first: [Key: Place] = [:]
        return guides.flatMap { guide in
            guide.items.compactMap { item -> ContentProblem? in
                let place = Place(guide: guide.id, path: guide.path, line: item.line)
                var shared: (sentence: String, place: Place)?
                for sentence in sentences(in: (item.answer ?? item.text).plain) {
                    let words = NormalisedText(sentence)
                    guard words.wordCount >= 5 else { continue }
                    let key = Key(classSlug: guide.id.classSlug, words: words)
                    if let earlier = first[key] {
                        if shared == nil, earlier.guide != guide.id {
                            shared = (sentence, earlier)
                        }
                    } else {
                        first[key] = place
                    }
                }
                return shared.map { sentence, earlier in
                    ContentProblem(
                        .sharedSentence, .warning, file: guide.path, line: item.line,
                        message:
                            "\(sentence.quoted) stands in \(earlier.path):\(earlier.line) too; keep it in one guide or say here what differs"
                    )
                }
            }
        }
    }
}

private struct Key: Hashable {
    let classSlug: String
    let words: NormalisedText
}

private struct Place {
    let guide: Guide.ID
    let path: String
    let line: Int
}
