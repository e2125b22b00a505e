"""Less common forms written by hand for the tests: party plans, centred headings, rules alone, older decisions."""

from __future__ import annotations

from tests.structure.typesetting import centred, closing, masthead, page_break, paragraphs
from tests.structure.written_plans import LONG, Written

PARTY_PLAN = Written(
    masthead(
        ["HUYỆN ỦY SƠN LĨNH", "**BAN TUYÊN GIÁO**", "*", "Số 45-KH/BTGHU"],
        ["__Sơn Lĩnh, ngày 14 tháng 01 năm 2025__"],
        motto=("**ĐẢNG CỘNG SẢN VIỆT NAM**",),
    )
    + centred(
        "**KẾ HOẠCH**",
        "**thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị**",
        "**về đột phá phát triển khoa học, công nghệ**",
        "-----",
    )
    + paragraphs(
        "**I- MỤC ĐÍCH, YÊU CẦU**",
        "**1. Mục đích**",
        LONG,
        "**2. Yêu cầu**",
        LONG,
        "**II- NHIỆM VỤ**",
        "**1- Nhiệm vụ thứ nhất**",
        "1.1- Rà soát. " + LONG,
        "1.2- Bổ sung. " + LONG,
    )
    + closing(["- Huyện ủy,", "- Lưu."], ["**TRƯỞNG BAN**", "", "**Nguyễn Văn A**"]),
    {
        "kind": "Kế hoạch",
        "ref": "45-KH/BTGHU",
        "issued_on": "2025-01-14",
        "issuer": "Ban Tuyên giáo Huyện ủy Sơn Lĩnh",
        "title": "thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, "
        "công nghệ",
        "signer": "Nguyễn Văn A",
        "signer_title": "TRƯỞNG BAN",
    },
    """
I- | MỤC ĐÍCH, YÊU CẦU
  1. | Mục đích
  2. | Yêu cầu
II- | NHIỆM VỤ
  1- | Nhiệm vụ thứ nhất
    1.1- | Rà soát.
    1.2- | Bổ sung.
""",
    {"KẾ HOẠCH thực hiện Nghị quyết": "heading"},
)

CENTRED_HEADINGS = Written(
    masthead(
        ["UBND TỈNH HÒA GIANG", "**SỞ TƯ PHÁP**", "Số: 9/BC-STP"],
        ["__Hòa Giang, ngày 4 tháng 01 năm 2024__"],
    )
    + centred("**BÁO CÁO**", "**Công tác tư pháp năm 2023**")
    + centred("**PHẦN I: KẾT QUẢ CÔNG TÁC NĂM 2023**")
    + paragraphs("**I. XÂY DỰNG PHÁP LUẬT**", LONG)
    + centred("**Phần thứ hai**")
    + centred("**PHƯƠNG HƯỚNG NĂM 2024**")
    + centred("**I. MỤC TIÊU**")
    + paragraphs(LONG)
    + centred("**II. NHIỆM VỤ**")
    + paragraphs("II.1. Hoàn thiện thể chế", LONG, "II.2. Phổ biến pháp luật", LONG)
    + closing(["- Lưu: VT."], ["**GIÁM ĐỐC**", "", "**Trần B**"]),
    {
        "kind": "Báo cáo",
        "issuer": "Sở Tư pháp tỉnh Hòa Giang",
        "title": "Công tác tư pháp năm 2023",
        "signer": "Trần B",
    },
    """
PHẦN I: | KẾT QUẢ CÔNG TÁC NĂM 2023
  I. | XÂY DỰNG PHÁP LUẬT
Phần thứ hai | PHƯƠNG HƯỚNG NĂM 2024
  I. | MỤC TIÊU
  II. | NHIỆM VỤ
    II.1. | Hoàn thiện thể chế
    II.2. | Phổ biến pháp luật
""",
)

RULES_ALONE = Written(
    centred("**QUY CHẾ**", "**Tiếp công dân tại Sở Tư pháp**")
    + centred("__(Ban hành kèm theo Quyết định số 55/QĐ-STP ngày 01/02/2024 của Giám đốc Sở Tư pháp)__")
    + centred("**Chương I**", "**QUY ĐỊNH CHUNG**")
    + paragraphs("**Điều 1.** Phạm vi. " + LONG, "**Điều 2:** Đối tượng. " + LONG),
    {
        "kind": "Quy chế",
        "ref": None,
        "issuer": None,
        "title": "Tiếp công dân tại Sở Tư pháp",
        "attached_to": "55/QĐ-STP",
    },
    """
Chương I | QUY ĐỊNH CHUNG
  Điều 1. | Phạm vi.
  Điều 2: | Đối tượng.
""",
    {"(Ban hành kèm theo": "annex_header"},
)

ANNEX_ALONE = Written(
    centred("**PHỤ LỤC II**")
    + centred("__(Kèm theo Kế hoạch số      /KH-UBND ngày     tháng 3 năm 2026 của UBND tỉnh)__")
    + centred("**DANH MỤC NHIỆM VỤ**", "**GIAI ĐOẠN 2026 - 2030**")
    + paragraphs("**A. NHIỆM VỤ CHUNG**", "1. Nhiệm vụ một. " + LONG, "**B. NHIỆM VỤ RIÊNG**", "1. Nhiệm vụ khác."),
    {"kind": "Phụ lục", "ref": None, "title": "DANH MỤC NHIỆM VỤ GIAI ĐOẠN 2026 - 2030", "attached_to": None},
    """
PHỤ LỤC II | DANH MỤC NHIỆM VỤ GIAI ĐOẠN
  A. | NHIỆM VỤ CHUNG
    1. | Nhiệm vụ một.
  B. | NHIỆM VỤ RIÊNG
    1. | Nhiệm vụ khác.
""",
)

OLD_DECISION = Written(
    masthead(["**UBND TỈNH HÒA GIANG**", "Số: 1234 /QĐ - UBND"], ["__Hòa Giang, ngày 4 tháng 01 năm 2010__"])
    + centred("**QUYẾT ĐỊNH CỦA CHỦ TỊCH UBND TỈNH**", "**V/v phê duyệt dự án đường liên xã**")
    + centred("**CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH**")
    + paragraphs("Căn cứ Luật Tổ chức HĐND và UBND ngày 26/11/2003;", "Xét đề nghị của Giám đốc Sở Giao thông,")
    + centred("**QUYẾT ĐỊNH:**")
    + paragraphs("**Điều 1:** Phê duyệt. " + LONG, "1. Tên: đường.", "2. Vốn: 5 tỷ.", "**Điều 2:** Giao Sở. " + LONG)
    + closing(["- Như điều 2;", "- Lưu."], ["**KT. CHỦ TỊCH**", "**PHÓ CHỦ TỊCH**", "", "**Trần B**"]),
    {
        "kind": "Quyết định",
        "ref": "1234/QĐ-UBND",
        "issued_on": "2010-01-04",
        "title": "V/v phê duyệt dự án đường liên xã",
        "issuer": "Ủy ban nhân dân tỉnh Hòa Giang",
    },
    """
Điều 1: | Phê duyệt.
  1. | Tên: đường.
  2. | Vốn: 5 tỷ.
Điều 2: | Giao Sở.
""",
    {"Căn cứ Luật": "legal_basis", "Xét đề nghị": "legal_basis", "- Như điều 2;": "recipients"},
)

STEERING = Written(
    masthead(
        ["ỦY BAN NHÂN DÂN TỈNH HÒA GIANG", "**BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ**", "Số: 15/CTr-BCĐCĐS"],
        ["__Hòa Giang, ngày 28 tháng 02 năm 2025__"],
    )
    + centred("**CHƯƠNG TRÌNH**", "**Công tác năm 2025 của Ban Chỉ đạo chuyển đổi số tỉnh**")
    + paragraphs("**1. NHIỆM VỤ TRỌNG TÂM**", "1.1 Hoàn thiện thể chế", LONG, "1.2 Phát triển hạ tầng", LONG)
    + page_break()
    + paragraphs("**2. PHÂN CÔNG**", "(1) Sở Tài chính bố trí vốn;", "(2) Sở Nội vụ tham mưu tổ chức bộ máy.", LONG)
    + closing(["- Lưu: VT."], ["**Q. TRƯỞNG BAN**", "", "**Lê Trung Hải**"])
    + page_break()
    + centred("**PHỤ LỤC**")
    + centred("**PHÂN CÔNG NHIỆM VỤ NĂM 2025**")
    + centred(
        "__(Ban hành kèm theo Chương trình số 15/CTr-BCĐCĐS ngày 28 tháng 02 năm 2025 của Ban Chỉ đạo chuyển "
        "đổi số tỉnh Hòa Giang)__"
    )
    + paragraphs("1. Nhóm nhiệm vụ thứ nhất", LONG),
    {
        "kind": "Chương trình",
        "ref": "15/CTr-BCĐCĐS",
        "issuer": "Ban Chỉ đạo chuyển đổi số tỉnh Hòa Giang",
        "title": "Công tác năm 2025 của Ban Chỉ đạo chuyển đổi số tỉnh",
        "signer": "Lê Trung Hải",
        "signer_title": "Q. TRƯỞNG BAN",
    },
    """
1. | NHIỆM VỤ TRỌNG TÂM
  1.1 | Hoàn thiện thể chế
  1.2 | Phát triển hạ tầng
2. | PHÂN CÔNG
  (1) | Sở Tài chính bố trí vốn;
  (2) | Sở Nội vụ tham mưu tổ chức
PHỤ LỤC | PHÂN CÔNG NHIỆM VỤ NĂM 2025
  1. | Nhóm nhiệm vụ thứ nhất
""",
)
