import FSRS
import StudyStore

/// Runs pieces of work on all cores; the results come in the order of the pieces.
let onAllCores: ConcurrentMap = { count, work in concurrently(count, work) }
