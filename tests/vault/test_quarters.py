"""Contact keys over the years: a new pair each quarter, old secret keys gone a year after their end."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from desktop.errors import Damaged
from desktop.vault import quarters, slots, system
from desktop.vault.quarters import DatedPair
from tests.conftest import Clock
from tests.vault.desk import Desk, fails
from tests.vault.killing import killed_before

DAY = 86_400
QUARTER = 92 * DAY
YEAR = 366 * DAY
START = 1_750_000_000


def starts(pairs: tuple[DatedPair, ...]) -> list[int]:
    return [pair.since for pair in pairs]


def on_disk(desk: Desk, slot: str = slots.CONTACT) -> tuple[DatedPair, ...]:
    """The pairs as the slot holds them."""
    plain = slots.open_slot(desk.place, slot, desk.vault._opened.ring.identities)
    assert plain is not None
    return quarters.parse(plain, slot)


def test_ten_years_of_quarters_keep_every_key_a_year_after_its_end_and_none_longer() -> None:
    made: dict[int, DatedPair] = {}
    pairs: tuple[DatedPair, ...] = ()
    for month in range(122):
        now = START + month * 30 * DAY
        pairs = quarters.renewed(pairs, now)
        made.update((pair.since, pair) for pair in pairs)
        assert set(starts(pairs)) == {since for since, pair in made.items() if pair.until + YEAR > now}
        assert all(pair == made[pair.since] for pair in pairs)
    assert len(made) == 41
    assert len(pairs) <= quarters.KEPT + 1  # the day after a quarter begins, the one that ends then is there still


def test_a_slot_of_ten_years_is_far_from_its_limit(desk: Desk) -> None:
    for _ in range(40):
        desk.clock.tick(QUARTER)
        desk.vault._opened.contact_pairs = quarters.renewed(desk.vault.contact_pairs, desk.clock.now)
    assert len(quarters.text(desk.vault.contact_pairs)) < slots.LIMIT / 100


@pytest.mark.parametrize("wrong", [-(40 * YEAR), -YEAR, YEAR, 40 * YEAR, 10**12])
def test_a_clock_that_jumps_and_comes_back_costs_no_key_in_use(desk: Desk, wrong: int) -> None:
    for _ in range(4):
        desk.clock.tick(QUARTER)
        desk.reopen()
    before = {pair.since: pair.hybrid.text for pair in desk.vault.contact_pairs}
    right = desk.clock.now
    desk.clock.now = right + wrong
    desk.reopen()
    desk.clock.now = right
    desk.reopen()
    after = {pair.since: pair.hybrid.text for pair in desk.vault.contact_pairs}
    assert {since: after.get(since) for since in before} == before


def test_a_clock_that_jumps_about_at_every_unlocking_keeps_the_keys_of_today() -> None:
    chance = random.Random(7)
    pairs = quarters.renewed((), START)
    (mine,) = pairs
    for _ in range(50):
        pairs = quarters.renewed(pairs, START + chance.choice((-1, 0, 1)) * chance.randrange(YEAR))
    assert mine in pairs
    assert starts(pairs) == sorted(set(starts(pairs)), reverse=True)


def test_going_back_within_a_quarter_makes_no_second_pair(desk: Desk) -> None:
    before = starts(desk.vault.contact_pairs)
    desk.clock.now = before[0] + 5
    assert starts(desk.reopen().contact_pairs) == before


@pytest.mark.fault(4)
@pytest.mark.parametrize("fails_at", ["flush", "sync_folder"])
@pytest.mark.parametrize("slot", [slots.CONTACT, slots.CONTACT_IDENTITIES])
def test_fault_04_a_new_quarter_whose_keys_cannot_be_written_leaves_the_old_ones_and_is_tried_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, fails_at: str, slot: str
) -> None:
    desk.lock()
    before = (desk.place / slot).read_bytes()
    desk.clock.tick(QUARTER)

    def fail(*_: object) -> None:
        raise OSError(5, "failed")

    def broken(folder: Path, name: str, *rest: object, **more: object) -> None:
        if name != slot:
            write(folder, name, *rest, **more)  # type: ignore[arg-type]
            return
        with monkeypatch.context() as during:
            during.setattr(system, fails_at, fail)
            write(folder, name, *rest, **more)  # type: ignore[arg-type]

    write = slots.write
    monkeypatch.setattr(slots, "write", broken)
    used = desk.unlock().contact_pairs if slot == slots.CONTACT else desk.unlock().identity_pairs
    (key,) = [pair.hybrid.recipient for pair in used]
    assert fails_at == "sync_folder" or (desk.place / slot).read_bytes() == before
    monkeypatch.undo()
    vault = desk.reopen()
    again = vault.contact_pairs if slot == slots.CONTACT else vault.identity_pairs
    assert (len(again), again[-1].hybrid.recipient) == (2, key)


def test_no_key_is_given_out_that_is_not_on_the_disk(desk: Desk) -> None:
    for _ in range(3):
        desk.clock.tick(QUARTER)
        desk.reopen()
        assert quarters.text(on_disk(desk)) == quarters.text(desk.vault.contact_pairs)


def test_what_is_not_a_pair_a_day_and_two_keys_is_a_damaged_slot(clock: Clock) -> None:
    whole = quarters.text(quarters.renewed((), clock.now)).decode()
    for broken in ("", whole[:-80], whole.replace("-PQ-", "-"), f"{whole}# 2025-99-01 x\n"):
        with fails(Damaged, "vault.key_slot"):
            quarters.parse(broken.encode(), "k5")


@pytest.mark.fault(1)
def test_fault_01_killed_at_any_call_while_a_quarters_keys_are_made_none_of_the_old_ones_is_lost(desk: Desk) -> None:
    desk.lock()
    first = desk.unlock().contact_pairs[0].hybrid.text
    desk.lock()
    before = {path.name: path.read_bytes() for path in desk.place.iterdir() if path.is_file()}
    desk.clock.tick(QUARTER)
    calls = 0
    while killed_before(calls, desk.unlock):
        calls += 1
        vault = desk.unlock()
        for pairs in (vault.contact_pairs, vault.identity_pairs):
            assert len(pairs) == 2
        assert vault.contact_pairs[-1].hybrid.text == first
        assert quarters.text(on_disk(desk)) == quarters.text(vault.contact_pairs)
        desk.lock()
        for path in desk.place.iterdir():
            if path.is_file():
                path.unlink()
        for name, content in before.items():
            (desk.place / name).write_bytes(content)
    assert calls >= 6  # two slots, each flushed, renamed, and its folder flushed
