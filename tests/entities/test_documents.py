"""Whole documents: mentions with their place, lead units, and the registry entries that they need."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import regex

from pipeline.entities import link_entities
from pipeline.extract import extract
from pipeline.model import Block, Box, Citation, Letterhead, Mention, Passage, Piece, Project

KON_TUM = Letterhead(issuer="Ủy ban nhân dân tỉnh Kon Tum", issued_on="2022-05-06")


DATA = Path(__file__).parent / "data"


def meaning(mention: Mention) -> str:
    """What a mention is linked to, as the hand-checked files write it."""
    return mention.unit_key or (mention.unit_class.name if mention.unit_class else "-")


def block(text: str, page: int = 1, row: int | None = None) -> Block:
    pieces = tuple(
        Piece(m.start(), m.end(), Box(page, m.start(), 0, m.end(), 10)) for m in regex.finditer(r"\S+", text)
    )
    return Block(Passage(text, pieces), "body" if row is None else "table", table=None if row is None else 0, row=row)


def test_a_mention_knows_its_place_and_its_body() -> None:
    entities = link_entities([block("Không có gì"), block("Giao Sở TT&TT chủ trì", page=3)], KON_TUM, [])
    (mention,) = entities.mentions
    assert (mention.block, mention.start, mention.stop, mention.text) == (1, 5, 13, "Sở TT&TT")
    assert (mention.page, mention.label) == (3, "UNIT")
    assert mention.boxes == (Box(3, 5, 0, 13, 10),)
    assert mention.unit_key == "so-thong-tin-va-truyen-thong@kon-tum"
    names = {unit.key: unit.name for unit in entities.units}
    assert names[mention.unit_key] == "Sở Thông tin và Truyền thông tỉnh Kon Tum"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Sở TT&TT", "so-thong-tin-va-truyen-thong@kon-tum"),
        ("Đơn vị chủ trì: Sở Nội vụ", "so-noi-vu@kon-tum"),
        ("Sở Công Thương; Sở Xây dựng", None),
        ("Sở Nội vụ và các sở, ban, ngành", None),
        ("UBND các xã, phường", None),
        ("Công ty ABC", None),
        (None, None),
    ],
)
def test_lead_unit_is_one_body_or_none(cell: str | None, expected: str | None) -> None:
    entities = link_entities([], KON_TUM, [Project(0, 0, "1", "Một dự án", lead_unit=cell)])
    assert entities.projects[0].lead_unit_key == expected
    assert expected is None or expected in {unit.key for unit in entities.units}


def test_classes_are_mentions_without_a_body() -> None:
    entities = link_entities([block("UBND cấp huyện, UBND các xã")], KON_TUM, [])
    assert [(mention.text, mention.unit_key) for mention in entities.mentions] == [
        ("UBND cấp huyện", None),
        ("UBND các xã", None),
    ]
    assert [(unit.name, unit.kind) for unit in entities.units] == [
        ("Ủy ban nhân dân các xã", "Nhóm cơ quan"),
        ("Ủy ban nhân dân cấp huyện", "Nhóm cơ quan"),
    ]


def test_abbreviations_are_published_once_with_their_page() -> None:
    blocks = [block("công nghệ thông tin (CNTT)"), block("Công nghệ thông tin (CNTT)", page=2)]
    assert [(a.short, a.long, a.page) for a in link_entities(blocks, KON_TUM, []).abbreviations] == [
        ("CNTT", "công nghệ thông tin", 1)
    ]


def test_a_list_of_abbreviations_in_a_table() -> None:
    cells = ["1", "ATTT", "An toàn thông tin", "2", "BQLDA", "Ban Quản lý dự án", "3", "KH", "Chương trình"]
    blocks = [replace(block(text, row=index // 3), column=index % 3) for index, text in enumerate(cells)]
    found = link_entities(blocks, KON_TUM, []).abbreviations
    assert [(a.short, a.long) for a in found] == [("ATTT", "An toàn thông tin"), ("BQLDA", "Ban Quản lý dự án")]


def test_a_short_form_that_the_document_defines_is_a_mention() -> None:
    blocks = [block("Nền tảng tích hợp, chia sẻ dữ liệu (ABCD) của tỉnh"), block("kết nối với ABCD; số 12/ABCD")]
    found = [(m.block, m.text, m.found_by) for m in link_entities(blocks, KON_TUM, []).mentions if m.text == "ABCD"]
    assert [(index, text) for index, text, _ in found] == [(0, "ABCD"), (1, "ABCD")]
    assert found[1][2] == "definition"


def test_partners_and_issuers_are_linked() -> None:
    project = Project(0, 0, "1", "Một dự án", lead_unit="Sở Y tế", partner_units="Sở Nội vụ, UBND các xã; Công an tỉnh")
    citation = Citation(
        block=0, start=0, stop=2, text="QĐ", page=1, zone="body", kind="Quyết định", number="1", symbol="QĐ-BYT",
        ref="1/QĐ-BYT", issued_on=None, issuer="Bộ trưởng Bộ Y tế", pinpoint=None, title=None, title_source=None,
        relation="refers", confidence=0.9, boxes=(),
    )  # fmt: skip
    local = replace(citation, issuer="Chủ tịch UBND tỉnh")
    several = replace(citation, issuer="Bộ Y tế và Bộ Tài chính")
    entities = link_entities([block("QĐ")], KON_TUM, [project], [citation, local, several])
    assert entities.projects[0].partner_unit_keys == ("so-noi-vu@kon-tum", "cong-an@kon-tum")
    assert [c.issuer_key for c in entities.citations] == ["bo-y-te", "uy-ban-nhan-dan@kon-tum", None]
    assert {"bo-y-te", "so-noi-vu@kon-tum"} <= {unit.key for unit in entities.units}


def test_programmes_are_one_however_they_are_called() -> None:
    title = "Đề án phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực điện tử phục vụ chuyển đổi số quốc gia"
    years = " giai đoạn 2022-2025, tầm nhìn đến năm 2030"
    texts = ["Đề án 06", title + years, "Cổng dịch vụ công tỉnh", "Cổng DVC quốc gia"]
    entities = link_entities([block(text) for text in texts], KON_TUM, [])
    keys = [mention.programme_key for mention in entities.mentions]
    assert keys[0] == keys[1]
    assert keys[2] == "cong-dich-vu-cong@kon-tum"
    assert keys[3] == "cong-dich-vu-cong-quoc-gia"
    nowhere = link_entities([block("Cổng dịch vụ công tỉnh")], Letterhead(issuer="Chính phủ"), [])
    assert [mention.programme_key for mention in nowhere.mentions] == [None]


def programmes_of(*texts: str) -> list[str | None]:
    return [mention.programme_key for mention in link_entities([block(text) for text in texts], KON_TUM, []).mentions]


def test_a_title_without_years_is_the_one_with_years() -> None:
    cited = "Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030"
    assert len(set(programmes_of(cited, "Chương trình chuyển đổi số quốc gia"))) == 1


def test_a_title_without_years_stays_by_itself_beside_two_with_years() -> None:
    title = "Chương trình hỗ trợ doanh nghiệp chuyển đổi số"
    keys = programmes_of(f"{title} giai đoạn 2016 - 2020", f"{title} giai đoạn 2021 - 2025", title)
    assert len(set(keys)) == 3


def test_a_product_belongs_to_no_province() -> None:
    assert programmes_of("ứng dụng Zalo", "Zalo", "VNPT – Ioffice") == ["zalo", "zalo", "vnpt-ioffice"]
    assert programmes_of("Hệ thống thư điện tử công vụ tỉnh") == ["he-thong-thu-dien-tu-cong-vu@kon-tum"]


def test_a_programme_is_called_as_the_document_calls_it_most_often() -> None:
    blocks = [block(text) for text in ("Công dịch vụ công tỉnh", "Công dịch vụ công tỉnh", "Cổng dịch vụ công tỉnh")]
    (often,) = link_entities(blocks, KON_TUM, []).programmes
    assert often.name == "Công dịch vụ công (tỉnh Kon Tum)"
    (as_often,) = link_entities(blocks[1:], KON_TUM, []).programmes
    assert as_often.name == "Cổng dịch vụ công (tỉnh Kon Tum)"


def test_importing_the_package_does_not_load_spacy() -> None:
    check = "import sys, pipeline.entities; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_lead_units_of_the_kon_tum_annex(shared: Path) -> None:
    labels = json.loads((shared / "gold" / "labels" / "kon-tum-1320.json").read_text(encoding="utf-8"))
    rows = labels["tables"][0]["rows"]
    notes = [block(note["text"], page=note["page"]) for note in labels["footnotes"]]
    projects = [Project(0, index, row[0], row[1], lead_unit=row[2]) for index, row in enumerate(rows)]
    entities = link_entities(notes, Letterhead(kind="Phụ lục", attached_to="1320/KH-UBND"), projects)
    office, department = "van-phong-uy-ban-nhan-dan@kon-tum", "so-thong-tin-va-truyen-thong@kon-tum"
    expected = [office] * 4 + [department] * 6 + ["so-noi-vu@kon-tum"]
    assert [project.lead_unit_key for project in entities.projects] == expected


def test_the_kon_tum_annex_read_whole(shared: Path) -> None:
    """Every link of the annex was checked by hand: bodies, and projects named in running text and notes."""
    extraction = extract(shared / "corpus" / "kon-tum-1320-phu-luc-1.pdf")
    rows = csv.DictReader((DATA / "kon_tum_units.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t")
    checked = {row["name"]: (int(row["mentions"]), row["means"]) for row in rows}
    named = [mention for mention in extraction.mentions if mention.label == "UNIT"]
    right = sum(meaning(mention) == checked.get(mention.text, (0, ""))[1] for mention in named)
    assert right >= 0.95 * sum(count for count, _ in checked.values())
    assert right >= 0.95 * len(named)
    provincial = {m.unit_key.split("@")[1] for m in extraction.mentions if m.unit_key and "@" in m.unit_key}
    assert provincial == {"kon-tum"}
    in_text = {m.project for m in extraction.mentions if extraction.blocks[m.block].table is None}
    assert in_text - {None} == {0, 1, 2, 3, 4, 5, 6}  # the others are named in their own rows only
    assert all(project.lead_unit_key for project in extraction.projects)
