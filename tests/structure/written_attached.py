"""What is put into force or annexed: levels begin anew, forms and annexes in the corner of the page."""

from __future__ import annotations

from tests.structure.typesetting import (
    centred,
    closing,
    cornered,
    filler,
    masthead,
    page_break,
    paragraphs,
    table,
)
from tests.structure.written_plans import Written

PLAN_IN_FORCE = Written(  # its outermost headings stand as far out as the articles
    masthead(
        ["**ỦY BAN NHÂN DÂN**", "**THÀNH PHỐ CẦN THƠ**", "Số: 1189/QĐ-UBND"], ["__Cần Thơ, ngày 02 tháng 7 năm 2025__"]
    )
    + centred("**QUYẾT ĐỊNH**", "**Về việc ban hành Kế hoạch chuyển đổi số thành phố Cần Thơ năm 2025**")
    + centred("**CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ**")
    + paragraphs(
        "__Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;__",
        "__Căn cứ Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006;__",
        "__Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ tại Tờ trình số 455/TTr-SKHCN ngày 25 tháng "
        "6 năm 2025.__",
    )
    + centred("**QUYẾT ĐỊNH:**")
    + paragraphs(
        "**Điều 1.** Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số thành phố Cần Thơ năm 2025.",
        "**Điều 2.** Giám đốc Sở Khoa học và Công nghệ chủ trì, phối hợp với các cơ quan liên quan tổ "
        "chức triển khai thực hiện.",
        "**Điều 3.** Quyết định này có hiệu lực kể từ ngày ký.",
        "**Điều 4.** Chánh Văn phòng Ủy ban nhân dân thành phố, Giám đốc các sở, ban, ngành và các tổ "
        "chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.",
    )
    + closing(
        ["- Như Điều 4;", "- Bộ KH&CN;", "- Cổng TTĐT thành phố;", "- Lưu: VT, KT."],
        ["**KT. CHỦ TỊCH**", "**PHÓ CHỦ TỊCH**", "", "**Nguyễn Văn Khởi**"],
    )
    + page_break()
    + masthead(["**ỦY BAN NHÂN DÂN**", "**THÀNH PHỐ CẦN THƠ**"], [])
    + centred(
        "**KẾ HOẠCH**",
        "**Chuyển đổi số thành phố Cần Thơ năm 2025**",
        "__(Kèm theo Quyết định số 1189/QĐ-UBND ngày 02 tháng 7 năm 2025__",
        "__của Chủ tịch Ủy ban nhân dân thành phố)__",
    )
    + paragraphs(
        "**I. CĂN CỨ LẬP KẾ HOẠCH**",
        "- Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ;",
        "- Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.",
        "**II. MỤC TIÊU**",
        "**1. Mục tiêu chung**",
        filler(),
        "**2. Mục tiêu cụ thể**",
        "a) Về chính quyền số: 100% hồ sơ được xử lý trên môi trường mạng.",
        "b) Về kinh tế số: Tỷ trọng đạt 20% GRDP.",
        "**III. KINH PHÍ**",
        filler(),
    )
    + page_break()
    + centred(
        "**PHỤ LỤC I**", "**DANH MỤC NHIỆM VỤ**", "__(Kèm theo Kế hoạch chuyển đổi số thành phố Cần Thơ năm 2025)__"
    )
    + table(
        ["STT", "Nhiệm vụ", "Đơn vị chủ trì"],
        ["1", "Nâng cấp trung tâm dữ liệu", "Sở KH&CN"],
        ["2", "Số hóa hồ sơ đất đai", "Sở NN&MT"],
    )
    + page_break()
    + centred("**PHỤ LỤC II**", "**CHỈ TIÊU**")
    + paragraphs(
        "1. Tỷ lệ hồ sơ trực tuyến: 80%.",
        "2. Tỷ lệ số hóa: 90%.",
    ),
    {
        "kind": "Quyết định",
        "ref": "1189/QĐ-UBND",
        "issued_on": "2025-07-02",
        "place": "Cần Thơ",
        "issuer": "Ủy ban nhân dân thành phố Cần Thơ",
        "title": "Về việc ban hành Kế hoạch chuyển đổi số thành phố Cần Thơ năm 2025",
        "signer": "Nguyễn Văn Khởi",
    },
    """
Điều 1. | Ban hành kèm theo Quyết
Điều 2. | Giám đốc Sở Khoa học
Điều 3. | Quyết định này có hiệu
Điều 4. | Chánh Văn phòng
I. | CĂN CỨ LẬP KẾ HOẠCH
II. | MỤC TIÊU
  1. | Mục tiêu chung
  2. | Mục tiêu cụ thể
    a) | Về chính quyền số: 100%
    b) | Về kinh tế số: Tỷ trọng
III. | KINH PHÍ
PHỤ LỤC I | DANH MỤC NHIỆM VỤ
PHỤ LỤC II | CHỈ TIÊU
  1. | Tỷ lệ hồ sơ trực tuyến
  2. | Tỷ lệ số hóa
""",
)

RULES_IN_FORCE = Written(  # chapters in Arabic figures
    masthead(
        ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH", "**SỞ XÂY DỰNG**", "Số: 1450/QĐ-SXD"],
        ["__Thành phố Hồ Chí Minh, ngày 19 tháng 8 năm 2020__"],
    )
    + centred("**QUYẾT ĐỊNH**", "**Về ban hành Quy chế làm việc của Sở Xây dựng**")
    + centred("**GIÁM ĐỐC SỞ XÂY DỰNG**")
    + paragraphs(
        "__Căn cứ Quyết định số 25/2019/QĐ-UBND ngày 22 tháng 10 năm 2019 của Ủy ban nhân dân Thành phố;__",
        "__Theo đề nghị của Chánh Văn phòng Sở.__",
    )
    + centred("**QUYẾT ĐỊNH:**")
    + paragraphs(
        "**Điều 1.** Ban hành kèm theo Quyết định này Quy chế làm việc của Sở Xây dựng.",
        "**Điều 2.** Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 900/QĐ-SXD ngày "
        "01 tháng 6 năm 2016.",
        "**Điều 3.** Chánh Văn phòng, các Trưởng phòng chịu trách nhiệm thi hành Quyết định này./.",
    )
    + closing(["- Như Điều 3;", "- Ban Giám đốc Sở;", "- Lưu: VT, VP."], ["**GIÁM ĐỐC**", "", "**Lê Hòa Bình**"])
    + page_break()
    + masthead(["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH", "**SỞ XÂY DỰNG**"], [])
    + centred(
        "**QUY CHẾ**",
        "**Làm việc của Sở Xây dựng**",
        "__(Ban hành kèm theo Quyết định số 1450/QĐ-SXD ngày 19/8/2020 của Giám đốc Sở Xây dựng)__",
    )
    + centred("**CHƯƠNG 1**", "**NHỮNG QUY ĐỊNH CHUNG**")
    + paragraphs(
        "**Điều 1. Phạm vi, đối tượng**",
        f"1. Phạm vi điều chỉnh. {filler()}",
        "2. Đối tượng áp dụng.",
        "**Điều 2. Nguyên tắc làm việc**",
        "a) Tập trung dân chủ;",
        "b) Công khai, minh bạch.",
    )
    + centred("**CHƯƠNG 2**", "**TRÁCH NHIỆM VÀ QUAN HỆ CÔNG TÁC**")
    + paragraphs(
        "**Điều 3. Giám đốc Sở**",
        "1. Lãnh đạo, quản lý toàn diện.",
        "2. Giám đốc trực tiếp giải quyết:",
        "a) Công tác tổ chức;",
        "b) Kế hoạch, tài chính.",
        "**Điều 4. Tổ chức thực hiện**",
        filler(),
    )
    + closing([], ["**GIÁM ĐỐC**", "", "**Lê Hòa Bình**"]),
    {
        "kind": "Quyết định",
        "ref": "1450/QĐ-SXD",
        "issued_on": "2020-08-19",
        "place": "Thành phố Hồ Chí Minh",
        "issuer": "Sở Xây dựng Thành phố Hồ Chí Minh",
        "title": "Về ban hành Quy chế làm việc của Sở Xây dựng",
        "signer": "Lê Hòa Bình",
    },
    """
Điều 1. | Ban hành kèm theo Quyết
Điều 2. | Quyết định này có hiệu
Điều 3. | Chánh Văn phòng
CHƯƠNG 1 | NHỮNG QUY ĐỊNH CHUNG
  Điều 1. | Phạm vi, đối tượng
    1. | Phạm vi điều chỉnh.
    2. | Đối tượng áp dụng.
  Điều 2. | Nguyên tắc làm việc
    a) | Tập trung dân chủ;
    b) | Công khai, minh bạch.
CHƯƠNG 2 | TRÁCH NHIỆM VÀ QUAN HỆ CÔNG TÁC
  Điều 3. | Giám đốc Sở
    1. | Lãnh đạo, quản lý toàn
    2. | Giám đốc trực tiếp giải
      a) | Công tác tổ chức;
      b) | Kế hoạch, tài chính.
  Điều 4. | Tổ chức thực hiện
""",
)

PLAN_WITHOUT_TOP = Written(  # only the remark says that a text begins
    masthead(
        ["UBND HUYỆN CHƯ SÊ", "**BAN QUẢN LÝ DỰ ÁN**", "**ĐẦU TƯ XÂY DỰNG**", "Số: 65/QĐ-BQL"],
        ["__Chư Sê, ngày 19 tháng 5 năm 2021__"],
    )
    + centred("**QUYẾT ĐỊNH**", "**V/v phê duyệt kế hoạch thực hành tiết kiệm, chống lãng phí năm 2021**")
    + centred("**GIÁM ĐỐC BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG**")
    + paragraphs(
        "- Căn cứ Luật Thực hành tiết kiệm, chống lãng phí năm 2013;",
        "- Xét đề nghị của Phòng Hành chính - Kế toán.",
    )
    + centred("**QUYẾT ĐỊNH:**")
    + paragraphs(
        "**Điều 1.** Phê duyệt kèm theo Quyết định này Kế hoạch thực hành tiết kiệm.",
        "**Điều 2.** Các phòng chịu trách nhiệm thi hành Quyết định này./.",
    )
    + closing(["- Như điều 2;", "- Lưu: VT."], ["**GIÁM ĐỐC**", "", "**Rmah H'Bé Nét**"])
    + page_break()
    + centred(
        "**KẾ HOẠCH**",
        "**Thực hành tiết kiệm, chống lãng phí năm 2021**",
        "__(Kèm theo Quyết định số 65/QĐ-BQL ngày 19/5/2021)__",
    )
    + paragraphs(
        "**1. Mục tiêu**",
        filler(),
        "**2. Nhiệm vụ**",
        "2.1. Tiết kiệm chi thường xuyên.",
        "2.2. Tiết kiệm điện, nước.",
        "**3. Thực hiện**",
        "a) Phòng Hành chính;",
        "b) Phòng Kỹ thuật.",
    ),
    {
        "kind": "Quyết định",
        "ref": "65/QĐ-BQL",
        "issued_on": "2021-05-19",
        "place": "Chư Sê",
        "issuer": "Ban Quản lý dự án đầu tư xây dựng huyện Chư Sê",
        "title": "V/v phê duyệt kế hoạch thực hành tiết kiệm, chống lãng phí năm 2021",
        "signer": "Rmah H'Bé Nét",
    },
    """
Điều 1. | Phê duyệt kèm theo Quyết
Điều 2. | Các phòng chịu trách nhiệm
1. | Mục tiêu
2. | Nhiệm vụ
  2.1. | Tiết kiệm chi thường xuyên.
  2.2. | Tiết kiệm điện, nước.
3. | Thực hiện
  a) | Phòng Hành chính;
  b) | Phòng Kỹ thuật.
""",
)

ANNEXES_IN_THE_CORNER = Written(  # their titles in the middle
    masthead(
        ["BỘ GIAO THÔNG VẬN TẢI", "**CỤC HÀNG HẢI VIỆT NAM**", "Số: 1800/QĐ-CHHVN"],
        ["__Hà Nội, ngày 28 tháng 10 năm 2022__"],
    )
    + centred("**QUYẾT ĐỊNH**", "**Về việc công bố thủ tục hành chính nội bộ**")
    + centred("**CỤC TRƯỞNG CỤC HÀNG HẢI VIỆT NAM**")
    + paragraphs(
        "Căn cứ Quyết định số 1085/QĐ-TTg ngày 15 tháng 9 năm 2022 của Thủ tướng Chính phủ;",
    )
    + centred("**QUYẾT ĐỊNH:**")
    + paragraphs(
        "**Điều 1.** Công bố kèm theo Quyết định này thủ tục hành chính nội bộ.",
        "**Điều 2.** Quyết định này có hiệu lực kể từ ngày ký./.",
    )
    + closing(
        ["- Như Điều 2;", "- Lưu: VT, PC."], ["**KT. CỤC TRƯỞNG**", "**PHÓ CỤC TRƯỞNG**", "", "**Nguyễn Đình Việt**"]
    )
    + page_break()
    + cornered("**Phụ lục 1**")
    + centred("**DANH MỤC THỦ TỤC HÀNH CHÍNH NỘI BỘ**")
    + centred("__(Ban hành kèm theo Quyết định số 1800/QĐ-CHHVN ngày 28/10/2022)__")
    + table(["STT", "Tên thủ tục"], ["1", "Thủ tục A"], ["2", "Thủ tục B"])
    + page_break()
    + cornered("**Phụ lục 2**")
    + centred("**NỘI DUNG CỤ THỂ CỦA TỪNG THỦ TỤC**")
    + paragraphs(
        "**I. Lĩnh vực hàng hải**",
        "**1. Thủ tục A**",
        "a) Trình tự thực hiện:",
        "- Bước 1: Nộp hồ sơ.",
        "b) Cách thức thực hiện: Trực tiếp.",
        "**2. Thủ tục B**",
        f"a) Trình tự thực hiện: {filler()}",
    ),
    {
        "kind": "Quyết định",
        "ref": "1800/QĐ-CHHVN",
        "issued_on": "2022-10-28",
        "place": "Hà Nội",
        "issuer": "Cục Hàng hải Việt Nam",
        "title": "Về việc công bố thủ tục hành chính nội bộ",
        "signer": "Nguyễn Đình Việt",
    },
    """
Điều 1. | Công bố kèm theo Quyết
Điều 2. | Quyết định này có hiệu
Phụ lục 1 | DANH MỤC THỦ TỤC HÀNH CHÍNH NỘI BỘ
Phụ lục 2 | NỘI DUNG CỤ THỂ CỦA TỪNG THỦ TỤC
  I. | Lĩnh vực hàng hải
    1. | Thủ tục A
      a) | Trình tự thực hiện:
      b) | Cách thức thực hiện
    2. | Thủ tục B
      a) | Trình tự thực hiện
""",
)

FORM_ANNEXED = Written(  # a form with a top of its own
    masthead(
        [
            "**ỦY BAN NHÂN DÂN**",
            "**TỈNH HẬU GIANG**",
            "Số: 2045/UBND-NCTH",
            "__V/v đăng ký nhu cầu đào tạo,__",
            "__bồi dưỡng cán bộ, công chức__",
            "__năm 2024__",
        ],
        ["__Hậu Giang, ngày 30 tháng 11 năm 2023__"],
    )
    + paragraphs("Kính gửi:", indent=5)
    + paragraphs("- Giám đốc các sở, ban, ngành tỉnh;", indent=6)
    + paragraphs("- Chủ tịch Ủy ban nhân dân các huyện, thị xã, thành phố.", indent=6)
    + paragraphs(
        "Xét đề nghị của Giám đốc Sở Nội vụ tại Công văn số 1890/SNV-CCVC ngày 20 tháng 11 năm 2023, Chủ "
        "tịch Ủy ban nhân dân tỉnh chỉ đạo:",
        f"1) Các đơn vị rà soát nhu cầu, lập danh sách theo Mẫu số 01 kèm theo. {filler()}",
        "2) Gửi về Sở Nội vụ trước ngày 15 tháng 12 năm 2023.",
        "3) Sở Nội vụ tổng hợp, tham mưu./.",
    )
    + closing(
        ["- Như trên;", "- Lưu: VT, NCTH. Hà"], ["**KT. CHỦ TỊCH**", "**PHÓ CHỦ TỊCH**", "", "**Trương Cảnh Tuyên**"]
    )
    + page_break()
    + cornered("**Mẫu số 01**")
    + masthead(["TÊN CƠ QUAN CHỦ QUẢN", "**TÊN ĐƠN VỊ**", "-------"], ["........., ngày ... tháng ... năm 2023"])
    + centred(
        "**DANH SÁCH ĐĂNG KÝ ĐÀO TẠO NĂM 2024**",
        "__(Kèm theo Công văn số 2045/UBND-NCTH ngày 30/11/2023 của UBND tỉnh)__",
    )
    + table(["STT", "Họ và tên", "Chức vụ", "Khóa học"], ["1", "", "", ""], ["2", "", "", ""]),
    {
        "kind": "Công văn",
        "ref": "2045/UBND-NCTH",
        "issued_on": "2023-11-30",
        "place": "Hậu Giang",
        "issuer": "Ủy ban nhân dân tỉnh Hậu Giang",
        "title": "V/v đăng ký nhu cầu đào tạo, bồi dưỡng cán bộ, công chức năm 2024",
        "signer": "Trương Cảnh Tuyên",
    },
    """
1) | Các đơn vị rà soát nhu cầu
2) | Gửi về Sở Nội vụ trước
3) | Sở Nội vụ tổng hợp
Mẫu số 01 | DANH SÁCH ĐĂNG KÝ ĐÀO TẠO NĂM 2024
""",
)

ANNEX_WITHOUT_NUMBER = Written(  # and stamps of an electronic signature
    masthead(
        ["ỦY BAN NHÂN DÂN", "TỈNH TÂY NINH", "**SỞ CÔNG THƯƠNG**", "Số: 1877/BC-SCT"],
        ["__Tây Ninh, ngày 30 tháng 7 năm 2021__"],
    )
    + paragraphs("Ký bởi: Sở Công Thương", indent=0)
    + paragraphs("Thời gian ký: 30/07/2021 14:22:10 +07:00", indent=0)
    + centred("**BÁO CÁO**", "**Tình hình cung ứng hàng hóa thiết yếu**")
    + paragraphs(
        f"**1. Tình hình chung:** {filler(2)}",
        "**2. Nguồn hàng:** Các doanh nghiệp dự trữ 1.200 tấn gạo, 30.000 thùng mì.",
        "**3. Kiến nghị:** Sở Công Thương kính báo cáo Ủy ban nhân dân tỉnh xem xét./.",
    )
    + closing(["- UBND tỉnh;", "- Lưu: VT, QLTM."], ["**KT. GIÁM ĐỐC**", "**PHÓ GIÁM ĐỐC**", "", "Nguyễn Thái Sơn"])
    + page_break()
    + centred(
        "**PHỤ LỤC**",
        "**Danh sách điểm bán hàng**",
        "__(Kèm theo Báo cáo số 1877/BC-SCT ngày 30/7/2021 của Sở Công Thương)__",
    )
    + table(["TT", "Điểm bán", "Địa chỉ"], ["1", "Chợ Long Hoa", "Hòa Thành"], ["2", "Siêu thị Co.opmart", "Tây Ninh"]),
    {
        "kind": "Báo cáo",
        "ref": "1877/BC-SCT",
        "issued_on": "2021-07-30",
        "place": "Tây Ninh",
        "issuer": "Sở Công Thương tỉnh Tây Ninh",
        "title": "Tình hình cung ứng hàng hóa thiết yếu",
        "signer": "Nguyễn Thái Sơn",
    },
    """
1. | Tình hình chung
2. | Nguồn hàng
3. | Kiến nghị
PHỤ LỤC | Danh sách điểm bán hàng
""",
)
