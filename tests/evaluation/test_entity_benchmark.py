"""The benchmark of names measures what it says."""

from __future__ import annotations

from pipeline.evaluation.entity_benchmark import benchmark_entities, gazetteer_phrases, render_entity_benchmark


def test_the_ways_are_measured_on_the_same_texts() -> None:
    result = benchmark_entities(["Giao Sở Nội vụ tỉnh Kon Tum và Công ty TNHH Hiệp Phú phối hợp."] * 20, rounds=1)
    assert result.names_found == 40
    assert result.names_of_ruler == 20
    assert min(result.whole, result.grammar, result.ruler) > 0
    assert "EntityRuler" in render_entity_benchmark(result)


def test_the_ruler_has_the_gazetteer() -> None:
    phrases = set(gazetteer_phrases())
    assert {"Bộ Tài chính", "Sở Nội vụ tỉnh Kon Tum", "VNPT"} <= phrases
    assert len(phrases) > 5000
