internal import StudyCore

/// Finds where an answer says the opposite of a point of the model answer.
///
/// Works on words and their order alone, so it speaks up only when the two texts are close: the same
/// things are spoken of, and what is said of them is turned round.
struct ContradictionFinder {
    let question: Reading
    let expected: Reading
    let typed: Reading

    /// Share of the point's other telling words that the answer must have.
    private static let overlap = 0.4

    /// What the answer turns round in one point, given by its places in the model answer.
    func conflicts(in point: Range<Int>) -> [AnswerGrade.Conflict] {
        guard let region = region(for: point) else { return [] }
        var flips = negations(point, region) + opposites(point, region)
        var conflicts: [AnswerGrade.Conflict] = []
        switch comparison(point, region) {
        case nil: break
        case .same(let comparators)?:
            flips.removeAll { comparators.contains($0.expected) }
        case .turned(let conflict)?:
            conflicts.append(conflict)
        }
        flips = flips.withoutDoubleNegations(expected: expected, typed: typed)
        let swap = comparison(point, region) == nil ? self.swap(point, region) : nil
        // Denied and the other way round is the same: *does not flow from the cold to the warm*.
        if swap != nil, flips.count == 1, flips[0].kind == .negation { return [] }
        if conflicts.isEmpty, flips.isEmpty {
            if let swap {
                conflicts.append(
                    .init(
                        kind: .swap, typed: typed.passage.written(swap.typed),
                        expected: expected.passage.written(swap.expected)))
            }
            conflicts += figures(point, region)
        }
        conflicts += flips.map { flip in
            AnswerGrade.Conflict(
                kind: flip.kind, typed: words(typed, flip.typed, flip.typedDeniers),
                expected: words(expected, flip.expected, flip.expectedDeniers))
        }
        guard !conflicts.isEmpty, isClose(point, region, flips) else { return [] }
        return conflicts
    }

    // MARK: Where to look

    /// The stretch of the answer, in whole sentences, that speaks most of the point.
    private func region(for point: Range<Int>) -> Range<Int>? {
        let stems = Set(expected.lexemes[point].filter { $0.matter == .full }.map(\.stem))
        var best: (count: Int, range: Range<Int>)?
        var start = 0
        for end in 1...max(1, typed.lexemes.count) where end <= typed.lexemes.count {
            guard
                end == typed.lexemes.count
                    || typed.lexemes[end].sentence != typed.lexemes[start].sentence
            else { continue }
            let count = Set(typed.lexemes[start..<end].map(\.stem)).intersection(stems).count
            if count > best?.count ?? 0 { best = (count, start..<end) }
            start = end
        }
        return best?.range
    }

    /// Whether the answer has enough of the point's other words to speak of the same thing.
    private func isClose(_ point: Range<Int>, _ region: Range<Int>, _ flips: [Flip]) -> Bool {
        let turned = Set(flips.map(\.expected))
        let there = Set(typed.lexemes[region].map(\.stem))
        var all: Set<String> = []
        for index in point where expected.lexemes[index].matter == .full && !turned.contains(index)
        {
            all.insert(expected.lexemes[index].stem)
        }
        guard !all.isEmpty else { return true }
        return Double(all.intersection(there).count) >= Self.overlap * Double(all.count)
    }

    // MARK: Denials

    private func negations(_ point: Range<Int>, _ region: Range<Int>) -> [Flip] {
        var flips: [Flip] = []
        for index in point {
            let lexeme = expected.lexemes[index]
            guard lexeme.matter != .none, expected.poles[index].isEmpty, !lexeme.isFigure,
                !expected.governed.contains(index), !isCarrier(index)
            else { continue }
            let isDenied = expected.negations.isDenied(index)
            var isCertain = isDenied || !expected.negations.isNearDenial(index)
            let found = typed.occurrences(of: lexeme)
            var other: (place: Int, byPrefix: Bool)?
            var agrees = false
            for (places, prefix) in [(found.plain, false), (found.denied, true)] {
                for place in places {
                    let isOther = typed.negations.isDenied(place)
                    if (isOther != prefix) == isDenied {
                        agrees = true
                        continue
                    }
                    if !isOther, typed.negations.isNearDenial(place) { isCertain = false }
                    if other == nil, region.contains(place), !typed.governed.contains(place) {
                        other = (place, prefix)
                    }
                }
            }
            guard !agrees, let other, isTelling(index, other.place),
                !sayBoth(lexeme.stem), sharesClause(index, other.place)
            else { continue }
            flips.append(
                Flip(
                    kind: .negation, expected: index, typed: other.place,
                    expectedDeniers: expected.negations.deniers[index],
                    typedDeniers: typed.negations.deniers[other.place], isCertain: isCertain))
        }
        return flips
    }

    /// Whether a word only carries a denial on to the word of a side after it: *does not go down*.
    private func isCarrier(_ index: Int) -> Bool {
        index + 1 < expected.lexemes.count && !expected.poles[index + 1].isEmpty
            && Negations.carriesDenial(expected.lexemes[index].word)
    }

    /// Whether the model answer affirms a word in one place and denies it in another.
    private func sayBoth(_ stem: String) -> Bool {
        let places = expected.lexemes.indices.filter { expected.lexemes[$0].stem == stem }
        return Set(places.map(expected.negations.isDenied)).count > 1
    }

    /// Whether the clauses of two places speak of the same things.
    private func sharesClause(_ index: Int, _ place: Int) -> Bool {
        let mine = others(expected, index)
        let theirs = others(typed, place)
        return mine.isEmpty
            || Double(mine.intersection(theirs).count)
                >= Self.overlap * Double(max(1, min(mine.count, theirs.count)))
    }

    /// Telling words beside a place in its clause.
    private func others(_ text: Reading, _ index: Int) -> Set<String> {
        var stems: Set<String> = []
        for other in text.lexemes.indices
        where text.lexemes[other].clause == text.lexemes[index].clause && other != index
            && text.lexemes[other].matter == .full && text.poles[other].isEmpty
        {
            stems.insert(text.lexemes[other].stem)
        }
        return stems
    }

    /// A word of little meaning counts only with the same words close behind it.
    private func isTelling(_ index: Int, _ place: Int) -> Bool {
        if expected.lexemes[index].matter == .full { return true }
        func next(_ text: Reading, _ index: Int) -> [String] {
            let clause = text.lexemes[(index + 1)...].prefix {
                $0.clause == text.lexemes[index].clause
            }
            return clause.filter { $0.matter == .full }.prefix(3).map(\.stem)
        }
        let mine = next(expected, index)
        let theirs = next(typed, place)
        guard let first = mine.first, let other = theirs.first else { return mine == theirs }
        return theirs.contains(first) || mine.contains(other)
    }

    // MARK: Words of opposite meaning

    private func opposites(_ point: Range<Int>, _ region: Range<Int>) -> [Flip] {
        var flips: [Flip] = []
        for index in point where !expected.poles[index].isEmpty {
            var against: (place: Int, common: Int)?
            var agreement = 0
            var isCertain = true
            for place in typed.lexemes.indices where !typed.poles[place].isEmpty {
                let common =
                    standsAlone(index, of: expected) && standsAlone(place, of: typed)
                    ? 1 : commonObjects(index, of: expected, with: place)
                guard common > 0, let isSame = isSameSide(index, place) else { continue }
                if isSame {
                    agreement = max(agreement, common)
                    continue
                }
                if isVague(index, place) { isCertain = false }
                if region.contains(place), common > against?.common ?? 0 {
                    against = (place, common)
                }
            }
            guard let (against, common) = against, common > agreement,
                !says(expected, against, common),
                expected.lexemes[index].stem == typed.lexemes[against].stem
                    || !asks(against),
                sharesClause(index, against)
            else { continue }
            flips.append(
                Flip(
                    kind: .opposite, expected: index, typed: against,
                    expectedDeniers: expected.negations.deniers[index],
                    typedDeniers: typed.negations.deniers[against], isCertain: isCertain))
        }
        return flips
    }

    /// Whether nothing is said in its clause but the word itself: *it becomes narrower*.
    private func standsAlone(_ index: Int, of text: Reading) -> Bool {
        let objects = text.objects(of: index)
        let others = objects.following + objects.preceding
        return others.allSatisfy { Negations.carriesDenial(text.lexemes[$0].word) }
    }

    /// Whether the question itself has a word of the answer, which then may only take it up.
    private func asks(_ place: Int) -> Bool {
        question.lexemes.contains { $0.stem == typed.lexemes[place].stem }
            && says(question, place, 1)
    }

    /// Whether a denial near one of the two may or may not reach it.
    private func isVague(_ index: Int, _ place: Int) -> Bool {
        expected.negations.isNearDenial(index) && !expected.negations.isDenied(index)
            || typed.negations.isNearDenial(place) && !typed.negations.isDenied(place)
    }

    /// Whether another text says a word of the answer itself, and of so many of the same things.
    private func says(_ text: Reading, _ place: Int, _ count: Int) -> Bool {
        text.lexemes.indices.contains {
            !text.poles[$0].isEmpty && side($0, of: text, beside: place) == true
                && commonObjects($0, of: text, with: place) >= count
        }
    }

    /// Whether two words mean the same way, denials counted; nil when they share no axis.
    func isSameSide(_ index: Int, _ place: Int) -> Bool? {
        side(index, of: expected, beside: place)
    }

    private func side(_ index: Int, of text: Reading, beside place: Int) -> Bool? {
        for pole in text.poles[index] {
            for other in typed.poles[place] where pole.axis == other.axis {
                let isSame = pole.isPositive == other.isPositive
                return isSame
                    == (text.negations.isDenied(index) == typed.negations.isDenied(place))
            }
        }
        return nil
    }

    /// How many things two words both speak of.
    private func commonObjects(_ index: Int, of text: Reading, with place: Int) -> Int {
        let mine = text.objects(of: index)
        let theirs = typed.objects(of: place)
        func common(_ mine: [Int], _ theirs: [Int]) -> Int {
            Set(mine.map { text.lexemes[$0].stem }).intersection(
                theirs.map { typed.lexemes[$0].stem }
            ).count
        }
        if !mine.following.isEmpty, !theirs.following.isEmpty {
            return common(mine.following, theirs.following)
        }
        return common(mine.following + mine.preceding, theirs.following + theirs.preceding)
    }

    // MARK: In words

    /// A word with what denies it: *not … required*.
    private func words(_ text: Reading, _ index: Int, _ deniers: [Int]) -> String {
        let word = text.passage.written(index)
        guard let cue = deniers.first, deniers.count % 2 == 1, cue != index else { return word }
        let cueWord = text.passage.written(cue)
        if cue > index { return "\(word) … \(cueWord)" }
        return cue + 1 == index ? "\(cueWord) \(word)" : "\(cueWord) … \(word)"
    }
}
