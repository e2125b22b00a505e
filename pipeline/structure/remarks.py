"""The remark under the title of an annex: which document it is attached to.

Form: Nghị định 30/2020/NĐ-CP, appendix I, part III.1.c: "(Kèm theo Quyết định số …/QĐ-… ngày … của …)", centred.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.citations.normal import read_reference
from pipeline.folding import fold
from pipeline.model import Paragraph

_ATTACHED = regex.compile(r"^\W{0,3}(?:(?:duoc\s+)?ban hanh\s+)?(?:kem theo|dinh kem)\b")
_REFERENCE = regex.compile(r"\bso\s*:?\s*(?P<ref>\p{Nd}[^\s,;)]*(?:\s*[/-]\s*[^\s,;)]+)*)")


def is_remark(paragraph: Paragraph) -> bool:
    """Whether a paragraph says what an annex is attached to, and is printed as such a remark is."""
    text = paragraph.passage.text
    return says_attached(text) and (paragraph.alignment == "center" or paragraph.italic or text.startswith("("))


def says_attached(text: str) -> bool:
    return bool(_ATTACHED.match(fold(text)))


def attached_to(paragraphs: Sequence[Paragraph]) -> str | None:
    """The reference that the first remark among ``paragraphs`` names; None where its number is left blank."""
    remark = next((paragraph for paragraph in paragraphs if is_remark(paragraph)), None)
    match = _REFERENCE.search(fold(remark.passage.text)) if remark else None
    if remark is None or match is None:
        return None
    reference = read_reference(remark.passage.text[match.start("ref") : match.end("ref")])
    return reference.ref if reference.number and reference.symbol else None
