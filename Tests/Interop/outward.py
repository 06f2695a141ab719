"""Our packages, taken in by the real Anki."""
import os
import shutil
import time

from program import Anki, Program

KINDS = {"Studyline Term": ("meaning", "term"), "Studyline Fact": ("fact",),
         "Studyline Question": ("answer",)}


def check(path, content, checks):
    program = Program(path, shutil.copytree(content, os.path.join(Program(path).folder, "content")))
    for day in range(0, 60, 3):
        for turn in range(2):
            program.study(day, turn * 20, ["all", "--all"] if turn else [], seed=day * 2 + turn)
    package = os.path.join(program.folder, "all.apkg")
    when = "2026-11-10T10:00:00Z"
    program.run("export", "apkg", "--reversed", "--with-history", "--output", package, at=when)
    anki = Anki()
    first = anki.take(package)
    records = program.everything()
    size = anki.size()
    items = {record["card"].split("/")[0] for record in records["state"]}
    checks.holds("every note is new to a fresh Anki, and none is refused",
                 first["new"] == size[0] and sum(first.values()) == size[0], first)
    checks.equal("every answer arrives", size[2], len(records["review"]))
    checks.holds("there is a history to speak of", len(records["review"]) > 1000 and len(items) > 50,
                 (len(records["review"]), len(items)))
    again = anki.take(package)
    checks.holds("a second import adds nothing",
                 again["new"] == again["updated"] == 0 and anki.size() == size, again)
    checks.equal("the database needs no repair",
                 anki.collection.fix_integrity()[0].strip(), "Database rebuilt and optimized.")
    schedule(anki, records, checks)
    memory(anki, records, checks)
    edit(program, anki, size, package, checks)


def cards(anki):
    """Anki's cards by our names."""
    collection = anki.collection
    for card_id in collection.db.list("select id from cards"):
        card = collection.get_card(card_id)
        note = card.note()
        kind = note.note_type()["name"]
        facet = KINDS[kind][card.ord] if kind in KINDS else f"hole{card.ord + 1}"
        yield note.guid.removeprefix("studyline:") + "/" + facet, card


def schedule(anki, records, checks):
    """Review cards are due on the days on which they are due here."""
    states = {record["card"]: record for record in records["state"]}
    today = anki.collection.sched.today
    day = int(time.time() - 4 * 3600) // 86400
    wrong = []
    for name, card in cards(anki):
        state = states.get(name)
        if state is None or card.type != 2:
            continue
        if card.due - today != state["dueDay"] - day or card.ivl != state["interval"]:
            wrong.append((name, card.due - today, state["dueDay"] - day, card.ivl, state["interval"]))
    checks.holds("cards are due on the same days", not wrong, wrong[:5])
    new = [name for name, card in cards(anki) if (card.type == 0) != (name not in states)]
    checks.holds("new cards are new, others are not", not new, new[:5])


def memory(anki, records, checks):
    """States as carried, and as Anki computes them anew from the answers."""
    states = {record["card"]: record for record in records["state"] if "stability" in record}
    carried, computed, compared = [], [], 0
    for name, card in cards(anki):
        state = states.get(name)
        if state is None:
            continue
        compared += 1
        ours = (state["stability"], state["difficulty"])
        if card.memory_state is None or not near(
                (card.memory_state.stability, card.memory_state.difficulty), ours, (6e-5, 6e-4)):
            carried.append((name, card.memory_state, ours))
        answer = anki.collection.compute_memory_state(card.id)
        if not near((answer.stability, answer.difficulty), ours, (6e-5, 6e-4)):
            computed.append((name, answer.stability, answer.difficulty, *ours))
    checks.holds("there are memories to compare", compared > 100, compared)
    checks.holds("memories arrive as they are here", not carried, carried[:5])
    checks.holds("Anki computes the same memories from the answers", not computed,
                 (len(computed), compared, computed[:5]))


def near(found, expected, places):
    """Anki keeps stability to 4 decimals and difficulty to 3, in single precision."""
    return all(abs(a - b) <= place + abs(b) * 2e-4 for a, b, place in zip(found, expected, places))


def edit(program, anki, size, package, checks):
    """An edited guide changes its note in place."""
    edited = None
    for folder, _, names in os.walk(program.content):
        for name in sorted(names):
            path = os.path.join(folder, name)
            text = open(path, encoding="utf-8").read()
            if edited is None and "\n## Definition" in text and name != "README.md":
                head, body = text.split("\n## Definition\n\n", 1)
                with open(path, "w", encoding="utf-8") as file:
                    file.write(head + "\n## Definition\n\nAs edited: " + body)
                edited = path
    later = package.replace("all", "edited")
    program.run("export", "apkg", "--reversed", "--with-history", "--output", later,
                at="2026-11-12T10:00:00Z")
    log = anki.take(later)
    checks.holds("an edited guide updates its note in place",
                 log["updated"] == 1 and log["new"] == 0 and anki.size() == size, (log, edited))
    found = anki.collection.db.scalar("select count() from notes where flds like '%As edited: %'")
    checks.equal("the note has the new words", found, 1)
    again = os.path.join(program.folder, "again.apkg")
    program.run("export", "apkg", "--reversed", "--with-history", "--output", again,
                at="2026-11-20T10:00:00Z")
    checks.holds("a package is the same bytes another day",
                 open(again, "rb").read() == open(later, "rb").read())
