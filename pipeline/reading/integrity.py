"""Is the file whole? What PDFium passes over in silence: content and fonts that are damaged or missing.

A reader shows what it can of a damaged page and says nothing of the rest: of 300 copies of sound files with 1 to 40
flipped bits, 84 lost text without a sign. So qpdf's view of the file is asked: every stream that text depends on must
decode to its end and match its checksum (qpdf itself does not compare it), every font that is set must be there, and
a page whose content shows text must have given characters. That names 80 of the 84, and 3 of 26 copies that lost
nothing. `Pdf.check_pdf_syntax` names 83, but 20 of the 26 too, and takes ten times as long, for it parses all content.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pikepdf
import regex
from pikepdf import Array, Dictionary, Name, Object, Stream

from pipeline.model import Finding, Page

_Fonts = dict[tuple[int, int], bool]
"""The fonts that were looked at, by object: many pages share them."""

DAMAGED_CONFIDENCE = 0.4
LOSSES = frozenset({"file_damaged", "reader_page_count", "reader_text_missing"})
"""The findings that say that a document may not have been read to its end: it is read in part."""

MOST_BYTES = 1 << 26
"""Streams are inflated up to this size: beyond it they are no text but a bomb."""
MOST_FORMS = 500
FEW_OPERATORS, LETTERS_AN_OPERATOR = 10, 0.1
"""A page that shows text at least ten times but gave fewer letters than a tenth of that has lost them. (Sound pages
have one letter or more for each; those of spaces or dotted leaders alone have few operators.)"""

_SET_FONT = regex.compile(rb"/(?P<name>[^\s/\[\]()<>]++)\s++[-+.\d]++\s++Tf\b")

# What qpdf mends without loss of content: the bookkeeping of a file, not what stands in it.
_HARMLESS = regex.compile(
    r"""
      file\ is\ damaged | [Rr]econstruct | xref | startxref | trailer
    | stream\ length | /Length | endobj | endstream | carriage\ return | duplicated\ key | linearization
    """,
    regex.VERBOSE,
)
_PLACE = regex.compile(r"^.*?(?:\((?=object|offset|stream|trailer|xref)[^)]*\)|object \d+ \d+ at offset \d+):?\s*")
_LONGEST = 120
_BROKEN = (pikepdf.PdfError, RuntimeError, ValueError, TypeError, AttributeError, KeyError, IndexError)
"""What qpdf and pikepdf raise on objects that are not of the type their place asks for."""


def unreadable_page(number: int) -> tuple[Page, tuple[Finding, ...]]:
    """What stands for a page that PDFium cannot open: an empty one of A4, and why."""
    message = "Không mở được trang này, để trống (this page cannot be opened: left empty)"
    page = Page(number, 595.0, 842.0, 0, (), (), "empty", 0.0)
    return page, (Finding("file_damaged", "warning", message, page=number),)


def doubt_damaged(pages: Iterable[Page], findings: Iterable[Finding]) -> tuple[Page, ...]:
    """``pages``, none that is damaged surer than can be believed; what is cited on it is no surer."""
    damaged = {finding.page for finding in findings if finding.code == "file_damaged"}
    return tuple(
        replace(page, confidence=min(page.confidence, DAMAGED_CONFIDENCE)) if page.number in damaged else page
        for page in pages
    )


def check_integrity(path: Path, letters: Mapping[int, int]) -> tuple[Finding, ...]:
    """What is damaged in the file, a finding a page, then one for the file itself.

    ``letters`` are the letters and digits that were read from each page, counting from 1.
    """
    try:
        with pikepdf.open(path) as pdf:
            fonts: _Fonts = {}
            pages = [_page_finding(page, n, letters.get(n), fonts) for n, page in enumerate(pdf.pages, start=1)]
            return tuple(finding for finding in (*pages, _file_finding(pdf, len(letters))) if finding is not None)
    except pikepdf.PasswordError:
        return ()  # said by `opening`
    except _BROKEN as error:
        return (_file_damaged(str(error)),)


def _page_finding(page: pikepdf.Page, number: int, letters: int | None, fonts: _Fonts) -> Finding | None:
    try:
        damage = list(dict.fromkeys(_page_damage(page, letters, fonts)))
    except _BROKEN as error:
        damage = [f"cấu trúc của trang hỏng: {_plain(str(error))} (its structure is broken)"]
    if not damage:
        return None
    message = f"Tệp bị hỏng ở trang này, chữ đọc được có thể thiếu hoặc sai: {'; '.join(damage)}"
    return Finding("file_damaged", "warning", message, page=number)


def _page_damage(page: pikepdf.Page, letters: int | None, known: _Fonts) -> Iterator[str]:
    shown = 0
    for content, resources in _contents(page):
        if content is None:
            yield "nội dung không giải nén được đến hết (content does not decode to its end)"
            continue
        shown += content.count(b"Tj") + content.count(b"TJ")
        yield from _font_damage(content, resources, known)
    if letters is not None and shown >= FEW_OPERATORS and letters < shown * LETTERS_AN_OPERATOR:
        yield f"có {shown} lệnh in chữ mà chỉ đọc được {letters} chữ (text is shown but was not read)"


def _contents(page: pikepdf.Page) -> Iterator[tuple[bytes | None, Object]]:
    """What the page and the forms on it draw, with the resources it is drawn with; None what does not decode."""
    contents = page.obj.get("/Contents")
    streams = list(contents) if isinstance(contents, Array) else [contents] if contents is not None else []
    parts = [_decoded(stream) for stream in streams]
    yield (None if None in parts else b"\n".join(part for part in parts if part is not None)), page.resources
    seen: set[tuple[int, int]] = set()
    waiting: list[Object] = [page.resources]
    while waiting and len(seen) < MOST_FORMS:
        for form in _forms(waiting.pop()):
            if form.objgen not in seen:
                seen.add(form.objgen)
                resources = form.get("/Resources", page.resources)
                yield _decoded(form), resources
                waiting.append(resources)


def _forms(resources: Object) -> list[Object]:
    drawn = resources.get("/XObject", Dictionary())
    return [x for _, x in drawn.items() if isinstance(x, Stream) and x.get("/Subtype") == Name.Form]


def _font_damage(content: bytes, resources: Object, known: _Fonts) -> Iterator[str]:
    fonts = resources.get("/Font", Dictionary())
    for name in sorted({match["name"].decode("latin-1") for match in _SET_FONT.finditer(content)}):
        font = fonts.get(f"/{name}")
        if not isinstance(font, Dictionary) or "/Subtype" not in font:
            yield f"thiếu phông chữ {name} (a font is missing)"
        elif not _has_letters(font, known):
            yield f"bảng mã của phông chữ {name} hỏng (the letters of a font cannot be told)"


def _has_letters(font: Object, known: _Fonts) -> bool:
    """Whether it can be told which letters the glyphs of a font are, looked up once a file."""
    if not font.is_indirect:
        return all(_is_whole(stream) for stream in _letters_of(font))
    if font.objgen not in known:
        known[font.objgen] = all(_is_whole(stream) for stream in _letters_of(font))
    return known[font.objgen]


def _letters_of(font: Object) -> Iterator[Object]:
    """The streams that say which letters the glyphs of a font are: its table, or else its program."""
    if "/ToUnicode" in font:
        yield font["/ToUnicode"]
        return
    if font.get("/Subtype") == Name.Type0:
        font = font["/DescendantFonts"][0]
    descriptor = font.get("/FontDescriptor", Dictionary())
    yield from (descriptor[key] for key in ("/FontFile", "/FontFile2", "/FontFile3") if key in descriptor)


def _is_whole(stream: Object) -> bool:
    return isinstance(stream, Name) or _decoded(stream) is not None  # /Identity-H is a table by name


def _decoded(stream: Object) -> bytes | None:
    """The data of ``stream``; None where it does not decode to its end or its checksum differs."""
    if not isinstance(stream, Stream):
        return None
    try:
        if stream.get("/Filter") == Name.FlateDecode and "/DecodeParms" not in stream:
            return _inflated(stream.read_raw_bytes())
        return bytes(stream.read_bytes())
    except (pikepdf.PdfError, RuntimeError):
        return None


def _inflated(data: bytes) -> bytes | None:
    machine = zlib.decompressobj()
    try:
        text = machine.decompress(data, MOST_BYTES)
    except zlib.error:
        return None
    return (
        text if machine.eof or not data or len(text) >= MOST_BYTES else None
    )  # nothing is the content of a blank page


def _file_finding(pdf: pikepdf.Pdf, read: int) -> Finding | None:
    """What qpdf had to leave out, and pages that it has but we have not, or that the file says it should have."""
    said = pdf.Root.get("/Pages", Dictionary()).get("/Count")
    most = max(int(said) if isinstance(said, int) else 0, len(pdf.pages))
    if most > read:
        return _file_damaged(f"tệp ghi {most} trang, đọc được {read} (pages are missing)")
    harm = next((str(w) for w in pdf.get_warnings() if not _HARMLESS.search(str(w))), None)
    return None if harm is None else _file_damaged(harm)


def _file_damaged(what: str) -> Finding:
    message = f"Tệp bị hỏng, có thể đọc thiếu: {_plain(what)} (the file is damaged: content may be missing)"
    return Finding("file_damaged", "warning", message)


def _plain(message: str) -> str:
    """A message of qpdf without the name of the file and the offset."""
    return _PLACE.sub("", message.split("\n")[0])[:_LONGEST]
