"""What looks like a heading and is none, and headings that look like text."""

from __future__ import annotations

from tests.structure.typesetting import (
    centred,
    closing,
    filler,
    masthead,
    paragraphs,
    table,
)
from tests.structure.written_plans import Written

CAPTIONS = Written(  # captions of tables are no sections
    masthead(
        ["BỘ NÔNG NGHIỆP VÀ PTNT", "**TỔNG CỤC LÂM NGHIỆP**", "Số: 1022/BC-TCLN-KHTC"],
        ["__Hà Nội, ngày 15 tháng 7 năm 2020__"],
    )
    + centred("**BÁO CÁO**", "**Sơ kết 6 tháng đầu năm 2020 ngành lâm nghiệp**")
    + paragraphs(
        "**I. KẾT QUẢ**",
        "**1. Sản xuất lâm nghiệp**",
        filler(2),
    )
    + centred("**Biểu 1. Kết quả trồng rừng 6 tháng đầu năm**")
    + table(["Vùng", "Diện tích (ha)"], ["Trung du miền núi", "65.200"], ["Bắc Trung Bộ", "21.300"])
    + paragraphs(
        filler(2),
        "**2. Bảo vệ rừng**",
        filler(2),
    )
    + centred("**Bảng 2: Số vụ vi phạm**")
    + table(["Năm", "Số vụ"], ["2019", "4.500"], ["2020", "3.900"])
    + paragraphs(
        "__Nguồn: Cục Kiểm lâm.__",
        "**II. NHIỆM VỤ 6 THÁNG CUỐI NĂM**",
        f"1. Tập trung trồng rừng. {filler()}",
        f"2. Giải ngân vốn đầu tư. {filler()}",
        "Hình 1. Sơ đồ tổ chức",
        "3. Chi trả dịch vụ môi trường rừng 1.200 tỷ đồng.",
    )
    + closing(
        ["- Bộ trưởng (b/c);", "- Lưu: VT, KHTC (10b)."],
        ["**KT. TỔNG CỤC TRƯỞNG**", "**PHÓ TỔNG CỤC TRƯỞNG**", "", "**Phạm Văn Điển**"],
    ),
    {
        "kind": "Báo cáo",
        "ref": "1022/BC-TCLN-KHTC",
        "issued_on": "2020-07-15",
        "place": "Hà Nội",
        "issuer": "Tổng cục Lâm nghiệp",
        "title": "Sơ kết 6 tháng đầu năm 2020 ngành lâm nghiệp",
        "signer": "Phạm Văn Điển",
    },
    """
I. | KẾT QUẢ
  1. | Sản xuất lâm nghiệp
  2. | Bảo vệ rừng
II. | NHIỆM VỤ 6 THÁNG CUỐI NĂM
  1. | Tập trung trồng rừng.
  2. | Giải ngân vốn đầu tư.
  3. | Chi trả dịch vụ môi trường
""",
)

HANGING = Written(  # numbers at the margin of their text
    masthead(["**SỞ DU LỊCH TỈNH NINH BÌNH**", "Số: 415/KH-SDL"], ["__Ninh Bình, ngày 12 tháng 8 năm 2024__"])
    + centred("**KẾ HOẠCH**", "**Kiểm tra hoạt động kinh doanh lữ hành năm 2024**")
    + paragraphs("**I. MỤC ĐÍCH**", indent=0)
    + paragraphs(
        "1.   Đánh giá việc chấp hành pháp luật của doanh nghiệp lữ hành trên địa bàn tỉnh; kịp thời phát "
        "hiện, chấn chỉnh các hành vi vi phạm trong hoạt động kinh doanh.",
        indent=0.9,
        hang=0.9,
    )
    + paragraphs(f"2.   Hướng dẫn doanh nghiệp thực hiện đúng quy định; {filler()}", indent=0.9, hang=0.9)
    + paragraphs("**II. NỘI DUNG KIỂM TRA**", indent=0)
    + paragraphs("1.   Giấy phép kinh doanh lữ hành quốc tế, nội địa theo Luật Du lịch.", indent=0.9, hang=0.9)
    + paragraphs(
        f"2.   Hợp đồng lữ hành, chương trình du lịch và việc sử dụng hướng dẫn viên; {filler()}", indent=0.9, hang=0.9
    )
    + paragraphs("3.   Tiền ký quỹ.", indent=0.9, hang=0.9)
    + paragraphs("a)   Lữ hành nội địa: 20.000.000 đồng;", indent=1.8, hang=1.8)
    + paragraphs("b)   Lữ hành quốc tế đối với khách vào: 50.000.000 đồng.", indent=1.8, hang=1.8)
    + paragraphs("**III. THỜI GIAN**", indent=0)
    + paragraphs("Từ ngày 20/8/2024 đến ngày", indent=1.27, hang=0)
    + paragraphs("30/9/2024.", indent=1.27)
    + closing(["- UBND tỉnh (b/c);", "- Lưu: VT, QLLH."], ["**GIÁM ĐỐC**", "", "**Bùi Văn Mạnh**"]),
    {
        "kind": "Kế hoạch",
        "ref": "415/KH-SDL",
        "issued_on": "2024-08-12",
        "place": "Ninh Bình",
        "issuer": "Sở Du lịch tỉnh Ninh Bình",
        "title": "Kiểm tra hoạt động kinh doanh lữ hành năm 2024",
        "signer": "Bùi Văn Mạnh",
    },
    """
I. | MỤC ĐÍCH
  1. | Đánh giá việc chấp hành
  2. | Hướng dẫn doanh nghiệp
II. | NỘI DUNG KIỂM TRA
  1. | Giấy phép kinh doanh
  2. | Hợp đồng lữ hành
  3. | Tiền ký quỹ.
    a) | Lữ hành nội địa
    b) | Lữ hành quốc tế
III. | THỜI GIAN
""",
)

QUOTED_LAW = Written(  # numbers quoted and amounts are no sections
    masthead(["**BỘ TÀI NGUYÊN VÀ MÔI TRƯỜNG**", "Số: 2890/HD-BTNMT"], ["__Hà Nội, ngày 25 tháng 5 năm 2021__"])
    + centred("**HƯỚNG DẪN**", "**Lập kế hoạch sử dụng đất cấp huyện**")
    + paragraphs(
        "**I. NHỮNG VẤN ĐỀ CHUNG**",
        "Điều 40 Luật Đất đai quy định:",
        "“1. Căn cứ lập quy hoạch sử dụng đất bao gồm:",
        "a) Quy hoạch cấp tỉnh;",
        "b) Điều kiện tự nhiên.",
        "2. Nội dung quy hoạch.”",
        "**II. TRÌNH TỰ**",
        "**1. Bước 1: Thu thập tài liệu**",
        "1.1. Lập dự toán: 15/3/2021.",
        "1.2. Khảo sát thực địa.",
        "**2. Bước 2: Xây dựng phương án**",
        "2.1. Dự báo nhu cầu.",
        "2.2. Tổng hợp chỉ tiêu.",
        f"3.500 ha đất lúa được giữ ổn định theo chỉ tiêu phân bổ. {filler()}",
        "15 ngày trước khi trình, Ủy ban nhân dân cấp huyện gửi lấy ý kiến.",
        "**III. TỔ CHỨC THỰC HIỆN**",
        filler(),
    )
    + closing(
        ["- UBND các tỉnh, thành phố;", "- Lưu: VT, TCQLĐĐ."],
        ["**TL. BỘ TRƯỞNG**", "**TỔNG CỤC TRƯỞNG**", "**TỔNG CỤC QUẢN LÝ ĐẤT ĐAI**", "", "**Lê Thanh Khuyến**"],
    ),
    {
        "kind": "Hướng dẫn",
        "ref": "2890/HD-BTNMT",
        "issued_on": "2021-05-25",
        "place": "Hà Nội",
        "issuer": "Bộ Tài nguyên và Môi trường",
        "title": "Lập kế hoạch sử dụng đất cấp huyện",
        "signer": "Lê Thanh Khuyến",
    },
    """
I. | NHỮNG VẤN ĐỀ CHUNG
II. | TRÌNH TỰ
  1. | Bước 1: Thu thập tài liệu
    1.1. | Lập dự toán: 15/3/2021.
    1.2. | Khảo sát thực địa.
  2. | Bước 2: Xây dựng phương án
    2.1. | Dự báo nhu cầu.
    2.2. | Tổng hợp chỉ tiêu.
III. | TỔ CHỨC THỰC HIỆN
""",
)

UNINDENTED = Written(  # sans-serif print, nothing indented
    masthead(
        ["UBND QUẬN HẢI CHÂU", "**PHÒNG VĂN HÓA VÀ THÔNG TIN**", "Số: 88/KH-VHTT"],
        ["__Hải Châu, ngày 3 tháng 3 năm 2015__"],
    )
    + centred("**KẾ HOẠCH**", "**Tổ chức Ngày hội đọc sách quận Hải Châu năm 2015**")
    + paragraphs(
        "**I. Mục đích, yêu cầu:**",
        "1. Mục đích:",
        "Phát triển văn hóa đọc trong cộng đồng dân cư.",
        "2. Yêu cầu:",
        "Tổ chức thiết thực, tiết kiệm, thu hút đông đảo bạn đọc tham gia.",
        "**II. Nội dung:**",
        "1. Thời gian: Từ ngày 20/4 đến ngày 23/4/2015.",
        "2. Địa điểm: Công viên 29/3, quận Hải Châu, thành phố Đà Nẵng.",
        "3. Nội dung hoạt động:",
        "a. Trưng bày sách theo chủ đề.",
        "b. Giao lưu với tác giả.",
        "c. Thi kể chuyện theo sách.",
        "**III. Kinh phí:**",
        "Từ nguồn sự nghiệp văn hóa năm 2015.",
        "**IV. Tổ chức thực hiện:**",
        "1. Phòng Văn hóa và Thông tin: chủ trì thực hiện.",
        "2. Ủy ban nhân dân các phường: vận động nhân dân tham gia.",
    )
    + closing(["- UBND quận;", "- UBND các phường;", "- Lưu VT."], ["**TRƯỞNG PHÒNG**", "", "**Trần Thị Kim Oanh**"]),
    {
        "kind": "Kế hoạch",
        "ref": "88/KH-VHTT",
        "issued_on": "2015-03-03",
        "place": "Hải Châu",
        "issuer": "Phòng Văn hóa và Thông tin quận Hải Châu",
        "title": "Tổ chức Ngày hội đọc sách quận Hải Châu năm 2015",
        "signer": "Trần Thị Kim Oanh",
    },
    """
I. | Mục đích, yêu cầu:
  1. | Mục đích:
  2. | Yêu cầu:
II. | Nội dung:
  1. | Thời gian: Từ ngày
  2. | Địa điểm: Công viên
  3. | Nội dung hoạt động:
    a. | Trưng bày sách theo chủ
    b. | Giao lưu với tác giả.
    c. | Thi kể chuyện theo sách.
III. | Kinh phí:
IV. | Tổ chức thực hiện:
  1. | Phòng Văn hóa và Thông tin
  2. | Ủy ban nhân dân các phường
""",
)

LETTER_WITHOUT_SUBJECT = Written(  # known by whom it addresses and by its symbol
    masthead(
        ["**TỈNH ỦY QUẢNG TRỊ**", "*", "Số 980-CV/TU"],
        ["__Quảng Trị, ngày 20 tháng 4 năm 2023__"],
        motto=("**ĐẢNG CỘNG SẢN VIỆT NAM**",),
    )
    + centred("**__Kính gửi:__** Các huyện ủy, thị ủy, thành ủy")
    + paragraphs(
        "Ban Thường vụ Tỉnh ủy yêu cầu:",
        f"1- Quán triệt Chỉ thị số 21-CT/TW. {filler()}",
        "2- Báo cáo kết quả trước ngày 30/5/2023.",
    )
    + closing(
        ["- Như trên,", "- Lưu Văn phòng Tỉnh ủy."],
        ["**T/L BAN THƯỜNG VỤ**", "**CHÁNH VĂN PHÒNG**", "", "**Phan Văn Phụng**"],
    ),
    {
        "kind": "Công văn",
        "ref": "980-CV/TU",
        "issued_on": "2023-04-20",
        "place": "Quảng Trị",
        "issuer": "Tỉnh ủy Quảng Trị",
        "title": None,
        "signer": "Phan Văn Phụng",
    },
    """
1- | Quán triệt Chỉ thị
2- | Báo cáo kết quả trước
""",
)
