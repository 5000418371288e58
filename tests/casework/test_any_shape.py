"""Whatever a colleague's program signs, everything here goes on: shown, listed, found, handed on, erased."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.casework import (
    conflicts,
    consent,
    contacts,
    erase,
    evidence,
    export,
    family,
    find,
    reading,
    records,
    reports,
    submission,
    timeline,
    vaults,
    verify,
    withdrawal,
)
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.declaration import FieldDecl
from desktop.domain.registry import KINDS
from desktop.domain.vocabulary import Vocabularies
from desktop.errors import JiashuError
from tests.casework.conftest import PASSPHRASE, Make, introduce
from tests.casework.exchange import handed, preview, received
from tests.casework.forging import forged, packed
from tests.conftest import SLOW_IS_FINE, Clock
from tests.shelf import Shelf

ITEM = "0" * 31 + "1"
MEMBERS = ("absent", "edtf", "words", "calendar", "code", "order", "person", "scope", "state", "*")
ODD: tuple[JSON, ...] = (
    "v",
    "",
    5,
    -1,
    2**53 - 1,
    True,
    "Z" * 64,
    "g" * 64,
    "0" * 63,
    "a" * 64,
    "⟦",
    "⟦⟧",
    f"⟦{'a' * 64}·{'g' * 32}⟧",
    "\x00\x1b[31m",
    "王小明",
    [],
    {},
    ["x"],
    [[1]],
    {"a": "b"},
    {"absent": "zz"},
    {"absent": 5},
    {"absent": {}},
    {"absent": "unknown", "x": 1},
    {ITEM: {"code": 1}},
    {ITEM: 5},
    [{"absent": None, ITEM: None}],
    {"edtf": "junk", "words": 5, "calendar": ["x"]},
    {"edtf": "9999999999", "words": "x"},
    {"edtf": "2020-01-01/..", "words": None},
    {"edtf": "[2020-01..]"},
    {"edtf": ["2020"], "words": {"a": 1}},
)


FORMS = ("SP_SUBMISSION", "WGAD_QUESTIONNAIRE", "SANCTIONS_DOSSIER")
TABLES = ("takeaways", "norms", "agencies", "advocacy", "sent", "deadlines")


def paths_of(fields: Mapping[str, FieldDecl], prefix: str = "") -> Iterator[str]:
    """Every path of a kind, and some it does not have."""
    for name, field in fields.items():
        yield prefix + name
        if field.items:
            yield from paths_of(field.items, f"{prefix}{name}/{ITEM}/")
            yield from (f"{prefix}{name}/{ITEM}/{more}" for more in ("order", "*", "invented"))


def paths_in(kind: str) -> tuple[str, ...]:
    """The same of a kind, with what every record has."""
    return (*paths_of(KINDS[kind].fields), "*", "invented", f"invented/{ITEM}/code")


def pointing(kind: str, case: str, person: str) -> dict[str, JSON]:
    """What makes a record of a kind part of the case."""
    fields = KINDS[kind].fields
    into = {"case": case, "of": case, "person": person}
    return {name: target for name, target in into.items() if name in fields}


def use(ws: Workspace, case: str, every: Sequence[str]) -> None:
    """All that is done with records, by hand and by the program."""
    for record in every:
        shown = records.show(ws, record)
        reading.facts(ws, shown.kind, shown.nested)
        timeline.history(ws, record)
        for action in (
            evidence.describe,
            consent.consents_of,
            withdrawal.preview_withdrawal,
            withdrawal.withdrawn_since,
        ):
            refused_at_most(action, ws, record)
        refused_at_most(records.edit, ws, record, {"notes": [{"text": "seen"}]})
    for record in every[::5]:  # each reads the whole vault
        refused_at_most(erase.preview_erase, ws, record)
    for kind in KINDS:
        records.list_records(ws, kind, limit=1000, deleted=True)
        records.list_records(ws, kind, text="v", referring_to=case)
    for words in ("v", "王小明"):
        find.search(ws, words)
    family.case_page(ws, case)
    conflicts.open_conflicts(ws)
    for mode, to in (("transfer", "Bao"), ("redacted", "Office")):
        handed(ws, case, to, mode)
    export.export_all(ws, ws.vault.folder.parent / secrets.token_hex(8))
    submitted(ws, case)
    assert verify.verify(ws).sound


def submitted(ws: Workspace, case: str) -> None:
    """Forms about everybody and everything in a case, and tables of all there is."""
    people, acts = (ws.vault.rows(kind, limit=1000) for kind in ("person", "act"))
    for form in FORMS:
        fields = {"people": [{"person": one.id} for one in people], "acts": [{"act": one.id} for one in acts]}
        some = {name: listed for name, listed in fields.items() if listed}
        records.add(ws, "submission", [{"form": form, "case": case, **some}])
    for row in ws.vault.rows("submission", limit=1000):
        refused_at_most(submission.preview, ws, row.id)
    for report in TABLES:
        reports.table(ws, report, for_others=reports.REPORTS[report].counts)


def refused_at_most(action: Callable[..., object], *arguments: object) -> None:
    """Done, or a sentence for people; anything else is our bug."""
    with suppress(JiashuError):
        action(*arguments)


class Sent:
    """A case that somebody's program sends, with records of any shape in it."""

    def __init__(self, sender: Workspace) -> None:
        self.sender = sender
        person = forged(sender, "person", {"counting_unit": "individual"})
        case = forged(sender, "case", {"title": "T", f"defenders/{ITEM}/person": person.revision.id})
        self.person, self.case = person.revision.id, case.revision.id
        self.every = [person, case]

    def add(self, kind: str, body: Mapping[str, JSON], *, within: bool = True) -> str:
        """Another record. within: it is made part of the case, so that it goes where the case goes."""
        inside = pointing(kind, self.case, self.person) if within else {}
        self.every.append(forged(self.sender, kind, {**body, **inside}))
        return self.every[-1].revision.id

    def received_and_used(self, ws: Workspace) -> None:
        received(ws, packed(self.sender, ws, self.every))
        use(ws, self.case, [one.revision.id for one in self.every])


def acquainted(ws: Workspace, bao: Workspace, office: Workspace) -> tuple[Workspace, Workspace, Workspace]:
    """A colleague of our team, and an office outside it."""
    for other, name in ((bao, "Bao"), (office, "Office")):
        contacts.rename_own(other, name)
        introduce(ws, other, our_team=other is bao)
    return ws, bao, office


NAMES = ("Anna", "Bao", "Office")


def three(make: Make, folder: Path) -> None:
    """Their vaults, locked; folder: where they come to lie together."""
    every = acquainted(*(make(name) for name in NAMES))
    folder.mkdir()
    for one in every:
        place = one.vault.folder
        vaults.lock(one.vault)
        place.rename(folder / place.name)


@pytest.fixture
def opened(
    make: Make, tmp_path: Path, clock: Clock, vocabularies: Vocabularies, shelf: Shelf
) -> Callable[[], AbstractContextManager[list[Workspace]]]:
    """The three of them, each time as they were when they had just met."""

    @contextmanager
    def fresh() -> Iterator[list[Workspace]]:
        folder = shelf.copied("three acquainted", tmp_path / secrets.token_hex(4), lambda place: three(make, place))
        every = [
            Workspace(vaults.unlock(folder / name, PASSPHRASE, clock=clock), vocabularies, clock) for name in NAMES
        ]
        yield every
        for one in every:
            vaults.lock(one.vault)
        shutil.rmtree(folder)

    return fresh


@pytest.fixture
def acquaintances(opened: Callable[[], AbstractContextManager[list[Workspace]]]) -> Iterator[list[Workspace]]:
    with opened() as every:
        yield every


@pytest.fixture
def ws(acquaintances: list[Workspace]) -> Workspace:
    return acquaintances[0]


@pytest.fixture
def bao(acquaintances: list[Workspace]) -> Workspace:
    """The colleague."""
    return acquaintances[1]


AT_ONCE = 7
"""Vaults for all kinds: what is done with a whole vault is done that often."""


@pytest.mark.parametrize("part", range(AT_ONCE))
def test_no_value_of_any_kind_stops_anything(ws: Workspace, bao: Workspace, part: int) -> None:
    sent = Sent(bao)
    for kind in sorted(KINDS)[part::AT_ONCE]:
        for odd in ODD:
            sent.add(kind, dict.fromkeys(paths_in(kind), odd))
    sent.received_and_used(ws)


def test_a_reference_to_nothing_leaves_the_record_and_its_case_as_usable_as_before(
    ws: Workspace, bao: Workspace
) -> None:
    sent = Sent(bao)
    act = sent.add("act", {"victim": "v", "narrative": "x"})
    received(ws, packed(bao, ws, sent.every))
    assert records.show(ws, act).nested["victim"] == "v"
    assert [fact.text for fact in reading.facts(ws, "act", {"victim": "v"})] == ["v"]
    assert len(timeline.history(ws, act)) == 1
    assert act in {leaving.record for leaving in preview(ws, sent.case, "Bao").leaving}
    assert family.case_page(ws, sent.case).acts[0].victim == "v"
    erase.erase(ws, erase.preview_erase(ws, sent.case))
    assert records.show(ws, sent.case).erased


WHOLE_NUMBERS = st.integers(-(2**53) + 1, 2**53 - 1)
SCALARS = st.one_of(st.none(), st.booleans(), WHOLE_NUMBERS, st.text(max_size=12), st.sampled_from(ODD))
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from((*MEMBERS, ITEM)), inner, max_size=3),
    max_leaves=8,
)


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, dict[str, JSON], bool]:
    """A kind, what a record of it says, and whether it points at the case."""
    kind = draw(st.sampled_from(sorted(KINDS)))
    paths = draw(st.lists(st.sampled_from(paths_in(kind)), min_size=1, max_size=8, unique=True))
    return kind, {path: draw(VALUES) for path in paths}, draw(st.booleans())


@settings(
    max_examples=max(5, settings().max_examples // 8),
    suppress_health_check=[*SLOW_IS_FINE, HealthCheck.function_scoped_fixture],
)
@given(drawn=st.lists(bodies(), min_size=1, max_size=12))
def test_nothing_a_contact_signs_stops_anything(
    opened: Callable[[], AbstractContextManager[list[Workspace]]], drawn: list[tuple[str, dict[str, JSON], bool]]
) -> None:
    with opened() as (ws, bao, _):
        sent = Sent(bao)
        for kind, body, within in drawn:
            sent.add(kind, body, within=within)
        sent.received_and_used(ws)
