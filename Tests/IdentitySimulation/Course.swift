package import FSRS

/// What befalls a library between the first day and the last, on one machine or on two.
package struct Course: Sendable {
    package let name: String
    /// The versions that each machine loads: those of the first machine begin with the first day, all
    /// end with the same text.
    let versions: @Sendable (SimulatedLibrary, inout SeededGenerator) -> [[SimulatedLibrary]]

    /// One edit, and then the next load.
    package static func alone(_ edit: Edit) -> Course {
        Course(name: edit.name) { first, random in
            [[first, edit.applied(to: first, &random)]]
        }
    }

    /// An edit that is taken back after it was loaded.
    package static func reverted(_ edit: Edit) -> Course {
        Course(name: "\(edit.name), reverted") { first, random in
            [[first, edit.applied(to: first, &random), first]]
        }
    }

    /// The same library on two machines, edited on both, merged, and loaded on both.
    package static func onTwoMachines(_ ours: Edit, _ theirs: Edit) -> Course {
        Course(name: "here: \(ours.name) | there: \(theirs.name)") { first, random in
            let here = ours.applied(to: first, &random)
            let there = theirs.applied(to: first, &random)
            let merged = SimulatedLibrary.merging(here, there, since: first)
            return [[first, here, merged], [first, there, merged]]
        }
    }

    /// A second machine gets the library only after an edit, and another edit is made before both load.
    package static func joinedLate(_ before: Edit, _ after: Edit) -> Course {
        Course(name: "\(before.name), joined, \(after.name)") { first, random in
            let second = before.applied(to: first, &random)
            let third = after.applied(to: second, &random)
            return [[first, second, third], [second, third]]
        }
    }

    /// Every edit of the list alone, and the chosen ones together.
    package static let alone = (Edit.single + Edit.combined).map(alone)
    package static let reverted = (Edit.single + Edit.combined).filter(\.canBeReverted)
        .map(reverted)
    /// Every edit of the list followed by every one before the next load.
    package static let pairs = Edit.single.flatMap { first in
        Edit.single.map { alone(.together(first, $0)) }
    }
    /// Each edit of the list with one other.
    package static let somePairs = zip(Edit.single, Edit.others).map { alone(.together($0, $1)) }
    /// Every edit of the list here with every one there.
    package static let onTwoMachines = Edit.single.flatMap { ours in
        Edit.single.map { onTwoMachines(ours, $0) }
    }
    /// Each edit of the list here with one other there.
    package static let someOnTwoMachines = zip(Edit.single, Edit.others).map(onTwoMachines)
    package static let joinedLate = zip(Edit.single, Edit.single.reversed()).map(joinedLate)

    /// Courses of every sort, few enough to be run at any time.
    package static let everySort = alone + reverted + somePairs + someOnTwoMachines + joinedLate
}

extension SimulatedLibrary {
    /// The library after one edit, whichever chance picks.
    package func edited(using random: inout SeededGenerator) -> SimulatedLibrary {
        random.pick(Edit.single).applied(to: self, &random)
    }
}
