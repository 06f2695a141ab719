import TerminalTesting
import Testing

extension PseudoTerminalTests {
    @Suite("Long text")
    struct PagerTests {
        @Test("Long text goes through the pager, whose early end is no error")
        func pager() throws {
            let session = try ask(
                "mode=page", environment: ["PAGER": "sh -c 'read line; echo first: $line'"],
                prompt: "first: ")
            try session.expect("row 1")
            try session.expect("paged")
            try session.expect("ask> ")
            try leave(session)
        }

        @Test("Ctrl-C goes to the pager alone, and less finds its settings")
        func interruptPager() throws {
            let script =
                #"trap "echo caught; exit 0" INT; echo "less: $LESS"; while :; do sleep 0.05; done"#
            let session = try ask(
                "mode=page", environment: ["PAGER": "sh -c '\(script)'"], prompt: "less: FRX")
            try session.send(controlC)
            try session.expect("caught")
            try session.expect("paged")
            try session.expect("ask> ")
            try session.send("go on\r")
            try session.expect("got line <go on>")
        }

        @Test("Without a pager long text is written")
        func missingPager() throws {
            let session = try ask(
                "mode=page", environment: ["PAGER": "/nonexistent/pager"], prompt: "row 20000")
            try session.expect("paged")
            try session.expect("ask> ")
        }
    }
}
