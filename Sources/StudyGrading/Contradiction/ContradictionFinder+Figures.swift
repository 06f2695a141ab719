internal import StudyCore

extension ContradictionFinder {
    /// Another number beside the same words.
    func figures(_ point: Range<Int>, _ region: Range<Int>) -> [AnswerGrade.Conflict] {
        let known = Set((expected.lexemes + question.lexemes).lazy.filter(\.isFigure).map(\.stem))
        let given = Set(typed.lexemes.lazy.filter(\.isFigure).map(\.stem))
        var conflicts: [AnswerGrade.Conflict] = []
        for index in point
        where expected.lexemes[index].isFigure && !given.contains(expected.lexemes[index].stem) {
            let around = neighbours(expected, index)
            for place in region
            where typed.lexemes[place].isFigure && !known.contains(typed.lexemes[place].stem)
                && neighbours(typed, place).intersection(around).count >= min(2, around.count)
            {
                conflicts.append(
                    .init(
                        kind: .figure, typed: typed.passage.written(place),
                        expected: expected.passage.written(index)))
                break
            }
        }
        return conflicts
    }

    /// Telling words beside a place, two on either side.
    private func neighbours(_ text: Reading, _ index: Int) -> Set<String> {
        let full = { (place: Int) in
            text.lexemes[place].matter == .full && !text.lexemes[place].isFigure
        }
        let sentence = text.lexemes[index].sentence
        let after = text.lexemes.indices[(index + 1)...].prefix {
            text.lexemes[$0].sentence == sentence
        }
        let before = text.lexemes.indices[..<index].reversed().prefix {
            text.lexemes[$0].sentence == sentence
        }
        return Set(
            (after.filter(full).prefix(2) + before.filter(full).prefix(2)).map {
                text.lexemes[$0].stem
            })
    }
}
