"""On four hundred government pages of Thailand: the day, the headline, the body out of the furniture.

Checked against the text itself: every page prints its day in words of the Buddhist Era in its first lines
(วันจันทร์ที่ 29 มกราคม 2567), its first line is the headline behind the site's prefix, and what the site adds below and
around the article is known.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import ekasan

MONTHS = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split()
PREFIX = "รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-"
DAY = re.compile(r"วัน\S+?ที่ (\d+) (\S+) (\d{4})")


def pages(shared: Path) -> list[str]:
    lines = (shared / "corpora" / "thai_government_news.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


def test_every_page_has_the_day_it_prints_first(shared: Path) -> None:
    wrong = []
    for text in pages(shared):
        printed = DAY.search("\n".join(text.split("\n")[:8]))
        assert printed, text[:200]
        day, month, year = printed.groups()
        wanted = f"{int(year) - 543}-{MONTHS.index(month) + 1:02}-{int(day):02}"
        if ekasan.parse(text).published != wanted:
            wrong.append(wanted)
    assert wrong == []


def test_every_title_is_the_headline_without_the_prefix(shared: Path) -> None:
    wrong = []
    for text in pages(shared):
        wanted = ekasan.normalize(text.split("\n")[0]).strip().removeprefix(PREFIX).strip()
        title = ekasan.parse(text).title
        if title != wanted:
            wrong.append((wanted, title))
    assert wrong == []


def test_no_body_holds_the_furniture(shared: Path) -> None:
    for text in pages(shared):
        body = ekasan.parse(text).body
        assert PREFIX not in body
        lines = body.split("\n") if body else []
        assert not [line for line in lines if line == "พิมพ์" or line.startswith("ที่มา : http") or not re.search(r"\w", line)]
