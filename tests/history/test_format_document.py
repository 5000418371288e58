"""docs/format.md is held to what the code does: its test vectors are recomputed here."""

from __future__ import annotations

import hashlib
import hmac
import re
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.crypto.signing import SigningKey
from desktop.history import canonical, codes, envelope, lines, paths, revision
from desktop.history import opening as openings
from desktop.history import verify as batches
from desktop.history.fold import fold
from desktop.history.opening import Opening
from desktop.history.shape import nest


@pytest.fixture(scope="module")
def document() -> str:
    """The text of docs/format.md."""
    return (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def vectors(document: str) -> dict[str, list[str]]:
    """The values of the table by name."""
    table = document.split("```vectors\n")[1].split("```", maxsplit=1)[0]
    found: dict[str, list[str]] = {}
    for line in table.splitlines():
        found.setdefault(line[:20].rstrip(), []).append(line[20:])
    return found


def test_the_chapters_stand_in_order(document: str) -> None:
    chapters = re.findall(r"^## (\d) ·", document, re.MULTILINE)
    assert chapters[:2] == ["1", "2"]
    assert chapters == sorted(chapters)


def test_the_digest_follows_from_body_and_salt(vectors: dict[str, list[str]]) -> None:
    """By the standard library alone, so that the text is tested and not only our code."""
    salt, body = bytes.fromhex(vectors["salt"][0]), canonical.parse(vectors["body"][0].encode(), limit=10**6)
    assert isinstance(body, dict)
    leaves: dict[str, Any] = {}
    for path, leaf_salt, leaf in zip(vectors["path"], vectors["leaf salt"], vectors["leaf"], strict=True):
        made = hmac.new(salt, b"jiashu/1 leaf\n" + path.encode(), hashlib.sha256).digest()
        assert made.hex() == leaf_salt
        assert hmac.new(made, canonical.encode(body[path]), hashlib.sha256).hexdigest() == leaf
        leaves[path] = leaf
    assert sorted(body) == vectors["path"]
    digest = hashlib.sha256(b"jiashu/1 body\n" + canonical.encode(leaves)).hexdigest()
    assert digest == vectors["digest"][0] == Opening.seal_body(body, salt=salt).digest()


@pytest.mark.parametrize("which", ["", "erasure "])
def test_id_and_signature_follow_from_the_envelope(vectors: dict[str, list[str]], which: str) -> None:
    raw = vectors[which.strip() or "envelope"][0].encode()
    signature = bytes.fromhex(vectors[which + "signature"][0])
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(vectors["seed"][0]))
    assert key.public_key().public_bytes_raw().hex() == vectors["author"][0]
    assert key.sign(b"jiashu/1 revision\n" + raw) == signature
    said = revision.verify(raw, signature)
    assert said.id == vectors[which + "id"][0] == hashlib.sha256(b"jiashu/1 revision\n" + raw).hexdigest()
    assert revision.sign(said.envelope, SigningKey.from_seed(bytes.fromhex(vectors["seed"][0]))) == said


def test_the_envelope_says_what_the_table_says(vectors: dict[str, list[str]]) -> None:
    said = envelope.Envelope.parse(vectors["envelope"][0].encode())
    assert (said.nonce, said.author, said.digest) == tuple(vectors[name][0] for name in ("nonce", "author", "digest"))
    assert list(said.sets) == vectors["path"]
    assert vectors["item"][0] in said.sets[0]


def test_the_openings_open_the_envelope(vectors: dict[str, list[str]]) -> None:
    said = envelope.Envelope.parse(vectors["envelope"][0].encode())
    whole = Opening.parse(vectors["opening"][0].encode())
    part = Opening.parse(vectors["opening in part"][0].encode())
    for opening in (whole, part):
        opening.check(said)
    assert whole.without({"title"}) == part
    assert part.union(whole) == whole


def test_the_line_holds_the_erasure(vectors: dict[str, list[str]]) -> None:
    said, opening = lines.read_revision_line(vectors["line"][0].encode())
    assert (said.id, opening) == (vectors["erasure id"][0], None)


def test_the_erasure_strikes_the_title(vectors: dict[str, list[str]]) -> None:
    root = revision.verify(vectors["envelope"][0].encode(), bytes.fromhex(vectors["signature"][0]))
    erasure = revision.verify(vectors["erasure"][0].encode(), bytes.fromhex(vectors["erasure signature"][0]))
    whole = Opening.parse(vectors["opening"][0].encode())
    struck = fold([root, erasure], {root.id: whole}, vectors["author"])
    assert struck.fields["title"].struck
    assert struck.nested() == nest(dict(Opening.parse(vectors["opening in part"][0].encode()).body))


def test_the_code_is_the_records(vectors: dict[str, list[str]]) -> None:
    assert codes.code_of(vectors["id"][0]) == vectors["code"][0]


def test_the_keys_of_order_are_those_described(document: str) -> None:
    counting = re.search(r"Keys of order: (.*?)\. The first", document)
    assert counting is not None
    keys = re.findall(r"`(\w+)`", counting[1])
    assert [paths.next_after(key) for key in keys[::2]] == keys[1::2]
    assert paths.first_order()[0] == "V"
    assert paths.between("V1", "V2").startswith("V1V")
    assert paths.between("V", "V01").startswith("V00V")
    assert len(paths.between("V", "V01")) == len("V00V") + 5


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1 MiB (1,048,576)", envelope.MAX_SIZE == 1_048_576),
        ("an opening 40 MiB", openings.MAX_SIZE == 40 << 20),
        ("canonical body in it 16 MiB", openings.MAX_BODY == 16 << 20),
        ("both together and 1 KiB", lines.MAX_LINE == (41 << 20) + 1024),
        ("More than 32 arrays", canonical.MAX_DEPTH == 32),
        ("nests at most 31", openings.DEPTH == 31),
        ("at most 64 (more is refused)", envelope.MAX_PARENTS == 64),
        ("not over 64 heads", batches.MAX_HEADS == 64),
        ("not over 1,000,000 revisions", batches.MAX_REVISIONS == 1_000_000),
        ("Fifteen levels", paths.MAX_ITEMS == 15),
        ("`name`, `identity`, `evidence`", frozenset({"name", "identity", "evidence"}) == envelope.SEALABLE),
        ("512·2ⁿ", openings.PADDING_UNIT == 512),
    ],
)
def test_the_limits_are_those_of_the_code(document: str, words: str, value: bool) -> None:
    assert words in document
    assert value
