"""`jiashu destroy`: never by one slip, and honest about what it cannot reach."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cli.main import main
from tests.cli.conftest import Run

Typing = Callable[..., tuple[int, str]]


class Terminal(io.StringIO):
    """Somebody types at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def typing(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Typing:
    def destroyed(vault: Path, *answers: str) -> tuple[int, str]:
        monkeypatch.setenv("LC_ALL", "C.UTF-8")
        monkeypatch.setattr("sys.stdin", Terminal("".join(f"{answer}\n" for answer in answers)))
        return main(["destroy", str(vault)]), capfd.readouterr().out

    return destroyed


def test_a_script_that_names_it_destroys_it(run: Run, vault: Path) -> None:
    done = run("destroy", vault, "--yes-destroy", vault.name)
    assert (done.code, vault.exists()) == (0, False)
    assert "The keys are destroyed" in done.out
    assert "An SSD, a memory stick" in done.out


def test_a_script_that_does_not_name_it_destroys_nothing(run: Run, vault: Path) -> None:
    assert run("destroy", vault).code == 2
    assert (vault / "k1").exists()


def test_another_name_destroys_nothing(run: Run, vault: Path) -> None:
    done = run("destroy", vault, "--yes-destroy", "another")
    assert (done.code, "[destroy.other_name]" in done.err, (vault / "k1").exists()) == (1, True, True)


def test_somebody_at_a_terminal_types_name_and_word(typing: Typing, vault: Path) -> None:
    code, said = typing(vault, vault.name, "destroy")
    assert (code, vault.exists()) == (0, False)
    assert said.index("backups, copied disks") < said.index("The keys are destroyed")


@pytest.mark.parametrize("answers", [("", ""), ("vault", ""), ("vault", "yes"), ("destroy", "destroy")])
def test_anything_else_at_a_terminal_destroys_nothing(typing: Typing, vault: Path, answers: tuple[str, str]) -> None:
    code, _ = typing(vault, *(answer.replace("vault", vault.name) for answer in answers))
    assert (code, (vault / "k1").exists()) == (1, True)


def test_a_machine_reads_what_is_left(run: Run, vault: Path) -> None:
    (vault / "letter").write_text("a letter of somebody else's")
    done = run("destroy", vault, "--yes-destroy", vault.name, "--json")
    assert json.loads(done.out) == {
        "vault": str(vault),
        "destroyed": True,
        "strange": 1,
        "kept": 0,
        "unwritten": 0,
        "folder": True,
    }


def test_what_is_no_vault_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter").write_text("x")
    done = run("destroy", tmp_path / "letters", "--yes-destroy", "letters")
    assert (done.code, "[vault.not_a_vault]" in done.err) == (1, True)
    assert (tmp_path / "letters" / "letter").exists()
