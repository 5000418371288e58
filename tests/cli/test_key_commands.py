"""A key file, and the identities' own passphrase, from a shell."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import PASSPHRASE, Run, make_vault

Pipe = Callable[[str], Path]
NAMES = "four blue kettles sing"


@pytest.fixture
def key(jiashu: Run, tmp_path: Path) -> Path:
    """The key file of the vault."""
    assert jiashu("key-file", "--out", tmp_path / "key").code == 0
    return tmp_path / "key"


def test_with_its_key_file_a_vault_opens_from_a_shell(jiashu: Run, key: Path) -> None:
    assert jiashu("list", "case", "--key-file", key).code == 0


def test_without_its_key_file_the_shell_says_that_it_needs_one(jiashu: Run, key: Path) -> None:
    result = jiashu("list", "case")
    assert (result.code, "[vault.key_file_needed]" in result.err) == (1, True)


@pytest.mark.fault(9)
def test_fault_09_wrong_key_file_and_wrong_passphrase_are_one_refusal_and_one_sentence(
    jiashu: Run, run: Run, vault: Path, key: Path, tmp_path: Path, piped: Pipe
) -> None:
    make_vault(tmp_path / "Bao")
    jiashu("key-file", "--out", tmp_path / "other", on=tmp_path / "Bao")
    wrong = jiashu("list", "case", "--key-file", tmp_path / "other")
    guess = run("list", vault, "case", "--key-file", key, "--passphrase-file", piped("a guess"))
    assert (wrong.code, wrong.err) == (guess.code, guess.err)
    assert "[vault.passphrase_or_key_file]" in wrong.err


def test_a_passphrase_changed_from_a_shell_keeps_the_key_file(
    jiashu: Run, run: Run, vault: Path, key: Path, piped: Pipe
) -> None:
    new = "nine grey herons stand still"
    assert jiashu("passphrase", "--key-file", key, "--new-passphrase-file", piped(new)).code == 0
    assert run("list", vault, "case", "--passphrase-file", piped(new)).code == 1
    assert run("list", vault, "case", "--passphrase-file", piped(new), "--key-file", key).code == 0


def test_a_key_file_is_taken_away_from_a_shell(jiashu: Run, key: Path) -> None:
    result = jiashu("key-file", "--take-away", "--key-file", key, "--json")
    assert result.objects[0]["key_file"] is False
    assert jiashu("list", "case").code == 0


def test_the_shell_refuses_a_key_file_within_the_vault(jiashu: Run, vault: Path) -> None:
    result = jiashu("key-file", "--out", vault / "key")
    assert (result.code, "[key_file.inside_vault]" in result.err) == (1, True)


@pytest.mark.parametrize(
    "words",
    [
        ("key-file",),
        ("key-file", "--take-away"),
        ("key-file", "--take-away", "--out", "x"),
        ("passphrase", "--take-away"),
    ],
)
def test_what_does_not_go_together_is_misuse(jiashu: Run, words: tuple[str, ...]) -> None:
    assert jiashu(*words).code == 2


def test_the_identities_get_a_passphrase_of_their_own_and_lose_it(jiashu: Run, vault: Path, piped: Pipe) -> None:
    person = jiashu("add", "person", input='{"sex": "f"}').out.strip()
    jiashu("add", "name", input=json.dumps({"person": person, "full": "许安"}))
    assert jiashu("passphrase", "--identities", "--new-passphrase-file", piped(NAMES)).code == 0
    assert "许安" not in jiashu("list", "person").out
    assert "许安" in jiashu("list", "person", "--identity-passphrase-file", piped(NAMES)).out
    theirs = ("--identity-passphrase-file", piped(NAMES))
    taken = jiashu("passphrase", "--identities", "--take-away", *theirs)
    assert (taken.code, "open with the vault from now on" in taken.out) == (0, True)
    assert "许安" in jiashu("list", "person").out


@pytest.mark.parametrize(
    ("given", "code"), [(None, "vault.identity_passphrase_needed"), (PASSPHRASE, "vault.identity_passphrase")]
)
def test_the_identities_passphrase_is_changed_only_by_who_knows_it(
    run: Run, tmp_path: Path, passphrase: Path, piped: Pipe, given: str | None, code: str
) -> None:
    bao = make_vault(tmp_path / "Bao", NAMES, named=False)
    had = ("--identity-passphrase-file", piped(given)) if given else ()
    result = run("passphrase", bao, "--identities", "--take-away", "--passphrase-file", passphrase, *had)
    assert (result.code, f"[{code}]" in result.err) == (1, True)
