/// A wrong option that may stand beside the right one.
struct Distractor: Hashable, Sendable {
    let option: Question.Choice.Option
    let closeness: Neighbour.Closeness
}
