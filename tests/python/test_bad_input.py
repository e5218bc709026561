"""Odd and hostile input: fewer mentions, never a panic, nothing lost, and time that grows with the text.

Most of these inputs are known to have broken comparable libraries. Growth is measured as a ratio of two sizes, in the
processor time of this thread; nothing here depends on how fast the machine is.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from functools import partial
from pathlib import Path

import ekasan
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

TEN_MEGABYTES = 10_000_000
SENTENCE = "ວັນທີ 5/8/2024 ຄະນະພັກນະຄອນ ດ່ານັງ ໄດ້ຮັບ 1.922 ຄົນ ຕາມມະຕິເລກທີ 35-NQ/TW. "


def sound(page: ekasan.Document) -> None:
    """What holds for every page: offsets point at what they say, and every letter is in one block."""
    text = page.text
    for mention in page.mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.surface
        # It begins in its block; where a line end breaks it, it goes on in the next.
        assert page.blocks[mention.block].start <= mention.start < page.blocks[mention.block].end
        assert all(0 <= evidence.start <= evidence.end <= len(text) for evidence in mention.evidence)
    ends = [0]
    for block in page.blocks:
        assert ends[-1] <= block.start < block.end <= len(text)
        ends.append(block.end)
    outside = zip(ends, [*(block.start for block in page.blocks), len(text)], strict=True)
    left = "".join(text[end:start] for end, start in outside)
    assert not any(unicodedata.category(c)[0] in "LNP" for c in left), "a letter outside all blocks"
    assert ekasan.normalize(page.normalized) == page.normalized


# ---- nothing that counts as text breaks it


ODD = {
    "nothing": "",
    "one letter": "ກ",
    "one digit": "7",
    "one mark": "\u0ec8",
    "blanks only": " \n\t \u00a0\u3000\r\n ",
    "line ends only": "\n" * 1000,
    "marks only": "\u0ec8\u0eb4\u0e48\u0e31\u0301" * 200,
    "digits only": "0123456789" * 200,
    "Lao and Thai digits only": "໐໑໒໓໔໕໖໗໘໙๐๑๒๓๔๕๖๗๘๙" * 100,
    "punctuation only": "./-–—,;:()[]“”\"'«»%?!…" * 50,
    "invisible characters only": "\u200b\u200c\u200d\u2060\ufeff\u00ad" * 100,
    "NULs": "ວັນທີ\0 5\0/8/2024\0",
    "control characters": "".join(map(chr, range(32))) * 10,
    "noncharacters": "\ufffe\uffff\U0010ffff" * 10,
    "unassigned letters beside Lao": "ກ\u0eba\u0ebb\u0ec5\u0ec7\u0ecf\u0eda 5 ຄົນ",
    "Chinese": "2024年8月5日，全国人民代表大会第十四届会议。",
    "Arabic": "في 5 أغسطس 2024 حضر 1.922 شخصًا",
    "Russian": "5 августа 2024 года, № 35-НК",
    "Khmer and Burmese": "ថ្ងៃទី ៥ ခုနှစ် ၂၀၂၄",
    "emoji": "😀👩‍👩‍👧‍👦🇻🇳" * 50,
    "misplaced Vietnamese marks": "Đaị Việt \u0323\u0302a ngày 5\u0301/8",
    "half of a date": "ວັນທີ 5/",
    "figures too great": f"{'9' * 400} ຄົນ, ປີ {'9' * 40}, {'9' * 30}/{'9' * 30}/{'9' * 30}, ຄັ້ງທີ {'9' * 30}",
    "brackets in brackets": "(" * 500 + "22/10/2018" + ")" * 500,
    "quotation marks in quotation marks": "“" * 500 + "22/10/2018" + "”" * 500,
    "a symbol over five lines": "ມະຕິ 57\n-\nNQ\n/\nTW",
    "a numeral under a line of furniture": "Ba thôn có 210 hộ.\nNgày 19/1/2026, Đại hội lần thứ\nIV khai mạc.",
    "web addresses": "https://a.vn/5/8/2024?x=35-NQ/TW www.a.vn a@b.vn http:// :// @ www.",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_text_gives_a_sound_page(text: str) -> None:
    page = ekasan.parse(text)
    assert page.text == text
    sound(page)


@pytest.mark.parametrize("unit", ["ກ", "ส", "a", "1", "\u0ec8", " ", "-", "5/8/2024 ມີ 1.922 ຄົນ, "])
def test_a_line_of_ten_megabytes_goes_through(unit: str) -> None:
    text = unit * (TEN_MEGABYTES // len(unit.encode()))
    page = ekasan.parse(text)
    assert page.text == text
    assert len(page.blocks) <= 1
    assert len(page.dates) == len(page.quantities) == text.count("5/8/2024")


PIECES = st.sampled_from(
    [
        *("22/10/2018", "5/8", "2567", "7 ສິງຫາ 2024", "ວັນທີ", "ປີ", "พ.ศ.", "27 ต.ค. 67", "ngày", "tháng Một", "quý III"),
        *("1.922", "7.393,17", "1 000 000", "ລ້ານ", "ຄົນ", "ล้านล้านบาท", "2 หมื่น", "%", "ha", "đồng", "9" * 25),
        *("35-NQ/TW", "123/2024/NĐ-CP", "57/2024/QH15", "169/ນຍ", "ມະຕິເລກທີ", "มติที่", "Nghị quyết số", "ລົງວັນທີ"),
        *("ຄັ້ງທີ", "XIII", "ครั้งที่ 10", "khóa XIII", "ທ່ານ", "ດ່ານັງ", "Cao Bằng", "ຄະນະພັກ", "คณะกรรมการพรรค"),
        *(
            "ນໍ\u0ec9າ",
            "ນ\u0ec9ໍາ",
            "น\u0e49ํา",
            "e\u0301",
            "\u0323",
            "\u0ec8",
            "\u200b",
            "\ufeff",
            "\u00a0",
            "\u00ad",
            "😀",
        ),
        *(
            " ",
            "  ",
            "\n",
            "\r\n",
            "\t",
            "/",
            "-",
            "–",
            ",",
            ".",
            "(",
            ")",
            "“",
            "”",
            ":",
            "\0",
            "https://a.vn/1",
            "(0)",
        ),
    ]
)


@settings(max_examples=400, deadline=None, derandomize=True, database=None)
@given(st.lists(PIECES | st.characters(codec="utf-8"), max_size=40).map("".join))
def test_any_mixture_gives_a_sound_page(text: str) -> None:
    page = ekasan.parse(text)
    sound(page)
    assert ekasan.Document.from_dict(page.to_dict(), text) == page
    replayed = text
    for step in page.steps():
        for start, end, after in reversed(step.edits):
            replayed = replayed[:start] + after + replayed[end:]
    assert replayed == page.normalized


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.binary(max_size=60) | st.text(max_size=20).map(str.encode))
def test_any_bytes_give_a_page_or_say_where_they_are_wrong(data: bytes) -> None:
    try:
        page = ekasan.parse_bytes(data)
    except ekasan.EkasanError as error:
        assert error.code == "not_text"
        assert error.start is not None
        assert data[error.start] < 0x20
        with pytest.raises(UnicodeDecodeError):
            data.decode()
        return
    sound(page)
    assert ekasan.Document.from_dict(page.to_dict(), page.text) == page
    if page.encoding is None:
        assert page.text == data.decode("utf-8-sig")
    else:
        lost = page.encoding["replaced"]
        assert ("bytes_replaced" in [diagnostic.code for diagnostic in page.diagnostics]) == (lost > 0)


def test_a_page_cut_anywhere_is_still_a_page() -> None:
    text = "ວັນທີ 7 ສິງຫາ 2024, ນ\u0ec9ໍາ 1.922 ຄົນ; วันที่ 27 ต.ค. 67 ที่ 35-NQ/TW; e\u0301 ngày 5/8 😀 khóa XIII"
    for end in range(len(text)):
        sound(ekasan.parse(text[:end]))
        sound(ekasan.parse(text[end:]))
    data = text.encode()
    for end in range(len("ວ".encode()), len(data)):
        page = ekasan.parse_bytes(data[:end])
        sound(page)
        assert page.text == data[:end].decode("utf-8", "replace")


@pytest.mark.parametrize(("text", "place"), [("\udc80", 0), ("😀ກ\ud800", 2), ("\ud83d\ude00", 0)])
def test_a_lone_surrogate_is_an_error_with_a_place(text: str, place: int) -> None:
    for call in (ekasan.parse, ekasan.normalize):
        with pytest.raises(ekasan.EkasanError) as caught:
            call(text)
        assert (caught.value.code, caught.value.start, caught.value.end) == ("invalid_text", place, place + 1)


@pytest.mark.parametrize(
    "text", [" \u200b ", "\u0301\u0e33\u0e49\u0e33", "ก\u0e49\u0301\u0e33\u0e49\u0e33", "e\u200b\u0301"], ids=ascii
)
def test_what_is_normalized_stays_as_it_is(text: str) -> None:
    once = ekasan.normalize(text)
    assert ekasan.normalize(once) == once


# ---- what stands around a mention does not change it


def test_characters_outside_the_first_plane_do_not_shift_what_follows() -> None:
    text = "😀" * 7 + " ວັນທີ 22/10/2018 😀 ມີ 5 ຄົນ"
    page = ekasan.parse(text)
    assert [text[m.start : m.end] for m in page.mentions] == ["22/10/2018", "5 ຄົນ"]


@pytest.mark.parametrize("after", ["–", "—", "”", "’", "…", "»", "/", "!", "\u200b", "\n"])
@pytest.mark.parametrize("before", ["", "“", "‘", "(", "«", "– "])
def test_signs_beside_a_mention_do_not_hide_it(before: str, after: str) -> None:
    said = "ຄະນະພັກແຂວງໄດ້ສຶກສາເອກະສານສະບັບນີ້"
    page = ekasan.parse(f"{said} {before}22/10/2018{after} {said} {before}35-NQ/TW{after} {said}")
    assert [date.value and date.value.edtf for date in page.dates] == ["2018-10-22"]
    assert [citation.value and citation.value.symbol for citation in page.citations] == ["35-NQ/TW"]


@pytest.mark.parametrize("inside", ["\u200b", "\u2060", "\ufeff", "\u00ad"])
def test_invisible_characters_inside_words_do_not_hide_them(inside: str) -> None:
    text = f"ວັນທີ 7 ສິງ{inside}ຫາ 20{inside}24, {inside}1.9{inside}22 ຄົນ, 35-N{inside}Q/TW"
    page = ekasan.parse(text)
    sound(page)
    assert [date.value and date.value.edtf for date in page.dates] == ["2024-08-07"]
    assert [quantity.value and quantity.value.value for quantity in page.quantities] == ["1922"]
    assert [citation.value and citation.value.symbol for citation in page.citations] == ["35-NQ/TW"]


def test_a_text_in_decomposed_letters_says_the_same(pages: dict[str, str]) -> None:
    for text in pages.values():
        composed = ekasan.parse(unicodedata.normalize("NFC", text))
        apart = ekasan.parse(unicodedata.normalize("NFD", text))
        assert [m.value for m in apart.mentions] == [m.value for m in composed.mentions]
        assert (apart.title, apart.body) == (composed.title, composed.body)


def test_marks_at_the_end_of_a_word_are_kept() -> None:
    for word in ("ครู", "เหตุ", "ศุกร์", "น้ำ", "ນ້ຳ", "ຄູ່", "ປີ"):
        assert ekasan.normalize(word) == word
    assert ekasan.normalize("5/8 24/7 http://a.vn/b/c") == "5/8 24/7 http://a.vn/b/c"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("ມີ 1.922 ຄົນ, 316,000 ຄົນ ແລະ 7.393,17 ຕື້ກີບ", ["1922", "316000", "7393170000000"]),
        ("có 1.234.567 người và 1,5 ha", ["1234567", "1.5"]),
        ("5,000,000 - 10,000,000 ກີບ", ["5000000", "10000000"]),
    ],
)
def test_two_ways_of_writing_numbers_in_one_text(text: str, values: list[str]) -> None:
    assert [quantity.value and quantity.value.value for quantity in ekasan.parse(text).quantities] == values


@pytest.mark.parametrize("text", ["ปี 2567 และปี 2024", "ปี 2024 และปี 2567", "พ.ศ. 2567 (ค.ศ. 2024)"])
def test_two_calendars_in_one_text(text: str) -> None:
    assert {date.value and date.value.edtf for date in ekasan.parse(text).dates} == {"2024"}


@pytest.mark.parametrize(
    "text",
    [
        "ເປີດ 24/7",
        "ยาง 205/55 R16",
        "โทร 0269.0555.010",
        "máy chủ 192.168.10.24",
        "phiên bản 10.2.3.4",
        "ຮູບຢູ່ https://example.vn/2024/08/05/35-NQ/TW",
        "35 ปี",
        "วันครบรอบ 80 ปี",
        "94 ປີຜ່ານມາ",
        "trong ngày, trong tháng, trong năm",
        "ในวัน ในเดือน ในปี",
        "ໃນວັນ ໃນເດືອນ ໃນປີ",
    ],
)
def test_what_only_looks_like_a_date_or_a_citation_is_none(text: str) -> None:
    page = ekasan.parse(text)
    assert [mention for mention in page.mentions if mention.kind in ("date", "citation") and mention.value] == []


# ---- the same input gives the same output


def test_the_thousandth_call_gives_what_the_first_gave() -> None:
    first = ekasan.parse(SENTENCE)
    assert len(first.mentions) >= 3
    assert all(ekasan.parse(SENTENCE) == first for _ in range(1000))


def test_a_page_does_not_depend_on_locale_and_time_zone() -> None:
    program = "import ekasan, sys; print(ascii(ekasan.parse(sys.argv[1]).to_json()))"
    text = "ວັນທີ 5/8 ຫຼື 31/12 ປີ 2024, 1.922 ຄົນ"
    places = [
        {"TZ": "Asia/Vientiane", "LC_ALL": "C"},
        {"TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "LANG": "th_TH"},
    ]
    told = {
        subprocess.run(
            [sys.executable, "-c", program, text], env=os.environ | place, capture_output=True, check=True
        ).stdout
        for place in places
    }
    assert told == {f"{ekasan.parse(text).to_json()!a}\n".encode()}


def test_paragraphs_alone_say_what_they_say_in_the_whole() -> None:
    paragraphs = [
        f"ວັນທີ {day}/8/2024, ສະຫາຍ {number}.922 ຄົນ ໄດ້ສຶກສາມະຕິເລກທີ {number}-NQ/TW ຂອງກົມການເມືອງສູນກາງພັກ ຢູ່ແຂວງ ກວາງນິງ. " * 2
        for day, number in ((5, 1), (6, 2), (7, 3))
    ]
    whole = [mention.value for mention in ekasan.parse("\n".join(paragraphs)).mentions]
    assert whole == [mention.value for paragraph in paragraphs for mention in ekasan.parse(paragraph).mentions]
    assert len(whole) >= 18


# ---- time grows with the text

UNITS = [
    # Known from other libraries.
    *("ບັນດາ", "ด้านหน้า", "หน้าด้าน", "ส", "่", "1.", "1", "1 ", "2024 ", "a", "a.", "[1", "(1", "((", "“", "1/", "1-", "1,"),
    # Figures, dates, symbols, numerals in a row.
    *("5/8 ", "22/10/2018 ", "7 ສິງຫາ 2024 ", "ສິງຫາ ", "9 และ ", "1.000", "000 ", "1) ", "(22 ຕຸລາ) ", "6-7/8/2024 "),
    *("35-NQ/TW ", "35-NQ/TW\n", "123/2024/NĐ-CP, ", "ມະຕິ 35 ", "NQ/", "X", "XIV ", "ຄັ້ງທີ 5 ", "ຊຸດທີ IX ", "khóa XIII, ", "5 ລ້ານ"),
    *("22/3/97 ", "Nghị định 1/2019 ", "Nghị quyết 5. Nghị quyết này ", "7 ร้อย ", "1 พันล้าน ", "5.- ", "Rah Mẫu (SN 1974) ", "Mẫu (41 tuổi) ", "นายสมหวัง ใจดี “สมหวัง” "),
    # Words of the tables, with and without blanks.
    *("วันที่", "เวลา", "โควิด", "พัน", "เล", "ເລກທີ", "ລີ", "ທ່ານ ", "ທ່ານ ໂຕເລິມ ", "ດ່ານັງ", "ຄະນະພັກ", "ngày ", "Nguyễn "),
    # Addresses, lines of page furniture, invisible characters.
    *("http://a/", "www.", "a@", "@", "https://a.vn/b\n", "ທີ່ມາ: https://a.vn/b\n", "ຂ່າວທີ່ກ່ຽວຂ້ອງ\n", "Ảnh\n", "(0)\n"),
    *("Giới thiệu Liên hệ Video\n", "dòng chữ bị gãy ở\n", "dòng chữ bị gãy ở giữa\ncâu ", "ตำบล", "3 ตำบล", "- ảnh 1\n", "Việt NamViệt Nam23/02/2024\n", "ກ\n", "\n", " ", "\u200b", "e\u0301", "ນ\u0ecd\u0ec9າ", "😀", "漢", SENTENCE),
]  # fmt: skip


def seconds(call: Callable[[], object], times: int = 3) -> float:
    """The least processor time of this thread that a call took, the garbage collector's work left out."""
    taken = []
    gc.disable()
    for _ in range(times):
        before = time.thread_time()
        call()
        taken.append(time.thread_time() - before)
    gc.enable()
    return min(taken)


def grows_with_the_text(
    text: Callable[[int], str], parse: Callable[[str], object] = ekasan.parse, longest: int = 4_000_000
) -> None:
    """Eight times the text takes about eight times as long: sixty-four times where time grows with the square."""
    size = 2000
    while seconds(partial(parse, text(size)), 2) < 0.006 and size < longest:
        size *= 2
    short, long = partial(parse, text(size)), partial(parse, text(8 * size))
    ratio = seconds(long, 1) / seconds(short, 3)
    if ratio >= 24:  # Once more, with care: the machine may have been busy.
        ratio = seconds(long, 2) / seconds(short, 8)
    assert ratio < 24, f"eight times {size} characters took {ratio:.0f} times as long"


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_time_grows_with_repetitions(unit: str) -> None:
    grows_with_the_text(lambda size: unit * (size // len(unit) + 1))


def test_time_grows_with_marks_on_one_letter() -> None:
    grows_with_the_text(lambda size: "ก" + "่" * size)


def test_time_grows_with_a_bracket_that_is_never_closed() -> None:
    grows_with_the_text(lambda size: "ມະຕິ (" + "1" * size)


def test_time_grows_with_the_pages_of_a_text(pages: dict[str, str]) -> None:
    everything = "\n".join(pages.values())
    grows_with_the_text(lambda size: everything * (size // len(everything) + 1))


@pytest.mark.parametrize(
    "read",
    [
        lambda page: page.mentions,
        lambda page: page.blocks,
        lambda page: page.steps(),
        lambda page: page.to_json(),
        lambda page: page._repr_html_(),
        lambda page: ekasan.Corpus([page]).mentions().to_pylist(),
    ],
    ids=["mentions", "blocks", "steps", "to_json", "html", "table"],
)
def test_time_of_reading_grows_with_the_page(read: Callable[[ekasan.Document], object]) -> None:
    known: dict[int, ekasan.Document] = {}

    def page(size: int) -> str:
        text = (SENTENCE.replace("ນັງ", "ນ\u0ecd\u0ec9າ") + "\n") * (size // len(SENTENCE) + 1)
        known[len(text)] = ekasan.parse(text)
        return text

    grows_with_the_text(page, lambda text: read(known[len(text)]), longest=60_000)


# ---- files


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs the permissions of Unix")
def test_an_unreadable_file_on_the_command_line_leaves_the_others_alone(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("ປີ 2024", "utf-8")
    (tmp_path / "2.txt").write_bytes("ປີ 2024".encode("utf-16"))
    (tmp_path / "3.txt").write_bytes(b"\xff\0\0\0\x01\x02")
    (tmp_path / "4.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "5.txt").mkdir()
    (tmp_path / "6.txt").write_bytes(b"\xef\xbb\xbf" + "ປີ 2025".encode())
    names = [str(tmp_path / f"{n}.txt") for n in range(1, 7)]
    done = subprocess.run(
        [sys.executable, "-m", "ekasan", "parse", *names], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1
    assert [line for line in done.stdout.splitlines() if line in names] == [names[0], names[1], names[5]]
    for name, code in zip(names[2:5], ["not_text", "unreadable", "no_pages"], strict=True):
        assert f"{name}: {code}: " in done.stderr
