/// Puts tasks in an order in which guides alternate.
enum TopicMix {
    /// How many tasks lie between two of the same guide where there are others.
    static let distance = 3

    /// Moves tasks of one guide apart; otherwise the worthiest come first.
    static func arrange(_ tasks: [ExamPlan.Task]) -> [ExamPlan.Task] {
        var waiting = tasks[...]
        var held: [ExamPlan.Task] = []
        var result: [ExamPlan.Task] = []
        result.reserveCapacity(tasks.count)
        func isFree(_ task: ExamPlan.Task) -> Bool {
            !result.suffix(distance).contains { $0.guide == task.guide }
        }
        while result.count < tasks.count {
            if let index = held.firstIndex(where: isFree) {
                result.append(held.remove(at: index))
            } else if let next = waiting.popFirst() {
                if isFree(next) { result.append(next) } else { held.append(next) }
            } else {
                result.append(held.removeFirst())
            }
        }
        return result
    }
}
