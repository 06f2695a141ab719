import StudyContent
import StudyCore

/// Guides as questions see them, with a subject for every card.
struct Library: Sendable {
    let guides: [Guide]
    let topics: [Topic]

    init(_ guides: [Guide]) {
        self.guides = guides
        topics = guides.map { guide in
            Topic(guide, ids: guide.items.indices.map { Self.item(guide, $0) })
        }
    }

    private static func item(_ guide: Guide, _ index: Int) -> Item.ID {
        Item.ID("\(guide.id)-\(index)")
    }

    /// Every card of a guide, with its neighbours.
    func subjects(of index: Int) -> [Subject] {
        let guide = guides[index]
        let neighbours = Neighbour.nearest(topics, to: topics[index], limit: 12)
        return guide.items.indices.flatMap { place in
            guide.items[place].facets.map { facet in
                Subject(
                    card: Card.ID(item: Self.item(guide, place), facet: facet),
                    item: guide.items[place], topic: topics[index], neighbours: neighbours)
            }
        }
    }

    /// Every card of every guide.
    var subjects: [Subject] { guides.indices.flatMap(subjects(of:)) }

    /// The class that comes with the program.
    static let bundled = Library(
        loadLibrary(
            at: LibraryFolder(
                path: #filePath.split(separator: "/").dropLast(4).map { "/\($0)" }.joined()
                    + "/content")
        ).flatMap(\.guides))

    /// Two hundred guides made by chance, in small units and large, with and without what is usual.
    static let generated = Library(GuideGenerator(seed: 4).guides(200))
}
