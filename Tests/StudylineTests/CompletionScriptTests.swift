import Foundation
import Testing

@Suite("Shell completions")
struct CompletionScriptTests {
    @Test("The bash script is one, and completes commands")
    func bash() throws {
        let workplace = try Workplace()
        let script = try workplace.run(["completions", "bash"])
        #expect(script.status == 0)
        try workplace.write(script.output, to: "completions.bash")
        let check = try workplace.run("/bin/bash", ["-n", "completions.bash"])
        #expect(check == Workplace.Result(output: "", errors: "", status: 0))
        let completed = try workplace.run(
            "/bin/bash",
            [
                "--norc", "-c",
                """
                . ./completions.bash
                COMP_WORDS=(studyline pro); COMP_CWORD=1; COMP_LINE='studyline pro'; COMP_POINT=13
                $(complete -p studyline | sed -E 's/.*-F ([^ ]+).*/\\1/') studyline pro studyline
                echo "${COMPREPLY[@]}"
                """,
            ])
        #expect(completed.output.split(separator: " ").joined() == "progress\n")
    }

    @Test(
        "zsh and fish get theirs",
        arguments: [("zsh", "#compdef studyline"), ("fish", "complete -c")])
    func others(shell: String, sign: String) throws {
        let script = try Workplace().run(["completions", shell])
        #expect(script.status == 0)
        #expect(script.output.contains(sign))
    }
}
