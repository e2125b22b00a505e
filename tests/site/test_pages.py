"""Every page of the site answers, in Vietnamese, with names in place of keys and words in place of codes."""

from __future__ import annotations

import html
import unicodedata
from urllib.parse import quote

import pytest

from pipeline.publish.columns import TABLES
from pipeline.publish.dictionary import dictionary
from pipeline.publish.queries import saved_queries
from tests.site.conftest import Get


@pytest.mark.parametrize("table", [spec.name for spec in TABLES])
def test_table_pages(get: Get, table: str) -> None:
    response = get(f"/plans/{table}")
    assert response.status_code == 200
    assert dictionary().tables[table].title in html.unescape(response.text)


def test_home_greets_and_asks(get: Get) -> None:
    text = html.unescape(get("/").text)
    assert '<html lang="vi">' in text
    assert "Đã đọc <b>4</b> văn bản" in text
    assert "hong.pdf" in text
    assert "Không phải tệp PDF" in text
    for query in saved_queries().values():
        assert query.title in text


def test_the_menu_leads_to_bodies_and_programmes(get: Get) -> None:
    menu = get("/").text.split('<span class="menu">')[1].split("</span>")[0]
    assert 'href="/plans/units"' in menu
    assert 'href="/plans/programmes"' in menu


def test_search_tables_are_hidden(get: Get) -> None:
    database = get("/plans.json").json()
    shown = {table["name"] for table in database["tables"] if not table["hidden"]}
    assert shown == {spec.name for spec in TABLES} - {"document_units"}


def test_keys_show_names_and_codes_show_words(get: Get) -> None:
    text = html.unescape(get("/plans/citations").text)
    assert ">Kế hoạch 1320/KH-UBND</a>" in text
    assert ">chú thích</span>" in text
    assert "Viện dẫn như in" in text
    assert 'href="/-/xem/citations/1"' in text
    assert "ref_key" not in text.split("<thead>")[1].split("</thead>")[0]
    assert "ref_key" in get("/plans/citations?_all=1").text.split("<thead>")[1].split("</thead>")[0]


def test_row_page(get: Get) -> None:
    text = html.unescape(get("/plans/projects/1").text)
    assert "Sở Thông tin và Truyền thông tỉnh Kon Tum" in text
    assert "2\u202f215\u202f600\u202f000\u202fđ" in text


@pytest.mark.parametrize(
    "words", ["quyết định", "quyet dinh", unicodedata.normalize("NFD", "quyết định"), "số hoá", "số hóa", "so hoa"]
)
def test_search(get: Get, words: str) -> None:
    assert get(f"/plans/citations.json?_search={quote(words)}").json()["filtered_table_rows_count"] > 0


def test_search_with_wrong_accents_finds_nothing(get: Get) -> None:
    assert get(f"/plans/citations.json?_search={quote('quyệt định')}").json()["filtered_table_rows_count"] == 0


def test_filters_say_what_they_filter(get: Get) -> None:
    text = html.unescape(get("/plans/citations?document_id__exact=1&zone__exact=footnote").text)
    assert "Văn bản bằng “Kế hoạch 1320/KH-UBND”" in text
    assert "Chỗ nhắc bằng “chú thích”" in text


def test_saved_query_with_parameter(get: Get) -> None:
    text = html.unescape(get("/plans/ai-vien-dan?ref=749%2Fqd-ttg").text)
    assert "6 dòng" in text
    assert 'href="/-/xem/citations/1"' in text
    assert "Số, ký hiệu" in text


def test_saved_query_asks_for_what_is_missing(get: Get) -> None:
    text = html.unescape(get("/plans/ai-vien-dan").text)
    assert "Hãy điền Số, ký hiệu" in text


@pytest.mark.parametrize("name", list(saved_queries()))
def test_saved_queries_answer(get: Get, name: str) -> None:
    assert get(f"/plans/{name}?ref=749%2FQĐ-TTg&document=1&unit=&kind=").status_code == 200


def test_lists_behind_a_sum(get: Get) -> None:
    text = html.unescape(get("/plans/du-an-theo-don-vi?unit=thong+tin").text)
    assert "/plans/projects?lead_unit_id__exact=" in text


def test_free_sql_has_the_functions(get: Get) -> None:
    rows = get("/plans.json?sql=select+fold('Quyết+Định')+as+x&_shape=array").json()
    assert rows == [{"x": "quyet dinh"}]


def test_what_is_not_there(get: Get) -> None:
    response = get("/plans/khong-co")
    assert response.status_code == 404
    assert "Không tìm thấy" in html.unescape(response.text)


def test_a_row_shows_every_mention_of_it(get: Get) -> None:
    """On the page of a project and of a body: the document, the words, who found them, and the way to the page."""
    mentions = get("/plans/mentions.json?_shape=objects").json()["rows"]
    for column, table in (("project_id", "projects"), ("unit_id", "units")):
        linked = [mention for mention in mentions if mention[column]]
        assert linked
        row_id = linked[0][column]["value"] if isinstance(linked[0][column], dict) else linked[0][column]
        text = html.unescape(get(f"/plans/{table}/{row_id}").text)
        assert "Các lần được nhắc tới" in text
        shown = text.split('id="mentions"')[1]
        wanted = [m for m in linked if (m[column]["value"] if isinstance(m[column], dict) else m[column]) == row_id]
        for mention in wanted:
            assert f'href="/-/xem/mentions/{mention["id"]}"' in shown
            assert mention["text"] in shown


def test_a_row_without_mentions_has_no_list_of_them(get: Get) -> None:
    assert "Các lần được nhắc tới" not in get("/plans/documents/1").text
