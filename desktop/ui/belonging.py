"""What belongs to a record and stands on its page, in the order it stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from desktop.ui.chain_part import KINDS as LINKED
from desktop.ui.chain_part import ChainPart
from desktop.ui.one_by_one import MakeBeneath
from desktop.ui.related import RELATED, Related, RelatedList
from desktop.ui.related_others import RelatedOthers
from desktop.ui.sourcing.citing_list import CITED, CitingList
from desktop.ui.sourcing.field_sources import STANDING
from desktop.ui.sourcing.panel import StandingPanel
from desktop.ui.tools import Tools

LED_BY = "event"  # of this kind what follows from what stands before its form


def belonging(
    tools: Tools,
    kind: str,
    record: str,
    listed: Callable[[str, Related], RelatedList],
    own: Iterable[MakeBeneath],
) -> tuple[list[MakeBeneath], list[MakeBeneath]]:
    """What stands above the form, and what beneath it. own: of the page itself, first beneath."""
    related = RELATED.get(kind, ())
    first: list[MakeBeneath] = [partial(listed, record, one) for one in related if one.first]
    later: list[MakeBeneath] = [
        *own,
        *(partial(listed, record, one) for one in related if not one.first and not one.rare),
    ]
    if kind in LINKED:
        (first if kind == LED_BY else later).insert(0, partial(ChainPart, tools, record))
    if kind in CITED:
        later.append(partial(CitingList, tools, kind, record))
    if kind in STANDING:
        later.append(partial(StandingPanel, tools, kind, record))
    rare = [one for one in related if one.rare]
    if rare:
        later.append(partial(RelatedOthers, tools, record, rare))
    return first, later
