"""How often a Lao page and its Thai translation give the same dates, quantities and ordinals.

    python tests/measure/agreement.py PAIRS.jsonl [--show 40]

PAIRS.jsonl has one object a line: id, lo, th. The share in agreement is the size of the multiset intersection over
that of the union. What does not agree is listed with its surface, so that each can be looked at.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

import ekasan

FAMILIES = {
    "dates": lambda value: value.edtf,
    "quantities": lambda value: (value.value, value.unit),
    "ordinals": lambda value: value.value,
}


def values(document: ekasan.Document, family: str) -> dict[object, list[str]]:
    """The values of a family's mentions, each with its surfaces."""
    found: dict[object, list[str]] = {}
    for mention in getattr(document, family):
        if mention.value is not None:
            found.setdefault(FAMILIES[family](mention.value), []).append(mention.surface)
    return found


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("pairs", type=Path)
    args.add_argument("--show", type=int, default=1000, metavar="N", help="list at most N that do not agree, a family")
    options = args.parse_args()
    pairs = [json.loads(line) for line in options.pairs.read_text("utf-8").splitlines() if line.strip()]
    for family in FAMILIES:
        shared = union = 0
        apart = []
        for pair in pairs:
            lao, thai = (values(ekasan.parse(pair[lang], lang=lang), family) for lang in ("lo", "th"))
            left, right = (Counter({key: len(seen) for key, seen in side.items()}) for side in (lao, thai))
            shared += sum((left & right).values())
            union += sum((left | right).values())
            for name, more, seen in (("lo", left - right, lao), ("th", right - left, thai)):
                apart += [f"  {pair['id']} only {name}: {key} {seen[key][:3]}" for key in more]
        print(f"{family}: {shared}/{union} = {shared / union if union else 1:.3f}")
        print(*apart[: options.show], sep="\n")


if __name__ == "__main__":
    main()
