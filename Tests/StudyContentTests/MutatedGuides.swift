/// Guides that are cut, doubled, crossed and sprinkled with signs, as many as wanted: the same seed, the same bytes.
struct MutatedGuides {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> [UInt8] {
        var bytes = Array(Self.seeds[number(below: Self.seeds.count)].utf8)
        for _ in 0...number(below: 8) { mutate(&bytes) }
        return Array(bytes.prefix(8_000))
    }

    private mutating func mutate(_ bytes: inout [UInt8]) {
        let place = number(below: bytes.count + 1)
        let end = min(bytes.count, place + number(below: 40))
        switch number(below: 8) {
        case 0: bytes.removeSubrange(place..<end)
        case 1: bytes.insert(contentsOf: bytes[place..<end], at: number(below: bytes.count + 1))
        case 2: bytes.insert(UInt8(number(below: 256)), at: place)
        case 3:
            let sign = Array(Self.signs[number(below: Self.signs.count)].utf8)
            bytes.insert(contentsOf: sign, at: place)
        case 4:
            let sign = Self.signs[number(below: Self.signs.count)]
            let many = String(repeating: sign, count: number(below: 200))
            bytes.insert(contentsOf: Array(many.utf8), at: place)
        case 5:
            let other = Array(Self.seeds[number(below: Self.seeds.count)].utf8)
            bytes.replaceSubrange(place..<end, with: other[number(below: other.count)...])
        case 6: for offset in place..<end where bytes[offset] == 0x0A { bytes[offset] = 0x20 }
        default: bytes.reverse(from: place, to: end)
        }
    }

    /// SplitMix64.
    private mutating func number(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Int(mixed % UInt64(bound))
    }

    private static let signs = [
        "#", "## ", "- ", "1. ", "> ", "\n", "\n\n", "\r", "\r\n", "\t", "    ", "```\n", "~~~",
        "|", "---\n", "|-|",
        "*", "_", "`", "[", "](", ")", "{#", "}", "\\", "<", "<!--", "-->", "&amp;", "Q: ", "\nQ: ",
        "\nA: ",
        "\nC: ", "?", "? ", "\"", ",", ":", "&a ", "*a ", "\u{1B}", "\u{0}", "\u{85}", "\u{FEFF}",
        "é", "e\u{301}",
        "👩‍👩‍👧", "？", "[a]: b\n", "![", "- [ ] ", "===\n", "# Definition\n", "## Key facts\n",
        "## Questions\n",
    ]

    private static let seeds = [
        """
        ---
        class: Media Business
        aliases: [a b, "c: d"]
        confused-with:
          - other
        ---
        # Term {#t}

        ## Definition

        It is *this*
        and [that](http://a.b "c").

        ## Key facts

        1. One
           - deep

             more
        2. Two

        ## Review questions

        - How?
          - So.
        - Why? Because.
        - Which?

          > Quote
          > goes on

        ### Head?

        Text `code`.

        ## See also

        [x]: http://x.y
        """,
        "# Glossary\n\n| Term | Definition |\n|:--|---|\n| cell | small *room* |\n| wall | `a\\|b` |\n",
        "Q: Who?\nA: Me.\n\nMore.\n---\nC: The [cell] is [**big**]. {#c}\n\n```\nQ: no\n```\n",
        "term,definition,example\n\"a, b\",\"say \"\"c\"\"\",x\ncell,\"two\nlines\",\n",
        "#separator:semicolon\ncell;room\nwall;brick\n",
        "Term\n===\n\nAbove\n\nFacts\n---\n\n* a\n+ b\n- [x] c\n\n      code\n\n<div>\nhtml\n</div>\n",
    ]
}

extension [UInt8] {
    fileprivate mutating func reverse(from start: Int, to end: Int) {
        self[start..<end].reverse()
    }
}
