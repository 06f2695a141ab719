import Foundation
import StudyContent

/// What it costs to know 10,000 guides again: unchanged, one edited, all moved to another folder.
///
/// Processor time of whole processes of the program, which look at the files and settle what changed.
enum IdentityBenchmark {
    static func run() throws {
        let workshop = try Workshop()
        let library = try workshop.library(of: LoadBenchmark.guides)
        let environment = Program.environment(workshop.path("identity"), content: library)
        func load() throws -> Double {
            try Child.run(Program.path, ["orphans"], environment: environment).processorTime
        }
        let folder = LibraryFolder(path: library)
        let read = median((0..<3).map { _ in reading(folder) })
        report("identity.read.10000", read, "ms")
        let first = try load()
        report("identity.first-load.10000", first, "ms")

        _ = try load()
        let file = library + "/" + folder.sweep().files[LoadBenchmark.guides / 2].path
        let text = try String(contentsOfFile: file, encoding: .utf8)
        var unchanged: [Double] = []
        var edited: [Double] = []
        for round in 1...15 {
            // In turn, so that both meet the same machine.
            unchanged.append(try load())
            try text.replacing("How does", with: "How, in case \(round), does")
                .write(toFile: file, atomically: true, encoding: .utf8)
            edited.append(try load())
        }
        report("identity.load-unchanged.10000", median(unchanged), "ms")
        report("identity.load-one-edited.10000", median(edited), "ms")
        report(
            "identity.one-edited-to-unchanged.10000", median(edited) / median(unchanged), "ratio")

        var moves: [Double] = []
        for round in 1...3 {
            try move(library, into: "moved-\(round)")
            moves.append(try load())
        }
        report("identity.load-all-moved.10000", median(moves), "ms")
        report("identity.all-moved-to-first-load.10000", median(moves) / first, "ratio")
        report("identity.all-moved-to-read.10000", median(moves) / read, "ratio")
    }

    /// Processor time of reading all guides without keeping anything, in milliseconds.
    private static func reading(_ folder: LibraryFolder) -> Double {
        let before = processorTime()
        _ = loadLibrary(at: folder)
        return processorTime() - before
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
    }

    /// Moves all that is in a folder into a new folder in it.
    private static func move(_ library: String, into name: String) throws {
        let files = FileManager.default
        let entries = try files.contentsOfDirectory(atPath: library)
        try files.createDirectory(
            atPath: "\(library)/\(name)", withIntermediateDirectories: false)
        for entry in entries {
            try files.moveItem(atPath: "\(library)/\(entry)", toPath: "\(library)/\(name)/\(entry)")
        }
    }
}
