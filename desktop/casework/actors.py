"""Who did it: the actors of an act in words, named, unnamed, or pressured by others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.casework import reading
from desktop.casework.naming import Calling
from desktop.casework.workspace import JSON, Workspace

PRESSURED = "pressured"
"""In the vocabulary of degrees: not a plain perpetrator, but somebody others leaned on."""
LONGEST = 80  # characters of a description in a line
_WORDS = {
    "somebody": ("somebody unnamed", "不明人员"),
    "number": ("{number} × {who}", "{who} {number} 人"),
    "one_called": ("one called “{words}”", "其中一人被称作“{words}”"),
    "called": ("called “{words}”", "被称作“{words}”"),
}


@dataclass(frozen=True, repr=False)
class Actor:
    """One involvement. words: who it was, in pieces to be read one after the other, in the workspace's language.

    degree: a code, "" where nobody said; degree_words: the same as it reads. pressured_by: the record of who leaned on
    them, pressed: what that one is called; "" where nobody is known to have. perpetrator: the record, "" while unnamed.
    """

    involvement: str
    words: tuple[str, ...]
    degree: str = ""
    degree_words: str = ""
    pressured_by: str = ""
    pressed: str = ""
    perpetrator: str = ""


def actors_of(ws: Workspace, act: str) -> tuple[Actor, ...]:
    """In the order they were written down."""
    calling = Calling(ws)
    found = ((record, ws.vault.state(record).nested()) for record in ws.vault.referring(act, "involvement"))
    return tuple(_actor(ws, calling, record, nested) for record, nested in found if nested.get("act") == act)


def _actor(ws: Workspace, calling: Calling, record: str, nested: Mapping[str, JSON]) -> Actor:
    degree, pressed, who = (_said(nested, name) for name in ("degree", "pressured_by", "perpetrator"))
    return Actor(
        involvement=record,
        words=tuple(_in_words(ws, calling, nested)),
        degree=degree,
        degree_words=reading.text(ws, "involvement", "degree", degree) if degree else "",
        pressured_by=pressed,
        pressed=calling.record(pressed) if pressed else "",
        perpetrator=who,
    )


def _in_words(ws: Workspace, calling: Calling, nested: Mapping[str, JSON]) -> Iterator[str]:
    """Who it was; what they were called; their rank; their unit."""
    number = nested.get("number")
    several = isinstance(number, int) and not isinstance(number, bool) and number > 1
    who = _said(nested, "perpetrator")
    yield calling.record(who) if who else _unnamed(ws, calling, nested, number if several else None)
    heard = _said(nested, "called")
    if heard:
        yield _word(ws, "one_called" if several else "called").format(words=heard)
    rank, agency = _said(nested, "rank"), _said(nested, "agency")
    yield from filter(None, (rank, calling.record(agency) if agency else ""))


def _unnamed(ws: Workspace, calling: Calling, nested: Mapping[str, JSON], number: JSON) -> str:
    """“4 × plain-clothes men”: as they were described, else by their type."""
    described = calling.text(_said(nested, "description")).strip().split("\n")[0].rstrip(".。 ")  # more may follow
    who = described if len(described) <= LONGEST else described[: LONGEST - 1].rstrip() + "…"
    who = who or reading.text(ws, "involvement", "type", _said(nested, "type")) or _word(ws, "somebody")
    return _word(ws, "number").format(number=number, who=who) if number is not None else who


def _said(nested: Mapping[str, JSON], name: str) -> str:
    value = nested.get(name)
    return value if isinstance(value, str) else ""


def _word(ws: Workspace, name: str) -> str:
    english, chinese = _WORDS[name]
    return chinese if ws.language.startswith("zh") else english
