import Foundation
import StudyTerminal

/// The library that imported guides go to.
struct ImportPlace: Equatable {
    let folder: String
    /// The libraries as the settings must name them so that this one is read; nil when it is read already.
    let newContent: [String]?

    /// Finds the place.
    ///
    /// The learner's own library, never the bundled one: without an own one, a folder beside the
    /// learner's history, which then stands in the settings beside the guides in use.
    ///
    /// - Parameters:
    ///   - chosen: `--to`; nil when it is not given.
    ///   - libraries: The libraries in use.
    ///   - bundled: Whether a folder belongs to the program.
    ///   - own: The folder for a learner who has none.
    init(chosen: String?, libraries: [String], bundled: (String) -> Bool, own: String) {
        if let chosen {
            folder = chosen
            newContent = nil
        } else if let library = libraries.first(where: { !bundled($0) }) {
            folder = library
            newContent = nil
        } else {
            folder = own
            newContent = libraries + [own]
        }
    }

    /// What is to be said of whether its guides are asked.
    ///
    /// - Parameter isRead: Whether the folder is in use now.
    /// - Returns: A sentence; nil when they were asked before.
    func news(isRead: Bool) -> String? {
        if !isRead {
            return "Guides are not read from there yet: add the folder to 'config content'."
        }
        return newContent == nil
            ? nil
            : "Guides are read from there too from now on; 'config content' shows and changes it."
    }
}

extension Desk {
    /// Whether the guides of a folder are in use.
    func reads(_ folder: String) -> Bool {
        contentFolders.map(realPath).contains(realPath(folder))
    }

    /// Where imported guides go.
    func importPlace(_ chosen: String?) -> ImportPlace {
        let candidates = ContentLocations(chosen: nil, configured: [], executable: executableFolder)
            .candidates.map(realPath)
        return ImportPlace(
            chosen: chosen.map(expandingHome), libraries: contentFolders,
            bundled: { candidates.contains(realPath($0)) },
            own: absolutePath(locations.data + "/guides"))
    }
}

/// A path without links and dots.
func realPath(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
}
