import StudyTerminal

/// Says on a terminal how far something is that takes long; says nothing where nobody watches.
final class LongWork {
    private let isShown: Bool
    private let stopwatch: () -> Double
    private let start: Double
    private var last = 0.0
    private var width = 0

    /// Seconds before anything is said, and between two times.
    private let patience: Double
    private static let pause = 0.1

    private let style: Style
    private let columns: Int

    /// - Parameters:
    ///   - style: Of the terminal.
    ///   - columns: Of the terminal: what is longer would not be taken away again.
    ///   - patience: Seconds before anything is said.
    ///   - stopwatch: Seconds since some moment.
    init(
        style: Style, columns: Int, patience: Double,
        stopwatch: @escaping () -> Double = monotonicSeconds
    ) {
        self.style = Style(hasColors: false, drawsUnicode: style.drawsUnicode)
        self.columns = columns
        self.patience = patience
        isShown = StandardStreams.errorIsTerminal && StandardStreams.outputIsTerminal
        self.stopwatch = stopwatch
        start = stopwatch()
    }

    /// - Parameters:
    ///   - what: Half a sentence, such as `Reading notes`.
    ///   - done: How many.
    ///   - all: Of how many.
    func show(_ what: String, _ done: Int, of all: Int) {
        show(done, of: all) {
            "\(what), \(Phrases.grouped(done)) of \(Phrases.grouped(all))"
        }
    }

    /// Says how far something is whose measure means nothing to people, such as bytes.
    func show(_ what: String, share done: Int, of all: Int) {
        show(done, of: all) { "\(what), \(all > 0 ? min(100, done * 100 / all) : 0) %" }
    }

    private func show(_ done: Int, of all: Int, _ words: () -> String) {
        guard isShown else { return }
        let now = stopwatch()
        guard now - start >= patience, now - last >= Self.pause else { return }
        last = now
        let bar = Bar(all > 0 ? min(1, Double(done) / Double(all)) : 0, width: 20)
        let words = words()
        let whole = "\(bar.text(style: style).plain) \(words)"
        write(whole.count < columns ? whole : words)
    }

    /// Says at once what will be done in one piece, when that is known to take long.
    func expect(_ what: String, isLong: Bool) {
        if isShown, isLong { write(what + " …") }
    }

    /// Says what is being done where nobody can tell how far it is.
    func show(_ what: String) {
        guard isShown, stopwatch() - start >= patience else { return }
        write(what + " …")
    }

    private func write(_ words: String) {
        let text = String(words.prefix(max(1, columns - 1)))
        let blank = String(repeating: " ", count: max(0, width - text.count))
        width = text.count
        StandardStreams.writeError(StyledText(verbatim: "\r") + StyledText(text + blank))
    }

    /// Takes away what stands there.
    func end() {
        guard isShown, width > 0 else { return }
        StandardStreams.writeError(
            StyledText(verbatim: "\r" + String(repeating: " ", count: width) + "\r"))
        width = 0
    }
}

extension Desk {
    /// For something that begins now and may take long.
    func longWork() -> LongWork {
        LongWork(
            style: terminal.style, columns: terminal.width, patience: surroundings.patience)
    }
}
