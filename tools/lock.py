"""Writes requirements.lock (what the program needs) and requirements-dev.lock (that, and what its tests need).

Run by ``make lock``. Both hold every package with its version and the hashes of all its files, for Python 3.11 to
3.13 and every system, and no address: where packages come from is the machine's own pip configuration.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RESOLVER = "uv==0.13.9"
BUILD_TOOLS = "setuptools>=77\n"  # the project itself is installed without build isolation
OPTIONS = [
    "--universal",
    "--python-version=3.11",
    "--fork-strategy=fewest",  # one version of a package for all Pythons: the same results everywhere
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--quiet",
]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        resolver = _install_resolver(Path(folder))
        tools = Path(folder, "tools.in")
        tools.write_text(BUILD_TOOLS, encoding="utf-8")
        for name, extras in (("requirements.lock", []), ("requirements-dev.lock", ["--extra", "dev"])):
            # An existing lock is read first: versions stay unless pyproject.toml asks for others.
            command = [
                str(resolver),
                "pip",
                "compile",
                *OPTIONS,
                *extras,
                "pyproject.toml",
                str(tools),
                "-o",
                name,
                *sys.argv[1:],
            ]
            subprocess.run(command, cwd=ROOT, env=_environment(), check=True)
            _refuse_addresses(ROOT / name)


def _install_resolver(folder: Path) -> Path:
    venv.create(folder / "venv", with_pip=True)
    subprocess.run([str(folder / "venv/bin/pip"), "install", "--quiet", RESOLVER], check=True)
    return folder / "venv/bin/uv"


def _environment() -> dict[str, str]:
    """The index and the certificates that pip is configured with on this machine, under the resolver's names."""
    environment = dict(os.environ)
    names = {"global.index-url": "UV_DEFAULT_INDEX", "global.cert": "SSL_CERT_FILE"}
    for setting, variable in names.items():
        answer = subprocess.run([sys.executable, "-m", "pip", "config", "get", setting], capture_output=True, text=True)
        if answer.returncode == 0:
            environment.setdefault(variable, answer.stdout.strip())
    return environment


def _refuse_addresses(lock: Path) -> None:
    if "://" in lock.read_text(encoding="utf-8"):
        raise SystemExit(f"{lock.name} names an address; it must not")


if __name__ == "__main__":
    main()
