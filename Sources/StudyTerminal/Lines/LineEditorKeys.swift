internal import CReadline

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Keys that do something of ours: the request's, and those that begin another line.
extension LineEditor {
    private typealias Command = @convention(c) (Int32, Int32) -> Int32

    /// What a key did before it was ours.
    private struct Replaced {
        let map: Keymap
        let byte: UInt8
        let entry: KEYMAP_ENTRY
    }

    nonisolated(unsafe) private static var replaced: [Replaced] = []
    nonisolated(unsafe) private static var pressedKey: Character?

    static func takePressedKey() -> Character? {
        defer { pressedKey = nil }
        return pressedKey
    }

    /// Before ~/.inputrc is read, so that it may bind them.
    static func nameCommands() {
        // Readline keeps the name, not a copy of it.
        rl_add_defun(strdup("studyline-next-line"), beginNextLine, -1)
    }

    /// After ~/.inputrc was read: Alt-Enter, unless the learner gave it another meaning.
    ///
    /// Not in vi mode, where Escape and Enter are two keys that are often pressed in a row.
    static func bindCommands() {
        guard let map = rl_get_keymap_by_name("emacs-meta") else { return }
        let usual: Command = rl_vi_editing_mode
        guard address(of: map[0x0D].function) == address(of: usual) else { return }
        map[0x0D] = KEYMAP_ENTRY(type: CChar(ISFUNC), function: beginNextLine)
    }

    private static func address(of command: Command?) -> UInt {
        unsafeBitCast(command, to: UInt.self)
    }

    /// Takes over the keys while the request is asked, in the maps of both editing modes.
    static func bindKeys(of request: LineRequest) {
        for name in ["emacs-standard", "vi-insert"] {
            guard let map = rl_get_keymap_by_name(name) else { continue }
            for byte in request.keys.compactMap(\.asciiValue) {
                replace(byte, in: map, with: pressKey)
            }
            if request.allowsMultipleLines {
                replace(0x0A, in: map, with: pressEnter)
                replace(0x0D, in: map, with: pressEnter)
            }
        }
    }

    static func releaseKeys() {
        for key in replaced.reversed() { key.map[Int(key.byte)] = key.entry }
        replaced = []
        pressedKey = nil
    }

    /// Leaves keys alone that lead to longer sequences.
    private static func replace(_ byte: UInt8, in map: Keymap, with command: @escaping Command) {
        let entry = map[Int(byte)]
        guard entry.type == ISFUNC else { return }
        replaced.append(Replaced(map: map, byte: byte, entry: entry))
        map[Int(byte)] = KEYMAP_ENTRY(type: CChar(ISFUNC), function: command)
    }

    private static func formerCommand(of key: Int32) -> Command? {
        let map = rl_get_keymap()
        return replaced.first { $0.map == map && Int32($0.byte) == key }?.entry.function
    }

    private static let pressKey: Command = { count, key in
        guard rl_end == 0, let byte = UInt8(exactly: key) else {
            return LineEditor.formerCommand(of: key)?(count, key) ?? rl_insert(count, key)
        }
        let character = Character(Unicode.Scalar(byte))
        LineEditor.pressedKey = character
        rl_insert_text(String(character))
        rl_redisplay()
        return rl_newline(1, key)
    }

    private static let pressEnter: Command = { count, key in
        guard rl_point == rl_end, let line = rl_line_buffer,
            Continuation.isAsked(by: String(cString: line))
        else {
            return LineEditor.formerCommand(of: key)?(count, key) ?? rl_newline(count, key)
        }
        rl_delete_text(rl_end - 1, rl_end)
        rl_point = rl_end
        rl_insert_text("\n")
        return 0
    }

    private static let beginNextLine: Command = { _, _ in
        guard LineEditor.request?.allowsMultipleLines == true else { return rl_ding() }
        rl_insert_text("\n")
        return 0
    }
}
