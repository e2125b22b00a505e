"""Bodies: names, parents, days and successors, as a person knows them."""

from __future__ import annotations

import pytest
import regex

from pipeline.entities.dates import is_before
from pipeline.entities.registry import registry, slug
from pipeline.entities.vocabulary import load_bodies, load_communes, load_places


@pytest.mark.parametrize(
    ("key", "name", "parent", "valid_to", "successor"),
    [
        (
            "so-thong-tin-va-truyen-thong@kon-tum",
            "Sở Thông tin và Truyền thông tỉnh Kon Tum",
            "uy-ban-nhan-dan@kon-tum",
            "2025-02",
            "so-khoa-hoc-va-cong-nghe@kon-tum",
        ),
        ("uy-ban-nhan-dan@kon-tum", "Ủy ban nhân dân tỉnh Kon Tum", None, "2025-06-30", "uy-ban-nhan-dan@quang-ngai"),
        ("uy-ban-nhan-dan@quang-ngai", "Ủy ban nhân dân tỉnh Quảng Ngãi", None, None, None),
        (
            "uy-ban-nhan-dan@huyen-dak-ha.kon-tum",
            "Ủy ban nhân dân huyện Đắk Hà, tỉnh Kon Tum",
            "uy-ban-nhan-dan@kon-tum",
            "2025-06-30",
            None,
        ),
        ("tinh-uy@hai-duong", "Tỉnh ủy Hải Dương", None, "2025-06-30", "thanh-uy@hai-phong"),
        ("bo-ke-hoach-va-dau-tu", "Bộ Kế hoạch và Đầu tư", "chinh-phu", "2025-02-28", "bo-tai-chinh"),
        ("uy-ban-dan-toc", "Ủy ban Dân tộc", "chinh-phu", "2025-02-28", "bo-dan-toc-va-ton-giao"),
        ("bo-y-te", "Bộ Y tế", "chinh-phu", None, None),
        (
            "cuc-tin-hoc-hoa",
            "Cục Tin học hóa",
            "bo-thong-tin-va-truyen-thong",
            "2022-07-25",
            "cuc-chuyen-doi-so-quoc-gia",
        ),
        (
            "cuc-thi-hanh-an-dan-su@kon-tum",
            "Cục Thi hành án dân sự tỉnh Kon Tum",
            None,
            "2025-06-30",
            "cuc-thi-hanh-an-dan-su@quang-ngai",
        ),
        (
            "cuc-thi-hanh-an-dan-su@quang-ngai",
            "Cục Thi hành án dân sự tỉnh Quảng Ngãi",
            None,
            "2025-06-30",
            "thi-hanh-an-dan-su@quang-ngai",
        ),
        (
            "phong-tai-nguyen-va-moi-truong@huyen-dak-ha.kon-tum",
            "Phòng Tài nguyên và Môi trường huyện Đắk Hà, tỉnh Kon Tum",
            "uy-ban-nhan-dan@huyen-dak-ha.kon-tum",
            "2025-02",
            "phong-nong-nghiep-va-moi-truong@huyen-dak-ha.kon-tum",
        ),
    ],
)
def test_a_body(key: str, name: str, parent: str | None, valid_to: str | None, successor: str | None) -> None:
    unit = registry().unit(key)
    assert (unit.name, unit.parent, unit.valid_to, unit.successor) == (name, parent, valid_to, successor)


@pytest.mark.parametrize(
    ("key", "valid_from"),
    [
        ("cuc-chuyen-doi-so-quoc-gia", "2022-07-26"),
        ("uy-ban-quan-ly-von-nha-nuoc-tai-doanh-nghiep", "2018-02-03"),
        ("dang-uy-chinh-phu", "2025-01-24"),
        ("ban-kinh-te-trung-uong", None),
        ("so-nong-nghiep-va-moi-truong@quang-ngai", "2025-02"),
        ("so-y-te@dak-nong", "2004-01-01"),
        ("so-y-te@quang-ngai", None),
    ],
)
def test_when_a_body_began(key: str, valid_from: str | None) -> None:
    assert registry().unit(key).valid_from == valid_from


def test_what_followed_a_body_was_there() -> None:
    """No successor ended before it began: "Thi hành án dân sự tỉnh Kon Tum" never was."""
    places = [place for place in load_places() if place.level == "province"]
    followed = [unit for place in places for unit in registry().bodies_at(place) if unit.successor]
    later = [registry().unit(unit.successor) for unit in (*followed, *registry().central_bodies()) if unit.successor]
    assert [unit.key for unit in later if is_before(unit.valid_to, unit.valid_from)] == []


def test_relatives_are_closed_over_parents_and_successors() -> None:
    units = registry().with_relatives(["so-thong-tin-va-truyen-thong@kon-tum"])
    keys = {unit.key for unit in units}
    assert keys >= {"uy-ban-nhan-dan@kon-tum", "so-khoa-hoc-va-cong-nghe@quang-ngai"}
    assert all(other in keys for unit in units for other in (unit.parent, unit.successor) if other)


def test_every_body_of_every_province_can_be_made() -> None:
    provinces = [place for place in load_places() if place.level == "province"]
    keys = {key for body in load_bodies().local for p in provinces if (key := registry().local_key(body, p))}
    units = registry().with_relatives(keys)
    assert len({unit.key for unit in units}) == len(units)
    assert all("{" not in unit.name for unit in units)
    assert not [unit.key for unit in units if unit.successor == unit.key]


def test_provinces_before_and_after_the_reform() -> None:
    provinces = [place for place in load_places() if place.level == "province"]
    assert sum(p.valid_to is None for p in provinces) == 34
    assert sum(p.valid_to in (None, "2025-06-30") for p in provinces) == 63
    assert {p.successor for p in provinces if p.valid_to} <= {p.key for p in provinces if not p.valid_to}


def test_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        registry().unit("so-khong-co@kon-tum")
    assert slug("Bà Rịa - Vũng Tàu") == "ba-ria-vung-tau"


def test_names_of_places_bear_their_marks_where_they_are_printed() -> None:
    """ "Hoàn Kiếm", not "Hòan Kiếm": before another letter the mark of "oa" and "oe" is on the second vowel."""
    names = (place.name for place in (*load_places(), *load_communes().values()))
    assert [name for name in names if regex.search("[òóỏõọ][ae][a-zđ]", name.casefold())] == []
