"""A recovery key made anew: prepared, asked back, put in place; in shares or whole; the identities' own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.casework import key_files, recovering, recovery_key, recovery_shares, vaults
from desktop.casework.recovering import Prepared
from desktop.casework.recovery_state import recovery_state
from desktop.casework.workspace import Workspace
from desktop.errors import Refused
from tests.casework.conftest import PASSPHRASE, WORK_FACTOR, Make
from tests.conftest import Clock

NEW = "nine grey herons stand still"
OWN = "four blue kettles sing"


@pytest.fixture
def ws(make: Make) -> Workspace:
    return make("v")


@pytest.fixture
def apart(make: Make) -> Workspace:
    """The identities have a passphrase of their own, and are open."""
    return make("v", identity_passphrase=OWN)


def shared(ws: Workspace, *, identities: bool = False) -> Prepared:
    return recovering.prepare(ws, PASSPHRASE, needed=2, count=3, identities=identities)


def four_letters(share: str) -> str:
    return " ".join(word[:4] for word in recovery_shares.words(share))


def recovered(ws: Workspace, key: str, clock: Clock) -> None:
    folder = ws.vault.folder
    vaults.lock(ws.vault)
    vaults.lock(vaults.recover(folder, key, NEW, clock=clock, work_factor=WORK_FACTOR))


def test_what_is_prepared_opens_nothing_until_it_is_put_in_place(ws: Workspace) -> None:
    prepared = shared(ws)
    with pytest.raises(Refused, match=r"vault\.recovery_key"):
        recovering.check(ws.vault.folder, prepared.key)
    recovering.put_in_place(ws, prepared)
    found = recovering.check(ws.vault.folder, prepared.key)
    assert (found.vault, found.identities) == (True, True)


def test_a_new_key_is_made_only_by_who_has_the_passphrase(ws: Workspace) -> None:
    with pytest.raises(Refused, match=r"vault\.passphrase"):
        recovering.prepare(ws, "a guess")


def test_a_vault_with_a_key_file_asks_for_it_before_a_new_key_is_made(ws: Workspace, tmp_path: Path) -> None:
    key_files.give(ws.vault, tmp_path / "key", PASSPHRASE, work_factor=WORK_FACTOR)
    with pytest.raises(Refused, match=r"vault\.key_file_needed"):
        recovering.prepare(ws, PASSPHRASE)
    recovering.put_in_place(ws, recovering.prepare(ws, PASSPHRASE, key_file=key_files.read(tmp_path / "key")))


def test_any_two_of_three_shares_open_a_vault_with_a_new_passphrase(ws: Workspace, clock: Clock) -> None:
    prepared = shared(ws)
    recovering.put_in_place(ws, prepared)
    recovered(ws, recovery_shares.key([four_letters(prepared.shares[2]), prepared.shares[0].upper()]), clock)


def test_with_one_lost_all_are_made_anew_and_the_old_ones_are_worth_nothing(ws: Workspace) -> None:
    lost, new = shared(ws), shared(ws)
    recovering.put_in_place(ws, lost)
    recovering.put_in_place(ws, new)
    with pytest.raises(Refused, match=r"vault\.recovery_key"):
        recovering.check(ws.vault.folder, recovery_shares.key(lost.shares[:2]))
    with pytest.raises(Refused, match=r"share\.other_set"):
        recovery_shares.key([lost.shares[0], new.shares[1]])


def test_the_key_of_a_new_vault_can_be_split_too(make: Make, tmp_path: Path, clock: Clock) -> None:
    created = vaults.create_vault(tmp_path / "n", PASSPHRASE, clock=clock, work_factor=WORK_FACTOR)
    shares = recovery_shares.split(created.recovery_key)
    vaults.lock(created.vault)
    assert recovering.check(tmp_path / "n", recovery_shares.key(shares[1:])).vault


@pytest.mark.parametrize("back", [str, str.lower, lambda key: " ".join(recovery_key.pieces(key))])
def test_a_key_given_back_is_taken_however_it_was_typed(ws: Workspace, back: Callable[[str], str]) -> None:
    prepared = recovering.prepare(ws, PASSPHRASE)
    recovering.check_back(prepared, back(prepared.key))


def test_another_key_given_back_is_told(ws: Workspace) -> None:
    prepared, other = recovering.prepare(ws, PASSPHRASE), recovering.prepare(ws, PASSPHRASE)
    with pytest.raises(Refused, match=r"recovery\.differs"):
        recovering.check_back(prepared, other.key)


def test_a_share_is_asked_back_by_four_letters_or_its_code(ws: Workspace) -> None:
    prepared = shared(ws)
    recovering.check_back(prepared, four_letters(prepared.shares[1]), 2)
    recovering.check_back(prepared, recovery_shares.from_codes(["somebody's card", prepared.codes[1]]), 2)


@pytest.mark.parametrize(
    ("number", "code"), [(2, "share.another"), (0, "share.older_set")], ids=["another one", "another set"]
)
def test_another_share_given_back_is_told(ws: Workspace, number: int, code: str) -> None:
    prepared = shared(ws)
    given = prepared.shares[number - 1] if number else shared(ws).shares[0]
    with pytest.raises(Refused) as caught:
        recovering.check_back(prepared, given, 1)
    assert caught.value.code == code


def test_shares_from_a_shell_count_once_all_of_them_were_given_back(ws: Workspace) -> None:
    made = recovering.split(recovering.make(), 2, 3)
    with pytest.raises(Refused, match=r"share\.not_all"):
        recovering.from_shares(made.shares[:2], 3)
    recovering.put_in_place(ws, recovering.from_shares(made.shares, 3))
    assert recovering.check(ws.vault.folder, made.key).vault


def test_codes_hold_only_capitals_so_that_they_stay_small(ws: Workspace) -> None:
    for code in (*shared(ws).codes, *recovering.prepare(ws, PASSPHRASE).codes):
        assert set(code) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789- ")


@pytest.mark.parametrize(("codes", "told"), [([], "recovery.no_code"), (["a card"], "recovery.no_code")])
def test_a_picture_without_a_key_is_told(codes: list[str], told: str) -> None:
    with pytest.raises(Refused) as caught:
        recovery_shares.from_codes(codes)
    assert caught.value.code == told


def test_a_picture_of_two_shares_is_told(ws: Workspace) -> None:
    with pytest.raises(Refused, match=r"recovery\.many_codes"):
        recovery_shares.from_codes(shared(ws).codes)


def test_while_a_share_is_typed_it_is_said_how_far_it_is(ws: Workspace) -> None:
    share = shared(ws).shares[1]
    half = recovery_shares.typed(" ".join(share.split()[:12]))
    assert (half.words, half.wrong, half.number) == (12, None, 0)
    whole = recovery_shares.typed(share)
    assert (whole.words, whole.refused, whole.number, whole.needed) == (33, None, 2, 2)


# -------------------------------------------------------------------------------------------------- how it stands


def test_a_vault_whose_key_nobody_was_asked_for_is_not_set_up(ws: Workspace) -> None:
    state = recovery_state(ws)
    assert state.set_up is None
    assert state.reminds


def test_it_is_set_up_once_it_was_asked_back_and_rehearsed_after_a_drill(ws: Workspace, clock: Clock) -> None:
    recovering.put_in_place(ws, shared(ws))
    state = recovery_state(ws)
    assert (state.set_up, state.shares, state.needed, state.rehearsed) == (clock(), 3, 2, None)
    ws.vault.keeping.note("drill")
    assert not recovery_state(ws).reminds


def test_a_drill_with_an_older_key_does_not_count(ws: Workspace) -> None:
    recovering.put_in_place(ws, shared(ws))
    ws.vault.keeping.note("drill")
    recovering.put_in_place(ws, shared(ws))
    assert recovery_state(ws).rehearsed is None


def test_the_key_in_place_can_be_given_back_later(make: Make, tmp_path: Path, clock: Clock, ws: Workspace) -> None:
    created = vaults.create_vault(tmp_path / "n", PASSPHRASE, clock=clock, work_factor=WORK_FACTOR)
    later = Workspace(created.vault, ws.vocabularies, clock)
    with pytest.raises(Refused, match=r"vault\.recovery_key"):
        recovering.confirm(later, recovering.make().key)
    recovering.confirm(later, created.recovery_key.lower())
    state = recovery_state(later)
    vaults.lock(created.vault)
    assert state.set_up == clock()


# ------------------------------------------------------------------------------------------ the identities' own


def test_the_identities_own_shares_open_them_with_a_new_passphrase(apart: Workspace) -> None:
    own = shared(apart, identities=True)
    recovering.put_in_place(apart, own)
    vaults.close_identities(apart)
    recovering.recover_identities(apart, recovery_shares.key(own.shares[:2]), NEW, work_factor=WORK_FACTOR)
    vaults.close_identities(apart)
    vaults.open_identities(apart, NEW)
    assert recovery_state(apart).identities_own


def test_the_vaults_recovery_key_then_opens_no_identities(apart: Workspace) -> None:
    main = recovering.prepare(apart, PASSPHRASE)
    recovering.put_in_place(apart, main)
    recovering.put_in_place(apart, shared(apart, identities=True))
    found = recovering.check(apart.vault.folder, main.key)
    assert (found.vault, found.identities) == (True, False)
    with pytest.raises(Refused, match=r"vault\.identity_recovery_key"):
        recovering.recover_identities(apart, main.key, NEW, work_factor=WORK_FACTOR)


def test_identities_that_are_closed_keep_the_key_from_being_made_anew(apart: Workspace) -> None:
    vaults.close_identities(apart)
    with pytest.raises(Refused, match=r"vault\.compartment_closed"):
        recovering.prepare(apart, PASSPHRASE)


def test_their_own_key_can_be_given_up(apart: Workspace) -> None:
    main = recovering.prepare(apart, PASSPHRASE)
    recovering.put_in_place(apart, main)
    recovering.put_in_place(apart, shared(apart, identities=True))
    recovering.give_up_own(apart)
    assert recovering.check(apart.vault.folder, main.key).identities
    assert not recovery_state(apart).identities_own


def test_no_key_is_in_a_repr(ws: Workspace) -> None:
    prepared = shared(ws)
    assert prepared.key[-20:] not in repr(prepared)
    assert prepared.shares[0].split()[7] not in repr(prepared)
