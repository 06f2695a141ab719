/// Where the learner's files live: a pure list, from the environment alone.
struct DataLocations: Equatable {
    /// The folder with the history, guides' index and backups.
    let data: String
    /// The settings file.
    let settings: String
    /// The line editor's history.
    let lines: String

    /// Finds the places.
    ///
    /// `STUDYLINE_DATA` moves everything. Else the XDG base directories hold on Linux, Application
    /// Support on macOS; a variable that is empty or not an absolute path is as good as none, as the
    /// XDG specification says.
    ///
    /// - Parameters:
    ///   - chosen: `--data` or `STUDYLINE_DATA`; nil when neither is given.
    ///   - variable: The environment.
    init(chosen: String?, variable: (String) -> String?) {
        if let chosen, !chosen.isEmpty {
            data = chosen
            settings = chosen + "/config.toml"
            lines = chosen + "/lines"
            return
        }
        let home = variable("HOME") ?? ""
        #if os(macOS)
        data = home + "/Library/Application Support/Studyline"
        settings = data + "/config.toml"
        lines = data + "/lines"
        #else
        func base(_ name: String, _ fallback: String) -> String {
            if let value = variable(name), value.hasPrefix("/") { return value }
            return home + fallback
        }
        data = base("XDG_DATA_HOME", "/.local/share") + "/studyline"
        settings = base("XDG_CONFIG_HOME", "/.config") + "/studyline/config.toml"
        lines = base("XDG_STATE_HOME", "/.local/state") + "/studyline/lines"
        #endif
    }
}
