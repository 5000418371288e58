"""Contact cards: what is taken for one, and how two people compare them."""

from __future__ import annotations

import json
import random
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.crypto.recipients import X25519Identity
from desktop.crypto.signing import SigningKey
from desktop.errors import Damaged, JiashuError, Refused
from desktop.formats.card import FIRST_LINE, Card, Period, card_of, make_card, read_card
from desktop.formats.card_codes import from_qr_parts, to_qr_parts
from desktop.formats.fingerprint import fingerprint, fingerprint_digits, fingerprint_words
from desktop.history import canonical
from tests.formats.parties import NOW, QUARTER, party

KEY = SigningKey(b"\x07" * 32)
IDENTITY = X25519Identity.generate().recipient.text
PERIOD = Period(NOW, NOW + QUARTER, IDENTITY, IDENTITY)
HYBRID = party("林安然", hybrid=True).card


def card(name: str = "林安然", at: int = NOW) -> Card:
    return make_card(name, at, KEY, [PERIOD])


def resigned(**changes: Any) -> bytes:
    """A card with some members changed and signed anew, as a stranger could."""
    members = {**card().as_json(), **changes}
    del members["signature"]
    return canonical.encode({**members, "signature": KEY.sign(FIRST_LINE + canonical.encode(members)).hex()})


def test_a_card_is_read_back_as_it_was_made() -> None:
    assert read_card(card().encode()) == card()


def test_a_card_from_a_mail_may_have_blanks_around_it() -> None:
    assert read_card(b"\xef\xbb\xbf\r\n" + card().encode() + b"\r\n") == card()


@given(st.integers(0, len(card().encode()) - 1), st.integers(1, 255))
def test_no_byte_of_a_card_can_be_changed(place: int, flip: int) -> None:
    altered = bytearray(card().encode())
    altered[place] ^= flip
    with pytest.raises(JiashuError):
        read_card(bytes(altered).strip(b"\xef\xbb\xbf \t\r\n") or b"-")


@given(st.recursive(st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5), st.lists, max_leaves=5))
def test_any_other_json_is_no_card(value: Any) -> None:
    with pytest.raises(Damaged):
        card_of(value)


@pytest.mark.parametrize(
    "changes",
    [
        {"extra": 1},
        {"at": -1},
        {"at": "1"},
        {"at": True},
        {"name": 5},
        {"recipients": []},
        {"recipients": [1]},
        {"recipients": [{"from": 2, "until": 1, "package": IDENTITY, "identities": IDENTITY}]},
        {"recipients": [{"from": 1, "until": 2, "package": IDENTITY}]},
        {"recipients": [{"from": 1, "until": 2, "package": IDENTITY.upper(), "identities": IDENTITY}]},
        {"recipients": [{"from": 1, "until": 2, "package": IDENTITY[:-1], "identities": IDENTITY}]},
        {"recipients": [{"from": 1, "until": 2, "package": HYBRID.periods[0].package, "identities": IDENTITY}]},
        {"recipients": [{"from": 1, "until": 2, "package": IDENTITY, "identities": IDENTITY}] * 9},
        {"v": 0},
        {"v": True},
    ],
)
def test_a_well_signed_card_of_another_shape_is_not_taken(changes: dict[str, Any]) -> None:
    with pytest.raises(JiashuError):
        read_card(resigned(**changes))


def test_a_version_that_only_equals_one_is_not_taken() -> None:
    with pytest.raises(Damaged, match=r"card\.malformed"):
        read_card(canonical.encode({**card().as_json(), "v": True}))


def test_a_card_of_a_newer_program_says_so() -> None:
    with pytest.raises(Refused, match=r"card\.newer"):
        read_card(resigned(v=2))


@pytest.mark.fault(25)
@pytest.mark.parametrize("name", ["", " a", "a\u202eb", "a\x07", "a\nb", "\u200b", "x" * 201, "a\u2066b"])
def test_fault_25_a_name_that_hides_something_is_refused(name: str) -> None:
    with pytest.raises(Refused, match=r"card\.name"):
        read_card(resigned(name=name))


def test_a_card_signed_with_another_key_is_damaged() -> None:
    members = card().as_json()
    members["signing"] = SigningKey.generate().public_hex
    with pytest.raises(Damaged, match=r"card\.signature"):
        card_of(members)


def test_a_key_of_small_order_signs_nothing() -> None:
    members = {**card().as_json(), "signing": "01" + "00" * 31}
    with pytest.raises(Damaged, match=r"card\.signature"):
        card_of(members)


@pytest.mark.fault(18)
def test_fault_18_an_older_card_never_replaces_a_later_one() -> None:
    assert card(at=NOW + 1).replaces(card(at=NOW))
    assert not card(at=NOW).replaces(card(at=NOW + 1))
    assert not card(at=NOW).replaces(card(at=NOW))


def test_nothing_is_sealed_to_a_recipient_after_its_time() -> None:
    assert card().period(NOW) == PERIOD
    with pytest.raises(Refused, match=r"card\.expired"):
        card().period(NOW + QUARTER)


def test_of_two_periods_running_the_one_that_ends_last_is_used() -> None:
    later = Period(NOW, NOW + 2 * QUARTER, IDENTITY, IDENTITY)
    assert make_card("a", NOW, KEY, [PERIOD, later]).period(NOW) == later


def test_a_fingerprint_stays_the_same_through_the_quarters() -> None:
    assert card(at=NOW).fingerprint == card(at=NOW + QUARTER).fingerprint
    assert card().fingerprint == sha256(b"jiashu/1 fingerprint\n" + KEY.public).hexdigest()


def test_a_fingerprint_is_twelve_words_to_read_aloud() -> None:
    assert fingerprint_words("00" * 32) == " ".join(["academic"] * 12)
    assert len(fingerprint_words(fingerprint(KEY.public_hex)).split()) == 12


def test_a_fingerprint_is_twelve_groups_of_digits_in_any_language() -> None:
    assert fingerprint_digits("ff" * 32) == " ".join(["1023"] * 12)
    assert fingerprint_digits("0040" + "00" * 30).split()[:2] == ["0001", "0000"]


def test_a_card_is_read_from_its_codes_in_any_order_and_repeated() -> None:
    parts = to_qr_parts(HYBRID)
    shuffled = parts + parts[:2]
    random.Random(1).shuffle(shuffled)
    assert from_qr_parts(shuffled) == HYBRID


def test_a_code_holds_only_signs_of_the_alphanumeric_mode_and_fits_a_screen() -> None:
    parts = to_qr_parts(HYBRID)
    assert all(set(part) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:") for part in parts)
    assert max(map(len, parts)) <= 970  # version 20 at level M


def test_a_card_is_not_read_before_all_its_codes_are() -> None:
    parts = to_qr_parts(HYBRID)
    with pytest.raises(Refused, match=r"card\.parts_missing"):
        from_qr_parts(parts[1:])


def test_codes_of_two_cards_do_not_make_one() -> None:
    other = to_qr_parts(party("王远", hybrid=True).card)
    with pytest.raises(Refused, match=r"card\.parts_mixed"):
        from_qr_parts([*to_qr_parts(HYBRID), other[0]])


@pytest.mark.parametrize("parts", [[], ["hello"], ["JC1/0/1/AA"], ["JC1/2/1/AA"], ["JC1/1/1/aa"], ["JC2/1/1/AA"]])
def test_another_code_is_no_part_of_a_card(parts: list[str]) -> None:
    with pytest.raises(Damaged, match=r"card\.code"):
        from_qr_parts(parts)


def test_a_small_card_needs_few_codes() -> None:
    assert len(to_qr_parts(card())) <= 2


def test_a_card_is_canonical_json_anybody_can_read() -> None:
    members = json.loads(card().encode())
    assert set(members) == {"v", "name", "at", "signing", "recipients", "signature"}
    assert set(members["recipients"][0]) == {"from", "until", "package", "identities"}
