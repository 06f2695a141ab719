/// Which words of a text are denied.
///
/// A denial holds for the next telling word of its clause, and for the one after that when the next is an
/// adverb or a verb of little meaning (*does not come from the brand*), or when `or` joins them. Further
/// on in the clause it is open what it reaches. A word that is denied twice is affirmed.
struct Negations {
    /// For each lexeme the places of the words that deny it; an even number affirms it.
    let deniers: [[Int]]

    /// Whether a word is denied.
    func isDenied(_ index: Int) -> Bool { deniers[index].count % 2 == 1 }

    /// Whether a denial stands before a word in its clause, near enough that it may reach it.
    func isNearDenial(_ index: Int) -> Bool { isNear[index] }

    private let isNear: [Bool]

    /// Words that deny what follows.
    private static let cues: Set = [
        "cannot", "never", "neither", "no", "non", "nor", "not", "nobody", "none", "without",
        "hardly",
        "rarely", "seldom", "scarcely", "barely",
    ]
    /// Verbs and nouns that deny what follows, and adjectives.
    private static let deniedBy: Set = [
        "absent", "absence", "avoid", "avoids", "avoided", "avoiding", "fail", "fails", "failed",
        "failing", "failure", "lack", "lacks", "lacked", "lacking", "unable", "unaware", "refuse",
        "refuses", "refused", "prevent", "prevents", "prevented", "preventing",
    ]
    /// Verbs of little meaning: whether their denial goes on to what they are about is open.
    private static let light: Set = [
        "allow", "allows", "allowed", "cause", "causes", "get", "gets", "give", "gives", "given",
        "have",
        "having", "lead", "leads", "let", "lets", "make", "makes", "making", "mean", "means",
        "need",
        "needs", "permit", "permits", "provide", "provides", "reach", "see", "show", "shows",
        "take",
        "takes", "try", "use", "used", "uses", "want", "wants",
    ]
    /// Words over which a denial goes on to the next one for certain.
    private static let transparent: Set = [
        "actually", "become", "becomes", "being", "come", "comes", "feel", "feels", "go", "goes",
        "necessarily", "seem", "seems",
    ]
    /// Whether a denial goes on over a word to the next one.
    static func carriesDenial(_ word: String) -> Bool { transparent.contains(word) }

    /// Adverbs end like these verbs.
    private static let verbsInLy: Set = [
        "apply", "comply", "imply", "multiply", "rely", "reply", "supply",
    ]
    /// Words after *not* that make it no denial.
    private static let afterNot: Set = ["only", "just", "merely", "simply", "solely"]

    init(_ lexemes: [Lexeme]) {
        var deniers = Array(repeating: [Int](), count: lexemes.count)
        var isNear = Array(repeating: false, count: lexemes.count)
        for (index, lexeme) in lexemes.enumerated() where Self.denies(lexemes, index) {
            if lexeme.word == "0", let before = Self.wordBeforeCopula(lexemes, index) {
                deniers[before].append(index)
            } else if lexeme.word == "0", index + 1 < lexemes.count,
                lexemes[index + 1].matter == .full
            {
                deniers[index + 1].append(index)
            }
            if lexeme.word == "0" { continue }
            for place in index..<min(index + 9, lexemes.count)
            where lexemes[place].clause == lexeme.clause { isNear[place] = true }
            for place in Self.scope(of: index, in: lexemes) { deniers[place].append(index) }
        }
        // "Unless readers buy" is "if readers do not buy" in one place and its opposite in another.
        for (index, lexeme) in lexemes.enumerated() where ["unless", "until"].contains(lexeme.word)
        {
            for place in index..<lexemes.count where lexemes[place].clause == lexeme.clause {
                isNear[place] = true
            }
        }
        // In "without proof the court does nothing" two denials make one statement; none is certain.
        for (index, lexeme) in lexemes.enumerated()
        where ["without", "unless"].contains(lexeme.word) {
            let sentence = lexemes.indices.filter { lexemes[$0].sentence == lexeme.sentence }
            guard
                sentence.contains(where: {
                    $0 > index && (Self.denies(lexemes, $0) || lexemes[$0].word == "nothing")
                })
            else { continue }
            for place in sentence {
                deniers[place] = []
                isNear[place] = true
            }
        }
        self.deniers = deniers
        self.isNear = isNear
    }

    /// Whether the word at a place denies what follows.
    private static func denies(_ lexemes: [Lexeme], _ index: Int) -> Bool {
        let word = lexemes[index].word
        let next = index + 1 < lexemes.count ? lexemes[index + 1].word : ""
        if word.hasSuffix("n't") || word == "not" || word == "cannot" {
            return !afterNot.contains(next)
        }
        switch word {
        case "than": return index > 0 && lexemes[index - 1].word == "rather"
        case "instead": return next == "of"
        case "free": return next == "of" || next == "from"
        case "no": return next != "doubt" && next != "longer" || next == "longer"
        case "0": return true
        default: return cues.contains(word) || deniedBy.contains(word)
        }
    }

    /// The places of the words that a denial holds for.
    private static func scope(of cue: Int, in lexemes: [Lexeme]) -> [Int] {
        var places: [Int] = []
        var index = cue + 1
        var goesOn = true
        while index < lexemes.count, index <= cue + 7, lexemes[index].clause == lexemes[cue].clause
        {
            let lexeme = lexemes[index]
            if !goesOn {
                // `neither profit nor loss` has a cue of its own; `not risky or costly` has not.
                guard lexeme.word == "or" else { break }
                goesOn = true
            } else if transparent.contains(lexeme.word) {
                places.append(index)
            } else if light.contains(lexeme.word) {
                places.append(index)
                break
            } else if lexeme.matter != .none, !cues.contains(lexeme.word) {
                if lexeme.matter == .some, Opposites.poles(of: lexeme.word).isEmpty {
                    index += 1
                    continue
                }
                places.append(index)
                goesOn = lexeme.word.hasSuffix("ly") && !verbsInLy.contains(lexeme.word)
            } else if !Opposites.poles(of: lexeme.word).isEmpty {
                places.append(index)
                goesOn = false
            }
            index += 1
        }
        return places
    }

    /// The subject in *profit is zero*; nil when nought stands otherwise.
    private static func wordBeforeCopula(_ lexemes: [Lexeme], _ index: Int) -> Int? {
        guard index >= 2,
            ["is", "are", "was", "were", "be", "becomes"].contains(lexemes[index - 1].word)
        else { return nil }
        return index - 2
    }
}
