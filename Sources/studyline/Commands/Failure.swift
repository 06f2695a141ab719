import ArgumentParser
import StudyContent
import StudyExchange
import StudyStore
import StudyTerminal

/// What went wrong, as it is said and as the process ends.
///
/// The one place where errors become words and exit codes.
struct Failure {
    let message: String
    /// 0 nothing wrong, 1 something was found or failed, 64 usage.
    let code: Int32

    /// Whether something is wrong, and not merely asked for, such as a help screen.
    var isFault: Bool { code != 0 }

    init(_ error: any Error) {
        switch error {
        case let exit as ExitCode:
            message = ""
            code = exit.rawValue
        case is StoreError, is SettingsError, is SurroundingsError, is TerminalError,
            is ScopeError, is CommandWords.OpenQuote, is EditorError,
            is LibraryError, is ItemError, is ShellOnly, is MemoryInputError, is PracticeFileError,
            is ReviewFileError, is ParameterTextError, is NoFit, is MomentError, is ExamError,
            is ImportError, is ExportError, is AnkiPackageError, is ArchiveError:
            message = String(describing: error)
            code = 1
        case let unknown as UnknownCommand:
            message = unknown.description
            code = ExitCode.validationFailure.rawValue
        default:
            message = Studyline.fullMessage(for: error)
            code = Studyline.exitCode(for: error).rawValue
        }
    }
}
