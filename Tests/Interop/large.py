"""A package of 100,000 cards, in and out, beside the real Anki: prints `name value unit` lines.

usage: large.py PROGRAM [CARDS]
"""
import json
import os
import random
import resource
import sqlite3
import subprocess
import sys
import time
import zipfile

from program import Anki, Program

WORDS = """cell membrane nucleus protein enzyme energy light water carbon oxygen tissue organ system
 process theory market price demand supply contract treaty empire river valley plate crust ocean""".split()


def write(path, cards):
    """A package of basic notes in twenty decks, three answers a card."""
    chance = random.Random(1)
    folder = os.path.dirname(path)
    collection = os.path.join(folder, "collection.anki2")
    db = sqlite3.connect(collection)
    db.executescript("""
        create table col (id integer primary key, crt integer not null, mod integer not null,
            scm integer not null, ver integer not null, dty integer not null, usn integer not null,
            ls integer not null, conf text not null, models text not null, decks text not null,
            dconf text not null, tags text not null);
        create table notes (id integer primary key, guid text not null, mid integer not null,
            mod integer not null, usn integer not null, tags text not null, flds text not null,
            sfld integer not null, csum integer not null, flags integer not null, data text not null);
        create table cards (id integer primary key, nid integer not null, did integer not null,
            ord integer not null, mod integer not null, usn integer not null, type integer not null,
            queue integer not null, due integer not null, ivl integer not null, factor integer not null,
            reps integer not null, lapses integer not null, left integer not null, odue integer not null,
            odid integer not null, flags integer not null, data text not null);
        create table revlog (id integer primary key, cid integer not null, usn integer not null,
            ease integer not null, ivl integer not null, lastIvl integer not null,
            factor integer not null, time integer not null, type integer not null);
        create table graves (usn integer not null, oid integer not null, type integer not null);
        create index ix_cards_nid on cards (nid); create index ix_revlog_cid on revlog (cid);""")
    decks = {str(10 + n): {"id": 10 + n, "name": f"Class {n % 4}::Unit {n}", "usn": -1, "mod": 0, "dyn": 0,
                           "collapsed": False, "conf": 1, "newToday": [0, 0], "revToday": [0, 0],
                           "lrnToday": [0, 0], "timeToday": [0, 0]} for n in range(20)}
    model = {"1234567890123": {
        "id": 1234567890123, "name": "Large", "type": 0, "mod": 1, "usn": -1, "sortf": 0, "did": 1, "css": "",
        "flds": [{"name": name, "ord": n, "sticky": False, "rtl": False, "font": "Arial", "size": 20}
                 for n, name in enumerate(("Front", "Back"))],
        "tmpls": [{"name": "Card 1", "ord": 0, "qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr id=answer>{{Back}}"}]}}
    db.execute("insert into col values (1, 1500000000, 0, 0, 11, 0, 0, 0, '{\"schedVer\":2}', ?, ?, '{}', '{}')",
               (json.dumps(model), json.dumps(decks)))
    first = 1_600_000_000_000
    for number in range(cards):
        front = f"What does <b>{' '.join(chance.choices(WORDS, k=6))}</b> say of case {number}?"
        back = f"It says that {' '.join(chance.choices(WORDS, k=14))}.<br>Number {number * 7}."
        db.execute("insert into notes values (?, ?, 1234567890123, 1600000000, -1, '', ?, '', 0, 0, '')",
                   (first + number, f"large-{number}", front + "\x1f" + back))
        db.execute("insert into cards values (?, ?, ?, 0, 1600000000, -1, 2, 2, 3000, 30, 2500, 3, 0, 0, 0, 0, 0, '')",
                   (first + number, first + number, 10 + number % 20))
    answers = []
    for turn, days in enumerate((0, 2, 9)):
        start = 1_750_000_000_000 + days * 86_400_000
        for number in range(cards):
            answers.append((start + number * 700, first + number, -1, chance.choice((1, 3, 3, 3, 4)), 10, 2, 500, 6000,
                            1 if turn else 0))
    db.executemany("insert into revlog values (?, ?, ?, ?, ?, ?, ?, ?, ?)", answers)
    db.commit()
    db.close()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.write(collection, "collection.anki2")
        package.writestr("media", "{}")
    os.remove(collection)


def timed(words, program):
    """Wall seconds, processor seconds and the most memory of a run of the program."""
    environment = {"PATH": os.environ["PATH"], "HOME": program.folder, "TZ": "UTC", "LANG": "C.UTF-8",
                   "STUDYLINE_DATA": os.path.join(program.folder, "data")}
    figures = os.path.join(program.folder, "figures.json")
    helper = os.path.join(os.path.dirname(os.path.abspath(__file__)), "measured.py")
    # What was written before is not to be waited for here.
    os.sync()
    result = subprocess.run(
        [sys.executable, helper, figures, program.path, *words], stdout=subprocess.PIPE, env=environment)
    if result.returncode:
        raise SystemExit(f"{words}: status {result.returncode}\n{result.stdout.decode()}")
    with open(figures, encoding="utf-8") as file:
        found = json.load(file)
    return found["wall"], found["processor"], found["memory"], result.stdout


def own(body):
    """Wall and processor seconds of Anki, which runs in this process."""
    os.sync()
    before, start = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
    body()
    after = resource.getrusage(resource.RUSAGE_SELF)
    return (time.perf_counter() - start,
            after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def figure(name, value, unit):
    print(f"{name} {value:.2f} {unit}", flush=True)


if __name__ == "__main__":
    program = Program(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    library = os.path.join(program.folder, "library")
    os.mkdir(library)
    program.run("config", "content", library)
    package = os.path.join(program.folder, "large.apkg")
    write(package, count)
    anki = Anki()
    wall, processor = own(lambda: anki.take(package))
    figure("anki-import-wall", wall, "s")
    figure("anki-import-processor", processor, "s")
    ours = timed(["import", package, "--yes"], program)
    for name, value, unit in (("wall", ours[0], "s"), ("processor", ours[1], "s"), ("memory", ours[2], "MB")):
        figure(f"import-{name}", value, unit)
    figure("import-wall-ratio", ours[0] / wall, "x")
    figure("import-processor-ratio", ours[1] / processor, "x")
    again = timed(["import", package, "--yes", "--format", "json"], program)
    assert json.loads(again[3])["newAnswers"] == 0 and not json.loads(again[3])["files"]
    figure("second-import-processor", again[1], "s")
    figure("second-import-memory", again[2], "MB")
    from anki.collection import ExportAnkiPackageOptions
    options = ExportAnkiPackageOptions(with_scheduling=True, with_media=False, legacy=True, with_deck_configs=False)
    wall, processor = own(lambda: anki.collection.export_anki_package(
        out_path=package + ".anki", options=options, limit=None))
    figure("anki-export-wall", wall, "s")
    figure("anki-export-processor", processor, "s")
    ours = timed(["export", "apkg", "--with-history", "--output", package + ".ours"], program)
    for name, value, unit in (("wall", ours[0], "s"), ("processor", ours[1], "s"), ("memory", ours[2], "MB")):
        figure(f"export-{name}", value, unit)
    figure("export-wall-ratio", ours[0] / wall, "x")
    figure("export-processor-ratio", ours[1] / processor, "x")
