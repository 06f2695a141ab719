import FSRS
import Testing

@Suite("Parameters")
struct ParameterTests {
    @Test("the defaults are those of FSRS-6, and an empty list means them")
    func standard() throws {
        #expect(Parameters.standard.values == Vectors.fsrs6.parameterSets["default"])
        #expect(Parameters.standard.version == .fsrs6)
        #expect(try Parameters([]) == .standard)
        #expect(try Parameters(Parameters.standard.values) == .standard)
    }

    @Test("older forms become the newest one", arguments: ["fsrs5_19", "fsrs45_17"])
    func migration(name: String) throws {
        let old = try #require(Vectors.fsrs6.parameterSets[name])
        let wanted = try #require(Vectors.fsrs6.filled[name])
        let parameters = try Parameters(old)
        #expect(parameters.values.count == 21)
        for (value, wanted) in zip(parameters.values, wanted) {
            #expect(abs(value - wanted) <= 1e-6 * max(1, wanted))
        }
        #expect(parameters.version == .fsrs6)
    }

    @Test("values out of bounds are moved into them")
    func bounds() throws {
        let lowest = try Parameters(Array(repeating: -1000, count: 21))
        let highest = try Parameters(Array(repeating: 1000, count: 21))
        #expect(lowest.values == RandomModels.bounds6.map(\.lowerBound))
        #expect(highest.values == RandomModels.bounds6.map(\.upperBound))
        let inside = try Parameters(Vectors.fsrs6.parameterSets["upper_bounds"] ?? [])
        #expect(inside.values == Vectors.fsrs6.parameterSets["upper_bounds"])
    }

    @Test("other counts are refused in words", arguments: [1, 16, 18, 20, 22, 33, 35, 1000])
    func count(count: Int) {
        let error = #expect(throws: ParameterError.self) {
            try Parameters(Array(repeating: 0.5, count: count))
        }
        #expect(error == .count(count))
        #expect(
            error?.description.contains(
                "17, 19, 21 or 34 parameters, not \(count); give all of them") == true)
    }

    @Test(
        "numbers that are not finite are refused in words",
        arguments: [Double.nan, .infinity, -.infinity])
    func finite(value: Double) {
        var values = Parameters.standard.values
        values[15] = value
        let error = #expect(throws: ParameterError.self) { try Parameters(values) }
        #expect(error == .notFinite(index: 15))
        #expect(
            error?.description
                == "parameter w15 is not a finite number; give a number such as 0.5, or no parameters for the defaults"
        )
    }

    @Test("models are equal when their parameters are")
    func equality() throws {
        let other = try Vectors.fsrs6.model("strong_memory")
        #expect(MemoryModel() == MemoryModel(parameters: .standard))
        #expect(MemoryModel() != other)
        #expect(Set([MemoryModel(), other, MemoryModel()]).count == 2)
    }
}
