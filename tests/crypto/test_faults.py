"""Faults and bad inputs of sealed files: a wrong passphrase, an absurd request, a file of any size."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from desktop.crypto import age
from desktop.crypto.passphrase import normalise_passphrase
from desktop.crypto.recipients import PassphraseIdentity, PassphraseRecipient, X25519Identity
from desktop.errors import JiashuError
from tests.measured import MIB, cost

RIGHT = "café under the 桥 № 7"
SEALED = age.seal(b"the key inside", [PassphraseRecipient(normalise_passphrase(RIGHT), 4)])
WRONG = {
    "another": "tea house",
    "empty": "",
    "shorter": RIGHT[:-1],
    "with quotes": "x' OR '1'='1\"; --",
    "with NUL": RIGHT + "\0",
    "of a megabyte": "a" * MIB,
    "of another keyboard layout": "cqfé under the 桥 № 7",
    "a lone surrogate": "\ud800",
    "in another case": RIGHT.upper(),
}


def failure(passphrase: str) -> JiashuError:
    """The error of a passphrase that does not open the file."""
    with pytest.raises(JiashuError) as failed:
        age.unseal(SEALED, [PassphraseIdentity(normalise_passphrase(passphrase))])
    return failed.value


@pytest.mark.fault(9)
@pytest.mark.parametrize("passphrase", WRONG.values(), ids=WRONG.keys())
def test_fault_09_every_wrong_passphrase_fails_alike(passphrase: str) -> None:
    error = failure(passphrase)
    assert (error.code, dict(error.details), error.__cause__) == ("age.no_match", {}, None)


@pytest.mark.fault(9)
def test_fault_09_a_wrong_passphrase_says_nothing_on_any_output(capfd: pytest.CaptureFixture[str]) -> None:
    for passphrase in WRONG.values():
        failure(passphrase)
    assert capfd.readouterr() == ("", "")


@pytest.mark.fault(9)
@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_fault_09_the_right_passphrase_opens_however_it_is_composed(form: str) -> None:
    typed = unicodedata.normalize(form, RIGHT)  # type: ignore[arg-type]
    assert age.unseal(SEALED, [PassphraseIdentity(normalise_passphrase(typed))]) == b"the key inside"


ABSURD = """
from desktop.crypto import age
from desktop.crypto.recipients import PassphraseIdentity, PassphraseRecipient, X25519Identity
from desktop.errors import JiashuError
sealed = age.seal(b"x", [PassphraseRecipient("lantern", 1)])
identity = PassphraseIdentity("lantern", max_work_factor={bound})
untrusted = sealed.replace(b" 1\\n", b" {asked}\\n", 1)
assert untrusted != sealed
"""
TRY_IT = """
try:
    age.unseal(untrusted, [identity])
except JiashuError as error:
    assert error.code == "{code}", error.code
else:
    raise AssertionError("it was opened")
"""


@pytest.mark.fault(9)
@pytest.mark.parametrize(
    ("asked", "bound", "code"),
    [
        ("21", 20, "age.absurd_work"),
        ("63", 20, "age.absurd_work"),
        ("9999999999", 20, "age.absurd_work"),
        ("1" * 1000, 20, "age.header"),
        ("18", 17, "age.work_factor"),
    ],
    ids=["just above", "exabytes", "ten digits", "a thousand digits", "above the reader's own bound"],
)
def test_fault_09_an_absurd_work_factor_costs_neither_memory_nor_time(asked: str, bound: int, code: str) -> None:
    found = cost(ABSURD.format(asked=asked, bound=bound), TRY_IT.format(code=code))
    assert found.memory < 64 * MIB
    assert found.seconds < 1
    assert found.complaints == ""


SCARCE = """
import resource
from desktop.crypto import age
from desktop.crypto.recipients import PassphraseIdentity, PassphraseRecipient, X25519Identity
from desktop.errors import Hindered
sealed = age.seal(b"x", [PassphraseRecipient("lantern", 1)]).replace(b" 1\\n", b" 20\\n", 1)
resource.setrlimit(resource.RLIMIT_AS, (400 * 1024 * 1024, resource.RLIM_INFINITY))
"""
OPEN_SCARCE = """
try:
    age.unseal(sealed, [PassphraseIdentity("lantern")])
except Hindered as error:
    assert error.code == "age.memory"
else:
    raise AssertionError("a gibibyte was found")
"""


def test_a_computer_with_too_little_memory_for_a_permitted_work_factor_is_told_so() -> None:
    assert cost(SCARCE, OPEN_SCARCE).complaints == ""


STREAMS = """
import io
from desktop.crypto import age
from desktop.crypto.recipients import HybridIdentity
identity = HybridIdentity.generate()
class Zeros(io.RawIOBase):
    left = 128 * 1024 * 1024
    def readable(self):
        return True
    def readinto(self, into):
        size = min(len(into), self.left)
        memoryview(into)[:size] = bytes(size)
        self.left -= size
        return size
class Opening(io.RawIOBase):
    def writable(self):
        return True
    def write(self, data):
        return len(data)
age.unseal(age.seal(b"warm", [identity.recipient]), [identity])
"""
SEAL_ALL = "age.encrypt(Zeros(), Opening(), [identity.recipient])"


def test_sealing_takes_the_same_memory_however_long_the_file() -> None:
    assert cost(STREAMS, SEAL_ALL).memory < 8 * MIB


OPENS = """
from desktop.crypto import age
from desktop.crypto.recipients import X25519Identity
identity = X25519Identity.from_text({secret!r})
class Opening:
    def write(self, data):
        return len(data)
age.unseal(age.seal(b"warm", [identity.recipient]), [identity])
sealed = open({path!r}, "rb")
"""
STREAM_ALL = "age.decrypt(sealed, Opening(), [identity])"
READ_ALL = """
opened, into = age.OpenedFile(sealed, [identity]), bytearray(1024 * 1024)
while opened.readinto(into):
    pass
"""


@pytest.mark.parametrize("way", [STREAM_ALL, READ_ALL], ids=["streamed", "read at random"])
def test_opening_takes_the_same_memory_however_long_the_file(way: str, tmp_path: Path) -> None:
    identity = X25519Identity.generate()
    with (tmp_path / "sealed").open("wb") as sealed, age.Sealer(sealed, [identity.recipient]) as sealer:
        for _ in range(64):
            sealer.write(bytes(MIB))
    before = OPENS.format(secret=identity.text, path=str(tmp_path / "sealed"))
    assert cost(before, way).memory < 8 * MIB
