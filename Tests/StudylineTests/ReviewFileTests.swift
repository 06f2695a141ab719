import FSRS
import Foundation
import Testing

@testable import studyline

@Suite("Files of reviews")
struct ReviewFileTests {
    static let header = "card_id,review_time,rating,elapsed_days\n"
    static let time = "1700000000000"

    private func read(_ data: Data) throws -> ReviewLog {
        let workplace = try Workplace(guides: false)
        try data.write(to: workplace.file("log.csv"))
        do {
            return try ReviewFile.log(at: workplace.file("log.csv").path)
        } catch {
            // Every workplace has a path of its own.
            throw Said(text: error.description.replacing(workplace.folder.path + "/", with: ""))
        }
    }

    private struct Said: Error, Equatable {
        let text: String
    }

    private func rows(_ log: ReviewLog) -> [String] {
        (0..<log.count).map { place in
            "\(log[place].card) \(log[place].rating.rawValue) \(log[place].days)"
        }
    }

    @Test(
        "What can be read",
        arguments: [
            ("the header alone", header, []),
            ("no line feed at the end", header + "7,1,3,0", ["0 3 0.0"]),
            (
                "line ends of Windows, a mark of the encoding, empty lines",
                "\u{FEFF}card_id,review_time,rating,elapsed_days\r\n7,1,3,0\r\n\r\n7,2,1,5\r\n\n",
                ["0 3 0.0", "0 1 5.0"]
            ),
            (
                "cards named by any text, each its own",
                header + "b,1,1,0\n7,1,2,0\n07,2,3,0\nb,2,4,1.5\n-7,3,3,0\nключ,3,3,0\n7,9,1,3\n",
                ["0 1 0.0", "1 2 0.0", "2 3 0.0", "0 4 1.5", "3 3 0.0", "4 3 0.0", "1 1 3.0"]
            ),
            (
                "numbers too long to be one", header + "12345678901234567890,1,3,0\n1,1,4,0.0\n",
                ["0 3 0.0", "1 4 0.0"]
            ),
            (
                "the last moment and the longest wait",
                header + "1,0,3,0\n1,253402300799999,3,36500\n", ["0 3 0.0", "0 3 36500.0"]
            ),
        ] as [(String, String, [String])])
    func readable(name: String, text: String, expected: [String]) throws {
        #expect(rows(try read(Data(text.utf8))) == expected)
    }

    private static let faults: [(String, String)] = [
        ("", "1:1: error: the file is empty; its first line must be \(header)"),
        ("1,1,1,0\n", "1:1: error: the first line must be \(header)"),
        ("\n" + header, "1:1: error: the first line must be \(header)"),
        (header + "1\n", "2:2: error: the line ends after 1 of four values, \(header)"),
        (header + "1,1,3\n", "2:6: error: the line ends after 3 of four values, \(header)"),
        (header + "1,1,3,0,9\n", "2:8: error: a line has four values, \(header)"),
        (header + ",1,3,0\n", "2:1: error: card_id is empty"),
        (
            header + "1,NaN,3,0\n",
            "2:3: error: review_time is 'NaN'; it must be whole milliseconds since 1970, up to the year 9999"
        ),
        (
            header + "ключ,-1,3,0\n",
            "2:6: error: review_time is '-1'; it must be whole milliseconds since 1970, up to the year 9999"
        ),
        (
            header + "1,253402300800000,3,0\n",
            "2:3: error: review_time is '253402300800000'; it must be whole milliseconds since 1970, up to the year 9999"
        ),
        (
            header + "1,99999999999999999999,3,0\n",
            "2:3: error: review_time is '99999999999999999999'; it must be whole milliseconds since 1970, up to the year 9999"
        ),
        (
            header + "1,2,3,0\n2,1,3,0\n",
            "3:3: error: review_time is before that of the line above; sort the lines by time"
        ),
        (
            header + "1,1,0,0\n",
            "2:5: error: rating is '0'; it must be 1 (again), 2 (hard), 3 (good) or 4 (easy)"
        ),
        (
            header + "1,1,good,0\n",
            "2:5: error: rating is 'good'; it must be 1 (again), 2 (hard), 3 (good) or 4 (easy)"
        ),
        (
            header + "1,1,,0\n",
            "2:5: error: rating is empty; it must be 1 (again), 2 (hard), 3 (good) or 4 (easy)"
        ),
        (
            header + "1,1,3,\n",
            "2:7: error: elapsed_days is empty; it must be a number from 0 to 36500"
        ),
        (
            header + "1,1,3,nan\n",
            "2:7: error: elapsed_days is 'nan'; it must be a number from 0 to 36500"
        ),
        (
            header + "1,1,3,inf\n",
            "2:7: error: elapsed_days is 'inf'; it must be a number from 0 to 36500"
        ),
        (
            header + "1,1,3,-1\n",
            "2:7: error: elapsed_days is '-1'; it must be a number from 0 to 36500"
        ),
        (
            header + "1,1,3,0\n1,2,3,1e9\n",
            "3:7: error: elapsed_days is '1e9'; it must be a number from 0 to 36500"
        ),
        (
            header + "1,1,3,4\n",
            "2:7: error: elapsed_days must be 0 on a card's first review; give all reviews of a card"
        ),
        (
            header + "1,1,3," + String(repeating: "9", count: 50) + "\n",
            "2:7: error: elapsed_days is '\(String(repeating: "9", count: 40))…'; it must be a number from 0 to 36500"
        ),
    ]

    @Test("What cannot be read, and where", arguments: faults)
    func unreadable(text: String, message: String) throws {
        let expected = "log.csv:" + message.replacing("\n", with: "")
        #expect(throws: Said(text: expected)) { try read(Data(text.utf8)) }
    }

    @Test("Bytes that are no text are an error and not a crash")
    func bytes() throws {
        #expect(throws: Said.self) { try read(Data([0xFF, 0xFE, 0, 0x0A, 0x2C])) }
        let rows = Data(Self.header.utf8) + Data([0xFF, 0x2C, 0xC3, 0x2C, 0x33, 0x2C, 0x30])
        #expect(
            throws: Said(
                text:
                    "log.csv:2:3: error: review_time is '\u{FFFD}'; it must be whole milliseconds since 1970, up to the year 9999"
            )
        ) { try read(rows) }
    }

    @Test(
        "Any bytes give reviews in range, or an error that says where",
        arguments: 0..<40 as Range<UInt64>)
    func anyBytes(seed: UInt64) throws {
        let workplace = try Workplace(guides: false)
        let file = workplace.file("log.csv")
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<10 {
            let bytes = Self.damagedFile(using: &generator)
            try Data(bytes).write(to: file)
            do {
                let log = try ReviewFile.log(at: file.path)
                for place in 0..<log.count {
                    #expect((0...ReviewLog.longestGap).contains(log[place].days))
                }
                let fit = Fit(log)
                #expect(fit.parameters.values.allSatisfy { $0.isFinite })
                #expect(fit.lossBefore.isFinite && fit.lossAfter.isFinite)
                #expect(Evaluation(of: log, by: MemoryModel()).logLoss.isFinite)
            } catch {
                guard case .invalid(file.path, let line, let column, let reason) = error else {
                    Issue.record("\(error)")
                    continue
                }
                #expect((1...bytes.count { $0 == UInt8(ascii: "\n") } + 1).contains(line))
                #expect(column >= 1 && !reason.isEmpty)
            }
        }
    }

    /// A file of forty reviews with up to three things done to it.
    private static func damagedFile(using generator: inout SeededGenerator) -> [UInt8] {
        var bytes = Array(header.utf8)
        for number in 0..<40 {
            let rating = 1 + generator.next() % 4
            bytes += Array(
                "\(number % 8),\(number),\(rating),\(number < 8 ? 0 : number % 5)\n".utf8)
        }
        let pieces = [
            ",", "\n", "\r\n", "\r", "\0", "\"", "nan", "inf", "-1", "1e999", "0x1p4", "36500.0001",
            "99999999999999999999", "é", "\u{FEFF}",
        ].map { Array($0.utf8) }
        for _ in 0..<(generator.next() % 4) {
            let start = Int(generator.next() % UInt64(bytes.count))
            let end = min(start + Int(generator.next() % 12), bytes.count)
            switch generator.next() % 5 {
            case 0: bytes[start] = UInt8(truncatingIfNeeded: generator.next())
            case 1: bytes.removeSubrange(start..<end)
            case 2: bytes.insert(contentsOf: bytes[start..<end], at: 0)
            case 3: bytes.append(contentsOf: bytes[start..<end])
            default:
                let piece = pieces[Int(generator.next() % UInt64(pieces.count))]
                bytes.replaceSubrange(start..<end, with: piece)
            }
            if bytes.isEmpty { break }
        }
        return bytes
    }

    @Test("A line without an end is not read into memory whole")
    func endless() throws {
        let row = Data((Self.header + "1,1,3,0\n").utf8)
        for length in [65_537, 5_000_000] {
            let error = #expect(throws: Said.self) {
                try read(row + Data(repeating: UInt8(ascii: "9"), count: length))
            }
            #expect(
                error?.text
                    == "log.csv:3:65537: error: the line is too long; it must be four values parted by commas"
            )
        }
    }

    @Test("A file is the same wherever its pieces end")
    func pieces() throws {
        // Lines of odd lengths over more than two pieces of a megabyte.
        var text = Self.header
        for number in 0..<150_000 {
            text +=
                "card-\(number % 999),\(number * 37),\(number % 4 + 1),\(number < 999 ? 0 : 7)\n"
        }
        let log = try read(Data(text.utf8))
        #expect(log.count == 150_000)
        let wrong = (0..<log.count).first { place in
            let review = log[place]
            return review.card != place % 999 || review.rating.rawValue != place % 4 + 1
                || review.days != (place < 999 ? 0 : 7)
        }
        #expect(wrong == nil)
    }

    @Test("A file that is not there, and a folder, are said to be so")
    func missing() throws {
        let workplace = try Workplace(guides: false)
        for path in ["none.csv", "home"] {
            #expect(throws: ReviewFileError.self) {
                try ReviewFile.log(at: workplace.file(path).path)
            }
        }
    }

    private static let typed: [(String, String?)] = [
        ("", nil),
        ("[" + Parameters.standard.values.map { "\($0)" }.joined(separator: ", ") + "]", nil),
        (
            "1,2",
            "--parameters: FSRS takes 17, 19, 21 or 34 parameters, not 2; give all of them, or none for the defaults"
        ),
        (
            "1 2, three",
            "--parameters: value 3, 'three', is not a number; write numbers parted by commas or spaces"
        ),
        (
            "nan" + String(repeating: ",1", count: 20),
            "--parameters: parameter w0 is not a finite number; give a number such as 0.5, or no parameters for the defaults"
        ),
    ]

    @Test("Parameters as they are typed", arguments: typed)
    func parameters(text: String, message: String?) {
        do throws(ParameterTextError) {
            let parameters = try Parameters(typed: text)
            #expect(message == nil)
            #expect(parameters == .standard)
        } catch {
            #expect(error.description == message)
        }
    }
}
