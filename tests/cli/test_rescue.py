"""`jiashu rescue`: what it prints, and that what is missing is a reason to fail."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def noise(path: Path, start: int, size: int) -> None:
    with path.open("r+b") as file:
        file.seek(start)
        file.write(os.urandom(size))


@pytest.mark.fault(6)
def test_fault_06_a_vault_without_its_first_page_is_rescued(
    jiashu: Run, run: Run, vault: Path, passphrase: Path, tmp_path: Path
) -> None:
    added = jiashu("add", "case", input='{"title": "A case"}')
    assert added.code == 0
    noise(vault / "a.db", 0, 4096)
    assert "[vault.other_database]" in jiashu("list", "case").err
    told = run("rescue", vault, tmp_path / "new", "--passphrase-file", passphrase, "--json")
    assert told.code == 0
    assert told.objects[0]["complete"]
    assert told.objects[0]["pages"]["a.db"][1] == 1
    assert jiashu("verify", on=tmp_path / "new").code == 0


def test_what_is_missing_is_listed_and_is_a_reason_to_fail(
    jiashu: Run, run: Run, vault: Path, passphrase: Path, tmp_path: Path
) -> None:
    jiashu("add", "case", input='{"title": "A case"}')
    (vault / "k6").write_bytes(b"noise")
    told = run("rescue", vault, tmp_path / "new", "--passphrase-file", passphrase)
    assert (told.code, "[rescue.incomplete]" in told.err) == (3, True)
    assert "The signing key is new." in told.out


@pytest.mark.parametrize("whole", [False, True], ids=["name", "path"])
def test_a_copy_a_sync_program_left_is_taken_in_by_its_name_or_its_path(jiashu: Run, vault: Path, whole: bool) -> None:
    jiashu("add", "case", input='{"title": "A case"}')
    copy = vault / "a (conflicted copy).db"
    shutil.copy(vault / "a.db", copy)
    told = jiashu("merge-copy", str(copy) if whole else copy.name)
    assert (told.code, copy.exists()) == (0, False)
