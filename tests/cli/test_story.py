"""The whole program as processes of its own: the story through the shell, kills, pipes, and no trace of a word."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.conftest import PASSPHRASE, make_vault
from tests.sources import ROOT

CANARY = "金丝雀七号"
SECRET_NAME = "柳暗花"
COMMAND = [sys.executable, "-m", "desktop"]


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    """A home of its own, temporary files watched too."""
    (home / "tmp").mkdir()
    return {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "TMPDIR": str(home / "tmp")}


class Shell:
    """Runs `jiashu` as a process, its passphrase through a pipe."""

    def __init__(self, environment: dict[str, str], folder: Path) -> None:
        self.environment = environment
        self.folder = folder
        self.said: list[str] = []

    def __call__(self, *words: object, input: str = "", code: int = 0, passphrase: str = PASSPHRASE) -> str:
        reading, writing = os.pipe()
        os.write(writing, passphrase.encode() + b"\n")
        os.close(writing)
        line = [*COMMAND, *map(str, words), "--passphrase-file", f"/dev/fd/{reading}"]
        done = subprocess.run(
            line,
            input=input,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=self.folder,
            env=self.environment,
            pass_fds=[reading],
            check=False,
        )
        os.close(reading)
        assert done.returncode == code, done.stderr
        self.said.append(done.stderr)
        return done.stdout.strip()


@pytest.fixture
def shell(environment: dict[str, str], tmp_path: Path) -> Shell:
    return Shell(environment, tmp_path)


def traces(word: str, *places: Path) -> list[str]:
    """Files that hold a word, in any encoding a system uses, or are named by it."""
    needles = [word.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")]
    files = [path for place in places for path in place.rglob("*")]
    return [
        str(path)
        for path in files
        if word in path.name or (path.is_file() and any(needle in path.read_bytes() for needle in needles))
    ]


@pytest.mark.slow
@pytest.mark.fault(11)
def test_fault_11_a_days_work_leaves_its_secret_words_nowhere(shell: Shell, home: Path, tmp_path: Path) -> None:
    anna, bao = (make_vault(tmp_path / name) for name in ("Anna", "Bao"))
    for mine, other in ((anna, bao), (bao, anna)):
        (tmp_path / "card").write_text(shell("contact", other, "show"))
        shell("contact", mine, "add", tmp_path / "card", "--our-team", "--verified")
    case = shell("add", anna, "case", input=json.dumps({"title": "A case", "summary": CANARY}))
    person = shell("add", anna, "person", input=json.dumps({"counting_unit": "individual", "religion": CANARY}))
    shell("add", anna, "name", input=json.dumps({"person": person, "full": SECRET_NAME}))
    told = {"case": case, "speaker": person, "statements": [{"words": CANARY, "translation": CANARY}]}
    testimony = shell("add", anna, "testimony", input=json.dumps(told))
    shell("edit", anna, testimony, input=json.dumps({"notes": [{"label": CANARY, "text": CANARY}]}))
    shell("attach", anna, case, evidence_outside(home.parent))
    assert testimony in shell("search", anna, CANARY, "--json")
    shell("handoff", anna, "--case", case, "--to", "Bao", "--out", tmp_path / "x.age", "--accept")
    shell("receive", bao, tmp_path / "x.age", "--accept")
    shell("history", bao, testimony)
    shell("verify", bao)
    shell("show", bao, "ZZZZ-ZZZZ", code=1)
    shell("erase", anna, testimony, "--accept")
    for word in (CANARY, SECRET_NAME):
        assert traces(word, tmp_path, home) == []
        assert word not in "".join(shell.said)


def evidence_outside(folder: Path) -> Path:
    """A file the person has, which the program only reads."""
    path = folder / f"{CANARY}.txt"
    path.write_text(CANARY)
    return path


@pytest.mark.slow
@pytest.mark.fault(19)
def test_fault_19_an_import_killed_at_any_moment_is_all_or_nothing(shell: Shell, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "Anna")
    table = tmp_path / "table.csv"
    table.write_text("姓名,来源\n" + "".join(f"许安{number},https://example.org/{number}\n" for number in range(200)))
    for delay in (0.6, 0.9, 1.2):
        reading, writing = os.pipe()
        os.write(writing, PASSPHRASE.encode())
        os.close(writing)
        line = [*COMMAND, "import", str(vault), str(table), "--accept", "--passphrase-file", f"/dev/fd/{reading}"]
        with subprocess.Popen(
            line, env=shell.environment, pass_fds=[reading], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            os.close(reading)
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=delay)
            process.kill()
        count = len(shell("list", vault, "person").splitlines())
        assert count in {0, 200}
        shell("verify", vault)
    shell("import", vault, table, "--accept")
    assert len(shell("list", vault, "person").splitlines()) == 200


@pytest.mark.slow
def test_the_demonstration_tells_the_main_job_and_leaves_nothing(shell: Shell, home: Path) -> None:
    place = home / "here"
    place.mkdir()
    done = subprocess.run(
        [*COMMAND, "demo"], capture_output=True, text=True, env=shell.environment, cwd=place, check=True
    )
    assert done.stderr == ""
    for word in (
        "invented families",
        "testimony",
        "hands the case",
        "receives it: 0 new",
        "Both changed",
        "erased",
        "0 findings",
    ):
        assert word in done.stdout
    assert list(place.iterdir()) == []
    listed = home / ".config/jiashu/vaults.json"
    assert not listed.exists() or json.loads(listed.read_text()) == []


@pytest.mark.slow
def test_the_demonstration_keeps_what_it_made_where_it_is_told(shell: Shell, tmp_path: Path) -> None:
    line = [*COMMAND, "demo", "--dir", str(tmp_path / "kept"), "--lang", "zh_Hans"]
    done = subprocess.run(line, capture_output=True, text=True, env=shell.environment, check=True)
    assert {"practice", "anna", "bao"} <= {path.name for path in (tmp_path / "kept").iterdir()}
    assert "移交" in done.stdout


def test_a_reader_that_has_seen_enough_is_no_failure(environment: dict[str, str]) -> None:
    line = f"{sys.executable} -m desktop schema testimony | head -c 10"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {line}"], capture_output=True, env=environment, check=False)
    assert done.stderr == b""


def test_the_shell_starts_without_the_window(environment: dict[str, str]) -> None:
    code = "import sys; from desktop.cli.main import main; main(['schema', 'case']); sys.exit('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False)
    assert done.returncode == 0


def test_a_fault_of_the_program_tells_where_and_not_what(environment: dict[str, str], tmp_path: Path) -> None:
    broken = tmp_path / "broken.py"
    broken.write_text(
        "from desktop.cli import record_commands\n"
        "from desktop.__main__ import main\n"
        "def fail(kind):\n    raise KeyError('PRIVATE WORDS')\n"
        "record_commands.json_schema = fail\n"
        "main(['schema', 'case'])\n"
    )
    done = subprocess.run([sys.executable, str(broken)], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, "PRIVATE" in done.stderr) == (70, False)
    assert "KeyError" in done.stderr
    assert "record_commands.py" in done.stderr
