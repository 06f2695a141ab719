import StudyTerminal

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

// Asks lines or keys and says what came of them, so that tests see what a program sees.
//
// Arguments: name=value. On SIGTERM and SIGHUP it saves a word to the file `saved` and leaves.

func option(_ name: String) -> String? {
    CommandLine.arguments.first { $0.hasPrefix("\(name)=") }
        .map { String($0.dropFirst(name.count + 1)) }
}

func shown(_ text: String) -> String {
    text.unicodeScalars.map { $0.value < 0x20 ? "\\u{\(String($0.value, radix: 16))}" : "\($0)" }
        .joined()
}

func leave(by signal: Int32) -> Never {
    if let path = option("saved") {
        let file = open(path, O_WRONLY | O_CREAT, 0o600)
        write(file, "saved", 5)
        close(file)
    }
    Signals.end(by: signal)
}

let words = ["micro-influencer", "macro-influencer", "micro-budget", "日本語"]
func complete(_ line: String, _ wordStart: String.Index, _ word: String) -> [Completion] {
    if line[..<wordStart] == "many " { return (0..<200).map { Completion("proposal-\($0)") } }
    return words.filter { $0.hasPrefix(word.lowercased()) }.map { Completion($0) }
}

let history = try option("history").map { try LineHistory(path: $0) }
let terminal = openTerminal(
    choice: option("color").flatMap(ColorChoice.init) ?? .never, history: history)
let prompt: StyledText = "\(option("prompt") ?? "ask> ", .prompt)"
let keys = option("keys").map { Set($0) } ?? []

if option("mode") == "time" {
    // Midday of 15 January and 15 July 2026.
    terminal.write(
        "\(localUTCOffset(atSecondsSince1970: 1_768_478_400)) \(localUTCOffset(atSecondsSince1970: 1_784_116_800))\n"
    )
}
if option("mode") == "crash" {
    _ = try terminal.readLine(LineRequest(prompt: prompt, keys: ["!"]))
    abort()
}
if option("mode") == "page" {
    Pager.show((1...20_000).map { "row \($0)" }, on: terminal)
    terminal.write("paged\n")
}
if option("mode") == "work" {
    terminal.write("working\n")
    while !Interruption.isRequested { usleep(1_000) }
    terminal.write("stopped \(Interruption.takeInterrupt())\n")
}

asking: while true {
    if option("mode") == "key" {
        switch try terminal.readKey(KeyRequest(prompt: prompt, keys: keys.isEmpty ? nil : keys)) {
        case .key(let key): terminal.write("got key <\(shown(String(key)))>\n")
        case .interrupt: terminal.write("got interrupt\n")
        case .end: break asking
        case .terminated(let signal): leave(by: signal)
        }
        continue
    }
    let request = LineRequest(
        prompt: prompt, initial: option("initial") ?? "", completion: complete,
        history: history != nil, allowsMultipleLines: option("lines") == "many", keys: keys)
    switch try terminal.readLine(request) {
    case .line(let line):
        let sum = line.unicodeScalars.reduce(0) { ($0 &* 31 &+ Int($1.value)) & 0xFFFFFF }
        let text = line.count > 200 ? "\(line.count) characters, sum \(sum)" : shown(line)
        terminal.write("got line <\(text)> at \(terminal.width)\n")
    case .key(let key): terminal.write("got instant <\(shown(String(key)))>\n")
    case .interrupt: terminal.write("got interrupt\n")
    case .end: break asking
    case .terminated(let signal): leave(by: signal)
    }
}
terminal.write("got end\n")
