"""Names: of bodies in ordinary case with their place, of signers with rank or degree; remarks and titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Columns, LaidOutPage, Page
from pipeline.structure.issuing_body import issuing_body
from pipeline.structure.ordinary_case import ordinary_case
from pipeline.structure.remarks import attached_to, is_remark
from pipeline.structure.signature import read_closing
from pipeline.structure.titles import title_below
from tests.structure.paper import line, paragraph, stacked, title

BODIES = [
    (["UBND TỈNH KIÊN GIANG", "**SỞ Y TẾ"], "Sở Y tế tỉnh Kiên Giang"),
    (["UBND TỈNH KIÊN GIANG", "SỞ Y TẾ"], "Sở Y tế tỉnh Kiên Giang"),
    (["UBND HUYỆN ĐĂK HÀ", "**PHÒNG VĂN HÓA", "**VÀ THÔNG TIN"], "Phòng Văn hóa và Thông tin huyện Đăk Hà"),
    (
        ["ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI", "**SỞ LAO ĐỘNG - THƯƠNG BINH", "**VÀ XÃ HỘI"],
        "Sở Lao động - Thương binh và Xã hội tỉnh Lào Cai",
    ),
    (["BỘ TÀI CHÍNH", "**TỔNG CỤC THUẾ"], "Tổng cục Thuế"),
    (["**SỞ Y TẾ THÀNH PHỐ HỒ CHÍ MINH"], "Sở Y tế Thành phố Hồ Chí Minh"),
    (["**HỘI ĐỒNG NHÂN DÂN", "**TỈNH LÀO CAI"], "Hội đồng nhân dân tỉnh Lào Cai"),
    (["**UBND XÃ ĐĂK MAR"], "Ủy ban nhân dân xã Đăk Mar"),
    (["TỈNH ỦY LÀO CAI", "*"], "Tỉnh ủy Lào Cai"),
    (["TỈNH ỦY LÀO CAI", "**BAN TỔ CHỨC", "*"], "Ban Tổ chức Tỉnh ủy Lào Cai"),
    (["UBND TỈNH LÀO CAI", "**BAN QUẢN LÝ", "**CÁC KHU CÔNG NGHIỆP"], "Ban Quản lý các khu công nghiệp tỉnh Lào Cai"),
    (["**CHÍNH PHỦ", "-------"], "Chính phủ"),
    (["**BỘ CÔNG THƯƠNG"], "Bộ Công Thương"),
    (["ĐẢNG BỘ TỈNH BÌNH ĐỊNH", "**TỈNH ỦY", "*"], "Tỉnh ủy Bình Định"),
    (["ĐẢNG BỘ TỈNH LÀO CAI", "**ĐẢNG ỦY XÃ BẢO THẮNG"], "Đảng ủy xã Bảo Thắng"),
    (["**BỘ TÀI NGUYÊN VÀ MÔI", "**TRƯỜNG"], "Bộ Tài nguyên và Môi trường"),
    (["**BỘ TÀI CHÍNH - BỘ NỘI", "**VỤ"], "Bộ Tài chính - Bộ Nội vụ"),
    (["ỦY BAN NHÂN DÂN", "TÍNH NGHỆ AN"], "Ủy ban nhân dân tỉnh Nghệ An"),
    (["**UỶ BAN NHÂN DÂN", "**TÍNH TUYẾN QUANG"], "Uỷ ban nhân dân tỉnh Tuyên Quang"),
    (["ỦY BAN NHÂN DÂN", "**XÃ BẮC TÂN UYÊN"], "Ủy ban nhân dân xã Bắc Tân Uyên"),
    (["ỦY BAN NHÂN DÂN", "**ĐẶC KHU PHÚ QUỐC"], "Ủy ban nhân dân đặc khu Phú Quốc"),
    (["ỦY BAN NHÂN DÂN TỈNH", "LÂM ĐỒNG", "**VĂN PHÒNG"], "Văn phòng Ủy ban nhân dân tỉnh Lâm Đồng"),
    (["TỈNH ỦY GIA LAI", "**VĂN PHÒNG"], "Văn phòng Tỉnh ủy Gia Lai"),
    (["BAN CHỈ ĐẠO CÁC CHƯƠNG", "TRÌNH MTQG", "**TỈNH HÀ GIANG"], "Ban Chỉ đạo các chương trình MTQG tỉnh Hà Giang"),
    (["SỞ Y TẾ TỈNH HÀ GIANG", "ỦY BAN NHÂN DÂN", "**TỈNH HÀ GIANG"], "Ủy ban nhân dân tỉnh Hà Giang"),
    (["QUÂN KHU 3", "BỘ CHỈ HUY QUÂN SỰ", "**TỈNH NAM ĐỊNH"], "Bộ Chỉ huy quân sự tỉnh Nam Định"),
    (["SỞ GIÁO DỤC VÀ ĐÀO TẠO", "**TRƯỜNG THPT LÊ HỒNG PHONG"], "Trường THPT Lê Hồng Phong"),
    (["BỘ Y TẾ", "**CỤC PHÒNG, CHỐNG HIV/", "**AIDS"], "Cục Phòng, chống HIV/AIDS"),
    (["BỘ GTVT", "**CỤC HÀNG HẢI VIỆT NAM"], "Cục Hàng hải Việt Nam"),
]


@pytest.mark.parametrize(("printed", "name"), BODIES)
def test_issuing_bodies(printed: list[str], name: str) -> None:
    lines = [line(text.removeprefix("**"), 20.0 * k, bold=text.startswith("**")) for k, text in enumerate(printed)]
    assert issuing_body(lines) == name


def test_ornaments_issue_nothing() -> None:
    assert issuing_body([line("*"), line("-------")]) is None


@given(st.text(alphabet="ỦYBANHÂDTỈÀOCISỞXÃ -,ĐÉ", max_size=40))
def test_ordinary_case_keeps_the_letters_and_is_idempotent(printed: str) -> None:
    once = ordinary_case(printed)
    assert ordinary_case(once) == once
    if "UBND" not in printed and "HĐND" not in printed:
        assert once.casefold() == " ".join(printed.split()).casefold()


@pytest.mark.parametrize("printed", ["Sở Y tế", "TM. Ủy ban nhân dân", ""])
def test_what_is_not_in_capitals_stays_as_it_is(printed: str) -> None:
    assert ordinary_case(printed) == printed


def _closed(*right: str) -> LaidOutPage:
    page = Page(1, 595, 842, 0, (), (), "text", 1.0)
    lines = tuple(line(text, 500.0 + 20 * k, x0=300.0) for k, text in enumerate(right))
    return LaidOutPage(page, (), (), (), (), closing=Columns((line("Nơi nhận:"), line("- Như trên;")), lines))


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Văn An",
        "TS. Nguyễn Văn An",
        "PGS.TS. Trần Thị Bình",
        "Đại tá Bùi Văn Khánh",
        "Y Bin Niê",
        "A Thút",
    ],
)
def test_signers(name: str) -> None:
    closing = read_closing([_closed("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "(Đã ký)", name)])
    assert (closing.signer, closing.signer_title) == (name, "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH")
    assert closing.recipients == ("Như trên",)


@pytest.mark.parametrize("text", ["(Ký, ghi rõ họ tên)", "Đã ký", "và các đơn vị", "Ký bởi: Văn phòng"])
def test_what_is_no_signer(text: str) -> None:
    assert read_closing([_closed("CHỦ TỊCH", text)]).signer is None


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("(Kèm theo Kế hoạch số 87/KH-UBND ngày 12/3/2024 của UBND tỉnh)", "87/KH-UBND"),
        ("(Ban hành kèm theo Quyết định số: 17/2022/QĐ-UBND ngày 30/5/2022)", "17/2022/QĐ-UBND"),
        ("(Kèm theo Kế hoạch số      /KH-UBND ngày    /3/2024)", None),
    ],
)
def test_remarks_name_what_they_are_attached_to(text: str, ref: str | None) -> None:
    remark = paragraph(text, alignment="center")
    assert is_remark(remark)
    assert attached_to([title("PHỤ LỤC I"), remark]) == ref


def test_a_sentence_about_attaching_is_no_remark() -> None:
    assert not is_remark(paragraph("Kèm theo Quyết định này là Quy chế quản lý."))


def test_titles_end_at_the_authority_and_at_the_text() -> None:
    written = stacked(
        ["***QUYẾT ĐỊNH", "***Ban hành Quy chế", "***quản lý dữ liệu", "***CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"]
    )
    assert title_below(written, 0) == "Ban hành Quy chế quản lý dữ liệu"
    assert title_below(stacked(["***KẾ HOẠCH", "Thực hiện Quyết định số 12/QĐ-UBND, Sở ban hành kế hoạch"]), 0) == ""
    assert title_below(stacked(["***PHỤ LỤC", "***I. CHỈ TIÊU"]), 0) == ""
