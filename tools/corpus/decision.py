"""Sample 2: a decision in chapters, Điều, khoản and điểm that amends an earlier one.

The amended decision is cited with another day here (17/9/2021) than in sample 1 (17/8/2021): what the saved query
"instruments cited with different dates" is for. Sample 1 cites this decision.
"""

from __future__ import annotations

from corpus.flat_odt import FlatOdt
from corpus.parts import add_closing, add_letterhead, add_title

RECIPIENTS = (
    "Như Điều 11;",
    "Văn phòng Chính phủ;",
    "Bộ Thông tin và Truyền thông;",
    "Cục Kiểm tra văn bản QPPL - Bộ Tư pháp;",
    "Thường trực Tỉnh ủy, HĐND tỉnh;",
    "Chủ tịch, các Phó Chủ tịch UBND tỉnh;",
    "Đoàn đại biểu Quốc hội tỉnh;",
    "Công báo tỉnh;",
    "Lưu: VT, KGVX2.",
)


def build() -> FlatOdt:
    document = FlatOdt("Quyết định số 05/2024/QĐ-UBND")
    add_letterhead(document, "05/2024/QĐ-UBND", "26 tháng 01 năm 2024")
    add_title(
        document,
        "QUYẾT ĐỊNH",
        "Quy định việc lập, quản lý và sử dụng kinh phí chuyển đổi số",
        "trên địa bàn tỉnh Hòa Giang",
    )
    document.add("Enact", "ỦY BAN NHÂN DÂN TỈNH HÒA GIANG")
    _add_basis(document)
    document.add("Enact", "QUYẾT ĐỊNH:")
    _add_general_rules(document)
    _add_money_rules(document)
    _add_amendments(document)
    _add_final_rules(document)
    add_closing(document, RECIPIENTS, ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Lê Thị Thu Hà")
    return document


def _chapter(document: FlatOdt, number: str, title: str) -> None:
    document.add("Chapter", f"Chương {number}")
    document.add("ChapterTitle", title)


def _article(document: FlatOdt, heading: str, *texts: str) -> None:
    document.add("Heading", heading)
    document.add("Body", *texts)


def _add_basis(document: FlatOdt) -> None:
    document.add(
        "Basis",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của "
        "Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;",
        "Căn cứ Luật Ban hành văn bản quy phạm pháp luật ngày 22 tháng 6 năm 2015;",
        "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;",
        "Căn cứ Nghị định số 73/2019/NĐ-CP ngày 05 tháng 9 năm 2019 của Chính phủ quy định quản lý đầu tư ứng dụng "
        "công nghệ thông tin sử dụng nguồn vốn ngân sách nhà nước;",
        "Căn cứ Thông tư số 04/2020/TT-BTTTT ngày 24 tháng 02 năm 2020 của Bộ trưởng Bộ Thông tin và Truyền thông quy "
        "định về lập và quản lý chi phí dự án đầu tư ứng dụng công nghệ thông tin;",
        "Căn cứ Nghị quyết số 09/2023/NQ-HĐND ngày 14 tháng 7 năm 2023 của Hội đồng nhân dân tỉnh Hòa Giang quy định "
        "mức chi chuyển đổi số trên địa bàn tỉnh;",
        "Theo đề nghị của Giám đốc Sở Thông tin và Truyền thông tại Tờ trình số 07/TTr-STTTT ngày 15 tháng 01 năm 2024 "
        "và ý kiến thẩm định của Sở Tư pháp tại Báo cáo số 12/BC-STP ngày 10 tháng 01 năm 2024.",
    )


def _add_general_rules(document: FlatOdt) -> None:
    _chapter(document, "I", "QUY ĐỊNH CHUNG")
    _article(
        document,
        "Điều 1. Phạm vi điều chỉnh",
        "Quyết định này quy định việc lập, quản lý và sử dụng kinh phí chuyển đổi số từ nguồn ngân sách nhà nước trên "
        "địa bàn tỉnh Hòa Giang.",
    )
    _article(
        document,
        "Điều 2. Đối tượng áp dụng",
        "1. Các sở, ban, ngành thuộc Ủy ban nhân dân (UBND) tỉnh; UBND các huyện, thành phố; UBND các xã, phường, thị "
        "trấn.",
        "2. Tổ chức, cá nhân có liên quan đến việc lập, quản lý và sử dụng kinh phí quy định tại Điều 1 Quyết định "
        "này.",
    )
    _article(
        document,
        "Điều 3. Nguyên tắc sử dụng kinh phí",
        "1. Đúng mục đích, đúng đối tượng, công khai, minh bạch; không trùng lặp với nhiệm vụ đã được bố trí kinh phí.",
        "2. Ưu tiên thuê dịch vụ công nghệ thông tin theo Điều 51 Nghị định số 73/2019/NĐ-CP.",
    )


def _add_money_rules(document: FlatOdt) -> None:
    _chapter(document, "II", "LẬP, QUẢN LÝ VÀ SỬ DỤNG KINH PHÍ")
    _article(
        document,
        "Điều 4. Nguồn kinh phí",
        "1. Ngân sách trung ương hỗ trợ có mục tiêu.",
        "2. Ngân sách địa phương theo phân cấp, gồm:",
        "a) Chi đầu tư phát triển;",
        "b) Chi thường xuyên lĩnh vực khoa học và công nghệ;",
        "c) Chi thường xuyên lĩnh vực thông tin và truyền thông;",
        "d) Chi sự nghiệp của các đơn vị sự nghiệp công lập;",
        "đ) Nguồn khác theo quy định của pháp luật.",
        "3. Nguồn xã hội hóa và các nguồn hợp pháp khác.",
    )
    _article(
        document,
        "Điều 5. Lập dự toán",
        "1. Trước ngày 30 tháng 6 hằng năm, các cơ quan, đơn vị gửi nhu cầu kinh phí năm sau về Sở Thông tin và Truyền "
        "thông.",
        "2. Nhiệm vụ có mức kinh phí trên 200.000.000 đồng phải có ý kiến bằng văn bản của Sở Thông tin và Truyền "
        "thông trước khi trình cấp có thẩm quyền phê duyệt theo điểm a khoản 2 Điều 51 Nghị định số 73/2019/NĐ-CP ngày "
        "05/9/2019 của Chính phủ.",
        "3. Hồ sơ đề nghị bố trí kinh phí gồm:",
        "a) Văn bản đề nghị;",
        "b) Thuyết minh nhiệm vụ, trong đó nêu rõ căn cứ pháp lý, mục tiêu, sản phẩm, thời gian và tiến độ thực hiện;",
        "c) Dự toán chi tiết theo Thông tư số 04/2020/TT-BTTTT ngày 24/02/2020 của Bộ Thông tin và Truyền thông.",
    )
    _article(
        document,
        "Điều 6. Mức chi",
        "1. Mức hỗ trợ hoạt động của Tổ công nghệ số cộng đồng: 1.500.000 đồng/tổ/tháng.",
        "2. Mức chi bồi dưỡng kỹ năng số: không quá 150.000 đồng/người/ngày, thực hiện theo Nghị quyết số "
        "09/2023/NQ-HĐND ngày 14/7/2023 của Hội đồng nhân dân tỉnh.",
        "3. Các mức chi khác thực hiện theo Thông tư số 40/2017/TT-BTC ngày 28 tháng 4 năm 2017 của Bộ trưởng Bộ Tài "
        "chính quy định chế độ công tác phí, chế độ chi hội nghị.",
    )
    _article(
        document,
        "Điều 7. Thanh toán, quyết toán",
        "Việc tạm ứng, thanh toán, quyết toán thực hiện theo Nghị định số 11/2020/NĐ-CP ngày 20 tháng 01 năm 2020 và "
        "Nghị định số 99/2021/NĐ-CP ngày 11 tháng 11 năm 2021 của Chính phủ.",
    )


def _add_amendments(document: FlatOdt) -> None:
    _chapter(document, "III", "SỬA ĐỔI, BỔ SUNG VĂN BẢN CÓ LIÊN QUAN")
    _article(
        document,
        "Điều 8. Sửa đổi, bổ sung một số điều của Quyết định số 23/2021/QĐ-UBND ngày 17 tháng 9 năm 2021 của Ủy ban "
        "nhân dân tỉnh",
        "1. Sửa đổi, bổ sung khoản 3 Điều 7 như sau: “Đơn vị vận hành báo cáo Sở Thông tin và Truyền thông trong thời "
        "hạn 24 giờ kể từ khi xảy ra sự cố.”.",
        "2. Thay thế cụm từ “Trung tâm Công nghệ thông tin” bằng cụm từ “Trung tâm Chuyển đổi số” tại các khoản 1, 2 "
        "và 4 Điều 9.",
        "3. Bãi bỏ điểm c khoản 1 Điều 10.",
    )
    _article(
        document,
        "Điều 9. Bãi bỏ văn bản",
        "Bãi bỏ Quyết định số 44/2017/QĐ-UBND ngày 06 tháng 12 năm 2017 của Ủy ban nhân dân tỉnh Hòa Giang ban hành "
        "Quy định về quản lý kinh phí ứng dụng công nghệ thông tin.",
    )


def _add_final_rules(document: FlatOdt) -> None:
    _chapter(document, "IV", "ĐIỀU KHOẢN THI HÀNH")
    _article(
        document,
        "Điều 10. Hiệu lực thi hành",
        "1. Quyết định này có hiệu lực thi hành từ ngày 06 tháng 02 năm 2024.",
        "2. Nhiệm vụ đã được phê duyệt dự toán trước ngày Quyết định này có hiệu lực tiếp tục thực hiện theo Quyết "
        "định số 44/2017/QĐ-UBND.",
        "3. Trường hợp văn bản dẫn chiếu tại Quyết định này được sửa đổi, bổ sung hoặc thay thế thì áp dụng theo văn "
        "bản mới.",
    )
    _article(
        document,
        "Điều 11. Tổ chức thực hiện",
        "1. Sở Thông tin và Truyền thông hướng dẫn, kiểm tra việc thực hiện; hằng năm tổng hợp, báo cáo UBND tỉnh kết "
        "quả sử dụng kinh phí chuyển đổi số trước ngày 31 tháng 12.",
        "2. Sở Tài chính chủ trì, phối hợp với Sở Thông tin và Truyền thông tham mưu UBND tỉnh bố trí kinh phí từ ngân "
        "sách tỉnh; thẩm tra quyết toán theo quy định của pháp luật về ngân sách nhà nước.",
        "3. Chánh Văn phòng UBND tỉnh; Giám đốc các Sở: Thông tin và Truyền thông, Tài chính, Kế hoạch và Đầu tư; Thủ "
        "trưởng các sở, ban, ngành; Chủ tịch UBND các huyện, thành phố và các tổ chức, cá nhân có liên quan chịu trách "
        "nhiệm thi hành Quyết định này./.",
    )
