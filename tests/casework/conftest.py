"""Real vaults in temporary folders, with cheap passphrases and invented people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest

from desktop import places
from desktop.casework import contacts, quick, vaults
from desktop.casework.people import Pick
from desktop.casework.quick import QuickTestimony
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.vocabulary import Vocabularies
from desktop.errors import Refused
from tests.conftest import Clock
from tests.shelf import Shelf

PASSPHRASE = "a lamp under seven willows"
WORK_FACTOR = 2


class Make(Protocol):
    """Makes a vault called so and opens it; most are copies of one made before. tell: with the small case in it."""

    def __call__(self, name: str, identity_passphrase: str | None = None, *, tell: bool = False) -> Workspace: ...


class Case:
    """A small case: a mother tells about her son, the defender."""

    def __init__(self, ws: Workspace, case: str, testimony: str, mother: str, son: str) -> None:
        self.ws = ws
        self.id = case
        self.testimony = testimony
        self.mother = mother
        self.son = son

    @classmethod
    def of(cls, ws: Workspace, testimony: str) -> Case:
        """The case of her testimony."""
        nested: JSON = ws.vault.state(testimony).nested()
        (about,) = nested["about"].values()
        return cls(ws, nested["case"], testimony, nested["speaker"], about["person"])


@pytest.fixture(scope="session")
def vocabularies() -> Vocabularies:
    return Vocabularies.from_tables(places.read_tables())


def kept(folder: Path, vocabularies: Vocabularies, tell: bool) -> None:
    """A vault called like its folder, locked. tell: with the small case in it."""
    clock = Clock()
    ws = Workspace(
        vaults.create_vault(folder, PASSPHRASE, clock=clock, work_factor=WORK_FACTOR).vault, vocabularies, clock
    )
    contacts.rename_own(ws, folder.name)
    if tell:
        told(ws)
    vaults.lock(ws.vault)


@pytest.fixture
def make(tmp_path: Path, clock: Clock, vocabularies: Vocabularies, shelf: Shelf) -> Iterator[Make]:
    opened: list[Workspace] = []

    def made(name: str, identity_passphrase: str | None = None, *, tell: bool = False) -> Workspace:
        folder = tmp_path / name
        if identity_passphrase is None and clock.now == Clock().now:
            shelf.copied(f"{name} {tell}", folder, lambda place: kept(place, vocabularies, tell))
            ws = Workspace(vaults.unlock(folder, PASSPHRASE, clock=clock), vocabularies, clock)
            opened.append(ws)
            return ws
        created = vaults.create_vault(
            folder, PASSPHRASE, clock=clock, work_factor=WORK_FACTOR, identity_passphrase=identity_passphrase
        )
        ws = Workspace(created.vault, vocabularies, clock)
        opened.append(ws)
        contacts.rename_own(ws, name)
        if tell:
            told(ws)
        return ws

    yield made
    for ws in opened:
        with suppress(Refused):  # the test itself locked it
            vaults.lock(ws.vault)


@pytest.fixture
def ws(make: Make, request: pytest.FixtureRequest) -> Workspace:
    return make("Anna", tell="telling" in request.fixturenames)


@pytest.fixture
def telling() -> None:
    """Asked for by `case` alone: the vault is one that has the small case already."""


@pytest.fixture
def case(ws: Workspace, telling: None) -> Case:
    (testimony,) = ws.vault.rows("testimony")
    return Case.of(ws, testimony.id)


@pytest.fixture
def bao(make: Make, ws: Workspace) -> Workspace:
    """A colleague of our team, cards exchanged."""
    other = make("Bao")
    introduce(ws, other)
    return other


@pytest.fixture
def partner(make: Make, ws: Workspace) -> Workspace:
    """Somebody of another organisation, cards exchanged."""
    other = make("Partner")
    introduce(ws, other, our_team=False)
    return other


def told(ws: Workspace) -> Case:
    """The small case, recorded in `ws`."""
    changes = quick.record_testimony(
        ws,
        QuickTestimony(
            text="他们半夜来，把电停了。",
            language="zh-Hans",
            speaker=Pick(text="林秀兰"),
            about=(Pick(text="林远（林小舟）"),),
            case=Pick(text="A letter writer"),
            consent="our_team",
        ),
    )
    testimony = quick.testimony_of(ws, changes)
    assert testimony is not None
    return Case.of(ws, testimony)


def introduce(first: Workspace, second: Workspace, *, our_team: bool = True) -> None:
    """Each takes the other's card."""
    for ws, other in ((first, second), (second, first)):
        preview = contacts.preview_card(ws, contacts.current_card(other).encode())
        contacts.add_card(ws, preview, our_team=our_team, verified=True)


def kept_as_before(ws: Workspace, called: str, name: str) -> None:
    """A contact under a name another has, as older programs kept them."""
    kept = contacts.kept_contact(ws, contacts.resolve_contact(ws, called).id)
    ws.vault.contacts.keep(replace(kept, name=name))
