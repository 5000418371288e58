"""What must not stand in the texts of a redacted copy: names, numbers and addresses, of the case and of others here."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.casework.gathering import Gathered
from desktop.casework.said_elsewhere import opened_here
from desktop.casework.workspace import Workspace
from desktop.domain.common_words import is_anybodys
from desktop.domain.mentions import OPEN
from desktop.domain.telltales import Telltale, Telltales, of_name, of_named, of_number, of_stranger
from desktop.vault.rows import Row

_PAGE = 1000
_NAME = ("full", "family", "given", "pinyin")
_NUMBERS = frozenset({"contacts/value", "documents/number"})
_PLACES = frozenset({"addresses/address", "file_name"})


def telltales(ws: Workspace, gathered: Gathered, leaving: frozenset[str]) -> Telltales:
    """All that the identity compartment knows of, and names that stay though they are not in it; it must be open.

    Each as it is and as it was, since a text may have been written before it was put right, removed or deleted.
    Somebody who is not of the case is left out, since they have no record in the copy.
    leaving: records that go; a name among them may be read, whole at least: alone it may be a relative's too.
    """
    return Telltales([*_of_case(ws, gathered, leaving), *_of_deleted(ws, gathered), *_of_others(ws, gathered)])


def _of_case(ws: Workspace, gathered: Gathered, leaving: frozenset[str]) -> Iterator[Telltale]:
    spoken_by_all = kin_terms(ws)
    for record, state in gathered.states.items():
        if state.kind == "name":
            yield from _named(ws, record) if record in leaving else _names(ws, record)
        if state.kind == "identity":
            yield from _identity(ws, gathered, record, spoken_by_all)


def _of_deleted(ws: Workspace, gathered: Gathered) -> Iterator[Telltale]:
    """What was put aside, of anybody: it is still known who is meant."""
    spoken_by_all = kin_terms(ws)
    for row in _rows(ws, "name"):
        if row.deleted and row.id not in gathered.states and _kept(ws, row.id):
            yield from _names(ws, row.id)
    for row in _rows(ws, "identity"):
        if row.deleted:
            yield from _identity(ws, gathered, row.id, spoken_by_all)


def _names(ws: Workspace, record: str) -> Iterator[Telltale]:
    """A name as it is and as it was."""
    person = ws.vault.state(record).nested().get("person")
    of = person if isinstance(person, str) else None
    for opening in ws.vault.openings(record).values():
        said = {name: str(opening.body.get(name) or "") for name in _NAME}
        yield from of_name(of, said["full"], family=said["family"], given=said["given"], pinyin=said["pinyin"])


def _named(ws: Workspace, record: str) -> Iterator[Telltale]:
    """A name that may be read, as it is today."""
    nested = ws.vault.state(record).nested()
    said = {name: str(nested.get(name) or "") for name in _NAME}
    yield from of_named(said["full"], family=said["family"], given=said["given"], pinyin=said["pinyin"])


def _identity(ws: Workspace, gathered: Gathered, record: str, spoken_by_all: frozenset[str]) -> Iterator[Telltale]:
    """What an identity says and said, in every revision."""
    of = ws.vault.state(record).nested().get("of")
    person = of if isinstance(of, str) and of in gathered.states and gathered.states[of].kind == "person" else None
    for opening in ws.vault.openings(record).values():
        for path, words in opening.body.items():
            if isinstance(words, str):
                yield from said_of(person, "/".join(path.split("/")[::2]), words, spoken_by_all)


def said_of(person: str | None, field: str, words: str, spoken_by_all: frozenset[str]) -> Iterator[Telltale]:
    """One wording of an identity. field: without the ids of items. spoken_by_all: as `kin_terms`."""
    if field == "spoken/words" and words not in spoken_by_all:
        yield Telltale(words, person)
    elif field in _NUMBERS:
        yield from of_number(person, words)
    elif field in _PLACES:
        yield Telltale(words, None)


def _of_others(ws: Workspace, gathered: Gathered) -> Iterator[Telltale]:
    """Names, numbers, exact addresses and spoken forms of people elsewhere, as they are today. Alone they count only
    where nobody of the case is called so, and where they are no common word: that is anybody's."""
    spoken_by_all = kin_terms(ws)
    for row in _rows(ws, "name"):
        if row.title and row.id not in gathered.states and _kept(ws, row.id):
            yield from of_stranger(row.title.replace(OPEN + OPEN, OPEN))
    others = [row.id for row in _rows(ws, "identity") if row.id not in gathered.states and not row.deleted]
    for begin in range(0, len(others), _PAGE):
        for state in ws.vault.states(others[begin : begin + _PAGE]).values():
            for path, words in state.values().items():
                field = "/".join(path.split("/")[::2])
                if not isinstance(words, str):
                    continue
                if field == "spoken/words" and not is_anybodys(words, spoken_by_all):
                    yield Telltale(words, None, alone=True, elsewhere=True)
                elif field in _NUMBERS | {"addresses/address"}:
                    yield from said_of(None, field, words, frozenset())


def _kept(ws: Workspace, name: str) -> bool:
    """Whether a name is for nobody outside: sealed, or in sight by the word of others alone."""
    return ws.vault.sealed(name) or not opened_here(ws, name)


def _rows(ws: Workspace, kind: str) -> Iterator[Row]:
    """All of a kind, what was deleted too."""
    offset = 0
    while rows := ws.vault.rows(kind, offset=offset, limit=_PAGE, include_deleted=True):
        yield from rows
        offset += len(rows)


def kin_terms(ws: Workspace) -> frozenset[str]:
    """Words like mother and elder brother, which tell nobody's name and may be said of anybody."""
    terms = [term for name in ("kin_terms", "relationships") for term in ws.vocabularies[name]]
    labels = [label for term in terms for label in (term.label("en"), term.label("zh_Hans"), term.more.get("also", ""))]
    return frozenset(
        word.strip() for label in labels for word in label.replace("／", "/").replace("、", "/").split("/")
    )
