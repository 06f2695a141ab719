internal import StudyCore

/// The lines above a page's first section: its course and its term.
struct PageHead {
    private(set) var course: String?
    private(set) var term: String?
    private(set) var notes: [TextReading.Note] = []
    /// Indexes of lines that say nothing of this page.
    private(set) var noise: [Int] = []
    private(set) var strays: [Int] = []

    /// - Parameters:
    ///   - range: The head's lines, from 0.
    ///   - lines: The text's lines.
    ///   - kinds: What each announces.
    init(_ range: Range<Int>, _ lines: [PlainLines.Line], _ kinds: [PageLine]) {
        var rest = range.filter {
            !lines[$0].isBlank && lines[$0].text.contains { $0.isLetter || $0.isNumber }
        }
        rest.removeAll { kinds[$0] == .copy }
        noise += range.filter { !lines[$0].isBlank && !rest.contains($0) }
        let copies = Set(range.filter { kinds[$0] == .copy }.map { lines[$0].text })
        let isDoubled = rest.last.map { copies.contains(lines[$0].text) } ?? false
        takeClass(&rest, lines, kinds)
        takeTerm(&rest, lines, kinds)
        var firstCourse: (index: Int, name: String)?
        for index in rest {
            let text = lines[index].text
            switch kinds[index] {
            case .tag, .noise, .chatter, .copyright, .advertisement, .image: noise.append(index)
            case .courseReview(let name):
                let name = Self.courseName(name)
                if course == nil { course = Self.titled(name) } else { check(name, at: index) }
            default:
                // A site's name stands twice above the term.
                if Self.same(text, term) || (!isDoubled && copies.contains(text))
                    || Self.isMenu(text)
                {
                    noise.append(index)
                } else if Self.same(Self.courseName(text), course) {
                    continue
                } else if !Self.isName(text) {
                    strays.append(index)
                } else if course == nil, firstCourse == nil, term != nil {
                    firstCourse = (index, Self.courseName(text))
                } else if course != nil, firstCourse == nil, index == rest.first {
                    firstCourse = (index, "")
                    check(Self.courseName(text), at: index)
                } else {
                    strays.append(index)
                }
            }
        }
        if course == nil, let firstCourse {
            course = firstCourse.name
            notes.append(
                .init(
                    "no line says 'from class:'; the class is taken from this line",
                    line: firstCourse.index + 1))
        } else if let (index, name) = firstCourse, !name.isEmpty {
            strays.append(index)
        }
    }

    /// The class at `from class:`, and the term right above it.
    private mutating func takeClass(
        _ rest: inout [Int], _ lines: [PlainLines.Line], _ kinds: [PageLine]
    ) {
        for (place, index) in rest.enumerated() {
            guard case .fromClass(let name) = kinds[index] else { continue }
            var used = [index]
            if name.isEmpty, place + 1 < rest.count {
                course = Self.courseName(lines[rest[place + 1]].text)
                used.append(rest[place + 1])
            } else if !name.isEmpty {
                course = Self.courseName(name)
            }
            if place > 0, kinds[rest[place - 1]] != .tag {
                term = Self.termName(lines[rest[place - 1]].text)
                used.append(rest[place - 1])
            }
            rest.removeAll { used.contains($0) }
            return
        }
    }

    private mutating func takeTerm(
        _ rest: inout [Int], _ lines: [PlainLines.Line], _ kinds: [PageLine]
    ) {
        if term != nil { return }
        for (place, index) in rest.enumerated() {
            guard case .keyTerm(let name) = kinds[index] else { continue }
            term = Self.termName(name)
            rest.remove(at: place)
            return
        }
        // Below the term a sentence may stand, such as a definition without its heading.
        let place = rest.lastIndex { !Self.isSentence(lines[$0].text) } ?? rest.indices.last
        guard let place, kinds[rest[place]] == .text || kinds[rest[place]] == .noise else { return }
        term = Self.termName(lines[rest[place]].text)
        rest.remove(at: place)
    }

    /// Whether a line is more than a name that ends with an abbreviation.
    private static func isSentence(_ text: String) -> Bool {
        text.last == "." && text.split(separator: " ").count > 4
    }

    private mutating func check(_ name: String, at index: Int) {
        guard !Self.same(name, course) else { return }
        strays.append(index)
        notes.append(
            .init(
                "this line may name another course, '\(name)'; kept is '\(course ?? "")'",
                line: index + 1))
    }

    private static func same(_ text: String, _ other: String?) -> Bool {
        other.map { PageVocabulary.folded(text) == PageVocabulary.folded($0) } ?? false
    }

    /// Whether a line could be a course's name: short, no sentence and no item of a list.
    private static func isName(_ text: String) -> Bool {
        text.count <= 80 && !text.endsSentence && ListMark.split(text).mark == nil
    }

    /// Whether a line is the item of a menu.
    private static func isMenu(_ text: String) -> Bool {
        let (mark, words) = ListMark.split(text)
        return mark != nil && PageVocabulary.noise.contains(PageVocabulary.folded(words))
    }

    /// A course without the emoji, whole or in ruins, that some pages put before it.
    static func courseName(_ line: String) -> String {
        var name = termName(line)
        if let blank = name.firstIndex(of: " "), case let word = name[..<blank],
            !word.contains(where: { $0.isASCII && ($0.isLetter || $0.isNumber) }),
            !word.allSatisfy(\.isLetter)
        {
            name = String(name[blank...].trimmedSlice)
        }
        while let first = name.first, !first.isLetter, !first.isNumber { name.removeFirst() }
        return String(name.trimmedSlice)
    }

    /// A heading without Markdown's marks around it.
    static func termName(_ line: String) -> String {
        var name = line[...]
        while let first = name.first, "#* _".contains(first) { name.removeFirst() }
        while let last = name.last, "#*: _".contains(last),
            !(last == "#" && name.dropLast().last?.isLetter == true)
        {
            name.removeLast()
        }
        return String(name)
    }

    /// A course in lower case as a name: *ap physics* becomes *Ap Physics*.
    private static func titled(_ name: String) -> String {
        guard name == name.lowercased() else { return name }
        return name.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }
            .joined(separator: " ")
    }
}
