import FSRS

/// Writes sentences that read like those of a study guide: broad vocabulary, varied build, each
/// guide with favourite words of its own.
struct NaturalProse {
    let term: String
    private let nouns: [String]
    private let verbs: [String]
    private let adjectives: [String]

    init(term: String, using random: inout SeededGenerator) {
        self.term = term
        nouns = Array(Self.allNouns.shuffled(using: &random).prefix(30))
        verbs = Array(Self.allVerbs.shuffled(using: &random).prefix(16))
        adjectives = Array(Self.allAdjectives.shuffled(using: &random).prefix(16))
    }

    func definition(using random: inout SeededGenerator) -> String {
        var text = fill("A * is a %a %n that %v %a %n", using: &random)
        if !random.once(in: 3) { text += fill(random.pick(Self.tails), using: &random) }
        if random.once(in: 2) { text += ". " + sentence(using: &random) }
        return text + "."
    }

    func fact(using random: inout SeededGenerator) -> String {
        sentence(using: &random) + "."
    }

    func question(using random: inout SeededGenerator) -> (String, String) {
        let question = fill(random.pick(Self.questions), using: &random)
        let count = Int.random(in: 1...3, using: &random)
        let sentences = (0..<count).map { _ in sentence(using: &random) + "." }
        return (question, sentences.joined(separator: " "))
    }

    /// A clause of half a sentence's length, to be added to one.
    func clause(using random: inout SeededGenerator) -> String {
        fill(random.pick(Self.connectors) + random.pick(Self.clauses), using: &random)
    }

    func word(using random: inout SeededGenerator) -> String {
        random.pick(random.once(in: 2) ? nouns : Self.allAdjectives + Self.allNouns)
    }

    private func sentence(using random: inout SeededGenerator) -> String {
        var text = fill(random.pick(Self.clauses), using: &random)
        if random.once(in: 3) { text = fill(random.pick(Self.openers), using: &random) + text }
        if random.once(in: 2) { text += fill(random.pick(Self.tails), using: &random) }
        if random.once(in: 2) { text += clause(using: &random) }
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// Replaces `*` by the term, `%n` by a noun, `%v` a verb, `%a` an adjective, `%p` a name, `%d` a
    /// number and `%y` a year.
    private func fill(_ pattern: String, using random: inout SeededGenerator) -> String {
        var result = ""
        var isSlot = false
        for sign in pattern {
            if isSlot {
                isSlot = false
                switch sign {
                case "n": result += random.pick(random.once(in: 3) ? Self.allNouns : nouns)
                case "v": result += random.pick(random.once(in: 3) ? Self.allVerbs : verbs)
                case "a":
                    result += random.pick(random.once(in: 3) ? Self.allAdjectives : adjectives)
                case "p": result += random.pick(Self.names)
                case "d": result += "\(Int.random(in: 2...990, using: &random))"
                default: result += "\(Int.random(in: 1890...2025, using: &random))"
                }
            } else if sign == "%" {
                isSlot = true
            } else if sign == "*" {
                result += term.lowercased()
            } else {
                result.append(sign)
            }
        }
        return result
    }

    static let names = words(
        """
        Aldous Berlin Cairo Dresden Edison Florence Geneva Hamburg Iceland Jakarta Kepler Lagos Madrid
        Nairobi Oslo Pasteur Quebec Rhodes Seville Tallinn Utrecht Vienna Warsaw Xavier York Zurich
        Bergman Curie Darwin Euler Faraday Galileo Huygens Lovelace Mendel Newton Ohm Planck Ricardo
        """)

    private static let questions = [
        "Why does a * %v %a %n?", "How does %n change once a * %v the %n?",
        "What distinguishes a * from a %a %n?", "Explain how a * can %v a %n without %a %n",
        "Which %n would suffer most if no * existed, and why?",
        "Compare the %n of a * with that of a %n in %p", "When is a %a * worth its %n?",
        "A %n plans to %v its %n; how should a * be chosen?",
        "What did %p show about the * and %a %n?", "Evaluate the claim that %n always %v %n",
    ]

    private static let openers = [
        "In most %n, ", "Since %y, ", "When %n is %a, ", "For a %a %n, ", "Unlike the %n, ",
        "According to %p, ", "At %d percent %n, ", "After the %n of %y, ", "Without %a %n, ",
        "Under %a conditions, ",
    ]

    private static let clauses = [
        "the %n of a * %v the %a %n", "%p %v the first %n in %y", "a %a %n %v more than %d %n",
        "%n and %n %v each other through %a %n", "a * rarely %v %n that lacks %n",
        "the %a %n is measured in %n per %n", "every * depends on %a %n and a %n",
        "%p argued that %n %v %a %n", "a %n of %d units %v the %n", "most %n %v a %n before any %n",
        "the %n is not a %n but a %a %n", "%a %n makes the %n %a", "it %v both %n and %a %n",
        "a * costs less than a %n when %n stays %a", "two kinds of %n are told apart: %a and %a",
        "the %n was named after %p, who %v %n", "%n falls as the %n of %a %n rises",
        "no %n can %v a %n unless %n is %a", "a %n differs from a %n in its %a %n",
        "the largest * in %p %v %d %n a year", "its %n, %n and %n are %a",
        "a law of %y forbids %n to %v %a %n",
    ]

    private static let connectors = [
        ", because ", ", while ", ", so that ", ", although ", ", and ", "; in turn ", ", whereas ",
        ", until ",
    ]

    private static let tails = [
        " in %p", " for %a %n", " with little %n", " by means of a %n", " under a %a %n",
        " between %y and %y", " at the expense of %n", " across the whole %n", " as %a as %n",
        " instead of %n",
    ]

    private static let allNouns = words(
        """
        market audience signal enzyme membrane treaty parliament budget orbit crystal harvest glacier
        tariff subsidy molecule neuron reflex habit memory incentive contract patent licence publisher
        broadcaster advertiser subscriber reader editor studio theatre festival archive museum canal
        railway harbour satellite antenna battery circuit voltage current magnet lens mirror prism
        spectrum frequency amplitude pressure temperature entropy catalyst solvent acid alloy polymer
        protein genome mutation species predator habitat climate current drought sediment volcano
        earthquake continent island border colony empire dynasty revolution election coalition senate
        court verdict statute constitution citizen migrant refugee tribe village city suburb census
        survey sample variance average median forecast model theorem proof equation matrix vector
        polygon integral series ratio fraction inflation deflation interest mortgage dividend share
        bond currency deposit creditor debtor auction monopoly cartel strike union wage pension
        insurance risk profit revenue margin inventory supplier retailer brand logo slogan campaign
        billboard headline column caption photograph portrait fresco sculpture symphony melody rhythm
        chord novel stanza metaphor dialogue chorus costume dialect grammar syllable vowel verb accent
        alphabet manuscript printer telegraph radio cinema newspaper magazine podcast playlist
        algorithm compiler register protocol packet router server kernel thread buffer checksum
        cipher password vaccine antibody bacterium virus symptom diagnosis therapy placebo dosage
        surgeon nurse ward muscle tendon artery kidney hormone appetite vitamin
        """)

    private static let allVerbs = words(
        """
        absorbs amplifies attracts balances blocks borrows broadcasts builds carries compares
        compresses conceals conducts confirms consumes controls converts counts creates defends
        delays delivers describes destroys detects divides doubles drains drives encodes enforces
        equals erodes estimates exceeds explains exports extends favours feeds filters finances
        governs guides heats hides imports inhibits insures interrupts invents joins launches lends
        lifts limits loses manages measures merges mirrors moves multiplies names needs observes
        offsets opposes orders outlives owns patrols persuades predicts prevents prints produces
        protects publishes punishes purchases raises records recycles reduces reflects regulates
        rejects releases rents repairs replaces represents resists restores reveals rewards rivals
        rotates samples separates shapes shields signals slows splits stabilises stores strengthens
        supplies supports surrounds taxes teaches tests threatens tracks transmits triggers unites
        validates weakens weighs widens
        """)

    private static let allAdjectives = words(
        """
        abstract acidic annual arctic artificial bilateral binding brittle cautious cellular central
        ceremonial cheap chronic civil classical coastal collective colonial commercial common complex
        constant continuous costly critical cyclical dense digital direct distant domestic dominant
        durable early economic elastic electric elected empirical explicit external fertile fiscal
        flexible foreign formal fragile frequent frozen functional global gradual harmful hidden
        hollow horizontal humid illegal imperial implicit industrial inert informal internal joint
        judicial kinetic late lateral legal linear liquid literary local magnetic marginal marine
        medieval mental metallic mobile modern modest molecular moral musical mutual narrow national
        native neutral nocturnal nominal nuclear oral organic parallel passive periodic permanent
        political porous portable private public rapid rare rational recent regional remote residual
        rigid rural sacred scarce seasonal secular separate silent skilled solar solid sparse spatial
        stable static steep sterile symbolic synthetic technical temporary thermal tidal toxic
        transparent tropical uniform urban vertical viral visible visual vocal volatile voluntary
        weekly wireless written
        """)

    private static func words(_ text: String) -> [String] {
        text.split { $0 == " " || $0 == "\n" }.map(String.init)
    }
}
