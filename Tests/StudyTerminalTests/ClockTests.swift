import StudyTerminal
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
