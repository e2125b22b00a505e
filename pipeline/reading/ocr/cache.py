"""Pages that were recognised, kept on disk: a second run over the same scans costs no OCR.

One compressed file a page, under ``FOLDER/SETTINGS/sha256[:2]/sha256/``. SETTINGS is a fingerprint of all that the
reading depends on but the page itself: the code of this package, the engines, the models, the classes it is kept in.
A file appears under its name only when it is complete; one that is damaged is as good as none. All may be deleted.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib.metadata
import json
import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import DocumentError
from pipeline.reading.ocr import compact

if TYPE_CHECKING:
    from pipeline.reading.ocr.page import OcrPage

SCHEMA = 1
"""Of the files themselves."""

ENGINES = ("tesserocr", "trueocr", "opencv-python-headless")
FOLDER_VARIABLE = "KEHOACH_CACHE"
MODELS = resources.files("models").joinpath("ocr")
MODEL = MODELS.joinpath("vie.traineddata")
RECIPE = resources.files("pipeline.reading.ocr")
NOT_RECIPE = ("cache.py", "compact.py", "readers.py", "single.py")
"""Sources beside the recipe that have no say in what is read of a page."""

ALSO_RECIPE = (
    ("pipeline", "folding.py"),
    ("pipeline.reading", "trust_syllables.py"),
    ("models.vocabulary", "syllables.toml"),
)
"""Sources elsewhere (package, file) that have one."""

_UNREADABLE = (OSError, EOFError, zlib.error, ValueError, TypeError)
"""What a damaged file provokes (``ValueError``: no UTF-8, no JSON, another number of fields)."""


class PageCacheError(DocumentError):
    """A page was recognised and could not be kept: the disk is full, or the folder cannot be written."""

    code = "page_cache"
    reason = "Không ghi được bộ đệm trang quét (the page cache cannot be written)"
    remedy = f"kiểm tra dung lượng và quyền ghi, hoặc đặt {FOLDER_VARIABLE} (check space and permissions)"


@dataclass(frozen=True, slots=True)
class PageCache:
    """The recognised pages of the document with the hash ``sha256``, under ``folder``."""

    folder: Path
    sha256: str

    def get(self, number: int) -> OcrPage | None:
        """The page as it was recognised with these settings; None where it was not, or its file is damaged."""
        try:
            from pipeline.reading.ocr.page import OcrPage

            text = gzip.decompress(self._path(number).read_bytes()).decode()
            schema, sha256, page_number, page = json.loads(text)
            if (schema, sha256, page_number) != (SCHEMA, self.sha256, number):
                return None
            found: OcrPage = compact.rebuild(OcrPage, page)
        except (*_UNREADABLE, ImportError):  # without the engines there is nothing that a page could be made into
            return None
        return found

    def put(self, number: int, page: OcrPage) -> None:
        """Keep the page. Raises PageCacheError."""
        text = f"[{SCHEMA},{json.dumps(self.sha256)},{number},{compact.dumps(page)}]"
        path = self._path(number)
        unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(gzip.compress(text.encode(), compresslevel=6, mtime=0))
            unfinished.replace(path)
        except OSError as error:
            with suppress(OSError):  # it may not be there, nor the folder
                unfinished.unlink()
            raise PageCacheError(f"{path.parent}: {error.strerror}") from error

    def _path(self, number: int) -> Path:
        return self.folder / settings() / self.sha256[:2] / self.sha256 / f"{number:05d}.json.gz"


@cache
def settings() -> str:
    """The fingerprint of what a reading depends on. Raises ImportError without the engines.

    The sources are part of it, so that no change of the recipe can be forgotten (measured: 20 ms).
    """
    from pipeline.reading.ocr.page import OcrPage

    engines = [f"{name} {importlib.metadata.version(name)}" for name in ENGINES]
    digest = hashlib.sha256("\n".join([str(SCHEMA), compact.shape(OcrPage), *engines]).encode())
    for part in sorted(_parts_of_recipe(), key=lambda part: part.name):
        digest.update(part.read_bytes())
    return digest.hexdigest()[:16]


def _parts_of_recipe() -> Iterator[Traversable]:
    yield from (part for part in RECIPE.iterdir() if part.name.endswith(".py") and part.name not in NOT_RECIPE)
    yield from (resources.files(package).joinpath(name) for package, name in ALSO_RECIPE)
    yield from (part for part in MODELS.iterdir() if part.is_file() and not part.name.endswith((".md", ".py")))


def cache_folder(database: Path) -> Path:
    """Where the pages of a run into ``database`` are kept: beside it, or where the environment says."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named).expanduser() if named else database.with_name(database.name + ".pages")


def cache_size(folder: Path) -> tuple[int, int]:
    """How many pages are kept under ``folder``, of all settings, and their bytes."""
    sizes = list(_sizes(folder))
    return len(sizes), sum(sizes)


def _sizes(folder: Path) -> Iterator[int]:
    for root, _, names in os.walk(folder):
        yield from (os.stat(os.path.join(root, name)).st_size for name in names if name.endswith(".json.gz"))
