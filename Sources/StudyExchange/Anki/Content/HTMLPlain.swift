/// The text of HTML, without any marks.
enum HTMLPlain {
    static func text(_ html: String) -> String {
        HTMLTokens(html).reduce(into: "") { text, token in
            switch token {
            case .text(let piece): text += piece
            case .open(let name, _) where ["br", "div", "p", "li"].contains(name): text += " "
            case .open, .close: break
            }
        }
    }
}
