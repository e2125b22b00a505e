"""Names are linked to the right body or to none."""

from __future__ import annotations

import pytest

from pipeline.entities.context import DEDUCED, STATED, Context, read_context
from pipeline.entities.dates import is_before
from pipeline.entities.gazetteer import gazetteer
from pipeline.entities.linking import Linker
from pipeline.entities.registry import slug
from pipeline.entities.text import plain_key
from pipeline.entities.vocabulary import LocalBody, load_bodies
from pipeline.model import Letterhead


def linker(province: str | None = "Kon Tum", issued_on: str | None = "2022-05-06", **short: str) -> Linker:
    place = gazetteer().province(plain_key(province)) if province else None
    return Linker(Context(place, None, issued_on), short)


def key(name: str, of: Linker) -> str | None:
    link = of.link(name)
    return link.key if link else None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sở TT&TT", "so-thong-tin-va-truyen-thong@kon-tum"),
        ("Sở Thông tin và Truyền thông", "so-thong-tin-va-truyen-thong@kon-tum"),
        ("So Thong tin và Truyền thông", "so-thong-tin-va-truyen-thong@kon-tum"),
        ("Sở Y tế Kiên Giang", "so-y-te@kien-giang"),
        ("VĂN PHÒNG UBND TỈNH", "van-phong-uy-ban-nhan-dan@kon-tum"),
        ("Uỷ ban nhân dân tỉnh", "uy-ban-nhan-dan@kon-tum"),
        ("UBND thành phố Kon Tum", "uy-ban-nhan-dan@thanh-pho-kon-tum.kon-tum"),
        ("Sở Lao động Thương bình Xã hội", "so-lao-dong-thuong-binh-va-xa-hoi@kon-tum"),
        ("Bộ Nông nghiệp", "bo-nong-nghiep-va-phat-trien-nong-thon"),
        ("Bộ TT&TT", "bo-thong-tin-va-truyen-thong"),
        ("VNPT", "tap-doan-buu-chinh-vien-thong-viet-nam"),
        ("VNPT Kon Tum", "vien-thong@kon-tum"),
        ("UBND", None),
        ("UBND cấp huyện", None),
        ("UBND các xã", None),
        ("UBND thành phố", None),
        ("Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương", None),
        ("Thành ủy", None),
        ("các sở, ban, ngành", None),
        ("Sở Giao dịch", None),
        ("Bộ Nông", None),
        ("", None),
    ],
)
def test_in_a_paper_of_kon_tum_of_2022(name: str, expected: str | None) -> None:
    assert key(name, linker()) == expected


def of_its_time(body: LocalBody) -> Linker:
    """A document of the body's place on a day when there were such bodies."""
    return linker(body.place, body.valid_from) if (body.valid_from or "") > "2025" else linker(body.place)


def test_a_paper_of_a_district_speaks_of_its_own_committees() -> None:
    context = read_context(Letterhead(issuer="Huyện ủy Tuy Phong", issued_on="2024-11-19"), [])
    own = Linker(context)
    assert key("Ban Thường vụ Huyện uỷ", own) == "ban-thuong-vu-huyen-uy@huyen-tuy-phong.binh-thuan"
    assert key("UBND huyện", own) == "uy-ban-nhan-dan@huyen-tuy-phong.binh-thuan"
    assert key("Huyện ủy", linker()) is None


def test_rules_for_all_places_name_classes() -> None:
    decree = Letterhead(kind="Nghị định", issuer="Chính phủ", issued_on="2021-12-04")
    reading = Linker(read_context(decree, [])).read("Sở Tài chính")
    assert reading.link is None
    assert reading.body_class is not None
    assert reading.body_class.name == "Sở Tài chính các địa phương"
    resolution = Letterhead(kind="Nghị quyết", issuer="Chính phủ", ref="19/2026/NQ-CP", issued_on="2026-03-01")
    assert Linker(read_context(resolution, [])).read("Ủy ban nhân dân tỉnh").body_class is not None
    letter = Letterhead(kind="Công văn", issuer="Bộ Tài chính", issued_on="2021-12-04")
    assert Linker(read_context(letter, [])).read("Sở Tài chính").body_class is None


def test_a_short_form_that_stayed_when_the_body_was_renamed_goes_by_the_day() -> None:
    assert key("VCCI", linker(issued_on="2021-03-01")) == "phong-thuong-mai-va-cong-nghiep-viet-nam"
    assert key("VCCI", linker(issued_on="2023-07-12")) == "lien-doan-thuong-mai-va-cong-nghiep-viet-nam"
    assert key("Viettel", linker(issued_on="2017-12-14")) == "tap-doan-vien-thong-quan-doi"


def test_a_force_without_a_place_is_the_force() -> None:
    decree = Linker(read_context(Letterhead(kind="Nghị định", issuer="Chính phủ", issued_on="2021-12-04"), []))
    assert key("Bộ đội Biên phòng", decree) == "bo-doi-bien-phong"
    assert key("Bộ đội Biên phòng tỉnh", linker()) == "bo-chi-huy-bo-doi-bien-phong@kon-tum"


def test_a_short_form_within_a_name_is_no_part_of_it() -> None:
    assert key("Ủy ban nhân dân (UBND) tỉnh", linker()) == "uy-ban-nhan-dan@kon-tum"
    assert key("Ủy ban Mặt trận Tổ quốc (MTTQ) Việt Nam tỉnh", linker()) == "uy-ban-mat-tran-to-quoc-viet-nam@kon-tum"


def test_the_nations_committee_is_not_the_provinces() -> None:
    matter = "về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số"
    assert key(f"Ban Chỉ đạo Trung ương {matter}", linker(issued_on="2025-10-01")) is not None
    assert key(f"Ban Chỉ đạo cấp tỉnh {matter}", linker(issued_on="2025-10-01")) is None


def test_the_front_is_not_its_committee() -> None:
    assert key("Mặt trận Tổ quốc Việt Nam", linker(None)) == "mat-tran-to-quoc-viet-nam"
    assert key("Ủy ban Mặt trận Tổ quốc Việt Nam", linker(None)) is None


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("TTr Tỉnh ủy", "thuong-truc-tinh-uy@kon-tum"),
        ("TT.TU", "thuong-truc-tinh-uy@kon-tum"),
        ("TT. HĐND tỉnh", "thuong-truc-hoi-dong-nhan-dan@kon-tum"),
        ("HND tỉnh", "hoi-nong-dan@kon-tum"),
    ],
)
def test_short_forms_of_lists_of_recipients(name: str, body: str) -> None:
    assert key(name, linker()) == body


def test_every_example_of_a_body_is_linked_to_it() -> None:
    central = [(example, slug(body.name)) for body in load_bodies().central for example in body.examples]
    wrong = [example for example, expected in central if key(example, linker(None)) != expected]
    local = [(example, body) for body in load_bodies().local for example in body.examples]
    wrong += [e for e, body in local if not (key(e, of_its_time(body)) or "").startswith(slug(body.head) + "@")]
    assert wrong == []


def test_the_day_decides_between_bodies_of_one_name() -> None:
    assert key("Bộ Nông nghiệp", linker(issued_on="2026-01-19")) == "bo-nong-nghiep-va-moi-truong"
    assert key("Bộ Nông nghiệp", linker(issued_on=None)) is None
    assert key("UBND thành phố Huế", linker("Đà Nẵng", "2026-01-19")) == "uy-ban-nhan-dan@hue"
    assert key("UBND thành phố Huế", linker("Đà Nẵng", "2020-01-19")) is None


def test_a_body_that_was_not_there_yet_or_any_more_is_less_sure() -> None:
    in_time, late = linker().link("Sở TT&TT"), linker(issued_on="2026-01-19").link("Sở TT&TT")
    assert in_time is not None
    assert late is not None
    assert in_time.confidence > late.confidence


def test_without_a_place_only_central_bodies_are_linked() -> None:
    nowhere = linker(None)
    assert key("UBND tỉnh", nowhere) is None
    assert key("Sở Tài chính", nowhere) is None
    assert key("Sở Tài chính tỉnh Lào Cai", nowhere) == "so-tai-chinh@lao-cai"
    assert key("Bộ Tài chính", nowhere) == "bo-tai-chinh"


@pytest.mark.parametrize(
    ("name", "province", "issued_on", "expected"),
    [
        ("UBND xã Ia Chim", "Kon Tum", "2022-05-06", "uy-ban-nhan-dan@xa-ia-chim.thanh-pho-kon-tum.kon-tum"),
        ("UBND xã Ia Chim", "Quảng Ngãi", "2025-09-01", "uy-ban-nhan-dan@xa-ia-chim.quang-ngai"),
        ("UBND xã Ia Chim, thành phố Kon Tum", None, "2022", "uy-ban-nhan-dan@xa-ia-chim.thanh-pho-kon-tum.kon-tum"),
        ("Công an đặc khu Lý Sơn", "Quảng Ngãi", "2025-09-01", "cong-an@dac-khu-ly-son.quang-ngai"),
        ("UBND huyện Đăk Hà", "Quảng Ngãi", "2025-08-01", "uy-ban-nhan-dan@huyen-dak-ha.kon-tum"),
        ("Thành ủy Kon Tum", "Kon Tum", "2022", "thanh-uy@thanh-pho-kon-tum.kon-tum"),
        ("Cục Thuế", "Kon Tum", "2022-05-06", "cuc-thue@kon-tum"),
        ("Cục Thuế", "Quảng Ngãi", "2025-09-01", "cuc-thue"),
        ("Tổng công ty Điện lực miền Trung", None, None, "tong-cong-ty-dien-luc-mien-trung"),
        ("Ban Tuyên giáo và Dân vận Trung ương", None, "2025-05", "ban-tuyen-giao-va-dan-van-trung-uong"),
        ("Phòng Kinh tế xã Ia Chim", "Quảng Ngãi", "2025-09-01", "phong-kinh-te@xa-ia-chim.quang-ngai"),
        ("PVN", None, "2022-05-06", "tap-doan-dau-khi-viet-nam"),
        ("PVN", None, "2025-09-01", "tap-doan-cong-nghiep-nang-luong-quoc-gia-viet-nam"),
        ("Bộ đội Biên phòng tỉnh", "Quảng Ngãi", "2022-05-06", "bo-chi-huy-bo-doi-bien-phong@quang-ngai"),
        ("Bộ đội Biên phòng tỉnh", "Quảng Ngãi", "2025-09-01", "ban-chi-huy-bo-doi-bien-phong@quang-ngai"),
        ("Kho bạc Nhà nước khu vực XV", None, "2025-09-01", "kho-bac-nha-nuoc-khu-vuc-xv"),
        ("Ban Tổ chức Thành ủy", "Đà Nẵng", "2025-09-01", "ban-to-chuc-thanh-uy@da-nang"),
        ("Sở Văn hóa - Thông tin", "Kon Tum", "2006-05-06", "so-van-hoa-thong-tin@kon-tum"),
    ],
)
def test_before_and_after_the_reform(name: str, province: str | None, issued_on: str | None, expected: str) -> None:
    assert key(name, linker(province, issued_on)) == expected


def test_what_cannot_be_told_apart_keeps_its_candidates() -> None:
    reading = linker(None, "2022").read("UBND huyện Châu Thành")
    assert reading.link is None
    assert "uy-ban-nhan-dan@huyen-chau-thanh.tay-ninh" in reading.candidates
    assert len(reading.candidates) > 1
    ministries = linker(issued_on=None).read("Bộ Nông nghiệp")
    assert set(ministries.candidates) == {"bo-nong-nghiep-va-phat-trien-nong-thon", "bo-nong-nghiep-va-moi-truong"}


@pytest.mark.parametrize(
    ("name", "body_class"),
    [
        ("UBND các xã", "Ủy ban nhân dân các xã"),
        ("UBND cấp huyện", "Ủy ban nhân dân cấp huyện"),
        ("Sở Nội vụ các tỉnh, thành phố", "Sở Nội vụ các tỉnh, thành phố"),
        ("các sở, ban ngành", "Các sở, ban, ngành"),
        ("UBND xã, phường, thị trấn", "Ủy ban nhân dân xã, phường, thị trấn"),
        ("UBND tỉnh", None),
        ("Công an xã", None),
        ("Sở Nội vụ", None),
    ],
)
def test_a_class_is_an_entry_of_its_own_kind(name: str, body_class: str | None) -> None:
    reading = linker().read(name)
    assert (reading.body_class.name if reading.body_class else None) == body_class
    assert reading.body_class is None or (reading.link is None and reading.body_class.kind == "Nhóm cơ quan")


def test_a_commune_speaks_for_itself() -> None:
    issuer = Letterhead(issuer="Ủy ban nhân dân xã Ia Chim", place="Ia Chim", issued_on="2025-09-01")
    own = Linker(read_context(issuer, []))
    assert key("UBND xã", own) == "uy-ban-nhan-dan@xa-ia-chim.quang-ngai"
    assert key("Phòng Kinh tế", own) == "phong-kinh-te@xa-ia-chim.quang-ngai"
    assert key("UBND tỉnh", own) == "uy-ban-nhan-dan@quang-ngai"


def test_short_forms_of_the_document_are_written_out() -> None:
    assert key("STTTT", linker()) is None
    assert key("STTTT", linker(STTTT="Sở Thông tin và Truyền thông")) == "so-thong-tin-va-truyen-thong@kon-tum"


@pytest.mark.parametrize(
    ("letterhead", "province", "district"),
    [
        (Letterhead(issuer="Ủy ban nhân dân tỉnh Kon Tum"), "kon-tum", None),
        (Letterhead(issuer="Sở Y tế tỉnh Kiên Giang"), "kien-giang", None),
        (Letterhead(issuer="Ủy ban nhân dân huyện Đăk Hà", place="Đăk Hà"), "kon-tum", "huyen-dak-ha.kon-tum"),
        (Letterhead(issuer="Ủy ban nhân dân thành phố Đà Nẵng"), "da-nang", None),
        (Letterhead(issuer="Sở Nội vụ", place="Lào Cai"), "lao-cai", None),
        (Letterhead(issuer="Chính phủ", place="Hà Nội"), None, None),
        (Letterhead(issuer="Bộ Tài chính", place="Hà Nội", title="… tỉnh Kon Tum"), None, None),
        (Letterhead(place="Hà Nội"), None, None),
        (Letterhead(title="Kế hoạch của tỉnh Kon Tum năm 2022"), "kon-tum", None),
        (Letterhead(), None, None),
    ],
)
def test_where_a_document_speaks_from(letterhead: Letterhead, province: str | None, district: str | None) -> None:
    context = read_context(letterhead, [])
    assert (context.province.key if context.province else None) == province
    assert (context.district.key if context.district else None) == district
    assert context.trust == STATED or province is None


def test_a_province_that_is_not_listed_is_taken_from_the_issuer() -> None:
    context = read_context(Letterhead(issuer="Sở Y tế tỉnh Hà Bắc"), [])
    old = Linker(context)
    link = old.link("UBND tỉnh")
    assert link is not None
    assert (link.key, old.registry.unit(link.key).name) == ("uy-ban-nhan-dan@ha-bac", "Ủy ban nhân dân tỉnh Hà Bắc")
    assert key("Sở Tài chính tỉnh Hà Bắc", old) == "so-tai-chinh@ha-bac"
    assert key("Sở Tài chính tỉnh Hà Bắc", linker()) is None
    assert link.confidence < 0.9
    deduced = read_context(Letterhead(attached_to="87/KH-UBND"), ["của tỉnh Hà Bắc"] * 3).province
    assert deduced is not None
    assert deduced.key == "ha-bac"
    assert read_context(Letterhead(attached_to="87/KH-UBND"), ["của tỉnh Hà Bắc"] * 2).province is None


def test_an_annex_without_letterhead_is_placed_by_its_text() -> None:
    annex = Letterhead(attached_to="1320/KH-UBND")
    clear = ["trên địa bàn tỉnh Kon Tum"] * 3 + ["như tỉnh Gia Lai"]
    context = read_context(annex, clear)
    assert context.province is not None
    assert (context.province.key, context.trust) == ("kon-tum", DEDUCED)
    assert read_context(annex, clear[:2]).province is None
    assert read_context(annex, [*clear, "tỉnh Gia Lai"]).province is None
    assert read_context(Letterhead(attached_to="28/2026/NĐ-CP"), clear).province is None


@pytest.mark.parametrize(
    ("date", "other", "before"),
    [
        ("2025-02-28", "2025-03-01", True),
        ("2024", "2025-03-01", True),
        ("2025", "2025-03-01", False),
        ("2025-02-15", "2025-02", False),
        (None, "2025", False),
        ("2025", None, False),
    ],
)
def test_dates_of_a_year_or_month_are_before_only_when_surely_so(
    date: str | None, other: str | None, before: bool
) -> None:
    assert is_before(date, other) is before
