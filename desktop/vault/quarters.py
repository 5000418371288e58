"""Contact identities: a fresh pair each quarter, so that old packages stay closed when a key is lost."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.crypto.recipients import HybridIdentity, KeyIdentity, X25519Identity, parse_identities
from desktop.errors import Damaged, Refused

KEPT = 6
"""Pairs not deleted on the clock's word alone: one wrong date must not cost the keys in use.

In a vault that is opened every quarter no other is left by then anyhow.
"""
_YEAR = 366 * 86400


@dataclass(frozen=True, slots=True)
class DatedPair:
    """Identities somebody may seal to from `since` until `until`, UTC seconds; for new tools and for old ones.

    They begin with a quarter and end with the next one: a card given on its last day is of use for three months.
    """

    since: int
    until: int
    hybrid: HybridIdentity
    x25519: X25519Identity

    @property
    def identities(self) -> tuple[KeyIdentity, ...]:
        return (self.hybrid, self.x25519)

    def wipe(self) -> None:
        """Overwrite both; nothing is opened by them from now on."""
        self.hybrid.wipe()
        self.x25519.wipe()


def generate(now: int) -> DatedPair:
    """A new pair for the quarter `now` is in."""
    since, until = _validity(now)
    return DatedPair(since, until, HybridIdentity.generate(), X25519Identity.generate())


def renewed(pairs: Sequence[DatedPair], now: int, *, keep_all: bool = False) -> tuple[DatedPair, ...]:
    """The pairs to keep, newest first: with one for this quarter, without those that ended over a year ago.

    Of the newest `KEPT` one goes only when the last pair but one says so too: it was made at another date.
    keep_all: something sealed to one of them still waits to be opened.
    """
    since, _ = _validity(now)
    several = list(pairs)
    if all(pair.since != since for pair in several):
        several.append(generate(now))
    several.sort(key=lambda pair: pair.since, reverse=True)
    witness = several[1].since if len(several) > 1 else 0
    return tuple(
        pair
        for place, pair in enumerate(several)
        if keep_all or pair.until + _YEAR > now or (place < KEPT and pair.until + _YEAR > witness)
    )


def afresh(pairs: Sequence[DatedPair], now: int) -> tuple[DatedPair, ...]:
    """With another pair for the quarter of `now`, before one that is there; what is under way to that still opens."""
    return tuple(sorted((generate(now), *pairs), key=lambda pair: pair.since, reverse=True))


def text(pairs: Sequence[DatedPair]) -> bytes:
    """An age identity file; before each pair a comment with the days it is valid."""
    lines: list[str] = []
    for pair in pairs:
        lines += [f"# {_day(pair.since)} {_day(pair.until)}", pair.hybrid.text, pair.x25519.text]
    return ("\n".join(lines) + "\n").encode("ascii")


def parse(untrusted: bytes, slot: str) -> tuple[DatedPair, ...]:
    """From a slot's plaintext. Damaged `vault.key_slot`."""
    try:
        lines = untrusted.decode("ascii").splitlines()
        pairs = tuple(_pair(lines[start : start + 3]) for start in range(0, len(lines), 3))
    except (ValueError, Refused):
        raise Damaged("vault.key_slot", slot=slot, cause="pairs") from None
    if not pairs:
        raise Damaged("vault.key_slot", slot=slot, cause="pairs")
    return pairs


def _pair(lines: Sequence[str]) -> DatedPair:
    _, since, until = lines[0].split(" ")
    hybrid, x25519 = parse_identities("\n".join(lines[1:]))
    if not isinstance(hybrid, HybridIdentity) or not isinstance(x25519, X25519Identity):
        raise ValueError("a hybrid identity and an X25519 one make a pair")
    return DatedPair(_seconds(since), _seconds(until), hybrid, x25519)


def _validity(now: int) -> tuple[int, int]:
    # A clock beyond what dates can hold is taken for its nearest end: it decides nothing else.
    day = datetime.datetime.fromtimestamp(min(max(now, 0), 250_000_000_000), datetime.UTC)
    month = day.month - (day.month - 1) % 3
    since = datetime.datetime(day.year, month, 1, tzinfo=datetime.UTC)
    ends = month + 6
    until = since.replace(year=since.year + (ends > 12), month=(ends - 1) % 12 + 1)
    return int(since.timestamp()), int(until.timestamp())


def _day(seconds: int) -> str:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()


def _seconds(day: str) -> int:
    moment = datetime.datetime.combine(datetime.date.fromisoformat(day), datetime.time(), datetime.UTC)
    return int(moment.timestamp())
