internal import StudyCore

/// The order in which guides are introduced: unit by unit as their class teaches them, else by path.
package struct TeachingOrder: Sendable {
    /// A folder in a library: where a class lies.
    package struct ClassFolder: Hashable, Sendable {
        package let library: String
        /// Empty for files that lie in no folder.
        package let name: String

        /// The class of a file.
        package init(library: String, path: String) {
            self.library = library
            name = path.firstIndex(of: "/").map { String(path[..<$0]) } ?? ""
        }

        fileprivate init(library: String, name: String) {
            self.library = library
            self.name = name
        }
    }

    /// Where a guide comes in its library.
    package struct Place: Comparable, Sendable {
        let folder: String
        let unit: Int
        package let path: String
        let line: Int

        package static func < (left: Place, right: Place) -> Bool {
            (left.folder, left.unit, left.path, left.line)
                < (right.folder, right.unit, right.path, right.line)
        }
    }

    /// Places of units, by their slugs.
    private var units: [ClassFolder: [String: Int]] = [:]

    package init() {}

    /// Takes up how a class orders its units.
    ///
    /// - Parameters:
    ///   - units: As they are shown, in the order of teaching.
    ///   - folder: The class's folder.
    ///   - library: The library it is in.
    package mutating func add(_ units: [String], of folder: String, in library: String) {
        self.units[ClassFolder(library: library, name: folder)] = Dictionary(
            units.enumerated().map { (slug($1), $0) }, uniquingKeysWith: min)
    }

    /// Where a guide comes in its library; units that its class does not name come last there.
    package func place(of unit: String?, in library: String, path: String, line: Int = 1) -> Place {
        let folder = ClassFolder(library: library, path: path)
        return Place(
            folder: folder.name, unit: unit.flatMap { units[folder]?[slug($0)] } ?? .max,
            path: path, line: line)
    }
}
