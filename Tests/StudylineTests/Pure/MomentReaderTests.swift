import FSRS
import StudyCore
import Testing

@testable import studyline

@Suite("Dates as students write them")
struct MomentReaderTests {
    /// Thursday 26 November 2026, 10:00 in a zone an hour ahead of UTC.
    private static let now = ISO8601.parse("2026-11-26T10:00:00+01:00")!.time
    private let reader = MomentReader(now: now) { _ in 60 }

    private func read(_ text: String) -> String {
        do throws(MomentError) {
            let moment = try reader.read(text)
            return Phrases.moment(moment.time, utcOffset: moment.utcOffset)
        } catch {
            return error.description
        }
    }

    @Test(
        "Days of the week, dates, spans and hours",
        arguments: [
            ("friday 9am", "Fri 27 Nov 2026 at 09:00 (UTC+1)"),
            ("Friday", "Fri 27 Nov 2026 at 09:00 (UTC+1)"),
            ("fri 9:30", "Fri 27 Nov 2026 at 09:30 (UTC+1)"),
            ("on friday at 2pm", "Fri 27 Nov 2026 at 14:00 (UTC+1)"),
            ("9am friday", "Fri 27 Nov 2026 at 09:00 (UTC+1)"),
            ("this friday at 9", "Fri 27 Nov 2026 at 09:00 (UTC+1)"),
            ("next friday", "Fri 4 Dec 2026 at 09:00 (UTC+1)"),
            ("next monday", "Mon 30 Nov 2026 at 09:00 (UTC+1)"),
            ("friday next week", "Fri 4 Dec 2026 at 09:00 (UTC+1)"),
            ("next week", "Thu 3 Dec 2026 at 09:00 (UTC+1)"),
            ("thursday", "Thu 3 Dec 2026 at 09:00 (UTC+1)"),
            ("thursday 14:30", "Thu 26 Nov 2026 at 14:30 (UTC+1)"),
            ("today 14:30", "Thu 26 Nov 2026 at 14:30 (UTC+1)"),
            ("tonight", "Thu 26 Nov 2026 at 20:00 (UTC+1)"),
            ("tomorrow 14:30", "Fri 27 Nov 2026 at 14:30 (UTC+1)"),
            ("tomorrow morning", "Fri 27 Nov 2026 at 09:00 (UTC+1)"),
            ("the day after tomorrow at noon", "Sat 28 Nov 2026 at 12:00 (UTC+1)"),
            ("14:30", "Thu 26 Nov 2026 at 14:30 (UTC+1)"),
            ("8:15", "Fri 27 Nov 2026 at 08:15 (UTC+1)"),
            ("4 Dec", "Fri 4 Dec 2026 at 09:00 (UTC+1)"),
            ("4 December 8h30", "Fri 4 Dec 2026 at 08:30 (UTC+1)"),
            ("Dec 4, 2026", "Fri 4 Dec 2026 at 09:00 (UTC+1)"),
            ("December 4th at 11", "Fri 4 Dec 2026 at 11:00 (UTC+1)"),
            ("the 4th of December", "Fri 4 Dec 2026 at 09:00 (UTC+1)"),
            ("fri 4 dec", "Fri 4 Dec 2026 at 09:00 (UTC+1)"),
            ("the 15th", "Tue 15 Dec 2026 at 09:00 (UTC+1)"),
            ("26 nov 11:00", "Thu 26 Nov 2026 at 11:00 (UTC+1)"),
            ("4.12.", "Fri 4 Dec 2026 at 09:00 (UTC+1)"),
            ("4.12.2026 14:00", "Fri 4 Dec 2026 at 14:00 (UTC+1)"),
            ("15/12", "Tue 15 Dec 2026 at 09:00 (UTC+1)"),
            ("12/15/2026", "Tue 15 Dec 2026 at 09:00 (UTC+1)"),
            ("1 March", "Mon 1 Mar 2027 at 09:00 (UTC+1)"),
            ("29 Feb 2028", "Tue 29 Feb 2028 at 09:00 (UTC+1)"),
            ("in 10 days", "Sun 6 Dec 2026 at 09:00 (UTC+1)"),
            ("in 10 days at 14:30", "Sun 6 Dec 2026 at 14:30 (UTC+1)"),
            ("in two weeks", "Thu 10 Dec 2026 at 09:00 (UTC+1)"),
            ("in a month", "Sat 26 Dec 2026 at 09:00 (UTC+1)"),
            ("in a year", "Fri 26 Nov 2027 at 09:00 (UTC+1)"),
            ("in an hour", "Thu 26 Nov 2026 at 11:00 (UTC+1)"),
            ("90 minutes from now", "Thu 26 Nov 2026 at 11:30 (UTC+1)"),
            ("2026-12-04", "Fri 4 Dec 2026 at 09:00 (UTC+1)"),
            ("2026-12-04T09:00", "Fri 4 Dec 2026 at 09:00 (UTC+1)"),
            ("2026-12-04 14:30", "Fri 4 Dec 2026 at 14:30 (UTC+1)"),
            ("2026-12-04T09:00Z", "Fri 4 Dec 2026 at 09:00 (UTC)"),
            ("2026-12-04T09:00:00-05:00", "Fri 4 Dec 2026 at 09:00 (UTC-5)"),
            ("4 Dec 9am UTC+5:30", "Fri 4 Dec 2026 at 09:00 (UTC+5:30)"),
        ])
    func known(text: String, said: String) {
        #expect(read(text) == said)
    }

    @Test(
        "What is no moment, or none for an exam, is told with what to do",
        arguments: [
            ("", "no date is given; say when, such as 'friday 9am', '4 Dec' or 2026-12-04T09:00"),
            ("frday", "'frday' is no day or time. Did you mean 'friday'?"),
            (
                "sometime",
                "'sometime' is no day or time; write it such as 'friday 9am', '4 Dec', 'in 10 days' or 2026-12-04T09:00"
            ),
            ("31 Nov 2026", "there is no 31 November 2026"),
            ("31 November", "there is no 31 November"),
            ("2026-13-01", "there is no 1 month 13 2026"),
            ("december", "which day of December? Write it such as '4 December'"),
            (
                "4/12",
                "'4/12' is 4 December to some and 12 April to others; write the month as a word"
            ),
            ("friday at 2", "is that 2am or 2pm?"),
            ("friday 25:00", "'25:00' is no time of day"),
            ("friday 13pm", "'13pm' is no time of day"),
            ("thu 4 dec", "4 Dec 2026 is no Thursday"),
            ("friday tomorrow 4 dec", "'December' is one day or time too many"),
            ("friday 9am 10am", "'10am' is one day or time too many"),
            ("23 Nov 2026", "Mon 23 Nov 2026 at 09:00 (UTC+1) is over: it was 3 days ago"),
            ("today 8am", "Thu 26 Nov 2026 at 08:00 (UTC+1) is over: it was 2 hours ago"),
            (
                "2040-01-01",
                "Sun 1 Jan 2040 at 09:00 (UTC+1) is more than 3 years away; set the exam when it is nearer"
            ),
        ])
    func wrong(text: String, said: String) {
        #expect(read(text) == said)
    }

    @Test("A year or an hour that is not written is made up, and that is known")
    func madeUp() throws {
        let past = try reader.read("25 Nov")
        #expect(past.isNextYear && past.isHourAssumed)
        #expect(Phrases.moment(past.time, utcOffset: 60) == "Thu 25 Nov 2027 at 09:00 (UTC+1)")
        let near = try reader.read("1 March 9am")
        #expect(!near.isNextYear && !near.isHourAssumed)
    }

    @Test("What is said back is read as the same moment", arguments: 0..<400)
    func roundTrip(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let minutes = Int64(1 + generator.unit() * 3 * 365 * 1440)
        let offset = Int(generator.unit() * 108 - 48) * 15
        let time = Timestamp(
            milliseconds: Self.now.milliseconds / 60_000 * 60_000 + minutes * 60_000)
        let said = Phrases.moment(time, utcOffset: offset)
        let read = try reader.read(said)
        #expect(read == WrittenMoment(time: time, utcOffset: offset), "\(said)")
    }

    @Test("Any words give a moment in the future or an error in words", arguments: 0..<500)
    func anyWords(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let words =
            MomentWords.known + ["9am", "4", "31", "4.", "in", "a", "days", "h", "at", "2026", "/"]
            + ["12/13", "+01:00", "9999", "99999999999999999999", "-1", "½", "٣", ":", "9:", "T"]
        let text = (0..<Int(generator.unit() * 6)).map { _ in
            words[Int(generator.unit() * Double(words.count))]
        }.joined(separator: " ")
        do throws(MomentError) {
            #expect(try reader.read(text).time > Self.now, "\(text)")
        } catch {
            #expect(!error.description.isEmpty)
        }
    }

    @Test("Where clocks change before the exam, its hour is that of the clocks there")
    func summerTime() throws {
        // An hour more until the end of October.
        let change = ISO8601.parse("2026-10-25T01:00:00Z")!.time
        let now = ISO8601.parse("2026-10-20T10:00:00Z")!.time
        let reader = MomentReader(now: now) { $0 < change ? 120 : 60 }
        let before = try reader.read("24 Oct 9am")
        let after = try reader.read("26 Oct 9am")
        #expect(ISO8601.text(before.time) == "2026-10-24T07:00:00.000Z")
        #expect(ISO8601.text(after.time) == "2026-10-26T08:00:00.000Z")
        #expect([before.utcOffset, after.utcOffset] == [120, 60])
    }
}

@Suite("Scores and days off")
struct ScoreTests {
    @Test(
        "Scores are read as they are written",
        arguments: [
            ("85%", 0.85), ("85", 0.85), ("0.85", 0.85), ("34/40", 0.85), ("85 %", 0.85),
            ("1", 0.01), ("100", 1), ("0", 0), ("0,5", 0.5), ("101", nil), ("-1", nil),
            ("41/40", nil), ("1/0", nil), ("A", nil), ("", nil), ("nan", nil), ("inf", nil),
        ] as [(String, Double?)])
    func score(text: String, share: Double?) {
        #expect(Score.share(text) == share)
    }

    @Test(
        "Days off are read by names and first letters",
        arguments: [
            ("sat,sun", [.saturday, .sunday]), ("Saturdays sundays", [.saturday, .sunday]),
            ("weekends", [.saturday, .sunday]), ("wed", [.wednesday]), ("none", []),
            ("we", nil), ("", nil), ("sat,,sun", [.saturday, .sunday]),
        ] as [(String, [Weekday]?)])
    func daysOff(text: String, days: [Weekday]?) {
        #expect(Weekday.list(text) == days.map(Set.init))
    }
}
