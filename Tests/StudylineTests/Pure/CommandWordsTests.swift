import Testing

@testable import studyline

@Suite("Words of a prompt line")
struct CommandWordsTests {
    @Test(
        "A line is taken apart as a shell would, but for apostrophes inside words",
        arguments: [
            ("", []),
            ("   \t ", []),
            ("quiz", ["quiz"]),
            ("  quiz   media  business ", ["quiz", "media", "business"]),
            (#"read "Media business""#, ["read", "Media business"]),
            ("read 'Media business'", ["read", "Media business"]),
            (#"read Media\ business"#, ["read", "Media business"]),
            (#"read "a \"b\" c""#, ["read", #"a "b" c"#]),
            (#"read 'a\b'"#, ["read", #"a\b"#]),
            ("read Moore's law", ["read", "Moore's", "law"]),
            ("read \"Moore's law\"", ["read", "Moore's law"]),
            ("read pre\"fix ed\"", ["read", "prefix ed"]),
            (#"config content """#, ["config", "content", ""]),
            ("config content ''", ["config", "content", ""]),
            ("quiz naïve 日本語", ["quiz", "naïve", "日本語"]),
            ("a\u{A0}b", ["a", "b"]),
            (#"end\"#, ["end"]),
            (#"a \ b"#, ["a", " b"]),
        ])
    func words(line: String, words: [String]) throws {
        #expect(try CommandWords.split(line) == words)
    }

    @Test(
        "A quote that does not close is named",
        arguments: [("read \"open", Character("\"")), ("'", "'"), ("read \"it's", "\"")])
    func open(line: String, quote: Character) {
        #expect(throws: CommandWords.OpenQuote(quote: quote)) { try CommandWords.split(line) }
    }
}
