"""Numbering of all kinds: parts in words, subdivisions, small Roman numbers, dots with dashes, inserted points."""

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

PARTS_IN_WORDS = Written(  # and numbers in brackets
    masthead(["BỘ Y TẾ", "**CỤC PHÒNG, CHỐNG HIV/AIDS**", "Số: 88/BC-AIDS"], ["__Hà Nội, ngày 03 tháng 02 năm 2021__"])
    + centred("**BÁO CÁO**", "**Công tác phòng, chống HIV/AIDS năm 2020 và nhiệm vụ trọng tâm năm 2021**")
    + centred("**Phần thứ nhất**", "**KẾT QUẢ CÔNG TÁC NĂM 2020**")
    + paragraphs(
        "**I. Tình hình dịch HIV/AIDS**",
        filler(2),
        "**II. Kết quả hoạt động**",
        "**1. Công tác chỉ đạo, điều hành**",
        f"(1) Hoàn thiện văn bản quy phạm pháp luật. {filler()}",
        "(2) Kiện toàn tổ chức bộ máy.",
        "(3) Kiểm tra, giám sát.",
        "**2. Công tác chuyên môn**",
        filler(),
        "* Xét nghiệm: 1.200.000 lượt.",
        "* Điều trị: 150.000 người.",
    )
    + centred("**Phần thứ hai**", "**NHIỆM VỤ TRỌNG TÂM NĂM 2021**")
    + paragraphs(
        "**I. Mục tiêu**",
        filler(),
        "**II. Nhiệm vụ**",
        "**1. Dự phòng**",
        filler(),
        "**2. Xét nghiệm**",
        filler(),
        "Trên đây là báo cáo của Cục Phòng, chống HIV/AIDS./.",
    )
    + closing(["- Bộ trưởng (để b/c);", "- Lưu: VT, KHTC."], ["**CỤC TRƯỞNG**", "", "", "**Nguyễn Hoàng Long**"]),
    {
        "kind": "Báo cáo",
        "ref": "88/BC-AIDS",
        "issued_on": "2021-02-03",
        "place": "Hà Nội",
        "issuer": "Cục Phòng, chống HIV/AIDS",
        "title": "Công tác phòng, chống HIV/AIDS năm 2020 và nhiệm vụ trọng tâm năm 2021",
        "signer": "Nguyễn Hoàng Long",
    },
    """
Phần thứ nhất | KẾT QUẢ CÔNG TÁC NĂM 2020
  I. | Tình hình dịch HIV/AIDS
  II. | Kết quả hoạt động
    1. | Công tác chỉ đạo, điều hành
      (1) | Hoàn thiện văn bản quy
      (2) | Kiện toàn tổ chức bộ máy.
      (3) | Kiểm tra, giám sát.
    2. | Công tác chuyên môn
Phần thứ hai | NHIỆM VỤ TRỌNG TÂM NĂM 2021
  I. | Mục tiêu
  II. | Nhiệm vụ
    1. | Dự phòng
    2. | Xét nghiệm
""",
)

SUBDIVISIONS = Written(  # Tiểu mục below Mục
    masthead(
        ["**CHÍNH PHỦ**", "_______", "Số: 63/2021/NĐ-CP"], ["________________", "__Hà Nội, ngày 30 tháng 6 năm 2021__"]
    )
    + centred(
        "**NGHỊ ĐỊNH**",
        "**Quy định chi tiết và hướng dẫn thi hành một số điều của Luật Phòng, chống thiên tai**",
        "________",
    )
    + paragraphs(
        "__Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;__",
        "__Theo đề nghị của Bộ trưởng Bộ Nông nghiệp và Phát triển nông thôn;__",
        "__Chính phủ ban hành Nghị định quy định chi tiết một số điều của Luật Phòng, chống thiên tai.__",
    )
    + centred("**Chương I**", "**QUY ĐỊNH CHUNG**")
    + paragraphs(
        "**Điều 1. Phạm vi điều chỉnh**",
        f"Nghị định này quy định chi tiết khoản 3 Điều 9 của Luật. {filler(2)}",
        "**Điều 2. Giải thích từ ngữ**",
        "Trong Nghị định này, các từ ngữ dưới đây được hiểu như sau:",
        f"1. __Thiên tai__ là hiện tượng tự nhiên bất thường có thể gây thiệt hại. {filler()}",
        "2. __Rủi ro thiên tai__ là thiệt hại mà thiên tai có thể gây ra.",
    )
    + centred("**Chương II**", "**TỔ CHỨC, LỰC LƯỢNG**")
    + centred("**Mục 1**", "**LỰC LƯỢNG**")
    + paragraphs(
        "**Điều 3. Lực lượng xung kích**",
        f"1. {filler()}",
        "a) Dân quân;",
        "b) Công an xã;",
        "c) Đoàn thanh niên;",
        "d) Hội Chữ thập đỏ;",
        "đ) Các lực lượng khác.",
        "2. Chế độ, chính sách.",
    )
    + centred("**Mục 2**", "**NGUỒN LỰC**")
    + centred("**Tiểu mục 1**", "**QUỸ PHÒNG, CHỐNG THIÊN TAI**")
    + paragraphs(
        "**Điều 4. Quỹ trung ương**",
        f"1. Nguồn tài chính. {filler()}",
        "2. Nội dung chi.",
    )
    + centred("**Tiểu mục 2**", "**NGUỒN KHÁC**")
    + paragraphs(
        "**Điều 5. Nguồn xã hội hóa**",
        filler(),
    )
    + centred("**Chương III**", "**ĐIỀU KHOẢN THI HÀNH**")
    + paragraphs(
        "**Điều 6. Sửa đổi, bổ sung Nghị định số 94/2014/NĐ-CP**",
        "1. Sửa đổi khoản 1 Điều 5 như sau:",
        f"“1. Mức đóng góp bắt buộc là hai phần vạn. {filler()}”.",
        "2. Bãi bỏ Điều 7.",
        "**Điều 7. Hiệu lực thi hành**",
        "Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2021./.",
    )
    + closing([], ["**TM. CHÍNH PHỦ**", "**KT. THỦ TƯỚNG**", "**PHÓ THỦ TƯỚNG**", "**Lê Văn Thành**"]),
    {
        "kind": "Nghị định",
        "ref": "63/2021/NĐ-CP",
        "issued_on": "2021-06-30",
        "place": "Hà Nội",
        "issuer": "Chính phủ",
        "title": "Quy định chi tiết và hướng dẫn thi hành một số điều của Luật Phòng, chống thiên tai",
        "signer": "Lê Văn Thành",
        "signer_title": "TM. CHÍNH PHỦ KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG",
    },
    """
Chương I | QUY ĐỊNH CHUNG
  Điều 1. | Phạm vi điều chỉnh
  Điều 2. | Giải thích từ ngữ
    1. | Thiên tai là hiện tượng
    2. | Rủi ro thiên tai là thiệt
Chương II | TỔ CHỨC, LỰC LƯỢNG
  Mục 1 | LỰC LƯỢNG
    Điều 3. | Lực lượng xung kích
      1. | Ủy ban nhân dân tỉnh
        a) | Dân quân;
        b) | Công an xã;
        c) | Đoàn thanh niên;
        d) | Hội Chữ thập đỏ;
        đ) | Các lực lượng khác.
      2. | Chế độ, chính sách.
  Mục 2 | NGUỒN LỰC
    Tiểu mục 1 | QUỸ PHÒNG, CHỐNG THIÊN TAI
      Điều 4. | Quỹ trung ương
        1. | Nguồn tài chính.
        2. | Nội dung chi.
    Tiểu mục 2 | NGUỒN KHÁC
      Điều 5. | Nguồn xã hội hóa
Chương III | ĐIỀU KHOẢN THI HÀNH
  Điều 6. | Sửa đổi, bổ sung Nghị định
    1. | Sửa đổi khoản 1 Điều 5
    2. | Bãi bỏ Điều 7.
  Điều 7. | Hiệu lực thi hành
""",
)

SMALL_ROMAN = Written(  # (i), (ii), (iii)
    masthead(
        [
            "**NGÂN HÀNG NHÀ NƯỚC**",
            "**VIỆT NAM**",
            "Số: 7150/NHNN-TTGSNH",
            "V/v triển khai phương án cơ cấu lại gắn với xử lý nợ xấu",
        ],
        ["__Hà Nội, ngày 04 tháng 10 năm 2022__"],
    )
    + paragraphs(
        "Kính gửi:",
        "- Các tổ chức tín dụng;",
        "- Ngân hàng Nhà nước chi nhánh tỉnh, thành phố.",
        "Thực hiện Quyết định số 689/QĐ-TTg ngày 08/6/2022, Ngân hàng Nhà nước yêu cầu:",
        "**1. Đối với tổ chức tín dụng:**",
        "1.1. Xây dựng phương án, trong đó nêu rõ:",
        "(i) Mục tiêu, lộ trình;",
        f"(ii) Giải pháp xử lý nợ xấu; {filler()}",
        "(iii) Nguồn lực thực hiện.",
        "1.2. Báo cáo định kỳ hằng quý.",
        "**2. Đối với chi nhánh:** Giám sát việc thực hiện trên địa bàn.",
        "Yêu cầu các đơn vị nghiêm túc thực hiện./.",
    )
    + closing(
        ["- Như trên;", "- Thống đốc (để b/c);", "- Lưu: VP, TTGSNH."],
        ["**KT. THỐNG ĐỐC**", "**PHÓ THỐNG ĐỐC**", "", "**Đoàn Thái Sơn**"],
    ),
    {
        "kind": "Công văn",
        "ref": "7150/NHNN-TTGSNH",
        "issued_on": "2022-10-04",
        "place": "Hà Nội",
        "issuer": "Ngân hàng Nhà nước Việt Nam",
        "title": "V/v triển khai phương án cơ cấu lại gắn với xử lý nợ xấu",
        "signer": "Đoàn Thái Sơn",
    },
    """
1. | Đối với tổ chức tín dụng
  1.1. | Xây dựng phương án
    (i) | Mục tiêu, lộ trình
    (ii) | Giải pháp xử lý nợ xấu
    (iii) | Nguồn lực thực hiện
  1.2. | Báo cáo định kỳ
2. | Đối với chi nhánh
""",
)

INSERTED_POINTS = Written(  # đ1) and Điều 1a, with notes
    notes_numbered("[1]")
    + masthead(["**BỘ TƯ PHÁP**", "Số: 3390/VBHN-BTP"], ["__Hà Nội, ngày 07 tháng 7 năm 2022__"])
    + centred("**NGHỊ ĐỊNH**", "**Về công tác văn thư**")
    + paragraphs(
        "Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ về công tác văn thư, có hiệu "
        "lực kể từ ngày 29 tháng 4 năm 2004, được sửa đổi, bổ sung bởi:",
        "Nghị định số 09/2010/NĐ-CP ngày 08 tháng 02 năm 2010 của Chính phủ, có hiệu lực kể từ ngày 01 "
        "tháng 4 năm 2010.",
    )
    + centred("**Chương I**", "**NHỮNG QUY ĐỊNH CHUNG**")
    + paragraphs(
        "**Điều 1. Phạm vi và đối tượng áp dụng**",
        "1. Nghị định này quy định về công tác văn thư⟦Khoản này được sửa đổi theo quy định tại khoản 1 "
        "Điều 1 Nghị định số 09/2010/NĐ-CP.⟧.",
        "2. Nghị định này áp dụng đối với:",
        "a) Cơ quan nhà nước;",
        "b) Tổ chức chính trị;",
        "c) Đơn vị sự nghiệp;",
        "d) Doanh nghiệp;",
        "đ) Hộ kinh doanh;",
        "đ1) Hợp tác xã⟦Điểm này được bổ sung theo quy định tại khoản 2 Điều 1.⟧;",
        "e) Cá nhân.",
        "**Điều 1a. Giải thích**⟦Điều này được bổ sung.⟧",
        f"Trong Nghị định này, các từ ngữ được hiểu như sau: {filler()}",
        "**Điều 2. Nguyên tắc**",
        filler(),
    )
    + closing(
        [], ["**XÁC THỰC VĂN BẢN HỢP NHẤT**", "**KT. BỘ TRƯỞNG**", "**THỨ TRƯỞNG**", "", "**Nguyễn Khánh Ngọc**"]
    ),
    {
        "kind": "Nghị định",
        "ref": "3390/VBHN-BTP",
        "issued_on": "2022-07-07",
        "place": "Hà Nội",
        "issuer": "Bộ Tư pháp",
        "title": "Về công tác văn thư",
        "signer": "Nguyễn Khánh Ngọc",
    },
    """
Chương I | NHỮNG QUY ĐỊNH CHUNG
  Điều 1. | Phạm vi và đối tượng
    1. | Nghị định này quy định về
    2. | Nghị định này áp dụng đối
      a) | Cơ quan nhà nước;
      b) | Tổ chức chính trị;
      c) | Đơn vị sự nghiệp;
      d) | Doanh nghiệp;
      đ) | Hộ kinh doanh;
      đ1) | Hợp tác xã;
      e) | Cá nhân.
  Điều 1a. | Giải thích
  Điều 2. | Nguyên tắc
""",
    notes=(
        (
            "1",
            "Khoản này được sửa đổi theo quy định tại khoản 1 Điều 1 Nghị định số 09/2010/NĐ-CP.",
            "quy định về công tác văn thư",
        ),
        ("2", "Điểm này được bổ sung theo quy định tại khoản 2 Điều 1.", "Hợp tác xã"),
        ("3", "Điều này được bổ sung.", "Giải thích"),
    ),
)

DOT_AND_DASH = Written(  # I.-, 1.-, a.-
    masthead(
        ["UBND TỈNH AN GIANG", "**SỞ NÔNG NGHIỆP VÀ PTNT**", "-----", "Số:  77 /BC-SNN&PTNT"],
        ["-----", "__An Giang, ngày  05  tháng  6  năm 2012__"],
    )
    + centred("**BÁO CÁO**", size=18)
    + centred("Tình hình sản xuất nông nghiệp tháng 5 và", "kế hoạch công tác tháng 6 năm 2012")
    + centred("------------")
    + paragraphs(
        "**I.- TÌNH HÌNH SẢN XUẤT:**",
        "**1.- Trồng trọt:**",
        f"**a.- Cây lúa:** Vụ Hè Thu xuống giống 230.000 ha. {filler()}",
        f"**b.- Hoa màu:** {filler()}",
        "**2.- Chăn nuôi:**",
        "- Đàn heo: 170.000 con.",
        "- Đàn bò: 75.000 con.",
        "**II.- KẾ HOẠCH THÁNG 6:**",
        "1.- Tiếp tục chỉ đạo sản xuất vụ Hè Thu.",
        "2.- Phòng, chống dịch bệnh.",
    )
    + closing(
        ["- Bộ NN&PTNT;", "- UBND tỉnh;", "- Lưu VT."],
        ["**KT. GIÁM ĐỐC**", "**PHÓ GIÁM ĐỐC**", "", "**Đoàn Ngọc Phả**"],
    ),
    {
        "kind": "Báo cáo",
        "ref": "77/BC-SNN&PTNT",
        "issued_on": "2012-06-05",
        "place": "An Giang",
        "issuer": "Sở Nông nghiệp và PTNT tỉnh An Giang",
        "title": "Tình hình sản xuất nông nghiệp tháng 5 và kế hoạch công tác tháng 6 năm 2012",
        "signer": "Đoàn Ngọc Phả",
    },
    """
I.- | TÌNH HÌNH SẢN XUẤT:
  1.- | Trồng trọt:
    a.- | Cây lúa
    b.- | Hoa màu
  2.- | Chăn nuôi:
II.- | KẾ HOẠCH THÁNG 6:
  1.- | Tiếp tục chỉ đạo sản xuất
  2.- | Phòng, chống dịch bệnh.
""",
)

PARTS_IN_AN_ARTICLE = Written(  # Roman numbers inside an article
    masthead(["**BỘ THÔNG TIN VÀ TRUYỀN THÔNG**", "Số: 797/QĐ-BTTTT"], ["__Hà Nội, ngày 09 tháng 5 năm 2023__"])
    + centred("**QUYẾT ĐỊNH**", "**Phê duyệt Chiến lược chuyển đổi số báo chí**")
    + centred("**BỘ TRƯỞNG BỘ THÔNG TIN VÀ TRUYỀN THÔNG**")
    + paragraphs(
        "__Căn cứ Luật Báo chí ngày 05 tháng 4 năm 2016;__",
    )
    + centred("**QUYẾT ĐỊNH:**")
    + paragraphs(
        "**Điều 1.** Phê duyệt Chiến lược với những nội dung chủ yếu sau:",
        "**I. QUAN ĐIỂM**",
        f"1. Chuyển đổi số báo chí là nhiệm vụ cấp bách. {filler()}",
        "2. Người dân là trung tâm.",
        "**II. MỤC TIÊU**",
        "**1. Mục tiêu đến năm 2025**",
        "a) 70% cơ quan báo chí đưa nội dung lên nền tảng số;",
        "b) 50% cơ quan báo chí sử dụng nền tảng phân tích.",
        "**2. Tầm nhìn 2030**",
        filler(),
        "**Điều 2. Tổ chức thực hiện**",
        f"1. Cục Báo chí chủ trì. {filler()}",
        "2. Các đơn vị phối hợp.",
        "**Điều 3.** Quyết định này có hiệu lực từ ngày ký./.",
    )
    + closing(
        ["- Như Điều 3;", "- Lưu: VT, CBC."], ["**KT. BỘ TRƯỞNG**", "**THỨ TRƯỞNG**", "", "**Nguyễn Thanh Lâm**"]
    ),
    {
        "kind": "Quyết định",
        "ref": "797/QĐ-BTTTT",
        "issued_on": "2023-05-09",
        "place": "Hà Nội",
        "issuer": "Bộ Thông tin và Truyền thông",
        "title": "Phê duyệt Chiến lược chuyển đổi số báo chí",
        "signer": "Nguyễn Thanh Lâm",
    },
    """
Điều 1. | Phê duyệt Chiến lược với
  I. | QUAN ĐIỂM
    1. | Chuyển đổi số báo chí
    2. | Người dân là trung tâm.
  II. | MỤC TIÊU
    1. | Mục tiêu đến năm 2025
      a) | 70% cơ quan báo chí
      b) | 50% cơ quan báo chí
    2. | Tầm nhìn 2030
Điều 2. | Tổ chức thực hiện
  1. | Cục Báo chí chủ trì.
  2. | Các đơn vị phối hợp.
Điều 3. | Quyết định này có hiệu
""",
)
