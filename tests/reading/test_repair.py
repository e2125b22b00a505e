"""What is mended, what is left alone, and that the mended word stands where the spoilt one stood."""

from __future__ import annotations

import json
import random
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.repair import find_mending, repair
from pipeline.reading.repair_encodings import Encoding, encodings, find_encoding, spell
from pipeline.reading.repair_glyphs import UNSURE_CONFIDENCE, order, solve
from pipeline.reading.repair_homoglyphs import homoglyphs, mend_words
from pipeline.reading.trust import judge
from tests.reading.layers import ENGLISH, PROSE, as_glyph_numbers, in_encoding, words

TCVN3, VNI = encodings()
REGULAR, ITALIC = 0x4A4, 0x328
MOST_CHANGED = 0.002


def printed(text: str) -> str:
    mended, _ = mend_words(words(text))
    return " ".join(word.text for word in mended)


# --- homoglyphs ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("layer", "page"), homoglyphs().examples.items())
def test_examples_of_homoglyphs_are_mended(layer: str, page: str) -> None:
    assert printed(layer) == page
    assert printed(page) == page


@pytest.mark.parametrize(
    "text",
    [
        "võ sĩ, rõ ràng, Võ Văn Kiệt, bị bõ, nõn nà, đồ gõ",  # Õ is a letter of the language
        "Hõa",  # alone: no neighbour says that the page shows Hòa
        "Köln, Malmö, Björn, señor",
        "Αlpha-PVP 4,5α-epoxy β-hydroxy",
        "ð ðI",  # the arrow of a symbol font
        "Хабаровск",
        "ƣzƣq",
        "Đắk Lắk, Krông Pắc, Ngọk Réo",
    ],
)
def test_sound_or_uncertain_words_are_left_alone(text: str) -> None:
    assert printed(text) == " ".join(text.split())


def test_only_the_wrong_letters_of_a_page_change() -> None:
    layer = words("CỘNG HÕA XÃ HỘI, làm rõ Công Thƣơng 30/QĐ-UBND")
    mended, changes = mend_words(layer)
    assert " ".join(word.text for word in mended) == "CỘNG HÒA XÃ HỘI, làm rõ Công Thương 30/QĐ-UBND"
    assert [(change.layer, change.printed) for change in changes] == [("Õ", "Ò"), ("ƣ", "ư")]
    assert [word.box for word in mended] == [word.box for word in layer]
    assert [word.edges for word in mended] == [word.edges for word in layer]
    assert [word.confidence < 1 for word in mended] == [a.text != b.text for a, b in zip(layer, mended, strict=True)]


def test_form_fields_are_not_mended() -> None:
    assert mend_words(words("Công Thƣơng", source="widget"))[1] == ()


# --- encodings of before Unicode ----------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", [TCVN3, VNI], ids=["TCVN3", "VNI"])
def test_examples_of_encodings_decode(encoding: Encoding) -> None:
    for layer, page in encoding.examples.items():
        assert " ".join(spell(word, encoding) for word in layer.split()) == page


def test_every_vietnamese_letter_has_a_place() -> None:
    small = set("àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ")
    assert small <= set(TCVN3.letters.values())
    assert small <= set(VNI.letters.values())
    assert {letter.upper() for letter in small} <= set(VNI.letters.values())
    assert len(set(TCVN3.letters.values())) == len(TCVN3.letters)
    assert len(set(VNI.letters.values())) == len(VNI.letters)


@pytest.mark.parametrize("encoding", [TCVN3, VNI], ids=["TCVN3", "VNI"])
def test_a_page_decodes_and_its_boxes_stay(encoding: Encoding) -> None:
    layer = words(in_encoding(PROSE, encoding))
    mending = find_mending(layer)
    assert mending is not None
    assert [word.text.lower() for word in mending.words] == PROSE.lower().split()
    assert [word.box for word in mending.words] == [word.box for word in layer]
    assert all(word.edges is not None and len(word.edges) == len(word.text) + 1 for word in mending.words)
    assert all((word.edges or (0,))[-1] == word.box.x1 for word in mending.words)


def test_a_soft_hyphen_that_the_reader_calls_a_hyphen_is_a_letter() -> None:
    layer = in_encoding(PROSE, TCVN3).replace("\u00ad", "-")
    mending = find_mending(words(layer))
    assert mending is not None
    text = " ".join(word.text for word in mending.words)
    assert "địa phương" in text
    assert "trước ngày" in text
    assert "117/TTr-SKHĐT" in text
    assert "30/2020/NĐ-CP" in text


def test_a_font_of_capitals_gives_capitals() -> None:
    capitals = words(in_encoding("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", TCVN3), font="H")
    mending = find_mending((*capitals, *words(in_encoding(PROSE, TCVN3), font="T")))
    assert mending is not None
    assert [word.text for word in mending.words[:8]] == ["CỘNG", "HÒA", "XÃ", "HỘI", "CHỦ", "NGHĨA", "VIỆT", "NAM"]


def test_fonts_in_unicode_on_the_same_page_are_left_alone() -> None:
    unicode = words("Người ký: Ủy ban nhân dân tỉnh, cơ quan cấp chứng thư số", font="U")
    mending = find_mending((*words(in_encoding(PROSE, VNI), font="V"), *unicode))
    assert mending is not None
    assert mending.words[-len(unicode) :] == unicode


@pytest.mark.parametrize("text", [PROSE, ENGLISH, "Café à la crème, São Paulo, Malmö, Győr, Łódź " * 10, ""])
def test_other_text_is_in_no_old_encoding(text: str) -> None:
    assert find_encoding(words(text)) is None


# --- numbers of glyphs --------------------------------------------------------------------------------------

PLAIN = PROSE + " Chủ tịch ký, kỳ họp, QUÝ I, tùng, ĐÀ NẴNG, THÀNH PHỐ, Ý kiến"


def test_a_soft_hyphen_is_a_letter_where_a_word_needs_it() -> None:
    solved = solve(words(as_glyph_numbers(PLAIN + " XÃ HỘI", REGULAR).replace("\u00ad", "-"), font="N"))
    assert solved is not None
    assert [word.text for word in solved[-2:]] == ["XÃ", "HỘI"]


@pytest.mark.parametrize("start", [REGULAR, ITALIC, 0x2B0])
def test_a_layer_of_glyph_numbers_is_solved_wherever_its_letters_begin(start: int) -> None:
    solved = solve(words(as_glyph_numbers(PLAIN, start), font="N"))
    assert solved is not None
    assert [word.text for word in solved] == PLAIN.split()
    assert all(0.9 < word.confidence < 1 for word in solved)


def test_two_fonts_with_letters_of_their_own_share_a_page() -> None:
    layer = (
        *words(as_glyph_numbers(PLAIN, REGULAR), font="N"),
        *words(as_glyph_numbers(PLAIN, ITALIC), font="I"),
        *words("năm 2026 UBND 1050 h‡nh ph·p L¿O CAI C£C X„", font="B"),
    )
    solved = solve(layer)
    assert solved is not None
    assert [word.text for word in solved] == [
        *PLAIN.split() * 2,
        *["năm", "2026", "UBND", "1050", "hành", "pháp", "LÀO", "CAI", "CÁC", "Xã"],
    ]


def test_a_letter_that_the_order_does_not_know_is_kept_and_unsure() -> None:
    solved = solve(words(as_glyph_numbers(PLAIN, REGULAR) + " F\u03c5 ", font="N"))
    assert solved is not None
    assert solved[-1].text == "c\u03c5"
    assert solved[-1].confidence == UNSURE_CONFIDENCE


def test_a_word_of_another_language_is_read_but_unsure() -> None:
    solved = solve(words(as_glyph_numbers(PLAIN + " Government’s", REGULAR), font="N"))
    assert solved is not None
    assert (solved[-1].text, solved[-1].confidence) == ("Government’s", UNSURE_CONFIDENCE)


def test_what_is_not_certain_is_left_to_ocr() -> None:
    shuffled = list(order().block)
    random.Random(1).shuffle(shuffled)
    spoilt = as_glyph_numbers(PLAIN.translate(str.maketrans(order().block, "".join(shuffled))), REGULAR)
    assert solve(words(spoilt, font="N")) is None
    assert judge(words(spoilt, font="N"), 1, lambda: 0.0).kind == "broken"


@pytest.mark.parametrize("text", [PROSE, ENGLISH, "Постановление правительства о торговле " * 5])
def test_other_text_is_no_layer_of_numbers(text: str) -> None:
    assert solve(words(text)) is None


# --- in general ---------------------------------------------------------------------------------------------


def test_sound_lines_of_law_are_never_changed(shared: Path) -> None:
    """Of 58,129 lines 16 change, all of them Đ or C typed as another alphabet's letter; see docs/trust.md."""
    with (shared / "corpora" / "citation_lines.jsonl").open(encoding="utf-8") as file:
        lines = [json.loads(row)["line"] for row in islice(file, 0, None, 25)]
    table = homoglyphs().foreign
    changed = [line for line in lines if mend_words(words(line))[1]]
    assert len(changed) <= MOST_CHANGED * len(lines)
    assert all(set(line) & set(table) for line in changed)


@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=12), max_size=60))
def test_any_unicode_is_mended_without_a_crash_and_once(texts: list[str]) -> None:
    layer = tuple(word for text in texts for word in words(text))
    mended = repair(layer, judge(layer, 1, lambda: 0.0))
    assert len(mended) == len(layer)
    assert [word.box for word in mended] == [word.box for word in layer]


@given(st.text(st.sampled_from("ƢƣÕõÖöÐđhoafngưѬӋӃ̩͓ͱ 4X\\ÿĈ\x14\x12123‡·"), max_size=300))
def test_numbers_and_homoglyphs_together_are_mended_once(text: str) -> None:
    layer = words(text)
    mended = repair(layer, judge(layer, 1, lambda: 0.0))
    assert repair(mended, judge(mended, 1, lambda: 0.0)) == mended


@pytest.mark.parametrize(
    "layer",
    [in_encoding(PROSE, TCVN3), in_encoding(PROSE, VNI), as_glyph_numbers(PLAIN, REGULAR), PROSE.replace("ư", "ƣ")],
    ids=["TCVN3", "VNI", "glyphs", "homoglyphs"],
)
def test_a_mended_page_is_sound(layer: str) -> None:
    spoilt = words(layer)
    mended = repair(spoilt, judge(spoilt, 1, lambda: 0.0))
    assert judge(mended, 1, lambda: 0.0).kind == "sound"
