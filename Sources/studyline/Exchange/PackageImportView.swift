import StudyCore
import StudyExchange
import StudyStore
import StudyTerminal

/// What is said of the import of a package.
struct PackageImportView {
    let desk: Desk
    let request: ImportRequest
    let name: String
    let place: ImportPlace

    private static let mostLines = 20

    func show(_ summary: PackageSummary) throws {
        if request.format == .json { return print(try JSON.text(summary)) }
        let terminal = desk.terminal
        terminal.writeWrapped(
            "\(name, .strong): \(Phrases.count(summary.notes, "note")), \(Phrases.count(summary.cards, "card")), \(Phrases.count(summary.answers, "answer"))."
        )
        for place in summary.new.prefix(Self.mostLines) {
            let title = place.className + (place.unit.map { " · \($0)" } ?? "")
            terminal.writeWrapped(
                "\(title, .term): \(Phrases.count(place.notes, "note"))", first: "  ", rest: "    ")
        }
        if summary.new.count > Self.mostLines {
            terminal.writeWrapped(
                "and \(summary.new.count - Self.mostLines) more units; --format json has all.",
                first: "  ")
        }
        for line in remarks(summary) {
            terminal.writeWrapped(StyledText(line, .warning))
        }
        if summary.known > 0 {
            terminal.writeWrapped(
                "\(Phrases.count(summary.known, "note")) \(summary.known == 1 ? "is" : "are") in your library already\(summary.changed > 0 ? ", \(Phrases.grouped(summary.changed)) with other words, which stay as they are" : "")."
            )
        }
    }

    private func remarks(_ summary: PackageSummary) -> [String] {
        var lines = summary.leftOut.map {
            "Left out: \(Phrases.count($0.notes, "note")) \($0.reason)."
        }
        if summary.missingImages > 0 {
            lines.append(
                "\(Phrases.count(summary.missingImages, "image")) not in the package, or too large; the name stands in the text."
            )
        }
        if summary.sounds > 0 {
            lines.append("\(Phrases.count(summary.sounds, "sound")) left out.")
        }
        if summary.nestedHoles > 0 {
            lines.append(
                "\(Phrases.count(summary.nestedHoles, "gap")) inside other gaps filled in.")
        }
        if summary.hints > 0 {
            lines.append("\(Phrases.count(summary.hints, "hint")) of gaps left out.")
        }
        if summary.misread > 0 {
            lines.append(
                "\(Phrases.count(summary.misread, "card")) cannot be told apart in the guides made of them, and begin anew."
            )
        }
        if summary.cardsWithoutAnswers > 0, !summary.new.isEmpty {
            lines.append(
                "\(Phrases.count(summary.cardsWithoutAnswers, "card")) had an interval in Anki, but no answers in the package: they begin anew."
            )
        }
        return lines
    }

    func isWanted(_ summary: PackageSummary) throws -> Bool {
        guard desk.terminal.isInteractive, request.format == .text else { return false }
        var parts: [String] = []
        if !summary.files.isEmpty {
            parts.append(
                "Write \(Phrases.count(summary.guides, "guide")) to \(place.folder)?")
        } else {
            let news = [
                (summary.newAnswers, "answer"), (summary.newMarks, "mark"),
                (summary.newImages, "image"),
            ].filter { $0.0 > 0 }.map { Phrases.count($0, $1) }
            parts.append("Take up \(news.joined(separator: " and "))?")
        }
        let request = KeyRequest(
            prompt: StyledText(parts.joined(separator: " ") + " [y/N] ", .prompt),
            keys: ["y", "Y", "n", "N", "\n", "\u{1B}"])
        switch try desk.terminal.readKey(request) {
        case .key(let key): return key == "y" || key == "Y"
        case .interrupt, .end: return false
        case .terminated(let signal): throw Terminated(signal: signal)
        }
    }

    func showNothingNew(_ summary: PackageSummary, _ history: PackageHistory) {
        say("Nothing was added: all of it is here already.")
        show(history)
        if summary.isPartlyNotInUse, let news = place.news(isRead: false) { say(news) }
    }

    /// Says which answers of the package count for nothing.
    private func show(_ history: PackageHistory) {
        if history.unmatched > 0 {
            say(
                "\(Phrases.count(history.unmatched, "answer")) in the package \(history.unmatched == 1 ? "is" : "are") of cards that are not in it or were left out."
            )
        }
        if history.untimely > 0 {
            say(
                "\(Phrases.count(history.untimely, "answer")) from the future left out: the clock was wrong, there or here."
            )
        }
    }

    func showNotWritten() {
        say(
            desk.terminal.isInteractive
                ? "Nothing was written." : "Nothing was written; --yes writes without asking.")
    }

    /// Says what was done, and which images could not be unpacked.
    func showDone(
        _ summary: PackageSummary, intake: Intake?, _ history: PackageHistory,
        unreadable: [AnkiImage]
    ) {
        if !summary.files.isEmpty {
            say(
                "Added \(Phrases.count(summary.guides, "guide")) in \(Phrases.count(summary.files.count, "file")) to \(place.folder)."
            )
        }
        let images = summary.newImages - unreadable.count
        if summary.files.isEmpty, images > 0 {
            say("Added \(Phrases.count(images, "image")) that guides show to \(place.folder).")
        }
        for image in unreadable.prefix(Self.mostLines) {
            say("The image '\(image.name)' cannot be unpacked and was left out.")
        }
        if intake != nil {
            let parts = [(history.answerCount, "answer"), (history.markCount, "mark")]
                .filter { $0.0 > 0 }.map { Phrases.count($0, $1) }
            let verb = history.count == 1 ? "counts" : "count"
            say(
                "\(parts.joined(separator: " and ")) \(verb) as if given here; 'undo' takes them back."
            )
        }
        let isRead = desk.reads(place.folder)
        if isRead { show(history) }
        if summary.files.isEmpty { return }
        if let news = place.news(isRead: isRead) { say(news) }
        if !isRead, intake == nil, summary.answers > 0 {
            say("The answers come in only then: import the package once more.")
        }
    }

    /// In words to people; JSON has the output to itself.
    private func say(_ text: String) {
        if request.format == .json {
            StandardError.write(text)
        } else {
            desk.terminal.writeWrapped(StyledText(text))
        }
    }
}
