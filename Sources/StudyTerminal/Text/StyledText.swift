/// Text in spans, each with the role it plays.
///
/// A value without escape sequences: widths and line breaks are computed on it, and ``Style/render(_:)``
/// writes the escapes at the very end. Whatever goes in is made harmless by ``Sanitizer``, so strangers' text
/// needs no special care:
///
///     "\(guide.term, .term) is due \("now", .warning)."
package struct StyledText: Hashable, Sendable {
    /// A stretch of text in one role; nil is ordinary text.
    package struct Span: Hashable, Sendable {
        package var text: String
        package var role: Role?
    }

    /// Never empty ones, and neighbours differ in role.
    package private(set) var spans: [Span] = []

    package init() {}

    /// Text from anywhere, made harmless.
    package init(_ text: String, _ role: Role? = nil) {
        append(harmless: Sanitizer.clean(text), role)
    }

    /// Text that is known to hold no control characters, taken as it is.
    package init(verbatim text: String, _ role: Role? = nil) {
        append(harmless: text, role)
    }

    /// The text alone.
    package var plain: String {
        spans.reduce(into: "") { $0 += $1.text }
    }

    package var isEmpty: Bool { spans.isEmpty }

    /// Columns the text takes on one line.
    package var width: Int {
        spans.reduce(0) { $0 + DisplayWidth.columns(of: $1.text) }
    }

    /// The same text with one role throughout.
    package func with(_ role: Role?) -> StyledText {
        StyledText(verbatim: plain, role)
    }

    package static func + (left: StyledText, right: StyledText) -> StyledText {
        var sum = left
        sum += right
        return sum
    }

    package static func += (left: inout StyledText, right: StyledText) {
        for span in right.spans { left.append(harmless: span.text, span.role) }
    }

    private mutating func append(harmless text: String, _ role: Role?) {
        guard !text.isEmpty else { return }
        if let last = spans.indices.last, spans[last].role == role {
            spans[last].text += text
        } else {
            spans.append(Span(text: text, role: role))
        }
    }
}

extension StyledText: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) {
        self.init(text)
    }

    package init(stringInterpolation: Interpolation) {
        self = stringInterpolation.text
    }

    /// Collects the pieces of an interpolated literal.
    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = StyledText()

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) {
            text += StyledText(literal)
        }

        package mutating func appendInterpolation(_ value: StyledText) {
            text += value
        }

        package mutating func appendInterpolation(
            _ value: some CustomStringConvertible, _ role: Role? = nil
        ) {
            text += StyledText(value.description, role)
        }
    }
}

extension Sequence<StyledText> {
    /// The texts in a row, with a separator between them.
    package func joined(separator: StyledText = StyledText()) -> StyledText {
        var joined = StyledText()
        for (index, text) in enumerated() {
            if index > 0 { joined += separator }
            joined += text
        }
        return joined
    }
}
