"""Whole documents in the state's form, typeset with typst from a few words each, and read back by the pipeline.

Form: Nghị định 30/2020/NĐ-CP, appendix I. In a text, ``**bold**`` and ``__italic__`` are printed so; everything else is
printed as it is written; ``^^2^^`` is raised, ``⟦a note⟧`` is printed at the foot of the page, ``⟦*|a note⟧`` with a
marker of its own.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import regex
import typst

from pipeline.extract import extract
from pipeline.model import Extraction

_PREAMBLE = """
#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 20mm),
  header: context if counter(page).get().first() > 1 { align(center, counter(page).display()) })
#set text(font: "Tinos", size: 14pt, lang: "vi", hyphenate: false)
#set par(justify: true, first-line-indent: (amount: 1.27cm, all: true), spacing: 10pt, leading: 7pt)
#set smartquote(enabled: false)
#show footnote.entry: set text(size: 10pt)
#show footnote.entry: set par(first-line-indent: 0pt)
"""
_STYLED = regex.compile(
    r"""  \*\*(?P<bold>.+?)\*\* | __(?P<italic>.+?)__ | \^\^(?P<raised>.+?)\^\^
        | ⟦ (?: (?P<marker>[^|⟧]{1,4}) \| )? (?P<note>.+?) ⟧""",
    regex.VERBOSE,
)
_SENTENCES = (
    "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành, Ủy ban nhân dân các xã, phường triển khai thực hiện nghiêm túc, "
    "bảo đảm đúng tiến độ và chất lượng; định kỳ hằng quý báo cáo kết quả để tổng hợp theo quy định.",
    "Các cơ quan, đơn vị căn cứ chức năng, nhiệm vụ được giao chủ động xây dựng chương trình công tác cụ thể, phân "
    "công rõ trách nhiệm của từng tập thể, cá nhân, thường xuyên kiểm tra, đôn đốc và kịp thời tháo gỡ khó khăn, vướng "
    "mắc phát sinh trong quá trình tổ chức thực hiện.",
    "Trong thời gian qua, công tác chỉ đạo, điều hành đã đạt được nhiều kết quả tích cực, góp phần hoàn thành các chỉ "
    "tiêu phát triển kinh tế - xã hội, giữ vững quốc phòng, an ninh và nâng cao đời sống của Nhân dân trên địa bàn.",
)
_MOTTO = ("**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**", "**Độc lập - Tự do - Hạnh phúc**")


def text(words: str) -> str:
    """Typst markup for ``words``."""
    parts, at = [], 0
    for match in _STYLED.finditer(words):
        parts.append(_literal(words[at : match.start()]))
        parts.append(_styled(match))
        at = match.end()
    return "".join((*parts, _literal(words[at:])))


def filler(sentences: int = 1) -> str:
    """Running text of so many sentences, up to three."""
    return " ".join(_SENTENCES[:sentences])


def paragraphs(*words: str, indent: float = 1.27, hang: float = 0) -> str:
    """Paragraphs of running text, justified; ``indent`` is that of first lines and ``hang`` that of others, in cm."""
    if (indent, hang) == (1.27, 0):
        return "".join(f"{text(paragraph)}\n\n" for paragraph in words)
    style = f"#set par(first-line-indent: (amount: {indent}cm, all: true), hanging-indent: {hang}cm)"
    return "".join(f"#block[{style}\n{text(paragraph)}]\n\n" for paragraph in words)


def centred(*lines: str, size: float = 14) -> str:
    """Lines in the middle of the page, one below the other."""
    stacked = " \\ ".join(text(line) for line in lines)
    style = "#set par(first-line-indent: 0pt, justify: false)"
    return f"#align(center, text(size: {size}pt)[{style}\n{stacked}])\n#v(4pt)\n\n"


def cornered(*lines: str) -> str:
    """Lines in the right corner of the page, as the numbers of annexes and forms."""
    stacked = " \\ ".join(text(line) for line in lines)
    return f"#align(right)[{stacked}]\n\n"


def table(*rows: Sequence[str]) -> str:
    """A ruled table."""
    cells = "".join(f"[{text(cell)}], " for row in rows for cell in row)
    style = "#set par(first-line-indent: 0pt, justify: false)"
    return f"#[{style}\n#table(columns: (1fr,) * {len(rows[0])}, {cells})]\n\n"


def notes_numbered(numbering: str) -> str:
    """From here on notes are numbered so: "[1]", "(1)"."""
    return f'#set footnote(numbering: "{numbering}")\n'


def without_note_rule() -> str:
    """From here on no rule stands above notes."""
    return "#set footnote.entry(separator: none)\n"


def masthead(left: Sequence[str], right: Sequence[str], motto: Sequence[str] = _MOTTO) -> str:
    """The top of a document: issuer and number on the left; motto, place and date on the right."""
    return _side_by_side(left, (*motto, *right), "(2fr, 3.2fr)", "center") + "#v(10pt)\n"


def closing(recipients: Sequence[str], signature: Sequence[str]) -> str:
    """Recipients at the left, the signature at the right; an empty string leaves the room that a seal takes."""
    noted = ("**__Nơi nhận:__**", *recipients)
    left = " \\ ".join(f"#text(size: {12 if k == 0 else 11}pt)[{text(line)}]" for k, line in enumerate(noted))
    return _pair(left, _signature(signature), "(1fr, 1fr)", "left")


def signatures(left: Sequence[str], right: Sequence[str]) -> str:
    """Two signatures side by side."""
    return _pair(_signature(left), _signature(right), "(1fr, 1fr)", "center")


def page_break() -> str:
    return "#pagebreak()\n"


def _styled(match: regex.Match[str]) -> str:
    if match["note"]:
        return _note(match["note"], match["marker"])
    if match["raised"]:
        return f"#super[{_literal(match['raised'])}]"
    style = "strong" if match["bold"] else "emph"
    return f"#{style}[{text(match['bold'] or match['italic'])}]"


def _note(words: str, marker: str | None) -> str:
    if marker is None:
        return f"#footnote[{text(words)}]"
    return f'#footnote(numbering: _ => "{marker}")[{text(words)}]#counter(footnote).update(n => n - 1)'


def _signature(lines: Sequence[str]) -> str:
    return " \\ ".join(text(line) if line else "#v(50pt)" for line in lines)


def _side_by_side(left: Sequence[str], right: Sequence[str], columns: str, align: str) -> str:
    shown = [" \\ ".join(f"#text(size: 13pt)[{text(line)}]" for line in side) for side in (left, right)]
    return _pair(shown[0], shown[1], columns, align)


def _pair(left: str, right: str, columns: str, align: str) -> str:
    style = "#set par(first-line-indent: 0pt, justify: false)"
    return (
        f"#block(breakable: false, grid(columns: {columns}, column-gutter: 6pt, align: ({align}, center),\n"
        f"[{style}\n{left}],\n[{style}\n{right}]))\n\n"
    )


def _literal(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'#("{escaped}")' if words else ""


@cache
def read(markup: str) -> Extraction:
    """What the pipeline says of a document that typst makes of ``markup``."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.pdf"
        path.write_bytes(typst.compile((_PREAMBLE + markup).encode()))
        return extract(path)


@dataclass(frozen=True)
class Heading:
    """A section as a person would label it."""

    level: int
    marker: str
    heading: str


def outline(written: str) -> list[Heading]:
    """The truth, written one section a line, two spaces a level: ``marker | heading``."""
    return [
        Heading(1 + (len(line) - len(line.lstrip())) // 2, *(part.strip() for part in line.split("|", 1)))
        for line in written.strip("\n").splitlines()
    ]


def outline_of(extraction: Extraction) -> list[Heading]:
    return list(_headings(extraction))


def _headings(extraction: Extraction) -> Iterator[Heading]:
    for section in extraction.sections:
        yield Heading(section.level, section.marker, section.heading or "")


def differences(extraction: Extraction, written: str) -> list[str]:
    """Where the outline read differs from the truth: level, marker, and the start of the heading as far as written."""
    wanted, found = outline(written), outline_of(extraction)
    missed = [f"missed {heading}" for heading in wanted if not any(_is_read_as(heading, other) for other in found)]
    extra = [f"extra {other}" for other in found if not any(_is_read_as(heading, other) for heading in wanted)]
    in_order = len(wanted) == len(found) and all(map(_is_read_as, wanted, found))
    return missed + extra or ([] if in_order else ["order or number of sections differs"])


def _is_read_as(heading: Heading, other: Heading) -> bool:
    same_place = (heading.level, heading.marker) == (other.level, other.marker)
    return same_place and _letters(other.heading).startswith(_letters(heading.heading))


def _letters(words: str) -> str:
    return regex.sub(r"[\W_]+", "", words).casefold()
