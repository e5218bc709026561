"""The JSON Schema: published as a file, and true of every record."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ekasan
import jsonschema
import pytest
from test_cases import ALL


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """The schema as the library gives it."""
    found = json.loads(ekasan.json_schema())
    assert isinstance(found, dict)
    return found


@pytest.fixture(scope="module")
def validator(schema: dict[str, Any]) -> jsonschema.Draft202012Validator:
    """What checks a record against it."""
    return jsonschema.Draft202012Validator(schema)


def test_the_published_file_is_what_the_library_gives(root: Path) -> None:
    published = (root / "docs" / "ekasan.document.schema.json").read_text("utf-8")
    assert published == ekasan.json_schema(), "write it again from ekasan.json_schema()"


def test_the_schema_is_a_schema(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


def test_every_record_of_the_sample_pages_fits(
    validator: jsonschema.Draft202012Validator, pages: dict[str, str]
) -> None:
    for name, text in pages.items():
        errors = list(validator.iter_errors(ekasan.parse(text, id=name).to_dict()))
        assert not errors, f"{name}: {errors[0].message}"


@pytest.mark.parametrize("family", ["date", "quantity", "ordinal", "citation"])
def test_every_record_of_the_cases_fits(validator: jsonschema.Draft202012Validator, family: str) -> None:
    for (file, name), case in ALL.items():
        if case.family == family:
            errors = list(validator.iter_errors(ekasan.parse(case.text, page_date=case.page_date).to_dict()))
            assert not errors, f"{file}:{name}: {errors[0].message}"


@pytest.mark.parametrize("text", ["", "\0", "31/2/2024", "漢字 😀"])
def test_records_of_odd_pages_fit(validator: jsonschema.Draft202012Validator, text: str) -> None:
    validator.validate(ekasan.parse(text).to_dict())
    for page in ekasan.parse_iter([text, None]):  # type: ignore[list-item]
        validator.validate(page.to_dict())


@pytest.mark.parametrize(
    "spoil",
    [
        lambda record: record.pop("id"),
        lambda record: record.pop("mentions"),
        lambda record: record.update(language="xx"),
        lambda record: record.update(comment_count=-1),
        lambda record: record["blocks"][0].update(kind="advert"),
        lambda record: record["mentions"][0].update(kind="spell"),
        lambda record: record["mentions"][0].update(start="0"),
        lambda record: record["mentions"][0].pop("surface"),
        lambda record: record["mentions"][0]["value"].update(calendar="lunar"),
    ],
)
def test_a_spoilt_record_does_not_fit(
    validator: jsonschema.Draft202012Validator, spoil: Callable[[dict[str, Any]], object]
) -> None:
    record = ekasan.parse("ວັນທີ 7 ສິງຫາ 2024").to_dict()
    assert validator.is_valid(record)
    spoil(record)
    assert not validator.is_valid(record)


def test_the_closed_sets_of_the_type_stubs_are_those_of_the_schema(root: Path, schema: dict[str, Any]) -> None:
    stubs = ast.parse((root / "python" / "ekasan" / "_core.pyi").read_text("utf-8"))
    literals = {
        node.target.id: set(ast.literal_eval(node.value.slice))
        for node in stubs.body
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and isinstance(node.value, ast.Subscript)
    }
    sets = {
        "_Language": "Language",
        "_BlockKind": "BlockKind",
        "_CalendarName": "CalendarName",
        "_Modifier": "Modifier",
        "_Approx": "Approx",
        "_Of": "Of",
        "_PlaceLevel": "Level",
        "_BodyLevel": "Level2",
        "_Status": "Status",
        "_What": "What",
    }
    wanted = {stub: {member["const"] for member in schema["$defs"][name]["oneOf"]} for stub, name in sets.items()}
    kinds = schema["$defs"]["MentionRecord"]["oneOf"]
    wanted["_Kind"] = {member["properties"]["kind"]["const"] for member in kinds}
    assert literals == wanted
