internal import StudyCore

/// What was typed for a term or a gap, held against what is right.
package enum TypedAnswer {
    package enum Verdict: Hashable, Sendable {
        /// Right, but for case, accents, punctuation, articles, hyphens and number.
        case right
        /// Right but for a slip of the keys; the text is what was meant.
        case slip(of: String)
        /// Another term was named.
        case confused(with: String)
        /// Both were named, or it is as near to another term as to the right one: neither can be believed.
        case between(String, and: String)
        case wrong
        /// Nothing was typed.
        case empty
    }

    /// Letters for which one slip is forgiven.
    private static let lettersPerSlip = 5

    /// Judges a typed answer.
    ///
    /// - Parameters:
    ///   - typed: What was typed.
    ///   - accepted: Everything that counts as right.
    ///   - rivals: Names that would be wrong however near they are, such as the class's other terms,
    ///     each with the term it stands for; asked for only when the answer is not right as it stands.
    /// - Returns: The verdict.
    package static func judge(
        _ typed: String, accepted: [String], rivals: () -> [(name: String, term: String)] = { [] }
    ) -> Verdict {
        let answers = alternatives(in: typed).map(Form.init).filter { !$0.text.isEmpty }
        guard let whole = answers.first else { return .empty }
        let targets = accepted.map { (name: $0, form: Form($0)) }.filter { !$0.form.text.isEmpty }
        if targets.contains(where: { $0.form == whole }) { return .right }
        let right = targets.first { answers.contains($0.form) }
        let others = rivals().map { (term: $0.term, form: Form($0.name)) }
        let rival = others.first { other in
            answers.contains(other.form) && !targets.contains { $0.form == other.form }
        }
        switch (right, rival) {
        case (_?, nil): return .right
        case (nil, let rival?): return .confused(with: rival.term)
        case (let right?, let rival?): return .between(right.name, and: rival.term)
        case (nil, nil): break
        }
        let meant = nearest(to: answers, among: targets.map { ($0.name, $0.form) })
        let other = nearest(to: answers, among: others.map { ($0.term, $0.form) })
        switch (meant, other) {
        case (nil, nil): return .wrong
        case (nil, let other?): return .confused(with: other.name)
        case (let meant?, nil): return .slip(of: meant.name)
        case (let meant?, let other?):
            if meant.distance < other.distance { return .slip(of: meant.name) }
            if meant.distance > other.distance { return .confused(with: other.name) }
            return .between(meant.name, and: other.name)
        }
    }

    /// `a/b` offers two answers, either of which counts; with a figure it is one, such as `24/7`.
    private static func alternatives(in typed: String) -> [String] {
        let sides = typed.split(separator: "/").map(String.init)
        let isPair = sides.count == 2 && !Token.tokens(in: typed).contains(where: \.isFigure)
        return isPair ? [typed] + sides : [typed]
    }

    private static func nearest(
        to answers: [Form], among targets: [(name: String, form: Form)]
    ) -> (name: String, distance: Int)? {
        var best: (name: String, distance: Int)?
        for target in targets {
            for answer in answers {
                let limit = min(target.form.slips, (best?.distance ?? .max) - 1)
                guard limit >= 0, target.form.figures == answer.figures,
                    let distance = editDistance(answer.text, target.form.text, limit: limit)
                else { continue }
                best = (target.name, distance)
            }
        }
        return best
    }

    /// A text as it is compared: words without case, accents, hyphens, articles and plural.
    private struct Form: Equatable {
        let text: String
        /// The figures, which must be right to the digit.
        let figures: [String]

        init(_ text: String) {
            var words = Token.tokens(in: text).flatMap(\.parts).map { part in
                part.isFigure ? Self.figure(part.folded) : WordForm.singular(part.folded)
            }
            while words.count > 1, ["a", "an", "the"].contains(words[0]) { words.removeFirst() }
            // Joined without spaces, so that `micro influencer` is `microinfluencer`; figures stay apart.
            self.text = words.joined()
            figures = words.filter { $0.utf8.contains { (0x30...0x39).contains($0) } }
        }

        /// Slips that are forgiven.
        var slips: Int { text.count / lettersPerSlip }

        /// A figure without the commas of its thousands and the noughts at its end.
        private static func figure(_ text: String) -> String {
            var digits = text.filter { $0 != "," }
            if digits.contains("."), digits.last == "0" || digits.last == "." {
                while digits.last == "0" { digits.removeLast() }
                if digits.last == "." { digits.removeLast() }
            }
            return digits
        }
    }
}
