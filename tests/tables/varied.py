"""Tables in the styles of real plans, by chance from a seed: what is typeset, and what must be read, cell by cell.

Every kind of thing that issue "Tables to the letter" names may come up: two to twelve columns, one to six hundred rows,
one to three header rows, repeated or not, numbering rows, groups, merges, rows broken over pages, blank forms, totals,
and rules that are solid, hair lines, dotted, double, open at the sides, across only, or absent.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from tests.tables.typesetting import Sample, phrase

NAMES = {
    "task": ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian thực hiện", "Sản phẩm", "Ghi chú"],
    "project": [
        "STT",
        "Tên dự án",
        "Chủ đầu tư",
        "Địa điểm",
        "Thời gian",
        "Kinh phí",
        "Nguồn vốn",
        "Kết quả",
        "Ghi chú",
    ],
    "statistics": ["TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2021", "Năm 2022", "Năm 2023", "Năm 2024", "Tổng số"],
    "people": ["Số TT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Ghi chú"],
    "form": ["STT", "Nội dung", "Số lượng", "Đơn giá", "Thành tiền", "Ghi chú"],
}
MORE = ["Căn cứ pháp lý", "Địa điểm thực hiện", "Tỷ lệ (%)", "Diện tích (ha)", "Cơ quan theo dõi"]
STROKES = {
    "solid": "0.5pt",
    "hair": "0.2pt",
    "dotted": '(thickness: 0.4pt, dash: "dotted")',
    "dashed": '(thickness: 0.4pt, dash: "dashed")',
    "gray": "0.7pt + rgb(120, 120, 120)",
}
ACROSS_ONLY = "(x, y) => (top: 0.4pt, bottom: 0.4pt)"
UNRULED = ("across", "none")


@dataclass
class _Draft:
    """A table while it is drawn: typst cells, and the rows that must be read from them."""

    chance: random.Random
    names: list[str]
    rules: str
    rows: list[list[str]] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    serial: int = 0

    @property
    def width(self) -> int:
        return len(self.names)

    def add(self, row: list[str], cells: list[str] | None = None) -> None:
        self.rows.append(row)
        self.cells += cells if cells is not None else [f"[{literal(text)}]" for text in row]


def make_varied_sample(seed: int) -> Sample:
    """The table of ``seed``: the same on every machine."""
    chance = random.Random(20_000 + seed)
    rules = chance.choice(["solid"] * 4 + ["hair", "dotted", "dashed", "gray", "open", "double", "across", "none"])
    draft = _Draft(chance, _names(chance, chance.choice(list(NAMES)), rules), rules)
    header, joined = _header(draft)
    counts = [3, 5, 12, 30] if rules in UNRULED else [1, 2, 5, 12, 30, 30, 60] + [120, 600] * (seed % 10 == 0)
    _fill(draft, chance.choice(counts))
    repeated = chance.random() < 0.5
    head = f"table.header({header})" if repeated else header
    table = f"#table(columns: {_columns(draft)}, {_style(draft)} {head}, {', '.join(draft.cells)})"
    size = chance.choice(["9pt", "10pt", "11pt", "12pt", "13pt"])
    return Sample(f"#set text({size})\n{_lead(draft)}\n{table}", _is_wide(draft), joined, draft.rows)


def _names(chance: random.Random, kind: str, rules: str) -> list[str]:
    names = [*NAMES[kind], *MORE]
    least = 3 if rules in UNRULED else 2
    return names[: chance.randint(least, min(len(names), 12 if rules not in UNRULED else 5))]


def _is_wide(draft: _Draft) -> bool:
    return draft.width > 6 or draft.chance.random() < 0.3


def _header(draft: _Draft) -> tuple[str, list[str]]:
    """The cells of the header in one, two or three rows, and the names that must be read."""
    chance, names = draft.chance, draft.names
    numbering = "".join(f", [({k + 1})]" for k in range(draft.width)) if chance.random() < 0.2 else ""
    levels = chance.choice([1, 1, 2, 3]) if draft.width >= 6 and draft.rules not in UNRULED else 1
    bold = chance.random() < 0.8 or draft.rules in UNRULED
    shown = [f"[*{name}*]" if bold else f"[{name}]" for name in names]
    if levels == 1:
        return ", ".join(shown) + numbering, list(names)
    first = chance.randint(2, draft.width - 3)
    span = 2 if levels == 2 else 3
    span = min(span, draft.width - first)
    inside = range(first, first + span)
    cells = [f"table.cell(rowspan: {levels}){cell}" for k, cell in enumerate(shown) if k not in inside]
    cells.insert(first, f"table.cell(colspan: {span})[*Kế hoạch vốn*]")
    if levels == 2 or span < 3:
        below = [shown[k] if levels == 2 else f"table.cell(rowspan: 2){shown[k]}" for k in inside]
        joined = [f"Kế hoạch vốn / {name}" if k in inside else name for k, name in enumerate(names)]
        return ", ".join([*cells, *below]) + numbering, joined
    below = [
        f"table.cell(rowspan: 2){shown[first]}",
        "table.cell(colspan: 2)[*Trong đó*]",
        *shown[first + 1 : first + 3],
    ]
    joined = list(names)
    joined[first] = f"Kế hoạch vốn / {names[first]}"
    for k in (first + 1, first + 2):
        joined[k] = f"Kế hoạch vốn / Trong đó / {names[k]}"
    return ", ".join([*cells, *below]) + numbering, joined


def _fill(draft: _Draft, count: int) -> None:
    chance = draft.chance
    kinds = [_plain]
    weights = [10.0]
    if draft.rules not in UNRULED:
        for kind in (_group, _numbered_group, _merged, _items, _long):
            kinds.append(kind)
            weights.append(chance.choice([0, 0, 0.7, 1.5]) if count > 1 else 0)
    blank = chance.random() < 0.08 and draft.rules not in UNRULED
    total = chance.choice(["none", "none", "top", "bottom"]) if count > 2 and draft.width > 3 else "none"
    if draft.rules in UNRULED:
        total = "none"
    if total == "top":
        _total(draft, merged=False)
    while draft.serial < count:
        _blank(draft) if blank else chance.choices(kinds, weights)[0](draft)
    if total == "bottom":
        _total(draft, merged=chance.random() < 0.5)


def _plain(draft: _Draft) -> None:
    draft.serial += 1
    draft.add([str(draft.serial), *(_text(draft, k) for k in range(1, draft.width))])


def _blank(draft: _Draft) -> None:
    draft.serial += 1
    draft.add([str(draft.serial), *[""] * (draft.width - 1)])


def _group(draft: _Draft) -> None:
    title = f"{draft.chance.choice(['I', 'II', 'III', 'A', 'B'])}. {phrase(draft.chance, 4).upper()}"
    draft.add([title, *[""] * (draft.width - 1)], [f"table.cell(colspan: {draft.width})[*{title}*]"])
    _plain(draft)


def _numbered_group(draft: _Draft) -> None:
    number, title = draft.chance.choice(["I", "II", "A", "B", "IV"]), phrase(draft.chance, 4)
    row = [number, title, *[""] * (draft.width - 2)]
    draft.add(row, [f"[*{number}*]", f"[*{title}*]", *["[]"] * (draft.width - 2)])
    _plain(draft)


def _merged(draft: _Draft) -> None:
    """Two or three rows under one number; a unit named once for them."""
    if draft.width < 4:
        return _plain(draft)
    draft.serial += 1
    count = draft.chance.randint(2, 3)
    name = phrase(draft.chance, draft.chance.choice([3, 8, 25]))
    rows = [[str(draft.serial), name, *(phrase(draft.chance, 4) for _ in range(draft.width - 2))] for _ in range(count)]
    span = f"table.cell(rowspan: {count})"
    cells = [f"{span}[{draft.serial}]", f"{span}[{name}]", *(f"[{text}]" for row in rows for text in row[2:])]
    draft.rows += rows
    draft.cells += cells
    return None


def _items(draft: _Draft) -> None:
    """Several paragraphs in a cell."""
    draft.serial += 1
    mark = draft.chance.choice(["-", "+", "a)"])
    items = [f"{mark} {phrase(draft.chance, 9)};" for _ in range(draft.chance.randint(2, 7))]
    rest = [_text(draft, k) for k in range(2, draft.width)]
    cells = [
        f"[{draft.serial}]",
        f"[{' #parbreak() '.join(literal(i) for i in items)}]",
        *(f"[{text}]" for text in rest),
    ]
    draft.add([str(draft.serial), " ".join(items), *rest], cells)


def _long(draft: _Draft) -> None:
    """A cell of half a page."""
    draft.serial += 1
    row = [str(draft.serial), *(_text(draft, k) for k in range(1, draft.width))]
    row[min(draft.width - 1, 1 + draft.chance.randint(0, 2))] = phrase(draft.chance, draft.chance.choice([60, 110]))
    draft.add(row)


def _total(draft: _Draft, merged: bool) -> None:
    sums = [f"{draft.chance.randint(1, 9)}.{draft.chance.randint(100, 999)}" for _ in range(draft.width - 2)]
    if merged:
        cells = ["table.cell(colspan: 2)[*Tổng cộng*]", *(f"[*{text}*]" for text in sums)]
        draft.add(["Tổng cộng", "Tổng cộng", *sums], cells)
    else:
        draft.add(["", "TỔNG SỐ", *sums], ["[]", "[*TỔNG SỐ*]", *(f"[*{text}*]" for text in sums)])


def _text(draft: _Draft, column: int) -> str:
    chance, name = draft.chance, draft.names[column]
    if any(word in name for word in ("Kinh phí", "Đơn giá", "Thành tiền", "Năm", "Tổng", "lượng", "Tỷ lệ", "Diện")):
        return chance.choice(
            ["", "1.250", f"{chance.randint(1, 999)}", f"{chance.randint(1, 99)},{chance.randint(1, 9)}"]
        )
    if "Thời gian" in name:
        if draft.width > 8:
            return chance.choice(["Quý II", "2024", ""])
        return chance.choice(["Quý II/2024", "2021-2025", "Thường xuyên", "Trước 30/6/2025", "Tháng 9 năm 2024"])
    if column > 1 and chance.random() < 0.15 and draft.rules not in UNRULED:
        return ""
    longest = [2, 4, 8] if draft.rules in UNRULED else [2, 5, 12, 35] if column == 1 else [1, 3, 7]
    return phrase(chance, chance.choice(longest))


def _columns(draft: _Draft) -> str:
    first = "1.1cm" if draft.width > 8 else "1.3cm"
    return "(" + ", ".join([first] + [f"{draft.chance.randint(2, 4)}fr" for _ in range(draft.width - 1)]) + ")"


def _style(draft: _Draft) -> str:
    chance = draft.chance
    align = chance.choice(
        ["align: horizon,", "align: top,", "align: (x, y) => if y == 0 { center + horizon } else { left },"]
    )
    fill = chance.choice(["", "", "fill: (x, y) => if y == 0 { silver },"])
    if draft.rules == "across":
        return f"align: top, stroke: {ACROSS_ONLY},"
    if draft.rules == "none":
        return "align: top, stroke: none,"
    if draft.rules == "open":
        last = draft.width - 1
        sides = f"left: if x > 0 {{ 0.5pt }}, right: if x < {last} {{ 0.5pt }}, top: 0.5pt, bottom: 0.5pt"
        return f"{align} {fill} stroke: (x, y) => ({sides}),"
    if draft.rules == "double":
        return f"{align} {fill} stroke: 0.5pt, gutter: 1.2pt,"
    return f"{align} {fill} stroke: {STROKES[draft.rules]},"


def _lead(draft: _Draft) -> str:
    """What stands above: nothing, white, or the heading of an annex."""
    return draft.chance.choice(
        [
            "",
            f"#v({draft.chance.randint(1, 15)}cm)",
            "#align(center)[*PHỤ LỤC I* \\ *DANH MỤC NHIỆM VỤ* \\ _(Kèm theo Kế hoạch số 12/KH-UBND)_]",
            "#align(center)[*Biểu số 02: TỔNG HỢP*]\n#align(right)[_Đơn vị tính: Triệu đồng_]",
        ]
    )


def literal(text: str) -> str:
    """Typst prints "- " at the start of a line as a bullet; here a dash is a dash."""
    return f"#{chr(34)}{text[0]}{chr(34)};{text[1:]}" if text.startswith(("-", "+")) else text
