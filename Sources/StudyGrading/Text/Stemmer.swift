internal import CStemmer

/// Snowball's English stemmer (Porter 2): `distributes`, `distributed` and `distribution` meet.
///
/// Holds a C object with a buffer of its own, so one must not be shared between threads.
final class Stemmer {
    /// Nil only when memory runs out or the library was built without English; words then stay whole.
    private let stemmer: OpaquePointer?

    init() {
        stemmer = sb_stemmer_new("english", "UTF_8")
    }

    deinit {
        sb_stemmer_delete(stemmer)
    }

    /// The stem of a folded word.
    func stem(_ word: String) -> String {
        guard let stemmer else { return word }
        var word = word
        return word.withUTF8 { bytes in
            guard let start = bytes.baseAddress,
                let stem = sb_stemmer_stem(stemmer, start, Int32(clamping: bytes.count))
            else { return String(decoding: bytes, as: UTF8.self) }
            let count = Int(sb_stemmer_length(stemmer))
            return String(
                decoding: UnsafeBufferPointer(start: stem, count: count), as: UTF8.self)
        }
    }
}
