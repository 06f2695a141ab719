/// Where guides are looked for, best first: a pure list.
struct ContentLocations: Equatable {
    /// Folders that are read, all of them.
    let libraries: [String]
    /// Folders of which the first that exists is read, when `libraries` is empty.
    let candidates: [String]

    /// Lists the places.
    ///
    /// - Parameters:
    ///   - chosen: `--content` or `STUDYLINE_CONTENT`, and then only that; nil when neither is given.
    ///   - configured: The learner's own libraries, from the settings.
    ///   - executable: The folder of the running program, links resolved; nil when unknown.
    init(chosen: String?, configured: [String], executable: String?) {
        if let chosen, !chosen.isEmpty {
            libraries = [chosen]
            candidates = []
        } else if !configured.isEmpty {
            libraries = configured
            candidates = []
        } else {
            libraries = []
            var places: [String] = []
            if let executable { places.append(executable + "/../share/studyline/content") }
            places.append("content")
            candidates = places
        }
    }

    /// The folders to read.
    ///
    /// - Parameter exists: Whether a folder is there.
    /// - Returns: The folders; those that were named are returned even when they are not there, so that
    ///   their absence is reported. Empty when nothing was named and no candidate is there.
    func folders(exists: (String) -> Bool) -> [String] {
        if !libraries.isEmpty { return libraries }
        return candidates.first(where: exists).map { [$0] } ?? []
    }
}
