/// Words that carry grammar alone; the other stop words carry a little.
enum FunctionWords {
    static func contains(_ word: String) -> Bool { words.contains(word) }

    private static let words: Set<String> = Set(
        """
        a about after all also although am an and another any are as at be because been before being
        between both but by can could did do does during each either even for from had has have having
        he her here him his how however i if in into is it its may might more most much must of often
        on one only or other our over same she should since so some such than that the their them then
        there these they this those through to too under up upon us very was we were what when where
        which while who whom whose why will with would you your
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
