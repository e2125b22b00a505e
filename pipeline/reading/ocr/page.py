"""The recipe of OCR: one page from its image to words and rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import mean, median

import cv2
import pypdfium2 as pdfium
import regex

from pipeline.model import Box, Finding, Rule, Severity, Word
from pipeline.reading.ocr.agreement import UNSURE, Agreement, Doubt, agree, alone
from pipeline.reading.ocr.cell_figures import settle_figures
from pipeline.reading.ocr.cells import find_cells, outside_cells, read_cells, without_cells
from pipeline.reading.ocr.doubts import settle_doubts
from pipeline.reading.ocr.framed import Stamp, find_stamps, without_stamps
from pipeline.reading.ocr.image_rules import find_rules, rule_masks
from pipeline.reading.ocr.orientation import quarter_turns
from pipeline.reading.ocr.print_size import font_size, stroke_width
from pipeline.reading.ocr.raised import find_raised, read_anew, with_marks, without_marks
from pipeline.reading.ocr.raster import Image, Raster, prepare, render
from pipeline.reading.ocr.restoration import Restored
from pipeline.reading.ocr.roman import count_strokes
from pipeline.reading.ocr.second_look import look_again
from pipeline.reading.ocr.second_reader import crop_line, read_lines
from pipeline.reading.ocr.stamped import read_names
from pipeline.reading.ocr.tesseract import PAGE, Read, read_words

DPI = 250
BOLD_STROKE = 1.22
"""Strokes this much wider than usual for their size are bold (measured on three scans: 1.0 plain, 1.3 to 1.5 bold)."""

ENOUGH_CONFIDENCE = 0.75
"""Mean confidence of words from which a page is taken to stand upright; sound scans have 0.93 and more."""

MOST_SHOWN = 12
"""Words that the finding about restored marks names."""

WIDEST_SPACE = 2.0
"""Heights of a word's box: more paper between two words of a line stands between two columns."""

SURE = 0.96
"""Tesseract's confidence in all words of a line, from which the second engine changes nothing (measured: a fifth of
the lines; at 0.93 two fifths, and one in fifteen of the errors in marks that are left comes from there)."""

_FIGURE = regex.compile(r"\p{N}")
_JUNK = regex.compile(r"[\s\p{S}¡¿„'‘’.,·•—–\-\[\]{}\\/:;_§¶«»]*")


@dataclass(frozen=True, slots=True)
class OcrPage:
    """What was read of one page; sizes and boxes in points of the page upright and level (see `model.Page`)."""

    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    confidence: float
    width: float
    height: float
    turn: int
    skew: float
    findings: tuple[Finding, ...] = ()


def read_page(page: pdfium.PdfPage, number: int) -> OcrPage:
    """The words and rules of a page's image, in points of the page upright and level.

    Where hardly anything could be read the page may stand sideways without looking so (a form with few words): it is
    read at the other turns too, and the surest reading is kept.
    """
    colour, dots = render(page, DPI)
    reading = _read(prepare(colour, dots, quarter_turns), number)
    if reading.confidence >= ENOUGH_CONFIDENCE:
        return reading
    others = (_read(prepare(colour, dots, _always(turns)), number) for turns in (1, 2, 3))
    return max((reading, *others), key=lambda candidate: candidate.confidence)


def _always(turns: int) -> Callable[[Image], int]:
    return lambda _: turns


def _read(raster: Raster, number: int) -> OcrPage:
    stamps = find_stamps(raster.grey, raster.dpi)
    raster = replace(raster, grey=without_stamps(raster.grey, stamps))
    masks = rule_masks(raster.grey, raster.dpi)
    rules = find_rules(raster, masks)
    image = _without_rules(raster, rules)
    cells = find_cells(raster, masks)
    open_image = without_cells(image, cells)
    found = look_again(open_image, outside_cells(read_words(open_image, raster.dpi, PAGE), cells), raster.dpi)
    marks = find_raised(image, found, raster.dpi)
    image = without_marks(image, marks)
    outside = read_anew(image, [read for read in found if _is_print(read)], marks, raster.dpi)
    inside = read_cells(raster, cells, first_line=1 + max((read.line for read in outside), default=0))
    twice = settle_doubts(count_strokes(_read_twice([*outside, *inside], image), image), image)
    settled = settle_figures([read for line in twice for read in line.reads], cells, raster)
    names = read_names(raster, first_line=1 + max((read.line for read in settled), default=0))
    reads = [*settled, *names]
    words = with_marks(_words(reads, raster, number), reads, marks, raster.dots)
    confidence = mean(word.confidence for word in words) if words else 0.0
    doubts = (_two_readings(doubt, raster.dots, number) for line in twice for doubt in line.doubts)
    framed = (_stamp_seen(stamp, raster.dots, number) for stamp in stamps)
    findings = (*framed, *doubts, *_marks_restored([change for line in twice for change in line.restored], number))
    return OcrPage(words, rules, confidence, *raster.size, raster.turn, raster.skew, findings)


def _read_twice(first: Sequence[Read], image: Image) -> list[Agreement]:
    """Each stretch of a line with the better of two readings; with one where that is sure and has no figure."""
    lines = [stretch for line in _lines(first) for stretch in _stretches(line)]
    second = iter(read_lines([crop_line(line, image) for line in lines if not _is_sure(line)]))
    return [alone(line) if _is_sure(line) else agree(line, next(second)) for line in lines]


def _is_sure(line: Sequence[Read]) -> bool:
    return all(read.confidence >= SURE and not _FIGURE.search(read.text) for read in line)


def _stamp_seen(stamp: Stamp, dots: float, number: int) -> Finding:
    x, y, width, height = (side / dots for side in stamp.box)
    message = f"Dấu đóng khung, không thuộc nội dung văn bản (a framed stamp, no part of the text): “{stamp.text}”"
    return Finding("stamp_seen", "info", message, number, (Box(number, x, y, x + width, y + height),))


def _two_readings(doubt: Doubt, dots: float, number: int) -> Finding:
    message = (
        f"Hai cách nhận dạng cho hai kết quả: “{doubt.second}” và “{doubt.first}”; hãy đối chiếu với trang "
        "(read in two ways; look at the page)"
    )
    settled = doubt.read.confidence >= UNSURE  # print that two more looks read alike
    severity: Severity = "info" if settled else "warning"
    return Finding("ocr_two_readings", severity, message, number, (_box(doubt.read, dots, number),))


def _marks_restored(changes: Sequence[Restored], number: int) -> Iterator[Finding]:
    if not changes:
        return
    counted = Counter(f"{change.before} → {change.after}" for change in changes)
    shown = [f"{change} ({times})" if times > 1 else change for change, times in counted.most_common(MOST_SHOWN)]
    more = ["…"] if len(counted) > MOST_SHOWN else []
    message = (
        f"Điền lại dấu theo ngữ cảnh cho {len(changes)} chữ nhận dạng thiếu hoặc sai dấu "
        f"(marks set right by context): {', '.join([*shown, *more])}"
    )
    yield Finding("ocr_marks_restored", "info", message, number)


def _box(read: Read, dots: float, number: int) -> Box:
    return Box(number, read.x0 / dots, read.top / dots, read.x1 / dots, read.bottom / dots)


def _without_rules(raster: Raster, rules: Sequence[Rule]) -> Image:
    clean = raster.grey.copy()
    for rule in rules:
        a = (int(rule.x0 * raster.dots), int(rule.top * raster.dots))
        b = (int(rule.x1 * raster.dots), int(rule.bottom * raster.dots))
        cv2.line(clean, a, b, 245, max(int(raster.dpi * 0.02), 3))
    return clean


def _is_print(read: Read) -> bool:
    return not _JUNK.fullmatch(read.text) or read.text in ("-", "–", "+")


def _words(reads: Sequence[Read], raster: Raster, number: int) -> tuple[Word, ...]:
    """The words in points; bold are those whose strokes are wide for their size, against the rest of the page."""
    sizes = [size for line in _lines(reads) for size in [font_size(line, raster.grey)] * len(line)]
    strokes = [stroke_width(read, raster.grey) / size for read, size in zip(reads, sizes, strict=True)]
    usual = median(strokes) if strokes else 1.0
    return tuple(
        _word(read, raster.dots, number, size, stroke > BOLD_STROKE * usual)
        for read, size, stroke in zip(reads, sizes, strokes, strict=True)
    )


def _lines(reads: Sequence[Read]) -> list[list[Read]]:
    return [list(line) for _, line in groupby(reads, key=lambda read: read.line)]


def _stretches(line: Sequence[Read]) -> list[list[Read]]:
    """A line parted where paper lies between two columns: the line recogniser loses its spaces there, and marks."""
    widest = WIDEST_SPACE * median(read.bottom - read.top for read in line)
    stretches = [[line[0]]]
    for before, read in pairwise(line):
        if read.x0 - before.x1 > widest:
            stretches.append([])
        stretches[-1].append(read)
    return stretches


def _word(read: Read, dots: float, number: int, size: float, bold: bool) -> Word:
    return Word(
        text=read.text,
        box=_box(read, dots, number),
        size=round(size / dots * 2) / 2,
        baseline=read.baseline / dots,
        bold=bold,
        confidence=read.confidence,
        source="ocr",
    )
