/// What each figure of `progress` means, for `help progress` and the page.
enum ProgressHelp {
    /// Names and definitions, in the order in which figures are shown.
    static let definitions: [(name: String, meaning: String)] = [
        (
            "Predicted recall",
            "the mean probability, by the memory model, that a card is recalled today; a card never recalled counts as a blind guess: 1 in 4 where options can be asked, else 0. Suspended cards are left out."
        ),
        (
            "New, learning, young, mature",
            "never answered; on steps minutes apart; in review with an interval below 21 days; from 21 days."
        ),
        (
            "Due",
            "cards on steps whose step is over, and cards in review whose day has come. Of days to come, as things stand now: new cards and further answers bring more."
        ),
        (
            "Weakest",
            "guides begun of which least would be recalled, new cards left out, with what most of the missing recall comes from."
        ),
        (
            "True retention",
            "the share of cards in review that were recalled. Only the first answer of a study day counts, and only from memory: picking among options proves nothing. The interval holds the true share 95 times of 100 (Wilson)."
        ),
        (
            "Is the forecast honest?",
            "for the same answers, the recall that the model with its present parameters predicts just before each, beside what was recalled. It is called too hopeful or too modest when they differ by 1.5 points at least and chance would explain it in less than 1 case of 100."
        ),
        (
            "Time",
            "from question to rating, five minutes at most for an answer."
        ),
        (
            "Study days",
            "begin at the rollover hour ('config rollover'), 04:00 where nothing is set, in the time zone of each answer. A run goes on while today has no answer yet. Weeks begin on Monday."
        ),
        ("Forgotten", "cards that were forgotten 8 times or more after they had reached review."),
        (
            "Mixed up",
            "terms that you typed where another was asked, until you told the two apart in contrast."
        ),
    ]

    static let text =
        definitions.map { "\($0.name): \($0.meaning)" }.joined(separator: "\n\n")
}
