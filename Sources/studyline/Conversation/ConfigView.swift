import StudyCore
import StudyTerminal

/// The list of settings.
struct ConfigView {
    let desk: Desk

    func show(_ format: OutputFormat) throws {
        let settings = desk.settings
        if format == .json {
            var values: [String: String] = [:]
            for key in SettingKey.allCases { values[key.rawValue] = key.text(in: settings) }
            for (slug, retention) in settings.classRetention {
                values["class.\(slug).retention"] = String(retention)
            }
            return print(try JSON.text(values))
        }
        var rows = SettingKey.allCases.map { key -> [StyledText] in
            let text = key.text(in: settings)
            let isStandard = text == key.text(in: Settings())
            return [
                StyledText(key.rawValue, .strong),
                isStandard ? StyledText(text) : StyledText("\(text) *"),
                StyledText(key.meaning, .faint),
            ]
        }
        for (slug, retention) in settings.classRetention.sorted(by: { $0.key < $1.key }) {
            rows.append([
                StyledText("retention", .strong), StyledText("\(retention) *"),
                StyledText("for \(slug)", .faint),
            ])
        }
        for row in rows {
            desk.terminal.writeWrapped(row[0] + "  " + row[1])
            desk.terminal.writeWrapped(row[2], first: "    ")
        }
        if settings != Settings() { desk.terminal.writeLine("* set by you") }
    }
}
