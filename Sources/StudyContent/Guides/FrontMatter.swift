internal import StudyCore

/// What a guide says about itself above its text.
struct FrontMatter: Equatable {
    var className: String?
    var unit: String?
    var aliases: [String] = []
    /// As written: terms or slugs.
    var confusedWith: [String] = []
    var sources: [String] = []
}

/// A value of front matter with its place in the file.
struct FrontMatterValue: Equatable {
    enum Content: Equatable {
        case text(String)
        case list([FrontMatterValue])
        case mapping
        case empty
    }

    var content: Content
    /// Counted from 1.
    var line: Int
    /// Counted in UTF-8 bytes, from 1.
    var column: Int
}

/// A key of front matter with its value.
struct FrontMatterEntry: Equatable {
    /// Lower-case, with hyphens between words.
    var key: String
    var line: Int
    var column: Int
    var value: FrontMatterValue
}

extension FrontMatter {
    var confusedSlugs: [String] { confusedWith.map { slug($0) }.filter { !$0.isEmpty } }

    /// Takes the known keys out of the entries and reports the rest.
    init(_ entries: [FrontMatterEntry], log: inout ProblemLog) {
        for entry in entries {
            switch entry.key {
            case "class": className = entry.className(&log) ?? className
            case "unit": unit = entry.text(&log) ?? unit
            case "aliases", "alias": aliases += entry.texts(&log)
            case "confused-with": confusedWith += entry.texts(&log)
            case "sources", "source": sources += entry.texts(&log)
            default:
                log.add(
                    .unknownKey, .note, line: entry.line, column: entry.column,
                    "the key \(entry.key.quoted) means nothing here; known are class, unit, aliases, confused-with and sources"
                )
            }
        }
    }
}

extension FrontMatterEntry {
    /// The value as one text; nil, with a report, when it is something else.
    func text(_ log: inout ProblemLog) -> String? {
        switch value.content {
        case .text(let text): return text
        case .empty: return nil
        case .list, .mapping:
            log.add(
                .frontMatterType, .error, line: value.line, column: value.column,
                "\(key.quoted) wants one text, such as '\(key): Media Business'")
            return nil
        }
    }

    /// The value as the name of a class; nil, with a report, when no slug can be made of it.
    fileprivate func className(_ log: inout ProblemLog) -> String? {
        guard let name = text(&log) else { return nil }
        if !slug(name).isEmpty { return name }
        log.add(
            .frontMatterType, .error, line: value.line, column: value.column,
            "the class holds no letter or digit; write its name, such as 'class: Media Business'")
        return nil
    }

    /// The value as a list of texts; one text is a list of one.
    func texts(_ log: inout ProblemLog) -> [String] {
        switch value.content {
        case .text(let text): return [text]
        case .empty: return []
        case .mapping:
            log.add(
                .frontMatterType, .error, line: value.line, column: value.column,
                "\(key.quoted) wants a list of texts, such as '\(key): [one, another]'")
            return []
        case .list(let values):
            var texts: [String] = []
            for value in values {
                switch value.content {
                case .text(let text): texts.append(text)
                case .empty: break
                case .list, .mapping:
                    log.add(
                        .frontMatterType, .error, line: value.line, column: value.column,
                        "\(key.quoted) wants a list of texts; put this one in quotation marks")
                }
            }
            return texts
        }
    }
}
