"""The maker of the samples: well-formed sources, output that does not hang on the day, and missing tools are named."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

TOOLS = Path(__file__).resolve().parents[2] / "tools"
NOTE = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}note"


@pytest.fixture
def make_corpus(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(TOOLS))
    import make_corpus

    return make_corpus


def test_the_sources_are_well_formed(make_corpus: ModuleType) -> None:
    plan = ElementTree.fromstring(make_corpus.plan.build().xml())
    decision = ElementTree.fromstring(make_corpus.decision.build().xml())
    assert len(list(plan.iter(NOTE))) == 6
    assert len(list(decision.iter(NOTE))) == 0


def test_date_and_identifier_are_fixed_without_moving_a_byte(make_corpus: ModuleType) -> None:
    first = b"<</CreationDate(D:20261123150453Z')>> /ID [<%s><%s>] /DocChecksum /%s" % ((b"A" * 32,) * 3)
    second = b"<</CreationDate(D:20270101000000Z')>> /ID [<%s><%s>] /DocChecksum /%s" % ((b"B" * 32,) * 3)
    assert make_corpus.without_chance(first) == make_corpus.without_chance(second)
    assert len(make_corpus.without_chance(first)) == len(first)
    assert re.search(rb"D:20240312000000Z'", make_corpus.without_chance(first))


def test_what_is_missing_is_said_with_how_to_get_it(
    make_corpus: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(make_corpus, "FONT_FOLDERS", (Path("/nowhere"),))
    monkeypatch.setattr(sys, "argv", ["make_corpus.py", "--out", "/nowhere/corpus"])
    assert make_corpus.main() == 1
    assert "fonts-croscore" in capsys.readouterr().err
