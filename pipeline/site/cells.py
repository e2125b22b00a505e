"""How one value is shown in a table: amounts that can be read, codes as words, boxes as links to the page."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from markupsafe import Markup, escape

from pipeline.publish.dictionary import dictionary
from pipeline.publish.labels import shortened

THIN_SPACE = "\u202f"
LONG_TEXT = 240
UNSURE_BELOW = 0.8

Url = Callable[[str], str]
Row = Mapping[str, object]


def render(row: Row, value: object, column: str, table: str | None, database: str, url: Url) -> Markup | None:
    """The HTML of a cell, or None to leave it to Datasette. ``url`` makes a path absolute."""
    if value is None or isinstance(value, bytes | dict):
        return None
    if link := _link(row, value, column, table, database, url):
        return link
    if column.endswith("_vnd") and isinstance(value, int):
        return money(value)
    if column == "confidence" and isinstance(value, int | float):
        return _confidence(float(value))
    if column in ("held", "recognised", "same_year", "applied"):
        return Markup("có" if value else "không")
    if column in ("cells", "columns", "recipients", "aliases", "copies", "candidates"):
        return _list(str(value), "ô trống" if column == "cells" else "")
    if column == "subject_table" and value in dictionary().tables:
        return Markup(escape(dictionary().tables[str(value)].title))
    return _words(value, column)


def money(amount: int) -> Markup:
    """2215600000 as "2 215 600 000 đ", which is the same number in every country."""
    return Markup('<span class="money">{}{}đ</span>').format(f"{amount:,}".replace(",", THIN_SPACE), THIN_SPACE)


def _link(row: Row, value: object, column: str, table: str | None, database: str, url: Url) -> Markup | None:
    if column == "view" and table is None and isinstance(value, str):
        return _anchor(url(f"/-/xem/{value}"), "Xem trang")
    if column == "list" and table is None and isinstance(value, str):
        return _list_link(value, database, url)
    if table is None or "id" not in row:
        return None
    if column == "boxes":
        return _page_link(str(value), table, row["id"], url)
    if column == "page":
        return _anchor(url(f"/-/xem/{table}/{row['id']}"), f"trang {value}")
    if table == "tables" and column == "columns":
        return _anchor(url(f"/-/bang/{row['id']}"), f"Mở bảng ({len(json.loads(str(value)))} cột)")
    if table == "documents" and column == "file":
        return _anchor(url(f"/-/xem/documents/{row['id']}"), str(value))
    if column == "subject_id" and row["subject_table"]:
        return _anchor(url(f"/-/dong/{row['subject_table']}/{value}"), f"dòng {value}")
    return None


def _list_link(value: str, database: str, url: Url) -> Markup:
    """ "projects?lead_unit=Sở Y tế" as a link to those rows."""
    table, _, condition = value.partition("?")
    column, _, wanted = condition.partition("=")
    return _anchor(f"{url(f'/{database}/{table}')}?{urlencode({f'{column}__exact': wanted})}", "Xem các dòng")


def _page_link(boxes: str, table: str, row_id: object, url: Url) -> Markup | None:
    try:
        pages = sorted({int(box[0]) for box in json.loads(boxes)})
    except (ValueError, TypeError, IndexError, KeyError):
        return None
    if not pages:
        return Markup("<span></span>")  # Datasette would show the brackets in place of an empty string
    shown = str(pages[0]) if len(pages) == 1 else f"{pages[0]}–{pages[-1]}"
    return _anchor(url(f"/-/xem/{table}/{row_id}"), f"Xem trang {shown}")


def _anchor(href: str, text: str) -> Markup:
    return Markup('<a class="to-page" href="{}">{}</a>').format(href, text)


def _confidence(value: float) -> Markup:
    kind = "unsure" if value < UNSURE_BELOW else "sure"
    return Markup('<span class="{}">{}%</span>').format(kind, round(value * 100))


def _list(value: str, blank: str) -> Markup | None:
    try:
        items = json.loads(value)
    except ValueError:
        return None
    if not isinstance(items, list):
        return None
    shown = (escape(item) if item else Markup('<em class="blank">{}</em>').format(blank) for item in items)
    return Markup('<span class="cells">{}</span>').format(
        Markup("").join(Markup("<span>{}</span>").format(item) for item in shown)
    )


def _words(value: object, column: str) -> Markup | None:
    if word := dictionary().value(column, value):
        return Markup('<span class="word word-{}" title="{}">{}</span>').format(value, value, word)
    if isinstance(value, str) and len(value) > LONG_TEXT:
        short = shortened(" ".join(value.split()), LONG_TEXT)
        return Markup('<details class="long"><summary>{}</summary><div>{}</div></details>').format(short, value)
    return None
