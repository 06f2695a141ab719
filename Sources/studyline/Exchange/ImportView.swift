import StudyContent
import StudyCore
import StudyExchange
import StudyTerminal

/// What is said of an import: the guides as they would be, and what became of every line.
struct ImportView {
    let desk: Desk
    let request: ImportRequest

    /// Guides that are shown whole; of more, only the terms are.
    private static let mostShownWhole = 5
    private static let mostLines = 20

    func show(_ reading: TextReading, _ plan: ImportPlan) throws {
        if request.format == .json {
            return print(try JSON.text(ImportData(reading, plan)))
        }
        let terminal = desk.terminal
        if plan.entries.count <= Self.mostShownWhole {
            for entry in plan.entries { showWhole(entry) }
        } else {
            showRows(plan.entries)
        }
        terminal.writeLine()
        terminal.writeWrapped(
            StyledText(
                "Read as \(reading.shape): \(Phrases.count(plan.entries.count, "guide")). Of \(Phrases.count(reading.lines.count, "line")) \(reading.count(.used)) used, \(reading.count(.noise)) noise, \(reading.count(.unassigned)) unassigned, \(reading.count(.blank)) blank."
            ))
        show(reading, .noise, "Noise, left out:")
        show(reading, .unassigned, "Unassigned, in no guide:")
        for note in reading.notes {
            let place = note.line.map { "line \($0): " } ?? ""
            terminal.writeWrapped(StyledText("\(place)\(note.text)", .warning))
        }
        for problem in plan.files.flatMap(\.problems) where problem.severity == .error {
            terminal.writeWrapped(StyledText(problem.message, .wrong))
        }
    }

    private func showWhole(_ entry: ImportPlan.Entry) {
        let terminal = desk.terminal
        terminal.writeLine()
        switch entry.standing {
        case .new:
            let view = GuideView(width: terminal.width, style: terminal.style)
            for line in view.lines(of: entry.guide) { terminal.writeLine(line) }
        case .same, .different, .again: showRow(entry)
        }
    }

    /// Many guides: those that differ first, of those that are there already only the number.
    private func showRows(_ entries: [ImportPlan.Entry]) {
        let terminal = desk.terminal
        terminal.writeLine()
        var same = 0
        var rows: (different: [ImportPlan.Entry], new: [ImportPlan.Entry]) = ([], [])
        for entry in entries {
            switch entry.standing {
            case .new: rows.new.append(entry)
            case .same: same += 1
            case .different, .again: rows.different.append(entry)
            }
        }
        for rows in [rows.different, rows.new] {
            for entry in rows.prefix(Self.mostLines) { showRow(entry) }
            if rows.count > Self.mostLines {
                terminal.writeWrapped(
                    StyledText("and \(rows.count - Self.mostLines) more.", .faint))
            }
        }
        if same > 0 { terminal.writeWrapped("\(Phrases.count(same, "guide")): there already.") }
    }

    private func showRow(_ entry: ImportPlan.Entry) {
        let terminal = desk.terminal
        let name = "\(entry.guide.className) · \(entry.guide.term)"
        switch entry.standing {
        case .new:
            terminal.writeWrapped(
                "\(name, .term): \(Phrases.count(entry.guide.items.count, "item"))")
        case .same(let path):
            terminal.writeWrapped("\(name, .term): there already, in \(path)")
        case .different(let path, let gone, let added):
            terminal.writeWrapped(
                "\(name, .term): there already with other words, in \(path), which stays as it is. What differs:"
            )
            for text in gone { terminal.writeWrapped(StyledText(text), first: "- ", rest: "  ") }
            for text in added { terminal.writeWrapped(StyledText(text), first: "+ ", rest: "  ") }
        case .again:
            terminal.writeWrapped(
                "\(name, .term): stands above too; this one is left out. Import it alone to see what differs."
            )
        }
    }

    private func show(_ reading: TextReading, _ fate: TextReading.Fate, _ title: String) {
        let numbers = reading.numbers(fate)
        guard !numbers.isEmpty else { return }
        let terminal = desk.terminal
        let role: Role = fate == .unassigned ? .warning : .faint
        terminal.writeWrapped(StyledText(title, role))
        for number in numbers.prefix(Self.mostLines) {
            let text = StyledText(reading.lines[number - 1].text.trimmed, role)
            let lines = text.wrapped(to: max(20, terminal.width - 8))
            let more = lines.count > 1 ? StyledText(" …", role) : ""
            terminal.writeLine(
                "\("\(number)".leftPadded(to: 6), .faint) \(lines.first ?? "")\(more)")
        }
        if numbers.count > Self.mostLines {
            terminal.writeWrapped(
                StyledText(
                    "and \(numbers.count - Self.mostLines) more; --format json has all.", role))
        }
    }

    func showNothingNew(_ plan: ImportPlan) {
        let isSame = plan.entries.allSatisfy {
            if case .same = $0.standing { true } else { false }
        }
        say(
            isSame
                ? "Nothing was added: all of it is there already."
                : "Nothing was added: what is there stays as it is.")
    }

    func showNotWritten() {
        say(
            desk.terminal.isInteractive
                ? "Nothing was written." : "Nothing was written; --yes writes without asking.")
    }

    func showWritten(_ plan: ImportPlan) {
        let new = plan.entries.count { $0.standing == .new }
        let again = plan.entries.count { $0.standing == .again }
        let there = plan.entries.count - new - again
        say("Added \(Phrases.count(new, "guide")) to \(plan.place.folder):")
        for file in plan.files.prefix(Self.mostLines) { say("  \(file.path)") }
        if there > 0 {
            say("\(Phrases.count(there, "guide")) were there already and stay as they are.")
        }
        if let news = plan.place.news(isRead: desk.reads(plan.place.folder)) { say(news) }
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

extension String {
    fileprivate func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
