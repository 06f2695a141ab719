import StudyContent

/// One input of libFuzzer: a file of a library, a class's description, and Markdown to show.
///
/// What a crash, a hang or the memory limit would be is libFuzzer's to say; here only the promises are checked that
/// hold for any bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let parser = GuideParser()
    let defaults = GuideDefaults(className: "A")
    for path in ["a/b.md", "a/b.csv"] {
        let file = parser.parse(bytes, path: path, defaults: defaults)
        precondition(!file.guides.isEmpty || !file.problems.isEmpty)
        for problem in file.problems {
            precondition(problem.line >= 1 && problem.column >= 1)
            precondition(problem.lastLine >= problem.line)
        }
        for problem in problems(across: file.guides) { precondition(problem.line >= 1) }
    }
    _ = parser.parseClass(bytes, path: "a/class.md")
    _ = MarkdownTree(parsing: bytes).markup()
    return 0
}
