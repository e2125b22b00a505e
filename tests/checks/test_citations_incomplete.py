"""First citations without their date or issuer: one finding each, and none where the decree asks for nothing."""

from __future__ import annotations

import pytest

from pipeline.checks.citations import check_citations
from pipeline.citations import find_citations
from pipeline.model import Letterhead, Zone
from tests.citations.reading import block


def _found(*texts: str, zone: Zone = "body") -> list[str]:
    citations = find_citations([block(text, zone) for text in texts], Letterhead())
    return [f.message for f in check_citations(citations, Letterhead()) if f.code == "citation_incomplete"]


def test_documents_first_cited_without_a_date_are_named_in_one_finding() -> None:
    (message,) = _found("Theo Quyết định số 12/QĐ-UBND của UBND tỉnh;", "Công văn số 3/UBND-VX của UBND tỉnh đã nêu.")
    assert message.startswith("2 văn bản được dẫn lần đầu không ghi ngày ban hành: Quyết định 12/QĐ-UBND, Công văn 3/")


@pytest.mark.parametrize(
    "texts",
    [
        ("Theo Quyết định số 12/QĐ-UBND ngày 01/02/2023 của UBND tỉnh;", "Quyết định số 12/QĐ-UBND đã nêu."),
        ("Theo Quyết định số 12/QĐ-TTg ngày 01/02/2023;", "UBND tỉnh ban hành Kế hoạch số 1/KH-UBND ngày 2/2/2023"),
        ("Theo Luật số 31/2024/QH15;", "theo QCVN 01:2019/BCT;"),
        ("Theo Kế hoạch 909 của UBND tỉnh;", "theo Kế hoạch số     /KH-UBND;"),
        ("Nghị định số 2/2024/NĐ-CP ngày 01/02/2024 sửa đổi Nghị định số 1/2020/NĐ-CP;",),
    ],
)
def test_what_need_not_have_a_date_raises_nothing(texts: tuple[str, ...]) -> None:
    assert _found(*texts) == []


@pytest.mark.parametrize("zone", ["table", "footnote", "annex_header"])
def test_notes_and_tables_may_be_short(zone: Zone) -> None:
    assert _found("Quyết định số 12/QĐ-UBND", zone=zone) == []


def test_documents_first_cited_without_an_issuer_are_named_in_one_finding() -> None:
    (message,) = _found("Theo Quyết định số 12/QĐ-UBND ngày 1/2/2023 và Công văn số 3/UBND-VX ngày 2/2/2023.")
    assert message.startswith("2 văn bản được dẫn lần đầu không ghi cơ quan ban hành: Quyết định 12/QĐ-UBND, Công văn")
