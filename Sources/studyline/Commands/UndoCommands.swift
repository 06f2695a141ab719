import ArgumentParser
import StudyCore
import StudyStore
import StudyTerminal

/// `undo`: takes back the last thing done, an answer or anything else, across restarts.
struct UndoCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take back the last thing you did, also of earlier days.")

    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) throws {
        guard let event = try desk.store.undoable() else {
            return desk.terminal.writeLine("There is nothing to undo.")
        }
        try desk.append(.undo(event.id))
        desk.terminal.writeWrapped("Undone: \(try EventText(desk: desk).text(of: event))")
    }
}

/// `redo`: takes the last undo back.
struct RedoCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "redo", abstract: "Take back the last undo.")

    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) throws {
        guard let undo = try desk.store.redoable(), case .undo(let target) = undo.deed else {
            return desk.terminal.writeLine("There is nothing to redo.")
        }
        let event = try desk.store.event(target)
        try desk.append(.redo(undo.id))
        let text = try event.map { try EventText(desk: desk).text(of: $0) } ?? "an event"
        desk.terminal.writeWrapped("Done again: \(text)")
    }
}
