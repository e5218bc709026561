"""docs/records.md names what the source can say, nothing else, and its examples hold."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import ekasan
import pytest
from test_cases import ALL

ROOT = Path(__file__).resolve().parents[2]
FAMILIES = "date|quantity|ordinal|citation|place|person|organization|office|quote"
# What the table of rules shows of a value.
FIELDS = {
    "date": "edtf",
    "quantity": "value",
    "ordinal": "value",
    "citation": "symbol",
    "place": "name",
    "person": "name",
    "organization": "kind",
    "office": "office",
    "quote": "what",
}
# How names stand in the source: where they are given to a record, and where they are chosen before that.
PATTERNS = {
    "Rules": [rf'"((?:{FAMILIES})\.[a-z_]+)"'],
    "Evidence": [
        r'Evidence::new\(\s*"(\w+)"',
        r'\bEra::\w+ => "(\w+)"',
        r'\bSeparator::\w+, Some\("(\w+)"\)',
        r'\bcode(?: = |\.or\()Some\("(\w+)"\)',
        r'\.then_some\("(date_\w+)"\)',
    ],
    "Diagnostics": [r'Code::from\(\s*"(\w+)"', r'problem = Some\(\(\s*"(\w+)"', r'Shape::Refused\("(\w+)"'],
    "Errors": [r'ErrorKind::\w+ => "(\w+)"', r'\bexception\(\s*py,\s*"(\w+)"'],
    "Passes": [r'Pass \{ id: "([\w.]+)"'],
}
# The reason for a number without a mark to be read, which no record shows.
INSIDE = {"plain"}


def source() -> str:
    """The code of the crates, comments left out."""
    files = sorted((ROOT / "crates").glob("*/src/**/*.rs"))
    text = "\n".join(path.read_text("utf-8") for path in files)
    return re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)


def rows(heading: str) -> list[list[str]]:
    """The rows of the tables under a heading that begin with a name; cells without their backticks."""
    page = (ROOT / "docs" / "records.md").read_text("utf-8")
    section = re.split(rf"^#+ {heading}$", page, flags=re.MULTILINE)[1]
    section = re.split(r"^##", section, flags=re.MULTILINE)[0]
    lines = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("| `")]
    return [[cell.strip().strip("`") for cell in cells] for cells in lines]


def spelled(cell: str) -> str:
    """A cell with its escapes read."""
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), cell)


def examples(heading: str, column: int) -> list[Any]:
    """The rows that have an example."""
    return [pytest.param(row, id=row[0]) for row in rows(heading) if row[column] != "-"]


@pytest.mark.parametrize("heading", PATTERNS)
def test_every_name_of_the_source_is_told_and_no_other(heading: str) -> None:
    text = source()
    used = [name for pattern in PATTERNS[heading] for name in re.findall(pattern, text)]
    assert used, "the patterns find nothing: the source says it in another way now"
    told = [row[0] for row in rows(heading)]
    assert sorted(set(used) - set(told) - INSIDE) == [], "not told in docs/records.md"
    assert [name for name in told if f'"{name}"' not in text] == [], "unknown to the source"
    if heading == "Passes":
        assert told == used, "the passes in their order"
    else:
        assert len(told) == len(set(told)), "told twice"


def test_every_name_on_the_records_of_cases_and_pages_is_told(pages: dict[str, str]) -> None:
    told = {heading: {row[0] for row in rows(heading)} for heading in PATTERNS}
    texts = [(case.text, case.page_date) for case in ALL.values()] + [(page, None) for page in pages.values()]
    for text, day in texts:
        page = ekasan.parse(text, page_date=day)
        assert {mention.rule for mention in page.mentions} <= told["Rules"]
        assert {piece.code for mention in page.mentions for piece in mention.evidence} <= told["Evidence"]
        assert {diagnostic.code for diagnostic in page.diagnostics} <= told["Diagnostics"]
        assert {step.name for step in page.steps()} <= told["Passes"]


@pytest.mark.parametrize("row", examples("Rules", 2))
def test_the_example_of_a_rule_holds(row: list[str]) -> None:
    found = [mention for mention in ekasan.parse(spelled(row[2])).mentions if mention.rule == row[0]]
    field = FIELDS[row[0].split(".")[0]]
    values = [None if mention.value is None else getattr(mention.value, field) for mention in found]
    assert row[3] in ["none" if value is None else str(value) for value in values]


@pytest.mark.parametrize("row", examples("Evidence", 3))
def test_the_example_of_a_piece_of_evidence_holds(row: list[str]) -> None:
    found = [(mention.kind, piece.code) for mention in ekasan.parse(row[3]).mentions for piece in mention.evidence]
    assert (row[1], row[0]) in found


@pytest.mark.parametrize("row", examples("Diagnostics", 3))
def test_the_example_of_a_diagnostic_holds(row: list[str]) -> None:
    page = ekasan.parse(row[3])
    spans = [(diagnostic.start, diagnostic.end) for diagnostic in page.diagnostics if diagnostic.code == row[0]]
    assert spans
    values = [mention.value for mention in page.mentions if (mention.start, mention.end) in spans]
    assert all((value is None) == (row[2] == "none") for value in values)


@pytest.mark.parametrize("row", examples("Passes", 2))
def test_the_example_of_a_pass_holds(row: list[str]) -> None:
    profile = row[0].split(".")[0]
    if profile in ("fold", "plain"):
        assert ekasan.normalize(spelled(row[2]), profile=profile) == spelled(row[3])
        return
    page = ekasan.parse(spelled(row[2]))
    assert page.normalized == spelled(row[3])
    assert row[0] in [step.name for step in page.steps()]


@pytest.mark.parametrize("table", ["documents", "blocks", "mentions", "citations", "diagnostics"])
def test_every_column_is_told_in_its_order(table: str) -> None:
    assert [row[0] for row in rows(table)] == getattr(ekasan.parse_many([]), table)().columns


def test_every_block_kind_is_told_in_its_order() -> None:
    kinds = json.loads(ekasan.json_schema())["$defs"]["BlockKind"]["oneOf"]
    assert [row[0] for row in rows("Block kinds")] == [kind["const"] for kind in kinds]
