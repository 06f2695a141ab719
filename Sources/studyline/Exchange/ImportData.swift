import StudyCore
import StudyExchange

/// An import as JSON.
struct ImportData: Encodable {
    let shape: String
    let folder: String
    let guides: [GuideEntry]
    let files: [File]
    let lines: [Line]
    let notes: [Note]

    struct GuideEntry: Encodable {
        let id: String
        let standing: String
        /// Of a guide that is there already.
        let path: String?
        let guide: GuideData
        let questionsWithoutAnswer: [String]
        let onlyInLibrary: [String]?
        let onlyInImport: [String]?
    }

    struct File: Encodable {
        let path: String
        let text: String
    }

    struct Line: Encodable {
        let number: Int
        let fate: String
        let text: String
    }

    struct Note: Encodable {
        let line: Int?
        let text: String
    }

    init(_ reading: TextReading, _ plan: ImportPlan) {
        shape = reading.shape
        folder = plan.place.folder
        guides = plan.entries.map { entry in
            var (standing, path) = ("new", String?.none)
            var (gone, added) = ([String]?.none, [String]?.none)
            switch entry.standing {
            case .new: break
            case .same(let file): (standing, path) = ("same", file)
            case .again: standing = "again"
            case .different(let file, let old, let new):
                (standing, path, gone, added) = ("different", file, old, new)
            }
            return GuideEntry(
                id: entry.id.description, standing: standing, path: path,
                guide: GuideData(entry.guide),
                questionsWithoutAnswer: entry.draft.questions.filter { $0.answer == nil }.map(
                    \.text),
                onlyInLibrary: gone, onlyInImport: added)
        }
        files = plan.files.map { File(path: $0.path, text: $0.text) }
        lines = reading.lines.enumerated().map {
            Line(number: $0 + 1, fate: $1.fate.rawValue, text: $1.text)
        }
        notes = reading.notes.map { Note(line: $0.line, text: $0.text) }
    }
}
