"""The grammar, on lines of real documents and on what only looks like a citation. Values checked by hand."""

from __future__ import annotations

import pytest

from pipeline.citations.find import read_text
from tests.citations.reading import Read, cite, read, refs

FORMS = [
    (
        "Kế hoạch số 1320 /KH-UBND ngày 06 tháng 5 năm 2022 của Ủy ban nhân dân tỉnh",
        Read("*", "Kế hoạch", "1320/KH-UBND", "2022-05-06", "Ủy ban nhân dân tỉnh"),
    ),
    ("Kế hoạch 1613/KH-UBND ngày 20/5/2021", Read("*", "Kế hoạch", "1613/KH-UBND", "2021-05-20")),
    ("Kế hoạch số 312/KH -UBND ngày 5- 10 - 2022", Read("*", "Kế hoạch", "312/KH-UBND", "2022-10-05")),
    ("Kế hoạch số 12/KH- UBND", Read("*", "Kế hoạch", "12/KH-UBND")),
    ("Quyết định số 2463 /QĐ - UBND", Read("*", "Quyết định", "2463/QĐ-UBND")),
    ("Tờ trình số 1856/TTr -SCT ngày 08/4/2026", Read("*", "Tờ trình", "1856/TTr-SCT", "2026-04-08")),
    (
        "Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị",
        Read("*", "Nghị quyết", "57-NQ/TW", "2024-12-22", "Bộ Chính trị"),
    ),
    ("Kết luận số 301- KL/TU", Read("*", "Kết luận", "301-KL/TU")),
    (
        "Chỉ thị số 38-CT/TTg ngày 29/9/2020 của Thủ tướng Chính phủ",
        Read("*", "Chỉ thị", "38-CT/TTg", "2020-09-29", "Thủ tướng Chính phủ"),
    ),
    ("Quyết định số 578/QĐ-UBND-HC", Read("*", "Quyết định", "578/QĐ-UBND-HC")),
    ("Quyết định số 14/1999/QĐ-BNN/KHCN", Read("*", "Quyết định", "14/1999/QĐ-BNN/KHCN")),
    ("Luật số 16-LCT/HĐNN7", Read("*", "Luật", "16-LCT/HĐNN7")),
    ("Nghị định 93/CP ngày 27/11/1993", Read("*", "Nghị định", "93/CP", "1993-11-27")),
    ("Nghị định số 131-CP", Read("*", "Nghị định", "131-CP")),
    (
        "Văn bản số 11654/ANKT-ANTCĐT ngày 02 tháng 7 năm 2026 của Cục An ninh kinh tế - Bộ Công an",
        Read("*", "Văn bản", "11654/ANKT-ANTCĐT", "2026-07-02", "Cục An ninh kinh tế - Bộ Công an"),
    ),
    (
        "Báo cáo thẩm định số 202/BC-BQL ngày 26 tháng 6 năm 2026 của Ban Quản lý Khu kinh tế tỉnh Lào Cai",
        Read("*", "Báo cáo thẩm định", "202/BC-BQL", "2026-06-26", "Ban Quản lý Khu kinh tế tỉnh Lào Cai"),
    ),
    (
        "thông tư số 01/2020/TT-VPCP ngày 21 tháng 10 năm 2020 của Văn phòng Chính phủ",
        Read("*", "Thông tư", "01/2020/TT-VPCP", "2020-10-21", "Văn phòng Chính phủ"),
    ),
    (
        "Kế hoạch số:     /KH-UBND ngày      tháng     năm 2026 của UBND tỉnh Lào Cai",
        Read("*", "Kế hoạch", "/KH-UBND", "2026", "UBND tỉnh Lào Cai"),
    ),
    ("Luật Tổ chức Chính phủ số 63/2025/QH15", Read("*", "Luật", "63/2025/QH15")),
    ("Bộ luật Hình sự số 100/2015/QH13", Read("*", "Bộ luật", "100/2015/QH13")),
    ("Luật Căn cước số 26/2023/QH15", Read("*", "Luật", "26/2023/QH15")),
    ("Luật Quy hoạch số 112/2025/QH15", Read("*", "Luật", "112/2025/QH15")),
    ("Luật Tiêu chuẩn và quy chuẩn kỹ thuật số 68/2006/QH11", Read("*", "Luật", "68/2006/QH11")),
    ("Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15", Read("*", "Luật", "64/2025/QH15")),
    ("254/2026/NĐ-CP của Chính phủ", Read("*", None, "254/2026/NĐ-CP", None, "Chính phủ")),
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương "
        "số 47/2019/QH14",
        Read("*", "Luật", "47/2019/QH14"),
    ),
    (
        "Quy chuẩn kỹ thuật quốc gia về an toàn trong sản xuất, thử nghiệm QCVN 01:2019/BCT",
        Read("*", "Quy chuẩn kỹ thuật quốc gia", "QCVN01:2019/BCT"),
    ),
    ("TCVN ISO 9001:2015", Read("*", "TCVN", "TCVNISO9001:2015")),
    (
        "Nghị quyết của Hội đồng nhân dân tỉnh số 05/2021/NQ-HĐND ngày 12 tháng 7 năm 2021",
        Read("*", "Nghị quyết", "05/2021/NQ-HĐND", "2021-07-12"),
    ),
    ("số 1626/QĐ-TTg ngày 15/12/2023", Read("*", None, "1626/QĐ-TTg", "2023-12-15")),
    ("QĐ số 123/QĐ-UBND", Read("*", "QĐ", "123/QĐ-UBND")),
    (
        "Thông báo số 45/TB-UBND của UBND huyện Bát Xát ngày 12/3/2021",
        Read("*", "Thông báo", "45/TB-UBND", "2021-03-12", "UBND huyện Bát Xát"),
    ),
    (
        "CHỈ THỊ SỐ 11-CT/TU NGÀY 04/01/2026 CỦA BAN THƯỜNG VỤ TỈNH ỦY",
        Read("*", "Chỉ thị", "11-CT/TU", "2026-01-04", "BAN THƯỜNG VỤ TỈNH ỦY"),
    ),
    ("Quyết định số 12/QĐ-UBND (ngày 19/3/2021)", Read("*", "Quyết định", "12/QĐ-UBND", "2021-03-19")),
    ("Quyet dinh so 12/QD-UBND ngay 19/3/2021", Read("*", "Quyết định", "12/QD-UBND", "2021-03-19")),
]


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=[text[:40] for text, _ in FORMS])
def test_a_mention_is_read_whole_alone_and_within_a_sentence(text: str, expected: Read) -> None:
    whole = Read(text, expected.kind, expected.ref, expected.date, expected.issuer)
    assert read(text) == [whole]
    assert read(f"Thực hiện {text}; các đơn vị báo cáo.") == [whole]


@pytest.mark.parametrize(
    "text",
    [
        "đạt 1.774/2.000 TTHC, 95/100 điểm, trực 24/7, tỷ lệ 1/500",
        "từ ngày 19/3/2021 đến 20/4/2021; giai đoạn 2021-2025",
        "nhà số 12/5 đường Trần Phú, ĐT: 0203.3812345 - 0203.3812346",
        "CCCD số 010085001234; Giấy chứng nhận số 12/GCN-UBND; Mẫu số 01/TB-ĐKĐT",
        "các nghị định của Chính phủ; Luật này; Quyết định này; Nghị quyết nói trên",
        "Điều 5, Phần 2, Biểu 3, Phụ lục II, Mục 4",
        "Kế hoạch 5 năm 2021-2025; Quyết định 12 chỉ tiêu; Dự án 3; kế hoạch 909",
        "COVID-19, ISO 9001, km 12/H3, lô CN-3, biển số 24A-12345",
        "quy định của pháp luật năm 2024; theo Luật Đấu thầu; Luật Đất đai có hiệu lực từ ngày 01/01/2025",
        "",
    ],
)
def test_what_is_no_citation_is_left_alone(text: str) -> None:
    assert read(text) == []


def test_a_list_shares_its_kind_and_the_date_and_issuer_at_its_end() -> None:
    text = "các Quyết định số 12/QĐ-UBND, 13/QĐ-UBND và số 14/QĐ-UBND ngày 1/2/2023 của UBND tỉnh Lào Cai về việc"
    assert [(r.kind, r.ref, r.date, r.issuer) for r in read(text)] == [
        ("Quyết định", f"{number}/QĐ-UBND", "2023-02-01", "UBND tỉnh Lào Cai") for number in (12, 13, 14)
    ]


def test_a_list_of_dated_numbers_keeps_their_own_dates() -> None:
    text = "Quyết định số 866/QĐ-TTg ngày 18/7/2023, số 1626/QĐ-TTg ngày 15/12/2023 của Thủ tướng Chính phủ"
    assert [(r.kind, r.ref, r.date) for r in read(text)] == [
        ("Quyết định", "866/QĐ-TTg", "2023-07-18"),
        ("Quyết định", "1626/QĐ-TTg", "2023-12-15"),
    ]


def test_a_kind_said_again_ends_the_list() -> None:
    first, second = read("Quyết định số 45/2023/QĐ-UBND và Quyết định số 46/2023/QĐ-UBND ngày 1/12/2023 của UBND tỉnh")
    assert (first.date, first.issuer) == (None, None)
    assert (second.date, second.issuer) == ("2023-12-01", "UBND tỉnh")


def test_a_list_does_not_lend_its_kind_to_another_symbol() -> None:
    assert [(r.kind, r.ref) for r in read("Quyết định số 12/QĐ-UBND, 13/KH-UBND")] == [
        ("Quyết định", "12/QĐ-UBND"),
        (None, "13/KH-UBND"),
    ]


def test_a_verb_is_no_kind() -> None:
    assert [(r.kind, r.ref) for r in read("nội dung quy định 15/2026/TT-BCT")] == [(None, "15/2026/TT-BCT")]


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("Quyết định số 12/QĐ-UBND ngày 28/2/2021", "Quyết định số 12/QĐ-UBND ngày 31/2/2021"),
        ("Văn bản số 12/UBND-VX", "Văn bản số 12/XQZ-WPK"),
        ("Luật số 42/2024/QH15 và", "Luật số 42/2024/QH151 và"),
        ("Luật số 42/2024/QH15 và", "Luật số 42/2024/QH1 và"),
        ("theo 65/2024/NĐ-CP ngày", "Nghị định số 1 65/2024/NĐ-CP ngày"),
        ("Quyết định số 12/QĐ-UBND", "Quyêt đinh sô 12/QĐ-UBND"),
        ("Kế hoạch số 12/KH-UBND", "Kế hoạch số 12/QĐ-UBND"),
        ("Kế hoạch số 909/KH-UBND", "Kế hoạch 909"),
    ],
)
def test_what_is_unsure_is_said(surer: str, less_sure: str) -> None:
    assert read_text(less_sure)[0].confidence < read_text(surer)[0].confidence


def test_an_impossible_day_is_not_published() -> None:
    (found,) = read("Quyết định số 12/QĐ-UBND ngày 31/2/2021 của UBND tỉnh")
    assert (found.date, found.issuer) == (None, "UBND tỉnh")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Luật Đất đai năm 2024", ("Luật", "2024")),
        ("Luật Đất đai 2024", ("Luật", "2024")),
        ("Luật Tổ chức chính quyền địa phương ngày 16/6/2025", ("Luật", "2025-06-16")),
        ("Luật Địa chất và khoáng sản ngày 29/11/2024", ("Luật", "2024-11-29")),
        ("Hiến pháp năm 2013", ("Hiến pháp", "2013")),
        ("Bộ luật Dân sự năm 2015", ("Bộ luật", "2015")),
        ("Pháp lệnh Ưu đãi người có công với cách mạng năm 2020", ("Pháp lệnh", "2020")),
        (
            "Luật Sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương "
            "ngày 22 tháng 11 năm 2019",
            ("Luật", "2019-11-22"),
        ),
    ],
)
def test_a_law_is_known_by_name_and_date_or_year(text: str, found: tuple[str, str]) -> None:
    assert read(f"Căn cứ {text};") == [Read(text, found[0], None, found[1])]


def test_the_date_of_a_decree_on_a_law_is_not_the_date_of_the_law() -> None:
    assert read("hướng dẫn Luật Chứng khoán ngày 31/12/2020 của Chính phủ") == []


@pytest.mark.parametrize(
    ("text", "ref"),
    [("Nghị định 100/2019 của", "100/2019"), ("theo Chỉ thị 11 của", "11"), ("Đề án số 13 về tăng", "13")],
)
def test_a_short_form_keeps_its_bare_number(text: str, ref: str) -> None:
    assert refs(text) == [ref]


@pytest.mark.parametrize(
    ("text", "pinpoint", "start"),
    [
        (
            "điểm b, điểm e khoản 4, khoản 6 Điều 44 Nghị định số 105/2025/NĐ-CP",
            "điểm b, điểm e khoản 4, khoản 6 Điều 44",
            "điểm b",
        ),
        ("Khoản 2 Điều 3 Thông tư số 15/2026/TT-BCT", "Khoản 2 Điều 3", "Khoản 2"),
        ("khoản 1 và khoản 3 Điều 12 của Luật Đất đai năm 2024", "khoản 1 và khoản 3 Điều 12", "khoản 1"),
        ("điểm a, b và c khoản 2 Điều 5 Nghị định số 1/2020/NĐ-CP", "điểm a, b và c khoản 2 Điều 5", "điểm a"),
        ("Khoản 4, Điều 9, Nghị định số 64/2008/NĐ-CP", "Khoản 4, Điều 9", "Khoản 4"),
        (
            "Nghị định số 32/2024/NĐ-CP (trong đó có quy định tại điểm c khoản 1 Điều 8). Hiệu lực",
            "điểm c khoản 1 Điều 8",
            "Nghị định",
        ),
        ("Nghị định số 139/2025/NĐ-CP quy định cụ thể tại Điều 21.", "Điều 21", "Nghị định"),
    ],
)
def test_a_pinpoint_belongs_to_the_mention_beside_it(text: str, pinpoint: str, start: str) -> None:
    (found,) = read(text)
    assert found.pinpoint == pinpoint
    assert found.text.startswith(start)


@pytest.mark.parametrize(
    "text",
    [
        "Điều 3. Quyết định số 12/QĐ-UBND hết hiệu lực",
        "khoản 2 Điều này và Nghị định số 1/2020/NĐ-CP",
        "Nghị định số 1/2020/NĐ-CP quy định tại Điều 5 Luật này",
    ],
)
def test_a_pinpoint_of_something_else_is_not_taken(text: str) -> None:
    assert [found.pinpoint for found in read(text)] == [None]


@pytest.mark.parametrize(
    ("after", "issuer"),
    [
        ("của Bộ trưởng Bộ Công Thương quy định về", "Bộ trưởng Bộ Công Thương"),
        ("của Bộ Nông nghiệp và Phát triển nông thôn hướng dẫn", "Bộ Nông nghiệp và Phát triển nông thôn"),
        ("của Ban Chấp hành Đảng bộ tỉnh về", "Ban Chấp hành Đảng bộ tỉnh"),
        ("của Ban Thường vụ Đảng ủy UBND tỉnh về", "Ban Thường vụ Đảng ủy UBND tỉnh"),
        ("của Sở Công Thương tỉnh Lào Cai về việc", "Sở Công Thương tỉnh Lào Cai"),
        ("của Sở Xây dựng về việc", "Sở Xây dựng"),
        ("của Ban Chỉ đạo chuyển đổi số tỉnh về", "Ban Chỉ đạo chuyển đổi số tỉnh"),
        ("của Chủ tịch UBND thị xã Sa Pa, về việc", "Chủ tịch UBND thị xã Sa Pa"),
        ("của Ủy ban nhân dân thành phố Hồ Chí Minh phê duyệt", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
        ("của Bộ Văn hóa, Thể thao và Du lịch, Sở Y tế", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("của UBND tỉnh Ban hành Quy chế", "UBND tỉnh"),
        ("của UBND huyện Từ Liêm và các xã", "UBND huyện Từ Liêm"),
        ("của Chủ tịch Ủy ban nhân dân tỉnh Lào Cai", "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai"),
        ("của Ban Quản lý khu kinh tế tỉnh về", "Ban Quản lý khu kinh tế tỉnh"),
        ("của người dân", None),
        ("ban hành Quy chế của Bộ Y tế", None),
    ],
)
def test_the_issuer_ends_where_the_name_ends(after: str, issuer: str | None) -> None:
    assert [found.issuer for found in read(f"Quyết định số 12/QĐ-ABC {after}")] == [issuer]


def test_all_bodies_of_a_joint_circular_are_its_issuer() -> None:
    text = "Thông tư liên tịch số 1/2014/TTLT-BTC-BYT-BNV của Bộ Tài chính, Bộ Y tế và Bộ Nội vụ hướng dẫn"
    assert [found.issuer for found in read(text)] == ["Bộ Tài chính, Bộ Y tế và Bộ Nội vụ"]


@pytest.mark.parametrize(
    "text", ["Số: 1696/QĐ-UBND", "Số: 12/KH-UBND Lào Cai, ngày 02 tháng 7 năm 2026", "Số:      /KH-UBND"]
)
def test_the_number_line_of_a_document_cites_nothing(text: str) -> None:
    assert cite(text) == ()
    assert [c.ref for c in cite(f"theo Quyết định {text}")]


def test_a_number_in_a_table_cell_is_a_citation() -> None:
    assert [c.ref for c in cite("Số: 1696/QĐ-UBND", "table")] == ["1696/QĐ-UBND"]


def test_a_citation_has_its_place_and_its_zone() -> None:
    (found,) = cite("Căn cứ Luật Đất đai số 31/2024/QH15 ngày 18/01/2024;", "legal_basis")
    assert (found.zone, found.relation, found.page) == ("legal_basis", "legal_basis", 1)
    assert (found.start, found.stop) == (7, 51)
    (box,) = found.boxes
    assert (box.x0, box.x1) == (7, 51)
