import ArgumentParser
import StudyCore
import StudyTerminal

/// `config`: what is set, and setting it.
struct ConfigCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Show or change a setting.",
        discussion: """
            Without arguments, lists every setting. With a name, shows it; with a name and a value, sets it. \
            Settings are kept as TOML; 'config --path' says where. 'config retention' alone also draws what other \
            retentions would cost and bring.

            \(SettingKey.allCases.map { "\($0.rawValue): \($0.meaning)" }.joined(separator: "\n"))
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    @Argument(help: "The setting.") var key: String?
    @Argument(help: "Its new value.") var value: [String] = []

    @Option(
        name: .customLong("class"),
        help: ArgumentHelp("Set the retention of this class only.", valueName: "class"))
    var className: String?

    @Flag(help: "Go back to the standard value.") var reset = false
    @Flag(help: "Say where the settings are kept.") var path = false

    func validate() throws {
        if className != nil, key.flatMap(SettingKey.init(rawValue:)) != .retention {
            throw ValidationError("Only the retention can be set for one class.")
        }
    }

    func run(at desk: Desk) throws {
        if path { return print(desk.locations.settings) }
        guard let key else { return try ConfigView(desk: desk).show(format.format) }
        guard let setting = SettingKey(rawValue: key) else {
            throw SettingsError.unknown(key: key, known: SettingKey.allCases.map(\.rawValue))
        }
        if value.isEmpty, !reset {
            guard setting == .retention else { return print(setting.text(in: desk.settings)) }
            return try WorkloadView(desk: desk).show(format.format, className: className)
        }
        var text = reset ? nil : value.joined(separator: " ")
        if let typed = text {
            var trial = desk.settings
            try setting.set(typed, in: &trial)
            if setting == .content {
                // Seen from wherever the program is started next.
                trial.content = trial.content.map(absolutePath)
                text = setting.text(in: trial)
            }
        }
        try SettingsFile(path: desk.locations.settings).write(setting, text, className: className)
        try desk.readSettings()
        desk.terminal.writeWrapped("\(setting.rawValue) is now \(shown(setting, desk)).")
    }

    private func shown(_ setting: SettingKey, _ desk: Desk) -> String {
        guard setting == .retention, let className else {
            let text = setting.text(in: desk.settings)
            return text.isEmpty ? "empty" : text
        }
        return "\(desk.settings.retention(ofClass: slug(className))) for \(className)"
    }
}
