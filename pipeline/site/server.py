"""The site: Datasette in this process, with the plugin, the words and the pages of this package."""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
import webbrowser
from pathlib import Path

import uvicorn
from datasette.app import Datasette
from datasette.plugins import pm

from pipeline.errors import KehoachError
from pipeline.publish.opening import open_published
from pipeline.site import plugin
from pipeline.site.metadata import site_metadata

HOST = "127.0.0.1"
HERE = Path(__file__).parent
SETTINGS = {
    "default_page_size": 50,
    "max_returned_rows": 1000,
    "sql_time_limit_ms": 10_000,
    "facet_time_limit_ms": 1000,
    "suggest_facets": False,
    "truncate_cells_html": 0,
}
START_SECONDS = 20.0


class ServeError(KehoachError):
    """The site cannot be opened."""

    code = "serve"
    reason = "Không mở được trang xem dữ liệu (cannot open the site)"


def serve(database: Path, port: int, open_browser: bool) -> int:
    """Serve ``database`` on this machine until Ctrl-C; returns the exit code (0, or 2 where it cannot be opened)."""
    try:
        check_database(database)
        check_port(port)
    except KehoachError as error:
        print(error.message, file=sys.stderr)
        return 2
    address = f"http://{HOST}:{port}/"
    print(f"Mở trình duyệt tại (open): {address}   (Ctrl-C để dừng, to stop)", flush=True)
    if open_browser:
        threading.Thread(target=_open_when_ready, args=(address,), daemon=True).start()
    uvicorn.run(build_site(database).app(), host=HOST, port=port, log_level="warning", lifespan="on", workers=1)
    return 0


def build_site(database: Path) -> Datasette:
    """Datasette over the published database. Read while a run writes: WAL lets both."""
    if not pm.is_registered(plugin):
        pm.register(plugin, name="kehoach")
    _quiet_wrong_addresses()
    # In a folder that cannot be written SQLite has no place for the files that WAL needs: nobody writes then.
    writable = os.access(database.parent, os.W_OK)
    return Datasette(
        files=[str(database)] if writable else [],
        immutables=[] if writable else [str(database)],
        metadata=site_metadata(database),
        settings=SETTINGS,
        template_dir=str(HERE / "templates"),
        static_mounts=[("kehoach", str(HERE / "static"))],
    )


def _quiet_wrong_addresses() -> None:
    """With rich installed Datasette prints a screen of local values for every wrong address; errors proper stay."""
    from datasette import handle_exception  # here, since imported before datasette.app it registers no handler

    handle_exception.rich = None


def check_database(database: Path) -> None:
    """KehoachError, with what to do, where ``database`` is not a published database of this version."""
    if not database.is_file():
        raise ServeError(f"chưa có {database}; hãy chạy “make run” hoặc “kehoach run” trước (no database yet)")
    open_published(database).close()


def check_port(port: int) -> None:
    """ServeError where something else listens on ``port``."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise ServeError(f"cổng {port} đang được dùng; chọn cổng khác bằng --port (port in use)") from error


def _open_when_ready(address: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(address + "-/versions.json", timeout=1).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
        else:
            webbrowser.open(address)
            return
