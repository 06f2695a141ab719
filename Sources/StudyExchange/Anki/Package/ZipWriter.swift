internal import CMinizip

/// Writes a zip archive whose bytes depend on nothing but what is put in.
package final class ZipWriter {
    private let path: String
    private var file: zipFile?

    package init(path: String) throws(AnkiPackageError) {
        self.path = path
        file = zipOpen64(path, APPEND_STATUS_CREATE)
        guard file != nil else { throw .unwritable(path: path, reason: "it cannot be made") }
    }

    deinit {
        if let file { zipClose(file, nil) }
    }

    /// Adds a file, packed.
    ///
    /// - Parameters:
    ///   - name: In the archive.
    ///   - body: Gets a function that takes the file's bytes, piece by piece.
    /// - Throws: What `body` throws, or that the disk is full.
    package func add(
        _ name: String, _ body: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) throws {
        // The earliest day that the format knows, so that the same content gives the same archive.
        var info = zip_fileinfo()
        info.tmz_date.tm_mday = 1
        info.tmz_date.tm_year = 1980
        let status = zipOpenNewFileInZip64(
            file, name, &info, nil, 0, nil, 0, nil, Z_DEFLATED, 6, 0)
        guard status == ZIP_OK else { throw failure }
        try body { bytes in
            guard zipWriteInFileInZip(self.file, bytes.baseAddress, UInt32(bytes.count)) == ZIP_OK
            else { throw self.failure }
        }
        guard zipCloseFileInZip(file) == ZIP_OK else { throw failure }
    }

    package func finish() throws(AnkiPackageError) {
        let status = zipClose(file, nil)
        file = nil
        guard status == ZIP_OK else { throw failure }
    }

    private var failure: AnkiPackageError {
        .unwritable(path: path, reason: "the disk may be full")
    }
}
