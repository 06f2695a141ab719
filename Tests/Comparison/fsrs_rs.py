"""Fits files of reviews with fsrs-rs and replays them; a line of JSON for each file.

usage: python fsrs_rs.py FILE...

The files are those that `studyline optimize --log` reads. Fits as Anki does: prefixes of each card's reviews with
card ids, 8 epochs. Times are of the calls into fsrs-rs alone, the least of several, in milliseconds.
"""

import ctypes
import json
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


def kilobytes(name):
    """A figure of this process's status."""
    with open("/proc/self/status", encoding="utf-8") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith(name))


def extra_memory(work):
    """The memory in MB that some work takes at its highest beyond what is held before it; the least of three runs."""
    return min(extra_memory_once(work) for _ in range(3))


def extra_memory_once(work):
    # What is free goes back first, so that the work cannot take it unseen; 5 sets the highest back to what is held.
    ctypes.CDLL(None).malloc_trim(0)
    with open("/proc/self/clear_refs", "w", encoding="utf-8") as reset:
        reset.write("5")
    before = kilobytes("VmRSS")
    work()
    return (kilobytes("VmHWM") - before) / 1024


def main():
    model = FSRS(list(DEFAULT_PARAMETERS))
    for path in sys.argv[1:]:
        cards, items, ids = histories(path)
        runs = max(3, min(200, 200_000 // max(len(items), 1)))

        def train():
            return model.compute_parameters(
                items, card_ids=ids, training_config=TrainingConfig(num_epochs=8)
            )

        parameters, fit, wall = least(train, runs)
        _, replay, _ = least(lambda: model.memory_state_batch(cards), runs)
        print(
            json.dumps(
                {
                    "parameters": parameters,
                    "fit": fit,
                    "wall": wall,
                    "replay": replay,
                    "megabytes": extra_memory(train),
                }
            ),
            flush=True,
        )


main()
