"""Every rule against its own examples, and the whole grammar against labelled sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.entities import load
from pipeline.entities.grammar import CLOSED, MISPRINTED, CompiledRule, matcher, write_out
from pipeline.entities.text import strip_marks, tidy
from pipeline.entities.vocabulary import load_grammar

RULES = {compiled.rule.name: compiled for compiled in matcher().rules}
EXAMPLES = [(name, example) for name, compiled in RULES.items() for example in compiled.rule.examples]
MISSES = [(name, miss) for name, compiled in RULES.items() for miss in compiled.rule.misses]


def spans(compiled: CompiledRule, text: str) -> list[tuple[int, int]]:
    marked = tidy(text)
    return [(found.start, found.stop) for found in compiled.matches(marked, strip_marks(marked))]


def inner(example: str) -> tuple[str, tuple[int, int]]:
    """The text of an example and the part that the rule matches: what is in [[ ]], or all of it."""
    match = regex.search(r"\[\[(.*)\]\]", example)
    if match is None:
        return example, (0, len(example))
    return example.replace("[[", "").replace("]]", ""), (match.start(), match.start() + len(match[1]))


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_rule_matches_its_example(name: str, example: str) -> None:
    text, span = inner(example)
    assert span in spans(RULES[name], text)


@pytest.mark.parametrize(("name", "miss"), MISSES)
def test_rule_does_not_match_its_misses_whole(name: str, miss: str) -> None:
    assert (0, len(miss)) not in spans(RULES[name], miss)


def test_every_rule_has_examples_both_ways() -> None:
    assert [name for name, compiled in RULES.items() if not compiled.rule.examples or not compiled.rule.misses] == []


@pytest.mark.parametrize("special", ["generic", "trailing"])
def test_special_patterns(special: str) -> None:
    rule = getattr(load_grammar(), special)
    pattern = regex.compile(strip_marks(write_out(rule.pattern, load_grammar().macros)))
    assert [example for example in rule.examples if not pattern.fullmatch(strip_marks(example))] == []
    assert [miss for miss in rule.misses if pattern.fullmatch(strip_marks(miss))] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chủ tịch UBND tỉnh giao Sở TT&TT, Sở Nội vụ", ["UBND tỉnh", "Sở TT&TT", "Sở Nội vụ"]),
        ("Quyết định số 966/QĐ-UBND ngày 21/10/2021", []),
        ("do Sở Y tế quản lý", ["Sở Y tế"]),
        ("lãnh đạo UBND tỉnh Internet", ["UBND tỉnh"]),
        ("ỦY BAN NHÂN DÂN TỈNH KON TUM", ["ỦY BAN NHÂN DÂN TỈNH KON TUM"]),
        ("xây dựng Chính phủ điện tử", []),
        ("huyện Vũ Quang và thành phố Bảo Lộc", []),
        ("Khoản 2 Điều 3 Thông tư này", []),
        ("Sở Tài chính và các sở, ban, ngành", ["Sở Tài chính"]),
        # a system that is one of several is none by name
        ("dữ liệu giữa các hệ thống thông tin báo cáo", []),
        ("vận hành hệ thống thông tin báo cáo của tỉnh", ["hệ thống thông tin báo cáo"]),
        # what an acronym in brackets stands for decides whether it is a name
        ("Cổng Dịch vụ công trực tuyến (DVCTT) của tỉnh", ["Cổng Dịch vụ công trực tuyến"]),
        ("Nền tảng tích hợp, chia sẻ dữ liệu (LGSP)", ["Nền tảng tích hợp, chia sẻ dữ liệu", "LGSP"]),
        # a word that only without its marks is a stop does not end a name, nor make a place
        (
            "Ban Chỉ đạo về khoa học, công nghệ và đổi mới sáng tạo",
            ["Ban Chỉ đạo về khoa học, công nghệ và đổi mới sáng tạo"],
        ),
        ("lĩnh vực Công an quản lý", []),
        # behind a proper name small letters begin something else
        ("Chi cục Hải quan cửa khẩu quốc tế Mộc Bài lắp đặt camera", ["Chi cục Hải quan cửa khẩu quốc tế Mộc Bài"]),
        ("dự án Hồ chứa nước Ia Mơ và dự án Thủy lợi Ia Mơ", ["dự án Hồ chứa nước Ia Mơ", "dự án Thủy lợi Ia Mơ"]),
        ("Ban Quản lý dự án đầu tư xây dựng tỉnh chủ trì", ["Ban Quản lý dự án đầu tư xây dựng tỉnh"]),
        # what a law is about is no mention; neither is what somebody does
        ("Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân", []),
        ("việc ứng dụng và phát triển CNTT của tỉnh", []),
        # parts of symbols, addresses and substances are no names
        ("VOV.VN đưa tin", []),
        ("Quyết định số 2376/QĐ- UBND ngày 21/12/2021", []),
        ("Kế hoạch số 87 /KH - UBND", []),
        ("chất ADB-BUTINACA", []),
    ],
)
def test_names_found(text: str, names: list[str]) -> None:
    assert [text[found.start : found.stop] for found in matcher().find(text)] == names


def test_a_match_without_its_marks_is_less_sure() -> None:
    (as_printed,) = matcher().find("trình UBND tỉnh")
    (misprinted,) = matcher().find("trình Uy ban nhan dan tỉnh")
    assert (as_printed.confidence, misprinted.confidence) == (CLOSED, MISPRINTED)


def test_the_pipeline_is_a_spacy_pipeline() -> None:
    doc = load()("Sở Nội vụ tỉnh Kon Tum")
    assert [(entity.text, entity.label_, entity._.rule) for entity in doc.ents] == [
        ("Sở Nội vụ tỉnh Kon Tum", "UNIT", "department")
    ]
    assert load().pipe_names == ["kehoach_sentences", "ner", "kehoach_grammar", "kehoach_agreement"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="UBND Sởộtỉnhàcác,;/-“”()12xã\n.ĐĐề án", max_size=120))
def test_any_text_gives_ordered_names_without_overlap(text: str) -> None:
    found = matcher().find(text)
    assert all(a.stop <= b.start for a, b in pairwise(found))
    assert all(0 <= name.start < name.stop <= len(text) for name in found)
