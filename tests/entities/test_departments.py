"""Departments of ministries and of other central bodies: whose they are, and which names mean one of them."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from importlib.resources import files

import pytest

from pipeline.entities.context import Context
from pipeline.entities.grammar import matcher
from pipeline.entities.linking import Linker
from pipeline.entities.registry import expanded_key, registry, slug
from pipeline.entities.vocabulary import CentralBody, load_bodies

PARTS = ("economy", "society", "state", "general")


def read(part: str) -> list[CentralBody]:
    text = files("models.vocabulary").joinpath(f"entity_bodies_departments_{part}.toml").read_text(encoding="utf-8")
    return [CentralBody(**entry) for entry in tomllib.loads(text)["central"]]


DEPARTMENTS = [body for part in PARTS for body in read(part)]


def key(name: str, issued_on: str | None = "2024-05-06") -> str | None:
    link = Linker(Context(None, None, issued_on)).link(name)
    return link.key if link else None


def test_no_two_central_bodies_have_one_key() -> None:
    counts = Counter(slug(body.name) for body in load_bodies().central)
    assert [name for name, count in counts.items() if count > 1] == []


def test_every_department_has_a_parent_and_its_days_are_in_order() -> None:
    assert [body.name for body in DEPARTMENTS if not body.parent] == []
    dated = [body for body in DEPARTMENTS if body.valid_from and body.valid_to]
    assert [body.name for body in dated if body.valid_from > body.valid_to] == []


def test_what_followed_is_later() -> None:
    units = [registry().unit(slug(body.name)) for body in DEPARTMENTS if body.valid_to and body.successor]
    followers = [(unit, registry().unit(unit.successor)) for unit in units if unit.successor]
    wrong = [
        unit.name for unit, after in followers if after.valid_to and unit.valid_to and after.valid_to < unit.valid_to
    ]
    assert wrong == []


def test_every_form_leads_to_its_department_or_to_several() -> None:
    bodies = defaultdict(set)
    for body in load_bodies().central:
        for form in (body.name, *body.aliases):
            bodies[expanded_key(form)].add(slug(body.name))
    forms = [(form, slug(body.name)) for body in DEPARTMENTS for form in (body.name, *body.aliases)]
    alone = [(form, expected) for form, expected in forms if len(bodies[expanded_key(form)]) == 1]
    assert len(alone) > 0.9 * len(forms)
    assert [form for form, expected in alone if key(form, None) != expected] == []
    several = {form for form, _ in forms if len(bodies[expanded_key(form)]) > 1}
    assert [form for form in several if key(form, None) is not None] == []


@pytest.mark.parametrize(
    "name", ["Vụ Pháp chế", "Vụ Tổ chức cán bộ", "Thanh tra Bộ", "Văn phòng Bộ", "Vụ Kế hoạch - Tài chính"]
)
def test_what_every_ministry_has_is_not_linked_alone(name: str) -> None:
    assert key(name) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Vụ Pháp chế, Bộ Y tế", "vu-phap-che-bo-y-te"),
        ("Thanh tra Bộ GTVT", "thanh-tra-bo-giao-thong-van-tai"),
        ("Cục Công nghệ thông tin - Bộ Tư pháp", "cuc-cong-nghe-thong-tin-bo-tu-phap"),
        ("Cục Trồng trọt", "cuc-trong-trot"),
        ("Cục A05", "cuc-an-ninh-mang-va-phong-chong-toi-pham-su-dung-cong-nghe-cao"),
        ("C08", "cuc-canh-sat-giao-thong"),
        ("Cục Cảnh sát PCCC và CNCH", "cuc-canh-sat-phong-chay-chua-chay-va-cuu-nan-cuu-ho"),
        ("CỤC QUẢN LÝ ĐẤU THẦU", "cuc-quan-ly-dau-thau"),
        ("Kiểm toán khu vực XII", "kiem-toan-nha-nuoc-khu-vuc-xii"),
        ("NHNN chi nhánh Khu vực 9", "ngan-hang-nha-nuoc-khu-vuc-9"),
        ("Ngân hàng Nhà nước Khu vực 16", None),
        ("Cục Quản lý", None),
    ],
)
def test_linked(name: str, expected: str | None) -> None:
    assert key(name) == expected


def test_several_of_one_name_are_candidates() -> None:
    reading = Linker(Context(None, None, "2024-05-06")).read("Cục Đối ngoại")
    assert reading.link is None
    assert set(reading.candidates) == {"cuc-doi-ngoai-bo-quoc-phong", "cuc-doi-ngoai-bo-cong-an"}


def test_the_day_decides() -> None:
    assert key("Vụ Môi trường", "2020-03-04") == "vu-moi-truong-bo-giao-thong-van-tai"
    assert key("Vụ Môi trường", "2024-03-04") == "vu-moi-truong-bo-tai-nguyen-va-moi-truong"
    assert key("Tổng cục Hậu cần - Kỹ thuật", "2025-06-04") == "tong-cuc-hau-can-ky-thuat-bo-quoc-phong"


def names_found(text: str) -> list[str]:
    return [text[found.start : found.stop] for found in matcher().find(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "giao Cục Phổ biến, giáo dục pháp luật và Trợ giúp pháp lý chủ trì",
            ["Cục Phổ biến, giáo dục pháp luật và Trợ giúp pháp lý"],
        ),
        ("gửi Cục Thú y, Cục Chăn nuôi", ["Cục Thú y", "Cục Chăn nuôi"]),
        ("theo đề nghị của Vụ trưởng Vụ Lao động, văn hóa, xã hội", ["Vụ Lao động, văn hóa, xã hội"]),
        ("do Cục Trồng trọt và Phòng Kinh tế thực hiện", ["Cục Trồng trọt", "Phòng Kinh tế"]),
        ("cục quản lý giá", []),
        ("Chi cục Chăn nuôi và Thú y tỉnh Kon Tum", ["Chi cục Chăn nuôi và Thú y tỉnh Kon Tum"]),
        ("Phó Thủ tướng Chính phủ", ["Chính phủ"]),
    ],
)
def test_found_whole(text: str, names: list[str]) -> None:
    assert names_found(text) == names


def test_every_department_is_found_whole() -> None:
    forms = [form for body in DEPARTMENTS for form in (body.name, *body.aliases) if len(form.split()) > 2]
    assert [form for form in forms if names_found(f"theo đề nghị của {form}, các đơn vị") != [form]] == []
