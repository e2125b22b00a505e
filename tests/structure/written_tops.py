"""Tops and signatures: party bodies, broken names, laws, letters of cities, names in capitals or of few letters."""

from __future__ import annotations

from tests.structure.typesetting import (
    centred,
    closing,
    filler,
    masthead,
    notes_numbered,
    paragraphs,
)
from tests.structure.written_plans import Written

PROVINCIAL_COMMITTEE = Written(  # the place stands with the superior body
    masthead(
        ["ĐẢNG BỘ TỈNH BÌNH ĐỊNH", "**TỈNH ỦY**", "*", "Số 412-KL/TU"],
        ["__Bình Định, ngày 15 tháng 3 năm 2023__"],
        motto=("**ĐẢNG CỘNG SẢN VIỆT NAM**",),
    )
    + centred(
        "**KẾT LUẬN**",
        "**CỦA BAN THƯỜNG VỤ TỈNH ỦY**",
        "**về tiếp tục thực hiện Nghị quyết số 04-NQ/TU về xây dựng nông thôn mới**",
        "-----",
    )
    + paragraphs(
        "Tại phiên họp ngày 10/3/2023, sau khi xem xét Báo cáo số 85-BC/BCSĐ của Ban cán sự đảng Ủy ban "
        "nhân dân tỉnh, Ban Thường vụ Tỉnh ủy kết luận như sau:",
        "**I- TÌNH HÌNH**",
        filler(2),
        "**II- NHIỆM VỤ, GIẢI PHÁP**",
        "**1. Về lãnh đạo, chỉ đạo**",
        filler(),
        "**2. Về nguồn lực**",
        filler(),
        "**III- TỔ CHỨC THỰC HIỆN**",
        f"1- Ban cán sự đảng Ủy ban nhân dân tỉnh lãnh đạo xây dựng kế hoạch thực hiện. {filler()}",
        "2- Ban Tuyên giáo Tỉnh ủy hướng dẫn việc tuyên truyền.",
        "3- Văn phòng Tỉnh ủy theo dõi, đôn đốc.",
    )
    + closing(
        [
            "- Ban Bí thư Trung ương Đảng (báo cáo),",
            "- Các ban đảng, ban cán sự đảng, đảng đoàn,",
            "- Các đồng chí Tỉnh ủy viên,",
            "- Lưu Văn phòng Tỉnh ủy.",
        ],
        ["**T/M BAN THƯỜNG VỤ**", "**PHÓ BÍ THƯ THƯỜNG TRỰC**", "", "**Lê Kim Toàn**"],
    ),
    {
        "kind": "Kết luận",
        "ref": "412-KL/TU",
        "issued_on": "2023-03-15",
        "place": "Bình Định",
        "issuer": "Tỉnh ủy Bình Định",
        "title": "về tiếp tục thực hiện Nghị quyết số 04-NQ/TU về xây dựng nông thôn mới",
        "signer": "Lê Kim Toàn",
        "signer_title": "T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ THƯỜNG TRỰC",
    },
    """
I- | TÌNH HÌNH
II- | NHIỆM VỤ, GIẢI PHÁP
  1. | Về lãnh đạo, chỉ đạo
  2. | Về nguồn lực
III- | TỔ CHỨC THỰC HIỆN
  1- | Ban cán sự đảng Ủy ban
  2- | Ban Tuyên giáo Tỉnh ủy
  3- | Văn phòng Tỉnh ủy theo dõi
""",
)

LAW = Written(  # Luật số: …
    masthead(
        ["**QUỐC HỘI**", "--------", "Luật số: 31/2024/QH15"], ["--------", "__Hà Nội, ngày 18 tháng 01 năm 2024__"]
    )
    + centred("**LUẬT**", "**ĐẤT ĐAI**")
    + paragraphs(
        "__Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;__",
        "__Quốc hội ban hành Luật Đất đai.__",
    )
    + centred("**Chương I**", "**QUY ĐỊNH CHUNG**")
    + paragraphs(
        "**Điều 1. Phạm vi điều chỉnh**",
        f"Luật này quy định về chế độ sở hữu đất đai. {filler()}",
        "**Điều 2. Đối tượng áp dụng**",
        "1. Cơ quan nhà nước.",
        "2. Người sử dụng đất.",
        "3. Các đối tượng khác.",
        "Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV, kỳ họp bất thường lần "
        "thứ 5 thông qua ngày 18 tháng 01 năm 2024.",
    )
    + closing([], ["**CHỦ TỊCH QUỐC HỘI**", "", "**Vương Đình Huệ**"]),
    {
        "kind": "Luật",
        "ref": "31/2024/QH15",
        "issued_on": "2024-01-18",
        "place": "Hà Nội",
        "issuer": "Quốc hội",
        "title": "ĐẤT ĐAI",
        "signer": "Vương Đình Huệ",
    },
    """
Chương I | QUY ĐỊNH CHUNG
  Điều 1. | Phạm vi điều chỉnh
  Điều 2. | Đối tượng áp dụng
    1. | Cơ quan nhà nước.
    2. | Người sử dụng đất.
    3. | Các đối tượng khác.
""",
)

INSPECTION = Written(  # with notes in square brackets
    notes_numbered("[1]")
    + masthead(["**THANH TRA CHÍNH PHỦ**", "Số: 1402/KL-TTCP"], ["__Hà Nội, ngày 23 tháng 8 năm 2021__"])
    + centred(
        "**KẾT LUẬN THANH TRA**",
        "**Việc chấp hành chính sách, pháp luật trong quản lý, sử dụng đất đai**",
        "**tại tỉnh Khánh Hòa**",
    )
    + paragraphs(
        "Thực hiện Quyết định số 1300/QĐ-TTCP⟦Quyết định ngày 02/10/2020 của Tổng Thanh tra Chính phủ.⟧, "
        "Đoàn thanh tra đã tiến hành thanh tra.",
        "**A. KHÁI QUÁT CHUNG**",
        filler(3),
        filler(3),
        "**B. KẾT QUẢ THANH TRA**",
        "**I. VỀ QUY HOẠCH**",
        "1. Ưu điểm",
        filler(3),
        "2. Khuyết điểm",
        filler(3),
        filler(3),
        "UBND tỉnh phê duyệt chậm 12 đồ án⟦Gồm 05 đồ án tại thành phố Nha Trang và 07 đồ án tại huyện Cam "
        f"Lâm.⟧. {filler(3)}",
        "**II. VỀ GIAO ĐẤT**",
        filler(3),
        filler(3),
        "Có 15 dự án chậm tiến độ⟦Tại Phụ lục số 02.⟧ với diện tích 1.250 ha⟦Trong đó đất ở 300 ha.⟧; "
        "trách nhiệm thuộc về UBND tỉnh.",
        "**C. KIẾN NGHỊ**",
        "1. Kiến nghị Thủ tướng Chính phủ chỉ đạo Ủy ban nhân dân tỉnh khắc phục.",
        "2. Xử lý về kinh tế: thu hồi 35.500.000.000 đồng.",
    )
    + closing(
        ["- Thủ tướng Chính phủ (để báo cáo);", "- Lưu: VT, Vụ II."],
        ["**KT. TỔNG THANH TRA**", "**PHÓ TỔNG THANH TRA**", "", "**Trần Văn Minh**"],
    ),
    {
        "kind": "Kết luận thanh tra",
        "ref": "1402/KL-TTCP",
        "issued_on": "2021-08-23",
        "place": "Hà Nội",
        "issuer": "Thanh tra Chính phủ",
        "title": "Việc chấp hành chính sách, pháp luật trong quản lý, sử dụng đất đai tại tỉnh Khánh Hòa",
        "signer": "Trần Văn Minh",
    },
    """
A. | KHÁI QUÁT CHUNG
B. | KẾT QUẢ THANH TRA
  I. | VỀ QUY HOẠCH
    1. | Ưu điểm
    2. | Khuyết điểm
  II. | VỀ GIAO ĐẤT
C. | KIẾN NGHỊ
  1. | Kiến nghị Thủ tướng
  2. | Xử lý về kinh tế
""",
    notes=(
        ("1", "Quyết định ngày 02/10/2020 của Tổng Thanh tra Chính phủ.", "Quyết định số 1300/QĐ-TTCP"),
        ("2", "Gồm 05 đồ án tại thành phố Nha Trang và 07 đồ án tại huyện Cam Lâm.", "phê duyệt chậm 12 đồ án"),
        ("3", "Tại Phụ lục số 02.", "15 dự án chậm tiến độ"),
        ("4", "Trong đó đất ở 300 ha.", "diện tích 1.250 ha"),
    ),
)

CITY_LETTER = Written(  # Về … without V/v
    masthead(
        [
            "**ỦY BAN NHÂN DÂN**",
            "**THÀNH PHỐ HỒ CHÍ MINH**",
            "Số: 3344/UBND-KT",
            "Về chấn chỉnh công tác quản lý trật tự xây dựng trên địa bàn",
        ],
        ["__TP. Hồ Chí Minh, ngày 5 tháng 4 năm 2021__"],
    )
    + paragraphs("Kính gửi: - Thủ trưởng các sở, ban, ngành;", indent=3)
    + paragraphs("- Chủ tịch UBND thành phố Thủ Đức và các quận, huyện.", indent=3)
    + paragraphs(
        "Ủy ban nhân dân Thành phố yêu cầu:",
        "1. Sở Xây dựng:",
        f"1.1. Tăng cường kiểm tra. {filler()}",
        "1.2. Báo cáo kết quả trước ngày 25 hằng tháng.",
        f"2. Ủy ban nhân dân quận, huyện: {filler()}",
    )
    + closing(
        ["- Như trên;", "- TTUB: CT, các PCT;", "- VPUB: CPVP; các phòng NCTH;", "- Lưu: VT, (ĐT/Tr) MH."],
        ["**TM. ỦY BAN NHÂN DÂN**", "**KT. CHỦ TỊCH**", "**PHÓ CHỦ TỊCH**", "", "**Lê Hòa Bình**"],
    ),
    {
        "kind": "Công văn",
        "ref": "3344/UBND-KT",
        "issued_on": "2021-04-05",
        "place": "TP. Hồ Chí Minh",
        "issuer": "Ủy ban nhân dân Thành phố Hồ Chí Minh",
        "title": "Về chấn chỉnh công tác quản lý trật tự xây dựng trên địa bàn",
        "signer": "Lê Hòa Bình",
    },
    """
1. | Sở Xây dựng:
  1.1. | Tăng cường kiểm tra.
  1.2. | Báo cáo kết quả trước
2. | Ủy ban nhân dân quận
""",
)

NAME_IN_CAPITALS = Written(  # told from the title by the room above it
    masthead(["UBND TỈNH KON TUM", "**SỞ TÀI CHÍNH**", "Số: 15A/TB-STC"], ["__Kon Tum, ngày 01 tháng 02 năm 2020__"])
    + centred("**THÔNG BÁO**", "**Về việc nghỉ Tết Nguyên đán**")
    + paragraphs(
        filler(),
        "1. Thời gian nghỉ: 07 ngày.",
        "2. Các phòng phân công trực.",
    )
    + closing(["- Các phòng;", "- Lưu: VT."], ["**GIÁM ĐỐC**", "", "**NGUYỄN VĂN ĐIỂU**"]),
    {
        "kind": "Thông báo",
        "ref": "15A/TB-STC",
        "issued_on": "2020-02-01",
        "place": "Kon Tum",
        "issuer": "Sở Tài chính tỉnh Kon Tum",
        "title": "Về việc nghỉ Tết Nguyên đán",
        "signer": "NGUYỄN VĂN ĐIỂU",
    },
    """
1. | Thời gian nghỉ: 07 ngày.
2. | Các phòng phân công trực.
""",
)

NAME_WITH_APOSTROPHE = Written(  # H’Yim Kđoh
    masthead(["UBND TỈNH KON TUM", "**SỞ TÀI CHÍNH**", "Số: 14/TB-STC"], ["__Kon Tum, ngày 01 tháng 02 năm 2020__"])
    + centred("**THÔNG BÁO**", "**Về việc nghỉ Tết Nguyên đán**")
    + paragraphs(
        filler(),
        "1. Thời gian nghỉ: 07 ngày.",
        "2. Các phòng phân công trực.",
    )
    + closing(
        ["- Các phòng;", "- Lưu: VT."], ["**KT. GIÁM ĐỐC**", "**PHÓ GIÁM ĐỐC THƯỜNG TRỰC**", "", "**H’Yim Kđoh**"]
    ),
    {
        "kind": "Thông báo",
        "ref": "14/TB-STC",
        "issued_on": "2020-02-01",
        "place": "Kon Tum",
        "issuer": "Sở Tài chính tỉnh Kon Tum",
        "title": "Về việc nghỉ Tết Nguyên đán",
        "signer": "H’Yim Kđoh",
    },
    """
1. | Thời gian nghỉ: 07 ngày.
2. | Các phòng phân công trực.
""",
)

OF_1998 = Written(  # older forms of spelling and signs
    masthead(
        ["**UỶ BAN NHÂN DÂN**", "**TỈNH TUYÊN QUANG**", "-----------", "Số: 452/QĐ-UB"],
        ["**Độc lập – Tự do – Hạnh phúc**", "-----------------------", "__Tuyên Quang, ngày 24 tháng 6 năm 1998__"],
        motto=("**CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM**",),
    )
    + centred("**QUYẾT ĐỊNH CỦA UỶ BAN NHÂN DÂN TỈNH**", size=15)
    + centred("**Về việc giao chỉ tiêu kế hoạch phát triển kinh tế - xã hội năm 1998**")
    + centred("**UỶ BAN NHÂN DÂN TỈNH TUYÊN QUANG**")
    + paragraphs(
        "- Căn cứ Luật Tổ chức HĐND và UBND ngày 21 tháng 6 năm 1994;",
        "- Xét đề nghị của Sở Kế hoạch và Đầu tư tại Tờ trình số 120/TT-KH ngày 15/6/1998,",
    )
    + centred("**QUYẾT ĐỊNH :**")
    + paragraphs(
        f"**Điều 1 :** Giao chỉ tiêu kế hoạch cho các ngành, các huyện, thị xã. {filler()}",
        "**Điều 2 :** Các ông Chánh Văn phòng UBND tỉnh, Giám đốc các Sở chịu trách nhiệm thi hành quyết định này.",
        "**Điều 3 :** Quyết định này có hiệu lực từ ngày ký./.",
    )
    + closing(
        ["- Như Điều 2 (thi hành)", "- TT Tỉnh uỷ, HĐND (báo cáo)", "- Lưu VT"],
        ["**T/M UBND TỈNH TUYÊN QUANG**", "**KT/CHỦ TỊCH**", "**PHÓ CHỦ TỊCH**", "__(Đã ký)__", "**Lê Thị Quang**"],
    ),
    {
        "kind": "Quyết định",
        "ref": "452/QĐ-UB",
        "issued_on": "1998-06-24",
        "place": "Tuyên Quang",
        "issuer": "Uỷ ban nhân dân tỉnh Tuyên Quang",
        "title": "Về việc giao chỉ tiêu kế hoạch phát triển kinh tế - xã hội năm 1998",
        "signer": "Lê Thị Quang",
        "signer_title": "T/M UBND TỈNH TUYÊN QUANG KT/CHỦ TỊCH PHÓ CHỦ TỊCH",
    },
    """
Điều 1 : | Giao chỉ tiêu kế hoạch
Điều 2 : | Các ông Chánh Văn phòng
Điều 3 : | Quyết định này có hiệu
""",
)

TELEGRAM_URGENT = Written(  # CÔNG ĐIỆN KHẨN
    masthead(
        ["**ỦY BAN NHÂN DÂN**", "**TỈNH QUẢNG BÌNH**", "Số: 09/CĐ-UBND"], ["__Quảng Bình, ngày 17 tháng 10 năm 2020__"]
    )
    + centred("**CÔNG ĐIỆN KHẨN**", "**Về việc tập trung ứng phó mưa lũ**")
    + centred("**CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG BÌNH điện:**")
    + paragraphs(
        "- Giám đốc các sở, ban, ngành;",
        "- Chủ tịch Ủy ban nhân dân các huyện, thị xã, thành phố.",
        f"Hiện nay, mưa lớn tiếp tục diễn biến phức tạp. {filler()}",
        "1. Chủ tịch UBND các huyện:",
        "a) Sơ tán người dân ra khỏi vùng nguy hiểm;",
        "b) Cho học sinh nghỉ học.",
        "2. Sở Giao thông vận tải phân luồng, hướng dẫn giao thông.",
        "3. Đài Phát thanh và Truyền hình tỉnh tăng thời lượng phát tin.",
    )
    + closing(["- Như trên;", "- Lưu: VT."], ["**KT. CHỦ TỊCH**", "**PHÓ CHỦ TỊCH**", "", "**Nguyễn Xuân Quang**"]),
    {
        "kind": "Công điện",
        "ref": "09/CĐ-UBND",
        "issued_on": "2020-10-17",
        "place": "Quảng Bình",
        "issuer": "Ủy ban nhân dân tỉnh Quảng Bình",
        "title": "Về việc tập trung ứng phó mưa lũ",
        "signer": "Nguyễn Xuân Quang",
    },
    """
1. | Chủ tịch UBND các huyện:
  a) | Sơ tán người dân ra
  b) | Cho học sinh nghỉ học.
2. | Sở Giao thông vận tải
3. | Đài Phát thanh
""",
)

STEERING_COMMITTEE = Written(  # signed TL.
    masthead(
        ["UBND TỈNH BẾN TRE", "**BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ**", "Số: 02/TB-BCĐ"],
        ["__Bến Tre, ngày 27 tháng 02 năm 2024__"],
    )
    + centred(
        "**THÔNG BÁO**",
        "**Kết luận của đồng chí Trưởng Ban Chỉ đạo tại cuộc họp Ban Chỉ đạo**",
        "**chuyển đổi số tỉnh phiên thứ nhất năm 2024**",
    )
    + paragraphs(
        f"Ngày 20/02/2024, tại Hội trường Ủy ban nhân dân tỉnh, Ban Chỉ đạo đã họp phiên thứ nhất. {filler()}",
        "Sau khi nghe báo cáo và ý kiến phát biểu, Trưởng Ban Chỉ đạo kết luận như sau:",
        "1. Đánh giá chung",
        f"Ban Chỉ đạo ghi nhận kết quả đạt được. {filler()}",
        "2. Nhiệm vụ thời gian tới",
        "2.1. Giao Sở Thông tin và Truyền thông:",
        "- Tham mưu kế hoạch năm 2024, hoàn thành trước ngày 15/3/2024.",
        "- Rà soát các nền tảng số dùng chung.",
        "2.2. Giao Sở Nội vụ:",
        "- Tổng hợp kết quả cải cách hành chính.",
        "3. Thống nhất chủ trương xây dựng Trung tâm giám sát, điều hành thông minh.",
        "Văn phòng Ủy ban nhân dân tỉnh thông báo để các đơn vị biết, thực hiện./.",
    )
    + closing(
        ["- Thành viên BCĐ;", "- Các sở, ban, ngành tỉnh;", "- Lưu: VT."],
        [
            "**TL. TRƯỞNG BAN**",
            "**ỦY VIÊN THƯỜNG TRỰC**",
            "",
            "**GIÁM ĐỐC SỞ THÔNG TIN VÀ TRUYỀN THÔNG**",
            "**Trịnh Minh Châu**",
        ],
    ),
    {
        "kind": "Thông báo",
        "ref": "02/TB-BCĐ",
        "issued_on": "2024-02-27",
        "place": "Bến Tre",
        "issuer": "Ban Chỉ đạo chuyển đổi số tỉnh Bến Tre",
        "title": "Kết luận của đồng chí Trưởng Ban Chỉ đạo tại cuộc họp Ban Chỉ đạo chuyển đổi số tỉnh phiên thứ "
        "nhất năm 2024",
        "signer": "Trịnh Minh Châu",
    },
    """
1. | Đánh giá chung
2. | Nhiệm vụ thời gian tới
  2.1. | Giao Sở Thông tin và Truyền
  2.2. | Giao Sở Nội vụ:
3. | Thống nhất chủ trương
""",
)
