"""Envelopes, signatures, ids: what is taken in and what is not."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from typing import Any

import pytest

from desktop.crypto.signing import SigningKey
from desktop.errors import Damaged, JiashuError, Refused
from desktop.history import canonical, paths, revision
from desktop.history.revision import Revision
from tests.history.replica import key_of

KEY = key_of(7)
ID = "ab" * 32
ROOT: dict[str, Any] = {
    "v": 1,
    "nonce": "0" * 32,
    "kind": "case",
    "parents": [],
    "depth": 1,
    "author": KEY.public_hex,
    "at": 1_750_000_000,
    "sets": ["summary", "title"],
    "digest": ID,
}
EDIT: dict[str, Any] = {**ROOT, "record": ID, "parents": [ID], "depth": 2}
del EDIT["nonce"]
ERASURE: dict[str, Any] = {**EDIT, "sets": [], "erases": "record"}
del ERASURE["digest"]
ABSENT = object()
STRANGE: list[Any] = [None, [], {}, "", -1, True, ["a", 1], [[]]]


def changed(members: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {name: value for name, value in {**members, **changes}.items() if value is not ABSENT}


def signed(members: Any, key: SigningKey = KEY) -> Revision:
    """Bytes as somebody writes them who has a key and breaks the rules."""
    raw = canonical.encode(members)
    return revision.verify(raw, key.sign(revision.FIRST_LINE + raw))


@pytest.mark.parametrize(
    "members",
    [
        ROOT,
        EDIT,
        ERASURE,
        changed(ERASURE, erases=[ID, ID + f"/a/{'1' * 32}/*", ID + "/title"]),
        changed(ROOT, kind="identity", sealed=True),
        changed(ROOT, kind="evidence", sealed=True),
        changed(ROOT, kind="name", sealed=True),
        changed(ROOT, kind="name"),
        changed(ROOT, kind="something_newer", sets=["*", "of_a_newer_program"]),
        changed(EDIT, parents=sorted(f"{n:064x}" for n in range(64)), depth=99),
        changed(ROOT, at=-1),
        changed(ROOT, at=canonical.MAX_INTEGER),
        changed(ROOT, kind="consent", sets=["person"]),
    ],
)
def test_these_envelopes_are_taken_and_keep_their_bytes(members: dict[str, Any]) -> None:
    said = signed(members)
    assert said.raw == said.envelope.encode() == canonical.encode(members)
    assert said.id == hashlib.sha256(b"jiashu/1 revision\n" + said.raw).hexdigest()
    assert said.record == members.get("record", said.id)


@pytest.mark.parametrize(
    "members",
    [
        None,
        [],
        "x",
        {},
        {"v": 1},
        *(changed(ROOT, **{name: ABSENT}) for name in ROOT if name != "v"),
        changed(ROOT, record=ID),
        changed(ROOT, nonce="0" * 31),
        changed(ROOT, nonce="G" * 32),
        changed(ROOT, parents=[ID]),
        changed(ROOT, depth=2),
        changed(ROOT, depth=0),
        changed(ROOT, kind="Case"),
        changed(ROOT, kind="../x"),
        changed(ROOT, author=KEY.public_hex.upper()),
        changed(ROOT, author=KEY.public_hex[:-2]),
        changed(ROOT, sets=["title", "summary"]),
        changed(ROOT, sets=["title", "title"]),
        changed(ROOT, sets=["title/x"]),
        changed(ROOT, sets=[]),
        changed(ROOT, digest=ID.upper()),
        changed(ROOT, sealed=False),
        changed(ROOT, sealed=1),
        changed(ROOT, sealed=True),
        changed(ROOT, kind="testimony", sealed=True),
        changed(ROOT, kind="identity"),
        changed(EDIT, nonce="0" * 32),
        changed(EDIT, record=ABSENT),
        changed(EDIT, parents=[]),
        changed(EDIT, parents=[ID, ID]),
        changed(EDIT, parents=["ff" * 32, "aa" * 32]),
        changed(EDIT, parents=["ab" * 31]),
        changed(EDIT, depth=1),
        changed(EDIT, erases="record"),
        changed(ERASURE, erases=[]),
        changed(ERASURE, erases="all"),
        changed(ERASURE, erases=None),
        changed(ERASURE, erases=ID),
        changed(ERASURE, erases=["record"]),
        changed(ERASURE, erases=[ID + "/"]),
        changed(ERASURE, erases=[ID + "/Title"]),
        changed(ERASURE, erases=[ID, ID]),
        changed(ERASURE, erases=[ID + "/title", ID]),
        changed(ERASURE, digest=ID),
        changed(ERASURE, sets=["title"]),
        changed(ERASURE, kind="evidence", sealed=True),
        changed(ROOT, sets=[], digest=ABSENT, erases="record"),
    ],
)  # fmt: skip
def test_an_envelope_of_another_form_is_damaged_whoever_signed_it(members: Any) -> None:
    with pytest.raises((Damaged, Refused)) as caught:
        signed(members)
    assert caught.value.code in {"envelope.form", "envelope.version"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (name, value)
        for name in sorted(ROOT)
        for value in STRANGE
        if (name, value) not in [("at", -1), ("parents", [])]  # these it may have
    ],
)
def test_a_member_of_another_type_is_never_taken(name: str, value: Any) -> None:
    with pytest.raises((Damaged, Refused)):
        signed({**ROOT, name: value})


@pytest.mark.parametrize(
    ("members", "code"),
    [
        (changed(ROOT, v=2), "envelope.version"),
        (changed(ROOT, v=True), "envelope.version"),
        (changed(ROOT, extra=1), "envelope.member"),
        (changed(EDIT, parents=sorted(f"{n:064x}" for n in range(65))), "envelope.parents_limit"),
        (changed(ROOT, author="00" * 32), "envelope.author_key"),
        (changed(ROOT, author="01" + "00" * 31), "envelope.author_key"),
        (changed(EDIT, kind="consent", sets=["person", "state"]), "envelope.consent_person"),
    ],
)
def test_what_a_rule_forbids_is_refused_by_its_name(members: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as caught:
        signed(members)
    assert caught.value.code == code


def test_an_envelope_over_a_mebibyte_is_refused() -> None:
    sets = sorted(f"a{n:07x}" for n in range(100_000))
    with pytest.raises(Refused, match=r"canonical\.size"):
        signed(changed(ROOT, sets=sets))


def test_an_envelope_too_large_is_not_signed_either() -> None:
    sets = tuple(f"a/{item}/b" for item in sorted(paths.new_item() for _ in range(30_000)))
    envelope = dataclasses.replace(signed(ROOT).envelope, sets=sets)
    with pytest.raises(Refused, match=r"envelope\.size"):
        revision.sign(envelope, KEY)


def test_a_signature_of_another_key_is_damaged() -> None:
    with pytest.raises(Damaged, match=r"revision\.signature"):
        signed(ROOT, key_of(8))


@pytest.mark.parametrize("first_line", [b"", b"jiashu/1 card\n", b"jiashu/1 revision", b"SSHSIG"])
def test_a_signature_over_another_first_line_is_damaged(first_line: bytes) -> None:
    raw = canonical.encode(ROOT)
    with pytest.raises(Damaged, match=r"revision\.signature"):
        revision.verify(raw, KEY.sign(first_line + raw))


@pytest.mark.parametrize("signature", [b"", b"\0" * 64, b"\0" * 63, b"\xff" * 64, b"x" * 65])
def test_a_signature_that_is_none_is_damaged(signature: bytes) -> None:
    with pytest.raises(Damaged, match=r"revision\.signature"):
        revision.verify(canonical.encode(ROOT), signature)


def test_bytes_that_mean_the_same_but_are_written_otherwise_are_damaged() -> None:
    raw = json.dumps(ROOT).encode()
    with pytest.raises(Damaged, match=r"canonical\.form"):
        revision.verify(raw, KEY.sign(revision.FIRST_LINE + raw))


def test_a_revision_read_back_is_the_one_that_was_kept() -> None:
    for members in (ROOT, EDIT, ERASURE, changed(ERASURE, erases=[ID])):
        said = signed(members)
        assert revision.load(said.id, said.raw, said.signature) == said


def test_an_envelope_is_signed_by_its_author_alone() -> None:
    with pytest.raises(ValueError, match="author"):
        revision.sign(signed(ROOT).envelope, key_of(8))


def test_an_error_tells_no_content() -> None:
    with pytest.raises(JiashuError) as caught:
        signed(changed(ROOT, kind="王玉文"))
    assert "王" not in str(caught.value)
