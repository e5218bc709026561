"""The five labelled pages beside the repository, measured by their own scorer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import ekasan

FLOORS = {
    "dates": 0.98,
    "quantities": 0.95,
    "citations": 1,
    "citation_dates": 1,
    "symbols": 1,
    "frame": 0.95,
    "furniture": 0.85,
    "blocks": 0.95,
}


def test_the_labelled_pages_reach_their_floors(shared: Path) -> None:
    scored = subprocess.run(
        [
            sys.executable,
            shared / "eval" / "score.py",
            shared / "gold" / "seeds.jsonl",
            shared / "seeds",
            "--show=20",
            "--min-f1",
            *(f"{kind}={floor}" for kind, floor in FLOORS.items()),
        ],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert scored.returncode == 0, f"{scored.stdout}{scored.stderr}"
    assert "5 documents, 0 faults" in scored.stdout


def test_sentences_begin_where_they_are_marked(shared: Path) -> None:
    """In Lao all of them and no other; in Thai, which marks no end, four in five. Arguable starts count neither way."""
    counts: dict[str, list[int]] = {"lo": [0, 0, 0], "th": [0, 0, 0]}
    for line in (shared / "gold" / "seeds_sentences.jsonl").read_text("utf-8").splitlines():
        marked = json.loads(line)
        page = ekasan.parse((shared / "seeds" / marked["file"]).read_text("utf-8"))
        wanted = {start for row in marked["lines"] for start in row["sentence_starts"]}
        aside = {start for row in marked["lines"] for start in (*row["arguable"], row["start"])}
        starts = {sentence.start for sentence in page.sentences() if page.text[: sentence.start].strip()}
        found = {start for start in starts if page.text[start - 1] != "\n"} - aside
        for index, count in enumerate((len(found & wanted), len(found), len(wanted))):
            counts[page.language][index] += count
    assert counts["lo"] == [34, 34, 34]
    hit, found_in_thai, wanted_in_thai = counts["th"]
    assert 2 * hit / (found_in_thai + wanted_in_thai) >= 0.8


def test_every_line_has_its_language(shared: Path) -> None:
    lines = {"lo": 0, "th": 0}
    for seed in sorted((shared / "seeds").glob("*.txt")):
        page = ekasan.parse(seed.read_text("utf-8"))
        native = [block for block in page.blocks if any("\u0e01" <= c <= "\u0eff" for c in page.text[block.start : block.end])]
        assert [block.language for block in native] == [page.language] * len(native)
        lines[page.language] += len(native)
    assert lines == {"lo": 51, "th": 28}


def test_the_ledger_of_the_labelled_pages_has_one_row_a_document(shared: Path) -> None:
    pages = sorted((shared / "seeds").glob("*.txt"))
    corpus = ekasan.parse_many([page.read_text("utf-8") for page in pages], ids=[page.stem for page in pages])
    rows = corpus.citations().to_arrow().to_pylist()
    labels = [json.loads(line) for line in (shared / "gold" / "seeds.jsonl").read_text("utf-8").splitlines()]
    wanted = {citation["symbol"] for label in labels for citation in label["citations"]}
    assert {row["symbol"] for row in rows} == wanted
    assert len(rows) == len(wanted) == 6
    (shared_by_two,) = [row for row in rows if row["documents"] == 2]
    assert (shared_by_two["symbol"], shared_by_two["date"]) == ("35-NQ/TW", "2018-10-22")


# The offices of the persons labelled, by their Vietnamese names.
OFFICES = {
    "Nguyễn Văn Quảng": {("secretary", "party_committee"), ("head_of_na_delegation", "na_delegation")},
    "Nguyễn Đình Vĩnh": {("deputy_secretary", "party_committee"), ("secretary", "party_committee")},
    "Hồ Chí Minh": {("chair", None)},
    "Nguyễn Phú Trọng": {("general_secretary", None)},
    "Nguyễn Quang Phúc": {("member_standing_committee", "standing_committee"), ("head", "propaganda_commission")},
    "Nguyễn Hồng Dương": {("head", "propaganda_commission")},
    "Nguyễn Đăng Quang": {("deputy_secretary", "party_committee"), ("chair", "people_council")},
}


def test_the_offices_of_the_persons_labelled_are_complete(shared: Path) -> None:
    labels = [json.loads(line) for line in (shared / "gold" / "seeds.jsonl").read_text("utf-8").splitlines()]
    for label in labels:
        page = ekasan.parse((shared / "seeds" / label["file"]).read_text("utf-8"))
        for person in label["persons"]:
            if "zone" in person:
                continue
            values = [office.value for office in page.offices if office.value and office.value.person == person["surface"]]
            assert OFFICES[person["vi"]] <= {(value.office, value.body) for value in values}, person["vi"]
