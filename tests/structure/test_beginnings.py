"""Where a text of its own begins in a file, and what that does to the levels of its headings."""

from __future__ import annotations

from pipeline.model import Columns, LaidOutPage, Page
from pipeline.structure.beginnings import beginnings
from pipeline.structure.sections import build_sections
from tests.structure.paper import line, stacked

DECISION = ("Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.", "Điều 2. Thi hành.")
PLAN = ("**I. MỤC TIÊU", "1. Một", "**II. NỘI DUNG")


def _page(masthead: Columns | None = None, closing: Columns | None = None) -> LaidOutPage:
    return LaidOutPage(Page(1, 595, 842, 0, (), (), "text", 1.0), (), (), (), (), masthead, closing)


def _levels(*texts: str, page: LaidOutPage) -> list[tuple[int, str]]:
    paragraphs = stacked(texts)
    sections, _ = build_sections(paragraphs, beginnings([page], paragraphs))
    return [(section.level, section.marker) for section in sections]


def test_a_plan_behind_the_signature_has_levels_of_its_own() -> None:
    signed = Columns((line("Nơi nhận:", 95),), (line("CHỦ TỊCH", 95),))
    assert _levels(*DECISION, *PLAN, page=_page(closing=signed)) == [
        (1, "Điều 1."),
        (1, "Điều 2."),
        (1, "I."),
        (2, "1."),
        (1, "II."),
    ]


def test_a_plan_below_a_top_of_its_own() -> None:
    top = Columns((line("ỦY BAN NHÂN DÂN", 95),), ())
    assert _levels(*DECISION, *PLAN, page=_page(masthead=top))[2] == (1, "I.")


def test_a_plan_whose_remark_says_that_it_is_attached() -> None:
    heading = ("***KẾ HOẠCH", "***(Kèm theo Quyết định số 12/QĐ-UBND)")
    assert _levels(*DECISION, *heading, *PLAN, page=_page())[2] == (1, "I.")


def test_the_contents_of_an_article_stay_in_it() -> None:
    assert _levels(*DECISION, *PLAN, page=_page())[2] == (2, "I.")


def test_what_stands_in_an_annex_is_a_part_of_it() -> None:
    top = Columns((line("TÊN ĐƠN VỊ", 75),), ())
    assert _levels("***PHỤ LỤC I", "***BIỂU MẪU", "1. Một", "2. Hai", page=_page(masthead=top)) == [
        (1, "PHỤ LỤC I"),
        (2, "1."),
        (2, "2."),
    ]
