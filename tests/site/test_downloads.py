"""CSV from the site: complete, filtered as the page is, safe in Excel, and only for those who may see the rows."""

from __future__ import annotations

import asyncio
import csv
import io
import sqlite3
from pathlib import Path

import pytest

from pipeline.publish.export import PAGE_ROWS
from pipeline.publish.schema import open_database
from pipeline.site.server import build_site
from tests.site.conftest import Get


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_table(get: Get) -> None:
    response = get("/-/xuat/projects.csv")
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert 'filename="projects.csv"' in response.headers["content-disposition"]
    assert response.content.startswith(b"\xef\xbb\xbf")
    heading, first, second = rows(response.content.decode())[:3]
    assert heading[:4] == ["Mã", "Văn bản", "STT", "Tên dự án, nhiệm vụ"]
    assert first[3] == "'=Nâng cấp cổng dữ liệu"
    assert "-5000000" in second


def test_plain(get: Get) -> None:
    text = get("/-/xuat/projects.csv?_excel=0&_labels=0").text
    assert text.startswith("id,document_id,number,name")
    assert "\n1,1,1,=Nâng cấp" in text


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 9),
        ("document_id=1", 3),
        ("zone__exact=footnote&document_id=2", 1),
        ("kind__contains=hoạch", 3),
        ("issued_on__isnull=1", 3),
        ("_search=quyet+dinh&_sort=page&_facet=zone&_next=5", 6),
    ],
)
def test_filters_of_the_page(get: Get, query: str, count: int) -> None:
    assert len(rows(get(f"/-/xuat/citations.csv?{query}").text)) == count + 1
    shown = get(f"/plans/citations.json?{query.removesuffix('&_next=5')}").json()
    assert shown["filtered_table_rows_count"] == count


@pytest.mark.parametrize("query", ["_where=1=1", "_through=x", "khong_co=1", "text;drop=1"])
def test_a_filter_that_is_not_understood_is_refused(get: Get, query: str) -> None:
    assert get(f"/-/xuat/citations.csv?{query}").status_code == 400


def test_saved_query(get: Get) -> None:
    heading, *answer = rows(get("/-/xuat-cau-hoi/ai-vien-dan.csv?ref=749").text)
    assert heading[0] == "Văn bản"
    assert len(answer) == 6
    assert get("/-/xuat-cau-hoi/ai-vien-dan.csv").status_code == 400
    assert get("/-/xuat-cau-hoi/khong-co.csv").status_code == 404


@pytest.mark.parametrize("table", ["sqlite_master", "citations_fts", "khong_co"])
def test_only_published_tables(get: Get, table: str) -> None:
    assert get(f"/-/xuat/{table}.csv").status_code == 404


def test_all_rows_of_a_long_table(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    db = open_database(path)
    count = 3 * PAGE_ROWS + 7
    db.executemany("INSERT INTO runs (started_at, pipeline_version) VALUES (?, '1')", [("x",)] * count)
    db.close()
    response = asyncio.run(build_site(path).client.get("/-/xuat/runs.csv"))
    assert len(rows(response.text)) == count + 1


@pytest.mark.parametrize(
    "path",
    [
        "/-/xuat/citations.csv",
        "/-/xuat-cau-hoi/ai-vien-dan.csv?ref=1",
        "/-/trang/1/1",
        "/-/trang/1/1.png",
        "/-/xem/citations/1",
        "/plans/citations",
    ],
)
def test_a_locked_site_gives_nothing(folder: Path, path: str) -> None:
    site = build_site(folder / "plans.db")
    site._metadata_local["allow"] = False
    assert asyncio.run(site.client.get(path)).status_code == 403


def test_a_locked_table_gives_nothing(folder: Path) -> None:
    site = build_site(folder / "plans.db")
    site._metadata_local["databases"]["plans"]["tables"]["findings"]["allow"] = False
    assert asyncio.run(site.client.get("/-/xuat/findings.csv")).status_code == 403
    assert asyncio.run(site.client.get("/-/xuat/citations.csv")).status_code == 200
    home, page = (asyncio.run(site.client.get(path)).text for path in ("/", "/-/trang/1/1"))
    assert "findings" not in home.split("<h1>")[1]
    assert "table=findings" not in page


def test_reading_while_a_run_writes(folder: Path) -> None:
    writer = sqlite3.connect(folder / "plans.db", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE findings SET message = message")
    site = build_site(folder / "plans.db")
    assert asyncio.run(site.client.get("/plans/findings")).status_code == 200
    writer.execute("ROLLBACK")
