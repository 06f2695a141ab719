/// The words by which the lines of study-guide pages are known: data, so that it can grow.
///
/// All is compared as ``folded(_:)`` makes it, whole lines only.
enum PageVocabulary {
    static let definition: Set<String> = ["definition", "definitions"]

    static let facts: Set<String> = [
        "must know facts", "must know facts for your next test", "key facts", "facts",
        "important facts", "key points",
    ]

    static let questions: Set<String> = [
        "review questions", "practice questions", "study questions", "questions",
        "questions and answers",
    ]

    /// Headings of parts that are kept for reading.
    static let kept: Set<String> = [
        "analogy", "related terms", "key terms", "examples", "example", "formula", "formulas",
        "key takeaways", "why it matters",
    ]

    /// Lines above the term that are the same on every page.
    static let tags: Set<String> = [
        "study guides for every class",
        "that actually explain what's on your next test",
        "that actually explain whats on your next test",
    ]

    /// What such a line begins with when its end differs from page to page.
    static let tagBeginnings = ["that actually explain", "study guides for every class"]

    /// Lines between definition and facts that talk to the reader.
    static let chatter = [
        "congrats on reading the definition of", "ok, let's learn stuff", "ok let's learn stuff",
    ]

    /// Menus, advertising and the like.
    static let noise: Set<String> = [
        "upgrade", "get started", "image", "glossary", "guides", "log in", "login", "sign up",
        "sign in", "home", "search", "menu", "subjects", "resources", "about us", "careers",
        "contact us", "help", "pricing", "blog", "terms", "privacy", "terms of service",
        "privacy policy", "cookie policy", "legal", "stay connected", "cram mode", "share",
        "print", "back to top", "table of contents", "skip to content", "show more", "read more",
        "key terms glossary", "fiveable", "fiveable logo", "crisis text line", "help center",
        "practice quizzes", "study tools", "exam skills", "join us", "all subjects", "key term",
        "see definition", "skip to main content", "accept all", "accept all cookies",
        "accept cookies", "reject all", "reject all cookies", "manage preferences",
        "manage cookies", "cookie settings", "cookie preferences",
    ]

    /// What lines of advertising begin and end with; none of them is a sentence with a full stop.
    static let noiseFrames: [(beginning: String, ending: String)] = [
        ("study smarter with", ""), ("qr code for", ""), ("written by", ""),
        ("verified for the", "exam"), ("image courtesy", ""),
        ("photo credit", ""), ("image credit", ""), ("last updated", ""), ("join ", "students"),
        ("", " mascot"), ("", " min read"), ("get unlimited", ""), ("start your free", ""),
        ("download the app", ""), ("upgrade to", ""),
    ]

    /// What lines begin with that pages about units and lists of pages have.
    static let unitMarks = ["written by", "last updated", "study smarter with", "key concepts"]

    /// The word that a picture leaves in a copy, and what the line below it begins with when it says whose it is.
    static let picture = "image"
    static let credits: Set<String> = [
        "photo", "photograph", "image", "picture", "credit", "credits", "courtesy", "source", "via",
        "by", "illustration", "diagram",
    ]

    /// What a sentence that names cookies also says when it asks for leave.
    static let cookieWords = ["we use", "this site uses", "accept"]

    /// A question to the reader that begins a block of advertising, up to the next heading.
    static let advertisements: Set<String> = ["are you a college student?", "are you a student?"]

    /// What begins a question that need not end with a question mark.
    static let instructions: Set<String> = [
        "explain", "discuss", "evaluate", "compare", "contrast", "analyze", "analyse", "describe",
        "define", "identify", "outline", "summarize", "summarise", "assess", "justify",
        "illustrate", "distinguish", "differentiate", "calculate", "predict", "argue", "critique",
        "examine", "give", "write",
    ]

    /// What begins a question that a question mark ends.
    static let interrogatives: Set<String> = [
        "how", "what", "why", "when", "where", "which", "who", "whose", "in", "to", "can", "could",
        "does", "do", "is", "are", "should", "would", "under", "for", "if",
    ]

    /// Lower case, curly quotes straight, without the marks of a heading around it.
    static func folded(_ line: some StringProtocol) -> String {
        var text = line.lowercased().replacing("\u{2019}", with: "'").replacing(
            "\u{2018}", with: "'")[...]
        let marks: Set<Character> = ["#", "*", ":", "_", "\\", " ", "\t"]
        while let first = text.first, marks.contains(first) { text.removeFirst() }
        while let last = text.last, marks.contains(last) { text.removeLast() }
        return String(text)
    }
}
