"""Runs a command and writes its wall seconds, processor seconds and most memory to a file, as JSON.

A process of its own: what a child of a large process is said to have used at most is at least the parent's size.

usage: measured.py FILE COMMAND...
"""
import json
import os
import subprocess
import sys
import time

start = time.perf_counter()
process = subprocess.Popen(sys.argv[2:])
_, status, used = os.wait4(process.pid, 0)
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump({"wall": time.perf_counter() - start, "processor": used.ru_utime + used.ru_stime,
               "memory": used.ru_maxrss / 1024}, file)
sys.exit(1 if status else 0)
