/// What became of a text: the guides in it, and of every line whether it was used.
package struct TextReading: Hashable, Sendable {
    /// What became of a line.
    package enum Fate: String, Hashable, Sendable, CaseIterable {
        /// It is in a guide, or says where one belongs.
        case used
        /// It is known to say nothing: menus, advertising, copyright lines; or a copy of another line.
        case noise
        /// Nobody knows what it is; it is in no guide.
        case unassigned
        case blank
    }

    /// A line of the text as it came, numbered by its place from 1.
    package struct Line: Hashable, Sendable {
        package var text: String
        package var fate: Fate
    }

    /// Something the learner should know, such as how answers were told from questions.
    package struct Note: Hashable, Sendable {
        /// From 1; nil when it is about the whole text.
        package var line: Int?
        package var text: String

        package init(_ text: String, line: Int? = nil) {
            self.line = line
            self.text = text
        }
    }

    /// What the text was taken for, in words such as *study-guide page*.
    package var shape: String
    package var guides: [DraftGuide] = []
    package var lines: [Line] = []
    package var notes: [Note] = []

    /// How many lines had a fate.
    package func count(_ fate: Fate) -> Int { lines.count { $0.fate == fate } }

    /// Numbers of the lines of a fate.
    package func numbers(_ fate: Fate) -> [Int] {
        lines.indices.filter { lines[$0].fate == fate }.map { $0 + 1 }
    }
}

/// What is known of a text beside its words.
package struct TextOptions: Hashable, Sendable {
    /// The class of what names none.
    package var className: String?
    package var unit: String?
    /// The term of a page whose heading is not in the text.
    package var term: String?
    /// What the text is called where it came from, such as a file's name without its ending.
    package var name: String?
    /// The sign between term and definition, and between rows, when the learner says so.
    package var separator: String?
    package var rowSeparator: String?

    package init(
        className: String? = nil, unit: String? = nil, term: String? = nil, name: String? = nil,
        separator: String? = nil, rowSeparator: String? = nil
    ) {
        self.className = className
        self.unit = unit
        self.term = term
        self.name = name
        self.separator = separator
        self.rowSeparator = rowSeparator
    }
}

/// A text that cannot be taken in.
package enum TextRefusal: Error, Hashable, CustomStringConvertible {
    case empty
    /// A byte that is no text; the column counts bytes, both count from 1.
    case notText(line: Int, column: Int)
    case tooLarge(limit: Int)
    /// A table whose rows cannot be told, for a quotation mark opens or closes at the wrong place; the column
    /// counts bytes, both count from 1.
    case wrongQuotes(line: Int, column: Int)
    /// The shape is none of the known ones: what was seen, and what the shapes are.
    case unknownShape(seen: [String])
    /// A page about a unit or a list of pages, which defines no term.
    case noTermPage(seen: [String])
    /// It looked like a page, but has neither a definition nor a fact.
    case nothingToLearn(seen: [String])

    package var description: String {
        switch self {
        case .empty: "there is no text to import"
        case .notText(let line, let column):
            "line \(line), column \(column) is no UTF-8 text; save the file as UTF-8 and import it again"
        case .tooLarge(let limit): "the text is larger than \(limit >> 20) MB; split it"
        case .wrongQuotes(let line, let column):
            "line \(line), column \(column): a quotation mark is not closed or stands inside a field; put the field in quotation marks and double those inside"
        case .unknownShape(let seen):
            "the text has none of the shapes that can be read, so nothing was imported. Seen: \(seen.joined(separator: "; ")). \(Self.shapes)"
        case .noTermPage(let seen):
            "this is a page about a unit or a list of pages, not about one term, so nothing was imported. Paste the pages of its terms. Seen: \(seen.joined(separator: "; "))."
        case .nothingToLearn(let seen):
            "this looks like a study-guide page, but holds neither a definition nor a fact, so nothing was imported. Seen: \(seen.joined(separator: "; "))."
        }
    }

    static let shapes =
        "Read are study-guide pages, terms and definitions (a table, or a line each such as 'term: definition'), Q: and A: lines, and numbered questions with answers; --separator names the sign between term and definition."
}
