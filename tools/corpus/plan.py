"""Sample 1: a letterheaded plan with footnotes that title what it cites, and a landscape table of projects.

Hòa Giang is no province; its people, decisions and sums are invented. The documents of the central bodies exist.
The plan cites the decision of sample 2 and carries the annex of sample 3.
"""

from __future__ import annotations

from corpus.flat_odt import Cell, DataTable, FlatOdt
from corpus.parts import add_closing, add_letterhead, add_title

WIDTHS = (11, 56, 29, 68, 19, 21, 20, 33)
HEADER = (
    "STT",
    "Tên dự án, nhiệm vụ",
    "Đơn vị chủ trì",
    "Mục tiêu, nội dung chủ yếu",
    "Thời gian thực hiện",
    "Kinh phí",
    "Nguồn vốn",
    "Kết quả thực hiện đến ngày 29/02/2024",
)
STTTT, OFFICE = "Sở Thông tin và Truyền thông", "Văn phòng UBND tỉnh"
PROVINCE, CENTRE = "Ngân sách tỉnh", "Ngân sách trung ương"
LGSP_NOTE = (
    "[[Thực hiện theo Quyết định số 1702/QĐ-UBND ngày 10/10/2023 của Chủ tịch UBND tỉnh phê duyệt chủ trương thuê "
    "dịch vụ nền tảng tích hợp, chia sẻ dữ liệu dùng chung của tỉnh.]]"
)

# A group row has five empty cells; its sum is printed, so that a reader can check it against its rows.
ROWS: tuple[tuple[str, ...], ...] = (
    ("I", "PHÁT TRIỂN HẠ TẦNG SỐ", "", "", "", "8.065,5", "", ""),
    (
        "1",
        "Nâng cấp Trung tâm tích hợp dữ liệu tỉnh Hòa Giang (giai đoạn 2)",
        STTTT,
        "Bổ sung máy chủ, thiết bị lưu trữ và hệ thống sao lưu, bảo đảm năng lực vận hành các hệ thống thông tin dùng "
        "chung của tỉnh đến năm 2027; đáp ứng yêu cầu an toàn hệ thống thông tin cấp độ 3",
        "Năm 2024",
        "3.850",
        PROVINCE,
        "Đã thực hiện giải ngân 1.155",
    ),
    (
        "2",
        "Mở rộng mạng truyền số liệu chuyên dùng cấp II đến Ủy ban nhân dân các xã, phường, thị trấn",
        STTTT,
        "Kết nối 141/141 xã, phường, thị trấn với mạng truyền số liệu chuyên dùng, phục vụ gửi, nhận văn bản điện tử "
        "và hội nghị truyền hình trực tuyến bốn cấp",
        "Năm 2024",
        "1.275,5",
        PROVINCE,
        "Đang lựa chọn nhà thầu",
    ),
    (
        "3",
        "Trang bị hệ thống hội nghị truyền hình trực tuyến cho 36 xã khu vực III",
        OFFICE,
        "Bảo đảm 100% Ủy ban nhân dân cấp xã họp trực tuyến được với cấp huyện và cấp tỉnh",
        "Năm 2024-2025",
        "2.940",
        CENTRE,
        "",
    ),
    ("II", "PHÁT TRIỂN DỮ LIỆU VÀ NỀN TẢNG SỐ", "", "", "", "12.615,4", "", ""),
    (
        "4",
        f"Thuê dịch vụ nền tảng tích hợp, chia sẻ dữ liệu tỉnh Hòa Giang (LGSP){LGSP_NOTE}",
        STTTT,
        "Duy trì nền tảng làm thành phần cốt lõi của Kiến trúc Chính quyền điện tử tỉnh; kết nối, chia sẻ dữ liệu với "
        "các cơ sở dữ liệu quốc gia",
        "Năm 2024",
        "1.680",
        PROVINCE,
        "Hiện đang trong quá trình triển khai",
    ),
    (
        "5",
        "Xây dựng Kho dữ liệu dùng chung tỉnh Hòa Giang",
        STTTT,
        "Tập hợp, làm sạch dữ liệu của các sở, ban, ngành; cung cấp dữ liệu mở theo quy định; phục vụ công tác chỉ "
        "đạo, điều hành dựa trên dữ liệu",
        "Năm 2024-2025",
        "4.200",
        PROVINCE,
        "",
    ),
    (
        "6",
        "Số hóa hồ sơ, hoàn thiện cơ sở dữ liệu đất đai 04 huyện: Sơn Lĩnh, Thạch Bàn, Tân Khê và Đông Hà",
        "Sở Tài nguyên và Môi trường",
        "Số hóa hồ sơ đăng ký đất đai, cấp giấy chứng nhận; chuẩn hóa, đồng bộ vào cơ sở dữ liệu đất đai quốc gia; "
        "kết nối với Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh để giảm giấy tờ người dân phải nộp",
        "Năm 2024",
        "5.615,4",
        CENTRE,
        "Đã phê duyệt kế hoạch lựa chọn nhà thầu",
    ),
    (
        "7",
        "Số hóa sổ hộ tịch lịch sử",
        "Sở Tư pháp",
        "Hoàn thành số hóa 412.000 trang sổ hộ tịch từ năm 1989 đến năm 2015",
        "Năm 2024",
        "1.120",
        PROVINCE,
        "",
    ),
    ("III", "PHÁT TRIỂN ỨNG DỤNG, DỊCH VỤ SỐ", "", "", "", "5.604,8", "", ""),
    (
        "8",
        "Duy trì Hệ thống thông tin giải quyết thủ tục hành chính tỉnh",
        OFFICE,
        "Vận hành ổn định, bổ sung chức năng thanh toán trực tuyến và chữ ký số từ xa cho người dân",
        "Năm 2024",
        "1.307",
        PROVINCE,
        "Đã thực hiện giải ngân 217,8",
    ),
    (
        "9",
        "Nâng cấp Hệ thống thông tin báo cáo tỉnh Hòa Giang",
        OFFICE,
        "Kết nối với Hệ thống thông tin báo cáo của Chính phủ; điện tử hóa 100% báo cáo định kỳ",
        "Năm 2024",
        "912,8",
        PROVINCE,
        "",
    ),
    (
        "10",
        "Duy trì phần mềm quản lý cán bộ, công chức, viên chức",
        "Sở Nội vụ",
        "Cập nhật hồ sơ điện tử của 23.480 cán bộ, công chức, viên chức; đồng bộ với Cơ sở dữ liệu quốc gia",
        "Năm 2024",
        "640",
        PROVINCE,
        "Hiện đang trong quá trình triển khai",
    ),
    (
        "11",
        "Triển khai hồ sơ sức khỏe điện tử tại các trạm y tế xã",
        "Sở Y tế",
        "Lập, cập nhật hồ sơ sức khỏe điện tử cho trên 90% người dân; liên thông với hệ thống quản lý trạm y tế",
        "Năm 2024",
        "1.985",
        PROVINCE,
        "",
    ),
    (
        "12",
        "Xây dựng bản đồ du lịch số tỉnh Hòa Giang",
        "Sở Văn hóa, Thể thao và Du lịch",
        "Giới thiệu 58 điểm đến; hỗ trợ đặt dịch vụ và phản ánh hiện trường",
        "Năm 2024",
        "760",
        "Xã hội hóa",
        "",
    ),
    ("IV", "BẢO ĐẢM AN TOÀN THÔNG TIN MẠNG", "", "", "", "4.651,3", "", ""),
    (
        "13",
        "Thuê dịch vụ Trung tâm giám sát, điều hành an toàn thông tin mạng (SOC)",
        STTTT,
        "Giám sát 24/7 theo mô hình 4 lớp đối với Trung tâm tích hợp dữ liệu và 100% sở, ban, ngành, Ủy ban nhân dân "
        "cấp huyện",
        "Năm 2024",
        "2.150",
        PROVINCE,
        "Hiện đang trong quá trình triển khai",
    ),
    (
        "14",
        "Gia hạn bản quyền phần mềm phòng, chống mã độc quản trị tập trung (4.215 máy)",
        STTTT,
        "Ngăn ngừa mã độc và tấn công có chủ đích vào máy chủ, máy trạm của các cơ quan nhà nước",
        "Năm 2024",
        "1.896,3",
        PROVINCE,
        "Đã thực hiện giải ngân 1.896,3",
    ),
    (
        "15",
        "Tập huấn kỹ năng bảo đảm an toàn thông tin mạng",
        STTTT,
        "Tập huấn cho 620 cán bộ phụ trách công nghệ thông tin và thành viên Tổ công nghệ số cộng đồng",
        "Quý II/2024",
        "285",
        PROVINCE,
        "",
    ),
    (
        "16",
        "Diễn tập thực chiến ứng cứu sự cố an toàn thông tin mạng",
        "Công an tỉnh",
        "Tổ chức 02 cuộc diễn tập trên hệ thống đang vận hành",
        "Quý III/2024",
        "320",
        PROVINCE,
        "",
    ),
    ("", "TỔNG CỘNG", "", "", "", "30.937", "", ""),
)

RECIPIENTS = (
    "Bộ Thông tin và Truyền thông (để báo cáo);",
    "Thường trực Tỉnh ủy, Thường trực HĐND tỉnh;",
    "Chủ tịch, các Phó Chủ tịch UBND tỉnh;",
    "Các sở, ban, ngành thuộc tỉnh;",
    "UBND các huyện, thành phố;",
    "Cổng Thông tin điện tử tỉnh;",
    "Lưu: VT, KGVX2.",
)


def build() -> FlatOdt:
    document = FlatOdt("Kế hoạch số 87/KH-UBND")
    add_letterhead(document, "87/KH-UBND", "12 tháng 3 năm 2024")
    add_title(
        document,
        "KẾ HOẠCH",
        "Chuyển đổi số và bảo đảm an toàn thông tin mạng trong hoạt động",
        "của cơ quan nhà nước tỉnh Hòa Giang năm 2024",
    )
    _add_basis(document)
    _add_purpose(document)
    _add_results(document)
    _add_tasks(document)
    _add_money(document)
    _add_organisation(document)
    add_closing(document, RECIPIENTS, ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Trần Minh Khôi")
    _add_projects(document)
    return document


def _add_basis(document: FlatOdt) -> None:
    document.add(
        "Basis",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của "
        "Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;",
        "Căn cứ Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006;",
        "Căn cứ Nghị định số 73/2019/NĐ-CP ngày 05 tháng 9 năm 2019 của Chính phủ quy định quản lý đầu tư ứng dụng "
        "công nghệ thông tin sử dụng nguồn vốn ngân sách nhà nước;",
        "Căn cứ Quyết định số 942/QĐ-TTg ngày 15 tháng 6 năm 2021 của Thủ tướng Chính phủ phê duyệt Chiến lược phát "
        "triển Chính phủ điện tử hướng tới Chính phủ số giai đoạn 2021-2025, định hướng đến năm 2030;",
        "Căn cứ Nghị quyết số 14-NQ/TU ngày 18 tháng 11 năm 2021 của Ban Chấp hành Đảng bộ tỉnh về chuyển đổi số tỉnh "
        "Hòa Giang đến năm 2025, định hướng đến năm 2030;",
        "Căn cứ Quyết định số 05/2024/QĐ-UBND ngày 26 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh quy định việc lập, "
        "quản lý và sử dụng kinh phí chuyển đổi số trên địa bàn tỉnh Hòa Giang;",
        "Theo đề nghị của Sở Thông tin và Truyền thông tại Tờ trình số 31/TTr-STTTT ngày 27 tháng 02 năm 2024.",
    )
    document.add(
        "Body",
        "Ủy ban nhân dân (UBND) tỉnh ban hành Kế hoạch chuyển đổi số và bảo đảm an toàn thông tin mạng (ATTT) trong "
        "hoạt động của cơ quan nhà nước tỉnh Hòa Giang năm 2024, như sau:",
    )


def _add_purpose(document: FlatOdt) -> None:
    document.add("Heading", "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích")
    document.add(
        "Body",
        "- Cụ thể hóa các mục tiêu của Nghị quyết số 14-NQ/TU ngày 18/11/2021 và Quyết định số 942/QĐ-TTg ngày "
        "15/6/2021 thành nhiệm vụ có sản phẩm, thời hạn và đơn vị chịu trách nhiệm rõ ràng trong năm 2024.",
        "- Nâng tỷ lệ hồ sơ trực tuyến toàn trình lên tối thiểu 70%; cung cấp 1.774 thủ tục hành chính trên Hệ thống "
        "thông tin giải quyết thủ tục hành chính tỉnh.",
    )
    document.add("Heading", "2. Yêu cầu")
    document.add(
        "Body",
        "- Bám sát Kế hoạch số 41/KH-UBND ngày 25/01/2022, Kế hoạch số 118/KH-UBND ngày 30/5/2022 và Quyết định số "
        "867/QĐ-UBND ngày 14/7/2022 của UBND tỉnh[[Kế hoạch chuyển đổi số tỉnh Hòa Giang giai đoạn 2022-2025; Kế hoạch "
        "về phát triển kinh tế số và xã hội số trên địa bàn tỉnh Hòa Giang đến năm 2025; Quyết định ban hành Bộ chỉ số "
        "đánh giá mức độ chuyển đổi số của các sở, ban, ngành và UBND cấp huyện.]]; không trùng lặp với các chương "
        "trình, dự án đang triển khai.",
        "- Mỗi nhiệm vụ chỉ giao một cơ quan chủ trì; kinh phí bố trí theo tiến độ và khả năng giải ngân.",
    )


def _add_results(document: FlatOdt) -> None:
    document.add("Heading", "II. KẾT QUẢ THỰC HIỆN NĂM 2023", "1. Kết quả đạt được", "a) Công tác chỉ đạo, điều hành")
    document.add(
        "Body",
        "- UBND tỉnh đã ban hành Kế hoạch số 12/KH-UBND ngày 16/01/2023, Văn bản số 903/UBND-KGVX ngày 05/4/2023 của "
        "UBND tỉnh[[Kế hoạch chuyển đổi số tỉnh Hòa Giang năm 2023; Văn bản về việc triển khai một số nội dung của "
        "Nghị định số 42/2022/NĐ-CP ngày 24/6/2022 của Chính phủ.]] và Quyết định số 1290/QĐ-UBND ngày 08 tháng 8 năm "
        "2023 của Chủ tịch UBND tỉnh về việc kiện toàn Ban Chỉ đạo Chuyển đổi số tỉnh.",
        "- Việc quản lý, vận hành các hệ thống dùng chung thực hiện theo Quy chế ban hành kèm theo Quyết định số "
        "23/2021/QĐ-UBND ngày 17/8/2021 của UBND tỉnh.",
    )
    document.add("Heading", "b) Phát triển hạ tầng số, dữ liệu số")
    document.add(
        "Body",
        "- Trung tâm tích hợp dữ liệu tỉnh vận hành 64 máy chủ ảo; 100% cơ quan nhà nước cấp tỉnh, cấp huyện kết nối "
        "mạng truyền số liệu chuyên dùng[[Gồm 19 sở, ban, ngành và 11 huyện, thành phố; còn 52 xã chưa kết nối do chưa "
        "có cáp quang đến trung tâm xã.]].",
        "- Đã đồng bộ 486.215 bản ghi dữ liệu hộ tịch với Cơ sở dữ liệu quốc gia về dân cư theo khoản 2 Điều 9 Nghị "
        "định số 47/2020/NĐ-CP ngày 09 tháng 4 năm 2020 của Chính phủ và Quyết định số 06/QĐ-TTg ngày 06/01/2022 của "
        "Thủ tướng Chính phủ[[Quyết định phê duyệt Đề án phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực "
        "điện tử phục vụ chuyển đổi số quốc gia giai đoạn 2022-2025, tầm nhìn đến năm 2030.]].",
    )
    document.add("Heading", "c) Bảo đảm an toàn thông tin mạng")
    document.add(
        "Body",
        "- Phê duyệt hồ sơ đề xuất cấp độ cho 38 hệ thống thông tin theo Nghị định số 85/2016/NĐ-CP ngày 01/7/2016 của "
        "Chính phủ và Thông tư số 12/2022/TT-BTTTT ngày 12 tháng 8 năm 2022 của Bộ trưởng Bộ Thông tin và Truyền "
        "thông.",
    )
    document.add("Heading", "2. Tồn tại, hạn chế")
    document.add(
        "Body",
        "- Kinh phí giải ngân năm 2023 mới đạt 11,8 tỷ đồng, bằng 62,4% kế hoạch vốn giao tại Quyết định số "
        "2251/QĐ-UBND ngày 12/12/2022 của UBND tỉnh; một số nhiệm vụ lập dự toán chậm so với quy định tại điểm b khoản "
        "1 Điều 10 Quyết định số 23/2021/QĐ-UBND.",
    )


def _add_tasks(document: FlatOdt) -> None:
    document.add("Heading", "III. NHIỆM VỤ, GIẢI PHÁP")
    document.add(
        "Body",
        "1. Hoàn thiện thể chế số: Rà soát, sửa đổi Quy chế ban hành kèm theo Quyết định số 23/2021/QĐ-UBND; xây dựng "
        "quy định về dữ liệu dùng chung theo Nghị định số 47/2020/NĐ-CP.",
        "2. Phát triển hạ tầng số: Mở rộng mạng truyền số liệu chuyên dùng đến 100% UBND cấp xã; nâng cấp Trung tâm "
        "tích hợp dữ liệu tỉnh.",
        "3. Phát triển nhân lực số: Tổ chức 18 lớp bồi dưỡng kỹ năng số theo Quyết định số 146/QĐ-TTg ngày 28/01/2022 "
        "của Thủ tướng Chính phủ.",
        "4. Phát triển ứng dụng, dịch vụ số: Tái cấu trúc quy trình, cung cấp dịch vụ công trực tuyến toàn trình đối "
        "với 100% thủ tục hành chính đủ điều kiện; mỗi huyện, thành phố lựa chọn ít nhất 03 xã thí điểm mô hình chuyển "
        "đổi số cấp xã.",
        "5. Bảo đảm an toàn thông tin mạng: Duy trì giám sát 24/7; kiểm tra, đánh giá định kỳ theo khoản 1 và khoản 3 "
        "Điều 11 Thông tư số 12/2022/TT-BTTTT.",
        "6. Giao nhiệm vụ cụ thể cho các cơ quan, địa phương tại Phụ lục I và danh mục dự án, nhiệm vụ tại biểu kèm "
        "theo Kế hoạch này.",
    )


def _add_money(document: FlatOdt) -> None:
    document.add("Heading", "IV. KINH PHÍ THỰC HIỆN")
    document.add(
        "Body",
        "1. Tổng kinh phí thực hiện Kế hoạch là 30.937 triệu đồng, trong đó: ngân sách trung ương 8.555,4 triệu đồng, "
        "ngân sách tỉnh 21.621,6 triệu đồng, xã hội hóa 760 triệu đồng[[Mức hỗ trợ Tổ công nghệ số cộng đồng là "
        "1.500.000 đồng/tổ/tháng theo Nghị quyết số 09/2023/NQ-HĐND ngày 14 tháng 7 năm 2023 của Hội đồng nhân dân "
        "tỉnh.]].",
        "2. Việc lập dự toán, quản lý, sử dụng và quyết toán kinh phí thực hiện theo Luật Ngân sách nhà nước ngày 25 "
        "tháng 6 năm 2015 và Điều 5 Quyết định số 05/2024/QĐ-UBND ngày 26/01/2024 của UBND tỉnh.",
    )


def _add_organisation(document: FlatOdt) -> None:
    document.add("Heading", "V. TỔ CHỨC THỰC HIỆN", "1. Sở Thông tin và Truyền thông (Sở TT&TT)")
    document.add(
        "Body",
        "a) Chủ trì, phối hợp với các sở, ban, ngành, UBND các huyện, thành phố tổ chức thực hiện Kế hoạch này;",
        "b) Theo dõi, đôn đốc; tổng hợp, báo cáo UBND tỉnh trước ngày 15 tháng 12 năm 2024.",
    )
    document.add("Heading", "2. Sở Tài chính")
    document.add(
        "Body",
        "Tham mưu UBND tỉnh bố trí kinh phí thực hiện Kế hoạch; thẩm định dự toán trong thời hạn 10 ngày làm việc.",
    )
    document.add("Heading", "3. Các sở, ban, ngành; UBND các huyện, thành phố")
    document.add(
        "Body",
        "Xây dựng kế hoạch chi tiết trước ngày 31 tháng 3 năm 2024; báo cáo kết quả trước ngày 25 của tháng cuối quý "
        "về UBND tỉnh (qua Sở TT&TT) để tổng hợp.",
        "Yêu cầu các đơn vị nghiêm túc triển khai thực hiện./.",
    )


def _add_projects(document: FlatOdt) -> None:
    document.add("WideCaption", "DANH MỤC CÁC DỰ ÁN, NHIỆM VỤ CHUYỂN ĐỔI SỐ VÀ BẢO ĐẢM AN TOÀN THÔNG TIN MẠNG")
    document.add("Caption", "TRÊN ĐỊA BÀN TỈNH HÒA GIANG NĂM 2024")
    document.add("Unit", "Đơn vị tính: Triệu đồng")
    header = tuple(Cell(text, "CellHead") for text in HEADER)
    document.add_table(DataTable("Projects", WIDTHS, (header,), tuple(map(_project_row, ROWS))))


def _project_row(texts: tuple[str, ...]) -> tuple[Cell, ...]:
    group = not texts[0].isdigit()
    plain = ["CellCenter", "CellLeft", "CellLeft", "CellLeft", "CellCenter", "CellRight", "CellCenter", "CellLeft"]
    if group:
        plain[0], plain[1], plain[5] = "CellHead", "CellBold", "CellRightBold"
    return tuple(Cell(text, style) for text, style in zip(texts, plain, strict=True))
