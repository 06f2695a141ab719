internal import StudyCore

/// A library: a folder of classes, each a folder of guides.
package struct LibraryFolder: Sendable {
    /// The folder, as the system is to be asked for it.
    package let path: String
    package let limits: ContentLimits

    package init(path: String, limits: ContentLimits = ContentLimits()) {
        self.path = path
        self.limits = limits
    }

    /// Looks over all files without reading them.
    package func sweep() -> Sweep {
        var sweep = FolderSweep(root: path, limits: limits)
        sweep.run()
        return sweep.result
    }

    /// Reads the classes' own files.
    ///
    /// - Parameter files: `Sweep.classFiles`.
    /// - Returns: The classes that describe themselves, and what is wrong with their files.
    package func classes(
        _ files: [FileStamp]
    ) -> (classes: [ClassInfo], problems: [ContentProblem]) {
        let parser = GuideParser(limits: limits)
        var contents = FileContents(limit: limits.fileSize)
        var classes: [ClassInfo] = []
        var problems: [ContentProblem] = []
        for file in files {
            do throws(SystemError) {
                let bytes = try contents.read("\(path)/\(file.path)")
                let parsed = parser.parseClass(bytes, path: file.path)
                classes.append(parsed.info)
                problems += parsed.problems
            } catch {
                problems.append(unreadable(file.path, error))
            }
        }
        return (classes, problems)
    }

    /// Reads files, in their order.
    ///
    /// - Parameters:
    ///   - files: Which ones.
    ///   - classes: The classes that describe themselves.
    ///   - known: What was read of texts before they became files.
    /// - Returns: Guides and problems of each file.
    package func load(
        _ files: [FileStamp], classes: [ClassInfo], knowing known: KnownFiles = KnownFiles()
    ) -> [LoadedFile] {
        let parser = GuideParser(limits: limits)
        let titles = Dictionary(
            classes.map { ($0.folder, $0.title) }, uniquingKeysWith: { first, _ in first })
        var contents = FileContents(limit: limits.fileSize)
        return files.map { file in
            do throws(SystemError) {
                let bytes = try contents.read("\(path)/\(file.path)")
                return known.file(at: file.path, saying: bytes)
                    ?? parser.parse(
                        bytes, path: file.path, defaults: defaults(for: file.path, titles: titles))
            } catch {
                return LoadedFile(path: file.path, problems: [unreadable(file.path, error)])
            }
        }
    }

    /// The class and unit of a file by its folders: the first is the class, the second the unit.
    private func defaults(for file: String, titles: [String: String]) -> GuideDefaults {
        let folders = file.split(separator: "/").dropLast()
        guard let folder = folders.first else {
            let own = path.split(separator: "/").last.map(String.init) ?? ""
            let name = title(fromName: own)
            return GuideDefaults(className: slug(name).isEmpty ? "Guides" : name)
        }
        let name = String(folder)
        return GuideDefaults(
            className: titles[name] ?? title(fromName: name),
            unit: folders.dropFirst().first.map { title(fromName: String($0)) })
    }

    private func unreadable(_ file: String, _ error: SystemError) -> ContentProblem {
        ContentProblem(
            .unreadable, .error, file: file,
            message: "the file cannot be read (\(error.words)); look at its permissions")
    }
}

/// Reads everything in a library, from the files alone.
///
/// Problems of the folder itself come as files without guides.
package func loadLibrary(at folder: LibraryFolder) -> [LoadedFile] {
    let sweep = folder.sweep()
    let described = folder.classes(sweep.classFiles)
    let files = folder.load(sweep.files, classes: described.classes)
    let others = Dictionary(grouping: sweep.problems + described.problems, by: \.file)
    return others.keys.sorted().map { LoadedFile(path: $0, problems: others[$0] ?? []) } + files
}
