internal import BulkSQL

/// A row of a stranger's table, in whose columns anything may stand.
struct StrangersRow {
    private let row: BulkRow

    init(_ row: BulkRow) {
        self.row = row
    }

    /// A whole number, 0 for anything else.
    func number(_ column: Int32) -> Int64 { row.isNumber(column) ? row.number(column) : 0 }

    /// A text, empty for anything else; what is no UTF-8 in it is mended.
    func text(_ column: Int32) -> String { row.isText(column) ? row.text(column) ?? "" : "" }

    /// The parts of a text, empty ones too; one empty part for anything else.
    func texts(_ column: Int32, partedBy separator: UInt8) -> [String] {
        guard row.isText(column) else { return [""] }
        return row.bytes(column).split(separator: separator, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }
}
