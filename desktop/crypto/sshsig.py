"""SSH signatures (OpenSSH PROTOCOL.sshsig) with Ed25519, so that a stranger's ssh-keygen can check ours."""

from __future__ import annotations

import binascii
from collections.abc import Iterator
from hashlib import sha512

from desktop.crypto import signing
from desktop.crypto.signing import SigningKey
from desktop.errors import Damaged

_MAGIC = b"SSHSIG"
_VERSION = (1).to_bytes(4, "big")
_KEY_KIND = b"ssh-ed25519"
_HASH = b"sha512"
_BEGIN = "-----BEGIN SSH SIGNATURE-----"
_END = "-----END SSH SIGNATURE-----"
_COLUMNS = 70
_MAX_TEXT = 4096


def sign(key: SigningKey, message: bytes, namespace: str) -> str:
    """The armored signature of `message`, for the use `namespace` names and no other."""
    signature = key.sign(_signed_bytes(message, namespace))
    blob = b"".join(
        (
            _MAGIC,
            _VERSION,
            _string(_public_blob(key.public)),
            _string(namespace.encode("ascii")),
            _string(b""),
            _string(_HASH),
            _string(_string(_KEY_KIND) + _string(signature)),
        )
    )
    text = binascii.b2a_base64(blob, newline=False).decode("ascii")
    lines = [text[start : start + _COLUMNS] for start in range(0, len(text), _COLUMNS)]
    return "\n".join([_BEGIN, *lines, _END, ""])


def verify(untrusted_text: str, message: bytes, namespace: str) -> bytes:
    """The 32-byte public key that signed `message` for `namespace`; whose it is, the caller knows.

    Damaged `ssh.signature`: anything else, be it another message, namespace, hash or kind of key.
    """
    public, signature = _parse(_dearmored(untrusted_text), namespace.encode("ascii"))
    if not signing.verify(public, _signed_bytes(message, namespace), signature):
        raise Damaged("ssh.signature")
    return public


def public_line(public: bytes, comment: str = "") -> str:
    """The key as OpenSSH writes it: ``ssh-ed25519 AAAA… comment``, without a line end."""
    encoded = binascii.b2a_base64(_public_blob(public), newline=False).decode("ascii")
    return f"ssh-ed25519 {encoded} {comment}".rstrip()


def allowed_signers_line(public: bytes, principal: str, namespace: str) -> str:
    """A line for the file `ssh-keygen -Y verify -f` reads; `principal` is what its `-I` names."""
    return f'{principal} namespaces="{namespace}" {public_line(public)}'


def _signed_bytes(message: bytes, namespace: str) -> bytes:
    digest = sha512(message).digest()
    return _MAGIC + _string(namespace.encode("ascii")) + _string(b"") + _string(_HASH) + _string(digest)


def _public_blob(public: bytes) -> bytes:
    return _string(_KEY_KIND) + _string(public)


def _string(data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + data


def _dearmored(untrusted_text: str) -> bytes:
    text = untrusted_text.strip()
    if len(text) > _MAX_TEXT or not text.isascii() or not (text.startswith(_BEGIN) and text.endswith(_END)):
        raise Damaged("ssh.signature")
    encoded = "".join(text[len(_BEGIN) : -len(_END)].split())
    try:
        return binascii.a2b_base64(encoded.encode("ascii"), strict_mode=True)
    except binascii.Error:
        raise Damaged("ssh.signature") from None


def _parse(untrusted_blob: bytes, namespace: bytes) -> tuple[bytes, bytes]:
    """Public key and raw signature of a blob that is in every other part exactly what we ask for."""
    start = len(_MAGIC) + len(_VERSION)
    if untrusted_blob[:start] != _MAGIC + _VERSION:
        raise Damaged("ssh.signature")
    public_blob, signed_namespace, _reserved, hash_name, signature_blob = _strings(untrusted_blob[start:], 5)
    key_kind, public = _strings(public_blob, 2)
    signature_kind, signature = _strings(signature_blob, 2)
    if (signed_namespace, hash_name, key_kind, signature_kind) != (namespace, _HASH, _KEY_KIND, _KEY_KIND):
        raise Damaged("ssh.signature")
    return public, signature


def _strings(untrusted_data: bytes, count: int) -> list[bytes]:
    """Exactly `count` length-prefixed strings that fill the data."""
    strings = list(_each_string(untrusted_data))
    if len(strings) != count:
        raise Damaged("ssh.signature")
    return strings


def _each_string(untrusted_data: bytes) -> Iterator[bytes]:
    place = 0
    while place < len(untrusted_data):
        end = place + 4 + int.from_bytes(untrusted_data[place : place + 4], "big")
        if end > len(untrusted_data):
            raise Damaged("ssh.signature")
        yield untrusted_data[place + 4 : end]
        place = end
