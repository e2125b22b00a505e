"""Files that real folders hold and that break readers, made at test time: each function writes one, returns its path.

What they are modelled on was seen in 6,885 public test files and 44 documents of state bodies.
"""

from __future__ import annotations

import random
import zlib
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.factories.paper import PROSE, Sheet, add_font, lines_at, new_pdf, save, text_at

USER_PASSWORD = "mat-khau"
SOUND_SHEET = Sheet(lines_at(85, 760, PROSE))


# --- files that are no documents ----------------------------------------------------------------------------


def empty_file(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def web_page(path: Path) -> Path:
    """What a portal sends when the session is over, saved under the name of the document."""
    path.write_text("<!DOCTYPE html><html><body>Phiên làm việc đã hết hạn</body></html>", encoding="utf-8")
    return path


def garbage(path: Path) -> Path:
    path.write_bytes(random.Random(1).randbytes(20_000))
    return path


def garbage_with_header(path: Path) -> Path:
    path.write_bytes(b"%PDF-1.7\n" + random.Random(2).randbytes(20_000))
    return path


def no_pages(path: Path) -> Path:
    return save(new_pdf([]), path)


# --- files that lost something ------------------------------------------------------------------------------


def without_last_bytes(path: Path, source: Path, missing: int = 600) -> Path:
    """A download that broke off just before the end: the cross-reference table is gone, the pages are there."""
    path.write_bytes(source.read_bytes()[:-missing])
    return path


def first_half(path: Path, source: Path) -> Path:
    data = source.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    return path


# --- files under lock ---------------------------------------------------------------------------------------


def password_needed(path: Path) -> Path:
    lock = pikepdf.Encryption(user=USER_PASSWORD, owner="chu-so-huu", R=6)
    return save(new_pdf([SOUND_SHEET]), path, encryption=lock)


def owner_password_only(path: Path) -> Path:
    """Opens without a password; only printing and changing are forbidden. Common on portals; must be read."""
    lock = pikepdf.Encryption(user="", owner="chu-so-huu", R=4, allow=pikepdf.Permissions(extract=False))
    return save(new_pdf([SOUND_SHEET]), path, encryption=lock)


# --- files that are too much --------------------------------------------------------------------------------


def flate_bomb(path: Path, mebibytes: int = 64) -> Path:
    """A page whose content stream is a thousand times larger when it is inflated."""
    pdf = new_pdf([SOUND_SHEET])
    packed = zlib.compress(b" " * (mebibytes * 2**20), 9)
    pdf.pages[0].obj.Contents = pikepdf.Stream(pdf, packed, Filter=Name.FlateDecode)
    return save(pdf, path, compress_streams=False)


def many_paths(path: Path, strokes: int = 60_000) -> Path:
    """A drawing of very many strokes (a map, a hatched plan) under sound text."""
    chance = random.Random(3)
    points = (chance.randint(0, 590) for _ in range(4 * strokes))
    drawing = b"".join(b"%d %d m %d %d l S\n" % quad for quad in zip(points, points, points, points, strict=True))
    return save(new_pdf([Sheet(SOUND_SHEET.content + drawing)]), path)


def many_rules(path: Path, lines: int = 400) -> Path:
    """A grid of ``lines`` by ``lines`` rules: squared paper, which no table reader may try to take for a table."""
    step = 500 / lines
    across = (b"40 %.2f m 540 %.2f l S\n" % (y, y) for y in (40 + step * k for k in range(lines + 1)))
    down = (b"%.2f 40 m %.2f 540 l S\n" % (x, x) for x in (40 + step * k for k in range(lines + 1)))
    return save(new_pdf([Sheet(SOUND_SHEET.content + b"".join(across) + b"".join(down))]), path)


# --- pages that are read wrongly ----------------------------------------------------------------------------


def _letterhead(number: str, day: str) -> bytes:
    return b"".join(
        (
            text_at(90, 790, "ỦY BAN NHÂN DÂN", 12),
            text_at(300, 790, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12),
            text_at(95, 774, "TỈNH HÒA GIANG", 12),
            text_at(330, 774, "Độc lập - Tự do - Hạnh phúc"),
            text_at(80, 745, "Số:"),
            text_at(105, 745, number),
            text_at(135, 745, "/KH-UBND"),
            text_at(310, 745, f"Hòa Giang, ngày {day} tháng 5 năm 2024"),
            text_at(255, 710, "KẾ HOẠCH", 14),
            text_at(170, 692, "Kiểm tra công tác văn thư năm 2024", 14),
            lines_at(85, 650, PROSE),
        )
    )


def number_in_form_widget(path: Path) -> Path:
    """A signed file: the page text says "Số:    /KH-UBND", the number 329 stands in the appearance of a widget."""
    pdf = new_pdf([Sheet(_letterhead("", "06"))])
    widget = _shown(pdf, (102, 740, 132, 760), "329", Subtype=Name.Widget, FT=Name.Sig, T=b"So van ban")
    pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array([widget]), SigFlags=3))
    return save(pdf, path)


def number_in_stamp(path: Path) -> Path:
    """The same number in the appearance of a stamp annotation."""
    pdf = new_pdf([Sheet(_letterhead("", "06"))])
    _shown(pdf, (102, 740, 132, 760), "329", Subtype=Name.Stamp)
    return save(pdf, path)


def hidden_annotation(path: Path) -> Path:
    """A stamp with the flag Hidden set: it is not on the page that one sees, so it is not read."""
    pdf = new_pdf([Sheet(_letterhead("", "06"))])
    _shown(pdf, (102, 740, 132, 760), "329", Subtype=Name.Stamp, F=2)
    return save(pdf, path)


def _shown(pdf: pikepdf.Pdf, rect: tuple[float, float, float, float], text: str, **entries: object) -> pikepdf.Object:
    """An annotation of the first page that shows ``text``."""
    x0, y0, x1, y1 = rect
    form = pdf.make_stream(
        text_at(1, 5, text),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, x1 - x0, y1 - y0]),
        Resources=Dictionary(Font=Dictionary(F1=add_font(pdf))),
    )
    page = pdf.pages[0].obj
    fields = {"Type": Name.Annot, "Rect": Array(rect), "F": 4, "AP": Dictionary(N=form), "P": page} | entries
    annotation = pdf.make_indirect(Dictionary(**fields))
    page.Annots = Array([*page.get("/Annots", []), annotation])
    return annotation


def rotated_page(path: Path) -> Path:
    """A landscape page stored upright with /Rotate 90: the text runs upwards in the file, level on the screen."""
    turned = b"q 0 1 -1 0 595 0 cm\n" + lines_at(85, 500, PROSE) + b"Q\n"
    return save(new_pdf([Sheet(turned, rotate=90)]), path)


def cropped_page(path: Path) -> Path:
    """A crop box that starts at (50, 100): coordinates on the page count from its corner."""
    return save(new_pdf([Sheet(SOUND_SHEET.content, crop=(50, 100, 560, 800))]), path)


def broken_to_unicode(path: Path) -> Path:
    """A page that looks right and whose letters come out as others: the map is shifted into Cyrillic and beyond."""
    return save(new_pdf([SOUND_SHEET], shift=0x400), path)


def picture_only(path: Path) -> Path:
    """A scan: one grey picture over the whole page, no text."""
    pdf = new_pdf([Sheet(b"q 595 0 0 842 0 0 cm /Im1 Do Q\n")])
    picture = pdf.make_stream(
        bytes(range(0, 256, 4)) * 64,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=64,
        Height=64,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
    )
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Im1=picture))
    return save(pdf, path)


def blank_page_between(path: Path) -> Path:
    return save(new_pdf([SOUND_SHEET, Sheet(b""), SOUND_SHEET]), path)


def very_tall_page(path: Path) -> Path:
    """832 x 3049 points, as one real annex is: a web page printed onto one sheet."""
    return save(new_pdf([Sheet(lines_at(85, 2980, PROSE * 30), size=(832, 3049))]), path)


def hyphen_at_line_end(path: Path, hyphen: str = "-") -> Path:
    """A document number that is broken at its hyphen: "117/QĐ-" and "UBND" stand on two lines."""
    lines = (
        *PROSE[:2],
        f"theo quy định; tiếp tục thực hiện nghiêm túc Quyết định số 117/QĐ{hyphen}",
        "UBND ngày 15/01/2024 của Ủy ban nhân dân tỉnh về cải cách hành chính.",
    )
    return save(new_pdf([Sheet(lines_at(85, 760, lines))]), path)


def white_and_shaded_rules(path: Path) -> Path:
    """White lines and shaded bands around prose, as word processors leave them: there is no table on this page."""
    bands = b"".join(b"0.85 g 80 %d 460 14 re f\n" % y for y in (756, 720))
    lines = b"1 G 0.5 w " + b"".join(b"80 %d m 540 %d l S\n" % (y, y) for y in range(690, 780, 18))
    uprights = b"".join(b"%d 690 m %d 780 l S\n" % (x, x) for x in (80, 230, 390, 540))
    return save(new_pdf([Sheet(bands + lines + uprights + b"0 g 0 G\n" + SOUND_SHEET.content)]), path)


# --- letterheads --------------------------------------------------------------------------------------------


def letterhead_of(path: Path, issuer: tuple[str, ...], number: str = "Số: 15/BC-SYT") -> Path:
    """A report whose left column names these bodies, line by line, over its number."""
    left = lines_at(80, 790, issuer, 12, 15)
    right = (
        text_at(300, 790, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12)
        + text_at(330, 775, "Độc lập - Tự do - Hạnh phúc")
        + text_at(310, 745, "Hòa Giang, ngày 05 tháng 7 năm 2024")
    )
    body = text_at(265, 700, "BÁO CÁO", 14) + text_at(190, 682, "Kết quả công tác năm 2023", 14)
    sheet = Sheet(left + right + text_at(90, 735, number) + body + lines_at(85, 640, PROSE))
    return save(new_pdf([sheet]), path)
