package import StudyCore

/// One record of an archive: everything of a learner, a line of JSON each.
///
/// ```json
/// {"studyline":3,"exported":"2026-11-26T17:00:00Z","records":[
/// {"kind":"setting","name":"retention","value":"0.9"},
/// {"kind":"file","library":0,"path":"media-business/cpm.md","text":"# CPM…"},
/// {"kind":"image","library":0,"path":"biology/media/cell.png","base64":"iVBORw…"},
/// {"kind":"text","item":"…","class":"…","term":"…","fingerprint":"…","text":"…",…},
/// {"kind":"review","device":"…","sequence":1,"time":1764176400000,…},
/// {"kind":"action","device":"…","sequence":2,"deed":"undo",…},
/// {"kind":"intake","device":"…","sequence":3,"source":"words.apkg","ranges":[…],…},
/// {"kind":"forecast","device":"…","time":1764176400000,"examDevice":"…","examSequence":4,"mean":0.8,…},
/// {"kind":"practice","start":1764176400000,"questions":20,"points":14.5,"expected":15.1},
/// {"kind":"state","card":"…/fact","stability":3.2,…}
/// ]}
/// ```
///
/// Times are milliseconds since 1970 UTC, offsets minutes ahead of UTC, days study days since
/// 1970-01-01, fingerprints 16 hexadecimal digits. A field that would be null is left out. Settings come
/// first, then files, images, texts, events in the order in which they were noted, what was forecast of exams, results of
/// practice tests, and states, which follow from the events and are not read again. Forecasts and results came
/// with version 2, images with version 3. The setting `content` is not among them: it names folders of one machine,
/// and the guides in them come along.
package enum ArchiveRecord: Hashable, Sendable {
    case setting(Setting)
    case file(File)
    case image(Image)
    case text(SeenText)
    case review(Review)
    case action(Action)
    case intake(Intake)
    case forecast(NotedForecast)
    case practice(Practice)
    case state(Card.ID, CardState)

    /// The version that is written, and the newest that is read.
    package static let version = 3

    /// A setting that is other than standard.
    package struct Setting: Hashable, Sendable, Codable {
        package var name: String
        /// As it is typed.
        package var value: String
        /// The class it is for; nil for all.
        package var className: String?

        package init(name: String, value: String, className: String? = nil) {
            self.name = name
            self.value = value
            self.className = className
        }

        enum CodingKeys: String, CodingKey {
            case name, value
            case className = "class"
        }
    }

    /// A file of a library, whole.
    package struct File: Hashable, Sendable, Codable {
        /// Counts the libraries from 0.
        package var library: Int
        /// Relative to the library, with `/` between folders.
        package var path: String
        package var text: String

        package init(library: Int, path: String, text: String) {
            self.library = library
            self.path = path
            self.text = text
        }
    }

    /// An image of a library.
    package struct Image: Hashable, Sendable, Codable {
        /// Counts the libraries from 0.
        package var library: Int
        /// Relative to the library, with `/` between folders.
        package var path: String
        /// Its bytes.
        package var base64: String

        package init(library: Int, path: String, base64: String) {
            self.library = library
            self.path = path
            self.base64 = base64
        }
    }

    /// What came of a practice test.
    package struct Practice: Hashable, Sendable, Codable {
        /// Milliseconds since 1970.
        package var start: Int64
        /// The part of the library in words; nil for everything.
        package var scope: String?
        package var questions: Int
        /// Points that were reached, and those that were expected; at most one a question.
        package var points: Double
        package var expected: Double

        package init(
            start: Int64, scope: String?, questions: Int, points: Double, expected: Double
        ) {
            self.start = start
            self.scope = scope
            self.questions = questions
            self.points = points
            self.expected = expected
        }

        /// Whether there are questions, and no more points than these are worth.
        var isSound: Bool {
            let most = Double(questions)
            return most >= 0 && points >= 0 && points <= most && expected >= 0 && expected <= most
        }
    }

    /// What was read of an item at some time: by these lines a history finds its guide again.
    package struct SeenText: Hashable, Sendable {
        package var device: String
        package var time: Timestamp
        package var item: Item.ID
        package var itemKind: Item.Kind
        package var guide: Guide.ID
        package var guideExplicitID: String?
        package var path: String
        package var ordinal: Int
        package var fingerprint: Fingerprint
        package var text: String
        package var answer: String?
        package var holes: [Range<Int>]
        package var likeness: Double?
        package var changed: Int
        package var adopts: Item.ID?

        package init(
            device: String, time: Timestamp, item: Item.ID, itemKind: Item.Kind, guide: Guide.ID,
            guideExplicitID: String?, path: String, ordinal: Int, fingerprint: Fingerprint,
            text: String, answer: String?, holes: [Range<Int>], likeness: Double?, changed: Int,
            adopts: Item.ID?
        ) {
            self.device = device
            self.time = time
            self.item = item
            self.itemKind = itemKind
            self.guide = guide
            self.guideExplicitID = guideExplicitID
            self.path = path
            self.ordinal = ordinal
            self.fingerprint = fingerprint
            self.text = text
            self.answer = answer
            self.holes = holes
            self.likeness = likeness
            self.changed = changed
            self.adopts = adopts
        }
    }
}
