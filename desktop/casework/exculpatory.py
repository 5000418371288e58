"""What speaks for those who are accused: recorded with the acts, and part of every dossier against them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from desktop.casework.citing import citations_of, says
from desktop.casework.naming import Calling
from desktop.casework.workspace import Workspace

EXCULPATORY = "exculpatory"


@dataclass(frozen=True, repr=False)
class Speaking:
    """act: about which act. about: whose part in it, or the act itself, in words. source: who says so, "" for a note
    of our own."""

    act: str
    about: str
    words: str
    source: str
    citation: str = ""


def exculpatory(ws: Workspace, acts: Collection[str]) -> tuple[Speaking, ...]:
    """All that speaks for the accused of these acts: notes with an involvement, citations that say so."""
    calling = Calling(ws)
    return tuple(found for act in acts for found in _of(ws, calling, act))


def _of(ws: Workspace, calling: Calling, act: str) -> Iterator[Speaking]:
    yield from _cited(ws, calling, act, act)
    for involvement in ws.vault.referring(act, "involvement", "act"):
        words = says(ws, involvement).get(EXCULPATORY)
        if isinstance(words, str) and words:
            yield Speaking(act, calling.record(involvement), calling.text(words), "")
        yield from _cited(ws, calling, act, involvement)


def _cited(ws: Workspace, calling: Calling, act: str, about: str) -> Iterator[Speaking]:
    for one in citations_of(ws, about):
        if one.stance == EXCULPATORY:
            source = " · ".join(part for part in (one.title, one.where) if part)
            yield Speaking(act, calling.record(about), one.quote, source, one.id)
