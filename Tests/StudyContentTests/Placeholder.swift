import StudyContent
import StudyCore
import Testing

@Test func smoke() {
    let text = """
    ---
    class: Media Business
    unit: Creators and influencers
    aliases: [micro influencer, microinfluencer]
    confused-with: [macro-influencer, Nano influencer]
    sources:
      - "A: b"
    ---
    # Micro-influencer {#micro}

    ## Definition

    One or *two* sentences
    with `code` and [a link](http://x.y).

    ## Key facts

    1. First **fact**
       goes on
    2. Second:
       - a
       - b

    ## Review questions

    - How does it work?
      - The model answer: a paragraph.
    - Why? Because it
      does.
    - What?

      Indented para.

      Another.
    - Explain it.
      > Quote one
      > two

    ## See also

    Something *else*.

    Q: Who?
    A: Me.

    And more.
    C: The [cell] is [**big**].
    """
    let file = GuideParser().parse(Array(text.utf8), path: "a/b.md", defaults: GuideDefaults(className: "A"))
    dump(file)
}
