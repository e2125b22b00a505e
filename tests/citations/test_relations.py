"""What a document does to those it cites."""

from __future__ import annotations

import pytest

from pipeline.model import Relation, Zone
from tests.citations.reading import cite


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


def test_words_of_another_documents_title_say_nothing_of_this_one() -> None:
    text = "Thông tư số 15/2026/TT-BCT sửa đổi, bổ sung một số điều của Thông tư số 38/2025/TT-BCT"
    assert [c.relation for c in cite(text)] == ["refers", "refers"]
