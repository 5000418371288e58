"""Names as papers want them: the one preferred in each script, and family and given name apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from desktop.casework.workspace import JSON, Workspace
from desktop.domain.compartment import PSEUDONYM
from desktop.domain.mentions import OPEN
from desktop.domain.name_choice import preferred as preferred_of
from desktop.domain.name_choice import rank
from desktop.domain.names import has_han, script_of
from desktop.domain.romanising import pinyin_parts

_BESIDE = frozenset({"alias", "pen", "online", "nick", "religious", "english", PSEUDONYM})
"""Types of names somebody goes by beside their own."""


class FormName(NamedTuple):
    """For the two boxes of a form. family: empty while nobody said which part it is: then `given` is all of it."""

    family: str
    given: str


def preferred(ws: Workspace, person: str) -> Mapping[str, str]:
    """For each script the full name to write a person by; none that must not be shown now.

    A name online or a pen name, which may be nobody's business, stands there only where no name of their own is known.
    """
    names = dict(_own(_names(ws, person), _BESIDE - {"religious"}))
    return {script: _full(names[record]) for script, record in preferred_of(names.items()).items()}


def form_name(ws: Workspace, person: str) -> FormName:
    """Family and given name in Latin letters, from what somebody confirmed; never guessed from the whole.

    First a name in letters with its parts told apart, then the confirmed pinyin of one in characters, then the parts
    in characters. With none of them the whole stands as given name, in letters where there is one; with no name in
    sight the code. What somebody goes by beside their own name takes its place only where their own is not known.
    """
    names = sorted((name for _, name in _own(_names(ws, person))), key=rank)
    apart = [name for name in names if _said(name, "family") and _said(name, "given")]
    for name in apart:
        if script_of(_full(name)) == "Latn":
            return FormName(_said(name, "family"), _said(name, "given"))
    for name in names:
        pinyin = _said(name, "pinyin")
        if pinyin and name.get("pinyin_confirmed") is True:
            family, given = pinyin_parts(pinyin, "family_first" if has_han(_full(name)) else _said(name, "name_order"))
            if family:
                return FormName(family, given)
    for name in apart:
        return FormName(_said(name, "family"), _said(name, "given"))
    whole = [_full(name) for name in names]
    return FormName(
        "", next((full for full in whole if script_of(full) == "Latn"), (whole or [ws.vault.code(person)])[0])
    )


def has_one_name(ws: Workspace, person: str) -> bool:
    """Whether somebody said of their own name, if it may be shown now, that it is one alone, with no family's part."""
    return any(_said(name, "name_order") == "single" for _, name in _own(_names(ws, person)))


def _own(
    names: Iterable[tuple[str, Mapping[str, JSON]]], beside: frozenset[str] = _BESIDE
) -> Sequence[tuple[str, Mapping[str, JSON]]]:
    """Without what somebody goes by beside their own name, where that is known."""
    every = list(names)
    return [one for one in every if str(one[1].get("type")) not in beside] or every


def _names(ws: Workspace, person: str) -> Iterator[tuple[str, Mapping[str, JSON]]]:
    """The names of somebody that may be shown now, in the order they came."""
    for record in ws.vault.referring(person, "name"):
        if ws.names_shown or not ws.vault.sealed(record):
            nested = ws.vault.state(record).nested()
            if _full(nested):
                yield record, nested


def _full(name: Mapping[str, JSON]) -> str:
    return _said(name, "full")


def _said(name: Mapping[str, JSON], field: str) -> str:
    said = name.get(field)
    return said.replace(OPEN + OPEN, OPEN).strip() if isinstance(said, str) else ""
