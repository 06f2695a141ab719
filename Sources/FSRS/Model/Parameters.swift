/// The numbers that fit the model to a learner's memory.
///
/// Always finite and inside the model's bounds, whatever they were made from.
public struct Parameters: Hashable, Sendable {
    /// The parameters w0, w1, … of the newest form of their version.
    public let values: [Double]

    /// The model that the parameters belong to, told by their number.
    public var version: Version {
        values.count == FSRS7Parameters.count ? .fsrs7 : .fsrs6
    }

    /// The FSRS-6 defaults, fitted by its authors to many learners' reviews.
    public static let standard = Parameters(checked: FSRS6Parameters.standard)

    /// The defaults of a version, fitted by its authors to many learners' reviews.
    public static func standard(_ version: Version) -> Parameters {
        switch version {
        case .fsrs6: .standard
        case .fsrs7: Parameters(checked: FSRS7Parameters.standard)
        }
    }

    /// Takes parameters of FSRS-4.5 (17), FSRS-5 (19), FSRS-6 (21) or FSRS-7 (34), and the FSRS-6 defaults for an
    /// empty list.
    ///
    /// Older forms are turned into the newest one, and each value is moved into its bounds.
    ///
    /// - Parameter values: The parameters in the order w0, w1, ….
    /// - Throws: `ParameterError` for any other count or a value that is not finite.
    public init(_ values: [Double]) throws(ParameterError) {
        if let index = values.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(index: index)
        }
        switch values.count {
        case 0: self = .standard
        case 17: self.init(checked: FSRS6Parameters.clamped(FSRS6Parameters.migrated17(values)))
        case 19: self.init(checked: FSRS6Parameters.clamped(FSRS6Parameters.migrated19(values)))
        case 21: self.init(checked: FSRS6Parameters.clamped(values))
        case 34: self.init(checked: FSRS7Parameters.clamped(values))
        default: throw .count(values.count)
        }
    }

    private init(checked values: [Double]) {
        self.values = values
    }
}
