"""Notes: long ones over the page, several on a line, in tables, with stars, in headings, of two figures."""

from __future__ import annotations

from tests.structure.typesetting import (
    centred,
    closing,
    filler,
    masthead,
    paragraphs,
    table,
    without_note_rule,
)
from tests.structure.written_plans import Written

LONG_NOTES = Written(  # one runs on over the page
    masthead(["**ỦY BAN NHÂN DÂN**", "**TỈNH PHÚ YÊN**", "Số: 145/BC-UBND"], ["__Phú Yên, ngày 28 tháng 6 năm 2023__"])
    + centred("**BÁO CÁO**", "**Tình hình kinh tế - xã hội 6 tháng đầu năm 2023**")
    + paragraphs(
        "Sáu tháng đầu năm, Ủy ban nhân dân tỉnh đã ban hành Chương trình hành động⟦Quyết định số "
        "01/QĐ-UBND ngày 03/01/2023.⟧ và các kế hoạch chi tiết⟦Kế hoạch số 15/KH-UBND ngày 19/01/2023; Kế "
        "hoạch số 22/KH-UBND ngày 02/02/2023.⟧, chỉ đạo triển khai trong toàn tỉnh.",
        "**I. KẾT QUẢ ĐẠT ĐƯỢC**",
        "**1. Tăng trưởng kinh tế**",
        "Tốc độ tăng GRDP ước đạt 7,2%⟦Cùng kỳ năm 2022 tăng 6,5%.⟧, trong đó khu vực nông nghiệp tăng "
        f"3,1%⟦Kế hoạch 3,5%.⟧; {filler(3)}",
        filler(3),
        "**2. Đầu tư công**",
        "Đến ngày 20/6/2023 đã giải ngân 1.850 tỷ đồng⟦Cụ thể: Quyết định số 101/QĐ-UBND ngày 02/3/2023 "
        "của Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch vốn đợt 1 cho các dự án thuộc "
        "Chương trình phục hồi; Quyết định số 102/QĐ-UBND ngày 03/3/2023 của Chủ tịch Ủy ban nhân dân "
        "tỉnh về việc phê duyệt kế hoạch vốn đợt 2 cho các dự án thuộc Chương trình phục hồi; Quyết định "
        "số 103/QĐ-UBND ngày 04/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch vốn "
        "đợt 3 cho các dự án thuộc Chương trình phục hồi; Quyết định số 104/QĐ-UBND ngày 05/3/2023 của "
        "Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch vốn đợt 4 cho các dự án thuộc Chương "
        "trình phục hồi; Quyết định số 105/QĐ-UBND ngày 06/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về "
        "việc phê duyệt kế hoạch vốn đợt 5 cho các dự án thuộc Chương trình phục hồi; Quyết định số "
        "106/QĐ-UBND ngày 07/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch vốn đợt "
        "6 cho các dự án thuộc Chương trình phục hồi; Quyết định số 107/QĐ-UBND ngày 08/3/2023 của Chủ "
        "tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch vốn đợt 7 cho các dự án thuộc Chương trình "
        "phục hồi; Quyết định số 108/QĐ-UBND ngày 09/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về việc phê "
        "duyệt kế hoạch vốn đợt 8 cho các dự án thuộc Chương trình phục hồi; Quyết định số 109/QĐ-UBND "
        "ngày 10/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch vốn đợt 9 cho các dự "
        "án thuộc Chương trình phục hồi; Quyết định số 110/QĐ-UBND ngày 11/3/2023 của Chủ tịch Ủy ban "
        "nhân dân tỉnh về việc phê duyệt kế hoạch vốn đợt 10 cho các dự án thuộc Chương trình phục hồi; "
        "Quyết định số 111/QĐ-UBND ngày 12/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế "
        "hoạch vốn đợt 11 cho các dự án thuộc Chương trình phục hồi; Quyết định số 112/QĐ-UBND ngày "
        "13/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch vốn đợt 12 cho các dự án "
        "thuộc Chương trình phục hồi; Quyết định số 113/QĐ-UBND ngày 14/3/2023 của Chủ tịch Ủy ban nhân "
        "dân tỉnh về việc phê duyệt kế hoạch vốn đợt 13 cho các dự án thuộc Chương trình phục hồi; Quyết "
        "định số 114/QĐ-UBND ngày 15/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch "
        "vốn đợt 14 cho các dự án thuộc Chương trình phục hồi; Quyết định số 115/QĐ-UBND ngày 16/3/2023 "
        "của Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch vốn đợt 15 cho các dự án thuộc "
        "Chương trình phục hồi; Quyết định số 116/QĐ-UBND ngày 17/3/2023 của Chủ tịch Ủy ban nhân dân "
        "tỉnh về việc phê duyệt kế hoạch vốn đợt 16 cho các dự án thuộc Chương trình phục hồi; Quyết định "
        "số 117/QĐ-UBND ngày 18/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch vốn "
        "đợt 17 cho các dự án thuộc Chương trình phục hồi; Quyết định số 118/QĐ-UBND ngày 19/3/2023 của "
        "Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch vốn đợt 18 cho các dự án thuộc Chương "
        "trình phục hồi; Quyết định số 119/QĐ-UBND ngày 20/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về "
        "việc phê duyệt kế hoạch vốn đợt 19 cho các dự án thuộc Chương trình phục hồi; Quyết định số "
        "120/QĐ-UBND ngày 21/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch vốn đợt "
        "20 cho các dự án thuộc Chương trình phục hồi; Quyết định số 121/QĐ-UBND ngày 22/3/2023 của Chủ "
        "tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch vốn đợt 21 cho các dự án thuộc Chương trình "
        "phục hồi.⟧, đạt 32% kế hoạch.",
        filler(3),
        filler(3),
        filler(3),
        "Thu ngân sách đạt 2.105 tỷ đồng.⟦Trong đó thu nội địa 1.900 tỷ đồng.⟧",
        "**II. HẠN CHẾ**",
        filler(3),
        filler(2),
        "Theo Nghị quyết số 43/2022/QH15⟦Về chính sách tài khóa, tiền tệ hỗ trợ Chương trình phục hồi.⟧ "
        "và Luật Đất đai năm 2013⟦Điều 62.⟧ thì còn 05 dự án chậm.",
    )
    + closing(
        ["- Văn phòng Chính phủ;", "- Lưu: VT, TH."],
        ["**TM. ỦY BAN NHÂN DÂN**", "**KT. CHỦ TỊCH**", "**PHÓ CHỦ TỊCH**", "", "**Trần Minh Đức**"],
    ),
    {
        "kind": "Báo cáo",
        "ref": "145/BC-UBND",
        "issued_on": "2023-06-28",
        "place": "Phú Yên",
        "issuer": "Ủy ban nhân dân tỉnh Phú Yên",
        "title": "Tình hình kinh tế - xã hội 6 tháng đầu năm 2023",
        "signer": "Trần Minh Đức",
    },
    """
I. | KẾT QUẢ ĐẠT ĐƯỢC
  1. | Tăng trưởng kinh tế
  2. | Đầu tư công
II. | HẠN CHẾ
""",
    notes=(
        ("1", "Quyết định số 01/QĐ-UBND ngày 03/01/2023.", "ban hành Chương trình hành động"),
        (
            "2",
            "Kế hoạch số 15/KH-UBND ngày 19/01/2023; Kế hoạch số 22/KH-UBND ngày 02/02/2023.",
            "và các kế hoạch chi tiết",
        ),
        ("3", "Cùng kỳ năm 2022 tăng 6,5%.", "GRDP ước đạt 7,2%"),
        ("4", "Kế hoạch 3,5%.", "nông nghiệp tăng 3,1%"),
        (
            "5",
            "Cụ thể: Quyết định số 101/QĐ-UBND ngày 02/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về việc phê "
            "duyệt kế hoạch vốn đợt 1 cho các dự án thuộc Chương trình phục hồi; Quyết định số 102/QĐ-UBND "
            "ngày 03/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch vốn đợt 2 cho các dự "
            "án thuộc Chương trình phục hồi; Quyết định số 103/QĐ-UBND ngày 04/3/2023 của Chủ tịch Ủy ban "
            "nhân dân tỉnh về việc phê duyệt kế hoạch vốn đợt 3 cho các dự án thuộc Chương trình phục hồi; "
            "Quyết định số 104/QĐ-UBND ngày 05/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế "
            "hoạch vốn đợt 4 cho các dự án thuộc Chương trình phục hồi; Quyết định số 105/QĐ-UBND ngày "
            "06/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch vốn đợt 5 cho các dự án "
            "thuộc Chương trình phục hồi; Quyết định số 106/QĐ-UBND ngày 07/3/2023 của Chủ tịch Ủy ban nhân "
            "dân tỉnh về việc phê duyệt kế hoạch vốn đợt 6 cho các dự án thuộc Chương trình phục hồi; Quyết "
            "định số 107/QĐ-UBND ngày 08/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch "
            "vốn đợt 7 cho các dự án thuộc Chương trình phục hồi; Quyết định số 108/QĐ-UBND ngày 09/3/2023 "
            "của Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch vốn đợt 8 cho các dự án thuộc "
            "Chương trình phục hồi; Quyết định số 109/QĐ-UBND ngày 10/3/2023 của Chủ tịch Ủy ban nhân dân "
            "tỉnh về việc phê duyệt kế hoạch vốn đợt 9 cho các dự án thuộc Chương trình phục hồi; Quyết định "
            "số 110/QĐ-UBND ngày 11/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch vốn "
            "đợt 10 cho các dự án thuộc Chương trình phục hồi; Quyết định số 111/QĐ-UBND ngày 12/3/2023 của "
            "Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch vốn đợt 11 cho các dự án thuộc Chương "
            "trình phục hồi; Quyết định số 112/QĐ-UBND ngày 13/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về "
            "việc phê duyệt kế hoạch vốn đợt 12 cho các dự án thuộc Chương trình phục hồi; Quyết định số "
            "113/QĐ-UBND ngày 14/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch vốn đợt "
            "13 cho các dự án thuộc Chương trình phục hồi; Quyết định số 114/QĐ-UBND ngày 15/3/2023 của Chủ "
            "tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch vốn đợt 14 cho các dự án thuộc Chương trình "
            "phục hồi; Quyết định số 115/QĐ-UBND ngày 16/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về việc phê "
            "duyệt kế hoạch vốn đợt 15 cho các dự án thuộc Chương trình phục hồi; Quyết định số 116/QĐ-UBND "
            "ngày 17/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch vốn đợt 16 cho các "
            "dự án thuộc Chương trình phục hồi; Quyết định số 117/QĐ-UBND ngày 18/3/2023 của Chủ tịch Ủy ban "
            "nhân dân tỉnh về việc phê duyệt kế hoạch vốn đợt 17 cho các dự án thuộc Chương trình phục hồi; "
            "Quyết định số 118/QĐ-UBND ngày 19/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế "
            "hoạch vốn đợt 18 cho các dự án thuộc Chương trình phục hồi; Quyết định số 119/QĐ-UBND ngày "
            "20/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch vốn đợt 19 cho các dự án "
            "thuộc Chương trình phục hồi; Quyết định số 120/QĐ-UBND ngày 21/3/2023 của Chủ tịch Ủy ban nhân "
            "dân tỉnh về việc phê duyệt kế hoạch vốn đợt 20 cho các dự án thuộc Chương trình phục hồi; Quyết "
            "định số 121/QĐ-UBND ngày 22/3/2023 của Chủ tịch Ủy ban nhân dân tỉnh về việc phê duyệt kế hoạch "
            "vốn đợt 21 cho các dự án thuộc Chương trình phục hồi.",
            "đã giải ngân 1.850 tỷ đồng",
        ),
        ("6", "Trong đó thu nội địa 1.900 tỷ đồng.", "Thu ngân sách đạt 2.105 tỷ đồng."),
        ("7", "Về chính sách tài khóa, tiền tệ hỗ trợ Chương trình phục hồi.", "Theo Nghị quyết số 43/2022/QH15"),
        ("8", "Điều 62.", "và Luật Đất đai năm 2013"),
    ),
)

NOTES_IN_BRACKETS = Written(  # (1), (2)
    without_note_rule()
    + masthead(
        ["TỈNH ỦY LÂM ĐỒNG", "**BAN TỔ CHỨC**", "*", "Số 88-HD/BTCTU"],
        ["__Đà Lạt, ngày 20 tháng 01 năm 2022__"],
        motto=("**ĐẢNG CỘNG SẢN VIỆT NAM**",),
    )
    + centred(
        "**HƯỚNG DẪN**",
        "**Thực hiện Quy định số 22-QĐ/TU của Ban Thường vụ Tỉnh ủy**",
        "**về phân cấp quản lý cán bộ**",
    )
    + paragraphs(
        "Căn cứ Quy định số 22-QĐ/TU⟦(1)|Quy định số 22-QĐ/TU, ngày 05/01/2022 của Ban Thường vụ Tỉnh "
        "ủy.⟧ về phân cấp quản lý cán bộ, Ban Tổ chức Tỉnh ủy hướng dẫn như sau:",
        "**I- ĐỐI TƯỢNG**",
        "1. Cán bộ thuộc diện Ban Thường vụ quản lý⟦(2)|Gồm các chức danh tại Phụ lục 1.⟧.",
        "2. Cán bộ thuộc diện cấp ủy cơ sở quản lý.",
        "**II- QUY TRÌNH**",
        "**1. Bổ nhiệm**",
        f"Bước 1: Lấy phiếu giới thiệu. {filler()}",
        "Bước 2: Thảo luận, thống nhất.",
        "**2. Luân chuyển**",
        "a) Xây dựng kế hoạch⟦(3)|Trước ngày 31/12 hằng năm.⟧;",
        "b) Tổ chức thực hiện.",
    )
    + closing(
        ["- Thường trực Tỉnh ủy (báo cáo),", "- Các huyện ủy, thành ủy,", "- Lưu Ban Tổ chức."],
        ["**K/T TRƯỞNG BAN**", "**PHÓ TRƯỞNG BAN**", "", "**Nguyễn Trọng Ánh Đông**"],
    ),
    {
        "kind": "Hướng dẫn",
        "ref": "88-HD/BTCTU",
        "issued_on": "2022-01-20",
        "place": "Đà Lạt",
        "issuer": "Ban Tổ chức Tỉnh ủy Lâm Đồng",
        "title": "Thực hiện Quy định số 22-QĐ/TU của Ban Thường vụ Tỉnh ủy về phân cấp quản lý cán bộ",
        "signer": "Nguyễn Trọng Ánh Đông",
    },
    """
I- | ĐỐI TƯỢNG
  1. | Cán bộ thuộc diện Ban
  2. | Cán bộ thuộc diện cấp
II- | QUY TRÌNH
  1. | Bổ nhiệm
  2. | Luân chuyển
    a) | Xây dựng kế hoạch;
    b) | Tổ chức thực hiện.
""",
    notes=(
        ("1", "Quy định số 22-QĐ/TU, ngày 05/01/2022 của Ban Thường vụ Tỉnh ủy.", "Căn cứ Quy định số 22-QĐ/TU"),
        ("2", "Gồm các chức danh tại Phụ lục 1.", "Ban Thường vụ quản lý"),
        ("3", "Trước ngày 31/12 hằng năm.", "Xây dựng kế hoạch"),
    ),
)

STARS = Written(  # beside square metres
    masthead(
        ["BỘ KẾ HOẠCH VÀ ĐẦU TƯ", "**TỔNG CỤC THỐNG KÊ**", "Số: 771/TCTK-TKCN"],
        ["__Hà Nội, ngày 04 tháng 8 năm 2016__"],
    )
    + centred("**BÁO CÁO**", "**Kết quả điều tra doanh nghiệp năm 2016**")
    + paragraphs(
        "Cuộc điều tra⟦*|Tiến hành theo Quyết định số 1200/QĐ-TCTK ngày 31/12/2015.⟧ thu thập thông tin "
        "của 450.000 doanh nghiệp trên phạm vi cả nước.",
        "**1. Số doanh nghiệp**",
        f"Số doanh nghiệp đang hoạt động⟦**|Không gồm hợp tác xã.⟧ tăng 8,5%. {filler(2)}",
        "**2. Lao động**",
        f"Diện tích nhà xưởng bình quân 1.200 m^^2^^ mỗi doanh nghiệp. {filler(2)}",
    )
    + closing(["- Bộ trưởng (để b/c);", "- Lưu: VT."], ["**TỔNG CỤC TRƯỞNG**", "", "**Nguyễn Bích Lâm**"]),
    {
        "kind": "Báo cáo",
        "ref": "771/TCTK-TKCN",
        "issued_on": "2016-08-04",
        "place": "Hà Nội",
        "issuer": "Tổng cục Thống kê",
        "title": "Kết quả điều tra doanh nghiệp năm 2016",
        "signer": "Nguyễn Bích Lâm",
    },
    """
1. | Số doanh nghiệp
2. | Lao động
""",
    notes=(
        ("*", "Tiến hành theo Quyết định số 1200/QĐ-TCTK ngày 31/12/2015.", "Cuộc điều tra"),
        ("**", "Không gồm hợp tác xã.", "doanh nghiệp đang hoạt động"),
    ),
)

NOTES_OF_A_TABLE = Written(  # their markers stand in cells alone
    masthead(
        ["UBND HUYỆN ĐĂK HÀ", "**PHÒNG TÀI CHÍNH - KẾ HOẠCH**", "Số: 56/BC-TCKH"],
        ["__Đăk Hà, ngày 14 tháng 11 năm 2022__"],
    )
    + centred("**BÁO CÁO**", "**Tình hình thực hiện dự toán ngân sách năm 2022**")
    + paragraphs(
        "Thực hiện Công văn số 1900/UBND-TH, Phòng Tài chính - Kế hoạch báo cáo như sau:",
        "**I. Thu ngân sách**",
        "Kết quả thu đến ngày 31/10/2022 như sau:",
    )
    + table(
        ["STT", "Nội dung", "Dự toán", "Thực hiện"],
        ["1", "Thu cân đối⟦Không gồm thu tiền sử dụng đất.⟧", "120.000", "98.500"],
        ["2", "Thu tiền sử dụng đất", "45.000", "21.300⟦Số liệu Kho bạc Nhà nước huyện.⟧"],
    )
    + paragraphs(
        "**II. Chi ngân sách**",
        f"Chi thường xuyên đạt 85%⟦Loại trừ chi cải cách tiền lương.⟧ dự toán. {filler()}",
        "1. Chi giáo dục: 180 tỷ đồng.",
        "2. Chi y tế: 12 tỷ đồng.",
    )
    + closing(["- UBND huyện;", "- Lưu: VT."], ["**TRƯỞNG PHÒNG**", "", "**Võ Thành Trung**"]),
    {
        "kind": "Báo cáo",
        "ref": "56/BC-TCKH",
        "issued_on": "2022-11-14",
        "place": "Đăk Hà",
        "issuer": "Phòng Tài chính - Kế hoạch huyện Đăk Hà",
        "title": "Tình hình thực hiện dự toán ngân sách năm 2022",
        "signer": "Võ Thành Trung",
    },
    """
I. | Thu ngân sách
II. | Chi ngân sách
  1. | Chi giáo dục
  2. | Chi y tế
""",
    notes=(
        ("1", "Không gồm thu tiền sử dụng đất.", "Thu cân đối"),
        ("2", "Số liệu Kho bạc Nhà nước huyện.", "21.300"),
        ("3", "Loại trừ chi cải cách tiền lương.", "Chi thường xuyên đạt 85%"),
    ),
)

GLUED_NOTES = Written(  # behind numbers and brackets
    masthead(
        ["BỘ CÔNG AN", "**CÔNG AN TỈNH ĐẮK LẮK**", "Số: 2210/KH-CAT-PV01", "**MẬT**"],
        ["__Đắk Lắk, ngày 08 tháng 3 năm 2022__"],
    )
    + centred("**KẾ HOẠCH**", "**Thực hiện Đề án 06 trên địa bàn tỉnh**")
    + paragraphs(
        "Thực hiện Quyết định số 06/QĐ-TTg⟦Ngày 06/01/2022.⟧ của Thủ tướng và Chỉ thị số 05/CT-TTg⟦Ngày "
        "23/02/2023.⟧ của Thủ tướng Chính phủ, Công an tỉnh ban hành Kế hoạch:",
        "**I. MỤC TIÊU**",
        "1. Cấp 1.500.000⟦Tính đến 31/12/2022.⟧ căn cước công dân.",
        "2. Kích hoạt 800.000 tài khoản định danh (mức 2)⟦Theo Nghị định số 59/2022/NĐ-CP.⟧, đạt 60%⟦Mục "
        "tiêu của Bộ là 70%.⟧.",
        filler(2),
        "**II. NHIỆM VỤ**",
        f"**1. Phòng PC06:** {filler()}",
        f"**2. Công an cấp huyện:** {filler()}",
    )
    + closing(
        ["- Bộ Công an (C06);", "- Lưu: VT, PV01."],
        ["**TUQ. GIÁM ĐỐC**", "**CHÁNH VĂN PHÒNG**", "", "**Thượng tá Y Sơn Niê**"],
    ),
    {
        "kind": "Kế hoạch",
        "ref": "2210/KH-CAT-PV01",
        "issued_on": "2022-03-08",
        "place": "Đắk Lắk",
        "issuer": "Công an tỉnh Đắk Lắk",
        "title": "Thực hiện Đề án 06 trên địa bàn tỉnh",
        "signer": "Thượng tá Y Sơn Niê",
    },
    """
I. | MỤC TIÊU
  1. | Cấp 1.500.000 căn cước
  2. | Kích hoạt 800.000 tài
II. | NHIỆM VỤ
  1. | Phòng PC06
  2. | Công an cấp huyện
""",
    notes=(
        ("1", "Ngày 06/01/2022.", "Quyết định số 06/QĐ-TTg"),
        ("2", "Ngày 23/02/2023.", "Chỉ thị số 05/CT-TTg"),
        ("3", "Tính đến 31/12/2022.", "Cấp 1.500.000"),
        ("4", "Theo Nghị định số 59/2022/NĐ-CP.", "tài khoản định danh (mức 2)"),
        ("5", "Mục tiêu của Bộ là 70%.", "đạt 60%"),
    ),
)

NOTES_ANYWHERE = Written(  # behind headings and quotations, and one that begins with a year
    masthead(["**VĂN PHÒNG CHÍNH PHỦ**", "Số: 201/TB-VPCP"], ["__Hà Nội, ngày 11 tháng 5 năm 2024__"])
    + centred(
        "**THÔNG BÁO**",
        "**Kết luận của Thủ tướng Chính phủ Phạm Minh Chính tại Hội nghị**",
        "**đánh giá kết quả thực hiện chuyển đổi số**",
    )
    + paragraphs(
        "**1. Về quan điểm⟦Đã được thống nhất tại Hội nghị.⟧**",
        "Quán triệt phương châm “dữ liệu là tài nguyên”⟦Thông báo số 98/TB-VPCP ngày 12/3/2024.⟧; các bộ, "
        f"ngành nghiêm túc thực hiện⟦2024 là năm dữ liệu số quốc gia.⟧ theo chỉ đạo. {filler()}",
        "**2. Về nhiệm vụ**",
        "a) Bộ Công an (chủ trì)⟦Cục C06.⟧: khai thác dữ liệu;",
        "b) Bộ Thông tin và Truyền thông: 1.000⟦Bao gồm 63 địa phương.⟧ nền tảng.",
        "**3. Về tổ chức thực hiện**",
        filler(),
    )
    + closing(
        ["- Thủ tướng, các Phó TTgCP (để b/c);", "- Lưu: VT, KSTT (2)."],
        ["**KT. BỘ TRƯỞNG, CHỦ NHIỆM**", "**PHÓ CHỦ NHIỆM**", "", "**Nguyễn Duy Hưng**"],
    ),
    {
        "kind": "Thông báo",
        "ref": "201/TB-VPCP",
        "issued_on": "2024-05-11",
        "place": "Hà Nội",
        "issuer": "Văn phòng Chính phủ",
        "title": "Kết luận của Thủ tướng Chính phủ Phạm Minh Chính tại Hội nghị đánh giá kết quả thực hiện chuyển "
        "đổi số",
        "signer": "Nguyễn Duy Hưng",
    },
    """
1. | Về quan điểm
2. | Về nhiệm vụ
  a) | Bộ Công an (chủ trì)
  b) | Bộ Thông tin và Truyền
3. | Về tổ chức thực hiện
""",
    notes=(
        ("1", "Đã được thống nhất tại Hội nghị.", "Về quan điểm"),
        ("2", "Thông báo số 98/TB-VPCP ngày 12/3/2024.", "dữ liệu là tài nguyên”"),
        ("3", "2024 là năm dữ liệu số quốc gia.", "các bộ, ngành nghiêm túc thực hiện"),
        ("4", "Cục C06.", "Bộ Công an (chủ trì)"),
        ("5", "Bao gồm 63 địa phương.", "và Truyền thông: 1.000"),
    ),
)
