"""A data table as it is printed, on the page and for Excel."""

from __future__ import annotations

import html

from pipeline.site.table_view import printed_table
from tests.site.conftest import Get
from tests.site.test_downloads import rows


def test_the_table_as_printed(get: Get) -> None:
    text = html.unescape(get("/-/bang/1").text)
    assert "<h1>Danh mục dự án</h1>" in text
    assert "đơn vị tính: <b>Triệu đồng</b>" in text
    assert '<th scope="col">Kinh phí / Tổng</th>' in text
    assert "<td>2.215,6</td>" in text
    assert 'href="/-/xem/table_rows/1"' in text
    assert get("/-/bang/99").status_code == 404


def test_the_table_for_excel(get: Get) -> None:
    heading, first, _ = rows(get("/-/bang/1.csv").text)
    assert heading == ["STT", "Tên dự án", "Kinh phí / Tổng", "Trang"]
    assert first == ["1", "'=Nâng cấp cổng dữ liệu", "2.215,6", "2"]


def test_rows_of_other_width() -> None:
    row = {"id": 1, "page_first": 1, "page_last": 2}
    table = printed_table({"columns": '["a",""]'}, [row | {"cells": '["1"]'}, row | {"cells": '["1","2","3"]'}])
    assert table.headings == ("a", "(không có tên cột)", "(không có tên cột)")
    assert [r.cells for r in table.rows] == [("1", "", ""), ("1", "2", "3")]
    assert table.rows[0].pages == "1–2"
    assert printed_table({"columns": None}, []).headings == ()


def test_the_list_of_tables_leads_to_it(get: Get) -> None:
    assert 'href="/-/bang/1"' in get("/plans/tables").text
