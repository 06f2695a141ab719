/// A simulated learner.
public struct Learner: Hashable, Sendable {
    /// What the learner remembers by.
    public enum Memory: Hashable, Sendable {
        /// A memory that behaves as FSRS with these parameters says.
        case model(MemoryModel)
        /// A memory that FSRS can only approximate.
        case activation(ActivationMemory)
    }

    /// What tells the learner from others in tables.
    public var name: String
    /// What the learner remembers by.
    public var memory: Memory
    /// How the learner rates and how long that takes.
    public var habits: StudyHabits

    /// Creates a learner with the standard habits unless others are given.
    public init(name: String, memory: Memory, habits: StudyHabits = StudyHabits()) {
        self.name = name
        self.memory = memory
        self.habits = habits
    }

    /// The true parameters, where the memory has any.
    public var parameters: Parameters? {
        switch memory {
        case .model(let model): model.parameters
        case .activation: nil
        }
    }
}
