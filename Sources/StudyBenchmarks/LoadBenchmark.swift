import Foundation
import StudyContent
import StudyCore

/// Reading 10,000 guides from their files, beside `xargs cat` of the same files.
enum LoadBenchmark {
    static let guides = 10_000

    static func run() throws {
        let workshop = try Workshop()
        let folder = LibraryFolder(path: try workshop.library(of: guides))
        let sweep = median(milliseconds(runs: 9) { _ = folder.sweep() })
        report("load.sweep.10000", sweep, "ms")
        let cold = median(milliseconds(runs: 5) { _ = loadLibrary(at: folder) })
        report("load.cold.10000", cold, "ms")
        let cat = try median(
            milliseconds(runs: 5) {
                _ = try Child.run(
                    "/bin/sh",
                    [
                        "-c", "find \"$0\" -name '*.md' -print0 | xargs -0 cat > /dev/null",
                        folder.path,
                    ])
            })
        report("load.xargs-cat.10000", cat, "ms")
        report("load.cold-to-xargs-cat.10000", cold / cat, "ratio")
    }
}
