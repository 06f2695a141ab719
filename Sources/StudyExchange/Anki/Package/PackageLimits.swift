/// How much of a package is read before it is refused.
///
/// Packages come from strangers; each limit stands well above what people share.
package struct PackageLimits: Hashable, Sendable {
    /// Entries of the archive.
    package var entries = 200_000
    /// Bytes of the collection, unpacked.
    package var collection = 2 << 30
    /// Bytes of one image, unpacked.
    package var image = 32 << 20
    /// Bytes of the list of media, unpacked.
    package var mediaList = 32 << 20
    /// Bytes of everything that is unpacked.
    package var total = 4 << 30
    /// How many times as large an entry may become, above one megabyte.
    package var ratio = 400
    /// Bytes of one value of the collection: a note's fields, all note types together.
    package var value = 16 << 20
    /// Bytes of one field of a note that is made a card of.
    package var field = 64 << 10
    /// Notes, cards and answers.
    package var notes = 1_000_000
    package var cards = 3_000_000
    package var answers = 30_000_000

    package init() {}
}
