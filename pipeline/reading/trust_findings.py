"""What an auditor should know about a page's text layer, in words."""

from __future__ import annotations

from collections import Counter

from pipeline.model import Finding
from pipeline.reading.repair import Mending

_MOST_EXAMPLES = 4


def without_text(page: int, scanned: bool) -> Finding:
    if scanned:
        message = "Trang là ảnh quét, chưa đọc được chữ (scanned page, its text is not read)"
        return Finding("page_scanned", "warning", message, page=page)
    return Finding("page_empty", "info", "Trang không có chữ (page without text)", page=page)


def broken(page: int) -> Finding:
    message = "Lớp chữ của trang không khớp với chữ nhìn thấy, đừng tin số liệu của trang này (broken text layer)"
    return Finding("text_layer_broken", "error", message, page=page)


def unusual(page: int) -> Finding:
    message = (
        "Nhiều từ trên trang không giống tiếng Việt có dấu: nên đối chiếu với bản gốc "
        "(many words are no Vietnamese as it is written: compare with the original)"
    )
    return Finding("text_layer_unusual", "info", message, page=page)


def repaired(page: int, mending: Mending) -> Finding:
    """What was changed, and how often: letters for homoglyphs, words for a whole encoding."""
    message = (
        f"Lớp chữ của trang đã được sửa ({_REASONS.get(mending.method, mending.method)}): {_examples(mending)} "
        "(text layer mended)"
    )
    return Finding("text_layer_repaired", "info", message, page=page)


_REASONS = {
    "homoglyphs": "chữ trông giống nhau nhưng sai mã",
    "TCVN3": "bảng mã TCVN3 (ABC) cũ",
    "VNI": "bảng mã VNI cũ",
    "glyphs": "bảng mã phông chữ bị lệch",
}


def _examples(mending: Mending) -> str:
    if mending.method == "homoglyphs":
        counts = Counter((change.layer, change.printed) for change in mending.changes)
        return ", ".join(f"{layer}→{printed} {count} lần" for (layer, printed), count in sorted(counts.items()))
    changes = dict.fromkeys(
        (c.layer, c.printed) for c in mending.changes if c.printed.isalpha() and c.layer.isprintable()
    )
    shown = [f"“{layer}” → “{printed}”" for layer, printed in [*changes][:_MOST_EXAMPLES]]
    return f"{len(mending.changes)} từ, ví dụ {', '.join(shown)}" if shown else f"{len(mending.changes)} từ"
