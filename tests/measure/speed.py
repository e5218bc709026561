"""MB/s of the whole parse through Python: one page at a time, in parallel, and with the record as JSON; the time of the ledger.

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


def citing(number: int) -> str:
    """A sentence with four citations, of which those of other sentences share some."""
    day = f"{1 + number % 28}/{1 + number % 12}/{2015 + number % 10}"
    return (
        f"ມະຕິເລກທີ {1 + number % 90}-NQ/TW ລົງວັນທີ {day} ແລະ ດຳລັດ {1 + number % 400}/{2015 + number % 10}/NĐ-CP. "
        f"Quyết định số {1 + number % 5000}/QĐ-UBND ngày {day} của UBND tỉnh Quảng Ninh và Nghị quyết {1 + number % 60}."
    )


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
    for count in (25_000, 100_000):
        corpus = ekasan.Corpus([ekasan.parse(citing(number), id=str(number)) for number in range(count)])
        taken = best(corpus.citations, rounds=1)
        mentions = len(corpus.mentions("citation"))
        print(f"ledger of {count:>7}    {taken:8.2f} s, {taken / mentions * 1e6:.2f} µs a mention")


if __name__ == "__main__":
    main()
