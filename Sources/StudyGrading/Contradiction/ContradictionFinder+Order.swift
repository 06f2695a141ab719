internal import StudyCore

/// Things that have changed sides in a comparison, or places in a sentence.
extension ContradictionFinder {
    enum Compared: Equatable {
        /// Both say the same; places of the comparing word in the model answer.
        case same([Int])
        case turned(AnswerGrade.Conflict)
    }

    func comparison(_ point: Range<Int>, _ region: Range<Int>) -> Compared? {
        guard let mine = Comparison(in: point, of: expected),
            let theirs = Comparison(in: region, of: typed)
        else { return nil }
        let alignment = mine.alignment(with: theirs)
        guard alignment != 0 else { return nil }
        let words = (expected.lexemes[mine.comparator], typed.lexemes[theirs.comparator])
        guard
            let isSame = isSameSide(mine.comparator, theirs.comparator)
                ?? (words.0.stem == words.1.stem ? true : nil)
        else { return nil }
        if isSame == (alignment > 0) { return .same([mine.comparator]) }
        return .turned(
            .init(
                kind: alignment < 0 ? .swap : .opposite,
                typed: typed.passage.written(theirs.comparator),
                expected: expected.passage.written(mine.comparator)))
    }

    /// Things that have changed places, in the sentence as a whole or in one of its clauses.
    func swap(_ point: Range<Int>, _ region: Range<Int>) -> RoleSwap? {
        if let swap = RoleSwap(expected: (expected, point), typed: (typed, region)) { return swap }
        var start = region.lowerBound
        for end in region
        where end + 1 == region.upperBound
            || typed.lexemes[end + 1].clause != typed.lexemes[start].clause
        {
            if let swap = RoleSwap(expected: (expected, point), typed: (typed, start..<end + 1)) {
                return swap
            }
            start = end + 1
        }
        return nil
    }
}
