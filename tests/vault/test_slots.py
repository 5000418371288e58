"""Key slots: ordinary age files that other tools open."""

from __future__ import annotations

import re
from pathlib import Path

import pyrage
import pytest

from desktop.crypto import age
from desktop.crypto.recipients import HybridIdentity, parse_identities, parse_recipient
from desktop.errors import Damaged, Hindered, Refused
from desktop.vault import files, slots, system
from desktop.vault.slots import KeyRing
from desktop.vault.vault import Vault
from tests.conftest import Clock
from tests.vault.desk import FAST, PASSPHRASE, Desk, fails


def opened_by_another_make(desk: Desk) -> list[str]:
    """The lines of k1, as the program age prints them."""
    plain: bytes = pyrage.passphrase.decrypt((desk.place / "k1").read_bytes(), PASSPHRASE)
    return plain.decode("ascii").splitlines()


def test_the_first_slot_is_an_age_file_sealed_by_passphrase(desk: Desk) -> None:
    comment, identity = opened_by_another_make(desk)
    assert re.fullmatch(r"# a\.db x'[0-9a-f]{96}'", comment)
    assert identity.startswith("AGE-SECRET-KEY-PQ-1")


def test_the_recovery_key_opens_both_recovery_slots(desk: Desk) -> None:
    recovery = parse_identities(desk.recovery)
    opened = [age.unseal((desk.place / slot).read_bytes(), recovery).decode() for slot in ("k2", "k4")]
    assert opened[0].splitlines() == opened_by_another_make(desk)
    assert opened[1].startswith("# b.db x'")


def test_the_recovery_recipient_is_kept_and_its_secret_is_not(desk: Desk) -> None:
    identity = HybridIdentity.from_text(desk.recovery)
    assert desk.vault.recovery_recipient == identity.recipient
    assert not [
        path for path in desk.place.rglob("*") if path.is_file() and desk.recovery.encode() in path.read_bytes()
    ]


def test_without_a_passphrase_of_its_own_the_compartment_opens_with_the_vault(desk: Desk) -> None:
    assert desk.reopen().compartment_open


def test_a_new_passphrase_opens_the_vault_and_the_old_one_does_not(desk: Desk) -> None:
    desk.vault.change_passphrase(PASSPHRASE, "three cranes over the marsh", FAST)
    desk.lock()
    with fails(Refused, "vault.passphrase"):
        desk.unlock()
    desk.vault = Vault.unlock(desk.place, "three cranes over the marsh", clock=desk.clock)


def test_a_passphrase_is_changed_only_by_who_knows_it(desk: Desk) -> None:
    with fails(Refused, "vault.passphrase"):
        desk.vault.change_passphrase("a guess", "mine now", FAST)
    desk.reopen()


def test_a_changed_passphrase_leaves_keys_and_records_as_they_are(desk: Desk) -> None:
    said = desk.testimony("The school sent her home.")
    before = opened_by_another_make(desk)
    desk.vault.change_passphrase(PASSPHRASE, PASSPHRASE, FAST)
    assert opened_by_another_make(desk) == before
    desk.reopen()
    assert desk.words_of(said) == ["The school sent her home."]


def test_a_slot_that_cannot_be_written_leaves_the_old_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(system, "flush", refuse)
    with fails(Hindered, "disk.full"):
        desk.vault.change_passphrase(PASSPHRASE, "never kept", FAST)
    monkeypatch.undo()
    assert not (desk.place / files.SCRATCH).exists()
    desk.reopen()


@pytest.mark.parametrize(("typed", "kept"), [("café 25", "cafe\u0301 ２５"), ("密碼　ａ", "密碼 a")])
def test_a_passphrase_typed_on_another_system_is_the_same_one(place: Path, clock: Clock, typed: str, kept: str) -> None:
    vault, _ = Vault.create(place, kept, work_factor=FAST, clock=clock)
    vault.lock()
    Vault.unlock(place, typed, clock=clock).lock()


def test_a_slot_nobody_uses_looks_like_one_in_use(desk: Desk) -> None:
    ring = KeyRing.generate("a.db")
    slots.unused(desk.place, "k2", ring.text())
    unused = (desk.place / "k2").read_bytes()
    slots.write(desk.place, "k2", ring.text(), [HybridIdentity.generate().recipient])
    assert len(unused) == len((desk.place / "k2").read_bytes())


def test_nobody_opens_a_slot_nobody_uses(desk: Desk) -> None:
    slots.unused(desk.place, "k2", b"as long as this")
    assert slots.open_slot(desk.place, "k2", parse_identities(desk.recovery)) is None


def test_while_renewing_the_first_identity_is_the_current_one() -> None:
    old, new = HybridIdentity.generate(), HybridIdentity.generate()
    ring = KeyRing.parse("a.db", KeyRing("a.db", (new, old)).text(), "k1")
    assert ring.recipient == new.recipient
    assert [identity.text for identity in ring.identities] == [new.text, old.text]


@pytest.mark.fault(9)
@pytest.mark.parametrize(
    "wrong",
    ["", "'", '" OR 1=1 --', "\0", "a\0b", PASSPHRASE.upper(), PASSPHRASE + "\n", "rlum pain", "x" * 1_000_000, "密码"],
    ids=["empty", "quote", "quotes", "nul", "nul inside", "capitals", "newline", "swapped", "a megabyte", "han"],
)
def test_fault_09_wrong_passphrases_all_fail_alike(desk: Desk, wrong: str, capfd: pytest.CaptureFixture[str]) -> None:
    desk.lock()
    with pytest.raises(Refused) as refusal:
        Vault.unlock(desk.place, wrong, clock=desk.clock)
    assert str(refusal.value) == "vault.passphrase"
    assert capfd.readouterr() == ("", "")
    desk.unlock()


@pytest.mark.fault(9)
def test_fault_09_a_slot_asking_for_an_absurd_work_factor_is_refused_without_trying(desk: Desk) -> None:
    desk.lock()
    slot = desk.place / "k1"
    before = slot.read_bytes()
    slot.write_bytes(re.sub(rb"(-> scrypt \S+) \d+\n", rb"\1 40\n", before, count=1))
    with fails(Damaged, "vault.absurd_work") as refusal:
        desk.unlock()
    assert refusal.value.details == {"slot": "k1", "work_factor": 40}
    slot.write_bytes(before)
    desk.unlock()


@pytest.mark.fault(7)
@pytest.mark.parametrize("slot", ["k1", "k3", "k5", "k6"])
@pytest.mark.parametrize(("size", "code"), [(0, "vault.empty"), (1, "vault.key_slot"), (200, "vault.key_slot")])
def test_fault_07_a_key_slot_cut_off_is_named(desk: Desk, slot: str, size: int, code: str) -> None:
    desk.lock()
    whole = (desk.place / slot).read_bytes()
    (desk.place / slot).write_bytes(whole[:size])
    with fails(Damaged, code) as refusal:
        desk.unlock()
    assert slot in refusal.value.details.values()
    (desk.place / slot).write_bytes(whole)
    desk.unlock()


@pytest.mark.fault(7)
def test_fault_07_a_key_slot_that_is_gone_is_named(desk: Desk) -> None:
    desk.lock()
    whole = (desk.place / "k1").read_bytes()
    (desk.place / "k1").unlink()
    with fails(Damaged, "vault.missing") as refusal:
        desk.unlock()
    assert refusal.value.details["file"] == "k1"
    (desk.place / "k1").write_bytes(whole)
    desk.unlock()


def test_the_compartments_own_passphrase_is_asked_for(place: Path) -> None:
    desk = Desk.fresh(place, identity_passphrase="only for names")
    assert not desk.reopen().compartment_open
    with fails(Refused, "vault.identity_passphrase_needed"):
        desk.vault.open_compartment()
    with fails(Refused, "vault.identity_passphrase"):
        desk.vault.open_compartment(PASSPHRASE)
    desk.vault.open_compartment("only for names")
    assert desk.vault.compartment_open
    desk.vault.lock()


def test_the_compartment_can_be_given_a_passphrase_of_its_own_and_lose_it_again(desk: Desk) -> None:
    desk.vault.change_identity_passphrase("only for names", FAST)
    assert not desk.reopen().compartment_open
    desk.vault.open_compartment("only for names")
    desk.vault.change_identity_passphrase(None, FAST, old="only for names")
    assert desk.reopen().compartment_open


def test_a_wrong_identity_passphrase_leaves_the_vault_locked(place: Path) -> None:
    desk = Desk.fresh(place, identity_passphrase="only for names")
    desk.lock()
    with fails(Refused, "vault.identity_passphrase"):
        desk.unlock(identity_passphrase="not that")
    desk.unlock(identity_passphrase="only for names").lock()


def test_recipients_are_those_of_the_slots(desk: Desk) -> None:
    recipient = parse_identities("\n".join(opened_by_another_make(desk)))[0].recipient
    assert parse_recipient(desk.vault.vault_recipient.text) == recipient
