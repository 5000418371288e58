"""The command line run in this process, on vaults made cheaply; invented people only."""

from __future__ import annotations

import io
import json
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop import places
from desktop.casework import contacts, passphrases, vaults
from desktop.casework.workspace import Workspace
from desktop.cli.main import main
from desktop.cli.shell import clock
from desktop.domain.vocabulary import Vocabularies
from tests.shelf import Shelf

PASSPHRASE = "a lamp under seven willows"


@dataclass(frozen=True)
class Result:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def objects(self) -> list[Any]:
        """Each line as JSON."""
        return [json.loads(line) for line in self.lines]


Run = Callable[..., Result]
"""Runs `jiashu WORDS`; input: what comes on standard input."""


@pytest.fixture(autouse=True)
def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """No second for each passphrase; how this machine is measured, `tests/casework/test_passphrases.py` says."""
    monkeypatch.setattr(passphrases, "calibrated_work_factor", lambda: 2)


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def running(*words: object, input: str = "") -> Result:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(input.encode()), encoding="utf-8"))
        capfd.readouterr()
        code = main([str(word) for word in words])
        said = capfd.readouterr()
        return Result(code, said.out, said.err)

    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return running


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    """The file with the passphrase of every vault here."""
    path = tmp_path / "passphrase"
    path.write_text(PASSPHRASE + "\n")
    return path


def make_vault(folder: Path, identity_passphrase: str | None = None, *, named: bool = True) -> Path:
    """A vault with a cheap passphrase, locked; its owner is called like the folder, if at all."""
    created = vaults.create_vault(
        folder, PASSPHRASE, clock=clock, work_factor=2, identity_passphrase=identity_passphrase
    )
    words = Vocabularies.from_tables(places.read_tables())
    if named:
        contacts.rename_own(Workspace(created.vault, words, clock), folder.name)
    vaults.lock(created.vault)
    return folder


@pytest.fixture
def vault(tmp_path: Path, shelf: Shelf) -> Path:
    return shelf.copied("Anna of the shell", tmp_path / "Anna", make_vault)


@pytest.fixture
def jiashu(run: Run, vault: Path, passphrase: Path) -> Run:
    """Runs a command on the vault: `jiashu("list", "case")`."""

    def running(command: str, *words: object, input: str = "", on: Path = vault) -> Result:
        return run(command, on, *words, "--passphrase-file", passphrase, input=input)

    return running


@pytest.fixture
def piped() -> Callable[[str], Path]:
    """A pipe with a text in it, as a path that can be read once."""
    threads: list[threading.Thread] = []

    def pipe(text: str) -> Path:
        reading, writing = os.pipe()

        def write() -> None:
            with os.fdopen(writing, "w") as file:
                file.write(text)

        threads.append(threading.Thread(target=write))
        threads[-1].start()
        return Path(f"/dev/fd/{reading}")

    return pipe
