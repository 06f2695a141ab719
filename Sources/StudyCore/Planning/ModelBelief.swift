/// How sure it is that the model's parameters are the learner's.
package struct ModelBelief: Hashable, Sendable {
    /// The learner's reviews on a later day than the one before: those that say something of forgetting.
    package var reviews: Int

    package init(reviews: Int) {
        self.reviews = max(reviews, 0)
    }
}
