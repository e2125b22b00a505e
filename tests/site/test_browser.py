"""A real browser opens the pages, as an auditor would."""

from __future__ import annotations

import io
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--window-size=1400,1100",
    "--virtual-time-budget=5000",
)
SERVE = "import sys, pathlib; from pipeline.site.server import serve; serve(pathlib.Path(sys.argv[1]), {port}, False)"
MARK_COLOUR_SHARE = 0.0005

Browse = Callable[..., bytes]


@pytest.fixture(scope="session")
def browser() -> str:
    for name in NAMES:
        if found := shutil.which(name):
            return found
    pytest.skip("no browser here (apt-get install chromium)")


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-c", SERVE.format(port=port), str(folder / "plans.db")])
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture
def browse(browser: str, address: str, tmp_path: Path) -> Browse:
    """Open a path: the page as the browser has it after its scripts, or its picture."""

    def open_page(path: str, picture: bool = False) -> bytes:
        shot = tmp_path / "page.png"
        what = [f"--screenshot={shot}"] if picture else ["--dump-dom"]
        command = [browser, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", *what, address + path]
        page = subprocess.run(command, capture_output=True, timeout=90, check=True).stdout
        return shot.read_bytes() if picture else page

    return open_page


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("the site did not start")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/", "Ai viện dẫn một số, ký hiệu?"),
        ("/plans/citations", "Viện dẫn như in"),
        ("/plans/ai-vien-dan?ref=749%2FQD-TTg", "6 dòng"),
        ("/-/trang/1/1?table=citations&id=1", "Viện dẫn được đánh dấu"),
    ],
)
def test_pages_in_a_browser(browse: Browse, path: str, words: str) -> None:
    assert words in browse(path).decode()


def test_the_highlight_is_seen(browse: Browse) -> None:
    """Orange outline and yellow ground around the black bar, in the picture of the page with the row chosen."""
    marked = Image.open(io.BytesIO(browse("/-/trang/1/1?table=citations&id=1", picture=True))).convert("RGB")
    plain = Image.open(io.BytesIO(browse("/-/trang/1/1", picture=True))).convert("RGB")
    assert _orange(marked) > MARK_COLOUR_SHARE > _orange(plain)


def _orange(image: Image.Image) -> float:
    """The share of pixels in the colour of the outline, #d97706."""
    pixels = image.tobytes()
    colours = zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True)
    return sum(1 for r, g, b in colours if r > 190 and 90 < g < 150 and b < 60) * 3 / len(pixels)
