"""Lines of running text to paragraphs, over line and page breaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from pipeline.folding import strip_marks
from pipeline.layout.lines import breaks_word, join_lines
from pipeline.model import Alignment, LaidOutPage, Line, Paragraph

INDENT = 8.0
"""pt: a line that begins this far right of the margin is indented (first lines are by 28-36 pt, 1 to 1.27 cm)."""

SHORT_SHARE = 0.08
"""A line that ends this share of the text width before the right margin ends its paragraph."""

GAP_SHARE = 0.75
"""White between two lines beyond this share of their size begins a new paragraph, where lines are set close."""

WIDER_SHARE, WIDER_AFTER_SENTENCE = 0.6, 0.25
"""Lines set further apart: a paragraph begins where the white is wider than usual by this share of the size, or,
after the end of a sentence, by the smaller share (6 pt: Nghị định 30/2020/NĐ-CP, appendix I, part of form 6)."""

ENOUGH_LINES, FEWEST_LINES = 6, 3
MARGIN_SHARE = 0.13
"""Without full lines, margins are this share of the page width (30 mm and 20 mm of 210: Nghị định 30/2020/NĐ-CP)."""

_CENTER_PLAY = 0.04
MOST_REMARK_LINES = 5
_BULLET = regex.compile(r"^(?:(?:[-–—+*•●○◦▪■□►➢✓❖]|\p{Co}|o(?=\s\p{Lu}))\s|[-–—+•]\p{L})")
"""Private characters are the bullets of symbol fonts; "o" is the one Word sets in Courier."""

_NUMBERED_PART = r"""
        (?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu\ mục|TIỂU\ MỤC|Điều|ĐIỀU|Phụ\ lục|PHỤ\ LỤC)\ [\p{Lu}\p{Nd}]
      | (?:Phần|PHẦN)\ (?:thứ|THỨ)\ \p{L}+
"""
_NUMBERED_ITEM = r"""
        [IVXLC]{1,6}\s?[.)/-][-–]?\s
      | \p{Nd}{1,2}(?:\.\p{Nd}{1,2}){0,3}\.?\s\p{Lu}
      | \p{Nd}{1,2}(?:\.\p{Nd}{1,2}){0,3}(?:[.)/][-–.]?|-)\s
      | [a-zđ]\p{Nd}{0,2}(?:[)/]|[.)]-)\s
      | \((?:\p{Nd}{1,2}|[ivx]{1,4})\)\s
"""
_NUMBERED = regex.compile(rf"^(?:{_NUMBERED_PART}|{_NUMBERED_ITEM})", regex.VERBOSE)
_PART_WORD = regex.compile(r"^(?:PHAN|CHUONG|MUC|PHU LUC) (?:[IVXLC]+|\p{Nd}{1,2}|THU \p{L}+)\b")
"""In capitals without marks: a scan may read "PHÂN II"."""

_ITEM = regex.compile(rf"^(?:{_NUMBERED_ITEM}|{_BULLET.pattern[1:]})", regex.VERBOSE)
_PART_NUMBER = regex.compile(
    r"""(?: phần | chương | mục | tiểu\ mục | phụ\ lục | phụ\ biểu )
        (?: \s+ (?: số\s+ )? (?: [IVXLC]{1,6} | \p{Nd}{1,2} | thứ\ \p{L}+ | [A-Z] ) )? \s* [:.]?""",
    regex.VERBOSE | regex.IGNORECASE,
)
_REMARK = regex.compile(r"\(\s*(?:kèm|ban hành|đính kèm|trích)\b.*\)", regex.IGNORECASE)
_SENTENCE_END = regex.compile(r"(?:[.;:!?]|\.\s?/)['”\"»)]*$")
"""A stroke ends a text only in "./.", which a scan may cut to "./": "Nghị định số 27/2022/" goes on."""

_ENDS_BEFORE_FIGURE = regex.compile(r"\b(?:ngày|tháng|năm|số)$")
"""No paragraph ends so before a figure: "Văn bản số 1023/STP-XDKT ngày" | "08/8/2025"."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The left and right margin of the running text of one page (x), and the usual white between its lines (pt)."""

    left: float
    right: float
    white: float = 0.0

    @property
    def width(self) -> float:
        return max(self.right - self.left, 1.0)


def make_paragraphs(pages: Sequence[LaidOutPage]) -> tuple[Paragraph, ...]:
    """The paragraphs of the body lines of all pages, in reading order."""
    groups: list[list[Line]] = []
    measures = _measures(pages)
    for page in pages:
        measure = measures[page.page.number]
        for line in page.body:
            previous = groups[-1][-1] if groups else None
            if previous is not None and _continues(groups[-1], line, measures[previous.box.page], measure, page):
                groups[-1].append(line)
            else:
                groups.append([line])
    return tuple(_paragraph(group, measures[group[0].box.page]) for group in groups)


def _measures(pages: Sequence[LaidOutPage]) -> dict[int, Measure]:
    """The margins of every page; one with few full lines takes those of a page of its size, or of its table."""
    known = {page.page.number: found for page in pages if (found := _own_measure(page)) is not None}
    margins = {page.page.number: known.get(page.page.number) or _borrowed(page, pages, known) for page in pages}
    return {page.page.number: replace(margins[page.page.number], white=_usual_white(page)) for page in pages}


def _usual_white(page: LaidOutPage) -> float:
    """The white that most lines of a page leave above them: a paragraph has more lines than beginnings."""
    gaps = (b.box.top - a.box.bottom for a, b in pairwise(page.body) if abs(a.size - b.size) < 0.1 * b.size)
    counts = Counter(round(gap * 2) / 2 for gap in gaps if gap > 0)
    return min((gap for gap, count in counts.items() if 2 * count >= max(counts.values())), default=0.0)


def _own_measure(page: LaidOutPage) -> Measure | None:
    """Margins of a page with enough full lines, of which some begin at the margin and some with an indent."""
    measure = _outer_measure(page)
    if measure is None or not any(line.box.x0 - measure.left > INDENT for line in _wide_lines(page)):
        return None
    return measure


def _outer_measure(page: LaidOutPage) -> Measure | None:
    """Where the full lines of a page begin and end; its paragraphs may all be of one indented line."""
    wide = _wide_lines(page)
    return _span(wide) if len(wide) >= ENOUGH_LINES else None


def _span(wide: Sequence[Line]) -> Measure:
    left = _leftmost([line.box.x0 for line in wide])
    right = max(_rightmost([line.box.x1 for line in wide]), max(line.box.x1 for line in wide) - 6)
    return Measure(left, right)


def _wide_lines(page: LaidOutPage) -> list[Line]:
    return [line for line in page.body if line.box.width > 0.5 * page.page.width]


def _borrowed(page: LaidOutPage, pages: Sequence[LaidOutPage], known: dict[int, Measure]) -> Measure:
    first = min((line.box.x0 for line in page.body), default=0.0)
    alike = [known[other.page.number] for other in pages if other.page.number in known and _same_size(page, other)]
    fitting = [measure for measure in alike if measure.left <= first + 3]
    if fitting:
        return max(fitting, key=lambda measure: measure.left)
    own = _outer_measure(page)
    if own is not None:
        return own
    tables = [grid.box for grid in page.grids if grid.box.width > 0.5 * page.page.width]
    if tables:
        return Measure(min(box.x0 for box in tables), max(box.x1 for box in tables))
    pooled = [line for other in pages if _same_size(page, other) for line in _wide_lines(other)]
    if len(pooled) >= FEWEST_LINES:
        return _span(pooled)
    return Measure(MARGIN_SHARE * page.page.width, (1 - MARGIN_SHARE) * page.page.width)


def _same_size(page: LaidOutPage, other: LaidOutPage) -> bool:
    return abs(page.page.width - other.page.width) < 5


def _leftmost(values: Sequence[float]) -> float:
    """The leftmost position, to 4 pt, at which more than one line begins."""
    counts = Counter(round(value / 4) * 4 for value in values)
    return float(min((value for value, count in counts.items() if count > 1), default=min(counts)))


def _rightmost(values: Sequence[float]) -> float:
    """The position, to 4 pt, at which most lines end; of two as frequent the one further right."""
    counts = Counter(round(value / 4) * 4 for value in values)
    return float(max(value for value, count in counts.items() if 2 * count >= max(counts.values())))


def _continues(group: list[Line], line: Line, before: Measure, measure: Measure, page: LaidOutPage) -> bool:
    """Whether ``line`` goes on with the paragraph of ``group``."""
    previous = group[-1]
    broken = _breaks(previous.passage.text, line.passage.text)
    if _in_brackets(group) and line.box.page == previous.box.page:
        return True
    if (
        _starts_item(line, measure)
        or _starts_item_at_margin(line, previous)
        or not (broken or _same_print(group, line))
        or _is_part_number(group)
        or _is_remark(group)
    ):
        return False
    centred = [_is_centred(previous, before), _is_centred(line, measure)]
    if previous.box.page != line.box.page:
        return not any(centred) and _runs_over(previous, line, before, measure, page)
    if _is_set_apart(previous, line, measure):
        return False
    if any(centred):
        return all(centred)
    if broken:
        return True
    return _ends_full(previous, before, line) and line.box.x0 - measure.left < _hanging(group, measure) + INDENT


def _breaks(above: str, below: str) -> bool:
    """Whether a line break stands inside a reference or a date, whatever the print: "27/2022/" | "NĐ-CP"."""
    return breaks_word(above, below) or bool(_ENDS_BEFORE_FIGURE.search(above) and below[:1].isdigit())


def _is_set_apart(previous: Line, line: Line, measure: Measure) -> bool:
    """Whether the white between two lines is that between paragraphs; what is usual is seen from the page."""
    white = line.box.top - previous.box.bottom
    wider = (white - measure.white) / line.size
    if wider > WIDER_AFTER_SENTENCE and _SENTENCE_END.search(previous.passage.text):
        return True
    return wider > WIDER_SHARE if measure.white > WIDER_AFTER_SENTENCE * line.size else white > GAP_SHARE * line.size


def _in_brackets(group: Sequence[Line]) -> bool:
    """A remark in brackets under a title ("(Kèm theo Kế hoạch số …") goes on until the bracket closes."""
    if len(group) > MOST_REMARK_LINES or not group[0].passage.text.startswith("("):
        return False
    text = " ".join(line.passage.text for line in group)
    return text.count("(") > text.count(")")


def _is_remark(group: Sequence[Line]) -> bool:
    """A remark in brackets that is complete: nothing goes on after "(Kèm theo Quyết định số …)"."""
    text = " ".join(line.passage.text for line in group)
    return bool(_REMARK.fullmatch(text)) and text.count("(") == text.count(")")


def _is_part_number(group: Sequence[Line]) -> bool:
    """A line of its own that only numbers a part ("Chương I", "PHỤ LỤC 2"); the title of the part follows it."""
    return len(group) == 1 and bool(_PART_NUMBER.fullmatch(group[0].passage.text))


def _starts_item(line: Line, measure: Measure) -> bool:
    indented = line.box.x0 - measure.left > INDENT
    text = line.passage.text
    return (indented and bool(_BULLET.match(text))) or ((indented or line.bold) and _is_numbered(text))


def _is_numbered(text: str) -> bool:
    return bool(_NUMBERED.match(text) or _PART_WORD.match(strip_marks(text)))


def _starts_item_at_margin(line: Line, previous: Line) -> bool:
    """Where items are not indented, one begins behind the end of a sentence or of another item."""
    return bool(_ITEM.match(line.passage.text) and _SENTENCE_END.search(previous.passage.text))


def _same_print(group: Sequence[Line], line: Line) -> bool:
    """Whole lines of another weight or size begin a new paragraph; a bold run at its start does not."""
    previous = group[-1]
    if abs(previous.size - line.size) > 0.15 * line.size:
        return False
    entirely_bold = [_entirely_bold(previous), _entirely_bold(line)]
    return entirely_bold[0] == entirely_bold[1] or (len(group) > 1 and not entirely_bold[0])


def _entirely_bold(line: Line) -> bool:
    bold = sum(stop - start for start, stop in line.passage.bold)
    return bold >= 0.95 * len(line.passage.text)


def _runs_over(previous: Line, line: Line, before: Measure, measure: Measure, page: LaidOutPage) -> bool:
    """Whether the first line of a page goes on with the last paragraph of the page before.

    Paragraphs of the state's form begin indented by 1 to 1.27 cm, so a full line before and no indent is enough.
    """
    if page.body[0] is not line or page.masthead is not None or line.box.x0 - measure.left > INDENT:
        return False
    finished = bool(_SENTENCE_END.search(previous.passage.text)) and not _is_indented(page, measure)
    return line.passage.text[:1].islower() or (_ends_full(previous, before, line) and not finished)


def _is_indented(page: LaidOutPage, measure: Measure) -> bool:
    """Whether paragraphs of this page begin with an indent."""
    return sum(INDENT < line.box.x0 - measure.left < 6 * INDENT for line in page.body) >= 2


def _ends_full(line: Line, measure: Measure, following: Line) -> bool:
    """Whether a line is full: it reaches the right margin, or the first word of the next would not have fitted."""
    room = measure.right - line.box.x1
    if room <= SHORT_SHARE * measure.width:
        return True
    first = following.passage.pieces[0].box.width if following.passage.pieces else 0.0
    return room <= first + 0.5 * line.size and not _SENTENCE_END.search(line.passage.text)


def _hanging(group: Sequence[Line], measure: Measure) -> float:
    """How far the next line of the paragraph may be indented: hanging paragraphs keep to their second line."""
    if len(group) > 1:
        return max(group[1].box.x0 - measure.left, 0.0)
    return max(_text_start(group[0]) - measure.left, 0.0)


def _text_start(line: Line) -> float:
    """Where the text of a line begins: behind the number or dash of an item, whose other lines may hang there."""
    match = _BULLET.match(line.passage.text) or _NUMBERED.match(line.passage.text)
    behind = [piece for piece in line.passage.pieces if match and piece.start >= match.end() - 1]
    return behind[0].box.x0 if behind else line.box.x0


def _is_centred(line: Line, measure: Measure) -> bool:
    left, right = line.box.x0 - measure.left, measure.right - line.box.x1
    if line.bold and line.passage.text.isupper() and abs(left - right) <= _CENTER_PLAY * measure.width:
        return True  # a title in capitals may be as wide as the text, or wider
    return left > INDENT and right > INDENT and abs(left - right) <= _CENTER_PLAY * measure.width


def _paragraph(lines: Sequence[Line], measure: Measure) -> Paragraph:
    passage = join_lines(lines)
    size, _ = Counter(round(line.size, 1) for line in lines).most_common(1)[0]
    bold = sum(stop - start for start, stop in passage.bold) >= 0.9 * max(len(passage.text), 1)
    return Paragraph(
        passage=passage,
        lines=tuple(lines),
        indent=lines[0].box.x0 - measure.left,
        alignment=_alignment(lines, measure),
        size=size,
        bold=bold,
        italic=all(line.italic for line in lines),
    )


def _alignment(lines: Sequence[Line], measure: Measure) -> Alignment:
    if all(_is_centred(line, measure) for line in lines):
        return "center"
    if lines[0].box.x0 > measure.left + 0.4 * measure.width:
        return "right"
    reaches = any(measure.right - line.box.x1 <= SHORT_SHARE * measure.width for line in lines)
    return "justify" if reaches else "left"
