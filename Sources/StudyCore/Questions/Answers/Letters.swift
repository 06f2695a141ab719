extension Question {
    /// The letter of an option, `A` for the first; numbers follow after `Z`.
    package static func letter(_ index: Int, capital: Bool = false) -> String {
        guard (0..<26).contains(index) else { return String(index + 1) }
        return String(UnicodeScalar(UInt8(index) + (capital ? 0x41 : 0x61)))
    }
}
