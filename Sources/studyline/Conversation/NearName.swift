import StudyCore
import StudyGrading

/// Finds what was meant when a name is not known.
enum NearName {
    /// The known names nearest to what was typed, best first; empty when none is near.
    ///
    /// - Parameters:
    ///   - typed: What was typed.
    ///   - known: The names there are.
    ///   - limit: How many are wanted at most.
    /// - Returns: Names of which a third of the letters at most differs, and names that contain it.
    static func suggestions(
        for typed: String, among known: some Sequence<String>, limit: Int = 3
    ) -> [String] {
        let target = slug(typed)
        guard !target.isEmpty else { return [] }
        let allowed = max(1, target.count / 3)
        var found: [(distance: Int, name: String)] = []
        for name in known {
            let candidate = slug(name)
            if candidate.hasPrefix(target) {
                found.append((0, name))
            } else if let distance = editDistance(candidate, target, limit: allowed) {
                found.append((distance, name))
            } else if target.count > 2, candidate.contains(target) {
                found.append((allowed, name))
            }
        }
        return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
            .prefix(limit).map(\.name)
    }
}
