"""`kehoach units`: what is linked to none, and a person's own aliases, which the next run reads with."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.entities.own_aliases import AliasFileError, add_alias, aliases_of, digest, read_aliases
from tests.cli.test_command import ROOT, SAMPLE, kehoach

PLAN = ROOT / "corpus" / "ke-hoach-87-hoa-giang.pdf"


def linked(database: Path, text: str) -> list[str | None]:
    sql = "SELECT DISTINCT u.name FROM mentions m LEFT JOIN units u ON u.id = m.unit_id WHERE m.text = ?"
    with closing(sqlite3.connect(database)) as db:
        return [name for (name,) in db.execute(sql, (text,))]


def test_an_alias_is_added_and_links_in_the_next_run(tmp_path: Path) -> None:
    database = tmp_path / "plans.db"
    assert kehoach("run", PLAN, "--db", database).returncode == 0
    listed = kehoach("units", "--db", database)
    assert listed.returncode == 0, listed.stderr
    lines = [line.split(maxsplit=2) for line in listed.stdout.splitlines() if line[:11].strip().isdigit()]
    assert [int(line[0]) for line in lines] == sorted((int(line[0]) for line in lines), reverse=True)
    name = lines[-1][2]
    assert linked(database, name) == [None]

    added = kehoach("units", "--add", name, "Đội công tác của chúng tôi", "--db", database)
    assert added.returncode == 0, added.stderr
    again = kehoach("run", PLAN, "--db", database)  # reads it anew without being told
    assert again.returncode == 0, again.stderr
    assert linked(database, name) == ["Đội công tác của chúng tôi"]
    assert name not in kehoach("units", "--db", database).stdout
    assert "1 đã đọc từ trước" in kehoach("run", PLAN, "--db", database).stdout
    assert read_aliases(tmp_path / "plans.aliases.csv") == {name: "Đội công tác của chúng tôi"}


def test_an_unusable_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "plans.aliases.csv").write_text("form,unit\nA,B\n", encoding="utf-8")
    answer = kehoach("run", SAMPLE, "--db", tmp_path / "plans.db")
    assert answer.returncode == 2
    assert "cach_viet" in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize(
    "content",
    [
        "cach_viet,don_vi\nSTTTT,Sở Thông tin và Truyền thông\n",
        "\ufeffcach_viet;don_vi\r\nSTTTT;Sở Thông tin và Truyền thông\r\n\r\n",
    ],
)
def test_csv_of_any_kind_is_read(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(content, encoding="utf-8")
    assert read_aliases(path) == {"STTTT": "Sở Thông tin và Truyền thông"}


@pytest.mark.parametrize("content", ["", "cach_viet,don_vi\nSTTTT,\n", "cach_viet,don_vi\n,Sở\n", "x\n"])
def test_what_is_not_whole_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(AliasFileError):
        read_aliases(path)


def test_the_digest_changes_with_the_file(tmp_path: Path) -> None:
    database = tmp_path / "plans.db"
    with aliases_of(database):
        assert digest() == ""
        add_alias(tmp_path / "plans.aliases.csv", "A1", "Sở Nội vụ")
        first = digest()
        add_alias(tmp_path / "plans.aliases.csv", "A2", "Sở Y tế")
        assert first
        assert digest() not in ("", first)
