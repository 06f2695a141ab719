/// Markdown as values: what is shown of a text, without how it was written.
///
/// Nesting is bounded by whoever makes the values, so that they may be walked by recursion.
package enum Markup {
    /// A piece of text that stands on lines of its own.
    package enum Block: Hashable, Sendable {
        case paragraph([Inline])
        /// A heading; the level is 1–6.
        case heading(level: Int, [Inline])
        case list(List)
        case quote([Block])
        /// Code, line feeds kept; the language is nil when none is named.
        case code(language: String?, text: String)
        case table(Table)
        /// A thematic break.
        case rule
    }

    /// A piece of text inside a line.
    package enum Inline: Hashable, Sendable {
        case text(String)
        case emphasis([Inline])
        case strong([Inline])
        case strike([Inline])
        case code(String)
        /// A link or an image (its text is then the description); the address is as written.
        case link([Inline], url: String)
        /// A line end of the source that means no more than a space.
        case softBreak
        /// A line end that was asked for.
        case hardBreak
    }

    /// A list with its items in order.
    package struct List: Hashable, Sendable {
        /// The number of the first item; nil when the list is not numbered.
        package let start: Int?
        /// Whether the items stand without blank lines between them.
        package let isTight: Bool
        package let items: [Item]

        package init(start: Int?, isTight: Bool, items: [Item]) {
            self.start = start
            self.isTight = isTight
            self.items = items
        }
    }

    /// An item of a list.
    package struct Item: Hashable, Sendable {
        /// Whether the box of a task is ticked; nil when the item is no task.
        package let isDone: Bool?
        package let blocks: [Block]

        package init(isDone: Bool? = nil, blocks: [Block]) {
            self.isDone = isDone
            self.blocks = blocks
        }
    }

    /// A table; every row has as many cells as the header.
    package struct Table: Hashable, Sendable {
        /// Where the cells of a column stand.
        package enum Alignment: Hashable, Sendable {
            case leading, center, trailing
        }

        package let alignments: [Alignment]
        package let header: [[Inline]]
        package let rows: [[[Inline]]]

        package init(alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]]) {
            self.alignments = alignments
            self.header = header
            self.rows = rows
        }
    }
}
