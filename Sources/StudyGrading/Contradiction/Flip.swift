internal import StudyCore

/// A word whose sense is the other way round in the answer.
struct Flip {
    let kind: AnswerGrade.Conflict.Kind
    /// The word's place in the model answer, and in what was typed.
    let expected: Int
    let typed: Int
    /// Places of the words that deny it in the one text only, if that is what turns it.
    let expectedDeniers: [Int]
    let typedDeniers: [Int]
    /// False when a denial near the word may or may not reach it: then it only cancels others.
    var isCertain = true
}

extension [Flip] {
    /// Without those that cancel out: *not distributed equally* is *distributed unequally*.
    ///
    /// Two flips of one clause cancel when a denial is one of them and the other lies in its reach, with
    /// nothing between that begins a new statement.
    func withoutDoubleNegations(expected: Reading, typed: Reading) -> [Flip] {
        var flips = self
        for first in indices {
            for second in indices where first != second {
                guard
                    reaches(self[first].typedDeniers, self[second].typed, in: typed, from: self[second].typedDeniers)
                        || reaches(
                            self[first].expectedDeniers, self[second].expected, in: expected,
                            from: self[second].expectedDeniers)
                else { continue }
                flips.removeAll {
                    $0.typed == self[first].typed && $0.expected == self[first].expected
                        || $0.typed == self[second].typed && $0.expected == self[second].expected
                }
            }
        }
        return flips.filter(\.isCertain)
    }

    private func reaches(
        _ deniers: [Int], _ place: Int, in text: Reading, from others: [Int]
    ) -> Bool {
        guard let cue = deniers.first, cue < place, place - cue <= 8, others != deniers else {
            return false
        }
        let between = text.lexemes[cue..<place]
        return between.allSatisfy {
            $0.clause == text.lexemes[cue].clause && $0.word != "and" && $0.word != "but"
        }
    }
}
