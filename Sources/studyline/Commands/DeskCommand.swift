import ArgumentParser

/// A command: the same at the shell and at the prompt.
///
/// At the shell it gets a desk of its own, at the prompt the one that is there.
protocol DeskCommand: ParsableCommand {
    var common: CommonOptions { get }

    func run(at desk: Desk) throws
}

extension DeskCommand {
    func run() throws {
        let desk = try Desk(common.start)
        defer { desk.close() }
        try run(at: desk)
    }
}

/// A command that reads its data from standard input.
protocol ReadsStandardInput: ParsableCommand {}
