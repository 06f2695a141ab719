import StudyCore
import Testing

@Suite("Links between identities")
struct IdentityLinksTests {
    private let a = Item.ID("a")
    private let b = Item.ID("b")
    private let c = Item.ID("c")

    @Test("a chain of links is read to its end, and a link taken back is as never made")
    func chain() throws {
        var links = IdentityLinks()
        try links.link(a, to: b)
        try links.link(b, to: c)
        #expect([a, b, c].map(links.canonical) == [c, c, c])
        #expect(try links.unlink(b) == c)
        #expect([a, b, c].map(links.canonical) == [b, b, c])
    }

    @Test("rings and doubles are refused, and say what to do")
    func refusals() throws {
        var links = IdentityLinks()
        try links.link(a, to: b)
        let before = links
        #expect(throws: IdentityLinkError.toItself(c)) { try links.link(c, to: c) }
        #expect(throws: IdentityLinkError.alreadyLinked(a, to: b)) { try links.link(a, to: c) }
        #expect(throws: IdentityLinkError.ring(b, to: a)) { try links.link(b, to: a) }
        #expect(throws: IdentityLinkError.notLinked(c)) { try links.unlink(c) }
        #expect(links == before)
        #expect(
            IdentityLinkError.ring(b, to: a).description
                == "a is itself read as b; unlink a first, or link the other way round")
    }

    @Test("links made by hand hold when ledgers are merged")
    func merging() throws {
        var links = IdentityLinks()
        try links.link(a, to: b)
        #expect(links.merging([a: c]).canonical(c) == b)
        #expect(links.merging([b: a]).canonical(b) == b)
        #expect(links.merging([b: c]).canonical(a) == c)
    }
}
