"""The command line as people use it: in a process of its own, by its exit codes and what it says."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import pipeline
from tests.conftest import ROOT

SAMPLE = ROOT / "corpus" / "phu-luc-1-ke-hoach-87-hoa-giang.pdf"


def kehoach(*arguments: str | Path, folder: Path = ROOT, first: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run the command in ``folder``; modules in ``first`` hide those that are installed."""
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": f"{first}{os.pathsep}{ROOT}"}
    environment.pop("KEHOACH_CACHE", None)
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with plans.db, made from a sample and files that cannot be read."""
    folder = tmp_path_factory.mktemp("read")
    (folder / "in" / "dưới").mkdir(parents=True)
    (folder / "in" / "phụ lục [1].PDF").write_bytes(SAMPLE.read_bytes())
    (folder / "in" / "rỗng.pdf").write_bytes(b"")
    (folder / "in" / "dưới" / "cụt.pdf").write_bytes(SAMPLE.read_bytes()[:3000])
    (folder / "thư.txt").write_text("không phải PDF", encoding="utf-8")
    answer = kehoach("run", "in", "thư.txt", "--db", "plans.db", folder=folder)
    assert answer.returncode == 3, answer.stderr
    assert "[4/4]" in answer.stderr
    assert "3 trang" in answer.stderr
    assert "Lần chạy này (this run): 1 văn bản đọc xong (read), 3 không đọc được (failed)" in answer.stdout
    return folder


def test_what_cannot_be_read_is_a_row_with_reason_and_remedy(read: Path) -> None:
    with closing(sqlite3.connect(read / "plans.db")) as db:
        rows = dict(db.execute("SELECT file, error FROM documents WHERE status = 'failed'").fetchall())
    assert set(rows) == {"rỗng.pdf", "cụt.pdf", "thư.txt"}
    assert rows["rỗng.pdf"].startswith("Tệp rỗng (empty file)")
    assert rows["thư.txt"].startswith("Không phải tệp PDF (not a PDF)")
    assert all(" — " in error for error in rows.values())


def test_a_second_run_reads_nothing_and_still_says_what_is_not_read(read: Path) -> None:
    answer = kehoach("run", "in", "--db", "plans.db", folder=read)
    assert answer.returncode == 3
    assert "1 đã đọc từ trước" in answer.stdout
    assert kehoach("run", "in/phụ lục [1].PDF", "--db", "plans.db", folder=read).returncode == 0


def test_retry_failed_needs_no_path(read: Path) -> None:
    answer = kehoach("run", "--retry-failed", "--db", "plans.db", folder=read)
    assert answer.returncode == 3
    assert "[3/3]" in answer.stderr


def test_every_table_and_query_can_be_exported(read: Path) -> None:
    table = kehoach("export", "documents", "--db", "plans.db", folder=read)
    assert table.returncode == 0
    assert len(table.stdout.splitlines()) >= 5
    answer = kehoach("export", "--all", "-o", "csv", "--excel", "--labels", "--db", "plans.db", folder=read)
    assert answer.returncode == 0
    projects = (read / "csv" / "projects.csv").read_bytes()
    assert projects.startswith(b"\xef\xbb\xbf")
    assert not list((read / "csv").glob("*.part"))
    query = kehoach("export", "--query", "ai-vien-dan", "-p", "ref=không-có", "--db", "plans.db", folder=read)
    assert (query.returncode, len(query.stdout.splitlines())) == (0, 1)


def test_the_command_alone_shows_its_help(tmp_path: Path) -> None:
    answer = kehoach(folder=tmp_path)
    assert answer.returncode == 2
    assert "kehoach run THƯ_MỤC" in answer.stderr
    assert "Dùng sai lệnh (wrong use)" not in answer.stderr


@pytest.mark.parametrize("output", ["không có/a.csv", "không có/a.xlsx", "thư.txt/a.csv", "in"])
def test_an_export_that_cannot_be_written_says_so(read: Path, output: str) -> None:
    answer = kehoach("export", "documents", "--db", "plans.db", "-o", output, folder=read)
    assert answer.returncode == (2 if output == "in" else 1)
    assert output in answer.stderr
    assert "Traceback" not in answer.stderr


READERS = (
    ("export", "documents"),
    ("export", "--report", "1"),
    ("export", "--query", "du-an-theo-don-vi"),
    ("units",),
    ("serve", "--port", "0"),
)


@pytest.mark.parametrize("command", READERS)
def test_a_database_that_cannot_be_read_is_said(read: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    earlier, foreign = tmp_path / "cũ #1?.db", tmp_path / "khác.db"
    with closing(sqlite3.connect(read / "plans.db")) as db, closing(sqlite3.connect(earlier)) as copy:
        db.backup(copy)
        copy.execute("ALTER TABLE mentions DROP COLUMN candidates")
    with closing(sqlite3.connect(foreign)) as db:
        db.execute("CREATE TABLE a (b)")
    for path, said in (
        (earlier, "phiên bản trước"),
        (foreign, "không do chương trình này"),
        (read / "thư.txt", "không phải là cơ sở dữ liệu"),
    ):
        answer = kehoach(*command, "--db", path)
        assert answer.returncode in {1, 2}
        assert said in answer.stderr
        assert "Traceback" not in answer.stderr


def test_a_database_of_any_name_is_read(read: Path, tmp_path: Path) -> None:
    path = tmp_path / "a#b c%20?.db"
    with closing(sqlite3.connect(read / "plans.db")) as db, closing(sqlite3.connect(path)) as copy:
        db.backup(copy)
    for command in (("export", "documents"), ("units",)):
        answer = kehoach(*command, "--db", path)
        assert answer.returncode == 0, answer.stderr


def test_the_output_of_an_export_may_be_cut_off(read: Path) -> None:
    command = (
        f"{sys.executable} -c 'from pipeline.cli import main; main()' export pages --db {read}/plans.db | head -c 9"
    )
    answer = subprocess.run(["bash", "-o", "pipefail", "-c", command], cwd=ROOT, capture_output=True, timeout=60)
    assert answer.stderr == b""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["run"], "thiếu PATH"),
        (["run", "không-có"], "không-có"),
        (["run", "không-*.pdf"], "Không tìm thấy đường dẫn (no such"),
        (["run", ".", "--workers", "0"], "Giá trị không hợp lệ (invalid value)"),
        (["run", ".", "--timeout", "-1"], "Giá trị không hợp lệ (invalid value)"),
        (["run", ".", "--nhanh"], "Không có tùy chọn này (no such option)"),
        (["chay"], "kehoach --help"),
        (["export"], "ai-vien-dan"),
        (["export", "documents", "--db", "không.db"], "Chưa có cơ sở dữ liệu"),
        (["export", "documents", "--query", "ai-vien-dan"], "chọn một bảng"),
        (["export", "documents", "-p", "a=b"], "--query"),
        (["export", "--query", "x", "-p", "thiếu-dấu-bằng"], "KHÓA=GIÁ_TRỊ"),
        (["serve", "--db", "không.db"], "Chưa có cơ sở dữ liệu"),
        (["evaluate", "--db", "không.db"], "Chưa có cơ sở dữ liệu"),
        (["run", "--retry-failed", "--db", "không.db"], "Chưa có cơ sở dữ liệu"),
    ],
)
def test_wrong_use_is_exit_code_2_with_words(tmp_path: Path, arguments: list[str], words: str) -> None:
    answer = kehoach(*arguments, folder=tmp_path)
    assert answer.returncode == 2
    assert words in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize(("table", "words"), [("bảng-lạ", "documents"), ("sqlite_master", "documents")])
def test_an_unknown_table_is_named_with_those_there_are(read: Path, table: str, words: str) -> None:
    answer = kehoach("export", table, "--db", "plans.db", folder=read)
    assert answer.returncode == 2
    assert words in answer.stderr


def test_a_database_that_cannot_be_written_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / "plans.db").write_text("không phải SQLite, và dài hơn một trăm ký tự " * 10, encoding="utf-8")
    answer = kehoach("run", SAMPLE, "--db", "plans.db", folder=tmp_path)
    assert answer.returncode == 1
    assert "SQLite" in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize("command", [[], ["run"], ["serve"], ["export"], ["evaluate"], ["doctor"]])
def test_help_is_vietnamese_then_english_with_exit_codes(command: list[str]) -> None:
    answer = kehoach(*command, "--help")
    assert answer.returncode == 0
    assert "Mã thoát (exit codes)" in answer.stdout


def test_help_and_version_load_nothing_heavy() -> None:
    heavy = "{'spacy', 'pypdfium2', 'pdfplumber', 'datasette', 'numpy', 'rich', 'sqlite_utils', 'regex'}"
    code = f"import sys, pipeline.cli; print({heavy} & set(sys.modules))"
    answer = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert answer.stdout == "set()\n"
    assert kehoach("--version").stdout == f"kehoach {pipeline.__version__}\n"


def test_doctor_finds_what_a_run_needs() -> None:
    answer = kehoach("doctor")
    assert answer.returncode == 0, answer.stdout
    assert "[THIẾU]" not in answer.stdout
    for name in ("Python: ", "pypdfium2: ", "PDFium: ", "SQLite: ", "spaCy: ", "[ có ]   OCR ", "page cache"):
        assert name in answer.stdout


def test_modules_in_the_current_folder_are_not_taken_for_ours(tmp_path: Path) -> None:
    elsewhere = tmp_path / "bin"
    elsewhere.mkdir()
    (elsewhere / "go.py").write_text("if __name__ == '__main__':\n    from pipeline.cli import main\n    main()\n")
    (tmp_path / "pipeline").mkdir()
    (tmp_path / "pipeline" / "__init__.py").write_text("raise RuntimeError('not ours')")
    answer = subprocess.run(
        [sys.executable, elsewhere / "go.py", "run", SAMPLE, "--db", "plans.db"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert answer.returncode == 0, answer.stderr


def test_a_terminated_run_ends_in_good_order(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.pdf").write_bytes(SAMPLE.read_bytes() + f"\n%{number}\n".encode())
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", "run", str(tmp_path)]
    run = subprocess.Popen(
        [*command, "--db", str(tmp_path / "plans.db")],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    assert run.stderr is not None
    while "[1/40]" not in run.stderr.readline():
        assert run.poll() is None
    run.send_signal(signal.SIGTERM)
    rest = run.communicate(timeout=30)[1]
    assert run.returncode == 130
    assert "[40/40]" not in rest, "it stops before the end"
    assert "chạy lại cùng lệnh" in rest
