"""Every finding about one document: what raises it, and what does not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from pipeline.checks import check_document
from pipeline.model import (
    Anchor,
    Box,
    Cell,
    Citation,
    Extraction,
    Finding,
    Footnote,
    Letterhead,
    Passage,
    Piece,
    Project,
    Section,
    Table,
    TableRow,
)
from pipeline.structure.values import type_values
from tests.conftest import ROOT

_BOX = Box(1, 85.0, 100.0, 500.0, 114.0)
_SOUND = Letterhead(
    kind="Kế hoạch", number="45", symbol="KH-UBND", ref="45/KH-UBND", issued_on="2025-04-08", issuer="Ủy ban nhân dân"
)


def _passage(text: str, box: Box = _BOX) -> Passage:
    return Passage(text, (Piece(0, len(text), box),))


def _findings(head: Letterhead = _SOUND, **parts: Any) -> tuple[Finding, ...]:
    return check_document(Extraction(letterhead=head, text_source="text", status="ok", pages=(), **parts))


def _codes(findings: Iterable[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def _head(**changes: str | None) -> Letterhead:
    fields: dict[str, Any] = {
        name: getattr(_SOUND, name) for name in ("kind", "number", "symbol", "ref", "issued_on", "issuer")
    }
    return Letterhead(**{**fields, **changes})


@pytest.mark.parametrize(
    ("head", "codes"),
    [
        (_SOUND, []),
        (Letterhead(kind="Phụ lục", title="DANH MỤC"), []),
        (_head(number=None, ref=None), ["number_blank"]),
        (_head(issued_on=None), ["date_blank"]),
        (_head(issued_on="2025-04"), ["date_blank"]),
        (
            _head(ref="12/2021/QĐ-UBND", kind="Quyết định", symbol="QĐ-UBND", issued_on="2020-12-31"),
            ["document_year_mismatch"],
        ),
        (_head(ref="12/2021/QĐ-UBND", kind="Quyết định", symbol="QĐ-UBND", issued_on="2021-12-31"), []),
        (_head(kind="Quyết định"), ["document_kind_mismatch"]),
        (_head(kind="Công văn", symbol="UBND-VX"), []),
        (_head(kind="Thông báo kết luận", symbol="TB-VPCP"), []),
    ],
)
def test_letterheads(head: Letterhead, codes: list[str]) -> None:
    assert _codes(_findings(head)) == codes


def _citation(ref: str, issued_on: str | None = None, kind: str | None = None, **more: Any) -> Citation:
    number, _, symbol = ref.replace("-", "/", 1).partition("/") if "/" not in ref else ref.partition("/")
    fields: dict[str, Any] = {
        "block": 0, "start": 0, "stop": 9, "text": f"{kind or ''} số {ref}".strip(), "page": 1, "zone": "body",
        "kind": kind, "number": number, "symbol": re.sub(r"^\d{4}/", "", symbol), "ref": ref, "issued_on": issued_on,
        "issuer": "UBND tỉnh", "pinpoint": None, "title": None, "title_source": None, "relation": "refers",
        "confidence": 1.0, "boxes": (_BOX,),
    }  # fmt: skip
    return Citation(**{**fields, **more})


@pytest.mark.parametrize(
    ("citations", "codes"),
    [
        ([_citation("12/2021/QĐ-UBND", "2020-05-06", "Quyết định")], ["citation_year_mismatch"]),
        ([_citation("12/2021/QĐ-UBND", "2021-05-06", "Quyết định"), _citation("88/QĐ-UBND", "2020-01-15")], []),
        ([_citation("12/QĐ-UBND", "2021-03-02", "Kế hoạch")], ["citation_kind_mismatch"]),
        (
            [
                _citation("12/QĐ-UBND", "2021-03-02", "Quyết định"),
                _citation("66-QĐ/TW", "2017-02-06", "Quy định"),
                _citation("12/TB-VPCP", "2022-01-05", "Thông báo kết luận"),
                _citation("55/CT-TTHT", "2022-01-05", "Công văn"),
                _citation("14-KL/TW", "2021-09-22", "Kết luận"),
                _citation("15/2023/QH15", "2023-01-09", "Luật"),
                _citation("9/UBND-VX", "2023-01-09", "Văn bản"),
            ],
            [],
        ),
        ([_citation("942/QĐ-TTg", "2021-06-15"), _citation("942/QĐ-TTg", "2021-06-16")], ["citation_two_dates"]),
        (
            [_citation("05/2024/QĐ-UBND", "2024-01-02"), _citation("05/2024/QĐ-UBND", "2024-07-26")],
            ["citation_two_dates"],
        ),
        ([_citation("942/QĐ-TTg", "2021-06-15"), _citation("942/QĐ-TTg", "2021-06-15")], []),
        ([_citation("12/QĐ-UBND", "2019-01-05"), _citation("12/QĐ-UBND", "2023-04-17")], []),
        (
            [
                _citation("12/QĐ-UBND", "2023-01-05", issuer="UBND tỉnh"),
                _citation("12/QĐ-UBND", "2023-04-05", issuer="UBND huyện"),
            ],
            [],
        ),
        ([_citation("88/QĐ-UBND", "2025-04-09")], ["citation_later"]),
        ([_citation("88/QĐ-UBND", "2026")], ["citation_later"]),
        ([_citation("88/QĐ-UBND", "2025-04-08"), _citation("89/QĐ-UBND", "2025"), _citation("90/QĐ-UBND")], []),
        ([_citation("88/QĐ-UBND", "2024-04-09", confidence=0.5)], ["citation_unsure"]),
        ([_citation("88/QĐ-UBND", "2024-04-09", confidence=0.7)], []),
    ],
)
def test_citations(citations: list[Citation], codes: list[str]) -> None:
    assert _codes(_findings(citations=tuple(citations))) == codes


def _note(marker: str, anchored: bool = True) -> Footnote:
    return Footnote(marker, _passage(f"Chú thích {marker}"), Anchor(0, 5) if anchored else None)


@pytest.mark.parametrize(
    ("notes", "codes"),
    [
        ([_note("1"), _note("2"), _note("3")], []),
        ([_note("1"), _note("2"), _note("1"), _note("2")], []),
        ([_note("*"), _note("1")], []),
        ([_note("1"), _note("4")], ["note_missing"]),
        ([_note("1", anchored=False)], ["note_without_anchor"]),
    ],
)
def test_notes(notes: list[Footnote], codes: list[str]) -> None:
    assert _codes(_findings(footnotes=tuple(notes))) == codes


def _sections(*markers: str) -> tuple[Section, ...]:
    """Sections of level 1; a marker after spaces stands below the last one of level 1."""
    made: list[Section] = []
    for marker in markers:
        below = marker.startswith(" ")
        parent = max(k for k, section in enumerate(made) if section.level == 1) if below else None
        made.append(Section(parent, 2 if below else 1, marker.strip(), None, _passage(f"{marker.strip()} Nội dung")))
    return tuple(made)


@pytest.mark.parametrize(
    ("markers", "codes"),
    [
        (["I.", "II.", "III."], []),
        (["A.", "B.", "C.", "D."], []),
        (["a)", "b)", "c)", "d)", "đ)", "e)", "g)"], []),
        (["1.", "2.", "1.", "2."], []),
        (["I.", " 1.", " 2.", "II.", " 1."], []),
        (["Chương I", " Điều 1.", " Điều 2.", "Chương II", " Điều 3."], []),
        (["Điều 1.", "Điều 2.", "PHỤ LỤC", " Điều 1."], []),
        (["PHỤ LỤC I", "PHỤ LỤC III"], []),
        (["1.", "2.", "4."], ["section_skipped"]),
        (["I.", "III."], ["section_skipped"]),
        (["a)", "b)", "d)"], ["section_skipped"]),
        (["Chương I", " Điều 1.", "Chương II", " Điều 3."], ["section_skipped"]),
        (["1.", "2.", "2.", "3."], ["section_repeated"]),
        (["1.", "12."], []),
    ],
)
def test_section_numbers(markers: list[str], codes: list[str]) -> None:
    assert _codes(_findings(sections=_sections(*markers))) == codes


def test_a_number_of_a_scan_that_was_set_right() -> None:
    sections = [Section(None, 1, "I.", "MỘT", _passage("I. MỘT")), Section(None, 1, "II.", "HAI", _passage("I. HAI"))]
    findings = _findings(sections=tuple(sections))
    assert _codes(findings) == ["section_number_set_right"]
    assert "“I.”" in findings[0].message
    assert "“II.”" in findings[0].message


def _table(*budgets: str, total: str | None, unit: str = "Triệu đồng") -> dict[str, Any]:
    rows = [[str(k), f"Dự án {k}", budget] for k, budget in enumerate(budgets, 1)]
    rows += [["", "Tổng cộng", total]] if total else []
    boxes = [Box(1, 100 * column, 10, 100 * column + 90, 20) for column in range(3)]
    cells = [TableRow(tuple(map(Cell, map(_passage, row, boxes))), 1, 1, (_BOX,)) for row in rows]
    table = type_values(Table(None, unit, ("STT", "Tên dự án", "Kinh phí"), tuple(cells), 1, 1, (_BOX,)))
    values = [int(float(budget.replace(".", "").replace(",", ".")) * 1_000_000) for budget in budgets]
    projects = [
        Project(0, k, str(k + 1), f"Dự án {k + 1}", budget=budget, budget_vnd=value)
        for k, (budget, value) in enumerate(zip(budgets, values, strict=True))
    ]
    return {"tables": (table,), "projects": tuple(projects)}


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (_table("1.500", "2.215,6", total="3.715,6"), []),
        (_table("1.500", "2.215,6", total="3.915,6"), ["total_mismatch"]),
        (_table("1.500", "2.215,6", total=None), []),
        (_table("1.500", "2.215,6", total="…"), []),
        (_table("0,33", "0,33", "0,33", total="1,00"), []),
    ],
)
def test_totals(table: dict[str, Any], codes: list[str]) -> None:
    assert _codes(_findings(**table)) == codes


def test_messages_name_the_values_in_vietnamese_first() -> None:
    (finding,) = _findings(citations=(_citation("12/2021/QĐ-UBND", "2020-05-06", "Quyết định"),))
    assert finding.message == (
        "12/2021/QĐ-UBND mang năm 2021 nhưng ghi ngày 06/05/2020 (the year in the number is not that of the date)"
    )
    assert (finding.page, finding.boxes, finding.subject and finding.subject.table) == (1, (_BOX,), "citations")


_RAISED = re.compile(r"(?:Finding|_finding|_about)\(\s*(?:\w+, \w+, |\*clash, )?\"(?P<code>[a-z_]+)\"")


def _raised_codes() -> set[str]:
    sources = (path.read_text(encoding="utf-8") for path in Path(ROOT, "pipeline").rglob("*.py"))
    return {match["code"] for source in sources for match in _RAISED.finditer(source)}


def test_every_code_is_listed_with_its_meaning() -> None:
    listed = re.findall(
        r"^\| `([a-z_]+)` \|", Path(ROOT, "docs", "findings.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert sorted(listed) == sorted(set(listed))
    assert _raised_codes() <= set(listed)


@pytest.mark.parametrize(
    ("ref", "issued_on", "issuer", "found"),
    [
        ("12/QĐ-BTTTT", "2026-01-05", None, True),
        ("12/QĐ-BTTTT", "2025-02-28", None, False),
        ("12/QĐ-BTTTT", "2026", None, False),  # a day in part says too little
        ("12/QĐ-BNNMT", "2024-12-05", None, True),
        ("12/QĐ-BNNMT", "2025-03-01", None, False),
        ("12/QĐ-UBND", "2025-08-05", "UBND tỉnh Kon Tum", True),
        ("12/QĐ-UBND", "2025-06-30", "Chủ tịch UBND tỉnh Kon Tum", False),
        ("12/QĐ-UBND", "2025-08-05", "UBND tỉnh Quảng Ngãi", False),
        ("12/QĐ-UBND", "2025-08-05", "UBND huyện Đăk Hà", True),
        ("12/QĐ-UBND", "2025-05-05", "UBND huyện Đăk Hà", False),
        ("12/QĐ-UBND", "2025-08-05", "UBND xã Đăk Hà", False),
    ],
)
def test_a_body_that_was_not_then(ref: str, issued_on: str, issuer: str | None, found: bool) -> None:
    cited = _citation(ref, issued_on, "Quyết định", issuer=issuer)
    codes = _codes(_findings(_head(issued_on="2026-05-01"), citations=(cited,)))
    assert ("citation_issuer_not_then" in codes) is found
