"""Plans, reports and letters written by hand for the tests, after the forms in use, and what a person reads."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.structure.typesetting import centred, closing, masthead, page_break, paragraphs

LONG = (
    "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành, Ủy ban nhân dân các xã, phường triển khai thực hiện nghiêm túc, "
    "bảo đảm đúng tiến độ và chất lượng; định kỳ hằng quý báo cáo kết quả để tổng hợp theo quy định."
)


@dataclass(frozen=True)
class Written:
    """A document, the fields of its letterhead that a person reads, and its outline (see `typesetting.outline`)."""

    markup: str
    fields: dict[str, str | None]
    sections: str
    zones: dict[str, str] = field(default_factory=dict)
    """Zone by the words a block begins with."""

    notes: tuple[tuple[str, str, str], ...] = ()
    """Marker, text, and the last words before the marker in the text."""


PLAN_CAPITALS = Written(
    masthead(
        ["**ỦY BAN NHÂN DÂN**", "**TỈNH HÒA GIANG**", "Số: 45/KH-UBND"],
        ["__Hòa Giang, ngày 08 tháng 4 năm 2025__"],
    )
    + centred("**KẾ HOẠCH**", "**Phát triển kinh tế số và xã hội số**", "**trên địa bàn tỉnh giai đoạn 2025 - 2030**")
    + paragraphs(
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị; Quyết định số 411/QĐ-TTg ngày 31 tháng 3 "
        "năm 2022 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
        "**A. ĐÁNH GIÁ TÌNH HÌNH**",
        "**I. KẾT QUẢ ĐẠT ĐƯỢC**",
        "**1. Về hạ tầng số**",
        "**1.1. Hạ tầng viễn thông**",
        "Toàn tỉnh đã công bố 1.774 thủ tục hành chính trên Cổng dịch vụ công, vượt",
        "1.774 thủ tục so với năm trước; " + LONG,
        "a) Mạng truyền số liệu chuyên dùng kết nối 100% cơ quan nhà nước; " + LONG,
        "- Cấp tỉnh: 24/24 đơn vị đã kết nối;",
        "- Cấp xã: 141/141 đơn vị đã kết nối.",
        "b) Trạm thu phát sóng 5G phủ các khu công nghiệp.",
        "1.2. Trung tâm dữ liệu của tỉnh được nâng cấp theo Quyết định số 88/QĐ-UBND ngày 15/01/2024; " + LONG,
        "**2. Về nhân lực số**",
        "2025 là năm bản lề của cả giai đoạn. " + LONG,
        "15/6/2025 là hạn cuối để các đơn vị gửi báo cáo; " + LONG,
        "**II. HẠN CHẾ, NGUYÊN NHÂN**",
        "1. Nguồn lực còn phân tán, chưa đáp ứng yêu cầu của nhiệm vụ. " + LONG,
        "2. Nhân lực chuyên trách còn thiếu.",
        "**B. NỘI DUNG KẾ HOẠCH**",
        "**I. MỤC TIÊU**",
        LONG,
        "**II. NHIỆM VỤ, GIẢI PHÁP**",
        "1. Hoàn thiện thể chế",
        LONG,
        "2. Phát triển dữ liệu",
        "Các cơ quan thực hiện theo",
        "Điều 5 Nghị định số 47/2020/NĐ-CP ngày 09/4/2020 của Chính phủ. " + LONG,
        "**C. TỔ CHỨC THỰC HIỆN**",
        "1. Sở Khoa học và Công nghệ chủ trì, theo dõi, đôn đốc việc thực hiện Kế hoạch này. " + LONG,
        "2. Sở Tài chính cân đối kinh phí.",
    )
    + closing(
        ["- Bộ Khoa học và Công nghệ;", "- Thường trực Tỉnh ủy;", "- Lưu: VT, KGVX."],
        ["**TM. ỦY BAN NHÂN DÂN**", "**KT. CHỦ TỊCH**", "**PHÓ CHỦ TỊCH**", "", "**TS. Nguyễn Văn An**"],
    ),
    {
        "kind": "Kế hoạch",
        "ref": "45/KH-UBND",
        "issued_on": "2025-04-08",
        "place": "Hòa Giang",
        "issuer": "Ủy ban nhân dân tỉnh Hòa Giang",
        "title": "Phát triển kinh tế số và xã hội số trên địa bàn tỉnh giai đoạn 2025 - 2030",
        "signer": "TS. Nguyễn Văn An",
        "signer_title": "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
    },
    """
A. | ĐÁNH GIÁ TÌNH HÌNH
  I. | KẾT QUẢ ĐẠT ĐƯỢC
    1. | Về hạ tầng số
      1.1. | Hạ tầng viễn thông
        a) | Mạng truyền số liệu chuyên dùng
        b) | Trạm thu phát sóng 5G phủ
      1.2. | Trung tâm dữ liệu của tỉnh
    2. | Về nhân lực số
  II. | HẠN CHẾ, NGUYÊN NHÂN
    1. | Nguồn lực còn phân tán, chưa
    2. | Nhân lực chuyên trách còn thiếu
B. | NỘI DUNG KẾ HOẠCH
  I. | MỤC TIÊU
  II. | NHIỆM VỤ, GIẢI PHÁP
    1. | Hoàn thiện thể chế
    2. | Phát triển dữ liệu
C. | TỔ CHỨC THỰC HIỆN
  1. | Sở Khoa học và Công nghệ chủ trì
  2. | Sở Tài chính cân đối kinh phí.
""",
)

PLAN_PARTS = Written(
    masthead(
        ["UBND HUYỆN ĐĂK HÀ", "**PHÒNG VĂN HÓA**", "**VÀ THÔNG TIN**", "Số:       /KH-VHTT"],
        ["__Đăk Hà, ngày      tháng 3 năm 2024__"],
    )
    + centred("**KẾ HOẠCH**", "**V/v tuyên truyền cải cách hành chính năm 2024**")
    + paragraphs(
        "Căn cứ Kế hoạch số 11/KH-UBND ngày 05/01/2024 của UBND huyện Đăk Hà, Phòng Văn hóa và Thông tin ban hành Kế "
        "hoạch như sau:",
    )
    + centred("**Phần thứ nhất**", "**MỤC ĐÍCH, YÊU CẦU**")
    + paragraphs("**I. MỤC ĐÍCH**", LONG, "**II. YÊU CẦU**", LONG)
    + centred("**Phần II**", "**NỘI DUNG THỰC HIỆN**")
    + paragraphs(
        "**I. TUYÊN TRUYỀN TRỰC QUAN**",
        "1. Treo băng rôn: tại trụ sở các xã, thị trấn. " + LONG,
        "2. Cổ động trực quan. " + LONG,
        "2. Phát thanh lưu động (văn bản gốc lặp số 2). " + LONG,
        "4. Biểu diễn thông tin lưu động (văn bản gốc bỏ số 3). " + LONG,
        "**II. TỔ CHỨC THỰC HIỆN**",
        LONG,
    )
    + closing(["- UBND huyện (b/c);", "- Lưu: VT."], ["**TRƯỞNG PHÒNG**", "", "**Y Bin Niê**"])
    + page_break()
    + centred("**PHỤ LỤC SỐ 01**", "**DANH MỤC KHẨU HIỆU TUYÊN TRUYỀN**", "**CẢI CÁCH HÀNH CHÍNH NĂM 2024**")
    + centred("__(Kèm theo Kế hoạch số      /KH-VHTT ngày     /3/2024 của Phòng Văn hóa và Thông tin)__")
    + paragraphs(
        "1. Đẩy mạnh cải cách hành chính, nâng cao chất lượng phục vụ người dân và doanh nghiệp trên địa bàn huyện.",
        "2. Chung tay cải cách thủ tục hành chính.",
    )
    + page_break()
    + centred("**Phụ lục số 02:**", "**PHÂN CÔNG NHIỆM VỤ**")
    + paragraphs("1. Tổ tuyên truyền: 03 người. " + LONG, "2. Tổ hậu cần: 02 người."),
    {
        "kind": "Kế hoạch",
        "number": None,
        "symbol": "KH-VHTT",
        "ref": None,
        "issued_on": "2024-03",
        "place": "Đăk Hà",
        "issuer": "Phòng Văn hóa và Thông tin huyện Đăk Hà",
        "title": "V/v tuyên truyền cải cách hành chính năm 2024",
        "signer": "Y Bin Niê",
        "signer_title": "TRƯỞNG PHÒNG",
    },
    """
Phần thứ nhất | MỤC ĐÍCH, YÊU CẦU
  I. | MỤC ĐÍCH
  II. | YÊU CẦU
Phần II | NỘI DUNG THỰC HIỆN
  I. | TUYÊN TRUYỀN TRỰC QUAN
    1. | Treo băng rôn: tại trụ sở
    2. | Cổ động trực quan. Ủy ban
    2. | Phát thanh lưu động (văn bản
    4. | Biểu diễn thông tin lưu động
  II. | TỔ CHỨC THỰC HIỆN
PHỤ LỤC SỐ 01 | DANH MỤC KHẨU HIỆU TUYÊN TRUYỀN
  1. | Đẩy mạnh cải cách hành chính
  2. | Chung tay cải cách thủ tục
Phụ lục số 02: | PHÂN CÔNG NHIỆM VỤ
  1. | Tổ tuyên truyền: 03 người
  2. | Tổ hậu cần: 02 người.
""",
    {"(Kèm theo Kế hoạch số": "annex_header", "Căn cứ Kế hoạch số 11": "legal_basis"},
)

REPORT = Written(
    masthead(
        ["HỘI ĐỒNG NHÂN DÂN", "TỈNH BẮC SƠN", "**BAN KINH TẾ - NGÂN SÁCH**", "Số: 118/BC-KTNS"],
        ["__Bắc Sơn, ngày 05 tháng 12 năm 2023__"],
    )
    + centred(
        "**BÁO CÁO**",
        "**Thẩm tra dự thảo Nghị quyết về dự toán thu ngân sách nhà nước**",
        "**trên địa bàn, thu, chi ngân sách địa phương năm 2024**",
        "**(Tại kỳ họp thứ 17, HĐND tỉnh khóa XIV)**",
    )
    + paragraphs(
        LONG,
        "**I. TÌNH HÌNH THỰC HIỆN NĂM 2023**",
        "**1. Kết quả thu ngân sách**",
        "**1.1. Thu nội địa**",
        "__1.1.1. Thu từ doanh nghiệp nhà nước__",
        LONG,
        "1.1.2. Thu từ khu vực ngoài quốc doanh đạt 1.250 tỷ đồng, bằng 96,5% dự toán. " + LONG,
        "1.2. Thu từ hoạt động xuất nhập khẩu",
        LONG,
        "**2. Kết quả chi ngân sách**",
        "a) Chi đầu tư phát triển: đạt 72% kế hoạch. " + LONG,
        "a1) Vốn ngân sách trung ương. " + LONG,
        "a2) Vốn ngân sách địa phương.",
        "b) Chi thường xuyên. " + LONG,
        "* Đối với sự nghiệp giáo dục, chi đạt 98% dự toán giao đầu năm, cơ bản đáp ứng nhu cầu của các đơn vị.",
        "+ Khối trung học phổ thông: 320 tỷ đồng;",
        "+ Khối mầm non: 210 tỷ đồng.",
        "**II. DỰ TOÁN NĂM 2024**",
        "Tổng thu dự kiến gồm",
        "3. 250 tỷ đồng thu nội địa và các khoản thu khác theo quy định của pháp luật về ngân sách nhà nước hiện hành.",
        "**III. KIẾN NGHỊ**",
        LONG,
    )
    + closing(
        ["- Thường trực HĐND tỉnh;", "- Lưu: VT."],
        ["**TM. BAN KINH TẾ - NGÂN SÁCH**", "**TRƯỞNG BAN**", "", "**Hoàng Thị Bích Lan**"],
    ),
    {
        "kind": "Báo cáo",
        "ref": "118/BC-KTNS",
        "issued_on": "2023-12-05",
        "issuer": "Ban Kinh tế - Ngân sách tỉnh Bắc Sơn",
        "title": "Thẩm tra dự thảo Nghị quyết về dự toán thu ngân sách nhà nước trên địa bàn, thu, chi ngân sách địa "
        "phương năm 2024 (Tại kỳ họp thứ 17, HĐND tỉnh khóa XIV)",
        "signer": "Hoàng Thị Bích Lan",
        "signer_title": "TM. BAN KINH TẾ - NGÂN SÁCH TRƯỞNG BAN",
    },
    """
I. | TÌNH HÌNH THỰC HIỆN NĂM 2023
  1. | Kết quả thu ngân sách
    1.1. | Thu nội địa
      1.1.1. | Thu từ doanh nghiệp nhà nước
      1.1.2. | Thu từ khu vực ngoài quốc doanh
    1.2. | Thu từ hoạt động xuất nhập khẩu
  2. | Kết quả chi ngân sách
    a) | Chi đầu tư phát triển: đạt
      a1) | Vốn ngân sách trung ương.
      a2) | Vốn ngân sách địa phương.
    b) | Chi thường xuyên. Ủy ban
II. | DỰ TOÁN NĂM 2024
III. | KIẾN NGHỊ
""",
)

LETTER = Written(
    masthead(
        ["BỘ TÀI CHÍNH", "**TỔNG CỤC THUẾ**", "Số: 3125/TCT-CS", "V/v chính sách tiền thuê đất", "năm 2023"],
        ["__Hà Nội, ngày 19 tháng 7 năm 2023__"],
    )
    + centred("Kính gửi: Cục Thuế tỉnh Hòa Giang.")
    + paragraphs(
        "Tổng cục Thuế nhận được Công văn số 1789/CTHGI-HKDCN ngày 05/5/2023 của Cục Thuế tỉnh Hòa Giang. Về vấn đề "
        "này, Tổng cục Thuế có ý kiến như sau:",
        "1. Về đối tượng: " + LONG,
        "2. Về mức giảm: " + LONG,
        "Căn cứ khoản 2 Điều 3 Quyết định số 01/2023/QĐ-TTg ngày 31/01/2023 của Thủ tướng Chính phủ, " + LONG,
        "Tổng cục Thuế thông báo để Cục Thuế biết./.",
    )
    + closing(
        ["- Như trên;", "- Vụ PC (BTC);", "- Lưu: VT, CS (3b)."],
        ["**KT. TỔNG CỤC TRƯỞNG**", "**PHÓ TỔNG CỤC TRƯỞNG**", "", "**Mai Xuân Thành**"],
    ),
    {
        "kind": "Công văn",
        "ref": "3125/TCT-CS",
        "issued_on": "2023-07-19",
        "place": "Hà Nội",
        "issuer": "Tổng cục Thuế",
        "title": "V/v chính sách tiền thuê đất năm 2023",
        "signer": "Mai Xuân Thành",
        "signer_title": "KT. TỔNG CỤC TRƯỞNG PHÓ TỔNG CỤC TRƯỞNG",
    },
    """
1. | Về đối tượng: Ủy ban nhân dân tỉnh
2. | Về mức giảm: Ủy ban nhân dân tỉnh
""",
)

DIRECTIVE = Written(
    masthead(
        ["**ỦY BAN NHÂN DÂN**", "**THÀNH PHỐ HỒ CHÍ MINH**", "Số: 07/CT-UBND"],
        ["__Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2022__"],
    )
    + centred("**CHỈ THỊ**", "**VỀ TĂNG CƯỜNG CÔNG TÁC PHÒNG, CHỐNG THIÊN TAI VÀ TÌM KIẾM CỨU NẠN**", "**NĂM 2022**")
    + paragraphs(
        LONG,
        "Để chủ động ứng phó, Chủ tịch Ủy ban nhân dân Thành phố yêu cầu:",
        "1. Thủ trưởng các sở, ban, ngành; Chủ tịch Ủy ban nhân dân thành phố Thủ Đức và các quận, huyện: " + LONG,
        "a) Rà soát phương án;",
        "b) Chuẩn bị lực lượng, phương tiện; " + LONG,
        "2. Sở Nông nghiệp và Phát triển nông thôn: " + LONG,
        "3. Giao Ban Chỉ huy Phòng, chống thiên tai: " + LONG,
    )
    + closing(["- Như trên;", "- Lưu: VT."], ["**CHỦ TỊCH**", "", "**Phan Văn Minh**"]),
    {
        "kind": "Chỉ thị",
        "ref": "07/CT-UBND",
        "issued_on": "2022-06-29",
        "place": "Thành phố Hồ Chí Minh",
        "issuer": "Ủy ban nhân dân Thành phố Hồ Chí Minh",
        "title": "VỀ TĂNG CƯỜNG CÔNG TÁC PHÒNG, CHỐNG THIÊN TAI VÀ TÌM KIẾM CỨU NẠN NĂM 2022",
        "signer": "Phan Văn Minh",
        "signer_title": "CHỦ TỊCH",
    },
    """
1. | Thủ trưởng các sở, ban, ngành
  a) | Rà soát phương án;
  b) | Chuẩn bị lực lượng, phương tiện
2. | Sở Nông nghiệp và Phát triển nông thôn
3. | Giao Ban Chỉ huy Phòng, chống
""",
)

PARTY = Written(
    masthead(
        ["TỈNH ỦY HÒA GIANG", "\\*".replace("\\", ""), "**Số 212-KL/TU**"],
        ["__Hòa Giang, ngày 14 tháng 8 năm 2024__"],
        motto=("**ĐẢNG CỘNG SẢN VIỆT NAM**",),
    )
    + centred("**KẾT LUẬN**", "**CỦA BAN THƯỜNG VỤ TỈNH ỦY**", "**về công tác quy hoạch cán bộ nhiệm kỳ 2025 - 2030**")
    + paragraphs(
        LONG,
        "**I- Đánh giá chung**",
        LONG,
        "**II- Nhiệm vụ, giải pháp**",
        "1- Các cấp ủy tiếp tục quán triệt Kết luận số 14-KL/TW ngày 22/9/2021 của Bộ Chính trị. " + LONG,
        "2- Ban Tổ chức Tỉnh ủy tham mưu. " + LONG,
        "2.1- Rà soát quy hoạch. " + LONG,
        "2.2- Bổ sung quy hoạch. " + LONG,
        "**III- Tổ chức thực hiện**",
        LONG,
    )
    + closing(
        ["- Các huyện ủy, thành ủy;", "- Lưu Văn phòng Tỉnh ủy."],
        ["**T/M BAN THƯỜNG VỤ**", "**BÍ THƯ**", "", "**Lê Quốc Phong**"],
    ),
    {
        "kind": "Kết luận",
        "ref": "212-KL/TU",
        "issued_on": "2024-08-14",
        "place": "Hòa Giang",
        "issuer": "Tỉnh ủy Hòa Giang",
        "title": "về công tác quy hoạch cán bộ nhiệm kỳ 2025 - 2030",
        "signer": "Lê Quốc Phong",
        "signer_title": "T/M BAN THƯỜNG VỤ BÍ THƯ",
    },
    """
I- | Đánh giá chung
II- | Nhiệm vụ, giải pháp
  1- | Các cấp ủy tiếp tục quán triệt
  2- | Ban Tổ chức Tỉnh ủy tham mưu.
    2.1- | Rà soát quy hoạch. Ủy ban
    2.2- | Bổ sung quy hoạch. Ủy ban
III- | Tổ chức thực hiện
""",
)
