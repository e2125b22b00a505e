"""Paragraphs in the ways documents set them: with and without indent, close and wide, flush and ragged."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.layout.lines import join_lines
from tests.factories.typeset import PROSE, Paper, by_libreoffice, by_typst, paragraph
from tests.layout.pages import pages_of, paragraphs_of

FULL = PROSE[:-40].rsplit(" ", 1)[0] + "."
PAPERS = {
    "state form": Paper("14pt"),
    "one and a half": Paper("14pt", leading="1.25em", spacing="1.6em"),
    "double": Paper("13pt", leading="1.7em", spacing="2.1em"),
    "ragged": Paper("14pt", justify=False),
    "no indent, space between": Paper("14pt", indent="0pt", spacing="1.2em"),
    "no indent, ragged": Paper("14pt", justify=False, indent="0pt", spacing="1.2em"),
    "indent, no space between": Paper("13pt", spacing="0.65em"),
}


@pytest.mark.parametrize("form", PAPERS)
def test_paragraphs_of_a_form_of_setting(tmp_path: Path, form: str) -> None:
    """More than a page of them, so that one runs over the break."""
    wanted = [PROSE, FULL, PROSE + " " + FULL] * 5
    assert paragraphs_of(by_typst(tmp_path, "\n\n".join(wanted), PAPERS[form])) == wanted


@pytest.mark.parametrize("style", ["Body", "Wide", "Flush"])
def test_paragraphs_of_libreoffice(tmp_path: Path, style: str) -> None:
    wanted = [PROSE, FULL] * 7
    body = "".join(paragraph(text, style) for text in wanted)
    assert paragraphs_of(by_libreoffice(tmp_path, body)) == wanted


def test_hanging_lists(tmp_path: Path) -> None:
    numbered = "\n".join(f"+ {PROSE}" for _ in range(3))
    bullets = "\n".join(f"- {PROSE}" for _ in range(3))
    wanted = [f"{k}. {PROSE}" for k in (1, 2, 3)] + [f"• {PROSE}"] * 3
    assert paragraphs_of(by_typst(tmp_path, f"{numbered}\n\n{bullets}", Paper("14pt"))) == wanted


def test_run_in_and_centred_headings(tmp_path: Path) -> None:
    title = "DANH MỤC CÁC NHIỆM VỤ TRIỂN KHAI ĐỀ ÁN PHÁT TRIỂN ỨNG DỤNG DỮ LIỆU VỀ DÂN CƯ"
    remark = "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2024 của Ủy ban nhân dân tỉnh Hòa Giang)"
    markup = f"""#align(center)[#text(16pt)[*PHỤ LỤC I*]]
#align(center)[#text(16pt)[*{title}*]]
#align(center)[_{remark}_]

*1. Mục tiêu chung:* {PROSE}

*2. Mục tiêu cụ thể*

{PROSE}"""
    assert paragraphs_of(by_typst(tmp_path, markup)) == [
        "PHỤ LỤC I",
        title,
        remark,
        f"1. Mục tiêu chung: {PROSE}",
        "2. Mục tiêu cụ thể",
        PROSE,
    ]


def test_references_broken_at_the_end_of_a_line(tmp_path: Path) -> None:
    lines = [
        "số 117/QĐ-",
        "UBND ngày 15/01/",
        "2024, số 30/",
        "2020/NĐ-CP, giai đoạn 2021 -",
        "2025; số 01/2019/TT-",
        "BNV.",
    ]
    page = "#set page(width: 300pt, margin: 1cm)\n"
    found = " ".join(paragraphs_of(by_typst(tmp_path, page + r" \ ".join(lines), Paper(justify=False))))
    assert "117/QĐ-UBND" in found
    assert "15/01/2024" in found
    assert "30/2020/NĐ-CP" in found
    assert "2021 - 2025" in found
    assert "01/2019/TT-BNV." in found


@pytest.mark.parametrize(
    ("above", "below", "together"),
    [
        ("sửa đổi Nghị định số 27/2022/", "NĐ-CP./.", True),
        ("theo Văn bản số 1023/STP-XDKT ngày", "08/8/2025.", True),
        ("sửa đổi các nghị định trong năm.", "08/8/2025", False),
        ("sửa đổi các nghị định có liên quan ./", "NĐ-CP./.", False),
        ("sửa đổi Nghị định số 27/2022/NĐ-CP", "CHỦ TỊCH", False),
    ],
)
def test_the_rest_of_a_reference_that_a_scan_sees_smaller(
    tmp_path: Path, above: str, below: str, together: bool
) -> None:
    """A line of capitals alone is measured too small by recognition; a broken reference goes on all the same."""
    markup = f'#"2. Đề nghị Chính phủ sớm ban hành nghị định {above}" \\ #text(10.5pt)[#"{below}"]'
    found = paragraphs_of(by_typst(tmp_path, markup, Paper("13pt", justify=False)))
    assert (found[-1] == below) != together
    assert not together or found[-1].endswith(("27/2022/NĐ-CP./.", "ngày 08/8/2025."))


def test_two_columns_of_prose_are_read_one_after_the_other(tmp_path: Path) -> None:
    numbered = [f"{k}. {PROSE}" for k in range(1, 11)]
    path = by_typst(tmp_path, "\n\n".join(numbered), Paper("11pt", page="columns: 2", indent="0.5cm"))
    lines = [line for page in pages_of(path) for line in page.body]
    assert join_lines(lines).text == " ".join(numbered)
