"""Plain age files, for support."""

from __future__ import annotations

from pathlib import Path

import pyrage
import pytest

from desktop.casework import sealing
from desktop.crypto.recipients import HybridIdentity, X25519Identity
from desktop.errors import JiashuError, Refused

PHRASE = "nine grey herons stand still"


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "plain"
    path.write_bytes(b"what was said " * 10_000)
    return path


@pytest.mark.parametrize("armor", [False, True])
def test_another_program_opens_what_was_sealed(plain: Path, tmp_path: Path, armor: bool) -> None:
    key = X25519Identity.generate()
    sealing.seal_file(plain, tmp_path / "sealed", recipients=[key.recipient.text], armor=armor)
    sealed = (tmp_path / "sealed").read_bytes()
    assert sealed.startswith(b"-----BEGIN AGE") is armor
    assert pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(key.text)]) == plain.read_bytes()


@pytest.mark.parametrize("armor", [False, True])
def test_an_identity_file_opens_it_again(plain: Path, tmp_path: Path, armor: bool) -> None:
    key = HybridIdentity.generate()
    (tmp_path / "key").write_text(f"# a comment\n{key.text}\n")
    sealing.seal_file(plain, tmp_path / "sealed", recipients=[key.recipient.text], armor=armor)
    sealing.unseal_file(tmp_path / "sealed", tmp_path / "out", identity_file=tmp_path / "key")
    assert (tmp_path / "out").read_bytes() == plain.read_bytes()


def test_a_sealed_identity_file_is_opened_by_its_passphrase(plain: Path, tmp_path: Path) -> None:
    key = X25519Identity.generate()
    (tmp_path / "key").write_text(key.text)
    sealing.seal_file(tmp_path / "key", tmp_path / "key.age", passphrase=PHRASE, work_factor=2)
    sealing.seal_file(plain, tmp_path / "sealed", recipients=[key.recipient.text])
    sealing.unseal_file(tmp_path / "sealed", tmp_path / "out", identity_file=tmp_path / "key.age", passphrase=PHRASE)
    assert (tmp_path / "out").read_bytes() == plain.read_bytes()


def test_a_file_of_another_program_is_opened(tmp_path: Path) -> None:
    key = pyrage.x25519.Identity.generate()
    (tmp_path / "key").write_text(str(key))
    (tmp_path / "sealed").write_bytes(pyrage.encrypt(b"words", [key.to_public()]))
    sealing.unseal_file(tmp_path / "sealed", tmp_path / "out", identity_file=tmp_path / "key")
    assert (tmp_path / "out").read_bytes() == b"words"


def test_nothing_stands_where_the_file_could_not_be_opened_whole(plain: Path, tmp_path: Path) -> None:
    key = X25519Identity.generate()
    (tmp_path / "key").write_text(key.text)
    sealing.seal_file(plain, tmp_path / "sealed", recipients=[key.recipient.text])
    (tmp_path / "sealed").write_bytes((tmp_path / "sealed").read_bytes()[:-5])
    with pytest.raises(JiashuError, match=r"age\.payload"):
        sealing.unseal_file(tmp_path / "sealed", tmp_path / "out", identity_file=tmp_path / "key")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["key", "plain", "sealed"]


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({"recipients": ["age1nonsense"]}, "key."),
        ({}, "age.no_recipients"),
        ({"passphrase": "short"}, "passphrase.weak"),
    ],
)
def test_what_cannot_be_sealed_to_is_refused(plain: Path, tmp_path: Path, how: dict[str, object], code: str) -> None:
    with pytest.raises(Refused, match=code):
        sealing.seal_file(plain, tmp_path / "sealed", work_factor=2, **how)  # type: ignore[arg-type]
    assert not (tmp_path / "sealed").exists()


def test_without_a_key_nothing_is_opened(plain: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"age\.no_identity"):
        sealing.unseal_file(plain, tmp_path / "out")
