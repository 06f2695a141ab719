/// Formulas that a page's text holds twice, once as signs and once as LaTeX: `p=m×vp = m \times v`.
enum DoubledFormula {
    private static let signs = [
        "\\times": "×", "\\cdot": "·", "\\div": "÷", "\\pm": "±", "\\leq": "≤", "\\geq": "≥",
        "\\neq": "≠", "\\approx": "≈", "\\pi": "π", "\\alpha": "α", "\\beta": "β", "\\mu": "μ",
        "\\sigma": "σ", "\\Delta": "Δ", "\\frac": "",
    ]

    /// Whether a run of five signs or more that holds `=` or an operator is followed by itself.
    static func isIn(_ line: String) -> Bool {
        guard line.contains("\\"), line.count <= 1000 else { return false }
        var text = line
        for (name, sign) in signs { text = text.replacing(name, with: sign) }
        let run = Array(text.filter { !$0.isWhitespace && !"{}_^$\\".contains($0) })
        for length in stride(from: min(60, run.count / 2), through: 5, by: -1) {
            for start in 0...(run.count - 2 * length) {
                let first = run[start..<start + length]
                if first.elementsEqual(run[start + length..<start + 2 * length]),
                    first.contains(where: { "=×·÷+<>≤≥".contains($0) })
                {
                    return true
                }
            }
        }
        return false
    }
}
