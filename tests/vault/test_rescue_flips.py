"""One bit flipped, in every page in turn: always noticed, what it hit is named, all else is rescued."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.crypto.page_cipher import PAGE
from desktop.errors import Damaged
from desktop.vault.rescue.anew import Rescue
from desktop.vault.rescue.keys import Way
from desktop.vault.vault import Vault
from tests.conftest import Clock
from tests.proof.extent import chosen
from tests.proof.recording import Tally
from tests.vault.desk import PASSPHRASE, Desk

SAMPLE = 3


@dataclass(frozen=True)
class Scene:
    """A vault whose rows fill many pages, some of them several. words: by testimony; wordings: revisions in all."""

    place: Path
    words: dict[str, str]
    bare: Path


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Locked, and beside it a folder with all but the database."""
    desk = Desk.fresh(tmp_path_factory.mktemp("scene") / "vault")
    words = {}
    for number in range(24):
        told = f"Testimony {number}. " * (1 + 29 * number)
        words[desk.testimony(told)] = told
    for number in range(6):
        desk.person(f"Name {number}")
    desk.lock()
    return Scene(desk.place, words, desk.place)


def pages(scene: Scene) -> list[int]:
    """Every page, or a few by chance."""
    every = range(1, (scene.place / "a.db").stat().st_size // PAGE + 1)
    return chosen(every, SAMPLE)


def flip(path: Path, page: int) -> None:
    """One bit of it, anywhere."""
    place = (page - 1) * PAGE + random.randrange(PAGE)
    with path.open("r+b") as file:
        file.seek(place)
        (byte,) = file.read(1)
        file.seek(place)
        file.write(bytes([byte ^ 1 << random.randrange(8)]))


def noticed(place: Path) -> bool:
    """Whether unlocking or checking says so."""
    try:
        vault = Vault.unlock(place, PASSPHRASE, clock=Clock())
    except Damaged:
        return True
    try:
        return not vault.verify().sound
    finally:
        vault.lock()


@pytest.mark.fault(5)
def test_fault_05_a_flipped_bit_is_noticed_and_all_it_did_not_hit_is_rescued(
    scene: Scene, tmp_path: Path, tally: Tally
) -> None:
    for page in pages(scene):
        damaged, new = tmp_path / f"damaged {page}", tmp_path / f"new {page}"
        shutil.copytree(scene.place, damaged)
        flip(damaged / "a.db", page)
        before = (damaged / "a.db").read_bytes()
        with Rescue(damaged, new, Way(passphrase=PASSPHRASE), clock=Clock()) as rescue:
            list(rescue.read())
            rescue.begin()
            report = rescue.fill()
        assert (damaged / "a.db").read_bytes() == before
        seen = noticed(damaged)
        told = {loss.record for loss in (*report.part, *report.lost)}
        here = wordings(new, scene)
        unnamed = [record for record, said in scene.words.items() if here.get(record) != said and record not in told]
        tally(5, flips=1, records_rescued=report.whole, records_named_as_damaged=len(told), lost=len(unnamed))
        assert seen, page
        assert unnamed == [], page
        assert sum(damaged_pages for _, damaged_pages, _ in report.pages.values()) == 1
        assert report.wrong == ()
        shutil.rmtree(damaged)
        shutil.rmtree(new)


def wordings(place: Path, scene: Scene) -> dict[str, str]:
    """The testimonies as the rescued vault has them."""
    vault = Vault.unlock(place, PASSPHRASE, clock=Clock())
    try:
        desk = Desk(place, Clock(), vault)
        return {record: "".join(desk.words_of(record)) for record in scene.words if vault.kind_of(record)}
    finally:
        vault.lock()
