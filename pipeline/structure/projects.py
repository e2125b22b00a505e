"""Projects and tasks: the rows of tables that list them, with money in whole đồng.

What a column holds is told by its header (models/vocabulary/columns.toml). A list of projects names them and says
who, when or how much; a list of substances or of administrative procedures does not.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import zip_longest

import regex

from pipeline.model import Passage, Project, Table, TableRow, Value
from pipeline.structure.amounts import MoneyUnit, read_unit, to_dong
from pipeline.structure.table_rows import is_numbering
from pipeline.structure.table_title import unit_in_header
from pipeline.structure.table_vocabulary import column_field, fold, phrase
from pipeline.structure.values import is_ditto

_FIELDS = (
    *("number", "name", "content", "lead_unit", "partner_units", "goal", "period"),
    *("budget", "disbursed", "funding", "result", "note"),
)
_TELLING = ("lead_unit", "partner_units", "period", "budget", "funding")
_SAYS_OF_A_TASK = {"result", "disbursed"}
"""What tells a list of projects where neither who, when nor how much is said of them."""

_AMOUNT = r"(?P<amount> \d [\d.,]* (?<=\d) ) (?: \s* (?P<unit> %s ) (?! \p{L} ) )?"


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds which field (its index), and the unit that a money column's header states."""

    at: Mapping[str, int]
    units: Mapping[str, MoneyUnit | None]

    def text(self, row: TableRow, field: str) -> str | None:
        column = self.at.get(field)
        return row.cells[column].passage.text.strip() or None if column is not None else None

    def value(self, row: TableRow, field: str) -> Value | None:
        column = self.at.get(field)
        return row.cells[column].value if column is not None else None


def find_projects(tables: Sequence[Table]) -> tuple[Project, ...]:
    """The project and task rows of all tables that list them, in order; group rows and totals are none."""
    return tuple(project for k, table in enumerate(tables) for project in _projects_of(table, k))


def disbursed_amount(result: str, unit: MoneyUnit | None) -> int | None:
    """What a result says was paid out, in đồng: "Đã thực hiện giải ngân 2.215,6" in triệu đồng.

    None without the word "giải ngân" or "thanh toán", where it is denied, planned or a percentage, and where two
    different amounts are named.
    """
    text = fold(result)
    found = [m for m in _disbursement().finditer(text) if not _denied(text[: m.start()], m["between"])]
    amounts = {to_dong(f"{m['amount']} {m['unit'] or ''}", unit) for m in found}
    return amounts.pop() if len(amounts) == 1 else None


def _projects_of(table: Table, index: int) -> Iterator[Project]:
    columns = _read_columns(table)
    if columns is None:
        return
    group: str | None = None
    above: Project | None = None
    for position, (row, following) in enumerate(zip_longest(table.rows, table.rows[1:])):
        title = _group_title(row, columns, following)
        if title is not None:
            group = title
        elif _is_project(row, columns):
            blank = Project(index, position, None, "", group_name=group)
            above = _make_project(row, columns, above or blank, blank)
            yield above


def _read_columns(table: Table) -> _Columns | None:
    """The meaning of the columns, None where the table is no list of projects."""
    at: dict[str, int] = {}
    for column, name in enumerate(table.columns):
        field = _field(name)
        if field is not None:
            at.setdefault(field, column)
    if "name" not in at and "content" in at:
        at["name"] = at["content"]
    telling = [field for field in _TELLING if field in at]
    if "name" not in at or not (telling or (at["name"] != at.get("content") and _SAYS_OF_A_TASK & set(at))):
        return None
    if at["name"] == at.get("content") and not {"lead_unit", "budget"} & set(telling):
        return None
    money = [field for field in ("budget", "result") if field in at]
    stated = {field: unit_in_header([table.columns[at[field]]]) or table.unit for field in money}
    return _Columns(at, {field: read_unit(unit) for field, unit in stated.items()})


def _field(name: str) -> str | None:
    """The field of a column, by its own name or, below a parent such as "Kinh phí", by the parent's."""
    levels = name.split(" / ")
    own = column_field(levels[-1])
    if own in _FIELDS:
        return own
    parents = [column_field(level) for level in levels[:-1]]
    if "budget" in parents:
        return "budget" if phrase("total").meets(levels[-1]) else None
    return next((field for field in reversed(parents) if field in _FIELDS and field != "funding"), None)


def _group_title(row: TableRow, columns: _Columns, following: TableRow | None) -> str | None:
    """The title of a group row: only its number and its name are printed (and, maybe, sums of its rows).

    A whole number counts projects, so it heads a group only above "1.1" or, where it is set off, above "a)" or "-";
    a row without a number does where it is set off from numbered ones.
    """
    texts = [cell.passage.text.strip() for cell in row.cells]
    filled = [k for k, text in enumerate(texts) if text]
    numbered = bool(filled) and is_numbering(texts[filled[0]])
    titles = filled[1:] if numbered else filled
    if not titles or phrase("total").meets(texts[titles[0]]):
        return None
    number = texts[filled[0]].strip("().") if numbered else ""
    below = following.cells[0].passage.text.strip() if following else ""
    high = bool(regex.fullmatch(r"[IVXLC]+|[A-ZĐ]", number))
    title = row.cells[titles[0]].passage
    set_off = titles[0] != columns.at["name"] or _is_set_off(title)
    if not high:
        high = _heads_parts(number, below, set_off) if number else set_off and columns.at.get("number") == 0
    lone = len(titles) == 1 and (high or (set_off and not number.isdecimal()))
    sums = high and titles[0] == columns.at["name"] and all(_is_sum(columns, k, texts[k]) for k in titles[1:])
    return title.text.strip() if lone or sums else None


def _heads_parts(number: str, below: str, set_off: bool) -> bool:
    """Whether the row below is a part of the row with this number."""
    if below.startswith(f"{number}."):
        return set_off or not number.isdecimal()
    return set_off and bool(regex.fullmatch(r"[a-zđ][.)]|[-–+*•]+", below))


def _is_sum(columns: _Columns, column: int, text: str) -> bool:
    money = {columns.at.get("budget"), columns.at.get("disbursed")}
    return column in money or regex.fullmatch(r"[\d.,\s%()\-–]+", text) is not None


def _is_set_off(passage: Passage) -> bool:
    """Bold or in capitals, as titles are."""
    bold = sum(stop - start for start, stop in passage.bold)
    return 2 * bold > len(passage.text) or passage.text.isupper()


def _is_project(row: TableRow, columns: _Columns) -> bool:
    """A row with a name that is more than a number or "Tổng cộng", and something said of it or a number before it."""
    name = columns.text(row, "name")
    if name is None or is_numbering(name) or not any(c.isalpha() for c in name):
        return False
    if any(phrase("total").meets(cell.passage.text.strip()) for cell in row.cells[: columns.at["name"] + 1]):
        return False
    return any(columns.text(row, field) for field in ("number", *_TELLING))


def _make_project(row: TableRow, columns: _Columns, above: Project, blank: Project) -> Project:
    budget, result = columns.text(row, "budget"), columns.text(row, "result")
    amount, period = columns.value(row, "budget"), columns.value(row, "period")
    return Project(
        table=blank.table,
        row=blank.row,
        number=columns.text(row, "number"),
        name=columns.text(row, "name") or "",
        lead_unit=_resolved(columns.text(row, "lead_unit"), above.lead_unit),
        partner_units=_resolved(columns.text(row, "partner_units"), above.partner_units),
        goal=columns.text(row, "goal"),
        period=_resolved(columns.text(row, "period"), above.period),
        period_from=period.first if period else None,
        period_to=period.last if period else None,
        budget=budget,
        budget_vnd=amount.vnd if amount else None,
        disbursed_vnd=_disbursed(row, columns, result),
        funding=_resolved(columns.text(row, "funding"), above.funding),
        result=result,
        group_name=blank.group_name,
    )


def _disbursed(row: TableRow, columns: _Columns, result: str | None) -> int | None:
    """From a column of its own, or from what the result says, in the unit of the table."""
    if columns.text(row, "disbursed") is not None:
        paid = columns.value(row, "disbursed")
        return paid.vnd if paid else None
    unit = columns.units.get("result") or columns.units.get("budget")
    return disbursed_amount(result, unit) if result else None


def _resolved(printed: str | None, above: str | None) -> str | None:
    """A ditto mark means what the row above has; the table's row keeps the mark."""
    return above if printed is not None and is_ditto(printed) else printed


def _denied(before: str, between: str) -> bool:
    """Whether the words just before the amount, in its sentence, say that it was not paid, is a share, or a date."""
    clause = regex.split(r"[.,;]\s", before)[-1]
    words = _disbursement_words()
    return _names_one(words["negations"], f"{clause} {between}") or _names_one(words["dates"], between)


def _names_one(words: Sequence[str], text: str) -> bool:
    return any(regex.search(rf"(?<!\p{{L}}){word}(?!\p{{L}})", text) for word in words)


@cache
def _disbursement() -> regex.Pattern[str]:
    """ "giải ngân", at most a few words without figures, and an amount with nothing counted after it ("%", "dự án")."""
    words = "|".join(regex.escape(word).replace(r"\ ", r"\s") for word in _disbursement_words()["words"])
    units = r"(?: nghìn | ngàn | triệu | tỷ | tỉ ) (?: \s* đồng )? | tr\.?đ | đồng | vnđ"
    return regex.compile(
        rf"""
        (?<!\p{{L}}) (?: {words} ) (?!\p{{L}}) (?P<between> [^\d.;]{{0,40}}? )
        {_AMOUNT % units} (?= \s* (?: $ | [.,;()–-] (?! \d ) | (?: đạt | bằng | tương | và | còn | chiếm ) \b ) )
        """,
        regex.VERBOSE,
    )


@cache
def _disbursement_words() -> Mapping[str, list[str]]:
    text = (resources.files("models.vocabulary") / "amounts.toml").read_text(encoding="utf-8")
    words: dict[str, list[str]] = tomllib.loads(text)["disbursement"]
    return words
