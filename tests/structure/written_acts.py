"""Decisions, resolutions and other acts written by hand for the tests, with what a person reads in them."""

from __future__ import annotations

from tests.structure.typesetting import centred, closing, masthead, page_break, paragraphs
from tests.structure.written_plans import LONG, Written

DECISION_WITH_RULES = Written(
    masthead(
        ["**ỦY BAN NHÂN DÂN**", "**TỈNH HÒA GIANG**", "Số: 17/2022/QĐ-UBND"],
        ["__Hòa Giang, ngày 30 tháng 5 năm 2022__"],
    )
    + centred("**QUYẾT ĐỊNH**", "**Ban hành Quy chế quản lý, vận hành**", "**Hệ thống thông tin báo cáo tỉnh**")
    + centred("**ỦY BAN NHÂN DÂN TỈNH HÒA GIANG**")
    + paragraphs(
        "__Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;__",
        "__Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 "
        "tháng 11 năm 2019;__",
        "__Nghị định số 09/2019/NĐ-CP ngày 24 tháng 01 năm 2019 của Chính phủ quy định về chế độ báo cáo;__",
        "__Theo đề nghị của Giám đốc Sở Thông tin và Truyền thông tại Tờ trình số 55/TTr-STTTT ngày 12/5/2022.__",
    )
    + centred("**QUYẾT ĐỊNH:**")
    + paragraphs(
        "**Điều 1.** Ban hành kèm theo Quyết định này Quy chế quản lý, vận hành Hệ thống thông tin báo cáo tỉnh.",
        "**Điều 2. Hiệu lực thi hành**",
        "1. Quyết định này có hiệu lực kể từ ngày 10 tháng 6 năm 2022.",
        "2. Bãi bỏ Quyết định số 10/2018/QĐ-UBND ngày 07 tháng 3 năm 2018 của Ủy ban nhân dân tỉnh. " + LONG,
        "**Điều 3.** Chánh Văn phòng Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành Quyết định này./.",
    )
    + closing(
        ["- Như Điều 3;", "- Lưu: VT, KSTT."],
        ["**TM. ỦY BAN NHÂN DÂN**", "**CHỦ TỊCH**", "", "**Trần Văn Bình**"],
    )
    + page_break()
    + masthead(["**ỦY BAN NHÂN DÂN**", "**TỈNH HÒA GIANG**"], [])
    + centred("**QUY CHẾ**", "**Quản lý, vận hành Hệ thống thông tin báo cáo tỉnh**")
    + centred("__(Ban hành kèm theo Quyết định số 17/2022/QĐ-UBND ngày 30/5/2022__", "__của UBND tỉnh Hòa Giang)__")
    + centred("**Chương I**", "**QUY ĐỊNH CHUNG**")
    + paragraphs(
        "**Điều 1. Phạm vi điều chỉnh, đối tượng áp dụng**",
        "1. Quy chế này quy định việc quản lý, vận hành. " + LONG,
        "2. Đối tượng áp dụng:",
        "a) Các sở, ban, ngành;",
        "b) Ủy ban nhân dân cấp huyện;",
        "c) Ủy ban nhân dân cấp xã;",
        "d) Doanh nghiệp có liên quan;",
        "đ) Tổ chức khác;",
        "e) Cá nhân.",
        "**Điều 2. Giải thích từ ngữ**",
        "1. __Báo cáo định kỳ__ là báo cáo được ban hành nhiều lần. " + LONG,
    )
    + centred("**Chương II**", "**QUẢN LÝ, VẬN HÀNH**")
    + centred("**Mục 1**", "**QUẢN LÝ**")
    + paragraphs("**Điều 3. Tài khoản**", LONG)
    + centred("**Mục 2**", "**VẬN HÀNH**")
    + paragraphs("**Điều 4. Sao lưu**", "1. Sao lưu hằng ngày. " + LONG, "2. Kiểm tra bản sao lưu."),
    {
        "kind": "Quyết định",
        "ref": "17/2022/QĐ-UBND",
        "issued_on": "2022-05-30",
        "issuer": "Ủy ban nhân dân tỉnh Hòa Giang",
        "title": "Ban hành Quy chế quản lý, vận hành Hệ thống thông tin báo cáo tỉnh",
        "signer": "Trần Văn Bình",
        "signer_title": "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH",
    },
    """
Điều 1. | Ban hành kèm theo Quyết định
Điều 2. | Hiệu lực thi hành
  1. | Quyết định này có hiệu lực
  2. | Bãi bỏ Quyết định số 10/2018
Điều 3. | Chánh Văn phòng Ủy ban nhân
Chương I | QUY ĐỊNH CHUNG
  Điều 1. | Phạm vi điều chỉnh, đối tượng
    1. | Quy chế này quy định việc
    2. | Đối tượng áp dụng:
      a) | Các sở, ban, ngành;
      b) | Ủy ban nhân dân cấp huyện;
      c) | Ủy ban nhân dân cấp xã;
      d) | Doanh nghiệp có liên quan;
      đ) | Tổ chức khác;
      e) | Cá nhân.
  Điều 2. | Giải thích từ ngữ
    1. | Báo cáo định kỳ là báo cáo
Chương II | QUẢN LÝ, VẬN HÀNH
  Mục 1 | QUẢN LÝ
    Điều 3. | Tài khoản
  Mục 2 | VẬN HÀNH
    Điều 4. | Sao lưu
      1. | Sao lưu hằng ngày.
      2. | Kiểm tra bản sao lưu.
""",
    {
        "Căn cứ Luật Tổ chức": "legal_basis",
        "Nghị định số 09/2019": "legal_basis",
        "Theo đề nghị của": "legal_basis",
        "(Ban hành kèm theo Quyết định": "annex_header",
    },
)

AMENDMENT = Written(
    masthead(
        ["**HỘI ĐỒNG NHÂN DÂN**", "**TỈNH HÒA GIANG**", "Số: 09/2023/NQ-HĐND"],
        ["__Hòa Giang, ngày 12 tháng 7 năm 2023__"],
    )
    + centred("**NGHỊ QUYẾT**", "**Sửa đổi, bổ sung một số điều của Nghị quyết số 21/2020/NQ-HĐND**")
    + centred("**HỘI ĐỒNG NHÂN DÂN TỈNH HÒA GIANG**", "**KHÓA XV, KỲ HỌP THỨ 14**")
    + paragraphs(
        "- Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;",
        "- Căn cứ Nghị định số 163/2016/NĐ-CP ngày 21 tháng 12 năm 2016 của Chính phủ;",
        "Xét Tờ trình số 95/TTr-UBND ngày 20 tháng 6 năm 2023 của Ủy ban nhân dân tỉnh; báo cáo thẩm tra của Ban Kinh "
        "tế - Ngân sách; ý kiến thảo luận của đại biểu.",
    )
    + centred("**QUYẾT NGHỊ:**")
    + paragraphs(
        "**Điều 1. Sửa đổi, bổ sung một số điều của Nghị quyết số 21/2020/NQ-HĐND**",
        "1. Sửa đổi, bổ sung Điều 3 như sau:",
        "“**Điều 3. Mức chi**",
        "1. Chi cho báo cáo viên: 500.000 đồng/buổi. " + LONG,
        "2. Chi hỗ trợ đi lại: 100.000 đồng/người.",
        "a) Khu vực I;",
        "b) Khu vực II.”",
        "2. Bổ sung khoản 4 Điều 5 như sau:",
        "“4. Kinh phí do ngân sách cấp xã bảo đảm. " + LONG + "”.",
        "3. Bãi bỏ Điều 7.",
        "**Điều 2. Tổ chức thực hiện**",
        LONG,
        "Nghị quyết này đã được Hội đồng nhân dân tỉnh Khóa XV, Kỳ họp thứ 14 thông qua ngày 12 tháng 7 năm 2023./.",
    )
    + closing(["- Như Điều 2;", "- Lưu: VT."], ["**CHỦ TỊCH**", "", "**Nguyễn Thị Hồng Hà**"]),
    {
        "kind": "Nghị quyết",
        "ref": "09/2023/NQ-HĐND",
        "issued_on": "2023-07-12",
        "issuer": "Hội đồng nhân dân tỉnh Hòa Giang",
        "title": "Sửa đổi, bổ sung một số điều của Nghị quyết số 21/2020/NQ-HĐND",
        "signer": "Nguyễn Thị Hồng Hà",
    },
    """
Điều 1. | Sửa đổi, bổ sung một số điều
  1. | Sửa đổi, bổ sung Điều 3 như sau
  2. | Bổ sung khoản 4 Điều 5 như sau
  3. | Bãi bỏ Điều 7.
Điều 2. | Tổ chức thực hiện
""",
    {"- Căn cứ Luật Ngân sách": "legal_basis", "Xét Tờ trình số 95": "legal_basis"},
)

CONTENTS = Written(
    masthead(
        ["ỦY BAN NHÂN DÂN TỈNH HÒA GIANG", "**SỞ NÔNG NGHIỆP**", "**VÀ MÔI TRƯỜNG**", "Số: 77/ĐA-SNNMT"],
        ["__Hòa Giang, ngày 03 tháng 02 năm 2026__"],
    )
    + centred("**ĐỀ ÁN**", "**Phát triển chăn nuôi bền vững đến năm 2030**")
    + centred("**MỤC LỤC**")
    + paragraphs(
        "I. SỰ CẦN THIẾT ............................................................................ 1",
        "1. Thực trạng .................................................................................. 1",
        "2. Tồn tại ........................................................................................ 2",
        "II. NỘI DUNG .................................................................................. 3",
        "1. Mục tiêu ..................................................................................... 3",
    )
    + page_break()
    + paragraphs(
        "**I. SỰ CẦN THIẾT**",
        "**1. Thực trạng**",
        LONG,
        "**2. Tồn tại**",
        LONG,
        "**II. NỘI DUNG**",
        "**1. Mục tiêu**",
        LONG,
    )
    + page_break()
    + paragraphs("**2. Giải pháp**", "2.1. Về giống", LONG, "2.2. Về thức ăn", LONG)
    + closing(["- UBND tỉnh;", "- Lưu: VT."], ["**KT. GIÁM ĐỐC**", "**PHÓ GIÁM ĐỐC**", "", "**Vũ Đức Thắng**"])
    + page_break()
    + centred("**PHỤ LỤC I**", "**CHỈ TIÊU CHĂN NUÔI**")
    + centred("__(Kèm theo Đề án số 77/ĐA-SNNMT ngày 03/02/2026 của Sở Nông nghiệp và Môi trường)__")
    + paragraphs("**I. GIA SÚC**", "1. Trâu: 45.000 con.", "2. Bò: 80.000 con.", "**II. GIA CẦM**", LONG)
    + page_break()
    + centred("**PHỤ LỤC II**", "**KINH PHÍ**")
    + paragraphs("1. Ngân sách tỉnh: 12.500 triệu đồng.", "2. Nguồn khác: 3.000 triệu đồng.")
    + page_break()
    + centred("**Phụ biểu 3**", "**TIẾN ĐỘ**")
    + paragraphs("a) Năm 2026: khởi động.", "b) Năm 2027: thực hiện."),
    {
        "kind": "Đề án",
        "ref": "77/ĐA-SNNMT",
        "issuer": "Sở Nông nghiệp và Môi trường tỉnh Hòa Giang",
        "title": "Phát triển chăn nuôi bền vững đến năm 2030",
        "signer": "Vũ Đức Thắng",
    },
    """
I. | SỰ CẦN THIẾT
  1. | Thực trạng
  2. | Tồn tại
II. | NỘI DUNG
  1. | Mục tiêu
  2. | Giải pháp
    2.1. | Về giống
    2.2. | Về thức ăn
PHỤ LỤC I | CHỈ TIÊU CHĂN NUÔI
  I. | GIA SÚC
    1. | Trâu: 45.000 con.
    2. | Bò: 80.000 con.
  II. | GIA CẦM
PHỤ LỤC II | KINH PHÍ
  1. | Ngân sách tỉnh: 12.500 triệu
  2. | Nguồn khác: 3.000 triệu đồng
Phụ biểu 3 | TIẾN ĐỘ
  a) | Năm 2026: khởi động.
  b) | Năm 2027: thực hiện.
""",
)

JOINT = Written(
    masthead(
        ["**SỞ TÀI CHÍNH - SỞ NỘI VỤ**", "**TỈNH HÒA GIANG**", "Số: 04/KHLT-STC-SNV"],
        ["__Hòa Giang, ngày 20/02/2025__"],
    )
    + centred("**KẾ HOẠCH LIÊN TỊCH**", "**Phối hợp thực hiện tinh giản biên chế năm 2025**")
    + paragraphs("I. MỤC ĐÍCH", LONG, "II. NỘI DUNG", "1. Rà soát biên chế", LONG, "2. Lập dự toán", LONG)
    + closing(["- UBND tỉnh;", "- Lưu: VT."], ["**GIÁM ĐỐC SỞ TÀI CHÍNH**", "", "**Đỗ Văn Tuấn**"]),
    {"ref": "04/KHLT-STC-SNV", "issued_on": "2025-02-20", "title": "Phối hợp thực hiện tinh giản biên chế năm 2025"},
    """
I. | MỤC ĐÍCH
II. | NỘI DUNG
  1. | Rà soát biên chế
  2. | Lập dự toán
""",
)

TELEGRAM = Written(
    masthead(
        ["**CHỦ TỊCH**", "**ỦY BAN NHÂN DÂN TỈNH HÒA GIANG**", "Số: 02/CĐ-CTUBND"],
        ["__Hòa Giang, ngày 09 tháng 9 năm 2024__"],
    )
    + centred("**CÔNG ĐIỆN**", "**Về việc tập trung ứng phó mưa lũ sau bão số 3**")
    + centred("**CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÒA GIANG điện:**")
    + paragraphs(
        "- Giám đốc các Sở: Nông nghiệp và Phát triển nông thôn, Công Thương;",
        "- Chủ tịch Ủy ban nhân dân các huyện, thành phố.",
        LONG,
        "1. Triển khai ngay Công điện số 86/CĐ-TTg ngày 03/9/2024 của Thủ tướng Chính phủ. " + LONG,
        "2. Kiểm tra hồ đập, sẵn sàng phương án bảo đảm an toàn. " + LONG,
        "3. Tổ chức trực ban 24/24 giờ.",
    )
    + closing(["- Như trên;", "- Lưu: VT."], ["**KT. CHỦ TỊCH**", "**PHÓ CHỦ TỊCH**", "", "**Đại tá Bùi Văn Khánh**"]),
    {
        "kind": "Công điện",
        "ref": "02/CĐ-CTUBND",
        "issuer": "Chủ tịch Ủy ban nhân dân tỉnh Hòa Giang",
        "title": "Về việc tập trung ứng phó mưa lũ sau bão số 3",
        "signer": "Đại tá Bùi Văn Khánh",
    },
    """
1. | Triển khai ngay Công điện số 86
2. | Kiểm tra hồ đập, sẵn sàng
3. | Tổ chức trực ban 24/24 giờ.
""",
)

SUBMISSION = Written(
    masthead(
        ["UBND THÀNH PHỐ HỒ CHÍ MINH", "**SỞ Y TẾ**", "Số: ....../TTr-SYT"],
        ["__TP. Hồ Chí Minh, ngày ... tháng ... năm 2025__"],
    )
    + centred("**TỜ TRÌNH**", "**Về việc ban hành Quyết định quy định giá dịch vụ**", "**khám bệnh, chữa bệnh**")
    + centred("Kính gửi: Ủy ban nhân dân Thành phố Hồ Chí Minh")
    + paragraphs(
        LONG,
        "**I. SỰ CẦN THIẾT BAN HÀNH**",
        "**1. Cơ sở pháp lý**",
        "- Luật Khám bệnh, chữa bệnh số 15/2023/QH15 ngày 09 tháng 01 năm 2023;",
        "- Nghị định số 96/2023/NĐ-CP ngày 30 tháng 12 năm 2023 của Chính phủ;",
        "**2. Cơ sở thực tiễn**",
        LONG,
        "**II. KIẾN NGHỊ**",
        LONG,
    )
    + closing(
        ["- Như trên;", "- Lưu: VT."],
        ["**TUQ. GIÁM ĐỐC**", "**TRƯỞNG PHÒNG**", "**KẾ HOẠCH - TÀI CHÍNH**", "", "**PGS.TS. Tăng Chí Thượng**"],
    ),
    {
        "kind": "Tờ trình",
        "number": None,
        "symbol": "TTr-SYT",
        "ref": None,
        "issued_on": "2025",
        "place": "TP. Hồ Chí Minh",
        "issuer": "Sở Y tế Thành phố Hồ Chí Minh",
        "title": "Về việc ban hành Quyết định quy định giá dịch vụ khám bệnh, chữa bệnh",
        "signer": "PGS.TS. Tăng Chí Thượng",
        "signer_title": "TUQ. GIÁM ĐỐC TRƯỞNG PHÒNG KẾ HOẠCH - TÀI CHÍNH",
    },
    """
I. | SỰ CẦN THIẾT BAN HÀNH
  1. | Cơ sở pháp lý
  2. | Cơ sở thực tiễn
II. | KIẾN NGHỊ
""",
    {
        "- Luật Khám bệnh": "legal_basis",
        "- Nghị định số 96/2023": "legal_basis",
        "Ủy ban nhân dân tỉnh yêu cầu": "body",
    },
)

NOTICE = Written(
    masthead(
        ["UBND TỈNH HÒA GIANG", "**BAN QUẢN LÝ**", "**CÁC KHU CÔNG NGHIỆP**", "Số: 356/TB-BQL"],
        ["__Hòa Giang, ngày 11 tháng 11 năm 2024__"],
    )
    + centred("**THÔNG BÁO KẾT LUẬN**", "**của Trưởng ban tại cuộc họp giao ban tháng 10**")
    + paragraphs(
        LONG,
        "1. Giao Phòng Quản lý đầu tư:",
        "- Rà soát các dự án chậm tiến độ; " + LONG,
        "- Báo cáo trước ngày 20/11/2024.",
        "2. Giao Văn phòng: " + LONG,
    )
    + closing(["- Lãnh đạo Ban;", "- Lưu: VT."], ["**TL. TRƯỞNG BAN**", "**CHÁNH VĂN PHÒNG**", "", "**Lò Văn Pán**"]),
    {
        "ref": "356/TB-BQL",
        "issuer": "Ban Quản lý các khu công nghiệp tỉnh Hòa Giang",
        "title": "của Trưởng ban tại cuộc họp giao ban tháng 10",
        "signer": "Lò Văn Pán",
        "signer_title": "TL. TRƯỞNG BAN CHÁNH VĂN PHÒNG",
    },
    """
1. | Giao Phòng Quản lý đầu tư:
2. | Giao Văn phòng: Ủy ban nhân
""",
)

COMMUNE = Written(
    masthead(
        ["**UBND XÃ ĐĂK MAR**", "Số: 21/KH-UBND"],
        ["__Đăk Mar, ngày 2 tháng 5 năm 2023__"],
    )
    + centred("**KẾ HOẠCH PHÒNG, CHỐNG DỊCH BỆNH NĂM 2023**")
    + paragraphs(
        "I/ Mục đích:",
        LONG,
        "II/ Nội dung:",
        "1/ Tuyên truyền: " + LONG,
        "2/ Phun hóa chất: " + LONG,
        "III/ Tổ chức thực hiện:",
        LONG,
    )
    + closing(["- TT Đảng ủy;", "- Lưu: VP."], ["**TM. ỦY BAN NHÂN DÂN**", "**CHỦ TỊCH**", "", "**A Thút**"]),
    {
        "kind": "Kế hoạch",
        "ref": "21/KH-UBND",
        "issued_on": "2023-05-02",
        "issuer": "Ủy ban nhân dân xã Đăk Mar",
        "title": "PHÒNG, CHỐNG DỊCH BỆNH NĂM 2023",
        "signer": "A Thút",
    },
    """
I/ | Mục đích:
II/ | Nội dung:
  1/ | Tuyên truyền: Ủy ban nhân dân
  2/ | Phun hóa chất: Ủy ban nhân dân
III/ | Tổ chức thực hiện:
""",
)

SCANNED_DECREE = Written(  # as OCR reads it: the letters of the kind parted
    masthead(["**CHÍNH PHỦ**", "Số: 105/2021/NĐ-CP"], ["__Hà Nội, ngày 04 tháng 12 năm 2021__"])
    + centred("**N GHỊ ĐỊNH**", "**Quy định chi tiết một số điều của Luật Phòng, chống ma túy**")
    + paragraphs("Căn cứ Luật Phòng, chống ma túy ngày 30 tháng 3 năm 2021;")
    + centred("**Chương I**", "**QUY ĐỊNH CHUNG**")
    + paragraphs("**Điều 1. Phạm vi điều chỉnh**", LONG),
    {
        "kind": "Nghị định",
        "ref": "105/2021/NĐ-CP",
        "issued_on": "2021-12-04",
        "title": "Quy định chi tiết một số điều của Luật Phòng, chống ma túy",
    },
    """
Chương I | QUY ĐỊNH CHUNG
  Điều 1. | Phạm vi điều chỉnh
""",
)

WITHOUT_KIND = Written(  # the title of a chapter names no kind, though it begins with the word for one
    masthead(["**CHÍNH PHỦ**", "Số: 105/2021/NĐ-CP"], ["__Hà Nội, ngày 04 tháng 12 năm 2021__"])
    + paragraphs("Căn cứ Luật Phòng, chống ma túy ngày 30 tháng 3 năm 2021;")
    + centred("**Chương I**", "**QUY ĐỊNH CHUNG**")
    + paragraphs("**Điều 1. Phạm vi điều chỉnh**", LONG),
    {"kind": None, "title": None},
    """
Chương I | QUY ĐỊNH CHUNG
  Điều 1. | Phạm vi điều chỉnh
""",
)
