import StudyTerminal
import TerminalTesting
import Testing

@Test("Local time is within a day of universal time, in whole minutes")
func offset() {
    for seconds: Int64 in [0, 1_000_000_000, 1_800_000_000, -1_000_000_000] {
        #expect((-14 * 60...14 * 60).contains(localUTCOffset(atSecondsSince1970: seconds)))
    }
}

@Test("The monotonic clock never goes back")
func monotonic() {
    let first = monotonicSeconds()
    #expect(monotonicSeconds() >= first)
}

@Test("A variable that is not set is nil")
func variables() {
    #expect(environment("STUDYLINE_NEVER_SET") == nil)
    #expect(environment("PATH")?.isEmpty == false)
}

extension PseudoTerminalTests {
    @Test(
        "Local time follows TZ, in summer and in winter, with half hours",
        arguments: [
            ("UTC", "0 0"), ("CET-1CEST,M3.5.0,M10.5.0/3", "60 120"), ("XXX-5:30", "330 330"),
            ("NST3:30NDT,M3.2.0,M11.1.0", "-210 -150"),
        ])
    func localTime(zone: String, offsets: String) throws {
        _ = try ask("mode=time", environment: ["TZ": zone], prompt: offsets + "\r\n")
    }
}
