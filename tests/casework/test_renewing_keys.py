"""Renewing the keys: said beforehand, done step by step, and colleagues are given new keys for packages."""

from __future__ import annotations

import pytest

from desktop.casework import contacts, records, renewing_keys, vaults
from desktop.casework.workspace import Workspace
from desktop.errors import Refused
from tests.casework.conftest import PASSPHRASE, Case, Make, introduce
from tests.casework.exchange import handed, received
from tests.conftest import Clock


def renewed(ws: Workspace) -> None:
    renewing_keys.do(ws, PASSPHRASE)
    step = renewing_keys.begin(ws)
    while step and step():
        pass


def test_nothing_is_to_be_gone_on_with_before_it_is_begun_and_after_it_is_done(ws: Workspace) -> None:
    assert renewing_keys.begin(ws) is None
    renewed(ws)
    assert renewing_keys.begin(ws) is None
    assert renewing_keys.left(ws) is None


def test_it_is_offered_while_the_identities_are_closed_and_they_follow(ws: Workspace) -> None:
    vaults.close_identities(ws)
    assert not renewing_keys.preview(ws).identities
    renewed(ws)
    assert renewing_keys.left(ws) == renewing_keys.KeysLeft(0, 0, identities=True, once_more=False)
    vaults.open_identities(ws)
    step = renewing_keys.begin(ws)
    while step and step():
        pass
    assert renewing_keys.left(ws) is None


def test_it_is_not_begun_once_more_before_it_is_done(ws: Workspace) -> None:
    renewing_keys.do(ws, PASSPHRASE)
    with pytest.raises(Refused, match=r"vault\.keys_under_way"):
        renewing_keys.preview(ws)


def test_what_is_left_is_told_until_it_is_done(ws: Workspace) -> None:
    renewing_keys.do(ws, PASSPHRASE)
    assert renewing_keys.left(ws) == renewing_keys.KeysLeft(0, 0, identities=False, once_more=False)


def test_the_card_has_new_keys_for_packages(ws: Workspace, make: Make) -> None:
    before = contacts.current_card(ws).periods
    renewed(ws)
    after = contacts.current_card(ws).periods
    assert [period.since for period in after] == [period.since for period in before]
    assert not {period.package for period in after} & {period.package for period in before}
    assert not {period.identities for period in after} & {period.identities for period in before}


def test_a_package_for_the_old_card_still_opens(ws: Workspace, case: Case, make: Make, clock: Clock) -> None:
    bao = make("Bao")
    introduce(ws, bao)
    file = handed(ws, case.id, "Bao")
    renewed(bao)
    received(bao, file)
    assert records.show(bao, case.mother).title
