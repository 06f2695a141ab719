"""The program under test and the real Anki, each behind a few functions."""
import json
import os
import random
import subprocess
import tempfile

from anki.collection import Collection
from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest


class Program:
    """The program with a data folder of its own."""

    def __init__(self, path, content=None):
        self.path = path
        self.content = content
        self.folder = tempfile.mkdtemp(prefix="studyline-interop-")

    def run(self, *words, at=None, typed=""):
        environment = {
            "PATH": os.environ["PATH"], "HOME": self.folder, "TZ": "UTC", "LANG": "C.UTF-8",
            "STUDYLINE_DATA": os.path.join(self.folder, "data"),
        }
        if at:
            environment["STUDYLINE_NOW"] = at
        if self.content:
            environment["STUDYLINE_CONTENT"] = self.content
        result = subprocess.run(
            [self.path, *words], input=typed, text=True, capture_output=True, env=environment)
        if result.returncode != 0:
            raise SystemExit(f"{words}: exit {result.returncode}\n{result.stdout}{result.stderr}")
        return result.stdout

    def study(self, day, minute, scope, seed, cards=40):
        """Answers cards at one moment as a person would, flashcards or choices."""
        chance = random.Random(seed)
        moment = f"2026-{9 + day // 30:02}-{1 + day % 30:02}T{9 + minute // 60:02}:{minute % 60:02}:00Z"
        if seed % 4 == 3:
            typed = "".join(f"{chance.choice('abcd')}\n\n" for _ in range(cards))
            form = "multiple-choice"
        else:
            typed = "".join(f"\n{chance.choice('1233334')}\n" for _ in range(cards))
            form = "flashcard"
        self.run("quiz", *scope, "--form", form, "--limit", str(cards), "--seed", str(seed),
                 at=moment, typed=typed)

    def everything(self):
        """What `export json` writes, by kind."""
        records = {}
        for record in json.loads(self.run("export", "json"))["records"]:
            records.setdefault(record["kind"], []).append(record)
        return records


class Anki:
    """A fresh collection."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="anki-interop-")
        self.collection = Collection(os.path.join(self.folder, "collection.anki2"))

    def take(self, path):
        """Imports a package with its history; gives the numbers of the log."""
        request = ImportAnkiPackageRequest(
            package_path=os.path.abspath(path),
            options=ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=False))
        log = self.collection.import_anki_package(request).log
        return {name: len(getattr(log, name)) for name in
                ("new", "updated", "duplicate", "conflicting", "missing_notetype", "missing_deck",
                 "empty_first_field")}

    def size(self):
        return tuple(self.collection.db.scalar(f"select count() from {table}")
                     for table in ("notes", "cards", "revlog"))


class Checks:
    """Says what holds and what does not."""

    def __init__(self):
        self.failed = 0

    def equal(self, what, found, expected):
        self.holds(what, found == expected, f"found {found!r}, expected {expected!r}")

    def holds(self, what, is_so, detail=""):
        print(("ok    " if is_so else "WRONG ") + what + ("" if is_so else f": {detail}"))
        if not is_so:
            self.failed += 1
