import Testing

@testable import StudyTerminal

@Test(
    "Commands are split as a shell would, without one",
    arguments: [
        ("less -R", ["less", "-R"]),
        ("  vim   -c 'set wrap' ", ["vim", "-c", "set wrap"]),
        ("\"/opt/my editor/bin\" --wait", ["/opt/my editor/bin", "--wait"]),
        ("a\\ b c\\\"d", ["a b", "c\"d"]),
        ("x '' y", ["x", "", "y"]),
        ("$HOME/`id`;rm", ["$HOME/`id`;rm"]),
        ("unfinished 'quote", ["unfinished", "quote"]),
        ("   ", []),
    ])
func words(command: String, words: [String]) {
    #expect(ForegroundProgram.words(of: command) == words)
}

@Test(
    "The pager is the learner's, or less",
    arguments: [
        (["TERM": "xterm"], ["less", "-R"]),
        (["TERM": "xterm", "PAGER": "more -s"], ["more", "-s"]),
        (["TERM": "xterm", "PAGER": "cat"], nil),
        (["TERM": "xterm", "PAGER": ""], nil),
        (["TERM": "dumb"], nil),
        ([:], nil),
    ] as [([String: String], [String]?)])
func pager(environment: [String: String], command: [String]?) {
    #expect(Pager.command { environment[$0] } == command)
}
