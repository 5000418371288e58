"""The chapter "If Jiashu is gone": the commands that stand in it open a vault of today, with programs others made."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from desktop.crypto import shares
from desktop.crypto.recipients import HybridIdentity
from desktop.vault import keyfile
from desktop.vault.blobfile import SealedTo
from tests.conftest import ROOT
from tests.vault.desk import FAST, PASSPHRASE, Desk

CHAPTER = (ROOT / "docs/format.md").read_text("utf-8").split("## 5 · If Jiashu is gone", 1)[1]
READERS = ROOT / ".venv/readers"
FILE = "停电通知\n".encode() * 50
WORDS = "他们半夜来，把电停了。"
NAME = "林秀兰"


def commands(way: str) -> list[str]:
    """The blocks of one way, from the keys to the package, in their order."""
    return re.findall(rf"^{way}:\n```sh\n(.*?)```", CHAPTER, re.M | re.S)


def block(language: str) -> str:
    """The one block in that language."""
    (found,) = re.findall(rf"^```{language}\n(.*?)```", CHAPTER, re.M | re.S)
    return str(found)


class Table:
    """A folder where somebody works with the commands. vault: a copy, called as the chapter calls it."""

    def __init__(self, folder: Path, desk: Desk) -> None:
        self.folder = folder
        folder.mkdir()
        desk.lock()
        shutil.copytree(desk.place, folder / "VAULT")
        (folder / "RECOVERY").write_text(desk.recovery + "\n", "ascii")

    def run(self, script: str, **environment: str) -> str:
        """Run lines of the shell; they must succeed and complain of nothing."""
        settings = {"PATH": f"{Path(sys.executable).parent}:{_path()}", "LC_ALL": "C.UTF-8", **environment}
        done = subprocess.run(
            ["bash", "-eu", "-o", "pipefail", "-c", script],
            cwd=self.folder,
            env=settings,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return done.stdout

    def told(self, name: str) -> dict[str, Mapping[str, Any]]:
        """Bodies by the id of their revision."""
        lines = [json.loads(line) for line in (self.folder / name).read_text("utf-8").splitlines()]
        return {line["id"]: line["opening"]["body"] for line in lines if line["opening"]}

    def evidence(self) -> set[str]:
        """The digest of each evidence file."""
        return {hashlib.sha256(path.read_bytes()).hexdigest() for path in (self.folder / "evidence").iterdir()}


def _path() -> str:
    """Where the programs are. Node.js of our own, where the machine's is too old or missing, comes first."""
    found = (shutil.which(name) for name in ("bash", "node", "age", "sqlcipher"))
    return ":".join([str(READERS), *sorted({str(Path(program).parent) for program in found if program})])


@pytest.fixture
def table(tmp_path: Path, desk: Desk) -> Table:
    """A vault of today with words, a name and two files, one of them sealed with the names."""
    desk.testimony(WORDS)
    desk.person(NAME)
    for sealed in (False, True):
        _attach(desk, FILE + bytes([sealed]), "compartment" if sealed else "vault")
    return Table(tmp_path / "table", desk)


def _attach(desk: Desk, content: bytes, to: SealedTo) -> None:
    with desk.vault.incoming(to) as writer:
        writer.write(content)
        blob = writer.commit().name
    desk.add("evidence", {"blob": blob}, sealed=to == "compartment")


@pytest.fixture
def with_node(table: Table) -> Table:
    """The two libraries of way B are there."""
    modules = READERS / "node_modules"
    if shutil.which("node", path=_path()) is None or not modules.is_dir():
        pytest.skip("needs Node.js and the package age-encryption, which `make setup` installs where it can")
    (table.folder / "node_modules").symlink_to(modules)
    (table.folder / "open.mjs").write_text(block("js"), "utf-8")
    (table.folder / "read.py").write_text(block("python"), "utf-8")
    return table


@pytest.fixture
def with_age(table: Table) -> Table:
    """The two programs of way A are there."""
    for program, says, oldest in (
        ("age", r"^v?(\d+)\.(\d+)", (1, 3)),
        ("sqlcipher", r"SQLCipher (\d+)\.(\d+)", (4, 0)),
    ):
        found = shutil.which(program)
        said = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout if found else ""
        version = re.search(says, said)
        if version is None or (int(version[1]), int(version[2])) < oldest:
            pytest.skip(f"needs {program} {'.'.join(map(str, oldest))} or later")
    return table


def by_recovery_key(script: str) -> str:
    """The lines of the chapter that need nobody to type."""
    return "".join(line for line in script.splitlines(keepends=True) if "VAULT/k1" not in line)


def test_node_and_python_read_every_word_name_and_file_of_a_vault(with_node: Table) -> None:
    keys, names, evidence, _package = commands("B")
    with_node.run(keys, PASSPHRASE=PASSPHRASE)
    with_node.run("python3 read.py")
    with_node.run(names + evidence)
    assert WORDS in [value for body in with_node.told("revisions.jsonl").values() for value in body.values()]
    assert NAME in [value for body in with_node.told("names.jsonl").values() for value in body.values()]
    assert with_node.evidence() == {hashlib.sha256(FILE + bytes([sealed])).hexdigest() for sealed in (0, 1)}


def test_node_opens_a_vault_that_needs_its_key_file(with_node: Table, desk: Desk) -> None:
    key = keyfile.text(keyfile.make())
    (with_node.folder / "KEYFILE").write_text(key, "ascii")
    desk.unlock()
    desk.vault.change_key_file(PASSPHRASE, FAST, None, key)
    desk.vault.change_identity_passphrase(PASSPHRASE, FAST)
    desk.lock()
    shutil.copytree(desk.place, with_node.folder / "VAULT", dirs_exist_ok=True)
    (script,) = commands("B, with a key file")
    with_node.run(script, PASSPHRASE=PASSPHRASE)
    for name, database in (("keys", "a.db"), ("names", "b.db")):
        assert (with_node.folder / name).read_text("ascii").startswith(f"# {database} x'")


def test_node_opens_both_compartments_by_the_recovery_key(with_node: Table) -> None:
    keys, _names, _evidence, _package = commands("B")
    by_passphrase = with_node.run(f"{keys}\ncat keys names", PASSPHRASE=PASSPHRASE)
    assert with_node.run(f"{by_recovery_key(keys)}\ncat keys names") == by_passphrase


def test_two_shares_of_three_give_the_recovery_key(with_node: Table) -> None:
    """By the library's own command and a Bech32 of another make."""
    recovery = (with_node.folder / "RECOVERY").read_text("ascii")
    made = shares.split(HybridIdentity.from_text(recovery.strip()).secret, 2, 3)
    (with_node.folder / "SHARES").write_text("".join(f"{share}\n" for share in made[1:]), "ascii")
    (with_node.folder / "RECOVERY").unlink()
    (script,) = re.findall(r"^```sh\n(python3 -c .*?)```", CHAPTER, re.M | re.S)
    assert with_node.run(f"{script}\ncat RECOVERY") == recovery


def test_age_and_sqlcipher_read_every_word_name_and_file_of_a_vault(with_age: Table) -> None:
    keys, records, names, evidence, _package = commands("A")
    with_age.run(by_recovery_key(keys) + records + names + evidence)
    assert WORDS in [value for body in with_age.told("revisions.jsonl").values() for value in body.values()]
    assert NAME in [value for body in with_age.told("names.jsonl").values() for value in body.values()]
    assert with_age.evidence() == {hashlib.sha256(FILE + bytes([sealed])).hexdigest() for sealed in (0, 1)}
