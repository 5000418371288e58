"""A file of evidence put in the place of a key slot: both are sealed to the same keys, and its words are somebody's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.crypto.recipients import parse_identity
from desktop.crypto.signing import SigningKey
from desktop.errors import Damaged, Refused
from desktop.vault import quarters, slots
from desktop.vault.authors import Authors
from desktop.vault.blobfile import SealedTo
from desktop.vault.rescue.anew import Rescue
from desktop.vault.rescue.keys import Way
from desktop.vault.vault import Vault
from tests.vault.desk import PASSPHRASE, Desk, fails

THEIRS = Authors(SigningKey.from_seed(b"\x05" * 32), ("aa" * 32,))


def sent(desk: Desk, content: bytes, to: SealedTo = "vault") -> Path:
    """Evidence somebody sent, as it lies in the vault: of a length that takes no zeros behind it."""
    with desk.vault.incoming(to) as writer:
        writer.write(content)
        info = writer.commit()
    told = {"blob": info.name, "sha256": info.sha256.hex(), "size": info.size}
    desk.add("evidence", told, sealed=to == "compartment")
    return desk.place / "d" / info.name[:2] / info.name


def pairs(desk: Desk) -> bytes:
    return quarters.text([quarters.generate(desk.clock())])[:176]


@pytest.mark.parametrize("slot", [slots.SIGNING, slots.CONTACT])
def test_evidence_in_the_place_of_a_slot_opens_no_vault(desk: Desk, slot: str) -> None:
    file = sent(desk, THEIRS.text() if slot == slots.SIGNING else pairs(desk))
    desk.lock()
    shutil.copy(file, desk.place / slot)
    with fails(Damaged, "vault.key_slot") as damage:
        desk.unlock()
    assert damage.value.details["slot"] == slot


def test_evidence_of_the_identities_in_the_place_of_their_slot_opens_none(desk: Desk) -> None:
    file = sent(desk, pairs(desk), "compartment")
    desk.lock()
    shutil.copy(file, desk.place / slots.CONTACT_IDENTITIES)
    with fails(Damaged, "vault.key_slot") as damage:
        desk.unlock()
    assert damage.value.details["slot"] == slots.CONTACT_IDENTITIES


def test_a_rescue_takes_no_evidence_for_somebodys_keys(desk: Desk, tmp_path: Path) -> None:
    signing, contact = sent(desk, THEIRS.text()), sent(desk, pairs(desk))
    desk.lock()
    shutil.copy(signing, desk.place / slots.SIGNING)
    shutil.copy(contact, desk.place / slots.CONTACT)
    with Rescue(desk.place, tmp_path / "new", Way(passphrase=PASSPHRASE), clock=desk.clock) as rescue:
        list(rescue.read())
        rescue.begin()
        report = rescue.fill()
    assert set(report.anew) == {slots.SIGNING, slots.CONTACT}
    vault = Vault.unlock(tmp_path / "new", PASSPHRASE, clock=desk.clock)
    assert not vault.own_authors & THEIRS.own
    vault.lock()


@pytest.fixture
def theirs(tmp_path: Path) -> Desk:
    """A vault, locked, of which the identities have a passphrase of their own."""
    desk = Desk.fresh(tmp_path / "vault", identity_passphrase="only for names")
    desk.person("秦望舒")
    desk.lock()
    return desk


def test_names_with_a_passphrase_of_their_own_stay_closed_after_a_rescue_by_the_recovery_key(
    theirs: Desk, tmp_path: Path
) -> None:
    way = Way(recovery=parse_identity(theirs.recovery))
    with Rescue(theirs.place, tmp_path / "new", way, clock=theirs.clock) as rescue:
        list(rescue.read())
        rescue.begin()
        assert rescue.fill().complete
    vault = Vault.unlock(tmp_path / "new", PASSPHRASE, clock=theirs.clock)
    assert not vault.compartment_open
    vault.open_compartment("only for names")
    assert vault.compartment_open
    vault.lock()


def test_a_wrong_passphrase_of_theirs_makes_no_vault_that_does_without(theirs: Desk, tmp_path: Path) -> None:
    way = Way(recovery=parse_identity(theirs.recovery), identity_passphrase="not that one")
    with Rescue(theirs.place, tmp_path / "new", way, clock=theirs.clock) as rescue:
        list(rescue.read())
        with fails(Refused, "vault.identity_passphrase"):
            rescue.begin()
    assert not (tmp_path / "new").exists()
