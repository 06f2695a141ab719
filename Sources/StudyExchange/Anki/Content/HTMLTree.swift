/// HTML as elements inside elements.
indirect enum HTMLNode: Equatable {
    case text(String)
    case element(String, attributes: [String: String], [HTMLNode])

    /// Elements inside each other beyond this are taken as if they stood beside each other.
    private static let depthLimit = 40

    /// Reads HTML, however wrongly it is nested.
    static func parse(_ html: String) -> [HTMLNode] {
        var open: [(name: String, attributes: [String: String], children: [HTMLNode])] = [
            ("", [:], [])
        ]
        func close() {
            let last = open.removeLast()
            open[open.count - 1].children.append(
                .element(last.name, attributes: last.attributes, last.children))
        }
        for token in HTMLTokens(html) {
            switch token {
            case .text(let text): open[open.count - 1].children.append(.text(text))
            case .open(let name, let attributes):
                if let place = closedBy(name, open.lazy.map(\.name)) {
                    while open.count > place { close() }
                }
                if HTMLTokens.isVoid(name) || open.count > depthLimit {
                    open[open.count - 1].children.append(.element(name, attributes: attributes, []))
                } else {
                    open.append((name, attributes, []))
                }
            case .close(let name):
                guard let place = open.lastIndex(where: { $0.name == name }), place > 0 else {
                    continue
                }
                while open.count > place { close() }
            }
        }
        while open.count > 1 { close() }
        return open[0].children
    }

    /// The index of an open element that ends where another one begins, such as a list's item.
    private static func closedBy<Names: RandomAccessCollection<String>>(
        _ name: String, _ open: Names
    ) -> Int? where Names.Index == Int {
        let (ended, bounds): (Set<String>, Set<String>)
        switch name {
        case "li": (ended, bounds) = (["li"], ["ul", "ol"])
        case "p": (ended, bounds) = (["p"], ["div", "li", "td", "blockquote"])
        case "td", "th": (ended, bounds) = (["td", "th"], ["table"])
        case "tr": (ended, bounds) = (["tr"], ["table"])
        default: return nil
        }
        for index in open.indices.reversed() {
            if ended.contains(open[index]) { return index }
            if bounds.contains(open[index]) { return nil }
        }
        return nil
    }
}
