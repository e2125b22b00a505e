"""Documents named again without their number: resolved where one remains, else kept open. Values checked by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.citations.back_references import find_back_references
from pipeline.citations.find import find_citations
from pipeline.model import Letterhead
from tests.citations.reading import block

DECREE = Letterhead(kind="Nghị định", ref="105/2021/NĐ-CP")


def meant(*texts: str, letterhead: Letterhead = DECREE) -> list[tuple[str, str, str | None]]:
    """What is named again: its text, its form, the reference that it stands for."""
    blocks = [block(text) for text in texts]
    found, citations = find_back_references(blocks, find_citations(blocks, letterhead), letterhead)
    return [(b.text, b.form, citations[b.citation].ref if b.citation is not None else None) for b in found]


def test_this_with_the_kind_of_the_document_is_the_document() -> None:
    assert meant("Nghị định này quy định chi tiết; khoản 2 Điều 3 nghị định này") == [
        ("Nghị định này", "self", None),
        ("nghị định này", "self", None),
    ]


def test_this_with_another_kind_is_the_only_one_of_that_kind_before() -> None:
    text = "Thực hiện Quyết định số 12/QĐ-UBND ngày 1/2/2023. Quyết định này giao Sở Nội vụ chủ trì."
    assert meant(text) == [("Quyết định này", "above", "12/QĐ-UBND")]


@pytest.mark.parametrize("word", ["nói trên", "nêu trên", "đã nêu trên", "kể trên", "trên đây"])
def test_above_is_the_only_one_of_that_kind(word: str) -> None:
    texts = ("Căn cứ Kế hoạch số 909/KH-UBND và Quyết định số 12/QĐ-UBND.", f"Kế hoạch {word} còn hiệu lực.")
    blocks = [replace(block(text), section=1) for text in texts]
    found, citations = find_back_references(blocks, find_citations(blocks, DECREE), DECREE)
    assert [(b.text, citations[b.citation].ref) for b in found if b.citation is not None] == [
        (f"Kế hoạch {word}", "909/KH-UBND")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 1/KH-UBND và Kế hoạch số 2/KH-UBND. Kế hoạch nói trên đã hoàn thành.",
        "Các nội dung của Kế hoạch nói trên đã hoàn thành.",
        "Thay cụm từ “theo Quyết định số 12/QĐ-UBND, Quyết định này” bằng cụm từ khác",
    ],
)
def test_where_none_or_several_remain_it_stays_open(text: str) -> None:
    assert [reference for _, _, reference in meant(text)] == [None]


@pytest.mark.parametrize("text", ["Quyết định nay sửa đổi như sau", "trên cơ sở kế hoạch trên cùng", "Luật nảy sinh"])
def test_other_words_point_to_nothing(text: str) -> None:
    assert meant(text) == []


def test_a_name_the_text_defines_is_followed_from_there_on() -> None:
    texts = (
        "Chương trình còn chậm. Thực hiện Quyết định số 1719/QĐ-TTg ngày 14/10/2021 của Thủ tướng Chính phủ phê duyệt "
        "Chương trình mục tiêu quốc gia (sau đây gọi là Chương trình).",
        "Các dự án của Chương trình đã giải ngân 80%; Chương trình mục tiêu quốc gia giảm nghèo là chương trình khác.",
    )
    assert meant(*texts) == [("Chương trình", "alias", "1719/QĐ-TTg")]


def test_a_short_form_that_is_an_alias_is_the_same_as_its_document() -> None:
    texts = (
        "Quyết định số 06/QĐ-TTg ngày 06/01/2022 (sau đây gọi tắt là Đề án 06) được triển khai.",
        "Đẩy mạnh Đề án 06 của Chính phủ.",
    )
    blocks = [block(text) for text in texts]
    _, citations = find_back_references(blocks, find_citations(blocks, DECREE), DECREE)
    assert [(c.ref, citations[c.same_as].ref) for c in citations if c.same_as is not None and c.block == 1] == [
        ("06", "06/QĐ-TTg")
    ]


@pytest.mark.parametrize(
    "definition",
    [
        "(sau đây gọi là cơ quan cấp giấy phép)",
        "(sau đây gọi chung là Chương trình)",
        "(sau đây gọi là UBND tỉnh)",
    ],
)
def test_a_name_of_a_body_or_of_several_documents_is_no_alias(definition: str) -> None:
    text = f"Quyết định số 1719/QĐ-TTg phê duyệt Chương trình mục tiêu {definition}."
    assert meant(text, "Chương trình, UBND tỉnh, cơ quan cấp giấy phép, báo cáo.") == []


def test_a_name_given_to_two_documents_stays_open() -> None:
    texts = (
        "Kế hoạch số 1/KH-UBND (sau đây gọi là Kế hoạch).",
        "Kế hoạch số 2/KH-UBND (sau đây gọi là Kế hoạch).",
        "Nội dung của Kế hoạch đã xong.",
    )
    assert meant(*texts)[-1] == ("Kế hoạch", "alias", None)
