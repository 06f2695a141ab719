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
        let root = try table()
        do {
            return try settings(of: root)
        } catch {
            throw .inFile(path, error)
        }
    }

    /// A setting that stands in the file.
    struct Entry: Equatable {
        let key: SettingKey
        /// As it is typed.
        let value: String
        /// Nil for a setting of all classes.
        let className: String?

        /// Tells it from all others.
        var name: String { SettingsFile.name(key, className) }
    }

    /// The name of a setting, with the class it is for.
    static func name(_ key: SettingKey, _ className: String?) -> String {
        className.map { "\(key.rawValue) \(slug($0))" } ?? key.rawValue
    }

    /// What stands in the file, those of all classes first, by name.
    func entries() throws(SettingsError) -> [Entry] {
        _ = try read()
        var entries: [Entry] = []
        let root = try table()
        for (key, value) in root {
            guard let key = SettingKey(rawValue: key) else { continue }
            entries.append(Entry(key: key, value: text(of: value), className: nil))
        }
        for (name, value) in root[Self.classTable]?.table ?? TOMLTable() {
            for (key, value) in value.table ?? TOMLTable() {
                guard let key = SettingKey(rawValue: key) else { continue }
                entries.append(Entry(key: key, value: text(of: value), className: name))
            }
        }
        return entries.sorted {
            ($0.className ?? "", $0.key.rawValue) < ($1.className ?? "", $1.key.rawValue)
        }
    }

    private func settings(of root: TOMLTable) throws(SettingsError) -> Settings {
        var settings = Settings()
        for (key, value) in root where key != Self.classTable {
            guard let setting = SettingKey(rawValue: key) else {
                throw .unknown(key: key, known: SettingKey.allCases.map(\.rawValue))
            }
            try setting.set(text(of: value), in: &settings)
        }
        guard let classes = root[Self.classTable] else { return settings }
        for (name, value) in try classTable(classes, key: Self.classTable) {
            let key = "\(Self.classTable).\(name)"
            for (setting, value) in try classTable(value, key: key) {
                guard setting == SettingKey.retention.rawValue else {
                    throw .notByClass(key: setting)
                }
                settings.classRetention[slug(name)] = try SettingKey.retention(
                    text(of: value), key: "\(key).\(setting)")
            }
        }
        return settings
    }

    private func classTable(
        _ value: any TOMLValueConvertible, key: String
    ) throws(SettingsError) -> TOMLTable {
        guard let table = value.table else {
            throw .invalid(
                key: key, value: text(of: value),
                wanted: "a table such as [class.\"Media Business\"] with a retention")
        }
        return table
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
        if let className {
            let classes = root[Self.classTable]?.table ?? TOMLTable()
            let own = classes[className]?.table ?? TOMLTable()
            // A table is copied where it is put, so the innermost is changed first.
            Self.set(key, text, in: own)
            if own.isEmpty { classes.remove(at: className) } else { classes[className] = own }
            if classes.isEmpty {
                root.remove(at: Self.classTable)
            } else {
                root[Self.classTable] = classes
            }
        } else {
            Self.set(key, text, in: root)
        }
        do {
            try makePrivateFolder(containing: path)
            try Data((root.convert(to: .toml) + "\n").utf8).write(
                to: URL(fileURLWithPath: path), options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        } catch {
            throw .unreadable(file: path, reason: error.localizedDescription)
        }
    }

    private static func set(_ key: SettingKey, _ text: String?, in table: TOMLTable) {
        if let text { table[key.rawValue] = text } else { table.remove(at: key.rawValue) }
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
}
