"""Exchanges packages with the real Anki and with genanki, both ways: `make interop` runs it.

usage: main.py PROGRAM CONTENT
"""
import sys

import inward
import outward
from program import Checks

if __name__ == "__main__":
    checks = Checks()
    outward.check(sys.argv[1], sys.argv[2], checks)
    inward.check(sys.argv[1], checks)
    print(f"{checks.failed} wrong" if checks.failed else "all well")
    sys.exit(1 if checks.failed else 0)
