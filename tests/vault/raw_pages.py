"""The pages of a SQLCipher 4 file as they lie on the disk, decrypted one by one: free ones and old frames of a log too.

Nothing of SQLite's is asked, so nothing that it would pass over is missing. Which page is authentic is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, SALT = 4096, 80, 16
_LOG_HEAD, _FRAME_HEAD = 32, 24


def of_database(content: bytes, raw_key: str) -> bytes:
    """raw_key: the 96 hex digits in a key slot."""
    return b"".join(_decrypted(page, raw_key, at == 0) for at, page in _every(content, 0, 0))


def of_log(content: bytes, raw_key: str) -> bytes:
    """Every frame of a write-ahead log, whether it counts or not."""
    frames = _every(content, _LOG_HEAD, _FRAME_HEAD)
    return b"".join(_decrypted(page, raw_key, number == 1) for number, page in frames)


def _every(content: bytes, head: int, before: int) -> Iterator[tuple[int, bytes]]:
    """Pages with their place in the file, or of a log with their number."""
    for at in range(head, len(content) - before - PAGE + 1, before + PAGE):
        number = int.from_bytes(content[at : at + 4], "big") if before else at
        yield number, content[at + before : at + before + PAGE]


def _decrypted(page: bytes, raw_key: str, is_first: bool) -> bytes:
    sealed = page[SALT if is_first else 0 : PAGE - RESERVED]
    start = page[PAGE - RESERVED :][:16]
    decryptor = Cipher(algorithms.AES(bytes.fromhex(raw_key[:64])), modes.CBC(start)).decryptor()
    return decryptor.update(sealed) + decryptor.finalize()
