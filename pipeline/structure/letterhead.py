"""The fields of form of a document: kind, number, date, issuer, title, signer.

Form: Nghị định 30/2020/NĐ-CP, appendix I. The superior body is printed in plain capitals, the issuing body below it
in bold; a blank number or day is none.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.citations.dates import read_date
from pipeline.citations.normal import read_reference
from pipeline.citations.vocabulary import vocabulary
from pipeline.folding import fold
from pipeline.model import Columns, LaidOutPage, Letterhead, Line, Paragraph, Section
from pipeline.structure.ordinary_case import ordinary_case

_NUMBER = regex.compile(r"^\W*so\s*[:.]?\s*(?P<number>.*)$")
_SUBJECT = regex.compile(r"^(?:v/v|ve viec)\b")
_DATE = regex.compile(r"^(?P<place>.*?)[,.]?\s*\b(?P<date>ngay\b.*)$")
_ORNAMENT = regex.compile(r"[\W_\d]*")
_PLACE = regex.compile(r"\b(?:tinh|thanh pho|huyen|quan|thi xa|phuong|xa|dac khu)\s.+$")
_BODY_HEAD = regex.compile(
    r"^(?:so|cuc|chi cuc|tong cuc|vu|ban|phong|van phong|trung tam|thanh tra|truong|benh vien|vien|kho bac|cong an)\b"
)
_RECIPIENTS = regex.compile(r"^\W*noi nhan\b\W*")
_BULLET = regex.compile(r"^\s*[-–+]\s*")
_SIGNED = regex.compile(r"^\(?\s*(?:da ky|ky ten).*$")
_NAME = regex.compile(r"(?:\p{Lu}[\p{L}.]*\s+){1,5}\p{Lu}\p{L}+")

LETTER = "Công văn"
ANNEX = "Phụ lục"


def read_letterhead(
    pages: Sequence[LaidOutPage], paragraphs: Sequence[Paragraph], sections: Sequence[Section]
) -> Letterhead:
    """The fields of the document that the file begins with."""
    first = next((page for page in pages if page.masthead is not None), None)
    if first is None or first.masthead is None:
        return _without_masthead(paragraphs, sections, pages)
    head = first.masthead
    number, symbol, ref = _number(head.left)
    place, issued_on = _place_and_date(head.right)
    kind, title = _kind_and_title(paragraphs, first.page.number)
    subject = _subject(head.left)
    signer, signer_title, recipients = _closing(pages)
    return Letterhead(
        kind=kind or (LETTER if subject else None),
        number=number,
        symbol=symbol,
        ref=ref,
        issued_on=issued_on,
        place=place,
        issuer=_issuer(head.left),
        title=title or subject,
        signer=signer,
        signer_title=signer_title,
        recipients=recipients,
    )


def subject_lines(head: Columns) -> tuple[Line, ...]:
    """The lines "V/v …" under the number of a letter."""
    start = next((i for i, line in enumerate(head.left) if _SUBJECT.match(_folded(line))), len(head.left))
    return head.left[start:]


def _without_masthead(
    paragraphs: Sequence[Paragraph], sections: Sequence[Section], pages: Sequence[LaidOutPage]
) -> Letterhead:
    signer, signer_title, recipients = _closing(pages)
    if sections and fold(sections[0].marker).startswith(fold(ANNEX)) and _opens(paragraphs, sections[0]):
        kind, title = ANNEX, sections[0].heading or None
    else:
        page = paragraphs[0].passage.page_first if paragraphs else 1
        kind, title = _kind_and_title(paragraphs, page)  # type: ignore[assignment]
    return Letterhead(kind=kind, title=title, signer=signer, signer_title=signer_title, recipients=recipients)


def _opens(paragraphs: Sequence[Paragraph], section: Section) -> bool:
    return section.passage.text.startswith(paragraphs[0].passage.text)


def _folded(line: Line) -> str:
    return fold(line.passage.text)


def _number(lines: Sequence[Line]) -> tuple[str | None, str | None, str | None]:
    """Number, symbol and ref; a blank number leaves the symbol only."""
    for line in lines:
        match = _NUMBER.match(_folded(line))
        if match and ("/" in match["number"] or "-" in match["number"]):
            reference = read_reference(line.passage.text[match.start("number") :])
            ref = reference.ref if reference.number else None
            return reference.number, reference.symbol, ref
    return None, None, None


def _place_and_date(lines: Sequence[Line]) -> tuple[str | None, str | None]:
    for line in lines:
        match = _DATE.match(_folded(line))
        if match:
            place = line.passage.text[: match.end("place")].strip(" ,.")
            return place or None, read_date(line.passage.text[match.start("date") :])
    return None, None


def _issuer(lines: Sequence[Line]) -> str | None:
    names = _issuer_lines(lines)
    if not names:
        return None
    superior, own = _split_superior(names)
    issuer = ordinary_case(" ".join(line.passage.text for line in own))
    above = ordinary_case(" ".join(line.passage.text for line in superior))
    place = _PLACE.search(fold(above))
    if place and not _PLACE.search(fold(issuer)):
        return f"{issuer} {above[place.start() :]}"
    return issuer


def _issuer_lines(lines: Sequence[Line]) -> list[Line]:
    names: list[Line] = []
    for line in lines:
        text = _folded(line)
        if _NUMBER.match(text) or _SUBJECT.match(text):
            break
        if not _ORNAMENT.fullmatch(line.passage.text) and line.passage.text.isupper():
            names.append(line)
    return names


def _split_superior(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """The superior body's lines and the issuing body's own: plain above bold, or by the word a body begins with."""
    weights = [line.bold for line in lines]
    if not weights[0] and any(weights):
        start = weights.index(True)
    else:
        start = next((i for i, line in enumerate(lines) if i and _BODY_HEAD.match(_folded(line))), 0)
    return lines[:start], lines[start:]


def _subject(lines: Sequence[Line]) -> str | None:
    start = next((i for i, line in enumerate(lines) if _SUBJECT.match(_folded(line))), None)
    return None if start is None else " ".join(line.passage.text for line in lines[start:])


def _kind_and_title(paragraphs: Sequence[Paragraph], page: int) -> tuple[str | None, str | None]:
    """The kind on a line of its own in capitals, and the centred lines below it."""
    for index, paragraph in enumerate(paragraphs):
        if paragraph.passage.page_first != page:
            continue
        kind = _kind_of(paragraph.lines[0].passage.text)
        if kind is not None and paragraph.alignment == "center":
            below = " ".join(line.passage.text for line in paragraph.lines[1:])
            return kind, below or _title_after(paragraphs, index)
    return None, None


def _kind_of(text: str) -> str | None:
    """The document kind that a line consists of, in ordinary case; None for any other line."""
    if not text.isupper():
        return None
    wanted = fold(text).strip(" :.")
    return next((kind.name for kind in vocabulary().kinds if wanted in (fold(word) for word in kind.words)), None)


def _title_after(paragraphs: Sequence[Paragraph], index: int) -> str | None:
    following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    if following is None or following.alignment != "center" or not following.bold:
        return None
    return following.passage.text


def _closing(pages: Sequence[LaidOutPage]) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Signer, the title signed under, and the recipients, of the first closing that is signed."""
    closings = [page.closing for page in pages if page.closing is not None]
    closing = next((c for c in closings if _signer(c.right)[0]), closings[0] if closings else None)
    if closing is None:
        return None, None, ()
    signer, title = _signer(closing.right)
    return signer, title, _recipients(closing.left)


def _signer(lines: Sequence[Line]) -> tuple[str | None, str | None]:
    texts = [line.passage.text for line in lines if not _SIGNED.match(_folded(line))]
    titles = [text for text in texts if text.isupper()]
    names = [text for text in texts if not text.isupper() and _NAME.fullmatch(text)]
    return (names[-1] if names else None), (" ".join(titles) or None)


def _recipients(lines: Sequence[Line]) -> tuple[str, ...]:
    items: list[str] = []
    for line in lines:
        text = line.passage.text
        if _RECIPIENTS.match(fold(text)):
            continue
        if _BULLET.match(text) or not items:
            items.append(_BULLET.sub("", text))
        else:
            items[-1] += " " + text
    return tuple(item.rstrip(" ;.") for item in items)
