"""Packages between people who know each other: written, verified, their files kept."""

from __future__ import annotations

import dataclasses
import io
import tracemalloc
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from desktop.crypto import age
from desktop.crypto.recipients import PassphraseIdentity, PassphraseRecipient
from desktop.errors import Damaged, Refused
from desktop.formats.arrival import VerifiedPackage, evidence_files, open_identities, open_package
from desktop.formats.content import EvidenceFile, Receiver
from desktop.formats.manifest import PackageKind
from desktop.formats.package import write_package
from desktop.formats.padding import padded
from desktop.history.opening import Opening
from tests.formats.parties import NOW, QUARTER, Known, Party, evidence, open_stream, opened, party, transfer, written
from tests.history.arrivals import arrivals

WEAK_FOR_TESTS = 2


@pytest.fixture(scope="module")
def sender() -> Party:
    return party("林安然")


@pytest.fixture(scope="module")
def receiver() -> Party:
    return party("王远")


def passphrase_package(sender: Party, passphrase: str) -> bytes:
    content = dataclasses.replace(
        transfer(sender, [sender]), kind=PackageKind.PASSPHRASE, receivers=(), revisions=[], evidence=[evidence(b"x")]
    )
    out = io.BytesIO()
    write_package(out, content, sender.key, passphrase=PassphraseRecipient(passphrase, WEAK_FOR_TESTS))
    return out.getvalue()


def kept(sealed: bytes, verified: VerifiedPackage, receiver: Party) -> dict[str, bytes]:
    """The evidence as a receiver writes it out, by SHA-256."""
    files = evidence_files(io.BytesIO(sealed), verified, [receiver.package])
    return {entry.sha256: b"".join(pieces) for entry, pieces in files}


def test_a_transfer_arrives_with_every_revision_and_its_words(sender: Party, receiver: Party) -> None:
    content = transfer(sender, [receiver])
    verified = opened(written(content, sender), receiver)
    assert [a.revision for a in arrivals(verified.batch)] == [c.revision for c in content.revisions]
    assert [a.opening for a in arrivals(verified.batch)] == [None if c.sealed else c.opening for c in content.revisions]


def test_what_the_sender_said_of_it_arrives(sender: Party, receiver: Party) -> None:
    manifest = opened(written(transfer(sender, [receiver]), sender), receiver).manifest
    assert (manifest.kind, manifest.at, manifest.purpose, manifest.consent) == (
        PackageKind.TRANSFER, NOW, "review", "our_team",
    )  # fmt: skip
    assert manifest.sender == sender.card
    assert manifest.recipients == (receiver.card.fingerprint,)


def test_evidence_arrives_byte_for_byte(sender: Party, receiver: Party) -> None:
    data = bytes(range(256)) * 9000
    sealed = written(transfer(sender, [receiver], files=[evidence(data), evidence(b"")]), sender)
    assert kept(sealed, opened(sealed, receiver), receiver) == {
        sha256(data).hexdigest(): data,
        sha256(b"").hexdigest(): b"",
    }


def test_identities_wait_sealed_until_the_compartment_is_open(sender: Party, receiver: Party) -> None:
    content = transfer(sender, [receiver])
    verified = open_package(
        io.BytesIO(written(content, sender)),
        [receiver.package],
        own=[receiver.key.public_hex],
        known=Known(),
        is_contact=lambda _: True,
    )
    hidden = [carried for carried in content.revisions if carried.sealed]
    assert verified.identities is not None
    assert verified.sealed_openings is None
    assert open_identities(verified.identities, [receiver.package], verified.batch) is None
    assert open_identities(verified.identities, [receiver.identities], verified.batch) == {
        carried.revision.id: carried.opening for carried in hidden
    }


def test_identities_are_nowhere_else_in_the_package(sender: Party, receiver: Party) -> None:
    inner = age.unseal(written(transfer(sender, [receiver]), sender), [receiver.package])
    assert "陈玉兰".encode() not in inner
    assert "后来补充".encode() in inner


def test_identities_open_with_the_compartment(sender: Party, receiver: Party) -> None:
    openings = opened(written(transfer(sender, [receiver]), sender), receiver).sealed_openings
    assert openings is not None
    assert [opening.body["words"] for opening in openings.values()] == ["陈玉兰"]


def test_a_package_for_two_is_opened_by_each(sender: Party, receiver: Party) -> None:
    third = party("何青")
    sealed = written(transfer(sender, [receiver, third]), sender)
    assert opened(sealed, receiver).sealed_openings == opened(sealed, third).sealed_openings


def test_a_post_quantum_package_arrives(sender: Party) -> None:
    receiver = party("王远", hybrid=True)
    assert receiver.receiver.post_quantum
    assert opened(written(transfer(sender, [receiver]), sender), receiver).sealed_openings


def test_a_passphrase_opens_a_package_without_any_key(sender: Party) -> None:
    verified = open_package(
        io.BytesIO(passphrase_package(sender, "eight words")),
        [PassphraseIdentity("eight words")],
        own=[],
        known=Known(),
        is_contact=lambda _: False,
    )
    assert verified.manifest.recipients == ()


def test_the_length_of_a_package_says_little(sender: Party, receiver: Party) -> None:
    lengths = set()
    for size in range(100_000, 102_000, 250):
        sealed = written(transfer(sender, [receiver], files=[evidence(b"x" * size)]), sender)
        inner = len(age.unseal(sealed, [receiver.package]))
        assert padded(inner) == inner
        lengths.add(inner)
    assert len(lengths) <= 2


def test_names_of_evidence_differ_from_package_to_package(sender: Party, receiver: Party) -> None:
    one, other = (opened(written(transfer(sender, [receiver], files=[evidence(b"x")]), sender), receiver) for _ in "ab")
    assert one.evidence[0].name != other.evidence[0].name


def test_a_large_file_is_never_held_whole(tmp_path: Path, sender: Party, receiver: Party) -> None:
    size = 48 * 1024 * 1024
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(bytes(size))
    file = EvidenceFile(size, sha256(bytes(size)).hexdigest(), lambda: source.open("rb"))
    content = transfer(sender, [receiver], files=[file])
    tracemalloc.start()
    try:
        with target.open("wb") as out:
            write_package(out, content, sender.key)
        with target.open("rb") as sealed:
            verified = open_stream(sealed, receiver)
            files = evidence_files(sealed, verified, [receiver.package])
            arrived = sum(len(piece) for _, pieces in files for piece in pieces)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert arrived == size
    assert peak < size // 4


def test_progress_is_told_and_can_cancel(sender: Party, receiver: Party) -> None:
    told: list[tuple[int, int]] = []
    write_package(
        io.BytesIO(), transfer(sender, [receiver]), sender.key, progress=lambda done, total: told.append((done, total))
    )
    assert told[-1][0] == told[-1][1]


def test_what_was_written_is_told_for_the_outbox(sender: Party, receiver: Party) -> None:
    out = io.BytesIO()
    told = write_package(out, transfer(sender, [receiver]), sender.key)
    assert (told.size, told.sha256) == (len(out.getvalue()), sha256(out.getvalue()).hexdigest())
    assert opened(out.getvalue(), receiver).sealed_sha256 == told.sha256


def test_a_file_that_changed_since_it_was_measured_is_not_sent(sender: Party, receiver: Party) -> None:
    for data in (b"other", b"long", b"longer than told"):
        changed = EvidenceFile(5, sha256(b"owner").hexdigest(), partial(io.BytesIO, data))
        with pytest.raises(Damaged, match=r"package\.content_changed"):
            written(transfer(sender, [receiver], files=[changed]), sender)


def test_a_redacted_copy_is_for_one(sender: Party, receiver: Party) -> None:
    content = dataclasses.replace(transfer(sender, [receiver, party("何青")]), kind=PackageKind.REDACTED)
    with pytest.raises(Refused, match=r"package\.receivers"):
        written(content, sender)


def test_a_transfer_needs_somebody_to_go_to(sender: Party) -> None:
    with pytest.raises(Refused, match=r"package\.receivers"):
        written(transfer(sender, []), sender)


def test_a_weak_key_beside_a_strong_one_is_refused(sender: Party, receiver: Party) -> None:
    with pytest.raises(Refused, match=r"package\.mixed_receivers"):
        written(transfer(sender, [receiver, party("何青", hybrid=True)]), sender)


def test_identities_never_go_with_a_passphrase_alone(sender: Party, receiver: Party) -> None:
    content = dataclasses.replace(transfer(sender, [receiver]), kind=PackageKind.PASSPHRASE, receivers=())
    with pytest.raises(Refused, match=r"package\.identities_need_key"):
        write_package(io.BytesIO(), content, sender.key, passphrase=PassphraseRecipient("words", WEAK_FOR_TESTS))


def test_nothing_is_sealed_to_an_expired_card(receiver: Party) -> None:
    with pytest.raises(Refused, match=r"card\.expired"):
        Receiver.of(receiver.card, NOW + QUARTER)


def test_a_purpose_longer_than_a_reader_takes_is_refused(sender: Party, receiver: Party) -> None:
    with pytest.raises(Refused, match=r"package\.text_too_long"):
        written(dataclasses.replace(transfer(sender, [receiver]), purpose="x" * 10_001), sender)


@pytest.mark.fault(25)
def test_fault_25_hostile_words_travel_as_words(sender: Party, receiver: Party) -> None:
    hostile = '<img src="file:///etc/passwd">\u202e\x00\x1b[2J' + "x" * 1_000_000
    content = transfer(sender, [receiver])
    first = next(iter(content.revisions))
    assert first.opening is not None
    assert isinstance(Opening.seal_body({"words": hostile}), Opening)
    verified = opened(written(dataclasses.replace(content, purpose=hostile[:10_000]), sender), receiver)
    assert verified.manifest.purpose == hostile[:10_000]
