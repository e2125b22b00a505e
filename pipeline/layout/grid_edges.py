"""From the rules of a page to the edges that its tables are made of: joined, squared up, open sides closed.

Edges are the dicts that `pdfplumber.table` works on; they do not leave the modules of the grid.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from pdfplumber.table import merge_edges

from pipeline.model import Rule

Edge = dict[str, Any]

SNAP = 3.0  # pt: edges nearer than this are one line printed twice, or by two neighbouring cells
SHORTEST_EDGE = 3.0  # pt
LEAST_OVERHANG = 8.0  # pt: an edge that goes on this far past the last one that crosses it shows an open side
DRAWN_SHARE = 0.9  # of a side: a title across the columns may have its own edge where the other rows have none
MOST_RULES = 12_000  # a page of more is a drawing
MOST_CROSSINGS = 6_000  # of one table on one page: finding its cells takes the square of their number


def table_edges(rules: Sequence[Rule]) -> list[list[Edge]]:
    """The edges of each connected frame of rules on a page, joined and closed; frames too fine for a table left out."""
    if len(rules) > MOST_RULES:
        return []
    edges = merge_edges([_edge(r) for r in rules if r.length >= 1], SNAP, SNAP, SNAP, SNAP)
    frames = (_split(frame) for frame in _frames([e for e in edges if _length(e) >= SHORTEST_EDGE]))
    return [
        closed
        for across, down in frames
        if across and down and (len(across) + 2) * (len(down) + 2) <= MOST_CROSSINGS
        for closed in [_close_sides(across, down)]
    ]


def _edge(rule: Rule) -> Edge:
    """One rule as `pdfplumber.table` wants it: snapped flat along its middle."""
    edge: Edge = {"object_type": "line", "x0": rule.x0, "x1": rule.x1, "top": rule.top, "bottom": rule.bottom}
    if rule.horizontal:
        edge |= {"orientation": "h", "top": (rule.top + rule.bottom) / 2, "bottom": (rule.top + rule.bottom) / 2}
    else:
        edge |= {"orientation": "v", "x0": (rule.x0 + rule.x1) / 2, "x1": (rule.x0 + rule.x1) / 2}
    return edge | {"width": edge["x1"] - edge["x0"], "height": edge["bottom"] - edge["top"]}


def _length(edge: Edge) -> float:
    return float(max(edge["x1"] - edge["x0"], edge["bottom"] - edge["top"]))


def _split(edges: Iterable[Edge]) -> tuple[list[Edge], list[Edge]]:
    """The horizontal and the vertical ones."""
    kept = list(edges)
    return [e for e in kept if e["orientation"] == "h"], [e for e in kept if e["orientation"] == "v"]


def _frames(edges: list[Edge]) -> list[list[Edge]]:
    """Edges that cross or meet, directly or over others, belong to one frame (a union-find)."""
    parent = list(range(len(edges)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    across = [i for i, e in enumerate(edges) if e["orientation"] == "h"]
    down = [i for i, e in enumerate(edges) if e["orientation"] == "v"]
    for i in across:
        for j in down:
            if _meet(edges[i], edges[j]):
                parent[root(i)] = root(j)
    frames: dict[int, list[Edge]] = {}
    for index, edge in enumerate(edges):
        frames.setdefault(root(index), []).append(edge)
    return list(frames.values())


def _meet(across: Edge, down: Edge) -> bool:
    return bool(
        across["x0"] - SNAP <= down["x0"] <= across["x1"] + SNAP
        and down["top"] - SNAP <= across["top"] <= down["bottom"] + SNAP
    )


def _close_sides(across: list[Edge], down: list[Edge]) -> list[Edge]:
    """Adds the outer edge where at least two inner ones run on together past the last edge that crosses them.

    Tables without outer verticals are common in statistics, and a table broken over the page may lack the edge
    at the break.
    """
    sides = [
        _missing_side(across, down, along="x0", across_at="x0", pick=min),
        _missing_side(across, down, along="x1", across_at="x0", pick=max),
        _missing_side(down, across, along="top", across_at="top", pick=min),
        _missing_side(down, across, along="bottom", across_at="top", pick=max),
    ]
    return across + down + [edge for edge in sides if edge is not None]


def _missing_side(
    inner: list[Edge], crossing: list[Edge], along: str, across_at: str, pick: Callable[[Iterable[float]], float]
) -> Edge | None:
    """The edge that would close ``inner`` at their ends, None where it is drawn or they do not end together."""
    end = pick(e[along] for e in inner)
    reaching = [e for e in inner if abs(e[along] - end) < SNAP]
    if len(reaching) < 2:
        return None
    upright = along in ("x0", "x1")
    first, last = ("top", "bottom") if upright else ("x0", "x1")
    near = [e for e in crossing if abs(e[across_at] - end) < LEAST_OVERHANG]
    start, stop = min(e[first] for e in reaching), max(e[last] for e in reaching)
    if sum(e[last] - e[first] for e in near) > DRAWN_SHARE * (stop - start):
        return None
    return _edge(Rule(end, start, end, stop) if upright else Rule(start, end, stop, end))
