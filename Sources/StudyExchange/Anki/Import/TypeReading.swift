/// What is read of a note type once, for all its notes.
struct TypeReading {
    enum Shape: Equatable {
        /// The fields whose holes are asked, in the order of the card.
        case cloze([String])
        /// Two templates that ask two fields in both directions.
        case pair(front: String, back: String)
        case templates
    }

    let shape: Shape
    let questions: [AnkiTemplate]
    let answers: [AnkiTemplate]

    init(_ type: AnkiNoteType) {
        questions = type.templates.map { AnkiTemplate($0.question) }
        answers = type.templates.map { AnkiTemplate(AnkiTemplate.behindQuestion($0.answer)) }
        shape = Self.shape(type, questions, answers)
    }

    private static func shape(
        _ type: AnkiNoteType, _ questions: [AnkiTemplate], _ answers: [AnkiTemplate]
    ) -> Shape {
        if type.isCloze {
            let marked = questions.first?.fields(filteredBy: "cloze") ?? []
            return .cloze(marked.isEmpty ? Array(type.fields.prefix(1)) : marked)
        }
        guard type.templates.count == 2,
            let front = questions[0].onlyField, let back = questions[1].onlyField, front != back,
            answers[0].onlyField == back, answers[1].onlyField == front
        else { return .templates }
        return .pair(front: front, back: back)
    }
}
