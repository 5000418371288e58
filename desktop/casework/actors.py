"""Who did it: the actors of an act in words, and one more of them, named, unnamed, or pressured by others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.casework import making, people, reading
from desktop.casework.naming import Calling
from desktop.casework.people import Pick
from desktop.casework.records import existing
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.casework.writing import Pending
from desktop.errors import Refused

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


@dataclass(frozen=True, repr=False)
class Party:
    """Somebody who acted or pressed: a record, or a name that makes one.

    official: a new name is that of a person; else of an organisation.
    """

    record: str = ""
    name: str = ""
    official: bool = False


@dataclass(frozen=True, repr=False)
class Seen:
    """What was seen and heard of whoever acted, named or not. type: a code of the perpetrators' types."""

    number: int | None = None
    called: str = ""
    description: str = ""
    type: str = ""


def actors_of(ws: Workspace, act: str) -> tuple[Actor, ...]:
    """In the order they were written down."""
    calling = Calling(ws)
    found = ((record, ws.vault.state(record).nested()) for record in ws.vault.referring(act, "involvement"))
    return tuple(_actor(ws, calling, record, nested) for record, nested in found if nested.get("act") == act)


def add_actor(
    ws: Workspace,
    act: str,
    *,
    who: Party | None = None,
    seen: Seen | None = None,
    degree: str = "",
    pressured_by: Party | None = None,
) -> Changes:
    """Say who took part. In one transaction with whoever is new; the involvement is the last of `Changes.created`.

    Whoever was pressured is no plain perpetrator: the degree says so, unless another is given. Refused
    `record.unknown`, `actor.nobody` where nothing is said at all.
    """
    existing(ws, act)
    pending = Pending(ws)
    said: dict[str, JSON] = {
        "perpetrator": _party(ws, pending, who),
        "pressured_by": _party(ws, pending, pressured_by),
        **_seen(seen or Seen()),
    }
    said = {name: value for name, value in said.items() if value is not None}
    if not said:
        raise Refused("actor.nobody")
    degree = degree or (PRESSURED if "pressured_by" in said else "")
    pending.create("involvement", {"act": act, **said, **({"degree": degree} if degree else {})})
    return pending.commit()


def _party(ws: Workspace, pending: Pending, party: Party | None) -> str | None:
    """The record of a party; an organisation of exactly that name is the one that is meant."""
    if party is None or not (party.record or party.name.strip()):
        return None
    if party.record:
        return party.record
    if party.official:
        return people.picked(ws, pending, Pick(text=party.name.strip()))
    return making.named(ws, pending, "organisation", party.name)


def _seen(seen: Seen) -> dict[str, JSON]:
    return {
        "number": seen.number,
        "called": seen.called.strip() or None,
        "description": seen.description.strip() or None,
        "type": seen.type or None,
    }


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
