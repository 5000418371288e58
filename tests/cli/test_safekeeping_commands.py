"""Backup, restore and drill from a shell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.casework import known, vaults
from desktop.cli.shell import clock
from tests.cli.conftest import PASSPHRASE, Run

Pipe = Callable[[str], Path]


@pytest.fixture
def keyed(tmp_path: Path) -> tuple[Path, str]:
    """A vault with its recovery key."""
    made = vaults.create_vault(tmp_path / "keyed", PASSPHRASE, clock=clock, work_factor=2)
    vaults.lock(made.vault)
    return tmp_path / "keyed", made.recovery_key


def test_a_backup_is_restored_and_opens(run: Run, vault: Path, passphrase: Path, tmp_path: Path) -> None:
    secret = ("--passphrase-file", passphrase)
    run("add", vault, "case", *secret, input='{"title": "Kept twice"}')
    done = run("backup", vault, "--to", tmp_path / "stick", *secret, "--json")
    assert (done.code, done.err) == (0, "")
    out = run("restore", tmp_path / "stick", tmp_path / "new", *secret, "--json")
    assert out.code == 0
    for name in ("records", "files", "changes", "digest"):
        assert out.objects[0][name] == done.objects[0][name]
    before, after = (run("list", place, "case", *secret).out for place in (vault, tmp_path / "new"))
    assert before == after != ""


def test_the_second_backup_is_incremental_and_whole_when_asked(
    run: Run, vault: Path, passphrase: Path, tmp_path: Path
) -> None:
    told = [
        run("backup", vault, "--to", tmp_path / "stick", *more, "--json", "--passphrase-file", passphrase)
        for more in ((), (), ("--whole",))
    ]
    assert [each.objects[0]["kind"] for each in told] == ["whole", "incremental", "whole"]


def test_done_is_said_with_counts_and_the_hash(run: Run, vault: Path, passphrase: Path, tmp_path: Path) -> None:
    done = run("backup", vault, "--to", tmp_path / "stick", "--passphrase-file", passphrase)
    assert done.lines[0].startswith("Backed up and read back:")
    assert len(done.lines[2].removeprefix("Log: ")) == 64


def test_a_refused_backup_never_says_done(run: Run, vault: Path, passphrase: Path) -> None:
    done = run("backup", vault, "--to", vault / "inside", "--passphrase-file", passphrase)
    assert (done.code, done.out, "[backup.own_vault]" in done.err) == (1, "", True)


def test_the_recovery_key_restores_and_the_passphrase_is_set_anew(
    run: Run, keyed: tuple[Path, str], passphrase: Path, piped: Pipe, tmp_path: Path
) -> None:
    place, key = keyed
    run("backup", place, "--to", tmp_path / "stick", "--passphrase-file", passphrase)
    assert run("restore", tmp_path / "stick", tmp_path / "new", "--recovery-key-file", piped(key)).code == 0
    assert run("list", tmp_path / "new", "case", "--passphrase-file", passphrase).code == 0


def test_a_drill_compares_with_the_vault_notes_it_and_leaves_nothing(
    run: Run, keyed: tuple[Path, str], passphrase: Path, piped: Pipe, tmp_path: Path
) -> None:
    place, key = keyed
    secret = ("--passphrase-file", passphrase)
    (tmp_path / "sticks").mkdir()
    run("backup", place, "--to", tmp_path / "sticks" / "b", *secret)
    run("add", place, "case", *secret, input='{"title": "One"}')
    listed = known.known_vaults()
    words = ("drill", tmp_path / "sticks" / "b", "--recovery-key-file", piped(key), "--vault", place, *secret, "--json")
    done = run(*words)
    assert done.code == 0
    assert done.objects[0]["sound"]
    assert {path.name for path in (tmp_path / "sticks").iterdir()} == {"b"}
    assert {each.folder for each in known.known_vaults()} == {each.folder for each in listed}
    opened = vaults.unlock(place, PASSPHRASE, clock=clock)
    kept = opened.keeping.last("drill")
    assert kept is not None
    assert kept.found["later"] == done.objects[0]["later"] == 1
    vaults.lock(opened)


def test_a_drill_with_another_key_says_so(
    run: Run, keyed: tuple[Path, str], vault: Path, passphrase: Path, piped: Pipe, tmp_path: Path
) -> None:
    run("backup", vault, "--to", tmp_path / "stick", "--passphrase-file", passphrase)
    done = run("drill", tmp_path / "stick", "--recovery-key-file", piped(keyed[1]))
    assert (done.code, done.out, "[vault.recovery_key]" in done.err) == (1, "", True)


@pytest.mark.fault(6)
def test_fault_06_a_destroyed_key_slot_is_put_back_and_nothing_saved_since_is_lost(
    run: Run, vault: Path, passphrase: Path, tmp_path: Path
) -> None:
    secret = ("--passphrase-file", passphrase)
    run("backup", vault, "--to", tmp_path / "stick", *secret)
    run("add", vault, "case", *secret, input='{"title": "Saved since"}')
    for slot in ("k1", "k5", "k6"):
        (vault / slot).write_bytes(bytes(500))
    refused = run("list", vault, "case", *secret)
    assert (refused.code, "`mend VAULT --from BACKUP`" in refused.err) == (3, True)
    mended = run("mend", vault, "--from", tmp_path / "stick", *secret, "--json")
    assert mended.objects == [{"vault": str(vault), "put_back": ["k1", "k5", "k6"]}]
    assert "Saved since" in run("list", vault, "case", *secret).out


@pytest.mark.fault(6)
def test_fault_06_where_the_first_page_is_destroyed_the_backup_becomes_a_vault(
    run: Run, vault: Path, passphrase: Path, tmp_path: Path
) -> None:
    secret = ("--passphrase-file", passphrase)
    run("add", vault, "case", *secret, input='{"title": "Kept twice"}')
    run("backup", vault, "--to", tmp_path / "stick", *secret)
    with (vault / "a.db").open("r+b") as file:
        file.write(bytes(4096))
    destroyed = (vault / "a.db").read_bytes()
    told = run("list", vault, "case", *secret)
    assert (told.code, "[vault.other_database]" in told.err) == (3, True)
    assert run("mend", vault, "--from", tmp_path / "stick", *secret).code == 1
    assert run("restore", tmp_path / "stick", tmp_path / "new", *secret).code == 0
    assert "Kept twice" in run("list", tmp_path / "new", "case", *secret).out
    assert (vault / "a.db").read_bytes() == destroyed


def test_nothing_is_put_back_into_another_vault(
    run: Run, keyed: tuple[Path, str], vault: Path, passphrase: Path, tmp_path: Path
) -> None:
    secret = ("--passphrase-file", passphrase)
    run("backup", keyed[0], "--to", tmp_path / "stick", *secret)
    (vault / "k1").write_bytes(bytes(500))
    refused = run("mend", vault, "--from", tmp_path / "stick", *secret)
    assert (refused.code, "[mend.other_keys]" in refused.err) == (1, True)
    assert (vault / "k1").read_bytes() == bytes(500)
