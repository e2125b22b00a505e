"""What the command says where there is nothing to open."""

from __future__ import annotations

import asyncio
import socket
import sqlite3
from pathlib import Path

import pytest

from pipeline.site.server import HOST, build_site, serve


def test_no_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert serve(tmp_path / "plans.db", 0, False) == 2
    assert "make run" in capsys.readouterr().err


def test_not_a_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plans.db"
    path.write_text("không phải" * 200, encoding="utf-8")
    assert serve(path, 0, False) == 2
    assert "SQLite" in capsys.readouterr().err


def test_somebody_elses_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "other.db"
    sqlite3.connect(path).execute("CREATE TABLE a (b)")
    assert serve(path, 0, False) == 2
    assert "không do chương trình này" in capsys.readouterr().err


def test_port_in_use(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        assert serve(folder / "plans.db", other.getsockname()[1], False) == 2
    assert "--port" in capsys.readouterr().err


def test_any_file_name(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "Kế hoạch 2022.db"
    source, copy = sqlite3.connect(folder / "plans.db"), sqlite3.connect(path)
    source.backup(copy)
    copy.close()
    site = build_site(path)
    for page in ("/", "/-/trang/1/1", "/-/xuat/citations.csv"):
        assert asyncio.run(site.client.get(page)).status_code == 200, page
