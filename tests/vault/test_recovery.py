"""Recovery keys: another one in place of the old, whole at every moment; the identities' own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.crypto.recipients import HybridIdentity
from desktop.errors import Damaged, Hindered, Refused
from desktop.vault import files, keyfile, recovery, slots, system
from desktop.vault.recovery import Opens
from desktop.vault.vault import Vault
from tests.vault.desk import FAST, PASSPHRASE, Desk, fails

ALL, NOTHING = Opens(True, True), Opens(False, False)
NEW = "three cranes over the marsh"
OWN = "only for names"


def old_key(desk: Desk) -> HybridIdentity:
    return HybridIdentity.from_text(desk.recovery)


@pytest.fixture
def apart(place: Path) -> Iterator[Desk]:
    """A vault whose identities have a passphrase of their own, and are open."""
    desk = Desk.fresh(place, identity_passphrase=OWN)
    yield desk
    desk.vault.lock()


def test_a_new_recovery_key_opens_vault_and_identities_and_the_old_one_nothing(desk: Desk) -> None:
    new = HybridIdentity.generate()
    desk.vault.set_recovery(new.recipient)
    assert recovery.check(desk.place, new) == ALL
    assert recovery.check(desk.place, old_key(desk)) == NOTHING
    assert desk.vault.recovery_recipient == new.recipient


def test_an_older_copy_of_the_folder_still_opens_with_the_old_key(desk: Desk, tmp_path: Path) -> None:
    desk.lock()
    shutil.copytree(desk.place, tmp_path / "copy")
    desk.unlock().set_recovery(HybridIdentity.generate().recipient)
    assert recovery.check(tmp_path / "copy", old_key(desk)) == ALL


def test_after_a_new_recovery_key_a_slot_is_as_long_as_before(desk: Desk) -> None:
    before = [(desk.place / slot).stat().st_size for slot in ("k2", "k4")]
    desk.vault.set_recovery(HybridIdentity.generate().recipient)
    assert [(desk.place / slot).stat().st_size for slot in ("k2", "k4")] == before


def test_a_passphrase_is_set_by_the_new_key_alone(desk: Desk) -> None:
    new = HybridIdentity.generate()
    desk.vault.set_recovery(new.recipient)
    desk.lock()
    with fails(Refused, "vault.recovery_key"):
        recovery.set_passphrase(desk.place, old_key(desk), NEW, FAST)
    recovery.set_passphrase(desk.place, new, NEW, FAST)
    desk.vault = Vault.unlock(desk.place, NEW, clock=desk.clock)


def test_while_the_identities_are_closed_their_recovery_key_cannot_be_changed(apart: Desk) -> None:
    apart.reopen()
    with fails(Refused, "vault.compartment_closed"):
        apart.vault.set_recovery(HybridIdentity.generate().recipient)
    assert recovery.check(apart.place, old_key(apart)) == ALL


def kept_at_each_step(desk: Desk, kept: Path, monkeypatch: pytest.MonkeyPatch, work: Callable[[], None]) -> list[Path]:
    """The folder as a kill would leave it, before and after each time something is made to last."""
    copies: list[Path] = []

    def keep() -> None:
        copies.append(kept / str(len(copies)))
        shutil.copytree(desk.place, copies[-1])

    def around(make_last: Callable[..., None]) -> Callable[..., None]:
        def made_to_last(*where: object) -> None:
            keep()
            make_last(*where)
            keep()

        return made_to_last

    with monkeypatch.context() as patch:
        for name in ("flush", "sync_folder"):
            patch.setattr(system, name, around(getattr(system, name)))
        work()
    keep()
    return copies


def opened_again(place: Path, desk: Desk, identity_passphrase: str | None = None) -> None:
    Vault.unlock(place, PASSPHRASE, clock=desk.clock, identity_passphrase=identity_passphrase).lock()


def test_a_kill_at_any_step_leaves_the_old_key_or_the_new_one_opening_everything(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = HybridIdentity.generate()
    copies = kept_at_each_step(desk, tmp_path / "kept", monkeypatch, lambda: desk.vault.set_recovery(new.recipient))
    assert len(copies) > 10
    for copy in copies:
        assert ALL in {recovery.check(copy, old_key(desk)), recovery.check(copy, new)}


def test_after_a_kill_at_any_step_unlocking_leaves_one_key_that_opens(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = HybridIdentity.generate()
    copies = kept_at_each_step(desk, tmp_path / "kept", monkeypatch, lambda: desk.vault.set_recovery(new.recipient))
    found = []
    for copy in copies:
        opened_again(copy, desk)
        found.append((recovery.check(copy, old_key(desk)), recovery.check(copy, new)))
    assert set(found) == {(ALL, NOTHING), (NOTHING, ALL)}
    assert found == sorted(found, key=lambda one: one[1] == ALL)


def test_a_full_disk_before_the_new_key_counts_leaves_the_old_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(system, "flush", refuse)
    with fails(Hindered, "disk.full"):
        desk.vault.set_recovery(HybridIdentity.generate().recipient)
    monkeypatch.undo()
    assert recovery.check(desk.place, old_key(desk)) == ALL
    assert not (desk.place / files.SCRATCH).exists()


def test_a_disk_full_after_the_new_key_counts_says_so_and_the_next_unlocking_ends_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, left = HybridIdentity.generate(), [2]
    flush = system.flush

    def twice(descriptor: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "no room")
        flush(descriptor)

    monkeypatch.setattr(system, "flush", twice)
    with fails(Hindered, "vault.recovery_unfinished"):
        desk.vault.set_recovery(new.recipient)
    monkeypatch.undo()
    assert (recovery.check(desk.place, old_key(desk)), recovery.check(desk.place, new)) == (ALL, ALL)
    desk.reopen()
    assert (recovery.check(desk.place, old_key(desk)), recovery.check(desk.place, new)) == (NOTHING, ALL)


def test_a_recovery_slot_that_is_gone_keeps_nobody_out(desk: Desk) -> None:
    desk.lock()
    (desk.place / "k2").unlink()
    desk.unlock()


# ------------------------------------------------------------------------------------ the identities' own


def test_the_identities_have_a_recovery_key_of_their_own(apart: Desk) -> None:
    own = HybridIdentity.generate()
    apart.vault.set_identities_recovery(own.recipient)
    assert recovery.check(apart.place, own) == Opens(vault=False, identities=True)
    assert recovery.check(apart.place, old_key(apart)) == Opens(vault=True, identities=False)
    assert apart.reopen().identities_recovery_recipient == own.recipient


def test_their_recovery_key_opens_them_with_a_new_passphrase(apart: Desk) -> None:
    own = HybridIdentity.generate()
    apart.vault.set_identities_recovery(own.recipient)
    apart.reopen().recover_identities(own, NEW, FAST)
    assert apart.vault.compartment_open
    apart.reopen(identity_passphrase=NEW)
    assert apart.vault.compartment_open


def test_another_key_does_not_open_them(apart: Desk) -> None:
    apart.vault.set_identities_recovery(HybridIdentity.generate().recipient)
    apart.reopen()
    with fails(Refused, "vault.identity_recovery_key"):
        apart.vault.recover_identities(old_key(apart), NEW, FAST)
    apart.vault.open_compartment(OWN)


def test_the_vaults_recovery_key_then_opens_the_vault_and_leaves_the_identities_closed(apart: Desk) -> None:
    apart.vault.set_identities_recovery(HybridIdentity.generate().recipient)
    apart.lock()
    recovery.set_passphrase(apart.place, old_key(apart), NEW, FAST)
    apart.vault = Vault.unlock(apart.place, NEW, clock=apart.clock)
    assert not apart.vault.compartment_open
    apart.vault.open_compartment(OWN)


def test_the_vaults_key_can_then_be_made_anew_while_the_identities_are_closed(apart: Desk) -> None:
    own, new = HybridIdentity.generate(), HybridIdentity.generate()
    apart.vault.set_identities_recovery(own.recipient)
    apart.reopen().set_recovery(new.recipient)
    assert recovery.check(apart.place, new) == Opens(vault=True, identities=False)
    assert recovery.check(apart.place, own) == Opens(vault=False, identities=True)


def test_the_vaults_key_can_be_theirs_again(apart: Desk) -> None:
    own = HybridIdentity.generate()
    apart.vault.set_identities_recovery(own.recipient)
    apart.vault.set_identities_recovery(None)
    assert recovery.check(apart.place, old_key(apart)) == ALL
    assert recovery.check(apart.place, own) == NOTHING
    assert apart.vault.identities_recovery_recipient is None


def test_a_kill_while_theirs_is_set_leaves_the_old_key_or_their_own(
    apart: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = HybridIdentity.generate()
    copies = kept_at_each_step(
        apart, tmp_path / "kept", monkeypatch, lambda: apart.vault.set_identities_recovery(own.recipient)
    )
    found = []
    for copy in copies:
        assert recovery.check(copy, old_key(apart)).identities or recovery.check(copy, own).identities
        opened_again(copy, apart, identity_passphrase=OWN)
        found.append((recovery.check(copy, old_key(apart)).identities, recovery.check(copy, own).identities))
    assert set(found) == {(True, False), (False, True)}


def test_with_a_key_file_their_new_passphrase_cannot_be_tried_without_it(apart: Desk) -> None:
    own, key = HybridIdentity.generate(), keyfile.text(keyfile.make())
    apart.vault.set_identities_recovery(own.recipient)
    apart.vault.change_key_file(PASSPHRASE, FAST, None, key)
    apart.vault.recover_identities(own, NEW, FAST)
    assert slots.open_slot(apart.place, slots.COMPARTMENT, [slots.opener(NEW)]) is None
    apart.reopen(identity_passphrase=NEW, key_file=key)
    assert apart.vault.compartment_open


def test_a_recovery_slot_of_before_the_keys_were_renewed_costs_nobody_the_keys_of_today(desk: Desk) -> None:
    earlier = (desk.place / "k2").read_bytes()
    desk.vault.begin_new_keys(PASSPHRASE)
    for _ in desk.vault.renew_keys():
        pass
    desk.lock()
    (desk.place / "k2").write_bytes(earlier)
    with fails(Damaged, "vault.other_database"):
        recovery.set_passphrase(desk.place, old_key(desk), NEW, FAST)
    desk.unlock()
