"""Normal forms of references, worked out by hand from the print; properties by hypothesis."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.citations.fold import fold, print_key
from pipeline.citations.normal import normal_ref, read_reference


@pytest.mark.parametrize(
    ("printed", "ref", "number", "symbol", "year"),
    [
        ("28/2026/NĐ-CP", "28/2026/NĐ-CP", "28", "NĐ-CP", 2026),
        ("1320 /KH-UBND", "1320/KH-UBND", "1320", "KH-UBND", None),
        ("2463 /QĐ - UBND", "2463/QĐ-UBND", "2463", "QĐ-UBND", None),
        ("57-NQ/TW", "57-NQ/TW", "57", "NQ/TW", None),
        ("301– KL/TU", "301-KL/TU", "301", "KL/TU", None),
        ("42/2024/QH15", "42/2024/QH15", "42", "QH15", 2024),
        ("14/1999/QĐ-BNN/KHCN", "14/1999/QĐ-BNN/KHCN", "14", "QĐ-BNN/KHCN", 1999),
        ("16-LCT/HĐNN7", "16-LCT/HĐNN7", "16", "LCT/HĐNN7", None),
        ("    /KH-UBND", "/KH-UBND", None, "KH-UBND", None),
        ("/2026/QĐ-UBND", "/2026/QĐ-UBND", None, "QĐ-UBND", 2026),
        ("QCVN 01:2019/BCT", "QCVN01:2019/BCT", "01", "QCVN/BCT", 2019),
        ("QCVN 08-MT:2015/BTNMT", "QCVN08-MT:2015/BTNMT", "08-MT", "QCVN/BTNMT", 2015),
        ("TCVN ISO 9001:2015", "TCVNISO9001:2015", "9001", "TCVNISO", 2015),
        ("47/2020", "47/2020", "47", None, 2020),
        ("909", "909", "909", None, None),
    ],
)
def test_a_reference_falls_into_its_parts(
    printed: str, ref: str, number: str | None, symbol: str | None, year: int | None
) -> None:
    reference = read_reference(printed)
    assert (reference.ref, reference.number, reference.symbol, reference.year) == (ref, number, symbol, year)


@pytest.mark.parametrize("printed", ["", "xin chào", "19/3/2021", "-"])
def test_what_is_no_reference_has_no_parts(printed: str) -> None:
    reference = read_reference(printed)
    assert (reference.number, reference.symbol, reference.year) == (None, None, None)


def test_every_hyphen_is_one_hyphen() -> None:
    assert {normal_ref(f"12/QĐ{dash}UBND") for dash in "-‐‑‒–—\u00ad\ufffe"} == {"12/QĐ-UBND"}


@given(st.text())
def test_a_normal_form_stays_as_it_is(text: str) -> None:
    once = normal_ref(text)
    assert normal_ref(once) == once
    assert not any(letter.isspace() for letter in once)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",))))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(fold(text).lower()) == len(text)


@given(st.text(alphabet="aăâeêioôơuưyđ ̣́̀̉̃ABCĐ", max_size=30))
def test_folded_nfc_text_has_no_vietnamese_marks(text: str) -> None:
    folded = fold(unicodedata.normalize("NFC", text))
    assert not set(folded) & set("ăâêôơưđĂÂÊÔƠƯĐ")


def test_print_keys_tell_words_apart_but_not_the_place_of_the_tone() -> None:
    assert print_key("hoá") == print_key("hóa")
    assert print_key("Đảng") != print_key("đang")
    assert print_key("Sở") != print_key("số")
