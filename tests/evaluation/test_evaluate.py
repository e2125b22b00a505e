"""The figures: on a database written by hand, and equal to those of the scorer that the auditors' group keeps."""

from __future__ import annotations

import importlib.util
import json
import sqlite3
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from pipeline.evaluation import LabelsError, as_json, evaluate, render
from tests.evaluation.published_by_hand import publish_labels, spoil

SAMPLE_LABELS = Path(__file__).resolve().parents[1] / "documents" / "labels"


@pytest.fixture
def sample_database(tmp_path: Path) -> Path:
    """A database that says what the labels of the samples say."""
    database = tmp_path / "plans.db"
    publish_labels(database, _load(SAMPLE_LABELS))
    return database


def _load(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]


def _change(database: Path, sql: str) -> None:
    with sqlite3.connect(database) as db:
        db.execute(sql)
    db.close()


def test_a_database_that_says_what_the_labels_say_scores_one(sample_database: Path) -> None:
    scores = evaluate(sample_database, SAMPLE_LABELS)
    assert {score.value for score in scores.figures.values()} == {1.0}
    assert scores.misses == ()
    assert scores.figures["citation"].gold == 55
    assert scores.figures["table.cell"].gold == 21 * 8 + 6 * 6 + 19 * 6


def test_an_empty_database_scores_nothing(tmp_path: Path) -> None:
    database = tmp_path / "plans.db"
    publish_labels(database, [])
    scores = evaluate(database, SAMPLE_LABELS)
    assert scores["citation"] == scores["section"] == scores["table.cell"] == 0.0
    # A field that is not printed is right when nothing is published: five of the annex's seven are blank.
    assert scores.figures["header"].hit == 5
    assert len([miss for miss in scores.misses if miss.what == "footnote missed"]) == 7


def test_a_wrong_date_costs_strictness_alone(sample_database: Path) -> None:
    _change(sample_database, "update citations set issued_on = '2021-08-18' where issued_on = '2021-08-17'")
    scores = evaluate(sample_database, SAMPLE_LABELS)
    assert scores["citation"] == 1.0
    assert scores.figures["citation.strict"].hit == 53
    assert [miss.what for miss in scores.misses] == ["citation field"] * 2


def test_an_invented_citation_costs_f1(sample_database: Path) -> None:
    _change(sample_database, "insert into citations (document_id, page, ref) values (1, 1, '9/QĐ-X')")
    _change(sample_database, "insert into citations (document_id, page, ref) values (1, 1, '11')")  # a short form
    scores = evaluate(sample_database, SAMPLE_LABELS)
    assert scores.figures["citation"].found == 56
    assert scores["citation"] == round(110 / 111, 4)
    assert str(scores.misses[0]).endswith("citation extra: p1 None as 9/qđ-x")


def test_a_section_at_the_wrong_depth_is_found_but_not_right(sample_database: Path) -> None:
    _change(sample_database, "update sections set level = 7 where marker = 'đ)'")
    scores = evaluate(sample_database, SAMPLE_LABELS)
    assert scores["section"] == 1.0
    assert scores.figures["section.level"].hit == scores.figures["section.level"].gold - 1


def test_a_note_on_another_page_is_missed(sample_database: Path) -> None:
    _change(sample_database, "update footnotes set page = 3 where marker = '4'")
    assert evaluate(sample_database, SAMPLE_LABELS).figures["footnote"].hit == 6


def test_a_dropped_row_costs_its_cells_and_the_row_count(sample_database: Path) -> None:
    _change(sample_database, "delete from table_rows where position = 3 and table_id = 1")
    scores = evaluate(sample_database, SAMPLE_LABELS)
    assert scores.figures["table.cell"].hit == 21 * 8 + 6 * 6 + 19 * 6 - 8
    assert scores.figures["table.rows"].hit == 2


def test_dashes_quotes_and_spaces_are_no_difference(sample_database: Path) -> None:
    _change(sample_database, "update citations set ref = replace(ref, '-', ' – ')")
    assert evaluate(sample_database, SAMPLE_LABELS)["citation"] == 1.0


def test_only_narrows_to_the_named_documents(sample_database: Path) -> None:
    scores = evaluate(sample_database, SAMPLE_LABELS, only=["quyet-dinh-05-hoa-giang.pdf"])
    assert scores.figures["citation"].gold == 15
    assert scores.figures["table"].value is None


def test_rendering_shows_every_measure_and_the_misses_on_request(sample_database: Path) -> None:
    _change(sample_database, "update documents set signer = 'Ai đó' where id = 1")
    scores = evaluate(sample_database, SAMPLE_LABELS)
    assert len(render(scores).splitlines()) == 14
    assert "header signer: want 'Trần Minh Khôi' got 'Ai đó'" in render(scores, misses=True)
    assert json.loads(as_json(scores))["header"]["hit"] == 20


def test_a_folder_without_labels_is_an_error(sample_database: Path, tmp_path: Path) -> None:
    with pytest.raises(LabelsError, match=r"labels cannot be read"):
        evaluate(sample_database, tmp_path)
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    with pytest.raises(LabelsError, match=r"x\.json"):
        evaluate(sample_database, tmp_path)


@pytest.mark.parametrize("seed", range(5))
def test_figures_equal_those_of_the_reference_scorer(shared: Path, tmp_path: Path, seed: int) -> None:
    """The real labels, published by hand and spoilt at random: both scorers must say the same, figure by figure."""
    folder = _copy_with_headings(shared / "gold" / "labels", tmp_path / "labels")
    database = tmp_path / "plans.db"
    publish_labels(database, _load(folder))
    spoil(database, seed)
    expected, misses = _reference(shared).score(database, folder)
    scores = evaluate(database, folder)
    assert json.loads(as_json(scores)) == expected
    assert sorted(map(str, scores.misses)) == sorted(misses)
    assert scores["citation"] < 1


def _copy_with_headings(source: Path, target: Path) -> Path:
    """The labels with "" for a heading of null, at which the reference scorer stops when the section is missed."""
    target.mkdir()
    for path in source.glob("*.json"):
        label = json.loads(path.read_text(encoding="utf-8"))
        for section in label["sections"]:
            section["heading"] = section["heading"] or ""
        (target / path.name).write_text(json.dumps(label), encoding="utf-8")
    return target


def _reference(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_scorer", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
