extension Question {
    /// The letter of an option, or its number from the 27th on.
    package static func letter(_ index: Int, capital: Bool = false) -> String {
        guard (0..<26).contains(index) else { return String(index + 1) }
        return String(UnicodeScalar(UInt8(index) + (capital ? 0x41 : 0x61)))
    }
}
