"""Text layers made by hand: words without a page, and the ways in which layers go wrong."""

from __future__ import annotations

import regex

from pipeline.folding import strip_marks
from pipeline.model import Box, Word
from pipeline.reading.repair_encodings import Encoding
from pipeline.reading.repair_glyphs import order

_SPACE = regex.compile(r"[ \n]+")
"""Not ``\\s``: to Python some control characters are spaces, and they are digits in layers of glyph numbers."""

MACINTOSH = bytes(code for code in range(0x80, 0x100) if code not in (0xCA, 0xF0)).decode("mac_roman") + "ŁłŠšŽž¦ÐðÝýÞþ"

PROSE = """
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc
Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025; Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3
năm 2020 của Chính phủ về công tác văn thư; Theo đề nghị của Giám đốc Sở Kế hoạch và Đầu tư tại Tờ trình số
117/TTr-SKHĐT
ngày 12 tháng 01 năm 2024, Ủy ban nhân dân tỉnh ban hành Kế hoạch triển khai thực hiện Chương trình mục tiêu quốc gia
xây dựng nông thôn mới trên địa bàn tỉnh giai đoạn 2021 - 2025, với những nội dung sau đây: Mục đích, yêu cầu; nhiệm
vụ và giải pháp chủ yếu; kinh phí thực hiện; tổ chức thực hiện. Các sở, ban, ngành, Ủy ban nhân dân các huyện, thành
phố có trách nhiệm phối hợp, kiểm tra, đôn đốc, báo cáo kết quả trước ngày 15 tháng 12 hằng năm.
"""

ENGLISH = """
SOCIALIST REPUBLIC OF VIETNAM Independent - Freedom - Happiness. Pursuant to the Law on Drug Prevention and Control of
March 30, 2021; Pursuant to the Government's Decree detailing and guiding the implementation of a number of articles;
The company is responsible for strictly complying with the provisions of the law and the license issued by the agency.
"""

CHEMICALS = """
STT Tên chất Tên khoa học Mã thông tin CAS 11 DMA 2,5-dimethoxy-alpha-methylphenylethylamine 2801-68-5 12 DMHP
3-(1,2-dimethylheptyl)-7,8,9,10-tetrahydro-6,6,9-trimethyl-6H-dibenzo pyran-1-ol 32904-22-6 Bezitramide Dipipanone
4,4-diphenyl-6-piperidine-3-heptanone 467-83-4 Methyldesorphine Thebacon Acethyldihydrocodeinone Naphthalen-1-yl
"""


def words(text: str, font: str = "", source: str = "text") -> tuple[Word, ...]:
    """The words of ``text`` ten points apart, with an edge for every character."""
    return tuple(_word(part, 10.0 * index, font, source) for index, part in enumerate(_SPACE.split(text)) if part)


def _word(text: str, x0: float, font: str, source: str) -> Word:
    edges = tuple(x0 + step for step in range(len(text) + 1))
    box = Box(1, x0, 0, x0 + len(text), 10)
    return Word(text, box, 14, 10, font=font, edges=edges, source="widget" if source == "widget" else "text")


def in_encoding(text: str, encoding: Encoding) -> str:
    """Unicode text as a layer in an encoding of before Unicode has it (TCVN3 has no capitals with a tone)."""
    layer = {printed: letters for letters, printed in reversed(encoding.letters.items())}
    return "".join(layer.get(c) or layer.get(c.lower()) or c for c in text)


def without_marks(text: str) -> str:
    """As an OCR that knows no Vietnamese reads it: no marks, and now and then a sign or another letter."""
    plain = strip_marks(text).replace("ONG", "QNG").replace("HOI", "HO!")
    return plain.replace("dinh", "djnh")


def as_western(text: str) -> str:
    """As an OCR for French reads it: only the marks that French has."""
    kept = set("àâéèêôùûîÀÂÉÈÊÔÙÛÎ")
    nearest = {"ậ": "â", "ầ": "â", "ấ": "â", "ệ": "ê", "ế": "ê", "ề": "ê", "ộ": "ô", "ố": "ô", "ồ": "ô"}
    return "".join(c if c in kept else nearest.get(c, strip_marks(c)) for c in text)


def as_glyph_numbers(text: str, start: int) -> str:
    """As a layer of glyph numbers has ``text``, in a font whose Vietnamese letters begin at ``start``."""
    return "".join(_glyph_number(character, start) for character in text)


def _glyph_number(character: str, start: int) -> str:
    glyphs = order()
    own = {letter: number for number, letter in glyphs.own_places.items()}
    if character.isspace() or character in own:
        return own.get(character, character)
    if character.isascii():
        return chr(ord(character) - glyphs.ascii)
    if character in glyphs.block:
        return chr(start + glyphs.block.index(character))
    if character in glyphs.horns:
        return chr(start - glyphs.horns_before + glyphs.horns.index(character))
    return chr(glyphs.first_macintosh + MACINTOSH.index(character)) if character in MACINTOSH else character
