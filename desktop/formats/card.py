"""Contact cards: who somebody is, said by their own signing key, and what to seal to them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from desktop.crypto import signing
from desktop.crypto.recipients import KeyRecipient, parse_recipient
from desktop.crypto.signing import SigningKey
from desktop.errors import Damaged, Refused
from desktop.formats.fingerprint import fingerprint
from desktop.history import canonical

FIRST_LINE = b"jiashu/1 card\n"
MAX_CARD = 64 * 1024
MAX_NAME = 200
MAX_PERIODS = 8
_LATEST = 2**40  # seconds; in the year 36812


@dataclass(frozen=True)
class Period:
    """What to seal to somebody between two times (UTC seconds, `since` included, `until` not).

    package, identities: ``age1…`` recipients, both hybrid or both X25519.
    """

    since: int
    until: int
    package: str
    identities: str = field(repr=False)


@dataclass(frozen=True)
class Card:
    """A contact card whose signature holds. `at`: when its owner says it was made; a later one replaces it."""

    name: str = field(repr=False)
    at: int
    signing: str
    periods: tuple[Period, ...]
    signature: str

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.signing)

    def period(self, now: int) -> Period:
        """What to seal to now: of the periods running, the one that ends last. Refused `card.expired`."""
        running = [period for period in self.periods if period.since <= now < period.until]
        if not running:
            raise Refused("card.expired")
        return max(running, key=lambda period: period.until)

    def as_json(self) -> dict[str, Any]:
        """The card as it is signed, with the signature."""
        return {**_unsigned(self.name, self.at, self.signing, self.periods), "signature": self.signature}

    def encode(self) -> bytes:
        """The card's file: canonical JSON."""
        return canonical.encode(self.as_json())

    def replaces(self, older: Card) -> bool:
        """Whether this card takes the place of one kept of the same signing key."""
        return self.signing == older.signing and self.at > older.at


def make_card(name: str, at: int, key: SigningKey, periods: Sequence[Period]) -> Card:
    """A card signed with `key`; what a reader would refuse is refused here too."""
    unsigned = _unsigned(name, at, key.public_hex, periods)
    signature = key.sign(FIRST_LINE + canonical.encode(unsigned)).hex()
    return card_of({**unsigned, "signature": signature})


def read_card(untrusted: bytes) -> Card:
    """A card from its file; whitespace around it (mail programs, editors) does no harm.

    Damaged `card.malformed`, `card.signature`, `canonical.…`; Refused `card.newer`, `card.name`.
    """
    return card_of(canonical.parse(untrusted.strip(b"\xef\xbb\xbf \t\r\n"), limit=MAX_CARD))


def card_of(untrusted: object) -> Card:
    """A card from JSON that was parsed already; errors as `read_card`."""
    fields = _fields(untrusted, {"v", "name", "at", "signing", "recipients", "signature"})
    if type(fields["v"]) is not int or fields["v"] < 1:  # True equals 1 and is another byte
        raise Damaged("card.malformed")
    if fields["v"] > 1:
        raise Refused("card.newer")
    card = Card(
        name=check_name(fields["name"]),
        at=_time(fields["at"]),
        signing=_hex(fields["signing"], signing.PUBLIC_SIZE),
        periods=_periods(fields["recipients"]),
        signature=_hex(fields["signature"], signing.SIGNATURE_SIZE),
    )
    signed = FIRST_LINE + canonical.encode(_unsigned(card.name, card.at, card.signing, card.periods))
    if not signing.verify(bytes.fromhex(card.signing), signed, bytes.fromhex(card.signature)):
        raise Damaged("card.signature")
    return card


def check_name(untrusted: object) -> str:
    """A name that shows as what it is: no control characters, none that turn the direction of writing.

    Refused `card.name`; Damaged `card.malformed`.
    """
    if not isinstance(untrusted, str):
        raise Damaged("card.malformed")
    hidden = any(unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} for character in untrusted)
    if hidden or not 0 < len(untrusted) <= MAX_NAME or untrusted != untrusted.strip():
        raise Refused("card.name", limit=MAX_NAME)
    return untrusted


def _unsigned(name: str, at: int, signing_hex: str, periods: Sequence[Period]) -> dict[str, Any]:
    recipients = [
        {"from": p.since, "until": p.until, "package": p.package, "identities": p.identities} for p in periods
    ]
    return {"v": 1, "name": name, "at": at, "signing": signing_hex, "recipients": recipients}


def _fields(untrusted: object, names: set[str]) -> dict[str, Any]:
    """An object with exactly these members; but of a version to come, only `v` can be told."""
    if isinstance(untrusted, dict) and "v" in names and isinstance(untrusted.get("v"), int) and untrusted["v"] > 1:
        return {"v": untrusted["v"]}
    if not isinstance(untrusted, dict) or set(untrusted) != names:
        raise Damaged("card.malformed")
    return cast("dict[str, Any]", untrusted)


def _periods(untrusted: object) -> tuple[Period, ...]:
    if not isinstance(untrusted, list) or not 0 < len(untrusted) <= MAX_PERIODS:
        raise Damaged("card.malformed")
    return tuple(_period(period) for period in untrusted)


def _period(untrusted: object) -> Period:
    fields = _fields(untrusted, {"from", "until", "package", "identities"})
    since, until = _time(fields["from"]), _time(fields["until"])
    package, identities = _recipient(fields["package"]), _recipient(fields["identities"])
    if since >= until or type(package) is not type(identities):
        raise Damaged("card.malformed")
    return Period(since, until, fields["package"], fields["identities"])


def _recipient(untrusted: object) -> KeyRecipient:
    if not isinstance(untrusted, str) or untrusted != untrusted.strip().lower():
        raise Damaged("card.malformed")
    return parse_recipient(untrusted)


def _time(untrusted: object) -> int:
    if not isinstance(untrusted, int) or isinstance(untrusted, bool) or not 0 <= untrusted <= _LATEST:
        raise Damaged("card.malformed")
    return untrusted


def _hex(untrusted: object, size: int) -> str:
    if not isinstance(untrusted, str) or len(untrusted) != 2 * size or not set(untrusted) <= set("0123456789abcdef"):
        raise Damaged("card.malformed")
    return untrusted
