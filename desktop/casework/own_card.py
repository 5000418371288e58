"""Our own contact card: made with the vault, renewed with its keys, named as we like."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.casework.workspace import Clock
from desktop.formats.card import Card, Period, make_card, read_card
from desktop.formats.fingerprint import fingerprint
from desktop.vault.quarters import DatedPair
from desktop.vault.vault import Vault

_CARD = "own_card"
_NAME = "own_name"
_UNNAMED = "own_name_left"  # somebody said that it may go without


def current(vault: Vault, clock: Clock) -> Card:
    """The card to give out and to put into packages: the one kept, unless its keys were renewed meanwhile.

    Refused `vault.compartment_closed` when a new one has to be made; Hindered `disk.…` when its keys cannot be kept.
    """
    kept = vault.setting(_CARD)
    card = read_card(kept.encode("utf-8")) if isinstance(kept, str) else None
    now = clock()
    if card is not None and not vault.compartment_open and _serves(card, now):
        return card
    name = vault.setting(_NAME) or fingerprint(vault.signing.public_hex)[:16]
    periods = _periods(vault, now)
    if not periods:  # a full disk kept this quarter's keys from being made, and those before are over
        vault.make_contact_pairs()
        periods = _periods(vault, now)
    if card is not None and card.name == name and card.periods == periods and card.signing == vault.signing.public_hex:
        return card
    return _make(vault, name, periods, max(now, card.at + 1 if card else 0))


def until(card: Card, now: int) -> int:
    """When the card is of no more use, UTC seconds. What a wrong date once made for a far quarter does not count."""
    running = [period.until for period in card.periods if period.since <= now]
    return max(running or [period.until for period in card.periods])


def rename(vault: Vault, clock: Clock, name: str) -> None:
    """What colleagues see on it from now on. Refused `card.name` for one that would not show as it is."""
    card = current(vault, clock)
    if card.name != name:
        _make(vault, name, card.periods, max(clock(), card.at + 1))
    vault.set_setting(_NAME, name)


def wants_name(vault: Vault) -> bool:
    """Whether it goes by its fingerprint, and nobody said that it may."""
    return not vault.setting(_NAME) and not vault.setting(_UNNAMED)


def leave_unnamed(vault: Vault) -> None:
    """It may go by its fingerprint."""
    vault.set_setting(_UNNAMED, True)


def _make(vault: Vault, name: str, periods: Sequence[Period], at: int) -> Card:
    card = make_card(name, at, vault.signing, periods)
    vault.set_setting(_CARD, card.encode().decode("utf-8"))
    return card


def _periods(vault: Vault, now: int) -> tuple[Period, ...]:
    """This quarter's keys and those before that still hold; the identities' only while the compartment is open."""
    identities = _newest(vault.identity_pairs)
    return tuple(
        Period(since, pair.until, pair.hybrid.recipient.text, identities[since].hybrid.recipient.text)
        for since, pair in _newest(vault.contact_pairs).items()
        if pair.until > now and since in identities
    )


def _newest(pairs: Sequence[DatedPair]) -> dict[int, DatedPair]:
    """By quarter, the newest first; there are two of one quarter when the vault's keys were renewed in it."""
    newest: dict[int, DatedPair] = {}
    for pair in pairs:
        newest.setdefault(pair.since, pair)
    return newest


def _serves(card: Card, now: int) -> bool:
    return any(period.since <= now < period.until for period in card.periods)
