"""The functions and classes of the package, on pages made up here and on the sample pages."""

from __future__ import annotations

import copy
import datetime
import itertools
import json
import multiprocessing
import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any

import ekasan
import pytest

TEXT = "ມະຕິເລກທີ 35-NQ/TW (ລົງວັນທີ 22/10/2018) ໄດ້ຮັບການຜັນຂະຫຍາຍໃຫ້ສະຫາຍ 1.922 ຄົນ."
# Every pass of normalization has work here; characters outside the first plane stand before the date.
ODD = "😀 ນໍ້າ\u200bຕົກ  e\u0301 \u00a0ວັນທີ 7 ສິງຫາ 2024 😀 ตำบล\r\nn\u0301o\u0323i 5 ຄົນ"


def replay(text: str, steps: tuple[ekasan.Step, ...]) -> str:
    """A text with the edits of every pass made again."""
    for step in steps:
        for start, end, after in reversed(step.edits):
            text = text[:start] + after + text[end:]
    return text


def parts(page: ekasan.Document) -> Iterator[Any]:
    """A document and all that it hands out."""
    yield page
    yield from ekasan.to_vietnamese("ດ່ານັງ", lang="lo")
    yield from page.blocks
    yield from page.diagnostics
    yield from page.steps()
    for mention in page.mentions:
        yield mention
        yield from mention.evidence
        yield from mention.readings
        if mention.value is not None:
            yield mention.value


# ---- parsing


def test_parse_says_what_is_printed_and_what_it_means() -> None:
    page = ekasan.parse(TEXT)
    assert (page.text, page.language) == (TEXT, "lo")
    (citation,) = page.citations
    assert citation.value is not None
    assert (citation.kind, citation.surface) == ("citation", "35-NQ/TW")
    assert (citation.value.symbol, citation.value.date) == ("35-NQ/TW", "2018-10-22")
    (quantity,) = page.quantities
    assert quantity.value == ekasan.Quantity("1922", "person", None)


@pytest.mark.parametrize("text", [TEXT, ODD, "", "ก"])
def test_offsets_count_code_points_of_the_text_as_given(text: str) -> None:
    page = ekasan.parse(text)
    for mention in page.mentions:
        assert text[mention.start : mention.end] == mention.surface
        assert page.blocks[mention.block].start <= mention.start < mention.end <= page.blocks[mention.block].end


def test_the_lists_by_family_hold_all_mentions(pages: dict[str, str]) -> None:
    for text in pages.values():
        page = ekasan.parse(text)
        together: list[Any] = [*page.dates, *page.quantities, *page.ordinals, *page.citations]
        together += [*page.places, *page.persons, *page.organizations, *page.offices, *page.quotes]
        together.sort(key=lambda mention: (mention.start, mention.end, mention.kind))
        assert together == list(page.mentions)
        assert len({mention.kind for mention in page.mentions}) >= 5


def test_the_frame_of_a_sample_page(pages: dict[str, str]) -> None:
    page = ekasan.parse(pages["lo-1"])
    assert page.title == "ຂົວຫ້ວຍເຈິ່ມ ເຊື່ອມຕໍ່ສອງຝັ່ງຕາແສງ ເອຍເມິຍ"
    assert (page.published, page.publisher, page.comment_count) == ("2025-05-05", "Báo Gia Lai", 0)
    assert page.source is not None
    assert page.source["site"] == "baogialai.com.vn"
    assert page.title not in page.body
    assert page.published_time is page.modified is None


def test_publisher_is_known_by_its_site() -> None:
    page = ekasan.parse("Làng nghề mở hội\nDân trí 05/05/2025 08:00\nSáng sớm, cả làng đã ra bến chờ thuyền hoa về.\nThuyền về lúc trưa.")
    assert (page.publisher, page.publisher_site) == ("Dân trí", "dantri.com.vn")
    page = ekasan.parse("ງານບຸນຂອງບ້ານ\n(VOVWORLD) - ຊາວບ້ານພາກັນໄປລໍຖ້າຢູ່ແຄມແມ່ນ້ຳຕັ້ງແຕ່ເຊົ້າ.\nເຮືອມາຮອດຕອນທ່ຽງ.")
    assert (page.publisher, page.publisher_site) == ("VOVWORLD", "vovworld.vn")
    assert ekasan.parse("Làng nghề mở hội\nSáng sớm, cả làng đã ra bến.").publisher_site is None


@pytest.mark.parametrize(
    "day", ["2024-02-23", datetime.date(2024, 2, 23), datetime.datetime(2024, 2, 23, 14, 30, tzinfo=datetime.UTC)]
)
def test_the_day_of_the_page_gives_a_day_without_a_year_its_year(day: str | datetime.date) -> None:
    (date,) = ekasan.parse("ຕອນເຊົ້າວັນທີ 5 ສິງຫາ, ກອງປະຊຸມໄດ້ໄຂຂຶ້ນ.", page_date=day).dates
    assert date.value is not None
    assert (date.value.edtf, date.value.anchored) == ("2024-08-05", True)


def test_the_caller_may_name_the_language_and_the_page() -> None:
    page = ekasan.parse("2024", lang="th", id="page 7")
    assert (page.language, page.id) == ("th", "page 7")
    assert ekasan.parse("2024", lang="TH").language == "th"


def test_a_page_without_a_name_is_called_by_its_text() -> None:
    assert ekasan.parse(TEXT).id == ekasan.parse(TEXT).id
    assert ekasan.parse(TEXT).id != ekasan.parse(TEXT + " ").id


def test_bytes_are_parsed_as_their_text() -> None:
    assert ekasan.parse_bytes(TEXT.encode()) == ekasan.parse(TEXT)
    marked = ekasan.parse_bytes(b"\xef\xbb\xbf" + TEXT.encode(), lang="lo", page_date="2024-02-23", id="x")
    assert marked == ekasan.parse(TEXT, lang="lo", page_date="2024-02-23", id="x")


@pytest.mark.parametrize("kind", [bytearray, memoryview])
def test_whatever_lends_its_bytes_is_parsed(kind: type[bytearray | memoryview]) -> None:
    assert ekasan.parse_bytes(kind(TEXT.encode())) == ekasan.parse(TEXT)


# ---- many pages


def test_many_pages_come_in_order_with_their_names() -> None:
    texts = [f"ວັນທີ 5/8/{1900 + n} " * (1 + n % 7) for n in range(300)]
    found = list(ekasan.parse_iter(texts, ids=(f"n{n}" for n in range(300)), threads=4))
    assert [page.text for page in found] == texts
    assert [page.id for page in found] == [f"n{n}" for n in range(300)]
    assert found == [ekasan.parse(text, id=f"n{n}") for n, text in enumerate(texts)]


def test_names_of_pages_may_be_numbers() -> None:
    assert [page.id for page in ekasan.parse_iter(["a", "b"], ids=[1, 2])] == ["1", "2"]


def test_pages_are_read_only_as_they_are_asked_for() -> None:
    taken = 0

    def texts() -> Iterator[str]:
        nonlocal taken
        for taken in itertools.count(1):
            yield f"ປີ {2000 + taken % 20}"

    found = ekasan.parse_iter(texts())
    assert taken == 0
    assert [page.text for page in itertools.islice(found, 3)] == ["ປີ 2001", "ປີ 2002", "ປີ 2003"]
    assert taken < 10_000


@pytest.mark.parametrize("bad", [3, None, b"bytes", "a\udc80b"])
def test_a_bad_page_is_a_record_that_says_so_and_the_others_go_through(bad: Any) -> None:
    first, wrong, last = ekasan.parse_iter([TEXT, bad, TEXT], ids=["1", "2", "3"])
    assert first.mentions == last.mentions == ekasan.parse(TEXT).mentions
    assert wrong.id == "2"
    assert wrong.diagnostics


def test_a_fault_of_the_input_comes_after_the_pages_before_it() -> None:
    def texts() -> Iterator[str]:
        yield "one"
        yield "two"
        raise KeyError("broken input")

    seen = []
    with pytest.raises(KeyError, match="broken input"):
        for page in ekasan.parse_iter(texts()):
            seen.append(page.text)
    assert seen == ["one", "two"]


def test_names_that_run_out_are_an_error() -> None:
    with pytest.raises(ekasan.EkasanError) as caught:
        list(ekasan.parse_iter(["a", "b"], ids=["1"]))
    assert caught.value.code == "invalid_input"


@pytest.mark.parametrize("call", [ekasan.parse_iter, ekasan.parse_many])
def test_one_text_is_not_many(call: Callable[[Any], object]) -> None:
    with pytest.raises(ekasan.EkasanError) as caught:
        call("one page")
    assert caught.value.code == "invalid_input"


def test_a_corpus_holds_its_pages(capsys: pytest.CaptureFixture[str]) -> None:
    texts = [f"ປີ {1000 + n}" for n in range(1000)]
    corpus = ekasan.parse_many(texts, threads=2, progress=True)
    assert "1000" in capsys.readouterr().err
    assert len(corpus) == 1000
    assert [page.text for page in corpus] == texts
    assert (corpus[0], corpus[-1]) == (ekasan.parse("ປີ 1000"), ekasan.parse("ປີ 1999"))
    for outside in (1000, -1001):
        with pytest.raises(IndexError):
            corpus[outside]


def test_corpora_are_joined_one_after_the_other() -> None:
    one, two = ekasan.parse_many(["a", "b"]), ekasan.Corpus([ekasan.parse("c")])
    assert [page.text for page in one.merge(two)] == ["a", "b", "c"]
    assert [page.text for page in two.merge(one)] == ["c", "a", "b"]
    assert len(one) == 2


# ---- normalization


def test_normalization_joins_sara_am_and_takes_the_invisible_away() -> None:
    assert ekasan.normalize("ນໍາ\u200b") == "ນຳ"
    assert ekasan.normalize("ນ້ໍາ") == ekasan.normalize("ນໍ້າ") == "ນ້ຳ"
    assert ekasan.normalize("Vie\u0323\u0302t", profile="canonical") == "Việt"


@pytest.mark.parametrize("text", [ODD, TEXT, " \u200b ", ""])
def test_the_steps_made_again_give_the_normalized_text(text: str) -> None:
    page = ekasan.parse(text)
    assert replay(text, page.steps()) == page.normalized == ekasan.normalize(text)
    assert ekasan.normalize(page.normalized) == page.normalized


def test_the_steps_of_the_sample_pages_give_their_normalized_text(pages: dict[str, str]) -> None:
    assert all(
        replay(text, page.steps()) == page.normalized for text in pages.values() for page in [ekasan.parse(text)]
    )
    assert any(ekasan.parse(text).steps() for text in pages.values())


# ---- names in Vietnamese letters


def test_a_place_and_a_person_are_led_back_to_their_vietnamese_names() -> None:
    assert ekasan.to_vietnamese("ດ່ານັງ", lang="lo", kind="place")[0].name == "Đà Nẵng"
    assert ekasan.to_vietnamese("ดานัง", lang="th", kind="place")[0].name == "Đà Nẵng"
    # A spelling of the table that no letters explain; a commune; a place of another country.
    assert ekasan.to_vietnamese("เว้", lang="th", kind="place")[0].name == "Huế"
    assert ekasan.to_vietnamese("ບິ່ງອານ", lang="lo", kind="place")[0].name == "Bình An"
    assert ekasan.to_vietnamese("ໄທ", lang="lo", kind="place") == []
    names = [candidate.name for candidate in ekasan.to_vietnamese("ຫງວຽນວັນກວາງ", lang="lo", kind="person")]
    assert names[0] == "Nguyễn Văn Quang"
    assert "Nguyễn Văn Quảng" in names


@pytest.mark.parametrize("kind", ["place", "person", None])
def test_candidates_come_best_first_and_no_more_than_asked_for(kind: Any) -> None:
    found = ekasan.to_vietnamese("ດ່ານັງ", lang="lo", kind=kind, n=4)
    assert 0 < len(found) <= 4
    assert [candidate.score for candidate in found] == sorted((c.score for c in found), reverse=True)
    assert len({candidate.name for candidate in found}) == len(found), "a name stands once"
    assert ekasan.to_vietnamese("ດ່ານັງ", lang="lo", kind=kind, n=1) == found[:1]
    assert ekasan.to_vietnamese("ດ່ານັງ", lang="lo", kind=kind, n=0) == []


@pytest.mark.parametrize("surface", ["", " ", "?", "12", "漢字", "\u0ec8\u0ec8", "ກ" * 5000])
def test_what_is_no_name_has_no_or_few_candidates(surface: str) -> None:
    assert len(ekasan.to_vietnamese(surface, lang="lo")) <= 5


@pytest.mark.parametrize("lang", ["lo", "th"])
@pytest.mark.parametrize(("name", "kind"), [("Đà Nẵng", "place"), ("Quảng Trị", "place"), ("Nguyễn Văn Hùng", "person")])
def test_a_name_is_written_in_letters_that_lead_back_to_it(lang: str, name: str, kind: Any) -> None:
    found = ekasan.variants(name, lang=lang)
    assert len(set(found)) == len(found) == 20
    assert ekasan.variants(name, lang=lang, n=3) == found[:3]
    back = [[candidate.name for candidate in ekasan.to_vietnamese(one, lang=lang, kind=kind)] for one in found]
    assert sum(name in names for names in back) >= 10


def test_what_has_no_letters_of_lao_or_thai_has_no_variants() -> None:
    assert ekasan.variants("", lang="lo") == ekasan.variants("123", lang="th") == []
    assert ekasan.variants("Đà Nẵng", lang="vi") == ekasan.variants("Đà Nẵng", lang="lo", n=0) == []


# ---- values that behave as values


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda part: pickle.loads(pickle.dumps(part))])
def test_copies_are_equal_and_have_the_same_hash(copied: Callable[[Any], Any], pages: dict[str, str]) -> None:
    kinds = set()
    for text in (ODD, pages["lo-2"], pages["th-1"], pages["vi-3"]):
        for part in parts(ekasan.parse(text)):
            other = copied(part)
            assert other == part
            assert hash(other) == hash(part)
            assert type(other) is type(part)
            kinds.add(type(part).__name__)
    assert {
        "Document",
        "Mention",
        "Block",
        "Step",
        "Evidence",
        "Date",
        "Quantity",
        "Citation",
        "Place",
        "Candidate",
    } <= kinds


def test_what_differs_is_not_equal() -> None:
    assert ekasan.parse(TEXT) != ekasan.parse(TEXT, id="other")
    assert ekasan.parse(TEXT) != TEXT
    date, quantity = ekasan.parse("ປີ 2024").dates[0], ekasan.parse("2.024 ຄົນ").quantities[0]
    assert date != quantity
    assert date != ekasan.parse("ປີ 2025").dates[0]
    assert date.value != quantity.value
    assert ekasan.Quantity("1", "item", None) != ekasan.Quantity("1", "item", "about")


def test_nothing_can_be_changed() -> None:
    page = ekasan.parse(TEXT)
    for part in parts(page):
        for name in ("text", "start", "value", "edtf", "number", "name", "kind"):
            if hasattr(part, name):
                with pytest.raises(AttributeError):
                    setattr(part, name, "x")


def test_values_are_told_by_their_fields(pages: dict[str, str]) -> None:
    assert repr(ekasan.Quantity("5", "person", None)) == "Quantity(value='5', unit='person', approx=None)"
    assert "2 mentions" in repr(ekasan.parse("ປີ 2024, 5 ຄົນ"))
    assert repr(ekasan.parse_many(["a", "b"])) == "Corpus(2 documents)"


def test_a_mention_shows_its_words_as_they_are_printed() -> None:
    (date,) = ekasan.parse("ວັນທີ 7 ສິງຫາ 2024").dates
    assert "7 ສິງຫາ 2024" in repr(date)


def test_a_notebook_shows_the_text_with_its_mentions_marked() -> None:
    page = ekasan.parse('<b>&"5 ຄົນ ປີ 2024')
    html = page._repr_html_()
    assert html.count("<mark") == len(page.mentions) == 2
    assert "<b>" not in html
    assert "&lt;b&gt;&amp;" in html


def test_a_corpus_can_be_pickled() -> None:
    corpus = ekasan.parse_many([TEXT, ODD])
    assert list(pickle.loads(pickle.dumps(corpus))) == list(corpus)


# ---- threads and processes


def test_threads_share_a_document() -> None:
    page = ekasan.parse(ODD)
    wanted = (page.mentions, page.blocks, page.to_json(), page.steps())
    with ThreadPoolExecutor(8) as threads:
        seen = threads.map(lambda _: (page.mentions, page.blocks, page.to_json(), page.steps()), range(200))
        assert all(one == wanted for one in seen)


def test_the_same_text_parsed_in_sixty_four_threads_is_the_same_page(pages: dict[str, str]) -> None:
    wanted = {text: ekasan.parse(text) for text in pages.values()}
    with ThreadPoolExecutor(64) as threads:
        texts = list(pages.values()) * 20
        assert list(threads.map(ekasan.parse, texts)) == [wanted[text] for text in texts]


def test_threads_share_an_iterator_and_no_page_is_lost() -> None:
    found = ekasan.parse_iter(str(n) for n in range(500))
    with ThreadPoolExecutor(4) as threads:
        seen = [page for pages in threads.map(lambda _: [page.text for page in found], range(4)) for page in pages]
    assert sorted(map(int, seen)) == list(range(500))


def test_a_page_goes_to_another_process_and_comes_back() -> None:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as workers:
        assert workers.submit(ekasan.parse, TEXT).result() == ekasan.parse(TEXT)
        assert workers.submit(pickle.dumps, ekasan.parse(ODD)).result() == pickle.dumps(ekasan.parse(ODD))


# ---- records


@pytest.mark.parametrize("text", [TEXT, ODD, "", "31/2/2024"])
def test_a_record_and_its_text_give_the_document_back(text: str) -> None:
    page = ekasan.parse(text, id="seven")
    record = page.to_dict()
    assert json.loads(page.to_json()) == record
    assert ekasan.Document.from_dict(record, text) == page
    again = ekasan.Document.from_json(page.to_json(), text)
    assert (again, again.steps(), again.normalized) == (page, page.steps(), page.normalized)


def test_the_sample_pages_survive_their_records(pages: dict[str, str]) -> None:
    for text in pages.values():
        page = ekasan.parse(text)
        assert ekasan.Document.from_dict(page.to_dict(), text) == page


def test_a_record_says_what_the_document_says(pages: dict[str, str]) -> None:
    page = ekasan.parse(pages["th-2"], id="th-2")
    record = page.to_dict()
    assert (record["schema"], record["data_version"], record["id"]) == (ekasan.SCHEMA, ekasan.DATA_VERSION, "th-2")
    for name in ("language", "encoding", "title", "published", "published_time", "modified", "publisher", "byline", "source"):
        assert record[name] == getattr(page, name)
    assert (record["comment_count"], record["body"]) == (page.comment_count, page.body)
    assert record["blocks"] == [
            {"kind": b.kind, "language": b.language, "start": b.start, "end": b.end} for b in page.blocks
        ]
    for mention, row in zip(page.mentions, record["mentions"], strict=True):
        for name in ("kind", "start", "end", "surface", "block", "rule"):
            assert row[name] == getattr(mention, name)
        values = [mention.value, *mention.readings]
        for value, fields in zip(values, [row["value"], *row["readings"]], strict=True):
            assert (value is None) == (fields is None)
            for name in fields or {}:
                assert fields[name] == getattr(value, name)
        assert row["evidence"] == [{"code": e.code, "start": e.start, "end": e.end} for e in mention.evidence]


# ---- errors


def broken(change: Callable[[dict[str, Any]], object]) -> Callable[[], object]:
    """Reading a record back that was changed."""
    record = ekasan.parse(TEXT).to_dict()
    change(record)
    return lambda: ekasan.Document.from_dict(record, TEXT)


ERRORS: dict[str, tuple[Callable[[], object], str, tuple[int | None, int | None]]] = {
    "bytes of no text": (lambda: ekasan.parse_bytes(b"\xff\0\0\x01"), "not_text", (1, 2)),
    "no such encoding": (lambda: ekasan.parse_bytes(b"a", encoding="klingon"), "unknown_encoding", (None, None)),
    "a lone surrogate": (lambda: ekasan.parse("ກ😀\ud800"), "invalid_text", (2, 3)),
    "a lone surrogate to normalize": (lambda: ekasan.normalize("a\udc80"), "invalid_text", (1, 2)),
    "a lone surrogate in a name": (lambda: ekasan.parse("", id="a\udc80"), "invalid_text", (1, 2)),
    "a lone surrogate beside a record": (
        lambda: ekasan.Document.from_dict(ekasan.parse("").to_dict(), "a\udc80"),
        "invalid_text",
        (1, 2),
    ),
    "no such language": (lambda: ekasan.parse("", lang="klingon"), "unknown_language", (None, None)),
    "no such day": (lambda: ekasan.parse("", page_date="2024-02-30"), "invalid_date", (None, None)),
    "a day in another form": (lambda: ekasan.parse("", page_date="23/02/2024"), "invalid_date", (None, None)),
    "no such profile": (lambda: ekasan.normalize("", profile="none"), "unknown_profile", (None, None)),
    "no such kind of name": (
        lambda: ekasan.to_vietnamese("", lang="lo", kind="river"),  # type: ignore[arg-type]
        "unknown_name_kind",
        (None, None),
    ),
    "a lone surrogate to spell": (lambda: ekasan.to_vietnamese("\udc80", lang="lo"), "invalid_text", (0, 1)),
    "no such kind of mention": (lambda: ekasan.Corpus([]).mentions("dates"), "invalid_input", (None, None)),
    "no JSON": (lambda: ekasan.Document.from_json("{", ""), "invalid_record", (None, None)),
    "an empty record": (lambda: ekasan.Document.from_dict({}, ""), "invalid_record", (None, None)),
    "the record of another text": (
        lambda: ekasan.Document.from_dict(ekasan.parse(TEXT).to_dict(), TEXT[1:]),
        "invalid_record",
        (None, None),
    ),
    "another schema": (broken(lambda record: record.update(schema="no/0")), "invalid_record", (None, None)),
    "a mention behind the end": (
        broken(lambda record: record["mentions"][0].update(end=10**9)),
        "invalid_record",
        (None, None),
    ),
    "a mention before the start": (
        broken(lambda record: record["mentions"][0].update(start=-1)),
        "invalid_record",
        (None, None),
    ),
    "a mention of no family": (
        broken(lambda record: record["mentions"][0].update(kind="spell")),
        "invalid_record",
        (None, None),
    ),
    "a mention of no block": (
        broken(lambda record: record["mentions"][0].update(block=99)),
        "invalid_record",
        (None, None),
    ),
    "a block behind the end": (
        broken(lambda record: record["blocks"][0].update(end=10**9)),
        "invalid_record",
        (None, None),
    ),
}


@pytest.mark.parametrize(("call", "code", "place"), ERRORS.values(), ids=ERRORS.keys())
def test_an_error_has_a_code_and_a_place(
    call: Callable[[], object], code: str, place: tuple[int | None, int | None]
) -> None:
    with pytest.raises(ekasan.EkasanError) as caught:
        call()
    error = caught.value
    assert isinstance(error, ValueError)
    assert (error.code, (error.start, error.end)) == (code, place)
    assert str(error).startswith(f"{code}: ")
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.code, again.start, again.end) == (str(error), error.code, error.start, error.end)


@pytest.mark.parametrize(
    "call",
    [
        lambda: ekasan.parse(b"bytes"),  # type: ignore[arg-type]
        lambda: ekasan.parse_bytes("text"),  # type: ignore[arg-type]
        lambda: ekasan.parse_iter(5),  # type: ignore[arg-type]
        lambda: ekasan.parse("", "lo"),  # type: ignore[call-arg]
        lambda: ekasan.Document(),
        lambda: ekasan.parse_bytes(5),  # type: ignore[arg-type]
        lambda: ekasan.parse_bytes([101]),  # type: ignore[arg-type]
        lambda: ekasan.Corpus(["a"]),  # type: ignore[list-item]
    ],
)
def test_a_wrong_type_is_a_type_error(call: Callable[[], object]) -> None:
    with pytest.raises(TypeError):
        call()


def test_the_ledger_has_one_row_a_document_and_keeps_what_differs() -> None:
    texts = [
        "ມະຕິເລກທີ 35-NQ/TW, ລົງວັນທີ 22/10/2018",
        "มติที่ 35-NQ/TW ลงวันที่ 22 ตุลาคม 2561",
        "Nghị quyết số 35-NQ/TW ngày 23/10/2018",
    ]
    corpus = ekasan.parse_many(texts, ids=["a", "b", "c"])
    (row,) = corpus.citations().to_arrow().to_pylist()
    assert (row["symbol"], row["date"], row["mentions"], row["documents"]) == ("35-NQ/TW", "2018-10-22", 3, 3)
    assert json.loads(row["date_votes_json"]) == {"2018-10-22": 2, "2018-10-23": 1}
    (conflict,) = json.loads(row["conflicts_json"])
    assert (conflict["document"], conflict["value"]) == ("c", "2018-10-23")
    assert texts[2][conflict["start"] : conflict["end"]] == "35-NQ/TW"
    assert ekasan.parse_many(texts[::-1], ids=["c", "b", "a"]).citations().to_arrow().to_pylist() == [row]


def test_a_resolver_of_your_own_decides_first() -> None:
    texts = ["Nghị quyết số 12-NQ/TU ngày 3/5/2021", "Nghị quyết số 12-NQ/TU ngày 9/8/2021, Quyết định 5/QĐ-UBND"]
    corpus = ekasan.parse_many(texts, ids=["a", "b"])
    assert [row["symbol"] for row in corpus.citations().to_pylist()] == ["12-NQ/TU", "5/QĐ-UBND"]
    seen = []

    def by_day(cited: dict[str, object]) -> str | None:
        seen.append((cited["document"], texts["ab".index(str(cited["document"]))][cited["start"] : cited["end"]]))
        return str(cited["date"]) if cited["type"] == "NQ" else None

    rows = corpus.citations(by_day).to_pylist()
    assert [(row["symbol"], row["date"], row["evidence"]) for row in rows] == [
        ("12-NQ/TU", "2021-05-03", "resolver"),
        ("12-NQ/TU", "2021-08-09", "resolver"),
        ("5/QĐ-UBND", None, "symbol"),
    ]
    assert sorted(seen) == [("a", "12-NQ/TU"), ("b", "12-NQ/TU"), ("b", "5/QĐ-UBND")]

    def broken(cited: dict[str, object]) -> str | None:
        raise KeyError(cited["symbol"])

    with pytest.raises(KeyError):
        corpus.citations(broken)
    with pytest.raises(TypeError):
        corpus.citations(lambda cited: 5)


def test_annotate_wraps_mentions_in_text_and_html() -> None:
    page = ekasan.parse("ວັນທີ 7 ສິງຫາ 2024, ສະຫາຍ 5 ຄົນ")
    assert page.annotate("[{kind} ", "={value}]") == "ວັນທີ [date 7 ສິງຫາ 2024=2024-08-07], ສະຫາຍ [quantity 5 ຄົນ=5]"
    assert page.annotate("<", ">", kinds=["quantity"]) == "ວັນທີ 7 ສິງຫາ 2024, ສະຫາຍ <5 ຄົນ>"
    with pytest.raises(ekasan.EkasanError, match="wanted one of"):
        page.annotate("", "", kinds=["dates"])
    html = "<article><h1>ວຽກງານ</h1><p>ວັນທີ 7 ສິງ<b>ຫາ 2024</b> ໄດ້ຈັດກອງປະຊຸມຢູ່ບ້ານ.</p></article>"
    marked = ekasan.parse_html(html).annotate("<mark>", "</mark>", kinds=["date"], html=html)
    assert marked == html.replace("7 ສິງ<b>ຫາ 2024</b>", "<mark>7 ສິງ</mark><b><mark>ຫາ 2024</mark></b>")
