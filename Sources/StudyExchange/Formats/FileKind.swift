/// What a file is, by its first bytes; its name says nothing.
package enum FileKind: Hashable, Sendable {
    /// Everything of a learner, as `export json` writes it.
    case archive
    /// A zip archive, as Anki's packages are.
    case zip
    /// Anything a person can read.
    case text

    /// Bytes that are enough to tell.
    package static let headSize = 64

    package init(head: some Collection<UInt8>) {
        let head = head.prefix(Self.headSize)
        let text = head.filter { !$0.isSpace }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04])
            || head.starts(with: [0x50, 0x4B, 0x05, 0x06])
        {
            self = .zip
        } else if text.starts(with: #"{"studyline":"#.utf8) {
            self = .archive
        } else {
            self = .text
        }
    }
}

extension UInt8 {
    fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
