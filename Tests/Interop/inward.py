"""Packages of the real Anki and of genanki, taken in by us."""
import json
import os

import genanki
from anki.collection import ExportAnkiPackageOptions

from program import Anki, Program

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cf500f0003860180b4d5c4f60000000049454e44ae426082")


def check(path, checks):
    anki = written_by_anki()
    revlog = anki.collection.db.all(
        "select id, ease from revlog where ease > 0 and type < 4 order by id")
    notes, cards, answers = anki.size()
    for name, is_legacy in (("legacy.apkg", True), ("latest.apkg", False)):
        package = os.path.join(anki.folder, name)
        anki.collection.export_anki_package(
            out_path=package, limit=None,
            options=ExportAnkiPackageOptions(
                with_scheduling=True, with_media=True, legacy=is_legacy, with_deck_configs=False))
        take(path, package, notes, cards, revlog, checks)
    for name, is_legacy in (("legacy.colpkg", True), ("latest.colpkg", False)):
        package = os.path.join(anki.folder, name)
        anki.collection.export_collection_package(package, include_media=True, legacy=is_legacy)
        anki.collection.reopen()
        take(path, package, notes, cards, revlog, checks)
    take_genanki(path, checks)
    there_and_back(path, checks)


def written_by_anki():
    """A collection as a student has it: five note types, decks in decks, an image, a history."""
    anki = Anki()
    collection = anki.collection
    image = collection.media.write_data("cell.png", PIXEL)

    def add(kind, fields, deck, tags=()):
        note = collection.new_note(collection.models.by_name(kind))
        note.fields = list(fields) + [""] * (len(note.fields) - len(fields))
        note.tags = list(tags)
        collection.add_note(note, collection.decks.id(deck))

    for number in range(12):
        add("Basic", [f"What is <b>thing {number}</b> of cells?", f"It is &lt;part {number}&gt;.<br>And more."],
            "Biology::Cells")
    for number in range(8):
        add("Basic (and reversed card)", [f"organelle {number}", f"<div>does task {number}</div>"],
            "Biology::Cells", ["organelles"])
    add("Basic (optional reversed card)", ["One way?", "Yes.", ""], "Biology")
    add("Basic (optional reversed card)", ["both ways", "asked twice", "y"], "Biology")
    add("Basic (type in the answer)", ["Two and two?", "four"], "Sums")
    for number in range(6):
        add("Cloze", [f"{{{{c1::Water {number}}}}} is H<sub>2</sub>O; it boils at {{{{c2::100 + {number}::degrees}}}}.",
                      "at sea level"], "Chemistry", ["water"])
    add("Basic", [f'Look: <img src="{image}" alt="a cell">', "a cell"], "Biology::Cells")
    answer_all(collection)
    flagged = collection.find_cards('"deck:Sums"')
    collection.set_user_flag_for_cards(3, flagged)
    collection.sched.suspend_cards(collection.find_cards("deck:Chemistry")[:2])
    return anki


def answer_all(collection):
    """Three rounds of answers, the earlier ones moved into the past."""
    for days in (9, 4, 0):
        for index, card_id in enumerate(collection.find_cards("")):
            card = collection.get_card(card_id)
            card.start_timer()
            states = collection._backend.get_scheduling_states(card_id)
            collection.sched.answer_card(collection.sched.build_answer(
                card=card, states=states, rating=(index * 7 + days) % 4))
        collection.db.execute(
            "update revlog set id = id - ? where id > ?", days * 86_400_000 + 7,
            int(collection.db.scalar("select max(id) from revlog")) - 86_400_000 // 2)


def take(path, package, notes, cards, revlog, checks):
    name = os.path.basename(package)
    program = Program(path)
    library = os.path.join(program.folder, "library")
    os.mkdir(library)
    program.run("config", "content", library)
    report = json.loads(program.run("import", package, "--yes", "--format", "json"))
    checks.equal(f"{name}: notes and cards are counted", (report["notes"], report["cards"]), (notes, cards))
    checks.equal(f"{name}: nothing is left out", (report["leftOut"], report["misread"]), ([], 0))
    records = program.everything()
    found = sorted((review["time"], review["rating"]) for review in records["review"])
    checks.equal(f"{name}: every answer arrives with its time and rating", found,
                 sorted((time, rating) for time, rating in revlog))
    checks.equal(f"{name}: nothing that was answered begins anew", len(records["state"]), cards)
    text = "\n".join(file["text"] for file in records["file"])
    for expected in ("What is **thing 3** of cells?", "It is \\<part 3>.\\\n    And more.",
                     "| organelle 5 | does task 5 |", "[Water 2] is H₂O; it boils at [100 + 2].",
                     "at sea level", "# both ways", "asked twice", "Two and two?",
                     "![a cell](../media/cell.png)"):
        checks.holds(f"{name}: text {expected!r}", expected in text)
    image = [os.path.join(folder, one) for folder, _, files in os.walk(library) for one in files
             if one == "cell.png"]
    checks.holds(f"{name}: the image is a file",
                 len(image) == 1 and open(image[0], "rb").read() == PIXEL, image)
    marks = sorted(action["deed"] for action in records.get("action", []))
    checks.equal(f"{name}: suspended cards and flags arrive", marks, ["flag", "suspend", "suspend"])
    again = json.loads(program.run("import", package, "--yes", "--format", "json"))
    checks.equal(f"{name}: a second import adds nothing",
                 (again["files"], again["newAnswers"], again["newMarks"], again["known"]),
                 ([], 0, 0, notes))
    program.run("undo")
    checks.equal(f"{name}: undo takes the history back", len(program.everything().get("state", [])), 0)
    program.run("import", package, "--yes")
    checks.equal(f"{name}: and a third import brings it again",
                 len(program.everything()["state"]), cards)


def take_genanki(path, checks):
    model = genanki.Model(
        1607392319, "Capitals", fields=[{"name": "Country"}, {"name": "Capital"}],
        templates=[{"name": "Capital", "qfmt": "What is the capital of {{Country}}?",
                    "afmt": '{{FrontSide}}<hr id="answer">{{Capital}}'},
                   {"name": "Country", "qfmt": "Of which country is {{Capital}} the capital?",
                    "afmt": '{{FrontSide}}<hr id="answer">{{Country}}'}])
    deck = genanki.Deck(2059400110, "Geography::Europe")
    for country, capital in (("France", "Paris"), ("Spain", "Madrid"), ("Portugal", "Lisbon")):
        deck.add_note(genanki.Note(model=model, fields=[country, capital], tags=["eu"]))
    deck.add_note(genanki.Note(model=genanki.CLOZE_MODEL, fields=["The {{c1::Rhine}} flows north.", ""]))
    program = Program(path)
    package = os.path.join(program.folder, "capitals.apkg")
    genanki.Package(deck).write_to_file(package)
    report = json.loads(program.run("import", package, "--yes", "--format", "json"))
    checks.equal("genanki: notes and cards", (report["notes"], report["cards"], report["leftOut"]), (4, 7, []))
    text = "\n".join(file["text"] for file in program.everything()["file"])
    for expected in ("What is the capital of Spain?", "Madrid", "Of which country is Lisbon the capital?",
                     "The [Rhine] flows north.", "class: Geography", "unit: Europe"):
        checks.holds(f"genanki: text {expected!r}", expected in text)


def there_and_back(path, checks):
    """Our package, studied in Anki, comes back: the answers given there count here."""
    program = Program(path)
    library = os.path.join(program.folder, "library")
    os.mkdir(library)
    with open(os.path.join(library, "cells.md"), "w", encoding="utf-8") as file:
        file.write("---\nclass: Biology\n---\n# Cell\n\n## Definition\n\nThe unit of life.\n\n"
                   "## Key facts\n\n1. A cell has a membrane of two layers of lipids.\n\n"
                   "## Review questions\n\n- Why?\n  - So.\n\nC: Water [boils] at [100 degrees].\n")
    program.run("config", "content", library)
    package = os.path.join(program.folder, "out.apkg")
    program.study(20, 0, ["all", "--all"], seed=8, cards=4)
    program.run("export", "apkg", "--reversed", "--with-history", "--output", package)
    anki = Anki()
    anki.take(package)
    before = len(program.everything()["review"])
    for card_id in anki.collection.find_cards(""):
        card = anki.collection.get_card(card_id)
        card.start_timer()
        states = anki.collection._backend.get_scheduling_states(card_id)
        anki.collection.sched.answer_card(
            anki.collection.sched.build_answer(card=card, states=states, rating=2))
    back = os.path.join(program.folder, "back.apkg")
    anki.collection.export_anki_package(
        out_path=back, limit=None,
        options=ExportAnkiPackageOptions(with_scheduling=True, with_media=False, legacy=False,
                                         with_deck_configs=False))
    cards = anki.size()[1]
    report = json.loads(program.run("import", back, "--yes", "--format", "json"))
    checks.equal("there and back: no guide is made anew", (report["files"], report["known"]), ([], anki.size()[0]))
    checks.equal("there and back: exactly the answers given in Anki come in",
                 len(program.everything()["review"]), before + cards)
