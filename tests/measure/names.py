"""How often the Vietnamese name is read back from Lao or Thai letters: first, and among the first five.

    python tests/measure/names.py NAMES.jsonl [--show 20]

NAMES.jsonl has one object a line: surface, lang, vi, kind. Places ask the gazetteer, persons the model; marks counted and
marks ignored; a place is also read as a plain name, without the gazetteer.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections import defaultdict
from pathlib import Path

import ekasan

PLACES = {"province", "city", "district", "commune", "place"}


def plain(name: str) -> str:
    """Marks, case, blanks and hyphens away."""
    letters = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in letters if c.isalnum()).casefold()


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("names", type=Path)
    args.add_argument("--show", type=int, default=0, metavar="N", help="list N names that are not among the first five")
    options = args.parse_args()
    rows = [json.loads(line) for line in options.names.read_text("utf-8").splitlines() if line.strip()]
    counts: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0] * 5)
    missed = []
    for row in rows:
        place = row["kind"] in PLACES
        ways = [("gazetteer", "place"), ("plain", "person")] if place else [("plain", "person")]
        for way, kind in ways:
            found = [c.name for c in ekasan.to_vietnamese(row["surface"], lang=row["lang"], kind=kind, n=5)]
            want, bare = row["vi"], plain(row["vi"])
            count = counts[(row["lang"], "place" if place else row["kind"], way)]
            count[0] += 1
            count[1] += found[:1] == [want]
            count[2] += want in found
            count[3] += [plain(name) for name in found[:1]] == [bare]
            count[4] += bare in map(plain, found)
            if bare not in map(plain, found):
                missed.append(f"  {row['lang']} {way:9} {row['surface']} = {want}, got {', '.join(found) or '-'}")
    print(f"{'':28} {'names':>5}  {'top-1':>6} {'top-5':>6}   without marks: {'top-1':>6} {'top-5':>6}")
    for (lang, kind, way), (n, *hits) in sorted(counts.items()):
        first, five, bare_first, bare_five = (f"{hit / n:6.3f}" for hit in hits)
        print(f"{lang} {kind:13} {way:10} {n:5}  {first} {five}                  {bare_first} {bare_five}")
    print(*missed[: options.show], sep="\n")


if __name__ == "__main__":
    main()
