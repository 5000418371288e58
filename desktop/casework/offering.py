"""What a picker offers: who or what is called by the words typed, and what tells those who are called alike apart."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from desktop.casework import family, nameless, naming, reading
from desktop.casework.people import called_once, each_once
from desktop.casework.records import Listed, listed
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.fitting import Fit
from desktop.vault.rows import Row

_CALLED = frozenset({"case", "organisation", "source"})
"""Kinds with a name or a title, by which alone they are found in a picker."""

_THREAT = "threat"  # in the vocabulary of natures
_DEEPER = 5  # a threat is older than what came of it
_ID = re.compile(r"[0-9a-f]{64}")
_YEAR = re.compile(r"(\d{4})(?:-\d\d){0,2}[~?%]?")


@dataclass(frozen=True, repr=False)
class Offered:
    """A record to choose. fit: how well its name fits what was typed; INSIDE where nothing was.

    Of a person, as far as it is known: sex, as the vocabulary says it; born, a year; case, the title of one they
    belong to. Else "".
    """

    record: Listed
    fit: Fit = Fit.INSIDE
    sex: str = ""
    born: str = ""
    case: str = ""


def people(ws: Workspace, words: str, *, at_hand: Collection[str] = (), limit: int) -> tuple[Offered, ...]:
    """People called by the words, the best fit first; whoever is recorded twice once.

    While nothing is typed: those of the case at hand, then who changed here last. at_hand: records that say which case
    that is, being one or belonging to one (a case, whoever was chosen beside).
    """
    if words.strip():
        return _told_apart(ws, called_once(ws, words, limit=limit))
    first = _of_the_case(ws, at_hand)[:limit]
    near = {row.id: row for row in ws.vault.rows_of(first) if not row.deleted}
    rows = [*(near[person] for person in first if person in near), *ws.vault.rows("person", limit=limit)]
    each = {row.id: row for row in rows}.values()
    return _told_apart(ws, each_once(ws, [(row, Fit.INSIDE) for row in each][:limit]))


def of_kind(ws: Workspace, kind: str, words: str, *, limit: int) -> tuple[Offered, ...]:
    """Records of another kind: called by the words where it has names, else with the words in what it says or is about.

    While nothing is typed what changed here last.
    """
    if words.strip() and kind in _CALLED:
        found = ws.vault.called(kind, words, limit=limit)
        shown = listed(ws, [row for row, _ in found])
        return tuple(Offered(one, fit) for one, (_, fit) in zip(shown, found, strict=True))
    rows = ws.vault.rows(kind, text=words.strip(), labelled=reading.labelled(ws), limit=limit)
    return tuple(Offered(one) for one in listed(ws, rows))


def threats(ws: Workspace, words: str, *, limit: int) -> tuple[Offered, ...]:
    """Acts that may have been carried out later: threats first, whatever else was recorded after them."""
    found = of_kind(ws, "act", words, limit=limit * _DEEPER)
    states = ws.vault.states([one.record.id for one in found])
    natures = {record: state.nested().get("nature") for record, state in states.items()}
    return tuple(sorted(found, key=lambda one: natures.get(one.record.id) != _THREAT))[:limit]


def _of_the_case(ws: Workspace, at_hand: Iterable[str]) -> Sequence[str]:
    """The people of the case at hand, its defenders first."""
    here = [record for record in dict.fromkeys(at_hand) if _ID.fullmatch(record)]
    cases = [record for record in here if ws.vault.kind_of(record) == "case"]
    cases = cases or list(ws.vault.cases_of(here).values())
    people = family.people_of(ws, cases[0]) if cases else ()
    return [person for person in people if _ID.fullmatch(person)]


def _told_apart(ws: Workspace, found: Sequence[tuple[Row, Fit]]) -> tuple[Offered, ...]:
    people = [row.id for row, _ in found]
    states = ws.vault.states(people)
    cases = ws.vault.cases_of(people)
    titles = naming.called_all(ws, set(cases.values()))
    offered = []
    for one, (row, fit) in zip(listed(ws, [row for row, _ in found]), found, strict=True):
        nested = states[row.id].nested() if row.id in states else {}
        sex = nested.get("sex")
        label = ws.vocabularies.label("sexes", sex, ws.language) if isinstance(sex, str) else ""
        born = _year(nested.get("birth"))
        case = titles.get(cases.get(row.id, ""), "")
        # of somebody without a name both may be what they are called by
        label = "" if nameless.tells_sex(ws, one.title) else label
        offered.append(Offered(one, fit, label, "" if born and born in one.title else born, case))
    return tuple(offered)


def _year(birth: JSON) -> str:
    edtf = birth.get("edtf") if isinstance(birth, dict) else None
    said = _YEAR.fullmatch(edtf) if isinstance(edtf, str) else None
    return said[1] if said else ""
