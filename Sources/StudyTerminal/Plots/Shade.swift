/// Five steps from nothing to full, told apart by their shape and not by colour.
package enum Shade: Int, CaseIterable, Comparable, Sendable {
    case none, light, medium, dark, full

    package static func < (left: Shade, right: Shade) -> Bool { left.rawValue < right.rawValue }

    /// The shade of a value between thresholds in rising order: `light` above 0, and a step more from each.
    package init(_ value: Double, thresholds: [Double]) {
        guard value > 0 else {
            self = .none
            return
        }
        let steps = thresholds.count { value >= $0 }
        self = Shade(rawValue: min(1 + steps, Shade.full.rawValue)) ?? .full
    }

    package func sign(_ style: Style) -> Character {
        switch (self, style.drawsUnicode) {
        case (.none, true): "·"
        case (.light, true): "░"
        case (.medium, true): "▒"
        case (.dark, true): "▓"
        case (.full, true): "█"
        case (.none, false): "."
        case (.light, false): "-"
        case (.medium, false): "+"
        case (.dark, false): "x"
        case (.full, false): "#"
        }
    }

    /// Fainter where there is nothing.
    var role: Role? { self == .none ? .faint : nil }
}
