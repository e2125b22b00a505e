"""What an office writes as one is one token; sentences end where they end in print."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.entities import load

WHOLE = (
    "909/KH-UBND 57-NQ/TW 47/2020/NĐ-CP 42/2024/QH15 14/1999/QĐ-BNN/KHCN /KH-UBND 19/3/2021 2.215,6 1.776.725 43.8 "
    "TT&TT LĐ-TB&XH NN&PTNT kontum.gov.vn @kontum.gov.vn"
)


@pytest.mark.parametrize("whole", WHOLE.split())
def test_stays_whole_between_punctuation(whole: str) -> None:
    assert whole in [token.text for token in load().make_doc(f"số ({whole}), của {whole}; và {whole}.")]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("xã/phường", ["xã", "/", "phường"]),
        ("2021-2025", ["2021", "-", "2025"]),
        ("QH15¹", ["QH15", "¹"]),
        ("“Đề án”", ["“", "Đề", "án", "”"]),
    ],
)
def test_is_split(text: str, tokens: list[str]) -> None:
    assert [token.text for token in load().make_doc(text)] == tokens


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Đã đạt 30%. Còn chậm.", ["Đã đạt 30%.", "Còn chậm."]),
        ("1. Về mục tiêu", ["1. Về mục tiêu"]),
        ("Theo v.v. của Sở", ["Theo v.v. của Sở"]),
        ("Dòng một\nDòng hai", ["Dòng một\n", "Dòng hai"]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in load()(text).sents] == sentences


def test_a_run_of_one_mark_is_one_token_and_costs_no_time() -> None:
    assert [token.text for token in load().make_doc("Số: …………/KH")][:3] == ["Số", ":", "…………"]
    assert len(load()("“" * 50_000)) < 50


def test_every_labelled_name_falls_on_token_borders(shared: Path) -> None:
    lines = (shared / "gold" / "ner_dev.jsonl").read_text(encoding="utf-8").splitlines()
    for sentence in map(json.loads, lines):
        doc = load().make_doc(sentence["text"])
        broken = [(a, b) for a, b, _ in sentence["entities"] if doc.char_span(a, b) is None]
        assert not broken, sentence["text"]
