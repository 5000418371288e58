"""Other programs open what we seal, and we open what they seal."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from pathlib import Path

import pyrage
import pytest

from desktop.crypto import age
from desktop.crypto.recipients import (
    PassphraseIdentity,
    PassphraseRecipient,
    X25519Identity,
    parse_identities,
    parse_recipient,
)
from desktop.crypto.stream import CHUNK
from tests.crypto.terminal import answer_prompts

PASSPHRASE = "lantern under the 桥"
SIZES = [0, 1, CHUNK, 3 * CHUNK + 7]
needs_age = pytest.mark.skipif(
    not (shutil.which("age") and shutil.which("age-keygen")), reason="needs the programs age and age-keygen"
)
needs_terminal = pytest.mark.skipif(
    not (hasattr(os, "openpty") and shutil.which("setsid")),
    reason="age asks for a passphrase on a terminal only, which needs setsid",
)


def pattern(size: int) -> bytes:
    return bytes(place % 253 for place in range(size))


def run(*command: str | Path, given: bytes = b"") -> bytes:
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    """An identity file as age-keygen writes it, comments and all."""
    path = tmp_path / "key.txt"
    run("age-keygen", "-o", path)
    return path


@pytest.mark.parametrize("size", SIZES)
def test_pyrage_opens_what_was_sealed_to_an_x25519_key(size: int) -> None:
    theirs = pyrage.x25519.Identity.generate()
    sealed = age.seal(pattern(size), [parse_recipient(str(theirs.to_public()))])
    assert pyrage.decrypt(sealed, [theirs]) == pattern(size)


@pytest.mark.parametrize("size", SIZES)
def test_what_pyrage_seals_to_an_x25519_key_opens(size: int) -> None:
    ours = X25519Identity.generate()
    sealed = pyrage.encrypt(pattern(size), [pyrage.x25519.Recipient.from_str(ours.recipient.text)])
    assert age.unseal(sealed, [ours]) == pattern(size)


def test_what_pyrage_armors_opens() -> None:
    ours = X25519Identity.generate()
    theirs = pyrage.x25519.Recipient.from_str(ours.recipient.text)
    plain = io.BytesIO()
    age.decrypt(io.BytesIO(pyrage.encrypt(pattern(1000), [theirs], armored=True)), plain, [ours], armor=True)
    assert plain.getvalue() == pattern(1000)


def test_pyrage_reads_our_keys_as_the_same() -> None:
    ours = X25519Identity.generate()
    assert str(pyrage.x25519.Identity.from_str(ours.text).to_public()) == ours.recipient.text


def test_pyrage_opens_what_was_sealed_by_passphrase() -> None:
    sealed = age.seal(pattern(1000), [PassphraseRecipient(PASSPHRASE, 10)])
    assert pyrage.passphrase.decrypt(sealed, PASSPHRASE) == pattern(1000)


@pytest.mark.slow
def test_what_pyrage_seals_by_passphrase_opens() -> None:
    sealed = pyrage.passphrase.encrypt(pattern(1000), PASSPHRASE)
    assert age.unseal(sealed, [PassphraseIdentity(PASSPHRASE)]) == pattern(1000)


@needs_age
@pytest.mark.parametrize("size", SIZES)
def test_age_opens_what_was_sealed_to_an_x25519_key(size: int, key_file: Path) -> None:
    theirs = run("age-keygen", "-y", key_file).decode().strip()
    assert run("age", "-d", "-i", key_file, given=age.seal(pattern(size), [parse_recipient(theirs)])) == pattern(size)


@needs_age
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("armor", [False, True])
def test_what_age_seals_to_an_x25519_key_opens_with_its_identity_file(size: int, armor: bool, key_file: Path) -> None:
    identities = parse_identities(key_file.read_text())
    options = ["-a"] if armor else []
    sealed = run("age", *options, "-r", identities[0].recipient.text, given=pattern(size))
    plain = io.BytesIO()
    age.decrypt(io.BytesIO(sealed), plain, identities, armor=armor)
    assert plain.getvalue() == pattern(size)


@needs_age
@needs_terminal
def test_age_opens_what_was_sealed_by_passphrase(tmp_path: Path) -> None:
    sealed, opened = tmp_path / "sealed.age", tmp_path / "opened"
    sealed.write_bytes(age.seal(pattern(1000), [PassphraseRecipient(PASSPHRASE, 10)]))
    answer_prompts(["age", "-d", "-o", opened, sealed], PASSPHRASE)
    assert opened.read_bytes() == pattern(1000)


@needs_age
@needs_terminal
@pytest.mark.slow
def test_what_age_seals_by_passphrase_opens(tmp_path: Path) -> None:
    plain, sealed = tmp_path / "plain", tmp_path / "sealed.age"
    plain.write_bytes(pattern(1000))
    answer_prompts(["age", "-p", "-o", sealed, plain], PASSPHRASE)
    assert age.unseal(sealed.read_bytes(), [PassphraseIdentity(PASSPHRASE)]) == pattern(1000)
