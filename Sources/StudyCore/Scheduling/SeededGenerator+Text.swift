package import FSRS

extension SeededGenerator {
    /// Seeds the generator with a text and a number, so that each card has numbers of its own.
    package init(text: String, number: Int) {
        // FNV-1a; the finishing steps of `next` spread its bits.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        self.init(seed: hash ^ UInt64(bitPattern: Int64(number)) &* 0x9e37_79b9_7f4a_7c15)
    }
}
