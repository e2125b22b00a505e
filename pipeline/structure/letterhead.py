"""The fields of form of a document: kind, number, date, issuer, title, signer.

Form: Nghị định 30/2020/NĐ-CP, appendix I, parts of form 1 to 5. A blank number or day is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

import regex

from pipeline.citations.dates import read_date
from pipeline.citations.normal import normal_ref, read_reference
from pipeline.citations.vocabulary import vocabulary
from pipeline.folding import fold
from pipeline.model import Columns, LaidOutPage, Letterhead, Line, Paragraph, Passage, Section
from pipeline.structure.issuing_body import issuing_body
from pipeline.structure.ordinary_case import province_spelt
from pipeline.structure.recognised import is_recognised
from pipeline.structure.remarks import attached_to
from pipeline.structure.signature import read_closing
from pipeline.structure.titles import title_below, whole_title_of

_NUMBER = regex.compile(
    r"""^\W* (?: (?:(?:luat|phap\ lenh|nghi\ quyet|lenh)\s+)? so\s*[:.]? | s[\p{L}\p{Nd}]{1,2}\s*[:.](?=\s*\p{Nd}) )
        \s* (?P<ref> [\p{Nd}\s.…_]* \p{L}? \s* (?:/|-(?=\s*\p{L})) .* )$""",
    regex.VERBOSE,
)
"""On folded text: "Số: 45/KH-UBND", "Số 212-KL/TU", "Số:      /KH-UBND"; but no "SỞ Y TẾ", which folds alike.

A stamp beside it may spoil the word before a number ("SÁ: 19/2026/NQ-CP", "S0: 56/BC-BCĐ")."""

_SYMBOL_ALONE = regex.compile(r"[^\p{L}]{0,12}/\p{Lu}{1,6}(?:[-/&]\p{Lu}{2,})+")
_SYMBOL_PART = regex.compile(r"\p{Lu}[\p{Lu}\p{Nd}&]*(?:-\p{Lu}[\p{Lu}\p{Nd}&]*)*")
LEAST_CONFIDENCE = 0.5
"""A number read less surely than this is not published as the document's own (see `reading.ocr.agreement`)."""

_NUMBER_INSIDE = regex.compile(
    r"(?i:\bsố\s*[:.]).{0,12}?\s(?P<ref>\p{Nd}{1,5}(?:/\p{Nd}{4})?/\p{Lu}{1,6}(?:-\p{Lu}[\p{L}\p{Nd}]*)+)$"
)
_REFERENCE = regex.compile(r"(?P<number>\p{Nd}+\p{L}?)?(?:/(?P<year>\p{Nd}{4}))?[/-](?P<symbol>[^\d/-].*)")
_BLANK = regex.compile(r"^[\s.…_]+")
_SUBJECT = regex.compile(r"^(?:v/v|ve)\b")
_DATE = regex.compile(r"^(?P<place>.*?)[,.]?\s*\b(?P<date>ngay\b.*)$")
_NO_FIGURE = regex.compile(r"(?<=\b(?:ngày|tháng))\s+[^\p{Nd}\s]{1,3}\s+(?=(?:tháng|năm)\b)", regex.IGNORECASE)
"""Where the day or month should stand, a stroke of the pen that was read as letters."""

_ORNAMENT = regex.compile(r"[\W_]*")
_MOTTO = regex.compile(r"doc lap.{1,3}tu do")
_ISSUED_BY = regex.compile(r"^CỦA\ \p{Lu}[\p{Lu}\s,-]*\s(?=[Vv](?:ề|/v)\b|VỀ\b|V/V\b)", regex.VERBOSE)
"""In older and party forms: "QUYẾT ĐỊNH CỦA CHỦ TỊCH UBND TỈNH" above "Về việc …"."""

_URGENT = regex.compile(r"^\s*(?:HỎA TỐC|THƯỢNG KHẨN|KHẨN)\b")
"""How fast a telegram is to be sent, behind its kind ("CÔNG ĐIỆN KHẨN")."""

_COVER_LINES = 14
"""A first page with fewer lines may be a cover; the document then begins on the second."""

_ADDRESS = regex.compile(r"^\W*kinh gui\b")
_MOST_OPENING = 6
LETTER = "Công văn"
ANNEX = "Phụ lục"


def read_letterhead(
    pages: Sequence[LaidOutPage], paragraphs: Sequence[Paragraph], sections: Sequence[Section]
) -> Letterhead:
    """The fields of the document that the file begins with."""
    first = _page_with_masthead(pages)
    closing = read_closing(pages)
    head = first.masthead if first and first.masthead else Columns((), ())
    number, symbol, ref = _number(head.left)
    place, issued_on = _place_and_date(head.right)
    subject = _subject(head.left)
    kind, title = (None, None) if subject else _kind_and_title(paragraphs, first, sections)
    return Letterhead(
        kind=kind or (LETTER if subject or _is_letter(symbol, paragraphs) else None),
        number=number,
        symbol=symbol,
        ref=ref,
        issued_on=issued_on,
        place=place,
        issuer=issuing_body(_above_number(head.left)),
        title=title or subject,
        signer=closing.signer,
        signer_title=closing.signer_title,
        attached_to=None if number else attached_to(_opening(paragraphs)),
        recipients=closing.recipients,
    )


def subject_lines(head: Columns) -> tuple[Line, ...]:
    """The lines "V/v …" under the number of a letter."""
    start = next((i for i, line in enumerate(head.left) if _SUBJECT.match(_folded(line))), len(head.left))
    return head.left[start:]


def _is_letter(symbol: str | None, paragraphs: Sequence[Paragraph]) -> bool:
    """A letter without a subject addresses someone, and its symbol names no other kind ("980-CV/TU", "12/UBND-TH")."""
    if symbol is None or not any(_ADDRESS.match(fold(p.passage.text)) for p in paragraphs[:_MOST_OPENING]):
        return False
    first = fold(regex.split(r"[-/]", symbol)[0])
    kinds = {fold(short): kind.name for kind in vocabulary().kinds for short in kind.abbreviations}
    return kinds.get(first, LETTER) == LETTER


def _page_with_masthead(pages: Sequence[LaidOutPage]) -> LaidOutPage | None:
    """The page the document begins on: the first with print, or the one after its cover. Forms come later."""
    printed = [page for page in pages if page.body or page.masthead or page.grids]
    if not printed or printed[0].masthead:
        return printed[0] if printed else None
    cover = len(printed[0].body) < _COVER_LINES and not printed[0].grids
    return printed[1] if cover and len(printed) > 1 and printed[1].masthead else None


def _folded(line: Line) -> str:
    return fold(line.passage.text)


def _is_number(line: Line) -> bool:
    """The line of number and symbol; where the number is written by hand a scan may show no more than the symbol."""
    if _SYMBOL_ALONE.fullmatch(line.passage.text):
        return True
    match = _NUMBER.match(_folded(line))
    return match is not None and (match["ref"][0].isdigit() or not line.passage.text.isupper())


def _above_number(lines: Sequence[Line]) -> list[Line]:
    return list(takewhile(lambda line: not _is_number(line) and not _SUBJECT.match(_folded(line)), lines))


def _number(lines: Sequence[Line]) -> tuple[str | None, str | None, str | None]:
    """Number, symbol and ref; a blank number leaves the symbol only."""
    line = next((line for line in lines if _is_number(line)), None)
    match = _NUMBER.match(_folded(line)) if line else None
    if line is None and (inside := _number_in_a_stamp(lines)):
        line, match = inside
    if line is None:
        return None, None, None
    if match is None:
        return None, line.passage.text.rsplit("/", 1)[-1], None
    if line.passage.confidence(match.start("ref")) < LEAST_CONFIDENCE:  # two engines read two numbers: neither is sure
        return None, read_reference(normal_ref(line.passage.text[match.start("ref") :])).symbol, None
    whole = line.passage.text[match.start("ref") :] + _rest_of_symbol(line, lines)
    printed = normal_ref(_BLANK.sub("", whole)).rstrip(".,;:")
    reference = read_reference(printed)
    if reference.symbol is None:  # a number of a shape that citations do not have: read for its parts alone
        parts = _REFERENCE.fullmatch(printed)
        number, symbol = (parts["number"], parts["symbol"]) if parts else (None, None)
    else:
        number, symbol = reference.number, reference.symbol
    return number, symbol, printed if number else None


def _rest_of_symbol(line: Line, lines: Sequence[Line]) -> str:
    """What the next line has of a symbol broken after its hyphen: "Số: 102/2005/TTLT-BTC-" / "BLĐTBXH"."""
    below = [other.passage.text.strip() for other in lines[lines.index(line) + 1 :][:1]]
    broken = line.passage.text.rstrip().endswith("-")
    return next((text for text in below if broken and _SYMBOL_PART.fullmatch(text)), "")


def _number_in_a_stamp(lines: Sequence[Line]) -> tuple[Line, regex.Match[str]] | None:
    """A whole number and symbol at the end of a line that begins with the print of a stamp over it."""
    found = ((line, _NUMBER_INSIDE.search(line.passage.text)) for line in lines)
    return next(((line, match) for line, match in found if match), None)


def _place_and_date(lines: Sequence[Line]) -> tuple[str | None, str | None]:
    """Place and date, which may run over two lines; the country's name and motto stand above them."""
    motto = max((i for i, line in enumerate(lines) if _MOTTO.search(_folded(line))), default=-1)
    printed = [line.passage for line in _dated(lines[motto + 1 :]) if not _ORNAMENT.fullmatch(line.passage.text)]
    text = " ".join(_sure_words(passage) for passage in printed)
    text = _NO_FIGURE.sub(" ", text)
    match = _DATE.match(fold(text))
    if match is None:
        return None, None
    place = text[: match.end("place")].strip(" ,.") or None
    if place and any(is_recognised(passage) for passage in printed):
        place = province_spelt(fold(place)) or place  # a scan reads "Trà Vĩnh"
    return place, read_date(text[match.start("date") :])


def _dated(lines: Sequence[Line]) -> list[Line]:
    """The lines of place and date: not those in capitals, nor what follows on capitals below the date (the kind)."""
    dated: list[Line] = []
    for line in lines:
        if not line.passage.text.isupper():
            dated.append(line)
        elif any(_DATE.match(_folded(before)) for before in dated):
            break
    return dated


def _sure_words(passage: Passage) -> str:
    """The text without the words that are as good as unread: a day written by hand is left blank, not guessed."""
    return " ".join(passage.text[p.start : p.stop] for p in passage.pieces if p.confidence >= LEAST_CONFIDENCE)


def _subject(lines: Sequence[Line]) -> str | None:
    subject = subject_lines(Columns(tuple(lines), ()))
    return " ".join(line.passage.text for line in subject) or None


def _kind_and_title(
    paragraphs: Sequence[Paragraph], first: LaidOutPage | None, sections: Sequence[Section]
) -> tuple[str | None, str | None]:
    """The kind in capitals and the centred lines below it; an annex that opens the file has its own title."""
    if sections and fold(sections[0].marker).startswith(fold(ANNEX)) and _opens(paragraphs, sections[0]):
        return ANNEX, sections[0].heading
    page, top = _start(first, paragraphs)
    for index, paragraph in enumerate(paragraphs[: _before_sections(paragraphs, sections)]):
        for number, line in enumerate(paragraph.lines):
            kind = _kind_of(line.passage.text) if line.box.page == page and line.box.top >= top else None
            if kind is not None:
                return kind.name, _title(kind.rest, title_below(paragraphs, index, number))
    return _beside_a_stamp(first, paragraphs)


def _before_sections(paragraphs: Sequence[Paragraph], sections: Sequence[Section]) -> int:
    """How many paragraphs stand before the first section: "QUY ĐỊNH CHUNG" below "Chương I" names no kind."""
    if not sections:
        return len(paragraphs)
    first = sections[0].passage
    starts = (
        index
        for index, paragraph in enumerate(paragraphs)
        if paragraph.passage.pieces and first.pieces and paragraph.passage.pieces[0].box == first.pieces[0].box
    )
    return next(starts, len(paragraphs))


def _beside_a_stamp(first: LaidOutPage | None, paragraphs: Sequence[Paragraph]) -> tuple[str | None, str | None]:
    """The kind at the foot of the right column: a stamp beside it made it look like a part of the top."""
    right = first.masthead.right if first and first.masthead else ()
    for index, line in enumerate(right):
        kind = _kind_of(line.passage.text)
        if kind is not None:
            opening = (other for paragraph in paragraphs[:_MOST_OPENING] for other in paragraph.lines)
            below = (other for other in opening if other.box.top > line.box.top)
            return kind.name, _title(kind.rest, whole_title_of(line, (*right[index + 1 :], *below)))
    return None, None


def _start(first: LaidOutPage | None, paragraphs: Sequence[Paragraph]) -> tuple[int, float]:
    """Page and height below which the kind stands: above the top of a document the gazette prints words of its own."""
    if first is None or first.masthead is None:
        return (first.page.number if first else paragraphs[0].passage.page_first if paragraphs else 1), 0.0
    head = (*first.masthead.left, *first.masthead.right)
    return first.page.number, max(line.box.top for line in head)


def _title(beside: str, below: str) -> str | None:
    """The summary of the content: what stands beside the kind and below it, without who issues it."""
    title = f"{_URGENT.sub('', beside).strip(' :.–-')} {below}".strip()
    return _ISSUED_BY.sub("", title) or None


def _opens(paragraphs: Sequence[Paragraph], section: Section) -> bool:
    return section.passage.text.startswith(paragraphs[0].passage.text)


def _opening(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs that can be the heading of the document: the first few of its first page."""
    return [p for p in paragraphs[:6] if p.passage.page_first == paragraphs[0].passage.page_first]


@dataclass(frozen=True, slots=True)
class _KindWord:
    name: str
    rest: str


def _kind_of(text: str) -> _KindWord | None:
    """The kind that a line in capitals begins with, the longest that fits; None for any other line.

    A scan may part its letters ("N GHỊ ĐỊNH"): a line that spells a kind but for its spaces is that kind.
    """
    if not text.isupper():
        return None
    wanted = fold(text)
    names = [kind.name for kind in vocabulary().kinds]
    fitting = [name for name in names if regex.match(rf"{regex.escape(fold(name))}(?!\w)", wanted)]
    if fitting:
        longest = max(fitting, key=len)
        return _KindWord(longest, text[len(longest) :])
    spelt = next((name for name in names if _squeezed(fold(name)) == _squeezed(wanted)), None)
    return _KindWord(spelt, "") if spelt else None


def _squeezed(text: str) -> str:
    return "".join(text.split()).strip(":.")
