"""What a document does to those it cites."""

from __future__ import annotations

import pytest

from pipeline.citations import find_citations
from pipeline.model import Letterhead, Relation, Zone
from tests.citations.reading import block, cite


@pytest.mark.parametrize(
    ("text", "zone", "relation"),
    [
        ("Căn cứ Nghị định số 1/2020/NĐ-CP;", "legal_basis", "legal_basis"),
        ("Nghị định số 1/2020/NĐ-CP;", "legal_basis", "legal_basis"),
        ("(Kèm theo Kế hoạch số 1320/KH-UBND)", "annex_header", "attached_to"),
        ("Phụ lục ban hành kèm theo Quyết định số 12/QĐ-UBND", "body", "attached_to"),
        ("Triển khai thực hiện Chỉ thị số 11-CT/TU", "body", "implements"),
        ("sửa đổi, bổ sung một số điều của Thông tư số 38/2025/TT-BCT", "body", "amends"),
        ("Quyết định này thay thế Quyết định số 12/QĐ-UBND", "body", "replaces"),
        ("Bãi bỏ Quyết định số 12/QĐ-UBND", "body", "repeals"),
        ("Nghị định số 57/2022/NĐ-CP quy định các danh mục hết hiệu lực kể từ ngày", "body", "repeals"),
        ("theo Quyết định số 12/QĐ-UBND", "body", "refers"),
        ("Đã thực hiện xong; theo Quyết định số 12/QĐ-UBND", "body", "refers"),
        ("Hiệu lực thi hành của Nghị định số 139/2025/NĐ-CP", "body", "refers"),
    ],
)
def test_the_words_around_a_mention_tell_its_relation(text: str, zone: Zone, relation: Relation) -> None:
    assert cite(text, zone)[0].relation == relation


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "Các văn bản sau hết hiệu lực: Quyết định số 1/2018/QĐ-UBND ngày 04/5/2018; Quyết định số 2/2019/QĐ-UBND.",
            ["repeals", "repeals"],
        ),
        ("Bãi bỏ các Quyết định sau: số 1/2018/QĐ-UBND, số 2/2019/QĐ-UBND.", ["repeals", "repeals"]),
        ("Bãi bỏ các Quyết định sau: số 1/2018/QĐ-UBND. Thực hiện Quyết định số 2/QĐ-TTg.", ["repeals", "implements"]),
        ("Bãi bỏ các Quyết định sau: số 1/2018/QĐ-UBND. Theo đó, Quyết định số 2/QĐ-TTg.", ["repeals", "refers"]),
        (
            "Sửa đổi Điều 5 như sau: Hồ sơ theo Nghị định số 1/2020/NĐ-CP; Nghị định số 2/2020/NĐ-CP",
            ["refers", "refers"],
        ),
        ("Triển khai các văn bản sau: Quyết định số 1/QĐ-TTg; Quyết định số 2/QĐ-TTg", ["refers", "refers"]),
    ],
)
def test_what_opens_a_list_is_said_of_its_members(text: str, relations: list[Relation]) -> None:
    assert [c.relation for c in cite(text)] == relations


def test_a_list_goes_on_in_the_paragraphs_after_it() -> None:
    texts = (
        "2. Các văn bản sau đây hết hiệu lực kể từ ngày Quyết định này có hiệu lực:",
        "a) Quyết định số 1/2018/QĐ-UBND;",
        "b) Quyết định số 2/2019/QĐ-UBND.",
        "Điều 3. Xem Quyết định số 3/QĐ-UBND.",
        "a) Quyết định số 4/QĐ-UBND.",
    )
    found = find_citations([block(text) for text in texts], Letterhead())
    assert [c.relation for c in found] == ["repeals", "repeals", "refers", "refers"]


def test_words_of_another_documents_title_say_nothing_of_this_one() -> None:
    text = "Thông tư số 15/2026/TT-BCT sửa đổi, bổ sung một số điều của Thông tư số 38/2025/TT-BCT"
    assert [c.relation for c in cite(text)] == ["refers", "refers"]


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Luật số 64/2025/QH15 được sửa đổi, bổ sung bởi Luật số 87/2025/QH15", ["refers", "refers"]),
        ("Nghị định số 1/2020/NĐ-CP đã được sửa đổi, bổ sung tại Nghị định số 2/2021/NĐ-CP", ["refers", "refers"]),
        ("Quyết định số 1/QĐ-UBND bị thay thế bởi Quyết định số 2/QĐ-UBND", ["refers", "refers"]),
        ("Nghị định này thay thế Nghị định số 1/2020/NĐ-CP", ["replaces"]),
        ("bãi bỏ Quyết định số 1/QĐ-UBND đã được điều chỉnh tại Quyết định số 2/QĐ-UBND", ["repeals", "refers"]),
        ("Thay cụm từ “bãi bỏ Nghị định số 1/2020/NĐ-CP” bằng cụm từ khác", ["refers"]),
        ("sửa đổi Nghị định số 1/2020/NĐ-CP như sau: “thay thế Nghị định số 2/2020/NĐ-CP”", ["amends", "refers"]),
    ],
)
def test_what_another_document_did_or_says_is_not_done_by_this_one(text: str, relations: list[str]) -> None:
    assert [citation.relation for citation in cite(text)] == relations


def test_a_quotation_runs_on_to_the_paragraph_that_closes_it() -> None:
    texts = (
        "1. Sửa đổi Điều 5 Nghị định số 1/2020/NĐ-CP như sau:",
        "“Điều 5. Hiệu lực",
        "Nghị định này thay thế Nghị định số 2/2020/NĐ-CP.",
        "Bãi bỏ Nghị định số 3/2020/NĐ-CP.”",
        "2. Bãi bỏ Nghị định số 4/2020/NĐ-CP.",
    )
    found = find_citations([block(text) for text in texts], Letterhead())
    assert [(c.number, c.relation) for c in found] == [
        ("1", "amends"),
        ("2", "refers"),
        ("3", "refers"),
        ("4", "repeals"),
    ]


@pytest.mark.parametrize("speck", ['"', "“", "„"])
def test_a_mark_that_nothing_closes_quotes_nothing(speck: str) -> None:
    texts = ("Các văn bản sau hết hiệu lực:", f"a) Quyết định {speck}số 1/QĐ-UBND;", "b) Quyết định số 2/QĐ-UBND.")
    found = find_citations([block(text) for text in texts], Letterhead())
    assert [citation.relation for citation in found] == ["repeals", "repeals"]


def test_a_list_goes_on_over_the_rest_of_an_item() -> None:
    texts = (
        "Các văn bản sau hết hiệu lực:",
        "a) Quyết định số 1/QĐ-UBND về an toàn,",
        "an ninh;",
        "b) Quyết định số 2/QĐ-UBND.",
        "Xem Quyết định số 3/QĐ-UBND.",
    )
    found = find_citations([block(text) for text in texts], Letterhead())
    assert [citation.relation for citation in found] == ["repeals", "repeals", "refers"]
