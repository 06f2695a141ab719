/// The kinds of problems, by the names that scripts may rely on.
package enum ProblemCode: String, Hashable, Sendable, CaseIterable {
    // Files and folders.
    case unreadable = "unreadable"
    case badFileName = "bad-file-name"
    case notAFile = "not-a-file"
    case folderLoop = "folder-loop"
    case folderTooDeep = "folder-too-deep"
    case tooManyFiles = "too-many-files"
    case fileTooLarge = "file-too-large"

    // Bytes.
    case emptyFile = "empty-file"
    case invalidUTF8 = "invalid-utf8"
    case nulByte = "nul-byte"

    // Front matter.
    case unclosedFrontMatter = "unclosed-front-matter"
    case frontMatterTooLarge = "front-matter-too-large"
    case frontMatterSyntax = "front-matter-syntax"
    case frontMatterAlias = "front-matter-alias"
    case frontMatterType = "front-matter-type"
    case unknownKey = "unknown-key"

    // Structure.
    case nestingTooDeep = "nesting-too-deep"
    case tooMuchMarkup = "too-much-markup"
    case tableTooLarge = "table-too-large"
    case missingTitle = "missing-title"
    case emptyTitle = "empty-title"
    case noItems = "no-items"
    case missingDefinition = "missing-definition"
    case emptyDefinition = "empty-definition"
    case secondDefinition = "second-definition"
    case emptySection = "empty-section"
    case groupHeading = "group-heading"
    case strayText = "stray-text"

    // Items.
    case emptyItem = "empty-item"
    case itemTooLong = "item-too-long"
    case tooManyItems = "too-many-items"
    case missingAnswer = "missing-answer"
    case missingQuestion = "missing-question"
    case emptyQuestion = "empty-question"
    case missingHole = "missing-hole"
    case emptyHole = "empty-hole"
    case unclosedHole = "unclosed-hole"
    case malformedID = "malformed-id"

    // Tables of terms.
    case rowFields = "row-fields"
    case emptyTerm = "empty-term"
    case unclosedQuote = "unclosed-quote"
    case strayQuote = "stray-quote"
    case unknownSeparator = "unknown-separator"
    case tooManyRows = "too-many-rows"

    // Across guides.
    case duplicateGuide = "duplicate-guide"
    case duplicateID = "duplicate-id"
    case duplicateItem = "duplicate-item"
    case unknownTerm = "unknown-term"
    case confusedWithItself = "confused-with-itself"
    case sharedSentence = "shared-sentence"

    // How well a guide teaches.
    case factCount = "fact-count"
    case longFact = "long-fact"
    case severalClaims = "several-claims"
    case definitionOpening = "definition-opening"
    case circularDefinition = "circular-definition"
    case fewPoints = "few-points"
    case undatedFigure = "undated-figure"
    case filler = "filler"
}
