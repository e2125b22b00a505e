"""The verdict on whole files: synthetic PDFs with each kind of layer, and every page of the real documents."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from pipeline.reading.repair_encodings import encodings
from pipeline.reading.trust_pages import JudgedPage, judge_file
from tests.factories import odd_pdfs
from tests.factories.paper import Sheet, lines_at, new_pdf, save
from tests.reading.layers import ENGLISH, PROSE, as_western, in_encoding, without_marks

TCVN3, VNI = encodings()

SOUND, EMPTY, GLYPHS, HOMOGLYPHS = "sound", "empty", "repairable glyphs", "repairable homoglyphs"
REAL_DOCUMENTS = {
    "decision_02": {SOUND: range(1, 4)},
    "decision_03": {EMPTY: range(1, 8)},
    "decision_07": {GLYPHS: range(1, 5)},
    "decree_01": {SOUND: range(1, 41)},
    "decree_02": {SOUND: range(1, 84)},
    "decree_03": {EMPTY: range(1, 73)},
    "kon-tum-1320": {SOUND: range(1, 13)},
    "letter_01": {HOMOGLYPHS: range(1, 2)},
    "plan_06": {SOUND: range(1, 17)},
    "plan_09": {EMPTY: range(1, 6)},
    "plan_12": {EMPTY: range(1, 5)},
    "resolution_01": {EMPTY: range(1, 81)},
}


def paper(path: Path, text: str) -> Path:
    """A page with ``text`` as its layer."""
    return save(new_pdf([Sheet(lines_at(60, 780, textwrap.wrap(text, 70)))]), path)


def kind(page: JudgedPage) -> str:
    mending = page.verdict.mending
    return f"{page.verdict.kind} {mending.method}" if mending else page.verdict.kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PROSE, "sound"),
        (ENGLISH, "sound"),
        (in_encoding(PROSE, TCVN3), "repairable TCVN3"),
        (in_encoding(PROSE, VNI), "repairable VNI"),
        (PROSE.replace("ư", "ƣ"), "repairable homoglyphs"),
        (without_marks(PROSE), "broken"),
        (as_western(PROSE), "broken"),
    ],
    ids=["sound", "english", "tcvn3", "vni", "homoglyphs", "no-marks", "western"],
)
def test_pages_with_each_kind_of_layer(tmp_path: Path, text: str, expected: str) -> None:
    (page,) = judge_file(paper(tmp_path / "page.pdf", text))
    assert kind(page) == expected


@pytest.mark.parametrize("encoding", [TCVN3, VNI], ids=["TCVN3", "VNI"])
def test_a_page_in_an_old_encoding_is_read_as_printed(tmp_path: Path, encoding: object) -> None:
    layer = in_encoding(PROSE, TCVN3 if encoding is TCVN3 else VNI)
    (page,) = judge_file(paper(tmp_path / "page.pdf", layer))
    assert page.verdict.mending is not None
    text = " ".join(word.text for word in page.verdict.mending.words)
    for expected in ("chính quyền địa phương", "30/2020/NĐ-CP ngày 05 tháng 3", "ban hành", "trước ngày 15"):
        assert expected in text


def test_odd_files_are_judged(tmp_path: Path) -> None:
    (broken,) = judge_file(odd_pdfs.broken_to_unicode(tmp_path / "broken.pdf"))
    (scan,) = judge_file(odd_pdfs.picture_only(tmp_path / "scan.pdf"))
    assert (broken.verdict.kind, scan.verdict.kind) == ("broken", "empty")


@pytest.mark.parametrize("name", REAL_DOCUMENTS)
def test_every_page_of_the_real_documents(shared: Path, name: str) -> None:
    (path,) = (shared / "corpus").glob(f"{name}*.pdf")
    expected = {number: what for what, numbers in REAL_DOCUMENTS[name].items() for number in numbers}
    assert {page.number: kind(page) for page in judge_file(path)} == expected


def test_the_mended_pages_say_what_is_printed(shared: Path) -> None:
    """Seen on the pages' images."""
    (letter,) = judge_file(next((shared / "corpus").glob("letter_01*")))
    first, *_ = judge_file(next((shared / "corpus").glob("decision_07*")))
    for page, phrases in (
        (letter, ["BỘ CÔNG THƯƠNG", "CỘNG HÒA XÃ HỘI", "hướng dẫn về công tác", "Nguyễn Sinh Nhật Tân"]),
        (
            first,
            ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nghị định số 181/2024/NĐ-CP ngày 31/12/2024", "kỹ thuật quốc gia"],
        ),
    ):
        assert page.verdict.mending is not None
        text = " ".join(word.text for word in page.verdict.mending.words)
        assert [phrase for phrase in phrases if phrase not in text] == []
