"""How a submission speaks of people: by name who agreed to it and whoever acts for the State, others by their code."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.casework import reading
from desktop.casework.form_names import form_name, preferred
from desktop.casework.gathering import Gathered
from desktop.casework.rewording import Rewording
from desktop.casework.unnaming import telltales
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.dates import parse_edtf
from desktop.domain.mentions import render
from desktop.domain.names import script_of

WITHHELD = "[withheld]"
"""What stands for a value that is known and does not go along."""

_YES, _NO = "Yes", "No"
_ABSENT = {"withheld": WITHHELD, "unknown": "Not known.", "declined": "Declined to say.", "not_asked": ""}


_OF_CHINESE = frozenset({"Hans", "Hant"})
"""Scripts that a name of another language is only transcribed into."""


@dataclass(frozen=True, slots=True)
class SplitName:
    """A name split as forms want it; never swapped. original: the whole in its own script, "" if `given` is that.

    others: the whole in other scripts, as the papers of the State have it.
    """

    family: str = field(repr=False)
    given: str = field(repr=False)
    original: str = field(default="", repr=False)
    others: str = field(default="", repr=False)

    @property
    def running(self) -> str:
        """In running words, in the order it is said: the family name first."""
        apart = " ".join(part for part in (self.family, self.given) if part)
        if not self.original:
            return apart
        return f"{apart} ({self.original})" if script_of(apart) == "Latn" or not self.family else self.original


class Voice:
    """Puts records into English words for one submission. named: people whose names may stand in it."""

    def __init__(self, ws: Workspace, gathered: Gathered, named: Collection[str]) -> None:
        self.ws = ws.speaking("en")
        self._gathered = gathered
        self._named = frozenset(named)
        self._names: dict[str, SplitName] = {}
        self._called: dict[str, str] = {}
        open_names = frozenset(name for person in self._named for name in ws.vault.referring(person, "name"))
        self._rewording = (
            Rewording(telltales(ws, gathered, open_names), self._in_case, WITHHELD)
            if ws.vault.compartment_open
            else None
        )

    def may_name(self, person: str) -> bool:
        """Whether somebody's name, and what tells as much, may stand in the form."""
        return person in self._named

    def record(self, record: str) -> str:
        """Somebody's name or code; an organisation's name; anything else by its code."""
        if record not in self._called:
            self._called[record] = self._look_up(record)
        return self._called[record]

    def _look_up(self, record: str) -> str:
        kind = self.ws.vault.kind_of(record)
        if kind == "organisation":
            return self._organisation(record)
        if kind == "person" and record in self._named:
            return self.name(record).running or self.ws.vault.code(record)
        return self._checked(self.ws.vault.code(record), record)

    def text(self, stored: str) -> str:
        """Words somebody wrote, with everybody in them by name or by code, and what tells on others left out."""
        words = self._rewording.text("", stored) if self._rewording else stored
        return render(words, lambda mention: self.record(mention.person))

    def name(self, person: str) -> SplitName:
        """The name of somebody; of who may not be named the code, as the name they were given."""
        if person not in self._named:
            return SplitName("", self.ws.vault.code(person))
        if person not in self._names:
            self._names[person] = split_name(self.ws, person)
        return self._names[person]

    def value(self, kind: str, path: str, value: JSON) -> str:
        """One value in words: ``[withheld]`` for what does not go along, nothing for what nobody asked."""
        if isinstance(value, dict) and "absent" in value:
            return _ABSENT.get(str(value["absent"]), "")
        if isinstance(value, bool):
            return _YES if value else _NO
        if isinstance(value, dict):
            return reading.date_text(self.ws, self._dated(value))
        return "" if isinstance(value, list) else self._checked(reading.text(self.ws, kind, path, value, self), value)

    def _dated(self, value: Mapping[str, JSON]) -> Mapping[str, JSON]:
        """A date without whom the words it was told in may name."""
        told: dict[str, JSON] = {}
        for name, said in value.items():
            if name == "words" and isinstance(said, str):
                told[name] = self.text(said)
            elif name == "calendar" or (name == "edtf" and isinstance(said, str) and parse_edtf(said) is not None):
                told[name] = said
        return told

    def _checked(self, told: str, value: JSON) -> str:
        """What stands in no list of ours, nor is a record, is only words, whatever the field is."""
        return self.text(told) if told == value else told

    def code_label(self, vocabulary: str, code: JSON) -> str:
        """What a code is called; nothing for none."""
        if not (isinstance(code, str) and code):
            return ""
        return self._checked(self.ws.vocabularies.label(vocabulary, code, "en"), code)

    def _in_case(self, person: str) -> str | None:
        return person if person in self._gathered.states else None

    def _organisation(self, record: str) -> str:
        nested = self.ws.vault.state(record).nested()
        # a firm, a shop or a clinic may be called after somebody who is not to be named
        own, english, place = (self.text(_plain(nested.get(name))) for name in ("name", "name_en", "place"))
        both = f"{english} ({own})" if english and own else english or own
        return ", ".join(part for part in (both or self._unnamed(nested), place) if part)

    def _unnamed(self, nested: Mapping[str, JSON]) -> str:
        kind = self.code_label("perpetrator_types", nested.get("type"))
        return f"{kind} (name not known)" if kind else "Name not known"


def split_name(ws: Workspace, person: str) -> SplitName:
    """Somebody's name as a form wants it, with the way it is written in its own script."""
    family, given = form_name(ws, person)
    if not family and given == ws.vault.code(person):  # what stands in where there is no name
        return SplitName("", "")
    scripts = preferred(ws, person)
    written = [full for _, full in sorted(scripts.items(), key=lambda one: one[0] in _OF_CHINESE) if full != given]
    characters = [full for script, full in scripts.items() if script in _OF_CHINESE][1:]  # the same once more
    known = [full for full in written if script_of(full) != "Latn" and full not in characters]
    return SplitName(family, given, known[0] if known else "", ", ".join(known[1:]))


def _plain(value: JSON) -> str:
    return value.strip() if isinstance(value, str) else ""


def listed(value: JSON, name: str) -> Sequence[str]:
    """The codes or references of a list."""
    items = value.values() if isinstance(value, dict) else ()
    return [item[name] for item in items if isinstance(item, dict) and isinstance(item.get(name), str)]
