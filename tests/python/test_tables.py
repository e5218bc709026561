"""The tables of a corpus, as the libraries of an analyst take them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import duckdb
import ekasan
import pandas
import polars
import pyarrow
import pytest

TABLES: dict[str, Callable[[ekasan.Corpus], ekasan.Table]] = {
    "documents": ekasan.Corpus.documents,
    "blocks": ekasan.Corpus.blocks,
    "mentions": ekasan.Corpus.mentions,
    "citations": ekasan.Corpus.citations,
    "diagnostics": ekasan.Corpus.diagnostics,
}
INTEGERS = {"block", "start", "end", "comment_count", "year", "blocks", "mentions", "diagnostics", "documents"}
BOOLEANS = {"anchored", "generic"}


def by_duckdb(table: ekasan.Table) -> list[dict[str, Any]]:
    """The rows as DuckDB reads them."""
    with duckdb.connect() as connection:
        connection.register("rows", table)
        found = connection.sql("select * from rows")
        return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def by_pandas(frame: pandas.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame, with None for what is missing."""
    rows = frame.to_dict("records")
    return [{str(name): None if pandas.isna(cell) else cell for name, cell in row.items()} for row in rows]


READERS: dict[str, Callable[[ekasan.Table], list[dict[str, Any]]]] = {
    "polars": lambda table: polars.DataFrame(table).to_dicts(),
    "to_polars": lambda table: table.to_polars().to_dicts(),
    "pyarrow": lambda table: pyarrow.table(table).to_pylist(),
    "to_arrow": lambda table: table.to_arrow().to_pylist(),
    "duckdb": by_duckdb,
    "pandas": lambda table: by_pandas(pandas.DataFrame.from_arrow(table)),
    "to_pandas": lambda table: by_pandas(table.to_pandas()),
}


@pytest.fixture(scope="module")
def corpus(pages: dict[str, str]) -> ekasan.Corpus:
    """The sample pages, a page without text, one that refuses a value and one that could not be read."""
    texts: list[Any] = [*pages.values(), "", "ປີ 2024, ວັນທີ 31/2/2024", None]
    return ekasan.parse_many(texts, ids=[*pages, "empty", "refused", "unreadable"])


@pytest.fixture(scope="module")
def empty() -> ekasan.Corpus:
    """No page at all."""
    return ekasan.parse_many([])


@pytest.mark.parametrize("read", READERS.values(), ids=READERS.keys())
@pytest.mark.parametrize("name", TABLES)
def test_every_library_reads_every_table(
    name: str, read: Callable[[ekasan.Table], list[dict[str, Any]]], corpus: ekasan.Corpus
) -> None:
    table = TABLES[name](corpus)
    rows = table.to_pylist()
    assert len(rows) == len(table) > 0
    assert list(rows[0]) == table.columns
    assert read(table) == rows
    assert read(table) == rows, "a table can be read twice"


@pytest.mark.parametrize("read", READERS.values(), ids=READERS.keys())
@pytest.mark.parametrize("name", TABLES)
def test_every_library_reads_the_tables_of_no_page(
    name: str, read: Callable[[ekasan.Table], list[dict[str, Any]]], empty: ekasan.Corpus
) -> None:
    assert len(TABLES[name](empty)) == 0
    assert read(TABLES[name](empty)) == []


@pytest.mark.parametrize("name", TABLES)
def test_columns_have_the_same_names_and_types_with_and_without_rows(
    name: str, corpus: ekasan.Corpus, empty: ekasan.Corpus
) -> None:
    schema = pyarrow.table(TABLES[name](corpus)).schema
    assert pyarrow.table(TABLES[name](empty)).schema == schema
    assert schema.names == TABLES[name](corpus).columns
    for field in schema:
        wanted = pyarrow.large_string()
        if field.name in INTEGERS:
            wanted = pyarrow.int64()
        if field.name in BOOLEANS:
            wanted = pyarrow.bool_()
        assert field.type == wanted, field.name


@pytest.mark.parametrize("kind", ["date", "quantity", "ordinal", "citation", "place", "person", "organization", "office", "quote"])
def test_mentions_of_one_kind_are_those_rows_of_all_mentions(kind: str, corpus: ekasan.Corpus) -> None:
    everything = corpus.mentions().to_pylist()
    wanted = [row for row in everything if row["kind"] == kind]
    assert corpus.mentions(kind).to_pylist() == corpus.mentions(kind=kind).to_pylist() == wanted
    assert pyarrow.table(corpus.mentions(kind)).num_rows == len(corpus.mentions(kind)) == len(wanted) > 0
    assert len(wanted) < len(everything)


def test_documents_have_a_row_each(corpus: ekasan.Corpus) -> None:
    rows = corpus.documents().to_pylist()
    assert [row["id"] for row in rows] == [page.id for page in corpus]
    for row, page in zip(rows, corpus, strict=True):
        for name in ("language", "title", "published", "publisher", "byline", "comment_count", "body"):
            assert row[name] == getattr(page, name)
        assert row["source_url"] == (page.source and page.source["url"])
        for name in ("blocks", "mentions", "diagnostics"):
            assert row[name] == len(getattr(page, name))


def test_blocks_have_a_row_each_with_their_text(corpus: ekasan.Corpus) -> None:
    wanted = [
        (page.id, number, block.kind, block.start, block.end, page.text[block.start : block.end])
        for page in corpus
        for number, block in enumerate(page.blocks)
    ]
    assert [tuple(row.values()) for row in corpus.blocks().to_pylist()] == wanted


def test_mentions_have_a_row_each_with_their_value_in_columns(corpus: ekasan.Corpus) -> None:
    mentions = [(page, mention) for page in corpus for mention in page.mentions]
    rows = corpus.mentions().to_pylist()
    for (page, mention), row in zip(mentions, rows, strict=True):
        assert row["id"] == page.id
        for name in ("kind", "start", "end", "surface", "block", "rule"):
            assert row[name] == getattr(mention, name)
        for name in ("edtf", "calendar", "anchored", "unit", "approx", "of", "symbol", "number", "year", "issuer"):
            assert row[name] == getattr(mention.value, name, None)
        value = json.loads(row["value_json"] or "null")
        assert (value is None) == (mention.value is None)
        if mention.kind in ("date", "citation"):
            assert row["value"] == (row["edtf"] or row["symbol"] or row["number"])
        assert json.loads(row["readings_json"]) is not None
        assert len(json.loads(row["evidence_json"])) == len(mention.evidence)
    assert any(row["kind"] == "date" and row["value"] is None for row in rows), "a refused value is none"


def test_diagnostics_have_a_row_each(corpus: ekasan.Corpus) -> None:
    wanted = [(page.id, d.code, d.start, d.end, d.message) for page in corpus for d in page.diagnostics]
    assert [tuple(row.values()) for row in corpus.diagnostics().to_pylist()] == wanted
    assert ("unreadable", "unreadable") in {(name, code) for name, code, *_ in wanted}


def test_a_table_outlives_its_corpus() -> None:
    table = ekasan.parse_many(["ປີ 2024"]).mentions()
    assert polars.DataFrame(table)["edtf"].to_list() == ["2024"]


def test_many_rows_come_in_several_batches() -> None:
    table = ekasan.parse_many([f"ປີ {1000 + n % 1000}" for n in range(20_000)]).mentions("date")
    column = pyarrow.table(table)["edtf"]
    assert column.num_chunks > 1
    assert column.to_pylist() == [str(1000 + n % 1000) for n in range(20_000)]


def test_duckdb_counts_the_mentions_of_a_table_in_a_variable(corpus: ekasan.Corpus) -> None:
    mentions = corpus.mentions()
    with duckdb.connect() as connection:
        counted = connection.execute("select kind, count(*) from mentions group by kind").fetchall()
    assert dict(counted)["date"] == len(corpus.mentions("date"))
    assert sum(count for _, count in counted) == len(mentions)


def test_a_table_tells_its_size_and_columns(empty: ekasan.Corpus) -> None:
    assert repr(empty.diagnostics()) == "Table(0 rows, columns id, code, start, end, message)"
