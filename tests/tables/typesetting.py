"""Real PDF tables with known cells: typst markup, typeset, read back and laid out."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typst

from pipeline.layout.grids import find_grids, in_grid
from pipeline.layout.lines import make_lines
from pipeline.model import LaidOutPage, Page, Table
from pipeline.reading.document import read_document
from pipeline.structure.tables import find_tables

PREAMBLE = """
#set page(paper: "a4", flipped: {flipped}, margin: (x: 1.5cm, y: 2cm))
#set text(font: "Tinos", size: 11pt, lang: "vi", hyphenate: false)
"""


def typeset(markup: str, *, flipped: bool = False) -> tuple[Page, ...]:
    """The pages that typst makes of ``markup``, as the reader sees them."""
    source = PREAMBLE.format(flipped=str(flipped).lower()) + markup
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.pdf"
        path.write_bytes(typst.compile(source.encode()))
        return tuple(read_document(path).pages)


def lay_out_simply(pages: Sequence[Page]) -> tuple[LaidOutPage, ...]:
    """Grids, and all other words as running text: there are no notes or running heads in these pages."""
    laid_out: list[LaidOutPage] = []
    for page in pages:
        grids = find_grids(page, laid_out[-1].grids if laid_out else ())
        outside = [word for word in page.words if not any(in_grid(grid, word) for grid in grids)]
        laid_out.append(LaidOutPage(page, make_lines(outside), (), (), grids))
    return tuple(laid_out)


def tables_of(markup: str, *, flipped: bool = False) -> tuple[Table, ...]:
    return find_tables(lay_out_simply(typeset(markup, flipped=flipped)))


def cells_of(table: Table) -> list[list[str]]:
    return [[cell.passage.text for cell in row.cells] for row in table.rows]


TEXT = (
    "triển khai hệ thống thông tin báo cáo của địa phương trên cơ sở kết nối với Chính phủ theo lộ trình hướng dẫn "
    "nâng cấp cổng dịch vụ công xây dựng đường giao thông nông thôn mới đào tạo cán bộ công chức viên chức rà soát quy "
    "hoạch khoáng sản bảo vệ môi trường Sở Tài chính Ủy ban nhân dân xã phường kiểm tra giám sát 05 năm 2021 LGSP"
)
WORDS = TEXT.split()


@dataclass(frozen=True)
class Sample:
    """A table that is typeset: the markup, and what must be read."""

    markup: str
    flipped: bool
    columns: list[str]
    rows: list[list[str]]


def make_sample(seed: int) -> Sample:
    """A table by chance: 3 to 8 columns, 1 to 45 rows, one or two header rows, groups, merges, broken rows."""
    chance = random.Random(seed)
    width = chance.randint(3, 8)
    names, header = _make_header(chance, width)
    rows, body = _make_rows(chance, width, chance.choice([1, 3, 8, 15, 45]))
    repeated = chance.random() < 0.6
    head = f"table.header({header})" if repeated else header
    shares = ", ".join(["1.2cm"] + [f"{chance.randint(2, 5)}fr" for _ in range(width - 1)])
    align = chance.choice(["top", "horizon"])
    markup = f"#table(columns: ({shares}), align: {align}, {head}, {body})"
    lead = chance.choice(["", "#v(8cm)", "#align(center)[*DANH MỤC CÁC DỰ ÁN*]"])
    return Sample(f"{lead}\n{markup}", chance.random() < 0.5, names, rows)


def _make_header(chance: random.Random, width: int) -> tuple[list[str], str]:
    names = ["STT", "Tên nhiệm vụ", "Chủ trì", "Thời gian", "Kinh phí", "Nguồn vốn", "Kết quả", "Ghi chú"][:width]
    numbering = "".join(f", [({k + 1})]" for k in range(width)) if chance.random() < 0.3 else ""
    if width < 5 or chance.random() < 0.6:
        return names, ", ".join(f"[*{name}*]" for name in names) + numbering
    first = chance.randint(2, width - 2)
    parents = [f"table.cell(rowspan: 2)[*{n}*]" for k, n in enumerate(names) if k not in (first, first + 1)]
    parents.insert(first, "table.cell(colspan: 2)[*Tổng hợp chung*]")
    children = f"[*{names[first]}*], [*{names[first + 1]}*]"
    joined = [f"Tổng hợp chung / {n}" if k in (first, first + 1) else n for k, n in enumerate(names)]
    return joined, f"{', '.join(parents)}, {children}{numbering}"


def _make_rows(chance: random.Random, width: int, count: int) -> tuple[list[list[str]], str]:
    rows: list[list[str]] = []
    markup: list[str] = []
    serial = 0
    grouped = chance.random() < 0.3
    while serial < count:
        if grouped and (not rows or chance.random() < 0.15):
            title = "Nhóm " + phrase(chance, 4)
            rows.append([title] + [""] * (width - 1))
            markup.append(f"table.cell(colspan: {width})[*{title}*]")
        serial += 1
        rows.append([str(serial), *(_cell(chance, column) for column in range(1, width))])
        markup += [f"[{text}]" for text in rows[-1]]
    return rows, ", ".join(markup)


def _cell(chance: random.Random, column: int) -> str:
    if column > 1 and chance.random() < 0.2:
        return ""
    if column == 4:
        return f"{chance.randint(1, 9)}.{chance.randint(100, 999)}"
    return phrase(chance, chance.choice([2, 5, 12, 40]) if column == 1 else chance.choice([1, 3, 8]))


def phrase(chance: random.Random, words: int) -> str:
    text = " ".join(chance.choice(WORDS) for _ in range(words))
    return text[0].upper() + text[1:]


OPEN_SIDES = """stroke: (x, y) => (
  left: if x > 0 {{ 0.5pt }}, right: if x < {last} {{ 0.5pt }}, top: 0.5pt, bottom: 0.5pt)"""


def make_hard_sample(seed: int) -> Sample:
    """As `make_sample`, with merged rows, items within cells, rows without number, totals, open sides, shading."""
    chance = random.Random(10_000 + seed)
    width = chance.randint(4, 7)
    names, header = _make_header(chance, width)
    rows: list[list[str]] = []
    markup: list[str] = []
    makers = [_plain_row, _merged_rows, _items_row, _group_row, _row_without_number]
    weights = [8, *(chance.choice([0, 1, 2]) for _ in makers[1:])]
    for serial in range(1, chance.choice([4, 10, 25]) + 1):
        made, source = chance.choices(makers, weights)[0](chance, width, serial)
        rows += made
        markup += source
    if chance.random() < 0.4:
        sums = [f"{chance.randint(1, 9)}.{chance.randint(100, 999)}" for _ in range(width - 2)]
        rows.append(["Tổng cộng", "Tổng cộng", *sums])
        markup.append("table.cell(colspan: 2)[*Tổng cộng*], " + ", ".join(f"[{s}]" for s in sums))
    stroke = chance.choice(["stroke: 0.5pt", "stroke: 1pt + gray", OPEN_SIDES.format(last=width - 1)])
    fill = chance.choice(["", "fill: (x, y) => if y == 0 { silver },"])
    head = f"table.header({header})" if chance.random() < 0.5 else header
    shares = ", ".join(["1.2cm"] + [f"{chance.randint(2, 5)}fr" for _ in range(width - 1)])
    size = chance.choice(["9pt", "11pt", "13pt"])
    table = f"#set text({size})\n#table(columns: ({shares}), {stroke}, {fill} {head}, {', '.join(markup)})"
    return Sample(f"#v({chance.randint(0, 12)}cm)\n{table}", chance.random() < 0.5, names, rows)


Made = tuple[list[list[str]], list[str]]


def _plain_row(chance: random.Random, width: int, serial: int) -> Made:
    row = [str(serial), *(_cell(chance, column) for column in range(1, width))]
    return [row], [f"[{text}]" for text in row]


def _merged_rows(chance: random.Random, width: int, serial: int) -> Made:
    """Number and name stand once for two or three rows."""
    count, name = chance.randint(2, 3), phrase(chance, 6)
    rows = [[str(serial), name, *(phrase(chance, 4) for _ in range(width - 2))] for _ in range(count)]
    source = [f"table.cell(rowspan: {count})[{serial}]", f"table.cell(rowspan: {count})[{name}]"]
    return rows, source + [f"[{text}]" for row in rows for text in row[2:]]


def _items_row(chance: random.Random, width: int, serial: int) -> Made:
    """A cell of several paragraphs, each an item."""
    items = [f"- {phrase(chance, 9)}." for _ in range(chance.randint(2, 8))]
    row = [str(serial), phrase(chance, 5), " ".join(items), *(_cell(chance, 3) for _ in range(width - 3))]
    source = [f"[{row[0]}]", f"[{row[1]}]", "[" + " \\ ".join("#[-] " + i[2:] for i in items) + "]"]
    return [row], source + [f"[{text}]" for text in row[3:]]


def _group_row(chance: random.Random, width: int, serial: int) -> Made:
    title = "Lĩnh vực " + phrase(chance, 3)
    rows, source = _plain_row(chance, width, serial)
    group = ["I.", title, *[""] * (width - 2)]
    return [group, *rows], ["[*I.*]", f"table.cell(colspan: {width - 1})[*{title}*]", *source]


def _row_without_number(chance: random.Random, width: int, serial: int) -> Made:
    rows, source = _plain_row(chance, width, serial)
    extra = ["", phrase(chance, 6), *(phrase(chance, 2) for _ in range(width - 2))]
    return [*rows, extra], [*source, *(f"[{text}]" for text in extra)]
