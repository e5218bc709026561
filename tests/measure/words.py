"""How well words are cut, against a file that was cut by hand.

    python tests/measure/words.py SEGMENTED.txt [--show 20]

One sentence a line, its words separated by `|`. A word is right when both its ends are; blanks count as no words. Prints
precision, recall and F1 over words.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import ekasan


def spans(words: list[str]) -> set[tuple[int, int]]:
    """Where the words stand that are not blank, counted without blanks."""
    found, at = set(), 0
    for word in words:
        length = len("".join(word.split()))
        if length:
            found.add((at, at + length))
        at += length
    return found


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("file", type=Path)
    args.add_argument("--show", type=int, default=0, metavar="N", help="print N sentences that differ")
    options = args.parse_args()

    hit = found = wanted = shown = 0
    for line in options.file.read_text("utf-8").splitlines():
        words = [ekasan.normalize(word) for word in line.split("|")]
        cut = ekasan.words("".join(words))
        right, got = spans(words), spans(cut)
        hit, found, wanted = hit + len(right & got), found + len(got), wanted + len(right)
        if right != got and shown < options.show:
            shown += 1
            print(f"wanted {'|'.join(words)}\ngot    {'|'.join(cut)}")
    precision, recall = hit / max(found, 1), hit / max(wanted, 1)
    f1 = 2 * hit / max(found + wanted, 1)
    print(f"words: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} ({hit} of {found} cut and {wanted} wanted)")


if __name__ == "__main__":
    main()
