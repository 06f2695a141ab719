internal import CTerminal

/// The memory of this process.
package enum ProcessMemory {
    /// Gives the system back what was freed: before a second large piece of work, which needs other sizes.
    package static func giveBack() {
        terminal_return_memory()
    }
}
