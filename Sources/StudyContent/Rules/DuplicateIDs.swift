package import StudyCore

extension ContentRule {
    /// An id that an author fixed belongs to one guide or item.
    package static let duplicateIDs = ContentRule("duplicate ids") { guides in
        ExplicitIDUse.repeated(in: guides).map { use, first in
            ContentProblem(
                .duplicateID, .error, file: use.path, line: use.line,
                message:
                    "the id '\(use.id)' is taken by \(first.path):\(first.line), which keeps it; choose another one here"
            )
        }
    }
}

/// Takes an id that an author gave twice from all but the first guide or item that has it.
///
/// - Parameter guides: All guides of a library, in the order of its files.
/// - Returns: The same guides.
package func keepingFirstExplicitIDs(_ guides: [Guide]) -> [Guide] {
    var guides = guides
    for (use, _) in ExplicitIDUse.repeated(in: guides) {
        if let item = use.item {
            guides[use.guide].items[item].explicitID = nil
        } else {
            guides[use.guide].explicitID = nil
        }
    }
    return guides
}

/// A place where an author fixed an id.
private struct ExplicitIDUse {
    let id: String
    let path: String
    let line: Int
    /// Index of the guide.
    let guide: Int
    /// Index of the item; nil when the id is the guide's own.
    let item: Int?

    /// The uses of ids that were used before, each with the first use.
    static func repeated(in guides: [Guide]) -> [(use: ExplicitIDUse, first: ExplicitIDUse)] {
        var first: [String: ExplicitIDUse] = [:]
        var repeated: [(use: ExplicitIDUse, first: ExplicitIDUse)] = []
        for use in all(in: guides) {
            if let earlier = first[use.id] {
                repeated.append((use, earlier))
            } else {
                first[use.id] = use
            }
        }
        return repeated
    }

    private static func all(in guides: [Guide]) -> [ExplicitIDUse] {
        var uses: [ExplicitIDUse] = []
        for (number, guide) in guides.enumerated() {
            if let id = guide.explicitID {
                uses.append(
                    ExplicitIDUse(
                        id: id, path: guide.path, line: guide.line, guide: number, item: nil))
            }
            for (index, item) in guide.items.enumerated() {
                guard let id = item.explicitID else { continue }
                uses.append(
                    ExplicitIDUse(
                        id: id, path: guide.path, line: item.line, guide: number, item: index))
            }
        }
        return uses
    }
}
