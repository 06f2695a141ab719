import Foundation
import StudyContent
import StudyCore
import StudyStore
import Testing

@testable import studyline

@Suite("The order of teaching")
struct TeachingOrderTests {
    private func paths(_ classes: [ClassInfo]) -> [String] {
        var order = TeachingOrder()
        for info in classes { order.add(info.units, of: info.folder, in: "/library") }
        let folder = LibraryFolder(path: Workplace.testFolder.appending(path: "Guides").path)
        return loadLibrary(at: folder).filter { !$0.guides.isEmpty }.shuffled()
            .map { order.place(of: $0.guides[0].unit, in: "/library", path: $0.path) }
            .sorted().map(\.path)
    }

    private let tides = [
        "oceanography/tides/neap-tide.md", "oceanography/tides/spring-tide.md",
        "oceanography/tides/tidal-range.md",
    ]
    private let currents = ["oceanography/currents/gulf-stream.md"]

    @Test("Units come as the class lists them")
    func units() {
        let info = ClassInfo(
            folder: "oceanography", title: "Oceanography", units: ["tides", "Currents"])
        #expect(paths([info]) == tides + currents)
    }

    @Test("Units that the class does not list come last")
    func unlisted() {
        let info = ClassInfo(folder: "oceanography", title: "Oceanography", units: ["Currents"])
        #expect(paths([info]) == currents + tides)
    }

    @Test("Without a list files come by their paths")
    func byPath() {
        #expect(paths([]) == currents + tides)
    }
}
