import Foundation
import StudyContent
import StudyCore
import Testing

@Suite("A library's folder")
struct LibraryFolderTests {
    private let guide = "# Term\n\n## Definition\n\nIt.\n"

    @Test("The sweep finds guides in the order of their paths, and nothing else")
    func sweep() throws {
        let library = try TemporaryLibrary([
            "b/two.md": guide, "b/one.markdown": guide, "b/unit/three.MD": guide, "a/x.csv": "a,b",
            "a/y.tsv": "a\tb", "loose.md": guide, "b/class.md": "# B\n", "README.md": "x",
            "b/readme.md": "x", "b/notes.txt": "x", ".hidden/one.md": guide, "b/.one.md": guide,
            "b/unit/class.md": guide, "b/picture.md.png": "x", "md": "x",
        ])
        let sweep = library.folder().sweep()
        #expect(
            sweep.files.map(\.path) == [
                "loose.md", "a/x.csv", "a/y.tsv", "b/one.markdown", "b/two.md", "b/unit/class.md",
                "b/unit/three.MD",
            ])
        #expect(sweep.classFiles.map(\.path) == ["b/class.md"])
        #expect(sweep.problems == [])
        #expect(sweep.files.map(\.size) == [27, 3, 3, 27, 27, 27, 27])
    }

    @Test("The digest changes with any change and with nothing else")
    func digest() throws {
        let library = try TemporaryLibrary([
            "a/one.md": guide, "a/two.md": guide, "a/class.md": "# A\n",
        ])
        let folder = library.folder()
        var digests = [folder.sweep().digest]
        #expect(folder.sweep().digest == digests[0])
        try library.write("a/notes.txt", "x")
        #expect(folder.sweep().digest == digests[0])

        try library.write("a/one.md", guide + "\n")
        digests.append(folder.sweep().digest)
        try library.write("a/three.md", guide)
        digests.append(folder.sweep().digest)
        try FileManager.default.removeItem(at: library.url.appending(path: "a/two.md"))
        digests.append(folder.sweep().digest)
        try FileManager.default.moveItem(
            at: library.url.appending(path: "a/three.md"),
            to: library.url.appending(path: "a/four.md"))
        digests.append(folder.sweep().digest)
        try library.write("a/class.md", "# Another\n")
        digests.append(folder.sweep().digest)
        #expect(Set(digests).count == digests.count)
    }

    @Test("A changed class.md changes the stamps of the class's guides")
    func classStamps() throws {
        let library = try TemporaryLibrary([
            "a/unit/one.md": guide, "a/class.md": "# A\n", "b/two.md": guide,
        ])
        let before = library.folder().sweep().files
        try library.write("a/class.md", "# Another\n")
        let after = library.folder().sweep().files
        #expect(before.map(\.path) == ["a/unit/one.md", "b/two.md"])
        #expect(before[0] != after[0])
        #expect(before[1] == after[1])
    }

    @Test("What a text was read to be before it was a file holds while the file says the same")
    func known() throws {
        let library = try TemporaryLibrary(["a/one.md": guide, "a/two.md": guide + "\nMore.\n"])
        let read = ["a/one.md", "a/two.md"].map { LoadedFile(path: $0, problems: []) }
        var known = KnownFiles()
        for file in read { known.add(file, saying: guide) }
        let folder = library.folder()
        let files = folder.sweep().files
        let loaded = folder.load(files, classes: [], knowing: known)
        #expect(loaded == [read[0], folder.load(files, classes: [])[1]])
    }

    @Test("Classes and units come from folders and class.md")
    func classes() throws {
        let library = try TemporaryLibrary([
            "media-business/class.md": """
            ---
            title: Media & Business
            units: [One, Two]
            licence: CC0-1.0
            colour: red
            ---
            # Ignored

            About *media*.
            """,
            "media-business/creators-and-brands/one.md": guide,
            "media-business/two.md": "---\nunit: Own\nclass: Else\n---\n\(guide)",
            "law/class.md": "# The Law\n\nAll of it.\n",
            "law/three.md": guide,
            "loose.md": guide,
        ])
        let folder = library.folder()
        let sweep = folder.sweep()
        let read = folder.classes(sweep.classFiles)
        #expect(
            read.classes == [
                ClassInfo(folder: "law", title: "The Law", description: "All of it."),
                ClassInfo(
                    folder: "media-business", title: "Media & Business", units: ["One", "Two"],
                    description: "About *media*.", licence: "CC0-1.0"),
            ])
        #expect(
            read.problems.map(\.description) == [
                "media-business/class.md:5:1: note: the key 'colour' means nothing here; known are title, units, description and licence"
            ])
        let guides = folder.load(sweep.files, classes: read.classes).flatMap(\.guides)
        #expect(
            guides.dropFirst().map { "\($0.id) \($0.className) \($0.unit ?? "-")" } == [
                "the-law/term The Law -",
                "else/term Else Own",
                "media-business/term Media & Business Creators and Brands",
            ])
    }

    @Test("A folder is read once, however many links lead to it")
    func loops() throws {
        let library = try TemporaryLibrary(["a/one.md": guide])
        try library.link("a/again", to: "..")
        try library.link("b", to: "a")
        try library.link("a/two.md", to: "one.md")
        let sweep = library.folder().sweep()
        #expect(sweep.files.map(\.path) == ["a/one.md", "a/two.md"])
        #expect(
            sweep.problems.map(\.description) == [
                "a/again:1:1: warning: the folder was read already under another name, and is not read again; remove the link",
                "b:1:1: warning: the folder was read already under another name, and is not read again; remove the link",
            ])
    }

    @Test("What cannot be read is reported, and the rest is read")
    func unreadable() throws {
        let library = try TemporaryLibrary(["a/one.md": guide, "a/folder.md/two.md": guide])
        try library.link("a/dangling.md", to: "nowhere.md")
        try library.link("a/self.md", to: "self.md")
        #expect(
            mkfifo(library.url.appending(path: "a/pipe.md").path(percentEncoded: false), 0o600) == 0
        )
        let files = loadLibrary(at: library.folder())
        #expect(
            files.flatMap(\.problems).map(\.description) == [
                "a/dangling.md:1:1: error: the file cannot be read (No such file or directory); look at its link and permissions",
                "a/folder.md:1:1: warning: this is a folder and is read as one; take the ending off its name",
                "a/pipe.md:1:1: error: this is no file that can be read; move it out of the library",
                "a/self.md:1:1: error: the file cannot be read (Too many levels of symbolic links); look at its link and permissions",
            ])
        #expect(files.flatMap(\.guides).map(\.path) == ["a/one.md", "a/folder.md/two.md"])
    }

    @Test("A file without permission is reported", .enabled(if: geteuid() != 0))
    func forbidden() throws {
        let library = try TemporaryLibrary([
            "a/one.md": guide, "a/two.md": guide, "b/three.md": guide,
        ])
        for path in ["a/one.md", "b"] {
            try FileManager.default.setAttributes(
                [.posixPermissions: 0],
                ofItemAtPath: library.url.appending(path: path).path(percentEncoded: false))
        }
        let files = loadLibrary(at: library.folder())
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o700],
            ofItemAtPath: library.url.appending(path: "b").path(percentEncoded: false))
        #expect(
            files.flatMap(\.problems).map(\.description) == [
                "b:1:1: error: the folder cannot be read (Permission denied); look at its permissions",
                "a/one.md:1:1: error: the file cannot be read (Permission denied); look at its permissions",
            ])
        #expect(files.flatMap(\.guides).map(\.path) == ["a/two.md"])
    }

    @Test("A file that is gone when it is read is reported")
    func vanished() throws {
        let library = try TemporaryLibrary(["a/one.md": guide])
        let folder = library.folder()
        let sweep = folder.sweep()
        try FileManager.default.removeItem(at: library.url.appending(path: "a/one.md"))
        #expect(
            folder.load(sweep.files, classes: []).flatMap(\.problems).map(\.description) == [
                "a/one.md:1:1: error: the file cannot be read (No such file or directory); look at its permissions"
            ])
    }

    @Test("A library that is not there is an error of its folder")
    func missing() {
        let files = loadLibrary(at: LibraryFolder(path: "/nowhere/at/all"))
        #expect(
            files.flatMap(\.problems).map(\.description) == [
                ".:1:1: error: the folder cannot be read (No such file or directory); look at its permissions"
            ])
    }

    @Test("A name that is not UTF-8 is reported")
    func badName() throws {
        let library = try TemporaryLibrary(["a/one.md": guide])
        let name =
            (library.path + "/a/").utf8.map { CChar(bitPattern: $0) } + [-1, 0x2E, 0x6D, 0x64, 0]
        let descriptor = open(name, O_CREAT | O_WRONLY, 0o600)
        #expect(descriptor >= 0)
        close(descriptor)
        let sweep = library.folder().sweep()
        #expect(sweep.files.map(\.path) == ["a/one.md"])
        #expect(
            sweep.problems.map(\.description) == [
                "a:1:1: error: the names of 1 files or folders in here are not UTF-8; rename them"
            ])
    }

    @Test("Files and folders are bounded")
    func bounds() throws {
        let library = try TemporaryLibrary([
            "a/1.md": guide, "a/2.md": guide, "b/3.md": guide, "b/c/d/4.md": guide,
        ])
        var limits = ContentLimits()
        limits.files = 2
        limits.folderDepth = 2
        let sweep = library.folder(limits: limits).sweep()
        #expect(sweep.files.map(\.path) == ["a/1.md", "a/2.md"])
        #expect(
            sweep.problems.map(\.description) == [
                "b/3.md:1:1: error: the library holds more than 2 guides, and those from here on are not read; split it"
            ])
        limits.files = 10
        #expect(
            library.folder(limits: limits).sweep().problems.map(\.description) == [
                "b/c/d:1:1: error: folders stand more than 2 deep; move this one up"
            ])
    }

    @Test("A file beyond the limit is not read to its end")
    func largeFile() throws {
        let library = try TemporaryLibrary(["a/one.md": guide])
        var limits = ContentLimits()
        limits.fileSize = 20
        #expect(
            loadLibrary(at: library.folder(limits: limits)).flatMap(\.problems).map(\.description)
                == ["a/one.md:1:1: error: the file is larger than 20 bytes; split it"])
    }

    @Test(
        "A name becomes a title",
        arguments: [
            ("media-business", "Media Business"), ("creators-and-the-law", "Creators and the Law"),
            ("the_end", "The End"), ("AP-Statistics", "AP Statistics"), ("", ""), ("--", ""),
            ("éclair", "Éclair"),
        ])
    func titles(name: String, expected: String) {
        #expect(title(fromName: name) == expected)
    }
}
