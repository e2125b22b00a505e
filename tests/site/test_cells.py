"""How single values look; and that nothing printed in a PDF becomes markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.publish.columns import SPEC_OF
from pipeline.site.cells import money, render
from pipeline.site.normal_form import normal_query

COLUMNS = sorted({column for spec in SPEC_OF.values() for column in spec.columns} | {"view", "list"})


def shown(value: object, column: str, table: str | None = "citations", **row: object) -> str | None:
    cell = render({"id": 7, "subject_table": "documents"} | row, value, column, table, "plans", str)
    return None if cell is None else str(cell)


@pytest.mark.parametrize(
    ("amount", "text"), [(2215600000, "2 215 600 000 đ"), (0, "0 đ"), (-5000000, "-5 000 000 đ"), (999, "999 đ")]
)
def test_money(amount: int, text: str) -> None:
    assert text.replace(" ", "\u202f") in str(money(amount))


def test_cells() -> None:
    assert (
        shown("[[3,1,2,3,4],[4,1,2,3,4]]", "boxes") == '<a class="to-page" href="/-/xem/citations/7">Xem trang 3–4</a>'
    )
    assert shown("[]", "boxes") == "<span></span>"
    assert shown(0.64, "confidence") == '<span class="unsure">64%</span>'
    assert shown("legal_basis", "zone") == '<span class="word word-legal_basis" title="legal_basis">căn cứ</span>'
    assert shown('["1",""]', "cells", "table_rows").count("<span>") == 2  # type: ignore[union-attr]
    assert shown("projects?lead_unit=Sở Y tế", "list", None) == (
        '<a class="to-page" href="/plans/projects?lead_unit__exact=S%E1%BB%9F+Y+t%E1%BA%BF">Xem các dòng</a>'
    )
    assert shown(None, "boxes") is None
    assert shown("Kế hoạch", "kind") is None


@given(st.sampled_from(COLUMNS), st.text(alphabet="<>&\"'[]{}a:,1?=", max_size=300), st.booleans())
def test_nothing_printed_becomes_markup(column: str, value: str, listed: bool) -> None:
    text = shown(f"<script>{value}", column, "findings" if listed else None)
    assert text is None or "<script>" not in text


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        (b"ref=1320%2FKH-UBND&a=", b"ref=1320%2FKH-UBND&a="),
        (b"_search=so%CC%82%CC%81", b"_search=s%E1%BB%91"),
        (b"_search=s%E1%BB%91%20h%C3%B3a", b"_search=s%E1%BB%91+ho%C3%A1"),
        (b"unit=h%C3%B3a", b"unit=h%C3%B3a"),
    ],
)
def test_queries_in_normal_form(typed: bytes, asked: bytes) -> None:
    assert normal_query(typed) == asked
