"""How a submission speaks of people and organisations: by name who agreed to it and whoever acts for the State, others
by their code, in running words too."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.casework import reading
from desktop.casework.gathering import Gathered
from desktop.casework.rewording import Rewording
from desktop.casework.unnaming import telltales
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.mentions import render

WITHHELD = "[withheld]"
"""What stands for a value that is known and does not go along."""

_BY_TYPE = ("legal_latin", "legal_zh", "uyghur", "tibetan", "mongolian", "")
_YES, _NO = "Yes", "No"
_ABSENT = {"withheld": WITHHELD, "unknown": "Not known.", "declined": "Declined to say.", "not_asked": ""}


@dataclass(frozen=True, slots=True)
class FormName:
    """A name split as forms want it; never swapped. original: as it is written in its own script, "" if so already."""

    family: str = field(repr=False)
    given: str = field(repr=False)
    original: str = field(default="", repr=False)

    @property
    def running(self) -> str:
        """In running words, in the order it is said: the family name first."""
        latin = " ".join(part for part in (self.family, self.given) if part)
        return f"{latin} ({self.original})" if self.original and latin else latin or self.original


class Voice:
    """Puts records into English words for one submission. named: people whose names may stand in it."""

    def __init__(self, ws: Workspace, gathered: Gathered, named: Collection[str]) -> None:
        self.ws = ws.speaking("en")
        self._gathered = gathered
        self._named = frozenset(named)
        self._names: dict[str, FormName] = {}
        open_names = frozenset(name for person in self._named for name in ws.vault.referring(person, "name"))
        self._rewording = (
            Rewording(telltales(ws, gathered, open_names), self._in_case, WITHHELD)
            if ws.vault.compartment_open
            else None
        )

    def record(self, record: str) -> str:
        """Somebody's name or code; an organisation's name; anything else by its code."""
        kind = self.ws.vault.kind_of(record)
        if kind == "organisation":
            return self._organisation(record)
        if kind == "person" and record in self._named:
            return self.name(record).running or self.ws.vault.code(record)
        return self.ws.vault.code(record)

    def text(self, stored: str) -> str:
        """Words somebody wrote, with everybody in them by name or by code, and what tells on others left out."""
        words = self._rewording.text("", stored) if self._rewording else stored
        return render(words, lambda mention: self.record(mention.person))

    def name(self, person: str) -> FormName:
        """The name of somebody who may be named."""
        if person not in self._names:
            self._names[person] = form_name(self.ws, person)
        return self._names[person]

    def value(self, kind: str, path: str, value: JSON) -> str:
        """One value in words: ``[withheld]`` for what does not go along, nothing for what nobody asked."""
        if isinstance(value, dict) and "absent" in value:
            return _ABSENT.get(str(value["absent"]), "")
        if isinstance(value, bool):
            return _YES if value else _NO
        return reading.text(self.ws, kind, path, value, self)

    def code_label(self, vocabulary: str, code: JSON) -> str:
        """What a code is called; nothing for none."""
        return self.ws.vocabularies.label(vocabulary, code, "en") if isinstance(code, str) and code else ""

    def _in_case(self, person: str) -> str | None:
        return person if person in self._gathered.states else None

    def _organisation(self, record: str) -> str:
        nested = self.ws.vault.state(record).nested()
        own, english = (_plain(nested.get(name)) for name in ("name", "name_en"))
        both = f"{english} ({own})" if english and own else english or own
        place = _plain(nested.get("place"))
        return ", ".join(part for part in (both or self._unnamed(nested), place) if part)

    def _unnamed(self, nested: Mapping[str, JSON]) -> str:
        kind = self.code_label("perpetrator_types", nested.get("type"))
        return f"{kind} (name not known)" if kind else "Name not known"


def form_name(ws: Workspace, person: str) -> FormName:
    """The name a form gets for somebody: family and given name from the fields that split it, in Latin letters where a
    record has them."""
    names = [ws.vault.state(one).nested() for one in ws.vault.referring(person, "name")]
    told = [name for name in names if _plain(name.get("full")) and name.get("type") != "pseudonym_case"]
    ranked = sorted(told, key=_rank)
    latin = next((name for name in ranked if _latin(name)), None)
    own = next((name for name in ranked if not _latin(name)), None)
    original = _plain(own.get("full")) if own else ""
    if latin is not None:
        return FormName(*_split(latin, _plain(latin.get("full"))), original)
    if own is None:
        return FormName("", "")
    if pinyin := _plain(own.get("pinyin")):
        return FormName(*_split_pinyin(own, pinyin), original)
    family, given = _plain(own.get("family")), _plain(own.get("given"))
    return FormName(family, given or ("" if family else original), original if family or given else "")


def _split(name: Mapping[str, JSON], full: str) -> tuple[str, str]:
    family, given = _plain(name.get("family")), _plain(name.get("given"))
    if family or given:
        return family, given
    words = full.split()
    if len(words) < 2 or name.get("name_order") == "single":
        return "", full
    if name.get("name_order") == "given_first":
        return words[-1], " ".join(words[:-1])
    return words[0], " ".join(words[1:])


def _split_pinyin(name: Mapping[str, JSON], pinyin: str) -> tuple[str, str]:
    """A Chinese name's pinyin, whose family name has as many words as it is written in, one where it is not split."""
    words = pinyin.split()
    if len(words) < 2:
        return "", pinyin
    syllables = len(words) == len(_plain(name.get("full")))  # written syllable by syllable
    first = max(len(_plain(name.get("family"))), 1) if syllables else 1
    return "".join(words[:first]).capitalize(), "".join(words[first:]).capitalize() if syllables else " ".join(
        words[1:]
    )


def _rank(name: Mapping[str, JSON]) -> int:
    type_ = _plain(name.get("type"))
    return _BY_TYPE.index(type_) if type_ in _BY_TYPE else len(_BY_TYPE)


def _latin(name: Mapping[str, JSON]) -> bool:
    return _plain(name.get("full")).isascii() or name.get("script") == "Latn"


def _plain(value: JSON) -> str:
    return value.strip() if isinstance(value, str) else ""


def listed(value: JSON, name: str) -> Sequence[str]:
    """The codes or references of a list."""
    items = value.values() if isinstance(value, dict) else ()
    return [item[name] for item in items if isinstance(item, dict) and isinstance(item.get(name), str)]
