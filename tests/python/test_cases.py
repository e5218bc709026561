"""Every case of tests/cases, the same files that the Rust tests read.

An expected `edtf` of "" is a mention that refuses a value; other mentions without a value are left out of account.
An expected `symbol`, `type` or `issuer` of "" is none. What a case does not name it says nothing about.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import ekasan
import pytest

CASES = Path(__file__).resolve().parents[1] / "cases"
FAMILIES = {
    "date": "dates",
    "quantity": "quantities",
    "ordinal": "ordinals",
    "citation": "citations",
    "place": "places",
    "person": "persons",
    "organization": "organizations",
    "office": "offices",
    "quote": "quotes",
}
KNOWN_FAILURES = CASES / "known-failures.toml"


class Case(NamedTuple):
    """A case, and the file and the family to which it belongs."""

    file: str
    family: str
    text: str
    page_date: str | None
    expect: list[dict[str, Any]]


def known_failures() -> dict[tuple[str, str], str]:
    """What is known to fail: the reason by file and name."""
    if not KNOWN_FAILURES.exists():
        return {}
    entries = [entry for value in tomllib.loads(KNOWN_FAILURES.read_text("utf-8")).values() for entry in value]
    return {(entry["file"].removeprefix("tests/cases/"), entry["name"]): entry["reason"] for entry in entries}


def all_cases() -> dict[tuple[str, str], Case]:
    """The cases by file and name."""
    found: dict[tuple[str, str], Case] = {}
    for path in sorted(path for path in CASES.glob("*/*.toml") if path.parent.name not in ("text", "sentences")):
        file = path.relative_to(CASES).as_posix()
        family = path.stem.split("_")[0] if path.parent.name == "negative" else path.parent.name
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            key = (file, case["name"])
            assert key not in found, f"two cases of one name: {key}"
            found[key] = Case(file, family, case["text"], case.get("page_date"), case["expect"])
    return found


ALL = all_cases()
KNOWN = known_failures()


def plain(name: str) -> str:
    """A name without marks, blanks and hyphens."""
    return ekasan.normalize(name, profile="plain").replace(" ", "").replace("-", "")


def listed(value: Any) -> Any:
    """A tuple as TOML would have it."""
    return list(value) if isinstance(value, tuple) else value


def parameters() -> list[Any]:
    """One a case, those known to fail marked so."""
    return [
        pytest.param(
            case,
            id=f"{file}:{name}",
            marks=[pytest.mark.xfail(reason=KNOWN[file, name], strict=True)] if (file, name) in KNOWN else [],
        )
        for (file, name), case in ALL.items()
    ]


def test_every_known_failure_names_a_case() -> None:
    assert KNOWN.keys() <= ALL.keys()


def test_every_family_has_cases_and_counter_cases_in_every_language() -> None:
    wanted = {f"{family}/{lang}.toml" for family in FAMILIES for lang in ("lo", "th", "vi")}
    wanted |= {f"negative/{family}_{lang}.toml" for family in FAMILIES for lang in ("lo", "th", "vi")}
    assert wanted <= {case.file for case in ALL.values()}
    assert all(not case.expect for case in ALL.values() if case.file.startswith("negative/"))


@pytest.mark.parametrize("case", parameters())
def test_case(case: Case) -> None:
    page = ekasan.parse(case.text, page_date=case.page_date, lang=case.file.removesuffix(".toml")[-2:])
    refused = {expected["surface"] for expected in case.expect if expected.get("edtf") == ""}
    mentions = [
        mention
        for mention in getattr(page, FAMILIES[case.family])
        if mention.value is not None or mention.surface in refused
    ]
    assert [mention.surface for mention in mentions] == [expected["surface"] for expected in case.expect]
    for mention, expected in zip(mentions, case.expect, strict=True):
        if "candidate" in expected:
            names = (mention.value.name, *mention.value.candidates[:5])
            assert plain(expected["candidate"]) in [plain(name) for name in names if name]
        if "back_references" in expected:
            back = [one for one in mention.evidence if one.code == "back_reference"]
            assert [page.text[one.start : one.end] for one in back] == expected["back_references"]
        fields = expected.keys() - {"surface", "candidate", "back_references"}
        wanted = {field: None if expected[field] == "" else expected[field] for field in fields}
        seen = {field: None if mention.value is None else listed(getattr(mention.value, field)) for field in fields}
        assert seen == wanted, mention.surface
