"""Bodies in a row share the place behind the last of them."""

from __future__ import annotations

import pytest

from pipeline.entities import link_entities
from pipeline.model import Letterhead, Mention
from tests.entities.test_documents import KON_TUM, block


def bodies(text: str, letterhead: Letterhead = KON_TUM) -> list[tuple[str, str | None]]:
    """What each name means: the key of a body, the name of a class, or None."""
    return [(mention.text, meant(mention)) for mention in link_entities([block(text)], letterhead, []).mentions]


def meant(mention: Mention) -> str | None:
    return mention.unit_key or (mention.unit_class.name if mention.unit_class else None)


def test_bare_names_take_the_place_of_the_last() -> None:
    assert bodies("Thường trực Tỉnh ủy, HĐND, UBND và Ủy ban MTTQ Việt Nam tỉnh") == [
        ("Thường trực Tỉnh ủy", "thuong-truc-tinh-uy@kon-tum"),
        ("HĐND", "hoi-dong-nhan-dan@kon-tum"),
        ("UBND", "uy-ban-nhan-dan@kon-tum"),
        ("Ủy ban MTTQ Việt Nam tỉnh", "uy-ban-mat-tran-to-quoc-viet-nam@kon-tum"),
    ]


def test_they_are_less_sure_than_a_name_with_its_own_place() -> None:
    council, committee = link_entities([block("HĐND, UBND tỉnh Gia Lai")], KON_TUM, []).mentions
    assert council.unit_key == "hoi-dong-nhan-dan@gia-lai"
    assert council.confidence < committee.confidence


def test_a_class_is_shared_too() -> None:
    assert bodies("HĐND và UBND các xã, phường") == [
        ("HĐND", "Hội đồng nhân dân các xã, phường"),
        ("UBND các xã, phường", "Ủy ban nhân dân các xã, phường"),
    ]


@pytest.mark.parametrize("text", ["HĐND. UBND tỉnh họp", "HĐND đề nghị UBND tỉnh", "UBND, HĐND và Huyện ủy"])
def test_what_is_no_row_shares_nothing(text: str) -> None:
    assert bodies(text)[0][1] is None


def test_a_name_that_means_a_body_by_itself_keeps_it() -> None:
    assert bodies("Sở Tài chính, Sở Nội vụ tỉnh Gia Lai")[0] == ("Sở Tài chính", "so-tai-chinh@kon-tum")


def test_a_short_form_in_brackets_does_not_part_a_name_from_its_place() -> None:
    name, group = bodies("Sở Thông tin và Truyền thông (TT&TT) các tỉnh: Bắc Kạn, Bắc Giang")[0]
    assert (name, group) == ("Sở Thông tin và Truyền thông", "Sở Thông tin và Truyền thông các tỉnh")
    assert bodies("Sở Y tế (SYT) tỉnh Gia Lai")[0] == ("Sở Y tế", "so-y-te@gia-lai")
    assert bodies("Sở Y tế (SYT) tham mưu")[0] == ("Sở Y tế", "so-y-te@kon-tum")
