internal import CReadline

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Tab.
extension LineEditor {
    /// Proposals listed at most; readline would ask a question here that Ctrl-C cannot leave.
    private static let listLimit = 60

    nonisolated(unsafe) private static var proposals: [Completion] = []

    static func setUpCompletion() {
        rl_completer_word_break_characters = UnsafePointer(strdup(" \t\n"))
        rl_completion_query_items = -1
        rl_sort_completion_matches = 0
        // One Tab lists; ~/.inputrc, read later, may ask for two.
        rl_variable_bind("show-all-if-ambiguous", "on")
        rl_attempted_completion_function = { word, start, _ in
            // No fallback to file names.
            rl_attempted_completion_over = 1
            return LineEditor.matches(word, start: Int(start))
        }
        rl_completion_display_matches_hook = { _, _, _ in LineEditor.list() }
    }

    /// The common beginning and then the proposals, in memory that readline frees; nil for none.
    private static func matches(
        _ word: UnsafePointer<CChar>?, start: Int
    ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
        guard let completion = request?.completion, let word, let buffer = rl_line_buffer else {
            return nil
        }
        let typed = String(cString: word)
        let bytes = UnsafeRawBufferPointer(start: buffer, count: start)
        let before = String(decoding: bytes, as: UTF8.self)
        let line = before + typed
        proposals = completion(
            line, line.utf8.index(line.startIndex, offsetBy: before.utf8.count), typed
        )
        .map { proposal in
            Completion(
                Sanitizer.clean(proposal.text), display: Sanitizer.clean(proposal.display),
                suffix: proposal.suffix)
        }
        guard let first = proposals.first else { return nil }
        let isOnly = proposals.count == 1
        if isOnly {
            rl_completion_append_character = first.suffix?.asciiValue.map(Int32.init) ?? 0
        }
        let texts =
            isOnly ? [first.text] : [beginning(of: proposals, typed)] + proposals.map(\.text)
        let size = MemoryLayout<UnsafeMutablePointer<CChar>?>.stride
        let matches = calloc(texts.count + 1, size)?
            .bindMemory(to: UnsafeMutablePointer<CChar>?.self, capacity: texts.count + 1)
        for (index, text) in texts.enumerated() { matches?[index] = strdup(text) }
        return matches
    }

    /// What all proposals begin with; what was typed when that is not the start of it.
    private static func beginning(of proposals: [Completion], _ typed: String) -> String {
        var common = proposals[0].text[...]
        for proposal in proposals.dropFirst() {
            let shared = zip(common, proposal.text).prefix { $0 == $1 }.count
            common = common.prefix(shared)
        }
        return common.lowercased().hasPrefix(typed.lowercased()) ? String(common) : typed
    }

    /// Lists the proposals below the line, in columns.
    private static func list() {
        let width = WindowSize.current.columns
        let shown = proposals.prefix(listLimit).map { StyledText($0.display) }
        let widest = min(shown.map(\.width).max() ?? 0, width - 1)
        let perLine = max(1, (width + 1) / (widest + 2))
        rl_crlf()
        var text = ""
        for start in stride(from: 0, to: shown.count, by: perLine) {
            let row = shown[start..<min(start + perLine, shown.count)]
            let line = row.map { $0.truncated(to: widest, style: style).padded(to: widest) }
                .joined(separator: StyledText(verbatim: "  "))
            text += style.render(line.withoutTrailingSpaces) + "\n"
        }
        if proposals.count > listLimit {
            text +=
                style.render(StyledText("and \(proposals.count - listLimit) more", .faint)) + "\n"
        }
        try? StandardStreams.writeOutput(verbatim: text)
        rl_forced_update_display()
    }
}
