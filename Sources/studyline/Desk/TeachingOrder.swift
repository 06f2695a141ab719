import StudyContent
import StudyCore

/// The order in which guides are introduced: unit by unit as the class teaches them, else by path.
struct TeachingOrder {
    /// Places of units by class folder and unit.
    private var places: [String: [String: Int]] = [:]

    init(_ classes: [ClassInfo]) {
        for info in classes {
            places[info.folder] = Dictionary(
                info.units.enumerated().map { (slug($1), $0) }, uniquingKeysWith: min)
        }
    }

    func isBefore(_ left: LoadedFile, _ right: LoadedFile) -> Bool {
        key(left) < key(right)
    }

    private func key(_ file: LoadedFile) -> (String, Int, String) {
        let folder = file.path.split(separator: "/").first.map(String.init) ?? ""
        let unit = file.guides.first?.unit.map { slug($0) }
        let place = unit.flatMap { places[folder]?[$0] }
        return (folder, place ?? .max, file.path)
    }
}
