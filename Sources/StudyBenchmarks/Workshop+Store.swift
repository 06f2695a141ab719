import FSRS
import Foundation
import StudyContent
import StudyCore
import StudyStore

extension Workshop {
    /// When the generated library was read.
    static let start = Timestamp(milliseconds: 1_770_000_000_000)

    /// A store with an index of generated guides.
    func store(of guides: Int) throws -> Store {
        let folder = LibraryFolder(path: try library(of: guides))
        let scheduler = Scheduler()
        let rules = Rules(version: "bench") { state, review, _ in
            scheduler.state(
                after: state,
                Scheduler.Answer(
                    card: review.card, rating: review.rating, evidence: .recall, time: review.time,
                    clock: StudyClock(utcOffset: 0), retention: Scheduler.standardRetention))
        }
        let store = try Store.open(
            DataFolder(path: path("questions")), rules: rules, now: Self.start)
        let sweep = folder.sweep()
        let files = zip(sweep.files, folder.load(sweep.files, classes: [])).map { stamp, loaded in
            (
                file: CatalogueFile(
                    library: folder.path, path: stamp.path, size: Int(stamp.size),
                    modified: stamp.modified, inode: stamp.inode, bucket: stamp.bucket),
                guides: loaded.guides
            )
        }
        _ = try store.update(
            CatalogueChange(read: files, digest: sweep.digest), at: Self.start)
        return store
    }

    /// A card with the terms around it, as the program fetches them.
    static func subject(_ card: CardRecord, in store: Store) throws -> Subject? {
        guard let guide = card.guide, let topics = try store.topics(around: guide.id) else {
            return nil
        }
        return Subject(
            card: card.id, item: card.item, topic: topics.own,
            neighbours: Neighbour.nearest(topics.others, to: topics.own, limit: 12))
    }
}
