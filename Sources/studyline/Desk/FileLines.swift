import Foundation

/// The lines of a file as bytes, read piece by piece, so that no file is too big for memory.
struct FileLines: ~Copyable {
    /// Why a file gives no line.
    enum Failure: Error, Equatable {
        case unreadable(reason: String)
        /// A line, counted from 1, has more bytes than any honest one.
        case tooLong(line: Int)
    }

    private static let pieceSize = 1 << 20
    /// Bytes that a line may have.
    static let longestLine = 1 << 16

    private let handle: FileHandle
    private var piece: [UInt8] = []

    init(path: String) throws(Failure) {
        do {
            handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        } catch {
            throw .unreadable(reason: Self.reason(error))
        }
    }

    /// Hands over each line, without its end, and its number from 1.
    mutating func forEach<Thrown: Error>(
        _ body: (UnsafeBufferPointer<UInt8>, Int) throws(Thrown) -> Void,
        failing: (Failure) -> Thrown
    ) throws(Thrown) {
        var number = 0
        var isAtEnd = false
        while !isAtEnd {
            do {
                let more = try handle.read(upToCount: Self.pieceSize) ?? Data()
                isAtEnd = more.isEmpty
                piece.append(contentsOf: more)
            } catch {
                throw failing(.unreadable(reason: Self.reason(error)))
            }
            let consumed = try piece.withUnsafeBufferPointer { bytes throws(Thrown) in
                var start = 0
                while start < bytes.count {
                    let rest = bytes[start...]
                    let feed = rest.firstIndex(of: UInt8(ascii: "\n"))
                    guard let end = feed ?? (isAtEnd ? bytes.count : nil) else { break }
                    number += 1
                    guard end - start <= Self.longestLine else {
                        throw failing(.tooLong(line: number))
                    }
                    let hasReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r")
                    let line = bytes[start..<(hasReturn ? end - 1 : end)]
                    try body(UnsafeBufferPointer(rebasing: line), number)
                    start = end + 1
                }
                return min(start, bytes.count)
            }
            piece.removeFirst(consumed)
            guard piece.count <= Self.longestLine else {
                throw failing(.tooLong(line: number + 1))
            }
        }
    }

    private static func reason(_ error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        guard let underlying, underlying.domain == NSPOSIXErrorDomain else {
            return error.localizedDescription
        }
        return String(cString: strerror(Int32(truncatingIfNeeded: underlying.code)))
    }
}
