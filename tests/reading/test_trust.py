"""What each kind of text layer is taken for, and that nothing makes the test fall over."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.repair import repair
from pipeline.reading.repair_encodings import encodings
from pipeline.reading.trust import Verdict, judge
from tests.reading.layers import CHEMICALS, ENGLISH, PROSE, as_western, in_encoding, without_marks, words

TCVN3, VNI = encodings()
PRINT = 0.0
SCAN = 1.0


def verdict(text: str, image_share: float = PRINT) -> Verdict:
    return judge(words(text), 1, lambda: image_share)


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        ENGLISH,
        CHEMICALS,
        "STT 1.776.725 2.215,6 12,5% 3 4 5 6 7 8 9=7/4 1.234 5.678 " * 20,
        "Họ và tên: ............................... Ngày sinh: ....../....../........ Số: ............/" * 6,
        "\uf0b7 " * 40 + PROSE,
        PROSE + ENGLISH,
        PROSE + "中华人民共和国 云南省 河口县 " * 6,
        "Vu le décret relatif à l'organisation des établissements publics de santé, il est décidé ce qui suit " * 3,
        "대한민국 정부 협력 " * 20,
        "Tổng cộng",
        "UBND HĐND KH-UBND QĐ-TTg BNNPTNT ĐCK-CTT VT, KGVX " * 12,
    ],
    ids=[
        "prose",
        "english",
        "chemicals",
        "numbers",
        "form",
        "bullets",
        "bilingual",
        "chinese-names",
        "french",
        "korean",
        "few-words",
        "abbreviations",
    ],
)
def test_sound_pages_are_believed(text: str) -> None:
    found = verdict(text)
    assert (found.kind, found.confidence, found.findings, found.text_source) == ("sound", 1.0, (), "text")


BROKEN = "7+ѬѪ1* ĈӝF OұS 7ӵ do +ҥQK ph˙c FӫD YӅ YLӋF FKҩS h‡nh ph·p OXұW YұW OLӋX Qә QJKLӋS WӍQK ÿӏQK "


@pytest.mark.parametrize(
    "text",
    [
        BROKEN * 5,
        without_marks(PROSE),
        as_western(PROSE),
        "\ue001\ue002\ue003 \ue004\ue005\ue006\ue007 \ue008\ue009 " * 20,
        "\x14\x1b\x14\x12 \x15\x13\x15 \x17\x18\x19\x1a " * 3,
        PROSE.replace("n", "\ufffd"),
        "Thgc hiện nhiệni vự ủay bện nhđn dơn tỉưh cêc hujện thôxh phữ đượx giưo kiựm trư đưa " * 5,
    ],
    ids=["broken-map", "no-marks", "western", "private-use", "control", "replacement", "wrong-letters"],
)
def test_layers_that_are_not_what_one_sees_are_not_believed(text: str) -> None:
    found = verdict(text)
    assert (found.kind, found.text_source) == ("broken", "text")
    assert found.confidence < 0.5
    assert [finding.code for finding in found.findings] == ["text_layer_broken"]


@pytest.mark.parametrize(
    ("text", "method"),
    [
        (PROSE.replace("ư", "ƣ").replace("Ư", "Ƣ").replace("HÒA", "HÕA"), "homoglyphs"),
        (in_encoding(PROSE, TCVN3), "TCVN3"),
        (in_encoding(PROSE, VNI), "VNI"),
    ],
)
def test_what_can_be_mended_with_certainty_is_mended_and_said(text: str, method: str) -> None:
    found = verdict(text)
    assert found.kind == "repairable"
    assert found.text_source == "repaired"
    assert found.mending is not None
    assert found.mending.method == method
    assert 0.9 <= found.confidence < 1
    assert [finding.code for finding in found.findings] == ["text_layer_repaired"]
    assert " ".join(word.text for word in repair(words(text), found)).lower() == " ".join(PROSE.split()).lower()


def test_the_finding_counts_what_was_changed() -> None:
    found = verdict("BỘ CÔNG THƢƠNG CỘNG HÕA XÃ HỘI hƣớng dẫn, đƣợc")
    assert "Õ→Ò 1 lần, Ƣ→Ư 1 lần, ƣ→ư 2 lần" in found.findings[0].message


def test_scans_and_blank_pages_are_empty() -> None:
    scan, blank, stamp = verdict("", SCAN), verdict(""), verdict("Người ký: Văn phòng", SCAN)
    assert [v.kind for v in (scan, blank, stamp)] == ["empty"] * 3
    assert [v.findings[0].code for v in (scan, blank, stamp)] == ["page_scanned", "page_empty", "page_scanned"]


def test_the_picture_is_not_measured_where_text_is_plenty() -> None:
    def never() -> float:
        raise AssertionError("asked for the picture of a page of prose")

    assert judge(words(PROSE), 1, never).kind == "sound"


def test_a_page_of_names_beyond_the_spelling_is_doubtful_not_broken() -> None:
    names = "xã Đăkrông Ngọkréo Đăktờkan Đăkrơông Đăknhoong Đăkplô Đăkmôn Đăkchoong Đăkpéc Đăkkroong "
    found = verdict(PROSE + names * 6)
    assert (found.kind, found.doubtful) == ("sound", True)
    assert found.confidence == 0.6


def test_a_page_that_lost_half_its_marks_is_doubtful_at_least() -> None:
    found = verdict(without_marks(PROSE) * 2 + PROSE)
    assert found.doubtful or found.kind == "broken"


def test_a_signature_in_a_widget_is_not_judged() -> None:
    layer = words(in_encoding(PROSE, TCVN3)) + words("Người ký: Ủy ban nhân dân", source="widget")
    found = judge(layer, 1, lambda: PRINT)
    assert found.kind == "repairable"
    assert repair(layer, found)[-1].text == "dân"


@given(
    st.lists(st.text(st.characters(exclude_categories=()), max_size=12), max_size=60), st.sampled_from([PRINT, SCAN])
)
def test_any_unicode_is_judged_and_mended_once(texts: list[str], image_share: float) -> None:
    layer = tuple(word for text in texts for word in words(text))
    found = judge(layer, 1, lambda: image_share)
    mended = repair(layer, found)
    assert len(mended) == len(layer)
    again = judge(mended, 1, lambda: image_share)
    assert repair(mended, again) == mended or found.kind != "repairable"


@given(st.text(st.sampled_from("ƢƣÕõÖöÐđhoafngư ABC¸·ßµ-ØÛoøaùû./12"), max_size=200))
def test_mending_twice_is_mending_once(text: str) -> None:
    layer = words(text)
    mended = repair(layer, judge(layer, 1, lambda: PRINT))
    assert repair(mended, judge(mended, 1, lambda: PRINT)) == mended


def test_pages_in_any_order_of_words_get_one_verdict() -> None:
    layer = list(words(in_encoding(PROSE, VNI)))
    random.Random(1).shuffle(layer)
    assert judge(layer, 1, lambda: PRINT).kind == "repairable"
