"""Events: what several acts belong to, and how one thing led to another."""

from __future__ import annotations

from typing import Annotated

from desktop.domain.meta import ACCEPT, BOTH, Meta
from desktop.domain.record import Record
from desktop.domain.values import Code, Date, Long, Ref, Text


class Event(Record):
    """One occasion, of which there may be many acts: a raid, a hearing, a day of protest."""

    title: Annotated[Text, Meta("Title", "标题", needed=ACCEPT, help_en="No real names.", help_zh="不写真名。")] = None
    case: Annotated[Ref, Meta("Case", "案件", ref=("case",), needed=ACCEPT)] = None
    date: Annotated[Date, Meta("When", "时间", section="when")] = None
    place: Annotated[Text, Meta("Place", "地点", section="when", identifies=True, sensitivity=2)] = None
    region: Annotated[Code, Meta("Region", "地区", vocabulary="regions", section="when")] = None
    description: Annotated[Long, Meta("What happened, in words", "经过", section="account", sensitivity=2)] = None
    cause: Annotated[
        Long,
        Meta(
            "What it followed",
            "起因",
            section="account",
            sensitivity=2,
            help_en="An article, a hearing, a visit abroad.",
            help_zh="一篇文章、一次开庭、一次出访。",
        ),
    ] = None


class EventLink(Record):
    """How one thing led to another. After HURIDOCS' chain of events."""

    first: Annotated[Ref, Meta("First", "前者", ref=("event", "act"), needed=BOTH)] = None
    type: Annotated[Code, Meta("Link", "关联", vocabulary="event_links", needed=BOTH)] = None
    second: Annotated[Ref, Meta("Then", "后者", ref=("event", "act"), needed=BOTH)] = None
    note: Annotated[Long, Meta("How it is known", "如何得知", sensitivity=2)] = None
