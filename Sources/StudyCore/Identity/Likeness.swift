/// How alike two wordings of an item are, 0–1, 1 being equal.
///
/// The measure by which items are found again after an edit, with the words weighed by these two texts
/// alone instead of by the whole guide: near enough for showing.
///
/// - Parameters:
///   - old: The item's text and answer before.
///   - new: The same now.
///   - termSlug: The guide's term, whose words hardly count.
/// - Returns: The likeness.
package func likeness(
    of old: (text: String, answer: String?), to new: (text: String, answer: String?),
    termSlug: String
) -> Double {
    let before = [old.text] + [old.answer].compactMap { $0 }
    let now = [new.text] + [new.answer].compactMap { $0 }
    var weights = WordWeights()
    weights.count(TextProfile.words(in: before))
    weights.count(TextProfile.words(in: now))
    weights.lighten(termSlug)
    guard let now = WeighedItem(now.map(TextProfile.init), weights),
        let before = WeighedItem(before.map(TextProfile.init), weights)
    else { return 0 }
    return now.similarity(to: before)
}
