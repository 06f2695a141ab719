/// Two things compared: *X is higher than Y*, *X before Y*.
struct Comparison {
    /// Stems on either side, those that are denied marked.
    let left: Set<String>
    let right: Set<String>
    /// Place of the word that says which side has more.
    let comparator: Int

    /// The first comparison in a stretch of a text; nil when there is none.
    init?(in range: Range<Int>, of text: Reading) {
        let lexemes = text.lexemes
        for index in range {
            if lexemes[index].word == "before" || lexemes[index].word == "after" {
                self.init(at: index, pivot: index, in: range, of: text)
                return
            }
            guard lexemes[index].word == "than", index > range.lowerBound,
                !["rather", "other"].contains(lexemes[index - 1].word),
                let comparator = (range.lowerBound..<index).last(where: {
                    !text.poles[$0].isEmpty && index - $0 <= 8
                        && lexemes[$0].sentence == lexemes[index].sentence
                })
            else { continue }
            self.init(at: comparator, pivot: index, in: range, of: text)
            return
        }
        return nil
    }

    private init(at comparator: Int, pivot: Int, in range: Range<Int>, of text: Reading) {
        let lexemes = text.lexemes
        func sides(_ places: some Sequence<Int>) -> Set<String> {
            var stems: Set<String> = []
            for place in places where lexemes[place].matter == .full && text.poles[place].isEmpty {
                stems.insert(lexemes[place].stem + (text.negations.isDenied(place) ? " denied" : ""))
            }
            return stems
        }
        let start =
            range.first {
                lexemes[$0].sentence == lexemes[comparator].sentence
                    && lexemes[$0].clause == lexemes[comparator].clause
            } ?? range.lowerBound
        let left = sides(start..<comparator)
        let right = sides((pivot + 1..<range.upperBound).prefix { lexemes[$0].clause == lexemes[pivot].clause })
        self.left = left.subtracting(right)
        self.right = right.subtracting(left)
        self.comparator = comparator
    }

    /// Above zero when the same things stand on the same sides, below when they have changed sides.
    func alignment(with other: Comparison) -> Int {
        left.intersection(other.left).count + right.intersection(other.right).count
            - left.intersection(other.right).count - right.intersection(other.left).count
    }
}
