"""The command line: `python -m ekasan parse FILES...` or `ekasan parse FILES...`."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

import ekasan
from ekasan import Citation, Date, Office, Ordinal, Organization, Person, Place, Quantity, Quote

Value = Date | Quantity | Ordinal | Citation | Place | Person | Organization | Office | Quote

EPILOG = """\
A directory stands for the *.txt files in it, README left out; '-' is the standard input.
A record's id is the path of its file as given; for the standard input a hash of the text.
Exit status: 0; 1 if a file could not be read, decoded or written (the others still go through); 2 for wrong usage.
"""


class Unreadable(Exception):
    """A page that cannot be read: its path, and a code with what was wrong."""


def arguments() -> argparse.ArgumentParser:
    """What may be asked for."""
    parser = argparse.ArgumentParser(
        prog="ekasan", description="Lao, Thai and Vietnamese press pages to exact, checkable records."
    )
    parser.add_argument("--version", action="version", version=f"ekasan {ekasan.__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    parse = commands.add_parser(
        "parse",
        help="parse pages and print what they mention",
        description="Parse pages and print what they mention.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parse.add_argument("files", nargs="+", metavar="FILE", help="files or directories, '-' for the standard input")
    parse.add_argument("--format", choices=("jsonl", "table"), default="table", help="default: %(default)s")
    parse.add_argument("--output", metavar="PATH", help="write there instead of to the standard output")
    parse.add_argument("--records", metavar="PATH", help="also write the records there, one a line")
    parse.add_argument("--lang", metavar="L", help="the language of the pages: lo, th, vi, en or und")
    parse.add_argument("--page-date", metavar="YYYY-MM-DD", help="the day of the pages that print none")
    return parser


def pages(names: Sequence[str]) -> Iterator[str | Unreadable]:
    """The files that the names stand for, in order."""
    for name in names:
        path = Path(name)
        if name == "-" or not path.is_dir():
            yield name
            continue
        try:
            files = sorted(
                file for file in path.iterdir() if file.suffix == ".txt" and file.stem.casefold() != "readme"
            )
        except OSError as error:
            yield Unreadable(f"{name}: unreadable: {error.strerror}")
            continue
        yield from map(str, files)
        if not files:
            yield Unreadable(f"{name}: no_pages: saw a directory without *.txt files")


def read(name: str, lang: str | None, page_date: str | None) -> ekasan.Document:
    """The document of a file."""
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise Unreadable(f"{name}: unreadable: {error.strerror}") from error
    try:
        return ekasan.parse_bytes(data, lang=lang, page_date=page_date, id=None if name == "-" else utf8(name))
    except ekasan.EkasanError as error:
        raise Unreadable(f"{name}: {error}") from error


def utf8(name: str) -> str:
    """A path as UTF-8 can hold it: bytes that are none come as lone surrogates."""
    return name.encode("utf-8", "replace").decode("utf-8")


def shown(text: str) -> str:
    """Text on one line: blanks single, control characters away."""
    return " ".join("".join(" " if unicodedata.category(c) == "Cc" else c for c in text).split())


def width(text: str) -> int:
    """How many columns a text takes: characters that do not stand over or under another."""
    return sum(unicodedata.category(c) not in ("Mn", "Me", "Cf") for c in text)


def meaning(value: Value | None) -> str:
    """A value in a few words."""
    match value:
        case None:
            words: list[object] = []
        case Date():
            words = [value.edtf, value.modifier]
        case Quantity():
            words = [value.approx, value.value, value.unit]
        case Ordinal():
            words = [value.value, value.of]
        case Citation():
            words = [value.symbol or value.number, value.date]
        case Place():
            words = [value.name, value.level]
        case Person():
            words = [value.name or "/".join(value.candidates), *value.offices]
        case Organization():
            words = [value.kind, value.level, value.place]
        case Office():
            status = None if value.status == "current" else value.status
            words = [status, value.office, value.body, value.place, value.person]
        case Quote():
            words = [value.what, value.speaker]
    return " ".join(str(word) for word in words if word) or "-"


def table(name: str, page: ekasan.Document) -> str:
    """A page as a person reads it: its frame, and a line a mention."""
    rows = [("kind", "surface", "value")]
    rows += [(mention.kind, shown(mention.surface), shown(meaning(mention.value))) for mention in page.mentions]
    wide = [max(width(row[column]) for row in rows) for column in (0, 1)]
    lines = [shown(utf8(name)), f"  {shown(page.title or '-')}", f"  {page.published or '-'}  {page.language}"]
    for kind, surface, value in rows:
        lines.append(f"    {kind:{wide[0]}}  {surface}{' ' * (wide[1] - width(surface))}  {value}")
    return "\n".join(lines) + "\n\n"


def run(asked: argparse.Namespace, output: TextIO, records: TextIO | None) -> int:
    """Parses the files that were asked for: the exit status."""
    status = 0
    for name in pages(asked.files):
        try:
            if isinstance(name, Unreadable):
                raise name
            page = read(name, asked.lang, asked.page_date)
        except Unreadable as error:
            output.flush()
            print(f"ekasan: {error}", file=sys.stderr)
            status = 1
            continue
        output.write(f"{page.to_json()}\n" if asked.format == "jsonl" else table(name, page))
        if records is not None:
            records.write(f"{page.to_json()}\n")
    output.flush()
    return status


def main(argv: Sequence[str] | None = None) -> int:
    """The program: its exit status."""
    parser = arguments()
    asked = parser.parse_args(argv)
    if asked.output is not None and asked.output == asked.records:
        parser.error("--output and --records are the same file")
    try:
        ekasan.parse("", lang=asked.lang, page_date=asked.page_date)
    except ekasan.EkasanError as error:
        parser.error(str(error))
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Lao and Thai are no part of every terminal's encoding.
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        with contextlib.ExitStack() as files:
            opened = {
                path: files.enter_context(open(path, "w", encoding="utf-8", newline="\n"))
                for path in (asked.output, asked.records)
                if path is not None
            }
            return run(asked, opened.get(asked.output, sys.stdout), opened.get(asked.records))
    except BrokenPipeError:
        # Whoever reads has seen enough; what is left in the buffer goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"ekasan: {error.filename or asked.output or '-'}: unwritable: {error.strerror}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
