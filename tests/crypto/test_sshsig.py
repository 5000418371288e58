"""SSH signatures: ssh-keygen checks ours, we check theirs, and nothing doubtful passes."""

from __future__ import annotations

import base64
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.crypto import sshsig
from desktop.crypto.signing import SigningKey
from desktop.errors import Damaged

KEY = SigningKey.from_seed(bytes(range(32)))
NAMESPACE = "jiashu-package@1"
MESSAGE = b'{"a":1}\n'
needs_ssh = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="needs the program ssh-keygen")


def verified_by_ssh(folder: Path, signature: str, message: bytes, namespace: str) -> bool:
    """Whether ssh-keygen takes the signature as that of the key above."""
    (folder / "signers").write_text(sshsig.allowed_signers_line(KEY.public, "desk", NAMESPACE) + "\n")
    (folder / "signature").write_text(signature)
    command: list[str | Path] = ["ssh-keygen", "-Y", "verify", "-f", folder / "signers", "-I", "desk"]
    command += ["-n", namespace, "-s", folder / "signature"]
    done = subprocess.run(command, input=message, capture_output=True, check=False)
    return done.returncode == 0


def with_signature_of_another_hash() -> str:
    """A signature that is right in everything but says sha256, as an older tool may be told to make."""
    blob = base64.b64decode("".join(sshsig.sign(KEY, MESSAGE, NAMESPACE).splitlines()[1:-1]))
    text = base64.b64encode(blob.replace(b"\0\0\0\x06sha512", b"\0\0\0\x06sha256")).decode()
    return f"-----BEGIN SSH SIGNATURE-----\n{text}\n-----END SSH SIGNATURE-----\n"


@given(st.binary(max_size=200))
def test_a_signature_gives_back_the_key_it_was_made_with(message: bytes) -> None:
    assert sshsig.verify(sshsig.sign(KEY, message, NAMESPACE), message, NAMESPACE) == KEY.public


@pytest.mark.parametrize(("message", "namespace"), [(b"another", NAMESPACE), (MESSAGE, "file"), (MESSAGE, "")])
def test_another_message_or_namespace_is_damage(message: bytes, namespace: str) -> None:
    with pytest.raises(Damaged) as damaged:
        sshsig.verify(sshsig.sign(KEY, MESSAGE, NAMESPACE), message, namespace)
    assert damaged.value.code == "ssh.signature"


@given(st.data())
def test_a_changed_letter_is_damage_or_changes_nothing_signed(data: st.DataObject) -> None:
    text = sshsig.sign(KEY, MESSAGE, NAMESPACE)
    place = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.characters(max_codepoint=126).filter(lambda other: other != text[place]))
    try:
        public = sshsig.verify(text[:place] + letter + text[place + 1 :], MESSAGE, NAMESPACE)
    except Damaged:
        return
    assert public == KEY.public
    assert text[place].isspace() or place >= text.index("-----END") - 3


@given(st.text(max_size=300) | st.binary(max_size=300).map(lambda blob: base64.b64encode(b"SSHSIG" + blob).decode()))
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    with pytest.raises(Damaged):
        sshsig.verify(f"-----BEGIN SSH SIGNATURE-----\n{text}\n-----END SSH SIGNATURE-----\n", MESSAGE, NAMESPACE)


@pytest.mark.parametrize("text", ["", "-----BEGIN SSH SIGNATURE-----", "x" * 10_000, with_signature_of_another_hash()])
def test_what_is_no_signature_of_ours_is_damage(text: str) -> None:
    with pytest.raises(Damaged):
        sshsig.verify(text, MESSAGE, NAMESPACE)


def test_a_key_of_small_order_signs_nothing() -> None:
    class Forger(SigningKey):
        """Claims the point every signature of zeros fits."""

        def sign(self, message: bytes) -> bytes:
            return self.public + bytes(32)

    forger = Forger(bytes(32))
    forger.public = (1).to_bytes(32, "little")
    with pytest.raises(Damaged):
        sshsig.verify(sshsig.sign(forger, MESSAGE, NAMESPACE), MESSAGE, NAMESPACE)


def test_a_public_line_reads_as_openssh_writes_it() -> None:
    kind, encoded, comment = sshsig.public_line(KEY.public, "the desk").split(" ", 2)
    assert (kind, comment) == ("ssh-ed25519", "the desk")
    assert base64.b64decode(encoded) == b"\0\0\0\x0bssh-ed25519\0\0\0\x20" + KEY.public


@needs_ssh
def test_ssh_keygen_verifies_what_was_signed(tmp_path: Path) -> None:
    assert verified_by_ssh(tmp_path, sshsig.sign(KEY, MESSAGE, NAMESPACE), MESSAGE, NAMESPACE)


@needs_ssh
def test_ssh_keygen_turns_down_another_message_or_namespace(tmp_path: Path) -> None:
    signature = sshsig.sign(KEY, MESSAGE, NAMESPACE)
    assert not verified_by_ssh(tmp_path, signature, MESSAGE + b" ", NAMESPACE)
    assert not verified_by_ssh(tmp_path, sshsig.sign(KEY, MESSAGE, "file"), MESSAGE, "file")


@needs_ssh
def test_what_ssh_keygen_signs_verifies(tmp_path: Path) -> None:
    key, message = tmp_path / "key", tmp_path / "message"
    message.write_bytes(MESSAGE)
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "a peer", "-f", key], check=True)
    subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-f", key, "-n", NAMESPACE, message], check=True)
    public = sshsig.verify(message.with_name("message.sig").read_text(), MESSAGE, NAMESPACE)
    assert sshsig.public_line(public, "a peer") == key.with_name("key.pub").read_text().strip()
