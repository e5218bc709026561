"""The command line, as a shell runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import ekasan
import pytest

PAGE = "ຫົວຂໍ້ຂ່າວ\n\nວັນທີ 7 ສິງຫາ 2024, ຢູ່ນ້ຳຕົກມີ 1.922 ຄົນ.\n"
DATELESS = "ຕອນເຊົ້າວັນທີ 5 ສິງຫາ, ກອງປະຊຸມໄດ້ໄຂຂຶ້ນ.\n"


def run(*arguments: str | Path, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs `python -m ekasan` to its end."""
    done = subprocess.run(
        [sys.executable, "-m", "ekasan", *arguments],
        input=given,
        capture_output=True,
        check=False,
        env=os.environ | environment,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two pages and files that are none."""
    (tmp_path / "b.txt").write_text(PAGE, "utf-8")
    (tmp_path / "a.txt").write_text(DATELESS, "utf-8")
    (tmp_path / "README.txt").write_text("about the pages, 5 ຄົນ", "utf-8")
    (tmp_path / "c.csv").write_text("1,2", "utf-8")
    return tmp_path


def test_a_table_shows_the_frame_and_the_mentions_of_a_page(root: Path) -> None:
    path = root / "examples" / "pages" / "lo-1.txt"
    done = run("parse", path)
    assert (done.returncode, done.stderr) == (0, "")
    page = ekasan.parse_bytes(path.read_bytes())
    name, title, dated, _, *rows = done.stdout.rstrip("\n").split("\n")
    assert (name, title.strip(), dated.split()) == (str(path), page.title, ["2025-05-05", "lo"])
    assert len(rows) == len(page.mentions)
    for row, mention in zip(rows, page.mentions, strict=True):
        assert row.split()[0] == mention.kind
        assert mention.surface in row
    assert any(row.endswith("82 percent") for row in rows)


def test_the_columns_of_a_table_stand_under_each_other(folder: Path) -> None:
    _, _, _, head, *rows = run("parse", folder / "b.txt").stdout.rstrip("\n").split("\n")
    # A mark over or under a letter takes no column: ສິ is one column wide, ຄົ too.
    assert [row.rstrip() for row in (head, *rows)] == [
        "    kind      surface      value",
        "    date      7 ສິງຫາ 2024  2024-08-07",
        "    quantity  1.922 ຄົນ     1922 person",
    ]


def test_a_table_holds_no_control_characters(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(
        "Tin \u001b[31mđỏ trong huyện\nTin \u001b[31mđỏ trong huyện\n\nNgày 7\ntháng 8 năm 2024 có 5 người.", "utf-8"
    )
    done = run("parse", path)
    assert "\u001b" not in done.stdout
    assert "[31mđỏ" in done.stdout
    assert "7 tháng 8 năm 2024" in done.stdout


def test_jsonl_has_a_record_a_line_named_by_its_file(folder: Path) -> None:
    done = run("parse", folder / "b.txt", folder / "a.txt", "--format", "jsonl")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert records == [
        ekasan.parse(PAGE, id=str(folder / "b.txt")).to_dict(),
        ekasan.parse(DATELESS, id=str(folder / "a.txt")).to_dict(),
    ]
    assert done.returncode == 0


def test_a_directory_stands_for_its_pages_in_order(folder: Path) -> None:
    done = run("parse", folder, "--format=jsonl")
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [
        str(folder / "a.txt"),
        str(folder / "b.txt"),
    ]
    assert (done.returncode, done.stderr) == (0, "")


def test_a_hyphen_is_the_standard_input() -> None:
    done = run("parse", "-", "--format=jsonl", given=PAGE.encode())
    assert json.loads(done.stdout) == ekasan.parse(PAGE).to_dict()


def test_language_and_day_are_handed_on(folder: Path) -> None:
    done = run("parse", folder / "a.txt", "--format=jsonl", "--page-date=2024-02-23", "--lang=th")
    wanted = ekasan.parse(DATELESS, lang="th", page_date="2024-02-23", id=str(folder / "a.txt")).to_dict()
    assert json.loads(done.stdout) == wanted
    assert wanted["mentions"][0]["value"]["edtf"] == "2024-08-05"


@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_the_output_goes_to_a_file_that_is_asked_for(folder: Path, form: str) -> None:
    printed = run("parse", folder / "b.txt", "--format", form).stdout
    done = run("parse", folder / "b.txt", "--format", form, "--output", folder / "out")
    assert done.stdout == ""
    assert (folder / "out").read_text("utf-8") == printed != ""


def test_records_are_written_beside_the_table(folder: Path) -> None:
    done = run("parse", folder, "--records", folder / "records.jsonl")
    assert done.stdout == run("parse", folder).stdout
    assert (folder / "records.jsonl").read_text("utf-8") == run("parse", folder, "--format=jsonl").stdout


def test_what_cannot_be_read_is_told_and_the_others_go_through(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\xff\0\0\x01")
    (folder / "none").mkdir()
    missing = folder / "missing.txt"
    done = run("parse", missing, folder, folder / "none", folder / "b.txt", "--format=jsonl")
    assert [Path(json.loads(line)["id"]).name for line in done.stdout.splitlines()] == ["a.txt", "b.txt", "b.txt"]
    assert done.returncode == 1
    first, second, third = done.stderr.splitlines()
    assert first.startswith(f"ekasan: {missing}: unreadable: ")
    assert second.startswith(f"ekasan: {folder / 'bad.txt'}: not_text: ")
    assert third.startswith(f"ekasan: {folder / 'none'}: no_pages: ")


def test_a_file_that_cannot_be_written_is_told(folder: Path) -> None:
    done = run("parse", folder / "b.txt", "--output", folder / "no" / "such" / "folder")
    assert done.returncode == 1
    assert done.stderr.startswith(f"ekasan: {folder / 'no' / 'such' / 'folder'}: unwritable: ")


def test_the_name_of_a_file_need_not_be_text(folder: Path) -> None:
    name = os.fsencode(folder) + b"/\xff.txt"
    with open(name, "wb") as file:
        file.write(PAGE.encode())
    done = run("parse", os.fsdecode(name), "--format=jsonl")
    assert json.loads(done.stdout)["id"] == f"{folder}/?.txt"
    assert run("parse", os.fsdecode(name)).returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["parse"],
        ["read", "-"],
        ["parse", "-", "--format=xml"],
        ["parse", "-", "--lang=klingon"],
        ["parse", "-", "--page-date=23/02/2024"],
        ["parse", "-", "--output=x", "--records=x"],
        ["parse", "-", "--unknown"],
    ],
)
def test_wrong_usage_has_its_own_exit_status(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "usage: ekasan" in done.stderr
    assert not list(tmp_path.iterdir())


def test_help_and_version_are_told() -> None:
    assert run("--version").stdout == f"ekasan {ekasan.__version__}\n"
    assert "parse" in run("--help").stdout
    told = run("parse", "--help").stdout
    assert all(option in told for option in ("--format", "--output", "--records", "--lang", "--page-date"))


def test_a_broken_pipe_ends_quietly(folder: Path) -> None:
    (folder / "long.txt").write_text(PAGE * 5000, "utf-8")
    command = [sys.executable, "-m", "ekasan", "parse", str(folder / "long.txt")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_lao_is_printed_whatever_the_locale(folder: Path) -> None:
    done = run("parse", folder / "b.txt", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, "")
    assert "7 ສິງຫາ 2024" in done.stdout
