import StudyContent
import StudyCore
import StudyStore
import StudyTerminal

extension Desk {
    /// The folders whose guides are studied.
    var contentFolders: [String] {
        ContentLocations(
            chosen: surroundings.content, configured: settings.content.map(expandingHome),
            executable: executableFolder
        ).folders(exists: folderExists)
    }

    /// A guide as its file says now, sections and all.
    func load(_ head: GuideHead) throws -> Guide {
        let folder = LibraryFolder(path: head.library)
        let sweep = folder.sweep()
        let files = sweep.files.filter { $0.path == head.path }
        let classes = folder.classes(sweep.classFiles).classes
        let guides = folder.load(files, classes: classes).flatMap(\.guides)
        guard let guide = guides.first(where: { $0.id == head.id }) else {
            throw LibraryError.gone(path: head.library + "/" + head.path)
        }
        return guide
    }

    /// Shows lines, through the pager when they are more than the window holds.
    func page(_ lines: [StyledText]) {
        Pager.show(lines, on: terminal)
    }
}
