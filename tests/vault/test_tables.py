"""Drafts, settings, contacts, packages sent: what is kept beside the log."""

from __future__ import annotations

import pytest

from desktop.errors import Refused
from desktop.vault import quarters
from desktop.vault.authors import Authors
from desktop.vault.authors import parse as parse_authors
from desktop.vault.changes import Changes
from desktop.vault.contacts import Contact
from desktop.vault.derived import DerivedRecord
from desktop.vault.outbox import Sent
from desktop.vault.refusals import Refusal
from tests.vault.desk import Desk, fails

DAY = 86_400


def test_a_draft_is_overwritten_in_place_and_comes_back_whole(desk: Desk) -> None:
    for text in ("他", "他们", "他们夜里来"):
        desk.vault.keep_draft("quick", {"text": text, "caret": len(text), "half": ["\ud83d"]})
        desk.clock.tick()
    desk.reopen()
    (draft,) = desk.vault.drafts()
    assert draft.value["text"] == "他们夜里来"
    assert draft.value["caret"] == 5
    assert draft.at == desk.clock.now - 1


def test_drafts_come_latest_first_and_are_dropped_by_key(desk: Desk) -> None:
    for key in ("first", "second", "third"):
        desk.vault.keep_draft(key, {})
        desk.clock.tick()
    desk.vault.drop_draft("second")
    assert [draft.key for draft in desk.vault.drafts()] == ["third", "first"]
    assert desk.vault.draft("second") is None


def test_a_draft_about_names_is_closed_with_the_compartment(desk: Desk) -> None:
    desk.vault.keep_draft("name", {"full": "秦望舒"}, sealed=True)
    desk.vault.close_compartment()
    closed = desk.vault.draft("name")
    assert closed is not None
    assert (closed.sealed, closed.value) == (True, None)
    desk.vault.open_compartment()
    opened = desk.vault.draft("name")
    assert opened is not None
    assert opened.value == {"full": "秦望舒"}


def test_settings_are_kept_and_forgotten(desk: Desk) -> None:
    desk.vault.set_setting("idle_minutes", 5)
    desk.reopen()
    assert desk.vault.setting("idle_minutes", 10) == 5
    desk.vault.set_setting("idle_minutes", None)
    assert desk.vault.setting("idle_minutes", 10) == 10


def test_contacts_are_listed_by_name_and_overwritten_by_key(desk: Desk) -> None:
    desk.vault.contacts.keep(Contact("b" * 64, "Orhan", b"card", 1))
    desk.vault.contacts.keep(Contact("a" * 64, "Mei", b"card", 1))
    newer = Contact("b" * 64, "Aziz", b"newer card", 2, team=True, verified=True)
    desk.vault.contacts.keep(newer)
    desk.reopen()
    assert [contact.name for contact in desk.vault.contacts.every()] == ["Aziz", "Mei"]
    assert desk.vault.contacts.one("b" * 64) == newer
    desk.vault.contacts.drop("b" * 64)
    assert desk.vault.contacts.one("b" * 64) is None


def test_the_outbox_says_who_holds_what(desk: Desk) -> None:
    first = Sent("p1", "transfer", 10, "team", "a" * 64)
    also = Sent("p1", "transfer", 10, "team", "b" * 64)
    second = Sent("p2", "redacted", 20, "lawyer", "c" * 64)
    for sent, items in ((first, ["r1", "r2"]), (also, ["r1", "r2"]), (second, ["r2"])):
        desk.vault.outbox.note(sent, items)
    assert desk.vault.outbox.holding("r1") == (first, also)
    assert desk.vault.outbox.holding("r2") == (second, first, also)
    assert desk.vault.outbox.every() == (second, first, also)
    assert desk.vault.outbox.items("p1") == {"r1", "r2"}


def test_a_derived_record_is_one_recipients_alone(desk: Desk) -> None:
    for recipient, derived in (("lawyer", "d1"), ("envoy", "d2")):
        desk.vault.derived.keep(DerivedRecord(recipient, "source", derived, b"state"))
    found = desk.vault.derived.one("envoy", "source")
    assert found is not None
    assert found.derived == "d2"
    assert desk.vault.derived.origin("d1") == DerivedRecord("lawyer", "source", "d1", b"state")
    assert desk.vault.derived.origin("source") is None


def test_a_refusal_is_remembered_until_it_is_withdrawn(desk: Desk) -> None:
    refusal = Refusal("r" * 64, "c" * 64, 5, "deletion")
    desk.vault.refusals.keep(refusal)
    assert desk.vault.refusals.of_record("c" * 64) == (refusal,)
    desk.vault.refusals.withdraw("r" * 64)
    assert desk.vault.refusals.every() == ()


def test_after_locking_nothing_answers(desk: Desk) -> None:
    vault = desk.vault
    vault.lock()
    asked = (
        vault.drafts,
        vault.contacts.every,
        lambda: vault.rows("case"),
        lambda: vault.signing,
        lambda: vault.notices,
    )
    for ask in asked:
        with fails(Refused, "vault.locked"):
            ask()


def test_locking_twice_is_locking_once(desk: Desk) -> None:
    assert desk.vault.lock() is not None
    assert desk.vault.lock() is None


def test_a_new_pair_is_made_for_each_quarter(desk: Desk) -> None:
    before = (desk.vault.contact_pairs, desk.vault.identity_pairs)
    texts = [pairs[0].hybrid.text for pairs in before]  # locking overwrites the keys
    desk.reopen()
    assert [pair.since for pair in desk.vault.contact_pairs] == [pair.since for pair in before[0]]
    desk.clock.tick(92 * DAY)
    desk.reopen()
    for pairs, text in zip((desk.vault.contact_pairs, desk.vault.identity_pairs), texts, strict=True):
        assert len(pairs) == 2
        assert pairs[1].hybrid.text == text
        assert max(pair.since for pair in pairs) == pairs[0].since <= desk.clock.now < pairs[0].until


@pytest.mark.parametrize(
    ("day", "since", "until"),
    [
        ("2025-06-15", "2025-04-01", "2025-10-01"),
        ("2025-12-31", "2025-10-01", "2026-04-01"),
        ("2026-01-01", "2026-01-01", "2026-07-01"),
    ],
)
def test_a_pair_is_valid_from_its_quarter_to_the_end_of_the_next(day: str, since: str, until: str) -> None:
    pair = quarters.generate(quarters._seconds(day))
    assert (quarters._day(pair.since), quarters._day(pair.until)) == (since, until)


def test_pairs_are_written_and_read_back() -> None:
    pairs = quarters.renewed([quarters.generate(0)], 200 * DAY)
    again = quarters.parse(quarters.text(pairs), "k5")
    assert [(pair.since, pair.until, pair.x25519.text) for pair in again] == [
        (pair.since, pair.until, pair.x25519.text) for pair in pairs
    ]


def opened_each(days: int, times: int) -> tuple[tuple[quarters.DatedPair, ...], int]:
    """The pairs of a vault that was opened so many times, so many days apart; and the moment it was last."""
    pairs: tuple[quarters.DatedPair, ...] = ()
    for time in range(times):
        pairs = quarters.renewed(pairs, time * days * DAY)
    return pairs, (times - 1) * days * DAY


@pytest.mark.parametrize("days", [7, 30, 92])
def test_a_pair_goes_a_year_after_its_end_where_the_vault_is_opened_every_quarter(days: int) -> None:
    pairs, now = opened_each(days, 2000 // days)
    assert [pair for pair in pairs if pair.until + 366 * DAY <= now] == []


def test_a_vault_opened_once_a_year_keeps_no_pair_for_good() -> None:
    pairs, now = opened_each(365, 12)
    assert max(now - pair.until for pair in pairs) < 3 * 365 * DAY


def test_one_wrong_date_costs_no_key_in_use() -> None:
    pairs, now = opened_each(92, 20)
    wrong = pairs
    for later in range(3):
        wrong = quarters.renewed(wrong, 4_000_000_000 + later)
    assert wrong[1:] == pairs[: quarters.KEPT - 1]
    assert set(pairs[:3]) <= set(quarters.renewed(wrong, now))


def test_a_clock_beyond_all_dates_stops_nothing() -> None:
    assert quarters.generate(10**15).until > quarters.generate(-(10**15)).until


def test_own_authors_are_this_vaults_key_and_those_listed(desk: Desk) -> None:
    authors = Authors(desk.vault.signing).also("a" * 64).also("a" * 64)
    assert parse_authors(authors.text()).own == {desk.vault.signing.public_hex, "a" * 64}


def test_no_changes_are_nothing_to_announce() -> None:
    assert not Changes()
