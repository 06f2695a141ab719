/// Reads one file: bytes in, guides and problems out.
///
/// The same bytes always give the same result; nothing else is looked at.
package struct GuideParser: Sendable {
    package var limits: ContentLimits

    package init(limits: ContentLimits = ContentLimits()) {
        self.limits = limits
    }

    /// Whether a file is read at all, by its name.
    package static func reads(fileName: String) -> Bool {
        format(of: fileName) != nil
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: All of the file.
    ///   - path: The file, relative to its library's folder, with `/` between folders.
    ///   - defaults: What the guides belong to where they do not say.
    /// - Returns: The guides and all that is wrong, in the order of the file.
    package func parse(_ bytes: [UInt8], path: String, defaults: GuideDefaults) -> LoadedFile {
        var log = ProblemLog(file: path)
        guard let source = decode(bytes, path: path, log: &log) else {
            return LoadedFile(path: path, problems: log.problems)
        }
        if Self.format(of: path) == .terms {
            var reader = TermListReader(
                source: source, path: path, defaults: defaults, limits: limits)
            reader.read()
            return LoadedFile(path: path, guides: reader.guides, problems: reader.log.sorted)
        }
        var reader = GuideFileReader(source: source, path: path, defaults: defaults, limits: limits)
        reader.read()
        return LoadedFile(path: path, guides: reader.guides, problems: reader.log.sorted)
    }

    /// A file's text; nil, with a report, when there is none to read.
    func decode(_ bytes: [UInt8], path: String, log: inout ProblemLog) -> SourceText? {
        guard bytes.count <= limits.fileSize else {
            log.add(
                .fileTooLarge, .error, "the file is larger than \(limits.fileSize) bytes; split it")
            return nil
        }
        do {
            let source = try SourceText(decoding: bytes)
            if source.bytes.contains(where: { !$0.isBlank && $0 != UInt8(ascii: "\n") }) {
                return source
            }
            log.add(.emptyFile, .error, "the file is empty; write it or remove it")
        } catch {
            let place = SourceText.place(of: error.offset, in: bytes)
            let hex = String(error.byte, radix: 16, uppercase: true)
            log.add(
                error.code, .error, line: place.line, column: place.column,
                error.code == .nulByte
                    ? "byte \(error.offset) is NUL, so this is no text; save the file as UTF-8"
                    : "byte \(error.offset) (0x\(hex)) is not valid UTF-8; save the file as UTF-8")
        }
        return nil
    }

    private enum Format {
        case guide, terms
    }

    private static func format(of name: String) -> Format? {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        switch name[name.index(after: dot)...].lowercased() {
        case "md", "markdown": return .guide
        case "tsv", "csv": return .terms
        default: return nil
        }
    }
}
