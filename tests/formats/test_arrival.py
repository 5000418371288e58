"""Packages from people one should not trust: refused whole, before anything is kept."""

from __future__ import annotations

import dataclasses
import io
import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.crypto import age
from desktop.crypto.recipients import PassphraseIdentity, PassphraseRecipient, X25519Identity
from desktop.errors import Damaged, JiashuError, Refused
from desktop.formats.arrival import MAX_OF_STRANGER, evidence_files, open_package
from desktop.formats.content import Carried
from desktop.formats.manifest import PackageKind, sign_manifest
from desktop.formats.package import write_package
from desktop.formats.tar import TarWriter
from desktop.formats.untar import TarReader
from desktop.history import canonical
from desktop.history.lines import revision_line
from desktop.history.revise import revise
from tests.formats.parties import Known, Party, evidence, opened, party, small_case, transfer, written
from tests.history.arrivals import arrivals
from tests.measured import MIB, room

Members = dict[str, bytes]
SENDER, RECEIVER, STRANGER = party("林安然"), party("王远"), party("陌生人")
SEALED = written(transfer(SENDER, [RECEIVER], files=[evidence(b"photo"), evidence(b"scan")]), SENDER)


def inner(sealed: bytes, receiver: Party = RECEIVER) -> Members:
    """What is inside a package, by member."""
    plain = age.unseal(sealed, [receiver.package])
    return {m.name: b"".join(m.pieces()) for m in TarReader(io.BytesIO(plain), len(plain)).members()}


def sealed_again(members: Mapping[str, bytes], receiver: Party = RECEIVER) -> bytes:
    """A package put together by somebody who has the parts; valid encryption, whatever the content."""
    out = io.BytesIO()
    with TarWriter(out) as archive:
        for name, data in members.items():
            archive.add(name, data)
    return age.seal(out.getvalue(), [receiver.package.recipient])


def signed_again(members: Members, /, key_of: Party = SENDER, **changes: Any) -> bytes:
    """The manifest told anew from the members, with changes, signed by `key_of`: a hostile sender."""
    manifest = json.loads(members["manifest.json"])
    rest = {name: data for name, data in members.items() if not name.startswith("manifest.json")}
    manifest["members"] = [
        {"name": name, "size": len(data), "sha256": sha256(data).hexdigest()} for name, data in rest.items()
    ]
    encoded = canonical.encode({**manifest, **changes})
    return sealed_again({"manifest.json": encoded, "manifest.json.sig": sign_manifest(encoded, key_of.key), **rest})


def refused(sealed: bytes, code: str) -> None:
    with pytest.raises(JiashuError) as caught:
        opened(sealed, RECEIVER)
    assert caught.value.code == code


def with_lines(lines: Sequence[bytes]) -> bytes:
    """The package with other revisions, all else right."""
    return signed_again({**inner(SEALED), "revisions.jsonl": b"".join(line + b"\n" for line in lines)})


def test_the_parts_put_together_again_are_accepted() -> None:
    assert opened(sealed_again(inner(SEALED)), RECEIVER).manifest.sender == SENDER.card
    assert opened(signed_again(inner(SEALED)), RECEIVER).manifest.sender == SENDER.card


def test_a_package_for_somebody_else_does_not_open() -> None:
    with pytest.raises(Refused, match=r"age\.no_match"):
        opened(SEALED, STRANGER)


def test_a_known_signer_is_told_from_an_unknown_one() -> None:
    assert opened(SEALED, RECEIVER, contact=SENDER).sender_known
    assert not opened(SEALED, RECEIVER, contact=STRANGER).sender_known


@pytest.mark.fault(18)
def test_fault_18_a_package_passed_on_by_its_receiver_is_not_for_us() -> None:
    with pytest.raises(Refused, match=r"package\.not_for_you"):
        opened(sealed_again(inner(SEALED), STRANGER), STRANGER)


@pytest.mark.fault(18)
def test_fault_18_a_package_without_a_receiver_opens_by_passphrase_only() -> None:
    content = dataclasses.replace(transfer(SENDER, []), kind=PackageKind.PASSPHRASE, revisions=[])
    out = io.BytesIO()
    write_package(out, content, SENDER.key, passphrase=PassphraseRecipient("words", 2))
    plain = age.unseal(out.getvalue(), [PassphraseIdentity("words")])
    refused(age.seal(plain, [RECEIVER.package.recipient]), "package.not_for_you")


@pytest.mark.fault(18)
def test_fault_18_altered_recipients_break_the_signature() -> None:
    members = inner(SEALED)
    altered = members["manifest.json"].replace(RECEIVER.card.fingerprint.encode(), STRANGER.card.fingerprint.encode())
    refused(sealed_again({**members, "manifest.json": altered}), "ssh.signature")


@pytest.mark.fault(18)
def test_fault_18_a_signature_by_another_key_than_the_cards_is_damaged() -> None:
    refused(signed_again(inner(SEALED), key_of=STRANGER), "package.signature")


@pytest.mark.fault(18)
def test_fault_18_a_swapped_card_and_key_make_an_unknown_signer() -> None:
    swapped = signed_again(inner(SEALED), key_of=STRANGER, sender=STRANGER.card.as_json())
    assert not opened(swapped, RECEIVER, contact=SENDER).sender_known


@pytest.mark.fault(18)
def test_fault_18_a_package_without_signature_is_refused() -> None:
    members = inner(SEALED)
    del members["manifest.json.sig"]
    refused(sealed_again(members), "package.members")


@pytest.mark.fault(18)
@pytest.mark.parametrize("member", ["README.txt", "case.html", "revisions.jsonl", "identities.age", "padding"])
def test_fault_18_two_packages_spliced_are_refused(member: str) -> None:
    other = inner(written(transfer(SENDER, [RECEIVER], files=[evidence(b"photo")]), SENDER))
    if other[member] == inner(SEALED)[member]:
        other[member] += b"\0"
    with pytest.raises((Damaged, Refused)):
        opened(sealed_again({**inner(SEALED), member: other[member]}), RECEIVER)


@pytest.mark.fault(18)
def test_fault_18_the_same_package_again_brings_only_what_is_known() -> None:
    first = opened(SEALED, RECEIVER)
    here = Known(frozenset(arrival.revision.id for arrival in arrivals(first.batch)))
    assert all(arrival.known for arrival in arrivals(opened(SEALED, RECEIVER, known=here).batch))


@pytest.mark.fault(18)
def test_fault_18_a_file_swapped_between_preview_and_acceptance_is_noticed() -> None:
    verified = opened(SEALED, RECEIVER)
    again = written(transfer(SENDER, [RECEIVER], files=[evidence(b"photo")]), SENDER)
    with pytest.raises(Damaged, match=r"package\.changed"):
        next(evidence_files(io.BytesIO(again), verified, [RECEIVER.package]))


@pytest.mark.fault(17)
@pytest.mark.parametrize("name", ["README.txt", "case.html", "revisions.jsonl", "padding"])
def test_fault_17_a_missing_member_is_refused(name: str) -> None:
    members = inner(SEALED)
    del members[name]
    refused(sealed_again(members), "package.members")
    refused(signed_again(members), "package.manifest")


@pytest.mark.fault(17)
@pytest.mark.parametrize("name", ["extra", "evidence/x", "evidence/" + "AB" * 16, "a.db", "zzz"])
def test_fault_17_a_member_nobody_asked_for_is_refused(name: str) -> None:
    members = {**inner(SEALED), name: b"x"}
    refused(sealed_again(members), "package.members")
    refused(signed_again(members), "package.manifest")


@pytest.mark.fault(17)
def test_fault_17_members_in_another_order_are_refused() -> None:
    members = inner(SEALED)
    members["README.txt"] = members.pop("README.txt")
    refused(sealed_again(members), "package.members")
    refused(signed_again(members), "package.manifest")


@pytest.mark.fault(17)
@pytest.mark.parametrize("name", ["README.txt", "case.html", "revisions.jsonl", "identities.age", "padding"])
def test_fault_17_a_member_of_another_content_is_damaged(name: str) -> None:
    members = inner(SEALED)
    altered = bytearray(members[name] or b"\0")
    altered[-1] ^= 1
    with pytest.raises(Damaged):
        opened(sealed_again({**members, name: bytes(altered)}), RECEIVER)


@pytest.mark.fault(17)
def test_fault_17_a_size_told_wrongly_is_damaged() -> None:
    manifest = json.loads(inner(SEALED)["manifest.json"])
    manifest["members"][0]["size"] += 1
    refused(signed_again(inner(SEALED), members=manifest["members"]), "package.digest")


@pytest.mark.fault(17)
def test_fault_17_a_bomb_is_refused_before_it_is_read() -> None:
    manifest = json.loads(inner(SEALED)["manifest.json"])
    manifest["members"][1]["size"] = 2**50
    refused(signed_again(inner(SEALED), members=manifest["members"]), "package.too_large")


@pytest.mark.fault(17)
@pytest.mark.parametrize("member", ["revisions.jsonl", "identities.age"])
def test_fault_17_much_from_a_stranger_is_refused_before_a_line_of_it_is_read(member: str) -> None:
    manifest = json.loads(inner(SEALED)["manifest.json"])
    for entry in manifest["members"]:
        entry["size"] = MAX_OF_STRANGER + 1 if entry["name"] == member else entry["size"]
    told = signed_again({**inner(SEALED), "README.txt": b"not the one told of"}, members=manifest["members"])
    refused(told, "package.stranger_too_large")
    with pytest.raises(Damaged, match=r"package\.digest"):
        opened(told, RECEIVER, contact=SENDER)


def test_a_large_package_is_not_held_parsed() -> None:
    words = "x" * MIB + "😀"  # four bytes a character once parsed
    lines = [_line(Carried(*revise(None, "case", {"title": words}, SENDER.key, at))) for at in range(12)]
    members = {**inner(SEALED), "revisions.jsonl": b"".join(line + b"\n" for line in lines)}
    del members["identities.age"]
    sealed = signed_again(members)
    assert room(lambda: opened(sealed, RECEIVER, contact=SENDER)) < 40 * MIB  # parsed it is 48 and more


@pytest.mark.fault(17)
def test_fault_17_padding_that_is_not_empty_is_damaged() -> None:
    refused(signed_again({**inner(SEALED), "padding": b"hidden"}), "package.trailing")


@pytest.mark.fault(17)
def test_fault_17_ten_thousand_levels_are_damaged() -> None:
    refused(with_lines([b"[" * 10_000 + b"]" * 10_000]), "canonical.depth")
    members = inner(SEALED)
    deep = b'{"a":' * 10_000 + b"1" + b"}" * 10_000
    signature = sign_manifest(deep, SENDER.key)
    refused(sealed_again({**members, "manifest.json": deep, "manifest.json.sig": signature}), "canonical.depth")


@pytest.mark.fault(17)
def test_fault_17_a_revision_twice_is_refused() -> None:
    line = _line(small_case(SENDER.key)[0])
    refused(with_lines([line, line]), "batch.twice")


@pytest.mark.fault(17)
def test_fault_17_a_revision_without_its_ancestor_is_refused() -> None:
    refused(with_lines([_line(small_case(SENDER.key)[1])]), "batch.ancestor")


@pytest.mark.fault(17)
def test_fault_17_a_line_without_an_end_is_damaged() -> None:
    refused(signed_again({**inner(SEALED), "revisions.jsonl": _line(small_case(SENDER.key)[0])}), "line.form")


@pytest.mark.fault(17)
@pytest.mark.parametrize(
    "change",
    [
        {"v": 3}, {"v": "1"}, {"v": True}, {"kind": "gift"}, {"at": -1}, {"at": 1.5}, {"recipients": []},
        {"recipients": ["x"]}, {"recipients": [RECEIVER.card.fingerprint] * 2}, {"purpose": 1}, {"consent": None},
        {"sender": {}}, {"extra": 1}, {"members": {}}, {"members": [1]}, {"kind": "passphrase"}, {"kind": ["transfer"]},
    ],
)  # fmt: skip
def test_fault_17_a_well_signed_manifest_of_another_shape_is_not_taken(change: dict[str, Any]) -> None:
    members = inner(SEALED)
    encoded = json.dumps(
        {**json.loads(members["manifest.json"]), **change}, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    ).encode()
    members |= {"manifest.json": encoded, "manifest.json.sig": sign_manifest(encoded, SENDER.key)}
    with pytest.raises(JiashuError):
        opened(sealed_again(members), RECEIVER)


@pytest.mark.fault(17)
def test_fault_17_identities_nobody_signed_for_are_damaged() -> None:
    line = canonical.encode({"id": "00" * 32, "opening": _opening_json(small_case(SENDER.key)[2])})
    sealed = age.seal(line + b"\n", [RECEIVER.identities.recipient])
    refused(signed_again({**inner(SEALED), "identities.age": sealed}), "opening.stray")


@pytest.mark.fault(17)
def test_fault_17_a_passphrase_package_with_identities_is_damaged() -> None:
    refused(signed_again(inner(SEALED), kind="passphrase", recipients=[]), "package.manifest")


def test_identities_sealed_to_nobody_here_are_left_sealed() -> None:
    sealed = age.seal(b"x\n", [X25519Identity.generate().recipient])
    verified = opened(signed_again({**inner(SEALED), "identities.age": sealed}), RECEIVER)
    assert verified.sealed_openings is None
    assert verified.identities == sealed


@given(st.integers(0, len(SEALED) - 1), st.integers(1, 255))
def test_no_byte_of_a_sealed_package_can_be_changed(place: int, flip: int) -> None:
    altered = bytearray(SEALED)
    altered[place] ^= flip
    with pytest.raises(JiashuError):
        opened(bytes(altered), RECEIVER)


@given(st.integers(0, len(SEALED) - 1))
def test_a_package_cut_off_anywhere_is_not_taken(length: int) -> None:
    with pytest.raises(JiashuError):
        opened(SEALED[:length], RECEIVER)


@given(st.binary(max_size=3000))
def test_no_content_however_sealed_does_more_than_be_refused(untrusted: bytes) -> None:
    with pytest.raises(JiashuError):
        opened(age.seal(untrusted, [RECEIVER.package.recipient]), RECEIVER)


def test_cancelling_stops_the_verification() -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_package(
            io.BytesIO(SEALED),
            [RECEIVER.package],
            own=[RECEIVER.key.public_hex],
            known=Known(),
            is_contact=lambda _: False,
            progress=stop,
        )


def _line(carried: Carried) -> bytes:
    return revision_line(carried.revision, carried.opening)


def _opening_json(carried: Carried) -> Any:
    assert carried.opening is not None
    return carried.opening.to_json()
