"""MB/s of the whole parse through Python: one page at a time, in parallel, and with the record as JSON.

    python tests/measure/speed.py FILES...

JSON Lines give their strings, other files their text.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import ekasan


def pages(paths: list[str]) -> list[str]:
    """The texts of the files."""
    found = []
    for path in paths:
        text = Path(path).read_text("utf-8")
        if path.endswith(".jsonl"):
            records = [json.loads(line) for line in text.splitlines() if line.strip()]
            found += [record[key] for record in records for key in ("text", "lo", "th") if key in record]
        else:
            found.append(text)
    return found


def best(work: Callable[[], object], rounds: int = 5) -> float:
    """The shortest of some rounds, in seconds."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def main() -> None:
    texts = pages(sys.argv[1:])
    size = sum(len(text.encode()) for text in texts) / 1e6
    jobs: dict[str, Callable[[], object]] = {
        "parse": lambda: [ekasan.parse(text) for text in texts],
        "parse, to_json": lambda: [ekasan.parse(text).to_json() for text in texts],
        "parse, to_dict": lambda: [ekasan.parse(text).to_dict() for text in texts],
        "parse_many, 1 thread": lambda: ekasan.parse_many(texts, threads=1),
        "parse_many, 2 threads": lambda: ekasan.parse_many(texts, threads=2),
    }
    print(f"\nthrough Python, {len(texts)} pages, {size:.2f} MB")
    for name, job in jobs.items():
        print(f"{name:<22} {size / best(job):8.1f} MB/s")


if __name__ == "__main__":
    main()
