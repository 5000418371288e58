"""What is not this vault's in the place of what is: evidence as a key slot, and another vault as its backup."""

from __future__ import annotations

import os
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
from desktop.vault.rescue.report import Rescued
from desktop.vault.vault import Vault
from tests.vault.backups import backed_up
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


@pytest.fixture
def another(tmp_path: Path) -> Desk:
    """Somebody else's vault, locked, that opens by the same passphrase."""
    desk = Desk.fresh(tmp_path / "another")
    desk.testimony("Of somebody else.")
    desk.lock()
    return desk


def rescued(desk: Desk, new: Path, *backups: Path) -> tuple[Rescued, frozenset[str]]:
    """What came of it, and who counts as oneself in the new vault."""
    with Rescue(desk.place, new, Way(passphrase=PASSPHRASE), clock=desk.clock, backups=backups) as rescue:
        list(rescue.read())
        rescue.begin()
        report = rescue.fill()
    vault = Vault.unlock(new, PASSPHRASE, clock=desk.clock)
    own = vault.own_authors
    vault.lock()
    return report, own


@pytest.mark.parametrize("lost", [(), ("k6",), ("k1",)])
def test_nothing_is_rescued_from_a_vault_of_somebody_else_with_the_same_passphrase(
    desk: Desk, another: Desk, tmp_path: Path, lost: tuple[str, ...]
) -> None:
    desk.testimony("Of ours.")
    own, backup = desk.vault.own_authors, tmp_path / "backup"
    backed_up(desk, backup)
    desk.lock()
    for slot in lost:
        (desk.place / slot).write_bytes(b"x" * 100)
    report, counts = rescued(desk, tmp_path / "new", another.place, backup)
    assert (report.whole, dict(report.taken)["a.db"], report.anew, counts) == (1, 1, (), own)


def test_where_nothing_of_the_database_can_be_read_nobody_is_told_that_all_is_there(desk: Desk, tmp_path: Path) -> None:
    desk.testimony("In the backup.")
    backed_up(desk, tmp_path / "backup")
    desk.testimony("After it.")
    desk.lock()
    database = desk.place / "a.db"
    database.write_bytes(os.urandom(database.stat().st_size))
    report, _ = rescued(desk, tmp_path / "new", tmp_path / "backup")
    assert (report.whole, report.complete) == (1, False)
