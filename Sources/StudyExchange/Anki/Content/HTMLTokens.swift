/// What HTML is made of.
enum HTMLToken: Equatable {
    case text(String)
    case open(String, attributes: [String: String])
    case close(String)
}

/// Parts HTML from a stranger into tags and text; comments, scripts and styles are left out whole.
///
/// It never fails: what is no tag is text.
struct HTMLTokens: IteratorProtocol, Sequence {
    private let bytes: [UInt8]
    private var index = 0
    /// An element whose content is no text; nil outside one.
    private var hidden: String?

    /// Elements that are dropped with all that is in them.
    static let dropped: Set<String> = [
        "script", "style", "iframe", "object", "embed", "svg", "math", "head", "title", "template",
        "noscript", "audio", "video", "canvas", "form", "select", "textarea", "button", "applet",
        "frameset", "noembed", "noframes", "xml", "base", "link", "meta",
    ]

    init(_ html: String) {
        bytes = Array(html.utf8)
    }

    mutating func next() -> HTMLToken? {
        while index < bytes.count {
            if let name = hidden {
                skip(to: name)
                hidden = nil
                continue
            }
            guard bytes[index] == UInt8(ascii: "<") else { return .text(text()) }
            if starts(with: "<!--") {
                index = find("-->", from: index + 4).map { $0 + 3 } ?? bytes.count
            } else if let token = tag() {
                if case .open(let name, _) = token, Self.dropped.contains(name) {
                    // Those that stay open are the ones without an end.
                    if !Self.isVoid(name) { hidden = name }
                    continue
                }
                return token
            } else if index + 1 < bytes.count, [0x21, 0x3F].contains(bytes[index + 1]) {
                index = find(">", from: index).map { $0 + 1 } ?? bytes.count
            } else {
                return .text(text())
            }
        }
        return nil
    }

    private static let void: Set<String> = [
        "br", "img", "hr", "input", "wbr", "col", "meta", "link", "base", "embed",
    ]

    static func isVoid(_ name: String) -> Bool { void.contains(name) }

    /// Text up to the next `<`, entities read; at least one byte.
    private mutating func text() -> String {
        let end = bytes[(index + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        defer { index = end }
        return HTMLEntities.decode(String(decoding: bytes[index..<end], as: UTF8.self))
    }

    /// A tag; nil, with nothing read, where none begins.
    private mutating func tag() -> HTMLToken? {
        var position = index + 1
        let isClosing = position < bytes.count && bytes[position] == UInt8(ascii: "/")
        if isClosing { position += 1 }
        guard position < bytes.count, bytes[position].isLetter else { return nil }
        let start = position
        while position < bytes.count, bytes[position].isNameSign { position += 1 }
        let name = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
        var attributes: [String: String] = [:]
        while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
            readAttribute(&position, into: &attributes)
        }
        index = Swift.min(position + 1, bytes.count)
        return isClosing ? .close(name) : .open(name, attributes: attributes)
    }

    private func readAttribute(_ position: inout Int, into attributes: inout [String: String]) {
        let start = position
        while position < bytes.count, !bytes[position].isSpace, bytes[position] != 0x3D,
            bytes[position] != 0x3E, bytes[position] != 0x2F
        { position += 1 }
        let name = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
        skipSpaces(&position)
        guard position < bytes.count, bytes[position] == 0x3D else {
            if position == start { position += 1 }
            return
        }
        position += 1
        skipSpaces(&position)
        var value: ArraySlice<UInt8> = []
        if position < bytes.count, bytes[position] == 0x22 || bytes[position] == 0x27 {
            let quote = bytes[position]
            let end = bytes[(position + 1)...].firstIndex(of: quote) ?? bytes.count
            value = bytes[(position + 1)..<end]
            position = Swift.min(end + 1, bytes.count)
        } else {
            let begin = position
            while position < bytes.count, !bytes[position].isSpace, bytes[position] != 0x3E {
                position += 1
            }
            value = bytes[begin..<position]
        }
        if attributes[name] == nil {
            attributes[name] = HTMLEntities.decode(String(decoding: value, as: UTF8.self))
        }
    }

    private func skipSpaces(_ position: inout Int) {
        while position < bytes.count, bytes[position].isSpace { position += 1 }
    }

    /// Goes behind the end tag of an element, or to the end of everything.
    private mutating func skip(to name: String) {
        while let start = find("</", from: index) {
            let rest = bytes[(start + 2)...]
            let end = rest.prefix { $0.isNameSign }
            if String(decoding: end, as: UTF8.self).lowercased() == name {
                index = find(">", from: start).map { $0 + 1 } ?? bytes.count
                return
            }
            index = start + 2
        }
        index = bytes.count
    }

    private func starts(with text: String) -> Bool {
        bytes[index...].starts(with: text.utf8)
    }

    private func find(_ text: String, from start: Int) -> Int? {
        let sought = Array(text.utf8)
        var position = start
        while position <= bytes.count - sought.count {
            guard let next = bytes[position...].firstIndex(of: sought[0]) else { return nil }
            if bytes[next...].starts(with: sought) { return next }
            position = next + 1
        }
        return nil
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    fileprivate var isNameSign: Bool {
        isLetter || (0x30...0x39).contains(self) || self == 0x2D || self == 0x3A
    }
    fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
