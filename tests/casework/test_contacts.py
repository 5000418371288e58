"""Contact cards."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.casework import contacts, vaults
from desktop.casework.contact_names import known_as
from desktop.casework.workspace import Workspace
from desktop.crypto.recipients import X25519Identity
from desktop.domain.vocabulary import Vocabularies
from desktop.errors import JiashuError, Refused
from tests.casework.conftest import PASSPHRASE, Make, introduce, kept_as_before
from tests.conftest import Clock

QUARTER = 92 * 86400


def card_of(ws: Workspace) -> bytes:
    return contacts.own_card(ws).text.encode()


def test_a_card_goes_through_qr_codes_in_any_order(make: Make) -> None:
    card = contacts.own_card(make("Anna"))
    assert contacts.join_qr(list(reversed(card.qr))) == card.text.encode()


def test_both_sides_read_the_same_words_aloud(make: Make) -> None:
    anna, bao = make("Anna"), make("Bao")
    assert contacts.preview_card(bao, card_of(anna)).words == contacts.own_card(anna).words


def test_a_preview_keeps_nothing(make: Make) -> None:
    anna, bao = make("Anna"), make("Bao")
    assert contacts.preview_card(bao, card_of(anna)).standing == "new"
    assert contacts.contacts(bao) == ()


def test_ones_own_card_is_not_taken(ws: Workspace) -> None:
    preview = contacts.preview_card(ws, card_of(ws))
    with pytest.raises(Refused, match=r"card\.own"):
        contacts.add_card(ws, preview)


def test_an_older_card_never_replaces_a_newer_one(make: Make, clock: Clock) -> None:
    anna, bao = make("Anna"), make("Bao")
    older = card_of(anna)
    clock.tick()
    contacts.rename_own(anna, "Anna L.")
    contacts.add_card(bao, contacts.preview_card(bao, card_of(anna)))
    preview = contacts.preview_card(bao, older)
    assert preview.standing == "older"
    with pytest.raises(Refused, match=r"card\.older"):
        contacts.add_card(bao, preview)


def test_a_newer_card_replaces_and_marks_stay(make: Make, clock: Clock) -> None:
    anna, bao = make("Anna"), make("Bao")
    introduce(anna, bao)
    clock.tick()
    contacts.rename_own(anna, "Anna L.")
    newer = contacts.preview_card(bao, card_of(anna))
    contacts.add_card(bao, newer)
    (known,) = contacts.contacts(bao)
    assert (newer.standing, known.our_team, known.verified) == ("newer", True, True)


def test_a_renewed_card_never_changes_our_name_for_a_contact(make: Make, clock: Clock) -> None:
    anna, bao = make("Anna"), make("Bao")
    introduce(anna, bao)
    clock.tick()
    contacts.rename_own(anna, "Harbour Radio")
    contacts.add_card(bao, contacts.preview_card(bao, card_of(anna)))
    (known,) = contacts.contacts(bao)
    assert (known.name, known.calls_themselves) == ("Anna", "Harbour Radio")


def test_a_contact_can_be_given_a_name_of_ours_when_added(make: Make) -> None:
    anna, bao = make("Anna"), make("Bao")
    contacts.add_card(bao, contacts.preview_card(bao, card_of(anna)), name=" Anna from the harbour ")
    (known,) = contacts.contacts(bao)
    assert (known.name, known.calls_themselves) == ("Anna from the harbour", "Anna")


def test_the_same_name_with_another_key_needs_a_name_of_its_own(make: Make) -> None:
    anna, bao, other = make("Anna"), make("Bao"), make("other")
    contacts.rename_own(other, "Anna")
    introduce(anna, bao)
    preview = contacts.preview_card(bao, card_of(other))
    assert (preview.standing, preview.called) == ("changed_key", "")
    with pytest.raises(Refused, match=r"contact\.name_taken"):
        contacts.add_card(bao, preview)
    contacts.add_card(bao, preview, name="Anna?")
    assert [(known.name, known.verified) for known in contacts.contacts(bao)] == [("Anna", True), ("Anna?", False)]


def test_somebody_who_calls_themselves_as_a_contact_did_is_told_apart(make: Make) -> None:
    anna, bao, other = make("Anna"), make("Bao"), make("other")
    introduce(anna, bao)
    contacts.rename(bao, contacts.resolve_contact(bao, "Anna").id, "A. from the harbour")
    contacts.rename_own(other, "Anna")
    preview = contacts.preview_card(bao, card_of(other))
    assert (preview.standing, preview.called) == ("changed_key", "Anna")


SPACES = ["Anna  Li", "AnnaLi", "Anna\u00a0Li", "Anna\u3000Li", "Anna·Li", "Anna\u2800Li", "Anna\u3164 Li"]


@pytest.mark.parametrize("alike", ["anna li", "Ａｎｎａ Li", *SPACES])
def test_no_two_contacts_have_names_that_look_alike(make: Make, alike: str) -> None:
    anna, bao, other = make("Anna Li"), make("Bao"), make("other")
    introduce(anna, bao)
    contacts.add_card(bao, contacts.preview_card(bao, card_of(other)))
    with pytest.raises(Refused, match=r"contact\.name_taken"):
        contacts.rename(bao, contacts.resolve_contact(bao, "other").id, alike)


@pytest.mark.parametrize("name", ["", "  ", "\u3164", "An\u202ena", "x" * 201])
def test_a_contact_has_a_name_that_can_be_seen(make: Make, name: str) -> None:
    anna, bao = make("Anna"), make("Bao")
    introduce(anna, bao)
    with pytest.raises(Refused, match=r"card\.name"):
        contacts.rename(bao, contacts.resolve_contact(bao, "Anna").id, name)


@pytest.mark.parametrize("name", ["Rivers, Lamps", "Rivers、Lamps", "Rivers；Lamps", "Rivers,"])
def test_no_contact_has_a_name_that_a_consent_reads_as_several(make: Make, name: str) -> None:
    ws, other = make("Anna"), make("Bao")
    with pytest.raises(Refused, match=r"contact\.name_of_several"):
        contacts.add_card(ws, contacts.preview_card(ws, card_of(other)), name=name)


def test_whose_card_has_such_a_name_is_called_so_without_the_signs(make: Make) -> None:
    ws, other = make("Anna"), make("Bao")
    contacts.rename_own(other, "Rivers, Lamps")
    contacts.add_card(ws, contacts.preview_card(ws, card_of(other)))
    assert [one.name for one in contacts.contacts(ws)] == ["Rivers Lamps"]


def test_a_consent_to_a_contact_kept_under_such_a_name_before_is_none_to_half_of_it(make: Make) -> None:
    ws, other, third = make("Anna"), make("Bao"), make("Chen")
    contacts.add_card(ws, contacts.preview_card(ws, card_of(other)), name="Rivers")
    contacts.add_card(ws, contacts.preview_card(ws, card_of(third)))
    rivers, chen = sorted(ws.vault.contacts.every(), key=lambda one: one.name != "Rivers")
    ws.vault.contacts.keep(replace(chen, name="Rivers, Lamps"))
    assert [known_as(ws, one) for one in (rivers, replace(chen, name="Rivers, Lamps"))] == ["", ""]


def test_a_contact_may_be_renamed_to_the_same_name_spelt_otherwise(make: Make) -> None:
    anna, bao = make("Anna"), make("Bao")
    introduce(anna, bao)
    contacts.rename(bao, contacts.resolve_contact(bao, "Anna").id, "ANNA")
    assert [known.name for known in contacts.contacts(bao)] == ["ANNA"]


def test_a_name_like_the_fingerprint_of_another_contact_does_not_stand_for_them(make: Make) -> None:
    anna, bao, other = make("Anna"), make("Bao"), make("other")
    introduce(anna, bao)
    victim = contacts.resolve_contact(bao, "Anna").id
    contacts.add_card(bao, contacts.preview_card(bao, card_of(other)), name=victim[:16])
    with pytest.raises(Refused, match=r"contact\.ambiguous"):
        contacts.resolve_contact(bao, victim[:16])


def test_a_contact_is_found_by_name_and_by_the_beginning_of_the_fingerprint(make: Make) -> None:
    anna, bao = make("Anna"), make("Bao")
    introduce(anna, bao)
    known = contacts.resolve_contact(anna, "Bao")
    assert contacts.resolve_contact(anna, known.id[:8]) == known


@pytest.mark.parametrize("text", ["Nobody", "", "ffff"])
def test_an_unknown_contact_is_refused(ws: Workspace, text: str) -> None:
    with pytest.raises(Refused, match=r"contact\.unknown"):
        contacts.resolve_contact(ws, text)


def test_two_contacts_kept_under_one_name_before_are_told_apart_by_fingerprint(make: Make) -> None:
    anna, bao, other = make("Anna"), make("Bao"), make("other")
    for ws in (anna, other):
        contacts.add_card(bao, contacts.preview_card(bao, card_of(ws)))
    kept_as_before(bao, "other", "Anna")
    with pytest.raises(Refused, match=r"contact\.ambiguous"):
        contacts.resolve_contact(bao, "Anna")


def test_a_card_that_was_altered_is_damaged(make: Make) -> None:
    anna, bao = make("Anna"), make("Bao")
    altered = card_of(anna).replace(b'"Anna"', b'"Anne"')
    with pytest.raises(JiashuError, match=r"card\.signature"):
        contacts.preview_card(bao, altered)


@pytest.mark.parametrize("untrusted", [b"", b"{}", b"\xff\xfe", b"[" * 10_000, b"AGE-SECRET-KEY-1"])
def test_what_is_no_card_is_refused_or_damaged(ws: Workspace, untrusted: bytes) -> None:
    with pytest.raises(JiashuError):
        contacts.preview_card(ws, untrusted)


def test_somebody_with_age_alone_becomes_a_contact_by_their_recipient(ws: Workspace) -> None:
    recipient = X25519Identity.generate().recipient.text
    preview = contacts.preview_card(ws, f"# their key\n{recipient}\n".encode(), name="Lawyer")
    contacts.add_card(ws, preview)
    again = contacts.preview_card(ws, recipient.encode(), name="Lawyer")
    assert (preview.standing, again.standing, preview.name) == ("keys_only", "known", "Lawyer")


def test_the_card_can_be_shown_while_the_compartment_is_closed(ws: Workspace) -> None:
    before = contacts.own_card(ws)
    vaults.close_identities(ws)
    assert contacts.own_card(ws) == before


def test_a_vault_has_its_card_from_the_beginning(tmp_path: Path, clock: Clock, vocabularies: Vocabularies) -> None:
    """Identities with a passphrase of their own are open while the vault is made, and then perhaps for long not."""
    folder, own = tmp_path / "v", "four blue kettles sing"
    created = vaults.create_vault(folder, PASSPHRASE, clock=clock, work_factor=2, identity_passphrase=own)
    vaults.lock(created.vault)
    vault = vaults.unlock(folder, PASSPHRASE, clock=clock)
    assert not vault.compartment_open
    assert contacts.own_card(Workspace(vault, vocabularies, clock)).qr
    vaults.lock(vault)


def test_the_card_can_be_renamed_while_the_compartment_is_closed(ws: Workspace) -> None:
    vaults.close_identities(ws)
    contacts.rename_own(ws, "Anna L.")
    closed = contacts.own_card(ws)
    vaults.open_identities(ws)
    assert (closed.name, contacts.own_card(ws)) == ("Anna L.", closed)


def test_a_bare_key_has_no_words_to_compare(ws: Workspace) -> None:
    recipient = X25519Identity.generate().recipient.text
    preview = contacts.preview_card(ws, recipient.encode(), name="Lawyer")
    contacts.add_card(ws, preview)
    assert (preview.bare_key, contacts.resolve_contact(ws, "Lawyer").bare_key) == (True, True)


def test_a_card_is_no_bare_key(make: Make) -> None:
    anna, bao = make("Anna"), make("Bao")
    introduce(anna, bao)
    assert not contacts.resolve_contact(anna, "Bao").bare_key


def test_a_contact_is_found_by_their_key(ws: Workspace) -> None:
    recipient = X25519Identity.generate().recipient.text
    contacts.add_card(ws, contacts.preview_card(ws, recipient.encode(), name="Lawyer"))
    assert contacts.resolve_contact(ws, recipient.upper()).name == "Lawyer"


def test_a_key_nobody_has_is_said_to_be_one(ws: Workspace) -> None:
    with pytest.raises(Refused, match=r"contact\.bare_key"):
        contacts.resolve_contact(ws, X25519Identity.generate().recipient.text)


def test_a_card_says_until_when_it_holds(make: Make, clock: Clock) -> None:
    anna, bao = make("Anna"), make("Bao")
    introduce(anna, bao)
    (known,) = contacts.contacts(anna)
    assert known.expires is not None
    assert known.expires > clock.now + QUARTER - 86400
    clock.tick(3 * QUARTER)
    assert contacts.contacts(anna)[0].expires is None


def test_a_forgotten_contact_is_gone(make: Make) -> None:
    anna, bao = make("Anna"), make("Bao")
    introduce(anna, bao)
    contacts.forget(anna, contacts.resolve_contact(anna, "Bao").id)
    assert contacts.contacts(anna) == ()


def test_marks_can_be_set_and_taken_away(make: Make) -> None:
    anna, bao = make("Anna"), make("Bao")
    introduce(anna, bao, our_team=False)
    known = contacts.resolve_contact(anna, "Bao")
    contacts.mark(anna, known.id, our_team=True)
    assert contacts.resolve_contact(anna, "Bao").our_team
    contacts.mark(anna, known.id, our_team=False)
    assert not contacts.resolve_contact(anna, "Bao").our_team
