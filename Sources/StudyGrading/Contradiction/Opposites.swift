/// Words of opposite meaning.
///
/// A word stands on one of two sides of an axis, and perhaps of several axes. Words on the same side
/// mean the same way, words on different sides the opposite.
enum Opposites {
    /// A word's place: an axis and a side.
    struct Pole: Hashable, Sendable {
        let axis: Int
        let isPositive: Bool
    }

    /// The poles of a folded word; empty for most words.
    static func poles(of word: String) -> [Pole] { table[word] ?? [] }

    /// Whether two folded words mean the opposite.
    static func areOpposite(_ left: String, _ right: String) -> Bool {
        let poles = poles(of: right)
        guard !poles.isEmpty else { return false }
        return Self.poles(of: left).contains { mine in
            poles.contains { $0.axis == mine.axis && $0.isPositive != mine.isPositive }
        }
    }

    /// Beginnings that turn a word into its opposite.
    private static let prefixes = ["non", "un", "in", "im", "ir", "il", "dis", "mis"]

    /// What is left of a folded word without a beginning that may deny it; nil when it has none.
    static func withoutDenial(_ word: String) -> String? {
        for prefix in prefixes
        where word.hasPrefix(prefix) && word.utf8.count >= prefix.utf8.count + 4 {
            return String(word.dropFirst(prefix.count))
        }
        return nil
    }

    private static let table: [String: [Pole]] = {
        var table: [String: [Pole]] = [:]
        for (axis, line) in axes.split(separator: "\n").enumerated() {
            for (side, words) in line.split(separator: "|").enumerated() {
                for word in words.split(separator: " ") {
                    for form in forms(of: String(word)) {
                        let pole = Pole(axis: axis, isPositive: side == 0)
                        if table[form]?.contains(pole) != true {
                            table[form, default: []].append(pole)
                        }
                    }
                }
            }
        }
        return table
    }()

    /// A word with its endings: `+` asks for those of a verb, `*` for those of an adjective.
    private static func forms(of word: String) -> [String] {
        guard let mark = word.last, mark == "+" || mark == "*" else { return [word] }
        let base = String(word.dropLast())
        let cut = base.hasSuffix("e") ? String(base.dropLast()) : base
        if mark == "*" {
            let stem = base.hasSuffix("y") ? base.dropLast() + "i" : cut
            return [base, stem + "er", stem + "est", (base.hasSuffix("y") ? stem : base) + "ly"]
        }
        if base.hasSuffix("y"), let before = base.dropLast().last, !"aeiou".contains(before) {
            let stem = base.dropLast() + "i"
            return [base, stem + "es", stem + "ed", base + "ing"]
        }
        return [base, base + "s", base + "es", cut + "ed", cut + "ing"]
    }

    /// An axis a line: one side, a stroke, the other side.
    private static let axes = """
        high* more most great* greater larger large big bigger biggest much increase+ rise+ rose risen grow+ grew grown growth climb+ gain+ raise+ expand+ boost+ up upward upwards double+ extra additional above exceed+ | low* lower lowers lowered lowering less least fewer few small* smaller little decrease+ fall+ fell fallen decline+ drop+ dropped dropping shrink+ shrank shrunk reduce+ reduction cut cuts cutting diminish+ halve+ down downward downwards below
        many several multiple numerous | few only single sole one
        strong* stronger strengthen+ strength | weak* weaker weaken+ weakness
        good well better best benefit+ beneficial advantage advantages strength strengths positive improve+ | bad badly worse worst poor* poorly harm+ harmful disadvantage disadvantages drawback drawbacks negative worsen+
        positive positively | negative negatively
        fast* quick* rapid* speed+ accelerate+ faster early earlier soon sooner | slow* slower delay+ decelerate+ late later
        early earlier beginning begin+ began begun start+ first before | late later end+ ending finish+ last after
        hard* difficult harder difficulty complex complicated | easy* easier simple* simpler ease+
        expensive costly dear | cheap* cheaper inexpensive affordable
        long* longer lengthen+ | short* shorter shorten+ brief
        wide* wider widen+ broad* broader broaden+ | narrow* narrower narrows narrowed narrowing
        include+ inclusion included | exclude+ exclusion excluded omit+ omitted
        allow+ permit+ permitted let enable+ | forbid+ forbidden forbade prohibit+ ban+ banned bans prevent+ block+ disallow+
        accept+ acceptance approve+ agree+ | reject+ rejection refuse+ deny+ denied denies disagree+
        encourage+ promote+ support+ favor+ favour+ | discourage+ oppose+ hinder+ avoid+ suppress+ deter+
        attract+ attraction | repel+ repels repelled deter+
        open+ opened | close+ closed shut
        connect+ connected join+ attach+ combine+ merge+ unite+ together | separate+ separated disconnect+ disconnected split splits divide+ detach+ apart
        same identical equal equally similar alike shared | separate different differently differ+ unequal opposite dissimilar
        always every constantly | never seldom rarely
        often frequently usually commonly frequent common | rarely seldom rare hardly infrequent
        all every everyone everybody both | none nobody neither no
        public publicly | private privately
        direct directly | indirect indirectly
        internal internally inside inner within | external externally outside outer
        visible | invisible hidden
        active actively | passive passively
        voluntary voluntarily optional | compulsory mandatory obligatory required involuntary
        legal legally lawful allowed | illegal illegally unlawful
        win+ won winner victory gain+ | lose+ lost loser loss losses defeat+
        profit profits profitable gain gains | loss losses unprofitable
        success succeed+ successful | fail+ failure unsuccessful failed
        true truth correct correctly right accurate accurately | false wrong wrongly incorrect incorrectly inaccurate
        safe* safer safety | dangerous unsafe risky danger
        certain certainly sure surely definite | uncertain unsure doubtful
        known familiar | unknown unfamiliar
        old* older | new newer newest young* younger modern recent
        rich* richer wealthy | poor* poorer
        scarce scarcity rare | abundant abundance plentiful common
        full fully whole complete completely entire entirely | empty partial partially partly incomplete
        hot* hotter warm* heat+ | cold* colder cool+ cooler
        wet | dry*
        alive live living | dead die+ dying
        maximum maximal maximise+ maximize+ most | minimum minimal minimise+ minimize+ least
        import+ imported | export+ exported
        push+ pushed | pull+ pulled
        create+ created creation build+ built produce+ | destroy+ destroyed destruction consume+
        add+ added addition | remove+ removed removal subtract+ delete+ deleted
        appear+ appeared | disappear+ disappeared vanish+
        remember+ remembered | forget+ forgot forgotten
        left | right
        front forward forwards ahead | back backward backwards behind
        north northern | south southern
        east eastern | west western
        horizontal horizontally | vertical vertically
        parallel | series
        local locally | global globally worldwide
        national domestic | international foreign
        micro | macro mega
        majority | minority
        concrete | abstract
        quantitative quantity | qualitative quality
        inductive induction | deductive deduction
        subjective subjectively | objective objectively
        absolute absolutely | relative relatively
        fixed constant constantly stable steady unchanged | variable varying vary+ changing unstable
        permanent permanently lasting | temporary temporarily
        natural naturally | artificial artificially
        explicit explicitly | implicit implicitly
        formal formally | informal informally
        free* freely | paid
        centralised centralized central centralisation centralization | decentralised decentralized decentralisation decentralization
        symmetric symmetrical | asymmetric asymmetrical
        homogeneous uniform | heterogeneous diverse varied
        conscious consciously | unconscious unconsciously subconscious
        dependent depend+ dependence | independent independently independence
        linear linearly | nonlinear exponential exponentially
        upstream | downstream
        upload+ uploaded | download+ downloaded
        online digital digitally | offline analog analogue physical physically
        reliable reliably consistent consistently | unreliable inconsistent inconsistently
        necessary needed | unnecessary optional
        advantageous | disadvantageous
        able can possible capable | unable impossible incapable
        present presence available | absent absence unavailable missing
        employer employers | employee employees
        odd | even
        shallow superficial | deep deeply depth
        thick* thicker | thin* thinner
        tight* tighter strict* strictly | loose* loosely lenient
        rough roughly approximate | exact exactly precise precisely
        sharp sharply | gradual gradually blunt
        renewable | nonrenewable
        rational rationally | irrational irrationally emotional emotionally
        confirm+ confirmed prove+ proved | refute+ refuted disprove+ disproved contradict+
        converge+ converged convergence | diverge+ diverged divergence
        inflation inflationary | deflation deflationary
        surplus | deficit shortage
        vague vaguely ambiguous unclear | clear* clearer clearly
        tolerant tolerate+ | intolerant
        simultaneous simultaneously | sequential sequentially successive
        retain+ retained keep+ kept | lose+ lost abandon+
        """
}
