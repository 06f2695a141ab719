"""Fits files of reviews with fsrs-rs and replays them; a line of JSON for each file.

usage: python fsrs_rs.py FILE...

The files are those that `studyline optimize --log` reads. Fits as Anki does: prefixes of each card's reviews with
card ids, 8 epochs. Times are of the calls into fsrs-rs alone, the least of several, in milliseconds.
"""

import json
import resource
import sys
import time

from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview, TrainingConfig


def histories(path):
    """The reviews of each card so far, at each review on a later day."""
    cards, items, ids = {}, [], []
    with open(path, encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            card, _, rating, days = line.split(",")
            reviews = cards.setdefault(card, [])
            reviews.append(FSRSReview(int(rating), int(days)))
            if len(reviews) > 1 and int(days) > 0:
                items.append(FSRSItem(list(reviews)))
                ids.append(int(card))
    return [FSRSItem(reviews) for reviews in cards.values()], items, ids


def least(work, runs):
    """The result of some work, and the least processor and wall time of several runs."""
    times = []
    for _ in range(runs):
        wall, processor = time.perf_counter(), time.process_time()
        result = work()
        times.append((time.process_time() - processor, time.perf_counter() - wall))
    return result, min(t[0] for t in times) * 1000, min(t[1] for t in times) * 1000


def main():
    model = FSRS(list(DEFAULT_PARAMETERS))
    for path in sys.argv[1:]:
        cards, items, ids = histories(path)
        runs = max(3, min(200, 200_000 // max(len(items), 1)))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        parameters, fit, wall = least(
            lambda: model.compute_parameters(
                items, card_ids=ids, training_config=TrainingConfig(num_epochs=8)
            ),
            runs,
        )
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        _, replay, _ = least(lambda: model.memory_state_batch(cards), runs)
        print(
            json.dumps(
                {
                    "parameters": parameters,
                    "fit": fit,
                    "wall": wall,
                    "replay": replay,
                    "megabytes": memory / 1024,
                }
            ),
            flush=True,
        )


main()
