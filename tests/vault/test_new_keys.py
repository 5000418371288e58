"""New keys for a vault: whoever kept the old ones opens nothing of today, and nothing that is signed has changed."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from desktop.crypto import age
from desktop.crypto.recipients import HybridIdentity, parse_identities
from desktop.errors import Damaged, Hindered, JiashuError, Refused
from desktop.vault import files, keyfile, recovery, slots
from desktop.vault.rekeying import Slices
from desktop.vault.vault import Vault
from tests.conftest import Clock
from tests.vault.desk import FAST, PASSPHRASE, Desk, fails
from tests.vault.half_begun import after, begin_by_half
from tests.vault.old_keys import OldKeys
from tests.vault.other_make import pages, raw_key
from tests.vault.test_blobs import kept, path_of

PAPER = random.Random(7).randbytes(200_000)
OWN = "four blue kettles sing"


class Filled:
    """A vault with something of everything, and what it shows."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.said = desk.testimony("They came at night.")
        _, self.name = desk.person("Mei Lin")
        self.record, info = kept(desk, PAPER)
        self.paper = info.name
        self.sealed = kept(desk, PAPER[:5000], sealed=True)[1].name
        desk.vault.keep_draft("form", {"full": "Lin, half typed"}, sealed=True)
        self.old = OldKeys.of(desk.place, desk.recovery)
        self.signed = self.bytes_signed()

    def shown(self) -> tuple[object, ...]:
        """Everything, read with the compartment open."""
        vault = self.desk.vault
        draft = vault.draft("form")
        assert draft
        return (
            self.desk.words_of(self.said),
            vault.state(self.name).values()["full"],
            self.read(self.paper) == PAPER,
            self.read(self.sealed) == PAPER[:5000],
            draft.value,
            [finding.code for finding in vault.verify().findings],
        )

    def read(self, name: str) -> bytes:
        with self.desk.vault.blob(name) as reader:
            return reader.readall()

    def bytes_signed(self) -> list[tuple[bytes, ...]]:
        """Ids, envelopes, signatures and the hashes of the log."""
        database = self.desk.vault._database
        return [
            *database.all("SELECT id, envelope, signature FROM revision ORDER BY seq"),
            *database.all("SELECT hash FROM log ORDER BY n"),
        ]


ALL: tuple[object, ...] = (["They came at night."], "Mei Lin", True, True, {"full": "Lin, half typed"}, [])


@pytest.fixture
def filled(desk: Desk) -> Filled:
    return Filled(desk)


def renewed(vault: Vault) -> None:
    """All that can be done now."""
    for _ in vault.renew_keys():
        pass


def whole(desk: Desk, **more: str) -> None:
    """From beginning to end."""
    desk.vault.begin_new_keys(PASSPHRASE, **more)
    renewed(desk.vault)


def test_afterwards_all_is_there_and_the_old_keys_open_nothing(filled: Filled) -> None:
    desk = filled.desk
    whole(desk)
    assert not desk.vault.keys_under_way
    assert filled.shown() == ALL
    assert filled.old.opening(desk.place) == []
    assert desk.vault.keeping.last("keys")
    desk.reopen()
    assert desk.vault.notices == ()
    assert filled.shown() == ALL
    assert filled.old.opening(desk.place) == []


def test_no_signed_byte_and_no_hash_changes(filled: Filled) -> None:
    whole(filled.desk)
    assert filled.bytes_signed() == filled.signed


def test_evidence_keeps_its_name_and_lies_alone_in_its_folder(filled: Filled) -> None:
    before = sorted(path.name for path in (filled.desk.place / "d").rglob("*") if path.is_file())
    whole(filled.desk)
    assert sorted(path.name for path in (filled.desk.place / "d").rglob("*") if path.is_file()) == before


def test_a_slot_kept_from_before_opens_nothing_of_today(filled: Filled) -> None:
    desk = filled.desk
    kept_slots = {name: (desk.place / name).read_bytes() for name in ("k1", "k2", "k3", "k4", "k5", "k6", "k7")}
    whole(desk)
    desk.lock()
    for name, content in kept_slots.items():
        (desk.place / name).write_bytes(content)
    with fails(Damaged, "vault.other_database"):
        desk.unlock()


def test_a_slot_of_today_holds_one_identity_again(filled: Filled) -> None:
    whole(filled.desk)
    recovery_key = parse_identities(filled.desk.recovery)
    for name in ("k2", "k4"):
        plain = age.unseal((filled.desk.place / name).read_bytes(), recovery_key).decode()
        assert plain.count("AGE-SECRET-KEY-PQ-1") == plain.count("# ") == 1


def test_another_make_opens_the_database_by_what_the_slot_says(filled: Filled) -> None:
    whole(filled.desk)
    filled.desk.lock()
    assert b"They came at night." in pages(filled.desk.place / "a.db", raw_key(filled.desk.place, PASSPHRASE))


def test_the_recovery_key_still_opens(filled: Filled) -> None:
    desk = filled.desk
    whole(desk)
    desk.lock()
    recovery.set_passphrase(desk.place, HybridIdentity.from_text(desk.recovery), "three cranes", FAST)
    desk.vault = Vault.unlock(desk.place, "three cranes", clock=desk.clock)
    assert filled.shown() == ALL


def test_contacts_get_fresh_keys_and_what_is_under_way_still_opens(filled: Filled) -> None:
    vault = filled.desk.vault
    before = (vault.contact_pairs, vault.identity_pairs)
    whole(filled.desk)
    for old, new in zip(before, (vault.contact_pairs, vault.identity_pairs), strict=True):
        assert new[1:] == old
        assert new[0].since == old[0].since


# --- on the way ---


@pytest.fixture(params=[1, 4])
def half(request: pytest.FixtureRequest, filled: Filled) -> Filled:
    """Interrupted after some slices."""
    filled.desk.vault.begin_new_keys(PASSPHRASE)
    slices = filled.desk.vault.renew_keys()
    for _ in range(request.param):
        next(slices)
    return filled


def test_halfway_all_is_there_and_more_is_kept(half: Filled) -> None:
    desk = half.desk
    assert half.shown() == ALL
    more = desk.testimony("A second one.")
    _, name = desk.person("Bao Lin")
    _, info = kept(desk, b"a third", sealed=True)
    desk.reopen()
    assert desk.vault.notices == ()
    assert half.shown() == ALL
    renewed(desk.vault)
    assert not desk.vault.keys_under_way
    desk.reopen()
    assert half.shown() == ALL
    assert desk.words_of(more) == ["A second one."]
    assert desk.vault.state(name).values()["full"] == "Bao Lin"
    assert half.read(info.name) == b"a third"
    assert half.old.opening(desk.place) == []


def test_halfway_a_record_with_a_file_is_erased(half: Filled) -> None:
    desk = half.desk
    desk.vault.erase(half.record, "record")
    assert not desk.vault.erasures_pending
    renewed(desk.vault)
    assert not desk.vault.keys_under_way
    assert [path.name for path in (desk.place / "d").rglob("*") if path.is_file()] == [half.sealed]


@pytest.fixture
def within(filled: Filled, monkeypatch: pytest.MonkeyPatch) -> Slices:
    """In the middle of a file, which is to be gone on with."""
    monkeypatch.setattr("desktop.vault.resealing._PIECE", 50_000)
    monkeypatch.setattr("desktop.vault.resealing._PIECES", 1)
    filled.desk.vault.begin_new_keys(PASSPHRASE)
    slices = filled.desk.vault.renew_keys()
    while not filled.desk.vault._database.all("SELECT name FROM incoming"):
        next(slices)
    return slices


def test_an_erasure_in_the_middle_of_a_file_lets_it_come_to_its_end(filled: Filled, within: Slices) -> None:
    filled.desk.vault.erase(filled.said, "record")
    for _ in within:
        pass
    assert not filled.desk.vault.keys_under_way
    assert filled.read(filled.paper) == PAPER


def test_a_lock_in_the_middle_of_a_file_leaves_nothing_of_it(filled: Filled, within: Slices) -> None:
    filled.desk.reopen()
    assert len([path for path in (filled.desk.place / "d").rglob("*") if path.is_file()]) == 2
    assert filled.shown() == ALL
    renewed(filled.desk.vault)
    assert filled.old.opening(filled.desk.place) == []


def test_halfway_the_recovery_key_opens_and_all_goes_on(half: Filled) -> None:
    desk = half.desk
    desk.lock()
    recovery.set_passphrase(desk.place, HybridIdentity.from_text(desk.recovery), "three cranes", FAST)
    desk.vault = Vault.unlock(desk.place, "three cranes", clock=desk.clock)
    renewed(desk.vault)
    assert not desk.vault.keys_under_way
    assert half.shown() == ALL


def test_halfway_the_passphrase_is_changed_and_the_new_one_opens_in_the_end(half: Filled) -> None:
    desk = half.desk
    desk.vault.change_passphrase(PASSPHRASE, "three cranes over the marsh", FAST)
    renewed(desk.vault)
    assert not desk.vault.keys_under_way
    desk.lock()
    with fails(Refused, "vault.passphrase"):
        desk.unlock()
    desk.vault = Vault.unlock(desk.place, "three cranes over the marsh", clock=desk.clock)
    assert half.shown() == ALL


def test_halfway_another_make_finds_the_key_of_the_database_among_two(half: Filled) -> None:
    desk = half.desk
    desk.lock()
    lines = age.unseal((desk.place / "k1").read_bytes(), [slots.opener(PASSPHRASE)]).decode().splitlines()
    keys = [line.split("'")[1] for line in lines if line.startswith("# a.db")]
    begins = (desk.place / "a.db").read_bytes()[:16].hex()
    (key,) = [key for key in keys if key.endswith(begins)]
    assert b"They came at night." in pages(desk.place / "a.db", key)


def test_a_copy_taken_halfway_opens_and_goes_on_too(half: Filled, tmp_path: Path) -> None:
    desk = half.desk
    desk.lock()
    shutil.copytree(desk.place, tmp_path / "copy")
    copy = Desk(tmp_path / "copy", desk.clock, Vault.unlock(tmp_path / "copy", PASSPHRASE, clock=desk.clock))
    renewed(copy.vault)
    assert not copy.vault.keys_under_way
    copy.lock()
    assert half.old.opening(copy.place) == []


# --- where something is in the way ---


@pytest.fixture
def apart(place: Path, clock: Clock) -> Iterator[Desk]:
    """A vault whose compartment has its own passphrase."""
    desk = Desk.fresh(place, clock, identity_passphrase=OWN)
    yield desk
    desk.vault.lock()


def test_the_compartments_own_passphrase_is_asked_for(apart: Desk) -> None:
    with fails(Refused, "vault.identity_passphrase_needed"):
        apart.vault.begin_new_keys(PASSPHRASE)
    with fails(Refused, "vault.identity_passphrase"):
        apart.vault.begin_new_keys(PASSPHRASE, "something else")
    assert not apart.vault.keys_under_way


def test_begun_while_the_compartment_is_closed_that_gets_its_new_keys_when_it_is_opened(apart: Desk) -> None:
    filled = Filled(apart)
    apart.reopen()
    apart.vault.begin_new_keys(PASSPHRASE)
    renewed(apart.vault)
    kept(apart, PAPER[:700], sealed=True)
    apart.vault.keep_draft("form", {"full": "Lin, half typed"}, sealed=True)
    assert apart.vault.keys_left.compartment
    apart.vault.open_compartment(OWN)
    renewed(apart.vault)
    assert not apart.vault.keys_under_way
    assert filled.shown() == ALL
    assert filled.old.opening(apart.place) == []
    apart.reopen(identity_passphrase=OWN)
    assert filled.shown() == ALL


def test_no_slot_of_the_old_vault_keys_ever_holds_the_new_ones_of_the_compartment(
    filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor what is left on the disk of one that was replaced."""
    written: list[bytes] = []
    write = files.write

    def noting(path: Path, content: bytes) -> None:
        written.append(content)
        write(path, content)

    monkeypatch.setattr("desktop.vault.files.write", noting)
    whole(filled.desk)
    compartment = filled.desk.vault._compartment.ring.current.text
    for content in written:
        with suppress(JiashuError):
            assert compartment not in age.unseal(content, filled.old.identities).decode()


def test_with_its_own_passphrase_it_ends_too(apart: Desk) -> None:
    filled = Filled(apart)
    whole(apart, identity_passphrase=OWN)
    assert not apart.vault.keys_under_way
    apart.reopen(identity_passphrase=OWN)
    assert filled.shown() == ALL
    assert filled.old.opening(apart.place) == []


def test_a_key_file_is_needed_before_and_after(apart: Desk) -> None:
    """And the slot of the compartment, sealed to the vault around its own passphrase then, is so in the end."""
    filled = Filled(apart)
    key = keyfile.text(keyfile.make())
    apart.vault.change_key_file(PASSPHRASE, FAST, None, key)
    with fails(Refused, "vault.passphrase"):
        apart.vault.begin_new_keys(PASSPHRASE, OWN)
    apart.vault.begin_new_keys(PASSPHRASE, OWN, key)
    next(apart.vault.renew_keys())
    apart.reopen(identity_passphrase=OWN, key_file=key)
    renewed(apart.vault)
    assert not apart.vault.keys_under_way
    assert filled.old.opening(apart.place) == []
    with fails(Refused, "vault.key_file_needed"):
        apart.reopen()
    apart.unlock(key_file=key)
    with fails(Refused, "vault.identity_passphrase_needed"):
        apart.vault.open_compartment()
    apart.vault.open_compartment(OWN)
    assert filled.shown() == ALL


def test_while_the_compartment_is_closed_the_rest_is_done_and_that_waits(apart: Desk) -> None:
    filled = Filled(apart)
    apart.vault.begin_new_keys(PASSPHRASE, OWN)
    apart.reopen()
    renewed(apart.vault)
    assert apart.vault.keys_left.compartment
    assert filled.read(filled.paper) == PAPER
    still = set(filled.old.opening(apart.place))
    assert still >= {"b.db", filled.sealed}
    assert not still & {"a.db", "k5", "k6", "open", filled.paper}
    apart.vault.open_compartment(OWN)
    assert filled.shown() == ALL
    renewed(apart.vault)
    assert not apart.vault.keys_under_way
    assert filled.shown() == ALL
    apart.lock()
    assert filled.old.opening(apart.place) == []
    apart.unlock(identity_passphrase=OWN)


def test_only_who_knows_the_passphrase_begins(filled: Filled) -> None:
    with fails(Refused, "vault.passphrase"):
        filled.desk.vault.begin_new_keys("something else")
    assert not filled.desk.vault.keys_under_way


def test_a_damaged_file_keeps_the_old_keys_and_nothing_else_waits(filled: Filled) -> None:
    desk = filled.desk
    info = desk.vault.blob_info(filled.paper)
    assert info
    path = path_of(desk, info)
    broken = bytearray(path.read_bytes())
    broken[150_000] ^= 1
    path.write_bytes(broken)
    whole(desk)
    assert desk.vault.keys_under_way
    assert desk.vault.keeping.last("keys") is None
    assert desk.vault.keys_left.damaged == (filled.paper,)
    assert filled.old.opening(desk.place) == []
    desk.reopen()
    with desk.vault.blob(filled.paper) as reader:
        assert reader.read(100_000) == PAPER[:100_000]
    desk.vault.erase(filled.record, "record")
    renewed(desk.vault)
    assert not desk.vault.keys_under_way


def test_a_file_begun_before_and_kept_afterwards_is_sealed_anew_too(filled: Filled) -> None:
    desk = filled.desk
    with desk.vault.incoming("vault") as writer:
        writer.write(PAPER)
        desk.vault.begin_new_keys(PASSPHRASE)
        info = writer.commit()
    desk.add("evidence", {"blob": info.name, "sha256": info.sha256.hex()})
    renewed(desk.vault)
    assert not desk.vault.keys_under_way
    assert filled.read(info.name) == PAPER
    assert filled.old.opening(desk.place) == []


def test_a_file_that_cannot_be_moved_is_read_where_it_stands(filled: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = filled.desk
    with monkeypatch.context() as patch:
        patch.setattr("desktop.vault.blobs.Blobs.put", _in_use)
        whole(desk)
        assert filled.shown() == ALL
    desk.reopen()
    assert filled.shown() == ALL
    assert filled.old.opening(desk.place) == []


def _in_use(_blobs: object) -> None:
    raise Hindered("disk.not_allowed", reason=13)


def test_names_that_wait_are_sealed_anew_and_openings_that_came_later(filled: Filled) -> None:
    desk = filled.desk
    vault = desk.vault
    later = vault._compartment.seal(b"came later")
    vault._database.run("INSERT INTO later VALUES (1, ?)", (later,))
    whole(desk)
    ((sealed,),) = vault._database.all("SELECT sealed FROM later")
    assert vault._compartment.unseal(sealed) == b"came later"
    with fails(Refused, "age.no_match"):
        age.unseal(sealed, filled.old.identities)


def test_begun_once_more_before_it_is_done_it_ends_with_the_newest(filled: Filled) -> None:
    desk = filled.desk
    desk.vault.begin_new_keys(PASSPHRASE)
    next(desk.vault.renew_keys())
    second = OldKeys.of(desk.place, desk.recovery)
    whole(desk)
    assert not desk.vault.keys_under_way
    assert filled.shown() == ALL
    assert second.opening(desk.place) == []


@pytest.mark.parametrize("at", range(4))
def test_begun_by_half_it_is_as_if_nothing_was_or_goes_on(
    filled: Filled, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slots that hold new keys before `k1` does count for nothing; once it does the rest follows."""
    desk = filled.desk
    begin_by_half(desk, monkeypatch, after(at))
    assert filled.shown() == ALL
    desk.reopen()
    assert desk.vault.keys_under_way == (at > 1)
    desk.person("Somebody new")
    if desk.vault.keys_under_way:
        renewed(desk.vault)
    else:
        whole(desk)
    assert not desk.vault.keys_under_way
    desk.reopen()
    assert filled.shown() == ALL
    assert filled.old.opening(desk.place) == []


def test_what_the_host_saw_last_by_the_old_keys_is_no_bad_news(filled: Filled) -> None:
    desk = filled.desk
    seen = desk.vault.lock()
    desk.unlock(last_seen=seen)
    whole(desk)
    desk.reopen(last_seen=seen)
    assert desk.vault.notices == ()


def test_a_folder_of_before_the_last_renewal_that_was_put_back_is_noticed(filled: Filled, tmp_path: Path) -> None:
    desk = filled.desk
    whole(desk)
    desk.lock()
    shutil.copytree(desk.place, tmp_path / "earlier")
    desk.unlock(last_seen=desk.last_seen)
    whole(desk)
    desk.lock()
    shutil.rmtree(desk.place)
    shutil.copytree(tmp_path / "earlier", desk.place)
    desk.unlock(last_seen=desk.last_seen)
    assert [notice.code for notice in desk.vault.notices] == ["vault.marker"]
