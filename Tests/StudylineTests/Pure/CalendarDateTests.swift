import StudyCore
import Testing

@testable import studyline

@Suite("Dates")
struct CalendarDateTests {
    @Test(
        "Study days are the days of the calendar",
        arguments: [
            (0, "1970-01-01", "Thu 1 Jan"), (-1, "1969-12-31", "Wed 31 Dec"),
            (59, "1970-03-01", "Sun 1 Mar"), (11_016, "2000-02-29", "Tue 29 Feb"),
            (11_017, "2000-03-01", "Wed 1 Mar"), (19_782, "2024-02-29", "Thu 29 Feb"),
            (20_780, "2026-11-23", "Mon 23 Nov"), (47_540, "2100-02-28", "Sun 28 Feb"),
            (47_541, "2100-03-01", "Mon 1 Mar"), (-25_509, "1900-02-28", "Wed 28 Feb"),
            (-25_508, "1900-03-01", "Thu 1 Mar"), (-719_468, "0-03-01", "Wed 1 Mar"),
            (2_932_896, "9999-12-31", "Fri 31 Dec"),
        ])
    func known(number: Int, iso: String, short: String) {
        let date = CalendarDate(StudyDay(number: number))
        #expect([date.iso, date.short] == [iso, short])
    }

    @Test("Each day of eight hundred years follows the day before, and leads back to its number")
    func roundTrip() {
        var before = CalendarDate(StudyDay(number: -146_098))
        for number in -146_097...146_097 {
            let date = CalendarDate(StudyDay(number: number))
            let back = ISO8601.studyDay(year: date.year, month: date.month, day: date.day)
            let follows =
                date.day == before.day + 1
                && (date.year, date.month) == (before.year, before.month)
                || date.day == 1 && date.month == before.month % 12 + 1
                    && date.year == before.year + (date.month == 1 ? 1 : 0)
            guard back.number == number, follows, date.weekday == (before.weekday + 1) % 7 else {
                Issue.record("day \(number): \(date.iso) after \(before.iso)")
                return
            }
            before = date
        }
    }

    @Test(
        "A moment in local time",
        arguments: [
            (0, 0, "1970-01-01 00:00"), (0, 60, "1970-01-01 01:00"),
            (0, -60, "1969-12-31 23:00"), (1_795_424_400_000, 0, "2026-11-23 09:00"),
            (1_795_424_459_999, 330, "2026-11-23 14:30"), (-1, 0, "1969-12-31 23:59"),
        ] as [(Int64, Int, String)])
    func local(milliseconds: Int64, offset: Int, text: String) {
        let clock = StudyClock(utcOffset: offset, rollover: 240)
        #expect(Timestamp(milliseconds: milliseconds).localText(clock) == text)
    }
}

@Suite("ISO 8601")
struct ISO8601Tests {
    private static let nine: Int64 = 1_795_424_400_000

    @Test(
        "Moments are read in the ways people write them",
        arguments: [
            ("2026-11-23T09:00:00Z", nine, 0), ("2026-11-23 09:00:00Z", nine, 0),
            ("2026-11-23T09:00Z", nine, 0), ("2026-11-23T09:00", nine, nil),
            ("2026-11-23", nine - 9 * 3_600_000, nil),
            ("2026-11-23T10:00:00+01:00", nine, 60), ("2026-11-23T10:00:00+0100", nine, 60),
            ("2026-11-23T03:30:00-05:30", nine, -330),
            ("2026-11-23T09:00:00.5Z", nine + 500, 0),
            ("2026-11-23T09:00:00.123456789Z", nine + 123, 0),
            ("2026-11-23T09:00:00.001Z", nine + 1, 0),
            ("2026-11-23T09:00:00.057Z", nine + 57, 0),
            ("2026-11-23T09:00:00.999Z", nine + 999, 0),
            ("1969-12-31T23:59:59Z", -1000, 0), ("2024-02-29T00:00:00Z", 1_709_164_800_000, 0),
        ] as [(String, Int64, Int?)])
    func read(text: String, milliseconds: Int64, offset: Int?) {
        #expect(
            ISO8601.parse(text)
                == ISO8601.Moment(time: Timestamp(milliseconds: milliseconds), utcOffset: offset))
    }

    @Test(
        "What is no moment is none",
        arguments: [
            "", "now", "2026", "2026-11", "2026-13-01", "2026-00-10", "2026-02-29", "2026-11-31",
            "2026-11-23T24:00", "2026-11-23T09:60", "2026-11-23T09:00:61", "26-11-23",
            "2026-11-23T09", "2026-11-23T09:00:00+1", "2026-11-23T09:00:00 Z", " 2026-11-23",
            "2026-11-23T09:00:00+24:00", "2026-11-23T09:00:00+01:99",
        ])
    func none(text: String) {
        #expect(ISO8601.parse(text) == nil)
    }

    @Test("What is written is read again as it was", arguments: 0..<500)
    func roundTrip(step: Int) {
        let time = Timestamp(milliseconds: Int64(step) * 7_777_777_777 - 1_000_000_000_123)
        let text = ISO8601.text(time)
        #expect(ISO8601.parse(text) == ISO8601.Moment(time: time, utcOffset: 0), "\(text)")
    }
}
