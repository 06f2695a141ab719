import Foundation
import StudyCore
import TOMLKit

/// The settings on disk, as TOML.
struct SettingsFile {
    let path: String

    /// Table of settings that belong to one class, by the class's name.
    private static let classTable = "class"

    /// Reads the settings; the standard ones when there is no file.
    func read() throws(SettingsError) -> Settings {
        var settings = Settings()
        for (key, value) in try table() where key != Self.classTable {
            guard let setting = SettingKey(rawValue: key) else { throw unknown(key) }
            try setting.set(text(of: value), in: &settings)
        }
        if let classes = try table()[Self.classTable]?.table {
            for (name, value) in classes {
                guard let table = value.table else { continue }
                for (key, value) in table {
                    guard key == SettingKey.retention.rawValue else { throw unknown(key) }
                    settings.classRetention[slug(name)] = try SettingKey.retention(
                        text(of: value), key: "\(name): \(key)")
                }
            }
        }
        return settings
    }

    /// Changes one setting in the file, which is made when it is not there.
    ///
    /// - Parameters:
    ///   - key: The setting.
    ///   - text: The value as typed, checked already; nil takes the setting out of the file.
    ///   - className: The class whose setting it is; nil for all.
    /// - Throws: When the file cannot be read, understood or written.
    func write(_ key: SettingKey, _ text: String?, className: String?) throws(SettingsError) {
        let root = try table()
        var target = root
        if let className {
            let classes = root[Self.classTable]?.table ?? TOMLTable()
            target = classes[className]?.table ?? TOMLTable()
            classes[className] = target
            root[Self.classTable] = classes
        }
        if let text { target[key.rawValue] = text } else { target.remove(at: key.rawValue) }
        do {
            try makePrivateFolder(containing: path)
            try Data((root.convert(to: .toml) + "\n").utf8).write(
                to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw .unreadable(file: path, reason: error.localizedDescription)
        }
    }

    private func table() throws(SettingsError) -> TOMLTable {
        guard FileManager.default.fileExists(atPath: path) else { return TOMLTable() }
        do {
            return try TOMLTable(string: String(contentsOfFile: path, encoding: .utf8))
        } catch let error as TOMLParseError {
            throw .syntax(
                file: path, line: error.source.begin.line, column: error.source.begin.column,
                reason: error.description)
        } catch {
            throw .unreadable(file: path, reason: error.localizedDescription)
        }
    }

    /// A value as it would be typed; lists are joined.
    private func text(of value: any TOMLValueConvertible) -> String {
        if let text = value.string { return text }
        if let array = value.array {
            return array.map { text(of: $0) }.joined(separator: ", ")
        }
        if let flag = value.bool { return String(flag) }
        if let number = value.int { return String(number) }
        if let number = value.double { return String(number) }
        return value.debugDescription
    }

    private func unknown(_ key: String) -> SettingsError {
        .unknown(key: key, known: SettingKey.allCases.map(\.rawValue))
    }
}
