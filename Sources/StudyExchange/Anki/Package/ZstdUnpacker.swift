internal import CZstd

/// Unpacks a stream of Zstandard frames, fed piece by piece.
final class ZstdUnpacker {
    struct Failure: Error {}

    private let stream: OpaquePointer
    private let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
    /// What is left to do of the frame that is open: 0 between frames.
    private var pending = 0

    init() throws(Failure) {
        guard let stream = ZSTD_createDStream() else { throw Failure() }
        self.stream = stream
        // Anki's windows are 8 MB at most; a stranger's could ask for gigabytes of memory.
        ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, 27)
    }

    deinit {
        ZSTD_freeDStream(stream)
        piece.deallocate()
    }

    /// Whether the last frame is whole.
    var isComplete: Bool { pending == 0 }

    func feed(
        _ packed: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var input = ZSTD_inBuffer(src: packed.baseAddress, size: packed.count, pos: 0)
        while true {
            var output = ZSTD_outBuffer(dst: piece.baseAddress, size: piece.count, pos: 0)
            pending = ZSTD_decompressStream(stream, &output, &input)
            guard ZSTD_isError(pending) == 0 else { throw Failure() }
            if output.pos > 0 {
                try body(UnsafeRawBufferPointer(rebasing: piece[..<output.pos]))
            }
            if input.pos == input.size, output.pos < output.size { return }
        }
    }
}
