"""What must not stand in the texts of a redacted copy: names, numbers and addresses, of the case and of others here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.casework.gathering import Gathered
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.mentions import OPEN
from desktop.domain.telltales import Telltale, Telltales, of_name, of_number

_PAGE = 1000
_NAME = ("full", "family", "given", "pinyin")


def telltales(ws: Workspace, gathered: Gathered) -> Telltales:
    """All that the identity compartment knows of; it must be open.

    Somebody who is not of the case is left out where they are named in full, since they have no record in the copy.
    """
    return Telltales([*_of_case(ws, gathered), *_of_others(ws, gathered)])


def _of_case(ws: Workspace, gathered: Gathered) -> Iterator[Telltale]:
    spoken_by_all = _kin_terms(ws)
    for record, state in gathered.states.items():
        if state.kind == "name" and state.sealed:
            yield from _names(ws, record)
        if state.kind == "identity":
            yield from _identity(gathered, gathered.nested[record], spoken_by_all)


def _names(ws: Workspace, record: str) -> Iterator[Telltale]:
    """A name as it is and as it was: a text may have been written before it was put right."""
    person = ws.vault.state(record).nested().get("person")
    of = person if isinstance(person, str) else None
    for opening in ws.vault.openings(record).values():
        said = {name: str(opening.body.get(name) or "") for name in _NAME}
        yield from of_name(of, said["full"], family=said["family"], given=said["given"], pinyin=said["pinyin"])


def _identity(gathered: Gathered, nested: Mapping[str, JSON], spoken_by_all: frozenset[str]) -> Iterator[Telltale]:
    of = nested.get("of")
    person = of if isinstance(of, str) and of in gathered.states and gathered.states[of].kind == "person" else None
    for words in _listed(nested, "spoken", "words"):
        if words not in spoken_by_all:
            yield Telltale(words, person)
    for name, inner in (("contacts", "value"), ("documents", "number")):
        for number in _listed(nested, name, inner):
            yield from of_number(person, number)
    told = [*_listed(nested, "addresses", "address"), nested.get("file_name")]
    yield from (Telltale(words, None) for words in told if isinstance(words, str))


def _listed(nested: Mapping[str, JSON], name: str, inner: str) -> Iterator[str]:
    items = nested.get(name)
    for item in items.values() if isinstance(items, dict) else ():
        if isinstance(item, dict) and isinstance(item.get(inner), str):
            yield item[inner]


def _of_others(ws: Workspace, gathered: Gathered) -> Iterator[Telltale]:
    """Names of people elsewhere, and those of the case that were deleted."""
    offset = 0
    while rows := ws.vault.rows("name", offset=offset, limit=_PAGE, include_deleted=True):
        for row in rows:
            if row.title and row.id not in gathered.states and ws.vault.sealed(row.id):
                yield Telltale(row.title.replace(OPEN + OPEN, OPEN), None)
        offset += len(rows)


def _kin_terms(ws: Workspace) -> frozenset[str]:
    """Words like mother and elder brother, which tell nobody's name and may be said of anybody."""
    terms = [term for name in ("kin_terms", "relationships") for term in ws.vocabularies[name]]
    labels = [label for term in terms for label in (term.label("en"), term.label("zh_Hans"))]
    return frozenset(word.strip() for label in labels for word in label.replace("／", "/").split("/"))
