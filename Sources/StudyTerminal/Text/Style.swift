/// What may be written to an output: escape sequences or none, and which signs to draw with.
package struct Style: Hashable, Sendable {
    /// Whether colours and attributes are written.
    package var hasColors: Bool
    /// Whether bars and tables are drawn with box and block characters; else with ASCII.
    package var drawsUnicode: Bool

    package init(hasColors: Bool, drawsUnicode: Bool = true) {
        self.hasColors = hasColors
        self.drawsUnicode = drawsUnicode
    }

    /// No escape sequence at all.
    package static let plain = Style(hasColors: false)
    /// The 16 ANSI colours, bold, dim, italic, underline.
    package static let ansi = Style(hasColors: true)

    /// The text as it is written to the output.
    package func render(_ text: StyledText) -> String {
        render(text, before: "\u{1B}[", after: "m")
    }

    /// The text as a prompt of readline, which must not count the escapes as columns.
    func renderPrompt(_ text: StyledText) -> String {
        render(text, before: "\u{1}\u{1B}[", after: "m\u{2}")
    }

    private func render(_ text: StyledText, before: String, after: String) -> String {
        guard hasColors else { return text.plain }
        var rendered = ""
        for span in text.spans {
            guard let role = span.role else {
                rendered += span.text
                continue
            }
            rendered += "\(before)\(role.attributes)\(after)\(span.text)\(before)0\(after)"
        }
        return rendered
    }
}

/// The learner's word on colours: `--color`.
package enum ColorChoice: String, CaseIterable, Sendable {
    case auto, always, never
}

extension Style {
    /// Decides from the option, the environment and what the output is.
    ///
    /// The option wins. Then `NO_COLOR` (any value but empty) forbids, `CLICOLOR_FORCE` (any value but empty or
    /// `0`) allows, and without either it takes a terminal that is not `dumb`. The signs follow the locale.
    package init(
        choice: ColorChoice, isTerminal: Bool, environment: (_ name: String) -> String?
    ) {
        func value(_ name: String) -> String? {
            environment(name).flatMap { $0.isEmpty ? nil : $0 }
        }
        let hasColors: Bool
        switch choice {
        case .always: hasColors = true
        case .never: hasColors = false
        case .auto:
            if value("NO_COLOR") != nil {
                hasColors = false
            } else if let forced = value("CLICOLOR_FORCE"), forced != "0" {
                hasColors = true
            } else {
                hasColors = isTerminal && value("TERM").map { $0 != "dumb" } ?? false
            }
        }
        let locale = value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") ?? "C"
        let encoding = locale.lowercased()
        self.init(
            hasColors: hasColors,
            drawsUnicode: encoding.contains("utf-8") || encoding.contains("utf8"))
    }
}
