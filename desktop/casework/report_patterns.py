"""What repeats itself: the same agency, pretext or region, what followed on speaking out, and how far redress got."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from desktop.casework.agencies import agencies_for_others
from desktop.casework.naming import Calling, told_apart
from desktop.casework.report_facts import Facts
from desktop.casework.report_rows import ACTS, NOT_SAID, Cell, counted_table, in_words, name, text, type_key
from desktop.casework.same_person import one_each
from desktop.casework.tables import Table
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.meta import Label
from desktop.domain.tallies import counted, remedy_of, retaliated

_STATES = ("no_complaint", "no_answer", "answered", "investigated")


KeysOf: TypeAlias = Callable[[str], Iterable[str]]
"""What an act has in common with others, in words."""


def impunity(head: Label, keys: Callable[[Workspace, Facts], KeysOf]) -> Callable[..., Table]:
    """How far redress got, for acts that have something in common."""

    def make(ws: Workspace, read: Facts) -> Table:
        keys_of = keys(ws, read)
        pairs = [(key, _remedy(read, record)) for record in read.acts for key in keys_of(record)]
        found = dict(counted(pairs))
        occurring = [key for key, _ in counted(key for key, _ in pairs)]
        rows: list[tuple[Cell, ...]] = [
            (key or NOT_SAID(ws.language), *(found.get((key, state), 0) for state in _STATES)) for key in occurring
        ]
        states = ws.vocabularies["remedy_states"]
        columns = (head(ws.language), *(states.label(state, ws.language) for state in _STATES))
        return Table(columns, tuple(rows))

    return make


def _remedy(read: Facts, record: str) -> str:
    return remedy_of(read.acts[record], read.complaints.get(record, ()))


def families(ws: Workspace, read: Facts) -> KeysOf:
    """The family of an act's type."""
    types = ws.vocabularies["harassment_types"]

    def keys_of(record: str) -> Iterable[str]:
        lineage = types.lineage(text(read.acts[record].get("type")))
        return [f"{lineage[0].code} {lineage[0].label(ws.language)}" if lineage else ""]

    return keys_of


def agencies(ws: Workspace, read: Facts) -> KeysOf:
    """Organisations said to have taken part themselves, or whose people did, or that pressured others. Two that are
    called the same are two, each with its code; but for others those that are not of a State are one by their kind."""
    acting = {record: _organisations(ws, involved) for record, involved in read.involved.items()}
    everyone = set[str]().union(*acting.values())
    called = agencies_for_others(ws, everyone) if read.for_others else _called(ws, everyone)
    return lambda record: sorted({called[one] for one in acting.get(record, ())}) or [""]


def _called(ws: Workspace, organisations: Iterable[str]) -> Mapping[str, str]:
    calling = Calling(ws)
    return told_apart(ws, {one: calling.record(one) for one in organisations})


def _organisations(ws: Workspace, involved: Iterable[Mapping[str, JSON]]) -> set[str]:
    named = (one.get(name) for one in involved for name in ("perpetrator", "agency", "pressured_by"))
    return {one for one in named if isinstance(one, str) and ws.vault.kind_of(one) == "organisation"}


def labelled(field_: str, vocabulary: str) -> Callable[[Workspace, Facts], KeysOf]:
    """One code of an act, by what it is called."""

    def keys(ws: Workspace, read: Facts) -> KeysOf:
        def keys_of(record: str) -> Iterable[str]:
            code = text(read.acts[record].get(field_))
            return [ws.vocabularies.label(vocabulary, code, ws.language) if code else ""]

        return keys_of

    return keys


def by_region(ws: Workspace, read: Facts) -> Table:
    """Cases and acts by region; a case without one of its own has none."""
    regions = ws.vocabularies["regions"]
    order = [term.code for term in regions]
    with_acts = {text(act.get("case")) for act in read.acts.values()}
    cases = dict(counted(text(case.get("region")) for record, case in read.cases.items() if record in with_acts))
    acts = dict(counted(text(act.get("region")) for act in read.acts.values()))
    people = {region: len(harmed) for region, harmed in _harmed(ws, read).items()}
    rows = [
        (name(ws, "regions", code), cases.get(code, 0), acts.get(code, 0), people.get(code, 0))
        for code in [*order, ""]
        if code in cases or code in acts
    ]
    heads = Label("Region", "地区"), Label("Cases", "案件"), ACTS, Label("People harmed", "受害人")
    return in_words(ws, heads, rows)


def _harmed(ws: Workspace, read: Facts) -> Mapping[str, set[str]]:
    """By region who was harmed; somebody recorded twice once."""
    harmed = [(text(act.get("region")), victim) for act in read.acts.values() if (victim := text(act.get("victim")))]
    stands = one_each(ws, (victim for _, victim in harmed))
    found: dict[str, set[str]] = {}
    for region, victim in harmed:
        found.setdefault(region, set()).add(stands[victim])
    return found


def after_advocacy(ws: Workspace, read: Facts) -> Table:
    """What followed on a complaint, on contact with the UN, on speaking out: retaliation by its type, and whatever is
    linked to an event before it."""
    types = ws.vocabularies["harassment_types"]
    answers = (act for record, act in read.acts.items() if _is_answer(act) or record in read.followed)
    keys = (type_key(act, types) for act in answers)
    return counted_table(ws, Label("What followed", "随后发生"), "harassment_types", counted(keys))


def _is_answer(act: Mapping[str, JSON]) -> bool:
    return retaliated(act) or str(act.get("type")) in {"J.03", "J.04"}
