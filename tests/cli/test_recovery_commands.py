"""The recovery key from a shell: made, set, checked, told; in shares or whole."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run, make_vault

Pipe = Callable[[str], Path]
NEW = "nine grey herons stand still"
OWN = "four blue kettles sing"


def made(run: Run, *words: str) -> list[str]:
    return list(json.loads(run("recovery", "new", "--shares", "3", "--json", *words).out)["shares"])


def files(folder: Path, texts: list[str]) -> list[object]:
    """The options that name each share's file."""
    options: list[object] = []
    for number, text in enumerate(texts):
        (folder / f"share{number}").write_text(text)
        options += ["--share-file", folder / f"share{number}"]
    return options


def set_shares(run: Run, vault: Path, passphrase: Path, tmp_path: Path, shares: list[str], *more: object) -> None:
    words = files(tmp_path, shares)
    assert run("recovery", "set", vault, *words, *more, "--passphrase-file", passphrase).code == 0


def test_a_new_key_is_printed_and_changes_nothing(run: Run) -> None:
    result = run("recovery", "new")
    assert result.code == 0
    assert sum(line.startswith("AGE-SECRET-KEY-PQ-1") for line in result.lines) == 1


def test_shares_are_printed_word_by_word_with_their_numbers(run: Run) -> None:
    result = run("recovery", "new", "--shares", "3")
    assert [line for line in result.lines if line.startswith("Share")] == [f"Share {n} of 3" for n in (1, 2, 3)]
    assert sum(line.lstrip().startswith("33 ") for line in result.lines) == 3


def test_what_was_printed_can_be_given_back_as_it_was_printed(
    run: Run, vault: Path, passphrase: Path, tmp_path: Path
) -> None:
    printed = run("recovery", "new", "--shares", "3").out.split("Share ")[1:]
    shares = ["\n".join(part.splitlines()[1:12]) for part in printed]
    shares[2] = shares[2].split("It opens")[0]
    set_shares(run, vault, passphrase, tmp_path, shares)


@pytest.mark.slow
def test_two_of_three_shares_set_a_new_passphrase(
    run: Run, vault: Path, passphrase: Path, tmp_path: Path, piped: Pipe
) -> None:
    shares = made(run)
    set_shares(run, vault, passphrase, tmp_path, shares)
    new = ("--new-passphrase-file", piped(NEW))
    short = [" ".join(word[:4] for word in share.split()).upper() for share in shares]
    assert run("passphrase", vault, *files(tmp_path, short[1:]), *new).code == 0
    assert run("list", vault, "case", "--passphrase-file", piped(NEW)).code == 0


def test_too_few_shares_set_nothing_and_it_is_said_how_many_are_missing(
    run: Run, vault: Path, passphrase: Path, tmp_path: Path, piped: Pipe
) -> None:
    shares = made(run)
    set_shares(run, vault, passphrase, tmp_path, shares)
    result = run("passphrase", vault, *files(tmp_path, shares[:1]), "--new-passphrase-file", piped(NEW))
    assert (result.code, "[share.too_few]" in result.err, "1" in result.err) == (1, True, True)


def test_a_set_counts_only_when_each_share_was_given_back(
    run: Run, vault: Path, passphrase: Path, tmp_path: Path
) -> None:
    words = files(tmp_path, made(run)[:2])
    result = run("recovery", "set", vault, *words, "--passphrase-file", passphrase)
    assert (result.code, "[share.not_all]" in result.err) == (1, True)


def test_check_says_what_a_key_opens_without_a_passphrase(
    run: Run, vault: Path, passphrase: Path, tmp_path: Path
) -> None:
    shares = made(run)
    set_shares(run, vault, passphrase, tmp_path, shares)
    result = run("recovery", "check", vault, *files(tmp_path, shares[:2]))
    assert result.lines == ["It opens the vault.", "It opens the identities."]


def test_check_refuses_a_key_that_opens_nothing(run: Run, vault: Path, tmp_path: Path) -> None:
    result = run("recovery", "check", vault, *files(tmp_path, made(run)))
    assert (result.code, "[vault.recovery_key]" in result.err) == (1, True)


def test_state_tells_whether_it_is_set_up_and_rehearsed(
    run: Run, vault: Path, passphrase: Path, tmp_path: Path
) -> None:
    told = ("recovery", "state", vault, "--passphrase-file", passphrase)
    assert run(*told).lines[0].startswith("Recovery is not set up")
    set_shares(run, vault, passphrase, tmp_path, made(run))
    assert json.loads(run(*told, "--json").out)["shares"] == 3
    assert run(*told).lines[-1] == "Recovery was not rehearsed with this key."


@pytest.mark.slow
def test_the_identities_own_shares_open_them(run: Run, tmp_path: Path, passphrase: Path, piped: Pipe) -> None:
    vault, shares = make_vault(tmp_path / "Bao", OWN), made(run)
    set_shares(run, vault, passphrase, tmp_path, shares, "--identities", "--identity-passphrase-file", piped(OWN))
    opening = files(tmp_path, shares[:2])
    result = run(
        "recovery", "identities", vault, *opening, "--new-passphrase-file", piped(NEW), "--passphrase-file", passphrase
    )
    assert (result.code, result.err) == (0, "")
    opened = run("list", vault, "case", "--passphrase-file", passphrase, "--identity-passphrase-file", piped(NEW))
    assert opened.code == 0


def test_neither_key_nor_shares_is_misuse(run: Run, vault: Path) -> None:
    assert run("recovery", "check", vault).code == 2


@pytest.mark.slow
def test_a_vault_is_created_with_its_key_in_shares(run: Run, tmp_path: Path, passphrase: Path) -> None:
    result = run("create", tmp_path / "new", "--passphrase-file", passphrase, "--shares", "3", "--json")
    shares = json.loads(result.out)["shares"]
    assert run("recovery", "check", tmp_path / "new", *files(tmp_path, shares[1:])).code == 0


def test_numbers_that_cannot_be_make_no_vault(run: Run, tmp_path: Path, passphrase: Path) -> None:
    result = run("create", tmp_path / "new", "--passphrase-file", passphrase, "--shares", "2", "--needed", "3")
    assert (result.code, "[share.numbers]" in result.err, (tmp_path / "new").exists()) == (1, True, False)


def test_the_vaults_key_can_open_the_identities_again(run: Run, tmp_path: Path, passphrase: Path, piped: Pipe) -> None:
    vault, main, own = make_vault(tmp_path / "Bao", OWN), made(run), made(run)
    set_shares(run, vault, passphrase, tmp_path, main, "--identity-passphrase-file", piped(OWN))
    set_shares(run, vault, passphrase, tmp_path, own, "--identities", "--identity-passphrase-file", piped(OWN))
    check = ("recovery", "check", vault, "--json")
    assert json.loads(run(*check, *files(tmp_path, main[:2])).out) == {"vault": True, "identities": False}
    opening = ("--passphrase-file", passphrase, "--identity-passphrase-file", piped(OWN))
    assert run("recovery", "rejoin", vault, *opening).code == 0
    assert json.loads(run(*check, *files(tmp_path, main[:2])).out) == {"vault": True, "identities": True}
