import StudyTerminal
import Testing

private let table = Table(
    columns: [
        Table.Column("Guide", minimum: 8), Table.Column("Due", alignment: .trailing),
        Table.Column("Unit"),
    ],
    rows: [
        ["Micro-influencer", "12", "Creators"],
        ["日本語", "3"],
        [StyledText("Influencer marketing disclosure", .term), "120", "Law and ethics", "beyond"],
    ])

@Test("Columns line up by what is shown, not by what is counted")
func wide() {
    #expect(
        table.lines(width: 80, style: .plain).map(\.plain) == [
            "Guide                            Due  Unit",
            "Micro-influencer                  12  Creators",
            "日本語                             3",
            "Influencer marketing disclosure  120  Law and ethics",
        ])
}

@Test("In a narrow window the widest columns give way and cells are cut")
func narrow() {
    let lines = table.lines(width: 30, style: .plain)
    #expect(
        lines.map(\.plain) == [
            "Guide        Due  Unit",
            "Micro-infl…   12  Creators",
            "日本語         3",
            "Influencer…  120  Law and eth…",
        ])
    #expect(lines.allSatisfy { $0.width <= 30 })
}

@Test(
    "A bar is full only at one and empty only at nothing",
    arguments: [
        (0.0, 5, "░░░░░", "-----"),
        (0.001, 5, "█░░░░", "#----"),
        (0.5, 4, "██░░", "##--"),
        (0.999, 5, "████░", "####-"),
        (1.0, 5, "█████", "#####"),
        (7.0, 3, "███", "###"),
        (-1.0, 3, "░░░", "---"),
        (Double.nan, 3, "░░░", "---"),
        (0.6, 1, "█", "#"),
        (0.5, 0, "", ""),
    ])
func bar(value: Double, width: Int, unicode: String, ascii: String) {
    #expect(Bar(value, width: width).text(style: .plain).plain == unicode)
    #expect(
        Bar(value, width: width).text(style: Style(hasColors: false, drawsUnicode: false)).plain
            == ascii)
}
