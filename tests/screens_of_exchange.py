"""The screens that need a colleague with a vault of their own: cards, packages, contradictions; and a table."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from desktop import places
from desktop.casework import contacts, handoff, receive, records, vaults
from desktop.casework.handoff import Handoff
from desktop.casework.workspace import Workspace
from desktop.domain.vocabulary import Vocabularies
from desktop.ui.exchange.add_card_page import CardWays
from desktop.ui.exchange.handover_form import HandoverForm
from desktop.ui.exchange.own_card import OwnCardPanel
from desktop.ui.exchange.receive_page import ReceiveStart
from desktop.ui.keeping.import_page import ImportStart
from desktop.ui.keeping.verify_page import VerifyStart
from desktop.ui.place import Place
from desktop.ui.window import Window

Q = TypeVar("Q", bound=QObject)
T = TypeVar("T")
PURPOSE = "For the submission to the Working Group"
TABLE = """Name,Gender,Date of Birth,Date of Death,Place,Sentence,Source
沈月（小沈）,female,1954-02-29,,遂宁,2015-07-09,https://example.org/1
韩松,male,1968-10-02,,长春,life,https://example.org/2
林清河,unknown,19812,2017-07-13,石家庄,2019-12,https://example.org/3
,male,1971,,西安,,https://example.org/4
"""


class Studio(Protocol):
    """What takes the pictures (`tests.screenshots`)."""

    window: Window

    def ask(self, action: Callable[[Workspace], T]) -> T: ...
    def show(self, name: str, place: Place) -> None: ...
    def quiet(self) -> None: ...
    def take(self, name: str) -> None: ...


@dataclass(frozen=True)
class Exchange:
    """What there is to look at. card: of somebody not known yet. back: the case as the colleague hands it back."""

    case: str
    testimony: str
    colleague: str
    card: str
    back: Path
    table: Path


def prepare(studio: Studio, case: str, testimony: str, folder: Path, *, ending: str = "") -> Exchange:
    """A colleague takes the case, changes it, and hands it back; meanwhile it is changed here too.

    ending: what every title, name and purpose ends in.
    """
    ben, clara = _vault(folder / "ben", f"Ben Oduya{ending}"), _vault(folder / "clara", f"Clara 王{ending}")
    bens, claras = (contacts.own_card(ws).text for ws in (ben, clara))
    out, back, table = folder / "out.age", folder / "back.age", folder / "table.csv"
    table.write_text(TABLE, encoding="utf-8")

    def hand_over(ws: Workspace) -> str:
        contacts.rename_own(ws, "Anna Weber")
        contacts.add_card(ws, contacts.preview_card(ws, bens.encode()), our_team=True, verified=True)
        contacts.add_card(ws, contacts.preview_card(ws, claras.encode()))
        to = contacts.resolve_contact(ws, f"Ben Oduya{ending}").id
        handoff.hand_off(ws, handoff.preview_handoff(ws, Handoff(case, "transfer", (to,))), out)
        records.edit(ws, case, {"title": f"七月案：一家人{ending}"})
        return contacts.own_card(ws).text

    anna = studio.ask(hand_over)
    contacts.add_card(ben, contacts.preview_card(ben, anna.encode()), our_team=True, verified=True)
    receive.receive(ben, receive.preview_package(ben, out))
    records.edit(ben, case, {"title": f"七月案（韩松）{ending}"})
    to = contacts.resolve_contact(ben, "Anna Weber").id
    wanted = Handoff(case, "transfer", (to,), purpose=PURPOSE + ending)
    handoff.hand_off(ben, handoff.preview_handoff(ben, wanted), folder / "first.age")
    records.delete(ben, testimony)
    handoff.hand_off(ben, handoff.preview_handoff(ben, wanted), back)
    stranger = _vault(folder / "dan", f"Dan Novák{ending}")
    card = contacts.own_card(stranger).text
    colleague = contacts.own_card(ben).fingerprint
    for ws in (ben, clara, stranger):
        vaults.lock(ws.vault)
    return Exchange(case, testimony, colleague, card, back, table)


def exchange(studio: Studio, made: Exchange) -> None:
    """Before anything of what came back is taken in."""
    studio.show("search-hits", Place("search", given=(("words", "学校"),)))
    studio.take("search-hits")
    studio.show("contact", Place("contacts", made.colleague))
    studio.show("contacts-codes", Place("contacts"))
    button = next(one for one in _find(studio, OwnCardPanel).findChildren(QPushButton) if one.isCheckable())
    button.click()
    studio.take("contacts-codes")
    studio.show("card", Place("contacts/add"))
    _find(studio, CardWays).text_given.emit(made.card)
    _taken(studio, "card")
    studio.show("handoff-form", Place("handoff", made.case, "case"))
    for name, wanted in (
        ("handoff-preview", Handoff(made.case, "transfer", (made.colleague,), purpose=PURPOSE)),
        ("handoff-passphrase", Handoff(made.case, "redacted", purpose=PURPOSE)),
    ):
        studio.show(name, Place("handoff", made.case, "case"))
        _find(studio, HandoverForm).wanted.emit(wanted)
        _taken(studio, name)
    studio.show("receive-preview", Place("receive"))
    _find(studio, ReceiveStart).chosen.emit(made.back)
    _taken(studio, "receive-preview")
    studio.show("import-preview", Place("import"))
    _find(studio, ImportStart).chosen.emit(made.table, "person")
    _taken(studio, "import-preview")
    studio.show("verified", Place("verify"))
    _find(studio, VerifyStart).wanted.emit()
    _taken(studio, "verified")


def take_in(studio: Studio, made: Exchange) -> None:
    """Take in what came back: the title contradicts itself from now on."""
    studio.ask(lambda ws: receive.receive(ws, receive.preview_package(ws, made.back)))


def contradictions(studio: Studio, made: Exchange) -> None:
    """After it was taken in."""
    studio.show("conflicts-open", Place("conflicts"))
    studio.show("history-long", Place("history", made.case, "case"))
    studio.show("erase-testimony", Place("erase", made.testimony, "testimony"))


def _find(studio: Studio, kind: type[Q]) -> Q:
    found = studio.window.findChild(kind)
    assert isinstance(found, kind)
    return found


def _taken(studio: Studio, name: str) -> None:
    studio.quiet()
    studio.take(name)


def _vault(folder: Path, name: str) -> Workspace:
    def now() -> int:
        return int(time.time())

    vault = vaults.create_vault(folder, "nine old bridges over rivers", clock=now, work_factor=2).vault
    ws = Workspace(vault, Vocabularies.from_tables(places.read_tables()), now)
    contacts.rename_own(ws, name)
    return ws
