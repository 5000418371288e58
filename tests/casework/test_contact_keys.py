"""Contact keys by quarter, as colleagues meet them: an older card still serves, one long over is told plainly."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.casework import contacts, vaults
from desktop.casework.workspace import Workspace
from desktop.errors import Hindered, Refused
from desktop.messages import Messages
from desktop.places import resources
from desktop.vault import slots
from tests.casework.conftest import PASSPHRASE, Make, introduce, told
from tests.casework.exchange import arriving, handed
from tests.conftest import Clock

QUARTER = 92 * 86_400


def next_quarter(ws: Workspace, clock: Clock, count: int = 1) -> Workspace:
    """The same vault, opened once in each of so many quarters."""
    folder = ws.vault.folder
    vault = ws.vault
    for _ in range(count):
        vaults.lock(vault)
        clock.tick(QUARTER)
        vault = vaults.unlock(folder, PASSPHRASE, clock=clock)
    return Workspace(vault, ws.vocabularies, clock)


@pytest.fixture
def two(make: Make) -> tuple[Workspace, Workspace]:
    """Anna and Bao, who have each other's cards of today."""
    anna, bao = make("Anna"), make("Bao")
    introduce(anna, bao)
    return anna, bao


def test_a_package_sealed_to_last_quarters_card_opens(two: tuple[Workspace, Workspace], clock: Clock) -> None:
    anna, bao = two
    before = contacts.current_card(bao).periods
    bao = next_quarter(bao, clock)
    assert contacts.current_card(bao).periods != before
    assert arriving(bao, handed(anna, told(anna).id, "Bao")).arriving
    vaults.lock(bao.vault)


def test_a_package_opens_for_a_year_after_its_card_was_over_and_no_longer(
    two: tuple[Workspace, Workspace], clock: Clock
) -> None:
    anna, bao = two
    file = handed(anna, told(anna).id, "Bao")
    bao = next_quarter(bao, clock, 5)
    assert arriving(bao, file).arriving
    bao = next_quarter(bao, clock, 2)
    assert code_of(bao, file) == "package.other_keys"
    vaults.lock(bao.vault)


def code_of(ws: Workspace, file: Path) -> str:
    with pytest.raises(Refused) as refusal:
        arriving(ws, file)
    return refusal.value.code


@pytest.mark.parametrize(("language", "words"), [("en", "made for somebody else"), ("zh_Hans", "给别人的")])
def test_that_the_keys_of_a_package_are_gone_is_told_in_plain_words(language: str, words: str) -> None:
    assert words in Messages.load(resources() / "messages", language).explain(Refused("package.other_keys")).what


def test_the_own_card_says_until_when_it_counts(two: tuple[Workspace, Workspace], clock: Clock) -> None:
    anna, _ = two
    card = contacts.own_card(anna)
    assert clock.now + QUARTER / 2 < card.until < clock.now + 2.5 * QUARTER
    assert contacts.own_card(next_quarter(anna, clock)).until > card.until


def test_a_wrong_date_does_not_make_the_own_card_count_for_years(
    two: tuple[Workspace, Workspace], clock: Clock
) -> None:
    anna, _ = two
    until = contacts.own_card(anna).until
    clock.now += 20 * 4 * QUARTER
    anna = next_quarter(anna, clock)
    clock.now -= (20 * 4 + 1) * QUARTER
    assert contacts.own_card(anna).until == until


def test_keys_that_a_full_disk_kept_from_being_made_are_made_once_there_is_room(
    two: tuple[Workspace, Workspace], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, _ = two

    def full(*_: object) -> None:
        raise Hindered("disk.full", needed=1)

    clock.tick(4 * QUARTER)
    with monkeypatch.context() as during:
        during.setattr(slots, "write", full)
        anna = next_quarter(anna, clock)
        with pytest.raises(Hindered, match=r"disk\.full"):
            contacts.current_card(anna)
    assert contacts.current_card(anna).periods[0].until > clock.now
    vaults.lock(anna.vault)
