/// When a card that is forgotten over and over counts as a leech.
///
/// A lapse is *again* on a card in review, not in its learning or relearning steps.
public struct LeechRule: Hashable, Sendable {
    /// Lapses at the first warning; 0 or less for no warnings at all.
    public let threshold: Int

    /// Warns at `threshold` lapses.
    public init(threshold: Int = 8) {
        self.threshold = threshold
    }

    /// Whether the lapse that makes `lapses` in all is one to warn at: the threshold, then each half of it again.
    public func isLeech(atLapses lapses: Int) -> Bool {
        guard threshold > 0, lapses >= threshold else { return false }
        let half = threshold / 2 + threshold % 2
        return (lapses - threshold).isMultiple(of: half)
    }
}
