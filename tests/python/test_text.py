"""Bytes to text, one orthography, sentences and words, by the same cases that the Rust tests read."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import ekasan
import pytest

CASES = Path(__file__).resolve().parents[1] / "cases"


def cases(folder: str) -> list[Any]:
    """The cases of a folder, one a parameter."""
    return [
        pytest.param(path.stem, case, id=f"{path.stem}:{case['name']}")
        for path in sorted((CASES / folder).glob("*.toml"))
        for case in tomllib.loads(path.read_text("utf-8"))["case"]
    ]


@pytest.mark.parametrize(("lang", "case"), cases("text"))
def test_normalize(lang: str, case: dict[str, Any]) -> None:
    assert lang in ("lo", "th", "vi")
    assert ekasan.normalize(case["text"], profile=case["profile"]) == case["expect"]


@pytest.mark.parametrize(("lang", "case"), cases("sentences"))
def test_sentences_join_back(lang: str, case: dict[str, Any]) -> None:
    text = case["text"].replace("‖", "")
    pieces = ekasan.sentences(text, lang=lang)
    assert "".join(pieces) == text
    assert ekasan.sentences(text) != [] or not text
    assert "".join(ekasan.words(text)) == text


def test_sentences_and_words_of_a_page_point_at_its_text() -> None:
    page = ekasan.parse("ທ່ານ ຫງວຽນວັນກວາງ ຢູ່ແຂວງ ກວາງຈິ. ມະຕິ 35-NQ/TW, 22/10/2018.\nນ\u0ecdໍ້າ")
    for segments in (page.sentences(), page.words()):
        assert "".join(segment.text for segment in segments) == page.text
        assert all(page.text[segment.start : segment.end] == segment.text for segment in segments)
    words = [word.text for word in page.words()]
    assert {"ຫງວຽນວັນກວາງ", "ກວາງຈິ", "35-NQ/TW", "22/10/2018"} <= set(words)


def test_each_block_has_its_language() -> None:
    page = ekasan.parse(
        "ຂ່າວທ້ອງຖິ່ນ\n"
        "ຄະນະພັກແຂວງໄດ້ເປີດກອງປະຊຸມສະຫຼຸບວຽກງານໃນປີຜ່ານມາ ແລະ ວາງແຜນໃນປີໃໝ່.\n"
        "Ninh Giang, Nam Sach\n"
        "Hội nghị của tỉnh đã kết thúc với nhiều kết quả tốt.\n"
        "The meeting of the committee was held in the town hall.\n"
    )
    assert page.language == "lo"
    assert [block.language for block in page.blocks] == ["lo", "lo", "lo", "vi", "en"]


@pytest.mark.parametrize(
    ("data", "encoding", "name", "basis", "replaced"),
    [
        ("ปี 2567".encode("cp874"), "tis-620", "windows-874", "caller", 0),
        (b"<meta charset=windows-874>" + "ปี 2567".encode("cp874"), None, "windows-874", "page", 0),
        ("ປີ 2024".encode("utf-16"), None, "UTF-16LE", "byte_order_mark", 0),
        ("ປີ ໒໐໒໔".encode()[:-1], None, "UTF-8", "mostly_valid", 1),
        ("คณะกรรมการประชาชนเปิดการประชุมประจำปีที่ศาลากลาง ปี 2567".encode("cp874"), None, "windows-874", "guessed", 0),
    ],
)
def test_what_was_assumed_of_bytes_is_told(data: bytes, encoding: str | None, name: str, basis: str, replaced: int) -> None:
    page = ekasan.parse_bytes(data, encoding=encoding)
    assert page.encoding == {"name": name, "basis": basis, "replaced": replaced}
    assert page.to_dict()["encoding"] == page.encoding
    codes = [diagnostic.code for diagnostic in page.diagnostics]
    assert ("bytes_replaced" in codes, "encoding_guessed" in codes) == (replaced > 0, basis == "guessed")


def test_nothing_is_assumed_of_text_and_of_valid_bytes() -> None:
    assert ekasan.parse("ປີ 2024").encoding is None
    assert ekasan.parse_bytes("ປີ 2024".encode()).encoding is None


def test_garbled_text_is_told() -> None:
    page = ekasan.parse("ຄະນະພັກແຂວງ ເປີດກອງປະຊຸມ".encode().decode("latin-1"))
    assert "mojibake" in [diagnostic.code for diagnostic in page.diagnostics]


def test_profiles() -> None:
    assert ekasan.normalize("โฮจิมิน ห์", profile="fold") == ekasan.normalize("โฮจิมินห์", profile="fold")
    assert ekasan.normalize("Đà Nẵng", profile="plain") == ekasan.normalize("DA NANG", profile="plain")


HTML = (
    '<html lang="lo"><head><title>ຂ່າວ - ເວັບໄຊ</title><meta property="article:published_time" content="2025-04-22T10:40:00+07:00"></head>'
    "<body><nav><a href='/'>ໜ້າຫຼັກ</a></nav><article><h1>ຕາແສງ ມອບເຄື່ອງສູບນ້ຳ</h1><p>21/04/2025</p>"
    "<p>ເພື່ອຊ່ວຍຊາວນາ, ຕາແສງໄດ້ມອບເຄື່ອງສູບນ້ຳ <b>15 ເຄື່ອງ</b> ໃຫ້ 6 ກຸ່ມຜະລິດເຂົ້າ ໃນທ້າຍເດືອນນີ້.</p></article></body></html>"
)


def test_html_gives_the_article_and_what_the_page_says_of_itself() -> None:
    page = ekasan.parse_html(HTML)
    assert ekasan.parse_html(HTML.encode()) == page
    assert (page.title, page.published) == ("ຕາແສງ ມອບເຄື່ອງສູບນ້ຳ", "2025-04-21")
    assert "ໜ້າຫຼັກ" not in page.text
    assert page.metadata is not None
    assert (page.metadata["published"], page.metadata["language"]) == ("2025-04-22", "lo")
    assert [diagnostic.code for diagnostic in page.diagnostics] == ["metadata_disagrees"]
    assert page.to_dict()["metadata"] == page.metadata
    pumps = page.quantities[0]
    place = page.source_span(HTML, pumps.start, pumps.end)
    assert place is not None
    assert HTML[place[0] : place[1]] == "15 ເຄື່ອງ"
    assert ekasan.parse(page.text).source_span(HTML, 0, 1) is None
